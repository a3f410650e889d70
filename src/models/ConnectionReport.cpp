// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ConnectionReport.h"

#include <QtCore/QDateTime>
#include <QtCore/QStringList>
#include <QtCore/QSysInfo>
#include <QtCore/QUrl>

namespace frontdesk::models {

namespace {

QString nameOf(connection::State state)
{
    switch (state) {
    case connection::State::Offline:
        return QStringLiteral("offline");
    case connection::State::Connecting:
        return QStringLiteral("connecting");
    case connection::State::Authenticating:
        return QStringLiteral("authenticating");
    case connection::State::CatchingUp:
        return QStringLiteral("catching up");
    case connection::State::Online:
        return QStringLiteral("online");
    case connection::State::Waiting:
        return QStringLiteral("waiting");
    case connection::State::SignInNeeded:
        return QStringLiteral("sign-in needed");
    case connection::State::Incompatible:
        return QStringLiteral("incompatible");
    }
    Q_UNREACHABLE();
}

QString timeText(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString millisecondsText(const std::optional<std::chrono::milliseconds> &value)
{
    return value ? QStringLiteral("%1 ms").arg(value->count()) : QStringLiteral("not measured");
}

} // namespace

QString connectionReport(const connection::Status &status, const store::Ledger &ledger, qint64 now)
{
    qint64 missing = 0;
    for (const store::Ledger::Hole &hole : ledger.holes)
        missing += hole.to - hole.from + 1;
    QStringList lines{
        QStringLiteral("Frontdesk %1, Qt %2, %3 (%4)")
            .arg(QStringLiteral(FRONTDESK_VERSION), QLatin1String(qVersion()), QSysInfo::prettyProductName(),
                 QSysInfo::currentCpuArchitecture()),
        QStringLiteral("Time: %1").arg(timeText(now)),
        QStringLiteral("Server: %1").arg(QUrl(status.server).toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)),
        QStringLiteral("State: %1, attempt %2, reconnects %3")
            .arg(nameOf(status.state))
            .arg(status.attempt)
            .arg(status.reconnects),
        QStringLiteral("Transport: %1").arg(status.transport.isEmpty() ? QStringLiteral("none") : status.transport),
        QStringLiteral("Round trip: %1; server clock minus this one: %2")
            .arg(millisecondsText(status.latency), millisecondsText(status.clockSkew)),
        QStringLiteral("Journal: seq %1, %2 events received, %3 missing in %4 gaps, %5 not understood")
            .arg(ledger.cursor.seq)
            .arg(ledger.received)
            .arg(missing)
            .arg(ledger.holes.size())
            .arg(ledger.unknownRows),
        QStringLiteral("Outbox: %1 waiting, %2 refused").arg(ledger.waiting).arg(ledger.refused),
    };
    if (status.lastError)
        lines.append(QStringLiteral("Last error: %1: %2").arg(status.lastError->code, status.lastError->message));
    lines.append(QStringLiteral("History, newest first:"));
    for (const connection::HistoryEntry &entry : status.history) {
        const QString why = entry.reason.isEmpty() ? QString() : QStringLiteral(": ") + entry.reason;
        lines.append(QStringLiteral("  %1 %2%3").arg(timeText(entry.at), nameOf(entry.state), why));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace frontdesk::models
