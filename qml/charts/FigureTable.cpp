// SPDX-License-Identifier: GPL-3.0-or-later
#include "FigureTable.h"

#include "ChartNumbers.h"

#include <QtCore/QCoreApplication>

#include <cmath>
#include <optional>

namespace frontdesk::charts {

namespace {

struct FigureWords {
    Q_DECLARE_TR_FUNCTIONS(FigureTable)
};

constexpr int fewCategories = 8;
constexpr int fewSeries = 3;

struct Cell {
    int series;
    int category;
};

/// Of the values of some series, those a summary names; none if nothing is known.
struct Remarkable {
    Cell first;
    Cell last;
    Cell highest;
    Cell lowest;
};

std::optional<Remarkable> remarkableOf(const FigureTable &table, int firstSeries, int lastSeries)
{
    std::optional<Remarkable> found;
    for (int series = firstSeries; series <= lastSeries; ++series) {
        for (int category = 0; category < table.categories.size(); ++category) {
            const double value = valueOf(table, series, category);
            const Cell cell{series, category};
            if (!std::isfinite(value))
                continue;
            if (!found)
                found = Remarkable{cell, cell, cell, cell};
            found->last = cell;
            if (value > valueOf(table, found->highest.series, found->highest.category))
                found->highest = cell;
            if (value < valueOf(table, found->lowest.series, found->lowest.category))
                found->lowest = cell;
        }
    }
    return found;
}

QString textOf(const FigureTable &table, const Cell &cell)
{
    return textOf(table, cell.series, cell.category);
}

/// "this year: € 12 k in January to € 31 k in December, …", without the name where there is only one series.
QString courseOf(const FigureTable &table, int series)
{
    const auto found = remarkableOf(table, series, series);
    const QString name = nameOf(table, series);
    if (!found)
        return name.isEmpty() ? FigureWords::tr("nothing known") : FigureWords::tr("%1: nothing known").arg(name);
    const auto at = [&](const Cell &cell) {
        return FigureWords::tr("%1 (%2)", "a value and its category")
            .arg(textOf(table, cell), table.categories[cell.category]);
    };
    const QString course = FigureWords::tr("from %1 to %2, highest %3, lowest %4")
                               .arg(at(found->first), at(found->last), at(found->highest), at(found->lowest));
    return name.isEmpty() ? course
                          : FigureWords::tr("%1: %2", "the name of a series and how it runs").arg(name, course);
}

} // namespace

double valueOf(const FigureTable &table, int series, int category)
{
    if (series < 0 || series >= table.values.size() || category < 0 || category >= table.values[series].size())
        return std::nan("");
    return table.values[series][category];
}

QString textOf(const FigureTable &table, int series, int category)
{
    const double value = valueOf(table, series, category);
    if (!std::isfinite(value))
        return QStringLiteral("–");
    if (series < table.texts.size() && category < table.texts[series].size() &&
        !table.texts[series][category].isEmpty())
        return table.texts[series][category];
    return QString(table.pattern).replace(QLatin1String("%1"), plainNumber(value, table.decimals));
}

QString nameOf(const FigureTable &table, int series)
{
    return table.names.value(series);
}

bool isEmpty(const FigureTable &table)
{
    return !remarkableOf(table, 0, int(table.values.size()) - 1);
}

Extent extentOf(const FigureTable &table)
{
    const auto found = remarkableOf(table, 0, int(table.values.size()) - 1);
    if (!found)
        return {0, 0};
    return {valueOf(table, found->lowest.series, found->lowest.category),
            valueOf(table, found->highest.series, found->highest.category)};
}

QString spokenRow(const FigureTable &table, int category)
{
    QStringList parts;
    for (int series = 0; series < table.values.size(); ++series) {
        const QString name = nameOf(table, series);
        const QString text = std::isfinite(valueOf(table, series, category)) ? textOf(table, series, category)
                                                                             : FigureWords::tr("unknown");
        parts.append(name.isEmpty() ? text : FigureWords::tr("%1 %2", "a series and its value").arg(name, text));
    }
    return FigureWords::tr("%1: %2", "a category and its values")
        .arg(table.categories.value(category), parts.join(FigureWords::tr(", ", "between values")));
}

QString spokenCell(const FigureTable &table, int series, int category)
{
    return FigureWords::tr("%1, %2: %3", "a series, a category and the value")
        .arg(nameOf(table, series), table.categories.value(category), textOf(table, series, category));
}

QString summaryOf(const FigureTable &table)
{
    const auto seriesCount = int(table.values.size());
    const auto all = remarkableOf(table, 0, seriesCount - 1);
    if (!all)
        return FigureWords::tr("nothing known");
    if (seriesCount > fewSeries) {
        return FigureWords::tr("highest %1 (%2, %3), lowest %4 (%5, %6)")
            .arg(textOf(table, all->highest), nameOf(table, all->highest.series),
                 table.categories[all->highest.category], textOf(table, all->lowest), nameOf(table, all->lowest.series),
                 table.categories[all->lowest.category]);
    }
    QStringList parts;
    if (table.categories.size() <= fewCategories) {
        for (int category = 0; category < table.categories.size(); ++category)
            parts.append(spokenRow(table, category));
    } else {
        for (int series = 0; series < seriesCount; ++series)
            parts.append(courseOf(table, series));
    }
    return parts.join(FigureWords::tr("; ", "between parts of a summary"));
}

} // namespace frontdesk::charts
