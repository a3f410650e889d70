// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/Query.h"

namespace frontdesk::figures {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int minutesOfQuarter = 15;
constexpr qint64 quartersOfDay = 24 * 60 / minutesOfQuarter;
constexpr int largestOffset = 14 * 60; // minutes; Kiribati

QDate readDay(FieldReader &fields, QLatin1String name)
{
    const QDate day = QDate::fromString(fields.text(name), Qt::ISODate);
    if (fields.ok() && (!day.isValid() || day.year() < 1970 || day.year() > 9999))
        fields.wrong(name, u"must be a day such as 2026-11-29"_s);
    return day;
}

qint64 dayNumber(const QDate &day)
{
    return QDate(1970, 1, 1).daysTo(day);
}

} // namespace

Query readQuery(FieldReader &fields)
{
    Query query{.from = readDay(fields, "from"_L1), .until = readDay(fields, "until"_L1)};
    if (fields.has("owner"_L1))
        query.owner = UserId(fields.text("owner"_L1));
    if (fields.has("team"_L1))
        query.team = fields.text("team"_L1);
    query.offset = int(std::clamp<qint64>(
        fields.optionalInteger("offset"_L1, std::numeric_limits<qint64>::min()).value_or(0), -100'000, 100'000));
    if (!fields.ok())
        return query;
    if (query.until <= query.from || query.from.daysTo(query.until) > Query::mostDays)
        fields.wrong(u"until"_s, u"must be 1 to %1 days after from"_s.arg(Query::mostDays));
    else if (query.offset % minutesOfQuarter != 0 || std::abs(query.offset) > largestOffset)
        fields.wrong(u"offset"_s, u"must be quarters of an hour, in minutes"_s);
    else if (fields.has("team"_L1) && (query.owner || query.team.isEmpty()))
        fields.wrong(u"team"_s, u"must be the id of a team, without an owner"_s);
    return query;
}

QJsonObject toJson(const Query &query)
{
    QJsonObject object{{u"from"_s, query.from.toString(Qt::ISODate)},
                       {u"until"_s, query.until.toString(Qt::ISODate)},
                       {u"offset"_s, query.offset}};
    if (query.owner)
        object.insert("owner"_L1, query.owner->text());
    if (!query.team.isEmpty())
        object.insert("team"_L1, query.team);
    return object;
}

Span spanOf(const QDate &from, const QDate &until, int offset)
{
    const qint64 ahead = offset / minutesOfQuarter;
    return {dayNumber(from) * quartersOfDay - ahead, dayNumber(until) * quartersOfDay - ahead};
}

Span spanBefore(const Query &query)
{
    const Span span = spanOf(query);
    return {span.from - (span.until - span.from), span.from};
}

LocalTime localTimeOf(qint64 quarter, int offset)
{
    const qint64 there = quarter + offset / minutesOfQuarter;
    const qint64 ofDay = ((there % quartersOfDay) + quartersOfDay) % quartersOfDay;
    return {QDate(1970, 1, 1).addDays((there - ofDay) / quartersOfDay), int(ofDay / 4)};
}

} // namespace frontdesk::figures
