// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Store.h"

#include "store/DatabaseFile.h"
#include "store/StoreThreads.h"

namespace frontdesk::store {

namespace {

QVector<CommandId> idsOf(const QVector<Command> &commands)
{
    QVector<CommandId> ids;
    for (const Command &command : commands)
        ids.append(command.id);
    return ids;
}

} // namespace

struct Store::Private {
    Private(QString place, std::unique_ptr<FileLock> folderLock)
        : folder(std::move(place))
        , lock(std::move(folderLock))
        , threads(folder)
    {
    }

    QString folder;
    std::unique_ptr<FileLock> lock;
    std::unique_ptr<Blobs> blobs;
    StoreThreads threads; ///< last: their jobs use the others
};

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
    QVector<Error> notices;
    if (const auto problem = parts->threads.open(notices))
        return *problem;
    auto blobs = Blobs::open(folder);
    if (!blobs)
        return blobs.error();
    parts->blobs = std::move(blobs).value();
    return Opened{std::unique_ptr<Store>(new Store(std::move(parts))), notices};
}

QFuture<Result<Changes>> Store::apply(JournalBatch batch)
{
    return d->threads.write([parts = d.get(), batch = std::move(batch)](Files &files) {
        parts->threads.expectMore(batch.more);
        return files.cache.apply(batch);
    });
}

QFuture<Result<Changes>> Store::fillHole(Ledger::Hole range, QVector<DecodedRow> rows)
{
    return d->threads.write(
        [range = std::move(range), rows = std::move(rows)](Files &files) { return files.cache.fillHole(range, rows); });
}

QFuture<Result<Changes>> Store::writeSnapshot(SnapshotPage page)
{
    return d->threads.write([page = std::move(page)](Files &files) { return files.writeSnapshot(page); });
}

QFuture<Result<Changes>> Store::addHistory(ConversationId conversation, QVector<Message> messages)
{
    return d->threads.write([conversation = std::move(conversation), messages = std::move(messages)](Files &files) {
        return files.cache.addHistory(conversation, messages);
    });
}

QFuture<Result<Changes>> Store::addRecordHistory(RecordRef record, QVector<DecodedRow> rows)
{
    return d->threads.write([record = std::move(record), rows = std::move(rows)](Files &files) {
        return files.cache.addRecordHistory(record, rows);
    });
}

QFuture<Result<Changes>> Store::addActivities(QVector<Activity> activities)
{
    return d->threads.write(
        [activities = std::move(activities)](Files &files) { return files.cache.addActivities(activities); });
}

QFuture<Result<Changes>> Store::setDelivered(QHash<UserId, qint64> upTo)
{
    return d->threads.write([upTo = std::move(upTo)](Files &files) { return files.cache.setDelivered(upTo); });
}

QFuture<Result<Changes>> Store::setLastSeen(QHash<UserId, qint64> lastSeen)
{
    return d->threads.write(
        [lastSeen = std::move(lastSeen)](Files &files) { return files.cache.setLastSeen(lastSeen); });
}

QFuture<Result<Changes>> Store::saveFigures(figures::Answer answer)
{
    return d->threads.write([answer = std::move(answer)](Files &files) { return files.cache.setFigures(answer); });
}

QFuture<Result<Changes>> Store::setMe(User me)
{
    return d->threads.write([me = std::move(me)](Files &files) { return files.setMe(me); });
}

QFuture<Result<News>> Store::takeNews(QVector<ConversationId> shown)
{
    return d->threads.takeNews(std::move(shown));
}

QFuture<Result<Changes>> Store::prune(qint64 before)
{
    return d->threads.write([before](Files &files) { return files.cache.prune(before); });
}

