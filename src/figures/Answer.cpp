// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/Answer.h"

#include "domain/Money.h"
#include "figures/DealFacts.h"

#include <algorithm>
#include <map>

namespace frontdesk::figures {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int monthsShown = 24; // a year and the one before
// Of long lists the ones with the most, so that an answer is never larger than a frame.
constexpr int mostOwners = 100;
constexpr int mostReasons = 50;
constexpr int mostStages = 60;
constexpr int perMille = 1000;

/// What an owner, or everybody, adds up to.
qint64 totalOf(const QVector<Sum> &sums)
{
    qint64 total = 0;
    for (const Sum &sum : sums)
        total += sum.amount;
    return total;
}

QJsonArray amountsOf(const QMap<QString, qint64> &sums)
{
    QJsonArray amounts;
    for (auto amount = sums.begin(); amount != sums.end(); ++amount)
        if (amount.value() != 0)
            amounts.append(money::toJson({amount.value(), amount.key()}));
    return amounts;
}

/// At most so many, the largest ones, which come first.
QVector<std::pair<QString, qint64>> largest(const QMap<QString, qint64> &counts, int most)
{
    QVector<std::pair<QString, qint64>> sorted;
    for (auto count = counts.begin(); count != counts.end(); ++count)
        sorted.append({count.key(), count.value()});
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
    return sorted.mid(0, most);
}

QMap<QString, qint64> byCurrency(const QVector<Sum> &sums)
{
    QMap<QString, qint64> amounts;
    for (const Sum &sum : sums)
        amounts[sum.key] += sum.amount;
    return amounts;
}

QMap<QString, qint64> byCurrencyOfStages(const QVector<Sum> &sums)
{
    QMap<QString, qint64> amounts;
    for (const Sum &sum : sums)
        amounts[stageMoneyOf(sum.key).currency] += sum.amount;
    return amounts;
}

/// A stage as its pipeline has it today.
struct Stage {
    int place = 0;
    QString name;
    QString kind;
    int probability = 0;
};
using Stages = QHash<QString, Stage>; ///< by stageKey()

Stages stagesOf(const Sums &sums)
{
    Stages found;
    for (const auto &[pipeline, facts] : sums.pipelines()) {
        const QJsonObject stages = facts["stages"_L1].toObject();
        for (auto stage = stages.begin(); stage != stages.end(); ++stage)
            found.insert(stageKey(pipeline, stage.key()), {.place = stage.value()["place"_L1].toInt(),
                                                           .name = stage.value()["name"_L1].toString(),
                                                           .kind = stage.value()["kind"_L1].toString(),
                                                           .probability = stage.value()["probability"_L1].toInt()});
    }
    return found;
}

class Composer {
public:
    Composer(const Sums &sums, const Query &query, Owners owners)
        : m_sums(sums)
        , m_query(query)
        , m_owners(std::move(owners))
        , m_stages(stagesOf(sums))
    {
    }

    /// The figures that are compared.
    [[nodiscard]] QJsonObject compared(const Span &span) const
    {
        QJsonObject figures;
        addFlows(figures, span);
        addLevels(figures, span.until);
        return figures;
    }
    /// The others.
    void addDetails(QJsonObject &figures) const
    {
        const Span span = spanOf(m_query);
        addReasons(figures, span);
        addHours(figures, span);
        addMonths(figures);
        addOwners(figures, span);
    }

private:
    [[nodiscard]] QVector<Sum> flows(Measure measure, const Span &span) const
    {
        return m_sums.flows(measure, span, m_owners);
    }
    [[nodiscard]] QVector<Sum> levels(Measure measure, qint64 quarter) const
    {
        return m_sums.levels(measure, quarter, m_owners);
    }

    void addFlows(QJsonObject &figures, const Span &span) const
    {
        const qint64 won = totalOf(flows(Measure::WonDeals, span));
        const qint64 lost = totalOf(flows(Measure::LostDeals, span));
        figures.insert("contacts.new"_L1, totalOf(flows(Measure::NewContacts, span)));
        figures.insert("deals.new"_L1, totalOf(flows(Measure::NewDeals, span)));
        figures.insert("deals.won"_L1, won);
        figures.insert("deals.lost"_L1, lost);
        figures.insert("deals.wonValue"_L1, amountsOf(byCurrency(flows(Measure::WonValue, span))));
        figures.insert("deals.lostValue"_L1, amountsOf(byCurrency(flows(Measure::LostValue, span))));
        figures.insert("messages.sent"_L1, totalOf(flows(Measure::Messages, span)));
        if (won + lost > 0)
            figures.insert("deals.winRate"_L1, (won * perMille + (won + lost) / 2) / (won + lost));
        if (won > 0)
            figures.insert("deals.timeToClose"_L1, totalOf(flows(Measure::TimeToClose, span)) / won);
        if (const qint64 responses = totalOf(flows(Measure::Responses, span)); responses > 0)
            figures.insert("conversations.firstResponse"_L1, totalOf(flows(Measure::ResponseTime, span)) / responses);
        if (const qint64 closed = totalOf(flows(Measure::Resolutions, span)); closed > 0)
            figures.insert("conversations.resolution"_L1, totalOf(flows(Measure::ResolutionTime, span)) / closed);
    }

