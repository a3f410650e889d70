// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"
#include "server/Log.h"
#include "server/access/RateLimiter.h"
#include "server/metrics/Metrics.h"

namespace frontdesk::server {

/// Says to clients that they are too fast, counts it, and logs it once until something of theirs is let through again.
/// I/O thread.
class Throttle {
public:
    static constexpr milliseconds longestDelay{10'000}; ///< of what is only slowed down; more is refused

    struct Parts {
        RateLimits limits;
        const Clock &clock;
        const Logger &log;
        Metrics &metrics;
    };
    explicit Throttle(const Parts &parts)
        : m_parts(parts)
        , m_limiter(m_parts.limits)
    {
    }

    /// `rate.limited` with `retryAfter` when whoever it is must wait; `key` is a user's id, an address or a name.
    std::optional<Error> refusal(RateClass rateClass, const QString &key);
    /// How long what is only slowed down has to wait; it counts as done. `rate.limited` when that were too long.
    Result<milliseconds> delay(RateClass rateClass, const QString &key);

private:
    Error refused(RateClass rateClass, const QString &key, const RateLimiter::Verdict &verdict);

    const Parts m_parts;
    RateLimiter m_limiter;
};

} // namespace frontdesk::server
