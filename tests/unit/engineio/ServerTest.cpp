// SPDX-License-Identifier: MIT
// How a server starts, counts and stops.
#include "PollingSession.h"
#include "ServerUnderTest.h"

#include <QtCore/QEventLoop>
#include <QtWebSockets/QWebSocket>

#include <thread>

using namespace std::chrono_literals;

namespace {

class ServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stopTellsEveryConnection();
    void postAndStop();
    void saysWhyItCannotListen_data();
    void saysWhyItCannotListen();
    void stopEndsWaitingPolls();
    void stopWaitsForClientsBetweenTwoPolls();
    void nobodyComesInDuringAStop();
    void stopHangsUp();
    void counts();
    void severalPaths();
};

void ServerTest::stopTellsEveryConnection()
{
    ServerUnderTest echo;
    echo.listen();
    constexpr int count = 5;
    int normalCloses = 0;
    std::thread clients([&] { // answers the close frames while the main thread waits in stop
        QEventLoop loop;
        std::vector<std::unique_ptr<QWebSocket>> sockets;
        int closes = 0;
        for (int i = 0; i < count; ++i) {
            auto *socket = sockets.emplace_back(std::make_unique<QWebSocket>()).get();
            connect(socket, &QWebSocket::disconnected, socket, [&, socket] {
                normalCloses += socket->closeCode() == QWebSocketProtocol::CloseCodeNormal ? 1 : 0;
                if (++closes == count)
                    loop.quit();
            });
            socket->open(echo.webSocketUrl());
        }
        loop.exec();
    });
    const bool allOpened = QTest::qWaitFor([&] { return echo.opened == count; }, patience);
    echo.server.stop();
    clients.join();
    QVERIFY(allOpened);
    QCOMPARE(normalCloses, count);
    QCOMPARE(echo.reasons, QStringList(count, QStringLiteral("server shutting down")));
}

void ServerTest::postAndStop()
{
    ServerUnderTest echo;
    echo.listen();
    std::atomic<int> ran = 0;
    std::thread::id ioThread;
    echo.server.post([&] {
        ioThread = std::this_thread::get_id();
        ++ran;
    });
    echo.server.postAfter(1ms, [&] { ++ran; });
    QTRY_COMPARE_WITH_TIMEOUT(ran.load(), 2, patience);
    QVERIFY(ioThread != std::this_thread::get_id());
    echo.server.postAfter(1h, [&] { ++ran; });
    echo.server.stop(); // does not wait for the hour
    echo.server.post([&] { ++ran; });
    echo.server.stop();
    QCOMPARE(ran.load(), 2);
    QVERIFY(!echo.server.listen(QStringLiteral("127.0.0.1"), 0).error.isEmpty());
}

void ServerTest::saysWhyItCannotListen_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("words");
    QTest::newRow("no address") << QStringLiteral("nowhere") << QStringLiteral("not an IP address");
    QTest::newRow("address of another machine") << QStringLiteral("192.0.2.1") << QStringLiteral("assign");
    QTest::newRow("port in use") << QStringLiteral("127.0.0.1") << QStringLiteral("in use");
}

void ServerTest::saysWhyItCannotListen()
{
    QFETCH(QString, address);
    QFETCH(QString, words);
    ServerUnderTest first;
    first.listen();
    engineio::Server second({});
    const auto listening = second.listen(address, first.port);
    QVERIFY2(listening.error.contains(words), qPrintable(listening.error));
    QVERIFY2(listening.error.contains(QStringLiteral("could not listen on %1 port %2").arg(address).arg(first.port)),
             qPrintable(listening.error));
}

void ServerTest::stopEndsWaitingPolls()
{
    ServerUnderTest echo;
    echo.listen();
    PollingSession session(echo.port);
    session.sendPoll();
    QTRY_COMPARE_WITH_TIMEOUT(echo.counters().httpRequests, quint64(2), patience); // it waits there
    echo.server.stop();
    QCOMPARE(session.polls.read().body, "1");
    QCOMPARE(echo.reasons, QStringList{QStringLiteral("server shutting down")});
}

void ServerTest::stopWaitsForClientsBetweenTwoPolls()
{
    ServerUnderTest echo({.stopTimeout = std::chrono::milliseconds(patience)});
    echo.listen();
    PollingSession session(echo.port);
    std::thread stop([&] { echo.server.stop(); });
    const bool isStopping = QTest::qWaitFor([&] { return !echo.closeReasons().isEmpty(); }, patience);
    const Answer answer = session.poll();
    stop.join();
    QVERIFY(isStopping);
    QCOMPARE(answer.body, "1");
    QCOMPARE(echo.reasons, QStringList{QStringLiteral("server shutting down")});
}

