// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/server/Connection.h"
#include "engineio/server/Server.h"
#include "socketio/ServerSession.h"
#include "socketio/server/ServerPeerSocket.h"

#include <map>
#include <memory>
#include <optional>

namespace socketio {

/// What every peer of a server shares. It outlives them.
struct ServerContext {
    engineio::Server &engine;
    Namespaces namespaces;
    std::chrono::milliseconds connectTimeout;
    int maxAttachments;
    /// Told of the end of every connection with the client's address and the reason.
    std::function<void(const QString &remoteAddress, const QString &reason)> closed{};
};

/// One Engine.IO connection and its sockets, by namespace. I/O thread only.
class ServerPeer final : public std::enable_shared_from_this<ServerPeer> {
public:
    ServerPeer(const ServerContext &context, std::shared_ptr<engineio::Connection> connection);

    void start();
    [[nodiscard]] engineio::Server &engine() const { return m_context.engine; }
    [[nodiscard]] const engineio::Connection &connection() const { return *m_connection; }
    [[nodiscard]] ServerSession &session() { return m_session; }
    void send(const Frames &frames);
    void forget(const QString &nameSpace);
    void close(const QString &reason) { m_connection->close(reason); }
    void armTimer();

private:
    void onMessage(engineio::FrameKind kind, QByteArrayView message);
    void onClose(const QString &reason);
    void onTimer();
    void carryOut(const ServerEffect &effect);
    void connectTo(const ConnectRequested &request);
    [[nodiscard]] std::shared_ptr<ServerPeerSocket> makeSocket(ServerNamespace &nameSpace, QJsonObject &auth);
    [[nodiscard]] std::optional<std::chrono::milliseconds> deadline() const;

    const ServerContext &m_context;
    std::shared_ptr<engineio::Connection> m_connection;
    ServerSession m_session;
    std::map<QString, std::shared_ptr<ServerPeerSocket>> m_sockets;
    std::optional<std::chrono::milliseconds> m_timerDue; ///< the earliest timer that runs
    bool m_brokeProtocol = false;
};

} // namespace socketio
