// SPDX-License-Identifier: MIT
#pragma once

#include "socketio/Ack.h"

#include <QtCore/QJsonObject>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <chrono>
#include <functional>
#include <memory>

namespace socketio {

class Broadcast;

/// What is known of a client from its CONNECT.
struct SocketHandshake {
    QString address;
    QString transport; ///< of that moment: "websocket" or "polling"
    qint64 time = 0;   ///< UTC, milliseconds since 1970
};

/// One client on one namespace. Used on the server's I/O thread only.
class ServerSocket : public std::enable_shared_from_this<ServerSocket> {
public:
    virtual ~ServerSocket() = default;
    [[nodiscard]] virtual QString id() const = 0; ///< also the name of a room in which it is alone
    [[nodiscard]] virtual const SocketHandshake &handshake() const = 0;
    /// It continues a session that had been cut: id, rooms and data are the same, and what it has missed was sent.
    [[nodiscard]] virtual bool isRecovered() const = 0;

    virtual void emitEvent(const QString &event, const Arguments &arguments) = 0;
    /// Dropped when the client does not keep up with what is sent; true when it was sent.
    virtual bool volatileEvent(const QString &event, const Arguments &arguments) = 0;
    /// `answer` is called on the I/O thread, also when the socket ends or has ended before.
    virtual void emitWithAck(const QString &event, const Arguments &arguments, std::chrono::milliseconds timeout,
                             AckHandler answer) = 0;

    virtual void join(const QString &room) = 0;
    virtual void leave(const QString &room) = 0;
    [[nodiscard]] virtual QStringList rooms() const = 0; ///< that it has joined, in any order
    [[nodiscard]] virtual Broadcast broadcast() = 0;     ///< to everyone in the namespace but this socket
    /// Sends DISCONNECT; with `close` the transport too, once everything written before has been sent.
    virtual void disconnect(bool close) = 0;

    /// The application's own; with connection state recovery it outlives a cut.
    QJsonObject data;

    /// `ack` is empty when the client did not ask for an answer.
    std::function<void(const QString &event, const Arguments &arguments, const Ack &ack)> onEvent;
    /// Exactly once for every socket that was accepted, even if its client had gone before; nothing else is called
    /// afterwards. Never from within a call to this object.
    std::function<void(const QString &reason)> onDisconnect;
};

} // namespace socketio
