// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QString>

#include <optional>
#include <variant>

/// Socket.IO 5 (https://github.com/socketio/socket.io/blob/main/docs/socket.io-protocol/v5-current.md).
/// A packet is the payload of one Engine.IO message: `<type>[<namespace>,][<ack id>][<JSON>]`.
namespace socketio {

struct ConnectPacket {
    QString nameSpace;
    QJsonObject data; ///< from a client its auth payload, from a server `{"sid"}`
};

struct DisconnectPacket {
    QString nameSpace;
};

struct EventPacket {
    QString nameSpace;
    QString event;
    QJsonArray arguments;
    std::optional<qint64> id; ///< an answer is wanted under this id
};

struct AckPacket {
    QString nameSpace;
    qint64 id = 0;
    QJsonArray arguments;
};

struct ConnectErrorPacket {
    QString nameSpace;
    QString message;
    QJsonObject data;
};

using Packet = std::variant<ConnectPacket, DisconnectPacket, EventPacket, AckPacket, ConnectErrorPacket>;

[[nodiscard]] QByteArray encode(const Packet &packet);

/// Nothing for anything that the reference's parser refuses: an unknown type, JSON that is none, a payload of the wrong
/// kind, a reserved event name. Binary packets (types 5 and 6) are refused too. A namespace without its comma
/// (`0/chat`) and a bare string as CONNECT_ERROR are taken.
[[nodiscard]] std::optional<Packet> decode(QByteArrayView text);

} // namespace socketio
