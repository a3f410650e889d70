// SPDX-License-Identifier: MIT
// What a server says to its clients: to one, to rooms, with an answer wanted, with leave to drop it.
#include "Hall.h"

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using socketio::AckFailure;
using socketio::AckResult;
using socketio::Arguments;
using socketio::BroadcastAnswers;
using socketio::Namespace;
using Sockets = Hall::Sockets;

constexpr int patience = Hall::patience;

class ServerEventsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reachesRooms_data();
    void reachesRooms();
    void reachesTheChosen();
    void encodesABroadcastOnceWithItsBytes();
    void knowsWhoIsInARoom();
    void dismissesARoom();
    void tellsHowAClientCame();
    void receivesBytes();
    void asksAClient();
    void asksInVain_data();
    void asksInVain();
    void asksManyAtOnce();
    void asksNobody();
    void dropsVolatileEventsForWhoDoesNotRead();
    void limitsAttachments();
};

void ServerEventsTest::reachesRooms_data()
{
    QTest::addColumn<QStringList>("to");
    QTest::addColumn<QStringList>("except");
    QTest::addColumn<QString>("reached");
    const QStringList none;
    QTest::newRow("everyone") << none << none << u"ada bob eve"_s;
    QTest::newRow("a room") << QStringList{u"red"_s} << none << u"ada bob"_s;
    QTest::newRow("rooms that overlap") << QStringList{u"red"_s, u"blue"_s} << none << u"ada bob eve"_s;
    QTest::newRow("the same room twice") << QStringList{u"red"_s, u"red"_s} << none << u"ada bob"_s;
    QTest::newRow("a room but another") << QStringList{u"red"_s} << QStringList{u"blue"_s} << u"ada"_s;
    QTest::newRow("rooms but one of them") << QStringList{u"red"_s, u"blue"_s} << QStringList{u"red"_s} << u"eve"_s;
    QTest::newRow("everyone but a room") << none << QStringList{u"red"_s} << u"eve"_s;
    QTest::newRow("everyone but two rooms") << none << QStringList{u"red"_s, u"blue"_s} << QString();
    QTest::newRow("nobody") << QStringList{u"empty"_s} << none << QString();
    QTest::newRow("nobody and somebody") << QStringList{u"empty"_s, u"blue"_s} << none << u"bob eve"_s;
    QTest::newRow("one by its id") << QStringList{u"<bob>"_s} << none << u"bob"_s;
    QTest::newRow("one by its id, who is in the room, too")
        << QStringList{u"<bob>"_s, u"blue"_s} << none << u"bob eve"_s;
    QTest::newRow("a room but one by its id") << QStringList{u"red"_s} << QStringList{u"<bob>"_s} << u"ada"_s;
    QTest::newRow("a room that somebody has left") << QStringList{u"left"_s} << none << QString();
}

void ServerEventsTest::reachesRooms()
{
    QFETCH(QStringList, to);
    QFETCH(QStringList, except);
    QFETCH(QString, reached);
    Hall hall;
    hall.listen();
    const QStringList names{u"ada"_s, u"bob"_s, u"eve"_s};
    std::map<QString, RawClient *> clients;
    for (const auto &name : names)
        clients[name] = &hall.enter(name);
    hall.run([&](Namespace &lab, Sockets &sockets) {
        for (const auto &[name, room] : {std::pair(u"ada"_s, u"red"_s),
                                         {u"bob"_s, u"red"_s},
                                         {u"bob"_s, u"blue"_s},
                                         {u"eve"_s, u"blue"_s},
                                         {u"eve"_s, u"left"_s}})
            sockets.at(name)->join(room);
        sockets.at(u"eve"_s)->leave(u"left"_s);
        const auto named = [&](const QString &room) { return room == u"<bob>" ? sockets.at(u"bob"_s)->id() : room; };
        auto target = lab.everyone();
        for (const auto &room : to)
            target = target.to(named(room));
        for (const auto &room : except)
            target = target.except(named(room));
        target.emitEvent(u"said"_s, {});
    });
    QStringList got;
    for (const auto &name : names) {
        const auto times = hall.heard(*clients.at(name)).count(uR"(42["said"])"_s);
        QVERIFY(times <= 1);
        if (times == 1)
            got.append(name);
    }
    QCOMPARE(got.join(u' '), reached);
}

