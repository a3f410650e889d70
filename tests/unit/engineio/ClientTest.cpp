// SPDX-License-Identifier: MIT
// The client over each transport against the real server, and against servers that behave in ways ours never would.
#include "ClientUnderTest.h"
#include "EchoServer.h"

#include <QtCore/QPointer>
#include <QtCore/QThread>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

#include <memory>

using namespace std::chrono_literals;

namespace {

class ClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void echoes_data();
    void echoes();
    void answersPings_data();
    void answersPings();
    void sendsBatchesWithinTheLimit();
    void sendsWhatWasWrittenBeforeItCloses_data();
    void sendsWhatWasWrittenBeforeItCloses();
    void saysWhyItFailed_data();
    void saysWhyItFailed();
    void neverRepeatsARequest_data();
    void neverRepeatsARequest();
    void countsItsTraffic_data();
    void countsItsTraffic();
    void mayBeDestroyedInAnySignal_data();
    void mayBeDestroyedInAnySignal();
    void goesWithItsThread_data();
    void goesWithItsThread();
};

void transportRows()
{
    QTest::addColumn<QList<TransportKind>>("transports");
    QTest::addColumn<QString>("transport");
    QTest::newRow("WebSocket") << webSocketOnly << QStringLiteral("websocket");
    QTest::newRow("long-polling") << pollingOnly << QStringLiteral("polling");
}

void ClientTest::echoes_data()
{
    transportRows();
}

