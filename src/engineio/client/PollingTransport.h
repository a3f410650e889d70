// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/Payload.h"
#include "engineio/client/ClientOptions.h"
#include "engineio/client/ClientTransport.h"

#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>

namespace engineio {

/// Engine.IO by HTTP requests: one GET waits for what the server has to say, POSTs one after the other carry what is
/// sent meanwhile. Redirections are refused, and so is a certificate that does not verify.
class PollingTransport final : public ClientTransport {
    Q_OBJECT

public:
    PollingTransport(const QByteArray &origin, const QNetworkProxy &proxy, const QSslConfiguration &tls,
                     QObject *parent = nullptr);
    ~PollingTransport() override;

    [[nodiscard]] QString name() const override { return nameOf(TransportKind::Polling); }
    void open(const QUrl &endpoint, const QString &sid) override;
    void send(const QByteArray &frame, FrameKind kind) override;
    [[nodiscard]] bool isWritable() const override { return m_unsent.isEmpty() && !m_post; }
    void closeAndDelete() override;
    void setHandshake(const Handshake &handshake) override;

    /// Begins no request any more; `paused` comes once none is under way. What is sent from now on waits.
    void pause();
    void resume();
    /// What waits, for another transport to send; to be asked when paused.
    [[nodiscard]] QList<Frame> takeUnsent();

Q_SIGNALS:
    void paused();

private:
    enum class State { Running, Pausing, Paused, Closing, Ended };

    [[nodiscard]] QNetworkRequest request() const;
    QNetworkReply *watch(QNetworkReply *reply);
    void poll();
    void onPolled(QNetworkReply &reply);
    void deliver(const QByteArray &payload);
    void flush();
    void onPosted(QNetworkReply &reply);
    void stepAside();
    void end(const Failure &failure);
    void abortRequests();
    [[nodiscard]] std::optional<Failure> failureOf(QNetworkReply &reply) const;

    QByteArray m_origin;
    QNetworkProxy m_proxy;
    QByteArray m_proxyAuthorization; ///< for a proxy that reads the requests; servers must not see it
    QSslConfiguration m_tls;
    QNetworkAccessManager m_network;
    QUrl m_endpoint;
    Handshake m_handshake; ///< without a sid before the server has given one
    QList<Frame> m_unsent;
    QNetworkReply *m_poll = nullptr;
    QNetworkReply *m_post = nullptr;
    QList<QSslError> m_tlsErrors;
    bool m_flushIsDue = false;
    State m_state = State::Running;
};

} // namespace engineio
