// SPDX-License-Identifier: MIT
#include "socketio/ServerPeer.h"

#include "engineio/Handshake.h"
#include "engineio/Packet.h"
#include "engineio/SteadyClock.h"

#include <utility>

namespace socketio {

using engineio::steadyNow;

Frames framesOf(const Packet &packet)
{
    const auto encoded = encode(packet);
    return {engineio::encode(engineio::PacketType::Message, encoded.text), encoded.attachments};
}

ServerPeerSocket::ServerPeerSocket(ServerPeer &peer, ServerNamespace &nameSpace)
    : m_id(engineio::newSid())
    , m_peer(peer.weak_from_this())
    , m_engine(peer.engine())
    , m_nameSpace(nameSpace)
{
}

void ServerPeerSocket::emitEvent(const QString &event, const Arguments &arguments)
{
    if (m_state == State::Connected)
        send(framesOf(EventPacket{m_nameSpace.name(), event, arguments, std::nullopt}));
}

void ServerPeerSocket::join(const QString &room)
{
    if (m_state != State::Connected)
        return;
    m_rooms.insert(room);
    m_nameSpace.join(this, room);
}

void ServerPeerSocket::leave(const QString &room)
{
    if (m_rooms.remove(room))
        m_nameSpace.leave(this, room);
}

void ServerPeerSocket::disconnect(bool close)
{
    const auto peer = m_peer.lock();
    if (!peer || m_state != State::Connected || !peer->session().leave(m_nameSpace.name(), steadyNow()))
        return;
    send(framesOf(DisconnectPacket{m_nameSpace.name()}));
    leaveNamespace();
    tellLater(QStringLiteral("server namespace disconnect"));
    peer->forget(m_nameSpace.name());
    if (close)
        peer->close();
}

void ServerPeerSocket::accept()
{
    if (m_state == State::Ended) {
        tellLater(m_endReason); // gone while the decision was being made: an accepted socket always hears of its end
        return;
    }
    const auto peer = m_peer.lock();
    if (!peer || m_state != State::Pending || !peer->session().accept(m_nameSpace.name()))
        return;
    m_state = State::Connected;
    m_nameSpace.add(this);
    send(framesOf(ConnectPacket{m_nameSpace.name(), {{QStringLiteral("sid"), m_id}}}));
}

void ServerPeerSocket::reject(const QString &message, const QJsonObject &data)
{
    const auto peer = m_peer.lock();
    if (!peer || m_state != State::Pending || !peer->session().reject(m_nameSpace.name()))
        return;
    m_state = State::Refused;
    peer->send(framesOf(ConnectErrorPacket{m_nameSpace.name(), message, data}));
    peer->forget(m_nameSpace.name());
}

void ServerPeerSocket::send(const Frames &frames)
{
    if (const auto peer = m_peer.lock(); peer && m_state == State::Connected)
        peer->send(frames);
}

void ServerPeerSocket::receive(const EventPacket &packet)
{
    if (m_state != State::Connected || !onEvent)
        return;
    Ack ack;
    if (packet.id) {
        ack = [weak = weak_from_this(), this, id = *packet.id](const Arguments &arguments) {
            if (const auto self = weak.lock())
                send(framesOf(AckPacket{m_nameSpace.name(), id, arguments}));
        };
    }
    const auto handler = onEvent; // which may put another in its place
    handler(packet.event, packet.arguments, ack);
}

void ServerPeerSocket::end(const QString &reason)
{
    const State before = m_state;
    leaveNamespace();
    m_endReason = reason;
    if (before == State::Connected)
        tell(reason);
}

void ServerPeerSocket::tellLater(const QString &reason)
{
    m_engine.post([self = shared_from_this(), this, reason] { tell(reason); });
}

void ServerPeerSocket::tell(const QString &reason)
{
    onEvent = nullptr;
    if (const auto handler = std::exchange(onDisconnect, nullptr))
        handler(reason);
}

void ServerPeerSocket::leaveNamespace()
{
    for (const auto &room : std::exchange(m_rooms, {}))
        m_nameSpace.leave(this, room);
    m_nameSpace.remove(this);
    m_state = State::Ended;
}

ServerPeer::ServerPeer(engineio::Server &engine, const Namespaces &namespaces,
                       std::shared_ptr<engineio::Connection> connection, std::chrono::milliseconds connectTimeout,
                       const CloseHandler &closed)
    : m_engine(engine)
    , m_namespaces(namespaces)
    , m_connection(std::move(connection))
    , m_session(connectTimeout, steadyNow())
    , m_closed(closed)
{
}

void ServerPeer::start()
{
    // The connection owns this until it ends: then it lets both functions go.
    m_connection->onMessage = [self = shared_from_this()](engineio::FrameKind kind, QByteArrayView message) {
        self->onMessage(kind, message);
    };
    m_connection->onClose = [self = shared_from_this()](const QString &reason) { self->onClose(reason); };
    armTimer();
}

void ServerPeer::send(const Frames &frames)
{
    m_connection->send(frames.text);
    for (const auto &attachment : frames.attachments)
        m_connection->send(attachment, engineio::FrameKind::Binary);
}

void ServerPeer::forget(const QString &nameSpace)
{
    m_sockets.erase(nameSpace);
    armTimer();
}

void ServerPeer::onMessage(engineio::FrameKind kind, QByteArrayView message)
{
    carryOut(m_session.feed(kind, message, steadyNow()));
    armTimer();
}

void ServerPeer::onClose(const QString &reason)
{
    for (const auto &[nameSpace, socket] : std::exchange(m_sockets, {}))
        socket->end(reason);
    if (m_closed)
        m_closed(m_connection->remoteAddress(), reason);
}

void ServerPeer::carryOut(const ServerEffect &effect)
{
    if (const auto *request = std::get_if<ConnectRequested>(&effect)) {
        connectTo(*request);
    } else if (const auto *event = std::get_if<EventPacket>(&effect)) {
        const auto socket = m_sockets.at(event->nameSpace);
        socket->receive(*event);
    } else if (const auto *left = std::get_if<NamespaceLeft>(&effect)) {
        const auto socket = m_sockets.extract(left->nameSpace).mapped();
        socket->end(QStringLiteral("client namespace disconnect"));
    } else if (const auto *failed = std::get_if<ServerSessionFailed>(&effect)) {
        m_connection->close(failed->reason);
    }
}

void ServerPeer::connectTo(const ConnectRequested &request)
{
    const auto found = m_namespaces.find(request.nameSpace);
    if (found == m_namespaces.end()) {
        if (m_session.reject(request.nameSpace))
            send(framesOf(ConnectErrorPacket{request.nameSpace, QStringLiteral("Invalid namespace"), {}}));
        return;
    }
    const auto socket = std::make_shared<ServerPeerSocket>(*this, *found->second);
    m_sockets[request.nameSpace] = socket;
    if (const auto &decide = found->second->onConnect) {
        decide(
            socket, request.auth,
            {.accept = [socket] { socket->accept(); },
             .reject = [socket](const QString &message, const QJsonObject &data) { socket->reject(message, data); }});
    } else {
        socket->accept();
    }
}

void ServerPeer::armTimer()
{
    const auto due = m_session.deadline();
    if (m_timerRuns || !due)
        return;
    m_timerRuns = true;
    m_engine.postAfter(std::max(std::chrono::milliseconds(0), *due - steadyNow()), [weak = weak_from_this()] {
        const auto self = weak.lock();
        if (!self)
            return;
        self->m_timerRuns = false;
        self->carryOut(self->m_session.tick(steadyNow()));
        self->armTimer();
    });
}

} // namespace socketio
