// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Clock.h"

namespace frontdesk {

milliseconds SystemClock::utc() const
{
    return std::chrono::duration_cast<milliseconds>(std::chrono::system_clock::now().time_since_epoch());
}

milliseconds SystemClock::monotonic() const
{
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace frontdesk
