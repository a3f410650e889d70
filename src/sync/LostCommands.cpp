// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/LostCommands.h"

#include "domain/WhenDone.h"
#include "sync/LaterAgain.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTimer>

namespace frontdesk::sync {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Sync)
};

constexpr qsizetype mostAskedAtOnce = 500; // docs/protocol.md, command:known

/// Changes of records that are to be sent.
QVector<Command> waitingChanges(const QVector<PendingCommand> &pending)
{
    QVector<Command> changes;
    for (const PendingCommand &command : pending)
        if (command.state != Delivery::Refused && std::holds_alternative<ChangeRecord>(command.command.body))
            changes.append(command.command);
    return changes;
}

} // namespace

LostCommands::LostCommands(dialect::Link &link, store::Store &store, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_store(store)
{
}

void LostCommands::find()
{
    readOutbox(
        [this](const QVector<Command> &settled, const QVector<Command> &changes) { askKnown(settled + changes, 0); });
}

void LostCommands::forgetVersions()
{
    readOutbox([this](const QVector<Command> &, const QVector<Command> &changes) {
        lose(changes, [this] { Q_EMIT done(); });
    });
}

void LostCommands::stop()
{
    ++m_run;
}

/// `use` gets what was read, unless that failed or this was stopped meanwhile.
template <class Value>
void LostCommands::read(const QFuture<Result<Value>> &reading, std::function<void(const Value &)> use)
{
    whenDone(reading, this, [this, run = m_run, use = std::move(use)](const Result<Value> &result) {
        if (run != m_run)
            return;
        if (result)
            use(result.value());
        else
            Q_EMIT failed(result.error());
    });
}

void LostCommands::readOutbox(std::function<void(const QVector<Command> &, const QVector<Command> &)> use)
{
    // From here on, what the person changes has seen nothing of the new journal; what they changed before is read.
    lose({}, [this, use = std::move(use)] {
        read<QVector<Command>>(m_store.settled(), [this, use](const QVector<Command> &settled) {
            read<QVector<PendingCommand>>(m_store.toBeSent(), [settled, use](const QVector<PendingCommand> &pending) {
                use(settled, waitingChanges(pending));
            });
        });
    });
}

void LostCommands::lose(const QVector<Command> &commands, std::function<void()> then)
{
    QVector<CommandId> ids;
    for (const Command &command : commands)
        ids.append(command.id);
    const Error reason{QStringLiteral("journal.lost"),
                       Words::tr("The server had this and has lost it, as after restoring a backup. "
                                 "Send it again, or discard it.")};
    whenDone(m_store.lose(ids, reason), this,
             [this, run = m_run, commands, reason, then = std::move(then)](const Result<store::Changes> &result) {
                 const bool isStopped = run != m_run;
                 if (!result) {
                     if (!isStopped)
                         Q_EMIT failed(result.error());
                     return;
                 }
                 QVector<Command> gone = commands;
                 for (const Command &waiting : result.value().queued)
                     gone.removeIf([&](const Command &command) { return command.id == waiting.id; });
                 Q_EMIT changed(result.value());
                 Q_EMIT lost(result.value().queued, gone, reason); // it is written, whatever the connection does
                 if (!isStopped)
                     then();
             });
}

void LostCommands::askKnown(const QVector<Command> &commands, qsizetype from)
{
    if (from >= commands.size()) {
        Q_EMIT done();
        return;
    }
    QVector<CommandId> ids;
    for (const Command &command : commands.mid(from, mostAskedAtOnce))
        ids.append(command.id);
    m_link.fetchKnown(ids, [this, run = m_run, commands, from](const Result<QVector<CommandId>> &known) {
        if (run == m_run)
            takeKnown(known, commands, from);
    });
}

void LostCommands::takeKnown(const Result<QVector<CommandId>> &known, const QVector<Command> &commands, qsizetype from)
{
    if (known) {
        QVector<Command> unknown = commands.mid(from, mostAskedAtOnce);
        unknown.removeIf([&](const Command &command) { return known.value().contains(command.id); });
        lose(unknown, [this, commands, from] { askKnown(commands, from + mostAskedAtOnce); });
    } else if (known.error().code == QLatin1String("command.unknown")) {
        forgetVersions(); // a server that cannot say it: there is only the general notice
    } else if (const auto wait = waitBeforeAgain(known.error())) {
        QTimer::singleShot(*wait, this, [this, run = m_run, commands, from] {
            if (run == m_run)
                askKnown(commands, from);
        });
    } else if (!endedWithTheConnection(known.error())) {
        Q_EMIT failed(known.error());
    }
}

} // namespace frontdesk::sync
