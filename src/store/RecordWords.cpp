// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RecordWords.h"

#include "domain/RecordQuery.h"
#include "domain/SearchTokens.h"
#include "store/KeyList.h"
#include "store/RecordRow.h"

#include <algorithm>

namespace frontdesk::store {

namespace {

constexpr size_t mostTyped = 64;

QString expressionOf(const QVector<search::Term> &terms)
{
    return search::tokens::expression({.terms = terms}, search::Places::WordStarts);
}

/// Whether the index knows for certain; of scripts without spaces it knows pairs, of long words their beginnings.
bool isCertain(const QVector<search::Term> &terms)
{
    constexpr qsizetype certainLength = 32; // UTF-16 units; as many characters or fewer
    return std::all_of(terms.begin(), terms.end(), [](const search::Term &term) {
        const QList<uint> characters = term.text.toUcs4();
        return term.text.size() <= certainLength &&
               std::none_of(characters.begin(), characters.end(), [](uint one) { return search::isUnspaced(one); });
    });
}

} // namespace

RecordWords::RecordWords(Database &database)
    // One text of all of them: rows one by one cost more than finding them
    : m_matching(database, QStringLiteral("SELECT group_concat(rowid) FROM search_records"
                                          " WHERE search_records MATCH ?"))
    , m_newest(database, QStringLiteral("SELECT %1 FROM search_records"
                                        " CROSS JOIN records r ON r.key=search_records.rowid"
                                        " WHERE search_records MATCH ? AND r.is_deleted=0"
                                        " AND r.kind IN ('contact', 'company', 'deal', 'task', 'file')"
                                        " ORDER BY search_records.rowid DESC")
                             .arg(recordRow::columns))
    , m_at(database, QStringLiteral("SELECT %1 FROM records WHERE key=? AND kind<>''").arg(recordRow::columns))
    , m_waiting(database, QStringLiteral("SELECT 1 FROM search_records_waiting"))
    , m_waitingKeys(database, QStringLiteral("SELECT r.key FROM search_records_waiting w"
                                             " CROSS JOIN records r ON r.key>=w.first AND r.key<=w.last"
                                             " WHERE r.kind<>''"))
    , m_having(mostTyped)
{
}

QVector<search::Term> RecordWords::termsOf(const QString &typed)
{
    QVector<search::Term> terms;
    const QStringList words = search::fold(typed).text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words)
        terms.append({.text = word, .openEnd = true});
    return terms;
}

bool RecordWords::has(const RecordState &state, const QString &typed)
{
    return search::nameMatches(recordText(state), typed);
}

const KeySet &RecordWords::having(const QString &typed)
{
    return m_having.get(
        search::fold(typed).text, [&] { return find(typed); },
        [&](KeySet &keys, const QVector<ChangedRecord> &changed) {
            for (const ChangedRecord &record : changed) {
                if (record.state && has(*record.state, typed))
                    keys.insert(record.key);
                else
                    keys.remove(record.key);
            }
        });
}

KeySet RecordWords::find(const QString &typed)
{
    KeySet found;
    const QVector<search::Term> terms = termsOf(typed);
    if (terms.isEmpty())
        return found;
    const QString matching =
        m_matching.first([](const Row &row) { return row.text(0); }, expressionOf(terms)).value_or(QString());
    if (isCertain(terms)) {
        eachKey(matching, [&](qint64 key) { found.insert(key); });
    } else {
        QVector<qint64> candidates;
        eachKey(matching, [&](qint64 key) { candidates.append(key); });
        addIfItHas(typed, candidates, found);
    }
    QVector<qint64> unindexed;
    m_waitingKeys.each([&](const Row &row) { unindexed.append(row.number(0)); });
    addIfItHas(typed, unindexed, found);
    return found;
}

void RecordWords::addIfItHas(const QString &typed, const QVector<qint64> &keys, KeySet &found)
{
    for (const qint64 key : keys) {
        const auto state = m_at.first([](const Row &row) { return recordRow::stateFrom(row); }, key);
        if (state && has(*state, typed))
            found.insert(key);
    }
}

void RecordWords::each(const QString &typed, const std::function<bool(const RecordState &)> &take)
{
    const QVector<search::Term> terms = termsOf(typed);
    if (terms.isEmpty())
        return;
    const auto takeRow = [&](const Row &row) {
        const RecordState state = recordRow::stateFrom(row);
        return !has(state, typed) || take(state);
    };
    m_newest.eachWhile(takeRow, expressionOf(terms));
}

} // namespace frontdesk::store
