// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ConversationListModel.h"
#include "models/MessageListModel.h"
#include "models/PeopleModel.h"

#include <QtCore/QTimer>

namespace frontdesk::models {

/// The open conversation: header, members, messages and composer. GUI thread.
class ConversationPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Workspace")
    Q_PROPERTY(QString conversationId READ conversationId CONSTANT FINAL)
    Q_PROPERTY(QString kind READ kind NOTIFY headerChanged FINAL) ///< "direct" or "group"
    Q_PROPERTY(QString title READ title NOTIFY headerChanged FINAL)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY headerChanged FINAL) ///< presence in words, or how many members
    Q_PROPERTY(QString initials READ initials NOTIFY headerChanged FINAL)
    Q_PROPERTY(QString avatarKey READ avatarKey NOTIFY headerChanged FINAL)
    Q_PROPERTY(QString presence READ presence NOTIFY headerChanged FINAL) ///< of the other person; empty for groups
    /// False once one is no longer a member: the page is about to be closed.
    Q_PROPERTY(bool available READ available NOTIFY headerChanged FINAL)
    /// "Ada and Sam are typing"; empty when nobody types.
    Q_PROPERTY(QString typingText READ typingText NOTIFY typingTextChanged FINAL)
    /// What stands in the composer; saved by itself.
    Q_PROPERTY(QString draft READ draft WRITE setDraft NOTIFY draftChanged FINAL)
    Q_PROPERTY(bool canSend READ canSend NOTIFY draftChanged FINAL)
    /// Why the draft cannot be sent although there is one, such as too long; else empty.
    Q_PROPERTY(QString sendProblem READ sendProblem NOTIFY draftChanged FINAL)
    /// Line above the composer; empty while online.
    Q_PROPERTY(QString offlineHint READ offlineHint NOTIFY offlineHintChanged FINAL)
    Q_PROPERTY(frontdesk::models::PeopleModel *members READ members CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::MessageListModel *messages READ messages CONSTANT FINAL)

public:
    ConversationPage(sync::Session &session, const Directory &directory, const ConversationListModel &conversations,
                     ConversationId conversation, QObject *parent = nullptr);
    ~ConversationPage() override; ///< saves the draft

    [[nodiscard]] QString conversationId() const { return m_id.text(); }
    [[nodiscard]] QString kind() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] QString initials() const;
    [[nodiscard]] QString avatarKey() const;
    [[nodiscard]] QString presence() const;
    [[nodiscard]] bool available() const { return m_available; }
    [[nodiscard]] QString typingText() const;
    [[nodiscard]] QString draft() const { return m_draft; }
    void setDraft(const QString &text);
    [[nodiscard]] bool canSend() const;
    [[nodiscard]] QString sendProblem() const;
    [[nodiscard]] QString offlineHint() const;
    [[nodiscard]] PeopleModel *members() { return &m_members; }
    [[nodiscard]] MessageListModel *messages() { return &m_messages; }

    Q_INVOKABLE void send(const QString &text); ///< queues it and empties the draft; nothing when empty or too long
    Q_INVOKABLE void retry(const QString &messageId);
    Q_INVOKABLE void discard(const QString &messageId);
    Q_INVOKABLE void editRefused(const QString &messageId); ///< puts its text before the draft and discards it
    Q_INVOKABLE void markRead(); ///< the view calls it when the newest row is visible and the window is active
    Q_INVOKABLE void loadOlder();
    Q_INVOKABLE void loadNewer();
    Q_INVOKABLE void typed(); ///< a key was pressed in the composer
    Q_INVOKABLE void rename(const QString &title);
    Q_INVOKABLE void addMembers(const QStringList &userIds);
    Q_INVOKABLE void removeMember(const QString &userId);
    Q_INVOKABLE void leave();

    void rebuild(); ///< the same values with today's names and times

Q_SIGNALS:
    void headerChanged();
    void typingTextChanged();
    void draftChanged();
    void offlineHintChanged();

private:
    void adoptConversation();
    void changeMembers(const QVector<UserId> &add, const QVector<UserId> &remove);
    void saveDraft();
    void giveBack(); ///< texts that could not be queued
    [[nodiscard]] std::optional<UserId> partner() const;

    sync::Session &m_session;
    const Directory &m_directory;
    const ConversationListModel &m_conversations;
    ConversationId m_id;
    Conversation m_conversation; ///< as last known
    bool m_available = true;
    bool m_known = false; ///< it was in the list; one that is being created is not yet
    PeopleModel m_members;
    MessageListModel m_messages;
    QString m_draft;
    bool m_draftTouched = false; ///< the stored draft no longer replaces what stands here
    QTimer m_saveDraft;
    QHash<CommandId, QString> m_unqueued; ///< texts that are not durably in the outbox yet
    qint64 m_markedRead = 0;
};

} // namespace frontdesk::models
