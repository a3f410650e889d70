// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locking/FileLock.h"
#include "store/Cache.h"
#include "store/Outbox.h"

namespace frontdesk::store {

/// Makes the folder, for its owner only, and takes its lock.
Result<std::unique_ptr<FileLock>> lockFolder(const QString &folder);

/// Both files on connections of one thread, and what concerns both. Throws StorageFailure.
class Files {
public:
    /// When the whole cache is looked through for damage, which takes long.
    enum class Check { AfterCrash, Always };
    /// Creates, upgrades and repairs what has to be; `notices` says so.
    static std::unique_ptr<Files> openForWriting(const QString &folder, QVector<Error> &notices, Check check);
    static std::unique_ptr<Files> openForReading(const QString &folder);
    static QString cacheFile(const QString &folder);
    static QString outboxFile(const QString &folder);

    Files(std::unique_ptr<Database> cacheDatabase, std::unique_ptr<Database> outboxDatabase);

    // What the person does. A change of a record gets what is missing of its basis: what its author has seen.
    Changes enqueue(QVector<Command> commands); ///< all of them or none
    Changes replace(const CommandId &old, Command command);
    Changes remove(const CommandId &id);
    Changes lose(const QVector<CommandId> &ids, const Error &reason);
    Changes writeSnapshot(const SnapshotPage &page);
    Changes setMe(const User &me);

    // As shown: confirmed ⊕ pending
    [[nodiscard]] QVector<PendingCommand> shownPending();
    [[nodiscard]] std::optional<User> me();
    [[nodiscard]] QVector<User> users();
    [[nodiscard]] ConversationList conversations();
    [[nodiscard]] std::optional<RecordState> record(const RecordRef &record);
    [[nodiscard]] QSet<RecordRef> known(const QVector<RecordRef> &records); ///< there, or waiting to be made
    [[nodiscard]] QHash<qint64, RecordState> recordsAt(const QVector<qint64> &keys);
    [[nodiscard]] QVector<RecordState> recordsNaming(const RecordRef &record);
    [[nodiscard]] Ledger ledger();

    Cache cache;
    Outbox outbox;

private:
    [[nodiscard]] UserId myId();
    [[nodiscard]] QVector<PendingCommand> beforeChangeOf(const RecordRef &record);
    void complete(ChangeRecord &change, const QVector<PendingCommand> &earlier);
    [[nodiscard]] QJsonObject seenBefore(const ChangeRecord &change, const QVector<PendingCommand> &earlier);
    void completeOldChanges();

    /// From the moment the server's journal is known to be another one until a snapshot of it is shown: versions in the
    /// cache say nothing about it.
    bool m_journalReplaced = false;
};

/// What a change of these commands touches: where they are shown.
Changes outboxChanges(const QVector<Command> &commands);

} // namespace frontdesk::store
