// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"
#include "store/StorageError.h"

#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

#include <memory>
#include <optional>

namespace frontdesk::store {

/// One column after the other of a result's current row.
class Row {
public:
    explicit Row(const QSqlQuery &query)
        : m_query(query)
    {
    }
    [[nodiscard]] QVariant value(int column) const { return m_query.value(column); }
    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }

private:
    const QSqlQuery &m_query;
};

class Database;

/// A statement, prepared at its first use and kept. Arguments are bound in order. Throws StorageFailure. A result is
/// left as soon as it is read, so that no read transaction stays open behind it.
class Statement {
public:
    Statement(Database &database, QString sql);

    /// Returns how many rows it changed.
    template <class... Args>
    int run(const Args &...args)
    {
        return runWith({variant(args)...});
    }
    int runWith(const QVariantList &values);

    /// The key of the row that it inserted; none when it inserted nothing.
    template <class... Args>
    std::optional<qint64> insert(const Args &...args)
    {
        return insertWith({variant(args)...});
    }

    template <class Use, class... Args>
    void each(Use use, const Args &...args)
    {
        execute({variant(args)...});
        while (next())
            use(Row(*m_query));
        m_query->finish();
    }

    /// Reads on as long as `use(row)` says so.
    template <class Use, class... Args>
    void eachWhile(Use use, const Args &...args)
    {
        execute({variant(args)...});
        while (next() && use(Row(*m_query)))
            continue;
        m_query->finish();
    }

    /// `read(row)` of the first row, if there is one.
    template <class Read, class... Args>
    auto first(Read read, const Args &...args) -> std::optional<decltype(read(std::declval<Row>()))>
    {
        execute({variant(args)...});
        std::optional<decltype(read(std::declval<Row>()))> value;
        if (next())
            value = read(Row(*m_query));
        m_query->finish();
        return value;
    }

    template <class... Args>
    qint64 number(const Args &...args)
    {
        return first([](const Row &row) { return row.number(0); }, args...).value_or(0);
    }

    template <class... Args>
    bool exists(const Args &...args)
    {
        return first([](const Row &) { return true; }, args...).has_value();
    }

private:
    static QVariant variant(const QString &text)
    {
        return text.isNull() ? QStringLiteral("") : text;
    } // null would bind NULL
    static QVariant variant(QLatin1String text) { return QString(text); }
    static QVariant variant(qint64 number) { return number; }
    static QVariant variant(int number) { return number; }
    template <class Tag>
    static QVariant variant(const Id<Tag> &id)
    {
        return variant(id.text());
    }

    std::optional<qint64> insertWith(const QVariantList &values);
    void execute(const QVariantList &values);
    bool next();

    Database &m_database;
    QString m_sql;
    std::unique_ptr<QSqlQuery> m_query;
};

/// A connection to one SQLite file, for the thread that opened it. Throws StorageFailure. Statements made from it end
/// before it.
class Database {
public:
    enum class Durability {
        Process, ///< WAL, synchronous=NORMAL: a commit survives the program, not always the power
        Power,   ///< WAL, synchronous=FULL: survives both
    };

    /// Opens or creates the file.
    Database(const QString &file, Durability durability);
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] const QSqlDatabase &connection() const { return m_connection.database; }

    void execute(const QString &sql);
    [[nodiscard]] qint64 number(const QString &sql); ///< first column of the first row
    [[nodiscard]] bool isSound();                    ///< PRAGMA quick_check
    void forbidWriting();                            ///< for the reader's connection
    void expectManyRows();                           ///< for a connection that writes thousands at a time

private:
    /// Registered with Qt SQL under a name of its own; the statements below end before it.
    struct Connection {
        explicit Connection(const QString &file);
        ~Connection();
        Connection(const Connection &) = delete;
        Connection &operator=(const Connection &) = delete;
        QString name;
        QSqlDatabase database;
    };
    QString m_file;
    Connection m_connection;

public:
    Statement begin{*this, QStringLiteral("BEGIN")};
    Statement beginWriting{*this, QStringLiteral("BEGIN IMMEDIATE")};
    Statement commit{*this, QStringLiteral("COMMIT")};
};

/// Undone when it ends without commit().
class Transaction {
public:
    enum Kind { Reading, Writing };
    Transaction(Database &database, Kind kind);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    void commit();

private:
    Database &m_database;
    bool m_open = true;
};

} // namespace frontdesk::store
