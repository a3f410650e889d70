// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/live/Fanout.h"
#include "server/live/ViewingTracker.h"

#include <QtCore/QHash>

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

    /// For a record in a stream that the session's user is in; of one that is not there yet it is empty. Who repeats a
    /// sign is told again, so that what was left out for them does not stay wrong.
    void look(const ViewingTracker::Session &session, const RecordRef &record, const QString &stream,
              const QString &field);
    void leave(const ViewingTracker::Session &session); ///< it looks at nothing, or has ended
    void onCommitted(const JournalTransaction &transaction);

private:
    void tell(const RecordRef &record, const LiveSessions::Sessions &sessions) const;
    [[nodiscard]] bool maySee(const UserId &user, const RecordRef &record) const;

    socketio::Namespace &m_clients;
    const Fanout &m_fanout;
    const Clock &m_clock;
    ViewingTracker m_tracker;
    QHash<RecordRef, QString> m_streams; ///< of those that somebody looks at
};

} // namespace frontdesk::server
