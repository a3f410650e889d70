// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Files.h"

#include "domain/Begun.h"
#include "domain/RecordSchema.h"
#include "store/CacheSchema.h"
#include "store/DatabaseFile.h"
#include "store/RecordOverlay.h"
#include "store/Salvage.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QStorageInfo>

#include <algorithm>

namespace frontdesk::store {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

Error cacheRebuiltNotice(const QString &damaged)
{
    return {codes::cacheRebuilt,
            Words::tr("The local copy of your conversations was damaged. It was set aside as %1 and "
                      "is read from the server again.")
                .arg(QDir::toNativeSeparators(damaged))};
}

Error outboxSalvagedNotice(const QString &damaged, const Salvaged &salvaged)
{
    return {
        codes::outboxSalvaged,
        Words::tr("The file with your unsent messages was damaged. %1 and %2 could be read and are kept; the damaged "
                  "file was set aside as %3.")
            .arg(Words::tr("%n unsent change(s)", nullptr, salvaged.commands),
                 Words::tr("%n draft(s)", nullptr, salvaged.drafts), QDir::toNativeSeparators(damaged))};
}

Error outboxUnreadableNotice(int count)
{
    return {codes::outboxUnreadable,
            Words::tr("%n unsent change(s) are in a form that this version does not know. They "
                      "are kept and not sent.",
                      nullptr, count)};
}

std::unique_ptr<Database> openOutbox(const QString &folder, QVector<Error> &notices)
{
    const QString file = Files::outboxFile(folder);
    Salvaged salvaged;
    // Small, so it is checked at every start.
    OpenedFile opened = openFile(
        file, Database::Durability::Power, outboxMigrations(), [](Database &database) { return database.isSound(); },
        [&](Database &target) { salvaged = salvageOutbox(file, target); });
    if (!opened.damaged.isEmpty())
        notices.append(outboxSalvagedNotice(opened.damaged, salvaged));
    return std::move(opened.database);
}

std::unique_ptr<Database> openCache(const QString &folder, QVector<Error> &notices, Files::Check check)
{
    OpenedFile opened = openFile(
        Files::cacheFile(folder), Database::Durability::Process, cacheMigrations(), [check](Database &database) {
            const bool trusted = check == Files::Check::AfterCrash && CacheMeta(database).wasClosed();
            return trusted || database.isSound();
        });
    if (!opened.damaged.isEmpty())
        notices.append(cacheRebuiltNotice(opened.damaged));
    removeSetAside(Files::cacheFile(folder), Kept::Newest); // one that cannot be removed now is at the next start
    opened.database->expectManyRows();
    return std::move(opened.database);
}

} // namespace

Result<std::unique_ptr<FileLock>> lockFolder(const QString &folder)
{
    constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, ownerOnly))
        return readOnlyError(folder);
    auto lock = std::make_unique<FileLock>(folder + QStringLiteral("/store.lock"));
    const FileLock::Outcome outcome = lock->tryLock();
    if (outcome == FileLock::Outcome::Taken)
        return lock;
    if (outcome == FileLock::Outcome::Held)
        return lockedError(folder);
    constexpr qint64 smallestUseful = 64 * 1024;
    if (QStorageInfo(folder).bytesAvailable() < smallestUseful)
        return fullError(folder);
    return readOnlyError(folder);
}

QString Files::cacheFile(const QString &folder)
{
    return folder + QStringLiteral("/cache.sqlite");
}

QString Files::outboxFile(const QString &folder)
{
    return folder + QStringLiteral("/outbox.sqlite");
}

Files::Files(std::unique_ptr<Database> cacheDatabase, std::unique_ptr<Database> outboxDatabase)
    : cache(std::move(cacheDatabase))
    , outbox(std::move(outboxDatabase))
{
}

std::unique_ptr<Files> Files::openForWriting(const QString &folder, QVector<Error> &notices, Check check)
{
    std::unique_ptr<Database> outbox = openOutbox(folder, notices); // first: what the person typed matters more
    auto files = std::make_unique<Files>(openCache(folder, notices, check), std::move(outbox));
    files->outbox.requeueSending();
    if (const int unreadable = files->outbox.unreadable(); unreadable > 0)
        if (const Error notice = outboxUnreadableNotice(unreadable); !notices.contains(notice))
            notices.append(notice); // an attempt before this one may have said it
    files->cache.meta().setClosed(false);
    files->cache.catchUpWithVersion(QStringLiteral(FRONTDESK_VERSION));
    files->completeOldChanges();
    return files;
}

std::unique_ptr<Files> Files::openForReading(const QString &folder)
{
    const auto open = [](const QString &file) {
        auto database = std::make_unique<Database>(file, Database::Durability::Process);
        database->forbidWriting();
        return database;
    };
    return std::make_unique<Files>(open(cacheFile(folder)), open(outboxFile(folder)));
}

