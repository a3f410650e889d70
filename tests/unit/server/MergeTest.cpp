// SPDX-License-Identifier: GPL-3.0-or-later
#include "GroupFixture.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server::testing;

/// People change the same things without having seen each other's changes.
class MergeTest : public QObject, private GroupFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void whatHasBeenSeenIsChanged();
    void differentFieldsAreBothTaken();
    void sameFieldIsAConflict();
    void otherFieldsOfTheSameCommandAreTaken();
    void theSameValueIsNoConflict();
    void ownEarlierChangesAreNoConflict();
    void changesOfOthersAreNotOwnOnes();
    void creationIsAnOwnChange();
    void twoFieldsAreTwoConflicts();
    void newerConflictTakesThePlaceOfTheOlder();
    void everybodyHasTheirOwnConflict();
    void decision_data();
    void decision();
    void decisionThatWasOvertakenIsAConflictAnew();
    void decidingTwiceIsNoError();
    void conflictOfAnotherRecordIsUnknown();
    void conflictsHaveAnEnd();
    void profileIsOnesOwn();
    void profileConflictIsInTheSnapshot();
    void givenAgainChangesNothing();
    void refusedChangesNothing();

private:
    /// Ben wants another title than Ada has given.
    ConflictId disagree()
    {
        (void)rename(m_ada, 1, u"Adas"_s);
        const auto result = m_desk->give(
            m_ben, changeOf(recordOf(m_group), 1, {{fields::title, u"Bens"_s}}, {}, {{fields::title, u"Launch"_s}}));
        return ConflictId(conflictsIn(result).value(0));
    }
};

void MergeTest::whatHasBeenSeenIsChanged()
{
    QCOMPARE(versionIn(rename(m_ada, 1, u"  First "_s)), 2);
    QCOMPARE(m_desk->writtenEvents(), (QStringList{u"record:changed"_s, u"activity:new"_s}));
    QCOMPARE(m_desk->told(u"record:changed"_s), (QJsonObject{{u"record"_s, recordOf(m_group).text()},
                                                             {u"version"_s, 2},
                                                             {u"set"_s, QJsonObject{{u"title"_s, u"First"_s}}}}));
    QCOMPARE(m_desk->written[0].stream, streamOf(m_group));
    QCOMPARE(m_desk->told(u"activity:new"_s)["verb"_L1].toString(), u"Update"_s);
    const auto result = rename(m_ben, 2, u"Second"_s);
    QCOMPARE(versionIn(result), 3);
    QVERIFY(conflictsIn(result).isEmpty());
    QCOMPARE(title(), u"Second"_s);
    QCOMPARE(state().conversation.version, 3);
}

void MergeTest::differentFieldsAreBothTaken()
{
    // Two devices of one person, neither of which has seen what the other did.
    QCOMPARE(versionIn(m_desk->give(m_ada, changeOf(recordOf(m_ada.id), 1, {{fields::displayName, u"Ada L."_s}}))), 2);
    const auto second = m_desk->give(m_ada, changeOf(recordOf(m_ada.id), 1, {{fields::about, u" Refunds "_s}}));
    QCOMPARE(versionIn(second), 3);
    QVERIFY(conflictsIn(second).isEmpty());
    const User ada = m_desk->records().accounts.find(m_ada.id).value();
    QCOMPARE(ada.displayName, u"Ada L."_s);
    QCOMPARE(ada.about, u"Refunds"_s);
    QCOMPARE(ada.version, 3);
    QCOMPARE(m_desk->written[0].stream, workspaceStream());
}

