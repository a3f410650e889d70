// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RecordIndex.h"

#include "domain/RecordQuery.h"
#include "domain/SearchTokens.h"
#include "store/RecordRow.h"

#include <algorithm>

namespace frontdesk::store {

namespace {

namespace tokens = search::tokens;

/// Raise with every change of recordText() or sortKey().
constexpr int version = 2;

QString rules()
{
    return QStringLiteral("%1/%2").arg(version).arg(tokens::rules());
}

} // namespace

RecordIndex::RecordIndex(Database &database)
    : m_words(database, QStringLiteral("search_records"))
    , m_wait(database, QStringLiteral("INSERT OR REPLACE INTO search_records_waiting(first, last) VALUES(?, ?)"))
    , m_waits(database, QStringLiteral("SELECT 1 FROM search_records_waiting WHERE first<=? AND last>=?"))
    , m_nextWaiting(database,
                    QStringLiteral("SELECT first, last FROM search_records_waiting ORDER BY first DESC LIMIT 1"))
    , m_shorten(database, QStringLiteral("UPDATE search_records_waiting SET last=? WHERE first=?"))
    , m_done(database, QStringLiteral("DELETE FROM search_records_waiting WHERE first=?"))
    , m_clearWaiting(database, QStringLiteral("DELETE FROM search_records_waiting"))
    , m_all(database, QStringLiteral("SELECT min(key), max(key) FROM records"))
    , m_records(database, QStringLiteral("SELECT %1, key FROM records WHERE key>=? AND key<=? AND kind<>''"
                                         " ORDER BY key DESC LIMIT ?")
                              .arg(recordRow::columns))
{
}

bool RecordIndex::adoptRules(CacheMeta &meta)
{
    m_words.mergeInSteps();
    const bool differ = meta.recordRules() != rules();
    if (differ) {
        clear();
        meta.setRecordRules(rules());
    }
    m_waiting = m_nextWaiting.exists();
    return differ;
}

void RecordIndex::begin()
{
    m_deferred.reset();
    m_postponed = false;
}

void RecordIndex::postpone()
{
    m_postponed = true;
}

void RecordIndex::add(qint64 key, const QString &text)
{
    if (!m_postponed) {
        m_words.write(key, tokens::of(text));
        return;
    }
    if (!m_deferred)
        m_deferred = {key, key};
    m_deferred->second = key;
}

void RecordIndex::change(qint64 key, const QString &before, const QString &now)
{
    if (before == now && !before.isNull())
        return;
    if (m_waiting && m_waits.exists(key, key))
        return; // build() reads what it is then
    if (!before.isNull())
        m_words.erase(key, tokens::of(before));
    m_words.write(key, tokens::of(now));
}

void RecordIndex::remove(qint64 key, const QString &text)
{
    if (!m_waiting || !m_waits.exists(key, key))
        m_words.erase(key, tokens::of(text));
}

void RecordIndex::settle()
{
    m_words.settle();
    if (!m_deferred)
        return;
    m_wait.run(m_deferred->first, m_deferred->second);
    m_deferred.reset();
    m_waiting = true;
}

void RecordIndex::clear()
{
    m_words.clear();
    m_clearWaiting.run();
    m_deferred.reset();
    const auto [first, last] =
        m_all.first([](const Row &row) { return std::pair(row.number(0), row.number(1)); }).value();
    m_waiting = true; // whether anything does is looked up when this is committed
    if (last > 0)
        m_wait.run(first, last);
}

void RecordIndex::build(int limit)
{
    const auto range = m_nextWaiting.first([](const Row &row) { return std::pair(row.number(0), row.number(1)); });
    if (!range) {
        m_waiting = false;
        return;
    }
    QVector<std::pair<qint64, QString>> texts;
    m_records.each(
        [&](const Row &row) {
            texts.append({row.number(recordRow::columnCount), recordText(recordRow::stateFrom(row))});
        },
        range->first, range->second, limit);
    if (texts.size() < limit)
        m_done.run(range->first);
    else
        m_shorten.run(texts.last().first - 1, range->first);
    // FTS5 writes a segment whenever a document comes before the one written last.
    std::reverse(texts.begin(), texts.end());
    for (const auto &[key, text] : std::as_const(texts))
        m_words.write(key, tokens::of(text));
}

} // namespace frontdesk::store
