// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/Migrations.h"

#include "figures/Entries.h"
#include "server/storage/Storage.h"
#include "store/CacheSchema.h"
#include "store/Outbox.h"
#include "unit/store/StoreFixture.h"

#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>
#include <QtSql/QSqlRecord>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;

namespace {

const ConversationId nightShift(u"01a1f849-a776-7eaf-a96b-f68817f07329"_s);

/// A database as SQLite sees it, past the program's own code.
class RawDatabase {
public:
    explicit RawDatabase(const QString &file)
        : m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s))
    {
        m_database.setDatabaseName(file);
        if (!m_database.open())
            qFatal("%s cannot be opened", qPrintable(file));
    }
    ~RawDatabase()
    {
        m_database.close();
        m_database = {};
        QSqlDatabase::removeDatabase(u"raw"_s);
    }
    RawDatabase(const RawDatabase &) = delete;
    RawDatabase &operator=(const RawDatabase &) = delete;

    void execute(const QString &sql)
    {
        QSqlQuery query(m_database);
        if (!query.exec(sql))
            qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
    }
    /// Every row as one text.
    QStringList rows(const QString &sql)
    {
        QSqlQuery query(m_database);
        if (!query.exec(sql))
            qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
        QStringList rows;
        while (query.next()) {
            QStringList values;
            for (int column = 0; column < query.record().count(); ++column)
                values.append(query.value(column).toString());
            rows.append(values.join(u'|'));
        }
        return rows;
    }
    QString value(const QString &sql) { return rows(sql).value(0); }
    QStringList schema() { return rows(u"SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"_s); }
    QStringList columns(const QString &table) { return rows(u"SELECT name FROM pragma_table_info('%1')"_s.arg(table)); }

private:
    QSqlDatabase m_database;
};

/// One of the program's databases.
struct Kind {
    QString name; ///< as its schemas are named
    QString file;
    int version = 0; ///< that the program writes
};

QVector<Kind> kinds()
{
    return {{u"cache"_s, u"cache.sqlite"_s, store::cacheMigrations().back().version},
            {u"outbox"_s, u"outbox.sqlite"_s, store::outboxMigrations().back().version},
            {u"server"_s, u"frontdesk.sqlite"_s, server::currentVersion()}};
}

QString schemaFile(const QString &kind, int version)
{
    return QStringLiteral(FRONTDESK_SCHEMAS "/%1-%2.sql").arg(kind).arg(version);
}

/// Opens the database as the program does, and closes it. What went wrong.
Error open(const QString &kind, const QString &folder)
{
    if (kind != u"server") {
        const auto opened = store::Store::open(folder);
        if (!opened)
            return opened.error();
        return opened.value().notices.value(0);
    }
    const auto opened = server::Storage::open({.file = folder + u"/frontdesk.sqlite"_s,
                                               .clock = std::make_shared<SystemClock>(),
                                               .deliver = [](const std::function<void()> &) {},
                                               .committed = [](const server::JournalTransaction &) {}});
    return opened ? Error() : opened.error();
}

/// Opening writes these by itself: what the program notes of its own, and what it makes of other tables.
bool isKept(const QString &table)
{
    return table != u"meta" && !table.startsWith(u"search_") && !table.startsWith(u"figure_");
}

} // namespace

class MigrationsOfPeoplesFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void everyOlderSchemaIsKeptHere();
    void everyOlderSchemaBecomesThatOfANewFile_data();
    void everyOlderSchemaBecomesThatOfANewFile();
    void newerSchemaIsRefused_data();
    void newerSchemaIsRefused();
    void whatWasTypedWithTheFirstVersionIsThere();
    void whatWasReadWithTheFirstVersionIsThere();
    void changesThatHadCommandsOfTheirOwnAreChangesOfRecords();
    void profileChangesWaitForWhoseTheyAre();
    void whatTheFirstServerKeptCanBeMerged();
    void everybodyOfAnOlderServerIsAmongTheRecords();
    void figuresOfAnOlderServerAreCountedFromItsJournal();
    void figuresOfAnOlderServerHaveDays();
    void recordsOfAnOlderServerAreTheirOwners();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    /// A file as that version has left it, with rows that a real session wrote.
    void write(const Kind &kind, int version) const;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void MigrationsOfPeoplesFilesTest::write(const Kind &kind, int version) const
{
    QFile schema(schemaFile(kind.name, version));
    QVERIFY2(schema.open(QFile::ReadOnly), qPrintable(schema.fileName()));
    RawDatabase database(path(kind.file));
    for (const QString &line : QString::fromUtf8(schema.readAll()).split(u'\n', Qt::SkipEmptyParts))
        if (!line.startsWith(u"--"))
            database.execute(line);
}

