// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/Messages.h"

#include "domain/Json.h"
#include "domain/ValueForms.h"
#include "server/storage/JsonColumn.h"

#include <algorithm>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

#define MESSAGE_COLUMNS "id, conversation_id, number, author, text, at, seq, edited_at, edit_seq, files"

Message messageFrom(const Rows &rows)
{
    return {.id = MessageId(rows.text(0)),
            .conversation = ConversationId(rows.text(1)),
            .number = rows.integer(2),
            .author = UserId(rows.text(3)),
            .text = rows.text(4),
            .at = rows.integer(5),
            .seq = rows.integer(6),
            .editedAt = rows.integer(7),
            .editSeq = rows.integer(8),
            .files = filesFrom(rows.text(9))};
}

} // namespace

Result<Message> Messages::add(const Actor &actor, const Conversation &conversation, const MessageId &id,
                              const QString &text, qint64 at, const QVector<FileRef> &files)
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
                          .seq = m_journal.nextSeq(),
                          .files = files};
    m_database.run(
        u"INSERT INTO messages (id, conversation_id, number, author, text, at, seq, files) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {id.text(), conversation.id.text(), number, actor.user.text(), text, at, message.seq, filesText(files)});
    m_search.add(message);
    m_journal.append(actor, streamOf(conversation.id), u"message:new"_s, toJson(message));
    m_activities.note(actor, conversation, message);
    return message;
}

std::optional<Message> Messages::find(const MessageId &id)
{
    Rows rows = m_database.run(QStringLiteral("SELECT " MESSAGE_COLUMNS " FROM messages WHERE id = ?"), {id.text()});
    if (!rows.next())
        return {};
    return messageFrom(rows);
}

Result<Message> Messages::edit(const Actor &actor, const ConversationId &conversation, const MessageId &id,
                               const QString &text)
{
    auto message = find(id);
    if (!message || message->conversation != conversation)
        return Error{u"message.unknown"_s, u"The conversation has no such message."_s};
    if (message->author != actor.user)
        return Error{u"message.foreign"_s, u"Only who wrote a message may change it."_s};
    if (message->text == text)
        return *std::move(message);
    const Message before = *message;
    message->text = text;
    message->editedAt = actor.now;
    message->editSeq = m_journal.nextSeq();
    m_database.run(u"UPDATE messages SET text = ?, edited_at = ?, edit_seq = ? WHERE id = ?"_s,
                   {text, message->editedAt, message->editSeq, id.text()});
    m_search.replace(before, *message);
    m_journal.append(actor, streamOf(conversation), u"message:edited"_s,
                     {{u"conversation"_s, conversation.text()},
                      {u"message"_s, id.text()},
                      {u"number"_s, message->number},
                      {u"text"_s, text},
                      {u"at"_s, message->editedAt}});
    return *std::move(message);
}

qint64 Messages::lastNumber(const ConversationId &conversation)
{
    return m_database.number(u"SELECT number FROM conversations WHERE id = ?"_s, {conversation.text()});
}

Messages::History Messages::before(const ConversationId &conversation, qint64 number, int limit, qint64 bytes)
{
    Rows rows = m_database.run(QStringLiteral("SELECT " MESSAGE_COLUMNS " FROM messages "
                                              "WHERE conversation_id = ? AND number < ? ORDER BY number DESC LIMIT ?"),
                               {conversation.text(), number, limit + 1});
    History history;
    qint64 taken = 0;
    while (rows.next()) {
        Message message = messageFrom(rows);
        taken += jsonBytes(toJson(message));
        if (!history.messages.isEmpty() && (history.messages.size() == limit || taken > bytes)) {
            history.more = true;
            break;
        }
        history.messages.append(std::move(message));
    }
    std::reverse(history.messages.begin(), history.messages.end());
    return history;
}

} // namespace frontdesk::server
