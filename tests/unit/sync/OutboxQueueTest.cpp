// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/OutboxQueue.h"

#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::sync;
using namespace std::chrono_literals;

namespace {

CommandId idOf(const char *id)
{
    return CommandId(QString::fromLatin1(id));
}

Command message(const char *id, const char *lane)
{
    return {idOf(id), 0, SendMessage{ConversationId(QString::fromLatin1(lane)), QStringLiteral("text")}};
}

Command creation(const char *id, const char *lane)
{
    return {idOf(id), 0,
            CreateConversation{
                ConversationId(QString::fromLatin1(lane)), ConversationKind::Group, QStringLiteral("T"), {}}};
}

Command edit(const char *id, const char *of, const char *lane)
{
    return {idOf(id), 0, EditMessage{ConversationId(QString::fromLatin1(lane)), idOf(of), QStringLiteral("better")}};
}

const RecordRef contact{RecordKind::Contact, QStringLiteral("contact")};

Command recordMade(const char *id)
{
    return {idOf(id), 0, CreateRecord{contact, {}, {}}};
}

Command recordChanged(const char *id)
{
    return {idOf(id), 0,
            ChangeRecord{.record = contact, .basis = {}, .set = {}, .was = {}, .lists = {}, .resolves = {}}};
}

Command own(const char *id, const char *key)
{
    return {idOf(id), 0, SetOwnValue{QString::fromLatin1(key), 1}};
}

/// The ids of what is confirmed, as one word each.
QString confirmed(OutboxQueue &queue, qint64 cursor)
{
    QStringList ids;
    for (const Command &command : queue.confirmedUpTo(cursor))
        ids.append(command.id.text());
    return ids.join(QLatin1Char(' '));
}

/// The ids that go out now, as one word each.
QString taken(OutboxQueue &queue, milliseconds now = 0s)
{
    QStringList ids;
    for (const Command &command : queue.take(now))
        ids.append(command.id.text());
    return ids.join(QLatin1Char(' '));
}

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

class OutboxQueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneLaneGoesInOrder();
    void lanesGoSideBySide();
    void noMoreLanesAtOnceThanAllowed();
    void whatIsNoNewRecordGoesBeforeThoseThatWait();
    void unknownFateIsSentAgainInItsPlace();
    void aLostConnectionQueuesEverythingAgain();
    void laterMeansLater();
    void tooMuchAtOnceSlowsEveryLane();
    void aRefusalStopsOnlyWhatBuildsOnIt();
    void aRefusedCreationOfTheLastRunStillBlocks();
    void confirmedOnlyWhenTheCacheHasTheRow();
    void anAnswerWithoutItsRowIsAskedForAgain();
    void whatIsUnderWayCannotBeDiscarded();
    void answersThatComeTwiceChangeNothing();
    void editsWaitForTheirRefusedMessage();
    void aRetriedMessageGoesBeforeItsEdits();
    void editsOfAMessageRefusedInTheLastRunWait();
    void discardingAMessageDiscardsItsEdits();
    void discardingANewRecordDiscardsItsChanges();
    void aNewRecordThatWaitsCanBeDiscardedWithItsChanges();
    void aCreationGoesBeforeWhatBuildsOnIt();
    void aRefusedEditStopsNothing();
    void anotherCommandGoesInThePlaceOfOneThatWaits();
    void anotherCommandGoesInThePlaceOfARefusedOne();
    void whatIsHeldDoesNotGoOut();
    void whatIsOnItsWayCannotBeHeld();
    void anOwnValueReplacesOneThatWaits();
    void changesGetAnotherBasisInTheirPlace();
    void lanesWithNothingInThemAreForgotten();
};

void OutboxQueueTest::oneLaneGoesInOrder()
{
    OutboxQueue queue;
    for (const char *id : {"a", "b", "c"})
        queue.append(message(id, "x"));
    QCOMPARE(taken(queue), s("a"));
    QCOMPARE(taken(queue), s(""));
    queue.acknowledged(idOf("a"), 1);
    QCOMPARE(taken(queue), s("b"));
    queue.acknowledged(idOf("b"), 2);
    QCOMPARE(taken(queue), s("c"));
}

