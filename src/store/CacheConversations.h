// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Event.h"
#include "domain/Timeline.h"
#include "store/Database.h"

namespace frontdesk::store {

/// Conversations with members, labels and read positions. Changes carry the seq of their row: one that comes late does
/// not undo a newer one.
class CacheConversations {
public:
    CacheConversations(Database &database, const QString &prefix);

    void begin();  ///< of a transaction: what was reached is held in memory until it ends
    void settle(); ///< before it is committed

    /// Takes the place of everything known of it except messages.
    void enter(const ConversationState &state, qint64 seq);
    void remove(const ConversationId &id);
    [[nodiscard]] std::optional<qint64> enteredAt(const ConversationId &id); ///< seq of the entry; absent: not a member

    void change(const RecordChanged &change, qint64 seq);
    void moveRead(const ConversationId &id, const UserId &user, qint64 number); ///< the larger counts
    void reach(const ConversationId &id, qint64 number);                        ///< has a message of this number

    [[nodiscard]] QVector<ConversationSummary> summaries(const UserId &me);
    [[nodiscard]] std::optional<Conversation> find(const ConversationId &id); ///< without members and labels
    /// Those that are about one of these contacts.
    [[nodiscard]] QVector<ConversationId> about(const QSet<QString> &contacts);
    [[nodiscard]] qint64 newest(const ConversationId &id);
    [[nodiscard]] qint64 readUpTo(const ConversationId &id, const UserId &user);
    [[nodiscard]] OthersProgress others(const ConversationId &id, const UserId &me);

private:
    void setMembers(const ConversationId &id, const QStringList &users, bool areMembers, qint64 seq);
    void setLabels(const ConversationId &id, const QStringList &labels, bool areSet, qint64 seq);

    Statement m_put, m_remove, m_removeMembers, m_removeLabels, m_removeReads, m_enteredAt, m_rename, m_link, m_close,
        m_setVersion, m_setMember, m_setLabel, m_moveRead, m_reach, m_summaries, m_members, m_labels, m_find, m_linked,
        m_newest, m_readUpTo, m_others;
    QHash<ConversationId, qint64> m_reached;
};

} // namespace frontdesk::store
