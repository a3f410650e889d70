// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/FlightRecorder.h"

namespace frontdesk::models {

/// A flight record as a band with a curve above it: 24 hours from left (0) to right (1).
struct FlightPicture {
    enum class Kind { Unknown, Online, Trying, Offline };
    struct Span {
        double from = 0;
        double to = 0;
        Kind kind = Kind::Unknown;
        friend bool operator==(const Span &, const Span &) = default;
    };
    struct Point {
        double at = 0;
        int latency = 0; ///< milliseconds
        friend bool operator==(const Point &, const Point &) = default;
    };

    QVector<Span> spans;            ///< without gaps, from 0 to 1
    QVector<QVector<Point>> curves; ///< broken where nothing was measured for a while
    qint64 online = 0;              ///< milliseconds
    qint64 known = 0;               ///< milliseconds in which the program ran
    int drops = 0;                  ///< times that the connection was lost
};

/// Spans narrower than can be seen are joined, worse before better, so that a short loss does not disappear. Of the
/// round trips each slice shows the longest. Pure.
FlightPicture pictureOf(const connection::FlightRecord &record);

} // namespace frontdesk::models
