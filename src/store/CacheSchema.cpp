// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CacheSchema.h"

#include "store/CacheTables.h"

namespace frontdesk::store {

namespace {

/// The tables that a snapshot replaces; %1 is the prefix of the set.
const QStringList snapshotTables{
    QStringLiteral("CREATE TABLE %1streams(stream TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID"),
    // seq: of the row that said it last, so that a row that comes late does not undo a newer one
    QStringLiteral("CREATE TABLE %1users(id TEXT PRIMARY KEY, name TEXT NOT NULL, display_name TEXT NOT NULL,"
                   " role TEXT NOT NULL, seq INTEGER NOT NULL) WITHOUT ROWID"),
    // number: of its newest message; entered_seq, title_seq: as above
    QStringLiteral("CREATE TABLE %1conversations(id TEXT PRIMARY KEY, kind TEXT NOT NULL, title TEXT NOT NULL,"
                   " created_by TEXT NOT NULL, created_at INTEGER NOT NULL, version INTEGER NOT NULL,"
                   " number INTEGER NOT NULL, entered_seq INTEGER NOT NULL, title_seq INTEGER NOT NULL) WITHOUT ROWID"),
    // is_member 0: removed; the row stays to hold seq. place: within the row that added them
    QStringLiteral("CREATE TABLE %1members(conversation TEXT NOT NULL, user TEXT NOT NULL, is_member INTEGER NOT NULL,"
                   " seq INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY(conversation, user)) WITHOUT ROWID"),
    QStringLiteral("CREATE TABLE %1reads(conversation TEXT NOT NULL, user TEXT NOT NULL, number INTEGER NOT NULL,"
                   " PRIMARY KEY(conversation, user)) WITHOUT ROWID"),
    QStringLiteral("CREATE TABLE %1messages(key INTEGER PRIMARY KEY, conversation TEXT NOT NULL,"
                   " number INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, author TEXT NOT NULL, text TEXT NOT NULL,"
                   " at INTEGER NOT NULL, seq INTEGER NOT NULL, UNIQUE(conversation, number))"),
    QStringLiteral(
        "CREATE TABLE %1activities(id TEXT PRIMARY KEY, actor TEXT NOT NULL, verb TEXT NOT NULL,"
        " object_type TEXT NOT NULL, object_id TEXT NOT NULL, object_name TEXT NOT NULL, target_type TEXT NOT NULL,"
        " target_id TEXT NOT NULL, target_name TEXT NOT NULL, published INTEGER NOT NULL, total_items INTEGER NOT NULL,"
        " stream TEXT NOT NULL, seq INTEGER NOT NULL) WITHOUT ROWID"),
};

const QStringList otherTables{
    QStringLiteral("CREATE TABLE meta(key TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID"),
    QStringLiteral("CREATE TABLE holes(stream TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,"
                   " PRIMARY KEY(stream, first)) WITHOUT ROWID"),
    // Conversations this user is not in: when they left, and how far rows of it came although nobody had entered
    QStringLiteral("CREATE TABLE outside(conversation TEXT PRIMARY KEY, left_seq INTEGER NOT NULL DEFAULT 0,"
                   " n INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID"),
    QStringLiteral("CREATE TABLE unknown_rows(seq INTEGER PRIMARY KEY, stream TEXT NOT NULL, n INTEGER NOT NULL,"
                   " mark TEXT NOT NULL, at INTEGER NOT NULL, actor TEXT NOT NULL, event TEXT NOT NULL,"
                   " payload TEXT NOT NULL)"),
    QStringLiteral("CREATE TABLE progress(user TEXT PRIMARY KEY, last_seen INTEGER NOT NULL DEFAULT 0,"
                   " delivered INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID"),
    QStringLiteral("CREATE INDEX messages_by_author ON messages(author, seq)"),
    QStringLiteral("CREATE INDEX activities_by_seq ON activities(seq)"),
};

void createTables(Database &database)
{
    for (const QString &sql : snapshotTables) {
        database.execute(sql.arg(tables::live));
        database.execute(sql.arg(tables::snapshot));
    }
    for (const QString &sql : otherTables)
        database.execute(sql);
}

void createSearchIndex(Database &database)
{
    // Only which messages have a word: texts stay in messages, and the words are made of them again where one is
    // removed.
    database.execute(QStringLiteral("CREATE VIRTUAL TABLE search_index USING fts5(tokens, content='', tokenize='ascii',"
                                    " detail=none, columnsize=0)"));
    // seq: the document's number in the index; message: key in messages
    database.execute(
        QStringLiteral("CREATE TABLE search_documents(seq INTEGER PRIMARY KEY, message INTEGER NOT NULL)"));
    // Keys of messages, both included, that are not in the index yet
    database.execute(QStringLiteral("CREATE TABLE search_waiting(first INTEGER PRIMARY KEY, last INTEGER NOT NULL)"));
}

/// What records, edits and own values need, in both sets; %1 is the prefix.
const QStringList recordSteps{
    // version: of the profile; …_seq: as seq, of one field. An empty role: of this person only changes are known yet
    QStringLiteral("ALTER TABLE %1users ADD COLUMN about TEXT NOT NULL DEFAULT ''"),
    QStringLiteral("ALTER TABLE %1users ADD COLUMN version INTEGER NOT NULL DEFAULT 1"),
    QStringLiteral("ALTER TABLE %1users ADD COLUMN display_name_seq INTEGER NOT NULL DEFAULT 0"),
    QStringLiteral("ALTER TABLE %1users ADD COLUMN about_seq INTEGER NOT NULL DEFAULT 0"),
    QStringLiteral("UPDATE %1users SET display_name_seq=seq, about_seq=seq"),
    // is_set 0: taken away; the row stays to hold seq
    QStringLiteral("CREATE TABLE %1labels(conversation TEXT NOT NULL, label TEXT NOT NULL, is_set INTEGER NOT NULL,"
                   " seq INTEGER NOT NULL, PRIMARY KEY(conversation, label)) WITHOUT ROWID"),
    // edit_seq: of the row that changed the text last; 0: none has
    QStringLiteral("ALTER TABLE %1messages ADD COLUMN edited_at INTEGER NOT NULL DEFAULT 0"),
    QStringLiteral("ALTER TABLE %1messages ADD COLUMN edit_seq INTEGER NOT NULL DEFAULT 0"),
    // Edits of messages that are not in the cache: a message that comes late, from a hole, comes with its first text
    QStringLiteral("CREATE TABLE %1early_edits(message TEXT PRIMARY KEY, conversation TEXT NOT NULL,"
                   " text TEXT NOT NULL, at INTEGER NOT NULL, seq INTEGER NOT NULL) WITHOUT ROWID"),
    // conflict: as JSON; empty: closed, and the row stays so that its opening does not open it again
    QStringLiteral("CREATE TABLE %1conflicts(id TEXT NOT NULL, field TEXT NOT NULL, record TEXT NOT NULL,"
                   " conflict TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY(id, field)) WITHOUT ROWID"),
    // value: JSON; the row of one that is null stays to hold seq
    QStringLiteral("CREATE TABLE %1own_values(key TEXT PRIMARY KEY, value TEXT NOT NULL, seq INTEGER NOT NULL)"
                   " WITHOUT ROWID"),
};

void addRecords(Database &database)
{
    for (const QString &sql : recordSteps) {
        database.execute(sql.arg(tables::live));
        database.execute(sql.arg(tables::snapshot));
    }
    // version: that the stream's record had when the hole came; of the workspace, the own profile
    database.execute(QStringLiteral("ALTER TABLE holes ADD COLUMN version INTEGER NOT NULL DEFAULT 0"));
}

void createSearchDays(Database &database)
{
    // From which seq to which the messages of a day were (days since 1970 UTC): one written offline comes later than
    // its day, so seqs do not follow the times.
    database.execute(QStringLiteral("CREATE TABLE search_days(day INTEGER PRIMARY KEY, first INTEGER NOT NULL,"
                                    " last INTEGER NOT NULL)"));
}

/// The own messages are the only ones that are asked for by author: unread ones are counted without them, and what
/// others have of them is shown. So the messages of others, nearly all, are in no index for it.
void markOwnMessages(Database &database)
{
    for (const QLatin1String prefix : {tables::live, tables::snapshot})
        database.execute(
            QStringLiteral("ALTER TABLE %1messages ADD COLUMN is_own INTEGER NOT NULL DEFAULT 0").arg(prefix));
    database.execute(QStringLiteral("UPDATE messages SET is_own=1 WHERE author="
                                    "(SELECT json_extract(value, '$.id') FROM meta WHERE key='me')"));
    database.execute(QStringLiteral("DROP INDEX messages_by_author"));
    database.execute(
        QStringLiteral("CREATE INDEX own_messages_by_number ON messages(conversation, number) WHERE is_own=1"));
    database.execute(QStringLiteral("CREATE INDEX own_messages_by_seq ON messages(seq, conversation) WHERE is_own=1"));
}

/// What the CRM needs, in both sets; %1 is the prefix.
const QStringList crmTables{
    // kind: empty while only changes of it have come; name_sort: as domain/RecordQuery.h makes it; seen_version: none
    // of its changes up to it is missing; fields, lists: JSON; seq: of the row that made it known, or of the snapshot;
    // seqs: JSON of those rows that have said something since, so that a row that comes late does not undo a newer one
    QStringLiteral("CREATE TABLE %1records(key INTEGER PRIMARY KEY, record TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,"
                   " is_deleted INTEGER NOT NULL, name_sort TEXT NOT NULL, version INTEGER NOT NULL,"
                   " seen_version INTEGER NOT NULL, created_by TEXT NOT NULL, created_at INTEGER NOT NULL,"
                   " changed_at INTEGER NOT NULL, fields TEXT NOT NULL, lists TEXT NOT NULL, seq INTEGER NOT NULL,"
                   " seqs TEXT NOT NULL)"),
    // Which records (keys) name one in their fields
    QStringLiteral("CREATE TABLE %1record_references(named TEXT NOT NULL, key INTEGER NOT NULL,"
                   " PRIMARY KEY(named, key)) WITHOUT ROWID"),
    // Rows of the journal about a record, and in whose histories each is
    QStringLiteral("CREATE TABLE %1record_rows(seq INTEGER PRIMARY KEY, record TEXT NOT NULL, stream TEXT NOT NULL,"
                   " at INTEGER NOT NULL, actor TEXT NOT NULL, event TEXT NOT NULL, payload TEXT NOT NULL)"),
    QStringLiteral("CREATE TABLE %1record_history(record TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY(record, seq))"
                   " WITHOUT ROWID"),
};

const QStringList crmIndexes{
    // What a view begins with is read from one of them alone
    QStringLiteral("CREATE INDEX records_by_name ON records(kind, is_deleted, name_sort)"),
    QStringLiteral("CREATE INDEX records_by_time ON records(kind, is_deleted, changed_at, created_at)"),
    QStringLiteral("CREATE INDEX record_history_by_seq ON record_history(seq)"),
    // As search_index and search_waiting; a document's number is the record's key
    QStringLiteral("CREATE VIRTUAL TABLE search_records USING fts5(tokens, content='', tokenize='ascii', detail=none,"
                   " columnsize=0)"),
    QStringLiteral("CREATE TABLE search_records_waiting(first INTEGER PRIMARY KEY, last INTEGER NOT NULL)"),
    // Rows that came before this version were kept raw; what a snapshot had brought was not, so it is read anew
    QStringLiteral("DELETE FROM meta WHERE key='cursor' AND EXISTS(SELECT 1 FROM streams WHERE stream='records'"
                   " AND n>(SELECT count(*) FROM unknown_rows WHERE stream='records'))"),
};

void addCrm(Database &database)
{
    for (const QString &sql : crmTables) {
        database.execute(sql.arg(tables::live));
        database.execute(sql.arg(tables::snapshot));
    }
    for (const QString &sql : crmIndexes)
        database.execute(sql);
}

void addContactsOfConversations(Database &database)
{
    for (const QLatin1String prefix : {tables::live, tables::snapshot})
        for (const QString &sql : {
                 // contact: the id of the one that it is about, or empty; contact_seq: as title_seq
                 QStringLiteral("ALTER TABLE %1conversations ADD COLUMN contact TEXT NOT NULL DEFAULT ''"),
                 QStringLiteral("ALTER TABLE %1conversations ADD COLUMN contact_seq INTEGER NOT NULL DEFAULT 0"),
             })
            database.execute(sql.arg(prefix));
}

void addFilesOfMessages(Database &database)
{
    for (const QLatin1String prefix : {tables::live, tables::snapshot}) // JSON; empty: none
        database.execute(
            QStringLiteral("ALTER TABLE %1messages ADD COLUMN files TEXT NOT NULL DEFAULT ''").arg(prefix));
}

void addClosedConversations(Database &database)
{
    for (const QLatin1String prefix : {tables::live, tables::snapshot})
        for (const QString &sql : {
                 // closed_seq: as title_seq
                 QStringLiteral("ALTER TABLE %1conversations ADD COLUMN closed INTEGER NOT NULL DEFAULT 0"),
                 QStringLiteral("ALTER TABLE %1conversations ADD COLUMN closed_seq INTEGER NOT NULL DEFAULT 0"),
             })
            database.execute(sql.arg(prefix));
}

void addFilesAndClosedConversations(Database &database)
{
    addFilesOfMessages(database);
    addClosedConversations(database);
}

constexpr Migration migrations[] = {
    {1, createTables},
    {2, createSearchIndex},
    {3, addRecords},
    {4, createSearchDays},
    {5, markOwnMessages},
    {6, addCrm},
    {7, addContactsOfConversations},
    {8, addFilesAndClosedConversations},
};

} // namespace

std::span<const Migration> cacheMigrations()
{
    return migrations;
}

} // namespace frontdesk::store
