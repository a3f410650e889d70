// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Event.h"
#include "domain/Overlay.h"
#include "domain/RecordQuery.h"
#include "domain/SearchRequest.h"
#include "domain/Timeline.h"
#include "figures/Answer.h"
#include "store/Blobs.h"
#include "store/DealSum.h"
#include "store/News.h"

#include <QtCore/QFuture>
#include <QtCore/QSet>

#include <functional>
#include <memory>

namespace frontdesk::store {

/// What a transaction changed, so that models know what to read again.
struct Changes {
    QSet<ConversationId> conversations; ///< summary, members, labels or messages
    QSet<MessageId> edited;             ///< of these messages the text
    QVector<Command> queued; ///< commands as they were written: with what the store knows of a change's basis
    QSet<RecordRef> records; ///< of the CRM: itself, its history, or what waits for it
    bool users = false;
    bool conflicts = false; ///< one was opened, closed, or is being decided
    bool own = false;       ///< what all devices of this person share
    bool activities = false;
    bool histories = false; ///< of records: beginnings of them were let go
    bool outbox = false;
    bool drafts = false;
    bool begun = false;      ///< what somebody writes about a record and has not kept yet
    bool everything = false; ///< after a snapshot
    bool holes = false;      ///< a stream's numbers jumped: Ledger::holes says what to fetch
};

/// What the journal says this client should have, and what it has.
struct Ledger {
    Cursor cursor;
    qint64 received = 0; ///< numbered rows this cache knows, over all streams
    struct Hole {
        QString stream;
        qint64 from = 0; ///< both included
        qint64 to = 0;

        friend bool operator==(const Hole &, const Hole &) = default;
    };
    QVector<Hole> holes;
    QHash<QString, qint64> streams; ///< the largest number known of each
    int conflicts = 0;              ///< open ones
    int waiting = 0; ///< commands in the outbox, not refused; read positions are not counted: nobody waits for them
    int refused = 0;
    qint64 unknownRows = 0; ///< kept raw for a later version
};

/// A snapshot being written next to the old tables; nothing is visible before the last page.
struct SnapshotPage {
    bool first = false;
    bool last = false;
    Cursor cursor; ///< given with the first page
    QVector<User> users;
    QVector<ConversationState> conversations;
    QVector<Activity> activities;
    QVector<Conflict> conflicts; ///< of all records but conversations, whose are in their states
    QVector<RecordState> records = {};
    QVector<OwnValue> own;
    QHash<QString, qint64> streams; ///< n of streams that are not conversations
};

/// The conversation list as shown: confirmed ⊕ pending, newest first.
struct ConversationList {
    QVector<ConversationSummary> conversations;
    QHash<ConversationId, QString> drafts;
};

/// The records that a query finds, as shown: confirmed ⊕ pending, in its order. Only their keys, so that a view of a
/// hundred thousand knows how many there are and where each stands; what they hold is read for those that are seen.
struct RecordKeys {
    QVector<qint64> keys; ///< below 0: made on this computer and not confirmed; -1 is `waiting[0]`, and so on
    QVector<RecordState> waiting;
    QHash<qint64, RecordState> first; ///< as many of them as were asked for, as shown: what stands at the top
};

/// Messages of a conversation that are not on this computer: the newest of them has the number `before` - 1.
struct MissingMessages {
    ConversationId conversation;
    qint64 before = 0;

    friend bool operator==(const MissingMessages &, const MissingMessages &) = default;
    friend size_t qHash(const MissingMessages &missing, size_t seed = 0)
    {
        return qHashMulti(seed, missing.conversation, missing.before);
    }
};

/// What became of a record and of what is about it or belongs to it (a note, a task, a deal, a company's person), and
/// what was written in conversations about the contact, about a company's people, or about a deal's contact.
struct RecordHistory {
    QVector<DecodedRow> rows;         ///< RecordAdded or RecordChanged, newest first
    QVector<Message> messages;        ///< newest first
    bool more = false;                ///< the cache has older ones
    QVector<MissingMessages> missing; ///< among what is asked for, of each conversation the newest
};

/// Messages of one conversation up to a place, from the cache alone, and what waits behind them.
struct MessageWindow {
    QVector<Message> messages;       ///< ascending, contiguous by number
    QVector<PendingCommand> pending; ///< of this conversation, oldest first; read before the messages, so that a
                                     ///< message is never missing from both
    bool olderCached = false;        ///< the predecessor of the first row is in the cache
    bool olderOnServer = false;      ///< it is not, and the first row is not number 1
    bool newerCached = false;        ///< the successor of the last row is in the cache
    qint64 newest = 0;               ///< number of the conversation's newest message
    OthersProgress others;
    qint64 readUpTo = 0; ///< own position, that which waits to be sent, too
};

/// The client's SQLite files of one account: `cache.sqlite` (the server's rows, disposable) and `outbox.sqlite` (what
/// the person typed: commands and drafts, never disposable). One writer thread, one reader thread, one for searches and
/// one for views of records;
/// every method may be called from any thread and answers through a future, in the order of the calls of each kind.
/// Errors are storage.full, storage.readOnly, storage.locked, storage.corrupt, storage.newer, storage.failed.
class Store {
public:
    struct Opened; // store and what had to be done to open it

