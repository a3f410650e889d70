// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Figures.h"

#ifdef Q_OS_LINUX
#include <QtCore/QFile>

#include <unistd.h>
#endif

namespace frontdesk::server {

namespace {

Counts countsOf(const std::map<QString, quint64> &values)
{
    Counts counts;
    for (const auto &[name, value] : values)
        counts.insert(name.toUtf8(), value);
    return counts;
}

/// Bytes of this process in memory; nothing where the system does not say.
std::optional<double> residentBytes()
{
#ifdef Q_OS_LINUX
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (statm.open(QFile::ReadOnly))
        return statm.readAll().split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE));
#endif
    return {};
}

void describeTransport(Exposition &page, const engineio::ServerCounters &transport)
{
    page.gauges("frontdesk_connections", "Engine.IO sessions by what carries them.", "transport",
                {{"polling", quint64(transport.pollingSessions)}, {"websocket", quint64(transport.webSocketSessions)}});
    page.gauge("frontdesk_tcp_connections", "TCP connections, also those that speak plain HTTP.",
               double(transport.tcpConnections));
    page.counter("frontdesk_connections_opened_total", "Engine.IO sessions that were opened.",
                 transport.sessionsOpened);
    page.counters("frontdesk_connections_closed_total", "Engine.IO sessions that ended, by why.", "reason",
                  countsOf(transport.closed));
    page.counters("frontdesk_connections_refused_total", "Connections and requests that were refused, by why.",
                  "reason", countsOf(transport.refused));
    page.counter("frontdesk_upgrades_total", "Sessions that went from long-polling to WebSocket.", transport.upgrades);
    page.counter("frontdesk_http_requests_total", "HTTP requests.", transport.httpRequests);
    page.counter("frontdesk_received_bytes_total", "Bytes that came from clients.", transport.bytesReceived);
    page.counter("frontdesk_sent_bytes_total", "Bytes that went to clients.", transport.bytesSent);
}

void describeWork(Exposition &page, const Metrics &metrics)
{
    page.counter("frontdesk_messages_total", "Messages that were taken into the journal.", metrics.messages);
    page.counter("frontdesk_files_total", "Files that became whole.", metrics.filesKept);
    page.counter("frontdesk_files_sent_bytes_total", "Bytes of files that went to clients.", metrics.fileBytesSent);
    if (metrics.fileBytes)
        page.gauge("frontdesk_files_bytes", "Bytes of all files that are kept.", double(*metrics.fileBytes));
    page.counters("frontdesk_commands_total", "Commands by what became of them: ok, or the code of the refusal.",
                  "result", metrics.commands);
    page.histogram("frontdesk_command_seconds", "From a command to its answer.", metrics.commandSeconds);
    page.histogram("frontdesk_broadcast_seconds",
                   "From the commit of a change until it was queued for everybody who sees it.",
                   metrics.broadcastSeconds);
    page.counter("frontdesk_reconnects_total", "Clients that came with a cursor: they were here before.",
                 metrics.reconnects);
    page.counter("frontdesk_logins_total", "People who signed in with their password.", metrics.logIns);
    page.counter("frontdesk_renewals_total", "Sign-ins that were renewed.", metrics.renewals);
    page.counters("frontdesk_refusals_total", "Whatever was refused, by the code of the error.", "code",
                  metrics.refusals);
    page.counters("frontdesk_rate_limited_total", "What was too much at once, by its class.", "class",
                  metrics.rateLimited);
}

} // namespace

QByteArray figuresOf(const FigureSources &sources)
{
    Exposition page;
    describeTransport(page, sources.transport);
    describeWork(page, sources.metrics);
    page.gauge("frontdesk_sessions", "Clients that are signed in and connected.",
               double(sources.front.sessions().count()));
    page.gauge("frontdesk_journal_head", "The seq of the journal's last row.", double(sources.front.journalHead()));
    page.gauge("frontdesk_storage_queue", "Jobs that wait for the database.", double(sources.storage.waiting()));
    page.gauge("frontdesk_password_queue", "Passwords that wait to be checked.", double(sources.passwords.waiting()));
    page.counter("frontdesk_password_checks_total", "Passwords that were checked.", sources.passwords.verifications());
    page.gauge("frontdesk_write_queue_bytes", "Bytes that wait for all clients together.",
               double(sources.transport.writeQueueBytes));
    page.gauge("frontdesk_write_queue_largest_bytes", "Bytes that wait for the slowest client.",
               double(sources.transport.largestWriteQueue));
    if (const auto bytes = residentBytes())
        page.gauge("process_resident_memory_bytes", "Memory of this process.", *bytes);
    return page.text();
}

} // namespace frontdesk::server
