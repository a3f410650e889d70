// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartScale.h"

#include <algorithm>
#include <cmath>

namespace frontdesk::charts {

namespace {

/// The smallest of 1, 2, 5 times a power of ten that is not below `step`.
double niceStep(double step)
{
    constexpr double forgiven = 1e-9; // of rounding, so that 0.2 stays 0.2
    const double power = std::pow(10, std::floor(std::log10(step)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (step <= factor * power * (1 + forgiven))
            return factor * power;
    }
    return 10 * power;
}

} // namespace

Axis axisFor(double lowest, double highest, int wanted, double smallestStep)
{
    const double from = std::isfinite(lowest) ? std::min(0.0, lowest) : 0;
    const double to = std::isfinite(highest) ? std::max(0.0, highest) : 0;
    const double span = to - from;
    if (!(span > 0) || !std::isfinite(span))
        return {};
    const double step = std::max(niceStep(span / std::max(1, wanted)), smallestStep);
    return {std::floor(from / step) * step, std::ceil(to / step) * step, step};
}

QList<double> ticksOf(const Axis &axis)
{
    const int count = int(std::lround((axis.to - axis.from) / axis.step));
    const double first = std::round(axis.from / axis.step);
    QList<double> ticks;
    ticks.reserve(count + 1);
    for (int i = 0; i <= count; ++i)
        ticks.append((first + i) * axis.step); // multiplied, since sums would drift
    return ticks;
}

double shareOf(const Axis &axis, double value)
{
    return (value - axis.from) / (axis.to - axis.from);
}

QList<double> placesOf(Places how, int count, double width, bool mirrored)
{
    QList<double> places;
    places.reserve(std::max(0, count));
    for (int i = 0; i < count; ++i) {
        const double share = how == Places::InBands || count == 1 ? (i + 0.5) / count : double(i) / (count - 1);
        places.append((mirrored ? 1 - share : share) * width);
    }
    return places;
}

int nearestPlace(const QList<double> &places, double x)
{
    const auto nearest = std::min_element(places.cbegin(), places.cend(),
                                          [x](double a, double b) { return std::abs(a - x) < std::abs(b - x); });
    return nearest == places.cend() ? -1 : int(nearest - places.cbegin());
}

int labelStep(int count, double width, double widest)
{
    constexpr double gap = 12; // pixels between two labels
    if (count <= 1 || width <= 0)
        return 1;
    return std::max(1, int(std::ceil((widest + gap) * count / width)));
}

int levelOf(double value, double highest, int levels)
{
    if (!(value > 0) || !(highest > 0))
        return 0;
    return std::clamp(int(std::ceil(value / highest * levels)), 1, levels);
}

} // namespace frontdesk::charts
