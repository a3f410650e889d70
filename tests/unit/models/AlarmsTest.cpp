// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboard/Arrangement.h"
#include "models/dashboard/DashboardTiles.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::models;

namespace {

QVector<Tile> tilesWith(const QJsonObject &now)
{
    figures::Answer answer;
    answer.now = now;
    return tilesOf(answer, Agents{.online = 3, .all = 9});
}

Tile named(const QVector<Tile> &tiles, const QString &figure)
{
    const auto found =
        std::find_if(tiles.begin(), tiles.end(), [&](const Tile &tile) { return tile.figure == figure; });
    return found == tiles.end() ? Tile() : *found;
}

} // namespace

/// The alarms of the dashboard's figures, and the order that somebody chose.
class AlarmsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void beyondABoundThereIsAnAlarm();
    void boundsAreInTheUnitOfTheTile();
    void boundsAreTypedInTheLanguageOfTheReader();
    void whatIsKeptIsReadAgain();
    void whatIsNotUnderstoodIsLeftOut();
    void namesStandAsTheyWereChosen();
    void oneIsMoved();
};

void AlarmsTest::beyondABoundThereIsAnAlarm()
{
    const Alarm alarm{.above = 30, .below = 2};
    QCOMPARE(reasonOf(alarm, 31), u"above 30"_s);
    QCOMPARE(reasonOf(alarm, 30), QString());
    QCOMPARE(reasonOf(alarm, 2), QString());
    QCOMPARE(reasonOf(alarm, 1.5), u"below 2"_s);
    QCOMPARE(reasonOf({}, 1e9), QString());
}

void AlarmsTest::boundsAreInTheUnitOfTheTile()
{
    const auto tiles = tilesFor(tilesWith({{u"conversations.waiting"_s, 31},
                                           {u"conversations.firstResponse"_s, 6 * 60'000},
                                           {u"deals.winRate"_s, 345}}),
                                {},
                                {{u"conversations.waiting"_s, {.above = 30}},
                                 {u"conversations.firstResponse"_s, {.above = 5}},
                                 {u"deals.winRate"_s, {.below = 34}},
                                 {u"contacts.new"_s, {.below = 1}},
                                 {u"agents.online"_s, {.below = 4}}});
    QCOMPARE(named(tiles, u"conversations.waiting"_s).alarm, u"above 30"_s);
    QCOMPARE(named(tiles, u"conversations.firstResponse"_s).alarm, u"above 5"_s);
    QCOMPARE(named(tiles, u"conversations.firstResponse"_s).unit, u"minutes"_s);
    QCOMPARE(named(tiles, u"deals.winRate"_s).alarm, QString()); // 34.5
    QCOMPARE(named(tiles, u"deals.winRate"_s).unit, u"percent"_s);
    QCOMPARE(named(tiles, u"contacts.new"_s).alarm, QString()); // not known is not none
    QCOMPARE(named(tiles, u"agents.online"_s).alarm, u"below 4"_s);
    QCOMPARE(named(tiles, u"deals.value"_s).unit, QString());
}

void AlarmsTest::boundsAreTypedInTheLanguageOfTheReader()
{
    const QLocale german(QLocale::German, QLocale::Germany);
    QCOMPARE(boundFrom(u" 2,5 "_s, german).bound, std::optional(2.5));
    QCOMPARE(textOf(2.5, german), u"2,5"_s);
    QCOMPARE(boundFrom(u""_s).bound, std::nullopt);
    QVERIFY(!boundFrom(u""_s).isWrong);
    QVERIFY(boundFrom(u"many"_s).isWrong);
    QCOMPARE(textOf({}), QString());
}

void AlarmsTest::whatIsKeptIsReadAgain()
{
    const Alarms alarms{{u"deals.open"_s, {.above = 30.5, .below = 2}},
                        {u"contacts.new"_s, {.below = 0, .sounds = true}}};
    QCOMPARE(alarmsFrom(toJson(alarms)), alarms);
    QCOMPARE(toJson(Alarms{{u"deals.open"_s, {}}}), QJsonObject());
}

void AlarmsTest::whatIsNotUnderstoodIsLeftOut()
{
    QCOMPARE(alarmsFrom({{u"a"_s, 3},
                         {u"b"_s, QJsonObject{{u"above"_s, u"30"_s}}},
                         {u"c"_s, QJsonObject{{u"above"_s, 30}, {u"near"_s, 2}}}}),
             (Alarms{{u"c"_s, {.above = 30}}}));
}

void AlarmsTest::namesStandAsTheyWereChosen()
{
    QCOMPARE(arranged({u"a"_s, u"b"_s, u"c"_s}, {u"c"_s, u"gone"_s, u"a"_s, u"c"_s}),
             (QStringList{u"c"_s, u"a"_s, u"b"_s}));
    const auto tiles = tilesFor(tilesWith({}), {u"deals.new"_s, u"messages.sent"_s}, {});
    QCOMPARE(tiles[0].figure, u"deals.new"_s);
    QCOMPARE(tiles[1].figure, u"messages.sent"_s);
    QCOMPARE(tiles[2].figure, u"conversations.waiting"_s);
}

void AlarmsTest::oneIsMoved()
{
    const QStringList names{u"a"_s, u"b"_s, u"c"_s};
    QCOMPARE(moved(names, u"a"_s, 2), (QStringList{u"b"_s, u"c"_s, u"a"_s}));
    QCOMPARE(moved(names, u"c"_s, -1), (QStringList{u"c"_s, u"a"_s, u"b"_s}));
    QCOMPARE(moved(names, u"a"_s, 9), (QStringList{u"b"_s, u"c"_s, u"a"_s}));
    QCOMPARE(moved(names, u"d"_s, 0), names);
}

QTEST_APPLESS_MAIN(AlarmsTest)
#include "AlarmsTest.moc"
