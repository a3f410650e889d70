// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <optional>

/// Engine.IO 4 (https://github.com/socketio/socket.io/blob/main/docs/engine.io-protocol/v4-current.md).
namespace engineio {

/// The values are the first byte of a text frame.
enum class PacketType : char {
    Open = '0',
    Close = '1',
    Ping = '2',
    Pong = '3',
    Message = '4',
    Upgrade = '5',
    Noop = '6',
};

struct Packet {
    PacketType type = PacketType::Noop;
    QByteArrayView data; ///< points into the frame it was decoded from
};

/// One WebSocket text frame.
[[nodiscard]] QByteArray encode(PacketType type, QByteArrayView data = {});

/// Nothing for an empty frame or an unknown type. Does not look into `data`.
[[nodiscard]] std::optional<Packet> decode(QByteArrayView frame);

} // namespace engineio
