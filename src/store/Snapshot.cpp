// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Snapshot.h"

#include <QtCore/QCoreApplication>

namespace frontdesk::store {

Snapshot::Snapshot(Database &database, CacheMeta &meta, Journal &journal, SearchIndex &index, RecordIndex &recordIndex)
    : m_database(database)
    , m_meta(meta)
    , m_journal(journal)
    , m_index(index)
    , m_recordIndex(recordIndex)
    , m_tables(database, tables::snapshot, nullptr, nullptr)
    , m_progress(database)
{
}

void Snapshot::write(const SnapshotPage &page, Changes &changes)
{
    if (page.first) {
        empty();
        m_meta.setSnapshotCursor(page.cursor);
        m_begun = true;
    } else if (!m_begun) {
        throw StorageFailure{{codes::snapshotNotBegun,
                              QCoreApplication::translate("Store", "A snapshot has to begin with its first page.")}};
    }
    const std::optional<User> me = m_meta.me();
    m_tables.begin(me ? me->id : UserId());
    const qint64 seq = m_meta.snapshotCursor().seq;
    for (const User &user : page.users)
        m_tables.users.put(user, seq);
    for (const ConversationState &state : page.conversations)
        m_tables.enter(state, seq);
    for (const Conflict &conflict : page.conflicts)
        m_tables.conflicts.open(conflict);
    for (const RecordState &record : page.records)
        m_tables.records.put(record, seq);
    for (const OwnValue &own : page.own)
        m_tables.own.put(own);
    for (const Activity &activity : page.activities)
        m_tables.activities.put(activity);
    for (auto stream = page.streams.begin(); stream != page.streams.end(); ++stream)
        m_tables.streams.set(stream.key(), stream.value());
    m_tables.settle();
    if (page.last) {
        show();
        m_begun = false;
        changes.everything = true;
    }
}

void Snapshot::clear()
{
    empty();
    m_begun = false;
    m_meta.setSnapshotCursor({});
    show(); // nothing takes the place of everything
}

void Snapshot::empty()
{
    for (const QLatin1String table : tables::replaced)
        m_database.execute(QStringLiteral("DELETE FROM %1%2").arg(tables::snapshot, table));
}

void Snapshot::show()
{
    for (const QLatin1String table : tables::replaced) {
        m_database.execute(QStringLiteral("DELETE FROM %1").arg(table));
        m_database.execute(QStringLiteral("INSERT INTO %2 SELECT * FROM %1%2").arg(tables::snapshot, table));
    }
    empty();
    m_index.clear();
    m_recordIndex.clear();
    m_journal.clear();
    m_progress.forgetDelivered();
    m_meta.setFigures({}); // of what may be seen no more
    m_meta.setCursor(m_meta.snapshotCursor());
}

} // namespace frontdesk::store
