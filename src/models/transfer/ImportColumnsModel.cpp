// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transfer/ImportColumnsModel.h"

#include "models/Formatting.h"

namespace frontdesk::models {

namespace {

/// The first few values of a column.
QString sampleOf(const QVector<transfer::ImportRow> &rows, int place)
{
    constexpr qsizetype most = 3;
    constexpr int longest = 60;
    QStringList values;
    for (const transfer::ImportRow &row : rows) {
        const QString value = formatting::oneLine(row.cells.value(place), longest);
        if (!value.isEmpty() && !values.contains(value))
            values.append(value);
        if (values.size() == most)
            break;
    }
    return values.join(QStringLiteral(" · "));
}

} // namespace

void ImportColumnsModel::show(const transfer::Preview &preview)
{
    QVector<Row> rows;
    for (int place = 0; place < preview.columns.size(); ++place) {
        const QString target = preview.mapping.targets.value(place);
        rows.append(
            {.place = place,
             .heading = preview.columns[place],
             .sample = sampleOf(preview.rows, place),
             .target = target,
             .targetText = target.isEmpty() ? tr("Left out", "a column") : exchange::labelOf(target, preview.custom)});
    }
    replaceRows(m_rows, std::move(rows), [](const Row &row) { return row.place; });
}

void ImportColumnsModel::clear()
{
    replaceRows(m_rows, {}, [](const Row &row) { return row.place; });
}

QString ImportColumnsModel::targetAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows[row].target : QString();
}

int ImportColumnsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ImportColumnsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case HeadingRole:
        return row.heading;
    case SampleRole:
        return row.sample;
    case TargetRole:
        return row.target;
    case TargetTextRole:
        return row.targetText;
    default:
        return {};
    }
}

QHash<int, QByteArray> ImportColumnsModel::roleNames() const
{
    return {{HeadingRole, "heading"}, {SampleRole, "sample"}, {TargetRole, "target"}, {TargetTextRole, "targetText"}};
}

} // namespace frontdesk::models
