// SPDX-License-Identifier: MIT
// Moving between the transports: upgrades, and WebSocket that something on the way does not let through.
#include "ClientUnderTest.h"
#include "EchoServer.h"
#include "Relay.h"

#include <QtCore/QEventLoop>
#include <QtCore/QTimer>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

QList<std::pair<FrameKind, QByteArray>> numbered(int count)
{
    QList<std::pair<FrameKind, QByteArray>> messages;
    for (int i = 0; i < count; ++i)
        messages.append({FrameKind::Text, QByteArray::number(i)});
    return messages;
}

class ClientUpgradeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void upgradesWithoutLosingOrReordering();
    void staysOnPollingWhenTheProbeFails_data();
    void staysOnPollingWhenTheProbeFails();
    void fallsBackWhereWebSocketIsBlocked_data();
    void fallsBackWhereWebSocketIsBlocked();
    void remembersThatWebSocketIsBlocked();
    void shortSessionsOnLongPollingDoNotKeepItThere();
    void returnsToWebSocketOnceItIsFree();
};

void ClientUpgradeTest::upgradesWithoutLosingOrReordering()
{
    constexpr int count = 500;
    for (int round = 0; round < 20; ++round) {
        EchoServer server;
        Client client(optionsFor(server.url(), pollingFirst));
        Heard heard(client);
        int next = 0;
        QString firstTransport;
        connect(&client, &Client::opened, this, [&] { firstTransport = client.transport(); });
        QEventLoop loop; // QTRY_… would let every step of the conversation take 10 ms
        QTimer::singleShot(patience, &loop, &QEventLoop::quit);
        // Sending goes on through the whole upgrade: with every echo, and both ways at once.
        connect(&client, &Client::messageReceived, this, [&](FrameKind, const QByteArray &payload) {
            if (payload.startsWith('u') && next < count)
                client.send("u" + QByteArray::number(next++));
            if (heard.messages.size() == 2 * count)
                loop.quit();
        });
        connect(&client, &Client::opened, this, [&] {
            client.send("storm " + QByteArray::number(count));
            for (int lane = 0; lane < 3; ++lane)
                client.send("u" + QByteArray::number(next++));
        });
        client.open();
        loop.exec();
        QCOMPARE(firstTransport, QStringLiteral("polling"));
        QCOMPARE(heard.messages.size(), 2 * count);
        QTRY_COMPARE_WITH_TIMEOUT(client.transport(), QStringLiteral("websocket"), patience);
        QCOMPARE(heard.changed.size(), 1);
        int down = 0;
        int up = 0;
        for (const auto &[kind, payload] : std::as_const(heard.messages)) {
            if (payload.startsWith('u'))
                QCOMPARE(payload, "u" + QByteArray::number(up++));
            else
                QCOMPARE(payload, QByteArray::number(down++));
        }
        QVERIFY(heard.closed.isEmpty());
        QCOMPARE(server.opened.load(), 1);
        client.close();
        QTRY_COMPARE_WITH_TIMEOUT(server.closed.load(), 1, patience); // a server that stops waits for goodbyes
    }
}

void ClientUpgradeTest::staysOnPollingWhenTheProbeFails_data()
{
    QTest::addColumn<Relay::Verdict>("verdict");
    QTest::newRow("forbidden") << Relay::Verdict::Forbid;
    QTest::newRow("reset") << Relay::Verdict::Reset;
    QTest::newRow("swallowed") << Relay::Verdict::Swallow;
}

void ClientUpgradeTest::staysOnPollingWhenTheProbeFails()
{
    QFETCH(Relay::Verdict, verdict);
    EchoServer server;
    Relay relay(server.port);
    int probes = 0;
    relay.judge = [&](const QByteArray &head) {
        if (!Relay::isWebSocket(head))
            return Relay::Verdict::Pass;
        ++probes;
        return verdict;
    };
    auto options = optionsFor(server.urlAt(relay.serverPort()), pollingFirst);
    options.upgradeTimeout = 50ms;
    options.upgradeRetry = 20ms;
    Client client(options);
    Heard heard(client);
    client.open();
    QTRY_VERIFY_WITH_TIMEOUT(probes >= 3, patience);
    client.send("storm 100");
    QTRY_COMPARE_WITH_TIMEOUT(heard.messages.size(), 100, patience);
    QVERIFY(heard.messages == numbered(100));
    QCOMPARE(client.transport(), QStringLiteral("polling"));
    QVERIFY(heard.closed.isEmpty());
    QVERIFY(heard.changed.isEmpty());
}

