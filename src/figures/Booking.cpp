// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/Booking.h"

#include "domain/Record.h"
#include "figures/DealFacts.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace frontdesk::figures {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What is not there any more is taken out, what has come is entered; what stays is left alone.
void replace(Ledger &ledger, QVector<Entry> before, const QVector<Entry> &after)
{
    for (const Entry &entry : after)
        if (!before.removeOne(entry))
            ledger.add(entry);
    for (Entry &entry : before) {
        entry.amount = -entry.amount;
        ledger.add(entry);
    }
}

/// Whether it is in a won or a lost stage, by what is known of its pipeline when it comes there.
Outcome outcomeAt(const QJsonValue &place, const Ledger &ledger)
{
    const QJsonObject pipeline = ledger.facts(RecordRef{RecordKind::Pipeline, place["pipeline"_L1].toString()}.text());
    const QString kind = pipeline["stages"_L1][place["stage"_L1].toString()]["kind"_L1].toString();
    return kind == "won"_L1 ? Outcome::Won : kind == "lost"_L1 ? Outcome::Lost : Outcome::Open;
}

DealFacts withFields(DealFacts facts, const QJsonObject &set, qint64 at, const Ledger &ledger)
{
    if (set.contains(fields::owner))
        facts.owner = set[fields::owner].toString();
    if (set.contains(fields::deleted))
        facts.deleted = set[fields::deleted].toBool();
    if (set.contains(fields::value)) {
        const auto value = money::fromJson(set[fields::value].toObject());
        const bool fits = value && value.value().minor >= -largestAmount && value.value().minor <= largestAmount;
        facts.value = fits ? std::optional(value.value()) : std::nullopt;
    }
    if (const QJsonValue probability = set["probability"_L1]; probability.isDouble())
        facts.probability = probability.toInt();
    else if (probability.isNull())
        facts.probability.reset();
    if (set.contains(fields::place)) {
        const QJsonValue place = set[fields::place];
        const Outcome outcome = outcomeAt(place, ledger);
        if (outcome != facts.outcome)
            facts.closedAt = outcome == Outcome::Open ? 0 : at;
        facts.outcome = outcome;
        facts.stage = stageKey(place["pipeline"_L1].toString(), place["stage"_L1].toString());
        facts.lostReason = outcome == Outcome::Lost ? place["lostReason"_L1].toString() : QString();
    }
    return facts;
}

void bookDeal(const QString &subject, const DealFacts &before, const DealFacts &after, qint64 at, Ledger &ledger)
{
    ledger.setFacts(subject, toJson(after));
    replace(ledger, entriesOf(before, quarterOf(at)), entriesOf(after, quarterOf(at)));
}

QVector<Entry> entriesOfContact(const QJsonObject &facts)
{
    if (facts.isEmpty() || facts["deleted"_L1].toBool())
        return {};
    return {{Measure::NewContacts, quarterOf(facts["createdAt"_L1].toInteger()), facts["owner"_L1].toString(), {}, 1}};
}

QJsonObject withContactFields(QJsonObject facts, const QJsonObject &set)
{
    for (const QString &field : {fields::owner, fields::deleted})
        if (set.contains(field))
            facts.insert(field, set[field]);
    return facts;
}

void bookContact(const QString &subject, const QJsonObject &before, const QJsonObject &after, Ledger &ledger)
{
    if (after == before)
        return;
    ledger.setFacts(subject, after);
    replace(ledger, entriesOfContact(before), entriesOfContact(after));
}

/// By id, so that a deal's stage is found at once however many there are.
void bookPipeline(const QString &subject, const QJsonObject &set, Ledger &ledger)
{
    if (!set.contains("stages"_L1))
        return;
    QJsonObject stages;
    const QJsonArray list = set["stages"_L1].toArray();
    for (int place = 0; place < list.size(); ++place)
        stages.insert(list[place]["id"_L1].toString(), QJsonObject{{u"place"_s, place},
                                                                   {u"name"_s, list[place]["name"_L1]},
                                                                   {u"kind"_s, list[place]["kind"_L1]},
                                                                   {u"probability"_s, list[place]["probability"_L1]}});
    ledger.setFacts(subject, {{u"stages"_s, stages}});
}

/// Enters what differs of a conversation in which the last word may be another's, or which is closed or open now.
void bookWaiting(const QJsonObject &before, const QJsonObject &after, qint64 at, Ledger &ledger)
{
    const auto waits = [](const QJsonObject &facts) {
        return int(facts["waiting"_L1].toBool() && !facts["closed"_L1].toBool());
    };
    if (const int change = waits(after) - waits(before); change != 0)
        ledger.add({Measure::Waiting, quarterOf(at), {}, {}, change});
}

/// It lies where the conversation was closed, with who closed it.
QVector<Entry> resolutionOf(const QJsonObject &facts)
{
    if (!facts.contains("closedAt"_L1) || !facts.contains("since"_L1))
        return {};
    const qint64 closedAt = facts["closedAt"_L1].toInteger();
    const QString by = facts["closedBy"_L1].toString();
    return {{Measure::Resolutions, quarterOf(closedAt), by, {}, 1},
            {Measure::ResolutionTime,
             quarterOf(closedAt),
             by,
             {},
             std::max<qint64>(0, closedAt - facts["since"_L1].toInteger())}};
}

