// SPDX-License-Identifier: MIT
// What the server gives to clients that want too much, come in crowds or take their time.
#include "PollingSession.h"
#include "ServerUnderTest.h"
#include "engineio/server/DescriptorLimit.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QSignalSpy>
#include <QtWebSockets/QWebSocket>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace std::chrono_literals;

namespace {

QByteArray messageOf(qsizetype size)
{
    return engineio::encode(engineio::PacketType::Message, QByteArray(size, 'x'));
}

class ServerLimitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void slowReaderIsDisconnected();
    void pollingBufferIsBounded();
    void refusesMoreConnections();
    void refusesMoreConnectionsFromOneAddress();
    void refusesMoreSessionsOnLongPolling_data();
    void refusesMoreSessionsOnLongPolling();
    void countsAddressesBehindAProxy();
    void endsSlowRequests_data();
    void endsSlowRequests();
    void endsIdleConnections();
    void acceptsAgainWhenDescriptorsReturn();
    void raisesTheDescriptorLimit();
};

void ServerLimitsTest::slowReaderIsDisconnected()
{
    ServerUnderTest echo({.maxWriteQueue = 1'000'000});
    std::shared_ptr<engineio::Connection> slow;
    std::atomic<bool> connected = false;
    std::atomic<bool> writableAtFirst = false;
    std::atomic<bool> writableLater = true;
    echo.server.setConnectionHandler(QStringLiteral("/engine.io/"),
                                     [&](const std::shared_ptr<engineio::Connection> &connection) {
                                         echo.rememberEndOf(*connection);
                                         slow = connection;
                                         connected = true;
                                     });
    echo.listen();
    RawHttp http(echo.port);
    http.socket().setReadBufferSize(1024); // it reads only what it is asked to
    http.send(webSocketUpgrade("/engine.io/?EIO=4&transport=websocket"));
    QTRY_VERIFY_WITH_TIMEOUT(connected, patience);
    const QByteArray frame = messageOf(100'000);
    // More than the kernel's buffers on both sides and the bound together.
    echo.server.post([&] {
        writableAtFirst = slow->isWritable();
        slow->send(frame);
        writableLater = slow->isWritable();
        for (int i = 0; i < 400; ++i)
            slow->send(frame);
        slow.reset();
    });
    const QString reason = QStringLiteral("the client reads too slowly");
    QTRY_COMPARE_WITH_TIMEOUT(echo.closeReasons(), QStringList{reason}, patience);
    QVERIFY(writableAtFirst);
    QVERIFY(!writableLater); // more than the soft bound waits: what may be dropped is
    QCOMPARE(echo.counters().closed.at(reason), quint64(1));
}

void ServerLimitsTest::pollingBufferIsBounded()
{
    ServerUnderTest echo({.maxWriteQueue = 100'000});
    std::atomic<int> unwritable = 0;
    echo.server.setConnectionHandler(
        QStringLiteral("/engine.io/"), [&](const std::shared_ptr<engineio::Connection> &connection) {
            echo.rememberEndOf(*connection);
            connection->onMessage = [&, weak = std::weak_ptr(connection)](engineio::FrameKind, QByteArrayView) {
                const auto open = weak.lock();
                for (int i = 0; i < 11; ++i) {
                    unwritable += open->isWritable() ? 0 : 1;
                    open->send(messageOf(10'000));
                }
            };
        });
    echo.listen();
    PollingSession session(echo.port);
    QCOMPARE(session.post("4go").status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(echo.closeReasons(), QStringList{QStringLiteral("the client reads too slowly")},
                              patience);
    QCOMPARE(unwritable.load(), 4); // from the eighth on: 70 kB wait
    QCOMPARE(session.poll().status, 400);
    QCOMPARE(echo.counters().writeQueueBytes, 0);
}

void ServerLimitsTest::refusesMoreConnections()
{
    ServerUnderTest echo({.maxConnections = 2});
    echo.listen();
    QWebSocket first;
    QSignalSpy opened(&first, &QWebSocket::textMessageReceived);
    first.open(echo.webSocketUrl());
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patience);
    RawHttp second(echo.port);
    QCOMPARE(second.exchange(get("/")).status, 404);

    const Answer refused = exchange(echo.port, get("/"));
    QCOMPARE(refused.status, 503);
    QVERIFY(refused.field("Retry-After").toInt() > 0);
    QCOMPARE(echo.counters().refused.at(QStringLiteral("too many connections")), quint64(1));
    QCOMPARE(second.exchange(get("/")).status, 404); // those who are inside are not disturbed

    first.close(); // and its place is free again
    QTRY_COMPARE_WITH_TIMEOUT(echo.counters().tcpConnections, 1, patience);
    QCOMPARE(exchange(echo.port, get("/")).status, 404);
}

void ServerLimitsTest::refusesMoreConnectionsFromOneAddress()
{
    ServerUnderTest echo({.maxConnectionsPerAddress = 1});
    echo.listen();
    {
        RawHttp first(echo.port);
        QCOMPARE(first.exchange(get("/")).status, 404);
        const Answer refused = exchange(echo.port, get("/"));
        QCOMPARE(refused.status, 503);
        QVERIFY(!refused.field("Retry-After").isEmpty());
    }
    QTRY_COMPARE_WITH_TIMEOUT(echo.counters().tcpConnections, 0, patience);
    QCOMPARE(exchange(echo.port, get("/")).status, 404);
}

void ServerLimitsTest::refusesMoreSessionsOnLongPolling_data()
{
    QTest::addColumn<int>("inAll");
    QTest::addColumn<int>("perAddress");
    QTest::newRow("in all") << 3 << 0;
    QTest::newRow("from one address") << 0 << 3;
}

void ServerLimitsTest::refusesMoreSessionsOnLongPolling()
{
    QFETCH(const int, inAll);
    QFETCH(const int, perAddress);
    ServerUnderTest echo({.maxConnections = inAll, .maxConnectionsPerAddress = perAddress});
    echo.listen();
    RawHttp http(echo.port); // all of them over one connection
    const QByteArray handshake = get("/engine.io/?EIO=4&transport=polling");
    QByteArray opened;
    for (int i = 0; i < 3; ++i) {
        const Answer answer = http.exchange(handshake);
        QCOMPARE(answer.status, 200);
        opened = answer.body;
    }
    QCOMPARE(http.exchange(handshake).status, 503);
    QCOMPARE(echo.counters().refused.at(QStringLiteral("too many sessions on long-polling")), quint64(1));

    const QByteArray sid = QJsonDocument::fromJson(opened.sliced(1)).object().value(u"sid").toString().toLatin1();
    QCOMPARE(http.exchange(post("/engine.io/?EIO=4&transport=polling&sid=" + sid, "1")).status, 200);
    QCOMPARE(http.exchange(handshake).status, 200); // in its place
}

void ServerLimitsTest::countsAddressesBehindAProxy()
{
    ServerUnderTest echo({.maxConnectionsPerAddress = 1, .trustForwardedFor = true});
    echo.listen();
    const auto from = [](const QByteArray &address) { return get("/", "X-Forwarded-For: " + address + "\r\n"); };
    RawHttp first(echo.port);
    QCOMPARE(first.exchange(from("192.0.2.1")).status, 404);
    QCOMPARE(exchange(echo.port, from("192.0.2.1")).status, 503);
    RawHttp second(echo.port);
    QCOMPARE(second.exchange(from("192.0.2.2")).status, 404);
    QTRY_COMPARE_WITH_TIMEOUT(echo.counters().tcpConnections, 2, patience); // the refused one has gone
    // A proxy may use one connection for one client after the other.
    QCOMPARE(first.exchange(from("192.0.2.3")).status, 404);
    QCOMPARE(exchange(echo.port, from("192.0.2.1")).status, 404);
}

void ServerLimitsTest::endsSlowRequests_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("drip");
    QTest::newRow("nothing at all") << QByteArray() << QByteArray();
    QTest::newRow("header line by line") << QByteArray("GET / HTTP/1.1\r\n") << QByteArray("X: y\r\n");
    QTest::newRow("body byte by byte") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 9000\r\n\r\n")
                                       << QByteArray("x");
}

void ServerLimitsTest::endsSlowRequests()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, drip);
    ServerUnderTest echo({.headerTimeout = 150ms, .bodyTimeout = 150ms, .idleTimeout = 150ms});
    echo.listen();
    RawHttp slow(echo.port);
    slow.send(first);
    // Every bit of progress comes in good time; only the whole takes too long.
    const bool ended = QTest::qWaitFor(
        [&] {
            slow.send(drip);
            return slow.socket().state() == QAbstractSocket::UnconnectedState;
        },
        patience);
    QVERIFY(ended);
    QTRY_COMPARE_WITH_TIMEOUT(echo.counters().tcpConnections, 0, patience);
}

void ServerLimitsTest::endsIdleConnections()
{
    ServerUnderTest echo({.idleTimeout = 1s}); // time enough to begin on a busy machine
    echo.listen();
    RawHttp http(echo.port);
    QCOMPARE(http.exchange(get("/")).status, 404);
    QVERIFY(http.isHungUp());
    // A waiting poll is not idle: its session's heartbeat watches over it.
    PollingSession session(echo.port);
    session.sendPoll();
    QVERIFY(session.posts.isHungUp());
    QCOMPARE(exchange(echo.port, post(session.target(), "4hello")).body, "ok");
    QCOMPARE(session.polls.read().body, "4hello");
}

void ServerLimitsTest::acceptsAgainWhenDescriptorsReturn()
{
#ifdef Q_OS_LINUX
    ServerUnderTest echo;
    echo.server.setHttpHandler(
        [](const engineio::HttpRequest &, const engineio::HttpResponder &respond) { respond({.body = "here"}); });
    echo.listen();
    QCOMPARE(exchange(echo.port, get("/")).body, "here");

    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &before), 0);
    const int next = dup(0);
    close(next);
    rlimit oneMore = before;
    oneMore.rlim_cur = rlim_t(next) + 1; // for the client's socket; the server gets none
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &oneMore), 0);
    RawHttp http(echo.port);
    const bool connected = http.socket().state() == QAbstractSocket::ConnectedState;
    const bool exhausted = dup(0) < 0;
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &before), 0);
    QVERIFY(connected);
    QVERIFY(exhausted);
    QCOMPARE(http.exchange(get("/")).body, "here");
#else
    QSKIP("needs a limit on file descriptors");
#endif
}

void ServerLimitsTest::raisesTheDescriptorLimit()
{
#ifdef Q_OS_LINUX
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &before), 0);
    rlimit few = before;
    few.rlim_cur = 100;
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &few), 0);
    const qint64 raised = engineio::raiseDescriptorLimit();
    rlimit after{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &after), 0);
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &before), 0);
    QCOMPARE(raised, qint64(before.rlim_max));
    QCOMPARE(after.rlim_cur, before.rlim_max);
#else
    QSKIP("needs a limit on file descriptors");
#endif
}

} // namespace

QTEST_GUILESS_MAIN(ServerLimitsTest)
#include "ServerLimitsTest.moc"