void MigrationsOfPeoplesFilesTest::everyOlderSchemaIsKeptHere()
{
    for (const Kind &kind : kinds())
        for (int version = 1; version < kind.version; ++version)
            QVERIFY2(QFile::exists(schemaFile(kind.name, version)),
                     qPrintable(u"Keep %1: each statement of a real file of that version on one line, rows too"_s.arg(
                         schemaFile(kind.name, version))));
}

void MigrationsOfPeoplesFilesTest::everyOlderSchemaBecomesThatOfANewFile_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("version");
    for (const Kind &kind : kinds())
        for (int version = 1; version <= kind.version; ++version)
            if (QFile::exists(schemaFile(kind.name, version)))
                QTest::addRow("%s %d", qPrintable(kind.name), version) << kind << version;
}

void MigrationsOfPeoplesFilesTest::everyOlderSchemaBecomesThatOfANewFile()
{
    QFETCH(Kind, kind);
    QFETCH(int, version);
    write(kind, version);
    QMap<QString, QStringList> before; // rows by the query that reads them
    {
        RawDatabase old(path(kind.file));
        for (const QString &table : old.rows(u"SELECT name FROM sqlite_master WHERE type='table'"_s))
            if (isKept(table)) {
                const QString sql = u"SELECT %1 FROM %2"_s.arg(old.columns(table).join(u", "_s), table);
                before.insert(sql, old.rows(sql));
            }
    }
    QCOMPARE(open(kind.name, m_folder->path()).message, QString());

    const QTemporaryDir fresh;
    QCOMPARE(open(kind.name, fresh.path()).message, QString());
    QStringList expected;
    {
        RawDatabase database(fresh.filePath(kind.file));
        expected = database.schema();
    }
    RawDatabase upgraded(path(kind.file));
    QCOMPARE(upgraded.schema(), expected);
    QCOMPARE(upgraded.value(u"PRAGMA user_version"_s).toInt(), kind.version);
    QCOMPARE(upgraded.value(u"PRAGMA integrity_check"_s), u"ok"_s);
    for (auto rows = before.begin(); rows != before.end(); ++rows) {
        QStringList after = upgraded.rows(rows.key());
        // Who sees which records, and from where on, is a matter of today.
        const bool isOfStreams = rows.key().endsWith(u" memberships") || rows.key().endsWith(u" streams");
        for (QStringList *all : {&after, &*rows})
            all->removeIf([&](const QString &row) {
                return isOfStreams && (row.contains(u"|records") || row.startsWith(u"records:"));
            });
        QCOMPARE(after, rows.value());
    }
}

void MigrationsOfPeoplesFilesTest::newerSchemaIsRefused_data()
{
    QTest::addColumn<Kind>("kind");
    for (const Kind &kind : kinds())
        QTest::newRow(qPrintable(kind.name)) << kind;
}

void MigrationsOfPeoplesFilesTest::newerSchemaIsRefused()
{
    QFETCH(Kind, kind);
    QCOMPARE(open(kind.name, m_folder->path()).message, QString());
    QStringList schema;
    {
        RawDatabase database(path(kind.file));
        database.execute(u"CREATE TABLE of_the_future(key TEXT)"_s);
        database.execute(u"PRAGMA user_version=%1"_s.arg(kind.version + 1));
        schema = database.schema();
    }
    QVERIFY(open(kind.name, m_folder->path()).message.contains(u"newer"));
    RawDatabase database(path(kind.file));
    QCOMPARE(database.schema(), schema);
    QCOMPARE(database.value(u"PRAGMA user_version"_s).toInt(), kind.version + 1);
}

