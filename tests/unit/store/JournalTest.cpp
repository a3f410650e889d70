// SPDX-License-Identifier: GPL-3.0-or-later
#include "JournalFixture.h"
#include "store/CacheMeta.h"

using namespace frontdesk;
using namespace frontdesk::store;

/// Rows of the journal in the cache: with the cursor, with holes, and what each kind of them does.
class JournalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_store.reset(); }

    void rowsAndCursorGoTogether();
    void batchThatDoesNotFollowIsRefusedWhole();
    void jumpNamesAHole();
    void whatTheServerDoesNotAnswerWithIsNoHole();
    void anEditThatComesBeforeItsMessageWaitsForIt();
    void anEditOfAMessageThatIsNotCachedChangesNothing();
    void closedConflictIsNotOpenedAgain();
    void leavingClosesWhatWasOpen();
    void foreignConversationIsSkipped();
    void activityBeforeTheEntryIsShownAfterIt();
    void leavingPurges();
    void rowsBeforeAMissingEntryBecomeAHole();
    void largerReadPositionCounts();
    void unreadCountsMessagesOfOthers();
    void ownMessagesAreThoseOfWhoseCacheItIs();
    void unknownRowIsKeptAndAppliedAfterAnUpgrade();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
};

void JournalTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = openStore(m_folder->path());
    changesOf(m_store->setMe(ada));
}

void JournalTest::rowsAndCursorGoTogether()
{
    JournalWriter journal;
    const Changes changes = changesOf(m_store->apply(batchOf(0, {journal.add(workspaceStream(), UserAdded{ben})})));
    QVERIFY(changes.users);
    QVERIFY(!changes.activities && !changes.everything && changes.conversations.isEmpty());
    QCOMPARE(valueOf(m_store->cursor()).seq, 1);
    QCOMPARE(valueOf(m_store->cursor()).mark, QStringLiteral("mark-1"));

    m_store = nullptr;
    m_store = openStore(m_folder->path());
    QCOMPARE(valueOf(m_store->users()), QVector<User>{ben});
    QCOMPARE(valueOf(m_store->cursor()).seq, 1);

    // A page of rows that the user may not see moves the cursor, and a page without a mark keeps the one known.
    JournalBatch empty;
    empty.after = 1;
    empty.upTo = 9;
    changesOf(m_store->apply(empty));
    QCOMPARE(valueOf(m_store->cursor()), (Cursor{{}, 9, QStringLiteral("mark-1")}));
}

void JournalTest::batchThatDoesNotFollowIsRefusedWhole()
{
    JournalWriter journal;
    const auto row = journal.add(workspaceStream(), UserAdded{ben});
    QCOMPARE(codeOf(m_store->apply(batchOf(7, {row}))), QStringLiteral("cursor.mismatch"));
    QVERIFY(valueOf(m_store->users()).isEmpty());
    QCOMPARE(valueOf(m_store->cursor()).seq, 0);
}

void JournalTest::jumpNamesAHole()
{
    JournalWriter journal;
    QVector<DecodedRow> rows{journal.add(own, ConversationEntered{stateOf(QStringLiteral("ops"), 0)})};
    for (qint64 number = 1; number <= 5; ++number)
        rows.append(journal.add(inOps, MessageAdded{messageOf(QStringLiteral("ops"), number, ben, journal.seq() + 1)}));
    rows.remove(2, 2); // messages 2 and 3 are lost on the way
    const Changes changes = changesOf(m_store->apply(batchOf(0, rows)));
    QVERIFY(changes.holes);

    const Ledger ledger = valueOf(m_store->ledger());
    QCOMPARE(ledger.holes, (QVector<Ledger::Hole>{{inOps, 2, 3}}));
    QCOMPARE(ledger.received, 4); // the entry and three messages
    QCOMPARE(valueOf(m_store->conversations()).conversations.first().number, 5);
}

void JournalTest::whatTheServerDoesNotAnswerWithIsNoHole()
{
    JournalWriter journal;
    journal.skipNumber(workspaceStream());
    journal.skipNumber(workspaceStream());
    changesOf(m_store->apply(batchOf(0, {journal.add(workspaceStream(), UserAdded{ben})})));
    QCOMPARE(valueOf(m_store->ledger()).holes.size(), 1);
    changesOf(m_store->fillHole({workspaceStream(), 1, 1}, {}));
    QCOMPARE(valueOf(m_store->ledger()).holes, (QVector<Ledger::Hole>{{workspaceStream(), 2, 2}}));
    changesOf(m_store->fillHole({workspaceStream(), 1, 2}, {}));
    QVERIFY(valueOf(m_store->ledger()).holes.isEmpty());
}

