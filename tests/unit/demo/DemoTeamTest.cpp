// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/DemoTeam.h"

#include <QtCore/QDateTime>
#include <QtTest/QTest>

#include <algorithm>

using namespace frontdesk;
using namespace frontdesk::demo;
using namespace Qt::Literals::StringLiterals;

class TestDemoTeam : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isAsLargeAsPromised();
    void isTheSameForTheSameSeed();
    void speaksManyScripts();
    void isPossible();
    void saysWhatPeopleAndGroupsAreAbout();
    void leavesSomethingUnread();
    void doesNotRepeatItselfAtOnce();

private:
    static constexpr qint64 now = 1'700'000'000'000;
    static constexpr int lena = 0;
};

void TestDemoTeam::isAsLargeAsPromised()
{
    const TeamPlan plan = planTeam(1, now);
    QVERIFY(plan.people.size() >= 12);
    QCOMPARE(plan.people[lena].displayName, u"Lena Roth"_s);
    QVERIFY(std::count_if(plan.people.cbegin(), plan.people.cend(), [](const Person &person) { return person.live; }) >=
            6);
    const auto ofLena = std::count_if(plan.conversations.cbegin(), plan.conversations.cend(),
                                      [](const PlannedConversation &c) { return c.members.contains(lena); });
    QVERIFY(ofLena >= 20);
    QVERIFY2(plan.messages.size() >= 2'000, qPrintable(QString::number(plan.messages.size())));
    QVERIFY(plan.messages.size() < 4'000);
}

void TestDemoTeam::isTheSameForTheSameSeed()
{
    const TeamPlan one = planTeam(1, now);
    const TeamPlan two = planTeam(1, now);
    QCOMPARE(two.messages, one.messages);
    QCOMPARE(two.reads, one.reads);
    QVERIFY(planTeam(2, now).messages != one.messages);

    // A later now moves the same story.
    const TeamPlan later = planTeam(1, now + 60'000);
    QCOMPARE(later.messages.size(), one.messages.size());
    QCOMPARE(later.messages.last().text, one.messages.last().text);
    QCOMPARE(later.messages.last().at, one.messages.last().at + 60'000);
}

void TestDemoTeam::speaksManyScripts()
{
    const TeamPlan plan = planTeam(1, now);
    QSet<QChar::Script> scripts;
    for (const PlannedMessage &message : plan.messages) {
        for (const QChar letter : message.text) {
            if (letter.isLetter()) {
                scripts.insert(letter.script());
            }
        }
    }
    for (const QChar::Script script :
         {QChar::Script_Latin, QChar::Script_Cyrillic, QChar::Script_Arabic, QChar::Script_Hebrew, QChar::Script_Han,
          QChar::Script_Hiragana, QChar::Script_Hangul, QChar::Script_Devanagari}) {
        QVERIFY2(scripts.contains(script), qPrintable(QString::number(int(script))));
    }
}

void TestDemoTeam::isPossible()
{
    const TeamPlan plan = planTeam(1, now);
    QVector<qint64> counts(plan.conversations.size(), 0);
    qint64 before = 0;
    for (const PlannedMessage &message : plan.messages) {
        const PlannedConversation &conversation = plan.conversations[message.conversation];
        QVERIFY(conversation.members.contains(message.author));
        QVERIFY(message.at > conversation.createdAt);
        QVERIFY(message.at >= before);
        QVERIFY(message.at < now);
        QVERIFY(message.at > now - qint64(60) * 86'400'000);
        QVERIFY(!message.text.contains(u'{'));
        before = message.at;
        ++counts[message.conversation];
    }
    for (const PlannedConversation &conversation : plan.conversations) {
        QVERIFY(conversation.createdAt > plan.foundedAt);
        QVERIFY(conversation.kind == ConversationKind::Group ? !conversation.title.isEmpty()
                                                             : conversation.members.size() == 2);
    }
    for (const PlannedRead &read : plan.reads) {
        QVERIFY(read.number >= 0);
        QVERIFY(read.number <= counts[read.conversation]);
        QVERIFY(plan.conversations[read.conversation].members.contains(read.person));
        QVERIFY(read.at <= now);
    }
}

void TestDemoTeam::saysWhatPeopleAndGroupsAreAbout()
{
    const TeamPlan plan = planTeam(1, now);
    for (const Person &person : plan.people) {
        QVERIFY2(!person.about.isEmpty() && codePoints(person.about) <= limits::about, qPrintable(person.name));
    }
    int labelled = 0;
    for (const PlannedConversation &conversation : plan.conversations) {
        QVERIFY(conversation.kind == ConversationKind::Group || conversation.labels.isEmpty());
        labelled += conversation.labels.isEmpty() ? 0 : 1;
    }
    QVERIFY(labelled >= 5);
}

void TestDemoTeam::leavesSomethingUnread()
{
    const TeamPlan plan = planTeam(1, now);
    QHash<int, qint64> newest;
    QHash<int, int> newestAuthor;
    for (const PlannedMessage &message : plan.messages) {
        ++newest[message.conversation];
        newestAuthor[message.conversation] = message.author;
    }
    int unread = 0;
    for (const PlannedRead &read : plan.reads) {
        if (read.person == lena && read.number < newest[read.conversation]) {
            ++unread;
            QVERIFY2(newestAuthor[read.conversation] != lena, "her own words cannot be unread");
        }
    }
    QVERIFY(unread >= 3);
    QVERIFY(unread <= 6);
}

void TestDemoTeam::doesNotRepeatItselfAtOnce()
{
    const TeamPlan plan = planTeam(1, now);
    QHash<int, QStringList> recent;
    for (const PlannedMessage &message : plan.messages) {
        QStringList &last = recent[message.conversation];
        QVERIFY2(message.text.size() < 25 || !last.contains(message.text), qPrintable(message.text));
        last.append(message.text);
        if (last.size() > 8) {
            last.removeFirst();
        }
    }
}

QTEST_GUILESS_MAIN(TestDemoTeam)
#include "DemoTeamTest.moc"
