// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Bug.h"

#include <QtCore/QStringList>

#include <cstdint>

namespace frontdesk::model {

/// The promises, by which a broken one is named.
namespace promises {
inline constexpr auto nothingLost = QLatin1String("nothing typed or accepted is lost");
inline constexpr auto nothingTwice = QLatin1String("nothing is applied twice");
inline constexpr auto oneOrder = QLatin1String("one order for all");
inline constexpr auto holesNamed = QLatin1String("holes are named");
inline constexpr auto onlyForThem = QLatin1String("nothing is seen by whom it is not for");
inline constexpr auto shownOnce = QLatin1String("what was typed is shown once");
} // namespace promises

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
