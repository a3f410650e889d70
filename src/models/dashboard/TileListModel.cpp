// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboard/TileListModel.h"

namespace frontdesk::models {

void TileListModel::show(QVector<Tile> tiles)
{
    replaceRows(m_tiles, std::move(tiles), [](const Tile &tile) { return tile.figure; });
}

int TileListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tiles.size());
}

QVariant TileListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Tile &tile = m_tiles[index.row()];
    switch (role) {
    case NameRole:
        return tile.figure;
    case LabelRole:
        return tile.label;
    case FigureRole:
        return tile.value;
    case ChangeRole:
        return tile.change.text;
    case DirectionRole:
        return tile.change.direction;
    case UpIsRole:
        return tile.upIs;
    case PicksRole:
        return tile.picks;
    case AlarmRole:
        return tile.alarm;
    case UnitRole:
        return tile.unit;
    default:
        return {};
    }
}

QHash<int, QByteArray> TileListModel::roleNames() const
{
    return {{NameRole, "name"},     {LabelRole, "label"},         {FigureRole, "figure"},
            {ChangeRole, "change"}, {DirectionRole, "direction"}, {UpIsRole, "upIs"},
            {PicksRole, "picks"},   {AlarmRole, "alarm"},         {UnitRole, "unit"}};
}

} // namespace frontdesk::models
