// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/CrmChecks.h"
#include "server/storage/CrmFeed.h"
#include "server/storage/RecordHistory.h"
#include "server/storage/RecordKeeper.h"
#include "server/storage/RecordStreams.h"

namespace frontdesk::server {

/// Makes records of the CRM and keeps what changes of them; by everybody who sees them, as far as their role goes.
/// Storage thread.
class CrmKeeper final : public RecordKeeper {
public:
    CrmKeeper(RecordHistory &history, FieldStates &fields, CrmRecords &records, CrmChecks &checks, CrmFeed &feed,
              RecordStreams &streams, RecordAudience &audience)
        : m_history(history)
        , m_fields(fields)
        , m_records(records)
        , m_checks(checks)
        , m_feed(feed)
        , m_streams(streams)
        , m_audience(audience)
    {
    }

    /// `wanted`: as readCreation() gives it.
    Result<RecordState> create(const Actor &actor, const CreateRecord &wanted);

    Result<Found> find(const Actor &actor, const ChangeRecord &change) override;
    Result<QJsonObject> valuesOf(const Actor &actor, const ChangeRecord &change) override;
    Result<ListChanges> effectOf(const RecordRef &record, const ListChanges &wanted) override;
    void write(const Actor &actor, const RecordChanged &change) override;

private:
    /// What is written of a record may be what others see by.
    void adoptRulesOf(RecordKind kind);

    RecordHistory &m_history;
    FieldStates &m_fields;
    CrmRecords &m_records;
    CrmChecks &m_checks;
    CrmFeed &m_feed;
    RecordStreams &m_streams;
    RecordAudience &m_audience;
};

} // namespace frontdesk::server
