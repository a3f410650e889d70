// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"

using namespace frontdesk;
using namespace frontdesk::store;

namespace {

const ConversationId ops(QStringLiteral("ops"));

QVector<qint64> numbersOf(const MessageWindow &window)
{
    QVector<qint64> numbers;
    for (const Message &message : window.messages)
        numbers.append(message.number);
    return numbers;
}

} // namespace

class ReadsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void windowsPageThroughWhatIsCached_data();
    void windowsPageThroughWhatIsCached();
    void windowEndsAtAGap();
    void historyFillsTheGap();
    void windowAroundANumber();
    void pendingStandsBehindTheMessages();
    void confirmedMessageIsNoLongerPending();
    void deliveryOfTheNewestMessage();
    void listHasMembersDraftsAndOrder();
    void meIsWhatTheJournalSays();
    void lastSeenIsWhatWasSaidLast();
    void activitiesNewestFirst();

private:
    /// Enters "ops" with these messages.
    void enter(const QVector<Message> &messages);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    JournalWriter m_journal;
};

void ReadsTest::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = openStore(m_folder->path());
    m_journal = {};
    changesOf(m_store->setMe(ada));
}

void ReadsTest::enter(const QVector<Message> &messages)
{
    const auto row = m_journal.add(streamOf(ada.id), ConversationEntered{stateOf(QStringLiteral("ops"), 0, messages)});
    changesOf(m_store->apply(batchOf(row.row.seq - 1, {row})));
}

void ReadsTest::windowsPageThroughWhatIsCached_data()
{
    QTest::addColumn<qint64>("before");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QVector<qint64>>("numbers");
    QTest::addColumn<bool>("olderCached");
    QTest::addColumn<bool>("olderOnServer");
    QTest::addColumn<bool>("newerCached");
    constexpr qint64 none = 0; // the newest
    QTest::newRow("newest") << none << 3 << QVector<qint64>{8, 9, 10} << true << false << false;
    QTest::newRow("middle") << qint64(8) << 2 << QVector<qint64>{6, 7} << true << false << true;
    QTest::newRow("oldest cached") << qint64(6) << 10 << QVector<qint64>{4, 5} << false << true << true;
    QTest::newRow("all") << none << 100 << QVector<qint64>{4, 5, 6, 7, 8, 9, 10} << false << true << false;
    QTest::newRow("before everything cached") << qint64(4) << 10 << QVector<qint64>{} << false << true << true;
    QTest::newRow("before the first") << qint64(1) << 10 << QVector<qint64>{} << false << false << false;
}

void ReadsTest::windowsPageThroughWhatIsCached()
{
    QFETCH(qint64, before);
    QFETCH(int, limit);
    enter(messagesOf(QStringLiteral("ops"), 4, 10, ben));
    const auto window = valueOf(m_store->messages(ops, before == 0 ? std::nullopt : std::optional(before), limit));
    QTEST(numbersOf(window), "numbers");
    QTEST(window.olderCached, "olderCached");
    QTEST(window.olderOnServer, "olderOnServer");
    QTEST(window.newerCached, "newerCached");
    QCOMPARE(window.newest, 10);
}

void ReadsTest::windowEndsAtAGap()
{
    QVector<Message> messages = messagesOf(QStringLiteral("ops"), 1, 9, ben);
    messages.remove(4); // number 5
    enter(messages);
    const auto window = valueOf(m_store->messages(ops, {}, 100));
    QCOMPARE(numbersOf(window), (QVector<qint64>{6, 7, 8, 9}));
    QVERIFY(window.olderOnServer && !window.olderCached);
}

void ReadsTest::historyFillsTheGap()
{
    enter(messagesOf(QStringLiteral("ops"), 6, 8, ben));
    const Changes changes = changesOf(m_store->addHistory(ops, messagesOf(QStringLiteral("ops"), 1, 7, ben)));
    QCOMPARE(changes.conversations, QSet<ConversationId>{ops});
    const auto window = valueOf(m_store->messages(ops, {}, 100));
    QCOMPARE(window.messages.size(), 8);
    QVERIFY(!window.olderOnServer && !window.olderCached);
}

void ReadsTest::windowAroundANumber()
{
    enter(messagesOf(QStringLiteral("ops"), 1, 40, ben));
    const auto window = valueOf(m_store->messagesAround(ops, 20, 10));
    QCOMPARE(window.messages.size(), 10);
    QVERIFY(window.messages.first().number < 20 && window.messages.last().number > 20);
}

void ReadsTest::pendingStandsBehindTheMessages()
{
    enter(messagesOf(QStringLiteral("ops"), 1, 2, ben));
    changesOf(m_store->enqueue({CommandId(QStringLiteral("mine")), 5, SendMessage{ops, QStringLiteral("Hello")}}));
    changesOf(m_store->enqueue({CommandId(QStringLiteral("else")), 6,
                                SendMessage{ConversationId(QStringLiteral("sales")), QStringLiteral("Hi")}}));
    const auto window = valueOf(m_store->messages(ops, {}, 10));
    QCOMPARE(window.pending.size(), 1);
    QCOMPARE(window.pending.first().command.id.text(), QStringLiteral("mine"));
    QCOMPARE(window.pending.first().state, Delivery::Queued);

    const auto list = valueOf(m_store->conversations()).conversations;
    QCOMPARE(list.first().last->text, QStringLiteral("Hello"));
    QCOMPARE(list.first().last->delivery, Delivery::Queued);
}

