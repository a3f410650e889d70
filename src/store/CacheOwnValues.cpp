// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CacheOwnValues.h"

#include "store/JsonText.h"

namespace frontdesk::store {

CacheOwnValues::CacheOwnValues(Database &database, const QString &prefix)
    : m_put(database, QStringLiteral("INSERT INTO %1own_values(key, value, seq) VALUES(?, ?, ?)"
                                     " ON CONFLICT(key) DO UPDATE SET value=excluded.value, seq=excluded.seq"
                                     " WHERE excluded.seq>seq")
                          .arg(prefix))
    , m_all(database, QStringLiteral("SELECT key, value FROM %1own_values").arg(prefix))
{
}

void CacheOwnValues::put(const OwnValue &own)
{
    m_put.run(own.key, jsonText(own.value), own.seq);
}

QHash<QString, QJsonValue> CacheOwnValues::all()
{
    QHash<QString, QJsonValue> values;
    m_all.each([&](const Row &row) {
        if (const QJsonValue value = jsonValue(row.text(1)); !value.isNull())
            values.insert(row.text(0), value);
    });
    return values;
}

} // namespace frontdesk::store
