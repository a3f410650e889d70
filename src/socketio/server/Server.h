// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/server/Server.h"
#include "socketio/PacketReader.h"
#include "socketio/RecoveryLog.h"
#include "socketio/server/Namespace.h"

#include <QtCore/QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace socketio {

struct ServerOptions {
    engineio::ServerOptions engine;
    std::chrono::milliseconds connectTimeout{45'000}; ///< to the first CONNECT
    QString path = QStringLiteral("/socket.io/");
    int maxAttachments = defaultMaxAttachments;
    /// Connection state recovery, for clients without a journal and cursor of their own. Nothing: none. The reference
    /// recovers only who has received an event, so applications on it greet everybody; here that is not needed.
    std::optional<RecoveryOptions> recovery{};
};

/// A Socket.IO 5 server on Engine.IO 4 over Boost.Beast. One I/O thread runs everything; `post` enters it from outside.
class Server {
public:
    explicit Server(const ServerOptions &options);
    ~Server(); ///< stops

    Namespace &of(const QString &name); ///< "/" is the main one; before listen
    /// Answers HTTP requests outside the Socket.IO path; before listen.
    void setHttpHandler(engineio::HttpHandler handler);
    /// The form of what the HTTP front answers by itself; before listen.
    void setHttpRefusalWriter(engineio::HttpRefusalWriter writer);
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