void OutboxQueueTest::lanesGoSideBySide()
{
    OutboxQueue queue;
    queue.append(message("a", "x"));
    queue.append(message("b", "x"));
    queue.append(message("c", "y"));
    QCOMPARE(taken(queue), s("a c"));
}

void OutboxQueueTest::noMoreLanesAtOnceThanAllowed()
{
    OutboxQueue queue;
    for (int i = 0; i < OutboxQueue::lanesAtOnce + 4; ++i) {
        const QByteArray name = QByteArray::number(i);
        queue.append(message(name.constData(), name.constData()));
        queue.append(message((name + "'").constData(), name.constData()));
    }
    QCOMPARE(queue.take(0s).size(), OutboxQueue::lanesAtOnce);
    QVERIFY(!queue.deadline());
    queue.acknowledged(idOf("0"), 1);
    QCOMPARE(taken(queue), QString::number(OutboxQueue::lanesAtOnce)); // the lane that waits longest, not lane 0 again
}

void OutboxQueueTest::whatIsNoNewRecordGoesBeforeThoseThatWait()
{
    OutboxQueue queue;
    constexpr int rows = 3 * OutboxQueue::newRecordsAtOnce;
    for (int i = 0; i < rows; ++i) {
        const QString number = QString::number(i);
        queue.append({CommandId(number), 0, CreateRecord{{RecordKind::Contact, number}, {}, {}}});
    }
    const QVector<Command> first = queue.take(0s);
    QCOMPARE(first.size(), OutboxQueue::newRecordsAtOnce);
    QVERIFY(!queue.deadline()); // nothing but an answer lets the next one go
    queue.append(message("hello", "x"));
    QCOMPARE(queue.deadline(), 0ms);
    QCOMPARE(taken(queue), s("hello"));
    queue.append(message("again", "x"));
    QCOMPARE(taken(queue), s("")); // in its lane it waits as ever
    queue.acknowledged(idOf("hello"), 1);
    QCOMPARE(taken(queue), s("again"));
    queue.acknowledged(first.first().id, 2);
    QCOMPARE(taken(queue), s("")); // the message takes a place meanwhile
    queue.acknowledged(idOf("again"), 3);
    QCOMPARE(taken(queue), QString::number(OutboxQueue::newRecordsAtOnce)); // the record that waits longest
}

void OutboxQueueTest::unknownFateIsSentAgainInItsPlace()
{
    OutboxQueue queue;
    queue.append(message("a", "x"));
    queue.append(message("b", "x"));
    QCOMPARE(taken(queue), s("a"));
    queue.again(idOf("a"), 0s);
    QCOMPARE(taken(queue), s("a"));
}

void OutboxQueueTest::aLostConnectionQueuesEverythingAgain()
{
    OutboxQueue queue;
    queue.append(message("a", "x"));
    queue.append(message("b", "x"));
    queue.append(message("c", "y"));
    taken(queue);
    queue.again(idOf("c"), 1h);
    const QVector<CommandId> lost = queue.connectionLost();
    QCOMPARE(lost, QVector<CommandId>{idOf("a")});
    QStringList both = taken(queue).split(QLatin1Char(' '));
    both.sort();
    QCOMPARE(both.join(QLatin1Char(' ')), s("a c")); // a new connection waits for nothing the old one said
}

void OutboxQueueTest::laterMeansLater()
{
    OutboxQueue queue;
    queue.append(message("a", "x"));
    queue.append(message("b", "y"));
    taken(queue);
    queue.again(idOf("a"), 5s);
    QCOMPARE(taken(queue, 4s), s(""));
    QCOMPARE(queue.deadline(), 5s);
    QCOMPARE(taken(queue, 5s), s("a"));
    QVERIFY(!queue.deadline());
}

void OutboxQueueTest::tooMuchAtOnceSlowsEveryLane()
{
    OutboxQueue queue;
    queue.append(message("1", "a"));
    queue.append(message("2", "a"));
    queue.append(message("3", "b"));
    QCOMPARE(taken(queue), s("1 3"));
    queue.again(idOf("1"), 5s);
    queue.pause(5s);
    queue.append(message("4", "c"));
    queue.acknowledged(idOf("3"), 1);
    QCOMPARE(taken(queue, 4s), QString());
    QCOMPARE(queue.deadline(), std::optional<milliseconds>(5s));
    QCOMPARE(taken(queue, 5s), s("1 4"));
    // A new connection is a new chance.
    queue.pause(60s);
    queue.connectionLost();
    QVERIFY(*queue.deadline() <= 5s);
}

