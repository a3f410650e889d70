// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Outbox.h"

#include "store/JsonText.h"

namespace frontdesk::store {

namespace {

// The server remembers an id for 30 days from its acceptance; a day less, so that what it has forgotten is not taken
// for lost.
constexpr qint64 memory = qint64(29) * 24 * 60 * 60 * 1000; // milliseconds

Delivery stateFrom(const QString &name)
{
    for (const Delivery state : {Delivery::Sending, Delivery::Refused})
        if (name == nameOf(state))
            return state;
    return Delivery::Queued;
}

/// A row of id, at, name, fields. Nothing: not a command of this version.
std::optional<Command> commandFrom(const Row &row)
{
    const auto body = commandFromJson(row.text(2), jsonObject(row.text(3)));
    return body ? std::optional(Command{CommandId(row.text(0)), row.number(1), *body}) : std::nullopt;
}

/// As above with state, refusal_code, refusal_message.
PendingCommand pendingFrom(const Row &row, Command command)
{
    return {.command = std::move(command), .state = stateFrom(row.text(4)), .refusal = {row.text(5), row.text(6)}};
}

std::optional<PendingCommand> readPending(const Row &row)
{
    auto command = commandFrom(row);
    return command ? std::optional(pendingFrom(row, std::move(*command))) : std::nullopt;
}

} // namespace

Outbox::Outbox(std::unique_ptr<Database> database)
    : m_database(std::move(database))
    , m_enqueue(*m_database, QStringLiteral("INSERT INTO commands(id, at, name, fields, state, refusal_code,"
                                            " refusal_message) VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO NOTHING"))
    , m_makeAgain(*m_database, QStringLiteral("INSERT INTO commands(position, id, at, name, fields, state,"
                                              " refusal_code, refusal_message)"
                                              " VALUES((SELECT min(0, coalesce(min(position), 0)) - 1 FROM commands),"
                                              " ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO NOTHING"))
    , m_replace(*m_database, QStringLiteral("UPDATE commands SET id=?, at=?, name=?, fields=?, state=?,"
                                            " refusal_code='', refusal_message='' WHERE id=? AND state<>?"))
    , m_rewrite(*m_database, QStringLiteral("UPDATE commands SET fields=? WHERE id=?"))
    , m_setState(*m_database,
                 QStringLiteral("UPDATE commands SET state=?, refusal_code=?, refusal_message=? WHERE id=?"))
    , m_requeue(*m_database, QStringLiteral("UPDATE commands SET state=? WHERE state=?"))
    , m_remove(*m_database, QStringLiteral("DELETE FROM commands WHERE id=?"))
    , m_pending(*m_database, QStringLiteral("SELECT id, at, name, fields, state, refusal_code, refusal_message"
                                            " FROM commands ORDER BY position"))
    , m_refused(*m_database, QStringLiteral("SELECT id, at, name, fields, state, refusal_code, refusal_message"
                                            " FROM commands WHERE state='%1' ORDER BY position")
                                 .arg(nameOf(Delivery::Refused)))
    , m_countWaiting(
          *m_database,
          QStringLiteral("SELECT count(*) FROM commands WHERE state<>'%1' AND name NOT IN ('%2', '%3')")
              .arg(nameOf(Delivery::Refused), nameOf(CommandBody(MoveRead())), nameOf(CommandBody(SetOwnValue()))))
    , m_countRefused(*m_database,
                     QStringLiteral("SELECT count(*) FROM commands WHERE state='%1'").arg(nameOf(Delivery::Refused)))
    , m_one(*m_database, QStringLiteral("SELECT id, at, name, fields, state, refusal_code, refusal_message"
                                        " FROM commands WHERE id=?"))
    , m_ofRecord(*m_database, QStringLiteral("SELECT id, at, name, fields, state, refusal_code, refusal_message"
                                             " FROM commands WHERE %1 AND %2=? ORDER BY position")
                                  .arg(outboxSql::isAboutRecord, outboxSql::recordOfCommand))
    , m_ofRecords(*m_database, QStringLiteral("SELECT id, at, name, fields, state, refusal_code, refusal_message"
                                              " FROM commands WHERE %1 ORDER BY position")
                                   .arg(outboxSql::isAboutRecord))
    , m_anyOfRecord(*m_database,
                    QStringLiteral("SELECT 1 FROM commands WHERE %1 LIMIT 1").arg(outboxSql::isAboutRecord))
    , m_saveDraft(*m_database, QStringLiteral("INSERT OR REPLACE INTO drafts(conversation, text) VALUES(?, ?)"))
    , m_dropDraft(*m_database, QStringLiteral("DELETE FROM drafts WHERE conversation=?"))
    , m_draft(*m_database, QStringLiteral("SELECT text FROM drafts WHERE conversation=?"))
    , m_drafts(*m_database, QStringLiteral("SELECT conversation, text FROM drafts"))
    , m_profileChanges(*m_database, QStringLiteral("SELECT id, fields FROM commands WHERE name='profile:update'"))
    , m_adoptProfileChange(*m_database, QStringLiteral("UPDATE commands SET name='record:change', fields=? WHERE id=?"))
    , m_settle(*m_database, QStringLiteral("INSERT OR REPLACE INTO settled(id, at, name, fields, settled_at)"
                                           " SELECT id, at, name, fields, ? FROM commands WHERE id=? AND name IN"
                                           " ('message:send', 'message:edit', 'conversation:create', 'record:create',"
                                           " 'record:change')"))
    // Ids of version 7 are in the order of their times; but a message that was replaced is younger than an edit of it
    , m_settled(*m_database,
                QStringLiteral("SELECT id, at, name, fields FROM settled ORDER BY name='message:edit', id"))
    , m_settledChanges(*m_database, QStringLiteral("SELECT id, at, name, fields FROM settled"
                                                   " WHERE %1 AND %2=? ORDER BY id")
                                        .arg(outboxSql::isAboutRecord, outboxSql::recordOfCommand))
    , m_settledCreations(*m_database, QStringLiteral("SELECT id, at, name, fields FROM settled"
                                                     " WHERE name='conversation:create' ORDER BY id"))
    , m_oneSettled(*m_database, QStringLiteral("SELECT id, at, name, fields FROM settled WHERE id=?"))
    , m_unsettle(*m_database, QStringLiteral("DELETE FROM settled WHERE id=?"))
    , m_forget(*m_database, QStringLiteral("DELETE FROM settled WHERE settled_at<?"))
    , m_saveDraftFiles(*m_database,
                       QStringLiteral("INSERT OR REPLACE INTO draft_files(conversation, files) VALUES(?, ?)"))
    , m_dropDraftFiles(*m_database, QStringLiteral("DELETE FROM draft_files WHERE conversation=?"))
    , m_draftFiles(*m_database, QStringLiteral("SELECT files FROM draft_files WHERE conversation=?"))
    , m_allDraftFiles(*m_database, QStringLiteral("SELECT files FROM draft_files"))
    , m_naming(*m_database, QStringLiteral("SELECT id, at, name, fields FROM commands WHERE fields LIKE '%\"hash\"%'"))
    , m_saveBegun(*m_database,
                  QStringLiteral("INSERT OR REPLACE INTO begun_records(about, kind, fields) VALUES(?, ?, ?)"))
    , m_dropBegun(*m_database, QStringLiteral("DELETE FROM begun_records WHERE about=? AND kind=?"))
    , m_begun(*m_database, QStringLiteral("SELECT fields FROM begun_records WHERE about=? AND kind=?"))
{
}

void Outbox::enqueue(const Command &command)
{
    if (const auto *own = std::get_if<SetOwnValue>(&command.body))
        removeWaiting(*own);
    m_enqueue.run(command.id, command.at, nameOf(command.body), jsonText(toJson(command.body)),
                  nameOf(Delivery::Queued), QString(), QString());
    if (const auto *send = std::get_if<SendMessage>(&command.body))
        dropDraft(*send);
}

/// The draft gives way to the message that was made of it.
void Outbox::dropDraft(const SendMessage &send)
{
    m_dropDraft.run(send.conversation);
    m_dropDraftFiles.run(send.conversation);
}

void Outbox::removeWaiting(const SetOwnValue &own)
{
    const QVector<PendingCommand> all = pending();
    for (const PendingCommand &command : all)
        if (const auto *other = std::get_if<SetOwnValue>(&command.command.body);
            other && other->key == own.key && command.state != Delivery::Sending)
            m_remove.run(command.command.id);
}

bool Outbox::replace(const CommandId &old, const Command &command, QVector<Command> &rebuilt)
{
    Transaction transaction(*m_database, Transaction::Writing);
    const bool replaced = m_replace.run(command.id, command.at, nameOf(command.body), jsonText(toJson(command.body)),
                                        nameOf(Delivery::Queued), old, nameOf(Delivery::Sending)) > 0;
    const QVector<PendingCommand> all = replaced ? pending() : QVector<PendingCommand>();
    for (const PendingCommand &other : all) {
        const Command now{other.command.id, other.command.at, withOtherId(other.command.body, old, command.id)};
        if (now == other.command)
            continue;
        rewrite(now);
        rebuilt.append(now);
    }
    transaction.commit();
    return replaced;
}

void Outbox::rewrite(const Command &command)
{
    m_rewrite.run(jsonText(toJson(command.body)), command.id);
}

void Outbox::setState(const CommandId &id, Delivery state, const Error &refusal)
{
    m_setState.run(nameOf(state), refusal.code, refusal.message, id);
}

void Outbox::setStates(const QVector<CommandId> &ids, Delivery state)
{
    Transaction transaction(*m_database, Transaction::Writing);
    for (const CommandId &id : ids)
        setState(id, state);
    transaction.commit();
}

void Outbox::requeueSending()
{
    m_requeue.run(nameOf(Delivery::Queued), nameOf(Delivery::Sending));
}

void Outbox::remove(const CommandId &id)
{
    Transaction transaction(*m_database, Transaction::Writing);
    const std::optional<PendingCommand> removed = pending(id);
    const auto *create = removed ? std::get_if<CreateRecord>(&removed->command.body) : nullptr;
    const QVector<PendingCommand> all = create ? pendingOf(create->record) : pending();
    m_remove.run(id);
    for (const PendingCommand &command : all)
        if (create || parentOf(command.command.body) == id)
            m_remove.run(command.command.id);
    transaction.commit();
}

void Outbox::settle(const QVector<CommandId> &ids, qint64 now)
{
    Transaction transaction(*m_database, Transaction::Writing);
    for (const CommandId &id : ids) {
        m_settle.run(now, id);
        m_remove.run(id);
    }
    m_forget.run(now - memory);
    transaction.commit();
}

QVector<Command> Outbox::settled()
{
    QVector<Command> commands;
    m_settled.each([&](const Row &row) {
        if (const auto command = commandFrom(row))
            commands.append(*command);
    });
    return commands;
}

QVector<CommandId> Outbox::settledChanges(const RecordRef &record)
{
    QVector<CommandId> ids;
    const auto take = [&](const Row &row) {
        const auto command = commandFrom(row);
        if (command && setsFieldsOf(command->body, record))
            ids.append(command->id);
    };
    if (record.kind == RecordKind::Conversation)
        m_settledCreations.each(take);
    m_settledChanges.each(take, record.text());
    return ids;
}

QVector<Command> Outbox::lose(const QVector<CommandId> &ids, const Error &reason)
{
    QVector<Command> waiting;
    Transaction transaction(*m_database, Transaction::Writing);
    for (const CommandId &id : ids) {
        if (const auto command = m_oneSettled.first(commandFrom, id).value_or(std::nullopt)) {
            if (takeBack(*command, reason) == Delivery::Queued)
                waiting.append(*command);
        } else if (auto left = pending(id)) {
            auto *change = std::get_if<ChangeRecord>(&left->command.body);
            if (!change || left->state == Delivery::Refused)
                continue;
            change->basis.version = 1; // versions of that journal say nothing about this one
            const QVector<CommandId> own = settledChanges(change->record);
            for (const CommandId &earlier : own)
                if (!change->basis.after.contains(earlier))
                    change->basis.after.append(earlier);
            rewrite(left->command);
            waiting.append(left->command);
        }
    }
    transaction.commit();
    return waiting;
}

/// Returns what it is again.
Delivery Outbox::takeBack(const Command &command, const Error &reason)
{
    const CommandId parent = parentOf(command.body);
    const bool waits = isCreation(command.body) || m_one.exists(parent);
    const Delivery state = waits ? Delivery::Queued : Delivery::Refused;
    // What builds on a creation waits already, and comes after it.
    Statement &insert = isCreation(command.body) ? m_makeAgain : m_enqueue;
    insert.run(command.id, command.at, nameOf(command.body), jsonText(toJson(command.body)), nameOf(state),
               waits ? QString() : reason.code, waits ? QString() : reason.message);
    m_unsettle.run(command.id);
    return state;
}

void Outbox::adoptProfileChanges(const UserId &me)
{
    QVector<std::pair<CommandId, CommandBody>> adopted;
    m_profileChanges.each([&](const Row &row) {
        const QJsonObject set{{fields::displayName, jsonObject(row.text(1))[fields::displayName]}};
        adopted.append(
            {CommandId(row.text(0)),
             ChangeRecord{.record = recordOf(me), .basis = {}, .set = set, .was = {}, .lists = {}, .resolves = {}}});
    });
    for (const auto &[id, body] : std::as_const(adopted))
        m_adoptProfileChange.run(jsonText(toJson(body)), id);
}

void Outbox::saveDraft(const ConversationId &conversation, const QString &text)
{
    if (text.isEmpty())
        m_dropDraft.run(conversation);
    else
        m_saveDraft.run(conversation, text);
}

void Outbox::saveDraftFiles(const ConversationId &conversation, const QVector<FileRef> &files)
{
    if (files.isEmpty())
        m_dropDraftFiles.run(conversation);
    else
        m_saveDraftFiles.run(conversation, filesText(files));
}

void Outbox::saveBegun(const RecordRef &about, RecordKind kind, const QJsonObject &fields)
{
    if (fields.isEmpty())
        m_dropBegun.run(about.text(), nameOf(kind));
    else
        m_saveBegun.run(about.text(), nameOf(kind), jsonText(fields));
}

void Outbox::dropBegun(const BegunKey &begun)
{
    m_dropBegun.run(begun.about, nameOf(begun.kind));
}

QJsonObject Outbox::begun(const RecordRef &about, RecordKind kind)
{
    return m_begun.first([](const Row &row) { return jsonObject(row.text(0)); }, about.text(), nameOf(kind))
        .value_or(QJsonObject());
}

QVector<FileRef> Outbox::draftFiles(const ConversationId &conversation)
{
    return m_draftFiles.first([](const Row &row) { return filesFrom(row.text(0)); }, conversation)
        .value_or(QVector<FileRef>());
}

QSet<QString> Outbox::neededFiles()
{
    QSet<QString> hashes;
    const auto need = [&](const QVector<FileRef> &files) {
        for (const FileRef &file : files)
            hashes.insert(file.hash);
    };
    m_naming.each([&](const Row &row) {
        if (const auto command = commandFrom(row))
            need(filesOf(command->body));
    });
    m_allDraftFiles.each([&](const Row &row) { need(filesFrom(row.text(0))); });
    return hashes;
}

QVector<PendingCommand> Outbox::pending()
{
    return readAll(m_pending);
}

/// Thousands may wait, in an import or after a day without a connection, and all are read whenever one of them changes:
/// what is still as it was is not parsed again.
QVector<PendingCommand> Outbox::readAll(Statement &statement)
{
    const QHash<QString, Understood> before = std::exchange(m_understood, {});
    QVector<PendingCommand> commands;
    statement.each([&](const Row &row) {
        const QString id = row.text(0);
        const QString fields = row.text(3);
        const auto known = before.constFind(id);
        std::optional<Command> command;
        if (known != before.cend() && known->fields == fields)
            command = known->command;
        else
            command = commandFrom(row);
        if (!command)
            return;
        m_understood.insert(id, {fields, *command});
        commands.append(pendingFrom(row, std::move(*command)));
    });
    return commands;
}

QVector<PendingCommand> Outbox::refused()
{
    QVector<PendingCommand> commands;
    m_refused.each([&](const Row &row) {
        if (const auto command = readPending(row))
            commands.append(*command);
    });
    return commands;
}

QVector<PendingCommand> Outbox::pendingOf(const RecordRef &record)
{
    QVector<PendingCommand> commands;
    m_ofRecord.each(
        [&](const Row &row) {
            if (const auto command = readPending(row))
                commands.append(*command);
        },
        record.text());
    return commands;
}

QVector<PendingCommand> Outbox::pendingOfRecords()
{
    return readAll(m_ofRecords);
}

int Outbox::waitingCount()
{
    return int(m_countWaiting.number());
}

int Outbox::refusedCount()
{
    return int(m_countRefused.number());
}

std::optional<PendingCommand> Outbox::pending(const CommandId &id)
{
    return m_one.first(readPending, id).value_or(std::nullopt);
}

QVector<Command> Outbox::commandsOf(const QVector<CommandId> &ids)
{
    QVector<Command> commands;
    for (const CommandId &id : ids)
        if (const auto found = pending(id))
            commands.append(found->command);
    return commands;
}

int Outbox::unreadable()
{
    int count = 0;
    m_pending.each([&](const Row &row) { count += readPending(row) ? 0 : 1; });
    return count;
}

QString Outbox::draft(const ConversationId &conversation)
{
    return m_draft.first([](const Row &row) { return row.text(0); }, conversation).value_or(QString());
}

QHash<ConversationId, QString> Outbox::drafts()
{
    QHash<ConversationId, QString> drafts;
    m_drafts.each([&](const Row &row) { drafts.insert(ConversationId(row.text(0)), row.text(1)); });
    return drafts;
}

} // namespace frontdesk::store
