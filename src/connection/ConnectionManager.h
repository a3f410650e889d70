// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/ConnectionMachine.h"
#include "connection/NetworkMonitor.h"
#include "connection/WakeDetector.h"
#include "dialect/Link.h"

#include <QtCore/QFuture>
#include <QtCore/QTimer>

namespace frontdesk::connection {

/// Who connects, and where to.
struct Identity {
    QString server; ///< for people
    QString token;
    QString client;        ///< name and version
    bool observer = false; ///< nobody is to be shown as present because of this connection
    /// Another token, when the server does not take this one any more; empty: there is none to be had.
    std::function<QFuture<Result<QString>>()> renewToken = {};
};

/// Keeps one link open: drives the ConnectionMachine with what happens to the link, with time, network and sleep, and
/// does what it says. Measures round trip and clock skew while online. Lives in the link's thread.
class ConnectionManager final : public QObject {
    Q_OBJECT

public:
    /// Where the cache is in the journal; asked before every attempt.
    using CursorSource = std::function<QFuture<Cursor>()>;

    ConnectionManager(dialect::Link &link, std::shared_ptr<const Clock> clock, ReconnectPolicy policy,
                      Identity identity, CursorSource cursor, const Timing &timing = {}, QObject *parent = nullptr);

    void connectNow();
    void goOffline();
    void setToken(const QString &token);
    void networkChanged();

    // What catching up reports.
    void caughtUp();
    void fellBehind();
    void progressed();
    void giveUp(const Error &reason); ///< this connection cannot be used: end it and try again later

    [[nodiscard]] const Status &status() const { return m_status; }
    [[nodiscard]] const Identity &identity() const { return m_identity; }

Q_SIGNALS:
    void statusChanged(const frontdesk::connection::Status &status);
    void ready(const frontdesk::dialect::Ready &ready);     ///< catch up now, then say caughtUp
    void lost();                                            ///< the link is of no use until ready comes again
    void headReported(const frontdesk::JournalBatch &head); ///< where the server says this session is

private:
    void handle(Event event, const std::optional<Error> &reason = {});
    void perform(Action action, State before);
    void openLink();
    void openAt(int opening);
    [[nodiscard]] Event eventOf(const Error &reason) const;
    void linkClosed(const Error &reason);
    void ping(milliseconds timeout);
    void pingAnswered(milliseconds sentAt, milliseconds sentUtc, const Result<dialect::Pong> &pong);
    void record(State before, const std::optional<Error> &reason);
    void remember(const HistoryEntry &entry);
    void noteHeartbeat();
    void noteTransport();
    void publish();
    void schedule();
    [[nodiscard]] Error deadlineError() const;

    dialect::Link &m_link;
    std::shared_ptr<const Clock> m_clock;
    const Timing m_timing;
    ConnectionMachine m_machine;
    Identity m_identity;
    CursorSource m_cursor;
    WakeDetector m_wake;
    Status m_status;
    QTimer m_deadlineTimer;
    QTimer m_pingTimer;
    QTimer m_wakeTimer;
    int m_openings = 0; ///< tells an opening from one that was given up meanwhile
    bool m_wasOnline = false;
    bool m_renewFirst = false; ///< the next opening begins with another token
    bool m_renewed = false;    ///< this attempt to be accepted has had another token
};

} // namespace frontdesk::connection
