// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/Accounts.h"

#include "domain/Json.h"

#include <algorithm>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

#define USER_COLUMNS "id, name, display_name, role, about, version"

User userFrom(const Rows &rows)
{
    return {.id = UserId(rows.text(0)),
            .name = rows.text(1),
            .displayName = rows.text(2),
            .role = roleFrom(rows.text(3)).value_or(Role::Agent),
            .about = rows.text(4),
            .version = rows.integer(5)};
}

} // namespace

QString nameKey(const QString &name)
{
    return name.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

std::optional<Error> problemWith(const NewUser &user)
{
    if (user.name.isEmpty())
        return Error{u"name.empty"_s, u"The name is empty."_s};
    if (codePoints(user.name) > longestUserName)
        return Error{u"name.tooLong"_s, u"The name is longer than %1 characters."_s.arg(longestUserName)};
    if (std::any_of(user.name.begin(), user.name.end(), [](QChar c) { return c.isSpace() || !c.isPrint(); }))
        return Error{u"name.invalid"_s, u"The name may not contain spaces or control characters."_s};
    if (codePoints(user.displayName) > limits::displayName)
        return Error{u"name.tooLong"_s, u"The display name is longer than %1 characters."_s.arg(limits::displayName)};
    if (codePoints(user.password) < shortestPassword)
        return Error{u"password.tooShort"_s, u"The password is shorter than %1 characters."_s.arg(shortestPassword)};
    if (codePoints(user.password) > longestPassword)
        return Error{u"password.tooLong"_s, u"The password is longer than %1 characters."_s.arg(longestPassword)};
    return {};
}

User withChange(User user, const RecordChanged &change)
{
    user.version = change.version;
    if (const auto name = change.set.constFind(fields::displayName); name != change.set.constEnd())
        user.displayName = name->toString();
    if (const auto about = change.set.constFind(fields::about); about != change.set.constEnd())
        user.about = about->toString();
    return user;
}

Result<User> Accounts::create(const NewUser &newUser, const QString &passwordHash, qint64 now)
{
    const QString key = nameKey(newUser.name);
    if (m_database.number(u"SELECT count(*) FROM users WHERE name_key = ?"_s, {key}) > 0)
        return Error{u"user.exists"_s, u"There is a user named \"%1\" already."_s.arg(newUser.name)};
    const QString shown = newUser.displayName.trimmed();
    const User user{.id = UserId(createUuidV7(milliseconds(now))),
                    .name = newUser.name,
                    .displayName = shown.isEmpty() ? newUser.name : shown,
                    .role = newUser.role,
                    .about = {}};
    m_database.run(u"INSERT INTO users (id, name, name_key, display_name, role, password_hash, created_at) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                   {user.id.text(), user.name, key, user.displayName, nameOf(user.role), passwordHash, now});
    // Everybody is in the workspace from its first row, and in their own stream.
    for (const QString &stream : {workspaceStream(), streamOf(user.id)})
        m_database.run(u"INSERT INTO memberships (user_id, stream, from_seq) VALUES (?, ?, 0)"_s,
                       {user.id.text(), stream});
    m_audience.welcome(user.id);
    const Actor actor{user.id, now};
    m_fields.set(actor, recordOf(user.id), user.version,
                 {{fields::displayName, user.displayName}, {fields::about, user.about}});
    m_journal.append(actor, workspaceStream(), u"user:added"_s, toJson(user));
    m_activities.record(actor, workspaceStream(), u"Join"_s, personObject(user));
    m_audit.append(UserId(), now, u"account:added"_s, {{u"user"_s, user.id.text()}, {u"role"_s, nameOf(user.role)}});
    return user;
}

void Accounts::writeProfile(const User &user)
{
    m_database.run(u"UPDATE users SET display_name = ?, about = ?, version = ? WHERE id = ?"_s,
                   {user.displayName, user.about, user.version, user.id.text()});
}

Result<User> Accounts::setRole(const QString &name, Role role, qint64 now)
{
    const auto found = credentialsOf(name);
    if (!found)
        return Error{u"user.unknown"_s, u"There is no user named \"%1\"."_s.arg(name)};
    User user = found->user;
    if (user.role == role)
        return user;
    m_audit.append(UserId(), now, u"account:role"_s,
                   {{u"user"_s, user.id.text()}, {u"was"_s, nameOf(user.role)}, {u"role"_s, nameOf(role)}});
    user.role = role;
    m_database.run(u"UPDATE users SET role = ? WHERE id = ?"_s, {nameOf(role), user.id.text()});
    m_journal.append({user.id, now}, workspaceStream(), u"user:added"_s, toJson(user));
    m_audience.adopt();
    return user;
}

std::optional<Accounts::Credentials> Accounts::credentialsOf(const QString &name)
{
    Rows rows = m_database.run(QStringLiteral("SELECT " USER_COLUMNS ", password_hash FROM users WHERE name_key = ?"),
                               {nameKey(name)});
    if (!rows.next())
        return {};
    return Credentials{userFrom(rows), rows.text(6)};
}

std::optional<User> Accounts::find(const UserId &id)
{
    Rows rows = m_database.run(QStringLiteral("SELECT " USER_COLUMNS " FROM users WHERE id = ?"), {id.text()});
    if (!rows.next())
        return {};
    return userFrom(rows);
}

bool Accounts::exists(const UserId &id)
{
    return m_database.number(u"SELECT count(*) FROM users WHERE id = ?"_s, {id.text()}) > 0;
}

Role Accounts::roleOf(const UserId &id)
{
    Rows rows = m_database.run(u"SELECT role FROM users WHERE id = ?"_s, {id.text()});
    return rows.next() ? roleFrom(rows.text(0)).value_or(Role::Reader) : Role::Reader;
}

std::optional<UserId> Accounts::firstOf(Role role)
{
    Rows rows =
        m_database.run(u"SELECT id FROM users WHERE role = ? ORDER BY created_at, id LIMIT 1"_s, {nameOf(role)});
    return rows.next() ? std::optional(UserId(rows.text(0))) : std::nullopt;
}

QVector<User> Accounts::list(const UserId &after, int limit)
{
    Rows rows = m_database.run(QStringLiteral("SELECT " USER_COLUMNS " FROM users WHERE id > ? ORDER BY id LIMIT ?"),
                               {after.text(), limit});
    QVector<User> users;
    while (rows.next())
        users.append(userFrom(rows));
    return users;
}

QVector<UserRecord> Accounts::all()
{
    Rows rows = m_database.run(
        QStringLiteral("SELECT " USER_COLUMNS ", presence, last_seen, delivered FROM users ORDER BY id"));
    QVector<UserRecord> users;
    while (rows.next())
        users.append({.user = userFrom(rows),
                      .choice = presenceFrom(rows.text(6)).value_or(Presence::Online),
                      .lastSeen = rows.integer(7),
                      .delivered = rows.integer(8)});
    return users;
}

void Accounts::setPresence(const UserId &user, Presence choice)
{
    m_database.run(u"UPDATE users SET presence = ? WHERE id = ?"_s, {nameOf(choice), user.text()});
}

void Accounts::setLastSeen(const UserId &user, qint64 at)
{
    m_database.run(u"UPDATE users SET last_seen = ? WHERE id = ?"_s, {at, user.text()});
}

void Accounts::setDelivered(const UserId &user, qint64 upTo)
{
    m_database.run(u"UPDATE users SET delivered = max(delivered, ?) WHERE id = ?"_s, {upTo, user.text()});
}

} // namespace frontdesk::server
