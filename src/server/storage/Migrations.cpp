// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/Migrations.h"

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

} // namespace

const std::array<Migration, 2> migrations{{{1, createJournalAndConversations}, {2, createRefreshTokens}}};

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
