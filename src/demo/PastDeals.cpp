// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/PastDeals.h"

#include "demo/PastWriter.h"
#include "domain/Money.h"
#include "domain/RecordSchema.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>

#include <algorithm>

namespace frontdesk::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 day = PastWriter::day;
constexpr qint64 minute = PastWriter::minute;
constexpr qint64 recently = 70 * day;

// Percent.
constexpr int begunRecently = 35;
constexpr int isWon = 55;
constexpr int isAsleep = 8;

const QStringList lostReasons{u"Price"_s, u"No budget this year"_s, u"Chose a competitor"_s, u"Delivery time"_s,
                              u"No answer"_s};

QJsonObject stageOf(const QString &name, int probability, const QString &kind)
{
    return {{u"id"_s, PastWriter::named(RecordKind::Pipeline, u"stage "_s + name).id},
            {u"name"_s, name},
            {u"probability"_s, probability},
            {u"kind"_s, kind}};
}

/// That hour of the day, as the people at this computer count it.
qint64 atHour(qint64 at, int hour)
{
    return QDateTime(QDateTime::fromMSecsSinceEpoch(at).date(), QTime(hour, 0)).toMSecsSinceEpoch();
}

} // namespace

QStringList industries()
{
    return {u"Crafts"_s, u"Food"_s, u"Health"_s, u"Publishing"_s, u"Retail"_s};
}

QStringList dealSources()
{
    return {u"Referral"_s, u"Trade fair"_s, u"Website"_s, u"Old customer"_s};
}

PastDeals::PastDeals(const TeamIds &team, PastWriter &past)
    : m_team(team)
    , m_past(past)
    , m_sales(pipelineFrom(team.sales.record.id, team.sales.fields["stages"_L1].toArray()))
    , m_renewals(addRenewals(team.people.first()))
{
}

PastDeals::Pipeline PastDeals::pipelineFrom(const QString &id, const QJsonArray &stages)
{
    Pipeline pipeline{.id = id, .open = {}, .won = {}, .lost = {}};
    for (const QJsonValue &stage : stages) {
        const QString kind = stage["kind"_L1].toString();
        const QString stageId = stage["id"_L1].toString();
        if (kind == "won"_L1) {
            pipeline.won = stageId;
        } else if (kind == "lost"_L1) {
            pipeline.lost = stageId;
        } else {
            pipeline.open.append(stageId);
        }
    }
    return pipeline;
}

PastDeals::Pipeline PastDeals::addRenewals(const UserId &admin)
{
    const QJsonArray stages{stageOf(u"Due"_s, 60, u"open"_s), stageOf(u"Offered"_s, 75, u"open"_s),
                            stageOf(u"Agreed"_s, 90, u"open"_s), stageOf(u"Renewed"_s, 100, u"won"_s),
                            stageOf(u"Ended"_s, 0, u"lost"_s)};
    const RecordRef record = PastWriter::named(RecordKind::Pipeline, u"renewals"_s);
    m_past.create(admin, m_past.begin() - day, record, {{fields::name, u"Renewals"_s}, {u"stages"_s, stages}});
    return pipelineFrom(record.id, stages);
}

void PastDeals::sellTo(const Customer &customer)
{
    const int deals = m_past.between(2, 3);
    for (int index = 0; index < deals; ++index) {
        // More of late, since they are not over yet.
        const qint64 from = m_past.chance(begunRecently)
                                ? std::max(customer.since, m_past.now() - m_past.upTo(recently))
                                : customer.since + m_past.upTo(m_past.now() - customer.since);
        const QString title = customer.market->deals.at(index % customer.market->deals.size());
        auto won = sell(customer, m_sales, title, from);
        while (won) {
            won = sell(customer, m_renewals, title, m_past.daysOn(*won, m_past.between(150, 190)));
        }
    }
}

std::optional<qint64> PastDeals::sell(const Customer &customer, const Pipeline &pipeline, const QString &title,
                                      qint64 from)
{
    const qint64 since = m_past.daysOn(std::max(from, customer.since + day), 1);
    if (since >= m_past.now()) {
        return {};
    }
    const auto later = std::find_if(customer.people.begin(), customer.people.end(),
                                    [since](const Acquaintance &person) { return person.since >= since; });
    const qsizetype known = std::max<qsizetype>(1, later - customer.people.begin());
    const Deal deal{.record = PastWriter::named(RecordKind::Deal, QString::number(m_deals++)),
                    .contact = customer.people.at(m_past.between(0, int(known) - 1)).contact,
                    .owner = m_past.chance(85) ? customer.owner : m_past.pick(m_team.people),
                    .market = customer.market,
                    .since = since};
    begin(deal, customer, pipeline, title);
    return close(deal, pipeline);
}

void PastDeals::begin(const Deal &deal, const Customer &customer, const Pipeline &pipeline, const QString &title)
{
    m_past.create(deal.owner, deal.since, deal.record,
                  {{fields::name, u"%1 – %2"_s.arg(title, customer.firm.name)},
                   {fields::value, amount(customer.market->currency)},
                   {fields::place, QJsonObject{{u"pipeline"_s, pipeline.id}, {u"stage"_s, pipeline.open.first()}}},
                   {u"expectedClose"_s, dayText(deal.since + 70 * day)},
                   {fields::owner, deal.owner.text()},
                   {fields::contact, deal.contact.id},
                   {fields::company, customer.company.id},
                   {customFieldName(u"source"_s), m_past.pick(dealSources())}});
    if (m_past.chance(45)) {
        const qint64 done = m_past.daysOn(deal.since, m_past.between(2, 9));
        task(deal, deal.owner, deal.since + 5 * minute, atHour(deal.since + 6 * day, 17), done);
    }
}

