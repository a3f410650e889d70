// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RecordSchema.h"
#include "server/storage/Database.h"

namespace frontdesk::server {

/// The records of the CRM as they are now; who may change what of them is CrmKeeper's. Storage thread.
class CrmRecords {
public:
    explicit CrmRecords(Database &database)
        : m_database(database)
    {
    }

    std::optional<RecordState> find(const RecordRef &record);
    void add(const RecordState &state, const QString &stream);
    void write(const RecordState &state); ///< of a record that is there
    /// Where it is told; nothing when it is not there.
    std::optional<QString> streamOf(const RecordRef &record);
    void setStream(const RecordRef &record, const QString &stream);
    /// Tasks, notes and files that are about it.
    QVector<RecordState> about(const RecordRef &record);
    /// Those that somebody sees behind `after` by kind and id, at most so many and about so many UTF-16 units of JSON,
    /// at least one.
    struct Page {
        QVector<RecordState> records;
        bool more = false;
    };
    Page list(const UserId &user, const std::optional<RecordRef> &after, int limit, qint64 units);
    QVector<RecordState> all(RecordKind kind);
    bool hasAny(RecordKind kind);
    /// How many deals, without those in the bin, stand in a pipeline, or in one of some stages of it.
    qint64 dealsIn(const QString &pipeline);
    qint64 dealsIn(const QString &pipeline, const QStringList &stages);
    /// The fields that admins have defined, and the statuses that the workspace has.
    const CustomFields &customFields();
    void forget() { m_customFields.reset(); } ///< what was written is undone

private:
    [[nodiscard]] CustomFields readCustomFields();
    void forget(RecordKind written);

    Database &m_database;
    std::optional<CustomFields> m_customFields; ///< each new contact asks for them
};

} // namespace frontdesk::server
