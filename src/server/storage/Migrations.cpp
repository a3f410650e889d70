// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/Migrations.h"

#include "domain/Record.h"
#include "server/storage/JsonColumn.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QUuid>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

void createJournalAndConversations(Database &database)
{
    for (
        const QString &statement : {
            u"CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"_s,
            u"CREATE TABLE users (id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE, "
            "display_name TEXT NOT NULL, role TEXT NOT NULL, password_hash TEXT NOT NULL, created_at INTEGER NOT NULL, "
            "presence TEXT NOT NULL DEFAULT 'online', last_seen INTEGER NOT NULL DEFAULT 0, "
            "delivered INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID"_s,
            // id: SHA-256 of the session id in the token, so that a copy of the file opens no session.
            u"CREATE TABLE sessions (id BLOB PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users (id), "
            "device TEXT NOT NULL, created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL) WITHOUT ROWID"_s,

            u"CREATE TABLE streams (name TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID"_s,
            // A transaction holds the seqs above its predecessor's last one; a mark outlives the rows it was given to.
            u"CREATE TABLE transactions (last_seq INTEGER PRIMARY KEY, mark TEXT NOT NULL)"_s,
            u"CREATE TABLE journal (seq INTEGER PRIMARY KEY, stream TEXT NOT NULL, n INTEGER, latest TEXT, "
            "at INTEGER NOT NULL, actor TEXT NOT NULL, event TEXT NOT NULL, payload TEXT NOT NULL, "
            "CHECK ((n IS NULL) <> (latest IS NULL)))"_s,
            u"CREATE UNIQUE INDEX journal_stream ON journal (stream, n) WHERE n IS NOT NULL"_s,
            u"CREATE UNIQUE INDEX journal_latest ON journal (stream, latest) WHERE latest IS NOT NULL"_s,
            u"CREATE INDEX journal_activity ON journal (seq) WHERE event = 'activity:new'"_s,
            // Both ends included; to_seq is null while the membership lasts.
            u"CREATE TABLE memberships (user_id TEXT NOT NULL REFERENCES users (id), stream TEXT NOT NULL, "
            "from_seq INTEGER NOT NULL, to_seq INTEGER, PRIMARY KEY (user_id, stream, from_seq)) WITHOUT ROWID"_s,
            u"CREATE INDEX memberships_current ON memberships (stream, from_seq) WHERE to_seq IS NULL"_s,

            u"CREATE TABLE conversations (id TEXT PRIMARY KEY, kind TEXT NOT NULL, title TEXT NOT NULL, "
            "created_by TEXT NOT NULL REFERENCES users (id), created_at INTEGER NOT NULL, version INTEGER NOT NULL, "
            "number INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID"_s,
            u"CREATE TABLE messages (id TEXT PRIMARY KEY, conversation_id TEXT NOT NULL REFERENCES conversations (id), "
            "number INTEGER NOT NULL, author TEXT NOT NULL REFERENCES users (id), text TEXT NOT NULL, "
            "at INTEGER NOT NULL, seq INTEGER NOT NULL, UNIQUE (conversation_id, number))"_s,
            u"CREATE TABLE reads (conversation_id TEXT NOT NULL REFERENCES conversations (id), "
            "user_id TEXT NOT NULL REFERENCES users (id), number INTEGER NOT NULL, "
            "PRIMARY KEY (conversation_id, user_id)) WITHOUT ROWID"_s,
            u"CREATE TABLE bursts (conversation_id TEXT NOT NULL REFERENCES conversations (id), "
            "author TEXT NOT NULL REFERENCES users (id), activity_id TEXT NOT NULL, last_at INTEGER NOT NULL, "
            "items INTEGER NOT NULL, PRIMARY KEY (conversation_id, author)) WITHOUT ROWID"_s,
            u"CREATE TABLE commands (user_id TEXT NOT NULL REFERENCES users (id), id TEXT NOT NULL, hash BLOB NOT "
            u"NULL, "
            "at INTEGER NOT NULL, answer TEXT NOT NULL, PRIMARY KEY (user_id, id)) WITHOUT ROWID"_s,
            u"CREATE INDEX commands_at ON commands (at)"_s,
        })
        database.run(statement);
    database.run(u"INSERT INTO meta VALUES ('epoch', ?), ('floor', '0')"_s,
                 {QUuid::createUuid().toString(QUuid::WithoutBraces)});
}

