// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/ReadPositions.h"

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

qint64 ReadPositions::move(const Actor &actor, const ConversationId &conversation, qint64 number)
{
    const qint64 before = m_database.number(u"SELECT number FROM reads WHERE conversation_id = ? AND user_id = ?"_s,
                                            {conversation.text(), actor.user.text()});
    if (number <= before)
        return before;
    m_database.run(u"INSERT OR REPLACE INTO reads VALUES (?, ?, ?)"_s,
                   {conversation.text(), actor.user.text(), number});
    m_journal.appendLatest(
        actor, streamOf(conversation), u"read:"_s + actor.user.text(), u"read:moved"_s,
        {{u"conversation"_s, conversation.text()}, {u"user"_s, actor.user.text()}, {u"number"_s, number}});
    return number;
}

QHash<UserId, qint64> ReadPositions::of(const ConversationId &conversation)
{
    Rows rows = m_database.run(u"SELECT user_id, number FROM reads WHERE conversation_id = ?"_s, {conversation.text()});
    QHash<UserId, qint64> positions;
    while (rows.next())
        positions.insert(UserId(rows.text(0)), rows.integer(1));
    return positions;
}

} // namespace frontdesk::server
