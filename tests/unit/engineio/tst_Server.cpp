// SPDX-License-Identifier: MIT
// The server's HTTP front and its WebSocket transport over real sockets.
#include "engineio/Packet.h"
#include "engineio/Server.h"

#include <QtCore/QEventLoop>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>

#include <atomic>
#include <mutex>
#include <thread>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000;

/// An echo server on a free port.
struct EchoServer {
    explicit EchoServer(const engineio::ServerOptions &options = {})
        : server(options)
    {
        server.setConnectionHandler(
            QStringLiteral("/engine.io/"), [this](const std::shared_ptr<engineio::Connection> &connection) {
                ++opened;
                connection->onMessage = [connection = connection.get()](engineio::FrameKind kind,
                                                                        QByteArrayView message) {
                    connection->send(kind == engineio::FrameKind::Text
                                         ? engineio::encode(engineio::PacketType::Message, message)
                                         : message.toByteArray(),
                                     kind);
                };
                connection->onClose = [this](const QString &reason) {
                    const std::scoped_lock lock(mutex);
                    reasons.append(reason);
                };
            });
    }

    void listen()
    {
        const auto listening = server.listen(QStringLiteral("127.0.0.1"), 0);
        QVERIFY2(listening.error.isEmpty(), qPrintable(listening.error));
        port = listening.port;
    }

    [[nodiscard]] QStringList closeReasons()
    {
        const std::scoped_lock lock(mutex);
        return reasons;
    }

    [[nodiscard]] QUrl webSocketUrl() const
    {
        return QUrl(QStringLiteral("ws://127.0.0.1:%1/engine.io/?EIO=4&transport=websocket").arg(port));
    }

    std::atomic<int> opened = 0;
    quint16 port = 0;
    std::mutex mutex;
    QStringList reasons;
    engineio::Server server; // last: its thread uses what is above
};

struct Answer {
    int status = 0;
    QByteArray header;
    QByteArray body;
};

/// One answer read from a connection: header, then as much body as it announces unless the request was HEAD.
Answer readAnswer(QTcpSocket &socket, QByteArray &pending, bool head = false)
{
    Answer answer;
    const auto more = [&] { return socket.waitForReadyRead(patience); };
    qsizetype end = -1;
    while ((end = pending.indexOf("\r\n\r\n")) < 0) {
        pending += socket.readAll();
        if (pending.indexOf("\r\n\r\n") < 0 && !more())
            return answer;
    }
    answer.header = pending.first(end);
    pending.remove(0, end + 4);
    answer.status = answer.header.mid(9, 3).toInt();
    qsizetype length = 0;
    for (const auto &line : answer.header.toLower().split('\n')) {
        if (line.startsWith("content-length:"))
            length = line.mid(15).trimmed().toLongLong();
    }
    while (!head && pending.size() < length && (socket.bytesAvailable() > 0 || more()))
        pending += socket.readAll();
    if (!head) {
        answer.body = pending.first(std::min(length, pending.size()));
        pending.remove(0, answer.body.size());
    }
    return answer;
}

Answer exchange(quint16 port, const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    socket.write(request);
    QByteArray pending;
    return readAnswer(socket, pending, request.startsWith("HEAD"));
}

QByteArray get(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n";
}

class ServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesHandshakes_data();
    void refusesHandshakes();
    void handlesHttp_data();
    void handlesHttp();
    void keepsConnectionsAlive();
    void answersLater();
    void withoutHandlerThereIsNothing();
    void limitsRequests_data();
    void limitsRequests();
    void echoes();
    void controlFramesDoNotMixWithData();
    void pingsAndEndsTheSilent();
    void oversizeFrameHarmsNobodyElse();
    void slowReaderIsDisconnected();
    void closeSendsWhatWasWrittenBefore();
    void manyConnections();
    void acceptsAgainWhenDescriptorsReturn();
    void stopTellsEveryConnection();
    void postAndStop();
    void saysWhyItCannotListen_data();
    void saysWhyItCannotListen();
};

