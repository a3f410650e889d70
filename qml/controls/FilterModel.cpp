// SPDX-License-Identifier: GPL-3.0-or-later
#include "FilterModel.h"

#include "domain/SearchQuery.h"

#include <algorithm>

namespace frontdesk {

FilterModel::FilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    connect(this, &QAbstractItemModel::rowsInserted, this, &FilterModel::countChanged);
    connect(this, &QAbstractItemModel::rowsRemoved, this, &FilterModel::countChanged);
    connect(this, &QAbstractItemModel::modelReset, this, &FilterModel::countChanged);
    sort(0);
}

void FilterModel::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    rank();
    show();
    Q_EMIT filterTextChanged();
}

void FilterModel::setNameRoles(const QStringList &names)
{
    if (m_nameRoles == names)
        return;
    m_nameRoles = names;
    readNames();
    rank();
    show();
    Q_EMIT nameRolesChanged();
}

void FilterModel::setLimit(int limit)
{
    if (m_limit == limit)
        return;
    m_limit = limit;
    rank();
    show();
    Q_EMIT limitChanged();
}

void FilterModel::setSourceModel(QAbstractItemModel *model)
{
    if (model == sourceModel())
        return;
    if (sourceModel())
        disconnect(sourceModel(), nullptr, this, nullptr);
    m_folded.clear();
    // Ranked before the base class looks at the rows that came or changed, and shown after that: one row's coming or
    // going decides about others.
    const auto rankAll = [this, model] {
        if (model != sourceModel())
            return;
        readNames();
        rank();
    };
    const auto rankChanged = [this](const QModelIndex &first, const QModelIndex &last) {
        if (readNames(first.row(), last.row()))
            rank();
    };
    const auto showChanged = [this] {
        if (m_changed)
            show();
    };
    if (model) {
        connect(model, &QAbstractItemModel::rowsInserted, this, rankAll);
        connect(model, &QAbstractItemModel::rowsRemoved, this, rankAll);
        connect(model, &QAbstractItemModel::rowsMoved, this, rankAll);
        connect(model, &QAbstractItemModel::modelReset, this, rankAll);
        connect(model, &QAbstractItemModel::dataChanged, this, rankChanged);
    }
    QSortFilterProxyModel::setSourceModel(model);
    if (model) {
        connect(model, &QAbstractItemModel::rowsInserted, this, showChanged);
        connect(model, &QAbstractItemModel::rowsRemoved, this, showChanged);
        connect(model, &QAbstractItemModel::rowsMoved, this, showChanged);
        connect(model, &QAbstractItemModel::modelReset, this, showChanged);
        connect(model, &QAbstractItemModel::dataChanged, this, showChanged);
    }
    readNames();
    rank();
    show();
}

QStringList FilterModel::textsOf(int row) const
{
    const QHash<int, QByteArray> roles = sourceModel()->roleNames();
    QStringList texts;
    for (const QString &name : m_nameRoles)
        texts.append(sourceModel()->index(row, 0).data(roles.key(name.toUtf8(), -1)).toStringList());
    return texts;
}

search::Names FilterModel::folded(const QStringList &texts)
{
    search::Names names;
    for (const QString &text : texts) {
        auto known = m_folded.constFind(text);
        if (known == m_folded.constEnd())
            known = m_folded.insert(text, search::fold(text));
        names.append(*known);
    }
    return names;
}

void FilterModel::readNames()
{
    m_texts.clear();
    m_names.clear();
    const int rows = sourceModel() ? sourceModel()->rowCount() : 0;
    for (int row = 0; row < rows; ++row) {
        m_texts.append(textsOf(row));
        m_names.append(folded(m_texts.last()));
    }
}

bool FilterModel::readNames(int first, int last)
{
    bool others = false;
    for (int row = first; row <= last && row < m_texts.size(); ++row) {
        QStringList texts = textsOf(row);
        if (texts == m_texts[row])
            continue;
        others = true;
        m_names[row] = folded(texts);
        m_texts[row] = std::move(texts);
    }
    return others;
}

void FilterModel::rank()
{
    QVector<Place> places(m_names.size());
    const search::Query query = search::parse(m_text, {});
    const bool meansMessages = !query.filters.isEmpty() || (query.isEmpty() && !m_text.trimmed().isEmpty());
    if (!meansMessages) {
        const QVector<search::NameHit> hits = search::findNames(m_names, query.terms, m_limit);
        for (qsizetype rank = 0; rank < hits.size(); ++rank)
            places[hits[rank].index] = {rank, hits[rank].highlights};
    }
    m_places = std::move(places);
    m_changed = true;
}

void FilterModel::show()
{
    m_changed = false;
    invalidateFilter();
    sort(-1); // or it would think that it is sorted
    sort(0);
    if (const int rows = rowCount(); rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(rows - 1, 0), {MarksRole});
}

bool FilterModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    return row < m_places.size() && m_places[row].rank >= 0;
}

bool FilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto rankOf = [this](const QModelIndex &index) {
        return index.row() < m_places.size() ? m_places[index.row()].rank : qsizetype(index.row());
    };
    return rankOf(left) < rankOf(right);
}

QVariant FilterModel::data(const QModelIndex &index, int role) const
{
    if (role != MarksRole)
        return QSortFilterProxyModel::data(index, role);
    QVariantList marks;
    for (const search::Range &mark : m_places.value(mapToSource(index).row()).marks)
        marks.append(QVariantMap{{QStringLiteral("from"), mark.from}, {QStringLiteral("length"), mark.length}});
    return marks;
}

QHash<int, QByteArray> FilterModel::roleNames() const
{
    QHash<int, QByteArray> names = QSortFilterProxyModel::roleNames();
    names.insert(MarksRole, "marks");
    return names;
}

} // namespace frontdesk
