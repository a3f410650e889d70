// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FaultProxy.h"
#include "Scene.h"

namespace frontdesk::fault {

/// What became of one run.
struct Verdict {
    QString problem; ///< empty: every message was everywhere once and in order
    FaultProxy::Counts counts;
    int messages = 0;
    milliseconds took{};
};

/// A server, a proxy whose faults follow from the seed, and clients that write and read through it. Once they have
/// written and enough has gone wrong the faults end, and then all must hold what the server's journal holds. Blocks;
/// runs an event loop of the calling thread. `haste` multiplies the times that something may take: 1 on a machine that
/// is not slowed down.
Verdict run(std::uint64_t seed, const Scene &scene, int haste);

} // namespace frontdesk::fault
