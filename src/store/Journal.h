// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/CacheMeta.h"
#include "store/CacheTables.h"
#include "store/Store.h"

namespace frontdesk::store {

/// Applies rows of the server's journal to the cache (docs/protocol.md, 3). Rows of one stream may come late, when a
/// hole is filled: every change is guarded by its seq, so that the result is that of the right order. The caller holds
/// the transaction.
class Journal {
public:
    Journal(Database &database, CacheMeta &meta, CacheTables &tables, CacheHoles &holes);

    /// Throws cursor.mismatch when batch.after is not the cursor.
    void apply(const JournalBatch &batch, Changes &changes);
    void fill(const Ledger::Hole &range, const QVector<DecodedRow> &rows, Changes &changes);

    /// Applies the rows that an older version kept raw and this one understands.
    void applyKept();
    [[nodiscard]] qint64 keptRows();
    /// The version of a record up to which none is missing; 0: nothing is known of it.
    [[nodiscard]] qint64 seenVersion(const RecordRef &record);
    /// Forgets what is about rows only; for a snapshot.
    void clear();

private:
    void take(const DecodedRow &row, Changes &changes);
    /// Whether the row is new, by the numbers of its stream.
    [[nodiscard]] bool count(const JournalRow &row, Changes &changes);
    void change(const DecodedRow &row, Changes &changes);
    void miss(const QString &stream, qint64 from, qint64 to, Changes &changes);
    /// Whether a row is about a record of the CRM that has gone since where it is not seen.
    [[nodiscard]] bool isOver(const RecordRef &record, const JournalRow &row);
    [[nodiscard]] qint64 newestVersion(const RecordRef &record);
    void noteChanged(const RecordRef &record, Changes &changes);
    void remember(const RecordRef &record, const DecodedRow &row, QVector<RecordRef> histories, Changes &changes);

    void on(const UnknownEvent &event, const JournalRow &row, Changes &changes);
    void on(const UserAdded &event, const JournalRow &row, Changes &changes);
    void on(const ConversationEntered &event, const JournalRow &row, Changes &changes);
    void on(const ConversationLeft &event, const JournalRow &row, Changes &changes);
    void on(const ConversationCreated &event, const JournalRow &row, Changes &changes);
    void on(const RecordAdded &event, const JournalRow &row, Changes &changes);
    void on(const RecordEntered &event, const JournalRow &row, Changes &changes);
    void on(const RecordLeft &event, const JournalRow &row, Changes &changes);
    void on(const RecordChanged &event, const JournalRow &row, Changes &changes);
    void on(const ConflictOpened &event, const JournalRow &row, Changes &changes);
    void on(const ConflictClosed &event, const JournalRow &row, Changes &changes);
    void on(const MessageAdded &event, const JournalRow &row, Changes &changes);
    void on(const MessageEdited &event, const JournalRow &row, Changes &changes);
    void on(const ReadMoved &event, const JournalRow &row, Changes &changes);
    void on(const OwnValueChanged &event, const JournalRow &row, Changes &changes);
    void on(const ActivityAdded &event, const JournalRow &row, Changes &changes);

    CacheMeta &m_meta;
    CacheTables &m_tables;
    CacheHoles &m_holes;
    Statement m_keep, m_kept, m_forgetKept, m_countKept, m_clearKept;
    Statement m_skip, m_leave, m_outside, m_comeIn, m_clearOutside;
};

} // namespace frontdesk::store
