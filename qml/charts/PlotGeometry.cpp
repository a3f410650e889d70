// SPDX-License-Identifier: GPL-3.0-or-later
#include "PlotGeometry.h"

#include "ChartNumbers.h"

#include <QtGui/QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace frontdesk::charts {

namespace {

constexpr double besideAxis = 8;   // pixels between the axis' labels and the plot
constexpr double belowPlot = 6;    // pixels between the plot and the categories' labels
constexpr double lineMargin = 4;   // pixels, for half a line and the cursor's dot
constexpr double tickSpacing = 40; // pixels, about

QVariant moved(const QList<Path> &paths, const QPointF &by)
{
    QList<Path> all = paths;
    for (Path &path : all) {
        for (QPointF &point : path)
            point += by;
    }
    return QVariant::fromValue(all);
}

} // namespace

void PlotGeometry::setFigures(ChartFigures *figures)
{
    if (figures == m_figures)
        return;
    if (m_figures)
        m_figures->disconnect(this);
    m_figures = figures;
    if (figures)
        connect(figures, &ChartFigures::figuresChanged, this, &PlotGeometry::update);
    Q_EMIT figuresChanged();
    update();
}

void PlotGeometry::update()
{
    const Scale next = scale();
    if (!(next == m_scale)) {
        m_scale = next;
        Q_EMIT scaleChanged();
    }
    QList<QList<Path>> paths;
    for (int series = 0; m_figures && series < m_figures->seriesCount(); ++series)
        paths.append(pathsOf(series));
    m_paths = paths;
    Q_EMIT drawnChanged();
    if (m_current >= 0)
        Q_EMIT currentChanged();
}

PlotGeometry::Scale PlotGeometry::scale() const
{
    Scale scale;
    if (!m_figures || m_width <= 0 || m_height <= 0)
        return scale;
    const FigureTable &table = m_figures->table();
    const QFontMetricsF metrics(m_font);
    const auto widestOf = [&metrics](const QStringList &texts) {
        double widest = 0;
        for (const QString &text : texts)
            widest = std::max(widest, metrics.horizontalAdvance(text));
        return std::ceil(widest);
    };

    const double top = std::ceil(metrics.height() / 2);
    const double height = std::max(1.0, m_height - top - metrics.height() - belowPlot);
    const Extent extent = extentOf(table);
    const double smallestStep = table.decimals > 0 ? 0 : 1;
    scale.axis = axisFor(extent.lowest, extent.highest, std::clamp(int(height / tickSpacing), 1, 6), smallestStep);
    const QList<double> ticks = ticksOf(scale.axis);
    for (const double tick : ticks)
        scale.tickTexts.append(QString(table.pattern).replace(QLatin1String("%1"), shortNumber(tick)));

    const double axisWidth = widestOf(scale.tickTexts) + besideAxis;
    const double width = std::max(1.0, m_width - axisWidth - lineMargin);
    scale.plot = QRectF(m_mirrored ? lineMargin : axisWidth, top, width, height);
    scale.places = placesOf(m_columns ? Places::InBands : Places::AtEdges, m_figures->count(), width, m_mirrored);
    for (double &place : scale.places)
        place += scale.plot.x();
    scale.labelStep = charts::labelStep(m_figures->count(), width, widestOf(table.categories));
    return scale;
}

QList<Path> PlotGeometry::pathsOf(int series) const
{
    QList<double> values;
    for (int category = 0; category < m_figures->count(); ++category)
        values.append(valueOf(m_figures->table(), series, category));
    const QSizeF size = m_scale.plot.size();
    QList<double> places = m_scale.places;
    for (double &place : places)
        place -= m_scale.plot.x();
    const Path points = pointsOf(values, m_scale.axis, places, size.height());
    if (!m_columns)
        return linesOf(points);
    if (series == m_target)
        return marksOf(points, size.width() / std::max(1, m_figures->count()));
    const bool targetBefore = m_target >= 0 && m_target < series;
    const int others = m_figures->seriesCount() - (m_target >= 0 && m_target < m_figures->seriesCount() ? 1 : 0);
    const double zeroLine = size.height() * (1 - shareOf(m_scale.axis, 0));
    QList<Path> outlines;
    const QList<QRectF> columns =
        columnsOf(values, series - (targetBefore ? 1 : 0), others, m_scale.axis, size, m_mirrored);
    for (const QRectF &column : columns) {
        if (!column.isEmpty())
            outlines.append(outlineOf(column, zeroLine));
    }
    return outlines;
}

qreal PlotGeometry::zero() const
{
    return m_scale.plot.y() + m_scale.plot.height() * (1 - shareOf(m_scale.axis, 0));
}

QList<qreal> PlotGeometry::ticks() const
{
    QList<qreal> ticks = ticksOf(m_scale.axis);
    for (qreal &tick : ticks)
        tick = m_scale.plot.y() + m_scale.plot.height() * (1 - shareOf(m_scale.axis, tick));
    return ticks;
}

QVariantList PlotGeometry::paths() const
{
    QVariantList all;
    for (const QList<Path> &paths : m_paths)
        all.append(moved(paths, m_scale.plot.topLeft()));
    return all;
}

QVariantList PlotGeometry::areas() const
{
    QVariantList all;
    for (int series = 0; series < m_paths.size(); ++series) {
        const bool filled = !m_columns && series != m_target;
        all.append(moved(filled ? areasOf(m_paths[series], m_scale.axis, m_scale.plot.height()) : QList<Path>(),
                         m_scale.plot.topLeft()));
    }
    return all;
}

void PlotGeometry::setCurrent(int current)
{
    if (current == m_current)
        return;
    m_current = current;
    Q_EMIT currentChanged();
}

QList<qreal> PlotGeometry::currentPoints() const
{
    QList<qreal> points;
    for (int series = 0; m_figures && m_current >= 0 && series < m_figures->seriesCount(); ++series) {
        const double value = valueOf(m_figures->table(), series, m_current);
        points.append(m_scale.plot.y() + m_scale.plot.height() * (1 - shareOf(m_scale.axis, value)));
    }
    return points;
}

} // namespace frontdesk::charts
