// SPDX-License-Identifier: GPL-3.0-or-later
#include "GroupFixture.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server::testing;

/// People change what they have written.
class EditTest : public QObject, private GroupFixture {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin();
        m_message = m_desk->newId();
        QVERIFY(m_desk->give(m_ada, SendMessage{m_group, u"frist"_s}, m_message).ok());
    }

    void everybodyIsToldAndReadsIt();
    void theLatestCounts();
    void theSameTextIsNoEdit();
    void onlyByItsAuthorAndOnlyWhereItIs();
    void givenAgainChangesNothing();

private:
    Message message() { return m_desk->records().messages.before(m_group, 2, 1, 1'000).messages.value(0); }
    EditMessage edit(const QString &text) const { return {m_group, m_message, text}; }

    MessageId m_message;
};

void EditTest::everybodyIsToldAndReadsIt()
{
    const Message before = message();
    QCOMPARE(before.editSeq, 0);
    const auto result = m_desk->give(m_ada, edit(u" first "_s));
    QCOMPARE(result.value(), (QJsonObject{{u"message"_s, m_message.text()}, {u"number"_s, 1}}));
    QCOMPARE(m_desk->writtenEvents(), QStringList{u"message:edited"_s});
    const JournalRow &row = m_desk->written[0];
    QCOMPARE(row.stream, streamOf(m_group));
    QVERIFY(row.n > 0);
    QCOMPARE(row.payload, (QJsonObject{{u"conversation"_s, m_group.text()},
                                       {u"message"_s, m_message.text()},
                                       {u"number"_s, 1},
                                       {u"text"_s, u" first "_s},
                                       {u"at"_s, m_desk->now}}));
    Message expected = before;
    expected.text = u" first "_s;
    expected.editedAt = m_desk->now;
    expected.editSeq = row.seq;
    QCOMPARE(message(), expected);
    QCOMPARE(m_desk->records().conversations.state(m_group).messages, QVector<Message>{expected});
    QCOMPARE(decode(m_desk->snapshot(m_ben, u"conversation"_s).value(0), readConversationState).value().messages,
             QVector<Message>{expected});
    QVERIFY(m_desk
                ->give(m_ben, ChangeRecord{.record = recordOf(m_group),
                                           .basis = {1, {}},
                                           .set = {},
                                           .was = {},
                                           .lists = changeMembers(m_group, {m_eve.id}, {}).lists,
                                           .resolves = {}})
                .ok());
    QCOMPARE(m_desk->told(u"conversation:entered"_s)["messages"_L1].toArray(), QJsonArray{toJson(expected)});
}

void EditTest::theLatestCounts()
{
    QVERIFY(m_desk->give(m_ada, edit(u"second"_s)).ok());
    QVERIFY(m_desk->give(m_ada, edit(u"third"_s)).ok());
    QCOMPARE(message().text, u"third"_s);
    QCOMPARE(message().editSeq, m_desk->written[0].seq);
}

void EditTest::theSameTextIsNoEdit()
{
    const auto result = m_desk->give(m_ada, edit(u"frist"_s));
    QCOMPARE(result.value()["number"_L1].toInteger(), 1);
    QVERIFY(m_desk->written.isEmpty());
    QCOMPARE(message().editSeq, 0);
}

void EditTest::onlyByItsAuthorAndOnlyWhereItIs()
{
    QCOMPARE(m_desk->refusalOf(m_ben, edit(u"not mine"_s)), u"message.foreign"_s);
    QCOMPARE(m_desk->refusalOf(m_eve, edit(u"not mine"_s)), u"conversation.unknown"_s);
    const ConversationId other = m_desk->createGroup(m_ada, u"Other"_s, {m_ben.id});
    QCOMPARE(m_desk->refusalOf(m_ada, EditMessage{other, m_message, u"elsewhere"_s}), u"message.unknown"_s);
    QCOMPARE(m_desk->refusalOf(m_ada, EditMessage{m_group, m_desk->newId(), u"none"_s}), u"message.unknown"_s);
    QCOMPARE(message().text, u"frist"_s);
}

void EditTest::givenAgainChangesNothing()
{
    const CommandId first = m_desk->newId();
    QVERIFY(m_desk->give(m_ada, edit(u"second"_s), first).ok());
    QVERIFY(m_desk->give(m_ada, edit(u"third"_s)).ok());
    QVERIFY(m_desk->give(m_ada, edit(u"second"_s), first).ok()); // its answer was lost; the text is not set back
    QCOMPARE(message().text, u"third"_s);
}

QTEST_GUILESS_MAIN(EditTest)
#include "EditTest.moc"
