// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CacheRecords.h"

#include "domain/RecordQuery.h"
#include "domain/RecordSchema.h"
#include "store/JsonText.h"
#include "store/RecordRow.h"

#include <algorithm>

namespace frontdesk::store {

namespace {

constexpr QLatin1String fieldSeqs("fields");
constexpr QLatin1String entrySeqs("lists");
constexpr QLatin1String laterVersions("versions");
constexpr QLatin1String leftAt("left");

/// The seq of a record that is not known: any row says more.
constexpr qint64 unknownSeq = -1;

} // namespace

CacheRecords::CacheRecords(Database &database, const QString &prefix, RecordIndex *index)
    : m_index(index)
    , m_load(database, QStringLiteral("SELECT %2, key, kind, seen_version, seq, seqs FROM %1records WHERE record=?")
                           .arg(prefix, recordRow::columns))
    // A key that was shown is not used again by what a snapshot puts in its place
    , m_insert(database, QStringLiteral("INSERT INTO %1records(key, record, kind, is_deleted, name_sort, version,"
                                        " seen_version, created_by, created_at, changed_at, fields, lists, seq, seqs)"
                                        " VALUES(1+max(coalesce((SELECT max(key) FROM records), 0),"
                                        " coalesce((SELECT max(key) FROM snapshot_records), 0)),"
                                        " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                             .arg(prefix))
    , m_update(database, QStringLiteral("UPDATE %1records SET kind=?, is_deleted=?, name_sort=?, version=?,"
                                        " seen_version=?, created_by=?, created_at=?, changed_at=?, fields=?, lists=?,"
                                        " seq=?, seqs=? WHERE key=?")
                             .arg(prefix))
    , m_name(database, QStringLiteral("INSERT OR IGNORE INTO %1record_references(named, key) VALUES(?, ?)").arg(prefix))
    , m_forgetNamed(database, QStringLiteral("DELETE FROM %1record_references WHERE named=? AND key=?").arg(prefix))
    , m_find(database,
             QStringLiteral("SELECT %2 FROM %1records WHERE record=? AND kind<>''").arg(prefix, recordRow::columns))
    , m_at(database,
           QStringLiteral("SELECT %2 FROM %1records WHERE key=? AND kind<>''").arg(prefix, recordRow::columns))
    , m_naming(database, QStringLiteral("SELECT %2 FROM %1record_references n JOIN %1records r ON r.key=n.key"
                                        " WHERE n.named=? AND r.kind<>''")
                             .arg(prefix, recordRow::columns))
    , m_all(database, QStringLiteral("SELECT %2, key FROM %1records").arg(prefix, recordRow::columns))
    , m_sort(database, QStringLiteral("UPDATE %1records SET name_sort=? WHERE key=?").arg(prefix))
{
}

void CacheRecords::begin()
{
    m_held.clear();
}

void CacheRecords::settle()
{
    for (Held &held : m_held)
        if (held.changed)
            write(held);
    m_held.clear();
}

CacheRecords::Held &CacheRecords::hold(const RecordRef &record)
{
    if (const auto found = m_held.find(record); found != m_held.end())
        return *found;
    Held held;
    held.state.record = record;
    held.state.version = 0;
    held.seq = unknownSeq;
    const auto load = [&held](const Row &row) {
        constexpr int next = recordRow::columnCount;
        held.state = recordRow::stateFrom(row);
        held.key = row.number(next);
        held.known = !row.text(next + 1).isEmpty();
        held.seen = row.number(next + 2);
        held.seq = row.number(next + 3);
        held.seqs = jsonObject(row.text(next + 4));
    };
    m_load.each(load, record.text());
    if (held.known)
        held.indexed = recordText(held.state);
    held.named = frontdesk::namedBy(held.state);
    return *m_held.insert(record, held);
}

void CacheRecords::put(const RecordState &state, qint64 seq)
{
    Held &held = hold(state.record);
    if (!held.known && held.seqs[leftAt].toInteger(unknownSeq) <= seq)
        replace(held, state, seq); // else a snapshot that was read later than its cursor has it, or it has gone
}

void CacheRecords::enter(const RecordState &state, qint64 seq)
{
    Held &held = hold(state.record);
    const bool knowsMore = held.known && (held.seen > state.version || held.seq > seq);
    if (!knowsMore && held.seqs[leftAt].toInteger(unknownSeq) <= seq)
        replace(held, state, seq);
}

void CacheRecords::leave(const RecordRef &record, qint64 seq)
{
    Held &held = hold(record);
    if ((held.known && held.seq > seq) || held.seqs[leftAt].toInteger() > seq)
        return; // it has come back since
    const RecordState early = std::exchange(held.state, RecordState{.record = record,
                                                                    .version = held.state.version,
                                                                    .createdBy = {},
                                                                    .changedAt = held.state.changedAt,
                                                                    .fields = {},
                                                                    .lists = {}});
    const QJsonObject said = held.seqs;
    held.seqs.remove(fieldSeqs);
    held.seqs.remove(entrySeqs);
    held.seqs.insert(leftAt, seq - 1); // its entry elsewhere stands right before it
    held.known = false;
    held.seq = seq;
    held.changed = true;
    sayAgain(held, early, said);
    held.seq = unknownSeq;
}

bool CacheRecords::hasLeftSince(const RecordRef &record, qint64 seq)
{
    return hold(record).seqs[leftAt].toInteger() > seq;
}

void CacheRecords::replace(Held &held, const RecordState &state, qint64 seq)
{
    const RecordState early = std::exchange(held.state, state);
    const QJsonObject said = held.seqs;
    held.seqs.remove(fieldSeqs);
    held.seqs.remove(entrySeqs);
    held.seqs.remove(leftAt);
    held.known = true;
    held.changed = true;
    held.seq = seq;
    sayAgain(held, early, said);
    held.state.version = std::max(state.version, early.version);
    held.state.changedAt = std::max(state.changedAt, early.changedAt);
    held.seen = std::max(held.seen, state.version);
    see(held, state.version);
}

/// What was said of it by rows that are newer than what is known now.
void CacheRecords::sayAgain(Held &held, const RecordState &early, const QJsonObject &said)
{
    const QJsonObject fields = said[fieldSeqs].toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field)
        setField(held, field.key(), early.fields[field.key()], field->toInteger());
    const QJsonObject lists = said[entrySeqs].toObject();
    for (auto list = lists.begin(); list != lists.end(); ++list) {
        const QJsonObject entries = list->toObject();
        const QStringList in = early.lists.value(list.key());
        for (auto entry = entries.begin(); entry != entries.end(); ++entry)
            setEntry(held, list.key(), entry.key(), in.contains(entry.key()), entry->toInteger());
    }
    for (QStringList &list : held.state.lists)
        list.sort();
}

void CacheRecords::change(const RecordChanged &change, qint64 seq, qint64 at)
{
    Held &held = hold(change.record);
    if (change.version <= held.seen || held.seqs[leftAt].toInteger() > seq)
        return; // it is in what is known, or it has gone
    held.changed = true;
    for (auto field = change.set.begin(); field != change.set.end(); ++field)
        setField(held, field.key(), field.value(), seq);
    for (auto list = change.lists.begin(); list != change.lists.end(); ++list) {
        for (const QString &entry : list->add)
            setEntry(held, list.key(), entry, true, seq);
        for (const QString &entry : list->remove)
            setEntry(held, list.key(), entry, false, seq);
        held.state.lists[list.key()].sort();
    }
    held.state.version = std::max(held.state.version, change.version);
    held.state.changedAt = std::max(held.state.changedAt, at);
    see(held, change.version);
}

void CacheRecords::setField(Held &held, const QString &field, const QJsonValue &value, qint64 seq)
{
    QJsonObject seqs = held.seqs[fieldSeqs].toObject();
    if (seqs[field].toInteger(held.seq) > seq)
        return;
    held.state.fields.insert(field, value);
    seqs.insert(field, seq);
    held.seqs.insert(fieldSeqs, seqs);
}

void CacheRecords::setEntry(Held &held, const QString &list, const QString &entry, bool isIn, qint64 seq)
{
    QJsonObject lists = held.seqs[entrySeqs].toObject();
    QJsonObject seqs = lists[list].toObject();
    if (seqs[entry].toInteger(held.seq) > seq)
        return;
    QStringList &entries = held.state.lists[list];
    entries.removeAll(entry);
    if (isIn)
        entries.append(entry);
    seqs.insert(entry, seq);
    lists.insert(list, seqs);
    held.seqs.insert(entrySeqs, lists);
}

/// Every change raises the version by one, so what is missing shows.
void CacheRecords::see(Held &held, qint64 version)
{
    QVector<qint64> versions{version};
    const QJsonArray earlier = held.seqs[laterVersions].toArray();
    for (const QJsonValue &known : earlier)
        versions.append(known.toInteger());
    std::sort(versions.begin(), versions.end());
    QJsonArray later;
    for (const qint64 known : std::as_const(versions)) {
        if (held.known && known == held.seen + 1)
            held.seen = known;
        else if (known > held.seen)
            later.append(known);
    }
    held.seqs.insert(laterVersions, later);
    if (later.isEmpty())
        held.seqs.remove(laterVersions);
}

void CacheRecords::write(Held &held)
{
    const RecordState &state = held.state;
    const QString kind = held.known ? nameOf(state.record.kind) : QString();
    const int isDeleted = state.fields[fields::deleted].toBool() ? 1 : 0;
    const QString sort = sortKey(state, fields::name);
    const bool isNew = !held.key;
    if (isNew)
        held.key = m_insert.insert(state.record.text(), kind, isDeleted, sort, state.version, held.seen,
                                   state.createdBy, state.createdAt, state.changedAt, jsonText(state.fields),
                                   recordRow::listsText(state.lists), held.seq, jsonText(held.seqs));
    else
        m_update.run(kind, isDeleted, sort, state.version, held.seen, state.createdBy, state.createdAt, state.changedAt,
                     jsonText(state.fields), recordRow::listsText(state.lists), held.seq, jsonText(held.seqs),
                     *held.key);
    const QVector<RecordRef> named = frontdesk::namedBy(state);
    for (const RecordRef &gone : std::as_const(held.named))
        if (!named.contains(gone))
            m_forgetNamed.run(gone.text(), *held.key);
    for (const RecordRef &now : named)
        if (isNew || !held.named.contains(now))
            m_name.run(now.text(), *held.key);
    index(held, isNew);
}

void CacheRecords::index(Held &held, bool isNew)
{
    if (!m_index)
        return;
    if (!held.known) {
        if (!held.indexed.isNull())
            m_index->remove(*held.key, held.indexed);
        return;
    }
    const QString text = recordText(held.state);
    if (isNew)
        m_index->add(*held.key, text);
    else
        m_index->change(*held.key, held.indexed, text);
}

bool CacheRecords::isKnown(const RecordRef &record)
{
    return hold(record).known;
}

std::optional<RecordState> CacheRecords::find(const RecordRef &record)
{
    return m_find.first([](const Row &row) { return recordRow::stateFrom(row); }, record.text());
}

std::optional<RecordState> CacheRecords::at(qint64 key)
{
    return m_at.first([](const Row &row) { return recordRow::stateFrom(row); }, key);
}

QVector<RecordRef> CacheRecords::namedBy(const RecordRef &record)
{
    return frontdesk::namedBy(hold(record).state);
}

QVector<RecordState> CacheRecords::naming(const RecordRef &record)
{
    QVector<RecordState> states;
    m_naming.each([&](const Row &row) { states.append(recordRow::stateFrom(row)); }, record.text());
    return states;
}

qint64 CacheRecords::seenVersion(const RecordRef &record)
{
    return m_load.first([](const Row &row) { return row.number(recordRow::columnCount + 2); }, record.text())
        .value_or(0);
}

void CacheRecords::sortAnew()
{
    QVector<std::pair<qint64, QString>> keys;
    m_all.each([&](const Row &row) {
        keys.append({row.number(recordRow::columnCount), sortKey(recordRow::stateFrom(row), fields::name)});
    });
    for (const auto &[key, sort] : std::as_const(keys))
        m_sort.run(sort, key);
}

} // namespace frontdesk::store
