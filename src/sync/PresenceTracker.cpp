// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/PresenceTracker.h"

namespace frontdesk::sync {

PresenceTracker::States PresenceTracker::restore(const QHash<UserId, qint64> &lastSeen)
{
    States changed;
    for (auto it = lastSeen.begin(); it != lastSeen.end(); ++it) {
        if (m_states.contains(it.key()))
            continue;
        const PresenceState state{Presence::Offline, it.value()};
        m_states.insert(it.key(), state);
        changed.insert(it.key(), state);
    }
    return changed;
}

PresenceTracker::States PresenceTracker::observe(const PresenceChanged &event)
{
    PresenceState &known = m_states[event.user];
    PresenceState state = event.state;
    if (state.lastSeen == 0) // it knows no time
        state.lastSeen = known.lastSeen;
    if (state == known)
        return {};
    known = state;
    return {{event.user, state}};
}

PresenceTracker::States PresenceTracker::connectionLost(qint64 now)
{
    States changed;
    for (auto it = m_states.begin(); it != m_states.end(); ++it) {
        if (it->presence == Presence::Offline)
            continue;
        *it = {Presence::Offline, std::max(it->lastSeen, now)};
        changed.insert(it.key(), *it);
    }
    return changed;
}

} // namespace frontdesk::sync
