// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertRules.h"

#include <QtCore/QLocale>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::models;

namespace {

NewMessages::Conversation newIn(const QString &id, int count = 1, const QString &title = u"Team"_s)
{
    return {
        .id = ConversationId(id), .title = title, .author = u"Ben"_s, .text = u"Hello"_s, .number = 7, .count = count};
}

QStringList idsOf(const QVector<Alert> &alerts)
{
    QStringList ids;
    for (const Alert &alert : alerts)
        ids.append(alert.id);
    return ids;
}

const AlertEvent oneMessage = NewMessages{{newIn(u"ops"_s)}};
const AlertEvent mention = Mentions{{{.note = u"note:1"_s,
                                      .record = u"contact:maya"_s,
                                      .where = u"Maya"_s,
                                      .author = u"Ben"_s,
                                      .text = u"Look,\n@Ada"_s}}};
const AlertEvent reminder = DueReminders{{{.record = u"task:1"_s, .name = u"Call Maya"_s}}};
const AlertEvent raised = RaisedAlarm{.figure = u"deals.open"_s, .words = u"Open deals: 3, above 2"_s, .sounds = true};

} // namespace

/// Whether, how and with which words somebody is told.
class AlertRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void sayWhatThereIs();
    void sayNothingOfTheTextWhereOthersLook();
    void keepQuietWhereNobodyIsToBeDisturbed();
    void keepQuietAboutWhatIsInFront();
    void keepQuietAboutWhatIsNotWanted();
    void manyAtOnceAreOne();
    void afterAnAbsenceThereIsOneSummary();
    void aSummaryLeavesOutWhatIsMuted();
};

void AlertRulesTest::sayWhatThereIs()
{
    Alert alert = alertsFor(oneMessage, {}).value(0);
    QCOMPARE(alert.id, u"conversation:ops"_s);
    QCOMPARE(alert.title, u"Ben in Team"_s);
    QCOMPARE(alert.body, u"Hello"_s);
    QVERIFY(alert.sound && !alert.urgent);
    QCOMPARE(alert.target, AlertTarget(ToMessage{ConversationId(u"ops"_s), 7}));
    alert = alertsFor(NewMessages{{newIn(u"direct"_s, 3, {})}}, {}).value(0);
    QCOMPARE(alert.title, u"Ben"_s);
    QCOMPARE(alert.body, u"Hello (3 new)"_s);
    alert = alertsFor(mention, {}).value(0);
    QCOMPARE(alert.id, u"note:1"_s);
    QCOMPARE(alert.title, u"Ben mentioned you"_s);
    QCOMPARE(alert.body, u"Maya: Look, @Ada"_s);
    QCOMPARE(alert.target, AlertTarget(ToRecord{u"contact:maya"_s, u"note:1"_s}));
    alert = alertsFor(reminder, {}).value(0);
    QCOMPARE(alert.title, u"Reminder"_s);
    QCOMPARE(alert.body, u"Call Maya"_s);
    QCOMPARE(alert.target, AlertTarget(ToRecord{u"task:1"_s}));
    alert = alertsFor(raised, {}).value(0);
    QCOMPARE(alert.body, u"Open deals: 3, above 2"_s);
    QVERIFY(alert.sound && alert.urgent);
    QCOMPARE(alert.target, AlertTarget(ToDashboard{}));
}

void AlertRulesTest::sayNothingOfTheTextWhereOthersLook()
{
    const Surroundings seenByOthers{.showsText = false};
    for (const AlertEvent &event : {oneMessage, mention, reminder, raised}) {
        const QVector<Alert> alerts = alertsFor(event, seenByOthers);
        QCOMPARE(alerts.size(), 1);
        QVERIFY(!alerts[0].title.isEmpty());
        for (const QString &word : {u"Hello"_s, u"Look"_s, u"Maya"_s, u"3"_s})
            QVERIFY(!alerts[0].body.contains(word) && !alerts[0].title.contains(word));
    }
}

void AlertRulesTest::keepQuietWhereNobodyIsToBeDisturbed()
{
    for (const AlertEvent &event : {oneMessage, mention, reminder, raised})
        QVERIFY(alertsFor(event, {.doNotDisturb = true}).isEmpty());
}

