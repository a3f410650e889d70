// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/Answer.h"
#include "server/live/LiveSessions.h"
#include "server/live/PassingEvents.h"
#include "server/storage/Storage.h"

#include <QtCore/QHash>

namespace frontdesk::server {

/// Figures of the dashboard for who asks, and what changes of them for who watches: at most once a second, all at once,
/// and what does not get through to a slow reader is in the next (docs/protocol.md, 3.6). I/O thread.
class FigureWatches {
public:
    /// `later`: runs a task on the I/O thread after a while.
    FigureWatches(Storage &storage, std::function<void(std::chrono::milliseconds, std::function<void()>)> later)
        : m_storage(storage)
        , m_later(std::move(later))
    {
    }

    static QStringList names();
    static bool knows(const QString &event);
    /// Only for an event that is known.
    void handle(const std::shared_ptr<LiveSession> &session, const QString &event, const QJsonObject &payload,
                const EventAnswer &answer);
    void onCommitted(const JournalTransaction &transaction);
    void forget(const std::shared_ptr<LiveSession> &session);

private:
    using Session = std::shared_ptr<LiveSession>;
    struct Watch {
        Session session;
        figures::Answer shown; ///< what it was sent, put together
    };
    void watch(const Session &session, figures::Answer shown);
    void push();
    void tell(LiveSession *session, const figures::Answer &answer);

    Storage &m_storage;
    const std::function<void(std::chrono::milliseconds, std::function<void()>)> m_later;
    QHash<LiveSession *, Watch> m_watches;
    bool m_changed = false; ///< something may be news for who watches
    bool m_resting = false; ///< they were told less than a second ago
};

} // namespace frontdesk::server
