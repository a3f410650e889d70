// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ConnectionWords.h"

#include "models/Formatting.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <cmath>

namespace frontdesk::models::words {

namespace {

using connection::State;
using L = QLatin1String;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ConnectionWords)
};

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

bool isPolling(const connection::Status &status)
{
    return !status.transport.isEmpty() && status.transport != L("WebSocket");
}

QString ownerOf(const QString &stream)
{
    if (stream.startsWith(L("conversation:")))
        return Words::tr("A conversation");
    if (isRecordsStream(stream))
        return Words::tr("Contacts and deals");
    return stream == L("workspace") ? Words::tr("The team") : Words::tr("Your own things");
}

QString date(const QJsonValue &value)
{
    static const QRegularExpression weekday(QStringLiteral("dddd,? *"));
    const QLocale locale;
    return locale.toString(QDateTime::fromMSecsSinceEpoch(value.toInteger()).date(),
                           locale.dateFormat(QLocale::LongFormat).remove(weekday));
}

} // namespace

QString stateText(const connection::Status &status)
{
    switch (status.state) {
    case State::Offline:
        return Words::tr("Offline");
    case State::Connecting:
    case State::Authenticating:
    case State::Waiting:
        if (status.lastError && isCertificateError(*status.lastError))
            return Words::tr("The certificate is not trusted");
        return status.attempt > 1 ? Words::tr("Reconnecting, attempt %1").arg(status.attempt) : Words::tr("Connecting");
    case State::CatchingUp:
        return Words::tr("Catching up");
    case State::Online:
        return isPolling(status) ? Words::tr("Connected over HTTP") : Words::tr("Connected");
    case State::SignInNeeded:
        return Words::tr("Sign in again");
    case State::Incompatible:
        return Words::tr("Update needed");
    }
    Q_UNREACHABLE();
}

QString kindOf(const connection::Status &status)
{
    switch (status.state) {
    case State::Online:
        return QStringLiteral("ok");
    case State::Offline:
    case State::SignInNeeded:
    case State::Incompatible:
        return QStringLiteral("error");
    case State::Connecting:
    case State::Authenticating:
    case State::CatchingUp:
    case State::Waiting:
        return status.lastError && isCertificateError(*status.lastError) ? QStringLiteral("error")
                                                                         : QStringLiteral("warn");
    }
    Q_UNREACHABLE();
}

QString transportNote(const connection::Status &status)
{
    return isPolling(status) ? Words::tr("Something on the way, such as a proxy, does not let WebSocket through. HTTP "
                                         "does the same, a little slower; nothing is lost.")
                             : QString();
}

QString heartbeat(const connection::Status &status)
{
    if (!status.heartbeatAt)
        return {};
    const QString at = QDateTime::fromMSecsSinceEpoch(*status.heartbeatAt).toString(QStringLiteral("HH:mm:ss"));
    if (!status.heartbeatInterval)
        return at;
    constexpr double second = 1000;
    return Words::tr("%1, every %2 s", "a time, seconds")
        .arg(at, QLocale().toString(std::round(double(status.heartbeatInterval->count()) / second), 'f', 0));
}

QString traffic(const connection::Status &status)
{
    if (status.traffic == dialect::Traffic())
        return {};
    const QLocale locale;
    const auto size = [&](qint64 bytes) { return locale.formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat); };
    return Words::tr("%1 received, %2 sent").arg(size(status.traffic.bytesIn), size(status.traffic.bytesOut));
}

QString clockSkew(const connection::Status &status)
{
    if (!status.clockSkew)
        return {};
    const auto skew = status.clockSkew->count();
    if (skew == 0)
        return Words::tr("None", "difference of clocks");
    return skew > 0 ? Words::tr("Server %1 ms ahead").arg(skew) : Words::tr("Server %1 ms behind").arg(-skew);
}

QString latencySummary(const connection::Status &status)
{
    if (status.latencies.isEmpty())
        return {};
    return Words::tr("p50 %1 ms · p99 %2 ms")
        .arg(percentile(status.latencies, 0.50))
        .arg(percentile(status.latencies, 0.99));
}

bool isCertificateError(const Error &error)
{
    return error.code.startsWith(L("tls.")) && error.code != L("tls.authorityFile");
}

QString certificateFacts(const Error &error)
{
    const QJsonObject facts = error.detail[L("certificate")].toObject();
    if (!isCertificateError(error) || facts.isEmpty())
        return {};
    QStringList hosts;
    for (const QJsonValue &host : facts[L("hosts")].toArray())
        hosts.append(host.toString());
    QStringList lines{Words::tr("Issued to: %1").arg(facts[L("subject")].toString()),
                      Words::tr("Issued by: %1").arg(facts[L("issuer")].toString())};
    if (!hosts.isEmpty())
        lines.append(Words::tr("For: %1", "host names").arg(hosts.join(L(", "))));
    lines.append(Words::tr("Valid from %1 to %2").arg(date(facts[L("validFrom")]), date(facts[L("validTo")])));
    lines.append(Words::tr("Fingerprint (SHA-256): %1").arg(facts[L("sha256")].toString()));
    return lines.join(u'\n');
}

QStringList holes(const store::Ledger &ledger, int most)
{
    QStringList texts;
    for (const store::Ledger::Hole &hole : ledger.holes.mid(0, most))
        texts.append(hole.from == hole.to
                         ? Words::tr("%1: change %2").arg(ownerOf(hole.stream), QLocale().toString(hole.from))
                         : Words::tr("%1: changes %2 to %3")
                               .arg(ownerOf(hole.stream), QLocale().toString(hole.from), QLocale().toString(hole.to)));
    return texts;
}

} // namespace frontdesk::models::words
