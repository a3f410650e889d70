// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/FieldStates.h"

#include "server/storage/JsonColumn.h"

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

FieldState stateFrom(const Rows &rows)
{
    return {.current = {.value = jsonValue(rows.text(0)), .by = UserId(rows.text(1)), .at = rows.integer(2)},
            .version = rows.integer(3),
            .command = CommandId(rows.text(4))};
}

} // namespace

FieldState FieldStates::of(const RecordRef &record, const QString &field)
{
    Rows rows =
        m_database.run(u"SELECT value, author, at, version, command FROM fields WHERE record = ? AND field = ?"_s,
                       {record.text(), field});
    return rows.next() ? stateFrom(rows) : FieldState();
}

QVector<FieldState> FieldStates::all(const RecordRef &record)
{
    Rows rows = m_database.run(
        u"SELECT value, author, at, version, command FROM fields WHERE record = ? ORDER BY version DESC"_s,
        {record.text()});
    QVector<FieldState> states;
    while (rows.next())
        states.append(stateFrom(rows));
    return states;
}

void FieldStates::set(const Actor &actor, const RecordRef &record, qint64 version, const QJsonObject &values)
{
    if (values.isEmpty())
        return;
    QVariantList bound;
    for (auto value = values.begin(); value != values.end(); ++value)
        bound += QVariantList{record.text(),     value.key(), jsonText(value.value()), version,
                              actor.user.text(), actor.now,   actor.command.text()};
    m_database.run(u"INSERT OR REPLACE INTO fields (record, field, value, version, author, at, command) VALUES "_s +
                       Database::repeated(u"(?, ?, ?, ?, ?, ?, ?)"_s, values.size()),
                   bound);
}

} // namespace frontdesk::server
