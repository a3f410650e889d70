// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

/// Another program that is writing into an outbox for as long as this is there: nothing else can be written. GUI
/// thread.
class OutboxLock {
public:
    explicit OutboxLock(const QString &file)
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        other.setDatabaseName(file);
        m_holds = other.open() && QSqlQuery(other).exec(QStringLiteral("BEGIN IMMEDIATE"));
    }
    ~OutboxLock()
    {
        QSqlQuery(QSqlDatabase::database(m_name)).exec(QStringLiteral("ROLLBACK"));
        QSqlDatabase::removeDatabase(m_name);
    }
    Q_DISABLE_COPY_MOVE(OutboxLock)

    [[nodiscard]] bool holds() const { return m_holds; }

private:
    const QString m_name = QStringLiteral("lock");
    bool m_holds = false;
};
