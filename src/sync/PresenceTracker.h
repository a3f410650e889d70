// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Event.h"

#include <QtCore/QHash>

namespace frontdesk::sync {

/// Who is there, as far as this client knows: without a connection nobody is, but everybody was seen at some time.
class PresenceTracker {
public:
    using States = QHash<UserId, PresenceState>;

    /// Each returns what has changed.
    States restore(const QHash<UserId, qint64> &lastSeen); ///< from the cache; what the server said already counts more
    States observe(const PresenceChanged &event);
    States connectionLost(qint64 now); ///< milliseconds since 1970

private:
    States m_states;
};

} // namespace frontdesk::sync
