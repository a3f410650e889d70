// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/client/ClientOptions.h"
#include "engineio/client/ClientTransport.h"

#include <QtWebSockets/QWebSocket>

namespace engineio {

/// Engine.IO on QWebSocket. A certificate that does not verify ends the connection.
class WebSocketTransport final : public ClientTransport {
    Q_OBJECT

public:
    /// `origin`: of the endpoint to come; servers that check origins refuse a handshake without one.
    WebSocketTransport(const QByteArray &origin, const QNetworkProxy &proxy, const QSslConfiguration &tls,
                       QObject *parent = nullptr);

    [[nodiscard]] QString name() const override { return nameOf(TransportKind::WebSocket); }
    void open(const QUrl &endpoint, const QString &sid) override;
    void send(const QByteArray &frame, FrameKind kind) override;
    [[nodiscard]] bool isWritable() const override;
    void closeAndDelete() override;
    void setHandshake(const Handshake &handshake) override;

private:
    void receive(FrameKind kind, const QByteArray &frame);
    void onError(QAbstractSocket::SocketError error);
    void end(const Failure &failure);
    [[nodiscard]] Failure refusal(QAbstractSocket::SocketError error) const;
    [[nodiscard]] Failure closing() const;

    QWebSocket m_socket;
    QString m_host;
    QList<QSslError> m_tlsErrors;
    bool m_wasOpen = false;
    bool m_gotCloseFrame = false;
    bool m_ended = false;
};

} // namespace engineio
