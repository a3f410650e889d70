// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboard/Wall.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk::models;

/// What is kept of a wall, whatever wrote it.
class WallTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsKeptWronglyIsMended_data();
    void whatIsKeptWronglyIsMended();
    void secondsAreBetweenTheirBounds();
};

void WallTest::whatIsKeptWronglyIsMended_data()
{
    QTest::addColumn<QJsonObject>("kept");
    QTest::addColumn<QStringList>("shown");
    QTest::addColumn<int>("seconds");
    const QStringList usual = Wall().pages;
    QTest::newRow("nothing") << QJsonObject() << usual << 20;
    QTest::newRow("too short") << QJsonObject{{u"seconds"_s, 1}} << usual << 5;
    QTest::newRow("too long") << QJsonObject{{u"seconds"_s, 1'000}} << usual << 120;
    QTest::newRow("no number") << QJsonObject{{u"seconds"_s, u"often"_s}} << usual << 20;
    QTest::newRow("nothing is shown") << QJsonObject{{u"hidden"_s, QJsonArray::fromStringList(usual)}} << usual << 20;
    QTest::newRow("pages of a later version")
        << QJsonObject{{u"pages"_s, QJsonArray{u"weather"_s, u"people"_s}}, {u"hidden"_s, QJsonArray{u"weather"_s}}}
        << QStringList{u"people"_s, u"figures"_s, u"sales"_s, u"messages"_s} << 20;
}

void WallTest::whatIsKeptWronglyIsMended()
{
    QFETCH(QJsonObject, kept);
    const Wall wall = wallFrom(kept);
    QTEST(wall.shown(), "shown");
    QTEST(wall.seconds, "seconds");
    QCOMPARE(wallFrom(toJson(wall)), wall);
}

void WallTest::secondsAreBetweenTheirBounds()
{
    for (const char *wrong : {"", "4", "121", "often", "7.5"})
        QVERIFY2(!secondsFrom(QLatin1String(wrong)), wrong);
    QCOMPARE(secondsFrom(u"5"_s), std::optional(5));
    QCOMPARE(secondsFrom(u" 120 "_s), std::optional(120));
}

QTEST_APPLESS_MAIN(WallTest)
#include "WallTest.moc"