void ClientUpgradeTest::fallsBackWhereWebSocketIsBlocked_data()
{
    staysOnPollingWhenTheProbeFails_data();
}

void ClientUpgradeTest::fallsBackWhereWebSocketIsBlocked()
{
    QFETCH(Relay::Verdict, verdict);
    EchoServer server;
    Relay relay(server.port);
    relay.judge = [&](const QByteArray &head) { return Relay::isWebSocket(head) ? verdict : Relay::Verdict::Pass; };
    auto options = optionsFor(server.urlAt(relay.serverPort()));
    options.webSocketPatience = 100ms;
    Client client(options);
    Heard heard(client);
    client.open();
    QTRY_COMPARE_WITH_TIMEOUT(heard.opened.size(), 1, patience);
    QCOMPARE(client.transport(), QStringLiteral("polling"));
    QVERIFY(heard.closed.isEmpty()); // one open, one session: nobody above sees a break
    client.send("hello");
    QTRY_COMPARE_WITH_TIMEOUT(heard.messages.size(), 1, patience);
}

void ClientUpgradeTest::remembersThatWebSocketIsBlocked()
{
    EchoServer server;
    Relay relay(server.port);
    relay.judge = [&](const QByteArray &head) {
        return Relay::isWebSocket(head) ? Relay::Verdict::Swallow : Relay::Verdict::Pass;
    };
    auto options = optionsFor(server.urlAt(relay.serverPort()));
    options.webSocketPatience = 2s; // the relay has to see it before it is given up
    Client client(options);
    Heard heard(client);
    client.open();
    QTRY_COMPARE_WITH_TIMEOUT(heard.opened.size(), 1, patience);
    QVERIFY(std::any_of(relay.heads.cbegin(), relay.heads.cend(), &Relay::isWebSocket));
    client.close();
    relay.heads.clear();
    client.open();
    QTRY_COMPARE_WITH_TIMEOUT(heard.opened.size(), 2, patience);
    QVERIFY(std::none_of(relay.heads.cbegin(), relay.heads.cend(), &Relay::isWebSocket));
}

void ClientUpgradeTest::shortSessionsOnLongPollingDoNotKeepItThere()
{
    EchoServer server;
    Relay relay(server.port);
    bool isBlocked = true;
    relay.judge = [&](const QByteArray &head) {
        return isBlocked && Relay::isWebSocket(head) ? Relay::Verdict::Forbid : Relay::Verdict::Pass;
    };
    auto options = optionsFor(server.urlAt(relay.serverPort()));
    options.upgradeRetry = 500ms;
    Client client(options);
    Heard heard(client);
    client.open();
    QTRY_COMPARE_WITH_TIMEOUT(heard.opened.size(), 1, patience);
    isBlocked = false;
    // Each opening ends before it could have tried by itself.
    QObject here;
    QObject::connect(&client, &Client::opened, &here, [&] {
        if (client.transport() == QLatin1String("polling"))
            QTimer::singleShot(100, &here, [&] { client.open(); });
    });
    client.open();
    QTRY_COMPARE_WITH_TIMEOUT(client.transport(), QStringLiteral("websocket"), patience);
}

void ClientUpgradeTest::returnsToWebSocketOnceItIsFree()
{
    EchoServer server;
    Relay relay(server.port);
    bool isBlocked = true;
    relay.judge = [&](const QByteArray &head) {
        return isBlocked && Relay::isWebSocket(head) ? Relay::Verdict::Forbid : Relay::Verdict::Pass;
    };
    auto options = optionsFor(server.urlAt(relay.serverPort()));
    options.upgradeRetry = 20ms;
    Client client(options);
    Heard heard(client);
    client.open();
    QTRY_COMPARE_WITH_TIMEOUT(heard.opened.size(), 1, patience);
    QCOMPARE(client.transport(), QStringLiteral("polling"));
    isBlocked = false;
    QTRY_COMPARE_WITH_TIMEOUT(client.transport(), QStringLiteral("websocket"), patience);
    client.send("still here");
    QTRY_COMPARE_WITH_TIMEOUT(heard.messages.size(), 1, patience);
    QCOMPARE(server.opened.load(), 1);
    QVERIFY(heard.closed.isEmpty());
    // And a reconnect begins with WebSocket again.
    client.open();
    QTRY_COMPARE_WITH_TIMEOUT(heard.opened.size(), 2, patience);
    QCOMPARE(client.transport(), QStringLiteral("websocket"));
}

} // namespace

QTEST_GUILESS_MAIN(ClientUpgradeTest)
#include "ClientUpgradeTest.moc"
