// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Types.h"
#include "socketio/server/Server.h"

#include <memory>
#include <vector>

namespace frontdesk::server {

/// One connected and signed-in client.
struct LiveSession {
    std::shared_ptr<socketio::ServerSocket> socket;
    UserId user;
    QByteArray id;          ///< of its sign-in (SessionRecord); several connections may share one
    qint64 expiresAt = 0;   ///< of its token; milliseconds since 1970
    qint64 connectedAt = 0; ///< milliseconds since 1970
    QString client;         ///< what it calls itself, for logs
    bool observer = false;  ///< a program that looks on: nobody is there because of it
    bool gone = false;      ///< it has disconnected, or was ended
    bool live = false;      ///< it has read the journal to its end and is pushed what follows
    qint64 sent = 0;        ///< the seq up to which it was told
    int waiting = 0;        ///< its events that have not been answered
};

/// The clients that are connected now, by user. I/O thread.
class LiveSessions {
public:
    using Sessions = std::vector<std::shared_ptr<LiveSession>>;

    void add(const std::shared_ptr<LiveSession> &session);
    void remove(const std::shared_ptr<LiveSession> &session);
    [[nodiscard]] const Sessions &of(const UserId &user) const;
    /// Calls a function with every session; it may end sessions, which leave later.
    template <class Function>
    void each(Function function) const
    {
        for (const Sessions &sessions : m_byUser)
            for (const auto &session : sessions)
                function(session);
    }

    [[nodiscard]] int count() const { return m_count; }

private:
    int m_count = 0;
    QHash<UserId, Sessions> m_byUser; ///< no empty ones
};

} // namespace frontdesk::server