void ReadsTest::confirmedMessageIsNoLongerPending()
{
    // In the journal already, not yet taken out of the outbox, and somebody has answered since.
    const Message mine = messageOf(QStringLiteral("ops"), 1, ada);
    enter({mine, messageOf(QStringLiteral("ops"), 2, ben)});
    changesOf(m_store->enqueue({mine.id, mine.at, SendMessage{ops, mine.text}}));
    QCOMPARE(valueOf(m_store->conversations()).conversations.first().last->author, ben.id);
    QVERIFY(valueOf(m_store->messages(ops, {}, 10)).pending.isEmpty());
    QCOMPARE(valueOf(m_store->pending()).size(), 1); // whoever sends it has to know
}

void ReadsTest::deliveryOfTheNewestMessage()
{
    Message mine = messageOf(QStringLiteral("ops"), 3, ada, 30);
    QVector<Message> messages = messagesOf(QStringLiteral("ops"), 1, 2, ben);
    messages.append(mine);
    enter(messages);
    const auto delivery = [&] { return valueOf(m_store->conversations()).conversations.first().last->delivery; };
    QCOMPARE(delivery(), Delivery::Sent);

    QVERIFY(changesOf(m_store->setDelivered({{ada.id, 50}})).conversations.isEmpty()); // one's own devices say nothing
    QCOMPARE(delivery(), Delivery::Sent);
    QVERIFY(changesOf(m_store->setDelivered({{ben.id, 29}})).conversations.isEmpty());
    QCOMPARE(delivery(), Delivery::Sent);
    QCOMPARE(changesOf(m_store->setDelivered({{ben.id, 30}})).conversations, QSet<ConversationId>{ops});
    QCOMPARE(delivery(), Delivery::Delivered);
    QVERIFY(changesOf(m_store->setDelivered({{ben.id, 10}})).conversations.isEmpty()); // late: the larger counts
    QCOMPARE(delivery(), Delivery::Delivered);

    const auto read = m_journal.add(streamOf(ops), ReadMoved{ops, ben.id, 3}, true);
    changesOf(m_store->apply(batchOf(1, {read})));
    QCOMPARE(delivery(), Delivery::Read);
}

void ReadsTest::listHasMembersDraftsAndOrder()
{
    enter(messagesOf(QStringLiteral("ops"), 1, 2, ben));
    auto later = stateOf(QStringLiteral("sales"), 0, messagesOf(QStringLiteral("sales"), 1, 90, ben));
    later.conversation.members = {cyd.id, ada.id, ben.id};
    const auto row = m_journal.add(streamOf(ada.id), ConversationEntered{later});
    changesOf(m_store->apply(batchOf(1, {row})));
    changesOf(m_store->saveDraft(ops, QStringLiteral("Dear …")));

    const ConversationList list = valueOf(m_store->conversations());
    QCOMPARE(list.conversations.size(), 2);
    QCOMPARE(list.conversations[0].conversation, later.conversation);
    QCOMPARE(list.conversations[1].conversation.id, ops);
    QCOMPARE(list.drafts, (QHash<ConversationId, QString>{{ops, QStringLiteral("Dear …")}}));
}

void ReadsTest::meIsWhatTheJournalSays()
{
    QCOMPARE(valueOf(m_store->me()), std::optional(ada));
    User renamed = ada;
    renamed.displayName = QStringLiteral("Countess");
    changesOf(m_store->apply(batchOf(0, {m_journal.add(workspaceStream(), UserAdded{renamed})})));
    QCOMPARE(valueOf(m_store->me()), std::optional(renamed));
}

void ReadsTest::lastSeenIsWhatWasSaidLast()
{
    changesOf(m_store->setLastSeen({{ben.id, 50}, {cyd.id, 60}}));
    changesOf(m_store->setLastSeen({{ben.id, 70}, {cyd.id, 10}}));
    QCOMPARE(valueOf(m_store->lastSeen()), (QHash<UserId, qint64>{{ben.id, 70}, {cyd.id, 10}}));
}

void ReadsTest::activitiesNewestFirst()
{
    QVector<Activity> activities;
    for (qint64 seq = 1; seq <= 5; ++seq) {
        Activity activity;
        activity.id = ActivityId(QString::number(seq));
        activity.seq = seq;
        activity.stream = workspaceStream();
        activities.append(activity);
    }
    activities[2].target = ActivityObject{QStringLiteral("Group"), QStringLiteral("ops"), QStringLiteral("Ops")};
    changesOf(m_store->addActivities(activities));
    Activity older = activities[4];
    older.seq = 2; // of a burst: the newer row has come before
    older.totalItems = 9;
    changesOf(m_store->addActivities({older}));

    QCOMPARE(valueOf(m_store->activities({}, 2)), (QVector<Activity>{activities[4], activities[3]}));
    QCOMPARE(valueOf(m_store->activities(4, 2)), (QVector<Activity>{activities[2], activities[1]}));
}

QTEST_GUILESS_MAIN(ReadsTest)
#include "ReadsTest.moc"
