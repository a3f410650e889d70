// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartPaths.h"

#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace frontdesk::charts;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr Axis toTen{0, 10, 5};

QList<QRectF> columns(const QList<double> &values, int series, int seriesCount, bool mirrored)
{
    return columnsOf(values, series, seriesCount, toTen, {100, 50}, mirrored);
}

} // namespace

class ChartPathsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pointsAreAsHighAsTheirValues();
    void aLineEndsWhereNothingIsKnown();
    void aValueAloneCanBeSeen();
    void areasStandOnTheZeroLine();
    void columnsStandBesideEachOther();
    void columnsAreMirroredAsAWhole();
    void columnsHangBelowZero();
    void outlineIsRoundedAtTheFarEnd();
    void marksGoAcrossTheBand();
};

void ChartPathsTest::pointsAreAsHighAsTheirValues()
{
    const Path points = pointsOf({0, 5, 10}, toTen, {0, 20, 40}, 50);
    QCOMPARE(points, (Path{{0, 50}, {20, 25}, {40, 0}}));
    const Path short_ = pointsOf({10}, toTen, {0, 20}, 50);
    QCOMPARE(short_.size(), 2);
    QVERIFY(std::isnan(short_[1].y()));
}

void ChartPathsTest::aLineEndsWhereNothingIsKnown()
{
    const Path points = pointsOf({unknown, 1, 2, unknown, 3, 4, 5, unknown}, toTen, {0, 1, 2, 3, 4, 5, 6, 7}, 10);
    const QList<Path> lines = linesOf(points);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0], (Path{{1, 9}, {2, 8}}));
    QCOMPARE(lines[1].size(), 3);
    QVERIFY(linesOf(pointsOf({unknown}, toTen, {0}, 10)).isEmpty());
}

void ChartPathsTest::aValueAloneCanBeSeen()
{
    const QList<Path> lines = linesOf({{3, 4}});
    QCOMPARE(lines, (QList<Path>{{{0, 4}, {6, 4}}}));
}

void ChartPathsTest::areasStandOnTheZeroLine()
{
    const QList<Path> areas = areasOf({{{0, 5}, {10, 0}}}, {-10, 10, 10}, 20);
    QCOMPARE(areas, (QList<Path>{{{0, 5}, {10, 0}, {10, 10}, {0, 10}, {0, 5}}}));
}

void ChartPathsTest::columnsStandBesideEachOther()
{
    const QList<QRectF> first = columns({10, 5}, 0, 2, false);
    const QList<QRectF> second = columns({10, 5}, 1, 2, false);
    QCOMPARE(first.size(), 2);
    QCOMPARE(first[0].top(), 0.0);
    QCOMPARE(first[0].bottom(), 50.0);
    QCOMPARE(first[1].top(), 25.0);
    for (int category = 0; category < 2; ++category) {
        const double middle = 25 + category * 50;
        QVERIFY(first[category].right() < second[category].left());
        QCOMPARE(first[category].left() + second[category].right(), 2 * middle);
        QVERIFY(first[category].left() > middle - 25 && second[category].right() < middle + 25);
    }
}

void ChartPathsTest::columnsAreMirroredAsAWhole()
{
    for (int series = 0; series < 2; ++series) {
        const QList<QRectF> plain = columns({3, 7, unknown}, series, 2, false);
        const QList<QRectF> mirrored = columns({3, 7, unknown}, series, 2, true);
        for (int category = 0; category < 2; ++category) {
            QCOMPARE(mirrored[category].left(), 100 - plain[category].right());
            QCOMPARE(mirrored[category].height(), plain[category].height());
        }
        QVERIFY(plain[2].isEmpty());
    }
}

void ChartPathsTest::columnsHangBelowZero()
{
    const QList<QRectF> hanging = columnsOf({-5}, 0, 1, {-10, 10, 10}, {40, 100}, false);
    QCOMPARE(hanging[0].top(), 50.0);
    QCOMPARE(hanging[0].bottom(), 75.0);
}

void ChartPathsTest::outlineIsRoundedAtTheFarEnd()
{
    const auto has = [](const Path &path, const QPointF &corner) { return path.contains(corner); };
    const QRectF standing(10, 20, 12, 30);
    const Path up = outlineOf(standing, 50);
    QCOMPARE(up.first(), up.last());
    QVERIFY(has(up, standing.bottomLeft()) && has(up, standing.bottomRight()));
    QVERIFY(!has(up, standing.topLeft()) && !has(up, standing.topRight()));
    const Path down = outlineOf(standing, 20);
    QVERIFY(has(down, standing.topLeft()) && has(down, standing.topRight()));
    QVERIFY(!has(down, standing.bottomLeft()));
    for (const Path &outline : {up, down}) {
        for (const QPointF &point : outline)
            QVERIFY(standing.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(point));
    }
    QVERIFY(outlineOf(QRectF(), 0).isEmpty());
}

void ChartPathsTest::marksGoAcrossTheBand()
{
    const QList<Path> marks = marksOf({{50, 7}, {150, unknown}}, 100);
    QCOMPARE(marks, (QList<Path>{{{8, 7}, {92, 7}}}));
}

QTEST_GUILESS_MAIN(ChartPathsTest)
#include "ChartPathsTest.moc"
