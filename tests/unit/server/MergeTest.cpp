// SPDX-License-Identifier: GPL-3.0-or-later
#include "RecordsUnderTest.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server::testing;

namespace {

/// A change by somebody who had seen this version of the record.
ChangeRecord seeing(qint64 version, ChangeRecord change, const QVector<CommandId> &after = {})
{
    change.basis = {version, after};
    return change;
}

ChangeRecord setOf(const RecordRef &record, qint64 version, const QJsonObject &set, const QJsonObject &was = {})
{
    return {.record = record, .basis = {version, {}}, .set = set, .was = was, .lists = {}, .resolves = {}};
}

qint64 versionIn(const Result<QJsonObject> &result)
{
    return result ? result.value()["version"_L1].toInteger() : 0;
}

QStringList conflictsIn(const Result<QJsonObject> &result)
{
    QStringList ids;
    const QJsonArray conflicts = result ? result.value()["conflicts"_L1].toArray() : QJsonArray{u"refused"_s};
    for (const QJsonValue &id : conflicts)
        ids.append(id.toString());
    return ids;
}

} // namespace

/// People change the same things without having seen each other's changes.
class MergeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<RecordsUnderTest>();
        m_ada = m_desk->addUser(u"ada"_s);
        m_ben = m_desk->addUser(u"ben"_s);
        m_eve = m_desk->addUser(u"eve"_s);
        m_group = m_desk->createGroup(m_ada, u"Launch"_s, {m_ben.id});
    }

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
    void listsAreSetsAndTheLastWins();
    void listsHaveAnEnd();
    void membersComeAndGoAsAlways();
    void directConversationHasLabelsAndAContact();
    void contactOfAConversationIsMerged();
    void aConversationIsClosedUntilTheNextMessage();
    void ownMessagesThatOpenAreNoConflict();
    void closingWithoutHavingSeenTheOpeningIsAConflict();
    void profileIsOnesOwn();
    void profileConflictIsInTheSnapshot();
    void givenAgainChangesNothing();
    void refusedChangesNothing();

private:
    QString title() { return m_desk->records().conversations.find(m_group)->title; }
    ConversationState state() { return m_desk->records().conversations.state(m_group); }
    QVector<Conflict> conflicts() { return state().conflicts; }
    Result<QJsonObject> rename(const User &user, qint64 seen, const QString &to, const QVector<CommandId> &after = {})
    {
        return m_desk->give(user, seeing(seen, renameConversation(m_group, to), after));
    }
    /// Ben wants another title than Ada has given.
    ConflictId disagree()
    {
        (void)rename(m_ada, 1, u"Adas"_s);
        const auto result = m_desk->give(
            m_ben, setOf(recordOf(m_group), 1, {{fields::title, u"Bens"_s}}, {{fields::title, u"Launch"_s}}));
        return ConflictId(conflictsIn(result).value(0));
    }

    std::unique_ptr<RecordsUnderTest> m_desk;
    User m_ada;
    User m_ben;
    User m_eve;
    ConversationId m_group;
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
    QCOMPARE(versionIn(m_desk->give(m_ada, setOf(recordOf(m_ada.id), 1, {{fields::displayName, u"Ada L."_s}}))), 2);
    const auto second = m_desk->give(m_ada, setOf(recordOf(m_ada.id), 1, {{fields::about, u" Refunds "_s}}));
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
        m_ben, setOf(recordOf(m_group), 1, {{fields::title, u"Bens"_s}}, {{fields::title, u"Launch"_s}}), command);
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
    (void)m_desk->give(m_ada, setOf(recordOf(m_ada.id), 1, {{fields::displayName, u"Ada L."_s}}));
    const auto result = m_desk->give(
        m_ada, setOf(recordOf(m_ada.id), 1, {{fields::displayName, u"Lovelace"_s}, {fields::about, u"Refunds"_s}}));
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
    (void)m_desk->give(m_ada, setOf(me, 1, {{fields::displayName, u"Ada L."_s}, {fields::about, u"Refunds"_s}}));
    const QStringList ids = conflictsIn(
        m_desk->give(m_ada, setOf(me, 1, {{fields::displayName, u"Lovelace"_s}, {fields::about, u"Billing"_s}})));
    QCOMPARE(ids.size(), 2);
    QVERIFY(ids[0] != ids[1]); // each is decided by itself
    ChangeRecord decided = setOf(me, 2, {{fields::about, u"Billing"_s}});
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
    ChangeRecord decided = setOf(recordOf(m_group), 2, {});
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
    ChangeRecord decided = setOf(recordOf(m_ben.id), 1, {{fields::about, u"x"_s}});
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

void MergeTest::listsAreSetsAndTheLastWins()
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

void MergeTest::listsHaveAnEnd()
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

void MergeTest::membersComeAndGoAsAlways()
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

void MergeTest::directConversationHasLabelsAndAContact()
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

void MergeTest::aConversationIsClosedUntilTheNextMessage()
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
    QCOMPARE(m_desk->refusalOf(m_ada, setOf(recordOf(m_group), version, {{fields::closed, u"yes"_s}})),
             u"closed.invalid"_s);
}

void MergeTest::ownMessagesThatOpenAreNoConflict()
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

void MergeTest::closingWithoutHavingSeenTheOpeningIsAConflict()
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

void MergeTest::contactOfAConversationIsMerged()
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

void MergeTest::profileIsOnesOwn()
{
    QCOMPARE(m_desk->refusalOf(m_ben, setOf(recordOf(m_ada.id), 1, {{fields::about, u"x"_s}})), u"record.unknown"_s);
    QVERIFY(m_desk->give(m_ada, setOf(recordOf(m_ada.id), 1, {{fields::about, u"Refunds"_s}})).ok());
    QCOMPARE(m_desk->told(u"activity:new"_s)["object"_L1]["type"_L1].toString(), u"Person"_s);
    QVERIFY(m_desk->give(m_ada, setOf(recordOf(m_ada.id), 2, {{fields::about, QString()}})).ok()); // may be empty
    QCOMPARE(m_desk->records().accounts.find(m_ada.id)->version, 3);
}

void MergeTest::profileConflictIsInTheSnapshot()
{
    (void)disagree(); // a conversation's is in its state, not beside it
    const RecordRef me = recordOf(m_ada.id);
    (void)m_desk->give(m_ada, setOf(me, 1, {{fields::about, u"Refunds"_s}}));
    (void)m_desk->give(m_ada, setOf(me, 1, {{fields::about, u"Billing"_s}}));
    QCOMPARE(m_desk->written[0].stream, workspaceStream());
    const QVector<Conflict> open = m_desk->records().conflicts.of(me);
    QCOMPARE(open.size(), 1);
    QCOMPARE(m_desk->snapshot(m_eve, u"conflict"_s), QVector<QJsonObject>{toJson(open.first())});
    const QVector<QJsonObject> states = m_desk->snapshot(m_ben, u"conversation"_s);
    QCOMPARE(decode(states.value(0), readConversationState).value().conflicts, conflicts());
    QCOMPARE(conflicts().size(), 1);

    ChangeRecord decided = setOf(me, 2, {{fields::about, u"Refunds"_s}});
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
