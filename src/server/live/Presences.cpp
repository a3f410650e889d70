// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/live/Presences.h"

#include <QtCore/QJsonArray>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

Presences::Presences(socketio::Namespace &clients, const QVector<UserRecord> &users)
    : m_clients(clients)
{
    for (const UserRecord &user : users)
        m_entries.insert(user.user.id, {user, 0});
}

void Presences::setUser(const User &user)
{
    m_entries[user.id].record.user = user;
}

void Presences::changeUser(const RecordChanged &change)
{
    User &user = m_entries[UserId(change.record.id)].record.user;
    user = withChange(user, change);
}

void Presences::connected(const UserId &user, qint64 now)
{
    Entry &entry = m_entries[user];
    entry.record.lastSeen = now;
    if (++entry.sessions == 1)
        tell(entry);
}

bool Presences::disconnected(const UserId &user, qint64 now)
{
    Entry &entry = m_entries[user];
    entry.record.lastSeen = now;
    if (--entry.sessions > 0)
        return false;
    tell(entry);
    return true;
}

void Presences::choose(const UserId &user, Presence choice)
{
    Entry &entry = m_entries[user];
    if (entry.record.choice == choice)
        return;
    entry.record.choice = choice;
    if (entry.sessions > 0)
        tell(entry);
}

bool Presences::delivered(const UserId &user, qint64 upTo)
{
    Entry &entry = m_entries[user];
    if (upTo <= entry.record.delivered)
        return false;
    entry.record.delivered = upTo;
    m_clients.everyone().volatileEvent(u"delivery:changed"_s,
                                       {QJsonObject{{u"user"_s, user.text()}, {u"upTo"_s, upTo}}});
    return true;
}

QVector<UserId> Presences::present() const
{
    QVector<UserId> users;
    for (auto it = m_entries.begin(); it != m_entries.end(); ++it)
        if (it->sessions > 0)
            users.append(it.key());
    return users;
}

QJsonObject Presences::all() const
{
    QJsonArray users;
    for (const Entry &entry : m_entries) {
        QJsonObject user = describe(entry);
        user.insert("delivered"_L1, entry.record.delivered);
        users.append(user);
    }
    return {{u"users"_s, users}};
}

QJsonObject Presences::describe(const Entry &entry)
{
    return {{u"user"_s, entry.record.user.id.text()},
            {u"presence"_s, nameOf(entry.sessions > 0 ? entry.record.choice : Presence::Offline)},
            {u"lastSeen"_s, entry.record.lastSeen}};
}

void Presences::tell(const Entry &entry)
{
    m_clients.everyone().emitEvent(u"presence:changed"_s, {describe(entry)});
}

} // namespace frontdesk::server
