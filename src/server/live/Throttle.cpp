// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/live/Throttle.h"

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

Result<milliseconds> Throttle::delay(RateClass rateClass, const QString &key)
{
    const auto verdict = m_limiter.takeLater(rateClass, key, m_parts.clock.monotonic(), longestDelay);
    if (!verdict)
        return refused(rateClass, key, verdict);
    if (verdict.wait > milliseconds())
        m_parts.metrics.limited(rateClass);
    return verdict.wait;
}

std::optional<Error> Throttle::refusal(RateClass rateClass, const QString &key)
{
    const auto verdict = m_limiter.take(rateClass, key, m_parts.clock.monotonic());
    if (verdict)
        return {};
    return refused(rateClass, key, verdict);
}

Error Throttle::refused(RateClass rateClass, const QString &key, const RateLimiter::Verdict &verdict)
{
    m_parts.metrics.limited(rateClass);
    Error error{.code = u"rate.limited"_s,
                .message = u"That is too much at once; it is taken again a little later."_s,
                .retryAfter = verdict.retryAfter,
                .detail = {{u"class"_s, nameOf(rateClass)}}};
    if (verdict.first) {
        QJsonObject fields{{u"code"_s, error.code}, {u"class"_s, nameOf(rateClass)}};
        if (rateClass != RateClass::LogInName) // people type passwords where a name belongs
            fields.insert("key"_L1, key);
        m_parts.log({LogLevel::Warning, u"rate.limited"_s, u"Somebody is slowed down."_s, fields});
    }
    return error;
}

} // namespace frontdesk::server