void MergeTest::sameFieldIsAConflict()
{
    QCOMPARE(versionIn(rename(m_ada, 1, u"Adas"_s)), 2);
    const qint64 keptAt = m_desk->now;
    const CommandId command = m_desk->newId();
    const auto result = m_desk->give(
        m_ben, changeOf(recordOf(m_group), 1, {{fields::title, u"Bens"_s}}, {}, {{fields::title, u"Launch"_s}}),
        command);
    QCOMPARE(versionIn(result), 2); // nothing of it was taken
    QCOMPARE(conflictsIn(result), QStringList{command.text()});
    QCOMPARE(title(), u"Adas"_s);

    QCOMPARE(m_desk->writtenEvents(), QStringList{u"conflict:opened"_s});
    QCOMPARE(m_desk->written[0].stream, streamOf(m_group));
    const Conflict expected{.id = command,
                            .record = recordOf(m_group),
                            .field = fields::title,
                            .wanted = {u"Bens"_s, m_ben.id, m_desk->now},
                            .kept = {u"Adas"_s, m_ada.id, keptAt},
                            .before = u"Launch"_s,
                            .seq = m_desk->written[0].seq};
    QCOMPARE(decode(m_desk->written[0].payload, readConflict).value(), expected);
    QCOMPARE(conflicts(), QVector<Conflict>{expected}); // whoever enters now sees it too
}

void MergeTest::otherFieldsOfTheSameCommandAreTaken()
{
    (void)m_desk->give(m_ada, changeOf(recordOf(m_ada.id), 1, {{fields::displayName, u"Ada L."_s}}));
    const auto result = m_desk->give(
        m_ada, changeOf(recordOf(m_ada.id), 1, {{fields::displayName, u"Lovelace"_s}, {fields::about, u"Refunds"_s}}));
    QCOMPARE(versionIn(result), 3);
    QCOMPARE(conflictsIn(result).size(), 1);
    QCOMPARE(m_desk->writtenEvents(), (QStringList{u"conflict:opened"_s, u"record:changed"_s, u"activity:new"_s}));
    QCOMPARE(m_desk->told(u"record:changed"_s)["set"_L1].toObject(), (QJsonObject{{u"about"_s, u"Refunds"_s}}));
    QCOMPARE(m_desk->records().accounts.find(m_ada.id)->displayName, u"Ada L."_s);

    // The same of a list beside a field.
    (void)rename(m_ada, 1, u"Adas"_s);
    ChangeRecord both = seeing(1, renameConversation(m_group, u"Bens"_s));
    both.lists = changeLabels(m_group, {u"eu"_s}, {}).lists;
    QCOMPARE(conflictsIn(m_desk->give(m_ben, both)).size(), 1);
    QCOMPARE(title(), u"Adas"_s);
    QCOMPARE(state().conversation.labels, QStringList{u"eu"_s});
}

void MergeTest::theSameValueIsNoConflict()
{
    (void)rename(m_ada, 1, u"Same"_s);
    const auto result = rename(m_ben, 1, u"Same "_s);
    QCOMPARE(versionIn(result), 2);
    QVERIFY(conflictsIn(result).isEmpty());
    QVERIFY(m_desk->written.isEmpty());
    // It is still Ada's: who has not seen hers is in conflict with her.
    QCOMPARE(conflictsIn(rename(m_ben, 1, u"Other"_s)).size(), 1);
    QCOMPARE(conflicts().first().kept.by, m_ada.id);
}

void MergeTest::ownEarlierChangesAreNoConflict()
{
    // Written one after the other without a connection, all on top of version 1.
    const CommandId first = m_desk->newId();
    const CommandId second = m_desk->newId();
    QCOMPARE(versionIn(m_desk->give(m_ada, seeing(1, renameConversation(m_group, u"1"_s)), first)), 2);
    QCOMPARE(versionIn(m_desk->give(m_ada, seeing(1, renameConversation(m_group, u"2"_s), {first}), second)), 3);
    QCOMPARE(versionIn(rename(m_ada, 1, u"3"_s, {first, second})), 4);
    QCOMPARE(title(), u"3"_s);
    // Somebody was in between.
    const CommandId fourth = m_desk->newId();
    (void)m_desk->give(m_ada, seeing(4, renameConversation(m_group, u"4"_s)), fourth);
    (void)rename(m_ben, 5, u"Bens"_s);
    QCOMPARE(conflictsIn(rename(m_ada, 4, u"5"_s, {fourth})).size(), 1);
    QCOMPARE(title(), u"Bens"_s);
}

