// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/Failure.h"
#include "engineio/client/DeadlineTimer.h"
#include "socketio/Ack.h"
#include "socketio/ClientSession.h"
#include "socketio/client/ClientConnection.h"

#include <QtCore/QObject>

#include <deque>
#include <functional>

namespace socketio {

/// One namespace of a server, on a connection that others may share. Lives in the connection's thread.
class ClientSocket : public QObject {
    Q_OBJECT

public:
    explicit ClientSocket(ClientConnection &connection, ClientSocketOptions options = {}, QObject *parent = nullptr);
    ~ClientSocket() override;

    [[nodiscard]] const QString &nameSpace() const { return m_options.nameSpace; }
    void open(const QJsonObject &auth); ///< ends what is open
    void close();
    [[nodiscard]] bool isConnected() const { return m_session.isConnected(); }
    [[nodiscard]] bool isRecovered() const { return m_recovered; } ///< as `connected` said

    /// False: dropped, as it is not connected and does not keep events.
    bool emitEvent(const QString &event, const Arguments &arguments);
    /// Dropped when it is not connected or the network does not keep up, whatever the options say; never sent twice.
    void volatileEvent(const QString &event, const Arguments &arguments);
    /// The answer comes exactly once and later than this call, also when the connection ends before it (AckFailure);
    /// not once this is destroyed. With retries the timeout is that of each try.
    void emitWithAck(const QString &event, const Arguments &arguments, std::chrono::milliseconds timeout,
                     AckHandler answer);

Q_SIGNALS:
    /// `recovered`: the session goes on, with its id; the events that were missed follow.
    void connected(const QString &socketId, bool recovered);
    void connectRefused(const QString &message, const QJsonObject &data); ///< CONNECT_ERROR
    /// `ack` is empty when the server did not ask for an answer.
    void eventReceived(const QString &event, const socketio::Arguments &arguments, const socketio::Ack &ack);
    /// Exactly once for every open that did not end in connectRefused. `failure` says the same with kind and facts.
    void closed(const QString &reason, const engineio::Failure &failure);

private:
    friend class ClientConnection;
    void onOpened();
    void receive(const Packet &packet);
    void finish(const engineio::Failure &failure); ///< the connection has let this go

    /// One event on its way to being acknowledged.
    struct Retried {
        QString event;
        Arguments arguments;
        std::chrono::milliseconds timeout;
        AckHandler answer;
        int tries = 0;
    };
    void retryNext();
    void onTried(const AckResult &result);

    void onConnected(const Connected &connected);
    void carryOut(const ClientEffects &effects);
    [[nodiscard]] Ack answerTo(const EventPacket &event);
    void deliver(const EventPacket &packet); ///< now, or when connected
    void leave();
    /// Takes the state of this opening away first, so that whoever hears of its end may open again.
    void settle(const std::function<void()> &tell);
    void arm();

    ClientConnection &m_connection;
    ClientSocketOptions m_options;
    ClientSession m_session;
    engineio::DeadlineTimer m_timer; ///< for the session's deadlines
    QJsonObject m_auth;
    quint64 m_opening = 0; ///< which one: it grows when one begins and when it ends
    bool m_recovered = false;
    std::deque<EventPacket> m_kept; ///< until connected
    std::deque<Retried> m_retried;  ///< the first one may be on its way
    bool m_trying = false;
};

} // namespace socketio
