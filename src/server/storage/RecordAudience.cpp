// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/RecordAudience.h"

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

VisibilityRules RecordAudience::rules()
{
    return visibilityRules(m_records.find(workspaceRecord()), m_records.all(RecordKind::Team));
}

QHash<UserId, Role> RecordAudience::people()
{
    Rows rows = m_database.run(u"SELECT id, role FROM users"_s);
    QHash<UserId, Role> people;
    while (rows.next())
        people.insert(UserId(rows.text(0)), roleFrom(rows.text(1)).value_or(Role::Reader));
    return people;
}

QStringList RecordAudience::ownersWithStream()
{
    Rows rows = m_database.run(u"SELECT substr(name, 9) FROM streams WHERE name > 'records:' AND name < 'records;'"_s);
    QStringList owners;
    while (rows.next())
        owners.append(rows.text(0));
    return owners;
}

void RecordAudience::open(const UserId &owner)
{
    const QString stream = recordsStreamOf(owner);
    const bool isOpen = m_database.number(u"SELECT EXISTS (SELECT 1 FROM streams WHERE name = ?)"_s, {stream}) > 0;
    if (owner.isEmpty() || isOpen)
        return;
    const VisibilityRules today = rules();
    const QHash<UserId, Role> everybody = people();
    for (auto user = everybody.begin(); user != everybody.end(); ++user)
        if (seesRecordsOf(owner, user.key(), user.value(), today))
            m_journal.enter(stream, user.key());
}

void RecordAudience::welcome(const UserId &user)
{
    m_journal.enter(recordsStream(), user);
    const VisibilityRules today = rules();
    Rows found = m_database.run(u"SELECT role FROM users WHERE id = ?"_s, {user.text()});
    const Role role = found.next() ? roleFrom(found.text(0)).value_or(Role::Reader) : Role::Reader;
    for (const QString &owner : ownersWithStream())
        if (seesRecordsOf(UserId(owner), user, role, today))
            m_journal.enter(recordsStreamOf(UserId(owner)), user);
}

void RecordAudience::adopt()
{
    const VisibilityRules today = rules();
    const StreamMembers before = m_journal.members();
    QSet<UserId> changed;
    const QHash<UserId, Role> everybody = people();
    for (const QString &owner : ownersWithStream()) {
        const QString stream = recordsStreamOf(UserId(owner));
        const QSet<UserId> members = before.value(stream);
        for (auto user = everybody.begin(); user != everybody.end(); ++user) {
            const bool sees = seesRecordsOf(UserId(owner), user.key(), user.value(), today);
            if (sees == members.contains(user.key()))
                continue;
            if (sees)
                m_journal.enter(stream, user.key());
            else
                m_journal.withdraw(stream, user.key());
            changed.insert(user.key());
        }
    }
    for (const UserId &user : std::as_const(changed))
        m_journal.replaceView(user);
}

bool RecordAudience::isIn(const QString &stream, const UserId &user)
{
    return m_database.number(u"SELECT EXISTS (SELECT 1 FROM memberships WHERE user_id = ? AND stream = ? "
                             "AND to_seq IS NULL)"_s,
                             {user.text(), stream}) > 0;
}

QStringList RecordAudience::streamsOf(const UserId &user)
{
    Rows rows = m_database.run(u"SELECT stream FROM memberships WHERE user_id = ? AND to_seq IS NULL "
                               "AND stream >= 'records' AND stream < 'records;' ORDER BY stream"_s,
                               {user.text()});
    QStringList streams;
    while (rows.next())
        streams.append(rows.text(0));
    return streams;
}

figures::Owners RecordAudience::ownersSeenBy(const UserId &user)
{
    const VisibilityRules today = rules();
    const QHash<UserId, Role> everybody = people();
    const Role role = everybody.value(user, Role::Reader);
    QStringList seen{QString()}; // what is nobody's
    for (auto owner = everybody.begin(); owner != everybody.end(); ++owner)
        if (seesRecordsOf(owner.key(), user, role, today))
            seen.append(owner.key().text());
    seen.sort();
    return seen.size() > everybody.size() ? figures::Owners() : seen;
}

} // namespace frontdesk::server
