// SPDX-License-Identifier: MIT
// Our client against the reference server on Node.js, which is started here; everything over each transport.
#include "Peer.h"
#include "ReferenceServer.h"

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engineio::TransportKind;
using socketio::AckFailure;
using socketio::AckResult;
using socketio::Arguments;
using socketio::ClientConnection;
using socketio::ClientSocket;
using socketio::ClientSocketOptions;

constexpr int patience = ReferenceServer::patience;
using Transports = QList<TransportKind>;

class JsServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void connectsWithAuth();
    void usesTheTransport();
    void getsConnectErrorWithData();
    void isToldThatANamespaceDoesNotExist();
    void exchangesEvents();
    void exchangesBytes();
    void getsAcknowledgements();
    void acknowledgementsTimeOut();
    void answersTheServersQuestions();
    void sharesTheConnectionBetweenNamespaces();
    void keepsOrderWhileItUpgrades();
    void leaves();
    void isDisconnected_data();
    void isDisconnected();
    void answersHeartbeats();
    void isCutOffForAMessageOverTheLimit();
    void isCutOffForTooManyAttachments();
    void keepsEventsUntilItIsConnected();
    void retriesInOrder();
    void recovers();
    void recoversNothingWhenItHadLeft();

private:
    std::unique_ptr<ClientConnection> connectionTo(const ReferenceServer &server) const;
    /// Another socket on the connection, or on another connection.
    Peer &add(const ClientSocketOptions &options = {.nameSpace = u"/lab"_s});
    Peer &addTo(ClientConnection &connection, const ClientSocketOptions &options = {.nameSpace = u"/lab"_s});
    /// Opens a socket and waits until it is connected and on the transport that it is to end on.
    void connectPeer(Peer &peer, const QJsonObject &auth = {});
    /// Waits until the server has handled everything that the socket has sent.
    void settle(Peer &peer);

    ReferenceServer m_server;
    ReferenceServer m_recovering;
    std::vector<std::unique_ptr<ClientConnection>> m_connections;
    std::vector<std::unique_ptr<Peer>> m_peers;
};

void JsServerTest::initTestCase_data()
{
    QTest::addColumn<Transports>("transports");
    QTest::newRow("WebSocket") << Transports{TransportKind::WebSocket};
    QTest::newRow("long-polling") << Transports{TransportKind::Polling};
    QTest::newRow("an upgrade") << Transports{TransportKind::Polling, TransportKind::WebSocket};
}

void JsServerTest::initTestCase()
{
    const QStringList patient{u"--ping-timeout"_s, u"20000"_s, u"--connect-timeout"_s, u"20000"_s};
    m_server.start(patient);
    m_recovering.start(patient + QStringList{u"--recovery"_s, u"60000"_s});
}

void JsServerTest::cleanupTestCase()
{
    m_server.stop();
    m_recovering.stop();
}

void JsServerTest::init()
{
    m_connections.push_back(connectionTo(m_server));
}

void JsServerTest::cleanup()
{
    m_peers.clear();
    m_connections.clear();
}

std::unique_ptr<ClientConnection> JsServerTest::connectionTo(const ReferenceServer &server) const
{
    QFETCH_GLOBAL(Transports, transports);
    socketio::ClientOptions options{.url = server.url()};
    options.engine.transports = transports;
    return std::make_unique<ClientConnection>(options);
}

Peer &JsServerTest::add(const ClientSocketOptions &options)
{
    return addTo(*m_connections.front(), options);
}

Peer &JsServerTest::addTo(ClientConnection &connection, const ClientSocketOptions &options)
{
    return *m_peers.emplace_back(std::make_unique<Peer>(connection, options));
}

void JsServerTest::connectPeer(Peer &peer, const QJsonObject &auth)
{
    const auto before = peer.connected.size();
    peer.socket.open(auth);
    QTRY_COMPARE_WITH_TIMEOUT(peer.connected.size(), before + 1, patience);
}

void JsServerTest::settle(Peer &peer)
{
    const auto answer = peer.ask(u"echo"_s, {});
    QTRY_VERIFY_WITH_TIMEOUT(*answer, patience);
    QVERIFY(std::holds_alternative<Arguments>(**answer));
}

void JsServerTest::connectsWithAuth()
{
    const QJsonObject auth{{u"token"_s, u"123"_s}, {u"deep"_s, QJsonArray{1, QJsonValue::Null, u"ü"_s}}};
    auto &peer = add({.nameSpace = u"/"_s});
    connectPeer(peer, auth);
    QTRY_COMPARE_WITH_TIMEOUT(peer.all(u"auth"_s).size(), 1, patience);
    QCOMPARE(peer.events.at(0).second.json(), QJsonArray{auth});
    QVERIFY(peer.socket.isConnected());
    QVERIFY(!peer.socket.isRecovered());
}

