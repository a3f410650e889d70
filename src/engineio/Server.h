// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/Connection.h"
#include "engineio/HttpFront.h"

#include <chrono>
#include <functional>
#include <memory>

namespace engineio {

/// An Engine.IO 4 server with an HTTP front on Boost.Asio and Beast. One I/O thread runs everything; `post` enters it
/// from outside.
class Server {
public:
    /// `path` is where Engine.IO lives ("/socket.io/"); every other one goes to the HTTP handler.
    Server(ServerOptions options, const QString &path);
    ~Server(); ///< stops

    /// Both before listen; called on the I/O thread. The connection handler sets the functions of each new connection.
    void setConnectionHandler(std::function<void(const std::shared_ptr<Connection> &)> handler);
    void setHttpHandler(HttpHandler handler);

    struct Listening {
        QString error; ///< empty: listening
        quint16 port = 0;
    };
    /// Binds and starts the I/O thread. Port 0: any free one.
    Listening listen(const QString &address, quint16 port);
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