QFuture<Result<Changes>> Store::clearCache()
{
    return d->threads.write([parts = d.get()](Files &files) {
        if (!removeSetAside(Files::cacheFile(parts->folder), Kept::None))
            throw StorageFailure{readOnlyError(parts->folder)};
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
    return d->threads.write([commands = std::move(commands)](Files &files) { return files.enqueue(commands); });
}

QFuture<Result<Changes>> Store::replace(CommandId old, Command command)
{
    return d->threads.write(
        [old = std::move(old), command = std::move(command)](Files &files) { return files.replace(old, command); });
}

QFuture<Result<Changes>> Store::markSending(QVector<Command> commands)
{
    return d->threads.write([commands = std::move(commands)](Files &files) {
        files.outbox.setStates(idsOf(commands), Delivery::Sending);
        return outboxChanges(commands);
    });
}

QFuture<Result<Changes>> Store::markQueued(QVector<CommandId> ids)
{
    return d->threads.write([ids = std::move(ids)](Files &files) {
        files.outbox.setStates(ids, Delivery::Queued);
        return outboxChanges(files.outbox.commandsOf(ids));
    });
}

QFuture<Result<Changes>> Store::refuse(CommandId id, Error reason)
{
    return d->threads.write([id = std::move(id), reason = std::move(reason)](Files &files) {
        files.outbox.setState(id, Delivery::Refused, reason);
        return outboxChanges(files.outbox.commandsOf({id}));
    });
}

QFuture<Result<Changes>> Store::remove(CommandId id)
{
    return d->threads.write([id = std::move(id)](Files &files) { return files.remove(id); });
}

QFuture<Result<Changes>> Store::settle(QVector<Command> commands, qint64 now)
{
    return d->threads.write([commands = std::move(commands), now](Files &files) {
        files.outbox.settle(idsOf(commands), now);
        return outboxChanges(commands);
    });
}

QFuture<Result<Changes>> Store::lose(QVector<CommandId> ids, Error reason)
{
    return d->threads.write(
        [ids = std::move(ids), reason = std::move(reason)](Files &files) { return files.lose(ids, reason); });
}

QFuture<Result<Changes>> Store::saveDraft(ConversationId conversation, QString text)
{
    return d->threads.write([conversation = std::move(conversation), text = std::move(text)](Files &files) {
        files.outbox.saveDraft(conversation, text);
        Changes changes;
        changes.drafts = true;
        return changes;
    });
}

QFuture<Result<Changes>> Store::saveDraftFiles(ConversationId conversation, QVector<FileRef> attached)
{
    return d->threads.write([conversation = std::move(conversation), attached = std::move(attached)](Files &files) {
        files.outbox.saveDraftFiles(conversation, attached);
        Changes changes;
        changes.drafts = true;
        return changes;
    });
}

QFuture<Result<Changes>> Store::saveBegun(RecordRef about, RecordKind kind, QJsonObject fields)
{
    return d->threads.write([about = std::move(about), kind, fields = std::move(fields)](Files &files) {
        files.outbox.saveBegun(about, kind, fields);
        Changes changes;
        changes.begun = true;
        return changes;
    });
}

Blobs &Store::blobs()
{
    return *d->blobs;
}

QFuture<Result<Changes>> Store::trimFiles(qint64 budget)
{
    // In the order of what is written: a file that is named later is released later too, when this has been asked for.
    return d->threads.write([parts = d.get(), budget](Files &files) {
        (void)parts->blobs->trim(budget, files.outbox.neededFiles());
        return Changes();
    });
}

QFuture<Cursor> Store::cursor()
{
    return d->threads.read([](Files &files) { return files.cache.cursor(); });
}

QFuture<std::optional<User>> Store::me()
{
    return d->threads.read([](Files &files) { return files.me(); });
}

QFuture<QVector<User>> Store::users()
{
    return d->threads.read([](Files &files) { return files.users(); });
}

QFuture<ConversationList> Store::conversations()
{
    return d->threads.read([](Files &files) { return files.conversations(); });
}

QFuture<MessageWindow> Store::messages(ConversationId conversation, std::optional<qint64> before, int limit)
{
    return d->threads.read([conversation = std::move(conversation), before, limit](Files &files) {
        QVector<PendingCommand> pending = files.shownPending();
        pending.removeIf(
            [&](const PendingCommand &command) { return laneOf(command.command.body) != conversation.text(); });
        MessageWindow window = files.cache.window(conversation, before, limit);
        for (const PendingCommand &command : pending)
            if (const auto *read = std::get_if<MoveRead>(&command.command.body))
                window.readUpTo = std::max(window.readUpTo, read->number);
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
    return d->threads.read([id = std::move(id)](Files &files) { return files.cache.message(id); });
}

QFuture<RecordKeys> Store::records(RecordQuery query, int firstStates)
{
    auto keys = d->threads.view([query, firstStates](RecordReader &reader) {
        RecordKeys found = reader.records(query);
        reader.readFirst(found, firstStates);
        return found;
    });
    d->threads.view([query = std::move(query)](RecordReader &reader) {
        reader.prepare(query); // nobody waits for it
        return true;
    });
    return keys;
}

QFuture<QVector<RecordState>> Store::findRecords(QString text, int limit)
{
    return d->threads.view([text = std::move(text), limit](RecordReader &reader) { return reader.find(text, limit); });
}

QFuture<QVector<DealSum>> Store::dealSums(RecordQuery query)
{
    return d->threads.view([query = std::move(query)](RecordReader &reader) { return reader.dealSums(query); });
}

QFuture<QVector<RecordState>> Store::recordsOf(RecordKind kind, bool deleted)
{
    return d->threads.view([kind, deleted](RecordReader &reader) { return reader.all(kind, deleted); });
}

QFuture<QHash<qint64, RecordState>> Store::recordsAt(QVector<qint64> keys)
{
    return d->threads.read([keys = std::move(keys)](Files &files) { return files.recordsAt(keys); });
}

QFuture<std::optional<RecordState>> Store::record(RecordRef record)
{
    return d->threads.read([record = std::move(record)](Files &files) { return files.record(record); });
}

QFuture<QSet<RecordRef>> Store::known(QVector<RecordRef> records)
{
    return d->threads.read([records = std::move(records)](Files &files) { return files.known(records); });
}

QFuture<QVector<RecordState>> Store::recordsNaming(RecordRef record)
{
    return d->threads.read([record = std::move(record)](Files &files) { return files.recordsNaming(record); });
}

QFuture<RecordHistory> Store::recordHistory(RecordRef record, std::optional<qint64> beforeSeq, int limit)
{
    return d->threads.read([record = std::move(record), beforeSeq, limit](Files &files) {
        return files.cache.recordHistory(record, beforeSeq, limit);
    });
}

QFuture<QVector<Conflict>> Store::conflicts()
{
    return d->threads.read([](Files &files) {
        const QVector<PendingCommand> pending = files.outbox.pending();
        return overlay(files.cache.conflicts(), pending);
    });
}

QFuture<QHash<QString, QJsonValue>> Store::ownValues()
{
    return d->threads.read([](Files &files) {
        const QVector<PendingCommand> pending = files.outbox.pending();
        return overlay(files.cache.ownValues(), pending);
    });
}

QFuture<std::optional<PendingCommand>> Store::pending(CommandId id)
{
    return d->threads.read([id = std::move(id)](Files &files) { return files.outbox.pending(id); });
}

QFuture<QVector<PendingCommand>> Store::pending()
{
    return d->threads.read([](Files &files) { return files.outbox.pending(); });
}

QFuture<Result<QVector<PendingCommand>>> Store::toBeSent()
{
    return d->threads.readOrFail([](Files &files) { return files.outbox.pending(); });
}

QFuture<QVector<PendingCommand>> Store::refused()
{
    return d->threads.read([](Files &files) { return files.outbox.refused(); });
}

QFuture<Result<QVector<Command>>> Store::settled()
{
    return d->threads.readOrFail([](Files &files) { return files.outbox.settled(); });
}

QFuture<QVector<Activity>> Store::activities(std::optional<qint64> beforeSeq, int limit)
{
    return d->threads.read([beforeSeq, limit](Files &files) { return files.cache.activities(beforeSeq, limit); });
}

QFuture<QString> Store::draft(ConversationId conversation)
{
    return d->threads.read(
        [conversation = std::move(conversation)](Files &files) { return files.outbox.draft(conversation); });
}

QFuture<QJsonObject> Store::begun(RecordRef about, RecordKind kind)
{
    return d->threads.read([about = std::move(about), kind](Files &files) { return files.outbox.begun(about, kind); });
}

QFuture<QVector<FileRef>> Store::draftFiles(ConversationId conversation)
{
    return d->threads.read(
        [conversation = std::move(conversation)](Files &files) { return files.outbox.draftFiles(conversation); });
}

QFuture<QSet<MessageId>> Store::cached(QVector<MessageId> messages)
{
    return d->threads.read([messages = std::move(messages)](Files &files) {
        QSet<MessageId> found;
        for (const MessageId &id : messages)
            if (files.cache.hasMessage(id))
                found.insert(id);
        return found;
    });
}

QFuture<std::optional<figures::Answer>> Store::figures()
{
    return d->threads.read([](Files &files) { return files.cache.figures(); });
}

QFuture<QHash<UserId, qint64>> Store::lastSeen()
{
    return d->threads.read([](Files &files) { return files.cache.lastSeen(); });
}

QFuture<Ledger> Store::ledger()
{
    return d->threads.read([](Files &files) { return files.ledger(); });
}

QFuture<Result<search::Page>> Store::search(search::Request request)
{
    return d->threads.search(std::move(request));
}

void Store::onReadError(std::function<void(Error)> handler)
{
    d->threads.onReadError(std::move(handler));
}

} // namespace frontdesk::store
