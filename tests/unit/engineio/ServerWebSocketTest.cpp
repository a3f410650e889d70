// SPDX-License-Identifier: MIT
// Sessions that begin on WebSocket, over real sockets.
#include "RawHttp.h"
#include "ServerUnderTest.h"

#include <QtTest/QSignalSpy>
#include <QtWebSockets/QWebSocket>

using namespace std::chrono_literals;

namespace {

class ServerWebSocketTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void echoes();
    void controlFramesDoNotMixWithData();
    void pingsAndEndsTheSilent();
    void oversizeFrameHarmsNobodyElse();
    void oversizeFrameIsToldWhileItComes();
    void closeSendsWhatWasWrittenBefore();
    void manyConnections();
};

void ServerWebSocketTest::echoes()
{
    ServerUnderTest echo;
    echo.listen();
    QWebSocket socket;
    QSignalSpy frames(&socket, &QWebSocket::textMessageReceived);
    socket.open(echo.webSocketUrl());
    QTRY_COMPARE_WITH_TIMEOUT(frames.size(), 1, patience);
    QVERIFY(frames.at(0).at(0).toString().startsWith(QStringLiteral("0{")));
    for (const auto &text :
         {QStringLiteral("4grüße"), QStringLiteral("4"), QString(124, u'4'), QString(125, u'4'), QString(126, u'4'),
          QString(65'535, u'4'), QString(65'536, u'4'), QString(500'000, u'4')}) {
        frames.clear();
        socket.sendTextMessage(text);
        QTRY_COMPARE_WITH_TIMEOUT(frames.size(), 1, patience);
        QCOMPARE(frames.at(0).at(0).toString(), text);
    }
    QSignalSpy bytes(&socket, &QWebSocket::binaryMessageReceived);
    for (const auto &data : {QByteArray(), QByteArray("\x00\x04", 2), QByteArray(100'000, '4')}) {
        bytes.clear();
        socket.sendBinaryMessage(data);
        QTRY_COMPARE_WITH_TIMEOUT(bytes.size(), 1, patience);
        QCOMPARE(bytes.at(0).at(0).toByteArray(), data);
    }
    socket.close();
    QTRY_COMPARE_WITH_TIMEOUT(echo.closeReasons(), QStringList{QStringLiteral("transport close")}, patience);
}

void ServerWebSocketTest::controlFramesDoNotMixWithData()
{
    constexpr int count = 200;
    ServerUnderTest echo;
    echo.listen();
    QWebSocket socket;
    QSignalSpy frames(&socket, &QWebSocket::textMessageReceived);
    QSignalSpy pongs(&socket, &QWebSocket::pong);
    socket.open(echo.webSocketUrl());
    QTRY_COMPARE_WITH_TIMEOUT(frames.size(), 1, patience);
    const auto message = [](int i) { return QStringLiteral("4%1 ").arg(i) + QString(i % 10 == 0 ? 100'000 : i, u'x'); };
    for (int i = 0; i < count; ++i) {
        socket.sendTextMessage(message(i));
        socket.ping(QByteArray::number(i));
    }
    QTRY_COMPARE_WITH_TIMEOUT(frames.size(), count + 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(pongs.size(), count, patience);
    for (int i = 0; i < count; ++i) {
        QCOMPARE(frames.at(i + 1).at(0).toString(), message(i));
        QCOMPARE(pongs.at(i).at(1).toByteArray(), QByteArray::number(i));
    }
}

void ServerWebSocketTest::pingsAndEndsTheSilent()
{
    ServerUnderTest echo({.pingInterval = 20ms, .pingTimeout = 20ms});
    echo.listen();
    QWebSocket socket;
    QSignalSpy frames(&socket, &QWebSocket::textMessageReceived);
    QSignalSpy disconnected(&socket, &QWebSocket::disconnected);
    socket.open(echo.webSocketUrl());
    QTRY_COMPARE_WITH_TIMEOUT(disconnected.size(), 1, patience);
    QCOMPARE(frames.size(), 2);
    QCOMPARE(frames.at(1).at(0).toString(), QStringLiteral("2"));
    QTRY_COMPARE_WITH_TIMEOUT(echo.closeReasons(), QStringList{QStringLiteral("ping timeout")}, patience);
}

void ServerWebSocketTest::oversizeFrameHarmsNobodyElse()
{
    ServerUnderTest echo({.maxPayload = 1000});
    echo.listen();
    QWebSocket good;
    QWebSocket bad;
    QSignalSpy goodFrames(&good, &QWebSocket::textMessageReceived);
    QSignalSpy badFrames(&bad, &QWebSocket::textMessageReceived);
    QSignalSpy badEnd(&bad, &QWebSocket::disconnected);
    good.open(echo.webSocketUrl());
    bad.open(echo.webSocketUrl());
    QTRY_COMPARE_WITH_TIMEOUT(goodFrames.size(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(badFrames.size(), 1, patience);
    bad.sendTextMessage(QStringLiteral("4") + QString(999, u'x'));
    QTRY_COMPARE_WITH_TIMEOUT(badFrames.size(), 2, patience); // exactly the limit passes
    bad.sendTextMessage(QStringLiteral("4") + QString(1000, u'x'));
    QTRY_COMPARE_WITH_TIMEOUT(badEnd.size(), 1, patience);
    QCOMPARE(bad.closeCode(), QWebSocketProtocol::CloseCodeTooMuchData);
    QTRY_COMPARE_WITH_TIMEOUT(echo.closeReasons(), QStringList{QStringLiteral("payload too large")}, patience);
    good.sendTextMessage(QStringLiteral("4still here"));
    QTRY_COMPARE_WITH_TIMEOUT(goodFrames.size(), 2, patience);
}

void ServerWebSocketTest::oversizeFrameIsToldWhileItComes()
{
    constexpr int announced = 4'000'000;
    QByteArray frame("\x81\xff\0\0\0\0", 6); // RFC 6455, 5.2: text, masked, a length of eight bytes
    for (int shift = 24; shift >= 0; shift -= 8)
        frame.append(char(announced >> shift));
    frame.append(QByteArray(4 + announced, '\0')); // the mask and as much as was announced
    ServerUnderTest echo;
    echo.listen();
    for (int round = 0; round < 5; ++round) {
        RawHttp http(echo.port);
        QCOMPARE(http.exchange(webSocketUpgrade("/engine.io/?EIO=4&transport=websocket")).status, 101);
        http.send(frame);
        QByteArray received;
        const bool isTold = QTest::qWaitFor(
            [&] {
                received += http.socket().readAll();
                return received.endsWith(QByteArray("\x88\x02\x03\xf1")); // close, 1009
            },
            patience);
        QVERIFY(isTold);
        http.socket().disconnectFromHost(); // after the rest has been written, which the server takes
        QVERIFY(http.isHungUp());
        QCOMPARE(http.socket().error(), QAbstractSocket::UnknownSocketError); // no reset
    }
}

void ServerWebSocketTest::closeSendsWhatWasWrittenBefore()
{
    ServerUnderTest echo;
    echo.server.setConnectionHandler(
        QStringLiteral("/engine.io/"), [&](const std::shared_ptr<engineio::Connection> &connection) {
            connection->onMessage = [](engineio::FrameKind, QByteArrayView) {};
            for (int i = 0; i < 50; ++i)
                connection->send(engineio::encode(engineio::PacketType::Message, QByteArray(10'000, 'x')));
            connection->close(QStringLiteral("done"));
            connection->send("4too late");
        });
    echo.listen();
    QWebSocket socket;
    QSignalSpy frames(&socket, &QWebSocket::textMessageReceived);
    QSignalSpy disconnected(&socket, &QWebSocket::disconnected);
    socket.open(echo.webSocketUrl());
    QTRY_COMPARE_WITH_TIMEOUT(disconnected.size(), 1, patience);
    QCOMPARE(frames.size(), 51);
    QCOMPARE(socket.closeCode(), QWebSocketProtocol::CloseCodeNormal);
}

void ServerWebSocketTest::manyConnections()
{
    constexpr int count = 200;
    ServerUnderTest echo;
    echo.listen();
    std::vector<std::unique_ptr<QWebSocket>> sockets;
    int echoed = 0;
    for (int i = 0; i < count; ++i) {
        auto &socket = *sockets.emplace_back(std::make_unique<QWebSocket>());
        connect(&socket, &QWebSocket::textMessageReceived, this, [&socket, &echoed](const QString &text) {
            if (text.startsWith(u'0'))
                socket.sendTextMessage(QStringLiteral("4hello"));
            else
                ++echoed;
        });
        socket.open(echo.webSocketUrl());
    }
    QTRY_COMPARE_WITH_TIMEOUT(echoed, count, patience);
    for (std::size_t i = 0; i < sockets.size(); ++i) {
        if (i % 2 == 0)
            sockets[i]->close();
        else
            sockets[i]->abort();
    }
    QTRY_COMPARE_WITH_TIMEOUT(echo.closeReasons().size(), count, patience);
}

} // namespace

QTEST_GUILESS_MAIN(ServerWebSocketTest)
#include "ServerWebSocketTest.moc"
