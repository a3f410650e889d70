// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/RateLimiter.h"

#include <algorithm>
#include <cmath>

namespace frontdesk::server {

namespace {

constexpr double millisecondsPerMinute = 60'000;

} // namespace

RateLimiter::Verdict RateLimiter::take(RateClass rateClass, const QString &key, milliseconds now)
{
    const Rate &rate = m_limits.of(rateClass);
    if (rate.isUnlimited())
        return {};
    Bucket &bucket = bucketOf({int(rateClass), key}, rate, now);
    const double perMillisecond = rate.perMinute / millisecondsPerMinute;
    bucket.tokens = std::min(rate.burst, bucket.tokens + double((now - bucket.filledAt).count()) * perMillisecond);
    bucket.filledAt = now;
    if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        bucket.refusing = false;
        return {};
    }
    return {milliseconds(qint64(std::ceil((1 - bucket.tokens) / perMillisecond))),
            !std::exchange(bucket.refusing, true)};
}

RateLimiter::Bucket &RateLimiter::bucketOf(const Key &key, const Rate &rate, milliseconds now)
{
    if (const auto found = m_byKey.constFind(key); found != m_byKey.constEnd()) {
        m_buckets.splice(m_buckets.begin(), m_buckets, *found);
        return m_buckets.front();
    }
    if (m_buckets.size() >= m_most) {
        m_byKey.remove(m_buckets.back().key);
        m_buckets.pop_back();
    }
    m_buckets.push_front({key, rate.burst, now});
    m_byKey.insert(key, m_buckets.begin());
    return m_buckets.front();
}

} // namespace frontdesk::server
