// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/client/ClientOptions.h"
#include "socketio/PacketReader.h"

#include <QtCore/QString>
#include <QtCore/QUrl>

#include <chrono>

namespace socketio {

/// What a client does with an event while it is not connected.
enum class WhenClosed {
    Drop, ///< for those who have a queue of their own
    Keep, ///< send it, in order, once connected
};

/// One namespace of a connection.
struct ClientSocketOptions {
    QString nameSpace = QStringLiteral("/");
    std::chrono::milliseconds connectTimeout{20'000}; ///< from open to CONNECT's answer
    WhenClosed whenClosed = WhenClosed::Drop;
    /// More than 0: every event that is not volatile wants an acknowledgement; they go one after another, each sent up
    /// to `retries` times more, over connections, until it is acknowledged. The server must acknowledge all, and may
    /// see one twice.
    int retries = 0;
    std::chrono::milliseconds ackTimeout{10'000}; ///< of an event that is sent without a timeout of its own
};

/// One connection to a server.
struct ClientOptions {
    QUrl url; ///< http, https, ws or wss; host and port
    QString path = QStringLiteral("/socket.io/");
    QString nameSpace = QStringLiteral("/");            ///< of Client; a ClientConnection has many
    std::chrono::milliseconds handshakeTimeout{20'000}; ///< from open to CONNECT's answer
    int maxAttachments = defaultMaxAttachments;
    engineio::ClientOptions engine{}; ///< the rest; its url, path and handshakeTimeout are those from above
};

} // namespace socketio
