// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>

/// Where values and categories of a chart stand. Pure; a value that is not a number is one that nobody knows.
namespace frontdesk::charts {

/// From the lowest to the highest value drawn, in steps that a person counts in: 1, 2 or 5 times a power of ten.
struct Axis {
    double from = 0;
    double to = 1;
    double step = 1;

    friend bool operator==(const Axis &, const Axis &) = default;
};

/// The axis for values between two, with about `wanted` steps none of which is smaller than `smallestStep` (0: any). It
/// always has 0 on it: an axis that begins elsewhere makes small changes look large.
Axis axisFor(double lowest, double highest, int wanted, double smallestStep = 0);
QList<double> ticksOf(const Axis &axis); ///< upwards

/// How far up the axis a value is: 0 at its beginning, 1 at its end.
double shareOf(const Axis &axis, double value);

/// The middle of each of `count` categories over `width`. At the edges the first and the last stand at both ends, as
/// points of a line do; in bands each has the same room, as columns do. Mirrored: from right to left.
enum class Places { AtEdges, InBands };
QList<double> placesOf(Places how, int count, double width, bool mirrored);
int nearestPlace(const QList<double> &places, double x); ///< -1 if there is none

/// Of labels as wide as `widest`, every how many there is room for in `width`: 1 is all of them.
int labelStep(int count, double width, double widest);

/// 0 for nothing or unknown, else from 1 to `levels` by how much of `highest` it is. All that is more than nothing is
/// at least 1, since one message in a quiet hour is something to see.
int levelOf(double value, double highest, int levels);

} // namespace frontdesk::charts
