// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/FieldOrder.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace frontdesk {

namespace {

constexpr qint64 step = 1'000; // between neighbours, so that others fit in between

/// Somebody else's program may write a fraction; absent: it has no place.
std::optional<double> placeOf(const RecordState &definition)
{
    bool isNumber = false;
    const double place = definition.fields[fields::order].toString().toDouble(&isNumber);
    return isNumber ? std::optional(place) : std::nullopt;
}

/// A whole number between two others; absent: there is none.
std::optional<qint64> between(std::optional<double> before, std::optional<double> after)
{
    if (!before && !after)
        return step;
    if (!after)
        return qint64(*before) + step;
    if (!before)
        return qint64(*after) - step;
    const qint64 middle = qint64(*before + (*after - *before) / 2);
    return double(middle) > *before && double(middle) < *after ? std::optional(middle) : std::nullopt;
}

} // namespace

void sortByOrder(QVector<RecordState> &definitions)
{
    const auto key = [](const RecordState &definition) {
        return placeOf(definition).value_or(std::numeric_limits<double>::infinity());
    };
    std::stable_sort(definitions.begin(), definitions.end(),
                     [&](const RecordState &a, const RecordState &b) { return key(a) < key(b); });
}

QHash<RecordRef, QString> orderAfterMove(const QVector<RecordState> &definitions, qsizetype from, qsizetype to)
{
    QVector<RecordState> wanted = definitions;
    wanted.move(from, to);
    const bool isFirst = to == 0;
    const bool isLast = to == wanted.size() - 1;
    const auto before = isFirst ? std::nullopt : placeOf(wanted[to - 1]);
    const auto after = isLast ? std::nullopt : placeOf(wanted[to + 1]);
    if (isFirst || before)
        if (const auto place = between(before, after))
            return {{wanted[to].record, QString::number(*place)}};
    QHash<RecordRef, QString> places;
    for (qsizetype i = 0; i < wanted.size(); ++i)
        if (placeOf(wanted[i]) != double((i + 1) * step))
            places.insert(wanted[i].record, QString::number((i + 1) * step));
    return places;
}

} // namespace frontdesk
