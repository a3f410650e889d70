// SPDX-License-Identifier: GPL-3.0-or-later
#include "SteadyRows.h"

namespace frontdesk {

SteadyRows::SteadyRows(QObject *parent)
    : QAbstractListModel(parent)
{
}

void SteadyRows::setSource(QAbstractItemModel *source)
{
    if (!source || source == m_source)
        return;
    if (m_source)
        m_source->disconnect(this);
    if (m_count > 0) {
        exchange(source);
    } else {
        beginResetModel(); // also makes the view ask for the roles
        m_source = source;
        m_count = source->rowCount();
        endResetModel();
    }
    follow(source);
    Q_EMIT sourceChanged();
}

void SteadyRows::exchange(QAbstractItemModel *source)
{
    const int next = source->rowCount();
    if (m_count > next) {
        const int surplus = m_count - next;
        beginRemoveRows({}, 0, surplus - 1);
        m_before = surplus;
        m_count = next;
        endRemoveRows();
    }
    m_source = source;
    m_before = next - m_count;
    if (m_count > 0)
        Q_EMIT dataChanged(index(0), index(m_count - 1));
    if (m_before > 0) {
        beginInsertRows({}, 0, m_before - 1);
        m_before = 0;
        m_count = next;
        endInsertRows();
    }
}

void SteadyRows::follow(QAbstractItemModel *source)
{
    using Model = QAbstractItemModel;
    connect(source, &Model::rowsAboutToBeInserted, this,
            [this](const QModelIndex &, int first, int last) { beginInsertRows({}, first, last); });
    connect(source, &Model::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        m_count += last - first + 1;
        endInsertRows();
    });
    connect(source, &Model::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { beginRemoveRows({}, first, last); });
    connect(source, &Model::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
        m_count -= last - first + 1;
        endRemoveRows();
    });
    connect(source, &Model::rowsAboutToBeMoved, this,
            [this](const QModelIndex &, int first, int last, const QModelIndex &, int to) {
                beginMoveRows({}, first, last, {}, to);
            });
    connect(source, &Model::rowsMoved, this, [this] { endMoveRows(); });
    connect(source, &Model::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
                Q_EMIT dataChanged(index(first.row()), index(last.row()), roles);
            });
    connect(source, &Model::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(source, &Model::modelReset, this, [this, source] {
        m_count = source->rowCount();
        endResetModel();
    });
}

int SteadyRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

QVariant SteadyRows::data(const QModelIndex &index, int role) const
{
    if (!m_source || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return m_source->index(index.row() + m_before, 0).data(role);
}

QHash<int, QByteArray> SteadyRows::roleNames() const
{
    return m_source ? m_source->roleNames() : QHash<int, QByteArray>();
}

} // namespace frontdesk
