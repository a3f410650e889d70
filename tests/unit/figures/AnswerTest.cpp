// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/Answer.h"

#include "RandomHistory.h"
#include "figures/Book.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::figures;
using namespace frontdesk::figures::testing;

class AnswerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aQueryIsChecked_data();
    void aQueryIsChecked();
    void aDayBeginsWhereOneIs();
    void deltasBringOneAnswerToTheNext();
    void whoSeesOnlySomeOwnersGetsOnlyTheirs();
};

void AnswerTest::aQueryIsChecked_data()
{
    QTest::addColumn<QJsonObject>("payload");
    QTest::addColumn<QString>("wrong");
    const auto row = [](const char *name, const QJsonObject &payload, const QString &wrong) {
        QTest::newRow(name) << payload << wrong;
    };
    const QJsonObject week{{u"from"_s, u"2026-11-23"_s}, {u"until"_s, u"2026-11-30"_s}};
    const auto with = [&](const QString &field, const QJsonValue &value) {
        QJsonObject payload = week;
        payload.insert(field, value);
        return payload;
    };
    row("a week", week, {});
    row("of somebody, in Nepal", with(u"offset"_s, 345), {});
    row("of a team", with(u"team"_s, u"north"_s), {});
    row("of no team", with(u"team"_s, QString()), u"team"_s);
    row("of a team and somebody",
        {{u"from"_s, u"2026-11-23"_s}, {u"until"_s, u"2026-11-30"_s}, {u"owner"_s, QString()}, {u"team"_s, u"north"_s}},
        u"team"_s);
    row("no day", with(u"from"_s, u"yesterday"_s), u"from"_s);
    row("no number", with(u"from"_s, 5), u"from"_s);
    row("nothing", with(u"until"_s, u"2026-11-23"_s), u"until"_s);
    row("two years", with(u"until"_s, u"2028-11-23"_s), u"until"_s);
    row("minutes", with(u"offset"_s, 7), u"offset"_s);
    row("nowhere", with(u"offset"_s, 900), u"offset"_s);
    row("far behind", with(u"offset"_s, -99'999'999), u"offset"_s);
}

void AnswerTest::aQueryIsChecked()
{
    QFETCH(QJsonObject, payload);
    FieldReader fields(payload);
    const Query query = readQuery(fields);
    QTEST(fields.wrongField(), "wrong");
    if (!fields.ok())
        return;
    FieldReader again(toJson(query));
    QCOMPARE(readQuery(again), query);
}

void AnswerTest::aDayBeginsWhereOneIs()
{
    const QDate day(2026, 11, 29);
    const qint64 midnight = QDateTime(day, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch() / quarterLength;
    QCOMPARE(spanOf(day, day.addDays(1), 0), (Span{midnight, midnight + 96}));
    QCOMPARE(spanOf(day, day.addDays(1), 60).from, midnight - 4);
    QCOMPARE(spanOf(day, day.addDays(1), -90).from, midnight + 6);
    QCOMPARE(localTimeOf(midnight - 1, 0).day, day.addDays(-1));
    QCOMPARE(localTimeOf(midnight - 1, 0).hour, 23);
    QCOMPARE(localTimeOf(midnight - 1, 60).hour, 0);
    QCOMPARE(localTimeOf(-1, 0).day, QDate(1969, 12, 31));
    QCOMPARE(quarterOf(-1), -1);
    QCOMPARE(quarterOf(0), 0);
}

void AnswerTest::deltasBringOneAnswerToTheNext()
{
    RandomHistory history(5);
    Book book;
    const Query query{.from = QDate(2023, 11, 14), .until = QDate(2023, 12, 1)};
    Answer shown = answer(book, query, {}, 0);
    int changed = 0;
    for (int step = 1; step <= 300; ++step) {
        const JournalRow row = history.next();
        book.apply(row);
        const Answer next = answer(book, query, {}, row.at);
        const Delta delta = deltaBetween(shown, next);
        QVERIFY(delta.now.size() < 20); // names that changed, not all
        changed += !delta.isEmpty();
        FieldReader wire(toJson(delta));
        shown = withDelta(shown, readDelta(wire));
        QCOMPARE(shown, next);
    }
    QVERIFY(changed > 100);
    QVERIFY(deltaBetween(shown, shown).isEmpty());
    FieldReader wire(toJson(shown));
    QCOMPARE(readAnswer(wire), shown);
}

void AnswerTest::whoSeesOnlySomeOwnersGetsOnlyTheirs()
{
    RandomHistory history(8);
    Book book;
    for (int step = 0; step < 300; ++step)
        book.apply(history.next());
    Query query{.from = QDate(2023, 11, 14), .until = QDate(2024, 1, 1)};
    const auto madeBy = [&](const Owners &seen) {
        return answer(book, query, seen, 0).now["deals.new"_L1].toInteger();
    };
    const qint64 ada = madeBy(QStringList{u"ada"_s});
    const qint64 ben = madeBy(QStringList{u"ben"_s});
    QVERIFY(ada > 0 && ben > 0);
    QCOMPARE(madeBy(QStringList{u"ada"_s, u"ben"_s}), ada + ben);
    QVERIFY(madeBy({}) > ada + ben);
    query.owner = UserId(u"ben"_s);
    QCOMPARE(madeBy({}), ben);
    QCOMPARE(madeBy(QStringList{u"ada"_s}), 0); // not theirs to see
    // Of a team those whose figures may be seen.
    const QStringList team{u"ben"_s, u"eve"_s};
    QCOMPARE(inTeam({}, team), Owners(team));
    QCOMPARE(inTeam(QStringList{QString(), u"ada"_s, u"ben"_s}, team), Owners(QStringList{u"ben"_s}));
    QCOMPARE(inTeam(QStringList{u"ada"_s}, team), Owners(QStringList()));
}

QTEST_APPLESS_MAIN(AnswerTest)
#include "AnswerTest.moc"
