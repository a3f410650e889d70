// SPDX-License-Identifier: MIT
// The server's side of the namespaces as a function from messages and time to effects; no time passes here.
#include "socketio/ServerSession.h"

#include <QtTest/QTest>

#include <random>

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace socketio;
using engineio::FrameKind;

QString failure(const ServerEffect &effect)
{
    const auto *failed = std::get_if<ServerSessionFailed>(&effect);
    return failed ? failed->reason : QString();
}

ServerSession connectedServer()
{
    ServerSession session(45s, 0ms);
    (void)session.feed(FrameKind::Text, "0", 0ms);
    (void)session.accept(u"/"_s);
    return session;
}

class ServerSessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksAboutEveryConnect();
    void deliversEventsOfTheConnected();
    void keepsNamespacesApart();
    void letsClientsLeaveAndComeBack();
    void decidesOnlyOnce();
    void endsWhoDoesNotConnect();
    void givesTheRefusedNoMoreTime();
    void fails_data();
    void fails();
    void passesAcksOn();
    void anyMessages();
};

void ServerSessionTest::asksAboutEveryConnect()
{
    ServerSession session(45s, 0ms);
    const auto effect = session.feed(FrameKind::Text, R"(0{"token":"t"})", 1ms);
    const auto *request = std::get_if<ConnectRequested>(&effect);
    QVERIFY(request);
    QCOMPARE(request->nameSpace, u"/"_s);
    QCOMPARE(request->auth.value(u"token").toString(), u"t"_s);
    QVERIFY(session.accept(u"/"_s));
}

void ServerSessionTest::deliversEventsOfTheConnected()
{
    auto session = connectedServer();
    const auto effect = session.feed(FrameKind::Text, R"(27["a",1])", 1ms);
    const auto *event = std::get_if<EventPacket>(&effect);
    QVERIFY(event);
    QCOMPARE(event->event, u"a"_s);
    QCOMPARE(event->arguments.json(), QJsonArray{1});
    QCOMPARE(event->id, 7);
}

void ServerSessionTest::keepsNamespacesApart()
{
    auto session = connectedServer();
    QVERIFY(std::holds_alternative<ConnectRequested>(session.feed(FrameKind::Text, "0/b", 1ms)));
    QVERIFY(session.accept(u"/b"_s));
    QVERIFY(std::holds_alternative<NamespaceLeft>(session.feed(FrameKind::Text, "1/b,", 2ms)));
    QVERIFY(std::holds_alternative<EventPacket>(session.feed(FrameKind::Text, R"(2["a"])", 3ms)));
    QCOMPARE(failure(session.feed(FrameKind::Text, R"(2/b,["a"])", 4ms)), u"event before CONNECT"_s);
}

void ServerSessionTest::letsClientsLeaveAndComeBack()
{
    auto session = connectedServer();
    QVERIFY(!session.deadline());
    QVERIFY(std::holds_alternative<NamespaceLeft>(session.feed(FrameKind::Text, "1", 10s)));
    QCOMPARE(session.deadline(), 55s); // a transport that nobody uses does not stay for ever
    QVERIFY(std::holds_alternative<ConnectRequested>(session.feed(FrameKind::Text, "0", 20s)));
    QVERIFY(!session.deadline());
    QVERIFY(session.accept(u"/"_s));
    QVERIFY(session.leave(u"/"_s, 30s));
    QCOMPARE(session.deadline(), 75s);
}

void ServerSessionTest::decidesOnlyOnce()
{
    ServerSession session(45s, 0ms);
    QVERIFY(!session.accept(u"/"_s));
    (void)session.feed(FrameKind::Text, "0", 0ms);
    QVERIFY(!session.leave(u"/"_s, 0ms));
    QVERIFY(session.accept(u"/"_s));
    QVERIFY(!session.accept(u"/"_s));
    QVERIFY(!session.reject(u"/"_s));
    QVERIFY(session.leave(u"/"_s, 0ms));
    QVERIFY(!session.leave(u"/"_s, 0ms));
}

