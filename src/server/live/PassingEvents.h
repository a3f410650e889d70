// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/access/SignIns.h"
#include "server/live/Fanout.h"
#include "server/live/Presences.h"
#include "server/live/RecordViewers.h"
#include "server/storage/Storage.h"

namespace frontdesk::server {

/// How an event of a client is answered: once, now or later, with the fields beside `ok`.
using EventAnswer = std::function<void(const Result<QJsonObject> &)>;

/// The events that leave no row in the journal (docs/protocol.md, 5), and `clock:ping`. I/O thread.
class PassingEvents {
public:
    struct Parts {
        Storage &storage;
        const SignIns &signIns;
        Presences &presences;
        const LiveSessions &sessions;
        Fanout &fanout;
        RecordViewers &viewers;
        const Clock &clock;
    };
    explicit PassingEvents(const Parts &parts)
        : m_parts(parts)
    {
    }

    static QStringList names();
    static bool knows(const QString &event);
    /// Only for an event that is known.
    void handle(const std::shared_ptr<LiveSession> &session, const QString &event, const QJsonObject &payload,
                const EventAnswer &answer);

private:
    using Session = std::shared_ptr<LiveSession>;
    struct Entry;
    static const Entry *find(const QString &event);

    void setTyping(const Session &session, const QJsonObject &payload, const EventAnswer &answer);
    void setViewing(const Session &session, const QJsonObject &payload, const EventAnswer &answer);
    void setPresence(const Session &session, const QJsonObject &payload, const EventAnswer &answer);
    void setDelivered(const Session &session, const QJsonObject &payload, const EventAnswer &answer);
    void renew(const Session &session, const QJsonObject &payload, const EventAnswer &answer);
    void pong(const Session &session, const QJsonObject &payload, const EventAnswer &answer);

    const Parts m_parts;
};

} // namespace frontdesk::server
