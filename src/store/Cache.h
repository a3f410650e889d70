// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/CacheMeta.h"
#include "store/CacheNews.h"
#include "store/CacheTables.h"
#include "store/Journal.h"
#include "store/Retention.h"
#include "store/Snapshot.h"
#include "store/Store.h"

namespace frontdesk::store {

/// cache.sqlite on one connection, whole: each method is one transaction. Throws StorageFailure.
class Cache {
public:
    explicit Cache(std::unique_ptr<Database> database);

    [[nodiscard]] CacheMeta &meta() { return m_meta; }
    [[nodiscard]] Database &database() { return *m_database; }
    /// Applies what an older version kept raw; once after an upgrade.
    void catchUpWithVersion(const QString &version);
    /// Whether messages or records wait for being searchable, and one step towards that; each step is short.
    [[nodiscard]] bool isIndexBehind() const { return m_index.isWaiting() || m_recordIndex.isWaiting(); }
    void buildIndex(int atOnce);

    Changes apply(const JournalBatch &batch);
    Changes fillHole(const Ledger::Hole &range, const QVector<DecodedRow> &rows);
    Changes writeSnapshot(const SnapshotPage &page);
    Changes addHistory(const ConversationId &conversation, const QVector<Message> &messages);
    Changes addActivities(const QVector<Activity> &activities);
    Changes addRecordHistory(const RecordRef &record, const QVector<DecodedRow> &rows);
    Changes setDelivered(const QHash<UserId, qint64> &upTo);
    Changes setFigures(const figures::Answer &answer);
    Changes setLastSeen(const QHash<UserId, qint64> &lastSeen);
    Changes setMe(const User &me);
    Changes prune(qint64 before); ///< one short step; nothing changed: there was nothing left to do
    News takeNews(const QVector<ConversationId> &shown); ///< as in CacheNews
    Changes clear();                                     ///< everything but whose cache it is, also from the file

    [[nodiscard]] Cursor cursor() { return m_meta.cursor(); }
    [[nodiscard]] std::optional<figures::Answer> figures() { return m_meta.figures(); }
    [[nodiscard]] std::optional<User> me(); ///< as the journal says, or as it was set
    [[nodiscard]] QVector<User> users() { return m_tables.users.all(); }
    [[nodiscard]] QVector<ConversationSummary> summaries();
    [[nodiscard]] std::optional<Conversation> conversation(const ConversationId &id); ///< without members and labels
    [[nodiscard]] bool hasMessage(const MessageId &id) { return m_tables.messages.has(id); }
    [[nodiscard]] std::optional<Message> message(const MessageId &id) { return m_tables.messages.find(id); }
    [[nodiscard]] QVector<Conflict> conflicts() { return m_tables.conflicts.all(); }
    [[nodiscard]] QHash<QString, QJsonValue> ownValues() { return m_tables.own.all(); }
    [[nodiscard]] std::optional<RecordState> record(const RecordRef &record) { return m_tables.records.find(record); }
    [[nodiscard]] std::optional<RecordState> recordAt(qint64 key) { return m_tables.records.at(key); }
    [[nodiscard]] QVector<RecordState> recordsNaming(const RecordRef &record)
    {
        return m_tables.records.naming(record);
    }
    [[nodiscard]] RecordHistory recordHistory(const RecordRef &record, std::optional<qint64> beforeSeq, int limit);
    /// Up to which version everything of the record is known here; 0: it is not in the cache.
    [[nodiscard]] qint64 seenVersion(const RecordRef &record) { return m_journal.seenVersion(record); }
    /// Without pending.
    [[nodiscard]] MessageWindow window(const ConversationId &conversation, std::optional<qint64> before, int limit);
    [[nodiscard]] QVector<Activity> activities(std::optional<qint64> beforeSeq, int limit);
    [[nodiscard]] QHash<UserId, qint64> lastSeen() { return m_progress.lastSeen(); }
    /// Without the outbox' figures.
    [[nodiscard]] Ledger ledger();

private:
    template <class Work>
    Changes write(Work work);
    [[nodiscard]] UserId myId();
    void addMessagesAbout(const RecordRef &record, qint64 beforeSeq, int limit, RecordHistory &history);
    /// Whose conversations are about a record: the contact itself, a company's people, a deal's contact.
    [[nodiscard]] QSet<QString> contactsOf(const RecordRef &record);

    std::unique_ptr<Database> m_database;
    CacheMeta m_meta;
    SearchIndex m_index;
    RecordIndex m_recordIndex;
    CacheTables m_tables;
    CacheHoles m_holes;
    CacheProgress m_progress;
    Journal m_journal;
    Snapshot m_snapshot;
    Retention m_retention;
    CacheNews m_news;
};

} // namespace frontdesk::store
