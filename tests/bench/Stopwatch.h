// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonObject>

#include <chrono>
#include <ctime>
#include <vector>

namespace bench {

/// Time that the calling thread has worked; none where the system does not tell.
std::chrono::nanoseconds threadTime();

/// By the clock, and of the processor's time of the whole process, which does not depend on what else the machine does.
class Stopwatch {
public:
    Stopwatch() { m_timer.start(); }
    [[nodiscard]] double ms() const { return double(m_timer.nsecsElapsed()) / 1e6; }
    [[nodiscard]] double cpuMs() const { return double(std::clock() - m_clock) * 1e3 / CLOCKS_PER_SEC; }

private:
    QElapsedTimer m_timer;
    std::clock_t m_clock = std::clock();
};

struct Time {
    double ms = 0;
    double cpuMs = 0;

    static Time of(const Stopwatch &watch, double parts = 1) { return {watch.ms() / parts, watch.cpuMs() / parts}; }
};
using Times = std::vector<Time>;

QJsonObject figures(const Times &times); ///< as those of values, of `ms` and of `cpuMs`

} // namespace bench
