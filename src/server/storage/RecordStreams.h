// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/Conflicts.h"
#include "server/storage/RecordAudience.h"

namespace frontdesk::server {

/// In which stream each record of the CRM is: that of the workspace, of whom it belongs to, or of the record that it is
/// about. One that comes to belong to somebody else leaves its stream and enters another, and so does what is about it.
/// Storage thread.
class RecordStreams {
public:
    RecordStreams(Journal &journal, CrmRecords &records, Conflicts &conflicts, RecordAudience &audience)
        : m_journal(journal)
        , m_records(records)
        , m_conflicts(conflicts)
        , m_audience(audience)
    {
    }

    /// The stream of a record that is about to be made, with everybody in it who is to see it.
    QString openFor(const RecordState &state);
    /// The stream of a record, if somebody is in it.
    std::optional<QString> seenIn(const UserId &user, const RecordRef &record);
    /// A record has changed: it goes where it belongs now. Returns its stream.
    QString settle(const Actor &actor, const RecordState &state);
    /// What is about a record goes where that is: it may have been here before it, or has to follow.
    void gather(const Actor &actor, const RecordState &state);

private:
    UserId belongsTo(const RecordState &state);
    void move(const Actor &actor, const RecordState &state, const QString &from, const QString &to);

    Journal &m_journal;
    CrmRecords &m_records;
    Conflicts &m_conflicts;
    RecordAudience &m_audience;
};

} // namespace frontdesk::server
