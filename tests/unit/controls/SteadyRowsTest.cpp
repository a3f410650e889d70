// SPDX-License-Identifier: GPL-3.0-or-later
#include "SteadyRows.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QStringListModel>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace frontdesk;

namespace {

/// `count` names with a letter in front: "a0", "a1", …
QStringList names(QChar letter, int count)
{
    QStringList list;
    for (int i = 0; i < count; ++i)
        list.append(letter + QString::number(i));
    return list;
}

QStringList namesOf(const SteadyRows &rows)
{
    QStringList list;
    for (int row = 0; row < rows.rowCount(); ++row)
        list.append(rows.index(row).data().toString());
    return list;
}

} // namespace

class SteadyRowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void exchangeKeepsTheEnd_data();
    void exchangeKeepsTheEnd();
    void rowsOfAnEndedSourceStayUntilThereIsAnother();
    void followsWhateverHappens();
};

void SteadyRowsTest::exchangeKeepsTheEnd_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    for (const auto &[before, after] : {std::pair(3, 3), {3, 5}, {5, 3}, {1, 50}, {50, 1}, {3, 0}, {0, 3}})
        QTest::addRow("%d to %d", before, after) << before << after;
}

void SteadyRowsTest::exchangeKeepsTheEnd()
{
    QFETCH(int, before);
    QFETCH(int, after);
    QStringListModel first(names(u'a', before));
    QStringListModel second(names(u'b', after));
    SteadyRows rows;
    rows.setSource(&first);
    const QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QPersistentModelIndex newest = before > 0 ? rows.index(before - 1) : QModelIndex();
    const QSignalSpy inserted(&rows, &QAbstractItemModel::rowsInserted);
    const QSignalSpy removed(&rows, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy reset(&rows, &QAbstractItemModel::modelReset);

    rows.setSource(&second);
    QCOMPARE(namesOf(rows), names(u'b', after));
    QCOMPARE(reset.size(), before == 0 ? 1 : 0);
    QCOMPARE(removed.size(), after < before ? 1 : 0);
    QCOMPARE(inserted.size(), before > 0 && after > before ? 1 : 0);
    if (before > 0 && after > 0)
        QCOMPARE(newest.row(), after - 1);
    first.insertRows(0, 1); // says nothing any more
    QCOMPARE(namesOf(rows), names(u'b', after));
}

void SteadyRowsTest::rowsOfAnEndedSourceStayUntilThereIsAnother()
{
    auto first = std::make_unique<QStringListModel>(names(u'a', 3));
    SteadyRows rows;
    rows.setSource(first.get());
    first.reset();
    QCOMPARE(rows.source(), nullptr);
    QCOMPARE(namesOf(rows), QStringList({QString(), QString(), QString()}));
    QStringListModel second(names(u'b', 2));
    rows.setSource(&second);
    QCOMPARE(namesOf(rows), names(u'b', 2));
    rows.setSource(nullptr);
    QCOMPARE(rows.source(), &second);
}

void SteadyRowsTest::followsWhateverHappens()
{
    QRandomGenerator random(7);
    QStringListModel sources[2];
    SteadyRows rows;
    rows.setSource(&sources[0]);
    const QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
    int shown = 0;
    for (int step = 0; step < 2000; ++step) {
        QStringListModel &source = sources[random.bounded(2)];
        const int count = source.rowCount();
        switch (random.bounded(6)) {
        case 0:
            source.insertRows(random.bounded(count + 1), 1 + random.bounded(4));
            break;
        case 1:
            if (count > 0)
                source.removeRows(random.bounded(count), 1);
            break;
        case 2:
            if (count > 1)
                source.moveRows({}, 0, 1, {}, count);
            break;
        case 3:
            if (count > 0)
                source.setData(source.index(random.bounded(count)), QString::number(step));
            break;
        case 4:
            source.setStringList(names(u'c', random.bounded(20)));
            break;
        default:
            shown = 1 - shown;
            rows.setSource(&sources[shown]);
        }
        QCOMPARE(namesOf(rows), sources[shown].stringList());
    }
}

QTEST_GUILESS_MAIN(SteadyRowsTest)
#include "SteadyRowsTest.moc"
