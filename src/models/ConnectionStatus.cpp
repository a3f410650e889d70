// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ConnectionStatus.h"

#include "models/ConnectionReport.h"
#include "models/ConnectionWords.h"

#include <QtCore/QLocale>

#include <algorithm>

namespace frontdesk::models {

using Link = connection::State;
using namespace std::chrono_literals;

namespace {

const QString separator = QStringLiteral(" · ");

constexpr int mostGapTexts = 20;

} // namespace

ConnectionStatus::ConnectionStatus(sync::Session &session, std::shared_ptr<const Clock> clock, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_clock(std::move(clock))
    , m_refresh(
          this, [&session] { return session.store().ledger(); },
          [this](store::Ledger ledger) {
              m_ledger = std::move(ledger);
              Q_EMIT changed();
          },
          [](milliseconds) { return 100ms; }) // nobody reads numbers that change more often
    , m_test(session)
    , m_flight(session)
{
    connect(&session, &sync::Session::statusChanged, this, &ConnectionStatus::setStatus);
    connect(&session, &sync::Session::holeFilled, this, &ConnectionStatus::noteFetched);
    // Any change moves the cursor, the holes or the outbox.
    connect(&session, &sync::Session::changed, this, &ConnectionStatus::refresh);
    m_countdown.setInterval(1s);
    connect(&m_countdown, &QTimer::timeout, this, &ConnectionStatus::changed);
    setStatus(session.status());
    refresh();
}

void ConnectionStatus::setStatus(const connection::Status &status)
{
    m_status = status;
    m_history.setHistory(status.history);
    m_problems.setProblems(status.problems);
    if (status.state == Link::Waiting)
        m_countdown.start();
    else
        m_countdown.stop();
    Q_EMIT changed();
}

void ConnectionStatus::refresh()
{
    m_refresh.request();
}

void ConnectionStatus::retranslate()
{
    m_history.retranslate();
    m_problems.retranslate();
    m_test.retranslate();
    Q_EMIT changed();
    Q_EMIT m_flight.changed();
}

QString ConnectionStatus::stateText() const
{
    if (m_awaitsKeychain && state() == State::Offline)
        return tr("Waiting for the keychain");
    return words::stateText(m_status);
}

void ConnectionStatus::setAwaitsKeychain(bool awaits)
{
    m_awaitsKeychain = awaits;
    Q_EMIT changed();
}

QString ConnectionStatus::badgeText() const
{
    QStringList parts{stateText()};
    if (online() && m_status.latency)
        parts.append(tr("%1 ms").arg(m_status.latency->count()));
    if (const int seconds = secondsToRetry(); seconds >= 0)
        parts.append(tr("in %1 s", "seconds to the next attempt").arg(seconds));
    if (!online() && waiting() > 0)
        parts.append(tr("%n waiting", "changes to be sent", waiting()));
    return parts.join(separator);
}

QString ConnectionStatus::badgeKind() const
{
    return words::kindOf(m_status);
}

int ConnectionStatus::secondsToRetry() const
{
    if (!m_status.nextAttemptAt)
        return -1;
    constexpr qint64 millisecondsPerSecond = 1000;
    const qint64 left = *m_status.nextAttemptAt - m_clock->utc().count();
    return int(std::max<qint64>(0, (left + millisecondsPerSecond - 1) / millisecondsPerSecond));
}

QString ConnectionStatus::waitingText() const
{
    QStringList parts;
    parts.append(waiting() > 0 ? tr("%n change(s)", "waiting to be sent", waiting()) : tr("Nothing"));
    if (m_ledger.refused > 0)
        parts.append(tr("%n refused", "changes", m_ledger.refused));
    return parts.join(separator);
}

int ConnectionStatus::latency() const
{
    return m_status.latency ? int(m_status.latency->count()) : -1;
}

QList<qreal> ConnectionStatus::latencies() const
{
    QList<qreal> values;
    for (const auto &latency : m_status.latencies)
        values.append(latency.second);
    return values;
}

QList<qreal> ConnectionStatus::latencyTimes() const
{
    QList<qreal> times;
    for (const auto &latency : m_status.latencies)
        times.append(qreal(latency.first));
    return times;
}

QString ConnectionStatus::latencySummary() const
{
    return words::latencySummary(m_status);
}

QString ConnectionStatus::received() const
{
    return tr("%1, %2", "events, gaps")
        .arg(tr("%Ln event(s)", nullptr, int(m_ledger.received)), tr("%Ln gap(s)", nullptr, gaps()));
}

int ConnectionStatus::gaps() const
{
    return int(m_ledger.holes.size());
}

QString ConnectionStatus::clockSkew() const
{
    return words::clockSkew(m_status);
}

QString ConnectionStatus::lastError() const
{
    return m_status.lastError ? m_status.lastError->message : QString();
}

QString ConnectionStatus::certificateProblem() const
{
    return m_status.lastError && words::isCertificateError(*m_status.lastError) ? m_status.lastError->message
                                                                                : QString();
}

QString ConnectionStatus::certificate() const
{
    return m_status.lastError ? words::certificateFacts(*m_status.lastError) : QString();
}

QString ConnectionStatus::transportNote() const
{
    return words::transportNote(m_status);
}

QString ConnectionStatus::heartbeat() const
{
    return words::heartbeat(m_status);
}

QString ConnectionStatus::traffic() const
{
    return words::traffic(m_status);
}

QString ConnectionStatus::receivedUpTo() const
{
    return m_ledger.cursor.seq > 0 ? tr("Change %1 of the team's journal").arg(QLocale().toString(m_ledger.cursor.seq))
                                   : tr("Nothing yet");
}

QStringList ConnectionStatus::gapTexts() const
{
    return words::holes(m_ledger, mostGapTexts);
}

QString ConnectionStatus::fetched() const
{
    if (m_filledHoles == 0)
        return {};
    return tr("%1 in %2", "changes, gaps")
        .arg(tr("%Ln change(s)", "fetched", m_fetchedRows), tr("%Ln gap(s)", nullptr, m_filledHoles));
}

QString ConnectionStatus::refused() const
{
    return m_ledger.refused > 0 ? tr("%n change(s), kept until you decide", nullptr, m_ledger.refused) : QString();
}

QString ConnectionStatus::notUnderstood() const
{
    return m_ledger.unknownRows > 0 ? tr("%n event(s), kept for a newer version", nullptr, int(m_ledger.unknownRows))
                                    : QString();
}

void ConnectionStatus::noteFetched(const store::Ledger::Hole &, int rows)
{
    ++m_filledHoles;
    m_fetchedRows += rows;
    Q_EMIT changed();
}

void ConnectionStatus::reconnectNow()
{
    m_session.connectNow();
}

void ConnectionStatus::goOffline()
{
    m_session.goOffline();
}

QString ConnectionStatus::copyReport() const
{
    return connectionReport(m_status, m_ledger, m_test.steps(), m_clock->utc().count());
}

} // namespace frontdesk::models
