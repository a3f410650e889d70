// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/Activities.h"
#include "server/storage/CrmRecords.h"

namespace frontdesk::server {

/// What of the CRM is told as activity: contacts, companies and deals that are new, and deals that go on. Storage
/// thread.
class CrmFeed {
public:
    CrmFeed(Activities &activities, CrmRecords &records)
        : m_activities(activities)
        , m_records(records)
    {
    }

    /// `stream`: that of the record.
    void created(const Actor &actor, const QString &stream, const RecordState &state);
    void changed(const Actor &actor, const QString &stream, const RecordState &before, const RecordState &after);

private:
    Activities &m_activities;
    CrmRecords &m_records;
};

} // namespace frontdesk::server
