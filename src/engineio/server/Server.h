// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/server/Connection.h"
#include "engineio/server/HttpFront.h"
#include "engineio/server/ServerCounters.h"

#include <chrono>
#include <functional>
#include <memory>

namespace engineio {

using ConnectionHandler = std::function<void(const std::shared_ptr<Connection> &connection)>;

/// An Engine.IO 4 server with an HTTP front on Boost.Asio and Beast. One I/O thread runs everything; `post` enters it
/// from outside.
class Server {
public:
    explicit Server(ServerOptions options);
    ~Server(); ///< stops

    /// All before listen; called on the I/O thread. Engine.IO lives at `path` ("/engine.io/"); there may be several,
    /// each with its handler, which sets the functions of each new connection. Every other path goes to the HTTP
    /// handler.
    void setConnectionHandler(const QString &path, ConnectionHandler handler);
    void setHttpHandler(HttpHandler handler);
    /// The form of what the front answers by itself; without one it is plain text.
    void setHttpRefusalWriter(HttpRefusalWriter writer);

    struct Listening {
        QString error; ///< empty: listening
        quint16 port = 0;
    };
    /// Loads the TLS files if there are any, binds and starts the I/O thread. Port 0: any free one. The error says in
    /// words what went wrong.
    Listening listen(const QString &address, quint16 port);
    /// I/O thread only.
    [[nodiscard]] ServerCounters counters() const;
    /// From any thread; nothing happens after stop.
    void post(std::function<void()> task);
    void postAfter(std::chrono::milliseconds delay, std::function<void()> task);
    /// Closes every connection with a close frame, waits for the I/O thread. Not from the I/O thread itself.
    void stop();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace engineio
