// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/RecordWork.h"

#include "demo/Customers.h"
#include "domain/Overlay.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::demo;
using namespace Qt::Literals::StringLiterals;

namespace {

const UserId maya{u"maya"_s};
const UserId lena{u"lena"_s};

RecordState state(RecordKind kind, const QString &id, const QJsonObject &fields, const ListValues &lists = {})
{
    return {.record = {kind, id}, .version = 3, .createdBy = maya, .fields = fields, .lists = lists};
}

QJsonObject stage(const QString &id, const QString &kind)
{
    return {{u"id"_s, id}, {u"name"_s, id}, {u"probability"_s, 50}, {u"kind"_s, kind}};
}

QJsonObject placeAt(const QString &stage)
{
    return {{u"pipeline"_s, u"sales"_s}, {u"stage"_s, stage}};
}

/// A pipeline of two open stages, twenty deals (every second one the visitor's), a contact and two tasks.
RecordWork business(int deals = 20)
{
    RecordWork work;
    work.leaveTo(lena);
    work.knows(state(RecordKind::Pipeline, u"sales"_s,
                     {{u"stages"_s, QJsonArray{stage(u"first"_s, u"open"_s), stage(u"second"_s, u"open"_s),
                                               stage(u"won"_s, u"won"_s), stage(u"lost"_s, u"lost"_s)}}}));
    for (int deal = 0; deal < deals; ++deal) {
        work.knows(state(RecordKind::Deal, u"deal%1"_s.arg(deal),
                         {{fields::name, u"Deal"_s},
                          {fields::owner, deal % 2 == 0 ? lena.text() : maya.text()},
                          {fields::place, placeAt(deal % 4 == 1 ? u"second"_s : u"first"_s)}}));
    }
    work.knows(state(RecordKind::Contact, u"ada"_s, {{fields::name, u"Ada"_s}, {fields::company, u"firm"_s}},
                     {{fields::phones, {u"+44 20 7946 0123"_s}}}));
    work.knows(state(RecordKind::Task, u"hers"_s, {{fields::assignee, maya.text()}}));
    work.knows(state(RecordKind::Task, u"his"_s, {{fields::assignee, u"jonas"_s}}));
    return work;
}

QVector<CommandBody> manyOf(const RecordWork &work, quint32 seed = 1)
{
    QRandomGenerator random(seed);
    const Market market = Market::load(u"en"_s);
    QVector<CommandBody> done;
    for (int i = 0; i < 200; ++i) {
        if (auto body = work.next(maya, market, random)) {
            done.append(*std::move(body));
        }
    }
    return done;
}

} // namespace

class TestRecordWork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void doesSomethingOfEverything();
    void leavesToTheVisitorWhatIsTheirs();
    void goesByWhatIsThereNow();
    void beginsADealWhenFewAreLeft();
    void doesNothingWithNothing();
    void isTheSameForTheSameSeed();
};

void TestRecordWork::doesSomethingOfEverything()
{
    int moved = 0;
    int won = 0;
    int lost = 0;
    int phones = 0;
    int ticked = 0;
    int notes = 0;
    for (const CommandBody &body : manyOf(business())) {
        if (const auto *creation = std::get_if<CreateRecord>(&body)) {
            QCOMPARE(creation->record.kind, RecordKind::Note);
            QVERIFY(!creation->set[fields::text].toString().isEmpty());
            QVERIFY(RecordRef::from(creation->set[fields::about].toString()));
            ++notes;
            continue;
        }
        const auto &change = std::get<ChangeRecord>(body);
        QCOMPARE(change.basis.version, 3);
        if (change.record.kind == RecordKind::Deal) {
            const QJsonValue place = change.set[fields::place];
            const QString from = change.was[fields::place]["stage"_L1].toString();
            const QString to = place["stage"_L1].toString();
            QVERIFY(from == "first"_L1 ? to == "second"_L1 : to == "won"_L1 || to == "lost"_L1);
            QCOMPARE(to == "lost"_L1, !place["lostReason"_L1].toString().isEmpty());
            ++moved;
            won += to == "won"_L1 ? 1 : 0;
            lost += to == "lost"_L1 ? 1 : 0;
        } else if (change.record.kind == RecordKind::Contact) {
            const ListChange numbers = change.lists.value(fields::phones);
            QCOMPARE(numbers.remove, QStringList(u"+44 20 7946 0123"_s));
            QVERIFY(numbers.add.value(0).startsWith("+44 20 7946 01"_L1) && numbers.add != numbers.remove);
            ++phones;
        } else {
            QCOMPARE(change.record.id, u"hers"_s);
            QCOMPARE(change.set[fields::done], QJsonValue(true));
            ++ticked;
        }
    }
    QVERIFY(moved > 20 && won > 2 && lost > 2 && phones > 10 && ticked > 10 && notes > 10);
}

void TestRecordWork::leavesToTheVisitorWhatIsTheirs()
{
    for (const CommandBody &body : manyOf(business())) {
        if (const auto *change = std::get_if<ChangeRecord>(&body); change && change->record.kind == RecordKind::Deal) {
            QVERIFY2(QStringView(change->record.id).mid(4).toInt() % 2 == 1, qPrintable(change->record.id));
        }
    }
}

void TestRecordWork::goesByWhatIsThereNow()
{
    RecordWork work = business();
    const RecordRef task{RecordKind::Task, u"hers"_s};
    const RecordChanged done{.record = task, .version = 4, .set = {{fields::done, true}}, .lists = {}};
    work.changes(done);
    work.changes({.record = task, .version = 3, .set = {{fields::done, false}}, .lists = {}}); // heard late
    work.changes(
        {.record = {RecordKind::Contact, u"ada"_s}, .version = 4, .set = {{fields::deleted, true}}, .lists = {}});
    for (const CommandBody &body : manyOf(work)) {
        if (const auto *change = std::get_if<ChangeRecord>(&body)) {
            QCOMPARE(change->record.kind, RecordKind::Deal);
        }
    }
}

void TestRecordWork::beginsADealWhenFewAreLeft()
{
    const auto done = manyOf(business(4));
    QVERIFY(!done.isEmpty());
    QSet<QString> ids;
    for (const CommandBody &body : done) {
        const auto &creation = std::get<CreateRecord>(body);
        QCOMPARE(creation.record.kind, RecordKind::Deal);
        QCOMPARE(creation.set[fields::place].toObject(), placeAt(u"first"_s));
        QCOMPARE(creation.set[fields::owner].toString(), maya.text());
        QCOMPARE(creation.set[fields::contact].toString(), u"ada"_s);
        ids.insert(creation.record.id);
    }
    QCOMPARE(ids.size(), done.size());
}

void TestRecordWork::doesNothingWithNothing()
{
    QVERIFY(manyOf(RecordWork()).isEmpty());
}

void TestRecordWork::isTheSameForTheSameSeed()
{
    QCOMPARE(manyOf(business(), 5), manyOf(business(), 5));
    QVERIFY(manyOf(business(), 5) != manyOf(business(), 6));
}

QTEST_GUILESS_MAIN(TestRecordWork)
#include "RecordWorkTest.moc"
