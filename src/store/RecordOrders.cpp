// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RecordOrders.h"

#include "domain/RecordSchema.h"
#include "store/JsonText.h"
#include "store/KeyList.h"
#include "store/RecordRow.h"

#include <algorithm>

namespace frontdesk::store {

namespace {

constexpr size_t mostOrders = 8;
constexpr size_t mostConditions = 16;
constexpr qsizetype fewChanges = 8; ///< that are put in one by one

const QString createdAt = QStringLiteral("createdAt");
const QString changedAt = QStringLiteral("changedAt");

RecordOrder orderOf(const QVector<RecordPlace> &places)
{
    RecordOrder order;
    order.keys.reserve(places.size());
    order.sorts.reserve(places.size());
    for (const RecordPlace &place : places) {
        order.keys.append(place.key);
        order.sorts.append(place.sort);
        order.empty += place.sort.isEmpty() ? 1 : 0;
    }
    return order;
}

void takeOut(RecordOrder &order, qint64 key)
{
    const qsizetype place = order.keys.indexOf(key);
    if (place < 0)
        return;
    order.empty -= place < order.empty ? 1 : 0;
    order.keys.remove(place);
    order.sorts.remove(place);
}

void putIn(RecordOrder &order, const RecordPlace &now)
{
    auto [first, last] = std::equal_range(order.sorts.cbegin(), order.sorts.cend(), now.sort,
                                          [](const QString &a, const QString &b) { return a.compare(b) < 0; });
    const auto keys = order.keys.cbegin();
    const auto place =
        std::lower_bound(keys + (first - order.sorts.cbegin()), keys + (last - order.sorts.cbegin()), now.key) - keys;
    order.keys.insert(place, now.key);
    order.sorts.insert(place, now.sort);
    order.empty += now.sort.isEmpty() ? 1 : 0;
}

/// All at once, since putting in one moves all behind it.
void exchange(RecordOrder &order, const KeySet &changed, QVector<RecordPlace> now)
{
    std::sort(now.begin(), now.end());
    QVector<RecordPlace> places;
    places.reserve(order.keys.size() + now.size());
    auto next = now.cbegin();
    for (qsizetype old = 0; old < order.keys.size(); ++old) {
        if (changed.contains(order.keys[old]))
            continue;
        const RecordPlace place{order.sorts[old], order.keys[old]};
        for (; next != now.cend() && *next < place; ++next)
            places.append(*next);
        places.append(place);
    }
    std::copy(next, now.cend(), std::back_inserter(places));
    order = orderOf(places);
}

} // namespace

RecordOrders::RecordOrders(Database &database)
    : m_database(database)
    // One text of all of them: rows one by one cost more than finding them
    , m_names(database, QStringLiteral("SELECT group_concat(key) FROM (SELECT key FROM records"
                                       " WHERE kind=? AND is_deleted=? ORDER BY name_sort, key)"))
    , m_nameless(database, QStringLiteral("SELECT count(*) FROM records WHERE kind=? AND is_deleted=?"
                                          " AND name_sort=''"))
    , m_byName(database, QStringLiteral("SELECT key, name_sort FROM records WHERE kind=? AND is_deleted=?"
                                        " ORDER BY name_sort, key"))
    , m_orders(mostOrders)
    , m_passing(mostConditions)
{
}

const RecordOrder &RecordOrders::inOrder(const RecordQuery &query, bool needsSorts)
{
    RecordOrder &order = m_orders.get(
        {query.kind, query.deleted, query.sortBy}, [&] { return readOrder(query, needsSorts); },
        [&](RecordOrder &old, const QVector<ChangedRecord> &changed) {
            if (old.hasSorts())
                follow(old, query, changed);
            else
                old = readOrder(query, true);
        });
    if (needsSorts && !order.hasSorts())
        order = readOrder(query, true);
    return order;
}

const KeySet &RecordOrders::passing(const RecordQuery &query)
{
    return m_passing.get(
        {query.kind, query.deleted, query.filters}, [&] { return readPassing(query); },
        [&](KeySet &keys, const QVector<ChangedRecord> &changed) {
            for (const ChangedRecord &record : changed) {
                if (record.state && passes(*record.state, query))
                    keys.insert(record.key);
                else
                    keys.remove(record.key);
            }
        });
}

RecordOrder RecordOrders::readOrder(const RecordQuery &query, bool needsSorts)
{
    if (query.sortBy == fields::name && !needsSorts)
        return readNames(query);
    QVector<RecordPlace> places;
    if (query.sortBy == fields::name)
        m_byName.each(
            [&](const Row &row) {
                places.append({row.text(1), row.number(0)});
            },
            nameOf(query.kind), query.deleted ? 1 : 0);
    else
        readParts(query, {query.sortBy}, [&](qint64 key, const RecordState &record) {
            places.append({sortKey(record, query.sortBy), key});
        });
    // SQLite orders by code points, texts are compared here by UTF-16 units.
    if (!std::is_sorted(places.begin(), places.end()))
        std::sort(places.begin(), places.end());
    return orderOf(places);
}

RecordOrder RecordOrders::readNames(const RecordQuery &query)
{
    RecordOrder order;
    const QString kind = nameOf(query.kind);
    const int isDeleted = query.deleted ? 1 : 0;
    order.empty = m_nameless.number(kind, isDeleted);
    m_names.each([&](const Row &row) { eachKey(row.text(0), [&](qint64 key) { order.keys.append(key); }); }, kind,
                 isDeleted);
    return order;
}

KeySet RecordOrders::readPassing(const RecordQuery &query)
{
    QStringList names;
    for (const RecordFilter &filter : query.filters)
        if (!names.contains(filter.field))
            names.append(filter.field);
    KeySet keys;
    readParts(query, names, [&](qint64 key, const RecordState &record) {
        if (passes(record, query))
            keys.insert(key);
    });
    return keys;
}

template <class Use>
void RecordOrders::readParts(const RecordQuery &query, const QStringList &names, Use use)
{
    QString columns;
    QStringList parts; ///< of fields and lists, in the order of their columns
    const RecordSchema &schema = schemaOf(query.kind);
    for (const QString &name : names) {
        if (name == createdAt || name == changedAt || name.contains(u'"') || name.contains(u'\''))
            continue;
        columns += QStringLiteral(", %1 -> '$.\"%2\"'")
                       .arg(schema.list(name) ? QStringLiteral("lists") : QStringLiteral("fields"), name);
        parts.append(name);
    }
    Statement statement(m_database, QStringLiteral("SELECT key, created_at, changed_at%1 FROM records"
                                                   " WHERE kind=? AND is_deleted=?")
                                        .arg(columns));
    RecordState record;
    record.record.kind = query.kind;
    record.fields.insert(fields::deleted, query.deleted);
    const auto read = [&](const Row &row) {
        record.createdAt = row.number(1);
        record.changedAt = row.number(2);
        for (int part = 0; part < int(parts.size()); ++part) {
            const QString &name = parts[part];
            const QJsonValue value = row.isNull(part + 3) ? QJsonValue() : jsonValue(u'[' + row.text(part + 3) + u']');
            if (schema.list(name) && !row.isNull(part + 3))
                record.lists[name] = value.toVariant().toStringList();
            else if (schema.list(name))
                record.lists.remove(name);
            else
                record.fields.insert(name, value);
        }
        use(row.number(0), record);
    };
    statement.each(read, nameOf(query.kind), query.deleted ? 1 : 0);
}

void RecordOrders::follow(RecordOrder &order, const RecordQuery &query, const QVector<ChangedRecord> &changed)
{
    QHash<qint64, std::optional<RecordState>> latest;
    KeySet keys;
    for (const ChangedRecord &record : changed) {
        latest.insert(record.key, record.state);
        keys.insert(record.key);
    }
    QVector<RecordPlace> now;
    for (auto record = latest.cbegin(); record != latest.cend(); ++record)
        if (const std::optional<RecordState> &state = *record;
            state && state->record.kind == query.kind && state->fields[fields::deleted].toBool() == query.deleted)
            now.append({sortKey(*state, query.sortBy), record.key()});
    if (latest.size() > fewChanges) {
        exchange(order, keys, now);
        return;
    }
    for (auto record = latest.cbegin(); record != latest.cend(); ++record)
        takeOut(order, record.key());
    for (const RecordPlace &place : std::as_const(now))
        putIn(order, place);
}

void RecordOrders::note(const QVector<ChangedRecord> &changed)
{
    m_orders.note(changed);
    m_passing.note(changed);
}

void RecordOrders::clear()
{
    m_orders.clear();
    m_passing.clear();
}

} // namespace frontdesk::store
