// SPDX-License-Identifier: GPL-3.0-or-later
#include "Record.h"

#include <QtCore/QJsonDocument>

namespace frontdesk::torture {

QString told(const QString &field, const QJsonValue &value)
{
    const QJsonObject object{{field, value}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace frontdesk::torture