void JsServerTest::usesTheTransport()
{
    QFETCH_GLOBAL(Transports, transports);
    const auto name = [](TransportKind kind) { return kind == TransportKind::Polling ? u"polling"_s : u"websocket"_s; };
    auto &peer = add();
    connectPeer(peer);
    QTRY_COMPARE_WITH_TIMEOUT(peer.all(u"hello"_s).size(), 1, patience);
    QCOMPARE(peer.events.at(0).second.at(0).toString(), name(transports.first()));
    QTRY_COMPARE_WITH_TIMEOUT(m_connections.front()->transport(), name(transports.last()), patience);
    settle(peer);
}

void JsServerTest::getsConnectErrorWithData()
{
    auto &peer = add();
    peer.socket.open({{u"refuse"_s, u"Not authorized"_s}});
    QTRY_COMPARE_WITH_TIMEOUT(peer.refused.size(), 1, patience);
    QCOMPARE(peer.refused.at(0).at(0).toString(), u"Not authorized"_s);
    QCOMPARE(peer.refused.at(0).at(1).toJsonObject(), QJsonObject({{u"code"_s, u"refused"_s}}));
    QVERIFY(!peer.socket.isConnected());
    connectPeer(peer);
    QVERIFY(peer.closed.isEmpty());
}

void JsServerTest::isToldThatANamespaceDoesNotExist()
{
    auto &peer = add({.nameSpace = u"/nowhere"_s});
    peer.socket.open({});
    QTRY_COMPARE_WITH_TIMEOUT(peer.refused.size(), 1, patience);
    QCOMPARE(peer.refused.at(0).at(0).toString(), u"Invalid namespace"_s);
}

