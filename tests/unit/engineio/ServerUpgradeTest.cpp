// SPDX-License-Identifier: MIT
// From long-polling to WebSocket, step by step over real sockets.
#include "PollingSession.h"
#include "ServerUnderTest.h"

#include <QtTest/QSignalSpy>
#include <QtWebSockets/QWebSocket>

using namespace std::chrono_literals;

namespace {

/// A WebSocket for the session, and what comes over it.
struct Probe {
    explicit Probe(const QUrl &url)
        : frames(&socket, &QWebSocket::textMessageReceived)
        , bytes(&socket, &QWebSocket::binaryMessageReceived)
        , opened(&socket, &QWebSocket::connected)
        , ended(&socket, &QWebSocket::disconnected)
    {
        socket.open(url);
    }

    void say(const QString &frame) { socket.sendTextMessage(frame); }
    [[nodiscard]] QString frame(int index) const { return frames.value(index).value(0).toString(); }

    QWebSocket socket;
    QSignalSpy frames;
    QSignalSpy bytes;
    QSignalSpy opened;
    QSignalSpy ended;
};

class ServerUpgradeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void upgrades();
    void writesStayOnPollingUntilTheEnd();
    void whatWaitsMovesOver();
    void releasesEveryPollMeanwhile();
    void secondWebSocketIsClosed();
    void failedProbeHarmsNothing_data();
    void failedProbeHarmsNothing();
    void slowUpgradeIsGivenUp();
    void heartbeatMovesOver();
    void closingEndsTheProbeToo();
};

/// Takes the session over to the WebSocket.
#define UPGRADE(probe)                                                                                                 \
    QTRY_COMPARE_WITH_TIMEOUT((probe).opened.size(), 1, patience);                                                     \
    (probe).say(QStringLiteral("2probe"));                                                                             \
    QTRY_COMPARE_WITH_TIMEOUT((probe).frame(0), QStringLiteral("3probe"), patience);                                   \
    (probe).say(QStringLiteral("5"))

void ServerUpgradeTest::upgrades()
{
    ServerUnderTest echo;
    echo.listen();
    PollingSession session(echo.port);
    session.sendPoll();
    Probe probe(echo.webSocketUrl(session.sid));
    UPGRADE(probe);
    QCOMPARE(session.polls.read().body, "6");
    probe.say(QStringLiteral("4hello"));
    QTRY_COMPARE_WITH_TIMEOUT(probe.frame(1), QStringLiteral("4hello"), patience);
    probe.socket.sendBinaryMessage("bytes");
    QTRY_COMPARE_WITH_TIMEOUT(probe.bytes.size(), 1, patience);

    const auto counters = echo.counters();
    QCOMPARE(counters.upgrades, quint64(1));
    QCOMPARE(counters.pollingSessions, 0);
    QCOMPARE(counters.webSocketSessions, 1);
    QCOMPARE(session.poll().status, 400); // long-polling is over
    QCOMPARE(session.post("4late").status, 400);
    probe.say(QStringLiteral("4still here"));
    QTRY_COMPARE_WITH_TIMEOUT(probe.frame(2), QStringLiteral("4still here"), patience);
    QCOMPARE(echo.opened.load(), 1);
}

void ServerUpgradeTest::writesStayOnPollingUntilTheEnd()
{
    ServerUnderTest echo;
    echo.listen();
    PollingSession session(echo.port);
    Probe probe(echo.webSocketUrl(session.sid));
    QTRY_COMPARE_WITH_TIMEOUT(probe.opened.size(), 1, patience);
    probe.say(QStringLiteral("2probe"));
    QTRY_COMPARE_WITH_TIMEOUT(probe.frame(0), QStringLiteral("3probe"), patience);
    QCOMPARE(session.post("4by post").status, 200);
    QCOMPARE(session.poll().body, "4by post");
    QCOMPARE(probe.frames.size(), 1);
    probe.say(QStringLiteral("5"));
    probe.say(QStringLiteral("4by WebSocket"));
    QTRY_COMPARE_WITH_TIMEOUT(probe.frame(1), QStringLiteral("4by WebSocket"), patience);
}

void ServerUpgradeTest::whatWaitsMovesOver()
{
    ServerUnderTest echo;
    echo.listen();
    PollingSession session(echo.port);
    Probe probe(echo.webSocketUrl(session.sid));
    QTRY_COMPARE_WITH_TIMEOUT(probe.opened.size(), 1, patience);
    QCOMPARE(session
                 .post("4one\x1e"
                       "bAQID\x1e"
                       "4two")
                 .status,
             200);
    UPGRADE(probe);
    QTRY_COMPARE_WITH_TIMEOUT(probe.frames.size(), 3, patience);
    QCOMPARE(probe.frame(1), QStringLiteral("4one"));
    QCOMPARE(probe.frame(2), QStringLiteral("4two"));
    QCOMPARE(probe.bytes.value(0).value(0).toByteArray(), QByteArray("\x01\x02\x03"));
    QCOMPARE(echo.counters().writeQueueBytes, 0);
}

