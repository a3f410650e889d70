// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/CacheMeta.h"
#include "store/CacheTables.h"
#include "store/Journal.h"
#include "store/Store.h"

namespace frontdesk::store {

/// Writes a snapshot into tables of its own, which take the place of the shown ones with the last page. One that was
/// begun before a crash is begun anew. The caller holds the transaction.
class Snapshot {
public:
    Snapshot(Database &database, CacheMeta &meta, Journal &journal, SearchIndex &index, RecordIndex &recordIndex);

    /// Throws snapshot.notBegun for a later page without a first one.
    void write(const SnapshotPage &page, Changes &changes);
    /// As before the first snapshot: no rows, no cursor.
    void clear();

private:
    void empty();
    void show();

    Database &m_database;
    CacheMeta &m_meta;
    Journal &m_journal;
    SearchIndex &m_index;
    RecordIndex &m_recordIndex;
    CacheTables m_tables;
    CacheProgress m_progress;
    bool m_begun = false;
};

} // namespace frontdesk::store
