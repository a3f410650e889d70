// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/RowsBehind.h"

namespace frontdesk::figures {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString createdAt = u"createdAt"_s;
const QString changedAt = u"changedAt"_s;

/// Milliseconds since 1970 UTC of the beginning and of the last moment of the days.
std::pair<qint64, qint64> timesOf(const Query &query)
{
    const Span span = spanOf(query);
    return {span.from * quarterLength, span.until * quarterLength - 1};
}

RecordQuery records(RecordKind kind, const Query &query)
{
    RecordQuery rows{.kind = kind};
    if (query.owner)
        rows.filters.append({fields::owner, FilterTest::Is, query.owner->text()});
    return rows;
}

RecordRows madeIn(RecordKind kind, const Query &query)
{
    const auto [first, last] = timesOf(query);
    RecordQuery rows = records(kind, query);
    rows.filters.append({createdAt, FilterTest::AtLeast, first});
    rows.filters.append({createdAt, FilterTest::AtMost, last});
    rows.sortBy = createdAt;
    rows.descending = true;
    return {rows};
}

RecordQuery notIn(RecordQuery rows, const QStringList &stages)
{
    for (const QString &stage : stages)
        rows.filters.append({fields::place, FilterTest::IsNot, stage});
    return rows;
}

RecordRows openDeals(const Query &query, const ClosedStages &stages)
{
    RecordQuery rows = notIn(records(RecordKind::Deal, query), stages.won + stages.lost);
    rows.sortBy = fields::value;
    rows.descending = true;
    return {rows};
}

RecordRows closedDeals(const Query &query, const QStringList &others)
{
    RecordQuery rows = notIn(records(RecordKind::Deal, query), others);
    rows.filters.append({fields::place, FilterTest::IsNotEmpty, {}});
    rows.filters.append({changedAt, FilterTest::AtLeast, timesOf(query).first});
    rows.sortBy = changedAt;
    rows.descending = true;
    return {rows, false};
}

RecordRows ofMonth(const QString &month, Query query, const QStringList &others)
{
    query.from = QDate::fromString(month + "-01"_L1, Qt::ISODate);
    query.until = query.from.addMonths(1);
    return closedDeals(query, others);
}

MessageRows messages(const Query &query)
{
    const auto [first, last] = timesOf(query);
    search::Request request;
    request.from = first;
    request.until = last + 1;
    if (query.owner)
        request.authors = {{*query.owner}};
    return {request};
}

Rows ofDeals(const QString &figure, const Query &query, const ClosedStages &stages)
{
    if (figure == "deals.new"_L1)
        return madeIn(RecordKind::Deal, query);
    if (figure == "deals.open"_L1 || figure == "deals.value"_L1 || figure == "deals.forecast"_L1)
        return openDeals(query, stages);
    if (figure == "deals.won"_L1 || figure == "deals.wonValue"_L1 || figure == "deals.timeToClose"_L1)
        return closedDeals(query, stages.open + stages.lost);
    if (figure == "deals.lost"_L1 || figure == "deals.lostValue"_L1)
        return closedDeals(query, stages.open + stages.won);
    if (figure == "deals.winRate"_L1)
        return closedDeals(query, stages.open);
    return NoRows{};
}

/// Of figures that are named by what they are about.
Rows ofPart(const QString &figure, const QString &part, const Query &query, const ClosedStages &stages)
{
    if (figure == "stage"_L1) {
        RecordRows rows = openDeals(query, stages);
        rows.query.filters.append({fields::place, FilterTest::Is, part.section(u'/', 1)});
        return rows;
    }
    if (figure == "reason"_L1)
        return closedDeals(query, stages.open + stages.won);
    if (figure == "month"_L1)
        return ofMonth(part, query, stages.open + stages.lost);
    if (figure == "owner"_L1) {
        Query ofOwner = query;
        ofOwner.owner = UserId(part);
        return openDeals(ofOwner, stages);
    }
    if (figure == "hour"_L1)
        return messages(query);
    return NoRows{};
}

} // namespace

Rows rowsBehind(const QString &figure, const Query &query, const ClosedStages &stages)
{
    if (const qsizetype colon = figure.indexOf(u':'); colon >= 0)
        return ofPart(figure.left(colon), figure.mid(colon + 1), query, stages);
    if (figure == "contacts.new"_L1)
        return madeIn(RecordKind::Contact, query);
    if (figure == "messages.sent"_L1)
        return messages(query);
    if (figure == "conversations.waiting"_L1 || figure == "conversations.firstResponse"_L1)
        return ConversationRows{};
    return ofDeals(figure, query, stages);
}

} // namespace frontdesk::figures