    /// Opens or creates both files in the folder (made 0700, files 0600). Blocks: not for the GUI thread. A corrupt
    /// cache is set aside and started anew; of a corrupt outbox what is readable goes into a new one, and when that is
    /// whole the corrupt one is set aside; both are said in Opened::notices. A folder that another program has open,
    /// that cannot be written, or a file of a newer version is an error with words and a way on.
    static Result<Opened> open(const QString &folder);
    /// Waits for everything that was asked to be written.
    ~Store();

    [[nodiscard]] QString folder() const; ///< also for what else belongs to this account on this computer

    // Cache, written by sync
    /// Rows and cursor in one transaction; error cursor.mismatch (nothing written) when batch.after is not the cursor.
    /// Rows known already are skipped, jumps become holes.
    QFuture<Result<Changes>> apply(JournalBatch batch);
    /// The answer to journal:fetch of numbers from … to (both included). They are no longer a hole afterwards: what the
    /// server did not answer with is not for this user.
    QFuture<Result<Changes>> fillHole(Ledger::Hole range, QVector<DecodedRow> rows);
    QFuture<Result<Changes>> writeSnapshot(SnapshotPage page);
    QFuture<Result<Changes>> addHistory(ConversationId conversation, QVector<Message> messages);
    QFuture<Result<Changes>> addRecordHistory(RecordRef record, QVector<DecodedRow> rows); ///< from record:history
    QFuture<Result<Changes>> addActivities(QVector<Activity> activities); ///< older ones, from activity:list
    QFuture<Result<Changes>> setDelivered(QHash<UserId, qint64> upTo);    ///< the larger counts
    QFuture<Result<Changes>> setLastSeen(QHash<UserId, qint64> lastSeen); ///< the last word counts
    QFuture<Result<Changes>> saveFigures(figures::Answer answer);         ///< instead of the last ones
    QFuture<Result<Changes>> setMe(User me);
    /// What has come since the last call, to be told; it is not answered again, also not after a restart. Nothing at
    /// the first call. `shown`: conversations whose read positions are wanted.
    QFuture<Result<News>> takeNews(QVector<ConversationId> shown);
    /// One short step of letting go messages, activities and records' histories from before that time (milliseconds
    /// since 1970), so that what else is to be written comes in between. No change: nothing of them is left. The outbox
    /// is not touched, and what goes is not a hole: it can be read from the server again.
    QFuture<Result<Changes>> prune(qint64 before);
    /// Everything that the server said leaves the cache, the search index, the file, what was set aside of it, and the
    /// folder of files; the next connection reads it anew. The outbox with what it needs and whose files these are
    /// stay.
    QFuture<Result<Changes>> clearCache();

    // Outbox
    /// Durable (synchronous=FULL) when the future is done. What was typed takes the place of what was begun: a draft,
    /// a note, a task, another text of a note; an own value that of one which waits under the same key. A change of a
    /// record without a basis has seen what the cache says now. The same id again changes nothing.
    QFuture<Result<Changes>> enqueue(Command command);
    /// The same of several in one transaction: all of them or none. No note or task that was begun gives way to them,
    /// unless there is only one.
    QFuture<Result<Changes>> enqueue(QVector<Command> commands);
    /// Another command in the place of one that waits or was refused, in one transaction; what builds on that one
    /// builds on this one. Error command.gone when it is neither.
    QFuture<Result<Changes>> replace(CommandId old, Command command);
    QFuture<Result<Changes>> markSending(QVector<Command> commands);
    QFuture<Result<Changes>> markQueued(QVector<CommandId> ids); ///< to be sent again with the same id: fate unknown,
                                                                 ///< or the person retries a refused one
    QFuture<Result<Changes>> refuse(CommandId id, Error reason);
    QFuture<Result<Changes>> remove(CommandId id); ///< discarded by the person, with the edits of it
    /// Acknowledged, and their rows are in the cache: they wait no more. What a person would miss is kept for 29 days
    /// in case the server loses it: messages, edits, new conversations and changes of records. `now`: milliseconds
    /// since 1970.
    QFuture<Result<Changes>> settle(QVector<Command> commands, qint64 now);
    /// The server has lost them, and the versions that waiting changes have seen. Settled commands become refused ones
    /// with this reason, but new conversations wait to be made again, and edits of lost messages wait for these.
    /// Waiting changes have seen nothing.
    QFuture<Result<Changes>> lose(QVector<CommandId> ids, Error reason);
    QFuture<Result<Changes>> saveDraft(ConversationId conversation, QString text); ///< empty: none

