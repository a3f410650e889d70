// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/Database.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QUuid>
#include <QtSql/QSqlError>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

// Primary result codes of SQLite (sqlite.org/rescode.html).
constexpr int busy = 5;
constexpr int locked = 6;
constexpr int readOnly = 8;
constexpr int ioError = 10;
constexpr int corrupt = 11;
constexpr int full = 13;
constexpr int cannotOpen = 14;
constexpr int notADatabase = 26;

QString wordsFor(int primaryCode)
{
    switch (primaryCode) {
    case busy:
    case locked:
        return u"Another program is using the server's database and did not let go of it in time."_s;
    case readOnly:
        return u"The server's database cannot be written: the file, its folder or its disk is read-only."_s;
    case ioError:
        return u"The disk with the server's database reported an error or is full."_s;
    case full:
        return u"The disk with the server's database is full."_s;
    case cannotOpen:
        return u"The server's database cannot be opened: check that its folder exists and may be written."_s;
    case corrupt:
    case notADatabase:
        return u"The server's database is damaged. Restore the data folder from a backup."_s;
    default:
        return u"The server's database refused a statement."_s;
    }
}

Error errorFrom(const QSqlError &failure)
{
    const int primaryCode = failure.nativeErrorCode().toInt() & 0xff;
    return {u"server.storage"_s, wordsFor(primaryCode) + u" ("_s + failure.databaseText() + u')'};
}

} // namespace

Rows::~Rows()
{
    if (m_query)
        m_query->finish();
}

bool Rows::next()
{
    if (m_query->next())
        return true;
    if (m_query->lastError().isValid())
        throw StorageFailure{errorFrom(m_query->lastError())};
    return false;
}

Database::Database(const QString &connectionName)
    : m_connection(QSqlDatabase::addDatabase(u"QSQLITE"_s, connectionName))
{
}

Result<std::unique_ptr<Database>> Database::open(const QString &file)
{
    std::unique_ptr<Database> database(
        new Database(u"frontdesk-server-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces)));
    database->m_connection.setDatabaseName(file);
    database->m_connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!database->m_connection.open())
        return errorFrom(database->m_connection.lastError());
    try {
        // The file must be private before anything is in it; its log inherits the mode.
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
        for (const QString &pragma : {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s,
                                      u"PRAGMA foreign_keys=ON"_s, u"PRAGMA wal_autocheckpoint=4000"_s})
            database->run(pragma);
        Rows mode = database->run(u"PRAGMA journal_mode"_s);
        if (!mode.next() || mode.text(0) != "wal"_L1)
            return Error{u"server.storage"_s,
                         u"The server's database cannot use a write-ahead log: keep its folder on a local disk."_s};
    } catch (const StorageFailure &failure) {
        return failure.error;
    }
    return database;
}

Database::~Database()
{
    m_prepared.clear();
    const QString name = m_connection.connectionName();
    m_connection.close();
    m_connection = {};
    QSqlDatabase::removeDatabase(name);
}

Rows Database::run(const QString &sql, const QVariantList &values)
{
    std::shared_ptr<QSqlQuery> &query = m_prepared[sql];
    if (!query) {
        auto prepared = std::make_shared<QSqlQuery>(m_connection);
        prepared->setForwardOnly(true);
        if (!prepared->prepare(sql)) {
            m_prepared.remove(sql);
            throw StorageFailure{errorFrom(prepared->lastError())};
        }
        query = std::move(prepared);
    }
    for (int i = 0; i < values.size(); ++i) {
        // A null QString is an empty text here; only a QVariant without a type is NULL.
        const bool nullText = values[i].typeId() == QMetaType::QString && values[i].toString().isNull();
        query->bindValue(i, nullText ? QVariant(u""_s) : values[i]);
    }
    if (!query->exec()) {
        const QSqlError failure = query->lastError();
        query->finish();
        throw StorageFailure{errorFrom(failure)};
    }
    m_changed = query->numRowsAffected();
    Rows rows(*query);
    if (!query->isSelect())
        query->finish(); // a statement that is not reset would hold its transaction open
    return rows;
}

qint64 Database::number(const QString &sql, const QVariantList &values, qint64 otherwise)
{
    Rows rows = run(sql, values);
    return rows.next() && !rows.isNull(0) ? rows.integer(0) : otherwise;
}

void Database::rollback() noexcept
{
    try {
        run(u"ROLLBACK"_s);
    } catch (const StorageFailure &) {
        // SQLite has rolled back already (full disk, I/O error): there is no transaction to end.
    }
}

} // namespace frontdesk::server
