// SPDX-License-Identifier: GPL-3.0-or-later
#include "SparkGeometry.h"

#include <algorithm>
#include <cmath>

namespace frontdesk::charts {

QList<Path> SparkGeometry::lines() const
{
    constexpr double margin = 2; // pixels, for half the line and the dot at its end
    double lowest = std::nan("");
    double highest = std::nan("");
    for (const double value : m_values) { // fmin and fmax pass over what is unknown
        lowest = std::fmin(lowest, value);
        highest = std::fmax(highest, value);
    }
    const Axis axis = highest > lowest ? Axis{lowest, highest, 1} : Axis{lowest - 1, lowest + 1, 1};
    const QList<double> places =
        placesOf(Places::AtEdges, int(m_values.size()), std::max(0.0, m_width - 2 * margin), m_mirrored);
    QList<Path> lines = linesOf(pointsOf(m_values, axis, places, std::max(0.0, m_height - 2 * margin)));
    for (Path &line : lines) {
        for (QPointF &point : line)
            point += QPointF(margin, margin);
    }
    return lines;
}

QPointF SparkGeometry::end() const
{
    const QList<Path> drawn = lines();
    return drawn.isEmpty() ? QPointF() : drawn.last().last();
}

} // namespace frontdesk::charts
