// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartFigures.h"

#include "ChartCursor.h"

#include <QtTest/QAbstractItemModelTester>
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

void fill(ChartFigures &figures)
{
    figures.setCategories({QStringLiteral("Jan"), QStringLiteral("Feb"), QStringLiteral("Mar")});
    figures.setNames({QStringLiteral("this year"), QStringLiteral("target")});
    figures.setPattern(QStringLiteral("€ %1"));
    figures.setValues(lists({{10, 20, unknown}, {15, 15, 40}}));
}

QStringList cells(const ChartFigures &figures, int row)
{
    return figures.index(row).data(ChartFigures::CellsRole).toStringList();
}

} // namespace

class ChartFiguresTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }
    void readsListsOfEveryKind();
    void tellsOnlyTheRowsThatDiffer();
    void saysNothingWhereNothingIsNew();
    void highestAnewMeansNewShares();
    void exactWordsComeFirst();
    void summaries_data();
    void summaries();
    void cursorStopsAtTheEdges();
    void cursorOfOneValue();
    void cursorFollowsTheFigures();
};

void ChartFiguresTest::readsListsOfEveryKind()
{
    ChartFigures figures;
    const QAbstractItemModelTester tester(&figures, QAbstractItemModelTester::FailureReportingMode::QtTest);
    fill(figures);
    QCOMPARE(cells(figures, 0), (QStringList{QStringLiteral("€ 10"), QStringLiteral("€ 15")}));
    QCOMPARE(cells(figures, 2), (QStringList{QStringLiteral("–"), QStringLiteral("€ 40")}));
    QCOMPARE(figures.index(2).data(ChartFigures::SpokenRole).toString(),
             QStringLiteral("Mar: this year unknown, target € 40"));
    QCOMPARE(figures.index(1).data(ChartFigures::SharesRole).value<QList<double>>(), (QList<double>{0.5, 0.375}));

    const QVariant mixed = QVariantList{1, QVariant(), QStringLiteral("x")};
    figures.setValues(QVariantList(1, mixed));
    QCOMPARE(figures.seriesCount(), 1);
    QCOMPARE(cells(figures, 0), QStringList{QStringLiteral("€ 1")});
    QVERIFY(std::isnan(valueOf(figures.table(), 0, 1)) && std::isnan(valueOf(figures.table(), 0, 2)));
    figures.setValues({QStringLiteral("no list")});
    QVERIFY(figures.isEmpty());
}

void ChartFiguresTest::tellsOnlyTheRowsThatDiffer()
{
    ChartFigures figures;
    fill(figures);
    const QSignalSpy rows(&figures, &QAbstractItemModel::dataChanged);
    const QSignalSpy reset(&figures, &QAbstractItemModel::modelReset);
    figures.setValues(lists({{10, 21, unknown}, {15, 15, 40}}));
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0][0].toModelIndex().row(), 1);
    QCOMPARE(rows[0][1].toModelIndex().row(), 1);
    QCOMPARE(reset.size(), 0);
    figures.setCategories({QStringLiteral("Apr"), QStringLiteral("May"), QStringLiteral("Jun")});
    QCOMPARE(reset.size(), 0); // as many as before: the rows stay
    figures.setCategories({QStringLiteral("Apr")});
    QCOMPARE(reset.size(), 1);
}

void ChartFiguresTest::saysNothingWhereNothingIsNew()
{
    ChartFigures figures;
    fill(figures);
    const QSignalSpy changed(&figures, &ChartFigures::figuresChanged);
    fill(figures);
    QCOMPARE(changed.size(), 0);
    figures.setValues(lists({{10, 20, unknown, 99}, {15, 15, 40, 99}})); // of a category that is still to come
    QCOMPARE(changed.size(), 0);
    figures.setCategories({QStringLiteral("Jan"), QStringLiteral("Feb"), QStringLiteral("Mar"), QStringLiteral("Apr")});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(cells(figures, 3), (QStringList{QStringLiteral("€ 99"), QStringLiteral("€ 99")}));
}

void ChartFiguresTest::highestAnewMeansNewShares()
{
    ChartFigures figures;
    fill(figures);
    const QSignalSpy rows(&figures, &QAbstractItemModel::dataChanged);
    figures.setValues(lists({{10, 20, 80}, {15, 15, 40}}));
    QCOMPARE(rows[0][0].toModelIndex().row(), 0);
    QCOMPARE(rows[0][1].toModelIndex().row(), 2);
    QCOMPARE(figures.index(2).data(ChartFigures::SharesRole).value<QList<double>>(), (QList<double>{1, 0.5}));
    figures.setValues(lists({{-10, -20, -80}}));
    QCOMPARE(figures.index(2).data(ChartFigures::SharesRole).value<QList<double>>(), QList<double>{0});
}

