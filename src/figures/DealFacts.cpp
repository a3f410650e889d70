// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/DealFacts.h"

namespace frontdesk::figures {

using namespace Qt::Literals::StringLiterals;

namespace {

QString nameOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Open:
        return u"open"_s;
    case Outcome::Won:
        return u"won"_s;
    case Outcome::Lost:
        return u"lost"_s;
    }
    Q_UNREACHABLE();
}

void addClosed(QVector<Entry> &entries, const DealFacts &facts)
{
    const bool isWon = facts.outcome == Outcome::Won;
    const qint64 quarter = quarterOf(facts.closedAt);
    entries.append({isWon ? Measure::WonDeals : Measure::LostDeals, quarter, facts.owner,
                    isWon ? QString() : facts.lostReason, 1});
    if (facts.value)
        entries.append({isWon ? Measure::WonValue : Measure::LostValue, quarter, facts.owner, facts.value->currency,
                        facts.value->minor});
    if (isWon)
        entries.append({Measure::TimeToClose, quarter, facts.owner, {}, facts.closedAt - facts.createdAt});
}

void addOpen(QVector<Entry> &entries, const DealFacts &facts, qint64 quarter)
{
    entries.append({Measure::OpenDeals, quarter, facts.owner, facts.stage, 1});
    if (!facts.value)
        return;
    const QString key = moneyKey(facts.stage, facts.value->currency);
    entries.append({Measure::OpenValue, quarter, facts.owner, key, facts.value->minor});
    if (facts.probability)
        entries.append(
            {Measure::OwnForecast, quarter, facts.owner, key, weighted(facts.value->minor, *facts.probability)});
    else
        entries.append({Measure::StageForecast, quarter, facts.owner, key, facts.value->minor});
}

} // namespace

QJsonObject toJson(const DealFacts &facts)
{
    QJsonObject object{{u"createdAt"_s, facts.createdAt}, {u"owner"_s, facts.owner},
                       {u"stage"_s, facts.stage},         {u"outcome"_s, nameOf(facts.outcome)},
                       {u"closedAt"_s, facts.closedAt},   {u"lostReason"_s, facts.lostReason},
                       {u"deleted"_s, facts.deleted}};
    if (facts.value)
        object.insert("value"_L1, money::toJson(*facts.value));
    if (facts.probability)
        object.insert("probability"_L1, *facts.probability);
    return object;
}

DealFacts dealFactsFrom(const QJsonObject &object)
{
    const QString outcome = object["outcome"_L1].toString();
    DealFacts facts{.createdAt = object["createdAt"_L1].toInteger(),
                    .owner = object["owner"_L1].toString(),
                    .stage = object["stage"_L1].toString(),
                    .outcome = outcome == "won"_L1    ? Outcome::Won
                               : outcome == "lost"_L1 ? Outcome::Lost
                                                      : Outcome::Open,
                    .closedAt = object["closedAt"_L1].toInteger(),
                    .lostReason = object["lostReason"_L1].toString(),
                    .value = {},
                    .probability = {},
                    .deleted = object["deleted"_L1].toBool()};
    if (const auto value = money::fromJson(object["value"_L1].toObject()))
        facts.value = value.value();
    if (object.contains("probability"_L1))
        facts.probability = object["probability"_L1].toInt();
    return facts;
}

QVector<Entry> entriesOf(const DealFacts &facts, qint64 quarter)
{
    QVector<Entry> entries;
    if (facts.deleted)
        return entries;
    entries.append({Measure::NewDeals, quarterOf(facts.createdAt), facts.owner, {}, 1});
    if (facts.outcome == Outcome::Open)
        addOpen(entries, facts, quarter);
    else
        addClosed(entries, facts);
    return entries;
}

qint64 weighted(qint64 minor, int percent)
{
    const qint64 rest = minor % 100 * percent; // the whole hundreds apart, so that nothing overflows
    const qint64 rounding = rest < 0 ? -50 : 50;
    return minor / 100 * percent + (rest + rounding) / 100;
}

} // namespace frontdesk::figures
