// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/Log.h"
#include "server/live/CommandRunner.h"
#include "server/live/Fanout.h"
#include "server/live/FigureWatches.h"
#include "server/live/FileTransfers.h"
#include "server/live/Handshake.h"
#include "server/live/PassingEvents.h"
#include "server/live/Throttle.h"
#include "server/storage/Answer.h"
#include "server/storage/SearchThread.h"

#include <limits>

namespace frontdesk::server {

/// The Socket.IO side of the server: who may connect, what becomes of their events, and what they are pushed. I/O
/// thread.
class SocketFront {
public:
    struct Parts {
        socketio::Namespace &clients;
        Storage &storage;
        SearchThread &searches;
        FileThread &fileThread;
        FileFolder files;
        FileLimits fileLimits;
        const SignIns &signIns;
        Presences &presences;
        Throttle &throttle;
        Metrics &metrics;
        const Clock &clock;
        const Logger &log;
        std::function<void(std::chrono::milliseconds, std::function<void()>)>
            later; ///< on the I/O thread after a while
    };
    SocketFront(const Parts &parts, Fanout::Start start);

    /// Every event of a client that this server knows.
    static QStringList knownEvents();

    void onCommitted(const JournalTransaction &transaction);
    /// A connection has ended, whether somebody had signed in on it or not.
    void onConnectionClosed(const QString &address, const QString &reason);
    /// Ends the sockets of one sign-in.
    void endSession(const QByteArray &id, const Error &reason);
    /// Ends the sockets of one person.
    void endUser(const UserId &user, const Error &reason);
    /// Says goodbye to everybody.
    void endAll(const Error &reason);

    [[nodiscard]] const LiveSessions &sessions() const { return m_sessions; }
    [[nodiscard]] qint64 journalHead() const { return m_fanout.head(); }

private:
    using Session = std::shared_ptr<LiveSession>;
    using RequestAnswer = FileTransfers::RequestAnswer;
    /// Where the journal is when a client comes, and where the client is in it.
    struct Place {
        QString epoch;
        JournalState state = JournalState::Fresh;
        qint64 head = 0;
    };

    void onConnect(const std::shared_ptr<socketio::ServerSocket> &socket, const QJsonObject &auth,
                   const socketio::ConnectDecision &decision);
    void admit(const std::shared_ptr<socketio::ServerSocket> &socket, const Greeting &greeting,
               const SignIns::SignedIn &signedIn, const Place &place, const socketio::ConnectDecision &decision);
    void welcome(const Session &session, const Place &place);
    void onEvent(const Session &session, const QString &event, const socketio::Arguments &arguments,
                 const socketio::Ack &ack);
    void onDisconnect(const Session &session);

    void answerRequest(const Session &session, const QString &event, const QJsonObject &payload,
                       const RequestAnswer &answer);
    void answerSearch(const Session &session, const QJsonObject &payload, const EventAnswer &answer);
    void end(const Session &session, const Error &reason);
    /// Ends what has expired at that time, if nothing is to be looked at earlier.
    void planExpiry(qint64 at);
    /// Says that something was refused, to the log and the figures.
    void noteRefusal(const Session &session, const QString &event, const Error &error);
    /// Whether a refusal with this code is worth a line of the log now.
    [[nodiscard]] bool isToBeLogged(const QString &code);
    /// Says no: to the client too.
    void refuse(const Session &session, const QString &event, const Error &error, const socketio::Ack &ack);
    [[nodiscard]] qint64 now() const { return m_parts.clock.utc().count(); }

    const Parts m_parts;
    LiveSessions m_sessions;
    Fanout m_fanout;
    RecordViewers m_viewers;
    PassingEvents m_passing;
    FigureWatches m_figures;
    FileTransfers m_files;
    CommandRunner m_commands;
    qint64 m_nextExpiry = std::numeric_limits<qint64>::max();
    QHash<QString, milliseconds> m_failuresLogged; ///< when, by their code
};

} // namespace frontdesk::server
