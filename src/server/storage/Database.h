// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"

#include <QtCore/QHash>
#include <QtCore/QVariant>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

#include <memory>

namespace frontdesk::server {

/// SQLite could not do what it was asked to. Thrown inside the storage thread only and turned into an Error value at
/// its edge: between them a dozen statements belong to one transaction, and each would otherwise have to hand the same
/// failure upwards.
struct StorageFailure {
    Error error;
};

/// The rows of one statement; frees the statement for its next use when it goes.
class Rows {
public:
    explicit Rows(QSqlQuery &query)
        : m_query(&query)
    {
    }
    Rows(Rows &&other) noexcept
        : m_query(std::exchange(other.m_query, nullptr))
    {
    }
    Rows(const Rows &) = delete;
    Rows &operator=(const Rows &) = delete;
    Rows &operator=(Rows &&) = delete;
    ~Rows();

    bool next(); ///< throws StorageFailure
    [[nodiscard]] bool isNull(int column) const { return m_query->isNull(column); }
    [[nodiscard]] QString text(int column) const { return m_query->value(column).toString(); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query->value(column).toByteArray(); }
    [[nodiscard]] qint64 integer(int column) const { return m_query->value(column).toLongLong(); }

private:
    QSqlQuery *m_query;
};

/// One connection to the server's SQLite file with its prepared statements. Used in the thread that opened it.
class Database {
public:
    /// Opens or creates the file (0600): write-ahead log, synchronous=FULL, foreign keys, 5 s of patience with another
    /// process.
    static Result<std::unique_ptr<Database>> open(const QString &file);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs a statement; a text is prepared once. The same text must not be run again while its rows are being read.
    /// Throws StorageFailure.
    Rows run(const QString &sql, const QVariantList &values = {});
    /// "ROW, ROW, …": for statements that insert several at once.
    static QString repeated(const QString &row, qsizetype count) { return QStringList(count, row).join(u", "); }
    /// Rows changed by the last statement.
    [[nodiscard]] qint64 changed() const { return m_changed; }
    /// The first column of the first row; `otherwise` when there is no row or it is null.
    qint64 number(const QString &sql, const QVariantList &values = {}, qint64 otherwise = 0);

    void rollback() noexcept; ///< also when SQLite has ended the transaction by itself

private:
    explicit Database(const QString &connectionName);

    QSqlDatabase m_connection;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_prepared;
    qint64 m_changed = 0;
};

} // namespace frontdesk::server
