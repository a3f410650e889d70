// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/PastRecords.h"

#include "demo/Customers.h"
#include "demo/DemoTeam.h"
#include "demo/Dialogues.h"
#include "domain/Money.h"
#include "domain/Overlay.h"
#include "domain/RecordSchema.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>
#include <QtCore/QUuid>
#include <QtTest/QTest>

#include <map>

using namespace frontdesk;
using namespace frontdesk::demo;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 now = 1'764'400'000'000; // 2025-11-29T07:06:40Z
constexpr qint64 day = 24 * 3'600'000;

QString idOf(const QString &name)
{
    return QUuid::createUuidV5(QUuid(), name).toString(QUuid::WithoutBraces);
}

TeamIds team()
{
    TeamIds ids;
    for (const Person &person : people()) {
        ids.people.append(UserId(idOf(person.name)));
    }
    const auto stage = [](const QString &name, const QString &kind) {
        return QJsonObject{{u"id"_s, idOf(name)}, {u"name"_s, name}, {u"probability"_s, 50}, {u"kind"_s, kind}};
    };
    ids.sales.record = {RecordKind::Pipeline, idOf(u"sales"_s)};
    ids.sales.fields = {
        {fields::name, u"Sales"_s},
        {u"stages"_s, QJsonArray{stage(u"Lead"_s, u"open"_s), stage(u"Proposal"_s, u"open"_s),
                                 stage(u"Deal"_s, u"open"_s), stage(u"Won"_s, u"won"_s), stage(u"Lost"_s, u"lost"_s)}}};
    return ids;
}

/// The records in the end, by their text.
std::map<QString, RecordState> statesAfter(const QVector<PastCommand> &past)
{
    std::map<QString, RecordState> states;
    for (const PastCommand &command : past) {
        if (const auto *creation = std::get_if<CreateRecord>(&command.body)) {
            states[creation->record.text()] = {.record = creation->record,
                                               .version = 1,
                                               .createdBy = command.author,
                                               .createdAt = command.at,
                                               .changedAt = command.at,
                                               .fields = creation->set,
                                               .lists = creation->lists};
        } else if (const auto *change = std::get_if<ChangeRecord>(&command.body);
                   change && change->basis.version == 0) {
            RecordState &state = states.at(change->record.text());
            state = withChange(
                state,
                {.record = change->record, .version = state.version + 1, .set = change->set, .lists = change->lists},
                command.at);
        }
    }
    return states;
}

QVector<RecordState> all(const std::map<QString, RecordState> &states, RecordKind kind)
{
    QVector<RecordState> found;
    for (const auto &[key, state] : states) {
        if (state.record.kind == kind) {
            found.append(state);
        }
    }
    return found;
}

/// What a regulator keeps for films and books: Ofcom's (London, Manchester, Bristol), the Bundesnetzagentur's (Berlin,
/// Köln, München), the Australian ACMA's, and 555-01XX of North America.
bool isOfFiction(const QString &phone)
{
    static const QRegularExpression kept(
        u"^(\\+44 20 7946 0\\d{3}|\\+44 161 496 0\\d{3}|\\+44 117 496 0\\d{3}|\\+49 30 23125 \\d{3}|"
        "\\+49 221 4710 \\d{3}|\\+49 89 99998 \\d{3}|\\+61 2 5550 \\d{4}|\\+1 \\d{3} 555 01\\d{2})$"_s);
    return kept.match(phone).hasMatch();
}

} // namespace

class TestPastRecords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isTheSameForTheSameSeed();
    void hasAboutAsMuchAsASmallBusiness();
    void isOrderedAndPossible();
    void takesTwoYears();
    void reachesNobody();
    void speaksManyLanguages();
    void dealsGoOn();
    void thereIsSomethingToDo();
    void twoPeopleDisagree();
};

void TestPastRecords::isTheSameForTheSameSeed()
{
    QCOMPARE(planRecords(3, now, team()), planRecords(3, now, team()));
    QVERIFY(planRecords(3, now, team()) != planRecords(4, now, team()));
}

