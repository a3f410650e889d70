// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartNumbers.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>

namespace frontdesk::charts {

namespace {

struct NumberWords {
    Q_DECLARE_TR_FUNCTIONS(ChartNumbers)
};

constexpr int digits = 3;
constexpr double thousand = 1000;

/// Rounded to as many digits as are shown.
double rounded(double value)
{
    if (value == 0)
        return 0;
    const double unit = std::pow(10, std::floor(std::log10(std::abs(value))) - (digits - 1));
    return std::round(value / unit) * unit;
}

} // namespace

QString plainNumber(double value, int decimals, const QLocale &locale)
{
    const double power = std::pow(10, decimals);
    const double shown = std::round(value * power) / power;
    int needed = 0;
    for (double scale = 1; needed < decimals && std::abs(std::round(shown * scale) / scale - shown) > 1e-9; ++needed)
        scale *= 10;
    return locale.toString(shown == 0 ? 0.0 : shown, 'f', needed); // no "-0"
}

QString shortNumber(double value, const QLocale &locale)
{
    double shown = rounded(value);
    int word = 0;
    for (; word < 3 && std::abs(shown) >= thousand; ++word)
        shown /= thousand;
    const double size = std::abs(shown);
    const QString number = plainNumber(shown, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 4, locale);
    switch (word) {
    case 1:
        return NumberWords::tr("%1 k", "thousands").arg(number);
    case 2:
        return NumberWords::tr("%1 M", "millions").arg(number);
    case 3:
        return NumberWords::tr("%1 bn", "billions, 10 to the 9th").arg(number);
    default:
        return number;
    }
}

} // namespace frontdesk::charts
