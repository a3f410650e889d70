// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreFixture.h"

/// What the tests of records of the CRM share.
namespace frontdesk::store {

inline RecordRef refOf(RecordKind kind, int index)
{
    return {kind, QStringLiteral("01a1f849-%1-7000-8000-%2")
                      .arg(int(kind), 4, 16, QLatin1Char('0'))
                      .arg(index, 12, 16, QLatin1Char('0'))};
}

inline const RecordRef marina = refOf(RecordKind::Contact, 1);
inline const RecordRef acme = refOf(RecordKind::Company, 1);
inline const RecordRef order = refOf(RecordKind::Deal, 1);

inline RecordState stateOf(const RecordRef &record, const QJsonObject &fields, const ListValues &lists = {})
{
    return {.record = record,
            .version = 1,
            .createdBy = ben.id,
            .createdAt = 1'700'000'000'000,
            .changedAt = 1'700'000'000'000,
            .fields = fields,
            .lists = lists};
}

inline RecordChanged changeOf(const RecordRef &record, qint64 version, const QJsonObject &set,
                              const ListChanges &lists = {}, const QJsonObject &was = {})
{
    return {.record = record, .version = version, .set = set, .lists = lists, .was = was};
}

inline QJsonObject named(const QString &name)
{
    return {{fields::name, name}};
}

inline Command creating(const QString &id, const RecordRef &record, const QJsonObject &set,
                        const ListValues &lists = {})
{
    return {CommandId(id), 1'700'000'500'000, CreateRecord{record, set, lists}};
}

inline Command changing(const QString &id, const RecordRef &record, const QJsonObject &set,
                        const ListChanges &lists = {})
{
    return {CommandId(id), 1'700'000'600'000,
            ChangeRecord{.record = record, .basis = {}, .set = set, .was = {}, .lists = lists, .resolves = {}}};
}

/// What a view shows, in its order.
inline QVector<RecordState> shownBy(Store &store, const RecordQuery &query)
{
    const RecordKeys found = valueOf(store.records(query));
    const QHash<qint64, RecordState> confirmed = valueOf(store.recordsAt(found.keys));
    QVector<RecordState> states;
    for (const qint64 key : found.keys)
        states.append(key < 0 ? found.waiting.value(-key - 1) : confirmed.value(key));
    return states;
}

inline QStringList namesOf(const QVector<RecordState> &states)
{
    QStringList names;
    for (const RecordState &state : states)
        names.append(state.fields[fields::name].toString());
    return names;
}

inline QStringList namesIn(Store &store, const RecordQuery &query)
{
    return namesOf(shownBy(store, query));
}

/// A store of Ada's, and a journal that is written for it.
class CrmFixture {
protected:
    void begin()
    {
        m_store.reset();
        m_journal = {};
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = openStore(m_folder->path());
        changesOf(m_store->setMe(ada));
    }
    void apply(const QVector<DecodedRow> &rows)
    {
        m_last = changesOf(m_store->apply(batchOf(valueOf(m_store->cursor()).seq, rows)));
    }
    DecodedRow row(LastingEvent event) { return row(recordsStream(), std::move(event)); }
    DecodedRow row(const QString &stream, LastingEvent event) { return m_journal.add(stream, std::move(event)); }
    [[nodiscard]] std::optional<RecordState> shown(const RecordRef &record) { return valueOf(m_store->record(record)); }
    [[nodiscard]] QJsonValue field(const RecordRef &record, const QString &name)
    {
        return shown(record).value_or(RecordState()).fields[name];
    }

    JournalWriter m_journal;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    Changes m_last; ///< of the last rows
};

} // namespace frontdesk::store
