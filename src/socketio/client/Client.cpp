// SPDX-License-Identifier: MIT
#include "socketio/client/Client.h"

#include <utility>

namespace socketio {

namespace {

ClientSocketOptions socketOptions(const ClientOptions &options)
{
    ClientSocketOptions socket;
    socket.nameSpace = options.nameSpace;
    socket.connectTimeout = options.handshakeTimeout;
    return socket;
}

} // namespace

Client::Client(const ClientOptions &options, QObject *parent)
    : QObject(parent)
    , m_connection(options)
    , m_socket(m_connection, socketOptions(options))
{
    connect(&m_connection, &ClientConnection::opened, this, &Client::transportOpened);
    connect(&m_connection, &ClientConnection::heartbeat, this, &Client::heartbeat);
    connect(&m_connection, &ClientConnection::transportChanged, this, &Client::transportChanged);
    connect(&m_socket, &ClientSocket::connected, this, &Client::connected);
    connect(&m_socket, &ClientSocket::connectRefused, this, &Client::connectRefused);
    connect(&m_socket, &ClientSocket::eventReceived, this, &Client::eventReceived);
    connect(&m_socket, &ClientSocket::closed, this, &Client::closed);
}

void Client::open(const QJsonObject &auth)
{
    m_socket.open(auth);
}

void Client::close()
{
    m_socket.close();
}

bool Client::isConnected() const
{
    return m_socket.isConnected();
}

QString Client::transport() const
{
    return isConnected() ? m_connection.transport() : QString();
}

engineio::Traffic Client::traffic() const
{
    return m_connection.traffic();
}

void Client::emitEvent(const QString &event, const Arguments &arguments)
{
    m_socket.emitEvent(event, arguments);
}

void Client::emitWithAck(const QString &event, const Arguments &arguments, std::chrono::milliseconds timeout,
                         AckHandler answer)
{
    m_socket.emitWithAck(event, arguments, timeout, std::move(answer));
}

} // namespace socketio