void ServerEventsTest::reachesTheChosen()
{
    Hall hall;
    hall.listen();
    auto &ada = hall.enter(u"ada"_s);
    auto &bob = hall.enter(u"bob"_s);
    auto &eve = hall.enter(u"eve"_s);
    hall.run([&](Namespace &lab, Sockets &sockets) {
        lab.to({sockets.at(u"ada"_s), sockets.at(u"eve"_s)}).emitEvent(u"chosen"_s, {});
        sockets.at(u"eve"_s)->broadcast().emitEvent(u"from eve"_s, {});
        sockets.at(u"eve"_s)->disconnect(false);
        lab.to({sockets.at(u"ada"_s), sockets.at(u"eve"_s)}).emitEvent(u"afterwards"_s, {});
    });
    QCOMPARE(hall.heard(ada), QStringList({uR"(42["chosen"])"_s, uR"(42["from eve"])"_s, uR"(42["afterwards"])"_s}));
    QCOMPARE(hall.heard(bob), QStringList{uR"(42["from eve"])"_s});
    QTRY_COMPARE_WITH_TIMEOUT(eve.received.last(), u"41"_s, patience);
    QCOMPARE(eve.received.at(1), uR"(42["chosen"])"_s);
    QCOMPARE(eve.received.size(), 3);
}

void ServerEventsTest::encodesABroadcastOnceWithItsBytes()
{
    Hall hall;
    hall.listen();
    auto &ada = hall.enter(u"ada"_s);
    auto &bob = hall.enter(u"bob"_s);
    hall.run([](Namespace &lab, Sockets &) {
        lab.everyone().emitEvent(u"file"_s, {QByteArray("one"), QByteArray("two")});
    });
    for (auto *client : {&ada, &bob}) {
        QTRY_COMPARE_WITH_TIMEOUT(client->receivedBytes, QByteArrayList({"one", "two"}), patience);
        QCOMPARE(client->received.last(),
                 uR"(452-["file",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}])"_s);
    }
}

void ServerEventsTest::knowsWhoIsInARoom()
{
    Hall hall;
    hall.listen();
    hall.enter(u"ada"_s);
    hall.enter(u"bob"_s);
    hall.run([](Namespace &lab, Sockets &sockets) {
        sockets.at(u"ada"_s)->join(u"red"_s);
        sockets.at(u"ada"_s)->join(u"blue"_s);
        QStringList rooms = sockets.at(u"ada"_s)->rooms();
        rooms.sort();
        QCOMPARE(rooms, QStringList({u"blue"_s, u"red"_s}));
        const auto members = lab.to(u"red"_s).to(u"blue"_s).fetchSockets();
        QCOMPARE(members.size(), std::size_t(1));
        QCOMPARE(members.front(), sockets.at(u"ada"_s));
        QCOMPARE(lab.everyone().fetchSockets().size(), std::size_t(2));
    });
}

void ServerEventsTest::dismissesARoom()
{
    Hall hall;
    hall.listen();
    auto &ada = hall.enter(u"ada"_s);
    auto &bob = hall.enter(u"bob"_s);
    hall.run([](Namespace &lab, Sockets &sockets) {
        sockets.at(u"ada"_s)->join(u"red"_s);
        lab.to(u"red"_s).disconnectSockets(true);
    });
    QTRY_VERIFY_WITH_TIMEOUT(ada.closed, patience);
    QCOMPARE(ada.received.last(), u"41"_s);
    QTRY_COMPARE_WITH_TIMEOUT(hall.ends(), QStringList{u"ada: server namespace disconnect"_s}, patience);
    QVERIFY(hall.heard(bob).isEmpty());
}

void ServerEventsTest::tellsHowAClientCame()
{
    Hall hall;
    hall.listen();
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    auto &ada = hall.enter(u"ada"_s);
    hall.run([&](Namespace &, Sockets &sockets) {
        const auto &handshake = sockets.at(u"ada"_s)->handshake();
        QCOMPARE(handshake.address, u"127.0.0.1"_s);
        QCOMPARE(handshake.transport, u"websocket"_s);
        QVERIFY(handshake.time >= before && handshake.time <= QDateTime::currentMSecsSinceEpoch());
        QVERIFY(!sockets.at(u"ada"_s)->isRecovered());
    });
    ada.socket.abort();
    QTRY_COMPARE_WITH_TIMEOUT(hall.ends().size(), 1, patience);
    hall.run([](Namespace &, Sockets &sockets) {
        QCOMPARE(sockets.at(u"ada"_s)->handshake().address, u"127.0.0.1"_s); // also when it has gone
    });
}