    void addLevels(QJsonObject &figures, qint64 quarter) const
    {
        if (!m_owners) // whose a conversation is nobody says
            figures.insert("conversations.waiting"_L1, totalOf(levels(Measure::Waiting, quarter)));
        const QVector<Sum> open = levels(Measure::OpenDeals, quarter);
        const QVector<Sum> values = levels(Measure::OpenValue, quarter);
        figures.insert("deals.open"_L1, totalOf(open));
        figures.insert("deals.value"_L1, amountsOf(byCurrencyOfStages(values)));
        figures.insert("deals.forecast"_L1, amountsOf(forecastAt(quarter)));
        addStages(figures, open, values);
    }

    [[nodiscard]] QMap<QString, qint64> forecastAt(qint64 quarter) const
    {
        QMap<QString, qint64> amounts = byCurrencyOfStages(levels(Measure::OwnForecast, quarter));
        QMap<QString, qint64> byStage; // of all owners: rounded once
        for (const Sum &sum : levels(Measure::StageForecast, quarter))
            byStage[sum.key] += sum.amount;
        for (auto amount = byStage.begin(); amount != byStage.end(); ++amount) {
            const StageMoney place = stageMoneyOf(amount.key());
            amounts[place.currency] += weighted(amount.value(), m_stages.value(place.stage).probability);
        }
        return amounts;
    }

    void addStages(QJsonObject &figures, const QVector<Sum> &open, const QVector<Sum> &values) const
    {
        QMap<QString, qint64> counts;
        for (auto stage = m_stages.begin(); stage != m_stages.end(); ++stage)
            if (stage->kind == "open"_L1)
                counts.insert(stage.key(), 0);
        for (const Sum &sum : open)
            counts[sum.key] += sum.amount;
        QMap<QString, QMap<QString, qint64>> money;
        for (const Sum &sum : values) {
            const StageMoney place = stageMoneyOf(sum.key);
            money[place.stage][place.currency] += sum.amount;
        }
        for (const auto &[key, count] : largest(counts, mostStages)) {
            const Stage stage = m_stages.value(key);
            figures.insert("stage:"_L1 + key, QJsonObject{{u"name"_s, stage.name},
                                                          {u"place"_s, stage.place},
                                                          {u"count"_s, count},
                                                          {u"value"_s, amountsOf(money.value(key))}});
        }
    }

    void addReasons(QJsonObject &figures, const Span &span) const
    {
        QMap<QString, qint64> counts;
        for (const Sum &sum : flows(Measure::LostDeals, span))
            counts[sum.key] += sum.amount;
        for (const auto &[reason, count] : largest(counts, mostReasons))
            figures.insert("reason:"_L1 + reason, count);
    }

    void addHours(QJsonObject &figures, const Span &span) const
    {
        std::map<std::pair<int, int>, qint64> counts;
        for (const Slot &slot : m_sums.slots(Measure::Messages, span, m_owners)) {
            const LocalTime time = localTimeOf(slot.quarter, m_query.offset);
            counts[{time.day.dayOfWeek(), time.hour}] += slot.amount;
        }
        for (const auto &[place, count] : counts)
            figures.insert(u"hour:%1-%2"_s.arg(place.first).arg(place.second), count);
    }

    void addMonths(QJsonObject &figures) const
    {
        const QDate last = m_query.until.addDays(-1);
        const QDate end = QDate(last.year(), last.month(), 1).addMonths(1);
        const Span span = spanOf(end.addMonths(-monthsShown), end, m_query.offset);
        std::map<QString, QMap<QString, qint64>> values;
        for (const Slot &slot : m_sums.slots(Measure::WonValue, span, m_owners))
            values[localTimeOf(slot.quarter, m_query.offset).day.toString(u"yyyy-MM"_s)][slot.key] += slot.amount;
        for (const auto &[month, value] : values)
            figures.insert("month:"_L1 + month, amountsOf(value));
    }

    struct Person {
        qint64 open = 0;
        qint64 won = 0;
        qint64 messages = 0;
        QMap<QString, qint64> openValue, wonValue;
        qint64 responses = 0;
        qint64 responseTime = 0;
    };

