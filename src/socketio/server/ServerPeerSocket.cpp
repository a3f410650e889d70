// SPDX-License-Identifier: MIT
#include "socketio/server/ServerPeerSocket.h"

#include "engineio/Handshake.h"
#include "engineio/SteadyClock.h"
#include "socketio/server/ServerPeer.h"

#include <QtCore/QDateTime>

#include <utility>

namespace socketio {

using engineio::steadyNow;

ServerPeerSocket::ServerPeerSocket(ServerPeer &peer, ServerNamespace &nameSpace)
    : m_peer(peer.weak_from_this())
    , m_engine(peer.engine())
    , m_nameSpace(nameSpace)
    , m_handshake{peer.connection().remoteAddress(), peer.connection().transport(), QDateTime::currentMSecsSinceEpoch()}
{
    m_session.sid = engineio::newSid();
    if (nameSpace.recovery())
        m_session.pid = engineio::newSid();
}

ServerPeerSocket::ServerPeerSocket(ServerPeer &peer, ServerNamespace &nameSpace, const RecoverableSession &session,
                                   Resumption resumption)
    : ServerPeerSocket(peer, nameSpace)
{
    m_session = session;
    data = session.data;
    m_resumption = std::move(resumption);
}

void ServerPeerSocket::emitEvent(const QString &event, const Arguments &arguments)
{
    if (m_state == State::Connected)
        send(m_nameSpace.recorded(event, arguments, {m_session.sid}, {}));
}

bool ServerPeerSocket::volatileEvent(const QString &event, const Arguments &arguments)
{
    const auto peer = m_peer.lock();
    const bool keepsUp = peer && m_state == State::Connected && peer->connection().isWritable();
    if (keepsUp)
        write(framesOf(EventPacket{m_nameSpace.name(), event, arguments, std::nullopt}));
    return keepsUp;
}

void ServerPeerSocket::emitWithAck(const QString &event, const Arguments &arguments, std::chrono::milliseconds timeout,
                                   AckHandler answer)
{
    if (m_state != State::Connected) {
        m_engine.post([answer = std::move(answer)] { answer(AckFailure::Disconnected); });
        return;
    }
    const qint64 id = m_nameSpace.nextAckId();
    ask(id, framesOf(EventPacket{m_nameSpace.name(), event, arguments, id}), timeout, std::move(answer));
}

void ServerPeerSocket::join(const QString &room)
{
    if (m_state != State::Connected || m_session.rooms.contains(room))
        return;
    m_session.rooms.insert(room, m_nameSpace.recovery() ? m_nameSpace.recovery()->next() : 0);
    m_nameSpace.join(this, room);
}

void ServerPeerSocket::leave(const QString &room)
{
    if (m_session.rooms.remove(room))
        m_nameSpace.leave(this, room);
}

void ServerPeerSocket::disconnect(bool close)
{
    const auto peer = m_peer.lock();
    if (!peer || m_state != State::Connected || !peer->session().leave(m_nameSpace.name(), steadyNow()))
        return;
    write(framesOf(DisconnectPacket{m_nameSpace.name()}));
    leaveNamespace();
    tellLater(QStringLiteral("server namespace disconnect"));
    peer->forget(m_nameSpace.name());
    if (close)
        peer->close(QStringLiteral("forced server close"));
}

void ServerPeerSocket::accept()
{
    if (m_state == State::Ended) {
        tellLater(m_endReason); // gone while the decision was being made: an accepted socket always hears of its end
        return;
    }
    const auto peer = m_peer.lock();
    if (!peer || m_state != State::Pending)
        return;
    if (!peer->session().accept(m_nameSpace.name())) { // it has broken the protocol, and its end is on the way
        m_state = State::Ended;
        tellLater(QStringLiteral("transport error"));
        return;
    }
    m_state = State::Connected;
    QJsonObject reply{{QStringLiteral("sid"), m_session.sid}};
    if (m_nameSpace.recovery()) {
        if (!restore(*peer))
            return;
        reply.insert(u"pid", m_session.pid);
    }
    m_nameSpace.add(this);
    write(framesOf(ConnectPacket{m_nameSpace.name(), reply}));
}

bool ServerPeerSocket::restore(ServerPeer &peer)
{
    auto &log = *m_nameSpace.recovery();
    if (!m_resumption) {
        m_session.since = log.next();
        return true;
    }
    auto recovered = log.take(m_resumption->pid, m_resumption->offset, steadyNow());
    if (!recovered) {
        // It was here when the decision began. The client may not be told another id now, so it has to come again; and
        // what is not whole must not be kept once more.
        m_session.pid.clear();
        peer.close(QStringLiteral("the session to recover has been forgotten"));
        return false;
    }
    m_session = std::move(recovered->session);
    for (auto room = m_session.rooms.keyBegin(); room != m_session.rooms.keyEnd(); ++room)
        m_nameSpace.join(this, *room);
    for (const auto &frames : recovered->missed)
        write(frames);
    return true;
}

void ServerPeerSocket::reject(const QString &message, const QJsonObject &reason)
{
    const auto peer = m_peer.lock();
    if (!peer || m_state != State::Pending || !peer->session().reject(m_nameSpace.name()))
        return;
    m_state = State::Refused;
    peer->send(framesOf(ConnectErrorPacket{m_nameSpace.name(), message, reason}));
    peer->forget(m_nameSpace.name());
}

bool ServerPeerSocket::isIn(const QString &room) const
{
    return room == m_session.sid || m_session.rooms.contains(room);
}

void ServerPeerSocket::send(const ServerNamespace::Recorded &event)
{
    m_session.lastSent = event.number;
    write(event.frames);
}

void ServerPeerSocket::sendIfWritable(const Frames &frames)
{
    if (const auto peer = m_peer.lock(); peer && peer->connection().isWritable())
        write(frames);
}

void ServerPeerSocket::ask(qint64 id, const Frames &frames, std::chrono::milliseconds timeout, AckHandler answer)
{
    m_acks.add(id, steadyNow() + timeout, std::move(answer));
    write(frames);
    if (const auto peer = m_peer.lock())
        peer->armTimer();
}

void ServerPeerSocket::write(const Frames &frames)
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
                write(framesOf(AckPacket{m_nameSpace.name(), id, arguments}));
        };
    }
    const auto handler = onEvent; // which may put another in its place
    handler(packet.event, packet.arguments, ack);
}

void ServerPeerSocket::receive(const AckPacket &packet)
{
    if (const auto answer = m_acks.take(packet.id)) // the reference ignores ids it does not know, too
        answer(packet.arguments);
}

void ServerPeerSocket::tick(std::chrono::milliseconds now)
{
    for (const auto &expired : m_acks.takeExpired(now))
        expired.handler(AckFailure::TimedOut);
}

void ServerPeerSocket::end(End how, const QString &reason)
{
    const State before = m_state;
    if (auto *log = m_nameSpace.recovery();
        log && before == State::Connected && how == End::Cut && !m_session.pid.isEmpty()) {
        m_session.data = data;
        log->save(m_session, steadyNow());
    }
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
    for (const auto &answer : m_acks.takeAll())
        answer(AckFailure::Disconnected);
    onEvent = nullptr;
    if (const auto handler = std::exchange(onDisconnect, nullptr))
        handler(reason);
}

void ServerPeerSocket::leaveNamespace()
{
    for (auto room = m_session.rooms.keyBegin(); room != m_session.rooms.keyEnd(); ++room)
        m_nameSpace.leave(this, *room);
    m_session.rooms.clear();
    m_nameSpace.remove(this);
    m_state = State::Ended;
}

} // namespace socketio
