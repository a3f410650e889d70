// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Bug.h"

#include <QtCore/QStringList>

#include <cstdint>

namespace frontdesk::model {

/// What a history came to.
struct Verdict {
    QString broken;    ///< the promise; empty: all were kept
    QString words;     ///< how it was broken
    QStringList trace; ///< everything that happened, oldest first
};

/// One server and three clients to whom everything happens that a seed says: packets are lost, doubled, late and in
/// another order, connections break, programs crash, computers lose power, people enter and leave conversations, rows
/// are swallowed on their way, the server is restored from an older copy. Then it is calm, and everything must be well.
/// Promises about what must never be are looked at after every step.
Verdict play(std::uint64_t seed, Bug bug);

} // namespace frontdesk::model