void ServerTest::refusesHandshakes_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    const QByteArray upgrade =
        " HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    QTest::newRow("no transport") << get("/engine.io/?EIO=4") << 0 << QStringLiteral("Transport unknown");
    QTest::newRow("no query") << get("/engine.io/") << 0 << QStringLiteral("Transport unknown");
    QTest::newRow("a session") << "GET /engine.io/?EIO=4&transport=websocket&sid=x" + upgrade << 1
                               << QStringLiteral("Session ID unknown");
    QTest::newRow("POST")
        << QByteArray("POST /engine.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
        << 2 << QStringLiteral("Bad handshake method");
    QTest::newRow("no upgrade") << get("/engine.io/?EIO=4&transport=websocket") << 3 << QStringLiteral("Bad request");
    QTest::newRow("protocol 3") << "GET /engine.io/?EIO=3&transport=websocket" + upgrade << 5
                                << QStringLiteral("Unsupported protocol version");
    QTest::newRow("no protocol") << "GET /engine.io/?transport=websocket" + upgrade << 5
                                 << QStringLiteral("Unsupported protocol version");
}

void ServerTest::refusesHandshakes()
{
    QFETCH(QByteArray, request);
    QFETCH(int, code);
    QFETCH(QString, message);
    EchoServer echo;
    echo.listen();
    const Answer answer = exchange(echo.port, request);
    QCOMPARE(answer.status, 400);
    const QJsonObject body = QJsonDocument::fromJson(answer.body).object();
    QCOMPARE(body.value(u"code").toInt(-1), code);
    QCOMPARE(body.value(u"message").toString(), message);
    QCOMPARE(echo.opened.load(), 0);
}

void ServerTest::handlesHttp_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("GET") << get("/a?b=c") << 200 << QByteArray("GET /a?b=c||");
    QTest::newRow("POST")
        << QByteArray("POST /a HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer t\r\nContent-Length: 4\r\n\r\nbody") << 200
        << QByteArray("POST /a|Bearer t|body");
    QTest::newRow("chunked")
        << QByteArray("POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n") << 200
        << QByteArray("POST /a||ab");
    QTest::newRow("HEAD") << QByteArray("HEAD /a HTTP/1.1\r\nHost: a\r\n\r\n") << 200 << QByteArray();
    QTest::newRow("OPTIONS") << QByteArray("OPTIONS /a HTTP/1.1\r\nHost: a\r\n\r\n") << 204 << QByteArray();
    QTest::newRow("a longer path") << get("/engine.io/deeper") << 200 << QByteArray("GET /engine.io/deeper||");
}

void ServerTest::handlesHttp()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    EchoServer echo;
    echo.server.setHttpHandler([](const engineio::HttpRequest &asked, const engineio::HttpResponder &respond) {
        respond({.body = asked.method + ' ' + asked.target + '|' + asked.authorization + '|' + asked.body});
    });
    echo.listen();
    const Answer answer = exchange(echo.port, request);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.body, body);
    if (request.startsWith("HEAD"))
        QVERIFY(answer.header.contains("Content-Length: " + QByteArray::number(qstrlen("GET /a||"))));
}

void ServerTest::keepsConnectionsAlive()
{
    EchoServer echo;
    echo.server.setHttpHandler([](const engineio::HttpRequest &asked, const engineio::HttpResponder &respond) {
        respond({.body = asked.target});
    });
    echo.listen();
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), echo.port);
    socket.write(get("/one") + get("/two"));
    QByteArray pending;
    QCOMPARE(readAnswer(socket, pending).body, "/one");
    QCOMPARE(readAnswer(socket, pending).body, "/two");
    socket.write("GET /three HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    QCOMPARE(readAnswer(socket, pending).body, "/three");
    QVERIFY(socket.state() == QAbstractSocket::UnconnectedState || socket.waitForDisconnected(patience));
}

void ServerTest::answersLater()
{
    EchoServer echo;
    engineio::HttpResponder held;
    echo.server.setHttpHandler([&](const engineio::HttpRequest &, const engineio::HttpResponder &respond) {
        held = respond;
        echo.server.postAfter(1ms, [&] {
            held({.status = 202, .body = "later"});
            held({.status = 500, .body = "twice"});
        });
    });
    echo.listen();
    const Answer answer = exchange(echo.port, get("/"));
    QCOMPARE(answer.status, 202);
    QCOMPARE(answer.body, "later");
    echo.server.stop();
    held({.body = "after the end"}); // nobody is there: nothing happens
}

void ServerTest::withoutHandlerThereIsNothing()
{
    EchoServer echo;
    echo.listen();
    QCOMPARE(exchange(echo.port, get("/")).status, 404);
}

