// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartScale.h"

#include <QtCore/QPointF>
#include <QtCore/QRectF>

/// What is drawn for a series of values, in pixels from the top left of the plot. Pure.
namespace frontdesk::charts {

using Path = QList<QPointF>;

/// One point for each value at the place of its category; a value that nobody knows has a point that is not a number.
Path pointsOf(const QList<double> &values, const Axis &axis, const QList<double> &places, double height);

/// The points in runs without a hole: where a value is unknown the line ends, it does not guess. A value that stands
/// alone becomes a dash around its place.
QList<Path> linesOf(const Path &points);

/// The same runs closed along the zero line, to be filled.
QList<Path> areasOf(const QList<Path> &lines, const Axis &axis, double height);

/// A column from the zero line for each value. Series stand beside each other in the band of a category, the first
/// where reading begins; empty where the value is unknown.
QList<QRectF> columnsOf(const QList<double> &values, int series, int seriesCount, const Axis &axis, const QSizeF &plot,
                        bool mirrored);

/// The outline of a column whose far end is rounded; it stands on `zero`, or hangs from it.
Path outlineOf(const QRectF &column, double zero);

/// A short line across each category's band at the height of its value: what a column is to be measured against.
QList<Path> marksOf(const Path &points, double bandWidth);

} // namespace frontdesk::charts