void OutboxQueueTest::aRefusalStopsOnlyWhatBuildsOnIt()
{
    OutboxQueue queue;
    queue.append(message("a", "x"));
    queue.append(message("b", "x"));
    queue.append(creation("c", "y"));
    queue.append(message("d", "y"));
    QCOMPARE(taken(queue), s("a c"));
    queue.refused(idOf("a"));
    queue.refused(idOf("c"));
    QCOMPARE(taken(queue), s("b")); // "d" needs the conversation

    queue.retry(creation("c", "y"));
    QCOMPARE(taken(queue), s("c"));
    queue.acknowledged(idOf("c"), 1);
    QCOMPARE(taken(queue), s("d"));
}

void OutboxQueueTest::aRefusedCreationOfTheLastRunStillBlocks()
{
    OutboxQueue queue;
    queue.appendRefused(creation("c", "y"));
    queue.append(message("d", "y"));
    QCOMPARE(taken(queue), s(""));
    QVERIFY(queue.discard(idOf("c")));
    QCOMPARE(taken(queue), s("d")); // and the server says what it thinks of it
}

void OutboxQueueTest::confirmedOnlyWhenTheCacheHasTheRow()
{
    OutboxQueue queue;
    queue.append(message("a", "x"));
    queue.append(message("b", "y"));
    taken(queue);
    QVERIFY(queue.confirmedUpTo(100).isEmpty());
    queue.acknowledged(idOf("a"), 7);
    queue.acknowledged(idOf("b"), 8);
    QVERIFY(queue.confirmedUpTo(6).isEmpty());
    QCOMPARE(confirmed(queue, 7), s("a"));
    QCOMPARE(confirmed(queue, 9), s("b"));
    QVERIFY(queue.confirmedUpTo(9).isEmpty());
}

void OutboxQueueTest::anAnswerWithoutItsRowIsAskedForAgain()
{
    OutboxQueue queue;
    for (const char *id : {"a", "b", "c", "d"})
        queue.append(message(id, "x"));
    for (int seq = 1; seq <= 3; ++seq)
        queue.acknowledged(queue.take(0s).first().id, seq);
    QCOMPARE(confirmed(queue, 1), s("a"));
    QCOMPARE(queue.connectionLost().size(), 2);
    QVERIFY(queue.confirmedUpTo(3).isEmpty()); // rows of a server that was restored meanwhile confirm nothing
    for (const char *id : {"b", "c", "d"}) {
        QCOMPARE(taken(queue), s(id));
        queue.acknowledged(idOf(id), 1);
    }
}

void OutboxQueueTest::whatIsUnderWayCannotBeDiscarded()
{
    OutboxQueue queue;
    queue.append(message("a", "x"));
    queue.append(message("b", "x"));
    taken(queue);
    QVERIFY(!queue.discard(idOf("a")));
    QVERIFY(queue.discard(idOf("b")));
    queue.acknowledged(idOf("a"), 1);
    QVERIFY(!queue.discard(idOf("a")));
    QCOMPARE(taken(queue), s(""));
}

void OutboxQueueTest::answersThatComeTwiceChangeNothing()
{
    OutboxQueue queue;
    queue.append(message("a", "x"));
    queue.append(message("b", "x"));
    taken(queue);
    queue.acknowledged(idOf("a"), 1);
    queue.again(idOf("a"), 0s);
    queue.refused(idOf("a"));
    QCOMPARE(taken(queue), s("b"));
    QCOMPARE(confirmed(queue, 1), s("a"));
}

void OutboxQueueTest::editsWaitForTheirRefusedMessage()
{
    OutboxQueue queue;
    queue.append(message("a", "x"));
    queue.append(edit("a'", "a", "x"));
    queue.append(message("b", "x"));
    queue.append(edit("b'", "b", "x"));
    QCOMPARE(taken(queue), s("a"));
    queue.refused(idOf("a"));
    QCOMPARE(taken(queue), s("b")); // past the edit of "a"
    queue.acknowledged(idOf("b"), 1);
    QCOMPARE(taken(queue), s("b'"));
    queue.acknowledged(idOf("b'"), 2);
    QCOMPARE(taken(queue), s(""));
    QVERIFY(!queue.deadline());
}

