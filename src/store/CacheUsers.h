// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Event.h"
#include "store/Database.h"

namespace frontdesk::store {

class CacheUsers {
public:
    CacheUsers(Database &database, const QString &prefix);

    /// Each field unless a row with a larger seq has said otherwise.
    void put(const User &user, qint64 seq);
    /// The same; of somebody who is not known yet, for when they are: the row that tells of them may come late.
    void change(const RecordChanged &change, qint64 seq);
    [[nodiscard]] std::optional<User> find(const UserId &id);
    [[nodiscard]] QVector<User> all(); ///< by display name

private:
    Statement m_put, m_await, m_setName, m_setAbout, m_setVersion, m_find, m_all;
};

/// What is known of people besides their profile; it is not in the journal and outlives a snapshot.
class CacheProgress {
public:
    explicit CacheProgress(Database &database);

    void see(const UserId &user, qint64 at);         ///< last seen; the last word counts
    qint64 deliver(const UserId &user, qint64 upTo); ///< the larger counts; returns what was known before
    void forgetDelivered();                          ///< their seq is of another journal
    void clear();
    [[nodiscard]] QHash<UserId, qint64> lastSeen();

private:
    Statement m_see, m_delivered, m_deliver, m_forget, m_clear, m_lastSeen;
};

} // namespace frontdesk::store
