// SPDX-License-Identifier: GPL-3.0-or-later
#include "Desk.h"

using namespace frontdesk;
using connection::State;

/// Whole clients against the real server, over real sockets and real files.
class SessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aFreshClientGetsASnapshot();
    void messagesArriveLive();
    void whatWasMissedComesInPages();
    void whatWasWrittenOfflineIsSentInOrder();
    void aServerThatComesBackGetsWhatWaited();
    void aChangedNetworkIsTriedAtOnce();
    void twoSessionsOfOneAccountStayInStep();
    void aRemovedMemberKeepsNothing();
    void refusalsAreKeptUntilThePersonDecides();
    void olderMessagesAreFetchedPageByPage();
    void typingAndPresenceAreSeenAndForgotten();
    void whatIsChosenWhileCatchingUpIsTold();
    void thoseAtARecordSeeEachOther();
    void aRevokedTokenKeepsQueueAndCache();
    void anotherServersJournalReplacesTheCache();
    void filesOfOneAreNotUsedByAnother();
    void aServerThatWentBackInTimeIsSaid();
    void nothingIsLostWhenTheProgramEndsAtOnce();

private:
    [[nodiscard]] std::unique_ptr<Client> connected(const QString &token)
    {
        auto client = std::make_unique<Client>(m_desk->url(), token);
        client->connectAndCatchUp();
        return client;
    }

    std::unique_ptr<Desk> m_desk;
    User m_ada, m_ben;
    QString m_adasToken, m_bensToken;
};

void SessionTest::initTestCase()
{
    m_desk = std::make_unique<Desk>();
    m_ada = m_desk->add(QStringLiteral("ada"));
    m_ben = m_desk->add(QStringLiteral("ben"));
    m_adasToken = m_desk->token(m_ada.name);
    m_bensToken = m_desk->token(m_ben.name);
    QVERIFY(!m_adasToken.isEmpty() && !m_bensToken.isEmpty());
}

