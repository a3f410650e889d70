// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/live/LiveSessions.h"
#include "server/live/PassingEvents.h"
#include "server/live/Throttle.h"
#include "server/storage/Commands.h"
#include "server/storage/Storage.h"

namespace frontdesk::server {

/// Commands of clients, one or several in a packet: limited, checked, handed to the storage, and each answered by
/// itself. I/O thread.
class CommandRunner {
public:
    static constexpr int mostTogether = 100; ///< commands of one packet

    struct Parts {
        Storage &storage;
        Throttle &throttle;
        Metrics &metrics;
        std::function<void(std::chrono::milliseconds, std::function<void()>)> later;
        /// Told of what is refused in a packet of several, whose answer does not look like a refusal.
        std::function<void(const std::shared_ptr<LiveSession> &, const QString &event, const Error &)> refused;
        int mostWaiting; ///< of one session
    };
    explicit CommandRunner(Parts parts)
        : m_parts(std::move(parts))
    {
    }

    static bool knows(const QString &event);
    static QStringList names();

    void handle(const std::shared_ptr<LiveSession> &session, const QString &event, const QJsonObject &payload,
                const EventAnswer &answer);

private:
    void run(const std::shared_ptr<LiveSession> &session, const QString &event, const QJsonObject &payload,
             const EventAnswer &answer);
    void runTogether(const std::shared_ptr<LiveSession> &session, const QJsonArray &commands,
                     const EventAnswer &answer);
    /// How long it has to wait before it is done, or that it was too much.
    Result<std::chrono::milliseconds> waitOf(const LiveSession &session, const QString &event,
                                             const QJsonObject &payload);
    void write(const UserId &user, const QString &event, Command command, const EventAnswer &answer);

    const Parts m_parts;
};

} // namespace frontdesk::server
