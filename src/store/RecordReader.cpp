// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RecordReader.h"

#include "domain/SearchRequest.h"
#include "domain/SearchTokens.h"
#include "store/RecordRow.h"

#include <algorithm>

namespace frontdesk::store {

namespace {

constexpr qsizetype mostFollowed = 5'000; ///< changes that reading anew does not outdo
constexpr int rankedHits = 300;

std::unique_ptr<Database> openForReading(const QString &file)
{
    auto database = std::make_unique<Database>(file, Database::Durability::Process);
    database->forbidWriting();
    return database;
}

QVector<search::Term> termsOf(const QString &typed)
{
    QVector<search::Term> terms;
    const QStringList words = search::fold(typed).text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words)
        terms.append({.text = word, .openEnd = true});
    return terms;
}

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
        return term.text.size() <= certainLength && std::none_of(characters.begin(), characters.end(), [](uint one) {
                   return search::isUnspaced(one);
               });
    });
}

/// Numbers parted by commas.
template <class Use>
void eachNumber(const QString &text, Use use)
{
    qint64 number = 0;
    for (const QChar unit : text) {
        if (unit != u',') {
            number = number * 10 + (unit.unicode() - u'0');
            continue;
        }
        use(number);
        number = 0;
    }
    if (!text.isEmpty())
        use(number);
}

bool answers(const RecordState &state, const RecordQuery &query)
{
    return passes(state, query) && search::nameMatches(recordText(state), query.text);
}

bool isFound(RecordKind kind)
{
    return kind == RecordKind::Contact || kind == RecordKind::Company || kind == RecordKind::Deal ||
           kind == RecordKind::Task;
}

} // namespace

RecordReader::RecordReader(const QString &cacheFile, const QString &outboxFile)
    : m_cache(cacheFile, Database::Durability::Process)
    , m_outbox(openForReading(outboxFile))
    , m_orders(m_cache)
    , m_find(m_cache, QStringLiteral("SELECT %1, key FROM records WHERE record=? AND kind<>''").arg(recordRow::columns))
    , m_at(m_cache, QStringLiteral("SELECT %1 FROM records WHERE key=? AND kind<>''").arg(recordRow::columns))
    // One text of all of them: rows one by one cost more than finding them
    , m_matching(m_cache, QStringLiteral("SELECT group_concat(rowid) FROM search_records WHERE search_records MATCH ?"))
    , m_candidates(m_cache, QStringLiteral("SELECT %1 FROM search_records CROSS JOIN records r ON r.key=search_records.rowid"
                                           " WHERE search_records MATCH ? AND r.is_deleted=0"
                                           " AND r.kind IN ('contact', 'company', 'deal', 'task')"
                                           " ORDER BY search_records.rowid DESC")
                                .arg(recordRow::columns))
    , m_waiting(m_cache, QStringLiteral("SELECT 1 FROM search_records_waiting"))
    , m_waitingKeys(m_cache, QStringLiteral("SELECT r.key FROM search_records_waiting w"
                                            " CROSS JOIN records r ON r.key>=w.first AND r.key<=w.last"
                                            " WHERE r.kind<>''"))
    , m_me(m_cache, QStringLiteral("SELECT json_extract(value, '$.id') FROM meta WHERE key='me'"))
{
    m_cache.forbidWriting();
}

void RecordReader::note(const Changes &changes)
{
    m_changed += changes.records;
    m_everything = m_everything || changes.everything;
    m_stale = m_stale || changes.everything || !changes.records.isEmpty();
}

UserId RecordReader::myId()
{
    return UserId(m_me.first([](const Row &row) { return row.text(0); }).value_or(QString()));
}

std::optional<RecordReader::Shown> RecordReader::confirmed(const RecordRef &record)
{
    return m_find.first(
        [](const Row &row) {
            return Shown{row.number(recordRow::columnCount), recordRow::stateFrom(row)};
        },
        record.text());
}

void RecordReader::refresh()
{
    const bool many = m_everything || m_changed.size() > mostFollowed;
    if (many)
        m_orders.clear();
    QVector<RecordOrders::Changed> changed;
    for (const RecordRef &record : std::as_const(m_changed))
        if (!many)
            if (auto found = confirmed(record))
                changed.append({*found->key, std::move(found->state)});
    if (!changed.isEmpty())
        m_orders.update(changed);
    m_changed.clear();
    m_everything = false;
    if (!m_stale)
        return;
    m_shown.clear();
    const RecordOverlay waiting(m_outbox.pendingOfRecords(), myId());
    for (const RecordRef &record : waiting.records()) {
        const auto known = confirmed(record);
        if (auto shown = waiting.shown(record, known ? std::optional(known->state) : std::nullopt))
            m_shown.append({known ? known->key : std::nullopt, *std::move(shown)});
    }
    m_stale = false;
}

