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

} // namespace frontdesk::store
