// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartPaths.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace frontdesk::charts {

namespace {

constexpr double dash = 6;           // pixels, of a value that stands alone
constexpr double filledPart = 0.62;  // of a band, the rest is the gap to the next
constexpr double widestColumn = 44;  // pixels
constexpr double betweenColumns = 2; // pixels, of one category
constexpr double cornerRadius = 3;   // pixels

} // namespace

Path pointsOf(const QList<double> &values, const Axis &axis, const QList<double> &places, double height)
{
    Path points;
    points.reserve(places.size());
    for (qsizetype i = 0; i < places.size(); ++i) {
        const double value = i < values.size() ? values[i] : std::nan("");
        points.append({places[i], height * (1 - shareOf(axis, value))});
    }
    return points;
}

QList<Path> linesOf(const Path &points)
{
    QList<Path> lines;
    bool within = false;
    for (const QPointF &point : points) {
        const bool known = std::isfinite(point.y());
        if (known && !within)
            lines.append(Path());
        if (known)
            lines.last().append(point);
        within = known;
    }
    for (Path &line : lines) {
        if (line.size() == 1)
            line = {line.first() - QPointF(dash / 2, 0), line.first() + QPointF(dash / 2, 0)};
    }
    return lines;
}

QList<Path> areasOf(const QList<Path> &lines, const Axis &axis, double height)
{
    const double zero = height * (1 - shareOf(axis, 0));
    QList<Path> areas = lines;
    for (Path &area : areas) {
        area.append({area.last().x(), zero});
        area.append({area.first().x(), zero});
        area.append(area.first());
    }
    return areas;
}

QList<QRectF> columnsOf(const QList<double> &values, int series, int seriesCount, const Axis &axis, const QSizeF &plot,
                        bool mirrored)
{
    const auto count = int(values.size());
    const QList<double> places = placesOf(Places::InBands, count, plot.width(), mirrored);
    const double room = count > 0 ? filledPart * plot.width() / count : 0;
    const double width = std::clamp((room - betweenColumns * (seriesCount - 1)) / seriesCount, 1.0, widestColumn);
    const double all = width * seriesCount + betweenColumns * (seriesCount - 1);
    const int slot = mirrored ? seriesCount - 1 - series : series;
    const double zero = plot.height() * (1 - shareOf(axis, 0));
    QList<QRectF> columns;
    columns.reserve(count);
    for (int i = 0; i < count; ++i) {
        const double end = plot.height() * (1 - shareOf(axis, values[i]));
        const double left = places[i] - all / 2 + slot * (width + betweenColumns);
        columns.append(std::isfinite(end) ? QRectF(left, std::min(zero, end), width, std::abs(end - zero)) : QRectF());
    }
    return columns;
}

Path outlineOf(const QRectF &column, double zero)
{
    if (column.isEmpty())
        return {};
    constexpr int cornerPoints = 4;
    const bool hangs = column.bottom() > zero + column.height() / 2;
    const double radius = std::min({cornerRadius, column.width() / 2, column.height()});
    const double end = hangs ? column.bottom() : column.top();
    const double base = hangs ? column.top() : column.bottom();
    const double inwards = hangs ? -radius : radius;
    Path outline{{column.left(), base}};
    for (int i = 0; i <= cornerPoints; ++i) {
        const double angle = std::numbers::pi / 2 * i / cornerPoints;
        outline.append({column.left() + radius * (1 - std::cos(angle)), end + inwards * (1 - std::sin(angle))});
    }
    for (int i = cornerPoints; i >= 0; --i) {
        const double angle = std::numbers::pi / 2 * i / cornerPoints;
        outline.append({column.right() - radius * (1 - std::cos(angle)), end + inwards * (1 - std::sin(angle))});
    }
    outline.append({column.right(), base});
    outline.append(outline.first());
    return outline;
}

QList<Path> marksOf(const Path &points, double bandWidth)
{
    constexpr double markedPart = 0.84; // of a band
    QList<Path> marks;
    for (const QPointF &point : points) {
        const QPointF half(bandWidth * markedPart / 2, 0);
        if (std::isfinite(point.y()))
            marks.append({point - half, point + half});
    }
    return marks;
}

} // namespace frontdesk::charts
