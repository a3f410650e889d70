// SPDX-License-Identifier: GPL-3.0-or-later
#include "GroupFixture.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server::testing;

/// What people change of a conversation itself: its members, its labels, its contact, and whether it is closed.
class ConversationRecordTest : public QObject, private GroupFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void listsAreSetsAndTheLastWins();
    void listsHaveAnEnd();
    void membersComeAndGoAsAlways();
    void directConversationHasLabelsAndAContact();
    void contactOfAConversationIsMerged();
    void aConversationIsClosedUntilTheNextMessage();
    void ownMessagesThatOpenAreNoConflict();
    void closingWithoutHavingSeenTheOpeningIsAConflict();
};

void ConversationRecordTest::listsAreSetsAndTheLastWins()
{
    const auto labels = [&](const User &user, const QStringList &add, const QStringList &remove) {
        return m_desk->give(user, seeing(1, changeLabels(m_group, add, remove)));
    };
    QCOMPARE(versionIn(labels(m_ada, {u"urgent"_s, u" eu "_s, u"eu"_s}, {u"none"_s})), 2);
    QCOMPARE(m_desk->writtenEvents(), QStringList{u"record:changed"_s});
    QCOMPARE(m_desk->told(u"record:changed"_s),
             (QJsonObject{{u"record"_s, recordOf(m_group).text()},
                          {u"version"_s, 2},
                          {u"add"_s, QJsonObject{{u"labels"_s, QJsonArray{u"urgent"_s, u"eu"_s}}}}}));
    QCOMPARE(state().conversation.labels, (QStringList{u"eu"_s, u"urgent"_s}));
    // Without having seen that: both add, one removes.
    QCOMPARE(versionIn(labels(m_ben, {u"eu"_s}, {})), 2);
    QVERIFY(m_desk->written.isEmpty());
    QCOMPARE(versionIn(labels(m_ben, {u"us"_s}, {u"eu"_s})), 3);
    QCOMPARE(versionIn(labels(m_ada, {u"eu"_s}, {})), 4);
    QCOMPARE(state().conversation.labels, (QStringList{u"eu"_s, u"urgent"_s, u"us"_s}));
    // A list changes the version, and is no reason for a conflict about a field.
    QVERIFY(conflictsIn(rename(m_ada, 1, u"Renamed"_s)).isEmpty());
}

void ConversationRecordTest::listsHaveAnEnd()
{
    QStringList labels;
    for (int i = 0; i < limits::labels; ++i)
        labels.append(u"label %1"_s.arg(i));
    QVERIFY(m_desk->give(m_ada, seeing(1, changeLabels(m_group, labels, {}))).ok());
    QCOMPARE(m_desk->refusalOf(m_ben, seeing(1, changeLabels(m_group, {u"more"_s}, {}))), u"labels.tooMany"_s);
    QCOMPARE(m_desk->refusalOf(m_ben, seeing(1, changeLabels(m_group, {u"more"_s}, {labels.first()}))), QString());
    QCOMPARE(m_desk->refusalOf(m_ben, seeing(1, changeLabels(m_group, {QString(50, u'l')}, {labels.last()}))),
             QString());
}

void ConversationRecordTest::membersComeAndGoAsAlways()
{
    ChangeRecord change = seeing(1, changeMembers(m_group, {m_eve.id}, {m_ben.id}));
    change.set = {{fields::title, u"Without Ben"_s}};
    QCOMPARE(versionIn(m_desk->give(m_ada, change)), 2);
    QCOMPARE(m_desk->writtenEvents(),
             (QStringList{u"activity:new"_s, u"activity:new"_s, u"record:changed"_s, u"activity:new"_s,
                          u"conversation:left"_s, u"conversation:entered"_s}));
    QStringList verbs;
    for (const JournalRow &row : std::as_const(m_desk->written))
        if (row.event == "activity:new"_L1)
            verbs.append(row.payload["verb"_L1].toString());
    QCOMPARE(verbs, (QStringList{u"Add"_s, u"Remove"_s, u"Update"_s}));
    QCOMPARE(m_desk->told(u"conversation:entered"_s)["title"_L1].toString(), u"Without Ben"_s);
    QCOMPARE(state().conversation.members, (QVector<UserId>{m_ada.id, m_eve.id}));
    QCOMPARE(m_desk->refusalOf(m_ben, seeing(2, renameConversation(m_group, u"Bens"_s))), u"conversation.unknown"_s);
    QCOMPARE(m_desk->refusalOf(m_eve, seeing(2, changeMembers(m_group, {UserId(m_group.text())}, {}))),
             u"user.unknown"_s);
    // Leaving is removing oneself; who leaves still reads that they did.
    QVERIFY(m_desk->give(m_eve, seeing(2, changeMembers(m_group, {}, {m_eve.id}))).ok());
    QCOMPARE(m_desk->told(u"activity:new"_s)["verb"_L1].toString(), u"Leave"_s);
    const auto seen = m_desk->records().reader.page(m_eve.id, m_desk->written.first().seq - 1, m_desk->records().page);
    QCOMPARE(seen.rows.size(), 3);
}