void ServerTest::limitsRequests_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::newRow("body at the limit") << "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n" +
                                              QByteArray(1000, 'x')
                                       << 200;
    QTest::newRow("body over the limit") << "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n" +
                                                QByteArray(1001, 'x')
                                         << 413;
    QTest::newRow("body far over the limit")
        << "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n" + QByteArray(3'000'000, 'x') << 413;
    QTest::newRow("chunks over the limit")
        << "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n" + QByteArray(1001, 'x') +
               "\r\n0\r\n\r\n"
        << 413;
    QTest::newRow("header over the limit") << "GET / HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(20'000, 'x') + "\r\n\r\n"
                                           << 431;
    QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << 400;
}

void ServerTest::limitsRequests()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    EchoServer echo({.maxHttpBody = 1000});
    echo.server.setHttpHandler(
        [](const engineio::HttpRequest &, const engineio::HttpResponder &respond) { respond({}); });
    echo.listen();
    QCOMPARE(exchange(echo.port, request).status, status);
}

void ServerTest::echoes()
{
    EchoServer echo;
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
    socket.close();
    QTRY_COMPARE_WITH_TIMEOUT(echo.closeReasons(), QStringList{QStringLiteral("transport close")}, patience);
}

void ServerTest::controlFramesDoNotMixWithData()
{
    constexpr int count = 200;
    EchoServer echo;
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

void ServerTest::pingsAndEndsTheSilent()
{
    EchoServer echo({.pingInterval = 20ms, .pingTimeout = 20ms});
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

void ServerTest::oversizeFrameHarmsNobodyElse()
{
    EchoServer echo({.maxPayload = 1000});
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

void ServerTest::slowReaderIsDisconnected()
{
    EchoServer echo({.maxWriteQueue = 1'000'000});
    std::shared_ptr<engineio::Connection> slow;
    std::atomic<bool> connected = false;
    echo.server.setConnectionHandler(QStringLiteral("/engine.io/"),
                                     [&](const std::shared_ptr<engineio::Connection> &connection) {
                                         connection->onMessage = [](engineio::FrameKind, QByteArrayView) {};
                                         connection->onClose = [&](const QString &reason) {
                                             const std::scoped_lock lock(echo.mutex);
                                             echo.reasons.append(reason);
                                         };
                                         slow = connection;
                                         connected = true;
                                     });
    echo.listen();
    QTcpSocket socket; // a raw one, which reads only what it is asked to
    socket.setReadBufferSize(1024);
    socket.connectToHost(QStringLiteral("127.0.0.1"), echo.port);
    socket.write(
        "GET /engine.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    QTRY_VERIFY_WITH_TIMEOUT(connected, patience);
    const QByteArray frame = engineio::encode(engineio::PacketType::Message, QByteArray(100'000, 'x'));
    // More than the kernel's buffers on both sides and the bound together.
    echo.server.post([&] {
        for (int i = 0; i < 400; ++i)
            slow->send(frame);
        slow.reset();
    });
    QTRY_COMPARE_WITH_TIMEOUT(echo.closeReasons(), QStringList{QStringLiteral("the client reads too slowly")},
                              patience);
}

void ServerTest::closeSendsWhatWasWrittenBefore()
{
    EchoServer echo;
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

void ServerTest::manyConnections()
{
    constexpr int count = 200;
    EchoServer echo;
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

void ServerTest::acceptsAgainWhenDescriptorsReturn()
{
#ifdef Q_OS_LINUX
    EchoServer echo;
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
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), echo.port);
    const bool connected = socket.waitForConnected(patience);
    const bool exhausted = dup(0) < 0;
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &before), 0);
    QVERIFY(connected);
    QVERIFY(exhausted);
    socket.write(get("/"));
    QByteArray pending;
    QCOMPARE(readAnswer(socket, pending).body, "here");
#else
    QSKIP("needs a limit on file descriptors");
#endif
}

void ServerTest::stopTellsEveryConnection()
{
    EchoServer echo;
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
    EchoServer echo;
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
    EchoServer first;
    first.listen();
    engineio::Server second({});
    const auto listening = second.listen(address, first.port);
    QVERIFY2(listening.error.contains(words), qPrintable(listening.error));
    QVERIFY2(listening.error.contains(QStringLiteral("could not listen on %1 port %2").arg(address).arg(first.port)),
             qPrintable(listening.error));
}

} // namespace

QTEST_GUILESS_MAIN(ServerTest)
#include "tst_Server.moc"
