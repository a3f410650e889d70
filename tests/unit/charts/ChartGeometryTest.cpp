// SPDX-License-Identifier: GPL-3.0-or-later
#include "HeatGeometry.h"
#include "PlotGeometry.h"
#include "SparkGeometry.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace frontdesk::charts;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

QVariantList lists(const QList<QList<double>> &values)
{
    QVariantList all;
    for (const QList<double> &series : values)
        all.append(QVariant::fromValue(series));
    return all;
}

QList<Path> pathsOf(const QVariantList &all, int series)
{
    return all.at(series).value<QList<Path>>();
}

} // namespace

class ChartGeometryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void lineGoesThroughItsValues();
    void mirroredIsTheMirrorImage();
    void deltaLeavesTheScaleAlone();
    void columnsLeaveTheTargetOut();
    void staysInsideWhateverItsSize();
    void heatFindsTheCellItDraws_data();
    void heatFindsTheCellItDraws();
    void heatTellsOnlyOtherLevels();
    void sparkShowsTheCourse();

private:
    std::unique_ptr<ChartFigures> m_figures;
};

void ChartGeometryTest::init()
{
    m_figures = std::make_unique<ChartFigures>();
    m_figures->setCategories({QStringLiteral("Jan"), QStringLiteral("Feb"), QStringLiteral("Mar")});
    m_figures->setNames({QStringLiteral("this year"), QStringLiteral("target")});
    m_figures->setValues(lists({{0, 50, 100}, {100, unknown, 20}}));
}

void ChartGeometryTest::lineGoesThroughItsValues()
{
    PlotGeometry geometry;
    geometry.setWidth(400);
    geometry.setHeight(300);
    geometry.setFigures(m_figures.get());
    const QRectF plot = geometry.plot();
    QVERIFY(QRectF(0, 0, 400, 300).contains(plot));
    QCOMPARE(geometry.ticks().first(), plot.bottom());
    QCOMPARE(geometry.ticks().last(), plot.top());
    QCOMPARE(geometry.tickTexts().last(), QStringLiteral("100"));
    const QList<Path> line = pathsOf(geometry.paths(), 0);
    QCOMPARE(line.size(), 1);
    QCOMPARE(line[0], (Path{plot.bottomLeft(), plot.center(), plot.topRight()}));
    QCOMPARE(pathsOf(geometry.paths(), 1).size(), 2); // a hole
    QCOMPARE(geometry.categoryAt(plot.center().x() + 5), 1);
    geometry.setCurrent(1);
    QCOMPARE(geometry.currentPoints()[0], plot.center().y());
    QVERIFY(std::isnan(geometry.currentPoints()[1]));
    QCOMPARE(pathsOf(geometry.areas(), 0)[0].size(), 6);
}

void ChartGeometryTest::mirroredIsTheMirrorImage()
{
    PlotGeometry plain;
    PlotGeometry mirrored;
    mirrored.setMirrored(true);
    for (PlotGeometry *geometry : {&plain, &mirrored}) {
        geometry->setWidth(400);
        geometry->setHeight(300);
        geometry->setFigures(m_figures.get());
    }
    QCOMPARE(mirrored.plot().left(), 400 - plain.plot().right());
    for (int category = 0; category < 3; ++category) {
        QCOMPARE(mirrored.places()[category], 400 - plain.places()[category]);
        QCOMPARE(pathsOf(mirrored.paths(), 0)[0][category].y(), pathsOf(plain.paths(), 0)[0][category].y());
        QCOMPARE(mirrored.categoryAt(mirrored.places()[category]), category);
    }
}

void ChartGeometryTest::deltaLeavesTheScaleAlone()
{
    PlotGeometry geometry;
    geometry.setWidth(400);
    geometry.setHeight(300);
    geometry.setFigures(m_figures.get());
    const QSignalSpy scaled(&geometry, &PlotGeometry::scaleChanged);
    const QSignalSpy drawn(&geometry, &PlotGeometry::drawnChanged);
    m_figures->setValues(lists({{0, 60, 100}, {100, unknown, 20}}));
    QCOMPARE(scaled.size(), 0);
    QCOMPARE(drawn.size(), 1);
    m_figures->setValues(lists({{0, 60, 1000}, {100, unknown, 20}}));
    QCOMPARE(scaled.size(), 1);
    QCOMPARE(geometry.tickTexts().last(), QStringLiteral("1 k"));
}

