// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/Effect.h"
#include "socketio/Packet.h"

#include <optional>
#include <variant>

namespace socketio {

/// As in the reference.
constexpr int defaultMaxAttachments = 10;

/// The bytes that were read are no Socket.IO: end the connection.
struct NotSocketIo {};

/// Nothing: the packet goes on in the next message.
using ReadResult = std::variant<std::monostate, Packet, NotSocketIo>;

/// Puts packets together from the messages of one Engine.IO session, in their order.
class PacketReader {
public:
    explicit PacketReader(int maxAttachments = defaultMaxAttachments);

    /// Text between a packet and its attachments and bytes without a packet are errors. After an error nothing more is
    /// to be fed.
    [[nodiscard]] ReadResult feed(engineio::FrameKind kind, QByteArrayView message);

private:
    ReadResult feedText(QByteArrayView text);
    ReadResult feedBytes(QByteArrayView bytes);

    int m_maxAttachments;
    std::optional<DecodedText> m_unfinished;
    QList<QByteArray> m_attachments; ///< of the unfinished one
};

} // namespace socketio
