// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/RateLimiter.h"

#include "server/access/Tokens.h"
#include "server/storage/Accounts.h"

#include <algorithm>
#include <cmath>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

double perMillisecond(const Rate &rate)
{
    constexpr double millisecondsPerMinute = 60'000;
    return rate.perMinute / millisecondsPerMinute;
}

milliseconds timeFor(double tokens, const Rate &rate)
{
    return milliseconds(qint64(std::ceil(tokens / perMillisecond(rate))));
}

} // namespace

RateLimiter::Verdict RateLimiter::take(RateClass rateClass, const QString &key, milliseconds now)
{
    if (m_limits.of(rateClass).isUnlimited())
        return {};
    Bucket &bucket = filled(rateClass, key, now);
    if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        bucket.refusing = false;
        return {};
    }
    return {timeFor(1 - bucket.tokens, m_limits.of(rateClass)), !std::exchange(bucket.refusing, true)};
}

RateLimiter::Verdict RateLimiter::takeLater(RateClass rateClass, const QString &key, milliseconds now,
                                            milliseconds longest)
{
    if (m_limits.of(rateClass).isUnlimited())
        return {};
    Bucket &bucket = filled(rateClass, key, now);
    const milliseconds wait = bucket.tokens >= 1 ? milliseconds() : timeFor(1 - bucket.tokens, m_limits.of(rateClass));
    if (wait > longest)
        return {.retryAfter = wait - longest, .first = !std::exchange(bucket.refusing, true)};
    bucket.tokens -= 1;
    bucket.refusing = false;
    return {.wait = wait};
}

RateLimiter::Bucket &RateLimiter::filled(RateClass rateClass, const QString &key, milliseconds now)
{
    const Rate &rate = m_limits.of(rateClass);
    Bucket &bucket = bucketOf({int(rateClass), key}, rate, now);
    bucket.tokens =
        std::min(rate.burst, bucket.tokens + double((now - bucket.filledAt).count()) * perMillisecond(rate));
    bucket.filledAt = now;
    return bucket;
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

QString logInNameKey(const QString &name)
{
    return QString::fromLatin1(hashOfSecret(nameKey(name).toUtf8()).toHex());
}

} // namespace frontdesk::server