void ServerSessionTest::endsWhoDoesNotConnect()
{
    ServerSession session(45s, 1s);
    QCOMPARE(session.deadline(), 46s);
    QVERIFY(std::holds_alternative<std::monostate>(session.tick(45'999ms)));
    QCOMPARE(failure(session.tick(46s)), u"connect timeout"_s);
    QVERIFY(!session.deadline());
    QVERIFY(std::holds_alternative<std::monostate>(session.feed(FrameKind::Text, "0", 47s)));
}

void ServerSessionTest::givesTheRefusedNoMoreTime()
{
    ServerSession session(45s, 0ms);
    (void)session.feed(FrameKind::Text, "0", 40s);
    QVERIFY(!session.deadline()); // the decision may take its time
    QVERIFY(session.reject(u"/"_s));
    QCOMPARE(session.deadline(), 45s);
}

void ServerSessionTest::fails_data()
{
    QTest::addColumn<bool>("connected");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("reason");
    QTest::newRow("event before CONNECT") << false << QByteArray(R"(2["a"])") << u"event before CONNECT"_s;
    QTest::newRow("ack before CONNECT") << false << QByteArray("31[]") << u"acknowledgement before CONNECT"_s;
    QTest::newRow("DISCONNECT before CONNECT") << false << QByteArray("1") << u"DISCONNECT before CONNECT"_s;
    QTest::newRow("second CONNECT") << true << QByteArray("0") << u"second CONNECT to /"_s;
    QTest::newRow("CONNECT_ERROR") << true << QByteArray(R"(4{"message":"a"})") << u"CONNECT_ERROR from a client"_s;
    QTest::newRow("event on another namespace") << true << QByteArray(R"(2/b,["a"])") << u"event before CONNECT"_s;
    QTest::newRow("no array") << true << QByteArray("2{}") << u"parse error"_s;
    QTest::newRow("reserved name") << true << QByteArray(R"(2["disconnect"])") << u"parse error"_s;
    QTest::newRow("attachments without end")
        << true << QByteArray(R"(599999-["a",{"_placeholder":true,"num":0}])") << u"parse error"_s;
    QTest::newRow("empty") << true << QByteArray() << u"parse error"_s;
}

void ServerSessionTest::fails()
{
    QFETCH(bool, connected);
    QFETCH(QByteArray, message);
    QFETCH(QString, reason);
    auto session = connected ? connectedServer() : ServerSession(45s, 0ms);
    QCOMPARE(failure(session.feed(FrameKind::Text, message, 1ms)), reason);
    QVERIFY(std::holds_alternative<std::monostate>(session.feed(FrameKind::Text, R"(2["a"])", 2ms)));
    QVERIFY(!session.leave(u"/"_s, 3ms));
    QVERIFY(!session.deadline());
}

void ServerSessionTest::passesAcksOn()
{
    auto session = connectedServer();
    const auto effect = session.feed(FrameKind::Text, "399[1]", 1ms);
    const auto *ack = std::get_if<AckPacket>(&effect);
    QVERIFY(ack);
    QCOMPARE(ack->id, 99);
    QCOMPARE(ack->arguments.json(), QJsonArray{1});
}

void ServerSessionTest::anyMessages()
{
    std::mt19937 random(7); // NOLINT: the same messages in every run
    const QByteArrayList likely{
        "0",       "1",          R"(2["a"])", R"(25["a"])", "30[1]", "31[]",   R"(4{"message":"m"})",
        "0/b",     "1/b,",       "2{}",       "",           "9",     "[]",     R"(0{"sid":"s"})",
        R"(4"m")", R"(2/b,[0])", "2[",        "\xff\xfe",   "5-[]",  "0/\xff,"};
    for (int round = 0; round < 5'000; ++round) {
        ServerSession server(45s, 0ms);
        int failures = 0;
        for (int step = 0; step < 12; ++step) {
            const QByteArray &message = likely[qsizetype(random() % std::size_t(likely.size()))];
            const std::chrono::milliseconds now(step * 5'000);
            const auto effect = server.feed(FrameKind::Text, message, now);
            if (const auto *request = std::get_if<ConnectRequested>(&effect); request && random() % 4 != 0)
                QVERIFY(server.accept(request->nameSpace));
            failures += failure(effect).isEmpty() ? 0 : 1;
            failures += failure(server.tick(now)).isEmpty() ? 0 : 1;
        }
        QVERIFY(failures <= 1);
    }
}

} // namespace

QTEST_APPLESS_MAIN(ServerSessionTest)
#include "ServerSessionTest.moc"
