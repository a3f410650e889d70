// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/Server.h"
#include "socketio/Arguments.h"

#include <QtCore/QJsonObject>
#include <QtCore/QString>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace socketio {

struct ServerOptions {
    engineio::ServerOptions engine;
    std::chrono::milliseconds connectTimeout{45'000}; ///< to the first CONNECT
    QString path = QStringLiteral("/socket.io/");
};

/// Answers one acknowledged event; call it at most once. A copy may outlive the socket: answering then does nothing.
using Ack = std::function<void(const Arguments &arguments)>;

/// One client on one namespace. Used on the server's I/O thread only.
class ServerSocket : public std::enable_shared_from_this<ServerSocket> {
public:
    virtual ~ServerSocket() = default;
    [[nodiscard]] virtual QString id() const = 0;
    virtual void emitEvent(const QString &event, const Arguments &arguments) = 0;
    virtual void join(const QString &room) = 0;
    virtual void leave(const QString &room) = 0;
    /// Sends DISCONNECT; with `close` the transport too, once everything written before has been sent.
    virtual void disconnect(bool close) = 0;

    /// `ack` is empty when the client did not ask for an answer.
    std::function<void(const QString &event, const Arguments &arguments, const Ack &ack)> onEvent;
    /// Exactly once for every socket that was accepted, even if its client had gone before; nothing else is called
    /// afterwards. Never from within a call to this object.
    std::function<void(const QString &reason)> onDisconnect;
};

/// Decides about one CONNECT: exactly one of the two, now or later, on the I/O thread.
struct ConnectDecision {
    std::function<void()> accept;
    std::function<void(const QString &message, const QJsonObject &data)> reject;
};

/// Clients that an event goes to: encoded once, the same bytes written to every socket.
class Broadcast {
public:
    virtual ~Broadcast() = default;
    virtual void emitEvent(const QString &event, const Arguments &arguments) = 0;
};

/// One Socket.IO namespace of a server.
class Namespace {
public:
    virtual ~Namespace() = default;
    /// Called for every CONNECT with its auth payload. The socket is not connected before accept: nothing may be
    /// emitted to it until then.
    std::function<void(const std::shared_ptr<ServerSocket> &socket, const QJsonObject &auth, ConnectDecision decision)>
        onConnect;
    virtual std::unique_ptr<Broadcast> to(const QString &room) = 0; ///< a room, without duplicates
    /// Those of this namespace, in this order.
    virtual std::unique_ptr<Broadcast> to(std::vector<std::shared_ptr<ServerSocket>> sockets) = 0;
    virtual std::unique_ptr<Broadcast> everyone() = 0;
};

/// A Socket.IO 5 server on Engine.IO 4 over Boost.Beast. One I/O thread runs everything; `post` enters it from outside.
class Server {
public:
    explicit Server(const ServerOptions &options);
    ~Server(); ///< stops

    Namespace &of(const QString &name); ///< "/" is the main one; before listen
    /// Answers HTTP requests outside the Socket.IO path; before listen.
    void setHttpHandler(engineio::HttpHandler handler);
    /// Raw Engine.IO connections at another path; before listen.
    void setEngineHandler(const QString &path, engineio::ConnectionHandler handler);
    /// Of the transport below; I/O thread only.
    [[nodiscard]] engineio::ServerCounters counters() const;
    /// Told of every connection that ends, on the I/O thread, whether it ever entered a namespace or not; before
    /// listen.
    void setCloseHandler(std::function<void(const QString &remoteAddress, const QString &reason)> handler);

    /// Binds and starts the I/O thread. Port 0: any free one. The error says in words why not.
    struct Listening {
        QString error; ///< empty: listening
        quint16 port = 0;
    };
    Listening listen(const QString &address, quint16 port);
    void post(std::function<void()> task);
    /// Runs a task on the I/O thread after a while, unless the server stops first.
    void postAfter(std::chrono::milliseconds delay, std::function<void()> task);
    void stop(); ///< closes every connection, waits for the I/O thread

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace socketio
