// SPDX-License-Identifier: MIT
#include "socketio/client/ClientConnection.h"

#include "socketio/client/ClientSocket.h"

#include <QtCore/QPointer>

#include <algorithm>
#include <utility>

namespace socketio {

namespace {

engineio::ClientOptions engineOptions(const ClientOptions &options)
{
    auto engine = options.engine;
    engine.url = options.url;
    engine.path = options.path;
    engine.handshakeTimeout = options.handshakeTimeout;
    return engine;
}

} // namespace

ClientConnection::ClientConnection(const ClientOptions &options, QObject *parent)
    : QObject(parent)
    , m_engine(engineOptions(options))
    , m_maxAttachments(options.maxAttachments)
    , m_reader(options.maxAttachments)
{
    using Engine = engineio::Client;
    connect(&m_engine, &Engine::opened, this, &ClientConnection::onOpened);
    connect(&m_engine, &Engine::messageReceived, this, &ClientConnection::onMessage);
    connect(&m_engine, &Engine::heartbeat, this, &ClientConnection::heartbeat);
    connect(&m_engine, &Engine::transportChanged, this, &ClientConnection::transportChanged);
    connect(&m_engine, &Engine::closed, this, &ClientConnection::end);
}

ClientConnection::~ClientConnection()
{
    m_engine.disconnect(this);
}

void ClientConnection::close()
{
    const QPointer<ClientConnection> alive(this);
    for (auto *socket : QList(m_sockets)) {
        if (m_sockets.contains(socket))
            socket->close();
        if (!alive)
            return;
    }
}

QString ClientConnection::transport() const
{
    return m_engine.transport();
}

engineio::Traffic ClientConnection::traffic() const
{
    return m_engine.traffic();
}

bool ClientConnection::attach(ClientSocket *socket)
{
    const auto isSame = [socket](const ClientSocket *other) { return other->nameSpace() == socket->nameSpace(); };
    if (std::any_of(m_sockets.begin(), m_sockets.end(), isSame))
        return false;
    m_sockets.append(socket);
    if (m_sockets.size() == 1)
        m_engine.open();
    return true;
}

void ClientConnection::detach(ClientSocket *socket)
{
    if (m_sockets.removeOne(socket) && m_sockets.isEmpty())
        m_engine.close();
}

void ClientConnection::send(const Packet &packet)
{
    const auto encoded = encode(packet);
    m_engine.send(encoded.text);
    for (const QByteArray &attachment : encoded.attachments)
        m_engine.send(attachment, engineio::FrameKind::Binary);
}

void ClientConnection::onOpened()
{
    m_reader = PacketReader(m_maxAttachments);
    for (auto *socket : QList(m_sockets))
        socket->onOpened();
    Q_EMIT opened();
}

void ClientConnection::onMessage(engineio::FrameKind kind, const QByteArray &payload)
{
    const auto result = m_reader.feed(kind, payload);
    if (std::holds_alternative<NotSocketIo>(result)) {
        end({.kind = engineio::Failure::Kind::Protocol,
             .message = QStringLiteral("the server sent a message that is not Socket.IO")});
        return;
    }
    const auto *packet = std::get_if<Packet>(&result);
    if (!packet)
        return;
    const auto isMeant = [packet](const ClientSocket *socket) { return socket->nameSpace() == nameSpaceOf(*packet); };
    const auto found = std::find_if(m_sockets.begin(), m_sockets.end(), isMeant);
    if (found != m_sockets.end()) // else it has left the namespace
        (*found)->receive(*packet);
}

void ClientConnection::end(const engineio::Failure &failure)
{
    m_engine.close();
    // Each may open again, or destroy others or this, from within.
    QList<QPointer<ClientSocket>> ended;
    for (auto *socket : std::exchange(m_sockets, {}))
        ended.append(socket);
    for (const auto &socket : std::as_const(ended)) {
        if (socket)
            socket->finish(failure);
    }
}

} // namespace socketio
