// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartFigures.h"

#include <QtCore/QSequentialIterable>
#include <QtQml/QJSValue>

#include <algorithm>
#include <cmath>

namespace frontdesk::charts {

namespace {

/// A list of any kind, from C++ or JavaScript.
QVariantList itemsOf(QVariant list)
{
    if (list.metaType() == QMetaType::fromType<QJSValue>())
        list = list.value<QJSValue>().toVariant();
    QVariantList items;
    if (!list.canConvert<QSequentialIterable>())
        return items;
    const auto sequence = list.value<QSequentialIterable>();
    items.reserve(sequence.size());
    for (const QVariant &item : sequence)
        items.append(item);
    return items;
}

QList<double> numbersOf(const QVariant &list)
{
    if (list.metaType() == QMetaType::fromType<QList<double>>())
        return list.value<QList<double>>();
    QList<double> numbers;
    const QVariantList items = itemsOf(list);
    numbers.reserve(items.size());
    for (const QVariant &item : items) {
        bool known = item.isValid() && !item.isNull();
        const double number = known ? item.toDouble(&known) : 0;
        numbers.append(known ? number : std::nan(""));
    }
    return numbers;
}

QStringList textsOf(const QVariant &list)
{
    QStringList texts;
    const QVariantList items = itemsOf(list);
    for (const QVariant &item : items)
        texts.append(item.toString());
    return texts;
}

template <typename List>
QVariantList listsOf(const QList<List> &lists)
{
    QVariantList all;
    for (const List &list : lists)
        all.append(QVariant::fromValue(list));
    return all;
}

bool same(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

/// Unlike a comparison of the tables, which takes two unknown values for different.
bool sameRow(const FigureTable &a, const FigureTable &b, int category)
{
    for (int series = 0; series < std::max(a.values.size(), b.values.size()); ++series) {
        if (!same(valueOf(a, series, category), valueOf(b, series, category)) ||
            a.texts.value(series).value(category) != b.texts.value(series).value(category))
            return false;
    }
    return true;
}

} // namespace

ChartFigures::ChartFigures(QObject *parent)
    : QAbstractListModel(parent)
{
}

void ChartFigures::setCategories(const QStringList &categories)
{
    if (categories == m_table.categories)
        return;
    const bool moves = categories.size() != m_table.categories.size();
    if (moves)
        beginResetModel();
    m_table.categories = categories;
    m_highest = extentOf(m_table).highest; // values beyond the last category do not count
    if (moves)
        endResetModel();
    else
        tellRows(0, count() - 1);
    Q_EMIT categoriesChanged();
    Q_EMIT figuresChanged();
}

void ChartFigures::setNames(const QStringList &names)
{
    if (names == m_table.names)
        return;
    m_table.names = names;
    tellRows(0, count() - 1);
    Q_EMIT namesChanged();
    Q_EMIT figuresChanged();
}

QVariantList ChartFigures::values() const
{
    return listsOf(m_table.values);
}

void ChartFigures::setValues(const QVariantList &values)
{
    FigureTable next = m_table;
    next.values.clear();
    for (const QVariant &series : values)
        next.values.append(numbersOf(series));
    int first = -1;
    int last = -1;
    for (int category = 0; category < count(); ++category) {
        if (!sameRow(m_table, next, category)) {
            first = first < 0 ? category : first;
            last = category;
        }
    }
    const bool otherSeries = next.values.size() != m_table.values.size();
    m_table.values = next.values; // also those of categories that are still to come
    if (first < 0 && !otherSeries)
        return;
    const double highest = extentOf(m_table).highest;
    const bool rescaled = highest != m_highest || otherSeries;
    m_highest = highest;
    tellRows(rescaled ? 0 : first, rescaled ? count() - 1 : last);
    if (otherSeries)
        Q_EMIT seriesCountChanged();
    Q_EMIT figuresChanged();
}

QVariantList ChartFigures::texts() const
{
    return listsOf(m_table.texts);
}

void ChartFigures::setTexts(const QVariantList &texts)
{
    QList<QStringList> next;
    for (const QVariant &series : texts)
        next.append(textsOf(series));
    if (next == m_table.texts)
        return;
    m_table.texts = next;
    tellRows(0, count() - 1);
    Q_EMIT figuresChanged();
}

void ChartFigures::setPattern(const QString &pattern)
{
    if (pattern == m_table.pattern)
        return;
    m_table.pattern = pattern;
    tellRows(0, count() - 1);
    Q_EMIT figuresChanged();
}

void ChartFigures::setDecimals(int decimals)
{
    if (decimals == m_table.decimals)
        return;
    m_table.decimals = decimals;
    tellRows(0, count() - 1);
    Q_EMIT figuresChanged();
}

void ChartFigures::tellRows(int first, int last)
{
    if (first >= 0 && last >= first)
        Q_EMIT dataChanged(index(first), index(last));
}

int ChartFigures::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ChartFigures::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int category = index.row();
    switch (role) {
    case Qt::DisplayRole:
    case CategoryRole:
        return m_table.categories[category];
    case CellsRole: {
        QStringList cells;
        for (int series = 0; series < seriesCount(); ++series)
            cells.append(textOf(m_table, series, category));
        return cells;
    }
    case SharesRole: {
        QList<double> shares;
        for (int series = 0; series < seriesCount(); ++series) {
            const double share = m_highest > 0 ? valueOf(m_table, series, category) / m_highest : 0;
            shares.append(share > 0 ? std::min(1.0, share) : 0.0); // also of an unknown value
        }
        return QVariant::fromValue(shares);
    }
    case SpokenRole:
        return spokenRow(m_table, category);
    default:
        return {};
    }
}

QHash<int, QByteArray> ChartFigures::roleNames() const
{
    return {{CategoryRole, "category"}, {CellsRole, "cells"}, {SharesRole, "shares"}, {SpokenRole, "spoken"}};
}

} // namespace frontdesk::charts
