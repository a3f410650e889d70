// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/FieldOrder.h"

#include "domain/RecordSchema.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace frontdesk;
using namespace Qt::Literals::StringLiterals;

namespace {

RecordState definition(const QString &id, const QString &order = {})
{
    RecordState state;
    state.record = {RecordKind::CustomField, id};
    if (!order.isEmpty())
        state.fields.insert(fields::order, order);
    return state;
}

QString idsOf(const QVector<RecordState> &definitions)
{
    QString ids;
    for (const RecordState &one : definitions)
        ids += one.record.id;
    return ids;
}

/// As it is once the server has taken what a move wants.
QVector<RecordState> moved(QVector<RecordState> definitions, qsizetype from, qsizetype to)
{
    const auto places = orderAfterMove(definitions, from, to);
    for (RecordState &one : definitions)
        if (const auto place = places.constFind(one.record); place != places.cend())
            one.fields[fields::order] = *place;
    sortByOrder(definitions);
    return definitions;
}

} // namespace

class FieldOrderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thoseWithoutAPlaceStandBehind()
    {
        QVector<RecordState> definitions{definition(u"a"_s), definition(u"b"_s, u"20"_s), definition(u"c"_s, u"3.5"_s),
                                         definition(u"d"_s, u"-1"_s), definition(u"e"_s)};
        sortByOrder(definitions);
        QCOMPARE(idsOf(definitions), u"dcbae"_s);
    }

    void aMoveMostlyChangesOneAlone()
    {
        const QVector<RecordState> definitions{definition(u"a"_s, u"1000"_s), definition(u"b"_s, u"2000"_s),
                                               definition(u"c"_s, u"3000"_s), definition(u"d"_s)};
        const RecordRef c{RecordKind::CustomField, u"c"_s};
        const RecordRef d{RecordKind::CustomField, u"d"_s};
        QCOMPARE(orderAfterMove(definitions, 2, 1), (QHash<RecordRef, QString>{{c, u"1500"_s}}));
        QCOMPARE(orderAfterMove(definitions, 2, 0), (QHash<RecordRef, QString>{{c, u"0"_s}}));
        QCOMPARE(orderAfterMove(definitions, 3, 2), (QHash<RecordRef, QString>{{d, u"2500"_s}}));
        QCOMPARE(orderAfterMove({definition(u"a"_s), definition(u"d"_s)}, 1, 0),
                 (QHash<RecordRef, QString>{{d, u"1000"_s}}));
    }

    void whereThereIsNoRoomAllAreNumbered()
    {
        const QVector<RecordState> definitions{definition(u"a"_s, u"1"_s), definition(u"b"_s, u"2"_s),
                                               definition(u"c"_s), definition(u"d"_s)};
        QCOMPARE(idsOf(moved(definitions, 3, 1)), u"adbc"_s);
        QCOMPARE(idsOf(moved(definitions, 0, 3)), u"bcda"_s); // behind those that have none
    }

    void anyRowOfMovesEndsAsItWasMeant()
    {
        QRandomGenerator random(7);
        QVector<RecordState> definitions;
        for (const QChar letter : u"abcdefgh"_s)
            definitions.append(definition(letter));
        QString wanted = idsOf(definitions);
        for (int i = 0; i < 400; ++i) {
            const qsizetype from = random.bounded(int(definitions.size()));
            const qsizetype to = random.bounded(int(definitions.size()));
            if (from == to)
                continue;
            const QChar letter = wanted[from];
            wanted.remove(from, 1);
            wanted.insert(to, letter);
            definitions = moved(definitions, from, to);
            QCOMPARE(idsOf(definitions), wanted);
            for (const RecordState &one : definitions)
                QVERIFY(
                    checkedValue(RecordKind::CustomField, fields::order, one.fields[fields::order].toString()).ok());
        }
    }
};

QTEST_APPLESS_MAIN(FieldOrderTest)
#include "FieldOrderTest.moc"
