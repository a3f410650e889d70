// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtCore/QHash>
#include <QtQml/qqmlregistration.h>

#include <algorithm>

namespace frontdesk::models {

/// A list of values. New values take the place of the old ones by removals, moves, insertions and changes, so that a
/// view keeps its selection and running animations; where so many change their places that nobody could follow them
/// with the eyes, the rows stay and get other values. GUI thread. Derived classes name it in full: QML's type registrar
/// (Qt 6.4) resolves a base in a namespace only so.
class RowListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    [[nodiscard]] int count() const { return rowCount({}); }

Q_SIGNALS:
    void countChanged();

protected:
    explicit RowListModel(QObject *parent = nullptr);

    /// Turns `rows` into `next`. `key(row)` names a row for its whole life and is unique; rows compare with ==.
    template <class Row, class Key>
    void replaceRows(QVector<Row> &rows, QVector<Row> next, Key key);

private:
    static constexpr qsizetype mostMoves = 24;

    template <class Row>
    void replaceInPlace(QVector<Row> &rows, QVector<Row> next);

    template <class Row, class Key>
    void removeMissing(QVector<Row> &rows, const QVector<Row> &next, Key key);
    /// How many rows of `next` have to be taken from further back in `rows`.
    template <class Row, class Key>
    static qsizetype movesBetween(const QVector<Row> &rows, const QVector<Row> &next, Key key);
};

template <class Row, class Key>
void RowListModel::removeMissing(QVector<Row> &rows, const QVector<Row> &next, Key key)
{
    QSet<std::decay_t<decltype(key(next.first()))>> kept;
    for (const Row &row : next)
        kept.insert(key(row));
    for (qsizetype last = rows.size() - 1; last >= 0; --last) {
        if (kept.contains(key(rows[last])))
            continue;
        qsizetype first = last;
        while (first > 0 && !kept.contains(key(rows[first - 1])))
            --first;
        beginRemoveRows({}, int(first), int(last));
        rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

template <class Row, class Key>
qsizetype RowListModel::movesBetween(const QVector<Row> &rows, const QVector<Row> &next, Key key)
{
    QHash<std::decay_t<decltype(key(next.first()))>, qsizetype> places;
    for (qsizetype i = 0; i < rows.size(); ++i)
        places.insert(key(rows[i]), i);
    qsizetype moves = 0;
    qsizetype nearest = rows.size(); // place of the foremost row that comes later in `next`
    for (auto row = next.crbegin(); row != next.crend(); ++row) {
        const qsizetype place = places.value(key(*row), -1);
        if (place < 0)
            continue;
        if (place > nearest)
            ++moves;
        nearest = std::min(nearest, place);
    }
    return moves;
}

template <class Row>
void RowListModel::replaceInPlace(QVector<Row> &rows, QVector<Row> next)
{
    const qsizetype before = rows.size();
    if (next.size() < before) {
        beginRemoveRows({}, int(next.size()), int(before - 1));
        rows.resize(next.size());
        endRemoveRows();
    }
    const qsizetype kept = rows.size();
    for (qsizetype i = 0; i < kept; ++i)
        rows[i] = next[i];
    if (kept > 0)
        Q_EMIT dataChanged(index(0), index(int(kept - 1)));
    if (next.size() > kept) {
        beginInsertRows({}, int(kept), int(next.size() - 1));
        rows = std::move(next);
        endInsertRows();
    }
    if (rows.size() != before)
        Q_EMIT countChanged();
}

template <class Row, class Key>
void RowListModel::replaceRows(QVector<Row> &rows, QVector<Row> next, Key key)
{
    const qsizetype before = rows.size();
    if (before == 0 && !next.isEmpty()) {
        beginInsertRows({}, 0, int(next.size()) - 1);
        rows = std::move(next);
        endInsertRows();
        Q_EMIT countChanged();
        return;
    }
    if (movesBetween(rows, next, key) > mostMoves) {
        replaceInPlace(rows, std::move(next));
        return;
    }
    removeMissing(rows, next, key);

    QSet<std::decay_t<decltype(key(next.first()))>> present;
    for (const Row &row : std::as_const(rows))
        present.insert(key(row));
    for (qsizetype i = 0; i < next.size(); ++i) {
        if (!present.contains(key(next[i]))) {
            qsizetype last = i;
            while (last + 1 < next.size() && !present.contains(key(next[last + 1])))
                ++last;
            beginInsertRows({}, int(i), int(last));
            for (qsizetype k = i; k <= last; ++k)
                rows.insert(k, next[k]);
            endInsertRows();
            i = last;
            continue;
        }
        if (key(rows[i]) != key(next[i])) {
            const auto found = std::find_if(rows.begin() + i + 1, rows.end(),
                                            [&](const Row &row) { return key(row) == key(next[i]); });
            const qsizetype from = found - rows.begin();
            beginMoveRows({}, int(from), int(from), {}, int(i));
            rows.move(from, i);
            endMoveRows();
        }
        if (!(rows[i] == next[i])) {
            rows[i] = next[i];
            Q_EMIT dataChanged(index(int(i)), index(int(i)));
        }
    }
    if (rows.size() != before)
        Q_EMIT countChanged();
}

} // namespace frontdesk::models
