// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboard/DashboardCharts.h"
#include "models/dashboard/DashboardTiles.h"
#include "models/dashboard/Period.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::models;

namespace {

QJsonArray euros(const QString &amount)
{
    return {QJsonObject{{u"amount"_s, amount}, {u"currency"_s, u"EUR"_s}}};
}

figures::Answer ofNovember()
{
    figures::Answer answer;
    answer.query.from = QDate(2026, 11, 23);
    answer.query.until = QDate(2026, 11, 30);
    answer.at = QDateTime(QDate(2026, 11, 29), QTime(12, 0)).toMSecsSinceEpoch();
    return answer;
}

QString plain(QString text)
{
    return text.replace(QChar(0xa0), u' ');
}

} // namespace

class FigureWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void durations_data();
    void durations();
    void amounts_data();
    void amounts();
    void changes();
    void periods_data();
    void periods();
    void tilesAreThereBeforeTheirFigures();
    void chartsOfAnAnswer();
    void chartsAreInTheCurrencyThatIsChosen();
    void revenueIsMeasuredAgainstATarget();
};

void FigureWordsTest::durations_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0LL << u"0 s"_s;
    QTest::newRow("seconds") << 42'900LL << u"42 s"_s;
    QTest::newRow("minutes") << 112'000LL << u"1 min 52 s"_s;
    QTest::newRow("an hour") << 3'600'000LL << u"1 h"_s;
    QTest::newRow("days") << (12LL * 24 + 4) * 3'600'000 << u"12 d 4 h"_s;
}

void FigureWordsTest::durations()
{
    QFETCH(qint64, milliseconds);
    QFETCH(QString, text);
    QCOMPARE(plain(figurewords::duration(milliseconds)), text);
}

void FigureWordsTest::amounts_data()
{
    QTest::addColumn<QJsonValue>("money");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << QJsonValue(QJsonArray()) << u"–"_s;
    QTest::newRow("cents") << QJsonValue(euros(u"12.50"_s)) << u"€ 12.50"_s;
    QTest::newRow("hundreds") << QJsonValue(euros(u"999.00"_s)) << u"€ 999"_s;
    QTest::newRow("rounded up to the next word") << QJsonValue(euros(u"999600.00"_s)) << u"€ 1.0 m"_s;
    QTest::newRow("thousands") << QJsonValue(euros(u"412300.00"_s)) << u"€ 412 k"_s;
    QTest::newRow("few thousands") << QJsonValue(euros(u"9400.00"_s)) << u"€ 9.4 k"_s;
    QTest::newRow("below zero") << QJsonValue(euros(u"-9400.00"_s)) << u"€ -9.4 k"_s;
}

void FigureWordsTest::amounts()
{
    QFETCH(QJsonValue, money);
    QFETCH(QString, text);
    QCOMPARE(plain(figurewords::money(money)), text);
}

void FigureWordsTest::changes()
{
    using figurewords::Change;
    QCOMPARE(figurewords::byCount(37, 45), (Change{u"8"_s, u"down"_s}));
    QCOMPARE(figurewords::byCount(5, 5), (Change{{}, u"same"_s}));
    QCOMPARE(plain(figurewords::byPart(106, 100).text), u"6 %"_s);
    QCOMPARE(figurewords::byPart(5, 0), Change{}); // of nothing there is no part
    QCOMPARE(plain(figurewords::byPoints(340, 300).text), u"4 pt"_s);
    QCOMPARE(figurewords::ofMoney(euros(u"94.00"_s), euros(u"100.00"_s)).direction, u"down"_s);
    QJsonArray two = euros(u"1.00"_s);
    two.append(QJsonObject{{u"amount"_s, u"5"_s}, {u"currency"_s, u"JPY"_s}});
    QCOMPARE(figurewords::ofMoney(two, euros(u"1.00"_s)), Change{}); // currencies are not added up
}

void FigureWordsTest::periods_data()
{
    QTest::addColumn<Period>("period");
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("until");
    // Of Sunday, 29 November 2026.
    QTest::newRow("today") << Period::Today << QDate(2026, 11, 29) << QDate(2026, 11, 30);
    QTest::newRow("week") << Period::Week << QDate(2026, 11, 23) << QDate(2026, 11, 30);
    QTest::newRow("month") << Period::Month << QDate(2026, 11, 1) << QDate(2026, 12, 1);
    QTest::newRow("quarter") << Period::Quarter << QDate(2026, 10, 1) << QDate(2027, 1, 1);
    QTest::newRow("year") << Period::Year << QDate(2026, 1, 1) << QDate(2027, 1, 1);
}

void FigureWordsTest::periods()
{
    QFETCH(Period, period);
    const figures::Query query = queryOf(period, QDate(2026, 11, 29), 60);
    QTEST(query.from, "from");
    QTEST(query.until, "until");
    QCOMPARE(periodFrom(nameOf(period)), period);
    QVERIFY(!textOf(period).isEmpty() && !beforeTextOf(period).isEmpty());
    FieldReader fields(figures::toJson(query));
    (void)figures::readQuery(fields);
    QVERIFY(fields.ok()); // no longer than a server takes
}

