// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"

namespace frontdesk::connection {

/// How long a connection waits for what (docs/connection.md says why so long).
struct Timing {
    milliseconds connecting{15'000};
    milliseconds authenticating{15'000};
    milliseconds catchingUp{60'000};   ///< without progress
    milliseconds stableUptime{30'000}; ///< online for so long, the next loss starts again with a short delay
    milliseconds pingInterval{15'000};
    milliseconds pingTimeout{15'000};
    milliseconds probeTimeout{5'000}; ///< after sleep or a change of network
    milliseconds wakeTick{5'000};     ///< how often it is looked whether the machine slept
};

} // namespace frontdesk::connection
