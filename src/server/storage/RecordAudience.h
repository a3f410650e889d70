// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Visibility.h"
#include "figures/Ledger.h"
#include "server/storage/CrmRecords.h"
#include "server/storage/Journal.h"

namespace frontdesk::server {

/// Who sees whose records: keeps who is in the streams of records as the workspace, its teams and everybody's roles
/// say (domain/Visibility.h). A stream of somebody's records has members from its first row on. Storage thread.
class RecordAudience {
public:
    RecordAudience(Database &database, Journal &journal, CrmRecords &records)
        : m_database(database)
        , m_journal(journal)
        , m_records(records)
    {
    }

    /// Whoever sees the records of this person is in their stream; before the first of its rows.
    void open(const UserId &owner);
    /// Somebody new is in the streams that there are.
    void welcome(const UserId &user);
    /// The policy, a team or a role is another. Who sees more or less from now on begins anew: neither do streams tell
    /// them what was there before, nor what to forget.
    void adopt();

    bool isIn(const QString &stream, const UserId &user);
    /// The streams of records that somebody is in.
    QStringList streamsOf(const UserId &user);
    /// Whose figures somebody sees.
    figures::Owners ownersSeenBy(const UserId &user);

private:
    VisibilityRules rules();
    QHash<UserId, Role> people();
    QStringList ownersWithStream();

    Database &m_database;
    Journal &m_journal;
    CrmRecords &m_records;
};

} // namespace frontdesk::server