void FigureWordsTest::tilesAreThereBeforeTheirFigures()
{
    const QVector<Tile> empty = tilesOf({}, {});
    QVERIFY(empty.size() >= 12);
    for (const Tile &tile : empty)
        QVERIFY(tile.value == u"–"_s && !tile.picks && !tile.label.isEmpty());
    figures::Answer answer;
    answer.now = {{u"contacts.new"_s, 5}};
    answer.before = {{u"contacts.new"_s, 2}};
    const QVector<Tile> tiles = tilesOf(answer, Agents{.online = 9, .all = 12});
    QCOMPARE(tiles.size(), empty.size());
    for (const Tile &tile : tiles)
        if (tile.figure == "contacts.new"_L1)
            QCOMPARE(tile.change, (figurewords::Change{u"3"_s, u"up"_s}));
        else if (tile.figure == "agents.online"_L1)
            QCOMPARE(tile.value, u"9 / 12"_s);
}

void FigureWordsTest::chartsOfAnAnswer()
{
    figures::Answer answer = ofNovember();
    for (const ChartData &chart : {revenueOf(answer), funnelOf(answer, {}, {}), reasonsOf(answer), volumeOf(answer)})
        QVERIFY(chart.values.isEmpty()); // nothing to draw, so the frame says so
    const auto stage = [](const QString &name, int place, const QString &amount) {
        return QJsonObject{{u"name"_s, name}, {u"place"_s, place}, {u"count"_s, 1}, {u"value"_s, euros(amount)}};
    };
    answer.now = {{u"month:2026-11"_s, euros(u"500.00"_s)},
                  {u"month:2025-03"_s, euros(u"70.00"_s)},
                  {u"stage:p/b"_s, stage(u"Offer"_s, 1, u"20.00"_s)},
                  {u"stage:p/a"_s, stage(u"Lead"_s, 0, u"10.00"_s)},
                  {u"deals.wonValue"_s, euros(u"500.00"_s)},
                  {u"reason:"_s, 2},
                  {u"reason:price"_s, 7},
                  {u"hour:1-9"_s, 4}};
    const ChartData revenue = revenueOf(answer);
    QCOMPARE(revenue.categories.size(), 12);
    QCOMPARE(revenue.values[0].toList()[10].toDouble(), 500);
    QVERIFY(revenue.values[0].toList()[11].isNull()); // is to come
    QCOMPARE(revenue.values[1].toList()[2].toDouble(), 70);
    QCOMPARE(revenue.names, (QStringList{u"2026"_s, u"2025"_s}));
    const ChartData funnel = funnelOf(answer, u"now"_s, u"before"_s);
    QCOMPARE(funnel.categories.mid(0, 2), (QStringList{u"Lead"_s, u"Offer"_s}));
    QCOMPARE(funnel.figures, (QStringList{u"stage:p/a"_s, u"stage:p/b"_s, u"deals.wonValue"_s}));
    QCOMPARE(reasonsOf(answer).figures, (QStringList{u"reason:price"_s, u"reason:"_s}));
    const ChartData volume = volumeOf(answer);
    QCOMPARE(volume.values.size(), 7);
    QCOMPARE(volume.values[0].toList()[9].toInt(), 4);
}

void FigureWordsTest::chartsAreInTheCurrencyThatIsChosen()
{
    figures::Answer answer = ofNovember();
    QJsonArray both = euros(u"500.00"_s);
    both.append(QJsonObject{{u"amount"_s, u"80.50"_s}, {u"currency"_s, u"USD"_s}});
    answer.now = {{u"month:2026-10"_s, euros(u"70.00"_s)},
                  {u"month:2026-11"_s, both},
                  {u"deals.wonValue"_s, both},
                  {u"owner:ben"_s, QJsonObject{{u"wonValue"_s, both}}}};
    QCOMPARE(currenciesOf(answer), (QStringList{u"EUR"_s, u"USD"_s}));
    const auto november = [](const ChartData &chart) { return chart.values[0].toList()[10].toDouble(); };
    QCOMPARE(november(revenueOf(answer)), 500);
    const ChartData dollars = revenueOf(answer, u"USD"_s);
    QCOMPARE(november(dollars), 80.5);
    QVERIFY(dollars.pattern.contains(u'$'));
    QVERIFY(dollars.texts[0].toList()[10].toString().contains(u"500"_s)); // the words say all of them
    QCOMPARE(funnelOf(answer, {}, {}, u"USD"_s).values[0].toList().last().toDouble(), 80.5);
    QCOMPARE(ownersOf(
                 answer, [](const QString &user) { return user; }, u"USD"_s)
                 .values[0]
                 .toList()[0]
                 .toDouble(),
             80.5);
}

void FigureWordsTest::revenueIsMeasuredAgainstATarget()
{
    figures::Answer answer = ofNovember();
    const Money target{100'000, u"EUR"_s};
    QCOMPARE(revenueOf(answer, {}, target).names.last(), u"Target"_s); // also before anything is won
    answer.now = {{u"month:2026-11"_s, euros(u"760.00"_s)}};
    const ChartData revenue = revenueOf(answer, {}, target);
    QCOMPARE(revenue.target, 2);
    QCOMPARE(revenue.values[2].toList(), QVariantList(12, 1000.0));
    QCOMPARE(revenueOf(answer, u"USD"_s, target).target, -1); // it is in euros
    const auto tileOf = [&](const std::optional<Money> &wanted) {
        for (const Tile &tile : tilesOf(answer, {}, wanted))
            if (tile.figure == "month:2026-11"_L1)
                return tile;
        return Tile{};
    };
    QCOMPARE(plain(tileOf(target).value), u"76 %"_s);
    QVERIFY(tileOf(target).picks);
    QCOMPARE(tileOf({}), Tile{});
    answer.now = {};
    QCOMPARE(plain(tileOf(target).value), u"0 %"_s);
    QVERIFY(!tileOf(target).picks);
}

QTEST_APPLESS_MAIN(FigureWordsTest)
#include "FigureWordsTest.moc"
