// SPDX-License-Identifier: MIT
#pragma once

#include "socketio/server/ServerSocket.h"

#include <optional>
#include <utility>
#include <vector>

namespace socketio {

class Namespace;

/// Whom a broadcast is for.
struct Target {
    QStringList rooms;                                                ///< in at least one of these; empty: everyone
    QStringList except;                                               ///< but in none of these
    std::optional<std::vector<std::shared_ptr<ServerSocket>>> chosen; ///< exactly these instead, in this order
};

/// What became of a broadcast that wanted acknowledgements: every socket is in one of the three.
struct BroadcastAnswers {
    std::vector<std::pair<QString, Arguments>> answers; ///< by the socket's id, as they came
    QStringList timedOut;                               ///< ids
    QStringList disconnected;                           ///< ids
};
/// Called once, on the I/O thread, never from within the call that sent the event.
using BroadcastHandler = std::function<void(const BroadcastAnswers &answers)>;

/// The clients that an event goes to, each once: those that fit when it is sent. An event is encoded once and the same
/// bytes are written to every socket.
class Broadcast {
public:
    Broadcast(Namespace &nameSpace, Target target)
        : m_nameSpace(&nameSpace)
        , m_target(std::move(target))
    {
    }

    [[nodiscard]] Broadcast to(const QString &room) const;     ///< and those in this room
    [[nodiscard]] Broadcast except(const QString &room) const; ///< or except one socket: by its id

    void emitEvent(const QString &event, const Arguments &arguments) const;
    /// Left out where a client does not keep up with what is sent.
    void volatileEvent(const QString &event, const Arguments &arguments) const;
    void emitWithAck(const QString &event, const Arguments &arguments, std::chrono::milliseconds timeout,
                     BroadcastHandler answer) const;
    [[nodiscard]] std::vector<std::shared_ptr<ServerSocket>> fetchSockets() const;
    void disconnectSockets(bool close) const;

private:
    Namespace *m_nameSpace;
    Target m_target;
};

/// Decides about one CONNECT: exactly one of the two, now or later, on the I/O thread.
struct ConnectDecision {
    std::function<void()> accept;
    std::function<void(const QString &message, const QJsonObject &data)> reject;
};

/// One Socket.IO namespace of a server. Used on the server's I/O thread only.
class Namespace {
public:
    virtual ~Namespace() = default;

    /// Called for every CONNECT with its auth payload, also when a session is to be recovered: then the socket has its
    /// id and data already, and it is for this function to see that the auth payload still belongs to them. The
    /// socket is not connected before accept: nothing may be emitted to it until then.
    std::function<void(const std::shared_ptr<ServerSocket> &socket, const QJsonObject &auth, ConnectDecision decision)>
        onConnect;

    [[nodiscard]] Broadcast everyone() { return {*this, {}}; }
    [[nodiscard]] Broadcast to(const QString &room) { return everyone().to(room); }
    [[nodiscard]] Broadcast except(const QString &room) { return everyone().except(room); }
    /// Those of this namespace, in this order.
    [[nodiscard]] Broadcast to(std::vector<std::shared_ptr<ServerSocket>> sockets)
    {
        return {*this, {.rooms = {}, .except = {}, .chosen = std::move(sockets)}};
    }

protected:
    friend class Broadcast;
    virtual void emitEvent(const Target &target, const QString &event, const Arguments &arguments) = 0;
    virtual void volatileEvent(const Target &target, const QString &event, const Arguments &arguments) = 0;
    virtual void emitWithAck(const Target &target, const QString &event, const Arguments &arguments,
                             std::chrono::milliseconds timeout, BroadcastHandler answer) = 0;
    [[nodiscard]] virtual std::vector<std::shared_ptr<ServerSocket>> fetchSockets(const Target &target) = 0;
};

} // namespace socketio
