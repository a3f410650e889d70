// SPDX-License-Identifier: MIT
// Connection state recovery through real sockets; what is kept and for how long is tst_RecoveryLog's.
#include "Hall.h"

#include <QtCore/QJsonDocument>

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using socketio::Namespace;
using Sockets = Hall::Sockets;

constexpr int patience = Hall::patience;

/// The JSON behind the first letters of a message.
QJsonDocument payload(const QString &message, qsizetype letters = 2)
{
    return QJsonDocument::fromJson(message.mid(letters).toUtf8());
}

QString offsetOf(const QString &event)
{
    return payload(event).array().last().toString();
}

/// An event without the offset that was added to it.
QString withoutOffset(const QString &event)
{
    QJsonArray array = payload(event).array();
    array.removeLast();
    return event.left(2) + QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QStringList withoutOffsets(const QStringList &events)
{
    QStringList bare;
    for (const auto &event : events)
        bare.append(event.startsWith(u"42[") ? withoutOffset(event) : event.left(2));
    return bare;
}

socketio::ServerOptions recovering()
{
    socketio::ServerOptions options;
    options.recovery = socketio::RecoveryOptions{};
    return options;
}

/// A client in a room that is cut off after its first event; knows how to come back.
struct Away {
    explicit Away(Hall &hall)
    {
        auto &ada = hall.enter(u"ada"_s);
        const auto reply = payload(ada.received.at(0)).object();
        id = reply.value(u"sid").toString();
        pid = reply.value(u"pid").toString();
        hall.run([](Namespace &lab, Sockets &sockets) {
            sockets.at(u"ada"_s)->join(u"room"_s);
            sockets.at(u"ada"_s)->data = {{u"user"_s, u"ada"_s}};
            lab.to(u"room"_s).emitEvent(u"seen"_s, {1});
        });
        [&] { QTRY_COMPARE_WITH_TIMEOUT(ada.received.size(), 2, patience); }();
        offset = offsetOf(ada.received.at(1));
        ada.socket.abort();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(hall.ends().contains(u"ada: transport close"_s), patience); }();
    }

    [[nodiscard]] QString resumption() const { return uR"(,"pid":"%1","offset":"%2")"_s.arg(pid, offset); }

    QString id;
    QString pid;
    QString offset;
};

class ServerRecoveryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isOffByDefault();
    void givesAnOffsetToWhatCanBeRecovered();
    void sendsWhatWasMissedBeforeTheReply();
    void continuesWithoutAHello();
    void asksTheApplicationAgain();
    void forgetsWhoLeft_data();
    void forgetsWhoLeft();
    void endsWhenThePacketsGoDuringTheDecision();
};

void ServerRecoveryTest::isOffByDefault()
{
    Hall hall;
    hall.listen();
    auto &ada = hall.enter(u"ada"_s, uR"(,"pid":"any","offset":"any")"_s);
    QCOMPARE(payload(ada.received.at(0)).object().keys(), QStringList{u"sid"_s});
    hall.run([](Namespace &lab, Sockets &) { lab.everyone().emitEvent(u"a"_s, {1}); });
    QCOMPARE(hall.heard(ada), QStringList{uR"(42["a",1])"_s});
}

void ServerRecoveryTest::givesAnOffsetToWhatCanBeRecovered()
{
    Hall hall(recovering());
    hall.listen();
    auto &ada = hall.enter(u"ada"_s);
    const auto reply = payload(ada.received.at(0)).object();
    QVERIFY(!reply.value(u"pid").toString().isEmpty());
    QVERIFY(reply.value(u"pid") != reply.value(u"sid"));
    hall.run([](Namespace &lab, Sockets &sockets) {
        auto &socket = *sockets.at(u"ada"_s);
        socket.volatileEvent(u"volatile"_s, {1});
        socket.emitWithAck(u"asked"_s, {1}, 60s, [](const socketio::AckResult &) {});
        socket.emitEvent(u"plain"_s, {1});
        lab.everyone().volatileEvent(u"volatile"_s, {2});
        lab.everyone().emitEvent(u"plain"_s, {2});
    });
    QTRY_COMPARE_WITH_TIMEOUT(ada.received.size(), 6, patience);
    QCOMPARE(ada.received.at(1), uR"(42["volatile",1])"_s);
    QCOMPARE(ada.received.at(2), uR"(420["asked",1])"_s);
    QCOMPARE(withoutOffset(ada.received.at(3)), uR"(42["plain",1])"_s);
    QCOMPARE(ada.received.at(4), uR"(42["volatile",2])"_s);
    QCOMPARE(withoutOffset(ada.received.at(5)), uR"(42["plain",2])"_s);
    QVERIFY(offsetOf(ada.received.at(3)) != offsetOf(ada.received.at(5)));
}

void ServerRecoveryTest::sendsWhatWasMissedBeforeTheReply()
{
    Hall hall(recovering());
    hall.listen();
    const Away away(hall);
    hall.run([&](Namespace &lab, Sockets &) {
        lab.to(u"room"_s).emitEvent(u"missed"_s, {1});
        lab.to(u"another room"_s).emitEvent(u"not for it"_s, {});
        lab.everyone().volatileEvent(u"volatile"_s, {});
        lab.to(away.id).emitEvent(u"missed"_s, {QByteArray("bytes")});
    });
    auto &ada = hall.enter(u"ada"_s, away.resumption());
    QTRY_COMPARE_WITH_TIMEOUT(ada.received.size(), 3, patience);
    QCOMPARE(withoutOffset(ada.received.at(0)), uR"(42["missed",1])"_s);
    QVERIFY(ada.received.at(1).startsWith(uR"(451-["missed",{"_placeholder":true,"num":0},)"_s));
    QCOMPARE(ada.receivedBytes, QByteArrayList{"bytes"});
    const auto reply = payload(ada.received.at(2)).object();
    QCOMPARE(reply.value(u"sid").toString(), away.id);
    QCOMPARE(reply.value(u"pid").toString(), away.pid);
    hall.run([&](Namespace &lab, Sockets &sockets) {
        const auto &socket = *sockets.at(u"ada"_s);
        QVERIFY(socket.isRecovered());
        QCOMPARE(socket.rooms(), QStringList{u"room"_s});
        QCOMPARE(socket.data.value(u"user").toString(), u"ada"_s);
        lab.to(u"room"_s).emitEvent(u"new"_s, {});
    });
    QTRY_COMPARE_WITH_TIMEOUT(withoutOffset(ada.received.last()), uR"(42["new"])"_s, patience);
}

