// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboard/Period.h"

#include <QtCore/QCoreApplication>

#include <array>

namespace frontdesk::models {

namespace {

constexpr std::array<std::pair<Period, QLatin1String>, 5> names{{{Period::Today, QLatin1String("today")},
                                                                 {Period::Week, QLatin1String("week")},
                                                                 {Period::Month, QLatin1String("month")},
                                                                 {Period::Quarter, QLatin1String("quarter")},
                                                                 {Period::Year, QLatin1String("year")}}};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Dashboard)
};

} // namespace

QString nameOf(Period period)
{
    return names.at(size_t(period)).second;
}

std::optional<Period> periodFrom(const QString &name)
{
    for (const auto &[period, own] : names)
        if (own == name)
            return period;
    return {};
}

QString textOf(Period period)
{
    switch (period) {
    case Period::Today:
        return Words::tr("Today");
    case Period::Week:
        return Words::tr("This week");
    case Period::Month:
        return Words::tr("This month");
    case Period::Quarter:
        return Words::tr("This quarter");
    case Period::Year:
        return Words::tr("This year");
    }
    Q_UNREACHABLE();
}

QString beforeTextOf(Period period)
{
    switch (period) {
    case Period::Today:
        return Words::tr("vs yesterday");
    case Period::Week:
        return Words::tr("vs last week");
    case Period::Month:
        return Words::tr("vs the days before", "as many days before the month");
    case Period::Quarter:
        return Words::tr("vs the days before", "as many days before the quarter");
    case Period::Year:
        return Words::tr("vs last year");
    }
    Q_UNREACHABLE();
}

figures::Query queryOf(Period period, const QDate &today, int offset)
{
    const QDate month(today.year(), today.month(), 1);
    const QDate quarter = month.addMonths(-((today.month() - 1) % 3));
    const QDate year(today.year(), 1, 1);
    const QDate monday = today.addDays(1 - today.dayOfWeek());
    switch (period) {
    case Period::Today:
        return {.from = today, .until = today.addDays(1), .owner = {}, .offset = offset};
    case Period::Week:
        return {.from = monday, .until = monday.addDays(7), .owner = {}, .offset = offset};
    case Period::Month:
        return {.from = month, .until = month.addMonths(1), .owner = {}, .offset = offset};
    case Period::Quarter:
        return {.from = quarter, .until = quarter.addMonths(3), .owner = {}, .offset = offset};
    case Period::Year:
        return {.from = year, .until = year.addYears(1), .owner = {}, .offset = offset};
    }
    Q_UNREACHABLE();
}

} // namespace frontdesk::models