void MigrationsOfPeoplesFilesTest::whatWasTypedWithTheFirstVersionIsThere()
{
    write(kinds()[1], 1);
    const auto opened = store::openStore(m_folder->path());
    const QVector<PendingCommand> pending = store::valueOf(opened->pending());
    QCOMPARE(pending.size(), 2);
    QCOMPARE(pending[0].state, Delivery::Refused);
    QCOMPARE(pending[0].refusal.code, u"conversation.unknown"_s);
    QCOMPARE(pending[1].state, Delivery::Queued);
    QVERIFY(pending[1].command.body == CommandBody(SendMessage{nightShift, u"Written on a train"_s}));
    QCOMPARE(store::valueOf(opened->draft(nightShift)), u"half a sent"_s);
}

void MigrationsOfPeoplesFilesTest::whatWasReadWithTheFirstVersionIsThere()
{
    write(kinds()[0], 1);
    const auto opened = store::openStore(m_folder->path());
    QCOMPARE(store::valueOf(opened->cursor()),
             (Cursor{u"4fccadeb-7674-44ee-98fe-b0af76d9531a"_s, 22, u"zxtCodYrdi-632S4"_s}));
    const store::MessageWindow window = store::valueOf(opened->messages(nightShift, {}, 10));
    QCOMPARE(window.messages.size(), 2);
    QCOMPARE(window.messages.last().text, u"東京の注文です"_s);
    QCOMPARE(window.readUpTo, 1);
    QCOMPARE(store::valueOf(opened->ledger()).received, 16);
    RawDatabase database(path(kinds()[0].file));
    QCOMPARE(database.rows(u"SELECT number, is_own FROM messages ORDER BY key"_s),
             (QStringList{u"1|1"_s, u"1|0"_s, u"2|0"_s}));
}

void MigrationsOfPeoplesFilesTest::whatTheFirstServerKeptCanBeMerged()
{
    write(kinds()[2], 1);
    QCOMPARE(open(u"server"_s, m_folder->path()).message, QString());
    // The title was given later than the conversation, and Ada has changed her name; both by commands whose ids are not
    // known any more.
    const QString ada = u"01a1f849-a3c2-788c-8724-ead3a7b9b8b9"_s;
    const QString ben = u"01a1f849-a455-7406-974e-5461fbc5c064"_s;
    RawDatabase database(path(kinds()[2].file));
    QCOMPARE(database.rows(u"SELECT record, field, value, version, author, at, command FROM fields "
                           "ORDER BY record, field"_s),
             (QStringList{recordOf(nightShift).text() + u"|title|\"Night shift 2\"|2|%1|1795166940042|"_s.arg(ada),
                          u"person:%1|about|\"\"|1|%1|1795166938050|"_s.arg(ada),
                          u"person:%1|displayName|\"Ada L.\"|1|%1|1795166940039|"_s.arg(ada),
                          u"person:%1|about|\"\"|1|%1|1795166938197|"_s.arg(ben),
                          u"person:%1|displayName|\"Ben Okri\"|1|%1|1795166938197|"_s.arg(ben)}));
}

void MigrationsOfPeoplesFilesTest::everybodyOfAnOlderServerIsAmongTheRecords()
{
    write(kinds()[2], 4);
    QCOMPARE(open(u"server"_s, m_folder->path()).message, QString());
    RawDatabase database(path(kinds()[2].file));
    QCOMPARE(database.rows(u"SELECT user_id, from_seq, to_seq FROM memberships WHERE stream = 'records'"_s),
             database.rows(u"SELECT id, (SELECT max(last_seq) + 1 FROM transactions), '' FROM users"_s));
    // What became of a record before is in its history too.
    QCOMPARE(database.rows(u"SELECT record, seq FROM record_rows ORDER BY seq"_s),
             database.rows(u"SELECT json_extract(payload, '$.record'), seq FROM journal "
                           "WHERE event IN ('record:changed', 'conflict:opened', 'conflict:closed') ORDER BY seq"_s));
    QVERIFY(database.value(u"SELECT count(*) FROM record_rows WHERE record = '%1'"_s.arg(recordOf(nightShift).text()))
                .toInt() > 0);
}

