// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/Accounts.h"
#include "server/storage/CrmRecords.h"

namespace frontdesk::server {

/// What of a record of the CRM only the others can tell: fields that admins have defined, people, names that are taken.
/// Storage thread.
class CrmChecks {
public:
    static constexpr int mostFields = 100; ///< that are defined for one kind: a record goes over the wire whole

    CrmChecks(CrmRecords &records, Accounts &accounts)
        : m_records(records)
        , m_accounts(accounts)
    {
    }

    /// Values for fields of a record, as they are kept: `field.unknown`, what checkedValue() says, `user.unknown`.
    Result<QJsonObject> values(RecordKind kind, const QJsonObject &set);
    /// What is wrong with entries that come into a list: `user.unknown`.
    std::optional<Error> problemWith(const QString &list, const QStringList &entries);
    /// What is wrong with the definition of a field as it would be: `key.invalid`, `key.taken`, `fields.tooMany`.
    std::optional<Error> problemWith(const RecordState &definition);
    /// What keeps a pipeline from losing what it loses: `pipeline.used`, `stage.used`.
    std::optional<Error> problemWith(const RecordState &pipeline, const RecordState &wanted);

private:
    CrmRecords &m_records;
    Accounts &m_accounts;
};

} // namespace frontdesk::server
