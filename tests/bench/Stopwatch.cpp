// SPDX-License-Identifier: GPL-3.0-or-later
#include "Stopwatch.h"

#include "Figures.h"

namespace bench {

std::chrono::nanoseconds threadTime()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
#else
    return {};
#endif
}

QJsonObject figures(const Times &times)
{
    std::vector<double> ms;
    std::vector<double> cpuMs;
    for (const Time &time : times) {
        ms.push_back(time.ms);
        cpuMs.push_back(time.cpuMs);
    }
    return {{QStringLiteral("ms"), figures(std::move(ms))}, {QStringLiteral("cpuMs"), figures(std::move(cpuMs))}};
}

} // namespace bench
