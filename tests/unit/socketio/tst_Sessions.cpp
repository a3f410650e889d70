// SPDX-License-Identifier: MIT
// Both sides of the namespaces as functions from messages and time to effects; no time passes here.
#include "socketio/ClientSession.h"
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

QString closing(const ClientEffects &effects)
{
    const auto *closed = effects.size() == 1 ? std::get_if<ClientSessionClosed>(&effects.front()) : nullptr;
    return closed ? closed->reason : QString();
}

ServerSession connectedServer()
{
    ServerSession session(45s, 0ms);
    (void)session.feed(FrameKind::Text, "0", 0ms);
    (void)session.accept(u"/"_s);
    return session;
}

ClientSession connectedClient()
{
    ClientSession session(u"/"_s, 20s);
    (void)session.feed(FrameKind::Text, R"(0{"sid":"s"})");
    return session;
}

class SessionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void serverAsksAboutEveryConnect();
    void serverDeliversEventsOfTheConnected();
    void serverKeepsNamespacesApart();
    void serverLetsClientsLeaveAndComeBack();
    void serverDecidesOnlyOnce();
    void serverEndsWhoDoesNotConnect();
    void serverGivesTheRefusedNoMoreTime();
    void serverFails_data();
    void serverFails();
    void serverPassesAcksOn();
    void clientConnects();
    void clientHoldsEarlyEventsBack();
    void clientEndsOnRefusal_data();
    void clientEndsOnRefusal();
    void clientGivesUpWaiting();
    void clientMatchesAcks();
    void clientTimesAcksOutOnce();
    void clientCloses_data();
    void clientCloses();
    void clientIgnoresOtherNamespaces();
    void anyMessages();
};

void SessionsTest::serverAsksAboutEveryConnect()
{
    ServerSession session(45s, 0ms);
    const auto effect = session.feed(FrameKind::Text, R"(0{"token":"t"})", 1ms);
    const auto *request = std::get_if<ConnectRequested>(&effect);
    QVERIFY(request);
    QCOMPARE(request->nameSpace, u"/"_s);
    QCOMPARE(request->auth.value(u"token").toString(), u"t"_s);
    QVERIFY(session.accept(u"/"_s));
}

void SessionsTest::serverDeliversEventsOfTheConnected()
{
    auto session = connectedServer();
    const auto effect = session.feed(FrameKind::Text, R"(27["a",1])", 1ms);
    const auto *event = std::get_if<EventPacket>(&effect);
    QVERIFY(event);
    QCOMPARE(event->event, u"a"_s);
    QCOMPARE(event->arguments.json(), QJsonArray{1});
    QCOMPARE(event->id, 7);
}

void SessionsTest::serverKeepsNamespacesApart()
{
    auto session = connectedServer();
    QVERIFY(std::holds_alternative<ConnectRequested>(session.feed(FrameKind::Text, "0/b", 1ms)));
    QVERIFY(session.accept(u"/b"_s));
    QVERIFY(std::holds_alternative<NamespaceLeft>(session.feed(FrameKind::Text, "1/b,", 2ms)));
    QVERIFY(std::holds_alternative<EventPacket>(session.feed(FrameKind::Text, R"(2["a"])", 3ms)));
    QCOMPARE(failure(session.feed(FrameKind::Text, R"(2/b,["a"])", 4ms)), u"event before CONNECT"_s);
}

void SessionsTest::serverLetsClientsLeaveAndComeBack()
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

void SessionsTest::serverDecidesOnlyOnce()
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

