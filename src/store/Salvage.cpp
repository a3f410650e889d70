// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Salvage.h"

#include <QtCore/QVector>

namespace frontdesk::store {

namespace {

/// Reads rows in one direction until the damage; returns how many were new to the target.
int copy(Database &source, const QString &select, Statement &insert, int columns)
{
    int copied = 0;
    try {
        Statement(source, select).each([&](const Row &row) {
            QVariantList values;
            for (int column = 0; column < columns; ++column)
                values.append(row.value(column));
            copied += insert.runWith(values);
        });
    } catch (const StorageFailure &) {
        // The damage begins here; the other direction reads what lies behind it.
    }
    return copied;
}

int copyTable(Database &source, Database &target, const QString &table, const QString &columns, const QString &order)
{
    const int count = int(columns.count(QLatin1Char(','))) + 1;
    const QString marks = QStringList(count, QStringLiteral("?")).join(QLatin1Char(','));
    Statement insert(target, QStringLiteral("INSERT OR IGNORE INTO %1(%2) VALUES(%3)").arg(table, columns, marks));
    const QString select = QStringLiteral("SELECT %2 FROM %1 ORDER BY %3").arg(table, columns, order);
    return copy(source, select, insert, count) + copy(source, select + QStringLiteral(" DESC"), insert, count);
}

} // namespace

Salvaged salvageOutbox(const QString &damaged, Database &target)
{
    Salvaged salvaged;
    try {
        Database source(damaged, Database::Durability::Process);
        salvaged.commands =
            copyTable(source, target, QStringLiteral("commands"),
                      QStringLiteral("position, id, at, name, fields, state, refusal_code, refusal_message"),
                      QStringLiteral("position"));
        copyTable(source, target, QStringLiteral("settled"), QStringLiteral("id, at, name, fields, settled_at"),
                  QStringLiteral("id"));
        salvaged.drafts = copyTable(source, target, QStringLiteral("drafts"), QStringLiteral("conversation, text"),
                                    QStringLiteral("conversation"));
        copyTable(source, target, QStringLiteral("draft_files"), QStringLiteral("conversation, files"),
                  QStringLiteral("conversation"));
        salvaged.drafts += copyTable(source, target, QStringLiteral("begun_records"),
                                     QStringLiteral("about, kind, fields"), QStringLiteral("about"));
    } catch (const StorageFailure &) {
        // Not even its header can be read: there is nothing to copy.
    }
    return salvaged;
}

} // namespace frontdesk::store
