// SPDX-License-Identifier: MIT
#include "socketio/ServerSession.h"

namespace socketio {

ServerSession::ServerSession(std::chrono::milliseconds connectTimeout, std::chrono::milliseconds now,
                             int maxAttachments)
    : m_connectTimeout(connectTimeout)
    , m_aloneSince(now)
    , m_reader(maxAttachments)
{
}

ServerEffect ServerSession::feed(engineio::FrameKind kind, QByteArrayView message, std::chrono::milliseconds now)
{
    if (m_failed)
        return {};
    const auto result = m_reader.feed(kind, message);
    if (std::holds_alternative<NotSocketIo>(result))
        return fail(QStringLiteral("parse error"));
    const auto *packet = std::get_if<Packet>(&result);
    if (!packet)
        return {};
    return std::visit([this, now](const auto &known) { return on(known, now); }, *packet);
}

ServerEffect ServerSession::tick(std::chrono::milliseconds now)
{
    if (const auto due = deadline(); !due || now < *due)
        return {};
    return fail(QStringLiteral("connect timeout"));
}

std::optional<std::chrono::milliseconds> ServerSession::deadline() const
{
    if (m_failed || !m_namespaces.isEmpty())
        return std::nullopt;
    return m_aloneSince + m_connectTimeout;
}

bool ServerSession::accept(const QString &nameSpace)
{
    const auto found = m_namespaces.find(nameSpace);
    if (m_failed || found == m_namespaces.end() || *found != Membership::Pending)
        return false;
    *found = Membership::Connected;
    return true;
}

bool ServerSession::reject(const QString &nameSpace)
{
    const auto found = m_namespaces.find(nameSpace);
    if (m_failed || found == m_namespaces.end() || *found != Membership::Pending)
        return false;
    m_namespaces.erase(found);
    return true;
}

bool ServerSession::leave(const QString &nameSpace, std::chrono::milliseconds now)
{
    if (m_failed || !isConnected(nameSpace))
        return false;
    m_namespaces.remove(nameSpace);
    m_aloneSince = now;
    return true;
}

ServerEffect ServerSession::fail(const QString &reason)
{
    m_failed = true;
    return ServerSessionFailed{reason};
}

ServerEffect ServerSession::on(const ConnectPacket &packet, std::chrono::milliseconds)
{
    if (m_namespaces.contains(packet.nameSpace))
        return fail(QStringLiteral("second CONNECT to %1").arg(packet.nameSpace));
    m_namespaces.insert(packet.nameSpace, Membership::Pending);
    return ConnectRequested{packet.nameSpace, packet.data};
}

ServerEffect ServerSession::on(const DisconnectPacket &packet, std::chrono::milliseconds now)
{
    if (!leave(packet.nameSpace, now))
        return fail(QStringLiteral("DISCONNECT before CONNECT"));
    return NamespaceLeft{packet.nameSpace};
}

ServerEffect ServerSession::on(const EventPacket &packet, std::chrono::milliseconds)
{
    if (!isConnected(packet.nameSpace))
        return fail(QStringLiteral("event before CONNECT"));
    return packet;
}

ServerEffect ServerSession::on(const AckPacket &packet, std::chrono::milliseconds)
{
    if (!isConnected(packet.nameSpace))
        return fail(QStringLiteral("acknowledgement before CONNECT"));
    return packet;
}

ServerEffect ServerSession::on(const ConnectErrorPacket &, std::chrono::milliseconds)
{
    return fail(QStringLiteral("CONNECT_ERROR from a client"));
}

bool ServerSession::isConnected(const QString &nameSpace) const
{
    const auto found = m_namespaces.constFind(nameSpace);
    return found != m_namespaces.constEnd() && *found == Membership::Connected;
}

} // namespace socketio
