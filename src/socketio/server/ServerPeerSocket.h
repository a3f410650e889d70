// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/server/Server.h"
#include "socketio/PendingAcks.h"
#include "socketio/server/ServerNamespace.h"

namespace socketio {

class ServerPeer;

/// What a client says in CONNECT to continue a session.
struct Resumption {
    QString pid;
    QString offset; ///< empty: it has received no event
};

/// One client on one namespace.
class ServerPeerSocket final : public ServerSocket {
public:
    ServerPeerSocket(ServerPeer &peer, ServerNamespace &nameSpace);
    /// Takes over a session that is there to be recovered; before the decision about it.
    ServerPeerSocket(ServerPeer &peer, ServerNamespace &nameSpace, const RecoverableSession &session,
                     Resumption resumption);

    [[nodiscard]] QString id() const override { return m_session.sid; }
    [[nodiscard]] const SocketHandshake &handshake() const override { return m_handshake; }
    [[nodiscard]] bool isRecovered() const override { return m_resumption.has_value(); }
    void emitEvent(const QString &event, const Arguments &arguments) override;
    bool volatileEvent(const QString &event, const Arguments &arguments) override;
    void emitWithAck(const QString &event, const Arguments &arguments, std::chrono::milliseconds timeout,
                     AckHandler answer) override;
    void join(const QString &room) override;
    void leave(const QString &room) override;
    [[nodiscard]] QStringList rooms() const override { return m_session.rooms.keys(); }
    [[nodiscard]] Broadcast broadcast() override { return m_nameSpace.except(m_session.sid); }
    void disconnect(bool close) override;

    void accept();
    void reject(const QString &message, const QJsonObject &reason);

    [[nodiscard]] bool isConnected() const { return m_state == State::Connected; }
    [[nodiscard]] bool isIn(const QString &room) const;
    /// These send nothing when it is not connected.
    void send(const ServerNamespace::Recorded &event);
    void sendIfWritable(const Frames &frames);
    void ask(qint64 id, const Frames &frames, std::chrono::milliseconds timeout, AckHandler answer);

    void receive(const EventPacket &packet);
    void receive(const AckPacket &packet);
    [[nodiscard]] std::optional<std::chrono::milliseconds> deadline() const { return m_acks.deadline(); }
    void tick(std::chrono::milliseconds now);
    enum class End { Left, Cut }; ///< a cut session may be recovered
    /// The client has gone. Tells the owner, or, if it was not accepted yet, lets accept tell.
    void end(End how, const QString &reason);

private:
    enum class State { Pending, Connected, Refused, Ended };

    [[nodiscard]] bool restore(ServerPeer &peer);
    void write(const Frames &frames);
    void tellLater(const QString &reason);
    void tell(const QString &reason);
    void leaveNamespace();

    std::weak_ptr<ServerPeer> m_peer;
    engineio::Server &m_engine;
    ServerNamespace &m_nameSpace;
    SocketHandshake m_handshake;
    RecoverableSession m_session; ///< its data is ServerSocket::data while this lives
    std::optional<Resumption> m_resumption;
    PendingAcks m_acks;
    State m_state = State::Pending;
    QString m_endReason;
};

} // namespace socketio
