// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/Formatting.h"

#include "models/ActivitySentence.h"

#include <QtCore/QDateTime>
#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::models;

namespace {

/// A time on this computer's clock, in milliseconds since 1970.
qint64 at(const char *isoTime)
{
    return QDateTime::fromString(QLatin1String(isoTime), Qt::ISODate).toMSecsSinceEpoch();
}

const qint64 now = at("2026-11-20T09:41:30"); // a Friday

} // namespace

class FormattingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void timesOfTheList_data();
    void timesOfTheList();
    void daysAboveMessages_data();
    void daysAboveMessages();
    void lastSeen_data();
    void lastSeen();
    void timesInGerman();
    void initials_data();
    void initials();
    void oneLine_data();
    void oneLine();
    void typing_data();
    void typing();
    void peopleAtARecord();
    void sentences_data();
    void sentences();
};

void FormattingTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void FormattingTest::timesOfTheList_data()
{
    QTest::addColumn<qint64>("time");
    QTest::addColumn<QString>("text");
    QTest::newRow("now") << now << QStringLiteral("09:41");
    QTest::newRow("just after midnight") << at("2026-11-20T00:01:00") << QStringLiteral("00:01");
    QTest::newRow("a clock that runs ahead") << at("2026-11-21T01:00:00") << QStringLiteral("01:00");
    QTest::newRow("yesterday, less than a day ago") << at("2026-11-19T23:59:00") << QStringLiteral("Yesterday");
    QTest::newRow("six days ago") << at("2026-11-14T12:00:00") << QStringLiteral("Sat");
    QTest::newRow("a week ago") << at("2026-11-13T12:00:00") << QStringLiteral("13 Nov");
    QTest::newRow("last year") << at("2025-11-20T12:00:00") << QStringLiteral("20 Nov 2025");
}

void FormattingTest::timesOfTheList()
{
    QFETCH(qint64, time);
    QTEST(formatting::listTime(time, now), "text");
}

void FormattingTest::daysAboveMessages_data()
{
    QTest::addColumn<qint64>("time");
    QTest::addColumn<QString>("text");
    QTest::newRow("today") << at("2026-11-20T00:00:00") << QStringLiteral("Today");
    QTest::newRow("yesterday") << at("2026-11-19T23:59:59") << QStringLiteral("Yesterday");
    QTest::newRow("this year") << at("2026-11-02T12:00:00") << QStringLiteral("Monday, 2 November");
    QTest::newRow("another year") << at("2024-02-29T12:00:00") << QStringLiteral("Thursday, 29 February 2024");
}

void FormattingTest::daysAboveMessages()
{
    QFETCH(qint64, time);
    QTEST(formatting::dayHeading(time, now), "text");
}

void FormattingTest::lastSeen_data()
{
    QTest::addColumn<qint64>("time");
    QTest::addColumn<QString>("text");
    QTest::newRow("never") << qint64(0) << QStringLiteral("Offline");
    QTest::newRow("today") << at("2026-11-20T08:05:00") << QStringLiteral("Last seen 08:05");
    QTest::newRow("yesterday") << at("2026-11-19T14:02:00") << QStringLiteral("Last seen yesterday, 14:02");
    QTest::newRow("earlier") << at("2026-11-03T14:02:00") << QStringLiteral("Last seen on 3 Nov");
}

void FormattingTest::lastSeen()
{
    QFETCH(qint64, time);
    QTEST(formatting::lastSeen(time, now), "text");
}

void FormattingTest::timesInGerman()
{
    const QLocale german(QLocale::German, QLocale::Germany);
    QVERIFY(formatting::listTime(at("2026-11-17T12:00:00"), now, german).startsWith(QStringLiteral("Di")));
    QCOMPARE(formatting::timeOfDay(now, german), QStringLiteral("09:41"));
    QVERIFY(formatting::dayHeading(at("2026-11-02T12:00:00"), now, german).startsWith(QStringLiteral("Montag")));
    QVERIFY(formatting::fullTime(now, german).endsWith(QStringLiteral("09:41:30")));
}

void FormattingTest::initials_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("letters");
    QTest::newRow("two words") << QStringLiteral("Maya Okafor") << QStringLiteral("MO");
    QTest::newRow("first and last of three") << QStringLiteral("ana maria rossi") << QStringLiteral("AR");
    QTest::newRow("one word") << QStringLiteral("Billing") << QStringLiteral("B");
    QTest::newRow("Arabic") << QStringLiteral("سلمى حداد") << QStringLiteral("سح");
    QTest::newRow("Chinese") << QStringLiteral("陈伟") << QStringLiteral("陈");
    QTest::newRow("beyond the BMP") << QStringLiteral("𝒜da 𝓑en") << QStringLiteral("𝒜𝓑");
    QTest::newRow("combining mark stays on its letter")
        << QStringLiteral("e\u0301mile zola") << QStringLiteral("E\u0301Z");
    QTest::newRow("sign before the letter") << QStringLiteral("(Ops) #night") << QStringLiteral("ON");
    QTest::newRow("emoji alone") << QStringLiteral("🎉") << QStringLiteral("🎉");
    QTest::newRow("spaces around") << QStringLiteral("  Ada  Byron ") << QStringLiteral("AB");
    QTest::newRow("nothing") << QString() << QString();
}