/// Closed, or opened again by hand: then it was not done, and goes on since its first message. What a message has
/// opened is open already.
void bookClosing(const RecordRef &record, const JournalRow &row, Ledger &ledger)
{
    const bool closed = row.payload["set"_L1][fields::closed].toBool();
    const QJsonObject before = ledger.facts(record.text());
    if (before["closed"_L1].toBool() == closed)
        return;
    QJsonObject facts = before;
    facts.insert("closed"_L1, closed);
    if (closed) {
        facts.insert("closedAt"_L1, row.at);
        facts.insert("closedBy"_L1, row.actor.text());
    } else {
        facts.remove("closedAt"_L1);
        facts.remove("closedBy"_L1);
    }
    ledger.setFacts(record.text(), facts);
    replace(ledger, resolutionOf(before), resolutionOf(facts));
    bookWaiting(before, facts, row.at, ledger);
}

void bookMessage(const JournalRow &row, Ledger &ledger)
{
    const QString author = row.payload["author"_L1].toString();
    ledger.add({Measure::Messages, quarterOf(row.payload["at"_L1].toInteger()), author, {}, 1});

    const QString subject = u"conversation:"_s + row.payload["conversation"_L1].toString();
    const QJsonObject before = ledger.facts(subject);
    QJsonObject facts = before;
    if (!before.contains("opener"_L1)) {
        facts.insert("opener"_L1, author);
        facts.insert("at"_L1, row.at);
        facts.insert("since"_L1, row.at);
    }
    if (before["closed"_L1].toBool()) { // it stays done what was done, and begins anew
        facts.insert("closed"_L1, false);
        facts.insert("since"_L1, row.at);
        facts.remove("closedAt"_L1);
        facts.remove("closedBy"_L1);
    }
    const bool isOpener = facts["opener"_L1].toString() == author;
    facts.insert("waiting"_L1, isOpener);
    if (!isOpener && !before["answered"_L1].toBool()) {
        facts.insert("answered"_L1, true);
        const qint64 quarter = quarterOf(row.at);
        ledger.add({Measure::Responses, quarter, author, {}, 1});
        ledger.add(
            {Measure::ResponseTime, quarter, author, {}, std::max<qint64>(0, row.at - facts["at"_L1].toInteger())});
    }
    if (facts == before)
        return;
    ledger.setFacts(subject, facts);
    bookWaiting(before, facts, row.at, ledger);
}

void bookAdded(const RecordRef &record, const JournalRow &row, Ledger &ledger)
{
    const QJsonObject set = row.payload["fields"_L1].toObject();
    const qint64 createdAt = row.payload["createdAt"_L1].toInteger();
    if (record.kind == RecordKind::Deal) {
        // Nothing was there: what lies in the bin counts for nothing.
        bookDeal(record.text(), {.deleted = true}, withFields({.createdAt = createdAt}, set, row.at, ledger), row.at,
                 ledger);
    } else if (record.kind == RecordKind::Contact) {
        bookContact(record.text(), {}, withContactFields({{u"createdAt"_s, createdAt}}, set), ledger);
    } else if (record.kind == RecordKind::Pipeline) {
        bookPipeline(record.text(), set, ledger);
    }
}

void bookChanged(const RecordRef &record, const JournalRow &row, Ledger &ledger)
{
    const QJsonObject set = row.payload["set"_L1].toObject();
    if (record.kind == RecordKind::Pipeline)
        return bookPipeline(record.text(), set, ledger);
    if (record.kind == RecordKind::Conversation)
        return bookClosing(record, row, ledger);
    const QJsonObject known = ledger.facts(record.text());
    if (known.isEmpty())
        return;
    if (record.kind == RecordKind::Deal) {
        const DealFacts before = dealFactsFrom(known);
        const DealFacts after = withFields(before, set, row.at, ledger);
        if (after != before)
            bookDeal(record.text(), before, after, row.at, ledger);
    } else if (record.kind == RecordKind::Contact) {
        bookContact(record.text(), known, withContactFields(known, set), ledger);
    }
}

} // namespace

QString rules()
{
    return u"3"_s;
}

bool counts(const JournalRow &row)
{
    if (row.event == "message:new"_L1)
        return true;
    if (row.event != "record:added"_L1 && row.event != "record:changed"_L1)
        return false;
    const auto record = RecordRef::from(row.payload["record"_L1].toString());
    if (record && record->kind == RecordKind::Conversation)
        return row.payload["set"_L1].toObject().contains(fields::closed);
    return record && (record->kind == RecordKind::Contact || record->kind == RecordKind::Deal ||
                      record->kind == RecordKind::Pipeline);
}

void book(const JournalRow &row, Ledger &ledger)
{
    if (!counts(row))
        return;
    if (row.event == "message:new"_L1)
        return bookMessage(row, ledger);
    const RecordRef record = *RecordRef::from(row.payload["record"_L1].toString());
    if (row.event == "record:added"_L1)
        bookAdded(record, row, ledger);
    else
        bookChanged(record, row, ledger);
}

} // namespace frontdesk::figures
