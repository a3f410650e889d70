// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CacheSchema.h"
#include "store/Outbox.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::store;

namespace {

QStringList schemaOf(Database &database)
{
    QStringList statements;
    // Without the tables that SQLite makes behind its search index: they are its own affair, version by version.
    Statement(database, QStringLiteral("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
                                       " AND name NOT GLOB 'search_index_*' ORDER BY name"))
        .each([&](const Row &row) { statements.append(row.text(0)); });
    return statements;
}

void createNotes(Database &database)
{
    database.execute(QStringLiteral("CREATE TABLE notes(id INTEGER PRIMARY KEY, text TEXT NOT NULL)"));
}
void addColour(Database &database)
{
    database.execute(QStringLiteral("ALTER TABLE notes ADD COLUMN colour TEXT NOT NULL DEFAULT 'white'"));
}
void addIndex(Database &database)
{
    database.execute(QStringLiteral("CREATE INDEX notes_by_colour ON notes(colour)"));
}
void failHalfway(Database &database)
{
    database.execute(QStringLiteral("DELETE FROM notes"));
    database.execute(QStringLiteral("CREATE TABLE this is not SQL"));
}

const Migration steps[] = {{1, createNotes}, {2, addColour}, {3, addIndex}};
const Migration broken[] = {{1, createNotes}, {2, failHalfway}};

} // namespace

class MigrationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyVersionReachesTheFreshSchema_data();
    void everyVersionReachesTheFreshSchema();
    void failedStepIsUndone();
    void newerFileIsLeftAlone();
    void releasedStepsAreNotEdited_data();
    void releasedStepsAreNotEdited();

private:
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
};

void MigrationsTest::everyVersionReachesTheFreshSchema_data()
{
    QTest::addColumn<int>("version");
    for (int version = 0; version <= 3; ++version)
        QTest::addRow("from %d", version) << version;
}

void MigrationsTest::everyVersionReachesTheFreshSchema()
{
    QFETCH(int, version);
    Database fresh(file(QStringLiteral("fresh%1").arg(version)), Database::Durability::Process);
    migrate(fresh, steps);

    Database old(file(QStringLiteral("old%1").arg(version)), Database::Durability::Process);
    if (version > 0) {
        migrate(old, std::span(steps).first(size_t(version)));
        old.execute(QStringLiteral("INSERT INTO notes(text) VALUES('kept')"));
    }
    migrate(old, steps);
    QCOMPARE(schemaOf(old), schemaOf(fresh));
    QCOMPARE(old.number(QStringLiteral("PRAGMA user_version")), 3);
    QCOMPARE(old.number(QStringLiteral("SELECT count(*) FROM notes WHERE text='kept' AND colour='white'")),
             version > 0 ? 1 : 0);
}

void MigrationsTest::failedStepIsUndone()
{
    Database database(file(QStringLiteral("broken")), Database::Durability::Process);
    migrate(database, std::span(broken).first(1));
    database.execute(QStringLiteral("INSERT INTO notes(text) VALUES('kept')"));
    QVERIFY_THROWS_EXCEPTION(StorageFailure, migrate(database, broken));
    QCOMPARE(database.number(QStringLiteral("PRAGMA user_version")), 1);
    QCOMPARE(database.number(QStringLiteral("SELECT count(*) FROM notes")), 1);
}

void MigrationsTest::newerFileIsLeftAlone()
{
    Database database(file(QStringLiteral("newer")), Database::Durability::Process);
    migrate(database, steps);
    const QStringList before = schemaOf(database);
    try {
        migrate(database, std::span(steps).first(2));
        QFAIL("a newer file was accepted");
    } catch (const StorageFailure &failure) {
        QCOMPARE(failure.error.code, QStringLiteral("storage.newer"));
        QVERIFY(failure.error.message.contains(QStringLiteral("newer")));
    }
    QCOMPARE(schemaOf(database), before);
    QCOMPARE(database.number(QStringLiteral("PRAGMA user_version")), 3);
}

void MigrationsTest::releasedStepsAreNotEdited_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("version");
    QTest::addColumn<QByteArray>("digest"); // SHA-256 of the schema, first 16 hexadecimal digits
    QTest::newRow("cache 1") << QStringLiteral("cache") << 1 << QByteArray("f7f6079c2b6066b5");
    QTest::newRow("cache 2") << QStringLiteral("cache") << 2 << QByteArray("125a66697f825d1a");
    QTest::newRow("outbox 1") << QStringLiteral("outbox") << 1 << QByteArray("724f5f4a3374dc08");
    QTest::newRow("outbox 2") << QStringLiteral("outbox") << 2 << QByteArray("b36bf4bbb278e06d");
}

void MigrationsTest::releasedStepsAreNotEdited()
{
    QFETCH(QString, name);
    QFETCH(int, version);
    const auto table = name == QStringLiteral("cache") ? cacheMigrations() : outboxMigrations();
    QVERIFY(int(table.size()) >= version);
    Database database(file(name), Database::Durability::Process);
    migrate(database, table.first(size_t(version)));
    const QByteArray schema = schemaOf(database).join(QLatin1Char('\n')).toUtf8();
    const QByteArray digest = QCryptographicHash::hash(schema, QCryptographicHash::Sha256).toHex().left(16);
    // People's files have this schema: a change belongs into a new step of the table, and a row of its own here.
    QTEST(digest, "digest");
}

QTEST_GUILESS_MAIN(MigrationsTest)
#include "MigrationsTest.moc"