void FormattingTest::initials()
{
    QFETCH(QString, name);
    QTEST(formatting::initials(name), "letters");
}

void FormattingTest::oneLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    QTest::newRow("lines and tabs") << QStringLiteral("a\n\n b\tc ") << QStringLiteral("a b c");
    QTest::newRow("exactly as long") << QStringLiteral("1234567890") << QStringLiteral("1234567890");
    QTest::newRow("too long") << QStringLiteral("12345678901") << QStringLiteral("1234567890…");
    QTest::newRow("never half a character") << QStringLiteral("123456789🎉🎉") << QStringLiteral("123456789…");
}

void FormattingTest::oneLine()
{
    QFETCH(QString, text);
    QTEST(formatting::oneLine(text, 10), "line");
}

void FormattingTest::typing_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("text");
    const QString ada = QStringLiteral("Ada");
    const QString sam = QStringLiteral("Sam");
    QTest::newRow("nobody") << QStringList{} << QString();
    QTest::newRow("one") << QStringList{ada} << QStringLiteral("Ada is typing");
    QTest::newRow("two") << QStringList{ada, sam} << QStringLiteral("Ada and Sam are typing");
    QTest::newRow("four") << QStringList{ada, sam, ada, sam} << QStringLiteral("Ada, Sam and 2 other(s) are typing");
}

void FormattingTest::typing()
{
    QFETCH(QStringList, names);
    QTEST(formatting::typing(names), "text"); // "(s)": the plural comes from the translation, which is not loaded here
}

void FormattingTest::peopleAtARecord()
{
    const QStringList ada{QStringLiteral("Ada")};
    const QStringList three{QStringLiteral("Ada"), QStringLiteral("Sam"), QStringLiteral("Eve")};
    QCOMPARE(formatting::hereToo({}), QString());
    QCOMPARE(formatting::hereToo(ada), QStringLiteral("Ada is here too"));
    QCOMPARE(formatting::hereToo(three), QStringLiteral("Ada, Sam and Eve are here too"));
    QCOMPARE(formatting::hereToo(three + three), QStringLiteral("Ada, Sam and 4 other(s) are here too"));
    QCOMPARE(formatting::typingHere({}), QString());
    QCOMPARE(formatting::typingHere(ada), QStringLiteral("Ada is typing here"));
    QCOMPARE(formatting::typingHere(three), QStringLiteral("Ada, Sam and Eve are typing here"));
    QCOMPARE(formatting::changingThis({}), QString());
    QCOMPARE(formatting::changingThis(ada), QStringLiteral("Ada is changing this"));
    QCOMPARE(formatting::changingThis(three.mid(1)), QStringLiteral("Sam and Eve are changing this"));
}

