// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CacheConflicts.h"

#include "domain/Json.h"
#include "store/JsonText.h"

namespace frontdesk::store {

CacheConflicts::CacheConflicts(Database &database, const QString &prefix)
    : m_open(database, QStringLiteral("INSERT INTO %1conflicts(id, field, record, conflict, seq) VALUES(?, ?, ?, ?, ?)"
                                      " ON CONFLICT(id, field) DO NOTHING")
                           .arg(prefix))
    , m_close(database, QStringLiteral("INSERT INTO %1conflicts(id, field, record, conflict, seq)"
                                       " VALUES(?, ?, ?, '', ?)"
                                       " ON CONFLICT(id, field) DO UPDATE SET conflict=''")
                            .arg(prefix))
    , m_removeOf(database, QStringLiteral("DELETE FROM %1conflicts WHERE record=?").arg(prefix))
    , m_all(database,
            QStringLiteral("SELECT conflict FROM %1conflicts WHERE conflict<>'' ORDER BY seq, id, field").arg(prefix))
{
}

void CacheConflicts::open(const Conflict &conflict)
{
    m_open.run(conflict.id, conflict.field, conflict.record.text(), jsonText(toJson(conflict)), conflict.seq);
}

void CacheConflicts::close(const ConflictId &id, const QString &field, const RecordRef &record, qint64 seq)
{
    m_close.run(id, field, record.text(), seq);
}

void CacheConflicts::replaceOf(const RecordRef &record, const QVector<Conflict> &conflicts)
{
    removeOf(record);
    for (const Conflict &conflict : conflicts)
        open(conflict);
}

void CacheConflicts::removeOf(const RecordRef &record)
{
    m_removeOf.run(record.text());
}

QVector<Conflict> CacheConflicts::all()
{
    QVector<Conflict> conflicts;
    m_all.each([&](const Row &row) {
        FieldReader fields(jsonObject(row.text(0)));
        conflicts.append(readConflict(fields));
    });
    return conflicts;
}

} // namespace frontdesk::store
