// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Database.h"

#include <QtCore/QUuid>
#include <QtSql/QSqlError>

namespace frontdesk::store {

namespace {

[[noreturn]] void fail(const QSqlError &error, const QString &file)
{
    throw StorageFailure{errorFrom(error, file)};
}

} // namespace

Statement::Statement(Database &database, QString sql)
    : m_database(database)
    , m_sql(std::move(sql))
{
}

void Statement::execute(const QVariantList &values)
{
    if (!m_query) {
        auto query = std::make_unique<QSqlQuery>(m_database.connection());
        query->setForwardOnly(true);
        if (!query->prepare(m_sql))
            fail(query->lastError(), m_database.file());
        m_query = std::move(query);
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        m_query->bindValue(int(i), values[i]);
    if (!m_query->exec()) {
        const QSqlError error = m_query->lastError();
        m_query->finish();
        fail(error, m_database.file());
    }
}

int Statement::runWith(const QVariantList &values)
{
    execute(values);
    const int changed = m_query->numRowsAffected();
    m_query->finish();
    return changed;
}

std::optional<qint64> Statement::insertWith(const QVariantList &values)
{
    execute(values);
    std::optional<qint64> key;
    if (m_query->numRowsAffected() > 0)
        key = m_query->lastInsertId().toLongLong();
    m_query->finish();
    return key;
}

bool Statement::next()
{
    if (m_query->next())
        return true;
    if (const QSqlError error = m_query->lastError(); error.isValid()) {
        m_query->finish();
        fail(error, m_database.file());
    }
    return false;
}

Database::Connection::Connection(const QString &file)
    : name(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name))
{
    database.setDatabaseName(file);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000"));
}

Database::Connection::~Connection()
{
    database.close();
    database = {}; // removeDatabase wants no user left
    QSqlDatabase::removeDatabase(name);
}

Database::Database(const QString &file, Durability durability)
    : m_file(file)
    , m_connection(file)
{
    if (!m_connection.database.open())
        fail(m_connection.database.lastError(), m_file);
    execute(QStringLiteral("PRAGMA journal_mode=WAL"));
    execute(durability == Durability::Power ? QStringLiteral("PRAGMA synchronous=FULL")
                                            : QStringLiteral("PRAGMA synchronous=NORMAL"));
}

void Database::execute(const QString &sql)
{
    QSqlQuery query(m_connection.database);
    if (!query.exec(sql))
        fail(query.lastError(), m_file);
}

qint64 Database::number(const QString &sql)
{
    return Statement(*this, sql).number();
}

bool Database::isSound()
{
    const auto answer =
        Statement(*this, QStringLiteral("PRAGMA quick_check(1)")).first([](const Row &row) { return row.text(0); });
    return answer == QLatin1String("ok");
}

void Database::forbidWriting()
{
    execute(QStringLiteral("PRAGMA query_only=ON"));
}

void Database::expectManyRows()
{
    // Rows of many conversations touch pages all over the indexes: with SQLite's usual 2 MiB they are written out and
    // read back within a transaction, and at the usual 1 000 pages of the log each transaction waits for the disk.
    execute(QStringLiteral("PRAGMA cache_size=-8192"));        // KiB, taken as they are needed
    execute(QStringLiteral("PRAGMA wal_autocheckpoint=4000")); // pages, 16 MiB
}

Transaction::Transaction(Database &database, Kind kind)
    : m_database(database)
{
    (kind == Writing ? database.beginWriting : database.begin).run();
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    try {
        m_database.execute(QStringLiteral("ROLLBACK"));
    } catch (const StorageFailure &) {
        // SQLite has rolled back by itself after some errors (full disk); there is nothing left to undo.
    }
}

void Transaction::commit()
{
    m_database.commit.run();
    m_open = false;
}

} // namespace frontdesk::store