void FormattingTest::sentences_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<ActivityObject>("object");
    QTest::addColumn<QString>("target"); // "-": none
    QTest::addColumn<int>("items");
    QTest::addColumn<QString>("ofAda");
    QTest::addColumn<QString>("own");
    const auto object = [](const char *type, const char *name) {
        return ActivityObject{QLatin1String(type), QStringLiteral("id"), QLatin1String(name)};
    };
    const QString ops = QStringLiteral("Ops");
    const QString none = QStringLiteral("-");
    QTest::newRow("messages") << QStringLiteral("Create") << object("Note", "text") << ops << 3
                              << QStringLiteral("Ada sent 3 message(s) in Ops")
                              << QStringLiteral("You sent 3 message(s) in Ops");
    QTest::newRow("direct") << QStringLiteral("Create") << object("Note", "text") << QString() << 2
                            << QStringLiteral("Ada sent you 2 message(s)")
                            << QStringLiteral("You sent 2 direct message(s)");
    QTest::newRow("group") << QStringLiteral("Create") << object("Group", "Ops") << none << 1
                           << QStringLiteral("Ada created the group Ops")
                           << QStringLiteral("You created the group Ops");
    QTest::newRow("rename") << QStringLiteral("Update") << object("Group", "Ops") << none << 1
                            << QStringLiteral("Ada renamed a group to Ops")
                            << QStringLiteral("You renamed a group to Ops");
    const QString closed = QStringLiteral("closed"), open = QStringLiteral("open");
    QTest::newRow("close") << QStringLiteral("Move") << object("Group", "Ops") << closed << 1
                           << QStringLiteral("Ada closed the conversation Ops")
                           << QStringLiteral("You closed the conversation Ops");
    QTest::newRow("open") << QStringLiteral("Move") << object("Group", "Ops") << open << 1
                          << QStringLiteral("Ada opened the conversation Ops again")
                          << QStringLiteral("You opened the conversation Ops again");
    QTest::newRow("close a direct one") << QStringLiteral("Move") << object("Group", "") << closed << 1
                                        << QStringLiteral("Ada closed your direct conversation")
                                        << QStringLiteral("You closed a direct conversation");
    QTest::newRow("add") << QStringLiteral("Add") << object("Person", "Ben") << ops << 1
                         << QStringLiteral("Ada added Ben to Ops") << QStringLiteral("You added Ben to Ops");
    QTest::newRow("add several") << QStringLiteral("Add") << object("Person", "Ben") << ops << 3
                                 << QStringLiteral("Ada added Ben and 2 other(s) to Ops")
                                 << QStringLiteral("You added Ben and 2 other(s) to Ops");
    QTest::newRow("remove") << QStringLiteral("Remove") << object("Person", "Ben") << ops << 1
                            << QStringLiteral("Ada removed Ben from Ops") << QStringLiteral("You removed Ben from Ops");
    QTest::newRow("leave") << QStringLiteral("Leave") << object("Group", "Ops") << none << 1
                           << QStringLiteral("Ada left Ops") << QStringLiteral("You left Ops");
    QTest::newRow("join") << QStringLiteral("Join") << object("Person", "Ada") << none << 1
                          << QStringLiteral("Ada joined the team") << QStringLiteral("You joined the team");
    const QString create = QStringLiteral("Create");
    QTest::newRow("contact") << create << object("Profile", "Ben") << none << 1
                             << QStringLiteral("Ada added the contact Ben")
                             << QStringLiteral("You added the contact Ben");
    QTest::newRow("contacts") << create << object("Profile", "Ben") << none << 3
                              << QStringLiteral("Ada added Ben and 2 other contact(s)")
                              << QStringLiteral("You added Ben and 2 other contact(s)");
    QTest::newRow("company") << create << object("Organization", "Blum") << none << 1
                             << QStringLiteral("Ada added the company Blum")
                             << QStringLiteral("You added the company Blum");
    QTest::newRow("companies") << create << object("Organization", "Blum") << none << 2
                               << QStringLiteral("Ada added Blum and 1 other company(ies)")
                               << QStringLiteral("You added Blum and 1 other company(ies)");
    QTest::newRow("deal") << create << object("Deal", "Lamps") << none << 1
                          << QStringLiteral("Ada began the deal Lamps") << QStringLiteral("You began the deal Lamps");
    QTest::newRow("deals") << create << object("Deal", "Lamps") << none << 4
                           << QStringLiteral("Ada began the deal Lamps and 3 other(s)")
                           << QStringLiteral("You began the deal Lamps and 3 other(s)");
    QTest::newRow("deal moved") << QStringLiteral("Move") << object("Deal", "Lamps") << QStringLiteral("Proposal") << 1
                                << QStringLiteral("Ada moved Lamps to Proposal")
                                << QStringLiteral("You moved Lamps to Proposal");
    QTest::newRow("deal moved to a stage that is gone")
        << QStringLiteral("Move") << object("Deal", "Lamps") << QString() << 1
        << QStringLiteral("Ada moved Lamps to another stage") << QStringLiteral("You moved Lamps to another stage");
    QTest::newRow("deal won") << QStringLiteral("Accept") << object("Deal", "Lamps") << QStringLiteral("Won") << 1
                              << QStringLiteral("Ada won Lamps") << QStringLiteral("You won Lamps");
    QTest::newRow("deal lost") << QStringLiteral("Reject") << object("Deal", "Lamps") << QStringLiteral("Lost") << 1
                               << QStringLiteral("Ada lost Lamps") << QStringLiteral("You lost Lamps");
    QTest::newRow("a name that looks like a place marker")
        << QStringLiteral("Add") << object("Person", "%3 %1") << ops << 1 << QStringLiteral("Ada added %3 %1 to Ops")
        << QStringLiteral("You added %3 %1 to Ops");
    QTest::newRow("of a later version") << QStringLiteral("Like") << object("Note", "text") << none << 1
                                        << QStringLiteral("Ada: Like text") << QStringLiteral("Ada: Like text");
}

void FormattingTest::sentences()
{
    QFETCH(QString, verb);
    QFETCH(ActivityObject, object);
    QFETCH(QString, target);
    QFETCH(int, items);
    Activity activity;
    activity.verb = verb;
    activity.object = object;
    activity.totalItems = items;
    if (target != QStringLiteral("-"))
        activity.target = ActivityObject{QStringLiteral("Group"), target, target}; // some are known by their id
    QTEST(activitySentence(activity, QStringLiteral("Ada"), false), "ofAda");
    QTEST(activitySentence(activity, QStringLiteral("Ada"), true), "own");
}

QTEST_GUILESS_MAIN(FormattingTest)
#include "FormattingTest.moc"
