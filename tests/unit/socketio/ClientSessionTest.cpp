// SPDX-License-Identifier: MIT
// The client's side of a namespace as a function from packets and time to effects; no time passes here.
#include "socketio/ClientSession.h"

#include "socketio/PacketReader.h"

#include <QtTest/QTest>

#include <random>

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace socketio;

ClientEffects feed(ClientSession &session, const QByteArray &text)
{
    return session.feed(decode(text, defaultMaxAttachments)->packet);
}

QByteArray text(const Packet &packet)
{
    return encode(packet).text;
}

QString closing(const ClientEffects &effects)
{
    const auto *closed = effects.size() == 1 ? std::get_if<ClientSessionClosed>(&effects.front()) : nullptr;
    return closed ? closed->reason : QString();
}

ClientSession openedSession(const QString &nameSpace = u"/"_s)
{
    ClientSession session(nameSpace);
    session.open(20s);
    return session;
}

ClientSession connectedSession()
{
    auto session = openedSession();
    (void)feed(session, R"(0{"sid":"s"})");
    return session;
}

/// Carries out what concerns acknowledgements; gives back how many.
int settle(const ClientEffects &effects)
{
    int settled = 0;
    for (const auto &effect : effects) {
        if (const auto *ack = std::get_if<AckSettled>(&effect)) {
            ack->handler(ack->result);
            ++settled;
        }
    }
    return settled;
}

class ClientSessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void connects();
    void holdsEarlyEventsBack();
    void endsOnRefusal_data();
    void endsOnRefusal();
    void givesUpWaiting();
    void matchesAcks();
    void timesAcksOutOnce();
    void givesBackAcksThatWillNotCome();
    void closes_data();
    void closes();
    void ignoresOtherNamespaces();
    void asksToContinue();
    void knowsWhetherItContinued_data();
    void knowsWhetherItContinued();
    void keepsTheOffset_data();
    void keepsTheOffset();
    void anyPackets();
};

void ClientSessionTest::connects()
{
    auto session = openedSession(u"/b"_s);
    QCOMPARE(text(session.connectPacket({{u"token"_s, 1}})), R"(0/b,{"token":1})");
    QVERIFY(session.isOpen());
    QVERIFY(!session.isConnected());
    const auto effects = feed(session, R"(0/b,{"sid":"s","pid":"p"})");
    QCOMPARE(effects.size(), std::size_t(1));
    QCOMPARE(std::get<Connected>(effects.front()).socketId, u"s"_s);
    QVERIFY(!std::get<Connected>(effects.front()).recovered);
    QVERIFY(session.isConnected());
    QVERIFY(!session.deadline());
    QCOMPARE(text(session.eventPacket(u"e"_s, {1})), R"(2/b,["e",1])");
    QCOMPARE(text(session.disconnectPacket()), "1/b,");
}

void ClientSessionTest::holdsEarlyEventsBack()
{
    auto session = openedSession();
    QVERIFY(feed(session, R"(2["missed",1])").empty());
    QVERIFY(feed(session, R"(2["missed",2])").empty());
    const auto effects = feed(session, R"(0{"sid":"s"})");
    QCOMPARE(effects.size(), std::size_t(3));
    QVERIFY(std::holds_alternative<Connected>(effects[0]));
    QCOMPARE(std::get<EventPacket>(effects[1]).arguments.json(), QJsonArray{1});
    QCOMPARE(std::get<EventPacket>(effects[2]).arguments.json(), QJsonArray{2});
}

void ClientSessionTest::endsOnRefusal_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QJsonObject>("data");
    QTest::newRow("object") << QByteArray(R"(4{"message":"No","data":{"code":"auth.invalid"}})") << u"No"_s
                            << QJsonObject{{u"code"_s, u"auth.invalid"_s}};
    QTest::newRow("bare string") << QByteArray(R"(4"No")") << u"No"_s << QJsonObject();
}

void ClientSessionTest::endsOnRefusal()
{
    QFETCH(QByteArray, message);
    QFETCH(QString, words);
    QFETCH(QJsonObject, data);
    auto session = openedSession();
    const auto effects = feed(session, message);
    QCOMPARE(effects.size(), std::size_t(1));
    const auto &refusal = std::get<ConnectErrorPacket>(effects.front());
    QCOMPARE(refusal.message, words);
    QCOMPARE(refusal.data, data);
    QVERIFY(session.close().empty());
    QVERIFY(feed(session, R"(0{"sid":"s"})").empty());
    QVERIFY(!session.deadline());
}

