// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/RowsBehind.h"

namespace frontdesk::figures {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString createdAt = u"createdAt"_s;
const QString changedAt = u"changedAt"_s;

/// What is asked for beside the figure's name.
struct Question {
    Query query;
    Owners whose;
    ClosedStages stages;
};

/// Milliseconds since 1970 UTC of the beginning and of the last moment of the days.
std::pair<qint64, qint64> timesOf(const Query &query)
{
    const Span span = spanOf(query);
    return {span.from * quarterLength, span.until * quarterLength - 1};
}

RecordQuery records(RecordKind kind, const Owners &whose)
{
    RecordQuery rows{.kind = kind};
    if (whose)
        rows.filters.append(isOneOf(fields::owner, *whose));
    return rows;
}

RecordRows madeIn(RecordKind kind, const Question &question)
{
    const auto [first, last] = timesOf(question.query);
    RecordQuery rows = records(kind, question.whose);
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

RecordRows openDeals(const Question &question)
{
    RecordQuery rows = notIn(records(RecordKind::Deal, question.whose), question.stages.won + question.stages.lost);
    rows.sortBy = fields::value;
    rows.descending = true;
    return {rows};
}

RecordRows closedDeals(const Question &question, const QStringList &others)
{
    RecordQuery rows = notIn(records(RecordKind::Deal, question.whose), others);
    rows.filters.append({fields::place, FilterTest::IsNotEmpty, {}});
    rows.filters.append({changedAt, FilterTest::AtLeast, timesOf(question.query).first});
    rows.sortBy = changedAt;
    rows.descending = true;
    return {rows, false};
}

RecordRows ofMonth(const QString &month, Question question)
{
    question.query.from = QDate::fromString(month + "-01"_L1, Qt::ISODate);
    question.query.until = question.query.from.addMonths(1);
    return closedDeals(question, question.stages.open + question.stages.lost);
}

MessageRows messages(const Question &question)
{
    const auto [first, last] = timesOf(question.query);
    search::Request request;
    request.from = first;
    request.until = last + 1;
    if (question.whose) {
        QVector<UserId> authors;
        for (const QString &author : *question.whose)
            authors.append(UserId(author));
        request.authors = authors;
    }
    return {request};
}

Rows ofDeals(const QString &figure, const Question &question)
{
    const ClosedStages &stages = question.stages;
    if (figure == "deals.new"_L1)
        return madeIn(RecordKind::Deal, question);
    if (figure == "deals.open"_L1 || figure == "deals.value"_L1 || figure == "deals.forecast"_L1)
        return openDeals(question);
    if (figure == "deals.won"_L1 || figure == "deals.wonValue"_L1 || figure == "deals.timeToClose"_L1)
        return closedDeals(question, stages.open + stages.lost);
    if (figure == "deals.lost"_L1 || figure == "deals.lostValue"_L1)
        return closedDeals(question, stages.open + stages.won);
    if (figure == "deals.winRate"_L1)
        return closedDeals(question, stages.open);
    return NoRows{};
}

/// Of figures that are named by what they are about.
Rows ofPart(const QString &figure, const QString &part, const Question &question)
{
    if (figure == "stage"_L1) {
        RecordRows rows = openDeals(question);
        rows.query.filters.append({fields::place, FilterTest::Is, part.section(u'/', 1)});
        return rows;
    }
    if (figure == "reason"_L1)
        return closedDeals(question, question.stages.open + question.stages.won);
    if (figure == "month"_L1)
        return ofMonth(part, question);
    if (figure == "owner"_L1) {
        Question ofOwner = question;
        ofOwner.whose = QStringList{part};
        return openDeals(ofOwner);
    }
    if (figure == "hour"_L1)
        return messages(question);
    return NoRows{};
}

} // namespace

Rows rowsBehind(const QString &figure, const Query &query, const Owners &whose, const ClosedStages &stages)
{
    const Question question{query, whose, stages};
    if (const qsizetype colon = figure.indexOf(u':'); colon >= 0)
        return ofPart(figure.left(colon), figure.mid(colon + 1), question);
    if (figure == "contacts.new"_L1)
        return madeIn(RecordKind::Contact, question);
    if (figure == "messages.sent"_L1)
        return messages(question);
    if (figure == "conversations.waiting"_L1)
        return ConversationRows{false};
    if (figure == "conversations.resolution"_L1)
        return ConversationRows{true};
    if (figure == "conversations.firstResponse"_L1)
        return ConversationRows{};
    return ofDeals(figure, question);
}

} // namespace frontdesk::figures