void MergeTest::changesOfOthersAreNotOwnOnes()
{
    const CommandId adas = m_desk->newId();
    (void)m_desk->give(m_ada, seeing(1, renameConversation(m_group, u"Adas"_s)), adas);
    QCOMPARE(conflictsIn(rename(m_ben, 1, u"Bens"_s, {adas})).size(), 1);
    QCOMPARE(title(), u"Adas"_s);
}

void MergeTest::creationIsAnOwnChange()
{
    const ConversationId group(QUuid::createUuid().toString(QUuid::WithoutBraces));
    const CommandId creation = m_desk->newId();
    QVERIFY(
        m_desk->give(m_ada, CreateConversation{group, ConversationKind::Group, u"New"_s, {m_ben.id}}, creation).ok());
    const FieldState state = m_desk->records().fields.of(recordOf(group), fields::title);
    QCOMPARE(state.version, 1);
    QCOMPARE(state.command, creation);
    QCOMPARE(state.current, (FieldValue{u"New"_s, m_ada.id, m_desk->now}));
    QCOMPARE(versionIn(m_desk->give(m_ada, seeing(1, renameConversation(group, u"Newer"_s), {creation}))), 2);
}

void MergeTest::twoFieldsAreTwoConflicts()
{
    const RecordRef me = recordOf(m_ada.id);
    (void)m_desk->give(m_ada, changeOf(me, 1, {{fields::displayName, u"Ada L."_s}, {fields::about, u"Refunds"_s}}));
    const QStringList ids = conflictsIn(
        m_desk->give(m_ada, changeOf(me, 1, {{fields::displayName, u"Lovelace"_s}, {fields::about, u"Billing"_s}})));
    QCOMPARE(ids.size(), 2);
    QVERIFY(ids[0] != ids[1]); // each is decided by itself
    ChangeRecord decided = changeOf(me, 2, {{fields::about, u"Billing"_s}});
    decided.resolves = ConflictId(ids[0]);
    QVERIFY(m_desk->give(m_ada, decided).ok());
    QCOMPARE(m_desk->records().conflicts.of(me).size(), 1);
    QCOMPARE(m_desk->records().conflicts.of(me).first().id.text(), ids[1]);
}

void MergeTest::newerConflictTakesThePlaceOfTheOlder()
{
    const ConflictId older = disagree();
    const ConflictId newer(conflictsIn(rename(m_ben, 1, u"Bens second"_s)).value(0));
    QCOMPARE(m_desk->writtenEvents(), (QStringList{u"conflict:closed"_s, u"conflict:opened"_s}));
    QCOMPARE(m_desk->told(u"conflict:closed"_s),
             (QJsonObject{{u"id"_s, older.text()}, {u"record"_s, recordOf(m_group).text()}, {u"field"_s, u"title"_s}}));
    QCOMPARE(conflicts().size(), 1);
    QCOMPARE(conflicts().first().id, newer);
    QCOMPARE(conflicts().first().wanted.value, QJsonValue(u"Bens second"_s));
}

void MergeTest::everybodyHasTheirOwnConflict()
{
    (void)m_desk->give(m_ada, seeing(1, changeMembers(m_group, {m_eve.id}, {})));
    const ConflictId bens = disagree(); // Ada's is the title since version 3
    const ConflictId eves(conflictsIn(rename(m_eve, 1, u"Eves"_s)).value(0));
    QCOMPARE(m_desk->writtenEvents(), QStringList{u"conflict:opened"_s});
    QCOMPARE(conflicts().size(), 2);
    ChangeRecord decided = seeing(3, renameConversation(m_group, u"Bens"_s));
    decided.resolves = bens;
    QVERIFY(m_desk->give(m_eve, decided).ok()); // anybody in it may
    QCOMPARE(conflicts().size(), 1);
    QCOMPARE(conflicts().first().id, eves);
}

void MergeTest::decision_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<qint64>("version");
    QTest::newRow("what was wanted") << u"Bens"_s << qint64(3);
    QTest::newRow("what is there") << u"Adas"_s << qint64(2);
    QTest::newRow("neither") << u"Ours"_s << qint64(3);
    QTest::newRow("left as it is") << QString() << qint64(2);
}

