// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Money.h"
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
    int target = -1;          ///< the series that the others are measured against; -1: none

    friend bool operator==(const ChartData &, const ChartData &) = default;
};
QVariantMap toMap(const ChartData &chart);

/// A person's name by their id, as a chart writes it.
using NameOf = std::function<QString(const QString &user)>;

/// The currencies that amounts of an answer are in, the most frequent first. A chart has one axis, so it draws one of
/// them: `currency`, or when that is empty the one that most of its own amounts have. Its words say all of them.
QStringList currenciesOf(const figures::Answer &answer);
/// By month, this year and the year before, and what was to be earned in each month.
ChartData revenueOf(const figures::Answer &answer, const QString &currency = {},
                    const std::optional<Money> &target = {});
ChartData funnelOf(const figures::Answer &answer, const QString &periodText, const QString &beforeText,
                   const QString &currency = {});
ChartData reasonsOf(const figures::Answer &answer);
ChartData volumeOf(const figures::Answer &answer); ///< a series for each weekday, a category for each hour
ChartData ownersOf(const figures::Answer &answer, const NameOf &nameOf,
                   const QString &currency = {}); ///< what each won

} // namespace frontdesk::models