void createRefreshTokens(Database &database)
{
    // hash: SHA-256 of the token, so that a copy of the file renews no session. used: it has been presented.
    database.run(u"CREATE TABLE refresh_tokens (hash BLOB PRIMARY KEY, "
                 "session_id BLOB NOT NULL REFERENCES sessions (id) ON DELETE CASCADE, "
                 "used INTEGER NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID"_s);
    database.run(u"CREATE INDEX refresh_tokens_session ON refresh_tokens (session_id)"_s);
}

void addFieldStates(Database &database)
{
    struct Found {
        RecordRef record;
        QString field;
        QString value;
        qint64 version;
        QString author;
        qint64 at;
    };
    QVector<Found> states;
    const auto add = [&](RecordKind kind, const QString &field, Rows rows) {
        while (rows.next())
            states.append({{kind, rows.text(0)}, field, rows.text(1), rows.integer(2), rows.text(3), rows.integer(4)});
    };
    // Who gave the present title and when is in its last row of the journal; a name is everybody's own.
    add(RecordKind::Conversation, fields::title,
        database.run(u"SELECT c.id, c.title, c.version, coalesce(j.actor, c.created_by), coalesce(j.at, c.created_at) "
                     "FROM conversations c LEFT JOIN journal j ON j.seq = (SELECT max(seq) FROM journal "
                     "WHERE stream = 'conversation:' || c.id AND event = 'conversation:changed') "
                     "WHERE c.kind = 'group'"_s));
    add(RecordKind::Person, fields::displayName,
        database.run(u"SELECT u.id, u.display_name, u.version, u.id, coalesce((SELECT max(at) FROM journal "
                     "WHERE stream = 'workspace' AND event = 'user:changed' AND actor = u.id), u.created_at) "
                     "FROM users u"_s));
    add(RecordKind::Person, fields::about, database.run(u"SELECT id, about, version, id, created_at FROM users"_s));
    for (const Found &state : std::as_const(states))
        database.run(u"INSERT INTO fields (record, field, value, version, author, at, command) "
                     "VALUES (?, ?, ?, ?, ?, ?, '')"_s,
                     {state.record.text(), state.field, jsonText(state.value), state.version, state.author, state.at});
}

void createFieldsEditsAndOwnValues(Database &database)
{
    for (const QString &statement : {
             // record: `conversation:ID`, `person:ID`. value: JSON. version: of the record when it was set.
             u"CREATE TABLE fields (record TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, "
             "version INTEGER NOT NULL, author TEXT NOT NULL REFERENCES users (id), at INTEGER NOT NULL, "
             "command TEXT NOT NULL, PRIMARY KEY (record, field)) WITHOUT ROWID"_s,
             // wanted, kept and before are JSON. Closed ones stay, so that a decision that comes late is understood.
             u"CREATE TABLE conflicts (id TEXT PRIMARY KEY, record TEXT NOT NULL, field TEXT NOT NULL, "
             "wanted TEXT NOT NULL, author TEXT NOT NULL REFERENCES users (id), at INTEGER NOT NULL, "
             "kept TEXT NOT NULL, kept_author TEXT NOT NULL REFERENCES users (id), kept_at INTEGER NOT NULL, "
             "before TEXT NOT NULL, seq INTEGER NOT NULL, closed INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID"_s,
             u"CREATE UNIQUE INDEX conflicts_open ON conflicts (record, field, author) WHERE closed = 0"_s,
             u"CREATE TABLE labels (conversation_id TEXT NOT NULL REFERENCES conversations (id), label TEXT NOT NULL, "
             "PRIMARY KEY (conversation_id, label)) WITHOUT ROWID"_s,
             u"CREATE TABLE own_values (user_id TEXT NOT NULL REFERENCES users (id), key TEXT NOT NULL, "
             "value TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (user_id, key)) WITHOUT ROWID"_s,
             u"ALTER TABLE users ADD COLUMN about TEXT NOT NULL DEFAULT ''"_s,
             u"ALTER TABLE users ADD COLUMN version INTEGER NOT NULL DEFAULT 1"_s,
             // 0: the text is the first one.
             u"ALTER TABLE messages ADD COLUMN edited_at INTEGER NOT NULL DEFAULT 0"_s,
             u"ALTER TABLE messages ADD COLUMN edit_seq INTEGER NOT NULL DEFAULT 0"_s,
         })
        database.run(statement);
    addFieldStates(database);
}

