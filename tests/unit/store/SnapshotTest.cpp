// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"

using namespace frontdesk;
using namespace frontdesk::store;

namespace {

const ConversationId ops(QStringLiteral("ops"));
const ConversationId sales(QStringLiteral("sales"));
const Cursor snapshotCursor{QStringLiteral("epoch-2"), 100, QStringLiteral("mark-100")};

SnapshotPage firstPage()
{
    SnapshotPage page;
    page.first = true;
    page.cursor = snapshotCursor;
    page.users = {ada, ben};
    page.streams = {{workspaceStream(), 12}, {streamOf(ada.id), 3}};
    page.conversations = {stateOf(QStringLiteral("sales"), 8, messagesOf(QStringLiteral("sales"), 1, 5, ben))};
    return page;
}

SnapshotPage lastPage()
{
    SnapshotPage page;
    page.last = true;
    page.users = {cyd};
    page.conversations = {stateOf(QStringLiteral("ops"), 4, messagesOf(QStringLiteral("ops"), 3, 4, ben))};
    return page;
}

DecodedRow row(qint64 seq, const QString &stream, qint64 n, LastingEvent event)
{
    DecodedRow decoded;
    decoded.row.seq = seq;
    decoded.row.stream = stream;
    decoded.row.n = n;
    decoded.event = std::move(event);
    return decoded;
}

} // namespace

class SnapshotTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void nothingIsShownBeforeTheLastPage();
    void takesThePlaceOfEverything();
    void takesThePlaceOfConflictsAndOwnValues();
    void crashInBetweenLeavesTheOldOne();
    void pageWithoutABeginningIsRefused();
    void rowsContainedAlreadyAreSkipped();
    void conversationReadLaterThanItsEntryKeepsWhatItHas();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
};

void SnapshotTest::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = openStore(m_folder->path());
    changesOf(m_store->setMe(ada));
    JournalWriter journal;
    JournalBatch old = batchOf(
        0, {journal.add(workspaceStream(), UserAdded{ada}),
            journal.add(streamOf(ada.id), ConversationEntered{stateOf(QStringLiteral("ops"), 2,
                                                                      messagesOf(QStringLiteral("ops"), 1, 2, ben))}),
            journal.add(QStringLiteral("workspace"), UnknownEvent{})});
    changesOf(m_store->apply(old));
}

void SnapshotTest::nothingIsShownBeforeTheLastPage()
{
    const QStringList before = contentsOf(*m_store);
    QVERIFY(!changesOf(m_store->writeSnapshot(firstPage())).everything);
    QCOMPARE(contentsOf(*m_store), before);
    QVERIFY(changesOf(m_store->writeSnapshot(lastPage())).everything);
    QVERIFY(contentsOf(*m_store) != before);
}

void SnapshotTest::takesThePlaceOfEverything()
{
    changesOf(m_store->setDelivered({{ben.id, 99}}));
    changesOf(m_store->writeSnapshot(firstPage()));
    changesOf(m_store->writeSnapshot(lastPage()));

    QCOMPARE(valueOf(m_store->cursor()), snapshotCursor);
    QCOMPARE(valueOf(m_store->users()), (QVector<User>{ada, ben, cyd}));
    const MessageWindow window = valueOf(m_store->messages(ops, {}, 10));
    QCOMPARE(window.messages, messagesOf(QStringLiteral("ops"), 3, 4, ben));
    QVERIFY(window.olderOnServer && !window.olderCached);
    QCOMPARE(window.others.deliveredUpTo, 0); // a seq of the journal that was replaced
    const Ledger ledger = valueOf(m_store->ledger());
    QCOMPARE(ledger.received, 12 + 3 + 8 + 4);
    QCOMPARE(ledger.unknownRows, 0);
}

