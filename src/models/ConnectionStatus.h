// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ConnectionHistoryModel.h"
#include "models/ConnectionProblemsModel.h"
#include "models/ConnectionTestModel.h"
#include "models/FlightModel.h"
#include "models/Refresh.h"
#include "sync/Session.h"

#include <QtCore/QTimer>

namespace frontdesk::models {

/// The connection badge and the inspector behind it. GUI thread.
class ConnectionStatus : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Workspace")
    Q_PROPERTY(State state READ state NOTIFY changed FINAL)
    Q_PROPERTY(bool online READ online NOTIFY changed FINAL)
    Q_PROPERTY(QString badgeText READ badgeText NOTIFY changed
                   FINAL) ///< "Connected · 12 ms", "Reconnecting, attempt 3 · in 4 s · 2 waiting"
    Q_PROPERTY(QString badgeKind READ badgeKind NOTIFY changed FINAL) ///< "ok", "warn" or "error"
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed FINAL) ///< "Reconnecting, attempt 3"
    Q_PROPERTY(int attempt READ attempt NOTIFY changed FINAL)
    Q_PROPERTY(int secondsToRetry READ secondsToRetry NOTIFY changed FINAL) ///< counts down; -1: no retry is planned
    Q_PROPERTY(int waiting READ waiting NOTIFY changed FINAL)               ///< commands in the outbox, not refused
    Q_PROPERTY(QString waitingText READ waitingText NOTIFY changed FINAL)   ///< "2 changes", "Nothing"
    Q_PROPERTY(int latency READ latency NOTIFY changed FINAL)               ///< ms; -1: not measured
    Q_PROPERTY(QList<qreal> latencies READ latencies NOTIFY changed
                   FINAL) ///< round trips of the last hour in ms, oldest first
    Q_PROPERTY(
        QList<qreal> latencyTimes READ latencyTimes NOTIFY changed FINAL) ///< when, in ms since 1970, beside latencies
    Q_PROPERTY(QString latencySummary READ latencySummary NOTIFY changed
                   FINAL) ///< "p50 12 ms · p99 41 ms"; empty when not measured
    Q_PROPERTY(QString transport READ transport NOTIFY changed FINAL)
    Q_PROPERTY(QString server READ server NOTIFY changed FINAL)
    Q_PROPERTY(QString received READ received NOTIFY changed FINAL) ///< "48,211 events, 0 gaps"
    Q_PROPERTY(int gaps READ gaps NOTIFY changed FINAL)
    Q_PROPERTY(
        QString clockSkew READ clockSkew NOTIFY changed FINAL) ///< "Server 120 ms ahead"; empty when not measured
    Q_PROPERTY(QString lastError READ lastError NOTIFY changed FINAL) ///< in words; empty: none
    Q_PROPERTY(QString certificateProblem READ certificateProblem NOTIFY changed
                   FINAL) ///< what is wrong with the server's certificate, in words; empty: nothing
    Q_PROPERTY(QString certificate READ certificate NOTIFY changed
                   FINAL) ///< the facts of the certificate that is refused now, as lines; empty: none is
    Q_PROPERTY(int reconnects READ reconnects NOTIFY changed FINAL)
    Q_PROPERTY(QString transportNote READ transportNote NOTIFY changed FINAL) ///< why it is not WebSocket; else empty
    Q_PROPERTY(QString heartbeat READ heartbeat NOTIFY changed FINAL)         ///< "09:41:28, every 25 s"
    Q_PROPERTY(QString traffic READ traffic NOTIFY changed FINAL)             ///< "1.2 MB received, 38 kB sent"
    Q_PROPERTY(QString receivedUpTo READ receivedUpTo NOTIFY changed FINAL)   ///< "Change 48,211 of the team's journal"
    Q_PROPERTY(QStringList gapTexts READ gapTexts NOTIFY changed FINAL)       ///< "A conversation: changes 12 to 15"
    Q_PROPERTY(QString fetched READ fetched NOTIFY changed FINAL) ///< what was lost and fetched; empty: nothing was
    Q_PROPERTY(QString refused READ refused NOTIFY changed FINAL) ///< "2 changes, to be looked at"; empty: none is
    Q_PROPERTY(QString notUnderstood READ notUnderstood NOTIFY changed FINAL) ///< kept for a newer version; or empty
    Q_PROPERTY(frontdesk::models::ConnectionHistoryModel *history READ history CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::ConnectionProblemsModel *problems READ problems CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::ConnectionTestModel *test READ test CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::FlightModel *flight READ flight CONSTANT FINAL)

