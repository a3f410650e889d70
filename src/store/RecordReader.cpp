// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RecordReader.h"

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

bool isFound(const RecordState &state)
{
    const RecordKind kind = state.record.kind;
    return (kind == RecordKind::Contact || kind == RecordKind::Company || kind == RecordKind::Deal ||
            kind == RecordKind::Task || kind == RecordKind::File) &&
           !state.fields[fields::deleted].toBool();
}

QString nameOf(const RecordState &state)
{
    return state.record.kind == RecordKind::File ? state.fields[fields::file][QLatin1String("name")].toString()
                                                 : state.fields[fields::name].toString();
}

/// Both in one order. `place(i)` is where the confirmed one number i stands; those that `isWanted` leaves out are not
/// looked at.
class Merger {
public:
    Merger(const RecordOrder &confirmed, const QVector<RecordPlace> &others, QVector<qint64> &keys)
        : m_confirmed(confirmed)
        , m_others(others)
        , m_keys(keys)
    {
    }

    /// Confirmed ones from … to (not included) and others likewise; backwards: the last first.
    template <class IsWanted>
    void add(qsizetype from, qsizetype to, qsizetype otherFrom, qsizetype otherTo, bool backwards, IsWanted isWanted)
    {
        qsizetype other = backwards ? otherTo - 1 : otherFrom;
        const auto left = [&] { return other >= otherFrom && other < otherTo; };
        const auto takeOther = [&] {
            m_keys.append(m_others[other].key);
            other += backwards ? -1 : 1;
        };
        for (qsizetype i = 0; i < to - from; ++i) {
            const qsizetype at = backwards ? to - 1 - i : from + i;
            const qint64 key = m_confirmed.keys[at];
            if (!isWanted(key))
                continue;
            while (left() && comesFirst(m_others[other], at, backwards))
                takeOther();
            m_keys.append(key);
        }
        while (left())
            takeOther();
    }

private:
    [[nodiscard]] bool comesFirst(const RecordPlace &other, qsizetype at, bool backwards) const
    {
        const RecordPlace place{m_confirmed.sorts[at], m_confirmed.keys[at]};
        return backwards ? place < other : other < place;
    }

    const RecordOrder &m_confirmed;
    const QVector<RecordPlace> &m_others;
    QVector<qint64> &m_keys;
};

} // namespace

RecordReader::RecordReader(const QString &cacheFile, const QString &outboxFile)
    : m_cache(cacheFile, Database::Durability::Process)
    , m_outbox(openForReading(outboxFile))
    , m_orders(m_cache)
    , m_words(m_cache)
    , m_deals(m_cache)
    , m_find(m_cache, QStringLiteral("SELECT %1, key FROM records WHERE record=? AND kind<>''").arg(recordRow::columns))
    , m_gone(m_cache, QStringLiteral("SELECT key FROM records WHERE record=? AND kind=''"))
    , m_at(m_cache, QStringLiteral("SELECT %1 FROM records WHERE key=? AND kind<>''").arg(recordRow::columns))
    , m_me(m_cache, QStringLiteral("SELECT json_extract(value, '$.id') FROM meta WHERE key='me'"))
{
    m_cache.forbidWriting();
}

void RecordReader::note(const Changes &changes)
{
    m_changed += changes.records;
    m_everything = m_everything || changes.everything;
    m_stale = true;
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
    if (!m_stale)
        return;
    follow();
    m_shown.clear();
    const RecordOverlay waiting(m_outbox.pendingOfRecords(), myId());
    for (const RecordRef &record : waiting.records()) {
        const auto known = confirmed(record);
        if (auto shown = waiting.shown(record, known ? std::optional(known->state) : std::nullopt))
            m_shown.append({known ? known->key : std::nullopt, *std::move(shown)});
    }
    m_stale = false;
}

void RecordReader::follow()
{
    if (m_everything || m_changed.size() > mostFollowed) {
        m_orders.clear();
        m_words.clear();
        m_deals.clear();
    } else {
        QVector<ChangedRecord> changed;
        for (const RecordRef &record : std::as_const(m_changed))
            if (auto found = confirmed(record))
                changed.append(ChangedRecord{*found->key, std::move(found->state)});
            else if (const auto key = m_gone.first([](const Row &row) { return row.number(0); }, record.text()))
                changed.append(ChangedRecord{*key, {}});
        m_orders.note(changed);
        m_words.note(changed);
        m_deals.note(changed);
    }
    m_changed.clear();
    m_everything = false;
}

const KeySet *RecordReader::passingOf(const RecordQuery &query)
{
    const KeySet *known = query.kind == RecordKind::Deal ? m_deals.passing(query.filters) : nullptr;
    return known ? known : &m_orders.passing(query);
}

