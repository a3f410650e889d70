// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace frontdesk::charts {

/// The figures of a chart: a value for each category (a month, a stage, an hour) of each series (this year, the target,
/// a weekday). A value that nobody knows is not a number.
struct FigureTable {
    QStringList categories;
    QStringList names;           ///< of the series
    QList<QList<double>> values; ///< by series, then by category
    QList<QStringList> texts;    ///< exact words for values, in the same order; where there are none they are made
    QString pattern = QStringLiteral("%1"); ///< around a number: "€ %1", "%1 %"
    int decimals = 0;                       ///< at most, of a number without words of its own
};

struct Extent {
    double lowest;
    double highest;
};

double valueOf(const FigureTable &table, int series, int category);
QString textOf(const FigureTable &table, int series, int category); ///< "–" for an unknown value
QString nameOf(const FigureTable &table, int series);
bool isEmpty(const FigureTable &table);    ///< nothing is known
Extent extentOf(const FigureTable &table); ///< of what is known; zeros if there is nothing

/// "March: this year € 12,400, target € 14,000": what a cursor reads.
QString spokenRow(const FigureTable &table, int category);
QString spokenCell(const FigureTable &table, int series, int category); ///< "Tuesday, 13: 42"

/// The chart in words, for those who do not see it: all values if there are few, else where each series begins, ends,
/// and is highest and lowest; of many series only the highest and the lowest value.
QString summaryOf(const FigureTable &table);

} // namespace frontdesk::charts
