// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/Connection.h"
#include "engineio/Server.h"
#include "socketio/ServerNamespace.h"
#include "socketio/ServerSession.h"

#include <QtCore/QSet>

#include <map>
#include <memory>

namespace socketio {

class ServerPeer;

/// A packet as whole Engine.IO frames: made once, sent to as many as want it.
struct Frames {
    QByteArray text;
    QList<QByteArray> attachments; ///< binary frames, to follow the text at once
};
[[nodiscard]] Frames framesOf(const Packet &packet);

/// One client on one namespace.
class ServerPeerSocket final : public ServerSocket {
public:
    ServerPeerSocket(ServerPeer &peer, ServerNamespace &nameSpace);

    [[nodiscard]] QString id() const override { return m_id; }
    void emitEvent(const QString &event, const Arguments &arguments) override;
    void join(const QString &room) override;
    void leave(const QString &room) override;
    void disconnect(bool close) override;

    void accept();
    void reject(const QString &message, const QJsonObject &data);
    void send(const Frames &frames); ///< nothing when it is not connected
    void receive(const EventPacket &packet);
    /// The client has gone. Tells the owner, or, if it was not accepted yet, lets accept tell.
    void end(const QString &reason);

private:
    enum class State { Pending, Connected, Refused, Ended };

    void tellLater(const QString &reason);
    void tell(const QString &reason);
    void leaveNamespace();

    QString m_id;
    std::weak_ptr<ServerPeer> m_peer;
    engineio::Server &m_engine;
    ServerNamespace &m_nameSpace;
    QSet<QString> m_rooms;
    State m_state = State::Pending;
    QString m_endReason;
};

/// One Engine.IO connection and its sockets, by namespace. I/O thread only.
class ServerPeer final : public std::enable_shared_from_this<ServerPeer> {
public:
    /// `closed` is told of its end with the client's address and the reason; it outlives the peer.
    using CloseHandler = std::function<void(const QString &remoteAddress, const QString &reason)>;
    ServerPeer(engineio::Server &engine, const Namespaces &namespaces, std::shared_ptr<engineio::Connection> connection,
               std::chrono::milliseconds connectTimeout, const CloseHandler &closed);

    void start();
    [[nodiscard]] engineio::Server &engine() const { return m_engine; }
    [[nodiscard]] ServerSession &session() { return m_session; }
    void send(const Frames &frames);
    void forget(const QString &nameSpace);
    void close() { m_connection->close(QStringLiteral("forced server close")); }

private:
    void onMessage(engineio::FrameKind kind, QByteArrayView message);
    void onClose(const QString &reason);
    void carryOut(const ServerEffect &effect);
    void connectTo(const ConnectRequested &request);
    void armTimer();

    engineio::Server &m_engine;
    const Namespaces &m_namespaces;
    std::shared_ptr<engineio::Connection> m_connection;
    ServerSession m_session;
    const CloseHandler &m_closed;
    std::map<QString, std::shared_ptr<ServerPeerSocket>> m_sockets;
    bool m_timerRuns = false;
};

} // namespace socketio
