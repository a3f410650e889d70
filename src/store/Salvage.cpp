// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Salvage.h"

#include <QtCore/QVector>

namespace frontdesk::store {

namespace {

/// None: not even its header can be read.
std::unique_ptr<Database> openDamaged(const QString &file)
{
    try {
        return std::make_unique<Database>(file, Database::Durability::Process);
    } catch (const StorageFailure &failure) {
        if (failure.error.code != codes::corrupt)
            throw;
        return {};
    }
}

/// The rows in one direction until the damage.
QVector<QVariantList> readable(Database &source, const QString &select, int columns)
{
    QVector<QVariantList> rows;
    try {
        Statement(source, select).each([&](const Row &row) {
            QVariantList values;
            for (int column = 0; column < columns; ++column)
                values.append(row.value(column));
            rows.append(values);
        });
    } catch (const StorageFailure &) {
        // The damage begins here; the other direction reads what lies behind it.
    }
    return rows;
}

/// Returns how many rows were new to the target.
int copyTable(Database &source, Database &target, const QString &table, const QString &columns, const QString &order)
{
    const int count = int(columns.count(QLatin1Char(','))) + 1;
    const QString marks = QStringList(count, QStringLiteral("?")).join(QLatin1Char(','));
    Statement insert(target, QStringLiteral("INSERT OR IGNORE INTO %1(%2) VALUES(%3)").arg(table, columns, marks));
    const QString select = QStringLiteral("SELECT %2 FROM %1 ORDER BY %3").arg(table, columns, order);
    const QVector<QVariantList> rows =
        readable(source, select, count) + readable(source, select + QStringLiteral(" DESC"), count);
    int copied = 0;
    for (const QVariantList &values : rows)
        copied += insert.runWith(values);
    return copied;
}

} // namespace

Salvaged salvageOutbox(const QString &damaged, Database &target)
{
    const auto source = openDamaged(damaged);
    if (!source)
        return {};
    Salvaged salvaged;
    salvaged.commands =
        copyTable(*source, target, QStringLiteral("commands"),
                  QStringLiteral("position, id, at, name, fields, state, refusal_code, refusal_message"),
                  QStringLiteral("position"));
    copyTable(*source, target, QStringLiteral("settled"), QStringLiteral("id, at, name, fields, settled_at"),
              QStringLiteral("id"));
    salvaged.drafts = copyTable(*source, target, QStringLiteral("drafts"), QStringLiteral("conversation, text"),
                                QStringLiteral("conversation"));
    copyTable(*source, target, QStringLiteral("draft_files"), QStringLiteral("conversation, files"),
              QStringLiteral("conversation"));
    salvaged.drafts += copyTable(*source, target, QStringLiteral("begun_records"),
                                 QStringLiteral("about, kind, fields"), QStringLiteral("about"));
    return salvaged;
}

} // namespace frontdesk::store