void MergeTest::decision()
{
    QFETCH(QString, choice);
    QFETCH(qint64, version);
    const ConflictId conflict = disagree();
    ChangeRecord decided = changeOf(recordOf(m_group), 2, {});
    if (!choice.isEmpty())
        decided.set = {{fields::title, choice}};
    decided.resolves = conflict;
    const auto result = m_desk->give(m_ada, decided);
    QCOMPARE(versionIn(result), version);
    QVERIFY(conflictsIn(result).isEmpty());
    QCOMPARE(title(), choice.isEmpty() ? u"Adas"_s : choice);
    QVERIFY(conflicts().isEmpty());
    QCOMPARE(m_desk->writtenEvents().contains(u"record:changed"_s), version == 3);
    QCOMPARE(m_desk->told(u"conflict:closed"_s)["id"_L1].toString(), conflict.text());
}

void MergeTest::decisionThatWasOvertakenIsAConflictAnew()
{
    const ConflictId conflict = disagree();
    (void)rename(m_ada, 2, u"Adas second"_s);
    ChangeRecord decided = seeing(2, renameConversation(m_group, u"Bens"_s));
    decided.resolves = conflict;
    const CommandId command = m_desk->newId();
    QCOMPARE(conflictsIn(m_desk->give(m_ben, decided, command)), QStringList{command.text()});
    QCOMPARE(m_desk->writtenEvents(), (QStringList{u"conflict:closed"_s, u"conflict:opened"_s}));
    QCOMPARE(title(), u"Adas second"_s);
    QCOMPARE(conflicts().size(), 1);
    QCOMPARE(conflicts().first().kept.value, QJsonValue(u"Adas second"_s));
}

void MergeTest::decidingTwiceIsNoError()
{
    ChangeRecord decided = seeing(2, renameConversation(m_group, u"Ours"_s));
    decided.resolves = disagree();
    QCOMPARE(versionIn(m_desk->give(m_ben, decided)), 3);
    // Ada has decided at the same time: like any other change.
    decided.set = {{fields::title, u"Adas again"_s}};
    const auto late = m_desk->give(m_ada, decided);
    QCOMPARE(conflictsIn(late).size(), 1);
    QCOMPARE(m_desk->writtenEvents(), QStringList{u"conflict:opened"_s});
    decided.set = {{fields::title, u"Ours"_s}};
    const auto same = m_desk->give(m_ada, decided);
    QCOMPARE(versionIn(same), 3);
    QVERIFY(conflictsIn(same).isEmpty());
}

void MergeTest::conflictOfAnotherRecordIsUnknown()
{
    const ConflictId conflict = disagree();
    ChangeRecord decided = changeOf(recordOf(m_ben.id), 1, {{fields::about, u"x"_s}});
    decided.resolves = conflict;
    QCOMPARE(m_desk->refusalOf(m_ben, decided), u"conflict.unknown"_s);
    QCOMPARE(m_desk->records().accounts.find(m_ben.id)->about, QString()); // nothing of it happened
    QCOMPARE(conflicts().size(), 1);
}

void MergeTest::conflictsHaveAnEnd()
{
    QVector<User> many;
    QVector<UserId> ids;
    for (int i = 0; i <= server::Conflicts::mostOpen; ++i) {
        many.append(m_desk->addUser(u"user%1"_s.arg(i)));
        ids.append(many.last().id);
    }
    QVERIFY(m_desk->give(m_ada, seeing(1, changeMembers(m_group, ids, {}))).ok());
    (void)rename(m_ada, 2, u"Adas"_s);
    const User last = many.takeLast();
    for (const User &user : std::as_const(many))
        QCOMPARE(conflictsIn(rename(user, 1, u"of "_s + user.name)).size(), 1);
    QCOMPARE(m_desk->refusalOf(last, seeing(1, renameConversation(m_group, u"one more"_s))), u"conflicts.tooMany"_s);
    QCOMPARE(conflictsIn(rename(many.first(), 1, u"another"_s)).size(), 1); // in the place of one's own
    QCOMPARE(conflicts().size(), server::Conflicts::mostOpen);
}