void TestPastRecords::hasAboutAsMuchAsASmallBusiness()
{
    for (quint32 seed = 1; seed <= 20; ++seed) {
        const auto states = statesAfter(planRecords(seed, now, team()));
        const auto count = [&](RecordKind kind) { return all(states, kind).size(); };
        const auto within = [&](RecordKind kind, qsizetype least, qsizetype most) {
            return count(kind) >= least && count(kind) <= most;
        };
        QVERIFY2(within(RecordKind::Company, 38, 44), qPrintable(QString::number(count(RecordKind::Company))));
        QVERIFY2(within(RecordKind::Contact, 160, 200), qPrintable(QString::number(count(RecordKind::Contact))));
        QVERIFY2(within(RecordKind::Deal, 95, 160), qPrintable(QString::number(count(RecordKind::Deal))));
        QVERIFY2(within(RecordKind::Task, 60, 110), qPrintable(QString::number(count(RecordKind::Task))));
        QVERIFY2(within(RecordKind::Note, 80, 250), qPrintable(QString::number(count(RecordKind::Note))));
        QCOMPARE(count(RecordKind::Pipeline), 1); // the other one is the server's
        QCOMPARE(count(RecordKind::CustomField), 2);
    }
}

void TestPastRecords::isOrderedAndPossible()
{
    const TeamIds ids = team();
    const QVector<PastCommand> past = planRecords(1, now, ids);
    CustomFields custom;
    QHash<QString, qint64> madeAt;
    qint64 before = now - pastSpan - 14 * day;
    for (const PastCommand &command : past) {
        QVERIFY(command.at >= before);
        QVERIFY(command.at < now);
        QVERIFY(ids.people.contains(command.author));
        before = command.at;
        const auto *creation = std::get_if<CreateRecord>(&command.body);
        const auto *change = std::get_if<ChangeRecord>(&command.body);
        QVERIFY(creation || change);
        const RecordRef record = creation ? creation->record : change->record;
        if (creation) {
            QVERIFY2(!madeAt.contains(record.text()), qPrintable(record.text()));
            madeAt.insert(record.text(), command.at);
            QVERIFY(!missingIn(record.kind, creation->set));
            for (auto list = creation->lists.begin(); list != creation->lists.end(); ++list) {
                for (const QString &entry : *list) {
                    QVERIFY(checkedEntry(record.kind, list.key(), entry).ok());
                }
            }
            RecordState definition{.record = record, .createdBy = {}, .fields = creation->set, .lists = {}};
            if (const auto rule = ruleFrom(definition); rule && record.kind == RecordKind::CustomField) {
                custom.rules[int(rule->first)].append(rule->second);
            }
        }
        QVERIFY2(madeAt.contains(record.text()), qPrintable(record.text()));
        const QJsonObject &set = creation ? creation->set : change->set;
        for (auto field = set.begin(); field != set.end(); ++field) {
            const auto checked = checkedValue(record.kind, field.key(), field.value(), custom);
            QVERIFY2(checked.ok(), checked.ok() ? "" : qPrintable(checked.error().message));
            QCOMPARE(checked.value(), QJsonValue(field.value()));
        }
        for (const RecordRef &named : namedBy({.record = record, .createdBy = {}, .fields = set, .lists = {}})) {
            if (named != ids.sales.record) {
                QVERIFY2(madeAt.value(named.text(), now) < command.at, qPrintable(named.text()));
            }
        }
    }
}

void TestPastRecords::takesTwoYears()
{
    QHash<int, int> perQuarter; // changes, by how many quarters ago
    for (const PastCommand &command : planRecords(1, now, team())) {
        ++perQuarter[int((now - command.at) / (91 * day))];
    }
    for (int quarter = 0; quarter < 8; ++quarter) {
        QVERIFY2(perQuarter.value(quarter) >= 10, qPrintable(QString::number(quarter)));
    }
}

void TestPastRecords::reachesNobody()
{
    int phones = 0;
    QSet<QString> seen;
    for (const auto &[key, state] : statesAfter(planRecords(1, now, team()))) {
        for (const QString &email : state.lists.value(fields::emails)) {
            QVERIFY2(email.endsWith(".example"_L1, Qt::CaseInsensitive), qPrintable(email));
        }
        const QString website = state.fields["website"_L1].toString();
        QVERIFY2(website.isEmpty() || website.endsWith(".example"_L1), qPrintable(website));
        for (const QString &phone : state.lists.value(fields::phones)) {
            QVERIFY2(isOfFiction(phone), qPrintable(phone));
            QVERIFY2(!seen.contains(phone), qPrintable(phone));
            seen.insert(phone);
            ++phones;
        }
    }
    QVERIFY(phones > 200);
    QRandomGenerator random(1);
    for (const QString &language : Dialogues::languages()) {
        const QString phone = Market::load(language).newPhone(random);
        QVERIFY2(isOfFiction(phone), qPrintable(language + u' ' + phone));
    }
}

