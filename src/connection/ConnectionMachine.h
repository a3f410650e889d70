// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/ReconnectPolicy.h"
#include "connection/Transition.h"

namespace frontdesk::connection {

/// The connection's state over time, without I/O: the transition table with its deadlines and the delays between
/// attempts. Times are the monotonic clock's.
class ConnectionMachine {
public:
    static constexpr milliseconds connectingLimit{15'000};
    static constexpr milliseconds authenticatingLimit{15'000};
    static constexpr milliseconds catchingUpLimit{60'000}; ///< without progress
    static constexpr milliseconds stableUptime{
        30'000}; ///< online for so long, the next loss starts again with a short delay

    explicit ConnectionMachine(ReconnectPolicy policy)
        : m_policy(std::move(policy))
    {
    }

    /// What is to be done now. `leastDelay`: how long the server asked to be left alone, for an event that leads to
    /// Waiting.
    Action handle(Event event, milliseconds now, milliseconds leastDelay = milliseconds(0));
    /// Catching up goes on: its deadline moves.
    void progressed(milliseconds now);

    [[nodiscard]] State state() const { return m_state; }
    /// When DeadlineReached is due; nothing where the state has no deadline.
    [[nodiscard]] std::optional<milliseconds> deadline() const { return m_deadline; }
    /// Attempts since the last time online, the present one included.
    [[nodiscard]] int attempt() const { return m_attempt; }

private:
    void enter(State state, milliseconds now, milliseconds leastDelay);

    ReconnectPolicy m_policy;
    State m_state = State::Offline;
    std::optional<milliseconds> m_deadline;
    milliseconds m_onlineSince{};
    int m_attempt = 0;
};

} // namespace frontdesk::connection
