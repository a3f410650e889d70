// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CacheMessages.h"

#include <algorithm>

namespace frontdesk::store {

namespace {

Message messageFrom(const Row &row)
{
    return {MessageId(row.text(1)),
            ConversationId(row.text(2)),
            row.number(3),
            UserId(row.text(4)),
            row.text(5),
            row.number(6),
            row.number(7)};
}

const QString rowColumns = QStringLiteral("key, id, conversation, number, author, text, at, seq");

} // namespace

CacheMessages::CacheMessages(Database &database, const QString &prefix, SearchIndex *index)
    : m_index(index)
    , m_put(database,
            QStringLiteral("INSERT OR REPLACE INTO %1messages(conversation, number, id, author, text, at, seq)"
                           " VALUES(?, ?, ?, ?, ?, ?, ?)")
                .arg(prefix))
    , m_lastKey(database, QStringLiteral("SELECT last_insert_rowid()"))
    , m_inPlaceOf(database, QStringLiteral("SELECT %2 FROM %1messages WHERE id=?"
                                           " UNION SELECT %2 FROM %1messages WHERE conversation=? AND number=?")
                                .arg(prefix, rowColumns))
    , m_of(database,
           QStringLiteral("SELECT %2 FROM %1messages WHERE conversation=? ORDER BY number").arg(prefix, rowColumns))
    , m_removeOf(database, QStringLiteral("DELETE FROM %1messages WHERE conversation=?").arg(prefix))
    , m_before(database, QStringLiteral("SELECT id, number, author, text, at, seq FROM %1messages"
                                        " WHERE conversation=? AND number<? ORDER BY number DESC LIMIT ?")
                             .arg(prefix))
    , m_has(database, QStringLiteral("SELECT 1 FROM %1messages WHERE conversation=? AND number=?").arg(prefix))
    , m_hasId(database, QStringLiteral("SELECT 1 FROM %1messages WHERE id=?").arg(prefix))
    , m_between(database, QStringLiteral("SELECT DISTINCT conversation FROM %1messages"
                                         " WHERE author=? AND seq>? AND seq<=?")
                              .arg(prefix))
{
}

void CacheMessages::put(const Message &message)
{
    QVector<std::pair<qint64, Message>> replaced;
    m_inPlaceOf.each(
        [&](const Row &row) {
            replaced.append({row.number(0), messageFrom(row)});
        },
        message.id, message.conversation, message.number);
    if (replaced.size() == 1 && replaced.first().second == message)
        return;
    m_put.run(message.conversation, message.number, message.id, message.author, message.text, message.at, message.seq);
    if (!m_index)
        return;
    const qint64 key = m_lastKey.number();
    for (const auto &[oldKey, old] : std::as_const(replaced))
        m_index->remove(oldKey, old);
    m_index->add(key, message);
}

void CacheMessages::removeOf(const ConversationId &conversation)
{
    if (m_index)
        m_of.each([this](const Row &row) { m_index->remove(row.number(0), messageFrom(row)); }, conversation);
    m_removeOf.run(conversation);
}

QVector<Message> CacheMessages::before(const ConversationId &conversation, qint64 number, int limit)
{
    QVector<Message> messages;
    bool contiguous = true;
    m_before.each(
        [&](const Row &row) {
            contiguous = contiguous && (messages.isEmpty() || row.number(1) == messages.last().number - 1);
            if (contiguous)
                messages.append({MessageId(row.text(0)), conversation, row.number(1), UserId(row.text(2)), row.text(3),
                                 row.number(4), row.number(5)});
        },
        conversation, number, limit);
    std::reverse(messages.begin(), messages.end());
    return messages;
}

bool CacheMessages::has(const ConversationId &conversation, qint64 number)
{
    return m_has.exists(conversation, number);
}

bool CacheMessages::has(const MessageId &id)
{
    return m_hasId.exists(id);
}

QVector<ConversationId> CacheMessages::writtenBetween(const UserId &author, qint64 after, qint64 upTo)
{
    QVector<ConversationId> conversations;
    m_between.each([&](const Row &row) { conversations.append(ConversationId(row.text(0))); }, author, after, upTo);
    return conversations;
}

} // namespace frontdesk::store
