// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "store/Database.h"

namespace frontdesk::store {

/// The open conflicts of records.
class CacheConflicts {
public:
    CacheConflicts(Database &database, const QString &prefix);

    void open(const Conflict &conflict); ///< unless it has been closed: its row may come late
    void close(const ConflictId &id, const QString &field, const RecordRef &record, qint64 seq);
    /// What a conversation's entry says of it takes the place of what was known.
    void replaceOf(const RecordRef &record, const QVector<Conflict> &conflicts);
    void removeOf(const RecordRef &record);
    [[nodiscard]] QVector<Conflict> all(); ///< open ones, oldest first

private:
    Statement m_open, m_close, m_removeOf, m_all;
};

} // namespace frontdesk::store
