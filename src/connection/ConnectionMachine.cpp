// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/ConnectionMachine.h"

namespace frontdesk::connection {

Action ConnectionMachine::handle(Event event, milliseconds now, milliseconds leastDelay)
{
    const Step step = transition(m_state, event);
    const bool wasStable = m_state == State::Online && now - m_onlineSince >= m_timing.stableUptime;
    const bool newHope =
        event == Event::ConnectRequested || (event == Event::NetworkChanged && m_state == State::Waiting);
    if (wasStable || newHope)
        m_policy.reset();
    if (step.action == Action::Open)
        ++m_attempt;
    if (step.state != m_state || step.action == Action::Open)
        enter(step.state, now, leastDelay);
    return step.action;
}

void ConnectionMachine::progressed(milliseconds now)
{
    if (m_state == State::CatchingUp)
        m_deadline = now + m_timing.catchingUp;
}

void ConnectionMachine::enter(State state, milliseconds now, milliseconds leastDelay)
{
    m_state = state;
    m_deadline.reset();
    switch (state) {
    case State::Connecting:
        m_deadline = now + m_timing.connecting;
        break;
    case State::Authenticating:
        m_deadline = now + m_timing.authenticating;
        break;
    case State::CatchingUp:
        m_deadline = now + m_timing.catchingUp;
        break;
    case State::Waiting:
        // On top of each other: a server that asks all to stay away for the same time must not get them all at once.
        m_deadline = now + leastDelay + m_policy.next();
        break;
    case State::Online:
        m_onlineSince = now;
        m_attempt = 0;
        break;
    case State::Offline:
        m_attempt = 0;
        break;
    case State::SignInNeeded:
    case State::Incompatible:
        break;
    }
}

} // namespace frontdesk::connection
