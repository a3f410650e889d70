// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Store.h"

#include "store/DatabaseThread.h"
#include "store/Files.h"
#include "store/RecordReader.h"
#include "store/SearchReader.h"

namespace frontdesk::store {

struct Store::Private {
    Private(QString place, std::unique_ptr<FileLock> folderLock)
        : folder(std::move(place))
        , lock(std::move(folderLock))
    {
    }
    ~Private();

    /// Runs a change in the writer thread; what it throws becomes its error.
    template <class Work>
    QFuture<Result<Changes>> write(Work work);
    /// Runs a read in the reader thread; one that throws answers with an empty value.
    template <class Work>
    auto read(Work work) -> QFuture<std::invoke_result_t<Work, Files &>>;
    void tellReadError(const Error &error);
    void noteDamage(const Error &error);
    Result<search::Page> search(const search::Request &request); ///< searcher thread
    /// Runs a read in the thread of the views; one that throws answers with an empty value.
    template <class Work>
    auto view(Work work) -> QFuture<std::invoke_result_t<Work, RecordReader &>>;
    void tellViews(const Changes &changes); ///< writer thread
    void keepIndexing();                    ///< writer thread
    void indexNow();                        ///< writer thread

    QString folder;
    std::unique_ptr<FileLock> lock;
    std::unique_ptr<Blobs> blobs;
    std::unique_ptr<Files> writing;          ///< writer thread only
    std::unique_ptr<Files> reading;          ///< reader thread only
    bool damaged = false;                    ///< writer thread only: the next start has to check the cache
    bool indexing = false;                   ///< writer thread only: a step of it is among the thread's jobs
    bool moreToCome = false;                 ///< writer thread only: the index waits until the journal's end is there
    std::unique_ptr<SearchReader> searching; ///< searcher thread only; opened by the first search
    std::unique_ptr<RecordReader> viewing;   ///< thread of the views only; opened by the first of them
    std::mutex handlerMutex;
    std::function<void(Error)> readErrorHandler;
    QSet<QString> toldReadErrors;
    DatabaseThread writer;
    DatabaseThread reader;
    DatabaseThread searcher;
    DatabaseThread viewer;
};

Store::Private::~Private()
{
    searcher.run([this] { searching.reset(); }).waitForFinished();
    viewer.run([this] { viewing.reset(); }).waitForFinished();
    reader.run([this] { reading.reset(); }).waitForFinished();
    writer
        .run([this] {
            if (!writing)
                return;
            try {
                writing->cache.meta().setClosed(!damaged);
            } catch (const StorageFailure &) {
                // It stays marked as open: the next start checks it.
            }
            writing.reset();
        })
        .waitForFinished();
}

template <class Work>
QFuture<Result<Changes>> Store::Private::write(Work work)
{
    return writer.run([this, work = std::move(work)]() -> Result<Changes> {
        try {
            Changes changes = work(*writing);
            tellViews(changes);
            keepIndexing();
            return changes;
        } catch (const StorageFailure &failure) {
            damaged = damaged || failure.error.code == codes::corrupt;
            return failure.error;
        }
    });
}

template <class Work>
auto Store::Private::read(Work work) -> QFuture<std::invoke_result_t<Work, Files &>>
{
    return reader.run([this, work = std::move(work)]() -> std::invoke_result_t<Work, Files &> {
        try {
            return work(*reading);
        } catch (const StorageFailure &failure) {
            tellReadError(failure.error);
            return {};
        }
    });
}

void Store::Private::tellViews(const Changes &changes)
{
    if (!changes.everything && changes.records.isEmpty())
        return;
    Changes told;
    told.records = changes.records;
    told.everything = changes.everything;
    viewer.run([this, told] {
        if (viewing)
            viewing->note(told);
    });
}

template <class Work>
auto Store::Private::view(Work work) -> QFuture<std::invoke_result_t<Work, RecordReader &>>
{
    return viewer.run([this, work = std::move(work)]() -> std::invoke_result_t<Work, RecordReader &> {
        try {
            if (!viewing)
                viewing = std::make_unique<RecordReader>(Files::cacheFile(folder), Files::outboxFile(folder));
            auto answer = work(*viewing);
            if (!viewing->isIndexComplete())
                writer.run([this] { indexNow(); });
            return answer;
        } catch (const StorageFailure &failure) {
            viewing.reset(); // what it holds in memory may have missed something
            tellReadError(failure.error);
            return {};
        }
    });
}

/// One step after what was asked meanwhile, until nothing waits.
void Store::Private::keepIndexing()
{
    if (indexing || moreToCome || !writing->cache.isIndexBehind())
        return;
    indexing = true;
    writer.run([this] {
        indexing = false;
        if (!writing)
            return; // closed: the rest is for the next start
        try {
            writing->cache.buildIndex();
            keepIndexing();
        } catch (const StorageFailure &failure) {
            // What waits is noted in the file; the next change tries again.
            damaged = damaged || failure.error.code == codes::corrupt;
        }
    });
}

/// Somebody searches: what has come so far is to be found, even if reading the journal was interrupted.
void Store::Private::indexNow()
{
    if (!writing)
        return;
    moreToCome = false;
    keepIndexing();
}

Result<search::Page> Store::Private::search(const search::Request &request)
{
    if (request.overtaken && *request.overtaken)
        return search::Page{.overtaken = true};
    try {
        if (!searching)
            searching = std::make_unique<SearchReader>(Files::cacheFile(folder));
        Result<search::Page> page = searching->search(request);
        if (page && !page.value().complete)
            writer.run([this] { indexNow(); });
        return page;
    } catch (const StorageFailure &failure) {
        noteDamage(failure.error);
        return failure.error;
    }
}

void Store::Private::noteDamage(const Error &error)
{
    if (error.code == codes::corrupt)
        writer.run([this] { damaged = true; });
}

void Store::Private::tellReadError(const Error &error)
{
    noteDamage(error);
    const std::scoped_lock locker(handlerMutex);
    if (readErrorHandler && !toldReadErrors.contains(error.code)) {
        toldReadErrors.insert(error.code);
        readErrorHandler(error);
    }
}

Store::Store(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
}

Store::~Store() = default;

QString Store::folder() const
{
    return d->folder;
}

Result<Store::Opened> Store::open(const QString &folder)
{
    auto lock = lockFolder(folder);
    if (!lock)
        return lock.error();
    auto parts = std::make_unique<Private>(folder, std::move(lock).value());
    Private *d = parts.get();
    QVector<Error> notices;
    std::optional<Error> problem;
    const auto attempt = [&problem](auto work) {
        return [&problem, work] {
            try {
                work();
            } catch (const StorageFailure &failure) {
                problem = failure.error;
            }
        };
    };
    d->writer.run(attempt([&] { d->writing = Files::openForWriting(folder, notices); })).waitForFinished();
    if (!problem)
        d->reader.run(attempt([&] { d->reading = Files::openForReading(folder); })).waitForFinished();
    if (problem)
        return *problem;
    auto blobs = Blobs::open(folder);
    if (!blobs)
        return blobs.error();
    d->blobs = std::move(blobs).value();
    d->writer.run([d] { d->keepIndexing(); });
    return Opened{std::unique_ptr<Store>(new Store(std::move(parts))), notices};
}

QFuture<Result<Changes>> Store::apply(JournalBatch batch)
{
    return d->write([parts = d.get(), batch = std::move(batch)](Files &files) {
        parts->moreToCome = batch.more;
        return files.cache.apply(batch);
    });
}

QFuture<Result<Changes>> Store::fillHole(Ledger::Hole range, QVector<DecodedRow> rows)
{
    return d->write(
        [range = std::move(range), rows = std::move(rows)](Files &files) { return files.cache.fillHole(range, rows); });
}

QFuture<Result<Changes>> Store::writeSnapshot(SnapshotPage page)
{
    return d->write([page = std::move(page)](Files &files) { return files.writeSnapshot(page); });
}

QFuture<Result<Changes>> Store::addHistory(ConversationId conversation, QVector<Message> messages)
{
    return d->write([conversation = std::move(conversation), messages = std::move(messages)](Files &files) {
        return files.cache.addHistory(conversation, messages);
    });
}

QFuture<Result<Changes>> Store::addRecordHistory(RecordRef record, QVector<DecodedRow> rows)
{
    return d->write([record = std::move(record), rows = std::move(rows)](Files &files) {
        return files.cache.addRecordHistory(record, rows);
    });
}

QFuture<Result<Changes>> Store::addActivities(QVector<Activity> activities)
{
    return d->write(
        [activities = std::move(activities)](Files &files) { return files.cache.addActivities(activities); });
}

QFuture<Result<Changes>> Store::setDelivered(QHash<UserId, qint64> upTo)
{
    return d->write([upTo = std::move(upTo)](Files &files) { return files.cache.setDelivered(upTo); });
}

QFuture<Result<Changes>> Store::setLastSeen(QHash<UserId, qint64> lastSeen)
{
    return d->write([lastSeen = std::move(lastSeen)](Files &files) { return files.cache.setLastSeen(lastSeen); });
}

QFuture<Result<Changes>> Store::saveFigures(figures::Answer answer)
{
    return d->write([answer = std::move(answer)](Files &files) { return files.cache.setFigures(answer); });
}

QFuture<Result<Changes>> Store::setMe(User me)
{
    return d->write([me = std::move(me)](Files &files) { return files.setMe(me); });
}

QFuture<Result<News>> Store::takeNews(QVector<ConversationId> shown)
{
    return d->writer.run([parts = d.get(), shown = std::move(shown)]() -> Result<News> {
        try {
            return parts->writing->cache.takeNews(shown);
        } catch (const StorageFailure &failure) {
            return failure.error;
        }
    });
}

QFuture<Result<Changes>> Store::prune(qint64 before)
{
    return d->write([before](Files &files) { return files.cache.prune(before); });
}

QFuture<Result<Changes>> Store::clearCache()
{
    return d->write([parts = d.get()](Files &files) {
        Changes changes = files.cache.clear();
        parts->blobs->trim(0, files.outbox.neededFiles()).waitForFinished();
        return changes;
    });
}

QFuture<Result<Changes>> Store::enqueue(Command command)
{
    return enqueue(QVector<Command>{std::move(command)});
}

QFuture<Result<Changes>> Store::enqueue(QVector<Command> commands)
{
    return d->write([commands = std::move(commands)](Files &files) { return files.enqueue(commands); });
}

QFuture<Result<Changes>> Store::replace(CommandId old, Command command)
{
    return d->write(
        [old = std::move(old), command = std::move(command)](Files &files) { return files.replace(old, command); });
}

QFuture<Result<Changes>> Store::markSending(QVector<CommandId> ids)
{
    return d->write([ids = std::move(ids)](Files &files) {
        files.outbox.setStates(ids, Delivery::Sending);
        return outboxChanges(files.outbox.bodiesOf(ids));
    });
}

QFuture<Result<Changes>> Store::markQueued(QVector<CommandId> ids)
{
    return d->write([ids = std::move(ids)](Files &files) {
        files.outbox.setStates(ids, Delivery::Queued);
        return outboxChanges(files.outbox.bodiesOf(ids));
    });
}

QFuture<Result<Changes>> Store::refuse(CommandId id, Error reason)
{
    return d->write([id = std::move(id), reason = std::move(reason)](Files &files) {
        files.outbox.setState(id, Delivery::Refused, reason);
        return outboxChanges(files.outbox.bodiesOf({id}));
    });
}

QFuture<Result<Changes>> Store::remove(CommandId id)
{
    return d->write([id = std::move(id)](Files &files) { return files.remove(id); });
}

QFuture<Result<Changes>> Store::settle(QVector<CommandId> ids, qint64 now)
{
    return d->write([ids = std::move(ids), now](Files &files) {
        Changes changes = outboxChanges(files.outbox.bodiesOf(ids));
        files.outbox.settle(ids, now);
        return changes;
    });
}

QFuture<Result<Changes>> Store::lose(QVector<CommandId> ids, Error reason)
{
    return d->write(
        [ids = std::move(ids), reason = std::move(reason)](Files &files) { return files.lose(ids, reason); });
}

QFuture<Result<Changes>> Store::saveDraft(ConversationId conversation, QString text)
{
    return d->write([conversation = std::move(conversation), text = std::move(text)](Files &files) {
        files.outbox.saveDraft(conversation, text);
        Changes changes;
        changes.drafts = true;
        return changes;
    });
}

QFuture<Result<Changes>> Store::saveDraftFiles(ConversationId conversation, QVector<FileRef> attached)
{
    return d->write([conversation = std::move(conversation), attached = std::move(attached)](Files &files) {
        files.outbox.saveDraftFiles(conversation, attached);
        Changes changes;
        changes.drafts = true;
        return changes;
    });
}

Blobs &Store::blobs()
{
    return *d->blobs;
}

QFuture<Done> Store::trimFiles(qint64 budget)
{
    return d->read([parts = d.get(), budget](Files &files) {
        parts->blobs->trim(budget, files.outbox.neededFiles()).waitForFinished();
        return Done{};
    });
}

QFuture<Cursor> Store::cursor()
{
    return d->read([](Files &files) { return files.cache.cursor(); });
}

QFuture<std::optional<User>> Store::me()
{
    return d->read([](Files &files) { return files.me(); });
}

QFuture<QVector<User>> Store::users()
{
    return d->read([](Files &files) { return files.users(); });
}

QFuture<ConversationList> Store::conversations()
{
    return d->read([](Files &files) { return files.conversations(); });
}

QFuture<MessageWindow> Store::messages(ConversationId conversation, std::optional<qint64> before, int limit)
{
    return d->read([conversation = std::move(conversation), before, limit](Files &files) {
        QVector<PendingCommand> pending = files.shownPending();
        pending.removeIf(
            [&](const PendingCommand &command) { return laneOf(command.command.body) != conversation.text(); });
        MessageWindow window = files.cache.window(conversation, before, limit);
        window.pending = std::move(pending);
        return window;
    });
}

QFuture<MessageWindow> Store::messagesAround(ConversationId conversation, qint64 number, int limit)
{
    return messages(std::move(conversation), number + limit / 2 + 1, limit);
}

QFuture<std::optional<Message>> Store::message(MessageId id)
{
    return d->read([id = std::move(id)](Files &files) { return files.cache.message(id); });
}

QFuture<RecordKeys> Store::records(RecordQuery query)
{
    auto keys = d->view([query](RecordReader &reader) { return reader.records(query); });
    d->view([query = std::move(query)](RecordReader &reader) {
        reader.prepare(query); // nobody waits for it
        return true;
    });
    return keys;
}

QFuture<QVector<RecordState>> Store::findRecords(QString text, int limit)
{
    return d->view([text = std::move(text), limit](RecordReader &reader) { return reader.find(text, limit); });
}

QFuture<QVector<DealSum>> Store::dealSums(RecordQuery query)
{
    return d->view([query = std::move(query)](RecordReader &reader) { return reader.dealSums(query); });
}

QFuture<QVector<RecordState>> Store::recordsOf(RecordKind kind, bool deleted)
{
    return d->view([kind, deleted](RecordReader &reader) { return reader.all(kind, deleted); });
}

QFuture<QHash<qint64, RecordState>> Store::recordsAt(QVector<qint64> keys)
{
    return d->read([keys = std::move(keys)](Files &files) { return files.recordsAt(keys); });
}

QFuture<std::optional<RecordState>> Store::record(RecordRef record)
{
    return d->read([record = std::move(record)](Files &files) { return files.record(record); });
}

QFuture<QSet<RecordRef>> Store::known(QVector<RecordRef> records)
{
    return d->read([records = std::move(records)](Files &files) { return files.known(records); });
}

QFuture<QVector<RecordState>> Store::recordsNaming(RecordRef record)
{
    return d->read([record = std::move(record)](Files &files) { return files.recordsNaming(record); });
}

QFuture<RecordHistory> Store::recordHistory(RecordRef record, std::optional<qint64> beforeSeq, int limit)
{
    return d->read([record = std::move(record), beforeSeq, limit](Files &files) {
        return files.cache.recordHistory(record, beforeSeq, limit);
    });
}

QFuture<QVector<Conflict>> Store::conflicts()
{
    return d->read([](Files &files) {
        const QVector<PendingCommand> pending = files.outbox.pending();
        return overlay(files.cache.conflicts(), pending);
    });
}

QFuture<QHash<QString, QJsonValue>> Store::ownValues()
{
    return d->read([](Files &files) {
        const QVector<PendingCommand> pending = files.outbox.pending();
        return overlay(files.cache.ownValues(), pending);
    });
}

QFuture<std::optional<PendingCommand>> Store::pending(CommandId id)
{
    return d->read([id = std::move(id)](Files &files) { return files.outbox.pending(id); });
}

QFuture<QVector<PendingCommand>> Store::pending()
{
    return d->read([](Files &files) { return files.outbox.pending(); });
}

QFuture<QVector<Command>> Store::settled()
{
    return d->read([](Files &files) { return files.outbox.settled(); });
}

QFuture<QVector<Activity>> Store::activities(std::optional<qint64> beforeSeq, int limit)
{
    return d->read([beforeSeq, limit](Files &files) { return files.cache.activities(beforeSeq, limit); });
}

QFuture<QString> Store::draft(ConversationId conversation)
{
    return d->read([conversation = std::move(conversation)](Files &files) { return files.outbox.draft(conversation); });
}

QFuture<QVector<FileRef>> Store::draftFiles(ConversationId conversation)
{
    return d->read(
        [conversation = std::move(conversation)](Files &files) { return files.outbox.draftFiles(conversation); });
}

QFuture<QSet<MessageId>> Store::cached(QVector<MessageId> messages)
{
    return d->read([messages = std::move(messages)](Files &files) {
        QSet<MessageId> found;
        for (const MessageId &id : messages)
            if (files.cache.hasMessage(id))
                found.insert(id);
        return found;
    });
}

QFuture<std::optional<figures::Answer>> Store::figures()
{
    return d->read([](Files &files) { return files.cache.figures(); });
}

QFuture<QHash<UserId, qint64>> Store::lastSeen()
{
    return d->read([](Files &files) { return files.cache.lastSeen(); });
}

QFuture<Ledger> Store::ledger()
{
    return d->read([](Files &files) { return files.ledger(); });
}

QFuture<Result<search::Page>> Store::search(search::Request request)
{
    return d->searcher.run([parts = d.get(), request = std::move(request)] { return parts->search(request); });
}

void Store::onReadError(std::function<void(Error)> handler)
{
    const std::scoped_lock locker(d->handlerMutex);
    d->readErrorHandler = std::move(handler);
}

} // namespace frontdesk::store
