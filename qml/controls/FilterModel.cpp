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
    rankAnew();
    Q_EMIT nameRolesChanged();
}

void FilterModel::setNeededRole(const QString &name)
{
    if (m_neededRole == name)
        return;
    m_neededRole = name;
    rankAnew();
    Q_EMIT neededRoleChanged();
}

void FilterModel::setClosedRole(const QString &name)
{
    if (m_closedRole == name)
        return;
    m_closedRole = name;
    rankAnew();
    Q_EMIT closedRoleChanged();
}

void FilterModel::rankAnew()
{
    readNames();
    rank();
    show();
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
    rankAnew();
}

QStringList FilterModel::textsOf(int row) const
{
    const QHash<int, QByteArray> roles = sourceModel()->roleNames();
    QStringList texts;
    for (const QString &name : m_nameRoles)
        texts.append(sourceModel()->index(row, 0).data(roles.key(name.toUtf8(), -1)).toStringList());
    return texts;
}

FilterModel::State FilterModel::stateOf(int row) const
{
    const QHash<int, QByteArray> roles = sourceModel()->roleNames();
    const auto value = [&](const QString &role) {
        return sourceModel()->index(row, 0).data(roles.key(role.toUtf8(), -1)).toBool();
    };
    return {.needed = m_neededRole.isEmpty() || value(m_neededRole),
            .closed = !m_closedRole.isEmpty() && value(m_closedRole)};
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
    m_states.clear();
    const int rows = sourceModel() ? sourceModel()->rowCount() : 0;
    for (int row = 0; row < rows; ++row) {
        m_texts.append(textsOf(row));
        m_names.append(folded(m_texts.last()));
        m_states.append(stateOf(row));
    }
}

bool FilterModel::readNames(int first, int last)
{
    bool others = false;
    for (int row = first; row <= last && row < m_texts.size(); ++row) {
        const State state = stateOf(row);
        others = others || state != m_states[row];
        m_states[row] = state;
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
    const bool meansMessages =
        (query.isEmpty() && !m_text.trimmed().isEmpty()) ||
        std::any_of(query.filters.begin(), query.filters.end(), [this](const search::Filter &filter) {
            return filter.kind != search::Filter::Is || m_closedRole.isEmpty();
        });
    if (!meansMessages) {
        const bool all = m_neededRole.isEmpty() && !query.closed;
        qsizetype rank = 0;
        for (const search::NameHit &hit : search::findNames(m_names, query.terms, all ? m_limit : 0)) {
            if (m_limit > 0 && rank == m_limit)
                break;
            if (isAsked(hit.index, query.closed))
                places[hit.index] = {rank++, hit.highlights};
        }
    }
    m_places = std::move(places);
    m_changed = true;
}

bool FilterModel::isAsked(qsizetype row, const std::optional<bool> &closed) const
{
    const State &state = m_states[row];
    return state.needed && (!closed || state.closed == *closed);
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
