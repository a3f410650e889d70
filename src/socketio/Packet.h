// SPDX-License-Identifier: MIT
#pragma once

#include "socketio/Arguments.h"

#include <QtCore/QByteArrayView>
#include <QtCore/QString>

#include <optional>
#include <variant>

/// Socket.IO 5 (https://github.com/socketio/socket.io/blob/main/docs/socket.io-protocol/v5-current.md).
/// A packet is the payload of one Engine.IO message, `<type>[<attachments>-][<namespace>,][<ack id>][<JSON>]`, and,
/// when it carries bytes, one binary message for each attachment directly after it.
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
    Arguments arguments;
    std::optional<qint64> id; ///< an answer is wanted under this id
};

struct AckPacket {
    QString nameSpace;
    qint64 id = 0;
    Arguments arguments;
};

struct ConnectErrorPacket {
    QString nameSpace;
    QString message;
    QJsonObject data;
};

using Packet = std::variant<ConnectPacket, DisconnectPacket, EventPacket, AckPacket, ConnectErrorPacket>;

/// The namespace that a packet belongs to.
[[nodiscard]] const QString &nameSpaceOf(const Packet &packet);

/// A packet as Engine.IO messages.
struct EncodedPacket {
    QByteArray text;
    QList<QByteArray> attachments; ///< binary messages, to follow the text at once
};
[[nodiscard]] EncodedPacket encode(const Packet &packet);

/// A text message understood. The attachments are still to come: its arguments have none yet, only their places.
struct DecodedText {
    Packet packet;
    int attachments = 0;
};

/// Nothing for anything that the reference's parser refuses: an unknown type, JSON that is none, a payload of the wrong
/// kind, a reserved event name, more than `maxAttachments` or none where some are announced. Stricter than the
/// reference: every announced attachment must have its place, and no place may be without one. A namespace without its
/// comma (`0/chat`) and a bare string as CONNECT_ERROR are taken.
[[nodiscard]] std::optional<DecodedText> decode(QByteArrayView text, int maxAttachments);

} // namespace socketio