void SessionTest::aFreshClientGetsASnapshot()
{
    const auto ada = connected(m_adasToken);
    const ConversationId group = ada->makeGroup(QStringLiteral("Snapshot"), {m_ben.id});
    ada->say(group, QStringLiteral("before"));
    QTRY_COMPARE_WITH_TIMEOUT(ada->texts(group), QStringList{QStringLiteral("before")}, 20'000);

    const auto ben = connected(m_bensToken);
    QVERIFY(ben->faults->snapshots > 0);
    QCOMPARE(ben->texts(group), QStringList{QStringLiteral("before")});
    QCOMPARE(ben->summary(group)->unread, 1);
    QCOMPARE(valueOf(ben->store().users()).size(), 2);
    QCOMPARE(valueOf(ben->store().me())->id, m_ben.id);
    QVERIFY(valueOf(ben->store().ledger()).holes.isEmpty());
    QVERIFY(!valueOf(ben->store().activities({}, 10)).isEmpty());
}

void SessionTest::messagesArriveLive()
{
    const auto ada = connected(m_adasToken);
    const auto ben = connected(m_bensToken);
    const ConversationId direct = directConversationId(m_ada.id, m_ben.id);
    ada->submit(CreateConversation{direct, ConversationKind::Direct, {}, {m_ben.id}});
    ada->say(direct, QStringLiteral("Hello"));
    QTRY_COMPARE_WITH_TIMEOUT(ben->texts(direct), QStringList{QStringLiteral("Hello")}, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(ben->arrived.size(), 1, 20'000);
    ada->settle();
    QCOMPARE(ada->texts(direct), QStringList{QStringLiteral("Hello")});
    QCOMPARE(ada->arrived.size(), 0); // one's own message is no news

    // Shown as delivered once it is in the other's cache, and read when the other has read it.
    const auto others = [&] { return valueOf(ada->store().messages(direct, {}, 1)).others; };
    const qint64 seq = valueOf(ada->store().messages(direct, {}, 1)).messages.last().seq;
    QTRY_VERIFY_WITH_TIMEOUT(others().deliveredUpTo >= seq, 20'000);
    QCOMPARE(others().readUpTo, 0);
    ben->submit(MoveRead{direct, 1});
    QTRY_COMPARE_WITH_TIMEOUT(others().readUpTo, 1, 20'000);
}

void SessionTest::whatWasMissedComesInPages()
{
    const auto ada = connected(m_adasToken);
    auto ben = connected(m_bensToken);
    QVector<ConversationId> groups;
    for (int i = 0; i < 16; ++i)
        groups.append(ada->makeGroup(QStringLiteral("Pages %1").arg(i), {m_ben.id}));
    QTRY_VERIFY_WITH_TIMEOUT(ben->knows(groups.last()), 20'000);
    ben->close();

    QStringList expected;
    for (int i = 0; i < 60; ++i) {
        expected.append(QString::number(i));
        for (const ConversationId &group : std::as_const(groups))
            ada->say(group, expected.last());
    }
    ada->settle();

    ben->open(m_desk->url());
    const int pagesBefore = ben->faults->pages;
    const int snapshotsBefore = ben->faults->snapshots;
    ben->connectAndCatchUp();
    QVERIFY2(ben->faults->pages - pagesBefore >= 2, "960 messages are more than a page");
    QCOMPARE(ben->faults->snapshots.load(), snapshotsBefore);
    for (const ConversationId &group : std::as_const(groups))
        QCOMPARE(ben->texts(group), expected);
    QCOMPARE(ben->arrived.size(), 0); // caught up, not live
    QVERIFY(valueOf(ben->store().ledger()).holes.isEmpty());
}

void SessionTest::whatWasWrittenOfflineIsSentInOrder()
{
    const auto ben = connected(m_bensToken);
    Client ada(m_desk->url(), m_adasToken);
    const ConversationId group = ada.makeGroup(QStringLiteral("Made offline"), {m_ben.id});
    const QStringList words{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")};
    for (const QString &word : words)
        ada.say(group, word);
    QTRY_COMPARE_WITH_TIMEOUT(ada.waiting(), 4, 20'000);
    QCOMPARE(ada.session->status().state, State::Offline);

    ada.connectAndCatchUp();
    QTRY_COMPARE_WITH_TIMEOUT(ben->texts(group), words, 20'000);
    ada.settle();
    QCOMPARE(ada.refused.size(), 0);
}

void SessionTest::aServerThatComesBackGetsWhatWaited()
{
    const auto ada = connected(m_adasToken);
    const auto ben = connected(m_bensToken);
    const ConversationId group = ada->makeGroup(QStringLiteral("Gone and back"), {m_ben.id});
    QTRY_VERIFY_WITH_TIMEOUT(ben->knows(group), 20'000);
    ada->settle();

    m_desk->stop();
    ada->becomes(State::Waiting);
    QStringList expected;
    for (int i = 0; i < 10; ++i) {
        expected.append(QString::number(i));
        ada->say(group, expected.last());
    }
    QTRY_COMPARE_WITH_TIMEOUT(ada->waiting(), 10, 20'000);
    m_desk->startAgain();
    ada->session->connectNow();
    ben->session->connectNow();
    QTRY_COMPARE_WITH_TIMEOUT(ben->texts(group), expected, 20'000);
    ada->settle();
    QVERIFY(ada->session->status().reconnects >= 1);
}

void SessionTest::aChangedNetworkIsTriedAtOnce()
{
    Client ada(m_desk->url(), m_adasToken);
    ada.close();
    ada.clock = std::make_shared<FakeClock>(SystemClock().utc()); // it stands still: no delay ends by itself
    ada.open(m_desk->url());
    ada.connectAndCatchUp();
    m_desk->stop();
    ada.becomes(State::Waiting);
    m_desk->startAgain();
    QCOMPARE(ada.session->status().state, State::Waiting);
    Q_EMIT ada.network->changed();
    ada.becomes(State::Online);
}

void SessionTest::twoSessionsOfOneAccountStayInStep()
{
    const auto desktop = connected(m_adasToken);
    const auto laptop = connected(m_desk->token(m_ada.name));
    const auto ben = connected(m_bensToken);
    const ConversationId group = ben->makeGroup(QStringLiteral("In step"), {m_ada.id});
    ben->say(group, QStringLiteral("from Ben"));
    desktop->say(group, QStringLiteral("nobody is there yet")); // refused or not, both must agree
    QTRY_VERIFY_WITH_TIMEOUT(laptop->knows(group) && desktop->knows(group), 20'000);
    desktop->settle();
    desktop->say(group, QStringLiteral("from the desktop"));
    for (const char *text : {"from Ben", "from the desktop"})
        QTRY_VERIFY_WITH_TIMEOUT(laptop->texts(group).contains(QLatin1String(text)), 20'000);
    // The row may reach the laptop's cache before the desktop's own.
    QTRY_COMPARE_WITH_TIMEOUT(desktop->texts(group), laptop->texts(group), 20'000);

    desktop->submit(MoveRead{group, desktop->summary(group)->number});
    QTRY_COMPARE_WITH_TIMEOUT(laptop->summary(group)->readUpTo, desktop->summary(group)->number, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(laptop->summary(group)->unread, 0, 20'000);
}

void SessionTest::aRemovedMemberKeepsNothing()
{
    const auto ada = connected(m_adasToken);
    const auto ben = connected(m_bensToken);
    const ConversationId group = ada->makeGroup(QStringLiteral("Confidential"), {m_ben.id});
    ada->say(group, QStringLiteral("a secret"));
    QTRY_COMPARE_WITH_TIMEOUT(ben->texts(group).size(), 1, 20'000);
    ada->submit(changeMembers(group, {}, {m_ben.id}));
    QTRY_VERIFY_WITH_TIMEOUT(!ben->knows(group), 20'000);
    QVERIFY(ben->texts(group).isEmpty());

    ben->say(group, QStringLiteral("am I still in?"));
    QTRY_COMPARE_WITH_TIMEOUT(ben->refused.size(), 1, 20'000);
    QCOMPARE(ben->refused.first().second.code, QStringLiteral("conversation.unknown"));

    ada->submit(changeMembers(group, {m_ben.id}, {}));
    QTRY_VERIFY_WITH_TIMEOUT(ben->knows(group), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(ben->texts(group), QStringList{QStringLiteral("a secret")}, 20'000);
}

void SessionTest::refusalsAreKeptUntilThePersonDecides()
{
    const auto ada = connected(m_adasToken);
    const ConversationId group = ada->makeGroup(QStringLiteral("Refusals"), {m_ben.id});
    const CommandId tooLong = ada->say(group, QString(limits::messageText + 1, u'x'));
    ada->say(group, QStringLiteral("goes on"));
    QTRY_COMPARE_WITH_TIMEOUT(ada->refused.size(), 1, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(ada->texts(group), QStringList{QStringLiteral("goes on")}, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(ada->waiting(), 1, 20'000);
    const PendingCommand kept = valueOf(ada->store().pending()).first();
    QCOMPARE(kept.state, Delivery::Refused);
    QCOMPARE(kept.refusal.code, QStringLiteral("text.tooLong"));
    QCOMPARE(std::get<SendMessage>(kept.command.body).text.size(), limits::messageText + 1);

    ada->session->retry(tooLong);
    QTRY_COMPARE_WITH_TIMEOUT(ada->refused.size(), 2, 20'000);
    ada->session->discard(tooLong);
    QTRY_COMPARE_WITH_TIMEOUT(ada->waiting(), 0, 20'000);
}

void SessionTest::olderMessagesAreFetchedPageByPage()
{
    const auto ada = connected(m_adasToken);
    const ConversationId group = ada->makeGroup(QStringLiteral("History"), {m_ben.id});
    QStringList all;
    for (int i = 0; i < 160; ++i) {
        all.append(QString::number(i));
        ada->say(group, all.last());
    }
    ada->settle();

    const auto ben = connected(m_bensToken);
    QCOMPARE(ben->texts(group), all.last(50));
    auto fetched = ben->session->fetchHistory(group, 111);
    QTRY_VERIFY_WITH_TIMEOUT(fetched.isFinished(), 20'000);
    QVERIFY(fetched.result().ok());
    QTRY_COMPARE_WITH_TIMEOUT(ben->texts(group), all.last(150), 20'000);
    auto last = ben->session->fetchHistory(group, 11);
    QTRY_VERIFY_WITH_TIMEOUT(last.isFinished(), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(ben->texts(group), all, 20'000);

    auto foreign = ben->session->fetchHistory(ConversationId(createUuidV7(SystemClock().utc())), 0);
    QTRY_VERIFY_WITH_TIMEOUT(foreign.isFinished(), 20'000);
    QCOMPARE(foreign.result().error().code, QStringLiteral("conversation.unknown"));

    ben->session->goOffline();
    auto offline = ben->session->fetchHistory(group, 11);
    QTRY_VERIFY_WITH_TIMEOUT(offline.isFinished(), 20'000);
    QVERIFY(!offline.result().ok());
}

void SessionTest::typingAndPresenceAreSeenAndForgotten()
{
    const auto ada = connected(m_adasToken);
    auto ben = connected(m_bensToken);
    QTRY_COMPARE_WITH_TIMEOUT(ada->presence.value(m_ben.id).presence, Presence::Online, 20'000);
    ben->session->setPresence(Presence::DoNotDisturb);
    QTRY_COMPARE_WITH_TIMEOUT(ada->presence.value(m_ben.id).presence, Presence::DoNotDisturb, 20'000);

    const ConversationId group = ada->makeGroup(QStringLiteral("Typing"), {m_ben.id});
    QTRY_VERIFY_WITH_TIMEOUT(ben->knows(group), 20'000);
    ben->session->setTyping(group, true);
    QTRY_COMPARE_WITH_TIMEOUT(ada->typing.size(), 1, 20'000);
    QCOMPARE(ada->typing.first(), QVector{m_ben.id});
    ben->session->setTyping(group, false);
    QTRY_COMPARE_WITH_TIMEOUT(ada->typing.size(), 2, 20'000);
    QVERIFY(ada->typing.last().isEmpty());

    ben->close();
    QTRY_COMPARE_WITH_TIMEOUT(ada->presence.value(m_ben.id).presence, Presence::Offline, 20'000);
    QVERIFY(ada->presence.value(m_ben.id).lastSeen > 0);
    ada->session->goOffline();
    QTRY_COMPARE_WITH_TIMEOUT(ada->presence.value(m_ada.id).presence, Presence::Offline, 20'000);
}

void SessionTest::whatIsChosenWhileCatchingUpIsTold()
{
    const auto ada = connected(m_adasToken);
    const User cyd = m_desk->add(QStringLiteral("cyd")); // who has chosen nothing before
    Client client(m_desk->url(), m_desk->token(cyd.name));
    client.faults->holdPages = true;
    client.session->connectNow();
    QTRY_VERIFY_WITH_TIMEOUT(client.faults->pages > 0, 20'000);
    client.session->setPresence(Presence::Away);
    QTRY_COMPARE_WITH_TIMEOUT(ada->presence.value(cyd.id).presence, Presence::Online, 20'000);
    QCOMPARE(client.session->status().state, State::CatchingUp);
    client.faults->holdPages = false;
    client.becomes(State::Online);
    QTRY_COMPARE_WITH_TIMEOUT(ada->presence.value(cyd.id).presence, Presence::Away, 20'000);
}

void SessionTest::thoseAtARecordSeeEachOther()
{
    const auto ada = connected(m_adasToken);
    const auto ben = connected(m_bensToken);
    const RecordRef contact{RecordKind::Contact, createUuidV7(SystemClock().utc())};
    const QString job = QStringLiteral("job");
    QVector<Viewer> seen{{UserId(), {}}}; // something else than what comes
    QObject here;
    connect(ada->session.get(), &sync::Session::viewersChanged, &here,
            [&](const RecordRef &record, const QVector<Viewer> &viewers) {
                QCOMPARE(record, contact);
                seen = viewers;
            });
    ada->session->setViewing(contact);
    ben->session->setViewing(contact, job);
    QTRY_COMPARE_WITH_TIMEOUT(seen, (QVector<Viewer>{{m_ben.id, job}}), 20'000);
    ben->session->setViewing(contact);
    QTRY_COMPARE_WITH_TIMEOUT(seen, (QVector<Viewer>{{m_ben.id, {}}}), 20'000);

    // Without a connection nobody is known to be there; it is told again as soon as there is one.
    ada->session->goOffline();
    QTRY_VERIFY_WITH_TIMEOUT(seen.isEmpty(), 20'000);
    ada->session->connectNow();
    QTRY_COMPARE_WITH_TIMEOUT(seen, (QVector<Viewer>{{m_ben.id, {}}}), 20'000);
    ben->session->setViewing({});
    QTRY_VERIFY_WITH_TIMEOUT(seen.isEmpty(), 20'000);

    ben->session->setViewing(contact);
    QTRY_COMPARE_WITH_TIMEOUT(seen.size(), 1, 20'000);
    ada->session->setViewing({});
    QTRY_VERIFY_WITH_TIMEOUT(seen.isEmpty(), 20'000);
    QVERIFY(ada->failed.isEmpty());
    QVERIFY(ben->failed.isEmpty());
}

void SessionTest::aRevokedTokenKeepsQueueAndCache()
{
    const QString token = m_desk->token(m_ada.name);
    const auto ada = connected(token);
    const ConversationId group = ada->makeGroup(QStringLiteral("Revoked"), {m_ben.id});
    ada->settle();

    QNetworkAccessManager network;
    const auto done = dialect::logOut(network, m_desk->url(), {.token = token});
    QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), 20'000);
    ada->becomes(State::SignInNeeded);
    QCOMPARE(ada->session->status().lastError->code, QStringLiteral("auth.revoked"));

    ada->say(group, QStringLiteral("kept"));
    QTRY_COMPARE_WITH_TIMEOUT(ada->waiting(), 1, 20'000);
    QVERIFY(ada->knows(group));
    ada->session->setCredentials({.token = m_desk->token(m_ada.name)});
    ada->becomes(State::Online);
    QTRY_COMPARE_WITH_TIMEOUT(ada->texts(group), QStringList{QStringLiteral("kept")}, 20'000);
}

void SessionTest::anotherServersJournalReplacesTheCache()
{
    Client ada(m_desk->url(), m_adasToken);
    ada.connectAndCatchUp();
    const ConversationId group = ada.makeGroup(QStringLiteral("Of the first server"), {m_ben.id});
    ada.settle();
    const QString epoch = valueOf(ada.store().cursor()).epoch;
    ada.close();

    Desk other;
    const User newAda = other.add(QStringLiteral("ada"));
    const QString token = other.token(newAda.name);
    ada.open(other.url());
    QVERIFY(valueOf(ada.store().setMe(newAda))); // as after signing in anew
    ada.session->setCredentials({.token = token});
    ada.connectAndCatchUp();
    QVERIFY(valueOf(ada.store().cursor()).epoch != epoch);
    QVERIFY(!ada.knows(group));
    QCOMPARE(valueOf(ada.store().users()).size(), 1);
}

void SessionTest::filesOfOneAreNotUsedByAnother()
{
    Client ada(m_desk->url(), m_adasToken);
    ada.connectAndCatchUp();
    const ConversationId group = ada.makeGroup(QStringLiteral("Ada's"), {m_ben.id});
    ada.settle();
    ada.session->goOffline();
    ada.becomes(State::Offline);
    ada.say(group, QStringLiteral("in Ada's name"));
    QTRY_COMPARE_WITH_TIMEOUT(ada.waiting(), 1, 20'000); // on the disk
    ada.session->setCredentials({.token = m_bensToken});
    ada.session->connectNow();
    ada.becomes(State::Incompatible);
    QCOMPARE(ada.session->status().lastError->code, QStringLiteral("account.other"));
    QCOMPARE(ada.waiting(), 1);
    QCOMPARE(valueOf(ada.store().me())->id, m_ada.id);
}

void SessionTest::aServerThatWentBackInTimeIsSaid()
{
    const auto ada = connected(m_adasToken);
    const ConversationId group = ada->makeGroup(QStringLiteral("Restored"), {m_ben.id});
    ada->say(group, QStringLiteral("in the backup"));
    ada->settle();
    m_desk->stop();
    m_desk->keepBackup();
    m_desk->startAgain();
    ada->session->connectNow();
    const CommandId lost = ada->say(group, QStringLiteral("after the backup"));
    const CommandId unwanted = ada->say(group, QStringLiteral("thrown away"));
    const ConversationId lostGroup = ada->makeGroup(QStringLiteral("Lost"), {m_ben.id});
    const CommandId lostThere = ada->say(lostGroup, QStringLiteral("in the lost group"));
    ada->settle();
    ada->session->goOffline(); // or it would be back by itself, and be cut by what is asked for below
    ada->becomes(State::Offline);

    m_desk->stop();
    m_desk->restoreBackup();
    m_desk->startAgain();
    ada->session->connectNow();
    QTRY_COMPARE_WITH_TIMEOUT(ada->failed.size(), 1, 20'000);
    QCOMPARE(ada->failed.first().code, QStringLiteral("journal.rewound"));
    ada->becomes(State::Online);
    QCOMPARE(ada->texts(group), QStringList{QStringLiteral("in the backup")});

    // What the server lost is offered again, message by message; a lost conversation is there again by itself.
    QTRY_COMPARE_WITH_TIMEOUT(ada->refused.size(), 3, 20'000);
    for (const auto &[id, reason] : std::as_const(ada->refused))
        QCOMPARE(reason.code, QStringLiteral("journal.lost"));
    QTRY_VERIFY_WITH_TIMEOUT(ada->knows(lostGroup) && !ada->summary(lostGroup)->pending, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(ada->waiting(), 3, 20'000);
    ada->session->retry(lost);
    ada->session->retry(lostThere);
    ada->session->discard(unwanted);
    QTRY_COMPARE_WITH_TIMEOUT(ada->waiting(), 0, 20'000);
    QCOMPARE(ada->texts(group), (QStringList{QStringLiteral("in the backup"), QStringLiteral("after the backup")}));
    QCOMPARE(ada->texts(lostGroup), QStringList{QStringLiteral("in the lost group")});
}

void SessionTest::nothingIsLostWhenTheProgramEndsAtOnce()
{
    Client ada(m_desk->url(), m_adasToken);
    const ConversationId group = ada.makeGroup(QStringLiteral("At once"), {m_ben.id});
    for (int i = 0; i < 20; ++i)
        ada.say(group, QString::number(i));
    ada.close();
    ada.open(m_desk->url());
    QCOMPARE(ada.waiting(), 21);
    ada.connectAndCatchUp();
    QTRY_COMPARE_WITH_TIMEOUT(ada.texts(group).size(), 20, 20'000);
}

QTEST_GUILESS_MAIN(SessionTest)
#include "SessionTest.moc"
