// SPDX-License-Identifier: MIT
// The real client and the real server over loopback; everything over each transport.
#include "socketio/client/Client.h"
#include "socketio/server/Server.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QTimer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <atomic>
#include <thread>

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using socketio::AckFailure;
using socketio::AckResult;
using socketio::Arguments;
using socketio::Client;

constexpr int patience = 20'000;
using Transports = QList<engineio::TransportKind>;

/// Emits `auth` to whoever connects, echoes events, acknowledges what asks for it except `silence`, puts into the room
/// that `join` names.
struct TestServer {
    explicit TestServer(const socketio::ServerOptions &options = {})
        : server(options)
    {
        server.of(u"/"_s).onConnect = [this](const auto &socket, const QJsonObject &auth,
                                             const socketio::ConnectDecision &decision) {
            if (auth.contains(u"refuse")) {
                decision.reject(u"Not authorized"_s, {{u"code"_s, u"auth.invalid"_s}});
                return;
            }
            socket->onEvent = [this, socket = socket.get()](const QString &event, const QJsonArray &arguments,
                                                            const socketio::Ack &ack) {
                onEvent(*socket, event, arguments, ack);
            };
            socket->onDisconnect = [this](const QString &) { --connected; };
            decision.accept();
            ++connected;
            socket->emitEvent(u"auth"_s, {auth});
        };
    }

    void onEvent(socketio::ServerSocket &socket, const QString &event, const QJsonArray &arguments,
                 const socketio::Ack &ack)
    {
        if (event == u"silence")
            return;
        if (event == u"join")
            socket.join(arguments.at(0).toString());
        if (event == u"leave")
            socket.leave(arguments.at(0).toString());
        if (event == u"say")
            server.of(u"/"_s).to(arguments.at(0).toString()).emitEvent(u"said"_s, {arguments.at(1)});
        if (event == u"shout")
            server.of(u"/"_s).everyone().emitEvent(u"shouted"_s, arguments);
        if (event == u"end")
            socket.disconnect(true);
        if (ack)
            ack(arguments);
        else if (event == u"echo")
            socket.emitEvent(event, arguments);
    }

    void listen()
    {
        const auto listening = server.listen(u"127.0.0.1"_s, 0);
        QVERIFY2(listening.error.isEmpty(), qPrintable(listening.error));
        url = QUrl(u"http://127.0.0.1:%1"_s.arg(listening.port));
    }

    std::atomic<int> connected = 0;
    QUrl url;
    socketio::Server server; // last: its thread uses what is above
};

struct TestClient {
    TestClient(const TestServer &server, const Transports &transports)
        : client(options(server, transports))
    {
        QObject::connect(&client, &Client::connected, &client, [this] { ++connected; });
        QObject::connect(&client, &Client::connectRefused, &client,
                         [this](const QString &message, const QJsonObject &data) {
                             refusals.append(message + u' ' + data.value(u"code").toString());
                         });
        QObject::connect(&client, &Client::closed, &client, [this](const QString &reason) { closed.append(reason); });
        QObject::connect(&client, &Client::eventReceived, &client,
                         [this](const QString &event, const QJsonArray &arguments) {
                             if (event == u"auth")
                                 auth = arguments.at(0).toObject();
                             else
                                 events.append({event, arguments});
                         });
    }

    static socketio::ClientOptions options(const TestServer &server, const Transports &transports)
    {
        socketio::ClientOptions options{.url = server.url};
        options.engine.transports = transports;
        return options;
    }

    /// The answer, once it has come.
    std::shared_ptr<QList<AckResult>> ask(const QString &event, const QJsonArray &arguments,
                                          std::chrono::milliseconds timeout = 60s)
    {
        auto answers = std::make_shared<QList<AckResult>>();
        client.emitWithAck(event, arguments, timeout, [answers](const AckResult &answer) { answers->append(answer); });
        return answers;
    }

    Client client;
    int connected = 0;
    QJsonObject auth;
    QStringList refusals;
    QStringList closed;
    QList<std::pair<QString, QJsonArray>> events;
};

class LoopbackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();
    void connects();
    void isRefusedWithData();
    void carriesEventsBothWays();
    void acknowledges();
    void failsAcksInTime();
    void failsAcksOnClose_data();
    void failsAcksOnClose();
    void failsAcksWhenNotConnected();
    void closesOnce();
    void opensAgain();
    void opensInPlaceOfWhatIsOpen();
    void broadcastsInOrder();
    void roomsHaveNoDuplicates();
    void outlivesAServerThatStops();
    void keepsAliveThroughHeartbeats();
    void manyClientsComeAndGo();
    void worksInAnotherThread();