void OutboxQueueTest::aRetriedMessageGoesBeforeItsEdits()
{
    OutboxQueue queue;
    queue.append(message("a", "x"));
    QCOMPARE(taken(queue), s("a"));
    queue.append(edit("a'", "a", "x"));
    queue.refused(idOf("a"));
    queue.append(message("b", "x"));
    queue.retry(message("a", "x"));
    for (const char *id : {"a", "a'", "b"}) {
        QCOMPARE(taken(queue), s(id));
        queue.acknowledged(idOf(id), 1);
    }
}

void OutboxQueueTest::editsOfAMessageRefusedInTheLastRunWait()
{
    OutboxQueue queue;
    queue.appendRefused(message("a", "x"));
    queue.append(edit("a'", "a", "x"));
    queue.append(message("b", "x"));
    QCOMPARE(taken(queue), s("b"));
}

void OutboxQueueTest::discardingANewRecordDiscardsItsChanges()
{
    OutboxQueue queue;
    queue.append(recordMade("c"));
    QCOMPARE(taken(queue), s("c"));
    queue.append(recordChanged("d"));
    queue.refused(idOf("c"));
    QCOMPARE(taken(queue), s(""));
    QVERIFY(queue.discard(idOf("c")));
    QCOMPARE(taken(queue), s(""));
    queue.append(recordMade("e")); // the lane is free again
    QCOMPARE(taken(queue), s("e"));
}

void OutboxQueueTest::aNewRecordThatWaitsCanBeDiscardedWithItsChanges()
{
    OutboxQueue queue;
    queue.append(recordMade("c"));
    queue.append(recordChanged("d"));
    queue.append(recordChanged("e"));
    QVERIFY(queue.discard(idOf("d")));
    QVERIFY(queue.discard(idOf("c")));
    QCOMPARE(taken(queue), s(""));
}

void OutboxQueueTest::aCreationGoesBeforeWhatBuildsOnIt()
{
    OutboxQueue queue;
    queue.append(recordChanged("d"));
    queue.append(recordMade("c")); // the server had it, and has lost it
    QCOMPARE(taken(queue), s("c"));
    queue.acknowledged(idOf("c"), 1);
    QCOMPARE(taken(queue), s("d"));
}

void OutboxQueueTest::discardingAMessageDiscardsItsEdits()
{
    OutboxQueue queue;
    queue.append(message("a", "x"));
    QCOMPARE(taken(queue), s("a"));
    queue.append(edit("a'", "a", "x"));
    queue.append(message("b", "x"));
    queue.refused(idOf("a"));
    QVERIFY(queue.discard(idOf("a")));
    QCOMPARE(taken(queue), s("b"));
    queue.acknowledged(idOf("b"), 1);
    QCOMPARE(taken(queue), s(""));
}

void OutboxQueueTest::lanesWithNothingInThemAreForgotten()
{
    OutboxQueue queue;
    queue.append(message("1", "a"));
    queue.append(message("2", "b"));
    queue.append(message("3", "b"));
    QCOMPARE(taken(queue), s("1 2"));
    queue.acknowledged(idOf("1"), 5);
    QCOMPARE(queue.lanes(), 1);
    queue.refused(idOf("2"));
    QCOMPARE(taken(queue), s("3"));
    queue.again(idOf("3"), 0s);
    QCOMPARE(taken(queue), s("3"));
    queue.acknowledged(idOf("3"), 6);
    QCOMPARE(queue.lanes(), 1); // of the refused one, on which edits may build
    QVERIFY(queue.discard(idOf("2")));
    QCOMPARE(queue.lanes(), 0);
    queue.append(message("4", "a"));
    QCOMPARE(taken(queue), s("4"));
}

void OutboxQueueTest::aRefusedEditStopsNothing()
{
    OutboxQueue queue;
    for (const char *id : {"1", "2"})
        queue.append(edit(id, "a", "x"));
    QCOMPARE(taken(queue), s("1"));
    queue.refused(idOf("1"));
    QCOMPARE(taken(queue), s("2"));
}

