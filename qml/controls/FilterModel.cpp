// SPDX-License-Identifier: GPL-3.0-or-later
#include "FilterModel.h"

#include "domain/SearchMatch.h"

namespace frontdesk {

FilterModel::FilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    connect(this, &QAbstractItemModel::rowsInserted, this, &FilterModel::countChanged);
    connect(this, &QAbstractItemModel::rowsRemoved, this, &FilterModel::countChanged);
    connect(this, &QAbstractItemModel::modelReset, this, &FilterModel::countChanged);
}

void FilterModel::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    invalidateFilter();
    Q_EMIT filterTextChanged();
}

void FilterModel::setRoleName(const QString &name)
{
    if (m_roleName == name)
        return;
    m_roleName = name;
    invalidateFilter();
    Q_EMIT roleNameChanged();
}

void FilterModel::setLimit(int limit)
{
    if (m_limit == limit)
        return;
    m_limit = limit;
    invalidateFilter();
    Q_EMIT limitChanged();
}

void FilterModel::setSourceModel(QAbstractItemModel *model)
{
    if (sourceModel())
        disconnect(sourceModel(), nullptr, this, nullptr);
    QSortFilterProxyModel::setSourceModel(model);
    if (!model)
        return;
    // With a limit, one row's coming or going decides about others.
    const auto again = [this] {
        if (m_limit > 0)
            invalidateFilter();
    };
    connect(model, &QAbstractItemModel::rowsInserted, this, again);
    connect(model, &QAbstractItemModel::rowsRemoved, this, again);
    connect(model, &QAbstractItemModel::rowsMoved, this, again);
    connect(model, &QAbstractItemModel::dataChanged, this, again);
}

bool FilterModel::matches(int row) const
{
    if (m_text.isEmpty())
        return true;
    const int role = sourceModel()->roleNames().key(m_roleName.toUtf8(), -1);
    const QString name = sourceModel()->index(row, 0).data(role).toString();
    return name.contains(m_text, Qt::CaseInsensitive) || search::nameMatches(name, m_text);
}

bool FilterModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    if (!matches(row))
        return false;
    if (m_limit <= 0)
        return true;
    int before = 0;
    for (int i = 0; i < row && before < m_limit; ++i)
        before += matches(i) ? 1 : 0;
    return before < m_limit;
}

} // namespace frontdesk
