// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/Fanout.h"
#include "server/Handshake.h"
#include "server/Log.h"
#include "server/Presences.h"
#include "server/SignIns.h"
#include "server/Storage.h"

#include <limits>

namespace frontdesk::server {

/// The Socket.IO side of the server: who may connect, what becomes of their events, and what they are pushed. I/O
/// thread.
class SocketFront {
public:
    struct Parts {
        socketio::Namespace &clients;
        Storage &storage;
        const SignIns &signIns;
        Presences &presences;
        const Clock &clock;
        const Logger &log;
        std::function<void(std::chrono::milliseconds, std::function<void()>)>
            later; ///< on the I/O thread after a while
    };
    SocketFront(const Parts &parts, Fanout::Start start);

    void onCommitted(const JournalTransaction &transaction);
    /// A connection has ended, whether somebody had signed in on it or not.
    void onConnectionClosed(const QString &address, const QString &reason);
    /// Ends the sockets of one sign-in.
    void endSession(const QByteArray &id, const Error &reason);
    /// Says goodbye to everybody.
    void endAll(const Error &reason);

private:
    using Session = std::shared_ptr<LiveSession>;

    void onConnect(const std::shared_ptr<socketio::ServerSocket> &socket, const QJsonObject &auth,
                   const socketio::ConnectDecision &decision);
    void welcome(const Session &session, const QString &epoch, JournalState state, qint64 upTo);
    void onEvent(const Session &session, const QString &event, const QJsonArray &arguments, const socketio::Ack &ack);
    void onDisconnect(const Session &session);

    void runCommand(const Session &session, const QString &event, const QJsonObject &payload, const socketio::Ack &ack);
    void answerRequest(const Session &session, const QString &event, const QJsonObject &payload,
                       const socketio::Ack &ack);
    Result<Done> setTyping(const Session &session, const QJsonObject &payload, const socketio::Ack &ack);
    Result<Done> setPresence(const Session &session, const QJsonObject &payload, const socketio::Ack &ack);
    Result<Done> setDelivered(const Session &session, const QJsonObject &payload, const socketio::Ack &ack);
    Result<Done> pong(const Session &session, const QJsonObject &payload, const socketio::Ack &ack);
    void end(const Session &session, const Error &reason);
    /// Ends what has expired at that time, if nothing is to be looked at earlier.
    void planExpiry(qint64 at);
    /// Says no: to the client, and once to the log.
    void refuse(const Session &session, const QString &event, const Error &error, const socketio::Ack &ack);
    [[nodiscard]] qint64 now() const { return m_parts.clock.utc().count(); }

    const Parts m_parts;
    LiveSessions m_sessions;
    Fanout m_fanout;
    qint64 m_nextExpiry = std::numeric_limits<qint64>::max();
};

} // namespace frontdesk::server
