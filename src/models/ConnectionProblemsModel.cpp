// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ConnectionProblemsModel.h"

#include "models/ConnectionWords.h"

#include <QtCore/QDateTime>

namespace frontdesk::models {

namespace {

QString keyOf(const connection::Problem &problem)
{
    return QStringLiteral("%1/%2/%3").arg(problem.at).arg(problem.error.code, problem.error.message);
}

} // namespace

ConnectionProblemsModel::ConnectionProblemsModel(QObject *parent)
    : RowListModel(parent)
{
}

void ConnectionProblemsModel::setProblems(const QVector<connection::Problem> &problems)
{
    QVector<connection::Problem> rows;
    for (const connection::Problem &problem : problems)
        if (rows.isEmpty() || keyOf(rows.last()) != keyOf(problem)) // the same at the same millisecond says nothing new
            rows.append(problem);
    replaceRows(m_rows, std::move(rows), keyOf);
}

void ConnectionProblemsModel::retranslate()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

int ConnectionProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ConnectionProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const connection::Problem &problem = m_rows[index.row()];
    switch (role) {
    case TimeTextRole:
        return QDateTime::fromMSecsSinceEpoch(problem.at).toString(QStringLiteral("HH:mm:ss"));
    case Qt::DisplayRole:
    case TextRole:
        return problem.error.message;
    case CertificateRole:
        return words::certificateFacts(problem.error);
    default:
        return {};
    }
}

QHash<int, QByteArray> ConnectionProblemsModel::roleNames() const
{
    return {{TimeTextRole, "timeText"}, {TextRole, "text"}, {CertificateRole, "certificate"}};
}

} // namespace frontdesk::models
