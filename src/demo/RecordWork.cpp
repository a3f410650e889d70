// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/RecordWork.h"

#include "demo/Customers.h"
#include "domain/Money.h"
#include "domain/Overlay.h"

#include <QtCore/QJsonArray>
#include <QtCore/QUuid>

#include <algorithm>
#include <array>

namespace frontdesk::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype fewDeals = 12;
constexpr int isWon = 65; ///< percent, of deals at the last open stage

const QStringList lostReasons{u"Price"_s, u"Chose a competitor"_s, u"No answer"_s};

QString randomId(QRandomGenerator &random)
{
    const std::array<quint32, 4> bits{random(), random(), random(), random()};
    const QByteArray bytes(reinterpret_cast<const char *>(bits.data()), sizeof(bits));
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

ChangeRecord changeOf(const RecordState &state, const QString &field, const QJsonValue &value)
{
    return {.record = state.record,
            .basis = {.version = state.version, .after = {}},
            .set = {{field, value}},
            .was = {{field, state.fields[field]}},
            .lists = {},
            .resolves = {}};
}

const RecordState &pick(const QVector<const RecordState *> &from, QRandomGenerator &random)
{
    return *from.at(random.bounded(int(from.size())));
}

bool isOf(const RecordState &state, const QString &field, const UserId &person)
{
    return state.fields[field].toString() == person.text();
}

/// Those of this person if there are any.
QVector<const RecordState *> ratherOf(const UserId &person, const QString &field,
                                      const QVector<const RecordState *> &from)
{
    QVector<const RecordState *> own;
    std::copy_if(from.begin(), from.end(), std::back_inserter(own),
                 [&](const RecordState *state) { return isOf(*state, field, person); });
    return own.isEmpty() ? from : own;
}

} // namespace

void RecordWork::knows(const RecordState &state)
{
    const auto [known, isNew] = m_states.emplace(state.record.text(), state);
    if (!isNew && known->second.version < state.version) {
        known->second = state;
    }
}

void RecordWork::changes(const RecordChanged &change)
{
    const auto known = m_states.find(change.record.text());
    if (known != m_states.end() && known->second.version < change.version) {
        known->second = withChange(known->second, change, known->second.changedAt);
    }
}

template <class Fits>
RecordWork::States RecordWork::all(RecordKind kind, Fits fits) const
{
    States found;
    for (const auto &[key, state] : m_states) {
        if (state.record.kind == kind && !state.fields[fields::deleted].toBool() && fits(state)) {
            found.append(&state);
        }
    }
    return found;
}

RecordWork::States RecordWork::others(RecordKind kind, const QString &personField) const
{
    return all(kind, [&](const RecordState &state) { return !isOf(state, personField, m_visitor); });
}

QJsonArray RecordWork::stagesOf(const RecordState &deal) const
{
    const RecordRef pipeline{RecordKind::Pipeline, deal.fields[fields::place]["pipeline"_L1].toString()};
    const auto found = m_states.find(pipeline.text());
    return found == m_states.end() ? QJsonArray() : found->second.fields["stages"_L1].toArray();
}

RecordWork::States RecordWork::openDeals() const
{
    return all(RecordKind::Deal, [this](const RecordState &deal) {
        const QString stage = deal.fields[fields::place]["stage"_L1].toString();
        const QJsonArray stages = stagesOf(deal);
        return std::any_of(stages.begin(), stages.end(), [&](const QJsonValue &each) {
            return each["id"_L1].toString() == stage && each["kind"_L1].toString() == "open"_L1;
        });
    });
}

std::optional<CommandBody> RecordWork::moveDeal(const UserId &colleague, QRandomGenerator &random) const
{
    States deals = openDeals();
    deals.removeIf([this](const RecordState *deal) { return isOf(*deal, fields::owner, m_visitor); });
    if (deals.isEmpty()) {
        return {};
    }
    const RecordState &deal = pick(ratherOf(colleague, fields::owner, deals), random);
    const bool won = random.bounded(100) < isWon;
    const QString from = deal.fields[fields::place]["stage"_L1].toString();
    QJsonObject place = deal.fields[fields::place].toObject();
    bool passed = false;
    for (const QJsonValue &stage : stagesOf(deal)) {
        const QString kind = stage["kind"_L1].toString();
        if (passed && (kind == "open"_L1 || (kind == "won"_L1) == won)) {
            place.insert(u"stage"_s, stage["id"_L1]);
            if (kind == "lost"_L1) {
                place.insert(u"lostReason"_s, lostReasons.at(random.bounded(int(lostReasons.size()))));
            }
            return changeOf(deal, fields::place, place);
        }
        passed = passed || stage["id"_L1].toString() == from;
    }
    return {};
}

