// SPDX-License-Identifier: MIT
// The server's side of a session as a function from frames, requests and time to effects; no time passes here.
#include "engineio/ServerSession.h"

#include <QtTest/QTest>

#include <random>

namespace {

using namespace std::chrono_literals;
using engineio::FrameKind;
using engineio::ServerEffects;
using engineio::ServerSession;
using engineio::TransportKind;

const engineio::Handshake handshake{
    .sid = QStringLiteral("a"), .pingInterval = 25s, .pingTimeout = 20s, .maxPayload = 1000};

ServerSession onWebSocket(std::chrono::milliseconds now)
{
    return {handshake, TransportKind::WebSocket, 10s, now};
}

ServerSession onPolling(std::chrono::milliseconds now)
{
    return {handshake, TransportKind::Polling, 10s, now};
}

/// The reason of a single SessionClosed; empty for anything else.
QString closedBy(const ServerEffects &effects)
{
    const auto *closed = effects.size() == 1 ? std::get_if<engineio::SessionClosed>(&effects.front()) : nullptr;
    return closed ? closed->reason : QString();
}

QByteArray sent(const ServerEffects &effects)
{
    const auto *frame = effects.empty() ? nullptr : std::get_if<engineio::SendFrame>(&effects.front());
    return frame ? frame->frame : QByteArray();
}

QByteArray received(const ServerEffects &effects)
{
    const auto *message = effects.empty() ? nullptr : std::get_if<engineio::MessageReceived>(&effects.front());
    return message ? message->payload.toByteArray() : QByteArray();
}

/// What is done about transports, one letter each in order.
QByteArray moves(const ServerEffects &effects)
{
    QByteArray letters;
    for (const auto &effect : effects) {
        if (const auto *answer = std::get_if<engineio::SendOnProbe>(&effect))
            letters += answer->frame == "3probe" ? "A" : "?"; // answered
        else if (std::holds_alternative<engineio::ReleasePoll>(effect))
            letters += "R";
        else if (std::holds_alternative<engineio::Upgraded>(effect))
            letters += "U";
        else if (std::holds_alternative<engineio::ProbeFailed>(effect))
            letters += "F";
        else
            letters += "?";
    }
    return letters;
}

class ServerSessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensWithItsHandshake();
    void pingsAnIntervalAfterThePong();
    void endsWithoutPong();
    void keepsItsRhythmOnAnUnaskedPong();
    void handsMessagesUp();
    void closes_data();
    void closes();
    void letsPass_data();
    void letsPass();
    void onlyOnePollAndOnePost();
    void lostRequestEndsIt();
    void upgrades();
    void releasesPollsWhileTheClientUpgrades();
    void refusesProbes();
    void probesThatFail_data();
    void probesThatFail();
    void slowUpgradeIsGivenUp();
    void heartbeatGoesOnThroughAnUpgrade();
    void anyInput();
};

void ServerSessionTest::opensWithItsHandshake()
{
    const auto session = onWebSocket(0ms);
    const auto packet = session.openFrame();
    QVERIFY(packet.startsWith("0{"));
    QCOMPARE(engineio::decodeHandshake(QByteArrayView(packet).sliced(1))->sid, QStringLiteral("a"));
}

