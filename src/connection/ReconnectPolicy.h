// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"

#include <functional>

namespace frontdesk::connection {

/// How long to wait before the next attempt: capped exponential backoff with full jitter (a delay drawn evenly from
/// zero to the ceiling), so that a thousand clients do not come back in the same second.
class ReconnectPolicy {
public:
    /// Evenly from 0 (included) to 1 (excluded).
    using Random = std::function<double()>;
    static constexpr milliseconds firstCeiling{1'000};
    static constexpr milliseconds lastCeiling{30'000};

    explicit ReconnectPolicy(Random random)
        : m_random(std::move(random))
    {
    }

    /// The delay before the next attempt; each call doubles the ceiling of the one after it.
    milliseconds next();
    void reset() { m_ceiling = firstCeiling; }

private:
    Random m_random;
    milliseconds m_ceiling = firstCeiling;
};

/// The system's randomness.
ReconnectPolicy::Random systemRandom();

} // namespace frontdesk::connection
