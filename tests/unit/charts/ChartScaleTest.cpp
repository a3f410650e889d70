// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartScale.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace frontdesk::charts;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

}

class ChartScaleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void axisIsInStepsThatAPersonCountsIn_data();
    void axisIsInStepsThatAPersonCountsIn();
    void axisHoldsWhateverThereIs();
    void ticksDoNotDrift();
    void placesAndTheirMirrorImage();
    void nearestPlace_data();
    void nearestPlace();
    void labelsAreAsManyAsHaveRoom();
    void levels_data();
    void levels();
};

void ChartScaleTest::axisIsInStepsThatAPersonCountsIn_data()
{
    QTest::addColumn<double>("lowest");
    QTest::addColumn<double>("highest");
    QTest::addColumn<int>("wanted");
    QTest::addColumn<double>("smallestStep");
    QTest::addColumn<QList<double>>("ticks");
    using List = QList<double>;
    QTest::newRow("ones") << 0.0 << 4.0 << 4 << 0.0 << List{0, 1, 2, 3, 4};
    QTest::newRow("twos") << 0.0 << 7.3 << 4 << 0.0 << List{0, 2, 4, 6, 8};
    QTest::newRow("fives") << 3.0 << 17.0 << 4 << 0.0 << List{0, 5, 10, 15, 20};
    QTest::newRow("thousands") << 12'000.0 << 31'000.0 << 4 << 0.0 << List{0, 10'000, 20'000, 30'000, 40'000};
    QTest::newRow("tenths") << 0.0 << 0.8 << 4 << 0.0 << List{0, 0.2, 0.4, 0.6, 0.8};
    QTest::newRow("no half messages") << 0.0 << 1.0 << 5 << 1.0 << List{0, 1};
    QTest::newRow("below zero") << -30.0 << 40.0 << 4 << 0.0 << List{-40, -20, 0, 20, 40};
    QTest::newRow("only below zero") << -8.0 << -2.0 << 4 << 0.0 << List{-8, -6, -4, -2, 0};
    QTest::newRow("nothing") << 0.0 << 0.0 << 4 << 0.0 << List{0, 1};
    QTest::newRow("unknown") << unknown << unknown << 4 << 0.0 << List{0, 1};
    QTest::newRow("infinite") << 0.0 << double(INFINITY) << 4 << 0.0 << List{0, 1};
    QTest::newRow("one step is all that fits") << 0.0 << 7.0 << 0 << 0.0 << List{0, 10};
}

void ChartScaleTest::axisIsInStepsThatAPersonCountsIn()
{
    QFETCH(double, lowest);
    QFETCH(double, highest);
    QFETCH(int, wanted);
    QFETCH(double, smallestStep);
    QFETCH(QList<double>, ticks);
    const QList<double> found = ticksOf(axisFor(lowest, highest, wanted, smallestStep));
    QCOMPARE(found.size(), ticks.size());
    for (qsizetype i = 0; i < ticks.size(); ++i)
        QVERIFY2(std::abs(found[i] - ticks[i]) < 1e-9, qPrintable(QString::number(found[i])));
}

void ChartScaleTest::axisHoldsWhateverThereIs()
{
    QRandomGenerator random(11);
    for (int round = 0; round < 5000; ++round) {
        const double size = std::pow(10, random.bounded(14) - 4);
        const double a = (random.generateDouble() - 0.5) * size;
        const double b = (random.generateDouble() - 0.3) * size;
        const int wanted = 1 + random.bounded(6);
        const Axis axis = axisFor(std::min(a, b), std::max(a, b), wanted);
        QVERIFY(axis.from <= 0 && axis.to >= 0 && axis.from < axis.to);
        for (const double value : {a, b, 0.0}) {
            QVERIFY(shareOf(axis, value) >= -1e-9);
            QVERIFY(shareOf(axis, value) <= 1 + 1e-9);
        }
        QVERIFY(ticksOf(axis).size() >= 2);
        QVERIFY(ticksOf(axis).size() <= wanted + 3); // one more at each end, and a fence has one post more
    }
}

void ChartScaleTest::ticksDoNotDrift()
{
    const QList<double> ticks = ticksOf({0, 100, 0.1});
    QCOMPARE(ticks.size(), 1001);
    QCOMPARE(ticks[1000], 100.0);
    QVERIFY(ticksOf({-0.3, 0.3, 0.1}).contains(0.0));
}

void ChartScaleTest::placesAndTheirMirrorImage()
{
    QCOMPARE(placesOf(Places::AtEdges, 3, 100, false), (QList<double>{0, 50, 100}));
    QCOMPARE(placesOf(Places::AtEdges, 3, 100, true), (QList<double>{100, 50, 0}));
    QCOMPARE(placesOf(Places::InBands, 4, 80, false), (QList<double>{10, 30, 50, 70}));
    QCOMPARE(placesOf(Places::InBands, 4, 80, true), (QList<double>{70, 50, 30, 10}));
    QCOMPARE(placesOf(Places::AtEdges, 1, 100, false), QList<double>{50});
    QVERIFY(placesOf(Places::AtEdges, 0, 100, false).isEmpty());
}

void ChartScaleTest::nearestPlace_data()
{
    QTest::addColumn<QList<double>>("places");
    QTest::addColumn<double>("x");
    QTest::addColumn<int>("nearest");
    const QList<double> places{0, 50, 100};
    QTest::newRow("on it") << places << 50.0 << 1;
    QTest::newRow("before the middle between two") << places << 24.0 << 0;
    QTest::newRow("behind it") << places << 26.0 << 1;
    QTest::newRow("outside") << places << 900.0 << 2;
    QTest::newRow("mirrored") << QList<double>{100, 50, 0} << 90.0 << 0;
    QTest::newRow("none") << QList<double>() << 5.0 << -1;
}

void ChartScaleTest::nearestPlace()
{
    QFETCH(QList<double>, places);
    QFETCH(double, x);
    QTEST(frontdesk::charts::nearestPlace(places, x), "nearest");
}

void ChartScaleTest::labelsAreAsManyAsHaveRoom()
{
    QCOMPARE(labelStep(12, 600, 20), 1);
    QCOMPARE(labelStep(12, 300, 20), 2);
    QCOMPARE(labelStep(365, 300, 28), 49);
    QCOMPARE(labelStep(1, 5, 200), 1);
    QCOMPARE(labelStep(12, 0, 20), 1);
}

void ChartScaleTest::levels_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("highest");
    QTest::addColumn<int>("level");
    QTest::newRow("nothing") << 0.0 << 42.0 << 0;
    QTest::newRow("one in a quiet hour") << 1.0 << 4200.0 << 1;
    QTest::newRow("half") << 21.0 << 42.0 << 3;
    QTest::newRow("most") << 42.0 << 42.0 << 5;
    QTest::newRow("more than the most") << 50.0 << 42.0 << 5;
    QTest::newRow("below zero") << -3.0 << 42.0 << 0;
    QTest::newRow("unknown") << unknown << 42.0 << 0;
    QTest::newRow("all nothing") << 0.0 << 0.0 << 0;
}

void ChartScaleTest::levels()
{
    QFETCH(double, value);
    QFETCH(double, highest);
    QTEST(levelOf(value, highest, 5), "level");
}

QTEST_GUILESS_MAIN(ChartScaleTest)
#include "ChartScaleTest.moc"