    void addOwners(QJsonObject &figures, const Span &span) const
    {
        QMap<QString, Person> people;
        for (const Sum &sum : levels(Measure::OpenDeals, span.until))
            people[sum.owner].open += sum.amount;
        for (const Sum &sum : levels(Measure::OpenValue, span.until))
            people[sum.owner].openValue[stageMoneyOf(sum.key).currency] += sum.amount;
        for (const Sum &sum : flows(Measure::WonDeals, span))
            people[sum.owner].won += sum.amount;
        for (const Sum &sum : flows(Measure::WonValue, span))
            people[sum.owner].wonValue[sum.key] += sum.amount;
        for (const Sum &sum : flows(Measure::Messages, span))
            people[sum.owner].messages += sum.amount;
        for (const Sum &sum : flows(Measure::Responses, span))
            people[sum.owner].responses += sum.amount;
        for (const Sum &sum : flows(Measure::ResponseTime, span))
            people[sum.owner].responseTime += sum.amount;
        QStringList names = people.keys();
        const auto rank = [&](const QString &name) {
            const Person &person = *people.constFind(name);
            return std::tuple(person.won, person.open, person.messages);
        };
        std::stable_sort(names.begin(), names.end(),
                         [&](const QString &a, const QString &b) { return rank(a) > rank(b); });
        for (const QString &name : names.mid(0, mostOwners))
            figures.insert("owner:"_L1 + name, objectOf(people[name]));
    }
    static QJsonObject objectOf(const Person &person)
    {
        QJsonObject object{{u"open"_s, person.open},
                           {u"openValue"_s, amountsOf(person.openValue)},
                           {u"won"_s, person.won},
                           {u"wonValue"_s, amountsOf(person.wonValue)},
                           {u"messages"_s, person.messages}};
        if (person.responses > 0)
            object.insert("firstResponse"_L1, person.responseTime / person.responses);
        return object;
    }

    const Sums &m_sums;
    const Query &m_query;
    const Owners m_owners;
    const Stages m_stages;
};

/// Of those that may be seen the one that was asked for.
Owners ownersOf(const Query &query, const Owners &whose)
{
    if (!query.owner)
        return whose;
    if (whose && !whose->contains(query.owner->text()))
        return QStringList();
    return QStringList{query.owner->text()};
}

QJsonObject changes(const QJsonObject &earlier, const QJsonObject &later)
{
    QJsonObject changed;
    for (auto figure = later.begin(); figure != later.end(); ++figure)
        if (earlier[figure.key()] != figure.value())
            changed.insert(figure.key(), figure.value());
    for (auto figure = earlier.begin(); figure != earlier.end(); ++figure)
        if (!later.contains(figure.key()))
            changed.insert(figure.key(), QJsonValue());
    return changed;
}

void apply(QJsonObject &figures, const QJsonObject &changed)
{
    for (auto figure = changed.begin(); figure != changed.end(); ++figure) {
        if (figure.value().isNull())
            figures.remove(figure.key());
        else
            figures.insert(figure.key(), figure.value());
    }
}

} // namespace

Answer answer(const Sums &sums, const Query &query, const Owners &whose, qint64 now)
{
    const Composer composer(sums, query, ownersOf(query, whose));
    Answer answer{.query = query, .at = now, .now = composer.compared(spanOf(query)), .before = {}};
    answer.before = composer.compared(spanBefore(query));
    composer.addDetails(answer.now);
    return answer;
}

QJsonObject toJson(const Answer &answer)
{
    QJsonObject object = toJson(answer.query);
    object.insert("at"_L1, answer.at);
    object.insert("figures"_L1, answer.now);
    object.insert("before"_L1, answer.before);
    return object;
}

Answer readAnswer(FieldReader &fields)
{
    return {.query = readQuery(fields),
            .at = fields.integer("at"_L1),
            .now = fields.object("figures"_L1),
            .before = fields.object("before"_L1)};
}

Delta deltaBetween(const Answer &earlier, const Answer &later)
{
    return {later.at, changes(earlier.now, later.now), changes(earlier.before, later.before)};
}

Answer withDelta(Answer answer, const Delta &delta)
{
    answer.at = delta.at;
    apply(answer.now, delta.now);
    apply(answer.before, delta.before);
    return answer;
}

QJsonObject toJson(const Delta &delta)
{
    QJsonObject object{{u"at"_s, delta.at}};
    if (!delta.now.isEmpty())
        object.insert("figures"_L1, delta.now);
    if (!delta.before.isEmpty())
        object.insert("before"_L1, delta.before);
    return object;
}

Delta readDelta(FieldReader &fields)
{
    Delta delta{.at = fields.integer("at"_L1), .now = {}, .before = {}};
    if (fields.has("figures"_L1))
        delta.now = fields.object("figures"_L1);
    if (fields.has("before"_L1))
        delta.before = fields.object("before"_L1);
    return delta;
}

} // namespace frontdesk::figures