void ServerEventsTest::receivesBytes()
{
    Hall hall;
    hall.listen();
    auto &ada = hall.enter(u"ada"_s);
    hall.run([](Namespace &, Sockets &sockets) {
        sockets.at(u"ada"_s)->onEvent = [socket = sockets.at(u"ada"_s).get()](
                                            const QString &, const Arguments &arguments, const socketio::Ack &ack) {
            ack(arguments);
            socket->emitEvent(u"was"_s, {QString::fromLatin1(*arguments.bytes(arguments.at(0)))});
        };
    });
    ada.say(uR"(451-7["file",{"_placeholder":true,"num":0}])"_s);
    ada.socket.sendBinaryMessage("bytes");
    QTRY_COMPARE_WITH_TIMEOUT(ada.received.last(), uR"(42["was","bytes"])"_s, patience);
    QCOMPARE(ada.received.at(1), uR"(461-7[{"_placeholder":true,"num":0}])"_s);
    QCOMPARE(ada.receivedBytes, QByteArrayList{"bytes"});
}

void ServerEventsTest::asksAClient()
{
    Hall hall;
    hall.listen();
    auto &ada = hall.enter(u"ada"_s);
    QList<AckResult> answers; // I/O thread
    std::atomic<int> count = 0;
    hall.run([&](Namespace &, Sockets &sockets) {
        for (int i = 0; i < 2; ++i) {
            sockets.at(u"ada"_s)->emitWithAck(u"question"_s, {i}, 60s, [&](const AckResult &result) {
                answers.append(result);
                ++count;
            });
        }
    });
    QTRY_COMPARE_WITH_TIMEOUT(ada.received.size(), 3, patience);
    QCOMPARE(ada.received.at(1), uR"(420["question",0])"_s);
    QCOMPARE(ada.received.at(2), uR"(421["question",1])"_s);
    ada.say(u"439[\"nobody asked\"]"_s);
    ada.say(u"431[\"one\"]"_s);
    ada.say(u"431[\"one again\"]"_s);
    ada.say(uR"(461-0[{"_placeholder":true,"num":0}])"_s);
    ada.socket.sendBinaryMessage("zero");
    QTRY_COMPARE_WITH_TIMEOUT(count.load(), 2, patience);
    QVERIFY(hall.heard(ada).isEmpty());
    hall.run([&](Namespace &, Sockets &) {
        QCOMPARE(std::get<Arguments>(answers.at(0)).json(), QJsonArray{u"one"_s});
        QCOMPARE(std::get<Arguments>(answers.at(1)).attachments(), QByteArrayList{"zero"});
    });
}

void ServerEventsTest::asksInVain_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("failure");
    QTest::newRow("silence") << u"silence"_s << int(AckFailure::TimedOut);
    QTest::newRow("the client leaves") << u"41"_s << int(AckFailure::Disconnected);
    QTest::newRow("the client is lost") << u"<abort>"_s << int(AckFailure::Disconnected);
    QTest::newRow("the server dismisses it") << u"<dismiss>"_s << int(AckFailure::Disconnected);
    QTest::newRow("the server stops") << u"<stop>"_s << int(AckFailure::Disconnected);
    QTest::newRow("it was gone before") << u"<before>"_s << int(AckFailure::Disconnected);
}

void ServerEventsTest::asksInVain()
{
    QFETCH(QString, what);
    QFETCH(int, failure);
    Hall hall;
    hall.listen();
    auto &ada = hall.enter(u"ada"_s);
    std::atomic<int> calls = 0;
    std::atomic<int> got = -1;
    bool wasCalledWithin = true;
    if (what == u"<before>") {
        ada.socket.abort();
        QTRY_COMPARE_WITH_TIMEOUT(hall.ends().size(), 1, patience);
    }
    hall.run([&](Namespace &, Sockets &sockets) {
        sockets.at(u"ada"_s)->emitWithAck(u"question"_s, {}, what == u"silence" ? 20ms : 60'000ms,
                                          [&](const AckResult &result) {
                                              got = int(std::get<AckFailure>(result));
                                              ++calls;
                                          });
        wasCalledWithin = calls != 0;
        if (what == u"<dismiss>")
            sockets.at(u"ada"_s)->disconnect(true);
    });
    if (what == u"41")
        ada.say(what);
    else if (what == u"<abort>")
        ada.socket.abort();
    else if (what == u"<stop>")
        hall.server().stop();
    QTRY_COMPARE_WITH_TIMEOUT(calls.load(), 1, patience);
    QCOMPARE(got.load(), failure);
    QVERIFY(!wasCalledWithin);
    hall.server().stop();
    QCOMPARE(calls.load(), 1);
}