public:
    /// Mirrors connection::State, for QML.
    enum class State { Offline, Connecting, Authenticating, CatchingUp, Online, Waiting, SignInNeeded, Incompatible };
    Q_ENUM(State)

    ConnectionStatus(sync::Session &session, std::shared_ptr<const Clock> clock, QObject *parent = nullptr);

    [[nodiscard]] State state() const { return State(m_status.state); }
    [[nodiscard]] bool online() const { return m_status.state == connection::State::Online; }
    [[nodiscard]] QString badgeText() const;
    [[nodiscard]] QString badgeKind() const;
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] int attempt() const { return m_status.attempt; }
    [[nodiscard]] int secondsToRetry() const;
    [[nodiscard]] int waiting() const { return m_ledger.waiting; }
    [[nodiscard]] QString waitingText() const;
    [[nodiscard]] int latency() const;
    [[nodiscard]] QList<qreal> latencies() const;
    [[nodiscard]] QList<qreal> latencyTimes() const;
    [[nodiscard]] QString latencySummary() const;
    [[nodiscard]] QString transport() const { return m_status.transport; }
    [[nodiscard]] QString server() const { return m_status.server; }
    [[nodiscard]] QString received() const;
    [[nodiscard]] int gaps() const;
    [[nodiscard]] QString clockSkew() const;
    [[nodiscard]] QString lastError() const;
    [[nodiscard]] QString certificateProblem() const;
    [[nodiscard]] QString certificate() const;
    [[nodiscard]] int reconnects() const { return m_status.reconnects; }
    [[nodiscard]] QString transportNote() const;
    [[nodiscard]] QString heartbeat() const;
    [[nodiscard]] QString traffic() const;
    [[nodiscard]] QString receivedUpTo() const;
    [[nodiscard]] QStringList gapTexts() const;
    [[nodiscard]] QString fetched() const;
    [[nodiscard]] QString refused() const;
    [[nodiscard]] QString notUnderstood() const;
    [[nodiscard]] ConnectionHistoryModel *history() { return &m_history; }
    [[nodiscard]] ConnectionProblemsModel *problems() { return &m_problems; }
    [[nodiscard]] ConnectionTestModel *test() { return &m_test; }
    [[nodiscard]] FlightModel *flight() { return &m_flight; }

    Q_INVOKABLE void reconnectNow();
    Q_INVOKABLE void goOffline();
    Q_INVOKABLE QString copyReport() const; ///< plain text for a support request: no token, no name, no message

    /// While nothing connects, since what signs in has not been given yet.
    void setAwaitsKeychain(bool awaits);
    void refresh(); ///< reads the ledger again
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    void setStatus(const connection::Status &status);
    void noteFetched(const store::Ledger::Hole &hole, int rows);

    sync::Session &m_session;
    std::shared_ptr<const Clock> m_clock;
    bool m_awaitsKeychain = false;
    connection::Status m_status;
    store::Ledger m_ledger;
    Refresh<store::Ledger> m_refresh;
    ConnectionHistoryModel m_history;
    ConnectionProblemsModel m_problems;
    ConnectionTestModel m_test;
    FlightModel m_flight;
    int m_filledHoles = 0; ///< since the program was started
    int m_fetchedRows = 0;
    QTimer m_countdown;
};

} // namespace frontdesk::models
