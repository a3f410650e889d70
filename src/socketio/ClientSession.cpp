// SPDX-License-Identifier: MIT
#include "socketio/ClientSession.h"

#include <algorithm>
#include <utility>

namespace socketio {

ClientSession::ClientSession(QString nameSpace)
    : m_nameSpace(std::move(nameSpace))
{
}

void ClientSession::open(std::chrono::milliseconds deadline)
{
    m_state = State::Opening;
    m_openDeadline = deadline;
    m_early.clear();
}

ConnectPacket ClientSession::connectPacket(const QJsonObject &auth) const
{
    QJsonObject data = auth;
    if (!m_recoveryId.isEmpty()) {
        data.insert(u"pid", m_recoveryId);
        if (!m_offset.isEmpty())
            data.insert(u"offset", m_offset);
    }
    return {m_nameSpace, data};
}

EventPacket ClientSession::eventPacket(const QString &event, const Arguments &arguments) const
{
    return {m_nameSpace, event, arguments, std::nullopt};
}

EventPacket ClientSession::askingPacket(const QString &event, const Arguments &arguments,
                                        std::chrono::milliseconds deadline, AckHandler handler)
{
    const qint64 id = m_nextId++;
    m_acks.add(id, deadline, std::move(handler));
    return {m_nameSpace, event, arguments, id};
}

ClientEffects ClientSession::feed(const Packet &packet)
{
    if (m_state == State::Closed || nameSpaceOf(packet) != m_nameSpace)
        return {};
    if (const auto *connect = std::get_if<ConnectPacket>(&packet))
        return onConnect(*connect);
    if (const auto *refusal = std::get_if<ConnectErrorPacket>(&packet))
        return {*refusal};
    if (const auto *event = std::get_if<EventPacket>(&packet))
        return onEvent(*event);
    if (const auto *ack = std::get_if<AckPacket>(&packet))
        return onAck(*ack);
    return {ClientSessionClosed{QStringLiteral("the server ended the connection"), true}};
}

ClientEffects ClientSession::tick(std::chrono::milliseconds now)
{
    ClientEffects effects;
    if (m_state == State::Opening && now >= m_openDeadline)
        effects.emplace_back(ClientSessionClosed{QStringLiteral("the server did not answer in time"), false, true});
    for (auto &[id, handler] : m_acks.takeExpired(now))
        effects.emplace_back(AckSettled{id, std::move(handler), AckFailure::TimedOut});
    return effects;
}

std::optional<std::chrono::milliseconds> ClientSession::deadline() const
{
    const auto ack = m_acks.deadline();
    if (m_state != State::Opening)
        return ack;
    return ack ? std::min(*ack, m_openDeadline) : m_openDeadline;
}

std::vector<AckHandler> ClientSession::close()
{
    const State before = std::exchange(m_state, State::Closed);
    return before == State::Connected ? m_acks.takeAll() : std::vector<AckHandler>{};
}

ClientEffects ClientSession::onConnect(const ConnectPacket &packet)
{
    if (m_state == State::Connected)
        return {};
    const QString socketId = packet.data.value(u"sid").toString();
    if (socketId.isEmpty())
        return {ClientSessionClosed{QStringLiteral("the server speaks an older Socket.IO than 3")}};
    m_state = State::Connected;
    const QString recoveryId = packet.data.value(u"pid").toString();
    const bool recovered = !recoveryId.isEmpty() && recoveryId == m_recoveryId;
    m_recoveryId = recoveryId;
    if (!recovered)
        m_offset.clear();
    ClientEffects effects{Connected{socketId, recovered}};
    for (auto &event : std::exchange(m_early, {})) {
        keepOffset(event);
        effects.emplace_back(std::move(event));
    }
    return effects;
}

ClientEffects ClientSession::onEvent(const EventPacket &packet)
{
    if (m_state == State::Connected) {
        keepOffset(packet);
        return {packet};
    }
    m_early.push_back(packet);
    return {};
}

ClientEffects ClientSession::onAck(const AckPacket &packet)
{
    auto handler = m_acks.take(packet.id);
    if (!handler)
        return {}; // timed out before
    return {AckSettled{packet.id, std::move(handler), packet.arguments}};
}

void ClientSession::keepOffset(const EventPacket &packet)
{
    const QJsonValue last = packet.arguments.at(packet.arguments.size() - 1);
    if (!m_recoveryId.isEmpty() && !packet.id && last.isString())
        m_offset = last.toString();
}

} // namespace socketio