void ChartGeometryTest::columnsLeaveTheTargetOut()
{
    PlotGeometry geometry;
    geometry.setColumns(true);
    geometry.setTarget(1);
    geometry.setWidth(400);
    geometry.setHeight(300);
    geometry.setFigures(m_figures.get());
    const QList<Path> columns = pathsOf(geometry.paths(), 0);
    QCOMPARE(columns.size(), 2); // nothing to be seen of 0
    QPolygonF march(columns[1]);
    QCOMPARE(march.boundingRect().center().x(), geometry.places()[2]); // in the middle, as if it were alone
    QCOMPARE(march.boundingRect().top(), geometry.plot().top());
    QCOMPARE(march.boundingRect().bottom(), geometry.zero());
    const QList<Path> marks = pathsOf(geometry.paths(), 1);
    QCOMPARE(marks.size(), 2);
    QCOMPARE(marks[0][0].y(), geometry.plot().top());
    QVERIFY(pathsOf(geometry.areas(), 0).isEmpty());
}

void ChartGeometryTest::staysInsideWhateverItsSize()
{
    for (const bool columns : {false, true}) {
        for (const double size : {0.0, 1.0, 20.0, 4000.0}) {
            PlotGeometry geometry;
            geometry.setColumns(columns);
            geometry.setFigures(m_figures.get());
            geometry.setWidth(size);
            geometry.setHeight(size);
            QVERIFY(geometry.ticks().size() >= 2);
            const QVariantList all = geometry.paths();
            for (const QVariant &series : all) {
                const auto paths = series.value<QList<Path>>();
                for (const Path &path : paths) {
                    for (const QPointF &point : path)
                        QVERIFY(std::isfinite(point.x()) && std::isfinite(point.y()));
                }
            }
        }
    }
}

void ChartGeometryTest::heatFindsTheCellItDraws_data()
{
    QTest::addColumn<bool>("mirrored");
    QTest::newRow("left to right") << false;
    QTest::newRow("right to left") << true;
}

void ChartGeometryTest::heatFindsTheCellItDraws()
{
    QFETCH(bool, mirrored);
    HeatGeometry geometry;
    geometry.setMirrored(mirrored);
    geometry.setWidth(300);
    geometry.setHeight(120);
    geometry.setFigures(m_figures.get());
    QCOMPARE(geometry.levels(), (QList<int>{0, 3, 5, 5, 0, 1}));
    for (int series = 0; series < 2; ++series) {
        for (int category = 0; category < 3; ++category) {
            const QRectF cell = geometry.cellOf(series, category);
            QVERIFY(geometry.plot().adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(cell));
            QCOMPARE(geometry.seriesAt(cell.center().y()), series);
            QCOMPARE(geometry.categoryAt(cell.center().x()), category);
            QCOMPARE(geometry.places()[category], cell.center().x());
        }
    }
    QCOMPARE(geometry.cellOf(0, 0).x() < geometry.cellOf(0, 1).x(), !mirrored);
    QCOMPARE(geometry.seriesAt(119), -1);                  // the labels
    QCOMPARE(geometry.categoryAt(mirrored ? 299 : 1), -1); // the names
}

void ChartGeometryTest::heatTellsOnlyOtherLevels()
{
    HeatGeometry geometry;
    geometry.setWidth(300);
    geometry.setHeight(120);
    geometry.setFigures(m_figures.get());
    const QSignalSpy levels(&geometry, &HeatGeometry::levelsChanged);
    const QSignalSpy scaled(&geometry, &HeatGeometry::scaleChanged);
    m_figures->setValues(lists({{0, 51, 100}, {100, unknown, 20}}));
    QCOMPARE(levels.size(), 0);
    m_figures->setValues(lists({{0, 90, 100}, {100, unknown, 20}}));
    QCOMPARE(levels.size(), 1);
    QCOMPARE(scaled.size(), 0);
}

void ChartGeometryTest::sparkShowsTheCourse()
{
    SparkGeometry geometry;
    geometry.setWidth(84);
    geometry.setHeight(24);
    geometry.setValues({100, 105, unknown, 110, 120});
    const auto lines = geometry.paths().value<QList<Path>>();
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0][0], QPointF(2, 22)); // the lowest at the bottom, although it is not 0
    QCOMPARE(geometry.end(), QPointF(82, 2));
    geometry.setMirrored(true);
    QCOMPARE(geometry.end(), QPointF(2, 2));
    geometry.setValues({5, 5});
    QCOMPARE(geometry.end().y(), 12.0);
    geometry.setValues({});
    QCOMPARE(geometry.end(), QPointF());
}

QTEST_MAIN(ChartGeometryTest)
#include "ChartGeometryTest.moc"