KeySet RecordReader::withText(const QString &typed)
{
    const QVector<search::Term> terms = termsOf(typed);
    KeySet found;
    const QString matching =
        m_matching.first([](const Row &row) { return row.text(0); }, expressionOf(terms)).value_or(QString());
    if (isCertain(terms)) {
        eachNumber(matching, [&](qint64 key) { found.insert(key); });
    } else {
        QVector<qint64> candidates;
        eachNumber(matching, [&](qint64 key) { candidates.append(key); });
        addIfItHas(typed, candidates, found);
    }
    QVector<qint64> unindexed;
    m_waitingKeys.each([&](const Row &row) { unindexed.append(row.number(0)); });
    addIfItHas(typed, unindexed, found);
    return found;
}

void RecordReader::addIfItHas(const QString &typed, const QVector<qint64> &keys, KeySet &found)
{
    for (const qint64 key : keys) {
        const auto state = m_at.first([](const Row &row) { return recordRow::stateFrom(row); }, key);
        if (state && search::nameMatches(recordText(*state), typed))
            found.insert(key);
    }
}

RecordKeys RecordReader::records(const RecordQuery &query)
{
    refresh();
    Transaction transaction(m_cache, Transaction::Reading);
    const bool hasText = !query.text.trimmed().isEmpty();
    const KeySet texts = hasText && !termsOf(query.text).isEmpty() ? withText(query.text) : KeySet();
    const KeySet *filtered = query.filters.isEmpty() ? nullptr : &m_orders.passing(query);
    const QVector<RecordPlace> &confirmed = m_orders.inOrder(query);
    transaction.commit();

    RecordKeys answer;
    KeySet replaced; ///< shown otherwise than confirmed
    QVector<RecordPlace> places;
    for (const Shown &shown : std::as_const(m_shown)) {
        if (shown.key)
            replaced.insert(*shown.key);
        if (!answers(shown.state, query))
            continue;
        if (!shown.key)
            answer.waiting.append(shown.state);
        places.append({sortKey(shown.state, query.sortBy), shown.key.value_or(-answer.waiting.size())});
    }
    std::sort(places.begin(), places.end());

    const auto isWanted = [&](const RecordPlace &place) {
        return (!hasText || texts.contains(place.key)) && (!filtered || filtered->contains(place.key)) &&
               !replaced.contains(place.key);
    };
    const auto take = [&](auto from, auto end, auto other, auto otherEnd, auto isBefore) {
        for (; from != end; ++from) {
            if (!isWanted(*from))
                continue;
            for (; other != otherEnd && isBefore(*other, *from); ++other)
                answer.keys.append(other->key);
            answer.keys.append(from->key);
        }
        for (; other != otherEnd; ++other)
            answer.keys.append(other->key);
    };
    const auto isEmpty = [](const RecordPlace &place) { return place.sort.isEmpty(); };
    const auto filled = std::partition_point(confirmed.begin(), confirmed.end(), isEmpty);
    const auto otherFilled = std::partition_point(places.cbegin(), places.cend(), isEmpty);
    answer.keys.reserve(confirmed.size() + places.size());
    if (query.descending)
        take(std::make_reverse_iterator(confirmed.end()), std::make_reverse_iterator(filled),
             std::make_reverse_iterator(places.cend()), std::make_reverse_iterator(otherFilled),
             [](const RecordPlace &a, const RecordPlace &b) { return b < a; });
    else
        take(filled, confirmed.end(), otherFilled, places.cend(), std::less<>());
    take(confirmed.begin(), filled, places.cbegin(), otherFilled, std::less<>());
    return answer;
}

QVector<RecordState> RecordReader::find(const QString &text, int limit)
{
    refresh();
    const QVector<search::Term> terms = termsOf(text);
    if (terms.isEmpty())
        return {};
    QSet<RecordRef> waiting;
    QVector<RecordState> found;
    const auto isHit = [&](const RecordState &state) { return search::nameMatches(recordText(state), text); };
    for (const Shown &shown : std::as_const(m_shown)) {
        waiting.insert(shown.state.record);
        if (isFound(shown.state.record.kind) && !shown.state.fields[fields::deleted].toBool() && isHit(shown.state))
            found.append(shown.state);
    }
    m_candidates.eachWhile(
        [&](const Row &row) {
            const RecordState state = recordRow::stateFrom(row);
            if (!waiting.contains(state.record) && isHit(state))
                found.append(state);
            return found.size() < rankedHits;
        },
        expressionOf(terms));
    const auto rank = [&](const RecordState &state) {
        const QString name = state.fields[fields::name].toString();
        return search::nameMatches(name, text) ? 1 + search::relevance(search::fold(name), terms) : 0;
    };
    QVector<std::pair<double, qsizetype>> order;
    for (qsizetype place = 0; place < found.size(); ++place)
        order.append({-rank(found[place]), place});
    std::sort(order.begin(), order.end());
    QVector<RecordState> best;
    for (const auto &[minusRank, place] : order.mid(0, limit))
        best.append(found[place]);
    return best;
}

} // namespace frontdesk::store
