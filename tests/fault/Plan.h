// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

#include <array>
#include <chrono>
#include <cstdint>

namespace frontdesk::fault {

using std::chrono::milliseconds;

/// Numbers that follow from a seed alone, the same on every machine (SplitMix64, https://prng.di.unimi.it).
class Numbers {
public:
    explicit Numbers(std::uint64_t seed)
        : m_state(seed)
    {
    }
    std::uint64_t next();
    /// From 0 (included) to `end` (excluded).
    int below(int end) { return int(next() % std::uint64_t(end)); }
    /// Evenly from 0 (included) to 1 (excluded).
    double fraction() { return double(next() >> 11) * 0x1.0p-53; }

private:
    std::uint64_t m_state;
};

/// What goes wrong with a connection.
enum class Fault {
    None,
    Delay,    ///< every piece is held for a while
    Slow,     ///< so many bytes a second
    Cut,      ///< ended in order, between two pieces
    Truncate, ///< ended in order, in the middle of a piece
    Reset,    ///< ended with a TCP reset
    HalfOpen, ///< stays open and forwards nothing any more
    Reorder,  ///< served after a connection that came later
};
inline constexpr std::array allFaults{Fault::None,     Fault::Delay, Fault::Slow,     Fault::Cut,
                                      Fault::Truncate, Fault::Reset, Fault::HalfOpen, Fault::Reorder};
const char *nameOf(Fault fault);

/// The fate of one connection.
struct Plan {
    Fault manner = Fault::None;      ///< None, Delay, Slow or Reorder
    milliseconds delay{};            ///< of Delay
    std::int64_t bytesPerSecond = 0; ///< of Slow
    Fault ending = Fault::None;      ///< None, Cut, Truncate, Reset or HalfOpen
    std::int64_t afterBytes = 0;     ///< forwarded before the ending, both directions together
    QByteArray atAnswer = {}; ///< if not empty, it ends instead with the first piece from the server that holds this
};

/// The fate of the n-th connection, from a seed.
Plan planOf(std::uint64_t seed, int connection);

} // namespace frontdesk::fault
