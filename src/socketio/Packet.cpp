// SPDX-License-Identifier: MIT
#include "socketio/Packet.h"

#include <QtCore/QJsonDocument>

#include <algorithm>
#include <array>

namespace socketio {

namespace {

enum class Type : char { Connect = '0', Disconnect = '1', Event = '2', Ack = '3', ConnectError = '4' };

/// The names that the JavaScript implementations use for events of their own.
constexpr std::array reservedEvents{
    QLatin1String("connect"),       QLatin1String("connect_error"), QLatin1String("disconnect"),
    QLatin1String("disconnecting"), QLatin1String("newListener"),   QLatin1String("removeListener"),
};

QByteArray head(Type type, const QString &nameSpace)
{
    QByteArray text(1, static_cast<char>(type));
    if (nameSpace != QLatin1String("/"))
        text += nameSpace.toUtf8() + ',';
    return text;
}

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray json(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

struct Encoder {
    QByteArray operator()(const ConnectPacket &packet) const
    {
        const QByteArray text = head(Type::Connect, packet.nameSpace);
        return packet.data.isEmpty() ? text : text + json(packet.data);
    }
    QByteArray operator()(const DisconnectPacket &packet) const { return head(Type::Disconnect, packet.nameSpace); }
    QByteArray operator()(const EventPacket &packet) const
    {
        QByteArray text = head(Type::Event, packet.nameSpace);
        if (packet.id)
            text += QByteArray::number(*packet.id);
        QJsonArray payload = packet.arguments;
        payload.prepend(packet.event);
        return text + json(payload);
    }
    QByteArray operator()(const AckPacket &packet) const
    {
        return head(Type::Ack, packet.nameSpace) + QByteArray::number(packet.id) + json(packet.arguments);
    }
    QByteArray operator()(const ConnectErrorPacket &packet) const
    {
        QJsonObject payload{{QStringLiteral("message"), packet.message}};
        if (!packet.data.isEmpty())
            payload.insert(u"data", packet.data);
        return head(Type::ConnectError, packet.nameSpace) + json(payload);
    }
};

/// The parts of a packet before they are understood.
struct Parts {
    Type type = Type::Connect;
    QString nameSpace = QStringLiteral("/");
    std::optional<qint64> id;
    QByteArrayView payload;
};

std::optional<Parts> split(QByteArrayView text)
{
    if (text.isEmpty() || text.front() < '0' || text.front() > '4')
        return std::nullopt;
    Parts parts;
    parts.type = static_cast<Type>(text.front());
    text = text.sliced(1);
    if (text.startsWith('/')) {
        const qsizetype comma = text.indexOf(',');
        const qsizetype end = comma < 0 ? text.size() : comma;
        parts.nameSpace = QString::fromUtf8(text.first(end));
        text = text.sliced(comma < 0 ? end : end + 1);
    }
    const auto firstOther = std::find_if(text.begin(), text.end(), [](char c) { return c < '0' || c > '9'; });
    if (const qsizetype digits = firstOther - text.begin(); digits > 0) {
        bool fits = false;
        parts.id = text.first(digits).toLongLong(&fits);
        if (!fits)
            return std::nullopt;
        text = text.sliced(digits);
    }
    parts.payload = text;
    return parts;
}

/// Nothing when the payload is no JSON array.
std::optional<QJsonArray> asArray(QByteArrayView payload)
{
    const QJsonDocument document = QJsonDocument::fromJson(payload.toByteArray());
    return document.isArray() ? std::optional(document.array()) : std::nullopt;
}

std::optional<QJsonObject> asObject(QByteArrayView payload)
{
    const QJsonDocument document = QJsonDocument::fromJson(payload.toByteArray());
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

std::optional<Packet> decodeConnect(const Parts &parts)
{
    if (parts.payload.isEmpty())
        return ConnectPacket{parts.nameSpace, {}};
    const auto data = asObject(parts.payload);
    return data ? std::optional<Packet>(ConnectPacket{parts.nameSpace, *data}) : std::nullopt;
}

std::optional<Packet> decodeEvent(const Parts &parts)
{
    auto payload = asArray(parts.payload);
    if (!payload || payload->isEmpty())
        return std::nullopt;
    const QJsonValue name = payload->takeAt(0);
    if (name.isDouble()) // JavaScript looks listeners up by the number's text
        return EventPacket{parts.nameSpace, name.toVariant().toString(), *payload, parts.id};
    if (!name.isString() ||
        std::find(reservedEvents.begin(), reservedEvents.end(), name.toString()) != reservedEvents.end())
        return std::nullopt;
    return EventPacket{parts.nameSpace, name.toString(), *payload, parts.id};
}

std::optional<Packet> decodeAck(const Parts &parts)
{
    const auto payload = asArray(parts.payload);
    if (!payload || !parts.id)
        return std::nullopt;
    return AckPacket{parts.nameSpace, *parts.id, *payload};
}

std::optional<Packet> decodeConnectError(const Parts &parts)
{
    if (const auto payload = asObject(parts.payload))
        return ConnectErrorPacket{parts.nameSpace, payload->value(u"message").toString(),
                                  payload->value(u"data").toObject()};
    const auto wrapped = asArray('[' + parts.payload.toByteArray() + ']'); // QJsonDocument reads no bare string
    if (!wrapped || wrapped->size() != 1 || !wrapped->first().isString())
        return std::nullopt;
    return ConnectErrorPacket{parts.nameSpace, wrapped->first().toString(), {}};
}

} // namespace

QByteArray encode(const Packet &packet)
{
    return std::visit(Encoder{}, packet);
}

std::optional<Packet> decode(QByteArrayView text)
{
    const auto parts = split(text);
    if (!parts)
        return std::nullopt;
    switch (parts->type) {
    case Type::Connect:
        return decodeConnect(*parts);
    case Type::Disconnect:
        return parts->payload.isEmpty() ? std::optional<Packet>(DisconnectPacket{parts->nameSpace}) : std::nullopt;
    case Type::Event:
        return decodeEvent(*parts);
    case Type::Ack:
        return decodeAck(*parts);
    case Type::ConnectError:
        return decodeConnectError(*parts);
    }
    Q_UNREACHABLE();
}

} // namespace socketio
