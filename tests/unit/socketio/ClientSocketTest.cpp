// SPDX-License-Identifier: MIT
// Several namespaces on one connection, and what a socket does with events while it is not connected.
#include "socketio/client/ClientSocket.h"

#include "ScriptedServer.h"
#include "socketio/client/ClientConnection.h"

#include <QtTest/QSignalSpy>

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace socketio;

constexpr int patience = 20'000;

/// A client's connection to a scripted server, over WebSocket only.
struct Scene {
    Scene()
        : connection([this] {
            auto options = server.options();
            options.engine.transports = {engineio::TransportKind::WebSocket};
            return options;
        }())
    {
    }

    /// Opens a socket and waits until it is connected; the server answers with `reply`.
    void connectSocket(ClientSocket &socket, const QString &connect = u"40"_s,
                       const QString &reply = uR"(40{"sid":"s"})"_s)
    {
        QSignalSpy connected(&socket, &ClientSocket::connected);
        server.answers.insert(connect, {reply});
        socket.open({});
        QTRY_COMPARE_WITH_TIMEOUT(connected.size(), 1, patience);
    }

    /// Ends the connection as a network does.
    void cut(ClientSocket &socket)
    {
        QSignalSpy closed(&socket, &ClientSocket::closed);
        server.socket->abort();
        QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, patience);
    }

    ScriptedServer server;
    ClientConnection connection;
};

/// Writes down how acknowledged events ended, by name.
struct Outcomes {
    AckHandler of(const QString &name)
    {
        return [this, name](const AckResult &result) {
            const auto *failure = std::get_if<AckFailure>(&result);
            list.append(name + (!failure                           ? u" answered"_s
                                : *failure == AckFailure::TimedOut ? u" timed out"_s
                                                                   : u" disconnected"_s));
        };
    }
    QStringList list;
};

class ClientSocketTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namespacesShareAConnection();
    void joinsAnOpenConnection();
    void refusesASecondSocketOfANamespace();
    void refusalLeavesTheOthers();
    void closingTheConnectionClosesEverySocket();
    void nonsenseEndsEverySocket();
    void givesUpItsNamespaceAlone();
    void sendsBytes();
    void answersQuestionsOnce();
    void dropsOrKeeps_data();
    void dropsOrKeeps();
    void keptEventsHaveTheirTime();
    void dropsVolatileEvents();
    void retriesUntilAcknowledged();
    void retriesOverConnections();
    void givesUpRetrying();
    void deliversWhatWasMissedAfterConnected();
    void mayBeReopenedOrDestroyedInAnyAnswer();
};

void ClientSocketTest::namespacesShareAConnection()
{
    Scene scene;
    ClientSocket main(scene.connection);
    ClientSocket other(scene.connection, {.nameSpace = u"/other"_s});
    QSignalSpy mainEvents(&main, &ClientSocket::eventReceived);
    QSignalSpy otherEvents(&other, &ClientSocket::eventReceived);
    scene.server.answers.insert(u"40/other,"_s, {uR"(40/other,{"sid":"t"})"_s});
    main.open({});
    other.open({});
    QTRY_VERIFY_WITH_TIMEOUT(main.isConnected() && other.isConnected(), patience);
    QCOMPARE(scene.server.connections, 1);
    scene.server.socket->sendTextMessage(uR"(42/other,["a"])"_s);
    scene.server.socket->sendTextMessage(uR"(42["b"])"_s);
    scene.server.socket->sendTextMessage(uR"(42/nobody,["c"])"_s);
    QTRY_COMPARE_WITH_TIMEOUT(mainEvents.size(), 1, patience);
    QCOMPARE(otherEvents.size(), 1);
    main.close();
    other.emitEvent(u"still here"_s, {});
    QTRY_VERIFY_WITH_TIMEOUT(scene.server.received.contains(uR"(42/other,["still here"])"_s), patience);
    QVERIFY(scene.server.received.contains(u"41"_s));
    other.close(); // the last one
    QTRY_COMPARE_WITH_TIMEOUT(scene.server.socket->state(), QAbstractSocket::UnconnectedState, patience);
    QCOMPARE(scene.connection.transport(), QString());
}

