// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/RowListModel.h"
#include "models/dashboard/DashboardTiles.h"

namespace frontdesk::models {

/// The tiles of the dashboard. GUI thread.
class TileListModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the DashboardModel")

public:
    enum Roles {
        NameRole = Qt::UserRole + 1, ///< of its figure, for Workspace::showRowsBehind
        LabelRole,
        FigureRole,    ///< in words, "€ 412 k"; "–" while it is not known
        ChangeRole,    ///< "8", "14 %"
        DirectionRole, ///< "up", "down", "same"; empty: there is nothing to compare with
        UpIsRole,      ///< "good", "bad" or "neutral"
        PicksRole,     ///< there are rows behind it
        AlarmRole,     ///< why it asks for attention, "above 30"; empty: it does not
        UnitRole,      ///< of its alarms: "count", "minutes", "percent"; empty: it has none
    };

    explicit TileListModel(QObject *parent = nullptr)
        : RowListModel(parent)
    {
    }

    void show(QVector<Tile> tiles);
    [[nodiscard]] const QVector<Tile> &tiles() const { return m_tiles; }

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    QVector<Tile> m_tiles;
};

} // namespace frontdesk::models