void ClientTest::echoes()
{
    QFETCH(QList<TransportKind>, transports);
    QFETCH(QString, transport);
    EchoServer server;
    Client client(optionsFor(server.url(), transports));
    Heard heard(client);
    client.open();
    QTRY_COMPARE_WITH_TIMEOUT(heard.opened.size(), 1, patience);
    QCOMPARE(client.transport(), transport);
    const QList<std::pair<FrameKind, QByteArray>> said{
        {FrameKind::Text, "hello"},
        {FrameKind::Text, ""},
        {FrameKind::Binary, QByteArray("\x00\x1e\xff", 3)},
        {FrameKind::Binary, ""},
        {FrameKind::Text, "gr\xc3\xbc\xc3\x9f \xf0\x9f\x99\x82"},
        {FrameKind::Text, QByteArray(100'000, 'x')},
    };
    for (const auto &[kind, payload] : said)
        client.send(payload, kind);
    QTRY_COMPARE_WITH_TIMEOUT(heard.messages.size(), said.size(), patience);
    QVERIFY(heard.messages == said);
    QVERIFY(heard.closed.isEmpty());
    client.close();
    QTRY_COMPARE_WITH_TIMEOUT(server.closed.load(), 1, patience);
    QVERIFY(!client.isOpen());
}

void ClientTest::answersPings_data()
{
    transportRows();
}

void ClientTest::answersPings()
{
    QFETCH(QList<TransportKind>, transports);
    engineio::ServerOptions options;
    options.pingInterval = 50ms;
    EchoServer server(options);
    Client client(optionsFor(server.url(), transports));
    Heard heard(client);
    const QSignalSpy heartbeats(&client, &Client::heartbeat);
    client.open();
    QTRY_VERIFY_WITH_TIMEOUT(heartbeats.size() >= 5, patience); // the server pings again only after a pong
    QVERIFY(heard.closed.isEmpty());
}

void ClientTest::sendsBatchesWithinTheLimit()
{
    engineio::ServerOptions options;
    options.maxPayload = 1'000; // the server answers a larger body with 413 and the session is over
    EchoServer server(options);
    Client client(optionsFor(server.url(), pollingOnly));
    Heard heard(client);
    client.open();
    QTRY_COMPARE_WITH_TIMEOUT(heard.opened.size(), 1, patience);
    for (int i = 0; i < 300; ++i) {
        client.send(QByteArray(i % 97, 'a'));
        client.send(QByteArray(i % 89, '\0'), FrameKind::Binary);
    }
    QTRY_COMPARE_WITH_TIMEOUT(heard.messages.size(), 600, patience);
    for (int i = 0; i < 300; ++i)
        QCOMPARE(heard.messages.at(2 * i).second.size(), i % 97);
    client.send(QByteArray(1'001, 'a'));
    QTRY_COMPARE_WITH_TIMEOUT(heard.closed.size(), 1, patience);
    QCOMPARE(heard.failure().httpStatus, 413);
}

void ClientTest::sendsWhatWasWrittenBeforeItCloses_data()
{
    transportRows();
}

void ClientTest::sendsWhatWasWrittenBeforeItCloses()
{
    QFETCH(QList<TransportKind>, transports);
    std::atomic<int> received = 0;
    std::atomic<bool> closed = false;
    engineio::Server server({});
    server.setConnectionHandler(QStringLiteral("/engine.io/"), [&](const auto &connection) {
        connection->onMessage = [&](FrameKind, QByteArrayView) { ++received; };
        connection->onClose = [&](const QString &) { closed = true; };
    });
    const auto listening = server.listen(QStringLiteral("127.0.0.1"), 0);
    auto client = std::make_unique<Client>(
        optionsFor(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(listening.port)), transports));
    const QSignalSpy opened(client.get(), &Client::opened);
    client->open();
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patience);
    for (int i = 0; i < 200; ++i)
        client->send("last words");
    client.reset();
    QTRY_VERIFY_WITH_TIMEOUT(closed.load(), patience);
    QCOMPARE(received.load(), 200);
    server.stop();
}

void ClientTest::saysWhyItFailed_data()
{
    QTest::addColumn<QList<TransportKind>>("transports");
    QTest::addColumn<QByteArray>("answer"); // to every request; empty: none
    QTest::addColumn<Failure::Kind>("kind");
    QTest::addColumn<int>("status");
    const QByteArray forbidden = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n";
    const QByteArray moved =
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/engine.io/\r\nContent-Length: 0\r\n\r\n";
    const QByteArray nonsense = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    const QByteArray endless = "HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n" + QByteArray(20 * 1'000'000, '4');
    QTest::newRow("forbidden, WebSocket") << webSocketOnly << forbidden << Failure::Kind::Http << 403;
    QTest::newRow("forbidden, polling") << pollingOnly << forbidden << Failure::Kind::Http << 403;
    QTest::newRow("redirected, polling") << pollingOnly << moved << Failure::Kind::Http << 302;
    QTest::newRow("redirected, WebSocket") << webSocketOnly << moved << Failure::Kind::Http << 302;
    QTest::newRow("no Engine.IO, polling") << pollingOnly << nonsense << Failure::Kind::Protocol << 0;
    QTest::newRow("without end, polling") << pollingOnly << endless << Failure::Kind::Protocol << 0;
    QTest::newRow("silent, WebSocket") << webSocketOnly << QByteArray() << Failure::Kind::Timeout << 0;
    QTest::newRow("silent, polling") << pollingOnly << QByteArray() << Failure::Kind::Timeout << 0;
    QTest::newRow("silent, both") << QList<TransportKind>{TransportKind::WebSocket, TransportKind::Polling}
                                  << QByteArray() << Failure::Kind::Timeout << 0;
    QTest::newRow("hangs up, WebSocket") << webSocketOnly << QByteArray("x") << Failure::Kind::Network << 0;
}

void ClientTest::saysWhyItFailed()
{
    QFETCH(QList<TransportKind>, transports);
    QFETCH(QByteArray, answer);
    QFETCH(Failure::Kind, kind);
    QFETCH(int, status);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [&, socket] {
            if (!socket->readAll().contains("\r\n\r\n") || answer.isEmpty())
                return;
            if (answer == "x")
                socket->abort();
            else
                socket->write(answer);
        });
    });
    auto options = optionsFor(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort())), transports);
    options.handshakeTimeout = answer.isEmpty() ? 200ms : 20s;
    options.webSocketPatience = 50ms;
    Client client(options);
    Heard heard(client);
    client.open();
    QTRY_COMPARE_WITH_TIMEOUT(heard.closed.size(), 1, patience);
    QVERIFY2(heard.failure().kind == kind, qPrintable(heard.failure().message));
    QCOMPARE(heard.failure().httpStatus, status);
    QVERIFY(heard.opened.isEmpty());
    QVERIFY(!client.isOpen());
}

void ClientTest::neverRepeatsARequest_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("GET: what its answer carried would be lost") << QByteArray("GET");
    QTest::newRow("POST: what it carried would come twice") << QByteArray("POST");
}

void ClientTest::neverRepeatsARequest()
{
    QFETCH(QByteArray, method);
    // Takes a whole request of the session and hangs up instead of answering; QNetworkAccessManager would ask again,
    // and the second time there is an answer.
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    int posts = 0;
    bool hasHungUp = false;
    const auto answer = [](QTcpSocket *socket, const QByteArray &body) {
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    };
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [&, socket] {
            const QByteArray request = socket->readAll();
            posts += request.startsWith("POST") ? 1 : 0;
            if (!request.contains("sid="))
                answer(socket, R"(0{"sid":"s","upgrades":[],"pingInterval":25000,"pingTimeout":20000})");
            else if (request.startsWith(method) && !std::exchange(hasHungUp, true))
                socket->disconnectFromHost();
            else if (request.startsWith(method))
                answer(socket, "4what came later");
        });
    });
    Client client(optionsFor(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort())), pollingOnly));
    Heard heard(client);
    connect(&client, &Client::opened, this, [&] { client.send("once"); });
    client.open();
    QTRY_COMPARE_WITH_TIMEOUT(heard.closed.size(), 1, patience);
    QCOMPARE(heard.failure().kind, Failure::Kind::Network);
    QVERIFY(posts <= 1);
    QVERIFY(heard.messages.isEmpty());
}