    /// What is attached to a draft; none: nothing.
    QFuture<Result<Changes>> saveDraftFiles(ConversationId conversation, QVector<FileRef> attached);

    /// What was begun of a kind about a record, as it was typed; none: nothing.
    QFuture<Result<Changes>> saveBegun(RecordRef about, RecordKind kind, QJsonObject fields);

    // Files
    Blobs &blobs();
    /// Lets go what was used longest ago of the files, until they take no more than that many bytes; but nothing that
    /// the outbox needs. Done when that is known; they go before anything that is asked of blobs() from then on.
    QFuture<Result<Changes>> trimFiles(qint64 budget);

    // Reads. One that fails answers with an empty value; the failure is told through onReadError.
    QFuture<Cursor> cursor();
    QFuture<std::optional<User>> me(); ///< as shown: confirmed ⊕ pending
    QFuture<QVector<User>> users();    ///< by display name; the own profile as shown
    QFuture<ConversationList> conversations();
    QFuture<MessageWindow> messages(ConversationId conversation, std::optional<qint64> before,
                                    int limit); ///< absent before: the newest
    QFuture<MessageWindow> messagesAround(ConversationId conversation, qint64 number, int limit);
    QFuture<std::optional<Message>> message(MessageId id);
    /// In a thread of its own, which holds the orders that were asked for in memory.
    QFuture<RecordKeys> records(RecordQuery query, int firstStates = 0);
    /// Contacts, companies, deals and tasks with these words, as shown, without what is in the bin: those with the
    /// words in their names first, of several the newest.
    QFuture<QVector<RecordState>> findRecords(QString text, int limit);
    QFuture<QHash<qint64, RecordState>> recordsAt(QVector<qint64> keys); ///< as shown; those that are gone are left out
    QFuture<QVector<DealSum>> dealSums(RecordQuery query);               ///< of the deals that it finds, as shown
    /// All of a kind of which there are few, oldest first; `deleted`: what is in the bin instead.
    QFuture<QVector<RecordState>> recordsOf(RecordKind kind, bool deleted = false);
    QFuture<std::optional<RecordState>> record(RecordRef record); ///< as shown
    QFuture<QSet<RecordRef>> known(QVector<RecordRef> records);   ///< those of them that are there, or wait to be made
    /// What names this record in one of its fields (of a contact its deals, tasks and notes; of a company its people
    /// too), as shown, without what is in the bin; newest first.
    QFuture<QVector<RecordState>> recordsNaming(RecordRef record);
    QFuture<RecordHistory> recordHistory(RecordRef record, std::optional<qint64> beforeSeq, int limit);
    QFuture<QVector<Conflict>> conflicts();          ///< open ones that no waiting change decides, oldest first
    QFuture<QHash<QString, QJsonValue>> ownValues(); ///< by key, as shown
    QFuture<QVector<PendingCommand>> pending();      ///< oldest first
    /// The same for what sends them: an outbox that cannot be read is not an empty one.
    QFuture<Result<QVector<PendingCommand>>> toBeSent();
    QFuture<QVector<PendingCommand>> refused(); ///< of those; oldest first
    QFuture<std::optional<PendingCommand>> pending(CommandId id);
    QFuture<Result<QVector<Command>>> settled();                                       ///< oldest first
    QFuture<QVector<Activity>> activities(std::optional<qint64> beforeSeq, int limit); ///< newest first
    QFuture<QSet<MessageId>> cached(QVector<MessageId> messages); ///< those of them that the cache has
    QFuture<QString> draft(ConversationId conversation);
    QFuture<QVector<FileRef>> draftFiles(ConversationId conversation);
    QFuture<QJsonObject> begun(RecordRef about, RecordKind kind);
    QFuture<std::optional<figures::Answer>> figures(); ///< the last ones that were kept
    QFuture<QHash<UserId, qint64>> lastSeen();
    QFuture<Ledger> ledger();

    /// In a thread of its own, in the order of the calls: reads never wait for a search. Messages of a large batch are
    /// found some moments after they came.
    QFuture<Result<search::Page>> search(search::Request request);

    /// Called in the reader thread, at most once for each code.
    void onReadError(std::function<void(Error)> handler);

private:
    struct Private;
    explicit Store(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

struct Store::Opened {
    std::unique_ptr<Store> store;
    QVector<Error> notices; ///< such as cache.rebuilt: readable, for the user
};

} // namespace frontdesk::store

Q_DECLARE_METATYPE(frontdesk::store::Changes)