void ClientSessionTest::givesUpWaiting()
{
    auto session = openedSession();
    QCOMPARE(session.deadline(), 20s);
    QVERIFY(session.tick(19'999ms).empty());
    QCOMPARE(closing(session.tick(20s)), u"the server did not answer in time"_s);
    (void)session.close();
    QVERIFY(session.tick(21s).empty());
}

void ClientSessionTest::matchesAcks()
{
    auto session = connectedSession();
    QStringList heard;
    const auto hear = [&heard](const QString &name) {
        return [&heard, name](const AckResult &result) {
            heard.append(name + QString::number(std::get<Arguments>(result).at(0).toInt()));
        };
    };
    QCOMPARE(text(session.askingPacket(u"a"_s, {}, 10s, hear(u"first"_s))), R"(20["a"])");
    QCOMPARE(text(session.askingPacket(u"b"_s, {}, 5s, hear(u"second"_s))), R"(21["b"])");
    QCOMPARE(session.deadline(), 5s);
    QCOMPARE(settle(feed(session, "31[7]")), 1);
    QCOMPARE(heard, QStringList{u"second7"_s});
    QCOMPARE(settle(feed(session, "31[7]")), 0);
    QCOMPARE(settle(feed(session, "399[]")), 0);
    QCOMPARE(session.deadline(), 10s);
}

void ClientSessionTest::timesAcksOutOnce()
{
    auto session = connectedSession();
    QList<AckFailure> failures;
    (void)session.askingPacket(u"a"_s, {}, 10s,
                               [&failures](const AckResult &result) { failures.append(std::get<AckFailure>(result)); });
    QVERIFY(session.tick(9'999ms).empty());
    QCOMPARE(settle(session.tick(10s)), 1);
    QCOMPARE(failures, QList{AckFailure::TimedOut});
    QVERIFY(session.tick(11s).empty());
    QVERIFY(feed(session, "30[1]").empty()); // too late
    QVERIFY(session.isConnected());
}

void ClientSessionTest::givesBackAcksThatWillNotCome()
{
    auto session = connectedSession();
    (void)session.askingPacket(u"a"_s, {}, 10s, [](const AckResult &) {});
    (void)session.askingPacket(u"b"_s, {}, 10s, [](const AckResult &) {});
    QCOMPARE(session.close().size(), std::size_t(2));
    QVERIFY(!session.deadline());
    // What is asked while it is closed has not been sent: its time goes on over attempts to connect.
    QCOMPARE(text(session.askingPacket(u"c"_s, {}, 30s, [](const AckResult &) {})), R"(22["c"])");
    session.open(20s);
    QVERIFY(session.close().empty());
    QCOMPARE(session.deadline(), 30s);
    QCOMPARE(settle(session.tick(30s)), 1);
}

void ClientSessionTest::closes_data()
{
    QTest::addColumn<bool>("connected");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<bool>("byServer");
    QTest::newRow("DISCONNECT") << true << QByteArray("1") << true;
    QTest::newRow("CONNECT of an old server") << false << QByteArray("0") << false;
}

void ClientSessionTest::closes()
{
    QFETCH(bool, connected);
    QFETCH(QByteArray, message);
    QFETCH(bool, byServer);
    auto session = connected ? connectedSession() : openedSession();
    const auto effects = feed(session, message);
    QVERIFY(!closing(effects).isEmpty());
    QCOMPARE(std::get<ClientSessionClosed>(effects.front()).byServer, byServer);
}

void ClientSessionTest::ignoresOtherNamespaces()
{
    auto session = connectedSession();
    QVERIFY(feed(session, "1/other,").empty());
    QVERIFY(feed(session, R"(2/other,["a"])").empty());
    QVERIFY(session.isConnected());
}

void ClientSessionTest::asksToContinue()
{
    auto session = openedSession();
    (void)feed(session, R"(0{"sid":"s","pid":"secret"})");
    (void)session.close();
    session.open(40s);
    QCOMPARE(text(session.connectPacket({})), R"(0{"pid":"secret"})");
    (void)feed(session, R"(0{"sid":"s","pid":"secret"})");
    (void)feed(session, R"(2["a",1,"offset-1"])");
    (void)session.close();
    session.open(60s);
    QCOMPARE(text(session.connectPacket({{u"token"_s, 1}})), R"(0{"offset":"offset-1","pid":"secret","token":1})");
}

void ClientSessionTest::knowsWhetherItContinued_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<bool>("recovered");
    QTest::addColumn<QByteArray>("next");
    QTest::newRow("the same session") << QByteArray(R"(0{"sid":"s","pid":"secret"})") << true
                                      << QByteArray(R"(0{"offset":"offset-2","pid":"secret"})");
    QTest::newRow("another session") << QByteArray(R"(0{"sid":"t","pid":"other"})") << false
                                     << QByteArray(R"(0{"offset":"offset-2","pid":"other"})");
    QTest::newRow("a server that keeps none") << QByteArray(R"(0{"sid":"t"})") << false << QByteArray("0");
}

void ClientSessionTest::knowsWhetherItContinued()
{
    QFETCH(QByteArray, reply);
    QFETCH(bool, recovered);
    QFETCH(QByteArray, next);
    auto session = openedSession();
    (void)feed(session, R"(0{"sid":"s","pid":"secret"})");
    (void)feed(session, R"(2["a","offset-1"])");
    (void)session.close();
    session.open(40s);
    QVERIFY(feed(session, R"(2["missed","offset-2"])").empty());
    const auto effects = feed(session, reply);
    QCOMPARE(std::get<Connected>(effects.at(0)).recovered, recovered);
    QCOMPARE(std::get<EventPacket>(effects.at(1)).event, u"missed"_s);
    (void)session.close();
    session.open(60s);
    QCOMPARE(text(session.connectPacket({})), next);
}

void ClientSessionTest::keepsTheOffset_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QString>("offset");
    QTest::newRow("event with its offset") << QByteArray(R"(2["a",1,"two"])") << u"two"_s;
    QTest::newRow("no arguments") << QByteArray(R"(2["a"])") << u"one"_s;
    QTest::newRow("no string at the end") << QByteArray(R"(2["a","two",1])") << u"one"_s;
    QTest::newRow("an acknowledgement is wanted") << QByteArray(R"(25["a","two"])") << u"one"_s;
}

void ClientSessionTest::keepsTheOffset()
{
    QFETCH(QByteArray, event);
    QFETCH(QString, offset);
    auto session = openedSession();
    (void)feed(session, R"(0{"sid":"s","pid":"secret"})");
    (void)feed(session, R"(2["a","one"])");
    (void)feed(session, event);
    QCOMPARE(session.connectPacket({}).data.value(u"offset").toString(), offset);
}

void ClientSessionTest::anyPackets()
{
    std::mt19937 random(7); // NOLINT: the same packets in every run
    const QByteArrayList likely{"0",
                                "1",
                                R"(2["a"])",
                                R"(25["a"])",
                                "30[1]",
                                "31[]",
                                R"(4{"message":"m"})",
                                "0/b",
                                "1/b",
                                R"(0{"sid":"s"})",
                                R"(4"m")",
                                R"(0{"sid":"s","pid":"p"})",
                                R"(2["a","x"])"};
    for (int round = 0; round < 5'000; ++round) {
        ClientSession session(u"/"_s);
        int asked = 0;
        int answered = 0;
        const auto count = [&answered](const AckResult &) { ++answered; };
        for (int step = 0; step < 12; ++step) {
            const std::chrono::milliseconds now(step * 5'000);
            if (!session.isOpen())
                session.open(now + 60s);
            if (session.isConnected()) {
                (void)session.askingPacket(u"a"_s, {}, now + 7s, count);
                ++asked;
            }
            bool over = false;
            for (const auto &effects :
                 {feed(session, likely[qsizetype(random() % std::size_t(likely.size()))]), session.tick(now)}) {
                settle(effects);
                over = over || (!effects.empty() && (std::holds_alternative<ClientSessionClosed>(effects.back()) ||
                                                     std::holds_alternative<ConnectErrorPacket>(effects.back())));
            }
            if (over) {
                for (const auto &handler : session.close())
                    handler(AckFailure::Disconnected);
            }
            QVERIFY(answered <= asked);
        }
        for (const auto &handler : session.close())
            handler(AckFailure::Disconnected);
        QCOMPARE(answered, asked); // each exactly once
    }
}

} // namespace

QTEST_APPLESS_MAIN(ClientSessionTest)
#include "ClientSessionTest.moc"