void ConversationRecordTest::directConversationHasLabelsAndAContact()
{
    m_group = directConversationId(m_ada.id, m_ben.id);
    QVERIFY(m_desk->give(m_ada, CreateConversation{m_group, ConversationKind::Direct, {}, {m_ben.id}}).ok());
    QCOMPARE(m_desk->refusalOf(m_ada, seeing(1, renameConversation(m_group, u"Us"_s))), u"conversation.direct"_s);
    QCOMPARE(m_desk->refusalOf(m_ada, seeing(1, changeMembers(m_group, {m_eve.id}, {}))), u"conversation.direct"_s);
    QCOMPARE(versionIn(m_desk->give(m_ben, seeing(1, changeLabels(m_group, {u"eu"_s}, {})))), 2);
    const QString maya = u"0193e1f0-0000-7000-8000-000000000001"_s;
    QCOMPARE(versionIn(m_desk->give(m_ada, seeing(2, linkContact(m_group, maya)))), 3);
    // Whoever opens it again gets it as it is.
    const auto again = m_desk->give(m_ada, CreateConversation{m_group, ConversationKind::Direct, {}, {m_ben.id}});
    QCOMPARE(again.value()["conversation"_L1]["labels"_L1].toArray(), QJsonArray{u"eu"_s});
    QCOMPARE(again.value()["conversation"_L1]["contact"_L1].toString(), maya);
}

void ConversationRecordTest::contactOfAConversationIsMerged()
{
    const QString maya = u"0193e1f0-0000-7000-8000-000000000001"_s;
    const QString tomas = u"0193e1f0-0000-7000-8000-000000000002"_s;
    const auto link = [&](const User &user, const QString &contact) {
        return m_desk->give(user, seeing(1, linkContact(m_group, contact)));
    };
    QCOMPARE(state().conversation.contact, QString());
    QCOMPARE(versionIn(link(m_ada, maya)), 2);
    QCOMPARE(m_desk->writtenEvents(), QStringList{u"record:changed"_s}); // no activity
    QCOMPARE(m_desk->told(u"record:changed"_s)["set"_L1].toObject(), (QJsonObject{{fields::contact, maya}}));
    QVERIFY(conflictsIn(link(m_ben, maya)).isEmpty()); // the same
    QCOMPARE(conflictsIn(link(m_ben, tomas)).size(), 1);
    QCOMPARE(conflicts().first().field, fields::contact);
    QCOMPARE(state().conversation.contact, maya);
    QCOMPARE(title(), u"Launch"_s);
    QCOMPARE(m_desk->refusalOf(m_eve, seeing(2, linkContact(m_group, tomas))), u"conversation.unknown"_s);
    QCOMPARE(versionIn(m_desk->give(m_ada, seeing(2, linkContact(m_group, {})))), 3);
    QCOMPARE(state().conversation.contact, QString());
}

