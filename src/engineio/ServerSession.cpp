// SPDX-License-Identifier: MIT
#include "engineio/ServerSession.h"

#include "engineio/Packet.h"

#include <algorithm>

namespace engineio {

namespace {

/// A client that has seen its probe answered lets its outstanding poll finish; until it has, every new one is released
/// at this pace, the reference's.
constexpr std::chrono::milliseconds releaseInterval{100};

} // namespace

ServerSession::ServerSession(Handshake handshake, TransportKind transport, std::chrono::milliseconds upgradeTimeout,
                             std::chrono::milliseconds now)
    : m_handshake(std::move(handshake))
    , m_transport(transport)
    , m_upgradeTimeout(upgradeTimeout)
    , m_heartbeatDue(now + m_handshake.pingInterval)
{
}

QByteArray ServerSession::openFrame() const
{
    return encode(PacketType::Open, encodeHandshake(m_handshake));
}

ServerEffects ServerSession::feed(FrameKind kind, QByteArrayView frame, std::chrono::milliseconds now)
{
    if (m_heartbeat == Heartbeat::Closed)
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
        if (m_heartbeat != Heartbeat::AwaitingPong)
            return {}; // an unasked pong must not put off the next ping, which the client waits for
        m_heartbeat = Heartbeat::Quiet;
        m_heartbeatDue = now + m_handshake.pingInterval;
        return {HeartbeatSeen{}};
    case PacketType::Ping:
        return close(QStringLiteral("invalid heartbeat direction")); // only servers ping since protocol 4
    case PacketType::Close:
        return close(QStringLiteral("transport close"), true);
    case PacketType::Open:
    case PacketType::Upgrade:
    case PacketType::Noop:
        return {}; // without meaning here; the reference lets them pass
    }
    Q_UNREACHABLE();
}

ServerEffects ServerSession::tick(std::chrono::milliseconds now)
{
    if (m_heartbeat == Heartbeat::Closed)
        return {};
    ServerEffects effects;
    if (m_upgrade != Upgrade::None && now >= m_upgradeDue) {
        m_upgrade = Upgrade::None;
        effects.emplace_back(ProbeFailed{});
    }
    if (m_upgrade == Upgrade::Probed && now >= m_releaseDue) {
        m_releaseDue = now + releaseInterval;
        if (m_pollWaits)
            effects.emplace_back(ReleasePoll{});
    }
    if (now >= m_heartbeatDue) {
        if (m_heartbeat == Heartbeat::AwaitingPong)
            return close(QStringLiteral("ping timeout"));
        m_heartbeat = Heartbeat::AwaitingPong;
        m_heartbeatDue = now + m_handshake.pingTimeout;
        effects.emplace_back(SendFrame{encode(PacketType::Ping)});
    }
    return effects;
}

std::chrono::milliseconds ServerSession::deadline() const
{
    switch (m_upgrade) {
    case Upgrade::None:
        return m_heartbeatDue;
    case Upgrade::Opened:
        return std::min(m_heartbeatDue, m_upgradeDue);
    case Upgrade::Probed:
        return std::min({m_heartbeatDue, m_upgradeDue, m_releaseDue});
    }
    Q_UNREACHABLE();
}

ServerEffects ServerSession::pollCame()
{
    if (m_heartbeat == Heartbeat::Closed)
        return {};
    if (std::exchange(m_pollWaits, true))
        return close(QStringLiteral("overlapping polls"));
    return {};
}

ServerEffects ServerSession::postCame()
{
    if (m_heartbeat == Heartbeat::Closed)
        return {};
    if (std::exchange(m_postRuns, true))
        return close(QStringLiteral("overlapping posts"));
    return {};
}

ServerEffects ServerSession::requestLost()
{
    return m_heartbeat == Heartbeat::Closed ? ServerEffects{} : close(QStringLiteral("transport error"));
}

bool ServerSession::beginProbe(std::chrono::milliseconds now)
{
    if (m_heartbeat == Heartbeat::Closed || m_transport != TransportKind::Polling || m_upgrade != Upgrade::None)
        return false;
    m_upgrade = Upgrade::Opened;
    m_upgradeDue = now + m_upgradeTimeout;
    return true;
}

ServerEffects ServerSession::feedProbe(FrameKind kind, QByteArrayView frame)
{
    if (m_heartbeat == Heartbeat::Closed || m_upgrade == Upgrade::None)
        return {};
    const auto packet = kind == FrameKind::Text ? decode(frame) : std::nullopt;
    if (packet && packet->type == PacketType::Ping && packet->data == QByteArrayView("probe")) {
        m_upgrade = Upgrade::Probed;
        m_releaseDue = std::chrono::milliseconds(0); // at once: see tick
        return {SendOnProbe{encode(PacketType::Pong, "probe")}};
    }
    if (packet && packet->type == PacketType::Upgrade) {
        m_upgrade = Upgrade::None;
        m_transport = TransportKind::WebSocket;
        if (m_pollWaits)
            return {ReleasePoll{}, Upgraded{}};
        return {Upgraded{}};
    }
    m_upgrade = Upgrade::None;
    return {ProbeFailed{}};
}

ServerEffects ServerSession::close(const QString &reason, bool byClient)
{
    m_heartbeat = Heartbeat::Closed;
    return {SessionClosed{reason, byClient}};
}

} // namespace engineio