void ServerRecoveryTest::continuesWithoutAHello()
{
    Hall hall(recovering());
    hall.listen();
    auto &ada = hall.enter(u"ada"_s);
    const QString pid = payload(ada.received.at(0)).object().value(u"pid").toString();
    ada.socket.abort();
    QTRY_COMPARE_WITH_TIMEOUT(hall.ends().size(), 1, patience);
    hall.run([](Namespace &lab, Sockets &) { lab.everyone().emitEvent(u"missed"_s, {}); });
    auto &again = hall.enter(u"ada"_s, uR"(,"pid":"%1")"_s.arg(pid)); // it has received no event: it has no offset
    QTRY_COMPARE_WITH_TIMEOUT(withoutOffsets(again.received), QStringList({uR"(42["missed"])"_s, u"40"_s}), patience);
}

void ServerRecoveryTest::asksTheApplicationAgain()
{
    Hall hall(recovering());
    hall.listen();
    const Away away(hall);
    hall.run([](Namespace &lab, Sockets &) { lab.to(u"room"_s).emitEvent(u"missed"_s, {}); });
    auto &refused = hall.enter(u"mallory"_s, uR"(,"refuse":true)"_s + away.resumption());
    QCOMPARE(refused.received, QStringList{uR"(44{"message":"No"})"_s}); // and nothing of what was missed
    auto &ada = hall.enter(u"ada"_s, away.resumption());                 // with a better token: it is still there
    QTRY_COMPARE_WITH_TIMEOUT(withoutOffsets(ada.received), QStringList({uR"(42["missed"])"_s, u"40"_s}), patience);
    auto &copy = hall.enter(u"copy"_s, away.resumption()); // it goes on only once
    QVERIFY(payload(copy.received.at(0)).object().value(u"sid").toString() != away.id);
}

void ServerRecoveryTest::forgetsWhoLeft_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("by itself") << u"41"_s;
    QTest::newRow("dismissed") << u"<dismiss>"_s;
    QTest::newRow("for breaking the protocol") << u"42{"_s;
}

void ServerRecoveryTest::forgetsWhoLeft()
{
    QFETCH(QString, how);
    Hall hall(recovering());
    hall.listen();
    auto &ada = hall.enter(u"ada"_s);
    const QString pid = payload(ada.received.at(0)).object().value(u"pid").toString();
    if (how == u"<dismiss>")
        hall.run([](Namespace &, Sockets &sockets) { sockets.at(u"ada"_s)->disconnect(true); });
    else
        ada.say(how);
    QTRY_COMPARE_WITH_TIMEOUT(hall.ends().size(), 1, patience);
    auto &again = hall.enter(u"ada"_s, uR"(,"pid":"%1")"_s.arg(pid));
    QVERIFY(payload(again.received.at(0)).object().value(u"pid").toString() != pid);
}

void ServerRecoveryTest::endsWhenThePacketsGoDuringTheDecision()
{
    auto options = recovering();
    options.recovery->maxPackets = 5;
    Hall hall(options);
    hall.listen();
    const Away away(hall);
    std::optional<socketio::ConnectDecision> decision;
    std::atomic<bool> asked = false;
    hall.run([&](Namespace &lab, Sockets &) {
        lab.to(u"room"_s).emitEvent(u"missed"_s, {});
        lab.onConnect = [&](const auto &socket, const QJsonObject &auth, const socketio::ConnectDecision &toDecide) {
            QVERIFY(socket->isRecovered());
            QCOMPARE(socket->data.value(u"user").toString(), u"ada"_s);
            QCOMPARE(auth.keys(), QStringList{u"name"_s});
            decision = toDecide;
            asked = true;
        };
    });
    RawClient ada(hall.port());
    QTRY_VERIFY_WITH_TIMEOUT(ada.open, patience);
    ada.say(uR"(40{"name":"ada"%1})"_s.arg(away.resumption()));
    QTRY_VERIFY_WITH_TIMEOUT(asked, patience);
    hall.run([&](Namespace &lab, Sockets &) {
        for (int i = 0; i < 10; ++i)
            lab.to(u"another room"_s).emitEvent(u"noise"_s, {});
        decision->accept();
        decision.reset();
    });
    QTRY_VERIFY_WITH_TIMEOUT(ada.closed, patience); // rather than going on with a hole
    QVERIFY(ada.received.isEmpty());
    hall.run([&](Namespace &lab, Sockets &) {
        lab.onConnect = [](const auto &socket, const QJsonObject &, const socketio::ConnectDecision &toDecide) {
            QVERIFY(!socket->isRecovered());
            toDecide.accept();
        };
    });
    auto &again = hall.enter(u"ada"_s, away.resumption());
    QVERIFY(payload(again.received.at(0)).object().value(u"sid").toString() != away.id);
}

} // namespace

QTEST_GUILESS_MAIN(ServerRecoveryTest)
#include "ServerRecoveryTest.moc"
