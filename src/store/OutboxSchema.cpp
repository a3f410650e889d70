// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/OutboxSchema.h"

#include "domain/Record.h"
#include "store/JsonText.h"

namespace frontdesk::store {

const QString outboxSql::recordOfCommand =
    QStringLiteral("CASE WHEN json_valid(fields) THEN json_extract(fields, '$.record') END");
const QString outboxSql::isAboutRecord = QStringLiteral("name IN ('record:create', 'record:change')");

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

/// The changes of conversations that had a command each are changes of records now, of which it is not known what their
/// authors had seen: `base` 0.
void rewriteChanges(Database &database)
{
    struct Old {
        QString id;
        QString name;
        QJsonObject fields;
    };
    QVector<Old> found;
    Statement(database, QStringLiteral("SELECT id, name, fields FROM commands"
                                       " WHERE name IN ('conversation:rename', 'conversation:members')"))
        .each([&](const Row &row) {
            found.append({row.text(0), row.text(1), jsonObject(row.text(2))});
        });
    Statement rewrite(database, QStringLiteral("UPDATE commands SET name='record:change', fields=? WHERE id=?"));
    for (const auto &[id, name, old] : std::as_const(found)) {
        QJsonObject fields{
            {QStringLiteral("record"), QLatin1String("conversation:") + old[QLatin1String("conversation")].toString()},
            {QStringLiteral("base"), 0}};
        if (name == QLatin1String("conversation:rename"))
            fields.insert(QLatin1String("set"), QJsonObject{{QStringLiteral("title"), old[QLatin1String("title")]}});
        else
            for (const QLatin1String direction : {QLatin1String("add"), QLatin1String("remove")})
                fields.insert(direction, QJsonObject{{QStringLiteral("members"), old[direction]}});
        rewrite.run(jsonText(fields), id);
    }
}

/// Thousands of records may be made and changed without a connection, and each change asks what is its record's.
void findByRecord(Database &database)
{
    for (const QLatin1String table : {QLatin1String("commands"), QLatin1String("settled")})
        database.execute(QStringLiteral("CREATE INDEX %1_by_record ON %1(%2) WHERE %3")
                             .arg(table, outboxSql::recordOfCommand, outboxSql::isAboutRecord));
}

void createDraftFiles(Database &database)
{
    // files: JSON
    database.execute(
        QStringLiteral("CREATE TABLE draft_files(conversation TEXT PRIMARY KEY, files TEXT NOT NULL) WITHOUT ROWID"));
}

/// Notes and tasks that somebody began to write about a record.
void createBegunRecords(Database &database)
{
    // fields: JSON, as they were typed
    database.execute(QStringLiteral("CREATE TABLE begun_records(about TEXT NOT NULL, kind TEXT NOT NULL,"
                                    " fields TEXT NOT NULL, PRIMARY KEY(about, kind)) WITHOUT ROWID"));
}

/// Asked for with every change, also while thousands wait.
void findRefused(Database &database)
{
    database.execute(QStringLiteral("CREATE INDEX commands_refused ON commands(position) WHERE state='refused'"));
}

void createSixth(Database &database)
{
    createBegunRecords(database);
    findRefused(database);
}

constexpr Migration migrations[] = {
    {1, createTables}, {2, createSettled},    {3, rewriteChanges},
    {4, findByRecord}, {5, createDraftFiles}, {6, createSixth},
};

} // namespace

std::span<const Migration> outboxMigrations()
{
    return migrations;
}

} // namespace frontdesk::store