void SessionsTest::serverEndsWhoDoesNotConnect()
{
    ServerSession session(45s, 1s);
    QCOMPARE(session.deadline(), 46s);
    QVERIFY(std::holds_alternative<std::monostate>(session.tick(45'999ms)));
    QCOMPARE(failure(session.tick(46s)), u"connect timeout"_s);
    QVERIFY(!session.deadline());
    QVERIFY(std::holds_alternative<std::monostate>(session.feed(FrameKind::Text, "0", 47s)));
}

void SessionsTest::serverGivesTheRefusedNoMoreTime()
{
    ServerSession session(45s, 0ms);
    (void)session.feed(FrameKind::Text, "0", 40s);
    QVERIFY(!session.deadline()); // the decision may take its time
    QVERIFY(session.reject(u"/"_s));
    QCOMPARE(session.deadline(), 45s);
}

void SessionsTest::serverFails_data()
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

void SessionsTest::serverFails()
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

void SessionsTest::serverPassesAcksOn()
{
    auto session = connectedServer();
    const auto effect = session.feed(FrameKind::Text, "399[1]", 1ms);
    const auto *ack = std::get_if<AckPacket>(&effect);
    QVERIFY(ack);
    QCOMPARE(ack->id, 99);
    QCOMPARE(ack->arguments.json(), QJsonArray{1});
}

void SessionsTest::clientConnects()
{
    ClientSession session(u"/b"_s, 20s);
    QCOMPARE(session.connectMessage({{u"token"_s, 1}}).text, R"(0/b,{"token":1})");
    QVERIFY(!session.isConnected());
    const auto effects = session.feed(FrameKind::Text, R"(0/b,{"sid":"s","pid":"p"})");
    QCOMPARE(effects.size(), std::size_t(1));
    QCOMPARE(std::get<Connected>(effects.front()).socketId, u"s"_s);
    QVERIFY(session.isConnected());
    QCOMPARE(session.eventMessage(u"e"_s, {1}).text, R"(2/b,["e",1])");
    QCOMPARE(session.disconnectMessage().text, "1/b,");
}

void SessionsTest::clientHoldsEarlyEventsBack()
{
    ClientSession session(u"/"_s, 20s);
    QVERIFY(session.feed(FrameKind::Text, R"(2["missed",1])").empty());
    QVERIFY(session.feed(FrameKind::Text, R"(2["missed",2])").empty());
    const auto effects = session.feed(FrameKind::Text, R"(0{"sid":"s"})");
    QCOMPARE(effects.size(), std::size_t(3));
    QVERIFY(std::holds_alternative<Connected>(effects[0]));
    QCOMPARE(std::get<EventPacket>(effects[1]).arguments.json(), QJsonArray{1});
    QCOMPARE(std::get<EventPacket>(effects[2]).arguments.json(), QJsonArray{2});
}

void SessionsTest::clientEndsOnRefusal_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QJsonObject>("data");
    QTest::newRow("object") << QByteArray(R"(4{"message":"No","data":{"code":"auth.invalid"}})") << u"No"_s
                            << QJsonObject{{u"code"_s, u"auth.invalid"_s}};
    QTest::newRow("bare string") << QByteArray(R"(4"No")") << u"No"_s << QJsonObject();
}

void SessionsTest::clientEndsOnRefusal()
{
    QFETCH(QByteArray, message);
    QFETCH(QString, words);
    QFETCH(QJsonObject, data);
    ClientSession session(u"/"_s, 20s);
    const auto effects = session.feed(FrameKind::Text, message);
    QCOMPARE(effects.size(), std::size_t(1));
    const auto &refusal = std::get<ConnectErrorPacket>(effects.front());
    QCOMPARE(refusal.message, words);
    QCOMPARE(refusal.data, data);
    QVERIFY(session.feed(FrameKind::Text, R"(0{"sid":"s"})").empty());
    QVERIFY(!session.deadline());
}

void SessionsTest::clientGivesUpWaiting()
{
    ClientSession session(u"/"_s, 20s);
    QCOMPARE(session.deadline(), 20s);
    QVERIFY(session.tick(19'999ms).empty());
    QCOMPARE(closing(session.tick(20s)), u"the server did not answer in time"_s);
    QVERIFY(session.tick(21s).empty());
}

void SessionsTest::clientMatchesAcks()
{
    auto session = connectedClient();
    const auto first = session.askedEventMessage(u"a"_s, {}, 10s);
    const auto second = session.askedEventMessage(u"b"_s, {}, 5s);
    QCOMPARE(first.message.text, R"(20["a"])");
    QCOMPARE(second.message.text, R"(21["b"])");
    QCOMPARE(session.deadline(), 5s);
    const auto effects = session.feed(FrameKind::Text, "31[7]");
    QCOMPARE(effects.size(), std::size_t(1));
    QCOMPARE(std::get<AckSettled>(effects.front()).id, second.id);
    QCOMPARE(std::get<AckSettled>(effects.front()).arguments->json(), QJsonArray{7});
    QVERIFY(session.feed(FrameKind::Text, "31[7]").empty());
    QVERIFY(session.feed(FrameKind::Text, "399[]").empty());
    QCOMPARE(session.deadline(), 10s);
}

void SessionsTest::clientTimesAcksOutOnce()
{
    auto session = connectedClient();
    const auto asked = session.askedEventMessage(u"a"_s, {}, 10s);
    QVERIFY(session.tick(9'999ms).empty());
    const auto effects = session.tick(10s);
    QCOMPARE(effects.size(), std::size_t(1));
    QCOMPARE(std::get<AckSettled>(effects.front()).id, asked.id);
    QVERIFY(!std::get<AckSettled>(effects.front()).arguments);
    QVERIFY(session.tick(11s).empty());
    QVERIFY(session.feed(FrameKind::Text, "30[1]").empty()); // too late
    QVERIFY(session.isConnected());
}

void SessionsTest::clientCloses_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("DISCONNECT") << QByteArray("1");
    QTest::newRow("no Socket.IO") << QByteArray("hello");
    QTest::newRow("attachments without end") << QByteArray(R"(599999-["a",{"_placeholder":true,"num":0}])");
    QTest::newRow("CONNECT of an old server") << QByteArray("0");
}

void SessionsTest::clientCloses()
{
    QFETCH(QByteArray, message);
    ClientSession session(u"/"_s, 20s);
    if (message != "0")
        (void)session.feed(FrameKind::Text, R"(0{"sid":"s"})");
    QVERIFY(!closing(session.feed(FrameKind::Text, message)).isEmpty());
    QVERIFY(!session.isConnected());
    QVERIFY(session.feed(FrameKind::Text, R"(2["a"])").empty());
}

void SessionsTest::clientIgnoresOtherNamespaces()
{
    auto session = connectedClient();
    QVERIFY(session.feed(FrameKind::Text, "1/other,").empty());
    QVERIFY(session.feed(FrameKind::Text, R"(2/other,["a"])").empty());
    QVERIFY(session.isConnected());
}

void SessionsTest::anyMessages()
{
    std::mt19937 random(7); // NOLINT: the same messages in every run
    const QByteArrayList likely{
        "0",       "1",          R"(2["a"])", R"(25["a"])", "30[1]", "31[]",   R"(4{"message":"m"})",
        "0/b",     "1/b,",       "2{}",       "",           "9",     "[]",     R"(0{"sid":"s"})",
        R"(4"m")", R"(2/b,[0])", "2[",        "\xff\xfe",   "5-[]",  "0/\xff,"};
    for (int round = 0; round < 5'000; ++round) {
        ServerSession server(45s, 0ms);
        ClientSession client(u"/"_s, 60s);
        int failures = 0;
        int closes = 0;
        for (int step = 0; step < 12; ++step) {
            const QByteArray &message = likely[qsizetype(random() % std::size_t(likely.size()))];
            const std::chrono::milliseconds now(step * 5'000);
            const auto effect = server.feed(FrameKind::Text, message, now);
            if (const auto *request = std::get_if<ConnectRequested>(&effect); request && random() % 4 != 0)
                QVERIFY(server.accept(request->nameSpace));
            failures += failure(effect).isEmpty() ? 0 : 1;
            failures += failure(server.tick(now)).isEmpty() ? 0 : 1;
            if (client.isConnected())
                (void)client.askedEventMessage(u"a"_s, {}, now + 7s);
            closes += closing(client.feed(FrameKind::Text, message)).isEmpty() ? 0 : 1;
            closes += closing(client.tick(now)).isEmpty() ? 0 : 1;
        }
        QVERIFY(failures <= 1);
        QVERIFY(closes <= 1);
    }
}

} // namespace

QTEST_APPLESS_MAIN(SessionsTest)
#include "tst_Sessions.moc"