void ChartFiguresTest::exactWordsComeFirst()
{
    ChartFigures figures;
    fill(figures);
    figures.setTexts({QStringList{QStringLiteral("€ 10.37"), QString()}});
    QCOMPARE(cells(figures, 0), (QStringList{QStringLiteral("€ 10.37"), QStringLiteral("€ 15")}));
    QCOMPARE(cells(figures, 1), (QStringList{QStringLiteral("€ 20"), QStringLiteral("€ 15")}));
}

void ChartFiguresTest::summaries_data()
{
    QTest::addColumn<FigureTable>("table");
    QTest::addColumn<QString>("summary");
    FigureTable table;
    QTest::newRow("nothing") << table << QStringLiteral("nothing known");
    table.categories = {QStringLiteral("Lead"), QStringLiteral("Won")};
    table.values = {{96, 58}};
    QTest::newRow("few values: all") << table << QStringLiteral("Lead: 96; Won: 58");
    table.names = {QStringLiteral("now")};
    table.categories.clear();
    table.values = {{}};
    for (int month = 1; month <= 12; ++month) {
        table.categories.append(QStringLiteral("month %1").arg(month));
        table.values[0].append(month == 4 ? 1 : month == 7 ? 99 : 10 + month);
    }
    QTest::newRow("a course") << table
                              << QStringLiteral("now: from 11 (month 1) to 22 (month 12), highest 99 (month 7), "
                                                "lowest 1 (month 4)");
    table.names = {QStringLiteral("Mon"), QStringLiteral("Tue"), QStringLiteral("Wed"), QStringLiteral("Thu")};
    table.values = {{1, 2}, {3, 0}, {unknown, 42}, {5, 5}};
    table.categories = {QStringLiteral("08"), QStringLiteral("09")};
    QTest::newRow("a heat map") << table << QStringLiteral("highest 42 (Wed, 09), lowest 0 (Tue, 09)");
}

void ChartFiguresTest::summaries()
{
    QFETCH(FigureTable, table);
    QTEST(summaryOf(table), "summary");
}

void ChartFiguresTest::cursorStopsAtTheEdges()
{
    ChartFigures figures;
    ChartCursor cursor;
    cursor.step(1); // without figures
    QCOMPARE(cursor.category(), -1);
    cursor.setFigures(&figures);
    cursor.step(1); // without categories
    QCOMPARE(cursor.category(), -1);
    fill(figures);
    cursor.step(1);
    QCOMPARE(cursor.category(), 0);
    QCOMPARE(cursor.heading(), QStringLiteral("Jan"));
    QCOMPARE(cursor.texts(), cells(figures, 0));
    QCOMPARE(cursor.names(), figures.names());
    cursor.step(-1);
    QCOMPARE(cursor.category(), 0);
    cursor.toLast();
    cursor.step(1);
    QCOMPARE(cursor.category(), 2);
    QCOMPARE(cursor.spoken(), QStringLiteral("Mar: this year unknown, target € 40"));
    cursor.end();
    QCOMPARE(cursor.spoken(), QString());
    cursor.step(-1);
    QCOMPARE(cursor.category(), 2); // backwards from the end
}

void ChartFiguresTest::cursorOfOneValue()
{
    ChartFigures figures;
    fill(figures);
    ChartCursor cursor;
    cursor.setFigures(&figures);
    cursor.setSingle(true);
    cursor.stepSeries(1);
    QCOMPARE(cursor.series(), 0);
    cursor.stepSeries(1);
    cursor.stepSeries(1);
    QCOMPARE(cursor.series(), 1);
    cursor.step(1);
    QCOMPARE(cursor.spoken(), QStringLiteral("target, Feb: € 15"));
    QCOMPARE(cursor.texts(), QStringList{QStringLiteral("€ 15")});
    cursor.read(0, 7);
    QCOMPARE(cursor.category(), -1);
}

void ChartFiguresTest::cursorFollowsTheFigures()
{
    ChartFigures figures;
    fill(figures);
    ChartCursor cursor;
    cursor.setFigures(&figures);
    cursor.toLast();
    const QSignalSpy changed(&cursor, &ChartCursor::changed);
    figures.setValues(lists({{10, 20, 30}, {15, 15, 40}}));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(cursor.texts(), (QStringList{QStringLiteral("€ 30"), QStringLiteral("€ 40")}));
    figures.setCategories({QStringLiteral("Jan")});
    QCOMPARE(cursor.category(), -1);
}

QTEST_GUILESS_MAIN(ChartFiguresTest)
#include "ChartFiguresTest.moc"