Changes outboxChanges(const QVector<Command> &commands)
{
    Changes changes;
    changes.outbox = true;
    for (const Command &command : commands) {
        const CommandBody &body = command.body;
        const auto *create = std::get_if<CreateRecord>(&body);
        const auto *change = std::get_if<ChangeRecord>(&body);
        const bool isRecord = create || (change && isCrm(change->record.kind));
        if (isRecord)
            changes.records.insert(create ? create->record : change->record);
        const bool isPerson = change && change->record.kind == RecordKind::Person;
        const bool isOwn = std::holds_alternative<SetOwnValue>(body);
        changes.users = changes.users || isPerson;
        changes.own = changes.own || isOwn;
        changes.conflicts = changes.conflicts || (change && !change->resolves.isEmpty());
        if (!isPerson && !isOwn && !isRecord)
            changes.conversations.insert(ConversationId(laneOf(body)));
    }
    return changes;
}

Changes Files::enqueue(QVector<Command> commands)
{
    bool drafts = false;
    const auto begun = commands.size() == 1 ? begunFor(commands.constFirst().body) : std::nullopt;
    Transaction transaction(outbox.database(), Transaction::Writing);
    for (Command &command : commands) {
        if (auto *change = std::get_if<ChangeRecord>(&command.body))
            complete(*change, beforeChangeOf(change->record));
        outbox.enqueue(command);
        drafts = drafts || std::holds_alternative<SendMessage>(command.body);
    }
    if (begun)
        outbox.dropBegun(*begun);
    transaction.commit();
    Changes changes = outboxChanges(commands);
    changes.drafts = drafts;
    changes.begun = begun.has_value();
    changes.queued = std::move(commands);
    return changes;
}

/// What waits and may be about it.
QVector<PendingCommand> Files::beforeChangeOf(const RecordRef &record)
{
    return isCrm(record.kind) ? outbox.pendingOf(record) : outbox.pending();
}

Changes Files::replace(const CommandId &old, Command command)
{
    QVector<PendingCommand> earlier = outbox.pending();
    const auto place = std::find_if(earlier.begin(), earlier.end(),
                                    [&](const PendingCommand &pending) { return pending.command.id == old; });
    Changes changes;
    if (place != earlier.end()) {
        changes = outboxChanges({place->command, command});
        earlier.erase(place, earlier.end());
    }
    if (auto *change = std::get_if<ChangeRecord>(&command.body))
        complete(*change, earlier);
    if (!outbox.replace(old, command, changes.queued))
        throw StorageFailure{
            {codes::commandGone, Words::tr("It is neither waiting nor refused any more, so nothing was changed.")}};
    changes.queued.prepend(command);
    return changes;
}

Changes Files::remove(const CommandId &id)
{
    Changes changes = outboxChanges(outbox.commandsOf({id}));
    outbox.remove(id);
    return changes;
}

Changes Files::lose(const QVector<CommandId> &ids, const Error &reason)
{
    m_journalReplaced = true;
    const QVector<Command> waiting = outbox.lose(ids, reason);
    Changes changes = outboxChanges(outbox.commandsOf(ids));
    changes.queued = waiting;
    return changes;
}

Changes Files::writeSnapshot(const SnapshotPage &page)
{
    Changes changes = cache.writeSnapshot(page);
    m_journalReplaced = m_journalReplaced && !page.last;
    return changes;
}

Changes Files::setMe(const User &me)
{
    Changes changes = cache.setMe(me);
    outbox.adoptProfileChanges(me.id);
    completeOldChanges();
    return changes;
}

void Files::complete(ChangeRecord &change, const QVector<PendingCommand> &earlier)
{
    constexpr qsizetype mostEarlier = 100;
    if (change.basis.version == 0)
        change.basis.version = m_journalReplaced ? 1 : std::max<qint64>(1, cache.seenVersion(change.record));
    // What this person has set is nobody else's, whether the basis includes it or not.
    QVector<CommandId> own = outbox.settledChanges(change.record);
    const bool closes = change.set.contains(fields::closed); // what an own message opens one has opened oneself
    for (const PendingCommand &pending : earlier) {
        const CommandBody &body = pending.command.body;
        if (pending.state != Delivery::Refused &&
            (setsFieldsOf(body, change.record) || (closes && opens(body, change.record))))
            own.append(pending.command.id);
    }
    for (const CommandId &id : own.mid(std::max<qsizetype>(0, own.size() - mostEarlier)))
        if (!change.basis.after.contains(id))
            change.basis.after.append(id);
    const QJsonObject seen = seenBefore(change, earlier);
    for (auto it = seen.begin(); it != seen.end(); ++it)
        if (!change.was.contains(it.key()))
            change.was.insert(it.key(), it.value());
}

