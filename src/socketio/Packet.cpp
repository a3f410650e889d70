// SPDX-License-Identifier: MIT
#include "socketio/Packet.h"

#include <QtCore/QJsonDocument>

#include <algorithm>
#include <array>
#include <vector>

namespace socketio {

namespace {

enum class Type : char {
    Connect = '0',
    Disconnect = '1',
    Event = '2',
    Ack = '3',
    ConnectError = '4',
    BinaryEvent = '5',
    BinaryAck = '6',
};

/// The names that the JavaScript implementations use for events of their own.
constexpr std::array reservedEvents{
    QLatin1String("connect"),       QLatin1String("connect_error"), QLatin1String("disconnect"),
    QLatin1String("disconnecting"), QLatin1String("newListener"),   QLatin1String("removeListener"),
};

QByteArray head(Type type, const QString &nameSpace, qsizetype attachments = 0)
{
    QByteArray text(1, static_cast<char>(type));
    if (attachments > 0)
        text += QByteArray::number(attachments) + '-';
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
    EncodedPacket operator()(const ConnectPacket &packet) const
    {
        const QByteArray text = head(Type::Connect, packet.nameSpace);
        return {packet.data.isEmpty() ? text : text + json(packet.data), {}};
    }
    EncodedPacket operator()(const DisconnectPacket &packet) const
    {
        return {head(Type::Disconnect, packet.nameSpace), {}};
    }
    EncodedPacket operator()(const EventPacket &packet) const
    {
        const auto &attachments = packet.arguments.attachments();
        QByteArray text =
            head(attachments.isEmpty() ? Type::Event : Type::BinaryEvent, packet.nameSpace, attachments.size());
        if (packet.id)
            text += QByteArray::number(*packet.id);
        text += json(QJsonArray{packet.event});
        if (const QByteArray arguments = packet.arguments.text(); arguments != "[]") {
            text.back() = ','; // the arguments go on in the name's array
            text += QByteArrayView(arguments).sliced(1);
        }
        return {text, attachments};
    }
    EncodedPacket operator()(const AckPacket &packet) const
    {
        const auto &attachments = packet.arguments.attachments();
        return {head(attachments.isEmpty() ? Type::Ack : Type::BinaryAck, packet.nameSpace, attachments.size()) +
                    QByteArray::number(packet.id) + packet.arguments.text(),
                attachments};
    }
    EncodedPacket operator()(const ConnectErrorPacket &packet) const
    {
        QJsonObject payload{{QStringLiteral("message"), packet.message}};
        if (!packet.data.isEmpty())
            payload.insert(u"data", packet.data);
        return {head(Type::ConnectError, packet.nameSpace) + json(payload), {}};
    }
};

/// The parts of a packet before they are understood.
struct Parts {
    Type type = Type::Connect;
    int attachments = 0;
    QString nameSpace = QStringLiteral("/");
    std::optional<qint64> id;
    QByteArrayView payload;
};

qsizetype leadingDigits(QByteArrayView text)
{
    return std::find_if(text.begin(), text.end(), [](char c) { return c < '0' || c > '9'; }) - text.begin();
}

std::optional<Parts> split(QByteArrayView text, int maxAttachments)
{
    if (text.isEmpty() || text.front() < '0' || text.front() > '6')
        return std::nullopt;
    Parts parts;
    parts.type = static_cast<Type>(text.front());
    text = text.sliced(1);
    if (parts.type == Type::BinaryEvent || parts.type == Type::BinaryAck) {
        const qsizetype digits = leadingDigits(text);
        if (digits == text.size() || text.at(digits) != '-')
            return std::nullopt;
        parts.attachments = text.first(digits).toInt(); // 0 when it is none or too large
        if (parts.attachments < 1 || parts.attachments > maxAttachments)
            return std::nullopt;
        text = text.sliced(digits + 1);
    }
    if (text.startsWith('/')) {
        const qsizetype comma = text.indexOf(',');
        const qsizetype end = comma < 0 ? text.size() : comma;
        parts.nameSpace = QString::fromUtf8(text.first(end));
        text = text.sliced(comma < 0 ? end : end + 1);
    }
    if (const qsizetype digits = leadingDigits(text); digits > 0) {
        bool fits = false;
        parts.id = text.first(digits).toLongLong(&fits);
        if (!fits)
            return std::nullopt;
        text = text.sliced(digits);
    }
    parts.payload = text;
    return parts;
}

QJsonDocument parse(QByteArrayView payload)
{
    return QJsonDocument::fromJson(QByteArray::fromRawData(payload.data(), payload.size()));
}

/// Nothing when the payload is no JSON array.
std::optional<QJsonArray> asArray(QByteArrayView payload)
{
    const QJsonDocument document = parse(payload);
    return document.isArray() ? std::optional(document.array()) : std::nullopt;
}

std::optional<QJsonObject> asObject(QByteArrayView payload)
{
    const QJsonDocument document = parse(payload);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

/// Marks the attachments that have a place in a value; false when a place is for none of them. The parser of Qt limits
/// how deep values are nested.
bool findPlaces(const QJsonValue &value, std::vector<bool> &found)
{
    if (const auto number = placeholderNumber(value)) {
        if (*number < 0 || *number >= qint64(found.size()))
            return false;
        found[std::size_t(*number)] = true;
        return true;
    }
    const auto inside = [&found](const QJsonValue &element) { return findPlaces(element, found); };
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::all_of(array.begin(), array.end(), inside);
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        return std::all_of(object.begin(), object.end(), inside);
    }
    return true;
}

bool everyAttachmentHasItsPlace(const QJsonArray &arguments, int attachments)
{
    if (attachments == 0) // then what looks like a place is a value like any other
        return true;
    std::vector<bool> found(std::size_t(attachments), false);
    return findPlaces(arguments, found) && std::find(found.begin(), found.end(), false) == found.end();
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
    if (!everyAttachmentHasItsPlace(*payload, parts.attachments))
        return std::nullopt;
    if (name.isDouble()) // JavaScript looks listeners up by the number's text
        return EventPacket{parts.nameSpace, name.toVariant().toString(), std::move(*payload), parts.id};
    if (!name.isString() ||
        std::find(reservedEvents.begin(), reservedEvents.end(), name.toString()) != reservedEvents.end())
        return std::nullopt;
    return EventPacket{parts.nameSpace, name.toString(), std::move(*payload), parts.id};
}

std::optional<Packet> decodeAck(const Parts &parts)
{
    auto payload = asArray(parts.payload);
    if (!payload || !parts.id || !everyAttachmentHasItsPlace(*payload, parts.attachments))
        return std::nullopt;
    return AckPacket{parts.nameSpace, *parts.id, std::move(*payload)};
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

std::optional<Packet> decode(const Parts &parts)
{
    switch (parts.type) {
    case Type::Connect:
        return decodeConnect(parts);
    case Type::Disconnect:
        return parts.payload.isEmpty() ? std::optional<Packet>(DisconnectPacket{parts.nameSpace}) : std::nullopt;
    case Type::Event:
    case Type::BinaryEvent:
        return decodeEvent(parts);
    case Type::Ack:
    case Type::BinaryAck:
        return decodeAck(parts);
    case Type::ConnectError:
        return decodeConnectError(parts);
    }
    Q_UNREACHABLE();
}

} // namespace

const QString &nameSpaceOf(const Packet &packet)
{
    return std::visit([](const auto &known) -> const QString & { return known.nameSpace; }, packet);
}

EncodedPacket encode(const Packet &packet)
{
    return std::visit(Encoder{}, packet);
}

std::optional<DecodedText> decode(QByteArrayView text, int maxAttachments)
{
    const auto parts = split(text, maxAttachments);
    auto packet = parts ? decode(*parts) : std::nullopt;
    if (!packet)
        return std::nullopt;
    return DecodedText{std::move(*packet), parts->attachments};
}

} // namespace socketio
