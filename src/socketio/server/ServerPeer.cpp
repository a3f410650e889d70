// SPDX-License-Identifier: MIT
#include "socketio/server/ServerPeer.h"

#include "engineio/SteadyClock.h"

#include <algorithm>
#include <utility>

namespace socketio {

using engineio::steadyNow;

ServerPeer::ServerPeer(const ServerContext &context, std::shared_ptr<engineio::Connection> connection)
    : m_context(context)
    , m_connection(std::move(connection))
    , m_session(context.connectTimeout, steadyNow(), context.maxAttachments)
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
    using End = ServerPeerSocket::End;
    for (const auto &[nameSpace, socket] : std::exchange(m_sockets, {}))
        socket->end(m_brokeProtocol ? End::Left : End::Cut, reason);
    if (m_context.closed)
        m_context.closed(m_connection->remoteAddress(), reason);
}

void ServerPeer::carryOut(const ServerEffect &effect)
{
    if (const auto *request = std::get_if<ConnectRequested>(&effect)) {
        connectTo(*request);
    } else if (const auto *event = std::get_if<EventPacket>(&effect)) {
        const auto socket = m_sockets.at(event->nameSpace);
        socket->receive(*event);
    } else if (const auto *ack = std::get_if<AckPacket>(&effect)) {
        const auto socket = m_sockets.at(ack->nameSpace);
        socket->receive(*ack);
    } else if (const auto *left = std::get_if<NamespaceLeft>(&effect)) {
        const auto socket = m_sockets.extract(left->nameSpace).mapped();
        socket->end(ServerPeerSocket::End::Left, QStringLiteral("client namespace disconnect"));
    } else if (const auto *failed = std::get_if<ServerSessionFailed>(&effect)) {
        m_brokeProtocol = true;
        m_connection->close(failed->reason);
    }
}

void ServerPeer::connectTo(const ConnectRequested &request)
{
    const auto found = m_context.namespaces.find(request.nameSpace);
    if (found == m_context.namespaces.end()) {
        if (m_session.reject(request.nameSpace))
            send(framesOf(ConnectErrorPacket{request.nameSpace, QStringLiteral("Invalid namespace"), {}}));
        return;
    }
    QJsonObject auth = request.auth;
    const auto socket = makeSocket(*found->second, auth);
    m_sockets[request.nameSpace] = socket;
    if (const auto &decide = found->second->onConnect) {
        decide(socket, auth,
               {.accept = [socket] { socket->accept(); },
                .reject = [socket](const QString &message,
                                   const QJsonObject &reason) { socket->reject(message, reason); }});
    } else {
        socket->accept();
    }
}

/// Takes what belongs to recovery out of the auth payload.
std::shared_ptr<ServerPeerSocket> ServerPeer::makeSocket(ServerNamespace &nameSpace, QJsonObject &auth)
{
    if (const auto *log = nameSpace.recovery()) {
        const Resumption resumption{auth.take(u"pid").toString(), auth.take(u"offset").toString()};
        if (const auto session = log->find(resumption.pid, resumption.offset, steadyNow()))
            return std::make_shared<ServerPeerSocket>(*this, nameSpace, *session, resumption);
    }
    return std::make_shared<ServerPeerSocket>(*this, nameSpace);
}

std::optional<std::chrono::milliseconds> ServerPeer::deadline() const
{
    auto due = m_session.deadline();
    for (const auto &[nameSpace, socket] : m_sockets) {
        const auto ack = socket->deadline();
        if (ack && (!due || *ack < *due))
            due = ack;
    }
    return due;
}

void ServerPeer::armTimer()
{
    const auto due = deadline();
    if (!due || (m_timerDue && *m_timerDue <= *due))
        return;
    m_timerDue = due;
    m_context.engine.postAfter(std::max(std::chrono::milliseconds(0), *due - steadyNow()),
                               [weak = weak_from_this(), due] {
                                   const auto self = weak.lock();
                                   if (!self || self->m_timerDue != due) // an earlier one was needed in between
                                       return;
                                   self->m_timerDue.reset();
                                   self->onTimer();
                               });
}

void ServerPeer::onTimer()
{
    const auto now = steadyNow();
    carryOut(m_session.tick(now));
    for (const auto &[nameSpace, socket] : std::map(m_sockets)) // an answer may end its socket
        socket->tick(now);
    armTimer();
}

} // namespace socketio