void ServerUpgradeTest::releasesEveryPollMeanwhile()
{
    ServerUnderTest echo;
    echo.listen();
    PollingSession session(echo.port);
    Probe probe(echo.webSocketUrl(session.sid));
    QTRY_COMPARE_WITH_TIMEOUT(probe.opened.size(), 1, patience);
    probe.say(QStringLiteral("2probe"));
    QTRY_COMPARE_WITH_TIMEOUT(probe.frame(0), QStringLiteral("3probe"), patience);
    for (int i = 0; i < 3; ++i) // a client that goes on polling for a while
        QCOMPARE(session.poll().body, "6");
    probe.say(QStringLiteral("5"));
    probe.say(QStringLiteral("4there"));
    QTRY_COMPARE_WITH_TIMEOUT(probe.frame(1), QStringLiteral("4there"), patience);
}

void ServerUpgradeTest::secondWebSocketIsClosed()
{
    ServerUnderTest echo;
    echo.listen();
    PollingSession session(echo.port);
    Probe probe(echo.webSocketUrl(session.sid));
    QTRY_COMPARE_WITH_TIMEOUT(probe.opened.size(), 1, patience);
    Probe meanwhile(echo.webSocketUrl(session.sid));
    QTRY_COMPARE_WITH_TIMEOUT(meanwhile.ended.size(), 1, patience);
    UPGRADE(probe);
    Probe afterwards(echo.webSocketUrl(session.sid));
    QTRY_COMPARE_WITH_TIMEOUT(afterwards.ended.size(), 1, patience);
    QVERIFY(afterwards.frames.isEmpty());
    probe.say(QStringLiteral("4undisturbed"));
    QTRY_COMPARE_WITH_TIMEOUT(probe.frame(1), QStringLiteral("4undisturbed"), patience);
}

void ServerUpgradeTest::failedProbeHarmsNothing_data()
{
    QTest::addColumn<QString>("frame");
    QTest::newRow("a message too early") << QStringLiteral("4hello");
    QTest::newRow("no packet") << QStringLiteral("x");
    QTest::newRow("hangs up") << QString();
}

void ServerUpgradeTest::failedProbeHarmsNothing()
{
    QFETCH(QString, frame);
    ServerUnderTest echo;
    echo.listen();
    PollingSession session(echo.port);
    Probe bad(echo.webSocketUrl(session.sid));
    QTRY_COMPARE_WITH_TIMEOUT(bad.opened.size(), 1, patience);
    if (frame.isEmpty())
        bad.socket.abort();
    else
        bad.say(frame);
    QTRY_COMPARE_WITH_TIMEOUT(bad.ended.size(), 1, patience);
    QCOMPARE(session.post("4on").status, 200);
    QCOMPARE(session.poll().body, "4on");
    QVERIFY(echo.closeReasons().isEmpty());
    // And the next one may try.
    QTRY_COMPARE_WITH_TIMEOUT(echo.counters().tcpConnections, 2, patience);
    Probe good(echo.webSocketUrl(session.sid));
    UPGRADE(good);
    good.say(QStringLiteral("4there"));
    QTRY_COMPARE_WITH_TIMEOUT(good.frame(1), QStringLiteral("4there"), patience);
}

void ServerUpgradeTest::slowUpgradeIsGivenUp()
{
    ServerUnderTest echo({.upgradeTimeout = 60ms});
    echo.listen();
    PollingSession session(echo.port);
    Probe slow(echo.webSocketUrl(session.sid));
    QTRY_COMPARE_WITH_TIMEOUT(slow.ended.size(), 1, patience);
    QCOMPARE(session.post("4on").status, 200);
    QCOMPARE(session.poll().body, "4on");
}

void ServerUpgradeTest::heartbeatMovesOver()
{
    ServerUnderTest echo({.pingInterval = 100ms, .pingTimeout = 10s});
    echo.listen();
    PollingSession session(echo.port);
    QCOMPARE(session.poll().body, "2");
    Probe probe(echo.webSocketUrl(session.sid));
    UPGRADE(probe);
    probe.say(QStringLiteral("3")); // the pong for the ping that came by polling
    QTRY_COMPARE_WITH_TIMEOUT(probe.frame(1), QStringLiteral("2"), patience);
}

void ServerUpgradeTest::closingEndsTheProbeToo()
{
    ServerUnderTest echo;
    echo.listen();
    PollingSession session(echo.port);
    Probe probe(echo.webSocketUrl(session.sid));
    QTRY_COMPARE_WITH_TIMEOUT(probe.opened.size(), 1, patience);
    QCOMPARE(session.post("1").status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(probe.ended.size(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(echo.closeReasons(), QStringList{QStringLiteral("transport close")}, patience);
}

} // namespace

QTEST_GUILESS_MAIN(ServerUpgradeTest)
#include "ServerUpgradeTest.moc"