void SnapshotTest::takesThePlaceOfConflictsAndOwnValues()
{
    const QString sound = ownSettingKey(QStringLiteral("sound"));
    const QString theme = ownSettingKey(QStringLiteral("theme"));
    const Conflict old = conflictOf(QStringLiteral("old"), recordOf(ops), fields::title, ada);
    const Conflict ofSales = conflictOf(QStringLiteral("s"), recordOf(sales), fields::title, ada);
    const Conflict ofAda = conflictOf(QStringLiteral("a"), recordOf(ada.id), fields::about, ada);
    changesOf(m_store->apply(batchOf(3, {row(4, streamOf(ops), 3, ConflictOpened{old}),
                                         row(5, streamOf(ada.id), 0, OwnValueChanged{sound, true})})));
    SnapshotPage first = firstPage();
    first.conversations.first().conversation.labels = {QStringLiteral("vip")};
    first.conversations.first().conflicts = {ofSales};
    SnapshotPage last = lastPage();
    last.conflicts = {ofAda};
    last.own = {{theme, QStringLiteral("dark"), 98}};
    changesOf(m_store->writeSnapshot(first));
    QCOMPARE(valueOf(m_store->conflicts()).size(), 1);
    QCOMPARE(valueOf(m_store->ownValues()).keys(), QStringList{sound});
    changesOf(m_store->writeSnapshot(last));
    QCOMPARE(valueOf(m_store->conflicts()), (QVector<Conflict>{ofAda, ofSales}));
    QCOMPARE(valueOf(m_store->ownValues()), (QHash<QString, QJsonValue>{{theme, QStringLiteral("dark")}}));
    const auto conversations = valueOf(m_store->conversations()).conversations;
    QCOMPARE(conversations.first().conversation.labels, QStringList{QStringLiteral("vip")});
    // One that the snapshot has already is not made older by the row that said it.
    changesOf(m_store->apply(batchOf(100, {row(98, streamOf(ada.id), 0, OwnValueChanged{theme, QStringLiteral("x")}),
                                           row(101, streamOf(ada.id), 0, OwnValueChanged{sound, false})})));
    QCOMPARE(valueOf(m_store->ownValues()),
             (QHash<QString, QJsonValue>{{theme, QStringLiteral("dark")}, {sound, false}}));
}

void SnapshotTest::crashInBetweenLeavesTheOldOne()
{
    const QStringList before = contentsOf(*m_store);
    changesOf(m_store->writeSnapshot(firstPage()));
    m_store.reset(); // as a crash would: never finished
    m_store = openStore(m_folder->path());
    QCOMPARE(contentsOf(*m_store), before);
    QCOMPARE(codeOf(m_store->writeSnapshot(lastPage())), QStringLiteral("snapshot.notBegun"));

    // The next one begins anew; what the first left behind is not in it.
    SnapshotPage only = lastPage();
    only.first = true;
    only.cursor = snapshotCursor;
    changesOf(m_store->writeSnapshot(only));
    const auto conversations = valueOf(m_store->conversations()).conversations;
    QCOMPARE(conversations.size(), 1);
    QCOMPARE(conversations.first().conversation.id, ops);
    QCOMPARE(valueOf(m_store->users()), QVector<User>{cyd});
}

void SnapshotTest::pageWithoutABeginningIsRefused()
{
    const QStringList before = contentsOf(*m_store);
    QCOMPARE(codeOf(m_store->writeSnapshot(lastPage())), QStringLiteral("snapshot.notBegun"));
    QCOMPARE(contentsOf(*m_store), before);
}

void SnapshotTest::rowsContainedAlreadyAreSkipped()
{
    changesOf(m_store->writeSnapshot(firstPage()));
    changesOf(m_store->writeSnapshot(lastPage()));
    // The conversation was read when its stream had 8 rows, among them this change of title.
    changesOf(m_store->apply(batchOf(
        100, {row(101, streamOf(sales), 8, titled(QStringLiteral("sales"), 1, QStringLiteral("An old title"))),
              row(102, streamOf(sales), 9, titled(QStringLiteral("sales"), 2, QStringLiteral("A new title")))})));
    const auto conversations = valueOf(m_store->conversations()).conversations;
    const auto found = std::find_if(conversations.begin(), conversations.end(),
                                    [](const auto &summary) { return summary.conversation.id == sales; });
    QCOMPARE(found->conversation.title, QStringLiteral("A new title"));
    QVERIFY(valueOf(m_store->ledger()).holes.isEmpty());
}

void SnapshotTest::conversationReadLaterThanItsEntryKeepsWhatItHas()
{
    changesOf(m_store->writeSnapshot(firstPage()));
    changesOf(m_store->writeSnapshot(lastPage()));
    // Written after the cursor, before the conversation's page was read.
    const auto entry =
        row(101, streamOf(ada.id), 4,
            ConversationEntered{stateOf(QStringLiteral("ops"), 2, messagesOf(QStringLiteral("ops"), 1, 2, ben))});
    changesOf(m_store->apply(batchOf(100, {entry})));
    QCOMPARE(valueOf(m_store->messages(ops, {}, 10)).newest, 4);
    QCOMPARE(valueOf(m_store->ledger()).received, 12 + 4 + 8 + 4);
}

QTEST_GUILESS_MAIN(SnapshotTest)
#include "SnapshotTest.moc"