void ClientSocketTest::joinsAnOpenConnection()
{
    Scene scene;
    ClientSocket main(scene.connection);
    scene.connectSocket(main);
    ClientSocket late(scene.connection, {.nameSpace = u"/late"_s});
    scene.connectSocket(late, u"40/late,"_s, uR"(40/late,{"sid":"l"})"_s);
    QCOMPARE(scene.server.connections, 1);
    QCOMPARE(scene.connection.transport(), u"websocket"_s);
    QVERIFY(scene.connection.traffic().bytesIn > 0);
}

void ClientSocketTest::refusesASecondSocketOfANamespace()
{
    Scene scene;
    ClientSocket one(scene.connection);
    ClientSocket two(scene.connection);
    scene.connectSocket(one);
    QSignalSpy closed(&two, &ClientSocket::closed);
    two.open({});
    QVERIFY(closed.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, patience);
    QVERIFY(closed.at(0).at(0).toString().contains(u"the same namespace"));
    QVERIFY(one.isConnected());
}

void ClientSocketTest::refusalLeavesTheOthers()
{
    Scene scene;
    ClientSocket main(scene.connection);
    scene.connectSocket(main);
    ClientSocket other(scene.connection, {.nameSpace = u"/other"_s});
    QSignalSpy refused(&other, &ClientSocket::connectRefused);
    scene.server.answers.insert(u"40/other,"_s, {uR"(44/other,{"message":"No","data":{"code":1}})"_s});
    other.open({});
    QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, patience);
    QCOMPARE(refused.at(0).at(0).toString(), u"No"_s);
    QVERIFY(main.isConnected());
    scene.connectSocket(other, u"40/other,"_s, uR"(40/other,{"sid":"t"})"_s);
    QCOMPARE(scene.server.connections, 1);
}

void ClientSocketTest::closingTheConnectionClosesEverySocket()
{
    Scene scene;
    ClientSocket main(scene.connection);
    ClientSocket other(scene.connection, {.nameSpace = u"/other"_s});
    QSignalSpy mainClosed(&main, &ClientSocket::closed);
    QSignalSpy otherClosed(&other, &ClientSocket::closed);
    scene.connectSocket(main);
    scene.connectSocket(other, u"40/other,"_s, uR"(40/other,{"sid":"t"})"_s);
    scene.connection.close();
    QCOMPARE(mainClosed.size(), 1);
    QCOMPARE(otherClosed.size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(scene.server.received.contains(u"41"_s) && scene.server.received.contains(u"41/other,"_s),
                             patience);
}

void ClientSocketTest::nonsenseEndsEverySocket()
{
    Scene scene;
    ClientSocket main(scene.connection);
    ClientSocket other(scene.connection, {.nameSpace = u"/other"_s});
    QSignalSpy mainClosed(&main, &ClientSocket::closed);
    QSignalSpy otherClosed(&other, &ClientSocket::closed);
    scene.connectSocket(main);
    other.open({}); // not answered yet
    scene.server.socket->sendTextMessage(u"42{"_s);
    QTRY_VERIFY_WITH_TIMEOUT(mainClosed.size() == 1 && otherClosed.size() == 1, patience);
    QCOMPARE(mainClosed.at(0).at(0).toString(), u"the server sent a message that is not Socket.IO"_s);
    QCOMPARE(mainClosed.at(0).at(1).value<engineio::Failure>().kind, engineio::Failure::Kind::Protocol);
}

void ClientSocketTest::givesUpItsNamespaceAlone()
{
    Scene scene;
    ClientSocket main(scene.connection);
    scene.connectSocket(main);
    ClientSocket silent(scene.connection, {.nameSpace = u"/silent"_s, .connectTimeout = 30ms});
    QSignalSpy closed(&silent, &ClientSocket::closed);
    silent.open({});
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, patience);
    QCOMPARE(closed.at(0).at(0).toString(), u"the server did not answer in time"_s);
    QCOMPARE(closed.at(0).at(1).value<engineio::Failure>().kind, engineio::Failure::Kind::Timeout);
    QVERIFY(main.isConnected());
}