private:
    Transports m_transports;
    std::unique_ptr<TestServer> m_server;
};

void LoopbackTest::initTestCase_data()
{
    using engineio::TransportKind;
    QTest::addColumn<Transports>("transports");
    QTest::newRow("WebSocket") << Transports{TransportKind::WebSocket};
    QTest::newRow("long-polling") << Transports{TransportKind::Polling};
    QTest::newRow("an upgrade") << Transports{TransportKind::Polling, TransportKind::WebSocket};
}

void LoopbackTest::init()
{
    QFETCH_GLOBAL(Transports, transports);
    m_transports = transports;
    m_server = std::make_unique<TestServer>();
    m_server->listen();
}

void LoopbackTest::cleanup()
{
    m_server.reset();
}

void LoopbackTest::connects()
{
    TestClient one(*m_server, m_transports);
    QSignalSpy opened(&one.client, &Client::transportOpened);
    QSignalSpy connected(&one.client, &Client::connected);
    one.client.open({{u"token"_s, u"123"_s}});
    QVERIFY(!one.client.isConnected());
    QTRY_COMPARE_WITH_TIMEOUT(one.auth.value(u"token").toString(), u"123"_s, patience);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(connected.size(), 1);
    QVERIFY(!connected.at(0).at(0).toString().isEmpty());
    QVERIFY(one.client.isConnected());
}

void LoopbackTest::isRefusedWithData()
{
    TestClient one(*m_server, m_transports);
    one.client.open({{u"refuse"_s, true}});
    QTRY_COMPARE_WITH_TIMEOUT(one.refusals, QStringList{u"Not authorized auth.invalid"_s}, patience);
    QVERIFY(!one.client.isConnected());
    one.client.open({}); // the same client with other credentials
    QTRY_COMPARE_WITH_TIMEOUT(one.connected, 1, patience);
    QVERIFY(one.closed.isEmpty());
}

