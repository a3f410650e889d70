// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transfer/ImportProblemsModel.h"

#include <QtCore/QLocale>

namespace frontdesk::models {

void ImportProblemsModel::show(QVector<transfer::RowProblem> problems)
{
    replaceRows(m_problems, std::move(problems), [](const transfer::RowProblem &problem) { return problem.line; });
}

int ImportProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_problems.size());
}

QVariant ImportProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const transfer::RowProblem &problem = m_problems[index.row()];
    switch (role) {
    case LineRole:
        return tr("Line %1").arg(QLocale().toString(problem.line));
    case Qt::DisplayRole:
    case WordsRole:
        return problem.words;
    default:
        return {};
    }
}

QHash<int, QByteArray> ImportProblemsModel::roleNames() const
{
    return {{LineRole, "line"}, {WordsRole, "words"}};
}

} // namespace frontdesk::models