void ClientSocketTest::sendsBytes()
{
    Scene scene;
    ClientSocket socket(scene.connection);
    scene.connectSocket(socket);
    socket.emitEvent(u"file"_s, {QByteArray("one"), 2, QByteArray("three")});
    socket.emitWithAck(u"file"_s, {QByteArray("four")}, 60s, [](const AckResult &) {});
    QTRY_COMPARE_WITH_TIMEOUT(scene.server.receivedBytes, QByteArrayList({"one", "three", "four"}), patience);
    QCOMPARE(scene.server.received.at(1),
             uR"(452-["file",{"_placeholder":true,"num":0},2,{"_placeholder":true,"num":1}])"_s);
    QCOMPARE(scene.server.received.at(2), uR"(451-0["file",{"_placeholder":true,"num":0}])"_s);
}

void ClientSocketTest::answersQuestionsOnce()
{
    Scene scene;
    ClientSocket socket(scene.connection);
    QList<Ack> acks;
    connect(&socket, &ClientSocket::eventReceived, this,
            [&](const QString &, const Arguments &, const Ack &ack) { acks.append(ack); });
    scene.connectSocket(socket);
    scene.server.socket->sendTextMessage(uR"(427["question"])"_s);
    scene.server.socket->sendTextMessage(uR"(42["statement"])"_s);
    QTRY_COMPARE_WITH_TIMEOUT(acks.size(), 2, patience);
    QVERIFY(acks.at(0));
    QVERIFY(!acks.at(1));
    acks.at(0)({1, QByteArray("bytes")});
    QTRY_COMPARE_WITH_TIMEOUT(scene.server.receivedBytes, QByteArrayList{"bytes"}, patience);
    QCOMPARE(scene.server.received.last(), uR"(461-7[1,{"_placeholder":true,"num":0}])"_s);
    scene.server.socket->sendTextMessage(uR"(428["question"])"_s);
    QTRY_COMPARE_WITH_TIMEOUT(acks.size(), 3, patience);
    scene.cut(socket);
    scene.connectSocket(socket);
    acks.at(2)({}); // too late: another connection, where nobody has asked
    socket.emitEvent(u"after"_s, {});
    QTRY_COMPARE_WITH_TIMEOUT(scene.server.received.last(), uR"(42["after"])"_s, patience);
    QVERIFY(!scene.server.received.contains(u"438[]"_s));
}

void ClientSocketTest::dropsOrKeeps_data()
{
    QTest::addColumn<int>("whenClosed");
    QTest::addColumn<QStringList>("sent");
    QTest::addColumn<QStringList>("outcomes");
    QTest::newRow("drop") << int(WhenClosed::Drop) << QStringList{u"40"_s, uR"(42["after"])"_s}
                          << QStringList{u"ask disconnected"_s};
    QTest::newRow("keep") << int(WhenClosed::Keep)
                          << QStringList{u"40"_s, uR"(42["before",1])"_s, uR"(420["ask"])"_s, uR"(42["before",2])"_s,
                                         uR"(42["after"])"_s}
                          << QStringList{u"ask answered"_s};
}

void ClientSocketTest::dropsOrKeeps()
{
    QFETCH(int, whenClosed);
    QFETCH(QStringList, sent);
    QFETCH(QStringList, outcomes);
    Scene scene;
    Outcomes got;
    ClientSocket socket(scene.connection, {.whenClosed = WhenClosed(whenClosed)});
    connect(&socket, &ClientSocket::connected, this, [&] { socket.emitEvent(u"after"_s, {}); });
    scene.server.answers.insert(uR"(420["ask"])"_s, {u"430[]"_s});
    QCOMPARE(socket.emitEvent(u"before"_s, {1}), WhenClosed(whenClosed) == WhenClosed::Keep);
    socket.emitWithAck(u"ask"_s, {}, 60s, got.of(u"ask"_s));
    socket.emitEvent(u"before"_s, {2});
    socket.volatileEvent(u"never kept"_s, {});
    QVERIFY(got.list.isEmpty()); // never from within the call
    scene.connectSocket(socket);
    QTRY_COMPARE_WITH_TIMEOUT(got.list, outcomes, patience);
    QTRY_COMPARE_WITH_TIMEOUT(scene.server.received, sent, patience);
}

