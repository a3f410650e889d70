// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/ClientTransport.h"

#include <QtWebSockets/QWebSocket>

namespace engineio {

/// Engine.IO on QWebSocket. A certificate that does not verify ends the connection.
class WebSocketTransport final : public ClientTransport {
    Q_OBJECT

public:
    /// `origin`: of the endpoint to come; servers that check origins refuse a handshake without one.
    explicit WebSocketTransport(const QString &origin, QObject *parent = nullptr);

    [[nodiscard]] QString name() const override { return QStringLiteral("websocket"); }
    void open(const QUrl &endpoint) override;
    void sendText(const QByteArray &frame) override;
    void closeAndDelete() override;
    void setMaxPayload(qint64 bytes) override;

private:
    void end(const QString &reason);
    [[nodiscard]] QString closeReason() const;

    QWebSocket m_socket;
    bool m_wasOpen = false;
    bool m_gotCloseFrame = false;
    bool m_ended = false;
};

} // namespace engineio
