// SPDX-License-Identifier: MIT
#pragma once

#include "socketio/client/ClientConnection.h"
#include "socketio/client/ClientSocket.h"

namespace socketio {

/// One connection to one namespace of a Socket.IO 5 server: a ClientConnection with a single ClientSocket that drops
/// what is sent while it is not connected. It does not reconnect by itself: that is its owner's decision. Lives in the
/// thread that made it.
class Client : public QObject {
    Q_OBJECT

public:
    explicit Client(const ClientOptions &options, QObject *parent = nullptr);

    void open(const QJsonObject &auth); ///< ends a connection that is open
    void close();
    [[nodiscard]] bool isConnected() const;
    [[nodiscard]] QString transport() const;         ///< "websocket" or "polling", empty when closed
    [[nodiscard]] engineio::Traffic traffic() const; ///< over all openings

    void emitEvent(const QString &event, const Arguments &arguments); ///< thrown away when not connected
    /// The answer comes exactly once and later than this call, also when the connection ends before it (AckFailure);
    /// not once the client is destroyed.
    void emitWithAck(const QString &event, const Arguments &arguments, std::chrono::milliseconds timeout,
                     AckHandler answer);

Q_SIGNALS:
    void transportOpened(); ///< Engine.IO handshake done, CONNECT sent
    void connected(const QString &socketId);
    void connectRefused(const QString &message,
                        const QJsonObject &data); ///< CONNECT_ERROR; the transport is closed afterwards
    /// `ack` is empty when the server did not ask for an answer.
    void eventReceived(const QString &event, const socketio::Arguments &arguments, const socketio::Ack &ack);
    void heartbeat();                                ///< the server's ping came
    void transportChanged(const QString &transport); ///< the connection goes on unbroken
    /// Exactly once for every open that did not end in connectRefused. `failure` says the same with kind and facts.
    void closed(const QString &reason, const engineio::Failure &failure);

private:
    ClientConnection m_connection;
    ClientSocket m_socket;
};

} // namespace socketio