void ClientSocketTest::keptEventsHaveTheirTime()
{
    Scene scene;
    Outcomes got;
    ClientSocket socket(scene.connection, {.whenClosed = WhenClosed::Keep});
    socket.emitWithAck(u"short"_s, {}, 20ms, got.of(u"short"_s));
    socket.emitWithAck(u"long"_s, {}, 60s, got.of(u"long"_s));
    QTRY_COMPARE_WITH_TIMEOUT(got.list, QStringList{u"short timed out"_s}, patience);
    scene.connectSocket(socket);
    QTRY_COMPARE_WITH_TIMEOUT(scene.server.received, QStringList({u"40"_s, uR"(421["long"])"_s}), patience);
    scene.cut(socket);
    QCOMPARE(got.list, QStringList({u"short timed out"_s, u"long disconnected"_s}));
}

void ClientSocketTest::dropsVolatileEvents()
{
    Scene scene;
    ClientSocket socket(scene.connection);
    socket.volatileEvent(u"not connected"_s, {});
    scene.connectSocket(socket);
    constexpr int sent = 400;
    const QString filling(100'000, u'x'); // 40 MB, far more than both ends of a socket hold
    for (int i = 0; i < sent; ++i)
        socket.volatileEvent(u"v"_s, {filling}); // the server cannot read meanwhile: it has this thread, too
    socket.emitEvent(u"end"_s, {});
    QTRY_COMPARE_WITH_TIMEOUT(scene.server.received.last(), uR"(42["end"])"_s, patience);
    const auto received = scene.server.received.size() - 2;
    QVERIFY2(received > 0 && received < sent, qPrintable(QString::number(received)));
}

void ClientSocketTest::retriesUntilAcknowledged()
{
    Scene scene;
    Outcomes got;
    ClientSocket socket(scene.connection, {.retries = 2, .ackTimeout = 1s});
    scene.connectSocket(socket);
    scene.server.answers.insert(uR"(422["one"])"_s, {u"432[]"_s}); // the third try
    scene.server.answers.insert(uR"(423["two"])"_s, {u"433[]"_s});
    socket.emitWithAck(u"one"_s, {}, 1s, got.of(u"one"_s));
    socket.emitWithAck(u"two"_s, {}, 60s, got.of(u"two"_s));
    QTRY_COMPARE_WITH_TIMEOUT(got.list, QStringList({u"one answered"_s, u"two answered"_s}), patience);
    QCOMPARE(scene.server.received,
             QStringList({u"40"_s, uR"(420["one"])"_s, uR"(421["one"])"_s, uR"(422["one"])"_s, uR"(423["two"])"_s}));
}

void ClientSocketTest::retriesOverConnections()
{
    Scene scene;
    Outcomes got;
    ClientSocket socket(scene.connection, {.retries = 3});
    socket.emitWithAck(u"one"_s, {}, 60s, got.of(u"one"_s)); // waits for the connection
    socket.emitEvent(u"two"_s, {});
    scene.connectSocket(socket);
    QTRY_COMPARE_WITH_TIMEOUT(scene.server.received.last(), uR"(420["one"])"_s, patience);
    scene.cut(socket);
    QVERIFY(got.list.isEmpty());
    scene.server.answers.insert(uR"(421["one"])"_s, {u"431[]"_s});
    scene.connectSocket(socket);
    QTRY_COMPARE_WITH_TIMEOUT(scene.server.received.last(), uR"(422["two"])"_s, patience);
    QCOMPARE(got.list, QStringList{u"one answered"_s});
}

void ClientSocketTest::givesUpRetrying()
{
    Scene scene;
    Outcomes got;
    ClientSocket socket(scene.connection, {.retries = 1});
    scene.connectSocket(socket);
    scene.server.answers.insert(uR"(422["two"])"_s, {u"432[]"_s});
    socket.emitWithAck(u"one"_s, {}, 20ms, got.of(u"one"_s));
    socket.emitWithAck(u"two"_s, {}, 60s, got.of(u"two"_s));
    QTRY_COMPARE_WITH_TIMEOUT(got.list, QStringList({u"one timed out"_s, u"two answered"_s}), patience);
    socket.emitWithAck(u"three"_s, {}, 60s, got.of(u"three"_s));
    scene.cut(socket);
    scene.connectSocket(socket);
    QCOMPARE(got.list.size(), 2);
    scene.cut(socket); // its second and last try
    QCOMPARE(got.list.last(), u"three disconnected"_s);
}

void ClientSocketTest::deliversWhatWasMissedAfterConnected()
{
    Scene scene;
    ClientSocket socket(scene.connection);
    QStringList order;
    connect(&socket, &ClientSocket::connected, this,
            [&](const QString &id, bool recovered) { order.append(u"connected %1 %2"_s.arg(id).arg(recovered)); });
    connect(&socket, &ClientSocket::eventReceived, this, [&](const QString &event) { order.append(event); });
    scene.connectSocket(socket, u"40"_s, uR"(40{"sid":"s","pid":"p"})"_s);
    scene.server.socket->sendTextMessage(uR"(42["seen","offset-1"])"_s);
    QTRY_COMPARE_WITH_TIMEOUT(order, QStringList({u"connected s 0"_s, u"seen"_s}), patience);
    scene.cut(socket);
    scene.server.answers.insert(uR"(40{"offset":"offset-1","pid":"p"})"_s,
                                {uR"(42["missed","offset-2"])"_s, uR"(40{"sid":"s","pid":"p"})"_s, uR"(42["new"])"_s});
    socket.open({});
    QTRY_COMPARE_WITH_TIMEOUT(
        order, QStringList({u"connected s 0"_s, u"seen"_s, u"connected s 1"_s, u"missed"_s, u"new"_s}), patience);
    QVERIFY(socket.isRecovered());
}

void ClientSocketTest::mayBeReopenedOrDestroyedInAnyAnswer()
{
    Scene scene;
    auto first = std::make_unique<ClientSocket>(scene.connection, ClientSocketOptions{.nameSpace = u"/first"_s});
    auto second = std::make_unique<ClientSocket>(scene.connection, ClientSocketOptions{.nameSpace = u"/second"_s});
    scene.connectSocket(*first, u"40/first,"_s, uR"(40/first,{"sid":"1"})"_s);
    scene.connectSocket(*second, u"40/second,"_s, uR"(40/second,{"sid":"2"})"_s);
    int ended = 0;
    QString outcome;
    // The first one's acknowledgement fails and destroys the second; its own end opens it again.
    first->emitWithAck(u"ask"_s, {}, 60s, [&](const AckResult &) { second.reset(); });
    second->emitWithAck(u"ask"_s, {}, 60s, [&](const AckResult &) { outcome = u"called after its end"_s; });
    connect(first.get(), &ClientSocket::closed, this, [&] {
        if (++ended == 1) {
            scene.server.answers.insert(u"40/first,"_s, {uR"(40/first,{"sid":"3"})"_s});
            first->open({});
        } else {
            first.reset();
        }
    });
    scene.server.socket->abort();
    QTRY_VERIFY_WITH_TIMEOUT(ended == 1 && first->isConnected(), patience);
    QVERIFY(!second);
    QCOMPARE(outcome, QString());
    scene.server.socket->abort();
    QTRY_VERIFY_WITH_TIMEOUT(!first, patience);
    QCOMPARE(ended, 2);
}

} // namespace

QTEST_GUILESS_MAIN(ClientSocketTest)
#include "ClientSocketTest.moc"
