// SPDX-License-Identifier: MIT
// The client against servers that behave in ways ours never would.
#include "socketio/client/Client.h"

#include "ScriptedServer.h"

#include <QtNetwork/QTcpServer>
#include <QtTest/QSignalSpy>

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr int patience = 20'000;
const QString &handshake = ScriptedServer::handshake;

struct Spies {
    explicit Spies(socketio::Client &client)
        : connected(&client, &socketio::Client::connected)
        , refused(&client, &socketio::Client::connectRefused)
        , received(&client, &socketio::Client::eventReceived)
        , heartbeat(&client, &socketio::Client::heartbeat)
        , closed(&client, &socketio::Client::closed)
    {
    }

    [[nodiscard]] QString closedBecause() const { return closed.isEmpty() ? QString() : closed.at(0).at(0).toString(); }

    QSignalSpy connected;
    QSignalSpy refused;
    QSignalSpy received;
    QSignalSpy heartbeat;
    QSignalSpy closed;
};

class ClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksAsBrowsersDo();
    void answersPings();
    void endsWithoutHeartbeat();
    void toleratesOtherServers_data();
    void toleratesOtherServers();
    void endsOnNonsense_data();
    void endsOnNonsense();
    void refusesLargerMessagesThanAgreed();
    void givesUpOnASilentServer_data();
    void givesUpOnASilentServer();
    void saysThatNobodyListens();
    void saysThatItIsNoSocketIo();
    void mayBeDestroyedInAnyAnswer_data();
    void mayBeDestroyedInAnyAnswer();
    void reopensFromItsOwnEnd();
};

void ClientTest::asksAsBrowsersDo()
{
    ScriptedServer server;
    socketio::Client client(server.options());
    Spies spies(client);
    client.open({});
    QTRY_COMPARE_WITH_TIMEOUT(spies.connected.size(), 1, patience);
    const QUrl asked = server.socket->requestUrl();
    QCOMPARE(asked.path(), u"/socket.io/"_s);
    QCOMPARE(asked.query(), u"EIO=4&transport=websocket"_s);
    QCOMPARE(server.socket->origin(), u"http://127.0.0.1:%1"_s.arg(server.server.serverPort()));
    QCOMPARE(client.transport(), u"websocket"_s);
    client.close();
    QCOMPARE(client.transport(), QString());
    QTRY_COMPARE_WITH_TIMEOUT(server.received, QStringList({u"40"_s, u"41"_s}), patience);
}

void ClientTest::answersPings()
{
    ScriptedServer server;
    server.answers.insert(u"40"_s, {u"2"_s, uR"(40{"sid":"s"})"_s});
    socketio::Client client(server.options());
    Spies spies(client);
    client.open({});
    QTRY_COMPARE_WITH_TIMEOUT(server.received, QStringList({u"40"_s, u"3"_s}), patience);
    QTRY_COMPARE_WITH_TIMEOUT(spies.heartbeat.size(), 1, patience);
}

void ClientTest::endsWithoutHeartbeat()
{
    ScriptedServer server;
    server.greeting = {uR"(0{"sid":"e","upgrades":[],"pingInterval":600,"pingTimeout":400})"_s};
    socketio::Client client(server.options());
    Spies spies(client);
    client.open({});
    QTRY_COMPARE_WITH_TIMEOUT(spies.closedBecause(), u"no heartbeat for 1 s"_s, patience);
    QCOMPARE(spies.connected.size(), 1);
    QVERIFY(!client.isConnected());
}

void ClientTest::toleratesOtherServers_data()
{
    QTest::addColumn<QStringList>("greeting");
    QTest::addColumn<QString>("nameSpace");
    QTest::addColumn<QString>("connect");
    QTest::addColumn<QStringList>("answer");
    QTest::addColumn<int>("events");
    const QStringList usual{handshake};
    QTest::newRow("no maxPayload") << QStringList{uR"(0{"sid":"e","pingInterval":25000,"pingTimeout":20000})"_s}
                                   << u"/"_s << u"40"_s << QStringList{uR"(40{"sid":"s"})"_s} << 0;
    QTest::newRow("events before the answer")
        << usual << u"/"_s << u"40"_s << QStringList{uR"(42["missed"])"_s, uR"(40{"sid":"s"})"_s, uR"(42["new"])"_s}
        << 2;
    QTest::newRow("a namespace") << usual << u"/chat"_s << u"40/chat,"_s
                                 << QStringList{uR"(40/chat,{"sid":"s"})"_s, uR"(42/chat,["new"])"_s} << 1;
    QTest::newRow("noise of Engine.IO") << usual << u"/"_s << u"40"_s
                                        << QStringList{u"6"_s, uR"(40{"sid":"s"})"_s, u"6"_s} << 0;
}

