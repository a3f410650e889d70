// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/Error.h"

namespace frontdesk::sync {

/// How long to wait before the same is asked for again, when the server says that it is too much at once; nothing: it
/// is something else.
inline std::optional<milliseconds> waitBeforeAgain(const Error &reason)
{
    constexpr milliseconds usual{1'000}; // when the server does not say for how long
    if (reason.code != QLatin1String("rate.limited"))
        return {};
    return reason.retryAfter.value_or(usual);
}

/// The same for what nothing else waits for: it is also asked for again when no answer came in time.
inline std::optional<milliseconds> waitBeforeNextTry(const Error &reason)
{
    constexpr milliseconds afterSilence{2'000};
    if (reason.code == QLatin1String("connection.timedOut"))
        return afterSilence;
    return waitBeforeAgain(reason);
}

/// It is asked for again with the next connection, and the badge says that there is none. Why there is none the link
/// says right after this.
inline bool endedWithTheConnection(const Error &reason)
{
    return reason.code == QLatin1String("connection.lost");
}

} // namespace frontdesk::sync
