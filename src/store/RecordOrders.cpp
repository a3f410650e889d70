// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RecordOrders.h"

#include "domain/RecordSchema.h"
#include "store/JsonText.h"
#include "store/RecordRow.h"

#include <algorithm>

namespace frontdesk::store {

namespace {

constexpr size_t mostOrders = 8;
constexpr size_t mostFilters = 16;

const QString createdAt = QStringLiteral("createdAt");
const QString changedAt = QStringLiteral("changedAt");

/// Finds what `is` says and puts it first; else `make` makes it, and what was not used for longest goes.
template <class Entry, class Is, class Make>
Entry &recent(std::list<Entry> &entries, size_t most, Is is, Make make)
{
    const auto found = std::find_if(entries.begin(), entries.end(), is);
    if (found != entries.end()) {
        entries.splice(entries.begin(), entries, found);
        return entries.front();
    }
    entries.push_front(make());
    if (entries.size() > most)
        entries.pop_back();
    return entries.front();
}

} // namespace

void KeySet::insert(qint64 key)
{
    if (key >= m_bits.size())
        m_bits.resize(std::max(key + 1, m_bits.size() * 2));
    m_bits.setBit(key);
}

void KeySet::remove(qint64 key)
{
    if (contains(key))
        m_bits.clearBit(key);
}

RecordOrders::RecordOrders(Database &database)
    : m_database(database)
    , m_byName(database, QStringLiteral("SELECT key, name_sort FROM records WHERE kind=? AND is_deleted=?"
                                        " ORDER BY name_sort, key"))
{
}

const QVector<RecordPlace> &RecordOrders::inOrder(const RecordQuery &query)
{
    const auto is = [&](const Order &order) {
        return order.of.kind == query.kind && order.of.deleted == query.deleted && order.of.sortBy == query.sortBy;
    };
    return recent(m_orders, mostOrders, is, [&] {
               return Order{query, readOrder(query)};
           }).places;
}

const KeySet &RecordOrders::passing(const RecordQuery &query)
{
    const auto is = [&](const Passing &passing) {
        return passing.of.kind == query.kind && passing.of.deleted == query.deleted &&
               passing.of.filters == query.filters;
    };
    return recent(m_passing, mostFilters, is, [&] {
               return Passing{query, readPassing(query)};
           }).keys;
}

QVector<RecordPlace> RecordOrders::readOrder(const RecordQuery &query)
{
    QVector<RecordPlace> places;
    if (query.sortBy == fields::name)
        m_byName.each([&](const Row &row) { places.append({row.text(1), row.number(0)}); }, nameOf(query.kind),
                      query.deleted ? 1 : 0);
    else
        readParts(query, {query.sortBy}, [&](qint64 key, const RecordState &record) {
            places.append({sortKey(record, query.sortBy), key});
        });
    // SQLite orders by code points, texts are compared here by UTF-16 units.
    if (!std::is_sorted(places.begin(), places.end()))
        std::sort(places.begin(), places.end());
    return places;
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
            const QJsonValue value =
                row.isNull(part + 3) ? QJsonValue() : jsonValue(u'[' + row.text(part + 3) + u']');
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

void RecordOrders::update(const QVector<Changed> &changed)
{
    KeySet keys;
    for (const Changed &record : changed)
        keys.insert(record.key);
    const auto isOf = [](const RecordState &state, const RecordQuery &query) {
        return state.record.kind == query.kind && state.fields[fields::deleted].toBool() == query.deleted;
    };
    for (Order &order : m_orders) {
        QVector<RecordPlace> now;
        for (const Changed &record : changed)
            if (isOf(record.state, order.of))
                now.append({sortKey(record.state, order.of.sortBy), record.key});
        std::sort(now.begin(), now.end());
        order.places.removeIf([&](const RecordPlace &place) { return keys.contains(place.key); });
        const qsizetype middle = order.places.size();
        order.places += now;
        std::inplace_merge(order.places.begin(), order.places.begin() + middle, order.places.end());
    }
    for (Passing &passing : m_passing)
        for (const Changed &record : changed) {
            if (passes(record.state, passing.of))
                passing.keys.insert(record.key);
            else
                passing.keys.remove(record.key);
        }
}

void RecordOrders::clear()
{
    m_orders.clear();
    m_passing.clear();
}

} // namespace frontdesk::store
