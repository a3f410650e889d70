// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Merge.h"
#include "server/storage/Journal.h"

namespace frontdesk::server {

/// Which change each field of a record has its value from: what merging has to know (docs/sync.md, 5). Storage thread.
class FieldStates {
public:
    explicit FieldStates(Database &database)
        : m_database(database)
    {
    }

    /// Of a field that was never set: version 0, no value.
    FieldState of(const RecordRef &record, const QString &field);
    /// Of every field that was ever set, the newest first.
    QVector<FieldState> all(const RecordRef &record);
    /// `version`: of the record with these values.
    void set(const Actor &actor, const RecordRef &record, qint64 version, const QJsonObject &values);

private:
    Database &m_database;
};

} // namespace frontdesk::server
