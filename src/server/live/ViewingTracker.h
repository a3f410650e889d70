// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/Event.h"
#include "server/live/LiveSessions.h"

#include <QtCore/QSet>

namespace frontdesk::server {

/// Which session looks at which record, one at a time. A sign is forgotten when no other follows; that is seen to when
/// the next one about the same record comes, and whoever looks gives one every few seconds. Times are the monotonic
/// clock's.
class ViewingTracker {
public:
    using Session = std::shared_ptr<LiveSession>;
    static constexpr milliseconds forgetAfter{25'000}; ///< clients repeat theirs every 10 s

    // Each returns the records whose viewers are others than before.
    QSet<RecordRef> look(const Session &session, const RecordRef &record, const QString &field, milliseconds now);
    QSet<RecordRef> leave(const Session &session);

    /// Each person once, in the order in which they came, however many devices they have; without observers.
    [[nodiscard]] QVector<Viewer> viewersOf(const RecordRef &record) const;
    [[nodiscard]] LiveSessions::Sessions sessionsAt(const RecordRef &record) const;

private:
    struct Look {
        Session session;
        QString field;
        milliseconds until;
    };
    QHash<RecordRef, std::vector<Look>> m_looks; ///< no empty ones
    QHash<const LiveSession *, RecordRef> m_records;
};

} // namespace frontdesk::server
