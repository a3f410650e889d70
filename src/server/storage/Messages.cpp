// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/Messages.h"

#include "domain/Json.h"

#include <algorithm>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

Result<Message> Messages::add(const Actor &actor, const Conversation &conversation, const MessageId &id,
                              const QString &text, qint64 at)
{
    if (m_database.number(u"SELECT count(*) FROM messages WHERE id = ?"_s, {id.text()}) > 0)
        return Error{u"command.mismatch"_s, u"Another message has this id already."_s};
    const qint64 number = m_database.number(
        u"UPDATE conversations SET number = number + 1 WHERE id = ? RETURNING number"_s, {conversation.id.text()});
    const Message message{.id = id,
                          .conversation = conversation.id,
                          .number = number,
                          .author = actor.user,
                          .text = text,
                          .at = at,
                          .seq = m_journal.nextSeq()};
    m_database.run(u"INSERT INTO messages (id, conversation_id, number, author, text, at, seq) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                   {id.text(), conversation.id.text(), number, actor.user.text(), text, at, message.seq});
    m_journal.append(actor, streamOf(conversation.id), u"message:new"_s, toJson(message));
    m_activities.note(actor, conversation, message);
    return message;
}

qint64 Messages::lastNumber(const ConversationId &conversation)
{
    return m_database.number(u"SELECT number FROM conversations WHERE id = ?"_s, {conversation.text()});
}

Messages::History Messages::before(const ConversationId &conversation, qint64 number, int limit, qint64 units)
{
    Rows rows = m_database.run(u"SELECT id, number, author, text, at, seq FROM messages "
                               "WHERE conversation_id = ? AND number < ? ORDER BY number DESC LIMIT ?"_s,
                               {conversation.text(), number, limit + 1});
    History history;
    qint64 taken = 0;
    while (rows.next()) {
        Message message{.id = MessageId(rows.text(0)),
                        .conversation = conversation,
                        .number = rows.integer(1),
                        .author = UserId(rows.text(2)),
                        .text = rows.text(3),
                        .at = rows.integer(4),
                        .seq = rows.integer(5)};
        taken += message.text.size();
        if (!history.messages.isEmpty() && (history.messages.size() == limit || taken > units)) {
            history.more = true;
            break;
        }
        history.messages.append(std::move(message));
    }
    std::reverse(history.messages.begin(), history.messages.end());
    return history;
}

} // namespace frontdesk::server