void ClientTest::countsItsTraffic_data()
{
    transportRows();
}

void ClientTest::countsItsTraffic()
{
    QFETCH(QList<TransportKind>, transports);
    EchoServer server;
    Client client(optionsFor(server.url(), transports));
    Heard heard(client);
    client.open();
    QTRY_COMPARE_WITH_TIMEOUT(heard.opened.size(), 1, patience);
    const auto before = client.traffic();
    QVERIFY(before.bytesIn > 0);
    client.send(QByteArray(10'000, 'x'));
    QTRY_COMPARE_WITH_TIMEOUT(heard.messages.size(), 1, patience);
    QCOMPARE(client.traffic().bytesOut - before.bytesOut, 10'001);
    QCOMPARE(client.traffic().bytesIn - before.bytesIn, 10'001);
    const auto all = client.traffic();
    client.close();
    QVERIFY(client.traffic().bytesIn >= all.bytesIn);
}

void ClientTest::mayBeDestroyedInAnySignal_data()
{
    QTest::addColumn<QList<TransportKind>>("transports");
    QTest::addColumn<QString>("in");
    for (const auto &[name, transports] : {std::pair("WebSocket", webSocketOnly), std::pair("polling", pollingOnly),
                                           std::pair("upgrade", pollingFirst)}) {
        for (const char *in : {"opened", "message", "heartbeat", "closed"})
            QTest::addRow("%s, %s", name, in) << transports << QString::fromLatin1(in);
    }
    QTest::addRow("upgrade, changed") << pollingFirst << QStringLiteral("changed");
}

void ClientTest::mayBeDestroyedInAnySignal()
{
    QFETCH(QList<TransportKind>, transports);
    QFETCH(QString, in);
    engineio::ServerOptions serverOptions;
    serverOptions.pingInterval = 20ms;
    serverOptions.pingTimeout = 1s; // how a server learns that a client is gone whose last request it has answered
    serverOptions.maxPayload = 1'000;
    EchoServer server(serverOptions);
    auto client = std::make_unique<Client>(optionsFor(server.url(), transports));
    const auto destroy = [&] { client.reset(); };
    if (in == QLatin1String("opened"))
        connect(client.get(), &Client::opened, this, destroy);
    else if (in == QLatin1String("message"))
        connect(client.get(), &Client::messageReceived, this, destroy);
    else if (in == QLatin1String("heartbeat"))
        connect(client.get(), &Client::heartbeat, this, destroy);
    else if (in == QLatin1String("changed"))
        connect(client.get(), &Client::transportChanged, this, destroy);
    else
        connect(client.get(), &Client::closed, this, destroy);
    connect(client.get(), &Client::opened, this, [&] {
        if (client && in == QLatin1String("message"))
            client->send("hello");
        else if (client && in == QLatin1String("closed"))
            client->send(QByteArray(2'000, 'x')); // more than the server takes
    });
    client->open();
    QTRY_VERIFY_WITH_TIMEOUT(!client, patience);
    QTRY_COMPARE_WITH_TIMEOUT(server.closed.load(), server.opened.load(), patience);
}

} // namespace

void ClientTest::goesWithItsThread_data()
{
    transportRows();
}

void ClientTest::goesWithItsThread()
{
    QFETCH(QList<TransportKind>, transports);
    engineio::ServerOptions serverOptions;
    // Of an end that is never said a server learns by a ping only; a connection that is left open would show by none.
    serverOptions.pingTimeout = transports == webSocketOnly ? 1h : 1s;
    serverOptions.pingInterval = 20ms;
    EchoServer server(serverOptions);
    QThread thread;
    std::atomic<bool> isOpen = false;
    QList<QPointer<QObject>> parts;
    // Without a receiver, so in the thread itself.
    QObject::connect(&thread, &QThread::started, [&] {
        auto *client = new Client(optionsFor(server.url(), transports));
        QObject::connect(&thread, &QThread::finished, client, &QObject::deleteLater);
        QObject::connect(client, &Client::opened, client, [&, client] {
            for (QObject *part : client->children())
                parts.append(part);
            isOpen = true;
        });
        client->open();
    });
    thread.start();
    QTRY_VERIFY_WITH_TIMEOUT(isOpen, patience);
    thread.quit();
    QVERIFY(thread.wait());
    QVERIFY(!parts.isEmpty());
    for (const auto &part : parts)
        QVERIFY(!part);
    QTRY_COMPARE_WITH_TIMEOUT(server.closed.load(), 1, patience);
}

QTEST_GUILESS_MAIN(ClientTest)
#include "ClientTest.moc"
