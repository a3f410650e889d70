// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Outbox.h"

#include <QtCore/QJsonDocument>

namespace frontdesk::store {

namespace {

void createTables(Database &database)
{
    database.execute(QStringLiteral("CREATE TABLE commands(position INTEGER PRIMARY KEY AUTOINCREMENT,"
                                    " id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, name TEXT NOT NULL,"
                                    " fields TEXT NOT NULL, state TEXT NOT NULL, refusal_code TEXT NOT NULL DEFAULT '',"
                                    " refusal_message TEXT NOT NULL DEFAULT '')"));
    database.execute(
        QStringLiteral("CREATE TABLE drafts(conversation TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID"));
}

void createSettled(Database &database)
{
    // Commands of the last 30 days that the server has acknowledged: it may be restored from an older copy
    database.execute(QStringLiteral("CREATE TABLE settled(id TEXT PRIMARY KEY, at INTEGER NOT NULL, name TEXT NOT NULL,"
                                    " fields TEXT NOT NULL, settled_at INTEGER NOT NULL) WITHOUT ROWID"));
    database.execute(QStringLiteral("CREATE INDEX settled_by_time ON settled(settled_at)"));
}

constexpr Migration migrations[] = {
    {1, createTables},
    {2, createSettled},
};

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

std::optional<CommandBody> bodyFrom(const QString &name, const QString &fields)
{
    return commandFromJson(name, QJsonDocument::fromJson(fields.toUtf8()).object());
}

std::optional<PendingCommand> pendingFrom(const Row &row)
{
    const auto body = bodyFrom(row.text(2), row.text(3));
    if (!body)
        return {};
    PendingCommand pending;
    pending.command = {CommandId(row.text(0)), row.number(1), *body};
    pending.state = stateFrom(row.text(4));
    pending.refusal = {row.text(5), row.text(6)};
    return pending;
}

} // namespace

std::span<const Migration> outboxMigrations()
{
    return migrations;
}

Outbox::Outbox(std::unique_ptr<Database> database)
    : m_database(std::move(database))
    , m_enqueue(*m_database, QStringLiteral("INSERT INTO commands(id, at, name, fields, state) VALUES(?, ?, ?, ?, ?)"
                                            " ON CONFLICT(id) DO NOTHING"))
    , m_setState(*m_database,
                 QStringLiteral("UPDATE commands SET state=?, refusal_code=?, refusal_message=? WHERE id=?"))
    , m_requeue(*m_database, QStringLiteral("UPDATE commands SET state=? WHERE state=?"))
    , m_remove(*m_database, QStringLiteral("DELETE FROM commands WHERE id=?"))
    , m_pending(*m_database, QStringLiteral("SELECT id, at, name, fields, state, refusal_code, refusal_message"
                                            " FROM commands ORDER BY position"))
    , m_body(*m_database, QStringLiteral("SELECT name, fields FROM commands WHERE id=?"))
    , m_saveDraft(*m_database, QStringLiteral("INSERT OR REPLACE INTO drafts(conversation, text) VALUES(?, ?)"))
    , m_dropDraft(*m_database, QStringLiteral("DELETE FROM drafts WHERE conversation=?"))
    , m_draft(*m_database, QStringLiteral("SELECT text FROM drafts WHERE conversation=?"))
    , m_drafts(*m_database, QStringLiteral("SELECT conversation, text FROM drafts"))
    , m_settle(*m_database, QStringLiteral("INSERT OR REPLACE INTO settled(id, at, name, fields, settled_at)"
                                           " SELECT id, at, name, fields, ? FROM commands"
                                           " WHERE id=? AND name IN ('message:send', 'conversation:create')"))
    // Ids of version 7 are in the order of their times
    , m_settled(*m_database, QStringLiteral("SELECT id, at, name, fields FROM settled ORDER BY id"))
    , m_lose(*m_database, QStringLiteral("INSERT INTO commands(id, at, name, fields, state, refusal_code,"
                                         " refusal_message) SELECT id, at, name, fields,"
                                         " CASE name WHEN 'message:send' THEN ? ELSE ? END, ?, ? FROM settled"
                                         " WHERE id=? ON CONFLICT(id) DO NOTHING"))
    , m_unsettle(*m_database, QStringLiteral("DELETE FROM settled WHERE id=?"))
    , m_forget(*m_database, QStringLiteral("DELETE FROM settled WHERE settled_at<?"))
{
}

void Outbox::enqueue(const Command &command)
{
    const QString fields = QString::fromUtf8(QJsonDocument(toJson(command.body)).toJson(QJsonDocument::Compact));
    Transaction transaction(*m_database, Transaction::Writing);
    m_enqueue.run(command.id, command.at, nameOf(command.body), fields, nameOf(Delivery::Queued));
    if (const auto *send = std::get_if<SendMessage>(&command.body))
        m_dropDraft.run(send->conversation);
    transaction.commit();
}

void Outbox::setState(const CommandId &id, Delivery state, const Error &refusal)
{
    m_setState.run(nameOf(state), refusal.code, refusal.message, id);
}

void Outbox::setQueued(const QVector<CommandId> &ids)
{
    Transaction transaction(*m_database, Transaction::Writing);
    for (const CommandId &id : ids)
        setState(id, Delivery::Queued);
    transaction.commit();
}

void Outbox::requeueSending()
{
    m_requeue.run(nameOf(Delivery::Queued), nameOf(Delivery::Sending));
}

void Outbox::remove(const CommandId &id)
{
    m_remove.run(id);
}

void Outbox::settle(const CommandId &id, qint64 now)
{
    Transaction transaction(*m_database, Transaction::Writing);
    m_settle.run(now, id);
    m_remove.run(id);
    m_forget.run(now - memory);
    transaction.commit();
}

QVector<Command> Outbox::settled()
{
    QVector<Command> commands;
    m_settled.each([&](const Row &row) {
        if (const auto body = bodyFrom(row.text(2), row.text(3)))
            commands.append({CommandId(row.text(0)), row.number(1), *body});
    });
    return commands;
}

void Outbox::lose(const QVector<CommandId> &ids, const Error &reason)
{
    Transaction transaction(*m_database, Transaction::Writing);
    for (const CommandId &id : ids) {
        m_lose.run(nameOf(Delivery::Refused), nameOf(Delivery::Queued), reason.code, reason.message, id);
        m_unsettle.run(id);
    }
    transaction.commit();
}

void Outbox::saveDraft(const ConversationId &conversation, const QString &text)
{
    if (text.isEmpty())
        m_dropDraft.run(conversation);
    else
        m_saveDraft.run(conversation, text);
}

QVector<PendingCommand> Outbox::pending()
{
    QVector<PendingCommand> commands;
    m_pending.each([&](const Row &row) {
        if (const auto command = pendingFrom(row))
            commands.append(*command);
    });
    return commands;
}

QVector<CommandBody> Outbox::bodiesOf(const QVector<CommandId> &ids)
{
    QVector<CommandBody> bodies;
    for (const CommandId &id : ids) {
        m_body.each(
            [&](const Row &row) {
                if (const auto body = bodyFrom(row.text(0), row.text(1)))
                    bodies.append(*body);
            },
            id);
    }
    return bodies;
}

int Outbox::unreadable()
{
    int count = 0;
    m_pending.each([&](const Row &row) { count += pendingFrom(row) ? 0 : 1; });
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
