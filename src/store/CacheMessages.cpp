// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CacheMessages.h"

#include "store/JsonText.h"

#include <algorithm>

namespace frontdesk::store {

namespace {

/// A row of rowColumns.
Message messageFrom(const Row &row)
{
    return {.id = MessageId(row.text(1)),
            .conversation = ConversationId(row.text(2)),
            .number = row.number(3),
            .author = UserId(row.text(4)),
            .text = row.text(5),
            .at = row.number(6),
            .seq = row.number(7),
            .editedAt = row.number(8),
            .editSeq = row.number(9),
            .files = filesFrom(row.text(10))};
}

const QString rowColumns = QStringLiteral("key, id, conversation, number, author, text, at, seq, edited_at, edit_seq,"
                                          " files");

} // namespace

CacheMessages::CacheMessages(Database &database, const QString &prefix, SearchIndex *index)
    : m_index(index)
    , m_add(database, QStringLiteral("INSERT INTO %1messages(conversation, number, id, author, text, at, seq,"
                                     " edited_at, edit_seq, files, is_own) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                     " ON CONFLICT DO NOTHING")
                          .arg(prefix))
    , m_replace(database,
                QStringLiteral("INSERT OR REPLACE INTO %1messages(conversation, number, id, author, text, at, seq,"
                               " edited_at, edit_seq, files, is_own) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .arg(prefix))
    , m_inPlaceOf(database, QStringLiteral("SELECT %2 FROM %1messages WHERE id=?"
                                           " UNION SELECT %2 FROM %1messages WHERE conversation=? AND number=?")
                                .arg(prefix, rowColumns))
    , m_of(database,
           QStringLiteral("SELECT %2 FROM %1messages WHERE conversation=? ORDER BY number").arg(prefix, rowColumns))
    , m_removeOf(database, QStringLiteral("DELETE FROM %1messages WHERE conversation=?").arg(prefix))
    , m_first(database, QStringLiteral("SELECT %2 FROM %1messages WHERE conversation=? ORDER BY number LIMIT ?")
                            .arg(prefix, rowColumns))
    , m_removeUpTo(database, QStringLiteral("DELETE FROM %1messages WHERE conversation=? AND number<=?").arg(prefix))
    , m_before(database, QStringLiteral("SELECT %2 FROM %1messages"
                                        " WHERE conversation=? AND number<? ORDER BY number DESC LIMIT ?")
                             .arg(prefix, rowColumns))
    , m_beforeSeq(database, QStringLiteral("SELECT %2 FROM %1messages WHERE conversation=? AND seq<?"
                                           " ORDER BY number DESC LIMIT ?")
                                .arg(prefix, rowColumns))
    , m_has(database, QStringLiteral("SELECT 1 FROM %1messages WHERE conversation=? AND number=?").arg(prefix))
    , m_hasId(database, QStringLiteral("SELECT 1 FROM %1messages WHERE id=?").arg(prefix))
    , m_find(database, QStringLiteral("SELECT %2 FROM %1messages WHERE id=?").arg(prefix, rowColumns))
    , m_ownBetween(database, QStringLiteral("SELECT DISTINCT conversation FROM %1messages"
                                            " WHERE is_own=1 AND seq>? AND seq<=?")
                                 .arg(prefix))
    , m_markOwn(database, QStringLiteral("UPDATE %1messages SET is_own=(author=?)").arg(prefix))
    , m_keepEdit(database, QStringLiteral("INSERT INTO %1early_edits(message, conversation, text, at, seq)"
                                          " VALUES(?, ?, ?, ?, ?)"
                                          " ON CONFLICT(message) DO UPDATE SET text=excluded.text, at=excluded.at,"
                                          " seq=excluded.seq WHERE excluded.seq>seq")
                               .arg(prefix))
    , m_anyEarlyEdit(database, QStringLiteral("SELECT 1 FROM %1early_edits LIMIT 1").arg(prefix))
    , m_earlyEdit(database, QStringLiteral("SELECT text, at, seq FROM %1early_edits WHERE message=?").arg(prefix))
    , m_dropEdit(database, QStringLiteral("DELETE FROM %1early_edits WHERE message=?").arg(prefix))
    , m_dropEditsOf(database, QStringLiteral("DELETE FROM %1early_edits WHERE conversation=?").arg(prefix))
{
}

void CacheMessages::begin(const UserId &me)
{
    m_me = me;
    m_earlyEdits.reset();
}

void CacheMessages::setOwner(const UserId &me)
{
    m_me = me;
    m_markOwn.run(me);
}

Message CacheMessages::withEarlyEdit(Message message)
{
    if (!m_earlyEdits)
        m_earlyEdits = m_anyEarlyEdit.exists();
    if (!*m_earlyEdits)
        return message;
    bool found = false;
    const auto take = [&](const Row &row) {
        found = true;
        if (row.number(2) <= message.editSeq)
            return;
        message.text = row.text(0);
        message.editedAt = row.number(1);
        message.editSeq = row.number(2);
    };
    m_earlyEdit.each(take, message.id);
    if (found)
        m_dropEdit.run(message.id);
    return message;
}

void CacheMessages::put(const Message &given)
{
    const Message message = withEarlyEdit(given);
    const auto write = [this, &message](Statement &statement) {
        return statement.insert(message.conversation, message.number, message.id, message.author, message.text,
                                message.at, message.seq, message.editedAt, message.editSeq, filesText(message.files),
                                message.author == m_me ? 1 : 0);
    };
    if (const auto key = write(m_add)) {
        if (m_index)
            m_index->add(*key, message);
        return;
    }
    QVector<std::pair<qint64, Message>> replaced;
    m_inPlaceOf.each(
        [&](const Row &row) {
            replaced.append({row.number(0), messageFrom(row)});
        },
        message.id, message.conversation, message.number);
    if (replaced.size() == 1) {
        const Message &known = replaced.first().second;
        if (known == message || (known.id == message.id && known.editSeq > message.editSeq))
            return;
    }
    const auto key = write(m_replace);
    if (!m_index || !key)
        return;
    for (const auto &[oldKey, old] : std::as_const(replaced))
        m_index->remove(oldKey, old);
    m_index->add(*key, message);
}

void CacheMessages::edit(const MessageEdited &edit, qint64 seq)
{
    std::optional<Message> message = find(edit.message);
    if (!message) {
        m_keepEdit.run(edit.message, edit.conversation, edit.text, edit.at, seq);
        m_earlyEdits = true;
        return;
    }
    if (seq <= message->editSeq)
        return;
    message->text = edit.text;
    message->editedAt = edit.at;
    message->editSeq = seq;
    put(*message);
}

void CacheMessages::removeOf(const ConversationId &conversation)
{
    if (m_index)
        m_of.each([this](const Row &row) { m_index->remove(row.number(0), messageFrom(row)); }, conversation);
    m_removeOf.run(conversation);
    m_dropEditsOf.run(conversation);
}

int CacheMessages::removeFirst(const ConversationId &conversation, int limit,
                               const std::function<bool(const Message &)> &mayGo)
{
    QVector<std::pair<qint64, Message>> gone;
    m_first.eachWhile(
        [&](const Row &row) {
            const Message message = messageFrom(row);
            const bool goes = mayGo(message);
            if (goes)
                gone.append({row.number(0), message});
            return goes;
        },
        conversation, limit);
    if (gone.isEmpty())
        return 0;
    if (m_index)
        for (const auto &[key, message] : std::as_const(gone))
            m_index->remove(key, message);
    m_removeUpTo.run(conversation, gone.last().second.number);
    return int(gone.size());
}

QVector<Message> CacheMessages::before(const ConversationId &conversation, qint64 number, int limit)
{
    QVector<Message> messages;
    bool contiguous = true;
    m_before.each(
        [&](const Row &row) {
            const Message message = messageFrom(row);
            contiguous = contiguous && (messages.isEmpty() || message.number == messages.last().number - 1);
            if (contiguous)
                messages.append(message);
        },
        conversation, number, limit);
    std::reverse(messages.begin(), messages.end());
    return messages;
}

QVector<Message> CacheMessages::beforeSeq(const ConversationId &conversation, qint64 seq, int limit)
{
    QVector<Message> messages;
    m_beforeSeq.each([&](const Row &row) { messages.append(messageFrom(row)); }, conversation, seq, limit);
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

std::optional<Message> CacheMessages::find(const MessageId &id)
{
    return m_find.first(messageFrom, id);
}

QVector<ConversationId> CacheMessages::ownBetween(qint64 after, qint64 upTo)
{
    QVector<ConversationId> conversations;
    m_ownBetween.each([&](const Row &row) { conversations.append(ConversationId(row.text(0))); }, after, upTo);
    return conversations;
}

} // namespace frontdesk::store