void JsServerTest::exchangesEvents()
{
    auto &peer = add();
    connectPeer(peer);
    const QJsonArray everything{1,
                                -2.5,
                                u"日本 🙂 \u2028\u001e"_s,
                                true,
                                QJsonValue::Null,
                                QJsonArray{},
                                QJsonObject{{u"a"_s, QJsonArray{1}}}};
    peer.socket.emitEvent(u"echo"_s, everything);
    peer.socket.emitEvent(u"echo"_s, {});
    peer.socket.emitEvent(u"echo"_s, {QString(450'000, u'ü')});
    QTRY_COMPARE_WITH_TIMEOUT(peer.all(u"echo"_s).size(), 3, patience);
    QCOMPARE(peer.all(u"echo"_s).at(0).json(), everything);
    QCOMPARE(peer.all(u"echo"_s).at(1).json(), QJsonArray());
    QCOMPARE(peer.all(u"echo"_s).at(2).at(0).toString().size(), 450'000);
}

void JsServerTest::exchangesBytes()
{
    auto &peer = add();
    connectPeer(peer);
    Arguments arguments{QByteArray("\0\xff", 2), u"text"_s, QByteArray()};
    arguments.append(QJsonObject{{u"deep"_s, QJsonArray{arguments.attach("inside")}}});
    peer.socket.emitEvent(u"echo"_s, arguments);
    QTRY_COMPARE_WITH_TIMEOUT(peer.all(u"echo"_s).size(), 1, patience);
    QCOMPARE(peer.all(u"echo"_s).at(0), arguments);
    const auto answer = peer.ask(u"echo"_s, {QByteArray(700'000, 'x')});
    QTRY_VERIFY_WITH_TIMEOUT(*answer, patience);
    QCOMPARE(std::get<Arguments>(**answer).attachments(), QByteArrayList{QByteArray(700'000, 'x')});
}

void JsServerTest::getsAcknowledgements()
{
    auto &peer = add();
    connectPeer(peer);
    QList<int> answers;
    for (int i = 0; i < 200; ++i) {
        peer.socket.emitWithAck(u"echo"_s, {i}, 60s, [&answers](const AckResult &answer) {
            answers.append(std::get<Arguments>(answer).at(0).toInt());
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 200, patience);
    for (int i = 0; i < 200; ++i)
        QCOMPARE(answers.at(i), i);
}

void JsServerTest::acknowledgementsTimeOut()
{
    auto &peer = add();
    connectPeer(peer);
    const auto answer = peer.ask(u"silence"_s, {}, 30ms);
    QTRY_VERIFY_WITH_TIMEOUT(*answer, patience);
    QCOMPARE(std::get<AckFailure>(**answer), AckFailure::TimedOut);
    QVERIFY(peer.socket.isConnected());
}

void JsServerTest::answersTheServersQuestions()
{
    auto &peer = add();
    connectPeer(peer);
    peer.answer = Arguments{1, QByteArray("bytes")};
    peer.socket.emitEvent(u"ask"_s, {patience, u"what?"_s});
    QTRY_COMPARE_WITH_TIMEOUT(peer.all(u"asked"_s).size(), 1, patience);
    QCOMPARE(peer.all(u"question"_s).at(0).at(0).toString(), u"what?"_s);
    QCOMPARE(peer.all(u"asked"_s).at(0), *peer.answer);
}

void JsServerTest::sharesTheConnectionBetweenNamespaces()
{
    auto &main = add({.nameSpace = u"/"_s});
    auto &lab = add();
    main.socket.open({});
    lab.socket.open({});
    QTRY_VERIFY_WITH_TIMEOUT(main.socket.isConnected() && lab.socket.isConnected(), patience);
    auto &late = add({.nameSpace = u"/custom"_s}); // the connection is open already
    connectPeer(late);
    main.socket.close();
    late.socket.emitEvent(u"message"_s, {1});
    QTRY_COMPARE_WITH_TIMEOUT(late.all(u"message-back"_s).size(), 1, patience);
    settle(lab);
    QCOMPARE(main.closed.size(), 1);
    QVERIFY(lab.closed.isEmpty() && late.closed.isEmpty());
}

void JsServerTest::keepsOrderWhileItUpgrades()
{
    auto &peer = add();
    connectPeer(peer); // an upgrade is under way now
    for (int i = 0; i < 500; ++i) {
        peer.socket.emitEvent(u"echo"_s, {i});
        if (i % 50 == 0)
            QCoreApplication::processEvents(); // several packets, several payloads
    }
    QTRY_COMPARE_WITH_TIMEOUT(peer.all(u"echo"_s).size(), 500, patience);
    for (int i = 0; i < 500; ++i)
        QCOMPARE(peer.all(u"echo"_s).at(i).at(0).toInt(), i);
}

void JsServerTest::leaves()
{
    m_connections.push_back(connectionTo(m_server));
    auto &watcher = add();
    auto &peer = addTo(*m_connections.back());
    connectPeer(watcher);
    connectPeer(peer);
    watcher.socket.emitEvent(u"join"_s, {u"watchers"_s});
    settle(watcher);
    peer.socket.close();
    QTRY_COMPARE_WITH_TIMEOUT(watcher.all(u"gone"_s).size(), 1, patience);
    QCOMPARE(watcher.all(u"gone"_s).at(0).json(), QJsonArray{u"client namespace disconnect"_s});
}

void JsServerTest::isDisconnected_data()
{
    QTest::addColumn<QString>("event");
    QTest::addColumn<QJsonArray>("arguments");
    QTest::addColumn<QString>("reason");
    QTest::newRow("from the namespace") << u"end"_s << QJsonArray{false} << u"the server ended the connection"_s;
    QTest::newRow("with the transport") << u"end"_s << QJsonArray{true} << u"the server ended the connection"_s;
    QTest::newRow("without a word") << u"cut"_s << QJsonArray() << QString();
}

void JsServerTest::isDisconnected()
{
    QFETCH(QString, event);
    QFETCH(QJsonArray, arguments);
    QFETCH(QString, reason);
    auto &peer = add();
    connectPeer(peer);
    const auto pending = peer.ask(u"silence"_s, {});
    peer.socket.emitEvent(event, arguments);
    QTRY_COMPARE_WITH_TIMEOUT(peer.closed.size(), 1, patience);
    const QString told = peer.closed.at(0).at(0).toString();
    QVERIFY2(!told.isEmpty() && told.startsWith(reason), qPrintable(told));
    QCOMPARE(std::get<AckFailure>(**pending), AckFailure::Disconnected);
}

void JsServerTest::answersHeartbeats()
{
    QSignalSpy heartbeats(m_connections.front().get(), &ClientConnection::heartbeat);
    auto &peer = add();
    connectPeer(peer);
    QTRY_VERIFY_WITH_TIMEOUT(heartbeats.size() >= 3, patience); // a server that gets no pong pings only once
    QVERIFY(peer.socket.isConnected());
}

void JsServerTest::isCutOffForAMessageOverTheLimit()
{
    auto &peer = add();
    connectPeer(peer);
    peer.socket.emitEvent(u"echo"_s, {QString(1'000'001, u'x')});
    QTRY_COMPARE_WITH_TIMEOUT(peer.closed.size(), 1, patience);
    QVERIFY(!peer.closed.at(0).at(0).toString().isEmpty());
}

void JsServerTest::isCutOffForTooManyAttachments()
{
    auto &peer = add();
    connectPeer(peer);
    Arguments arguments;
    for (int i = 0; i < 11; ++i)
        arguments.append(QByteArray("x"));
    peer.socket.emitEvent(u"echo"_s, arguments);
    QTRY_COMPARE_WITH_TIMEOUT(peer.closed.size(), 1, patience);
}

void JsServerTest::keepsEventsUntilItIsConnected()
{
    auto &peer = add({.nameSpace = u"/lab"_s, .whenClosed = socketio::WhenClosed::Keep});
    QVERIFY(peer.socket.emitEvent(u"echo"_s, {1}));
    const auto answer = peer.ask(u"echo"_s, {2});
    const auto late = peer.ask(u"echo"_s, {3}, 1ms);
    QTRY_VERIFY_WITH_TIMEOUT(*late, patience);
    QCOMPARE(std::get<AckFailure>(**late), AckFailure::TimedOut);
    connectPeer(peer);
    QTRY_VERIFY_WITH_TIMEOUT(*answer && !peer.all(u"echo"_s).isEmpty(), patience);
    QCOMPARE(std::get<Arguments>(**answer).json(), QJsonArray{2});
    QCOMPARE(peer.all(u"echo"_s).at(0).json(), QJsonArray{1});
}

void JsServerTest::retriesInOrder()
{
    auto &peer = add({.nameSpace = u"/lab"_s, .retries = 5});
    connectPeer(peer);
    QList<int> answers;
    peer.socket.emitWithAck(u"echo"_s, {-1}, 1ms, [](const AckResult &) {}); // perhaps in time, perhaps again
    for (int i = 0; i < 5; ++i) {
        peer.socket.emitWithAck(u"echo"_s, {i}, 60s, [&answers](const AckResult &answer) {
            answers.append(std::get<Arguments>(answer).at(0).toInt());
        });
    }
    peer.socket.close();
    QVERIFY(answers.isEmpty());
    connectPeer(peer);
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 5, patience);
    QCOMPARE(answers, QList({0, 1, 2, 3, 4}));
}

void JsServerTest::recovers()
{
    m_connections.push_back(connectionTo(m_recovering));
    m_connections.push_back(connectionTo(m_recovering));
    auto &away = addTo(*m_connections.at(1));
    auto &here = addTo(*m_connections.at(2));
    connectPeer(away);
    connectPeer(here);
    const QString room = QString::fromLatin1(QTest::currentDataTag());
    away.socket.emitEvent(u"join"_s, {room});
    here.socket.emitEvent(u"join"_s, {u"watchers"_s});
    settle(away);
    settle(here);
    const auto say = [&here](const QJsonObject &target, const socketio::Argument &what) {
        here.socket.emitEvent(u"say"_s, {target, what});
    };
    const QJsonObject inRoom{{u"to"_s, QJsonArray{room}}};
    say(inRoom, u"before"_s);
    QTRY_COMPARE_WITH_TIMEOUT(away.all(u"said"_s).size(), 1, patience);
    away.socket.emitEvent(u"cut"_s, {});
    QTRY_COMPARE_WITH_TIMEOUT(away.closed.size(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(here.all(u"gone"_s).size(), 1, patience);
    say(inRoom, u"one"_s);
    say({{u"to"_s, QJsonArray{u"another room"_s}}}, u"not for it"_s);
    say(inRoom, QByteArray("two"));
    settle(here);

    away.socket.open({});
    QTRY_COMPARE_WITH_TIMEOUT(away.connected.size(), 2, patience);
    QVERIFY(away.socket.isRecovered());
    QCOMPARE(away.connected.at(1).at(0), away.connected.at(0).at(0)); // the same id
    QTRY_COMPARE_WITH_TIMEOUT(away.all(u"said"_s).size(), 3, patience);
    QCOMPARE(away.all(u"said"_s).at(1).at(0).toString(), u"one"_s);
    QCOMPARE(away.all(u"said"_s).at(2).attachments(), QByteArrayList{"two"});
    say(inRoom, u"after"_s); // it is in its room again
    QTRY_COMPARE_WITH_TIMEOUT(away.all(u"said"_s).size(), 4, patience);
}

void JsServerTest::recoversNothingWhenItHadLeft()
{
    m_connections.push_back(connectionTo(m_recovering));
    auto &peer = addTo(*m_connections.back());
    connectPeer(peer);
    settle(peer);
    peer.socket.close();
    connectPeer(peer);
    QVERIFY(!peer.socket.isRecovered());
    QVERIFY(peer.connected.at(1).at(0) != peer.connected.at(0).at(0));
}

} // namespace

QTEST_GUILESS_MAIN(JsServerTest)
#include "JsServerTest.moc"
