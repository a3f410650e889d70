// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/ReconnectPolicy.h"
#include "connection/Timing.h"
#include "connection/Transition.h"

namespace frontdesk::connection {

/// The connection's state over time, without I/O: the transition table with its deadlines and the delays between
/// attempts. Times are the monotonic clock's.
class ConnectionMachine {
public:
    explicit ConnectionMachine(ReconnectPolicy policy, const Timing &timing = {})
        : m_policy(std::move(policy))
        , m_timing(timing)
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
    Timing m_timing;
    State m_state = State::Offline;
    std::optional<milliseconds> m_deadline;
    milliseconds m_onlineSince{};
    int m_attempt = 0;
};

} // namespace frontdesk::connection
