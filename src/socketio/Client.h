// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/ClientTransport.h"
#include "engineio/Failure.h"
#include "socketio/Ack.h"

#include <QtCore/QJsonObject>
#include <QtCore/QObject>
#include <QtCore/QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <variant>

namespace socketio {

struct ClientOptions {
    QUrl url; ///< http, https, ws or wss; host and port
    QString path = QStringLiteral("/socket.io/");
    QString nameSpace = QStringLiteral("/");
    std::chrono::milliseconds handshakeTimeout{20'000}; ///< from open to CONNECT's answer
};

/// One connection to one namespace of a Socket.IO 5 server. It does not reconnect by itself: that is its owner's
/// decision. Lives in the thread that made it.
class Client : public QObject {
    Q_OBJECT

public:
    explicit Client(ClientOptions options, QObject *parent = nullptr);
    ~Client() override;

    void open(const QJsonObject &auth); ///< ends a connection that is open
    void close();
    [[nodiscard]] bool isConnected() const;
    [[nodiscard]] QString transport() const;         ///< "websocket" or "polling", empty when closed
    [[nodiscard]] engineio::Traffic traffic() const; ///< over all openings

    void emitEvent(const QString &event, const Arguments &arguments); ///< thrown away when not connected
    /// The answer comes exactly once and later than this call, also when the connection ends before it (AckFailure);
    /// not once the client is destroyed.
    void emitWithAck(const QString &event, const Arguments &arguments, std::chrono::milliseconds timeout,
                     std::function<void(const AckResult &)> answer);

Q_SIGNALS:
    void transportOpened(); ///< Engine.IO handshake done, CONNECT sent
    void connected(const QString &socketId);
    void connectRefused(const QString &message,
                        const QJsonObject &data); ///< CONNECT_ERROR; the transport is closed afterwards
    void eventReceived(const QString &event, const socketio::Arguments &arguments);
    void heartbeat();                                ///< the server's ping came
    void transportChanged(const QString &transport); ///< the connection goes on unbroken
    /// Exactly once for every open that did not end in connectRefused. `failure` says the same with kind and facts.
    void closed(const QString &reason, const engineio::Failure &failure);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace socketio
