// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RecordRow.h"

#include "store/JsonText.h"

namespace frontdesk::store::recordRow {

const QString columns = QStringLiteral("record, version, created_by, created_at, changed_at, fields, lists");

RecordState stateFrom(const Row &row, int from)
{
    return {.record = RecordRef::from(row.text(from)).value_or(RecordRef()),
            .version = row.number(from + 1),
            .createdBy = UserId(row.text(from + 2)),
            .createdAt = row.number(from + 3),
            .changedAt = row.number(from + 4),
            .fields = jsonObject(row.text(from + 5)),
            .lists = listsFrom(jsonObject(row.text(from + 6)))};
}

QString listsText(const ListValues &lists)
{
    QJsonObject object;
    for (auto list = lists.begin(); list != lists.end(); ++list)
        object.insert(list.key(), QJsonArray::fromStringList(*list));
    return jsonText(object);
}

ListValues listsFrom(const QJsonObject &object)
{
    ListValues lists;
    for (auto list = object.begin(); list != object.end(); ++list) {
        const QJsonArray entries = list->toArray();
        QStringList &texts = lists[list.key()];
        for (const QJsonValue &entry : entries)
            texts.append(entry.toString());
    }
    return lists;
}

} // namespace frontdesk::store::recordRow
