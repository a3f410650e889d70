// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Event.h"
#include "server/storage/Activities.h"
#include "server/storage/AuditLog.h"
#include "server/storage/FieldStates.h"
#include "server/storage/RecordAudience.h"

namespace frontdesk::server {

/// Somebody who is to join the workspace.
struct NewUser {
    QString name;
    QString displayName; ///< empty: the name
    Role role = Role::Agent;
    QString password;
};

inline constexpr int shortestPassword = 8; ///< code points
inline constexpr int longestPassword = 1000;
inline constexpr int longestUserName = 64;

/// Names that look alike to a person are the same name: this is the same text for them.
QString nameKey(const QString &name);

/// What is wrong with it, in words; nothing when it may be added (unless the name is taken).
std::optional<Error> problemWith(const NewUser &user);

/// The user after a change of their profile.
User withChange(User user, const RecordChanged &change);

/// A user as the server remembers them beside the journal.
struct UserRecord {
    User user;
    Presence choice = Presence::Online; ///< what they chose to be shown as while connected
    qint64 lastSeen = 0;
    qint64 delivered = 0; ///< the seq up to which one of their devices has every visible row
};

/// Users and their passwords' hashes. Storage thread.
class Accounts {
public:
    Accounts(Database &database, Journal &journal, Activities &activities, FieldStates &fields,
             RecordAudience &audience, AuditLog &audit)
        : m_database(database)
        , m_journal(journal)
        , m_activities(activities)
        , m_fields(fields)
        , m_audience(audience)
        , m_audit(audit)
    {
    }

    /// Adds a user whose NewUser has no problem; `user.exists` when the name is taken.
    Result<User> create(const NewUser &user, const QString &passwordHash, qint64 now);
    /// What a change of a person has made of the fields and the version; told by who makes the change.
    void writeProfile(const User &user);

    /// Tells everybody the user with another role, by which they may see other records; `user.unknown` when nobody has
    /// this name.
    Result<User> setRole(const QString &name, Role role, qint64 now);

    struct Credentials {
        User user;
        QString passwordHash;
    };
    std::optional<Credentials> credentialsOf(const QString &name);
    std::optional<User> find(const UserId &id);
    bool exists(const UserId &id);
    /// Nobody: `Reader`.
    Role roleOf(const UserId &id);
    /// The first who was given this role; nothing when nobody has it.
    std::optional<UserId> firstOf(Role role);
    /// Users with an id above `after`, by id.
    QVector<User> list(const UserId &after, int limit);
    QVector<UserRecord> all();

    void setPresence(const UserId &user, Presence choice);
    void setLastSeen(const UserId &user, qint64 at);
    void setDelivered(const UserId &user, qint64 upTo);

private:
    Database &m_database;
    Journal &m_journal;
    Activities &m_activities;
    FieldStates &m_fields;
    RecordAudience &m_audience;
    AuditLog &m_audit;
};

} // namespace frontdesk::server