void JournalTest::anEditThatComesBeforeItsMessageWaitsForIt()
{
    JournalWriter journal;
    const ConversationId ops(QStringLiteral("ops"));
    changesOf(m_store->apply(batchOf(0, {journal.add(own, ConversationEntered{stateOf(QStringLiteral("ops"), 0)})})));
    const Message first = messageOf(QStringLiteral("ops"), 1, ben, 2);
    const DecodedRow added = journal.add(inOps, MessageAdded{first});
    const DecodedRow edited = journal.add(inOps, MessageEdited{ops, first.id, 1, QStringLiteral("Second"), 77});
    const Changes changes = changesOf(m_store->apply(batchOf(1, {edited})));
    QVERIFY(changes.holes && changes.edited.contains(first.id));
    changesOf(m_store->fillHole({inOps, 1, 1}, {added}));
    const Message shown = valueOf(m_store->message(first.id)).value();
    QCOMPARE(shown.text, QStringLiteral("Second"));
    QCOMPARE(shown.editedAt, 77);
    QCOMPARE(shown.editSeq, edited.row.seq);
    // What a history says of before is older.
    changesOf(m_store->addHistory(ops, {first}));
    QCOMPARE(valueOf(m_store->message(first.id)).value(), shown);
}

void JournalTest::anEditOfAMessageThatIsNotCachedChangesNothing()
{
    JournalWriter journal;
    const ConversationId ops(QStringLiteral("ops"));
    const auto newest = messagesOf(QStringLiteral("ops"), 10, 12, ben);
    changesOf(
        m_store->apply(batchOf(0, {journal.add(own, ConversationEntered{stateOf(QStringLiteral("ops"), 0, newest)})})));
    Message old = messageOf(QStringLiteral("ops"), 3, ben);
    changesOf(m_store->apply(
        batchOf(1, {journal.add(inOps, MessageEdited{ops, old.id, 3, QStringLiteral("The newest text"), 5})})));
    QCOMPARE(valueOf(m_store->messages(ops, {}, 10)).messages, newest);
    // The history brings the current text.
    old.text = QStringLiteral("The newest text");
    old.editedAt = 5;
    old.editSeq = 2;
    changesOf(m_store->addHistory(ops, {old}));
    QCOMPARE(valueOf(m_store->message(old.id)), std::optional(old));
}

void JournalTest::closedConflictIsNotOpenedAgain()
{
    JournalWriter journal;
    const ConversationId ops(QStringLiteral("ops"));
    changesOf(m_store->apply(batchOf(0, {journal.add(own, ConversationEntered{stateOf(QStringLiteral("ops"), 0)})})));
    const Conflict conflict = conflictOf(QStringLiteral("x"), recordOf(ops), fields::title, cyd);
    const DecodedRow opened = journal.add(inOps, ConflictOpened{conflict});
    const DecodedRow closed = journal.add(inOps, ConflictClosed{conflict.id, conflict.record, conflict.field});
    QVERIFY(changesOf(m_store->apply(batchOf(1, {closed}))).conflicts);
    changesOf(m_store->fillHole({inOps, 1, 1}, {opened}));
    QVERIFY(valueOf(m_store->conflicts()).isEmpty());
    QCOMPARE(valueOf(m_store->ledger()).conflicts, 0);
}

void JournalTest::leavingClosesWhatWasOpen()
{
    JournalWriter journal;
    const ConversationId ops(QStringLiteral("ops"));
    ConversationState state = stateOf(QStringLiteral("ops"), 4);
    state.conversation.labels = {QStringLiteral("vip")};
    state.conflicts = {conflictOf(QStringLiteral("x"), recordOf(ops), fields::title, cyd)};
    changesOf(m_store->apply(batchOf(0, {journal.add(own, ConversationEntered{state})})));
    QCOMPARE(valueOf(m_store->conflicts()), state.conflicts);
    QCOMPARE(valueOf(m_store->conversations()).conversations.first().conversation, state.conversation);
    QCOMPARE(valueOf(m_store->ledger()).conflicts, 1);
    QVERIFY(changesOf(m_store->apply(batchOf(1, {journal.add(own, ConversationLeft{ops})}))).conflicts);
    QVERIFY(valueOf(m_store->conflicts()).isEmpty());

    state.conversation.labels.clear();
    state.conflicts.clear();
    state.n = 9;
    changesOf(m_store->apply(batchOf(2, {journal.add(own, ConversationEntered{state})})));
    QVERIFY(valueOf(m_store->conflicts()).isEmpty());
    QVERIFY(valueOf(m_store->conversations()).conversations.first().conversation.labels.isEmpty());
}

