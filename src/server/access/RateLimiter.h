// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "server/access/RateLimits.h"

#include <QtCore/QHash>
#include <QtCore/QString>

#include <list>

namespace frontdesk::server {

/// Token buckets, one for every class and whoever is counted in it. Bounded: the one that was used longest ago gives
/// way, and is most likely full again. No I/O; times are the monotonic clock's.
class RateLimiter {
public:
    static constexpr size_t mostBuckets = 100'000; ///< about 20 MB

    explicit RateLimiter(const RateLimits &limits, size_t most = mostBuckets)
        : m_limits(limits)
        , m_most(most)
    {
    }

    struct Verdict {
        std::optional<milliseconds> retryAfter = {}; ///< nothing: go on
        bool first = false;                          ///< the first refusal since something was let through
        milliseconds wait{};                         ///< until then, of what is taken now for later
        explicit operator bool() const { return !retryAfter; }
    };
    Verdict take(RateClass rateClass, const QString &key, milliseconds now);
    /// Takes one that is there after a wait, unless that were more than the longest: then none.
    Verdict takeLater(RateClass rateClass, const QString &key, milliseconds now, milliseconds longest);

private:
    using Key = std::pair<int, QString>; ///< the class, and who
    struct Bucket {
        Key key;
        double tokens = 0;
        milliseconds filledAt{};
        bool refusing = false;
    };
    using Buckets = std::list<Bucket>;
    Bucket &bucketOf(const Key &key, const Rate &rate, milliseconds now);
    Bucket &filled(RateClass rateClass, const QString &key, milliseconds now);

    const RateLimits m_limits;
    const size_t m_most;
    Buckets m_buckets; ///< the one used last in front
    QHash<Key, Buckets::iterator> m_byKey;
};

/// What log-ins with a name are counted as: always 64 digits, however long it is.
QString logInNameKey(const QString &name);

} // namespace frontdesk::server