void MergeTest::profileIsOnesOwn()
{
    QCOMPARE(m_desk->refusalOf(m_ben, changeOf(recordOf(m_ada.id), 1, {{fields::about, u"x"_s}})), u"record.unknown"_s);
    QVERIFY(m_desk->give(m_ada, changeOf(recordOf(m_ada.id), 1, {{fields::about, u"Refunds"_s}})).ok());
    QCOMPARE(m_desk->told(u"activity:new"_s)["object"_L1]["type"_L1].toString(), u"Person"_s);
    QVERIFY(m_desk->give(m_ada, changeOf(recordOf(m_ada.id), 2, {{fields::about, QString()}})).ok()); // may be empty
    QCOMPARE(m_desk->records().accounts.find(m_ada.id)->version, 3);
}

void MergeTest::profileConflictIsInTheSnapshot()
{
    (void)disagree(); // a conversation's is in its state, not beside it
    const RecordRef me = recordOf(m_ada.id);
    (void)m_desk->give(m_ada, changeOf(me, 1, {{fields::about, u"Refunds"_s}}));
    (void)m_desk->give(m_ada, changeOf(me, 1, {{fields::about, u"Billing"_s}}));
    QCOMPARE(m_desk->written[0].stream, workspaceStream());
    const QVector<Conflict> open = m_desk->records().conflicts.of(me);
    QCOMPARE(open.size(), 1);
    QCOMPARE(m_desk->snapshot(m_eve, u"conflict"_s), QVector<QJsonObject>{toJson(open.first())});
    const QVector<QJsonObject> states = m_desk->snapshot(m_ben, u"conversation"_s);
    QCOMPARE(decode(states.value(0), readConversationState).value().conflicts, conflicts());
    QCOMPARE(conflicts().size(), 1);

    ChangeRecord decided = changeOf(me, 2, {{fields::about, u"Refunds"_s}});
    decided.resolves = open.first().id;
    QVERIFY(m_desk->give(m_ada, decided).ok());
    QVERIFY(m_desk->snapshot(m_eve, u"conflict"_s).isEmpty());
}

void MergeTest::givenAgainChangesNothing()
{
    const ChangeRecord taken = seeing(1, renameConversation(m_group, u"Adas"_s));
    const ChangeRecord conflicting = seeing(1, renameConversation(m_group, u"Bens"_s));
    const CommandId first = m_desk->newId();
    const CommandId second = m_desk->newId();
    const auto firstResult = m_desk->give(m_ada, taken, first);
    const auto secondResult = m_desk->give(m_ben, conflicting, second);
    const qint64 head = m_desk->records().journal.head();
    QCOMPARE(m_desk->give(m_ada, taken, first).value(), firstResult.value());
    QCOMPARE(m_desk->give(m_ben, conflicting, second).value(), secondResult.value());
    QCOMPARE(m_desk->records().journal.head(), head);
    QCOMPARE(conflicts().size(), 1);
    // An id that somebody else has used is no reason to fail.
    (void)m_desk->give(m_ada, seeing(2, changeMembers(m_group, {m_eve.id}, {})));
    const QStringList ids = conflictsIn(m_desk->give(m_eve, conflicting, second));
    QCOMPARE(ids.size(), 1);
    QVERIFY(ids.first() != second.text());
}

void MergeTest::refusedChangesNothing()
{
    (void)rename(m_ada, 1, u"Adas"_s);
    const qint64 head = m_desk->records().journal.head();
    ChangeRecord change = seeing(1, renameConversation(m_group, u"Bens"_s));
    change.lists = changeMembers(m_group, {UserId(m_group.text())}, {}).lists;
    QCOMPARE(m_desk->refusalOf(m_ben, change), u"user.unknown"_s);
    QCOMPARE(m_desk->records().journal.head(), head);
    QVERIFY(conflicts().isEmpty());
}

QTEST_GUILESS_MAIN(MergeTest)
#include "MergeTest.moc"