void createSearchIndex(Database &database)
{
    // The words of messages, each message under its seq; only which messages have a word, so that a text that is
    // replaced has to be known. SearchIndex fills it.
    database.run(u"CREATE VIRTUAL TABLE search_index USING fts5 (tokens, content='', tokenize='ascii', detail=none, "
                 "columnsize=0)"_s);
    // From which seq to which the messages of a day were (days since 1970 UTC): one written offline comes later than
    // its day, so seqs do not follow the times.
    database.run(
        u"CREATE TABLE search_days (day INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL)"_s);
    database.run(u"CREATE UNIQUE INDEX messages_seq ON messages (seq)"_s);
}

void addRecordRows(Database &database)
{
    QVector<std::pair<QString, qint64>> found;
    {
        Rows rows = database.run(u"SELECT payload, seq FROM journal "
                                 "WHERE event IN ('record:changed', 'conflict:opened', 'conflict:closed')"_s);
        while (rows.next()) {
            const QJsonObject payload = QJsonDocument::fromJson(rows.text(0).toUtf8()).object();
            found.append({payload["record"_L1].toString(), rows.integer(1)});
        }
    }
    for (const auto &[record, seq] : std::as_const(found))
        database.run(u"INSERT INTO record_rows (record, seq) VALUES (?, ?)"_s, {record, seq});
}

void createRecords(Database &database)
{
    for (const QString &statement : {
             // The CRM's. kind: as in `contact:ID`. fields, lists: JSON objects.
             u"CREATE TABLE records (kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, "
             "created_by TEXT NOT NULL REFERENCES users (id), created_at INTEGER NOT NULL, "
             "changed_at INTEGER NOT NULL, fields TEXT NOT NULL, lists TEXT NOT NULL, PRIMARY KEY (kind, id))"_s,
             // Which rows of the journal are about a record of any kind, or about one that names it.
             u"CREATE TABLE record_rows (record TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (record, seq)) "
             "WITHOUT ROWID"_s,
             u"CREATE TABLE record_bursts (kind TEXT NOT NULL, author TEXT NOT NULL REFERENCES users (id), "
             "activity_id TEXT NOT NULL, last_at INTEGER NOT NULL, items INTEGER NOT NULL, "
             "PRIMARY KEY (kind, author)) WITHOUT ROWID"_s,
             // Everybody is in the stream of records from its first row.
             u"INSERT INTO memberships (user_id, stream, from_seq) SELECT id, 'records', 0 FROM users"_s,
         })
        database.run(statement);
    addRecordRows(database);
}

void createFigures(Database &database)
{
    for (const QString &statement : {
             // What the figures of the dashboard are made of (figures/Entries.h). FigureTables fills them, from the
             // journal when it is begun.
             u"CREATE TABLE figure_entries (measure INTEGER NOT NULL, quarter INTEGER NOT NULL, owner TEXT NOT NULL, "
             "key TEXT NOT NULL, amount INTEGER NOT NULL, PRIMARY KEY (measure, quarter, owner, key)) WITHOUT ROWID"_s,
             u"CREATE TABLE figure_levels (measure INTEGER NOT NULL, owner TEXT NOT NULL, key TEXT NOT NULL, "
             "amount INTEGER NOT NULL, PRIMARY KEY (measure, owner, key)) WITHOUT ROWID"_s,
             // subject: a record or a conversation, as in `deal:ID`. facts: a JSON object.
             u"CREATE TABLE figure_facts (subject TEXT PRIMARY KEY, facts TEXT NOT NULL) WITHOUT ROWID"_s,
         })
        database.run(statement);
}