void OutboxQueueTest::anotherCommandGoesInThePlaceOfOneThatWaits()
{
    OutboxQueue queue;
    for (const char *id : {"a", "b", "c"})
        queue.append(message(id, "x"));
    queue.append(edit("b'", "b", "x"));
    QCOMPARE(taken(queue), s("a"));
    QVERIFY(queue.hold(idOf("b")));
    queue.replace(idOf("b"), message("n", "x"));
    queue.acknowledged(idOf("a"), 1);
    QCOMPARE(taken(queue), s("n"));
    queue.refused(idOf("n")); // and the edit is one of this message now
    QCOMPARE(taken(queue), s("c"));
    queue.acknowledged(idOf("c"), 2);
    QCOMPARE(taken(queue), s(""));
    queue.retry(message("n", "x"));
    QCOMPARE(taken(queue), s("n"));
    queue.acknowledged(idOf("n"), 3);
    const QVector<Command> last = queue.take(0s);
    QCOMPARE(last.size(), 1);
    QCOMPARE(parentOf(last.first().body), idOf("n"));
}

void OutboxQueueTest::anotherCommandGoesInThePlaceOfARefusedOne()
{
    OutboxQueue queue;
    queue.append(creation("c", "x"));
    QCOMPARE(taken(queue), s("c"));
    queue.append(message("a", "x"));
    queue.refused(idOf("c"));
    QCOMPARE(taken(queue), s(""));
    QVERIFY(queue.hold(idOf("c")));
    queue.replace(idOf("c"), creation("n", "x"));
    QCOMPARE(taken(queue), s("n"));
    queue.acknowledged(idOf("n"), 1);
    QCOMPARE(taken(queue), s("a"));
}

void OutboxQueueTest::whatIsHeldDoesNotGoOut()
{
    OutboxQueue queue;
    queue.append(message("a", "x"));
    queue.append(message("b", "x"));
    QVERIFY(queue.hold(idOf("a")));
    QCOMPARE(taken(queue), s("")); // nor what is behind it
    queue.release(idOf("a"));
    QCOMPARE(taken(queue), s("a"));
    queue.acknowledged(idOf("a"), 1);
    QVERIFY(queue.hold(idOf("b")));
    QVERIFY(queue.discard(idOf("b")));
    queue.append(message("c", "x"));
    QCOMPARE(taken(queue), s("c"));
}

void OutboxQueueTest::whatIsOnItsWayCannotBeHeld()
{
    OutboxQueue queue;
    queue.append(message("a", "x"));
    taken(queue);
    QVERIFY(!queue.hold(idOf("a")));
    queue.acknowledged(idOf("a"), 1);
    QVERIFY(!queue.hold(idOf("a")));
}

void OutboxQueueTest::anOwnValueReplacesOneThatWaits()
{
    OutboxQueue queue;
    queue.append(own("1", "setting:sound"));
    QCOMPARE(taken(queue), s("1"));
    QVERIFY(!queue.append(own("2", "setting:sound")));
    QCOMPARE(queue.append(own("3", "setting:sound")), std::optional(idOf("2")));
    QVERIFY(!queue.append(own("4", "setting:theme")));
    QCOMPARE(taken(queue), s("4"));
    queue.acknowledged(idOf("1"), 1);
    QCOMPARE(taken(queue), s("3"));
}

void OutboxQueueTest::changesGetAnotherBasisInTheirPlace()
{
    OutboxQueue queue;
    Command change{idOf("r"), 0, renameConversation(ConversationId(s("x")), s("New"))};
    std::get<ChangeRecord>(change.body).basis.version = 9;
    queue.append(change);
    queue.append(message("a", "x"));
    std::get<ChangeRecord>(change.body).basis.version = 1;
    QVERIFY(queue.update(change));
    QCOMPARE(queue.take(0s), QVector<Command>{change});
    QVERIFY(!queue.update(change));
    queue.acknowledged(idOf("r"), 1);
    QCOMPARE(taken(queue), s("a"));
}

QTEST_GUILESS_MAIN(OutboxQueueTest)
#include "OutboxQueueTest.moc"