void ConversationRecordTest::aConversationIsClosedUntilTheNextMessage()
{
    const auto activity = [&] { return m_desk->told(u"activity:new"_s); };
    QVERIFY(!state().conversation.closed);
    QCOMPARE(versionIn(m_desk->give(m_ada, seeing(1, closeConversation(m_group, true)))), 2);
    QVERIFY(state().conversation.closed);
    QCOMPARE(m_desk->told(u"record:changed"_s)["set"_L1].toObject(), (QJsonObject{{fields::closed, true}}));
    QCOMPARE(activity()["verb"_L1].toString(), u"Move"_s);
    QCOMPARE(activity()["target"_L1]["id"_L1].toString(), u"closed"_s);
    QVERIFY(conflictsIn(m_desk->give(m_ben, seeing(1, closeConversation(m_group, true)))).isEmpty()); // the same
    QCOMPARE(m_desk->written.size(), 0);
    // By hand.
    QCOMPARE(versionIn(m_desk->give(m_ben, seeing(2, closeConversation(m_group, false)))), 3);
    QCOMPARE(activity()["target"_L1]["id"_L1].toString(), u"open"_s);
    // By a message, whoever writes it, in the same transaction, with the version that others see.
    for (const User &author : {m_ada, m_ben}) {
        const qint64 version = state().conversation.version;
        QCOMPARE(versionIn(m_desk->give(m_ada, seeing(version, closeConversation(m_group, true)))), version + 1);
        QVERIFY(m_desk->give(author, SendMessage{m_group, u"One more thing"_s}).ok());
        QVERIFY(!state().conversation.closed);
        const JournalRow &opening = m_desk->written.last();
        QCOMPARE(opening.event, u"record:changed"_s);
        QCOMPARE(opening.actor, author.id);
        QCOMPARE(opening.payload["version"_L1].toInteger(), version + 2);
        QCOMPARE(opening.payload["set"_L1].toObject(), (QJsonObject{{fields::closed, false}}));
        QCOMPARE(opening.mark, m_desk->written.first().mark);
    }
    // One that is open stays as it is.
    const qint64 version = state().conversation.version;
    QVERIFY(m_desk->give(m_ben, SendMessage{m_group, u"And another"_s}).ok());
    QVERIFY(!m_desk->writtenEvents().contains(u"record:changed"_s));
    QCOMPARE(state().conversation.version, version);
    QCOMPARE(m_desk->refusalOf(m_eve, seeing(version, closeConversation(m_group, true))), u"conversation.unknown"_s);
    QCOMPARE(m_desk->refusalOf(m_ada, changeOf(recordOf(m_group), version, {{fields::closed, u"yes"_s}})),
             u"closed.invalid"_s);
}

void ConversationRecordTest::ownMessagesThatOpenAreNoConflict()
{
    QCOMPARE(versionIn(m_desk->give(m_ben, seeing(1, closeConversation(m_group, true)))), 2);
    // Ada answers and closes it again, before she has heard that her answer has opened it.
    const CommandId answer = m_desk->newId();
    QVERIFY(m_desk->give(m_ada, SendMessage{m_group, u"Gladly"_s}, answer).ok());
    const auto closed = m_desk->give(m_ada, seeing(2, closeConversation(m_group, true), {answer}));
    QVERIFY(conflictsIn(closed).isEmpty());
    QCOMPARE(versionIn(closed), 4);
    QVERIFY(state().conversation.closed);
}

void ConversationRecordTest::closingWithoutHavingSeenTheOpeningIsAConflict()
{
    QCOMPARE(versionIn(m_desk->give(m_ben, seeing(1, closeConversation(m_group, true)))), 2);
    QVERIFY(m_desk->give(m_ben, SendMessage{m_group, u"Not quite"_s}).ok()); // version 3
    ChangeRecord unseen = seeing(1, closeConversation(m_group, true));
    unseen.was = {{fields::closed, false}};
    QCOMPARE(conflictsIn(m_desk->give(m_ada, unseen)).size(), 1);
    QVERIFY(!state().conversation.closed); // nothing is put away unseen
    const Conflict conflict = conflicts().first();
    QCOMPARE(conflict.field, fields::closed);
    QCOMPARE(conflict.wanted.value, QJsonValue(true));
    QCOMPARE(conflict.kept.value, QJsonValue(false));
    QCOMPARE(conflict.before, QJsonValue(false));
}

QTEST_GUILESS_MAIN(ConversationRecordTest)
#include "ConversationRecordTest.moc"
