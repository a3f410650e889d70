// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/NoticeListModel.h"

namespace frontdesk::models {

NoticeListModel::NoticeListModel(QObject *parent)
    : RowListModel(parent)
{
}

void NoticeListModel::add(const Error &error)
{
    QVector<Row> rows = m_rows;
    rows.removeIf([&](const Row &row) { return row.error.code == error.code && row.error.message == error.message; });
    rows.prepend({m_nextId++, error});
    show(std::move(rows));
}

void NoticeListModel::dismiss(int noticeId)
{
    QVector<Row> rows = m_rows;
    rows.removeIf([&](const Row &row) { return row.id == noticeId; });
    show(std::move(rows));
}

void NoticeListModel::retract(const QString &subject)
{
    QVector<Row> rows = m_rows;
    rows.removeIf([&](const Row &row) { return row.error.detail[QLatin1String("subject")].toString() == subject; });
    show(std::move(rows));
}

void NoticeListModel::clear()
{
    show({});
}

void NoticeListModel::show(QVector<Row> rows)
{
    replaceRows(m_rows, std::move(rows), [](const Row &row) { return row.id; });
}

int NoticeListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant NoticeListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case NoticeIdRole:
        return row.id;
    case Qt::DisplayRole:
    case TextRole:
        return row.error.message;
    case CodeRole:
        return row.error.code;
    case RecordRole:
        return row.error.detail[QLatin1String("record")].toString();
    default:
        return {};
    }
}

QHash<int, QByteArray> NoticeListModel::roleNames() const
{
    return {{NoticeIdRole, "noticeId"}, {TextRole, "text"}, {CodeRole, "code"}, {RecordRole, "record"}};
}

} // namespace frontdesk::models
