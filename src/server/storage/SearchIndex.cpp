// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/SearchIndex.h"

#include "domain/SearchFind.h"
#include "domain/SearchTokens.h"
#include "server/storage/JsonColumn.h"

#include <algorithm>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString setMeta = u"INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)"_s;
const QString rulesKey = u"searchRules"_s;
const QString belowKey = u"searchBelow"_s;

constexpr int documentsPerPage = 4; // of merging: keeps the segments few, as in the client's store::FullTextTable

} // namespace

template <class Work>
void SearchIndex::inTransaction(Work work)
{
    m_database.run(u"BEGIN IMMEDIATE"_s);
    try {
        work();
        m_database.run(u"COMMIT"_s);
    } catch (const StorageFailure &) {
        m_database.rollback();
        throw;
    }
}

void SearchIndex::adoptRules()
{
    bool current = false;
    {
        Rows rows = m_database.run(u"SELECT value FROM meta WHERE key = ?"_s, {rulesKey});
        current = rows.next() && rows.text(0) == search::tokens::rules();
    }
    if (!current)
        inTransaction([this] {
            m_database.run(u"INSERT INTO search_index (search_index) VALUES ('delete-all')"_s);
            m_database.run(u"DELETE FROM search_days"_s);
            m_database.run(setMeta, {rulesKey, search::tokens::rules()});
            m_database.run(setMeta, {belowKey, m_database.number(u"SELECT max(seq) + 1 FROM messages"_s)});
        });
    // FTS5's own merging is a long transaction out of many, for which everybody's commands would wait.
    if (m_database.number(u"SELECT v FROM search_index_config WHERE k = 'automerge'"_s, {}, 4) != 0)
        m_database.run(u"INSERT INTO search_index (search_index, rank) VALUES ('automerge', 0)"_s);
    m_below = m_database.number(u"SELECT value FROM meta WHERE key = ?"_s, {belowKey});
}

void SearchIndex::add(const Message &message)
{
    m_noted.push_back({.removed = {}, .added = message});
}

void SearchIndex::replace(const Message &before, const Message &after)
{
    m_noted.push_back({.removed = before, .added = after});
}

void SearchIndex::keep()
{
    m_kept = m_noted.size();
}

void SearchIndex::cancel()
{
    m_noted.resize(m_kept);
}

void SearchIndex::forget()
{
    m_noted.clear();
    m_kept = 0;
}

void SearchIndex::settle()
{
    for (const Change &change : m_noted) {
        if (change.added.seq < m_below)
            continue; // build() will find it as it is then
        if (change.removed)
            erase(*change.removed);
        write(change.added);
    }
    merge(m_noted.size());
    forget();
}

void SearchIndex::write(const Message &message)
{
    m_database.run(u"INSERT INTO search_index (rowid, tokens) VALUES (?, ?)"_s,
                   {message.seq, search::tokens::of(message)});
    m_database.run(
        u"INSERT INTO search_days (day, first, last) VALUES (?, ?, ?) "
        "ON CONFLICT (day) DO UPDATE SET first = min(first, excluded.first), last = max(last, excluded.last)"_s,
        {search::dayOf(message.at), message.seq, message.seq});
}

void SearchIndex::erase(const Message &message)
{
    m_database.run(u"INSERT INTO search_index (search_index, rowid, tokens) VALUES ('delete', ?, ?)"_s,
                   {message.seq, search::tokens::of(message)});
}

/// A little for the documents that were written in this transaction.
void SearchIndex::merge(size_t written)
{
    if (written > 0)
        m_database.run(u"INSERT INTO search_index (search_index, rank) VALUES ('merge', ?)"_s,
                       {qint64((written + documentsPerPage - 1) / documentsPerPage)});
}

void SearchIndex::build(int limit)
{
    std::vector<Message> messages;
    {
        Rows rows = m_database.run(u"SELECT conversation_id, author, text, at, seq, files FROM messages "
                                   "WHERE seq < ? ORDER BY seq DESC LIMIT ?"_s,
                                   {m_below, limit});
        while (rows.next())
            messages.push_back({.id = {},
                                .conversation = ConversationId(rows.text(0)),
                                .author = UserId(rows.text(1)),
                                .text = rows.text(2),
                                .at = rows.integer(3),
                                .seq = rows.integer(4),
                                .files = filesFrom(rows.text(5))});
    }
    // FTS5 writes a segment whenever a document comes before the one written last.
    std::reverse(messages.begin(), messages.end());
    const qint64 below = qsizetype(messages.size()) < limit ? 0 : messages.front().seq;
    inTransaction([&] {
        for (const Message &message : messages)
            write(message);
        merge(messages.size());
        m_database.run(setMeta, {belowKey, below});
    });
    m_below = below;
}

} // namespace frontdesk::server
