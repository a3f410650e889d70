// SPDX-License-Identifier: MIT
#include "engineio/Handshake.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRandomGenerator>

#include <array>

namespace engineio {

QString newSid()
{
    std::array<quint32, 5> random;
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(random.data()), sizeof random)
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QByteArray encodeHandshake(const Handshake &handshake)
{
    return QJsonDocument(QJsonObject{
                             {QStringLiteral("sid"), handshake.sid},
                             {QStringLiteral("upgrades"), QJsonArray::fromStringList(handshake.upgrades)},
                             {QStringLiteral("pingInterval"), qint64(handshake.pingInterval.count())},
                             {QStringLiteral("pingTimeout"), qint64(handshake.pingTimeout.count())},
                             {QStringLiteral("maxPayload"), handshake.maxPayload},
                         })
        .toJson(QJsonDocument::Compact);
}

std::optional<Handshake> decodeHandshake(QByteArrayView data)
{
    const QJsonObject object = QJsonDocument::fromJson(data.toByteArray()).object();
    const Handshake handshake{
        .sid = object.value(u"sid").toString(),
        .upgrades = object.value(u"upgrades").toVariant().toStringList(),
        .pingInterval = std::chrono::milliseconds(object.value(u"pingInterval").toInteger()),
        .pingTimeout = std::chrono::milliseconds(object.value(u"pingTimeout").toInteger()),
        .maxPayload = object.value(u"maxPayload").toInteger(defaultMaxPayload),
    };
    using std::chrono::hours;
    const auto sane = [](std::chrono::milliseconds time) { return time.count() > 0 && time <= hours(24 * 365); };
    if (handshake.sid.isEmpty() || !sane(handshake.pingInterval) || !sane(handshake.pingTimeout) ||
        handshake.maxPayload <= 0)
        return std::nullopt;
    return handshake;
}

} // namespace engineio
