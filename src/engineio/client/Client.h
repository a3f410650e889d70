// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/Effect.h"
#include "engineio/Failure.h"
#include "engineio/client/ClientOptions.h"
#include "engineio/client/ClientTransport.h"

#include <QtCore/QObject>

#include <memory>

namespace engineio {

/// An Engine.IO 4 client (https://github.com/socketio/socket.io/blob/main/docs/engine.io-protocol/v4-current.md). It
/// does not reconnect by itself: that is its owner's decision. Lives in the thread that made it; may be closed, opened
/// again and destroyed from within its own signals.
class Client : public QObject {
    Q_OBJECT

public:
    explicit Client(ClientOptions options, QObject *parent = nullptr);
    ~Client() override;

    void open(); ///< ends a session that is open, silently
    /// Thrown away when there is no session. Text is UTF-8.
    void send(const QByteArray &payload, FrameKind kind = FrameKind::Text);
    /// Sends what was written before; silent: `closed` is not emitted. On long-polling the last words are a request: if
    /// the thread's event loop ends before it, the server learns of the end from its heartbeat.
    void close();

    [[nodiscard]] bool isOpen() const;       ///< between `opened` and its end
    [[nodiscard]] bool isWritable() const;   ///< little waits to be sent; if not, leave out what may be dropped
    [[nodiscard]] QString transport() const; ///< "websocket" or "polling"; empty when there is no session
    [[nodiscard]] Traffic traffic() const;   ///< of this object's whole life

Q_SIGNALS:
    void opened(const engineio::Handshake &handshake);
    void messageReceived(engineio::FrameKind kind, const QByteArray &payload);
    void heartbeat();                                ///< the server's ping came
    void transportChanged(const QString &transport); ///< within the session, which goes on unbroken
    void closed(const engineio::Failure &failure);   ///< once for every `open` that `close` did not end

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace engineio
