// SPDX-License-Identifier: MIT
#include "engineio/ClientSession.h"

#include "engineio/Packet.h"

namespace engineio {

ClientEffects ClientSession::feed(FrameKind kind, QByteArrayView frame, std::chrono::milliseconds now)
{
    if (m_state == State::Closed)
        return {};
    if (kind == FrameKind::Binary && m_state == State::Open)
        return {MessageReceived{frame, FrameKind::Binary}};
    const auto packet = kind == FrameKind::Text ? decode(frame) : std::nullopt;
    if (!packet)
        return close(Failure::Kind::Protocol, QStringLiteral("the server sent a frame that is not Engine.IO"));
    if (m_state == State::Opening) {
        const auto handshake = packet->type == PacketType::Open ? decodeHandshake(packet->data) : std::nullopt;
        if (!handshake)
            return close(Failure::Kind::Protocol,
                         QStringLiteral("the server's first frame is not an Engine.IO 4 handshake"));
        m_state = State::Open;
        m_handshake = *handshake;
        m_lastPing = now;
        return {Opened{*handshake}};
    }
    switch (packet->type) {
    case PacketType::Message:
        return {MessageReceived{packet->data, FrameKind::Text}};
    case PacketType::Ping:
        m_lastPing = now;
        return {SendFrame{encode(PacketType::Pong, packet->data)}, HeartbeatSeen{}};
    case PacketType::Close:
        return close(Failure::Kind::ServerClosed, QStringLiteral("the server closed the connection"));
    case PacketType::Open:
    case PacketType::Pong:
    case PacketType::Upgrade:
    case PacketType::Noop:
        return {}; // without meaning here; the reference lets them pass
    }
    Q_UNREACHABLE();
}

ClientEffects ClientSession::tick(std::chrono::milliseconds now)
{
    if (const auto due = deadline(); !due || now < *due)
        return {};
    const auto patience = m_handshake.pingInterval + m_handshake.pingTimeout;
    return close(Failure::Kind::Heartbeat,
                 QStringLiteral("no heartbeat for %1 s").arg(double(patience.count()) / 1000));
}

std::optional<std::chrono::milliseconds> ClientSession::deadline() const
{
    if (m_state != State::Open)
        return std::nullopt;
    return m_lastPing + m_handshake.pingInterval + m_handshake.pingTimeout;
}

ClientEffects ClientSession::close(Failure::Kind kind, const QString &reason)
{
    m_state = State::Closed;
    return {Failure{.kind = kind, .message = reason}};
}

} // namespace engineio
