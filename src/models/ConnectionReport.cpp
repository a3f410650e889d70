// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ConnectionReport.h"

#include "connection/SafeWords.h"
#include "connection/Transition.h"

#include <QtCore/QDateTime>
#include <QtCore/QStringList>
#include <QtCore/QSysInfo>

namespace frontdesk::models {

namespace {

QString timeText(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString wordsText(const QString &code, const QString &words)
{
    const QString safe = connection::safeWords({code, words});
    return safe.isEmpty() ? code : QStringLiteral("%1: %2").arg(code, safe);
}

QString millisecondsText(const std::optional<std::chrono::milliseconds> &value)
{
    return value ? QStringLiteral("%1 ms").arg(value->count()) : QStringLiteral("not measured");
}

} // namespace

QString connectionReport(const connection::Status &status, const store::Ledger &ledger,
                         const connection::TestSteps &test, qint64 now)
{
    qint64 missing = 0;
    for (const store::Ledger::Hole &hole : ledger.holes)
        missing += hole.to - hole.from + 1;
    QStringList lines{
        QStringLiteral("Frontdesk %1, Qt %2, %3 (%4)")
            .arg(QStringLiteral(FRONTDESK_VERSION), QLatin1String(qVersion()), QSysInfo::prettyProductName(),
                 QSysInfo::currentCpuArchitecture()),
        QStringLiteral("Time: %1").arg(timeText(now)),
        QStringLiteral("Server: %1").arg(connection::safeAddress(status.server)),
        QStringLiteral("State: %1, attempt %2, reconnects %3")
            .arg(connection::nameOf(status.state))
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
        QStringLiteral("Traffic: %1 bytes in, %2 bytes out").arg(status.traffic.bytesIn).arg(status.traffic.bytesOut),
        QStringLiteral("Outbox: %1 waiting, %2 refused").arg(ledger.waiting).arg(ledger.refused),
    };
    if (status.heartbeatAt)
        lines.append(QStringLiteral("Heartbeat: %1, interval %2")
                         .arg(timeText(*status.heartbeatAt), millisecondsText(status.heartbeatInterval)));
    if (!status.problems.isEmpty())
        lines.append(QStringLiteral("Problems, newest first:"));
    for (const connection::Problem &problem : status.problems)
        lines.append(
            QStringLiteral("  %1 %2").arg(timeText(problem.at), wordsText(problem.error.code, problem.error.message)));
    lines.append(QStringLiteral("History, newest first:"));
    for (const connection::HistoryEntry &entry : status.history) {
        const QString why =
            entry.code.isEmpty() ? QString() : QStringLiteral(", ") + wordsText(entry.code, entry.reason);
        lines.append(QStringLiteral("  %1 %2%3").arg(timeText(entry.at), connection::nameOf(entry.state), why));
    }
    if (test.next() != connection::TestStep::Kind::Name) {
        lines.append(QStringLiteral("Test of the connection:"));
        for (const connection::TestStep &step : test.all()) {
            const QString what = step.error ? wordsText(step.error->code, step.error->message) : step.words;
            lines.append(QStringLiteral("  %1 %2, %3 ms%4")
                             .arg(connection::nameOf(step.kind), connection::nameOf(step.state))
                             .arg(step.took.count())
                             .arg(what.isEmpty() ? QString() : QStringLiteral(", ") + what));
        }
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace frontdesk::models
