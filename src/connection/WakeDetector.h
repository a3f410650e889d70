// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"

namespace frontdesk::connection {

/// Notices that the machine slept, from a tick that comes regularly. While asleep the wall clock goes on and, by
/// platform, the monotonic one too; either way time has passed that no tick saw.
class WakeDetector {
public:
    static constexpr milliseconds tolerance{10'000}; ///< a busy machine ticks late, too

    /// `tick`: how often it is going to observe.
    explicit WakeDetector(milliseconds tick)
        : m_longest(tick + tolerance)
    {
    }

    /// Whether the machine slept since the last call.
    bool observe(const Clock &clock)
    {
        const milliseconds utc = clock.utc();
        const milliseconds monotonic = clock.monotonic();
        const bool slept = m_started && (utc - m_utc > m_longest || monotonic - m_monotonic > m_longest);
        m_started = true;
        m_utc = utc;
        m_monotonic = monotonic;
        return slept;
    }

private:
    milliseconds m_longest; ///< between two looks of a machine that is awake
    bool m_started = false;
    milliseconds m_utc{};
    milliseconds m_monotonic{};
};

} // namespace frontdesk::connection
