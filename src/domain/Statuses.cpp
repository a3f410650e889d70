// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Statuses.h"

#include <QtCore/QJsonObject>

namespace frontdesk {

using namespace Qt::Literals::StringLiterals;

QVector<Status> statusesFrom(const QJsonValue &value)
{
    QVector<Status> statuses;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &status : array)
        statuses.append({status["id"_L1].toString(), status["name"_L1].toString(), status["color"_L1].toString()});
    return statuses;
}

QJsonArray toJson(const QVector<Status> &statuses)
{
    QJsonArray array;
    for (const Status &status : statuses) {
        QJsonObject object{{u"id"_s, status.id}, {u"name"_s, status.name}};
        if (!status.color.isEmpty())
            object.insert("color"_L1, status.color);
        array.append(object);
    }
    return array;
}

} // namespace frontdesk
