// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/FlightLog.h"
#include "domain/Clock.h"

#include <QtCore/QFuture>
#include <QtCore/QThreadPool>

#include <atomic>
#include <memory>

namespace frontdesk::connection {

/// The last 24 hours of a connection.
struct FlightRecord {
    qint64 until = 0; ///< when it was read, milliseconds since 1970
    QVector<FlightEntry> entries;
    std::optional<Error> problem; ///< why something could not be kept, the last time
};

/// The record as a file for somebody else: no secret, no name, no message.
QByteArray exported(const FlightRecord &record, const QString &server);

/// Writes down what a connection does, in a thread of its own: neither a slow disk nor a full one holds up the
/// connection, or memory. Every method returns at once and may be called from any thread, observe from one at a time.
class FlightRecorder {
public:
    static constexpr int mostWaiting = 1'000; ///< changes that wait for the disk; later ones are not kept

    FlightRecorder(const QString &folder, std::shared_ptr<const Clock> clock);
    ~FlightRecorder(); ///< waits for what is being written
    Q_DISABLE_COPY_MOVE(FlightRecorder)

    void observe(const Status &status);
    QFuture<FlightRecord> read();

private:
    void write(QVector<FlightEntry> entries);

    std::shared_ptr<const Clock> m_clock;
    Status m_last;
    std::atomic<int> m_waiting = 0;
    FlightLog m_log;                ///< in the thread of the pool, like the next
    std::optional<Error> m_problem; ///< of the last write
    QThreadPool m_thread;           ///< one, so that everything is in order
};

} // namespace frontdesk::connection
