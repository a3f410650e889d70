// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/Directory.h"
#include "models/OpenConflicts.h"
#include "models/OwnValues.h"
#include "models/Refresh.h"
#include "models/RowListModel.h"

namespace frontdesk::models {

/// The conversation list, newest first, with what waits in the outbox applied. GUI thread.
class ConversationListModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Workspace")
    /// False until the first read: show neither rows nor "nothing here".
    Q_PROPERTY(bool loaded READ loaded NOTIFY loadedChanged FINAL)
    /// Which of them a list shows, the role of those: "open", "closed", or empty for all. The rows here are all.
    Q_PROPERTY(QString shown READ shown WRITE setShown NOTIFY shownChanged FINAL)

public:
    enum Roles {
        ConversationIdRole = Qt::UserRole + 1,
        KindRole,  ///< "direct" or "group"
        TitleRole, ///< the other person's name for a direct one
        InitialsRole,
        AvatarKeyRole,  ///< the same for ever, for a colour
        LastTextRole,   ///< newest message in one line; empty when there is none
        LastAuthorRole, ///< "You", a name, or empty where it goes without saying (the other one of a direct one)
        LastAtRole,     ///< milliseconds since 1970
        TimeTextRole,   ///< "09:41", "Yesterday", "Tue", "3 Nov"
        UnreadRole,
        PresenceRole,      ///< of the other person; empty for groups
        TypingTextRole,    ///< "typing…", "Ada is typing…"; empty when nobody types
        DeliveryStateRole, ///< of the newest message if it is an own one: "queued" … "read", "refused"; else empty
        HasDraftRole,
        DraftTextRole,
        PendingRole, ///< created here, not on the server yet
        FirstLabelRole,
        LabelCountRole,
        LabelsTextRole, ///< all of them, for assistive technology
        ConflictsRole,  ///< how many are open
        ClosedRole,
        OpenRole, ///< not closed, or with something that is not read yet: nobody may miss that
    };

    ConversationListModel(sync::Session &session, const Directory &directory, const OpenConflicts &conflicts,
                          const OwnValues &own, QObject *parent = nullptr);

    [[nodiscard]] bool loaded() const { return m_loaded; }
    [[nodiscard]] QString shown() const { return m_shown; }
    void setShown(const QString &shown);
    [[nodiscard]] int totalUnread() const { return m_totalUnread; }

    [[nodiscard]] const Conversation *find(const ConversationId &id) const; ///< as last read; null: not a member
    [[nodiscard]] bool isPending(const ConversationId &id) const;           ///< created here, not on the server yet
    [[nodiscard]] QString titleOf(const Conversation &conversation) const;
    [[nodiscard]] std::optional<UserId> partnerOf(const Conversation &conversation) const; ///< of a direct one
    [[nodiscard]] QVector<ConversationId> titled(const QString &part) const; ///< whose titles answer what is typed
    [[nodiscard]] QVector<ConversationId> thatAre(bool closed) const;        ///< newest first
    [[nodiscard]] QVector<UserId> typingIn(const ConversationId &id) const { return m_typing.value(id); }

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Whether drafts of this person's other devices are shown where there is none here.
    void showSharedDrafts(bool on);
    void rebuild(); ///< the same values with today's times and names

Q_SIGNALS:
    void loadedChanged();
    void shownChanged();
    void totalUnreadChanged();
    void refreshed(); ///< find() may answer differently
    void typingChanged(const frontdesk::ConversationId &id);

private:
    struct Row {
        ConversationId id;
        QString kind, title, avatarKey, lastText, lastAuthor, presence, typingText, deliveryState, draftText;
        QStringList labels;
        qint64 lastAt = 0;
        int unread = 0;
        int conflicts = 0;
        bool pending = false;
        bool closed = false;
        friend bool operator==(const Row &, const Row &) = default;
    };
    void show(store::ConversationList list);
    void forgetChanged(const store::ConversationList &next);
    void updateRows();
    [[nodiscard]] Row rowOf(const ConversationSummary &summary) const;
    void describeLast(const ConversationSummary &summary, Row &row) const;
    [[nodiscard]] QString typingText(const ConversationSummary &summary) const;

    [[nodiscard]] QString draftOf(const ConversationId &id) const;

    const Directory &m_directory;
    const OpenConflicts &m_conflicts;
    const OwnValues &m_own;
    Refresh<store::ConversationList> m_refresh;
    store::ConversationList m_list;
    QHash<ConversationId, QVector<UserId>> m_typing;
    QString m_shown;
    bool m_loaded = false;
    bool m_sharedDrafts = false;
    int m_totalUnread = 0;
    QHash<ConversationId, Row> m_described; ///< of m_list, as far as nothing has changed since
    QVector<Row> m_rows;
};

} // namespace frontdesk::models
