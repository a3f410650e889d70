// SPDX-License-Identifier: MIT
#include "engineio/ServerSession.h"

#include "engineio/Packet.h"

namespace engineio {

ServerSession::ServerSession(Handshake handshake, std::chrono::milliseconds now)
    : m_handshake(std::move(handshake))
    , m_deadline(now + m_handshake.pingInterval)
{
}

QByteArray ServerSession::openFrame() const
{
    return encode(PacketType::Open, encodeHandshake(m_handshake));
}

Effects ServerSession::feed(FrameKind kind, QByteArrayView frame, std::chrono::milliseconds now)
{
    if (m_state == State::Closed)
        return {};
    if (kind == FrameKind::Binary)
        return {MessageReceived{frame, kind}};
    const auto packet = decode(frame);
    if (!packet)
        return close(QStringLiteral("parse error"));
    switch (packet->type) {
    case PacketType::Message:
        return {MessageReceived{packet->data}};
    case PacketType::Pong:
        if (m_state != State::AwaitingPong)
            return {}; // an unasked pong must not put off the next ping, which the client waits for
        m_state = State::Quiet;
        m_deadline = now + m_handshake.pingInterval;
        return {HeartbeatSeen{}};
    case PacketType::Ping:
        return close(QStringLiteral("invalid heartbeat direction")); // only servers ping since protocol 4
    case PacketType::Close:
        return close(QStringLiteral("transport close"));
    case PacketType::Open:
    case PacketType::Upgrade:
    case PacketType::Noop:
        return {}; // without meaning here; the reference lets them pass
    }
    Q_UNREACHABLE();
}

Effects ServerSession::tick(std::chrono::milliseconds now)
{
    if (m_state == State::Closed || now < m_deadline)
        return {};
    if (m_state == State::AwaitingPong)
        return close(QStringLiteral("ping timeout"));
    m_state = State::AwaitingPong;
    m_deadline = now + m_handshake.pingTimeout;
    return {SendFrame{encode(PacketType::Ping)}};
}

Effects ServerSession::close(const QString &reason)
{
    m_state = State::Closed;
    return {SessionClosed{reason}};
}

} // namespace engineio
