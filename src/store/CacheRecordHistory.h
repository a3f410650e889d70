// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Event.h"
#include "store/Database.h"

namespace frontdesk::store {

/// What became of records: rows of the journal, each in the history of every record that it is about. The newest
/// stretch of each history is here, the rest is read from the server where somebody scrolls to it.
class CacheRecordHistory {
public:
    CacheRecordHistory(Database &database, const QString &prefix);

    /// A row about `record`, in the histories of these.
    void add(const RecordRef &record, const DecodedRow &row, const QVector<RecordRef> &histories);
    /// The rows about `record` that are here belong to the histories of these too.
    void addTo(const RecordRef &record, const QVector<RecordRef> &histories);
    /// Nothing is left of its history, nor of what has become of it in those of others.
    void forget(const RecordRef &record);
    /// Lets up to `limit` rows go from the beginning of all, those from before that time (milliseconds since 1970).
    int removeFirst(qint64 before, int limit);

    [[nodiscard]] QVector<DecodedRow> before(const RecordRef &record, qint64 seq, int limit); ///< newest first
    /// The rows about records of one kind with a seq in (after, upTo], oldest first.
    [[nodiscard]] QVector<DecodedRow> between(RecordKind kind, qint64 after, qint64 upTo);

private:
    Statement m_keep, m_belong, m_belongToo, m_first, m_removeUpTo, m_removeBelonging, m_before, m_between;
    Statement m_forgetEverywhere, m_forgetRows, m_forgetBelonging;
};

} // namespace frontdesk::store
