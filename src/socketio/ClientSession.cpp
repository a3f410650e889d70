// SPDX-License-Identifier: MIT
#include "socketio/ClientSession.h"

#include <algorithm>

namespace socketio {

ClientSession::ClientSession(QString nameSpace, std::chrono::milliseconds openDeadline)
    : m_nameSpace(std::move(nameSpace))
    , m_openDeadline(openDeadline)
{
}

EncodedPacket ClientSession::connectMessage(const QJsonObject &auth) const
{
    return encode(ConnectPacket{m_nameSpace, auth});
}

EncodedPacket ClientSession::disconnectMessage() const
{
    return encode(DisconnectPacket{m_nameSpace});
}

EncodedPacket ClientSession::eventMessage(const QString &event, const Arguments &arguments) const
{
    return encode(EventPacket{m_nameSpace, event, arguments, std::nullopt});
}

ClientSession::Asked ClientSession::askedEventMessage(const QString &event, const Arguments &arguments,
                                                      std::chrono::milliseconds deadline)
{
    const qint64 id = m_nextId++;
    m_ackDeadlines.emplace(id, deadline);
    return {id, encode(EventPacket{m_nameSpace, event, arguments, id})};
}

ClientEffects ClientSession::feed(engineio::FrameKind kind, QByteArrayView message)
{
    if (m_state == State::Closed)
        return {};
    const auto result = m_reader.feed(kind, message);
    if (std::holds_alternative<NotSocketIo>(result))
        return close(QStringLiteral("the server sent a message that is not Socket.IO"));
    const auto *packet = std::get_if<Packet>(&result);
    return packet ? take(*packet) : ClientEffects{};
}

ClientEffects ClientSession::take(const Packet &packet)
{
    if (nameSpaceOf(packet) != m_nameSpace)
        return {}; // this client has asked for one namespace only
    if (const auto *connect = std::get_if<ConnectPacket>(&packet))
        return onConnect(*connect);
    if (const auto *refusal = std::get_if<ConnectErrorPacket>(&packet)) {
        m_state = State::Closed;
        return {*refusal};
    }
    if (const auto *event = std::get_if<EventPacket>(&packet))
        return onEvent(*event);
    if (const auto *ack = std::get_if<AckPacket>(&packet))
        return onAck(*ack);
    return close(QStringLiteral("the server ended the connection"));
}

ClientEffects ClientSession::tick(std::chrono::milliseconds now)
{
    if (m_state == State::Closed)
        return {};
    if (m_state == State::Connecting && now >= m_openDeadline)
        return close(QStringLiteral("the server did not answer in time"));
    ClientEffects effects;
    for (auto it = m_ackDeadlines.begin(); it != m_ackDeadlines.end();) {
        if (now >= it->second) {
            effects.emplace_back(AckSettled{it->first, std::nullopt});
            it = m_ackDeadlines.erase(it);
        } else {
            ++it;
        }
    }
    return effects;
}

std::optional<std::chrono::milliseconds> ClientSession::deadline() const
{
    if (m_state == State::Closed)
        return std::nullopt;
    if (m_state == State::Connecting)
        return m_openDeadline;
    if (m_ackDeadlines.empty())
        return std::nullopt;
    return std::min_element(m_ackDeadlines.begin(), m_ackDeadlines.end(),
                            [](const auto &a, const auto &b) { return a.second < b.second; })
        ->second;
}

ClientEffects ClientSession::close(const QString &reason)
{
    m_state = State::Closed;
    return {ClientSessionClosed{reason}};
}

ClientEffects ClientSession::onConnect(const ConnectPacket &packet)
{
    if (m_state == State::Connected)
        return {};
    const QString socketId = packet.data.value(u"sid").toString();
    if (socketId.isEmpty())
        return close(QStringLiteral("the server speaks an older Socket.IO than 3"));
    m_state = State::Connected;
    ClientEffects effects{Connected{socketId}};
    effects.insert(effects.end(), m_early.begin(), m_early.end());
    m_early.clear();
    return effects;
}

ClientEffects ClientSession::onEvent(const EventPacket &packet)
{
    if (m_state == State::Connected)
        return {packet};
    m_early.push_back(packet);
    return {};
}

ClientEffects ClientSession::onAck(const AckPacket &packet)
{
    if (m_ackDeadlines.erase(packet.id) == 0)
        return {}; // timed out before
    return {AckSettled{packet.id, packet.arguments}};
}

} // namespace socketio
