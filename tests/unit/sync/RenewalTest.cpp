// SPDX-License-Identifier: GPL-3.0-or-later
#include "Desk.h"
#include "connection/Transition.h"

#include <QtTest/QTest>

using namespace frontdesk;
using connection::State;
using namespace std::chrono_literals;

/// Sign-ins that go on by themselves, and what a server slows down: whole clients and a real server.
class RenewalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aConnectionOutlivesItsTokens();
    void anExpiredTokenIsRenewedOnConnecting();
    void anExpiredTokenIsRenewedForTheTest();
    void whoseRenewalIsRefusedMustSignInAgain();
    void anAnswerNeverKeptLosesNobody();
    void aBareTokenStillConnects();
    void anOutboxThatIsSlowedDownArrivesInOrder();
    void catchingUpGoesOnWhenItIsSlowedDown();
    void reconnectingNeverChangesThePresence();
    void whoLooksOnIsNotPresent();

private:
    static void useShortTokens(Desk &desk, milliseconds life)
    {
        desk.lifetimes.token = life;
        desk.stop();
        desk.startAgain();
    }
};

void RenewalTest::aConnectionOutlivesItsTokens()
{
    Desk desk;
    useShortTokens(desk, 12s);
    const User ada = desk.add(QStringLiteral("ada"));
    Client client(desk.url(), desk.credentials(ada.name));
    client.close();
    client.random = [] { return 0.0; }; // renewed as early as may be
    client.open(desk.url());
    client.connectAndCatchUp();
    QTRY_VERIFY_WITH_TIMEOUT(client.renewals >= 3, 60'000); // the first of them is long over
    QCOMPARE(client.session->status().state, State::Online);
    const auto states = client.states.sliced(client.states.indexOf(State::Online));
    QStringList seen; // never anything else since it was first
    for (const State state : states)
        seen.append(connection::nameOf(state));
    seen.removeDuplicates();
    QCOMPARE(seen.join(QLatin1Char(' ')), QStringLiteral("online"));
    QCOMPARE(client.session->status().reconnects, 0);
    QVERIFY(!client.states.contains(State::SignInNeeded));
}

void RenewalTest::anExpiredTokenIsRenewedOnConnecting()
{
    Desk desk;
    useShortTokens(desk, 1s);
    const User ada = desk.add(QStringLiteral("ada"));
    const dialect::Credentials old = desk.credentials(ada.name);
    QTRY_VERIFY_WITH_TIMEOUT(SystemClock().utc().count() > old.expiresAt, 20'000); // as after a night asleep
    desk.lifetimes.token = 1h;
    desk.stop();
    desk.startAgain();
    Client client(desk.url(), old);
    client.connectAndCatchUp();
    QTRY_COMPARE(client.renewals, 1);
    QVERIFY(!client.states.contains(State::SignInNeeded));
    client.close();
    client.open(desk.url()); // with what was kept
    client.connectAndCatchUp();
    QCOMPARE(client.renewals, 0);
}

void RenewalTest::anExpiredTokenIsRenewedForTheTest()
{
    Desk desk;
    useShortTokens(desk, 1s);
    const User ada = desk.add(QStringLiteral("ada"));
    Client client(desk.url(), desk.credentials(ada.name));
    QTRY_VERIFY_WITH_TIMEOUT(SystemClock().utc().count() > client.credentials().expiresAt, 20'000);
    useShortTokens(desk, 1h);
    connection::TestSteps steps;
    QObject here;
    connect(client.session.get(), &sync::Session::tested, &here,
            [&](const connection::TestSteps &tested) { steps = tested; });
    client.session->testConnection();
    QTRY_VERIFY_WITH_TIMEOUT(steps.finished(), 20'000);
    QVERIFY(steps.passed());
    QCOMPARE(client.renewals, 1);
}

void RenewalTest::whoseRenewalIsRefusedMustSignInAgain()
{
    Desk desk;
    useShortTokens(desk, 1s);
    const User ada = desk.add(QStringLiteral("ada"));
    const User ben = desk.add(QStringLiteral("ben"));
    dialect::Credentials old = desk.credentials(ada.name);
    Client client(desk.url(), old);
    client.connectAndCatchUp();
    const ConversationId group = client.makeGroup(QStringLiteral("Group"), {ben.id});
    client.settle();
    client.session->goOffline();
    client.becomes(State::Offline);
    client.say(group, QStringLiteral("written meanwhile"));

    // The sign-in is ended while the client is away.
    QNetworkAccessManager network;
    const auto done = dialect::logOut(network, desk.url(), client.credentials());
    QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), 20'000);
    client.session->connectNow();
    client.becomes(State::SignInNeeded);
    QVERIFY(client.session->status().lastError->code.startsWith(QLatin1String("auth.")));
    QVERIFY(client.knows(group));
    QCOMPARE(client.waiting(), 1);

    client.session->setCredentials(desk.credentials(ada.name));
    client.becomes(State::Online);
    QTRY_COMPARE_WITH_TIMEOUT(client.texts(group), QStringList{QStringLiteral("written meanwhile")}, 20'000);
}

void RenewalTest::anAnswerNeverKeptLosesNobody()
{
    Desk desk;
    useShortTokens(desk, 1s);
    const User ada = desk.add(QStringLiteral("ada"));
    const dialect::Credentials kept = desk.credentials(ada.name);
    QTRY_VERIFY_WITH_TIMEOUT(SystemClock().utc().count() > kept.expiresAt, 20'000);
    // A program that is killed after each renewal, before it has written it down.
    for (int crash = 0; crash < 5; ++crash) {
        QNetworkAccessManager network;
        const auto lost = dialect::refresh(network, desk.url(), kept.refreshToken);
        QTRY_VERIFY_WITH_TIMEOUT(lost.isFinished(), 20'000);
        QVERIFY(lost.result().ok());
    }
    Client client(desk.url(), kept);
    client.connectAndCatchUp();
    QTRY_VERIFY(client.renewals >= 1);
}

void RenewalTest::aBareTokenStillConnects()
{
    Desk desk;
    const User ada = desk.add(QStringLiteral("ada"));
    Client client(desk.url(), dialect::credentialsFrom(desk.token(ada.name)));
    client.connectAndCatchUp();
}

void RenewalTest::anOutboxThatIsSlowedDownArrivesInOrder()
{
    server::RateLimits limits; // the usual ones, with an outbox' quota that does not do for all of it
    limits.set(server::RateClass::Replay, {.perMinute = 12'000, .burst = 50});
    limits.set(server::RateClass::Message, {.perMinute = 12'000, .burst = 10});
    Desk desk(limits);
    const User ada = desk.add(QStringLiteral("ada"));
    const User ben = desk.add(QStringLiteral("ben"));
    Client writer(desk.url(), desk.credentials(ada.name));
    writer.connectAndCatchUp();
    const ConversationId one = writer.makeGroup(QStringLiteral("One"), {ben.id});
    const ConversationId two = writer.makeGroup(QStringLiteral("Two"), {ben.id});
    writer.settle();
    writer.session->goOffline();
    writer.becomes(State::Offline);
    QStringList texts;
    for (int i = 0; i < 250; ++i) {
        texts.append(QString::number(i));
        writer.say(one, texts.last());
        writer.say(two, texts.last());
    }
    QTRY_COMPARE_WITH_TIMEOUT(writer.waiting(), 500, 60'000);
    writer.connectAndCatchUp();
    writer.settle();
    QVERIFY(writer.refused.isEmpty());

    Client reader(desk.url(), desk.credentials(ben.name));
    reader.connectAndCatchUp();
    QCOMPARE(writer.texts(one), texts);
    QCOMPARE(reader.texts(two).last(), texts.last());
    QCOMPARE(writer.texts(two), texts);
}

void RenewalTest::catchingUpGoesOnWhenItIsSlowedDown()
{
    Desk desk;
    const User ada = desk.add(QStringLiteral("ada"));
    const User ben = desk.add(QStringLiteral("ben"));
    Client writer(desk.url(), desk.credentials(ada.name));
    writer.connectAndCatchUp();
    const ConversationId group = writer.makeGroup(QStringLiteral("Group"), {ben.id});
    writer.settle();
    desk.rates.set(server::RateClass::CatchUp, {.perMinute = 600, .burst = 1});
    desk.stop();
    desk.startAgain();
    Client reader(desk.url(), desk.credentials(ben.name));
    reader.connectAndCatchUp(); // snapshot and pages: more than one at once
    QVERIFY(reader.knows(group));
    QVERIFY(!reader.states.contains(State::Waiting));
    QVERIFY(reader.failed.isEmpty());
}

void RenewalTest::reconnectingNeverChangesThePresence()
{
    Desk desk;
    const User ada = desk.add(QStringLiteral("ada"));
    const User ben = desk.add(QStringLiteral("ben"));
    Client watcher(desk.url(), desk.credentials(ben.name));
    watcher.connectAndCatchUp();
    Client phone(desk.url(), desk.credentials(ada.name));
    Client laptop(desk.url(), desk.credentials(ada.name));
    phone.connectAndCatchUp();
    laptop.connectAndCatchUp();
    const auto shown = [&] { return watcher.presence.value(ada.id).presence; };
    phone.session->setPresence(Presence::DoNotDisturb);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), Presence::DoNotDisturb, 20'000);
    laptop.session->setPresence(Presence::Away); // the later choice counts, on whatever device it is made
    QTRY_COMPARE_WITH_TIMEOUT(shown(), Presence::Away, 20'000);

    for (int i = 0; i < 3; ++i) {
        phone.session->connectNow(); // "Reconnect now"
        QTRY_COMPARE_WITH_TIMEOUT(phone.session->status().reconnects, i + 1, 20'000);
    }
    const User carl = desk.add(QStringLiteral("carl"));
    Client marker(desk.url(), desk.credentials(carl.name));
    marker.connectAndCatchUp();
    // Everything before has been seen then.
    QTRY_COMPARE_WITH_TIMEOUT(watcher.presence.value(carl.id).presence, Presence::Online, 20'000);
    QCOMPARE(shown(), Presence::Away);

    // Nobody there, and back again: still away, and said so after the server was started again, too.
    phone.session->goOffline();
    laptop.session->goOffline();
    QTRY_COMPARE_WITH_TIMEOUT(shown(), Presence::Offline, 20'000);
    desk.stop();
    desk.startAgain();
    watcher.becomes(State::Online);
    phone.session->connectNow();
    phone.becomes(State::Online);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), Presence::Away, 20'000);

    // What is chosen without a connection is told once there is one.
    phone.session->goOffline();
    phone.becomes(State::Offline);
    phone.session->setPresence(Presence::Online);
    phone.session->connectNow();
    QTRY_COMPARE_WITH_TIMEOUT(shown(), Presence::Online, 20'000);
}

void RenewalTest::whoLooksOnIsNotPresent()
{
    Desk desk;
    const User ada = desk.add(QStringLiteral("ada"));
    const User ben = desk.add(QStringLiteral("ben"));
    Client watcher(desk.url(), desk.credentials(ben.name));
    watcher.connectAndCatchUp();
    Client script(desk.url(), desk.credentials(ada.name), Client::Attendance::LooksOn);
    script.connectAndCatchUp();
    const ConversationId group = script.makeGroup(QStringLiteral("From a script"), {ben.id});
    script.settle(); // it does what it is there for
    QTRY_VERIFY_WITH_TIMEOUT(watcher.knows(group), 20'000);
    script.close();
    const User carl = desk.add(QStringLiteral("carl"));
    Client marker(desk.url(), desk.credentials(carl.name));
    marker.connectAndCatchUp();
    QTRY_COMPARE_WITH_TIMEOUT(watcher.presence.value(carl.id).presence, Presence::Online, 20'000);
    QVERIFY(!watcher.presenceSeen.contains(qMakePair(ada.id, Presence::Online)));
}

QTEST_GUILESS_MAIN(RenewalTest)
#include "RenewalTest.moc"
