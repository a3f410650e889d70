// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CacheUsers.h"

namespace frontdesk::store {

namespace {

const QString columns = QStringLiteral("id, name, display_name, role");

User userFrom(const Row &row)
{
    return {UserId(row.text(0)), row.text(1), row.text(2), roleFrom(row.text(3)).value_or(Role::Agent)};
}

} // namespace

CacheUsers::CacheUsers(Database &database, const QString &prefix)
    : m_put(database, QStringLiteral("INSERT INTO %1users(id, name, display_name, role, seq) VALUES(?, ?, ?, ?, ?)"
                                     " ON CONFLICT(id) DO UPDATE SET name=excluded.name,"
                                     " display_name=excluded.display_name, role=excluded.role, seq=excluded.seq"
                                     " WHERE excluded.seq>=seq")
                          .arg(prefix))
    , m_find(database, QStringLiteral("SELECT %2 FROM %1users WHERE id=?").arg(prefix, columns))
    , m_all(database,
            QStringLiteral("SELECT %2 FROM %1users ORDER BY display_name COLLATE NOCASE, id").arg(prefix, columns))
{
}

void CacheUsers::put(const User &user, qint64 seq)
{
    m_put.run(user.id, user.name, user.displayName, nameOf(user.role), seq);
}

std::optional<User> CacheUsers::find(const UserId &id)
{
    return m_find.first(userFrom, id);
}

QVector<User> CacheUsers::all()
{
    QVector<User> users;
    m_all.each([&](const Row &row) { users.append(userFrom(row)); });
    return users;
}

CacheProgress::CacheProgress(Database &database)
    : m_see(database, QStringLiteral("INSERT INTO progress(user, last_seen) VALUES(?, ?)"
                                     " ON CONFLICT(user) DO UPDATE SET last_seen=max(last_seen, excluded.last_seen)"))
    , m_delivered(database, QStringLiteral("SELECT delivered FROM progress WHERE user=?"))
    , m_deliver(database,
                QStringLiteral("INSERT INTO progress(user, delivered) VALUES(?, ?)"
                               " ON CONFLICT(user) DO UPDATE SET delivered=max(delivered, excluded.delivered)"))
    , m_forget(database, QStringLiteral("UPDATE progress SET delivered=0"))
    , m_lastSeen(database, QStringLiteral("SELECT user, last_seen FROM progress WHERE last_seen>0"))
{
}

void CacheProgress::see(const UserId &user, qint64 at)
{
    m_see.run(user, at);
}

qint64 CacheProgress::deliver(const UserId &user, qint64 upTo)
{
    const qint64 before = m_delivered.number(user);
    m_deliver.run(user, upTo);
    return before;
}

void CacheProgress::forgetDelivered()
{
    m_forget.run();
}

QHash<UserId, qint64> CacheProgress::lastSeen()
{
    QHash<UserId, qint64> times;
    m_lastSeen.each([&](const Row &row) { times.insert(UserId(row.text(0)), row.number(1)); });
    return times;
}

} // namespace frontdesk::store