void MigrationsOfPeoplesFilesTest::figuresOfAnOlderServerAreCountedFromItsJournal()
{
    write(kinds()[2], 5);
    QCOMPARE(open(u"server"_s, m_folder->path()).message, QString());
    RawDatabase database(path(kinds()[2].file));
    const auto amountOf = [&](figures::Measure measure) {
        return database.value(u"SELECT sum(amount) FROM figure_entries WHERE measure = %1"_s.arg(int(measure)));
    };
    QCOMPARE(amountOf(figures::Measure::NewContacts), u"2"_s);
    QCOMPARE(amountOf(figures::Measure::OpenDeals), u"1"_s);
    QCOMPARE(amountOf(figures::Measure::OpenValue), u"864050"_s);
    QCOMPARE(amountOf(figures::Measure::Messages), database.value(u"SELECT count(*) FROM messages"_s));
}

void MigrationsOfPeoplesFilesTest::figuresOfAnOlderServerHaveDays()
{
    write(kinds()[2], 6);
    QCOMPARE(open(u"server"_s, m_folder->path()).message, QString());
    RawDatabase database(path(kinds()[2].file));
    const QStringList days = database.rows(u"SELECT * FROM figure_days ORDER BY 1, 2, 3, 4"_s);
    QVERIFY(days.size() > 5);
    QCOMPARE(days, database.rows(u"SELECT measure, CAST(floor(quarter / 96.0) AS INTEGER), owner, key, sum(amount) "
                                 "FROM figure_entries GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4"_s));
}

void MigrationsOfPeoplesFilesTest::recordsOfAnOlderServerAreTheirOwners()
{
    write(kinds()[2], 7);
    QCOMPARE(open(u"server"_s, m_folder->path()).message, QString());
    RawDatabase database(path(kinds()[2].file));
    const auto streamOf = [&](const QString &name) {
        return database.rows(u"SELECT coalesce('records:' || (SELECT name FROM users WHERE 'records:' || id = stream), "
                             "stream) FROM records WHERE '%1' IN (json_extract(fields, '$.name'), "
                             "json_extract(fields, '$.text'))"_s.arg(name));
    };
    for (const auto &[name, stream] : {std::pair(u"Sales"_s, u"workspace"_s),
                                       {u"Quay Works"_s, u"records:ben"_s},
                                       {u"Nadia Roux"_s, u"records:erik"_s},
                                       {u"Nobody''s Contact"_s, u"records"_s},
                                       {u"Crane hire"_s, u"records:ben"_s},
                                       {u"Called about the crane"_s, u"records:ben"_s}, // about that deal
                                       {u"Remember the fair"_s, u"records:erik"_s},     // who wrote it
                                       {u"Send the offer"_s, u"records:erik"_s},        // about Nadia, for Ben to do
                                       {u"Order pens"_s, u"records:ben"_s},
                                       {u"Water the plants"_s, u"records"_s}})
        QCOMPARE(streamOf(name), QStringList{stream});
    // Everybody sees all of them still, and reads them anew.
    const QString head = database.value(u"SELECT max(last_seq) FROM transactions"_s);
    const QString next = QString::number(head.toLongLong() + 1);
    QCOMPARE(database.rows(u"SELECT DISTINCT from_seq, to_seq FROM memberships WHERE stream GLOB 'records*'"_s),
             QStringList{next + u"|"_s});
    QCOMPARE(database.value(u"SELECT count(*) FROM memberships WHERE stream GLOB 'records*'"_s).toInt(),
             3 * database.value(u"SELECT count(*) FROM users"_s).toInt());
    QCOMPARE(database.value(u"SELECT value FROM meta WHERE key = 'floor'"_s), next);
}

