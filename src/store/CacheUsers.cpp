// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CacheUsers.h"

namespace frontdesk::store {

namespace {

const QString columns = QStringLiteral("id, name, display_name, role, about, version");

User userFrom(const Row &row)
{
    return {.id = UserId(row.text(0)),
            .name = row.text(1),
            .displayName = row.text(2),
            .role = roleFrom(row.text(3)).value_or(Role::Agent),
            .about = row.text(4),
            .version = row.number(5)};
}

/// "SET FIELD=?, FIELD_seq=? WHERE id=? AND FIELD_seq<=?"
QString fieldUpdate(const QString &prefix, const QString &field)
{
    return QStringLiteral("UPDATE %1users SET %2=?, %2_seq=? WHERE id=? AND %2_seq<=?").arg(prefix, field);
}

} // namespace

CacheUsers::CacheUsers(Database &database, const QString &prefix)
    : m_put(database, QStringLiteral("UPDATE %1users SET name=?, role=?, seq=? WHERE id=? AND seq<=?").arg(prefix))
    , m_await(database, QStringLiteral("INSERT INTO %1users(id, name, display_name, role, seq, display_name_seq,"
                                       " about_seq) VALUES(?, '', '', '', -1, -1, -1) ON CONFLICT(id) DO NOTHING")
                            .arg(prefix))
    , m_setName(database, fieldUpdate(prefix, QStringLiteral("display_name")))
    , m_setAbout(database, fieldUpdate(prefix, QStringLiteral("about")))
    , m_setVersion(database, QStringLiteral("UPDATE %1users SET version=max(version, ?) WHERE id=?").arg(prefix))
    , m_find(database, QStringLiteral("SELECT %2 FROM %1users WHERE id=? AND role<>''").arg(prefix, columns))
    , m_all(database, QStringLiteral("SELECT %2 FROM %1users WHERE role<>'' ORDER BY display_name COLLATE NOCASE, id")
                          .arg(prefix, columns))
{
}

void CacheUsers::put(const User &user, qint64 seq)
{
    m_await.run(user.id);
    m_put.run(user.name, nameOf(user.role), seq, user.id, seq);
    m_setName.run(user.displayName, seq, user.id, seq);
    m_setAbout.run(user.about, seq, user.id, seq);
    m_setVersion.run(user.version, user.id);
}

void CacheUsers::change(const RecordChanged &change, qint64 seq)
{
    const QString &id = change.record.id;
    m_await.run(id);
    if (const auto name = change.set.constFind(fields::displayName); name != change.set.constEnd())
        m_setName.run(name->toString(), seq, id, seq);
    if (const auto about = change.set.constFind(fields::about); about != change.set.constEnd())
        m_setAbout.run(about->toString(), seq, id, seq);
    m_setVersion.run(change.version, id);
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
                                     " ON CONFLICT(user) DO UPDATE SET last_seen=excluded.last_seen"))
    , m_delivered(database, QStringLiteral("SELECT delivered FROM progress WHERE user=?"))
    , m_deliver(database,
                QStringLiteral("INSERT INTO progress(user, delivered) VALUES(?, ?)"
                               " ON CONFLICT(user) DO UPDATE SET delivered=max(delivered, excluded.delivered)"))
    , m_forget(database, QStringLiteral("UPDATE progress SET delivered=0"))
    , m_clear(database, QStringLiteral("DELETE FROM progress"))
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

void CacheProgress::clear()
{
    m_clear.run();
}

QHash<UserId, qint64> CacheProgress::lastSeen()
{
    QHash<UserId, qint64> times;
    m_lastSeen.each([&](const Row &row) { times.insert(UserId(row.text(0)), row.number(1)); });
    return times;
}

} // namespace frontdesk::store
