// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Event.h"
#include "domain/Timeline.h"

#include <QtCore/QFuture>
#include <QtCore/QSet>

#include <memory>

namespace frontdesk::store {

/// What a transaction changed, so that models know what to read again.
struct Changes {
    QSet<ConversationId> conversations; ///< summary, members or messages
    bool users = false;
    bool activities = false;
    bool outbox = false;
    bool everything = false; ///< after a snapshot or a reset
    bool holes = false; ///< a stream's numbers jumped or are still missing: Ledger::holes names what to fetch
};

/// What the journal says this client should have, and what it has.
struct Ledger {
    Cursor cursor;
    qint64 received = 0; ///< numbered rows this cache knows, over all streams
    struct Hole {
        QString stream;
        qint64 from = 0; ///< both included
        qint64 to = 0;
    };
    QVector<Hole> holes;
    int waiting = 0; ///< commands in the outbox, not refused
    int refused = 0;
    qint64 unknownRows = 0; ///< kept raw for a later version
};

/// A snapshot being written next to the old tables; nothing is visible before finish.
struct SnapshotPage {
    bool first = false;
    bool last = false;
    Cursor cursor; ///< of the first page
    QVector<User> users;
    QVector<ConversationState> conversations;
    QVector<Activity> activities;
    QHash<QString, qint64> streams; ///< n of streams that are not conversations
};

/// One page of messages around a place, from the cache alone.
struct MessageWindow {
    QVector<Message> messages; ///< ascending, contiguous by number
    bool olderCached = false;  ///< more rows follow before the first
    bool olderOnServer = false; ///< the first row is not number 1 and its predecessor is not cached
    bool newerCached = false;
    OthersProgress others;
    qint64 readUpTo = 0; ///< own position
};

/// The client's SQLite files of one account: `cache.sqlite` (the server's rows, disposable) and `outbox.sqlite` (what the person typed: commands and drafts, never
/// disposable). One writer thread, one reader thread; every method may be called from any thread and answers through a future.
class Store {
public:
    struct Opened; // store and what had to be done to open it

    /// Opens or creates both files in the folder (made 0700, files 0600). A corrupt cache is set aside and started anew (said in Opened::notices); an outbox that cannot be
    /// opened, or a file of a newer version, is an error with words and a way on.
    static Result<Opened> open(const QString &folder);
    ~Store();

    // Cache, written by sync
    QFuture<Result<Changes>> apply(JournalBatch batch);             ///< rows and cursor in one transaction; error cursor.mismatch when batch.after is not the cursor
    QFuture<Result<Changes>> fillHole(QVector<DecodedRow> rows);    ///< answers to journal:fetch
    QFuture<Result<Changes>> writeSnapshot(SnapshotPage page);
    QFuture<Result<Changes>> addHistory(ConversationId conversation, QVector<Message> messages);
    QFuture<Result<Changes>> addActivities(QVector<Activity> activities); ///< older ones, from the server
    QFuture<Result<Changes>> setDelivered(QHash<UserId, qint64> upTo);
    QFuture<Result<Changes>> setLastSeen(QHash<UserId, qint64> lastSeen);
    QFuture<Result<Changes>> setMe(User me);

    // Outbox
    QFuture<Result<Changes>> enqueue(Command command);              ///< durable (synchronous=FULL) when the future is done
    QFuture<Result<Changes>> markSending(CommandId id);
    QFuture<Result<Changes>> markQueued(QVector<CommandId> ids);    ///< fate unknown: to be sent again with the same id
    QFuture<Result<Changes>> refuse(CommandId id, Error reason);
    QFuture<Result<Changes>> remove(CommandId id);                  ///< acknowledged and in the journal, or discarded by the person
    QFuture<Result<Changes>> saveDraft(ConversationId conversation, QString text);

    // Reads
    QFuture<Cursor> cursor();
    QFuture<std::optional<User>> me();
    QFuture<QVector<User>> users();
    QFuture<QVector<ConversationSummary>> conversations();          ///< confirmed ⊕ pending, newest first
    QFuture<MessageWindow> messages(ConversationId conversation, std::optional<qint64> before, int limit); ///< absent before: the newest
    QFuture<MessageWindow> messagesAround(ConversationId conversation, qint64 number, int limit);
    QFuture<QVector<PendingCommand>> pending();                     ///< oldest first
    QFuture<QVector<Activity>> activities(std::optional<qint64> beforeSeq, int limit);
    QFuture<QString> draft(ConversationId conversation);
    QFuture<QHash<UserId, qint64>> lastSeen();
    QFuture<Ledger> ledger();

private:
    explicit Store(const QString &folder);
    struct Private;
    std::unique_ptr<Private> d;
};

struct Store::Opened {
    std::unique_ptr<Store> store;
    QVector<Error> notices; ///< such as cache.rebuilt: readable, for the user
};

} // namespace frontdesk::store
