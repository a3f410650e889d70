// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/Payload.h"
#include "engineio/ServerSession.h"
#include "engineio/server/Connection.h"
#include "engineio/server/ServerCore.h"
#include "engineio/server/ServerWebSocket.h"

#include <QtCore/QList>

#include <memory>

namespace engineio {

/// One session with its transports: the thin shell between ServerSession, which decides, and the sockets.
class ServerConnection final : public Connection,
                               public ServerWebSocket::User,
                               public std::enable_shared_from_this<ServerConnection> {
public:
    /// Opens when `openByPolling` is called or its first WebSocket has been opened. `handler` outlives it.
    ServerConnection(ServerCore &core, TransportKind transport, QString remoteAddress,
                     const ConnectionHandler &handler);

    [[nodiscard]] QString remoteAddress() const override { return m_remoteAddress; }
    [[nodiscard]] QString transport() const override { return nameOf(m_session.transport()); }
    [[nodiscard]] TransportKind carrier() const { return m_session.transport(); }
    [[nodiscard]] bool isWritable() const override;
    [[nodiscard]] qint64 queuedBytes() const { return m_queuedBytes + (m_socket ? m_socket->queuedBytes() : 0); }
    void send(const QByteArray &frame, FrameKind kind = FrameKind::Text) override;
    void close(const QString &reason) override;
    /// Ends it without sending anything more.
    void abort(const QString &reason);

    /// Answers the first GET with the handshake.
    void openByPolling(const HttpResponder &respond, Admission::Ticket ticket);
    /// A further GET.
    void poll(HttpResponder respond);
    /// A POST has begun. False: it overlaps another one, the session has died of it.
    [[nodiscard]] bool beginPost();
    /// It is here: its frames are handled before it is answered.
    void post(QByteArrayView payload, const HttpResponder &respond);
    /// It was refused before its frames were looked at; the session goes on.
    void cancelPost() { m_session.postDone(); }
    /// The client has hung up in the middle of a GET or a POST.
    void requestLost();

    void onWebSocketOpen(const std::shared_ptr<ServerWebSocket> &socket) override;
    void onWebSocketFrame(const ServerWebSocket &socket, FrameKind kind, QByteArrayView frame) override;
    void onWebSocketEnd(const ServerWebSocket &socket, const QString &reason) override;

private:
    enum class State {
        New,
        Open,
        Draining, ///< what is queued still goes out; on long-polling whenever the client asks for it
        Closed,
    };

    void open();
    void carryOut(const ServerEffects &effects);
    void moveToWebSocket();
    void closeAs(const QString &cause, const QString &reason, bool byClient);
    void flushSoon();
    void answerPoll();
    void answerPollWith(const QByteArray &payload);
    void armTimer();
    void onTimer();
    /// The owner hears of the end once, after the call that caused it has returned.
    void reportClosed(const QString &cause, const QString &reason);
    void remove();
    [[nodiscard]] qint64 &gauge();

    ServerCore &m_core;
    QString m_sid;
    QString m_remoteAddress;
    const ConnectionHandler &m_handler;
    State m_state = State::New;
    ServerSession m_session;
    Admission::Ticket m_pollingTicket; ///< until it is upgraded or gone
    SteadyTimer m_timer;
    std::chrono::milliseconds m_timerDue{0};

    std::shared_ptr<ServerWebSocket> m_socket; ///< carries the session
    std::shared_ptr<ServerWebSocket> m_probe;  ///< may come to carry it
    HttpResponder m_poll;                      ///< of the waiting GET
    QList<Frame> m_queue;                      ///< for the next GET
    qint64 m_queuedBytes = 0;
    bool m_flushSoon = false;
};

} // namespace engineio