std::optional<qint64> PastDeals::close(const Deal &deal, const Pipeline &pipeline)
{
    const bool won = m_past.chance(isWon);
    const bool asleep = m_past.chance(isAsleep);
    const qsizetype last = won ? pipeline.open.size() : m_past.between(1, int(pipeline.open.size()));
    qint64 at = deal.since;
    for (qsizetype stage = 1; stage <= last; ++stage) {
        at = m_past.daysOn(at, m_past.between(5, 26));
        if (at >= m_past.now() || (asleep && stage == last)) {
            m_open.append(deal);
            return {};
        }
        if (stage == last) {
            goTo(deal, pipeline, won ? pipeline.won : pipeline.lost, at, won ? QString() : m_past.pick(lostReasons));
            break;
        }
        goTo(deal, pipeline, pipeline.open[stage], at);
        if (stage == 2) {
            m_raises[deal.contact.id].append({at, deal.owner, false});
        }
        if (m_past.chance(35)) {
            m_past.note(deal.owner, at + 4 * minute, deal.record, m_past.pick(deal.market->notes));
        }
        if (m_past.chance(20)) {
            m_past.change(deal.owner, at + 20 * minute, deal.record, {{fields::value, amount(deal.market->currency)}});
        }
    }
    if (!won) {
        return {};
    }
    m_raises[deal.contact.id].append({at, deal.owner, true});
    return at;
}

void PastDeals::goTo(const Deal &deal, const Pipeline &pipeline, const QString &stage, qint64 at,
                     const QString &lostReason)
{
    QJsonObject place{{u"pipeline"_s, pipeline.id}, {u"stage"_s, stage}};
    if (!lostReason.isEmpty()) {
        place.insert(u"lostReason"_s, lostReason);
    }
    m_past.change(deal.owner, at, deal.record, {{fields::place, place}});
}

void PastDeals::raiseContacts()
{
    for (auto contact = m_raises.begin(); contact != m_raises.end(); ++contact) {
        std::stable_sort(contact->begin(), contact->end(), [](const Raise &a, const Raise &b) { return a.at < b.at; });
        QString status = u"lead"_s;
        for (const Raise &raise : std::as_const(*contact)) {
            const QString wanted = raise.isCustomer || status == "customer"_L1 ? u"customer"_s : u"qualified"_s;
            if (std::exchange(status, wanted) != wanted) {
                m_past.change(raise.by, raise.at + minute, {RecordKind::Contact, contact.key()},
                              {{fields::status, wanted}});
            }
        }
    }
}

void PastDeals::task(const Deal &deal, const UserId &assignee, qint64 made, qint64 due, std::optional<qint64> done)
{
    const RecordRef record = PastWriter::named(RecordKind::Task, QString::number(m_tasks++));
    m_past.create(deal.owner, made, record,
                  {{fields::name, m_past.pick(deal.market->tasks)},
                   {fields::due, due},
                   {u"reminder"_s, due - 30 * minute},
                   {fields::assignee, assignee.text()},
                   {fields::about, deal.record.text()}});
    if (done) {
        m_past.change(assignee, *done, record, {{fields::done, true}});
    }
}

void PastDeals::leaveSomethingToDo()
{
    std::stable_sort(m_open.begin(), m_open.end(), [](const Deal &a, const Deal &b) { return a.since > b.since; });
    constexpr int late = 7;
    constexpr int today = 6;
    constexpr int later = 14;
    for (int index = 0; index < late + today + later && !m_open.isEmpty(); ++index) {
        const Deal &deal = m_open.at(index % m_open.size());
        const UserId assignee = index % 2 == 0 ? m_team.people.first() : deal.owner;
        const qint64 made = std::max(deal.since, m_past.now() - 12 * day) + 15 * minute;
        const int days = index < late ? -m_past.between(1, 9) : (index < late + today ? 0 : m_past.between(1, 20));
        task(deal, assignee, std::min(made, m_past.now() - minute), atHour(m_past.now() + days * day, 17), {});
    }
}

void PastDeals::disagree()
{
    constexpr qsizetype disagreements = 2;
    for (qsizetype index = 0; index < std::min(disagreements, m_open.size()); ++index) {
        // The oldest ones: they were made long before.
        const Deal &deal = m_open.at(m_open.size() - 1 - index);
        const UserId &other = deal.owner == m_team.people[1] ? m_team.people[6] : m_team.people[1];
        const qint64 at = m_past.now() - (index + 1) * 50 * minute;
        m_past.change(deal.owner, at, deal.record, {{u"expectedClose"_s, dayText(at + 21 * day)}});
        m_past.changeUnseen(other, at + 12 * minute, deal.record, {{u"expectedClose"_s, dayText(at + 35 * day)}},
                            {{u"expectedClose"_s, dayText(deal.since + 70 * day)}});
    }
}

QJsonObject PastDeals::amount(const QString &currency) const
{
    const int hundreds = m_past.between(4, 240);
    return money::toJson(currency == "JPY"_L1 ? Money{hundreds * 15'000LL, currency}
                                              : Money{hundreds * 10'000LL, currency});
}

} // namespace frontdesk::demo