void ClientTest::toleratesOtherServers()
{
    QFETCH(QStringList, greeting);
    QFETCH(QString, nameSpace);
    QFETCH(QString, connect);
    QFETCH(QStringList, answer);
    QFETCH(int, events);
    ScriptedServer server;
    server.greeting = greeting;
    server.answers = {{connect, answer}};
    auto options = server.options();
    options.nameSpace = nameSpace;
    socketio::Client client(options);
    Spies spies(client);
    client.open({});
    QTRY_COMPARE_WITH_TIMEOUT(spies.connected.size(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(spies.received.size(), events, patience);
    QVERIFY(client.isConnected());
}

void ClientTest::endsOnNonsense_data()
{
    QTest::addColumn<QStringList>("greeting");
    QTest::addColumn<QStringList>("answer");
    const QStringList usual{handshake};
    const QStringList accept{uR"(40{"sid":"s"})"_s};
    QTest::newRow("no handshake") << QStringList{u"hello"_s} << accept;
    QTest::newRow("handshake of no use") << QStringList{u"0{}"_s} << accept;
    QTest::newRow("CONNECT without an id") << usual << QStringList{u"40"_s};
    QTest::newRow("unknown packet") << usual << QStringList{accept + QStringList{u"9"_s}};
    QTest::newRow("broken event") << usual << QStringList{accept + QStringList{u"42["_s}};
    QTest::newRow("DISCONNECT") << usual << QStringList{accept + QStringList{u"41"_s}};
    QTest::newRow("close of Engine.IO") << usual << QStringList{accept + QStringList{u"1"_s}};
}

void ClientTest::endsOnNonsense()
{
    QFETCH(QStringList, greeting);
    QFETCH(QStringList, answer);
    ScriptedServer server;
    server.greeting = greeting;
    server.answers = {{u"40"_s, answer}};
    socketio::Client client(server.options());
    Spies spies(client);
    client.open({});
    QTRY_COMPARE_WITH_TIMEOUT(spies.closed.size(), 1, patience);
    QVERIFY(!spies.closedBecause().isEmpty());
    QVERIFY(!client.isConnected());
    QTRY_COMPARE_WITH_TIMEOUT(server.socket->state(), QAbstractSocket::UnconnectedState, patience);
    QCOMPARE(spies.closed.size(), 1);
}

void ClientTest::refusesLargerMessagesThanAgreed()
{
    ScriptedServer server;
    server.greeting = {uR"(0{"sid":"e","pingInterval":25000,"pingTimeout":20000,"maxPayload":1000})"_s};
    socketio::Client client(server.options());
    Spies spies(client);
    client.open({});
    QTRY_COMPARE_WITH_TIMEOUT(spies.connected.size(), 1, patience);
    server.socket->sendTextMessage(u"42[\"%1\"]"_s.arg(QString(900, u'x')));
    QTRY_COMPARE_WITH_TIMEOUT(spies.received.size(), 1, patience);
    server.socket->sendTextMessage(u"42[\"%1\"]"_s.arg(QString(1000, u'x')));
    QTRY_COMPARE_WITH_TIMEOUT(spies.closedBecause(), u"a message was larger than allowed"_s, patience);
    QCOMPARE(spies.received.size(), 1);
}

void ClientTest::givesUpOnASilentServer_data()
{
    QTest::addColumn<QStringList>("greeting");
    QTest::newRow("no handshake") << QStringList();
    QTest::newRow("no answer to CONNECT") << QStringList{handshake};
}

void ClientTest::givesUpOnASilentServer()
{
    QFETCH(QStringList, greeting);
    ScriptedServer server;
    server.greeting = greeting;
    server.answers.clear();
    auto options = server.options();
    options.handshakeTimeout = 50ms;
    socketio::Client client(options);
    Spies spies(client);
    client.open({});
    QTRY_COMPARE_WITH_TIMEOUT(spies.closedBecause(), u"the server did not answer in time"_s, patience);
    QCOMPARE(spies.connected.size(), 0);
}

void ClientTest::saysThatNobodyListens()
{
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    socketio::ClientOptions options;
    options.url = QUrl(u"http://127.0.0.1:%1"_s.arg(free.serverPort()));
    free.close();
    socketio::Client client(options);
    Spies spies(client);
    client.open({});
    QTRY_COMPARE_WITH_TIMEOUT(spies.closedBecause(), u"could not connect: Connection refused"_s, patience);
}

void ClientTest::saysThatItIsNoSocketIo()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    connect(&other, &QTcpServer::newConnection, &other,
            [&other] { other.nextPendingConnection()->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"); });
    socketio::ClientOptions options;
    options.url = QUrl(u"http://127.0.0.1:%1"_s.arg(other.serverPort()));
    socketio::Client client(options);
    Spies spies(client);
    client.open({});
    QTRY_COMPARE_WITH_TIMEOUT(spies.closed.size(), 1, patience);
    QVERIFY2(spies.closedBecause().startsWith(u"could not connect: "), qPrintable(spies.closedBecause()));
}

void ClientTest::mayBeDestroyedInAnyAnswer_data()
{
    QTest::addColumn<QString>("in");
    for (const char *in : {"opened", "connected", "refused", "event", "heartbeat", "ack", "closed"})
        QTest::newRow(in) << QString::fromLatin1(in);
}

void ClientTest::mayBeDestroyedInAnyAnswer()
{
    QFETCH(QString, in);
    ScriptedServer server;
    if (in == u"refused")
        server.answers = {{u"40"_s, {uR"(44{"message":"No"})"_s, u"2"_s}}};
    else
        server.answers = {{u"40"_s, {uR"(40{"sid":"s"})"_s, uR"(42["a"])"_s, u"2"_s}},
                          {uR"(420["ask"])"_s, {u"430[]"_s, u"41"_s}}};
    auto client = std::make_unique<socketio::Client>(server.options());
    auto *raw = client.get();
    const auto destroy = [&] { client.reset(); };
    connect(raw, &socketio::Client::connected, this, [raw, &in, &client] {
        raw->emitWithAck(u"ask"_s, {}, 60s, [&in, &client](const socketio::AckResult &) {
            if (in == u"ack")
                client.reset();
        });
    });
    if (in == u"opened")
        connect(raw, &socketio::Client::transportOpened, this, destroy);
    else if (in == u"connected")
        connect(raw, &socketio::Client::connected, this, destroy);
    else if (in == u"refused")
        connect(raw, &socketio::Client::connectRefused, this, destroy);
    else if (in == u"event")
        connect(raw, &socketio::Client::eventReceived, this, destroy);
    else if (in == u"heartbeat")
        connect(raw, &socketio::Client::heartbeat, this, destroy);
    else if (in == u"closed")
        connect(raw, &socketio::Client::closed, this, destroy);
    client->open({});
    QTRY_VERIFY_WITH_TIMEOUT(!client, patience);
    QTRY_COMPARE_WITH_TIMEOUT(server.socket->state(), QAbstractSocket::UnconnectedState, patience);
}

void ClientTest::reopensFromItsOwnEnd()
{
    ScriptedServer server;
    server.answers = {{u"40"_s, {uR"(40{"sid":"s"})"_s, u"41"_s}}};
    socketio::Client client(server.options());
    Spies spies(client);
    connect(&client, &socketio::Client::closed, this, [&] {
        QVERIFY(!client.isConnected());
        if (spies.connected.size() < 3) {
            server.answers = {{u"40"_s, {uR"(40{"sid":"s"})"_s, u"41"_s}}};
            client.open({});
        }
    });
    client.open({});
    QTRY_COMPARE_WITH_TIMEOUT(spies.closed.size(), 3, patience);
    QCOMPARE(spies.connected.size(), 3);
}

} // namespace

QTEST_GUILESS_MAIN(ClientTest)
#include "ClientTest.moc"