void TestPastRecords::speaksManyLanguages()
{
    QSet<int> scripts;
    for (const RecordState &contact : all(statesAfter(planRecords(1, now, team())), RecordKind::Contact)) {
        for (const QChar letter : contact.fields[fields::name].toString()) {
            scripts.insert(int(letter.script()));
        }
    }
    for (const QChar::Script script :
         {QChar::Script_Latin, QChar::Script_Cyrillic, QChar::Script_Arabic, QChar::Script_Hebrew, QChar::Script_Han,
          QChar::Script_Hangul, QChar::Script_Devanagari}) {
        QVERIFY2(scripts.contains(int(script)), qPrintable(QString::number(int(script))));
    }
}

void TestPastRecords::dealsGoOn()
{
    for (quint32 seed = 1; seed <= 20; ++seed) {
        const TeamIds ids = team();
        const auto states = statesAfter(planRecords(seed, now, ids));
        QHash<QString, QString> kinds; // of the stages
        QVector<RecordState> pipelines = all(states, RecordKind::Pipeline);
        pipelines.append(ids.sales);
        for (const RecordState &pipeline : pipelines) {
            for (const QJsonValue &stage : pipeline.fields["stages"_L1].toArray()) {
                kinds.insert(stage["id"_L1].toString(), stage["kind"_L1].toString());
            }
        }
        QHash<QString, int> count;
        QSet<QString> currencies;
        QSet<QString> used;
        for (const RecordState &deal : all(states, RecordKind::Deal)) {
            const QJsonValue place = deal.fields[fields::place];
            const QString kind = kinds.value(place["stage"_L1].toString());
            QVERIFY(!kind.isEmpty());
            QCOMPARE(kind == "lost"_L1, !place["lostReason"_L1].toString().isEmpty());
            ++count[kind];
            used.insert(place["pipeline"_L1].toString());
            const auto value = money::fromJson(deal.fields[fields::value].toObject());
            QVERIFY(value.ok() && value.value().minor > 0);
            currencies.insert(value.value().currency);
        }
        QCOMPARE(used.size(), 2);
        QCOMPARE(currencies, QSet<QString>({u"EUR"_s, u"USD"_s, u"JPY"_s}));
        const QString counted = u"%1: %2 open, %3 won, %4 lost"_s.arg(seed)
                                    .arg(count[u"open"_s])
                                    .arg(count[u"won"_s])
                                    .arg(count[u"lost"_s]);
        QVERIFY2(count[u"open"_s] >= 15 && count[u"won"_s] >= 20 && count[u"lost"_s] >= 10, qPrintable(counted));
    }
}

void TestPastRecords::thereIsSomethingToDo()
{
    const auto dateOf = [](qint64 at) { return QDateTime::fromMSecsSinceEpoch(at).date(); };
    int overdue = 0;
    int today = 0;
    int later = 0;
    int own = 0;
    for (const RecordState &task : all(statesAfter(planRecords(1, now, team())), RecordKind::Task)) {
        const auto due = qint64(task.fields[fields::due].toDouble());
        if (task.fields[fields::done].toBool() || task.createdAt < now - 13 * day) {
            continue;
        }
        own += task.fields[fields::assignee].toString() == idOf(u"lena"_s) ? 1 : 0;
        (dateOf(due) == dateOf(now) ? today : dateOf(due) < dateOf(now) ? overdue : later) += 1;
    }
    QVERIFY(overdue >= 5);
    QVERIFY(today >= 5);
    QVERIFY(later >= 10);
    QVERIFY(own >= 8);
}

void TestPastRecords::twoPeopleDisagree()
{
    int disagreements = 0;
    QHash<QString, PastCommand> last; // change of a record
    for (const PastCommand &command : planRecords(1, now, team())) {
        const auto *change = std::get_if<ChangeRecord>(&command.body);
        if (!change) {
            continue;
        }
        if (change->basis.version == 1) {
            const PastCommand &before = last[change->record.text()];
            QVERIFY(before.author != command.author);
            const QJsonObject &kept = std::get<ChangeRecord>(before.body).set;
            QCOMPARE(kept.keys(), change->set.keys());
            QVERIFY(kept != change->set);
            QCOMPARE(change->was.keys(), change->set.keys());
            ++disagreements;
        }
        last.insert(change->record.text(), command);
    }
    QCOMPARE(disagreements, 2);
}

QTEST_GUILESS_MAIN(TestPastRecords)
#include "PastRecordsTest.moc"
