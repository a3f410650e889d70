// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/live/Fanout.h"
#include "server/live/ViewingTracker.h"

namespace frontdesk::server {

/// Tells those who look at a record who else does, and which field they change. I/O thread.
class RecordViewers {
public:
    RecordViewers(socketio::Namespace &clients, const Fanout &fanout, const Clock &clock)
        : m_clients(clients)
        , m_fanout(fanout)
        , m_clock(clock)
    {
    }

    /// For a record that the session may see. Who repeats a sign is told again, so that what was left out for them
    /// does not stay wrong.
    void look(const ViewingTracker::Session &session, const RecordRef &record, const QString &field);
    void leave(const ViewingTracker::Session &session); ///< it looks at nothing, or has ended

private:
    void tell(const RecordRef &record, const LiveSessions::Sessions &sessions) const;

    socketio::Namespace &m_clients;
    const Fanout &m_fanout;
    const Clock &m_clock;
    ViewingTracker m_tracker;
};

} // namespace frontdesk::server