void LoopbackTest::carriesEventsBothWays()
{
    TestClient one(*m_server, m_transports);
    one.client.open({});
    QTRY_COMPARE_WITH_TIMEOUT(one.connected, 1, patience);
    const QJsonArray everything{
        1, 2.5, u"日本 🙂 \"\\\n\u2028"_s, true, QJsonValue::Null, QJsonArray{1}, QJsonObject{{u"a"_s, 1}}};
    one.client.emitEvent(u"echo"_s, everything);
    one.client.emitEvent(u"echo"_s, {});
    one.client.emitEvent(u"echo"_s, {QString(400'000, u'x')});
    QTRY_COMPARE_WITH_TIMEOUT(one.events.size(), 3, patience);
    QCOMPARE(one.events.at(0).second, everything);
    QCOMPARE(one.events.at(1).second, QJsonArray());
    QCOMPARE(one.events.at(2).second.at(0).toString().size(), 400'000);
}

void LoopbackTest::acknowledges()
{
    TestClient one(*m_server, m_transports);
    one.client.open({});
    QTRY_COMPARE_WITH_TIMEOUT(one.connected, 1, patience);
    QList<std::shared_ptr<QList<AckResult>>> answers;
    for (int i = 0; i < 100; ++i)
        answers.append(one.ask(u"ask"_s, {i}));
    QTRY_COMPARE_WITH_TIMEOUT(answers.last()->size(), 1, patience);
    for (int i = 0; i < 100; ++i) {
        QCOMPARE(answers.at(i)->size(), 1);
        QCOMPARE(std::get<Arguments>(answers.at(i)->first()).json(), QJsonArray{i});
    }
}

void LoopbackTest::failsAcksInTime()
{
    TestClient one(*m_server, m_transports);
    one.client.open({});
    QTRY_COMPARE_WITH_TIMEOUT(one.connected, 1, patience);
    const auto late = one.ask(u"silence"_s, {}, 20ms);
    const auto pending = one.ask(u"silence"_s, {});
    QTRY_COMPARE_WITH_TIMEOUT(late->size(), 1, patience);
    QCOMPARE(std::get<AckFailure>(late->first()), AckFailure::TimedOut);
    QVERIFY(pending->isEmpty());
    QVERIFY(one.client.isConnected());
}

void LoopbackTest::failsAcksOnClose_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"client", "server", "stop"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void LoopbackTest::failsAcksOnClose()
{
    QFETCH(QString, how);
    TestClient one(*m_server, m_transports);
    one.client.open({});
    QTRY_COMPARE_WITH_TIMEOUT(one.connected, 1, patience);
    const auto pending = one.ask(u"silence"_s, {});
    int answersWhenClosed = -1;
    connect(&one.client, &Client::closed, this, [&] { answersWhenClosed = int(pending->size()); });
    if (how == u"client")
        one.client.close();
    else if (how == u"server")
        one.client.emitEvent(u"end"_s, {});
    else
        m_server->server.stop();
    QTRY_COMPARE_WITH_TIMEOUT(one.closed.size(), 1, patience);
    QCOMPARE(pending->size(), 1);
    QCOMPARE(std::get<AckFailure>(pending->first()), AckFailure::Disconnected);
    QCOMPARE(answersWhenClosed, 1);
}

void LoopbackTest::failsAcksWhenNotConnected()
{
    TestClient one(*m_server, m_transports);
    const auto answers = one.ask(u"ask"_s, {});
    QVERIFY(answers->isEmpty()); // never from within the call
    QTRY_COMPARE_WITH_TIMEOUT(answers->size(), 1, patience);
    QCOMPARE(std::get<AckFailure>(answers->first()), AckFailure::Disconnected);
}

void LoopbackTest::closesOnce()
{
    TestClient one(*m_server, m_transports);
    one.client.close();
    QVERIFY(one.closed.isEmpty());
    one.client.open({});
    QTRY_COMPARE_WITH_TIMEOUT(one.connected, 1, patience);
    one.client.close();
    one.client.close();
    QCOMPARE(one.closed, QStringList{u"closed by this client"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_server->connected.load(), 0, patience);
    QCOMPARE(one.closed.size(), 1);
}

void LoopbackTest::opensAgain()
{
    TestClient one(*m_server, m_transports);
    for (int round = 1; round <= 3; ++round) {
        one.client.open({{u"round"_s, round}});
        QTRY_COMPARE_WITH_TIMEOUT(one.auth.value(u"round").toInt(), round, patience);
        one.client.emitEvent(u"end"_s, {});
        QTRY_COMPARE_WITH_TIMEOUT(one.closed.size(), round, patience);
    }
}

void LoopbackTest::opensInPlaceOfWhatIsOpen()
{
    TestClient one(*m_server, m_transports);
    one.client.open({{u"round"_s, 1}});
    one.client.open({{u"round"_s, 2}}); // before the first has connected
    QTRY_COMPARE_WITH_TIMEOUT(one.auth.value(u"round").toInt(), 2, patience);
    one.client.open({{u"round"_s, 3}});
    QTRY_COMPARE_WITH_TIMEOUT(one.auth.value(u"round").toInt(), 3, patience);
    QCOMPARE(one.closed.size(), 2);
    QCOMPARE(one.connected, 2);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->connected.load(), 1, patience);
}

void LoopbackTest::broadcastsInOrder()
{
    constexpr int messages = 500;
    std::vector<std::unique_ptr<TestClient>> clients;
    for (int i = 0; i < 5; ++i) {
        auto &one = *clients.emplace_back(std::make_unique<TestClient>(*m_server, m_transports));
        one.client.open({});
        QTRY_COMPARE_WITH_TIMEOUT(one.connected, 1, patience);
        const auto joined = one.ask(u"join"_s, {u"room"_s});
        QTRY_COMPARE_WITH_TIMEOUT(joined->size(), 1, patience);
    }
    for (int i = 0; i < messages; ++i)
        clients.at(std::size_t(i % 2))->client.emitEvent(u"say"_s, {u"room"_s, i});
    const auto numbers = [](const TestClient &one) {
        QList<int> seen;
        for (const auto &[event, arguments] : one.events)
            seen.append(arguments.at(0).toInt());
        return seen;
    };
    for (const auto &one : clients)
        QTRY_COMPARE_WITH_TIMEOUT(one->events.size(), messages, patience);
    const auto order = numbers(*clients.front());
    QList<int> even;
    std::copy_if(order.begin(), order.end(), std::back_inserter(even), [](int number) { return number % 2 == 0; });
    QVERIFY(std::is_sorted(even.begin(), even.end())); // what one client sent stays in its order
    for (const auto &one : clients)
        QCOMPARE(numbers(*one), order); // and all see the same one
}

void LoopbackTest::roomsHaveNoDuplicates()
{
    TestClient member(*m_server, m_transports);
    TestClient other(*m_server, m_transports);
    member.client.open({});
    other.client.open({});
    QTRY_VERIFY_WITH_TIMEOUT(member.connected == 1 && other.connected == 1, patience);
    member.client.emitEvent(u"join"_s, {u"a"_s});
    member.client.emitEvent(u"join"_s, {u"a"_s});
    member.client.emitEvent(u"say"_s, {u"a"_s, 1});
    member.client.emitEvent(u"say"_s, {u"empty"_s, 2});
    member.client.emitEvent(u"leave"_s, {u"a"_s});
    member.client.emitEvent(u"leave"_s, {u"never in it"_s});
    member.client.emitEvent(u"say"_s, {u"a"_s, 3});
    member.client.emitEvent(u"shout"_s, {4});
    QTRY_COMPARE_WITH_TIMEOUT(member.events.size(), 2, patience);
    QCOMPARE(member.events.at(0).second, QJsonArray{1});
    QCOMPARE(member.events.at(1).second, QJsonArray{4});
    QTRY_COMPARE_WITH_TIMEOUT(other.events.size(), 1, patience);
    QCOMPARE(other.events.at(0).first, u"shouted"_s);
}

void LoopbackTest::outlivesAServerThatStops()
{
    TestServer server({.engine = {.stopTimeout = std::chrono::milliseconds(patience)}});
    server.listen();
    std::vector<std::unique_ptr<TestClient>> clients;
    for (int i = 0; i < 10; ++i) {
        auto &one = *clients.emplace_back(std::make_unique<TestClient>(server, m_transports));
        one.client.open({});
        QTRY_COMPARE_WITH_TIMEOUT(one.connected, 1, patience);
    }
    // The clients live in this thread: whoever is between two polls has to be able to ask once more.
    std::atomic<bool> hasStopped = false;
    std::thread stop([&] {
        server.server.stop();
        hasStopped = true;
    });
    const bool stoppedInTime = QTest::qWaitFor([&] { return hasStopped.load(); }, patience);
    stop.join();
    QVERIFY(stoppedInTime);
    QCOMPARE(server.connected.load(), 0);
    for (const auto &one : clients)
        QTRY_COMPARE_WITH_TIMEOUT(one->closed, QStringList{u"the server closed the connection"_s}, patience);
}

void LoopbackTest::keepsAliveThroughHeartbeats()
{
    TestServer fast({.engine = {.pingInterval = 20ms, .pingTimeout = 10s}});
    fast.listen();
    TestClient one(fast, m_transports);
    QSignalSpy heartbeats(&one.client, &Client::heartbeat);
    one.client.open({});
    QTRY_VERIFY_WITH_TIMEOUT(heartbeats.size() >= 5, patience);
    QVERIFY(one.client.isConnected());
}

void LoopbackTest::manyClientsComeAndGo()
{
    constexpr int count = 100;
    for (int round = 0; round < 2; ++round) {
        std::vector<std::unique_ptr<TestClient>> clients;
        for (int i = 0; i < count; ++i)
            clients.emplace_back(std::make_unique<TestClient>(*m_server, m_transports))->client.open({});
        QTRY_COMPARE_WITH_TIMEOUT(m_server->connected.load(), count, patience);
        for (std::size_t i = 0; i < count / 2; ++i)
            clients.at(i)->client.close();
        clients.clear(); // the other half without a word
        QTRY_COMPARE_WITH_TIMEOUT(m_server->connected.load(), 0, patience);
    }
}

void LoopbackTest::worksInAnotherThread()
{
    bool answered = false;
    std::thread thread([&] {
        QEventLoop loop;
        auto one = std::make_unique<TestClient>(*m_server, m_transports);
        connect(&one->client, &Client::connected, &loop, [&] {
            one->client.emitWithAck(u"ask"_s, {}, 10s, [&](const AckResult &answer) {
                answered = std::holds_alternative<Arguments>(answer);
                loop.quit();
            });
        });
        connect(&one->client, &Client::closed, &loop, &QEventLoop::quit);
        one->client.open({});
        loop.exec();
        one.reset();
        // Its last words on long-polling are a request, which needs the event loop of its thread.
        QTimer look;
        connect(&look, &QTimer::timeout, &loop, [&, giveUp = QDeadlineTimer(patience)] {
            if (m_server->connected == 0 || giveUp.hasExpired())
                loop.quit();
        });
        look.start(10ms);
        loop.exec();
    });
    thread.join();
    QVERIFY(answered);
    QCOMPARE(m_server->connected.load(), 0);
}

} // namespace

QTEST_GUILESS_MAIN(LoopbackTest)
#include "LoopbackTest.moc"
