// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/Accounts.h"
#include "socketio/server/Server.h"

namespace frontdesk::server {

/// Who is there, and what they want to be shown as; and how far the rows have reached everybody's devices. Tells all
/// clients. I/O thread.
class Presences {
public:
    Presences(socketio::Namespace &clients, const QVector<UserRecord> &users);

    void setUser(const User &user);               ///< somebody was added
    void changeUser(const RecordChanged &change); ///< somebody's profile
    /// Somebody who has signed in.
    [[nodiscard]] User user(const UserId &id) const { return m_entries.value(id).record.user; }

    void connected(const UserId &user, qint64 now);
    /// True when it was their last session.
    bool disconnected(const UserId &user, qint64 now);
    void choose(const UserId &user, Presence choice);
    /// True when it is news.
    bool delivered(const UserId &user, qint64 upTo);

    /// The users that have a session.
    [[nodiscard]] QVector<UserId> present() const;
    /// The payload of `presence:all`.
    [[nodiscard]] QJsonObject all() const;

private:
    struct Entry {
        UserRecord record;
        int sessions = 0;
    };
    static QJsonObject describe(const Entry &entry);
    void tell(const Entry &entry);

    socketio::Namespace &m_clients;
    QHash<UserId, Entry> m_entries;
};

} // namespace frontdesk::server
