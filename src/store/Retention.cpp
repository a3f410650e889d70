// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Retention.h"

namespace frontdesk::store {

namespace {

/// A conversation that begins with a message which may go.
struct OldConversation {
    ConversationId id;
    qint64 newest = 0;
    qint64 readUpTo = 0;
};

} // namespace

Retention::Retention(Database &database, CacheTables &tables)
    : m_tables(tables)
    , m_nextOld(database, QStringLiteral("SELECT c.id, c.number, coalesce(mine.number, 0) FROM conversations c"
                                         " LEFT JOIN reads mine ON mine.conversation=c.id AND mine.user=?"
                                         " JOIN messages first ON first.conversation=c.id AND first.number="
                                         "(SELECT min(m.number) FROM messages m WHERE m.conversation=c.id)"
                                         " WHERE first.at<? AND first.number<c.number"
                                         " AND NOT (first.author=? AND first.number>coalesce(mine.number, 0)) LIMIT 1"))
{
}

void Retention::prune(qint64 before, const UserId &me, int limit, Changes &changes)
{
    int left = limit;
    while (left > 0) {
        const auto old = m_nextOld.first(
            [](const Row &row) {
                return OldConversation{ConversationId(row.text(0)), row.number(1), row.number(2)};
            },
            me, before, me);
        if (!old)
            break;
        left -= m_tables.messages.removeFirst(old->id, left, [&](const Message &message) {
            const bool countsAsRead = message.author == me && message.number > old->readUpTo;
            return message.at < before && message.number < old->newest && !countsAsRead;
        });
        changes.conversations.insert(old->id);
    }
    if (left > 0) {
        const int activities = m_tables.activities.removeFirst(before, left);
        changes.activities = activities > 0;
        left -= activities;
    }
    if (left > 0)
        changes.histories = m_tables.history.removeFirst(before, left) > 0;
}

} // namespace frontdesk::store
