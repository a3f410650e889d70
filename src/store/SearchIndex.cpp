// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SearchIndex.h"

#include "domain/SearchFind.h"
#include "domain/SearchTokens.h"
#include "store/JsonText.h"

#include <algorithm>

namespace frontdesk::store {

namespace {

namespace tokens = search::tokens;

constexpr int atOnce = 64; // messages of one transaction that do not wait

} // namespace

SearchIndex::SearchIndex(Database &database)
    : m_words(database, QStringLiteral("search_index"))
    , m_document(database, QStringLiteral("SELECT message FROM search_documents WHERE seq=?"))
    , m_addDocument(database, QStringLiteral("INSERT INTO search_documents(seq, message) VALUES(?, ?)"))
    , m_removeDocument(database, QStringLiteral("DELETE FROM search_documents WHERE seq=?"))
    , m_clearDocuments(database, QStringLiteral("DELETE FROM search_documents"))
    , m_stretchDay(
          database,
          QStringLiteral(
              "INSERT INTO search_days(day, first, last) VALUES(?, ?, ?)"
              " ON CONFLICT(day) DO UPDATE SET first=min(first, excluded.first), last=max(last, excluded.last)"))
    , m_clearDays(database, QStringLiteral("DELETE FROM search_days"))
    , m_wait(database, QStringLiteral("INSERT OR REPLACE INTO search_waiting(first, last) VALUES(?, ?)"))
    , m_nextWaiting(database, QStringLiteral("SELECT first, last FROM search_waiting ORDER BY first DESC LIMIT 1"))
    , m_shorten(database, QStringLiteral("UPDATE search_waiting SET last=? WHERE first=?"))
    , m_done(database, QStringLiteral("DELETE FROM search_waiting WHERE first=?"))
    , m_clearWaiting(database, QStringLiteral("DELETE FROM search_waiting"))
    , m_all(database, QStringLiteral("SELECT min(key), max(key) FROM messages"))
    , m_messages(database, QStringLiteral("SELECT key, id, conversation, number, author, text, at, seq, edited_at,"
                                          " edit_seq, files FROM messages"
                                          " WHERE key>=? AND key<=? ORDER BY key DESC LIMIT ?"))
{
}

void SearchIndex::adoptRules(CacheMeta &meta)
{
    m_words.mergeInSteps();
    if (meta.searchRules() != tokens::rules()) {
        clear();
        meta.setSearchRules(tokens::rules());
    }
    m_waiting = m_nextWaiting.exists();
}

void SearchIndex::begin()
{
    m_added = 0;
    m_deferred.reset();
}

void SearchIndex::postpone()
{
    m_added = atOnce;
}

void SearchIndex::add(qint64 key, const Message &message)
{
    if (m_added++ < atOnce) {
        write(key, message);
        return;
    }
    const auto [first, last] = m_deferred.value_or(std::pair(key, key));
    m_deferred = {std::min(first, key), std::max(last, key)}; // keys go down again where the last messages were removed
}

void SearchIndex::settle()
{
    m_words.settle();
    if (!m_deferred)
        return;
    m_wait.run(m_deferred->first, m_deferred->second);
    m_deferred.reset();
    m_waiting = true;
}

void SearchIndex::write(qint64 key, const Message &message)
{
    if (m_document.exists(message.seq))
        return; // a journal has each seq once: this server does not
    m_addDocument.run(message.seq, key);
    m_words.write(message.seq, tokens::of(message));
    m_stretchDay.run(search::dayOf(message.at), message.seq, message.seq);
}

void SearchIndex::remove(qint64 key, const Message &message)
{
    const auto indexed = m_document.first([](const Row &row) { return row.number(0); }, message.seq);
    if (indexed != key)
        return; // it waits, and build() will not find it
    m_words.erase(message.seq, tokens::of(message));
    m_removeDocument.run(message.seq);
}

void SearchIndex::clear()
{
    m_words.clear();
    m_clearDocuments.run();
    m_clearDays.run();
    m_clearWaiting.run();
    m_deferred.reset();
    const auto [first, last] =
        m_all.first([](const Row &row) { return std::pair(row.number(0), row.number(1)); }).value();
    m_waiting = true; // whether anything does is looked up when this is committed
    if (last > 0)
        m_wait.run(first, last);
}

void SearchIndex::build(int limit)
{
    const auto range = m_nextWaiting.first([](const Row &row) { return std::pair(row.number(0), row.number(1)); });
    if (!range) {
        m_waiting = false;
        return;
    }
    QVector<std::pair<qint64, Message>> messages;
    m_messages.each(
        [&](const Row &row) {
            messages.append({row.number(0), Message{.id = MessageId(row.text(1)),
                                                    .conversation = ConversationId(row.text(2)),
                                                    .number = row.number(3),
                                                    .author = UserId(row.text(4)),
                                                    .text = row.text(5),
                                                    .at = row.number(6),
                                                    .seq = row.number(7),
                                                    .editedAt = row.number(8),
                                                    .editSeq = row.number(9),
                                                    .files = filesFrom(row.text(10))}});
        },
        range->first, range->second, limit);
    const bool finished = messages.size() < limit;
    if (finished)
        m_done.run(range->first);
    else
        m_shorten.run(messages.last().first - 1, range->first);
    // FTS5 writes a segment whenever a document comes before the one written last.
    std::sort(messages.begin(), messages.end(),
              [](const auto &a, const auto &b) { return a.second.seq < b.second.seq; });
    for (const auto &[key, message] : std::as_const(messages))
        write(key, message);
}

} // namespace frontdesk::store
