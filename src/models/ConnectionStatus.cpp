// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ConnectionStatus.h"

#include "models/ConnectionReport.h"

#include <QtCore/QLocale>

#include <algorithm>
#include <cmath>

namespace frontdesk::models {

using Link = connection::State;
using namespace std::chrono_literals;

namespace {

const QString separator = QStringLiteral(" · ");

/// The nearest-rank percentile of round trips; the list must not be empty.
int percentile(const QVector<std::pair<qint64, int>> &latencies, double share)
{
    QVector<int> sorted;
    for (const auto &latency : latencies)
        sorted.append(latency.second);
    std::sort(sorted.begin(), sorted.end());
    const auto rank = qsizetype(std::ceil(share * double(sorted.size())));
    return sorted[std::clamp<qsizetype>(rank - 1, 0, sorted.size() - 1)];
}

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
          })
{
    connect(&session, &sync::Session::statusChanged, this, &ConnectionStatus::setStatus);
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
    Q_EMIT changed();
}

QString ConnectionStatus::stateText() const
{
    switch (m_status.state) {
    case Link::Offline:
        return tr("Offline");
    case Link::Connecting:
    case Link::Authenticating:
    case Link::Waiting:
        return m_status.attempt > 1 ? tr("Reconnecting, attempt %1").arg(m_status.attempt) : tr("Connecting");
    case Link::CatchingUp:
        return tr("Catching up");
    case Link::Online:
        return tr("Connected");
    case Link::SignInNeeded:
        return tr("Sign in again");
    case Link::Incompatible:
        return tr("Update needed");
    }
    Q_UNREACHABLE();
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
    return ConnectionHistoryModel::kindOf(m_status.state);
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
    if (m_status.latencies.isEmpty())
        return {};
    return tr("p50 %1 ms · p99 %2 ms")
        .arg(percentile(m_status.latencies, 0.50))
        .arg(percentile(m_status.latencies, 0.99));
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
    if (!m_status.clockSkew)
        return {};
    const auto skew = m_status.clockSkew->count();
    if (skew == 0)
        return tr("None");
    return skew > 0 ? tr("Server %1 ms ahead").arg(skew) : tr("Server %1 ms behind").arg(-skew);
}

QString ConnectionStatus::lastError() const
{
    return m_status.lastError ? m_status.lastError->message : QString();
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
    return connectionReport(m_status, m_ledger, m_clock->utc().count());
}

} // namespace frontdesk::models