void JournalTest::foreignConversationIsSkipped()
{
    JournalWriter journal;
    const Changes changes = changesOf(m_store->apply(
        batchOf(0, {journal.add(inOps, MessageAdded{messageOf(QStringLiteral("ops"), 1, ben)}),
                    journal.add(inOps, ActivityAdded{activityOf(QStringLiteral("a"), 2, inOps, 1)}, true)})));
    QVERIFY(changes.conversations.isEmpty());
    QVERIFY(valueOf(m_store->conversations()).conversations.isEmpty());
    QVERIFY(valueOf(m_store->messages(ConversationId(QStringLiteral("ops")), {}, 10)).messages.isEmpty());
    QVERIFY(valueOf(m_store->activities({}, 10)).isEmpty());
    QCOMPARE(valueOf(m_store->cursor()).seq, 2);
}

void JournalTest::activityBeforeTheEntryIsShownAfterIt()
{
    // As a server writes the creation of a conversation: in one transaction, the entry last.
    JournalWriter journal;
    const auto created = journal.add(inOps, ConversationCreated{stateOf(QStringLiteral("ops"), 1).conversation});
    const auto activity = journal.add(inOps, ActivityAdded{activityOf(QStringLiteral("a"), 2, inOps, 1)});
    const auto entered = journal.add(own, ConversationEntered{stateOf(QStringLiteral("ops"), 2)});
    changesOf(m_store->apply(batchOf(0, {created, activity})));
    QVERIFY(valueOf(m_store->activities({}, 10)).isEmpty());
    const Changes changes = changesOf(m_store->apply(batchOf(2, {entered})));
    QVERIFY(changes.activities && !changes.holes);
    QCOMPARE(valueOf(m_store->activities({}, 10)).size(), 1);
}

void JournalTest::leavingPurges()
{
    JournalWriter journal;
    const ConversationId ops(QStringLiteral("ops"));
    changesOf(m_store->apply(batchOf(
        0,
        {journal.add(
             own, ConversationEntered{stateOf(QStringLiteral("ops"), 3, messagesOf(QStringLiteral("ops"), 1, 3, ben))}),
         journal.add(workspaceStream(), ActivityAdded{activityOf(QStringLiteral("kept"), 2, workspaceStream(), 1)})})));
    changesOf(m_store->addActivities({activityOf(QStringLiteral("a"), 1, inOps, 1)}));
    QCOMPARE(valueOf(m_store->activities({}, 10)).size(), 2);

    const Changes changes = changesOf(m_store->apply(batchOf(2, {journal.add(own, ConversationLeft{ops})})));
    QVERIFY(changes.conversations.contains(ops));
    QVERIFY(valueOf(m_store->conversations()).conversations.isEmpty());
    QVERIFY(valueOf(m_store->messages(ops, {}, 10)).messages.isEmpty());
    const QVector<Activity> left = valueOf(m_store->activities({}, 10));
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().id.text(), QStringLiteral("kept"));

    // An answer that was on its way when one left does not bring anything back.
    changesOf(m_store->addHistory(ops, messagesOf(QStringLiteral("ops"), 1, 3, ben)));
    QVERIFY(valueOf(m_store->messages(ops, {}, 10)).messages.isEmpty());
}

void JournalTest::rowsBeforeAMissingEntryBecomeAHole()
{
    JournalWriter journal;
    const auto entered = journal.add(own, ConversationEntered{stateOf(QStringLiteral("ops"), 0)});
    const auto message = journal.add(inOps, MessageAdded{messageOf(QStringLiteral("ops"), 1, ben)});
    const auto later = journal.add(own, ConversationLeft{ConversationId(QStringLiteral("other"))});
    changesOf(m_store->apply(batchOf(0, {message, later})));
    QCOMPARE(valueOf(m_store->ledger()).holes, (QVector<Ledger::Hole>{{own, 1, 1}}));

    QVERIFY(changesOf(m_store->fillHole({own, 1, 1}, {entered})).holes);
    QCOMPARE(valueOf(m_store->ledger()).holes, (QVector<Ledger::Hole>{{inOps, 1, 1}}));
    changesOf(m_store->fillHole({inOps, 1, 1}, {message}));
    QCOMPARE(valueOf(m_store->messages(ConversationId(QStringLiteral("ops")), {}, 10)).messages.size(), 1);
}

