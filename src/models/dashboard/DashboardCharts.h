// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/Answer.h"

#include <QtCore/QVariant>

#include <functional>

namespace frontdesk::models {

/// What one chart draws and says, in the form that charts::ChartFigures takes.
struct ChartData {
    QStringList categories = {};
    QStringList names = {};   ///< of the series
    QVariantList values = {}; ///< a list of numbers for each series
    QVariantList texts = {};  ///< exact words for them
    QString pattern = {};
    QStringList figures = {}; ///< of each category the figure behind it

    friend bool operator==(const ChartData &, const ChartData &) = default;
};
QVariantMap toMap(const ChartData &chart);

/// A person's name by their id, as a chart writes it.
using NameOf = std::function<QString(const QString &user)>;

ChartData revenueOf(const figures::Answer &answer); ///< by month, this year and the year before
ChartData funnelOf(const figures::Answer &answer, const QString &periodText, const QString &beforeText);
ChartData reasonsOf(const figures::Answer &answer);
ChartData volumeOf(const figures::Answer &answer); ///< a series for each weekday, a category for each hour
ChartData ownersOf(const figures::Answer &answer, const NameOf &nameOf); ///< what each has won

} // namespace frontdesk::models
