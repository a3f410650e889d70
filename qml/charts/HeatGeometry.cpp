// SPDX-License-Identifier: GPL-3.0-or-later
#include "HeatGeometry.h"

#include <QtGui/QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace frontdesk::charts {

namespace {

constexpr double besideRows = 12; // pixels between the rows' names and the cells
constexpr double belowCells = 4;  // pixels between the cells and the categories' labels

/// Of `count` cells with gaps between them, the one at `at`; -1 outside.
int cellAt(double at, double cell, double gap, int count)
{
    if (cell <= 0 || at < 0)
        return -1;
    const int index = int(at / (cell + gap));
    return index < count ? index : -1;
}

} // namespace

void HeatGeometry::setFigures(ChartFigures *figures)
{
    if (figures == m_figures)
        return;
    if (m_figures)
        m_figures->disconnect(this);
    m_figures = figures;
    if (figures)
        connect(figures, &ChartFigures::figuresChanged, this, &HeatGeometry::update);
    Q_EMIT figuresChanged();
    update();
}

void HeatGeometry::update()
{
    const Scale next = scale();
    if (!(next == m_scale)) {
        m_scale = next;
        Q_EMIT scaleChanged();
    }
    QList<int> levels;
    if (m_figures) {
        const FigureTable &table = m_figures->table();
        const double highest = extentOf(table).highest;
        for (int series = 0; series < m_figures->seriesCount(); ++series) {
            for (int category = 0; category < m_figures->count(); ++category)
                levels.append(levelOf(valueOf(table, series, category), highest, m_steps));
        }
    }
    if (levels != m_levels) {
        m_levels = levels;
        Q_EMIT levelsChanged();
    }
}

HeatGeometry::Scale HeatGeometry::scale() const
{
    if (!m_figures || m_width <= 0 || m_height <= 0 || m_figures->count() == 0 || m_figures->seriesCount() == 0)
        return {};
    const FigureTable &table = m_figures->table();
    const QFontMetricsF metrics(m_font);
    double rowName = 0;
    for (const QString &name : table.names)
        rowName = std::max(rowName, metrics.horizontalAdvance(name));
    double widest = 0;
    for (const QString &category : table.categories)
        widest = std::max(widest, metrics.horizontalAdvance(category));
    const double beside = std::ceil(rowName) + besideRows;
    const QRectF plot(m_mirrored ? 0 : beside, 0, std::max(1.0, m_width - beside),
                      std::max(1.0, m_height - metrics.height() - belowCells));
    const int columns = m_figures->count();
    const int rows = m_figures->seriesCount();
    const QSizeF cell(std::max(1.0, (plot.width() - m_gap * (columns - 1)) / columns),
                      std::max(1.0, (plot.height() - m_gap * (rows - 1)) / rows));
    return {plot, cell, charts::labelStep(columns, plot.width(), widest)};
}

QList<qreal> HeatGeometry::places() const
{
    QList<qreal> places;
    for (int category = 0; m_figures && category < m_figures->count(); ++category)
        places.append(cellOf(0, category).center().x());
    return places;
}

int HeatGeometry::seriesAt(qreal y) const
{
    return m_figures ? cellAt(y - m_scale.plot.y(), m_scale.cell.height(), m_gap, m_figures->seriesCount()) : -1;
}

int HeatGeometry::categoryAt(qreal x) const
{
    if (!m_figures)
        return -1;
    const double at = m_mirrored ? m_scale.plot.right() - x : x - m_scale.plot.x();
    return cellAt(at, m_scale.cell.width(), m_gap, m_figures->count());
}

QRectF HeatGeometry::cellOf(int series, int category) const
{
    const double along = category * (m_scale.cell.width() + m_gap);
    const double left = m_mirrored ? m_scale.plot.right() - along - m_scale.cell.width() : m_scale.plot.x() + along;
    return {{left, m_scale.plot.y() + series * (m_scale.cell.height() + m_gap)}, m_scale.cell};
}

} // namespace frontdesk::charts
