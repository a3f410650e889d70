// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialect/Credentials.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace frontdesk::dialect {

using L = QLatin1String;

QString toText(const Credentials &credentials)
{
    const QJsonObject json{{L("token"), credentials.token},
                           {L("expiresAt"), credentials.expiresAt},
                           {L("refreshToken"), credentials.refreshToken},
                           {L("refreshExpiresAt"), credentials.refreshExpiresAt}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Credentials credentialsFrom(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        return {.token = text};
    return {.token = document[L("token")].toString(),
            .expiresAt = document[L("expiresAt")].toInteger(),
            .refreshToken = document[L("refreshToken")].toString(),
            .refreshExpiresAt = document[L("refreshExpiresAt")].toInteger()};
}

} // namespace frontdesk::dialect