void addFigureDaysAndContactsOfConversations(Database &database)
{
    for (const QString &statement : {
             // The entries by day (days since 1970 UTC), so that a year is read as days.
             u"CREATE TABLE figure_days (measure INTEGER NOT NULL, day INTEGER NOT NULL, owner TEXT NOT NULL, "
             "key TEXT NOT NULL, amount INTEGER NOT NULL, PRIMARY KEY (measure, day, owner, key)) WITHOUT ROWID"_s,
             u"INSERT INTO figure_days SELECT measure, (quarter - (quarter % 96 + 96) % 96) / 96, owner, key, "
             "sum(amount) FROM figure_entries GROUP BY 1, 2, 3, 4 HAVING sum(amount) <> 0"_s,
             // The id of the contact that it is about, or empty.
             u"ALTER TABLE conversations ADD COLUMN contact TEXT NOT NULL DEFAULT ''"_s,
         })
        database.run(statement);
}

void addStreamsOfRecords(Database &database)
{
    const qint64 head = database.number(u"SELECT coalesce(max(last_seq), 0) FROM transactions"_s);
    for (const QString &statement : {
             // Where it is told: `workspace`, `records`, or `records:USER` of one that belongs to somebody.
             u"ALTER TABLE records ADD COLUMN stream TEXT NOT NULL DEFAULT 'records'"_s,
             u"CREATE INDEX records_about ON records (json_extract(fields, '$.about')) "
             "WHERE kind IN ('note', 'task')"_s,
             u"UPDATE records SET stream = 'workspace' WHERE kind IN ('pipeline', 'field', 'segment')"_s,
             u"UPDATE records SET stream = 'records:' || json_extract(fields, '$.owner') "
             "WHERE kind IN ('contact', 'company', 'deal') AND coalesce(json_extract(fields, '$.owner'), '') <> ''"_s,
             u"UPDATE records SET stream = 'records:' || json_extract(fields, '$.assignee') "
             "WHERE kind = 'task' AND coalesce(json_extract(fields, '$.assignee'), '') <> ''"_s,
             u"UPDATE records SET stream = 'records:' || created_by WHERE kind = 'note'"_s,
             // What is about another record follows it.
             u"UPDATE records AS r SET stream = l.stream FROM records AS l WHERE r.kind IN ('note', 'task') "
             "AND l.kind IN ('contact', 'company', 'deal') "
             "AND json_extract(r.fields, '$.about') = l.kind || ':' || l.id"_s,
             // Cursors below it lead nowhere.
             u"ALTER TABLE users ADD COLUMN floor INTEGER NOT NULL DEFAULT 0"_s,
             u"CREATE TABLE bursts_of_streams (kind TEXT NOT NULL, author TEXT NOT NULL REFERENCES users (id), "
             "stream TEXT NOT NULL, activity_id TEXT NOT NULL, last_at INTEGER NOT NULL, items INTEGER NOT NULL, "
             "PRIMARY KEY (kind, author, stream)) WITHOUT ROWID"_s,
             u"INSERT INTO bursts_of_streams SELECT kind, author, 'records', activity_id, last_at, items "
             "FROM record_bursts"_s,
             u"DROP TABLE record_bursts"_s,
             u"ALTER TABLE bursts_of_streams RENAME TO record_bursts"_s,
         })
        database.run(statement);
    if (head == 0)
        return;
    // Everybody sees all of them, as before, and begins anew: their streams are other ones.
    database.run(u"UPDATE memberships SET from_seq = ? WHERE stream = 'records'"_s, {head + 1});
    database.run(u"INSERT INTO streams SELECT DISTINCT stream, 0 FROM records WHERE stream GLOB 'records:*'"_s);
    database.run(u"INSERT INTO memberships (user_id, stream, from_seq) SELECT u.id, s.name, ? FROM users u, streams s "
                 "WHERE s.name GLOB 'records:*'"_s,
                 {head + 1});
    database.run(u"UPDATE meta SET value = ? WHERE key = 'floor'"_s, {QString::number(head + 1)});
}