void AlertRulesTest::keepQuietAboutWhatIsInFront()
{
    Surroundings now{.isActive = true, .place = u"inbox"_s, .conversation = ConversationId(u"ops"_s)};
    QVERIFY(alertsFor(oneMessage, now).isEmpty());
    QCOMPARE(alertsFor(NewMessages{{newIn(u"sales"_s)}}, now).size(), 1);
    now.isActive = false;
    QCOMPARE(alertsFor(oneMessage, now).size(), 1);
    now = {.isActive = true,
           .place = u"contacts"_s,
           .conversation = ConversationId(u"ops"_s),
           .record = u"contact:maya"_s};
    QCOMPARE(alertsFor(oneMessage, now).size(), 1);
    QVERIFY(alertsFor(mention, now).isEmpty());
    QCOMPARE(alertsFor(reminder, now).size(), 1);
    now.record = u"task:1"_s;
    QVERIFY(alertsFor(reminder, now).isEmpty());
    QCOMPARE(alertsFor(raised, now).size(), 1);
    now.place = u"dashboard"_s;
    QVERIFY(alertsFor(raised, now).isEmpty());
    QCOMPARE(alertsFor(reminder, now).size(), 1);
}

void AlertRulesTest::keepQuietAboutWhatIsNotWanted()
{
    Surroundings now;
    now.wishes.messages.told = false;
    QVERIFY(alertsFor(oneMessage, now).isEmpty());
    QCOMPARE(alertsFor(mention, now).size(), 1);
    now.wishes = {
        .messages = {.told = true, .sound = false}, .mentions = {.told = false}, .reminders = {}, .alarms = {}};
    QVERIFY(!alertsFor(oneMessage, now)[0].sound);
    QVERIFY(alertsFor(mention, now).isEmpty());
    QVERIFY(alertsFor(reminder, now)[0].sound);
    now.wishes = {.messages = {},
                  .mentions = {},
                  .reminders = {.told = false},
                  .alarms = {.told = false},
                  .muted = {ConversationId(u"ops"_s)}};
    QVERIFY(alertsFor(oneMessage, now).isEmpty());
    QVERIFY(alertsFor(reminder, now).isEmpty());
    QVERIFY(alertsFor(raised, now).isEmpty());
}

void AlertRulesTest::manyAtOnceAreOne()
{
    NewMessages news{{newIn(u"a"_s), newIn(u"b"_s, 4), newIn(u"c"_s)}};
    QCOMPARE(idsOf(alertsFor(news, {})), (QStringList{u"conversation:a"_s, u"conversation:b"_s, u"conversation:c"_s}));
    news.conversations.append(newIn(u"d"_s));
    const QVector<Alert> alerts = alertsFor(news, {});
    QCOMPARE(idsOf(alerts), QStringList{u"messages"_s});
    QCOMPARE(alerts[0].messages.size(), 4);
    DueReminders due;
    Mentions mentions;
    for (int i = 0; i < 5; ++i) {
        due.tasks.append({.record = u"task:%1"_s.arg(i), .name = u"Call"_s});
        mentions.mentions.append({.note = u"note:%1"_s.arg(i), .record = {}, .where = {}, .author = {}, .text = {}});
    }
    QCOMPARE(alertsFor(due, {}).size(), 1);
    QCOMPARE(alertsFor(mentions, {}).size(), 1);
}

void AlertRulesTest::afterAnAbsenceThereIsOneSummary()
{
    const QVector<Alert> alerts =
        alertsFor(NewMessages{.conversations = {newIn(u"a"_s, 5), newIn(u"b"_s, 4)}, .afterAbsence = true}, {});
    QCOMPARE(idsOf(alerts), QStringList{u"messages"_s});
    QVERIFY(alerts[0].title.contains(u'9') && alerts[0].title.contains(u'2'));
    QVERIFY(alerts[0].body.isEmpty());
    QCOMPARE(alerts[0].target, AlertTarget(ToInbox{}));
    // One message is told as it is; several of one conversation lead there.
    QCOMPARE(alertsFor(NewMessages{.conversations = {newIn(u"a"_s)}, .afterAbsence = true}, {})[0].body, u"Hello"_s);
    QCOMPARE(alertsFor(NewMessages{.conversations = {newIn(u"a"_s, 2)}, .afterAbsence = true}, {})[0].target,
             AlertTarget(ToMessage{ConversationId(u"a"_s), 7}));
}

void AlertRulesTest::aSummaryLeavesOutWhatIsMuted()
{
    Surroundings now;
    now.wishes.muted = {ConversationId(u"b"_s)};
    const QVector<Alert> alerts =
        alertsFor(NewMessages{.conversations = {newIn(u"a"_s, 5), newIn(u"b"_s, 4)}, .afterAbsence = true}, now);
    QCOMPARE(alerts.size(), 1);
    QCOMPARE(alerts[0].messages.keys(), QList<ConversationId>{ConversationId(u"a"_s)});
    QVERIFY(!alerts[0].title.contains(u'9'));
}

QTEST_GUILESS_MAIN(AlertRulesTest)
#include "AlertRulesTest.moc"
