// SPDX-License-Identifier: GPL-3.0-or-later
#include "Plan.h"

#include <cmath>

namespace frontdesk::fault {

std::uint64_t Numbers::next()
{
    m_state += 0x9e3779b97f4a7c15U;
    std::uint64_t mixed = m_state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31);
}

const char *nameOf(Fault fault)
{
    static constexpr std::array names{"none", "delay", "slow", "cut", "truncate", "reset", "half-open", "reorder"};
    static_assert(names.size() == allFaults.size());
    return names.at(std::size_t(fault));
}

Plan planOf(std::uint64_t seed, int connection)
{
    Numbers numbers(seed * 1'000'003U + std::uint64_t(connection));
    static constexpr std::array manners{Fault::None, Fault::Delay, Fault::Slow, Fault::Reorder};
    static constexpr std::array endings{Fault::Cut, Fault::Truncate, Fault::Reset, Fault::HalfOpen};
    const auto oneOf = [&](const auto &faults) { return faults.at(std::size_t(numbers.below(int(faults.size())))); };
    Plan plan;
    plan.manner = oneOf(manners);
    plan.delay = milliseconds(1 + numbers.below(60));
    plan.bytesPerSecond = 4'000 + numbers.below(60'000);
    plan.ending = oneOf(endings);
    // Few bytes hit the handshake, some the catching up, many what follows: each order of size is as likely.
    plan.afterBytes = std::int64_t(std::exp(numbers.fraction() * std::log(30'000.0)));
    return plan;
}

} // namespace frontdesk::fault
