// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/RowListModel.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace frontdesk::models;

namespace {

struct Fruit {
    int id = 0;
    QString name;
    friend bool operator==(const Fruit &, const Fruit &) = default;
};

/// Rows named by letters: "abc" are three.
QVector<Fruit> fruits(const QString &ids, const QString &name = QStringLiteral("fruit"))
{
    QVector<Fruit> rows;
    for (const QChar id : ids)
        rows.append({id.unicode(), name});
    return rows;
}

} // namespace

class FruitModel : public RowListModel {
    Q_OBJECT

public:
    void replace(const QVector<Fruit> &next)
    {
        replaceRows(rows, next, [](const Fruit &fruit) { return fruit.id; });
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : int(rows.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole && index.isValid() ? rows[index.row()].name : QVariant();
    }
    QVector<Fruit> rows;
};

class RowListModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void smallestSteps_data();
    void smallestSteps();
    void changedValuesAreToldByRow();
    void countIsToldOnlyWhenItChanges();
    void manyMovesLeaveTheRows();
    void rowsThatStayKeepTheirIdentity();
    void everyChangeOfRandomListsIsValid();
};

void RowListModelTest::smallestSteps_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<int>("inserted"); // signals, not rows
    QTest::addColumn<int>("removed");
    QTest::addColumn<int>("moved");
    QTest::newRow("same") << QStringLiteral("abc") << QStringLiteral("abc") << 0 << 0 << 0;
    QTest::newRow("fill") << QString() << QStringLiteral("abc") << 1 << 0 << 0;
    QTest::newRow("empty") << QStringLiteral("abc") << QString() << 0 << 1 << 0;
    QTest::newRow("append") << QStringLiteral("ab") << QStringLiteral("abcd") << 1 << 0 << 0;
    QTest::newRow("prepend a page") << QStringLiteral("cd") << QStringLiteral("abcd") << 1 << 0 << 0;
    QTest::newRow("one comes to the top") << QStringLiteral("abcd") << QStringLiteral("dabc") << 0 << 0 << 1;
    QTest::newRow("window slides") << QStringLiteral("abcd") << QStringLiteral("cdef") << 1 << 1 << 0;
    QTest::newRow("one in the middle goes") << QStringLiteral("abc") << QStringLiteral("ac") << 0 << 1 << 0;
    QTest::newRow("two runs go") << QStringLiteral("axbyyc") << QStringLiteral("abc") << 0 << 2 << 0;
    QTest::newRow("all others") << QStringLiteral("ab") << QStringLiteral("cd") << 1 << 1 << 0;
}

void RowListModelTest::smallestSteps()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    before.replace(QStringLiteral("yy"), QStringLiteral("yz")); // ids are unique
    FruitModel model;
    model.replace(fruits(before));
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.replace(fruits(after));
    QCOMPARE(model.rows, fruits(after));
    QTEST(int(inserted.size()), "inserted");
    QTEST(int(removed.size()), "removed");
    QTEST(int(moved.size()), "moved");
    QCOMPARE(changed.size(), 0);
}

void RowListModelTest::changedValuesAreToldByRow()
{
    FruitModel model;
    model.replace(fruits(QStringLiteral("abc")));
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QVector<Fruit> next = fruits(QStringLiteral("abc"));
    next[1].name = QStringLiteral("pear");
    model.replace(next);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 1);
    QCOMPARE(changed[0][1].toModelIndex().row(), 1);
}

void RowListModelTest::countIsToldOnlyWhenItChanges()
{
    FruitModel model;
    const QSignalSpy counted(&model, &RowListModel::countChanged);
    model.replace(fruits(QStringLiteral("ab")));
    QCOMPARE(counted.size(), 1);
    QCOMPARE(model.count(), 2);
    model.replace(fruits(QStringLiteral("cd")));
    QCOMPARE(counted.size(), 1);
}

void RowListModelTest::manyMovesLeaveTheRows()
{
    QString letters;
    for (char16_t letter = u'A'; letter <= u'z'; ++letter)
        letters.append(letter);
    QString backwards = letters;
    std::reverse(backwards.begin(), backwards.end());
    FruitModel model;
    model.replace(fruits(letters));
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.replace(fruits(backwards));
    QCOMPARE(model.rows, fruits(backwards));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][1].toModelIndex().row(), int(letters.size()) - 1);
    // Others with fewer and more rows, in another order too.
    model.replace(fruits(letters.mid(3)));
    QCOMPARE(model.rows, fruits(letters.mid(3)));
    model.replace(fruits(backwards));
    QCOMPARE(model.rows, fruits(backwards));
    QCOMPARE(moved.size(), 0);
    QCOMPARE(reset.size(), 0);
}

void RowListModelTest::rowsThatStayKeepTheirIdentity()
{
    FruitModel model;
    model.replace(fruits(QStringLiteral("abcdef")));
    const QPersistentModelIndex e = model.index(4);
    model.replace(fruits(QStringLiteral("xeyfa")));
    QVERIFY(e.isValid());
    QCOMPARE(e.row(), 1);
}

void RowListModelTest::everyChangeOfRandomListsIsValid()
{
    QRandomGenerator random(42);
    FruitModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    // A second list that only follows the signals, as a view does.
    QVector<int> view;
    connect(&model, &QAbstractItemModel::rowsInserted, this, [&](const QModelIndex &, int first, int last) {
        for (int row = first; row <= last; ++row)
            view.insert(row, model.rows[row].id);
    });
    connect(&model, &QAbstractItemModel::rowsRemoved, this,
            [&](const QModelIndex &, int first, int last) { view.remove(first, last - first + 1); });
    connect(&model, &QAbstractItemModel::rowsMoved, this,
            [&](const QModelIndex &, int from, int, const QModelIndex &, int to) { view.move(from, to); });
    for (int round = 0; round < 500; ++round) {
        QVector<Fruit> next;
        for (int id = 0; id < 12; ++id)
            if (random.bounded(3) > 0)
                next.insert(random.bounded(int(next.size()) + 1), {id, QString::number(random.bounded(2))});
        model.replace(next);
        QCOMPARE(model.rows, next);
        QVector<int> ids;
        for (const Fruit &fruit : std::as_const(next))
            ids.append(fruit.id);
        QCOMPARE(view, ids);
    }
}

QTEST_GUILESS_MAIN(RowListModelTest)
#include "RowListModelTest.moc"