void createAuditLog(Database &database)
{
    for (const QString &statement : {
             // seq: what the journal had reached. actor: empty for somebody at the server itself. payload: JSON.
             u"CREATE TABLE audit (id INTEGER PRIMARY KEY, seq INTEGER NOT NULL, at INTEGER NOT NULL, "
             "actor TEXT NOT NULL, event TEXT NOT NULL, payload TEXT NOT NULL)"_s,
             u"CREATE INDEX audit_refusals ON audit (json_extract(payload, '$.name')) "
             "WHERE event = 'session:refused'"_s,
         })
        database.run(statement);
}

void createFiles(Database &database)
{
    for (const QString &statement : {
             // Their bytes are in the folder `files`, under their hashes.
             u"CREATE TABLE files (hash TEXT PRIMARY KEY, size INTEGER NOT NULL) WITHOUT ROWID"_s,
             u"CREATE TABLE file_puts (hash TEXT NOT NULL, user_id TEXT NOT NULL REFERENCES users (id), "
             "at INTEGER NOT NULL, PRIMARY KEY (hash, user_id)) WITHOUT ROWID"_s,
             // kind, id: of the conversation or the record that names it.
             u"CREATE TABLE file_uses (hash TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, "
             "PRIMARY KEY (hash, kind, id)) WITHOUT ROWID"_s,
             // JSON; empty: none.
             u"ALTER TABLE messages ADD COLUMN files TEXT NOT NULL DEFAULT ''"_s,
             u"DROP INDEX records_about"_s,
             u"CREATE INDEX records_about ON records (json_extract(fields, '$.about')) "
             "WHERE kind IN ('note', 'task', 'file')"_s,
         })
        database.run(statement);
}

void addClosedConversations(Database &database)
{
    database.run(u"ALTER TABLE conversations ADD COLUMN closed INTEGER NOT NULL DEFAULT 0"_s);
}

void addAuditLogFilesAndClosedConversations(Database &database)
{
    createAuditLog(database);
    createFiles(database);
    addClosedConversations(database);
}

} // namespace

const std::array<Migration, 9> migrations{{{1, createJournalAndConversations},
                                           {2, createRefreshTokens},
                                           {3, createFieldsEditsAndOwnValues},
                                           {4, createSearchIndex},
                                           {5, createRecords},
                                           {6, createFigures},
                                           {7, addFigureDaysAndContactsOfConversations},
                                           {8, addStreamsOfRecords},
                                           {9, addAuditLogFilesAndClosedConversations}}};

int currentVersion()
{
    return migrations.back().version;
}

int versionOf(Database &database)
{
    return int(database.number(u"PRAGMA user_version"_s));
}

void migrate(Database &database)
{
    const int found = versionOf(database);
    if (found > currentVersion())
        throw StorageFailure{
            {u"server.storage"_s,
             u"The data folder was written by a newer Frontdesk (its version is %1, this program knows "
             "%2). Start the newer program, or choose another folder."_s.arg(found)
                 .arg(currentVersion())}};
    if (found == currentVersion())
        return;
    database.run(u"BEGIN IMMEDIATE"_s);
    try {
        for (const Migration &migration : migrations)
            if (migration.version > versionOf(database)) {
                migration.apply(database);
                database.run(u"PRAGMA user_version = %1"_s.arg(migration.version));
            }
        database.run(u"COMMIT"_s);
    } catch (const StorageFailure &) {
        database.rollback();
        throw;
    }
}

} // namespace frontdesk::server