void JournalTest::largerReadPositionCounts()
{
    JournalWriter journal;
    const ConversationId ops(QStringLiteral("ops"));
    const auto entered =
        ConversationEntered{stateOf(QStringLiteral("ops"), 5, messagesOf(QStringLiteral("ops"), 1, 5, ben))};
    changesOf(m_store->apply(batchOf(0, {journal.add(own, entered), journal.add(inOps, ReadMoved{ops, ada.id, 4}, true),
                                         journal.add(inOps, ReadMoved{ops, ada.id, 2}, true)})));
    QCOMPARE(valueOf(m_store->messages(ops, {}, 10)).readUpTo, 4);
}

void JournalTest::unreadCountsMessagesOfOthers()
{
    JournalWriter journal;
    const ConversationId ops(QStringLiteral("ops"));
    const auto unread = [&] { return valueOf(m_store->conversations()).conversations.first().unread; };
    auto state = stateOf(QStringLiteral("ops"), 0, messagesOf(QStringLiteral("ops"), 1, 4, ben));
    state.messages[2].author = ada.id;
    state.reads = {{ada.id, 1}};
    changesOf(m_store->apply(batchOf(0, {journal.add(own, ConversationEntered{state})})));
    QCOMPARE(unread(), 2);
    changesOf(m_store->apply(
        batchOf(1, {journal.add(inOps, MessageAdded{messageOf(QStringLiteral("ops"), 5, cyd)}),
                    journal.add(inOps, titled(QStringLiteral("ops"), 2, QStringLiteral("No message")))})));
    QCOMPARE(unread(), 3);
    changesOf(m_store->apply(batchOf(3, {journal.add(inOps, ReadMoved{ops, ada.id, 5}, true)})));
    QCOMPARE(unread(), 0);
}

void JournalTest::ownMessagesAreThoseOfWhoseCacheItIs()
{
    JournalWriter journal;
    const auto unread = [&] { return valueOf(m_store->conversations()).conversations.first().unread; };
    auto state = stateOf(QStringLiteral("ops"), 0, messagesOf(QStringLiteral("ops"), 1, 4, ben));
    state.messages[2].author = ada.id;
    changesOf(m_store->apply(batchOf(0, {journal.add(own, ConversationEntered{state})})));
    QCOMPARE(unread(), 3);
    changesOf(m_store->setMe(ben));
    QCOMPARE(unread(), 1);
    changesOf(m_store->apply(batchOf(1, {journal.add(inOps, MessageAdded{messageOf(QStringLiteral("ops"), 5, ben)}),
                                         journal.add(inOps, MessageAdded{messageOf(QStringLiteral("ops"), 6, ada)})})));
    QCOMPARE(unread(), 2);
}

void JournalTest::unknownRowIsKeptAndAppliedAfterAnUpgrade()
{
    JournalWriter journal;
    changesOf(m_store->apply(batchOf(0, {journal.add(own, ConversationEntered{stateOf(QStringLiteral("ops"), 0)})})));
    auto row = journal.add(inOps, UnknownEvent{}); // as an older version would have seen a message
    row.row.event = QStringLiteral("message:new");
    row.row.payload = toJson(messageOf(QStringLiteral("ops"), 1, ben, 2));
    auto stranger = journal.add(inOps, UnknownEvent{});
    stranger.row.event = QStringLiteral("reaction:added");
    changesOf(m_store->apply(batchOf(1, {row, stranger})));
    QCOMPARE(valueOf(m_store->ledger()).unknownRows, 2);
    QCOMPARE(valueOf(m_store->ledger()).received, 3);
    m_store.reset();

    m_store = openStore(m_folder->path());
    QCOMPARE(valueOf(m_store->ledger()).unknownRows, 2); // the same version does not try again
    m_store.reset();
    {
        Database cache(m_folder->filePath(QStringLiteral("cache.sqlite")), Database::Durability::Process);
        CacheMeta(cache).setDecodedBy(QStringLiteral("0.0.1"));
    }

    m_store = openStore(m_folder->path());
    QCOMPARE(valueOf(m_store->ledger()).unknownRows, 1);
    QCOMPARE(valueOf(m_store->messages(ConversationId(QStringLiteral("ops")), {}, 10)).messages,
             QVector<Message>{messageOf(QStringLiteral("ops"), 1, ben, 2)});
}

QTEST_GUILESS_MAIN(JournalTest)
#include "JournalTest.moc"