QJsonObject Files::seenBefore(const ChangeRecord &change, const QVector<PendingCommand> &earlier)
{
    if (isCrm(change.record.kind)) {
        const auto shown = overlay(change.record, cache.record(change.record), earlier, myId());
        return shown ? frontdesk::seenBefore(change, *shown) : QJsonObject();
    }
    if (change.record.kind == RecordKind::Person) {
        const std::optional<User> user = cache.me();
        return user && recordOf(user->id) == change.record ? frontdesk::seenBefore(change, overlay(*user, earlier))
                                                           : QJsonObject();
    }
    QVector<ConversationSummary> summaries;
    if (const auto conversation = cache.conversation(ConversationId(change.record.id))) {
        ConversationSummary summary;
        summary.conversation = *conversation;
        summaries.append(summary);
    }
    const std::optional<User> user = cache.me();
    for (const ConversationSummary &shown : overlay(summaries, earlier, user ? user->id : UserId()))
        if (recordOf(shown.conversation.id) == change.record)
            return frontdesk::seenBefore(change, shown.conversation);
    return {};
}

UserId Files::myId()
{
    const std::optional<User> user = cache.me();
    return user ? user->id : UserId();
}

/// Changes that an earlier version queued: their authors have seen what the cache says.
void Files::completeOldChanges()
{
    if (const std::optional<User> user = cache.me())
        outbox.adoptProfileChanges(user->id);
    const QVector<PendingCommand> all = outbox.pending();
    for (qsizetype place = 0; place < all.size(); ++place) {
        Command command = all[place].command;
        auto *change = std::get_if<ChangeRecord>(&command.body);
        if (!change || change->basis.version > 0)
            continue;
        complete(*change, all.mid(0, place));
        outbox.rewrite(command);
    }
}

/// Read before the confirmed rows, so that a message on its way from the outbox to the cache is seen in one of them; a
/// message that is in both is confirmed.
QVector<PendingCommand> Files::shownPending()
{
    QVector<PendingCommand> pending = outbox.pending();
    pending.removeIf([&](const PendingCommand &command) { return cache.hasMessage(command.command.id); });
    return pending;
}

std::optional<User> Files::me()
{
    const QVector<PendingCommand> pending = outbox.pending();
    const std::optional<User> confirmed = cache.me();
    return confirmed ? std::optional(overlay(*confirmed, pending)) : std::nullopt;
}

QVector<User> Files::users()
{
    const std::optional<User> self = me();
    QVector<User> users = cache.users();
    for (User &user : users)
        if (self && user.id == self->id)
            user = *self;
    return users;
}

ConversationList Files::conversations()
{
    const QVector<PendingCommand> pending = shownPending();
    const std::optional<User> user = cache.me();
    return {overlay(cache.summaries(), pending, user ? user->id : UserId()), outbox.drafts()};
}

std::optional<RecordState> Files::record(const RecordRef &record)
{
    const QVector<PendingCommand> pending = outbox.pendingOf(record);
    return overlay(record, cache.record(record), pending, myId());
}

QSet<RecordRef> Files::known(const QVector<RecordRef> &records)
{
    // What waits is read first: a creation that is confirmed meanwhile is seen in one of them.
    QSet<RecordRef> waiting;
    const QVector<PendingCommand> pending =
        outbox.isAboutRecords() ? outbox.pendingOfRecords() : QVector<PendingCommand>();
    for (const PendingCommand &command : pending)
        if (const auto *create = std::get_if<CreateRecord>(&command.command.body))
            waiting.insert(create->record);
    QSet<RecordRef> found;
    for (const RecordRef &record : records)
        if (waiting.contains(record) || cache.record(record))
            found.insert(record);
    return found;
}

QHash<qint64, RecordState> Files::recordsAt(const QVector<qint64> &keys)
{
    const bool somethingWaits = outbox.isAboutRecords();
    const UserId me = somethingWaits ? myId() : UserId();
    QHash<qint64, RecordState> states;
    for (const qint64 key : keys) {
        auto state = cache.recordAt(key);
        if (state && somethingWaits)
            state = overlay(state->record, state, outbox.pendingOf(state->record), me);
        if (state)
            states.insert(key, *std::move(state));
    }
    return states;
}

QVector<RecordState> Files::recordsNaming(const RecordRef &record)
{
    const QVector<PendingCommand> pending = outbox.pendingOfRecords();
    QHash<RecordRef, RecordState> states;
    const QVector<RecordState> confirmed = cache.recordsNaming(record);
    for (const RecordState &state : confirmed)
        states.insert(state.record, state);
    const RecordOverlay waiting(pending, myId());
    for (const RecordRef &changed : waiting.records())
        if (const auto shown = waiting.shown(changed, cache.record(changed)))
            states.insert(changed, *shown);
    QVector<RecordState> naming;
    for (const RecordState &state : std::as_const(states))
        if (namedBy(state).contains(record) && !state.fields[fields::deleted].toBool())
            naming.append(state);
    std::sort(naming.begin(), naming.end(), [](const RecordState &a, const RecordState &b) {
        return a.createdAt != b.createdAt ? a.createdAt > b.createdAt : a.record.id > b.record.id;
    });
    return naming;
}

Ledger Files::ledger()
{
    Ledger ledger = cache.ledger();
    ledger.waiting = outbox.waitingCount();
    ledger.refused = outbox.refusedCount();
    return ledger;
}

} // namespace frontdesk::store