namespace {

QString insertedCommand(const QString &id, const QString &name, const QString &fields)
{
    return u"INSERT INTO commands(id, at, name, fields, state) VALUES('%1', 1, '%2', '%3', 'queued')"_s.arg(id, name,
                                                                                                            fields);
}

} // namespace

void MigrationsOfPeoplesFilesTest::changesThatHadCommandsOfTheirOwnAreChangesOfRecords()
{
    write(kinds()[0], 2);
    write(kinds()[1], 2);
    {
        RawDatabase outbox(path(u"outbox.sqlite"_s));
        const QString conversation = u"\"conversation\":\"%1\""_s.arg(nightShift.text());
        outbox.execute(
            insertedCommand(u"r1"_s, u"conversation:rename"_s, u"{%1,\"title\":\"One\"}"_s.arg(conversation)));
        outbox.execute(insertedCommand(u"m"_s, u"conversation:members"_s,
                                       u"{%1,\"add\":[\"cyd\"],\"remove\":[]}"_s.arg(conversation)));
        outbox.execute(insertedCommand(u"p"_s, u"profile:update"_s, u"{\"displayName\":\"Ada K.\"}"_s));
        outbox.execute(
            insertedCommand(u"r2"_s, u"conversation:rename"_s, u"{%1,\"title\":\"Two\"}"_s.arg(conversation)));
    }
    const auto opened = store::openStore(m_folder->path());
    const QVector<PendingCommand> pending = store::valueOf(opened->pending()).mid(2);
    QCOMPARE(pending.size(), 4);
    // Their authors had seen what the cache says, and what they typed before.
    ChangeRecord first = renameConversation(nightShift, u"One"_s);
    first.basis = {2, {}};
    first.was = {{fields::title, u"Night shift 2"_s}};
    ChangeRecord members = changeMembers(nightShift, {UserId(u"cyd"_s)}, {});
    members.basis = {2, {CommandId(u"r1"_s)}};
    const UserId ada = store::valueOf(opened->me())->id;
    const ChangeRecord profile{.record = recordOf(ada),
                               .basis = {1, {}},
                               .set = {{fields::displayName, u"Ada K."_s}},
                               .was = {{fields::displayName, u"Ada L."_s}},
                               .lists = {},
                               .resolves = {}};
    ChangeRecord second = renameConversation(nightShift, u"Two"_s);
    second.basis = {2, {CommandId(u"r1"_s)}};
    second.was = {{fields::title, u"One"_s}};
    const QVector<CommandBody> expected{first, members, profile, second};
    for (qsizetype i = 0; i < expected.size(); ++i)
        QCOMPARE(pending[i].command.body, expected[i]);
    QCOMPARE(store::valueOf(opened->me())->displayName, u"Ada K."_s);
}

void MigrationsOfPeoplesFilesTest::profileChangesWaitForWhoseTheyAre()
{
    write(kinds()[1], 2); // the cache is gone
    {
        RawDatabase outbox(path(u"outbox.sqlite"_s));
        outbox.execute(insertedCommand(u"p"_s, u"profile:update"_s, u"{\"displayName\":\"Ada K.\"}"_s));
    }
    store::Store::Opened opened = store::Store::open(m_folder->path()).value();
    QCOMPARE(opened.notices.value(0).code, u"outbox.unreadable"_s);
    const User ada{.id = UserId(u"ada"_s), .name = u"ada"_s, .displayName = u"Ada L."_s, .role = Role::Admin};
    QVERIFY(store::valueOf(opened.store->setMe(ada)));
    const PendingCommand pending = store::valueOf(opened.store->pending()).last();
    QCOMPARE(pending.command.id, CommandId(u"p"_s));
    QCOMPARE(std::get<ChangeRecord>(pending.command.body).record, recordOf(ada.id));
    QCOMPARE(std::get<ChangeRecord>(pending.command.body).basis.version, 1);
}

QTEST_GUILESS_MAIN(MigrationsOfPeoplesFilesTest)
#include "MigrationsTest.moc"