std::optional<CommandBody> RecordWork::changePhone(QRandomGenerator &random) const
{
    States contacts = others(RecordKind::Contact, fields::owner);
    contacts.removeIf([](const RecordState *contact) { return contact->lists.value(fields::phones).isEmpty(); });
    if (contacts.isEmpty()) {
        return {};
    }
    const RecordState &contact = pick(contacts, random);
    // Another extension: the last two digits are free in every range that the demo uses.
    const QString known = contact.lists.value(fields::phones).first();
    const QString number = known.chopped(2) + u"%1"_s.arg(random.bounded(100), 2, 10, QChar(u'0'));
    if (number == known) {
        return {};
    }
    return ChangeRecord{.record = contact.record,
                        .basis = {.version = contact.version, .after = {}},
                        .set = {},
                        .was = {},
                        .lists = {{fields::phones, {.add = {number}, .remove = {known}}}},
                        .resolves = {}};
}

std::optional<CommandBody> RecordWork::writeNote(const Market &market, QRandomGenerator &random) const
{
    const States deals = openDeals();
    if (deals.isEmpty() || market.notes.isEmpty()) {
        return {};
    }
    return CreateRecord{.record = {RecordKind::Note, randomId(random)},
                        .set = {{fields::text, market.notes.at(random.bounded(int(market.notes.size())))},
                                {fields::about, pick(deals, random).record.text()}},
                        .lists = {}};
}

std::optional<CommandBody> RecordWork::tickTask(const UserId &colleague, QRandomGenerator &random) const
{
    const States tasks = all(RecordKind::Task, [&](const RecordState &task) {
        return isOf(task, fields::assignee, colleague) && !task.fields[fields::done].toBool();
    });
    if (tasks.isEmpty()) {
        return {};
    }
    return changeOf(pick(tasks, random), fields::done, true);
}

std::optional<CommandBody> RecordWork::beginDeal(const UserId &colleague, const Market &market,
                                                 QRandomGenerator &random) const
{
    const States contacts = all(RecordKind::Contact, [](const RecordState &contact) {
        return !contact.fields[fields::company].toString().isEmpty();
    });
    const States pipelines = all(RecordKind::Pipeline, [](const RecordState &pipeline) {
        return !pipeline.fields["stages"_L1].toArray().isEmpty();
    });
    if (contacts.isEmpty() || pipelines.isEmpty() || market.deals.isEmpty()) {
        return {};
    }
    const RecordState &contact = pick(contacts, random);
    const RecordState &pipeline = pick(pipelines, random);
    const QJsonValue first = pipeline.fields["stages"_L1].toArray().first();
    const qint64 amount = random.bounded(4, 240) * (market.currency == "JPY"_L1 ? 15'000LL : 10'000LL);
    return CreateRecord{
        .record = {RecordKind::Deal, randomId(random)},
        .set = {{fields::name, u"%1 – %2"_s.arg(market.deals.at(random.bounded(int(market.deals.size()))),
                                                contact.fields[fields::name].toString())},
                {fields::value, money::toJson({amount, market.currency})},
                {fields::place, QJsonObject{{u"pipeline"_s, pipeline.record.id}, {u"stage"_s, first["id"_L1]}}},
                {fields::owner, colleague.text()},
                {fields::contact, contact.record.id},
                {fields::company, contact.fields[fields::company]}},
        .lists = {}};
}

std::optional<CommandBody> RecordWork::next(const UserId &colleague, const Market &market,
                                            QRandomGenerator &random) const
{
    if (openDeals().size() < fewDeals) {
        return beginDeal(colleague, market, random);
    }
    switch (random.bounded(5)) {
    case 0:
        return changePhone(random);
    case 1:
        return writeNote(market, random);
    case 2:
        return tickTask(colleague, random);
    default:
        return moveDeal(colleague, random);
    }
}

} // namespace frontdesk::demo
