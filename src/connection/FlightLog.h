// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/FlightEntry.h"

namespace frontdesk::connection {

/// The flight record on the disk: JSON lines in two files of bounded size, `flight.jsonl` and, when that is full,
/// `flight.old.jsonl`, which the next full one replaces. Lines are only appended, so a crash tears at most the last
/// one, which is passed over. Blocks: for one thread that may wait for the disk.
class FlightLog {
public:
    static constexpr qint64 standardSegment = 1024 * 1024; ///< bytes; a day of failing attempts takes less than two
    static constexpr qint64 window = qint64(24) * 60 * 60 * 1000; ///< milliseconds that are read

    explicit FlightLog(QString folder, qint64 segmentBytes = standardSegment);

    /// Errors are storage.failed; what could not be written is gone, the next call tries anew.
    Result<Done> append(const QVector<FlightEntry> &entries);
    /// The last 24 hours before `now`, oldest first. Their times never decrease: where the clock was set back, what was
    /// noted before lies at that moment.
    [[nodiscard]] QVector<FlightEntry> read(qint64 now) const;

private:
    [[nodiscard]] QString current() const;
    [[nodiscard]] QString old() const;

    QString m_folder;
    qint64 m_segmentBytes;
};

} // namespace frontdesk::connection