void ServerTest::nobodyComesInDuringAStop()
{
    ServerUnderTest echo({.stopTimeout = std::chrono::milliseconds(patience)});
    echo.listen();
    PollingSession session(echo.port); // keeps the server from its end
    RawHttp polling(echo.port);
    RawHttp webSocket(echo.port);
    QTRY_COMPARE_WITH_TIMEOUT(echo.counters().tcpConnections, 4, patience); // a session has two
    std::thread stop([&] { echo.server.stop(); });
    const bool isStopping = QTest::qWaitFor([&] { return !echo.closeReasons().isEmpty(); }, patience);
    const Answer toPolling = polling.exchange(get("/engine.io/?EIO=4&transport=polling"));
    const Answer toWebSocket = webSocket.exchange(webSocketUpgrade("/engine.io/?EIO=4&transport=websocket"));
    const Answer goodbye = session.poll();
    stop.join();
    QVERIFY(isStopping);
    QCOMPARE(toPolling.status, 503);
    QCOMPARE(toPolling.body, "The server is shutting down.");
    QCOMPARE(toWebSocket.status, 503);
    QCOMPARE(goodbye.body, "1");
    QCOMPARE(echo.opened.load(), 1);
}

void ServerTest::stopHangsUp()
{
    ServerUnderTest echo;
    echo.listen();
    RawHttp idle(echo.port);
    QCOMPARE(idle.exchange(get("/elsewhere")).status, 404);
    RawHttp begun(echo.port);
    begun.send("GET /else");
    QTRY_COMPARE_WITH_TIMEOUT(echo.counters().tcpConnections, 2, patience);
    echo.server.stop();
    QVERIFY(idle.isHungUp()); // though the server's object is still there
    QVERIFY(begun.isHungUp());
}

void ServerTest::counts()
{
    ServerUnderTest echo;
    echo.listen();
    PollingSession polling(echo.port);
    QWebSocket socket;
    socket.open(echo.webSocketUrl());
    QTRY_COMPARE_WITH_TIMEOUT(echo.opened.load(), 2, patience);
    auto counters = echo.counters();
    QCOMPARE(counters.tcpConnections, 3);
    QCOMPARE(counters.pollingSessions, 1);
    QCOMPARE(counters.webSocketSessions, 1);
    QCOMPARE(counters.sessionsOpened, quint64(2));
    QVERIFY(counters.bytesReceived > 100);
    QVERIFY(counters.bytesSent > 100);

    QCOMPARE(polling.post("4waits").status, 200);
    counters = echo.counters();
    QCOMPARE(counters.writeQueueBytes, 6);
    QCOMPARE(counters.largestWriteQueue, 6);

    QCOMPARE(polling.post("1").status, 200);
    socket.close();
    QTRY_COMPARE_WITH_TIMEOUT(echo.closeReasons().size(), 2, patience);
    counters = echo.counters();
    QCOMPARE(counters.pollingSessions, 0);
    QCOMPARE(counters.webSocketSessions, 0);
    QCOMPARE(counters.writeQueueBytes, 0);
    QCOMPARE(counters.closed, (std::map<QString, quint64>{{QStringLiteral("transport close"), 2}}));
    QCOMPARE(exchange(echo.port, get("/engine.io/?EIO=3&transport=polling")).status, 400);
    QCOMPARE(echo.counters().refused, (std::map<QString, quint64>{{QStringLiteral("bad Engine.IO request"), 1}}));
}

void ServerTest::severalPaths()
{
    ServerUnderTest echo;
    std::atomic<int> others = 0;
    echo.server.setConnectionHandler(QStringLiteral("/other/"),
                                     [&](const std::shared_ptr<engineio::Connection> &) { ++others; });
    echo.listen();
    QCOMPARE(exchange(echo.port, get("/other/?EIO=4&transport=polling")).status, 200);
    QCOMPARE(exchange(echo.port, get("/engine.io/?EIO=4&transport=polling")).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(others.load(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(echo.opened.load(), 1, patience);
}

} // namespace

QTEST_GUILESS_MAIN(ServerTest)
#include "ServerTest.moc"