void ServerSessionTest::pingsAnIntervalAfterThePong()
{
    auto session = onWebSocket(1'000ms);
    QCOMPARE(session.deadline(), 26'000ms);
    QVERIFY(session.tick(25'999ms).empty());
    QCOMPARE(sent(session.tick(26'000ms)), "2");
    QCOMPARE(session.deadline(), 46'000ms);
    const auto effects = session.feed(FrameKind::Text, "3", 30'000ms);
    QCOMPARE(effects.size(), std::size_t(1));
    QVERIFY(std::holds_alternative<engineio::HeartbeatSeen>(effects.front()));
    QCOMPARE(session.deadline(), 55'000ms);
    QCOMPARE(sent(session.tick(55'000ms)), "2");
}

void ServerSessionTest::endsWithoutPong()
{
    auto session = onWebSocket(0ms);
    QCOMPARE(sent(session.tick(25'000ms)), "2");
    QVERIFY(session.tick(44'999ms).empty());
    QCOMPARE(closedBy(session.tick(45'000ms)), QStringLiteral("ping timeout"));
    QVERIFY(session.tick(99'000ms).empty());
    QVERIFY(session.feed(FrameKind::Text, "4late", 99'000ms).empty());
}

void ServerSessionTest::keepsItsRhythmOnAnUnaskedPong()
{
    auto session = onWebSocket(0ms);
    QVERIFY(session.feed(FrameKind::Text, "3", 20'000ms).empty());
    QCOMPARE(session.deadline(), 25'000ms);
}

void ServerSessionTest::handsMessagesUp()
{
    auto session = onWebSocket(0ms);
    const QByteArray frame = "4hello";
    QCOMPARE(received(session.feed(FrameKind::Text, frame, 1ms)), "hello");
    const auto binary = session.feed(FrameKind::Binary, "4x", 2ms);
    QCOMPARE(received(binary), "4x");
    QCOMPARE(std::get<engineio::MessageReceived>(binary.front()).kind, FrameKind::Binary);
    QCOMPARE(session.deadline(), 25'000ms); // only a pong counts as a heartbeat
}

void ServerSessionTest::closes_data()
{
    QTest::addColumn<FrameKind>("kind");
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QString>("reason");
    QTest::newRow("ping of a client") << FrameKind::Text << QByteArray("2")
                                      << QStringLiteral("invalid heartbeat direction");
    QTest::newRow("probe, though it is no upgrade")
        << FrameKind::Text << QByteArray("2probe") << QStringLiteral("invalid heartbeat direction");
    QTest::newRow("close") << FrameKind::Text << QByteArray("1") << QStringLiteral("transport close");
    QTest::newRow("empty") << FrameKind::Text << QByteArray() << QStringLiteral("parse error");
    QTest::newRow("unknown type") << FrameKind::Text << QByteArray("9") << QStringLiteral("parse error");
}

void ServerSessionTest::closes()
{
    QFETCH(FrameKind, kind);
    QFETCH(QByteArray, frame);
    QFETCH(QString, reason);
    auto session = onWebSocket(0ms);
    QCOMPARE(closedBy(session.feed(kind, frame, 1ms)), reason);
    QVERIFY(session.feed(FrameKind::Text, "4more", 2ms).empty());
}

void ServerSessionTest::letsPass_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("open") << QByteArray("0");
    QTest::newRow("upgrade") << QByteArray("5");
    QTest::newRow("noop") << QByteArray("6");
}

void ServerSessionTest::letsPass()
{
    QFETCH(QByteArray, frame);
    auto session = onWebSocket(0ms);
    QVERIFY(session.feed(FrameKind::Text, frame, 1ms).empty());
    QCOMPARE(received(session.feed(FrameKind::Text, "4on", 1ms)), "on");
}

void ServerSessionTest::onlyOnePollAndOnePost()
{
    auto polls = onPolling(0ms);
    QVERIFY(polls.pollCame().empty());
    polls.pollAnswered();
    QVERIFY(polls.pollCame().empty());
    QCOMPARE(closedBy(polls.pollCame()), QStringLiteral("overlapping polls"));

    auto posts = onPolling(0ms);
    QVERIFY(posts.postCame().empty());
    posts.postDone();
    QVERIFY(posts.pollCame().empty()); // beside a poll is no overlap
    QVERIFY(posts.postCame().empty());
    QCOMPARE(closedBy(posts.postCame()), QStringLiteral("overlapping posts"));
}

void ServerSessionTest::lostRequestEndsIt()
{
    auto session = onPolling(0ms);
    QVERIFY(session.pollCame().empty());
    QCOMPARE(closedBy(session.requestLost()), QStringLiteral("transport error"));
    QVERIFY(session.requestLost().empty());
}

void ServerSessionTest::upgrades()
{
    auto session = onPolling(0ms);
    QVERIFY(session.pollCame().empty());
    QVERIFY(session.beginProbe(1'000ms));
    QCOMPARE(session.deadline(), 11'000ms);
    QCOMPARE(moves(session.feedProbe(FrameKind::Text, "2probe")), "A");
    QVERIFY(session.deadline() <= 1'000ms); // the waiting poll is released at once
    QCOMPARE(moves(session.tick(1'000ms)), "R");
    session.pollAnswered();
    QCOMPARE(session.transport(), TransportKind::Polling); // what is sent now still goes that way
    QCOMPARE(moves(session.feedProbe(FrameKind::Text, "5")), "U");
    QCOMPARE(session.transport(), TransportKind::WebSocket);
    QCOMPARE(session.deadline(), 25'000ms);
    QVERIFY(!session.beginProbe(2'000ms)); // once is enough
}

void ServerSessionTest::releasesPollsWhileTheClientUpgrades()
{
    auto session = onPolling(0ms);
    QVERIFY(session.beginProbe(0ms));
    (void)session.feedProbe(FrameKind::Text, "2probe");
    QCOMPARE(moves(session.tick(5ms)), ""); // none waits
    QCOMPARE(session.deadline(), 105ms);
    QVERIFY(session.pollCame().empty());
    QCOMPARE(moves(session.tick(104ms)), "");
    QCOMPARE(moves(session.tick(105ms)), "R");
    session.pollAnswered();
    QVERIFY(session.pollCame().empty());
    QCOMPARE(moves(session.tick(205ms)), "R");
    session.pollAnswered();
    QVERIFY(session.pollCame().empty());
    QCOMPARE(moves(session.feedProbe(FrameKind::Text, "5")), "RU"); // nobody is left waiting
}

void ServerSessionTest::refusesProbes()
{
    QVERIFY(!onWebSocket(0ms).beginProbe(0ms));
    auto session = onPolling(0ms);
    QVERIFY(session.beginProbe(0ms));
    QVERIFY(!session.beginProbe(0ms)); // one at a time
    session.probeLost();
    QCOMPARE(session.deadline(), 25'000ms);
    QVERIFY(session.beginProbe(0ms));
    QCOMPARE(closedBy(session.feed(FrameKind::Text, "1", 1ms)), QStringLiteral("transport close"));
    QVERIFY(session.feedProbe(FrameKind::Text, "2probe").empty());
}

void ServerSessionTest::probesThatFail_data()
{
    QTest::addColumn<FrameKind>("kind");
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("a message too early") << FrameKind::Text << QByteArray("4hello");
    QTest::newRow("a ping that is no probe") << FrameKind::Text << QByteArray("2");
    QTest::newRow("binary") << FrameKind::Binary << QByteArray("2probe");
    QTest::newRow("no packet") << FrameKind::Text << QByteArray("x");
}

void ServerSessionTest::probesThatFail()
{
    QFETCH(FrameKind, kind);
    QFETCH(QByteArray, frame);
    auto session = onPolling(0ms);
    QVERIFY(session.beginProbe(0ms));
    QCOMPARE(moves(session.feedProbe(kind, frame)), "F");
    QCOMPARE(received(session.feed(FrameKind::Text, "4still here", 1ms)), "still here");
    QVERIFY(session.beginProbe(2ms));
}

void ServerSessionTest::slowUpgradeIsGivenUp()
{
    auto session = onPolling(0ms);
    QVERIFY(session.beginProbe(0ms));
    QVERIFY(session.tick(9'999ms).empty());
    QCOMPARE(moves(session.tick(10'000ms)), "F");
    QCOMPARE(session.deadline(), 25'000ms);
    QVERIFY(session.beginProbe(10'000ms));
    (void)session.feedProbe(FrameKind::Text, "2probe"); // and then nothing more
    QCOMPARE(moves(session.tick(20'000ms)), "F");
    QVERIFY(session.feedProbe(FrameKind::Text, "5").empty());
    QCOMPARE(session.transport(), TransportKind::Polling);
}

void ServerSessionTest::heartbeatGoesOnThroughAnUpgrade()
{
    auto session = onPolling(0ms);
    QCOMPARE(sent(session.tick(25'000ms)), "2");
    QVERIFY(session.beginProbe(26'000ms));
    (void)session.feedProbe(FrameKind::Text, "5");
    QCOMPARE(session.deadline(), 45'000ms);
    QVERIFY(std::holds_alternative<engineio::HeartbeatSeen>(session.feed(FrameKind::Text, "3", 30'000ms).front()));
    QCOMPARE(session.deadline(), 55'000ms);
}

void ServerSessionTest::anyInput()
{
    std::mt19937 random(5); // NOLINT: the same input in every run
    for (int round = 0; round < 3'000; ++round) {
        auto session = random() % 2 == 0 ? onPolling(0ms) : onWebSocket(0ms);
        int closes = 0;
        int upgrades = 0;
        for (int step = 0; step < 30; ++step) {
            QByteArray frame(qsizetype(random() % 24), Qt::Uninitialized);
            for (char &byte : frame)
                byte = char(random() % 3 == 0 ? random() : '0' + random() % 7);
            if (random() % 4 == 0)
                frame = random() % 2 == 0 ? "2probe" : "5";
            const auto kind = random() % 16 == 0 ? FrameKind::Binary : FrameKind::Text;
            const std::chrono::milliseconds now(step * 1'000);
            ServerEffects effects;
            switch (random() % 8) {
            case 0:
                effects = session.pollCame();
                break;
            case 1:
                session.pollAnswered();
                break;
            case 2:
                (void)session.beginProbe(now);
                break;
            case 3:
            case 4:
                effects = session.feedProbe(kind, frame);
                break;
            case 5:
                effects = session.tick(now);
                break;
            default:
                effects = session.feed(kind, frame, now);
            }
            QVERIFY(closes == 0 || effects.empty()); // nothing follows the end
            for (const auto &effect : effects) {
                closes += std::holds_alternative<engineio::SessionClosed>(effect) ? 1 : 0;
                upgrades += std::holds_alternative<engineio::Upgraded>(effect) ? 1 : 0;
            }
        }
        QVERIFY(closes <= 1);
        QVERIFY(upgrades <= 1);
    }
}

} // namespace

QTEST_APPLESS_MAIN(ServerSessionTest)
#include "ServerSessionTest.moc"
