// SPDX-License-Identifier: GPL-3.0-or-later
#include "Desk.h"
#include "sync/RetentionKeeper.h"

using namespace frontdesk;
using connection::State;

namespace {

using namespace std::chrono_literals;

} // namespace

/// What a computer keeps of the server, for how long, and how it is got rid of: against the real server.
class LocalDataTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void clearedCacheIsReadAnew();
    void clearedWithoutAConnection();
    void whatWaitsIsSentAfterClearing();
    void clearedWhileCatchingUp();
    void oldMessagesLeaveAndAreFetchedAgain();
    void oncePerDay();
    void forEverMeansForEver();

private:
    /// A group of both with that many messages, in the cache of its maker.
    ConversationId makeGroup(Client &client, int messages)
    {
        const ConversationId id = client.makeGroup(QStringLiteral("Group"), {m_ben.id});
        for (int i = 1; i <= messages; ++i)
            client.say(id, QString::number(i));
        client.settle();
        return id;
    }
    static QStringList numbers(int from, int to)
    {
        QStringList texts;
        for (int i = from; i <= to; ++i)
            texts.append(QString::number(i));
        return texts;
    }

    std::unique_ptr<Desk> m_desk;
    User m_ada, m_ben;
    QString m_adasToken, m_bensToken;
};

void LocalDataTest::initTestCase()
{
    m_desk = std::make_unique<Desk>();
    m_ada = m_desk->add(QStringLiteral("ada"));
    m_ben = m_desk->add(QStringLiteral("ben"));
    m_adasToken = m_desk->token(m_ada.name);
    m_bensToken = m_desk->token(m_ben.name);
}

void LocalDataTest::clearedCacheIsReadAnew()
{
    Client ada(m_desk->url(), m_adasToken);
    ada.connectAndCatchUp();
    const ConversationId group = makeGroup(ada, 5);
    const int snapshots = ada.faults->snapshots;
    ada.states.clear();

    ada.session->clearCache();
    QTRY_VERIFY(ada.states.contains(State::CatchingUp) && ada.states.last() == State::Online);
    for (const State state : std::as_const(ada.states))
        QVERIFY(state == State::CatchingUp || state == State::Online); // the connection stays
    QVERIFY(ada.faults->snapshots > snapshots);
    QCOMPARE(ada.texts(group), numbers(1, 5));
    QVERIFY(valueOf(ada.store().ledger()).holes.isEmpty());

    Client ben(m_desk->url(), m_bensToken);
    ben.connectAndCatchUp();
    ben.say(group, QStringLiteral("6"));
    QTRY_COMPARE(ada.texts(group), numbers(1, 6)); // and goes on
}

void LocalDataTest::clearedWithoutAConnection()
{
    Client ada(m_desk->url(), m_adasToken);
    ada.connectAndCatchUp();
    const ConversationId group = makeGroup(ada, 3);
    ada.session->goOffline();
    ada.becomes(State::Offline);

    ada.session->clearCache();
    QTRY_VERIFY(!ada.knows(group));
    QCOMPARE(valueOf(ada.store().me())->id, m_ada.id);
    ada.connectAndCatchUp();
    QCOMPARE(ada.texts(group), numbers(1, 3));
    QVERIFY(ada.failed.isEmpty());
}

void LocalDataTest::whatWaitsIsSentAfterClearing()
{
    Client ada(m_desk->url(), m_adasToken);
    ada.connectAndCatchUp();
    const ConversationId group = makeGroup(ada, 1);
    ada.session->goOffline();
    ada.becomes(State::Offline);
    ada.say(group, QStringLiteral("2"));
    QTRY_COMPARE(ada.waiting(), 1);
    ada.session->clearCache();
    QTRY_VERIFY(valueOf(ada.store().cursor()) == Cursor());
    QCOMPARE(ada.waiting(), 1);
    ada.connectAndCatchUp();
    QTRY_COMPARE(ada.texts(group), numbers(1, 2));
    QTRY_COMPARE(ada.waiting(), 0);
}

void LocalDataTest::clearedWhileCatchingUp()
{
    Client ada(m_desk->url(), m_adasToken);
    ada.session->connectNow();
    for (int i = 0; i < 5; ++i) {
        QTRY_VERIFY(!ada.states.isEmpty());
        ada.session->clearCache();
    }
    ada.becomes(State::Online);
    ada.session->clearCache();
    ada.session->clearCache();
    const ConversationId group = ada.makeGroup(QStringLiteral("After"), {m_ben.id});
    ada.say(group, QStringLiteral("1"));
    ada.settle();
    ada.becomes(State::Online);
    QTRY_COMPARE(ada.texts(group), numbers(1, 1));
    QVERIFY(ada.failed.isEmpty());
    QVERIFY(!valueOf(ada.store().cursor()).epoch.isEmpty());
}

void LocalDataTest::oldMessagesLeaveAndAreFetchedAgain()
{
    Client ada(m_desk->url(), m_adasToken);
    ada.connectAndCatchUp();
    const ConversationId group = makeGroup(ada, 30);
    ada.submit(MoveRead{group, 30});
    ada.settle();
    const qint64 received = valueOf(ada.store().ledger()).received;

    ada.session->keepFor(0ms); // everything is too old
    QTRY_COMPARE(ada.texts(group), numbers(30, 30));
    const store::Ledger ledger = valueOf(ada.store().ledger());
    QCOMPARE(ledger.received, received);
    QVERIFY(ledger.holes.isEmpty());

    const auto fetched = ada.session->fetchHistory(group, 30);
    QTRY_VERIFY(fetched.isFinished());
    QVERIFY(fetched.result().ok());
    QCOMPARE(ada.texts(group), numbers(1, 30));
}

void LocalDataTest::oncePerDay()
{
    QTemporaryDir folder;
    auto opened = store::Store::open(folder.path());
    QVERIFY(opened.ok());
    const std::unique_ptr<store::Store> files = std::move(opened).value().store;
    const auto clock = std::make_shared<FakeClock>();
    const auto put = [&](qint64 seq, milliseconds at) {
        QVERIFY(valueOf(files->addActivities({{.id = ActivityId(QString::number(seq)),
                                               .actor = {},
                                               .verb = QStringLiteral("Join"),
                                               .object = {},
                                               .target = {},
                                               .published = at.count(),
                                               .stream = workspaceStream(),
                                               .seq = seq}}))
                    .ok());
    };
    const auto kept = [&] { return valueOf(files->activities({}, 10)).size(); };
    put(1, clock->utc() - 40 * 24h);
    put(2, clock->utc() - 29 * 24h - 1h);

    sync::RetentionKeeper keeper(*files, clock);
    QVERIFY(!keeper.deadline());
    keeper.keepFor(30 * 24h);
    QTRY_COMPARE(kept(), 1);
    QCOMPARE(keeper.deadline(), std::optional(clock->monotonic() + sync::RetentionKeeper::pause));
    clock->advance(23h); // it has become old, and nobody looks yet
    keeper.tick();
    QCOMPARE(kept(), 1);
    clock->advance(1h);
    keeper.tick();
    QTRY_COMPARE(kept(), 0);
}

void LocalDataTest::forEverMeansForEver()
{
    Client ada(m_desk->url(), m_adasToken);
    ada.connectAndCatchUp();
    ada.session->keepFor({});
    const ConversationId group = makeGroup(ada, 3);
    QCOMPARE(ada.texts(group), numbers(1, 3));
}

QTEST_GUILESS_MAIN(LocalDataTest)
#include "LocalDataTest.moc"
