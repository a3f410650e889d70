// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ComposerModel.h"
#include "models/ConflictListModel.h"
#include "models/ConversationListModel.h"
#include "models/MessageListModel.h"
#include "models/PeopleModel.h"
#include "models/alerts/AlertChoices.h"
#include "models/records/Crm.h"

namespace frontdesk::models {

/// The open conversation: header, members, labels, contact, messages and composer. GUI thread.
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
    Q_PROPERTY(QString about READ about NOTIFY headerChanged FINAL) ///< what the other person does; empty for groups
    Q_PROPERTY(QStringList labels READ labels NOTIFY headerChanged FINAL)
    /// Nothing is left to do in it, until the next message.
    Q_PROPERTY(bool closed READ closed WRITE setClosed NOTIFY headerChanged FINAL)
    /// Whom it is about; null: nobody is linked.
    Q_PROPERTY(frontdesk::models::RecordPage *contact READ contact NOTIFY contactChanged FINAL)
    /// Of what can be changed of it; a dialog that shows them passes on which one it showed. 0: not on the
    /// server yet.
    Q_PROPERTY(int version READ version NOTIFY headerChanged FINAL)
    Q_PROPERTY(bool muted READ muted WRITE setMuted NOTIFY mutedChanged FINAL) ///< no alerts of its messages
    /// Line above the composer; empty while online.
    Q_PROPERTY(QString offlineHint READ offlineHint NOTIFY offlineHintChanged FINAL)
    Q_PROPERTY(frontdesk::models::PeopleModel *members READ members CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::MessageListModel *messages READ messages CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::ComposerModel *composer READ composer CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::ConflictListModel *conflicts READ conflicts CONSTANT FINAL) ///< of its record

public:
    /// What a page is made of besides its conversation.
    struct Parts {
        sync::Session &session;
        const Directory &directory;
        const ConversationListModel &conversations;
        const OpenConflicts &conflicts;
        ComposerModel &composer; ///< of this conversation
        SharedFiles &files;
        Crm &crm;
        AlertChoices &alerts;
    };
    ConversationPage(const Parts &parts, ConversationId conversation, QObject *parent = nullptr);

    [[nodiscard]] QString conversationId() const { return m_id.text(); }
    [[nodiscard]] QString kind() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] QString initials() const;
    [[nodiscard]] QString avatarKey() const;
    [[nodiscard]] QString presence() const;
    [[nodiscard]] bool available() const { return m_available; }
    [[nodiscard]] QString typingText() const;
    [[nodiscard]] QString about() const;
    [[nodiscard]] QStringList labels() const { return m_conversation.labels; }
    [[nodiscard]] bool closed() const { return m_conversation.closed; }
    void setClosed(bool closed);
    [[nodiscard]] RecordPage *contact() const { return m_contact.get(); }
    [[nodiscard]] int version() const { return m_pending ? 0 : int(m_conversation.version); }
    [[nodiscard]] bool muted() const { return m_alerts.isMuted(m_id); }
    void setMuted(bool muted) { m_alerts.mute(m_id, muted); }
    [[nodiscard]] QString offlineHint() const;
    [[nodiscard]] PeopleModel *members() { return &m_members; }
    [[nodiscard]] MessageListModel *messages() { return &m_messages; }
    [[nodiscard]] ComposerModel *composer() { return &m_composer; }
    [[nodiscard]] ConflictListModel *conflicts() { return &m_conflictList; }

    // What the server refused: the message, or else the last edit of it.
    Q_INVOKABLE void retry(const QString &messageId);
    Q_INVOKABLE void discard(const QString &messageId);
    /// A file of a message that waits is not sent: the text goes without it. Nothing left of the message: it goes too.
    Q_INVOKABLE void callOffFile(const QString &messageId, int place);
    Q_INVOKABLE void markRead(); ///< the view calls it when the newest row is visible and the window is active
    Q_INVOKABLE void loadOlder();
    Q_INVOKABLE void loadNewer();
    /// `seenVersion` and `seenTitle`: what the dialog showed; 0: what is shown now.
    Q_INVOKABLE void rename(const QString &title, int seenVersion = 0, const QString &seenTitle = {});
    Q_INVOKABLE bool mayLabel(const QString &label) const; ///< not empty, not too long, not one too many
    Q_INVOKABLE void addLabel(const QString &label);
    Q_INVOKABLE void removeLabel(const QString &label);
    Q_INVOKABLE void linkContact(const QString &record); ///< "contact:ID"; empty: nobody
    Q_INVOKABLE void addMembers(const QStringList &userIds);
    Q_INVOKABLE void removeMember(const QString &userId);
    Q_INVOKABLE void leave();

    void rebuild(); ///< the same values with today's names and times

Q_SIGNALS:
    void headerChanged();
    void contactChanged();
    void typingTextChanged();
    void offlineHintChanged();
    void mutedChanged();

private:
    void adoptConversation();
    void showContact();
    void changeMembers(const QVector<UserId> &add, const QVector<UserId> &remove);
    [[nodiscard]] QJsonValue value(const QString &field) const;
    [[nodiscard]] CommandId refusedOf(const QString &messageId) const;
    [[nodiscard]] std::optional<UserId> partner() const;

    sync::Session &m_session;
    const Directory &m_directory;
    const ConversationListModel &m_conversations;
    Crm &m_crm;
    AlertChoices &m_alerts;
    ConversationId m_id;
    Conversation m_conversation; ///< as last known
    bool m_available = true;
    bool m_known = false;   ///< it was in the list; one that is being created is not yet
    bool m_pending = false; ///< the server does not have it yet
    PeopleModel m_members;
    MessageListModel m_messages;
    ComposerModel &m_composer;
    ConflictListModel m_conflictList;
    std::unique_ptr<RecordPage> m_contact;
    qint64 m_markedRead = 0;
    CommandId m_marking; ///< what moves the position there
};

} // namespace frontdesk::models
