// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/OutboxRunner.h"

#include "domain/WhenDone.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace frontdesk::sync {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Sync)
};

/// Refusals that are about the moment and not about the command.
bool isPassing(const Error &error)
{
    return error.retryAfter || error.code == QLatin1String("rate.limited") ||
           error.code.startsWith(QLatin1String("server.")) || error.code.startsWith(QLatin1String("auth."));
}

/// Whether sending the same again is another command. Some refusals stick to the id: the server would give the same
/// answer for ever. And who decides a second time about a change of a record has seen what is there now.
bool needsNewId(const PendingCommand &pending)
{
    const QString &code = pending.refusal.code;
    return code == QLatin1String("command.expired") || code == QLatin1String("command.mismatch") ||
           std::holds_alternative<ChangeRecord>(pending.command.body);
}

constexpr int mostMissed = 3; // a server that loses files as fast as they come would be sent them for ever

Error underWay()
{
    return {QStringLiteral("command.underWay"), Words::tr("It is on its way to the server and cannot be called back")};
}

} // namespace

OutboxRunner::OutboxRunner(dialect::Link &link, store::Store &store, Uploads &uploads,
                           std::shared_ptr<const Clock> clock, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_store(store)
    , m_uploads(uploads)
    , m_clock(std::move(clock))
{
}

void OutboxRunner::restore()
{
    m_readAgain.reset();
    whenDone(m_store.toBeSent(), this, [this](const Result<QVector<PendingCommand>> &pending) {
        if (pending) {
            restore(pending.value());
            return;
        }
        m_readAgain = m_clock->monotonic() + m_readPause;
        m_readPause = std::min(2 * m_readPause, longestDelay);
        Q_EMIT deadlineMoved();
    });
}

void OutboxRunner::restore(const QVector<PendingCommand> &pending)
{
    for (const PendingCommand &left : pending) {
        m_read.insert(left.command.id);
        if (left.state == Delivery::Refused)
            m_queue.appendRefused(left.command);
        else if (const auto replaced = m_queue.append(left.command))
            written(m_store.remove(*replaced)); // its fate was unknown when the newer one was written
    }
    m_restored = true;
    append(std::exchange(m_early, {}));
    for (const auto &task : std::exchange(m_whenRestored, {}))
        task();
    pump();
}

void OutboxRunner::whenRestored(std::function<void()> task)
{
    if (m_restored)
        task();
    else
        m_whenRestored.append(std::move(task));
}

void OutboxRunner::add(const QVector<Command> &commands)
{
    if (!m_restored) {
        m_early += commands;
        return;
    }
    append(commands);
    pump();
}

/// What was read at the start may include what was written meanwhile, and is told of only now.
void OutboxRunner::append(const QVector<Command> &commands)
{
    for (const Command &command : commands)
        if (!m_read.remove(command.id))
            m_queue.append(command);
}

void OutboxRunner::retry(const CommandId &id, Outcome done)
{
    whenDone(m_store.toBeSent(), this, [this, id, done = std::move(done)](const Result<QVector<PendingCommand>> &all) {
        if (!all) {
            done(all.error());
            return;
        }
        for (const PendingCommand &pending : all.value())
            if (pending.command.id == id && pending.state == Delivery::Refused)
                return retryRefused(pending, done);
        done({}); // it is not refused any more
    });
}

void OutboxRunner::retryRefused(const PendingCommand &pending, const Outcome &done)
{
    Command command = pending.command;
    if (!needsNewId(pending)) {
        written(m_store.markQueued({command.id}), done);
        m_queue.retry(command);
        pump();
        return;
    }
    command.id = CommandId(createUuidV7(m_clock->utc()));
    if (auto *change = std::get_if<ChangeRecord>(&command.body)) {
        change->basis = {};
        change->was = {};
    }
    replace(pending.command.id, command, [this, done](const std::optional<Error> &problem) {
        if (problem)
            Q_EMIT failed(*problem);
        done(problem);
    });
}

void OutboxRunner::replace(const CommandId &old, const Command &command, Outcome done)
{
    whenRestored([this, old, command, done = std::move(done)] { replaceNow(old, command, done); });
}

void OutboxRunner::replaceNow(const CommandId &old, const Command &command, const Outcome &done)
{
    callOffFiles(old);
    if (!m_queue.hold(old)) {
        done(underWay());
        return;
    }
    whenDone(m_store.replace(old, command), this, [this, old, done](const Result<store::Changes> &result) {
        if (!result) {
            m_queue.release(old);
            pump();
            done(result.error());
            return;
        }
        m_queue.replace(old, result.value().queued.constFirst());
        m_pauses.remove(old);
        Q_EMIT changed(result.value());
        done({});
        pump();
    });
}

void OutboxRunner::discard(const CommandId &id, Outcome done)
{
    whenRestored([this, id, done = std::move(done)] { discardNow(id, done); });
}

void OutboxRunner::discardNow(const CommandId &id, const Outcome &done)
{
    callOffFiles(id);
    if (!m_queue.hold(id)) {
        Q_EMIT failed(underWay());
        done(underWay());
        return;
    }
    written(m_store.remove(id), [this, id, done](const std::optional<Error> &problem) {
        if (problem) {
            m_queue.release(id);
        } else {
            m_queue.discard(id);
            m_pauses.remove(id);
        }
        done(problem);
        pump();
    });
}

void OutboxRunner::online()
{
    m_online = true;
    pump();
}

void OutboxRunner::offline()
{
    m_online = false;
    m_uploads.offline();
    m_toMark.clear();
    m_pauses.clear();
    settle(); // what comes back may be an older server, which is asked for what was settled
    const QVector<CommandId> ids = m_queue.connectionLost();
    if (!ids.isEmpty())
        written(m_store.markQueued(ids));
    Q_EMIT deadlineMoved();
}

void OutboxRunner::cursorMoved(qint64 seq)
{
    m_cursor = seq;
    removeConfirmed();
}

void OutboxRunner::journalReplaced()
{
    m_cursor = 0;
}

void OutboxRunner::lost(const QVector<Command> &waiting, const QVector<Command> &gone, const Error &reason)
{
    for (const Command &command : gone) {
        m_queue.appendRefused(command);
        Q_EMIT refused(command.id, reason);
    }
    for (const Command &command : waiting)
        if (!m_queue.update(command))
            m_queue.append(command);
}

void OutboxRunner::tick()
{
    if (m_readAgain && *m_readAgain <= m_clock->monotonic())
        restore();
    pump();
}

std::optional<milliseconds> OutboxRunner::deadline() const
{
    if (!m_restored)
        return m_readAgain;
    return m_online ? m_queue.deadline() : std::nullopt;
}

void OutboxRunner::pump()
{
    if (m_online && m_restored) {
        const QVector<Command> commands = m_queue.take(m_clock->monotonic());
        QVector<Command> creations; // which an import makes by the thousand, none of them building on another
        for (const Command &command : commands) {
            if (!filesOf(command.body).isEmpty()) {
                bringFiles(command);
                continue;
            }
            if (!std::holds_alternative<CreateRecord>(command.body)) {
                send(command);
                continue;
            }
            m_toMark.append(command);
            creations.append(command);
        }
        if (!creations.isEmpty())
            m_link.sendTogether(creations, [this](const dialect::Link::CommandAnswers &answers) { answered(answers); });
        markSending();
    }
    Q_EMIT deadlineMoved();
}

void OutboxRunner::send(const Command &command)
{
    m_toMark.append(command);
    m_link.send(command,
                [this, id = command.id](const dialect::CommandAnswer &answer) { answered({std::pair(id, answer)}); });
}

/// Its lane waits meanwhile, the others do not.
void OutboxRunner::bringFiles(const Command &command)
{
    m_uploads.bring(command.id, filesOf(command.body), [this, command](const std::optional<Error> &problem) {
        if (!m_queue.isUnderWay(command.id))
            return;
        if (!problem) {
            send(command);
            markSending();
        } else if (problem->code.startsWith(QLatin1String("connection."))) {
            answered({std::pair(command.id, dialect::FateUnknown{*problem})});
        } else {
            answered({std::pair(command.id, *problem)});
        }
    });
}

/// As long as only its files are under way, nothing of it is known to the server: it waits again.
void OutboxRunner::callOffFiles(const CommandId &id)
{
    if (m_uploads.callOff(id))
        m_queue.again(id, m_clock->monotonic());
}

/// The server has lost, or cleared away, what was brought before.
bool OutboxRunner::bringsAgain(const CommandId &id, const Error &error)
{
    if (error.code != QLatin1String("file.missing") || ++m_missed[id] > mostMissed)
        return false;
    m_queue.again(id, m_clock->monotonic());
    written(m_store.markQueued({id}));
    return true;
}

/// Not one that has been answered meanwhile.
void OutboxRunner::markSending()
{
    if (m_isMarking || m_toMark.isEmpty())
        return;
    m_isMarking = true;
    whenDone(m_store.markSending(std::exchange(m_toMark, {})), this, [this](const Result<store::Changes> &result) {
        m_isMarking = false;
        if (result)
            Q_EMIT changed(result.value());
        else
            Q_EMIT failed(result.error());
        markSending();
    });
}

void OutboxRunner::answered(const dialect::Link::CommandAnswers &answers)
{
    for (const auto &[id, answer] : answers)
        if (m_queue.isUnderWay(id))
            note(id, answer);
    removeConfirmed();
    pump();
}

void OutboxRunner::note(const CommandId &id, const dialect::CommandAnswer &answer)
{
    m_toMark.removeIf([&](const Command &command) { return command.id == id; });
    if (const auto *done = std::get_if<dialect::Acknowledged>(&answer)) {
        m_missed.remove(id);
        m_pauses.remove(id);
        m_queue.acknowledged(id, done->seq);
        Q_EMIT acknowledged(id, done->seq);
    } else if (const auto *error = std::get_if<Error>(&answer)) {
        if (isPassing(*error))
            sendLater(id, *error);
        else if (!bringsAgain(id, *error))
            refuse(id, *error);
    } else {
        const Error &reason = std::get<dialect::FateUnknown>(answer).reason;
        // A link that is closing fails everything at once: nothing may be handed to it before it is online again.
        if (reason.code == QLatin1String("connection.lost"))
            offline();
        else
            sendLater(id, reason);
    }
}

void OutboxRunner::refuse(const CommandId &id, const Error &error)
{
    m_pauses.remove(id);
    const std::optional<Command> command = m_queue.refused(id);
    whenDone(m_store.refuse(id, error), this, [this, command, error](const Result<store::Changes> &result) {
        if (!result) {
            // The server says it once more.
            m_queue.retry(*command);
            Q_EMIT unusable(result.error());
            return;
        }
        Q_EMIT changed(result.value());
        Q_EMIT refused(command->id, error);
    });
}

milliseconds OutboxRunner::nextPause(const CommandId &id)
{
    milliseconds &next = m_pauses[id];
    const milliseconds pause = std::max(next, retryDelay);
    next = std::min(2 * pause, longestDelay);
    return pause;
}

void OutboxRunner::sendLater(const CommandId &id, const Error &reason)
{
    const milliseconds notBefore = m_clock->monotonic() + (reason.retryAfter ? *reason.retryAfter : nextPause(id));
    m_queue.again(id, notBefore);
    if (reason.code == QLatin1String("rate.limited"))
        m_queue.pause(notBefore);
    written(m_store.markQueued({id}));
}

void OutboxRunner::removeConfirmed()
{
    m_toSettle += m_queue.confirmedUpTo(m_cursor);
    if (!m_isSettling)
        settle();
}

void OutboxRunner::settle()
{
    if (m_toSettle.isEmpty())
        return;
    m_isSettling = true;
    const QVector<Command> commands = std::exchange(m_toSettle, {});
    const auto future = m_store.settle(commands, m_clock->utc().count());
    whenDone(future, this, [this, commands](const Result<store::Changes> &result) {
        m_isSettling = false;
        settled(commands, result);
        settle();
    });
}

void OutboxRunner::settled(const QVector<Command> &commands, const Result<store::Changes> &result)
{
    if (result) {
        for (const Command &command : commands)
            m_queue.settled(command.id);
        Q_EMIT changed(result.value());
        return;
    }
    for (const Command &command : commands)
        m_queue.notSettled(command.id);
    if (!m_online)
        offline();
    Q_EMIT unusable(result.error());
}

void OutboxRunner::written(const QFuture<Result<store::Changes>> &future, const Outcome &done)
{
    whenDone(future, this, [this, done](const Result<store::Changes> &result) {
        if (result)
            Q_EMIT changed(result.value());
        else
            Q_EMIT failed(result.error());
        if (done)
            done(result ? std::nullopt : std::optional(result.error()));
    });
}

} // namespace frontdesk::sync
