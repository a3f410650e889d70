// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/FlightRecorder.h"

#include "connection/SafeWords.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QPromise>

namespace frontdesk::connection {

QByteArray exported(const FlightRecord &record, const QString &server)
{
    QJsonArray entries;
    for (const FlightEntry &entry : record.entries)
        entries.append(toJson(entry));
    return QJsonDocument(QJsonObject{{QStringLiteral("frontdesk"), QStringLiteral(FRONTDESK_VERSION)},
                                     {QStringLiteral("server"), safeAddress(server)},
                                     {QStringLiteral("from"), record.until - FlightLog::window},
                                     {QStringLiteral("until"), record.until},
                                     {QStringLiteral("entries"), entries}})
        .toJson(QJsonDocument::Indented);
}

FlightRecorder::FlightRecorder(const QString &folder, std::shared_ptr<const Clock> clock)
    : m_clock(std::move(clock))
    , m_log(folder)
{
    m_thread.setMaxThreadCount(1);
    write({{m_clock->utc().count(), RecordStarted{}}});
}

FlightRecorder::~FlightRecorder()
{
    write({{m_clock->utc().count(), RecordStopped{}}});
    m_thread.waitForDone();
}

void FlightRecorder::observe(const Status &status)
{
    const QVector<FlightEntry> entries = notableChanges(m_last, status, m_clock->utc().count());
    m_last = status;
    if (!entries.isEmpty())
        write(entries);
}

void FlightRecorder::write(QVector<FlightEntry> entries)
{
    if (m_waiting >= mostWaiting)
        return;
    ++m_waiting;
    m_thread.start([this, entries = std::move(entries)] {
        const auto written = m_log.append(entries);
        m_problem = written ? std::nullopt : std::optional(written.error());
        --m_waiting;
    });
}

QFuture<FlightRecord> FlightRecorder::read()
{
    auto promise = std::make_shared<QPromise<FlightRecord>>();
    promise->start();
    m_thread.start([this, promise, now = m_clock->utc().count()] {
        promise->addResult(FlightRecord{now, m_log.read(now), m_problem});
        promise->finish();
    });
    return promise->future();
}

} // namespace frontdesk::connection