void ServerEventsTest::asksManyAtOnce()
{
    Hall hall;
    hall.listen();
    auto &ada = hall.enter(u"ada"_s);
    auto &bob = hall.enter(u"bob"_s);
    auto &eve = hall.enter(u"eve"_s);
    std::promise<BroadcastAnswers> told;
    QStringList ids;
    hall.run([&](Namespace &lab, Sockets &sockets) {
        for (const auto &[name, socket] : sockets) {
            socket->join(u"room"_s);
            ids.append(socket->id());
        }
        lab.to(u"room"_s).emitWithAck(u"question"_s, {}, 2s,
                                      [&](const BroadcastAnswers &answers) { told.set_value(answers); });
    });
    QTRY_VERIFY_WITH_TIMEOUT(ada.received.size() == 2 && bob.received.size() == 2, patience);
    QCOMPARE(ada.received.at(1), bob.received.at(1)); // one id for all: it was encoded once
    ada.say(u"430[\"I am Ada\"]"_s);
    eve.socket.abort();
    auto answered = told.get_future();
    QTRY_VERIFY_WITH_TIMEOUT(answered.wait_for(0s) == std::future_status::ready, patience);
    const auto answers = answered.get();
    QCOMPARE(answers.answers.size(), std::size_t(1));
    QCOMPARE(answers.answers.front().first, ids.at(0));
    QCOMPARE(answers.answers.front().second.json(), QJsonArray{u"I am Ada"_s});
    QCOMPARE(answers.timedOut, QStringList{ids.at(1)});
    QCOMPARE(answers.disconnected, QStringList{ids.at(2)});
}

void ServerEventsTest::asksNobody()
{
    Hall hall;
    hall.listen();
    std::promise<BroadcastAnswers> told;
    hall.run([&](Namespace &lab, Sockets &) {
        lab.to(u"empty"_s).emitWithAck(u"question"_s, {}, 60s, [&](const BroadcastAnswers &answers) {
            told.set_value(answers);
        });
    });
    const auto answers = told.get_future().get();
    QVERIFY(answers.answers.empty() && answers.timedOut.isEmpty() && answers.disconnected.isEmpty());
}

void ServerEventsTest::dropsVolatileEventsForWhoDoesNotRead()
{
    Hall hall;
    hall.listen();
    auto &slow = hall.enter(u"slow"_s);
    constexpr int sent = 300;
    hall.run([](Namespace &lab, Sockets &sockets) {
        const QString filling(50'000, u'x'); // 30 MB, far more than both ends of a socket hold
        for (int i = 0; i < sent; ++i) {
            sockets.at(u"slow"_s)->volatileEvent(u"v"_s, {filling}); // this test does not read meanwhile
            lab.everyone().volatileEvent(u"v"_s, {filling});
        }
        sockets.at(u"slow"_s)->emitEvent(u"kept"_s, {});
    });
    const auto heard = hall.heard(slow);
    QCOMPARE(heard.last(), uR"(42["kept"])"_s);
    QVERIFY2(heard.size() > 1 && heard.size() < 2 * sent, qPrintable(QString::number(heard.size())));
}

void ServerEventsTest::limitsAttachments()
{
    socketio::ServerOptions options;
    options.maxAttachments = 1;
    Hall hall(options);
    hall.listen();
    auto &one = hall.enter(u"one"_s);
    auto &two = hall.enter(u"two"_s);
    one.say(uR"(451-["file",{"_placeholder":true,"num":0}])"_s);
    one.socket.sendBinaryMessage("a");
    two.say(uR"(452-["file",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}])"_s);
    QTRY_VERIFY_WITH_TIMEOUT(two.closed, patience);
    QTRY_COMPARE_WITH_TIMEOUT(hall.ends(), QStringList{u"two: parse error"_s}, patience);
    QVERIFY(hall.heard(one).isEmpty());
}

} // namespace

QTEST_GUILESS_MAIN(ServerEventsTest)
#include "ServerEventsTest.moc"
