// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "domain/SearchQuery.h"

using namespace frontdesk;
using namespace frontdesk::store;

namespace {

const ConversationId ops(QStringLiteral("ops"));
const ConversationId sales(QStringLiteral("sales"));

/// When a message of the fixture was written, by its number.
qint64 timeOf(qint64 number)
{
    return messageOf(QStringLiteral("ops"), number, ben).at;
}

} // namespace

/// What leaves the cache by its age or at the person's word, and what stays.
class RetentionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void oldMessagesLeaveCacheAndIndex();
    void stepsAreShortAndComeToAnEnd();
    void newestMessageStays();
    void ownMessageThatIsNoUnreadOneStays();
    void oneThatIsYoungEndsIt();
    void whatWentIsNotMissing();
    void historyComesBack();
    void oldActivitiesLeave();
    void outboxIsNotTouched();

    void clearingLeavesNothingButTheOwner();
    void clearedTextsAreNotInTheFile();
    void clearedCacheTakesASnapshot();
    void clearingInTheMiddleOfASnapshotForgetsIt();

private:
    /// Steps until nothing changes; how many did something.
    int prune(qint64 before)
    {
        int steps = 0;
        for (;;) {
            const Changes changes = changesOf(m_store->prune(before));
            if (changes.conversations.isEmpty() && !changes.activities)
                return steps;
            ++steps;
        }
    }
    [[nodiscard]] QVector<qint64> numbers(const ConversationId &conversation)
    {
        QVector<qint64> numbers;
        for (const Message &message : valueOf(m_store->messages(conversation, {}, 10'000)).messages)
            numbers.append(message.number);
        return numbers;
    }
    [[nodiscard]] qsizetype found(const QString &word)
    {
        search::Request request;
        request.terms = search::parse(word, QDate(2026, 11, 20)).terms;
        request.limit = 1000;
        qsizetype hits = -1;
        // Of many messages at once the index is made behind the answers.
        [&] {
            QTRY_VERIFY(valueOf(m_store->search(request)).value().complete);
            hits = valueOf(m_store->search(request)).value().hits.size();
        }();
        return hits;
    }
    void enter(const QString &id, qint64 newest, qint64 readUpTo)
    {
        ConversationState state = stateOf(id, newest, messagesOf(id, 1, newest, ben));
        for (Message &message : state.messages)
            message.seq += m_journal.seq() + 1000;
        state.reads = {{ada.id, readUpTo}};
        const qint64 after = m_journal.seq();
        changesOf(m_store->apply(batchOf(after, {m_journal.add(streamOf(ada.id), ConversationEntered{state})})));
        for (qint64 n = 0; n < newest; ++n)
            m_journal.skipNumber(streamOf(state.conversation.id)); // it came with them
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    JournalWriter m_journal;
};

void RetentionTest::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = openStore(m_folder->path());
    m_journal = {};
    changesOf(m_store->setMe(ada));
    changesOf(m_store->apply(batchOf(0, {m_journal.add(workspaceStream(), UserAdded{ada})})));
}

void RetentionTest::oldMessagesLeaveCacheAndIndex()
{
    enter(QStringLiteral("ops"), 20, 20);
    QCOMPARE(found(QStringLiteral("message")), 20);
    const Changes changes = changesOf(m_store->prune(timeOf(15)));
    QCOMPARE(changes.conversations, QSet<ConversationId>{ops});
    QCOMPARE(numbers(ops), (QVector<qint64>{15, 16, 17, 18, 19, 20}));
    QCOMPARE(found(QStringLiteral("message")), 6);
    QCOMPARE(prune(timeOf(15)), 0);
}

void RetentionTest::stepsAreShortAndComeToAnEnd()
{
    enter(QStringLiteral("ops"), 1200, 1200);
    enter(QStringLiteral("sales"), 700, 700);
    QCOMPARE(prune(timeOf(1200)), 4); // 500 at once
    QCOMPARE(numbers(ops), QVector<qint64>{1200});
    QCOMPARE(numbers(sales), QVector<qint64>{700});
}

void RetentionTest::newestMessageStays()
{
    enter(QStringLiteral("ops"), 3, 3);
    prune(timeOf(100));
    QCOMPARE(numbers(ops), QVector<qint64>{3});
    const ConversationSummary summary = valueOf(m_store->conversations()).conversations.first();
    QVERIFY(summary.last);
    QCOMPARE(summary.last->number, 3);
}

void RetentionTest::ownMessageThatIsNoUnreadOneStays()
{
    enter(QStringLiteral("ops"), 5, 2);
    Message own = messageOf(QStringLiteral("ops"), 6, ada, 2000);
    const qint64 after = m_journal.seq();
    changesOf(m_store->apply(batchOf(after, {m_journal.add(streamOf(ops), MessageAdded{own})})));
    Message answer = messageOf(QStringLiteral("ops"), 7, ben, 2001);
    changesOf(m_store->apply(batchOf(after + 1, {m_journal.add(streamOf(ops), MessageAdded{answer})})));
    const auto unread = [this] { return valueOf(m_store->conversations()).conversations.first().unread; };
    QCOMPARE(unread(), 4);
    prune(timeOf(100));
    QCOMPARE(numbers(ops), (QVector<qint64>{6, 7}));
    QCOMPARE(unread(), 4);
}

void RetentionTest::oneThatIsYoungEndsIt()
{
    // Written without a connection, so its time is older than that of the one before it.
    ConversationState state = stateOf(QStringLiteral("ops"), 4, messagesOf(QStringLiteral("ops"), 1, 4, ben));
    state.messages[1].at = timeOf(50);
    const qint64 after = m_journal.seq();
    changesOf(m_store->apply(batchOf(after, {m_journal.add(streamOf(ada.id), ConversationEntered{state})})));
    prune(timeOf(40));
    QCOMPARE(numbers(ops), (QVector<qint64>{2, 3, 4}));
}

void RetentionTest::whatWentIsNotMissing()
{
    enter(QStringLiteral("ops"), 20, 20);
    const Ledger before = valueOf(m_store->ledger());
    prune(timeOf(20));
    const Ledger after = valueOf(m_store->ledger());
    QCOMPARE(after.received, before.received);
    QVERIFY(after.holes.isEmpty());
    QCOMPARE(after.cursor, before.cursor);
    const MessageWindow window = valueOf(m_store->messages(ops, {}, 50));
    QVERIFY(window.olderOnServer && !window.olderCached);
    QCOMPARE(window.newest, 20);
}

void RetentionTest::historyComesBack()
{
    enter(QStringLiteral("ops"), 20, 20);
    prune(timeOf(20));
    changesOf(m_store->addHistory(ops, messagesOf(QStringLiteral("ops"), 10, 19, ben)));
    QCOMPARE(numbers(ops).size(), 11);
    QCOMPARE(found(QStringLiteral("message")), 11);
}

void RetentionTest::oldActivitiesLeave()
{
    QVector<Activity> activities;
    for (int i = 1; i <= 5; ++i)
        activities.append({.id = ActivityId(QString::number(i)),
                           .actor = ben.id,
                           .verb = QStringLiteral("Join"),
                           .object = {QStringLiteral("Person"), ben.id.text(), ben.displayName},
                           .target = {},
                           .published = timeOf(i),
                           .stream = workspaceStream(),
                           .seq = i});
    changesOf(m_store->addActivities(activities));
    QVERIFY(changesOf(m_store->prune(timeOf(4))).activities);
    QCOMPARE(valueOf(m_store->activities({}, 100)).size(), 2);
    QCOMPARE(prune(timeOf(4)), 0);
}

void RetentionTest::outboxIsNotTouched()
{
    enter(QStringLiteral("ops"), 3, 3);
    changesOf(m_store->enqueue(
        {.id = CommandId(QStringLiteral("old")), .at = timeOf(1), .body = SendMessage{ops, QStringLiteral("waits")}}));
    changesOf(m_store->saveDraft(sales, QStringLiteral("begun")));
    prune(timeOf(1000));
    changesOf(m_store->clearCache());
    QCOMPARE(valueOf(m_store->pending()).size(), 1);
    QCOMPARE(valueOf(m_store->draft(sales)), QStringLiteral("begun"));
}

void RetentionTest::clearingLeavesNothingButTheOwner()
{
    enter(QStringLiteral("ops"), 20, 20);
    changesOf(m_store->setLastSeen({{ben.id, 17}}));
    QVERIFY(changesOf(m_store->clearCache()).everything);
    QVERIFY(valueOf(m_store->conversations()).conversations.isEmpty());
    QVERIFY(valueOf(m_store->users()).isEmpty());
    QVERIFY(valueOf(m_store->lastSeen()).isEmpty());
    QCOMPARE(found(QStringLiteral("message")), 0);
    const Ledger ledger = valueOf(m_store->ledger());
    QCOMPARE(ledger.cursor, Cursor());
    QCOMPARE(ledger.received, 0);
    QCOMPARE(valueOf(m_store->me()).value_or(User()), ada);
}

void RetentionTest::clearedTextsAreNotInTheFile()
{
    enter(QStringLiteral("ops"), 200, 200);
    const auto bytes = [this] {
        QByteArray all;
        const auto files = QDir(m_folder->path()).entryInfoList({QStringLiteral("cache.sqlite*")}, QDir::Files);
        for (const QFileInfo &info : files) {
            QFile file(info.filePath());
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    };
    QVERIFY(bytes().contains("Message 100 of ops"));
    changesOf(m_store->clearCache());
    QVERIFY(!bytes().contains("Message 100 of ops"));
}

void RetentionTest::clearedCacheTakesASnapshot()
{
    enter(QStringLiteral("ops"), 20, 20);
    changesOf(m_store->clearCache());
    SnapshotPage page;
    page.first = page.last = true;
    page.cursor = {QStringLiteral("epoch"), 5000, QStringLiteral("mark")};
    page.users = {ada, ben};
    page.conversations = {stateOf(QStringLiteral("ops"), 20, messagesOf(QStringLiteral("ops"), 15, 20, ben))};
    changesOf(m_store->writeSnapshot(page));
    QCOMPARE(numbers(ops).size(), 6);
    QCOMPARE(found(QStringLiteral("message")), 6);
    QCOMPARE(valueOf(m_store->cursor()), page.cursor);
}

void RetentionTest::clearingInTheMiddleOfASnapshotForgetsIt()
{
    SnapshotPage page;
    page.first = true;
    page.cursor = {QStringLiteral("epoch"), 5000, QStringLiteral("mark")};
    page.conversations = {stateOf(QStringLiteral("ops"), 2, messagesOf(QStringLiteral("ops"), 1, 2, ben))};
    changesOf(m_store->writeSnapshot(page));
    changesOf(m_store->clearCache());
    page.first = false;
    page.last = true;
    QCOMPARE(codeOf(m_store->writeSnapshot(page)), QStringLiteral("snapshot.notBegun"));
    QVERIFY(valueOf(m_store->conversations()).conversations.isEmpty());
}

QTEST_GUILESS_MAIN(RetentionTest)
#include "RetentionTest.moc"