RecordKeys RecordReader::records(const RecordQuery &query)
{
    refresh();
    RecordKeys answer;
    KeySet replaced; // shown otherwise than confirmed
    QVector<RecordPlace> places;
    for (const Shown &shown : std::as_const(m_shown)) {
        if (shown.key)
            replaced.insert(*shown.key);
        if (!passes(shown.state, query) || !RecordWords::has(shown.state, query.text))
            continue;
        if (!shown.key)
            answer.waiting.append(shown.state);
        places.append({sortKey(shown.state, query.sortBy), shown.key.value_or(-answer.waiting.size())});
    }
    std::sort(places.begin(), places.end());

    Transaction transaction(m_cache, Transaction::Reading);
    const KeySet *having = query.text.trimmed().isEmpty() ? nullptr : &m_words.having(query.text);
    const KeySet *passing = query.filters.isEmpty() ? nullptr : passingOf(query);
    const RecordOrder &order = m_orders.inOrder(query, !places.isEmpty());
    transaction.commit();

    const auto isWanted = [&](qint64 key) {
        return (!having || having->contains(key)) && (!passing || passing->contains(key)) && !replaced.contains(key);
    };
    const qsizetype emptyPlaces = std::partition_point(places.cbegin(), places.cend(),
                                                       [](const RecordPlace &place) { return place.sort.isEmpty(); }) -
                                  places.cbegin();
    answer.keys.reserve(order.keys.size() + places.size());
    Merger merger(order, places, answer.keys);
    merger.add(order.empty, order.keys.size(), emptyPlaces, places.size(), query.descending, isWanted);
    merger.add(0, order.empty, 0, emptyPlaces, false, isWanted);
    return answer;
}

void RecordReader::prepare(const RecordQuery &query)
{
    m_orders.inOrder(query, true);
}

/// Confirmed ones for which something waits, by their keys.
QHash<qint64, const RecordState *> RecordReader::shownOtherwise() const
{
    QHash<qint64, const RecordState *> changed;
    for (const Shown &shown : m_shown)
        if (shown.key)
            changed.insert(*shown.key, &shown.state);
    return changed;
}

void RecordReader::eachShown(const RecordKeys &found, const std::function<void(const RecordState &)> &use)
{
    const QHash<qint64, const RecordState *> changed = shownOtherwise();
    Transaction transaction(m_cache, Transaction::Reading);
    for (const qint64 key : found.keys) {
        if (key < 0)
            use(found.waiting[-key - 1]);
        else if (const RecordState *shown = changed.value(key))
            use(*shown);
        else if (const auto confirmed = confirmedAt(key))
            use(*confirmed);
    }
    transaction.commit();
}

std::optional<RecordState> RecordReader::confirmedAt(qint64 key)
{
    return m_at.first([](const Row &row) { return recordRow::stateFrom(row); }, key);
}

void RecordReader::readFirst(RecordKeys &found, int count)
{
    if (count <= 0)
        return;
    const QHash<qint64, const RecordState *> changed = shownOtherwise();
    Transaction transaction(m_cache, Transaction::Reading);
    const qsizetype end = std::min<qsizetype>(count, found.keys.size());
    for (qsizetype place = 0; place < end; ++place) {
        const qint64 key = found.keys[place];
        if (const RecordState *shown = changed.value(key))
            found.first.insert(key, *shown);
        else if (auto confirmed = key < 0 ? std::nullopt : confirmedAt(key))
            found.first.insert(key, *std::move(confirmed));
    }
    transaction.commit();
}

QVector<DealSum> RecordReader::dealSums(const RecordQuery &query)
{
    const RecordKeys found = records(query);
    const QHash<qint64, const RecordState *> changed = shownOtherwise();
    QVector<qint64> keys;
    QVector<const RecordState *> others;
    for (const qint64 key : found.keys) {
        if (key < 0)
            others.append(&found.waiting[-key - 1]);
        else if (const RecordState *shown = changed.value(key))
            others.append(shown);
        else
            keys.append(key);
    }
    return m_deals.sums(keys, others);
}

QVector<RecordState> RecordReader::all(RecordKind kind, bool deleted)
{
    QVector<RecordState> states;
    eachShown(records({.kind = kind, .sortBy = QStringLiteral("createdAt"), .deleted = deleted}),
              [&](const RecordState &state) { states.append(state); });
    return states;
}

QVector<RecordState> RecordReader::find(const QString &text, int limit)
{
    refresh();
    QSet<RecordRef> waiting;
    QVector<RecordState> found;
    for (const Shown &shown : std::as_const(m_shown)) {
        waiting.insert(shown.state.record);
        if (isFound(shown.state) && RecordWords::has(shown.state, text))
            found.append(shown.state);
    }
    m_words.each(text, [&](const RecordState &state) {
        if (!waiting.contains(state.record))
            found.append(state);
        return found.size() < rankedHits;
    });
    const QVector<search::Term> terms = RecordWords::termsOf(text);
    QVector<std::pair<double, qsizetype>> order; // the smaller the better, then the newer
    for (qsizetype place = 0; place < found.size(); ++place) {
        const QString name = nameOf(found[place]);
        const bool isName = search::nameMatches(name, text);
        order.append({isName ? -1 - search::relevance(search::fold(name), terms) : 0, place});
    }
    std::sort(order.begin(), order.end());
    QVector<RecordState> best;
    for (const auto &[rank, place] : order.mid(0, limit))
        best.append(found[place]);
    return best;
}

} // namespace frontdesk::store
