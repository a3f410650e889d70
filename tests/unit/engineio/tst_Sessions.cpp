// SPDX-License-Identifier: MIT
// Both sides of a session as functions from frames and time to effects; no time passes here.
#include "engineio/ClientSession.h"
#include "engineio/ServerSession.h"

#include <QtTest/QTest>

#include <random>

namespace {

using namespace std::chrono_literals;
using engineio::Effects;
using engineio::FrameKind;

const engineio::Handshake handshake{
    .sid = QStringLiteral("a"), .pingInterval = 25s, .pingTimeout = 20s, .maxPayload = 1000};
const QByteArray openFrame = R"(0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000})";

/// The reason of a single SessionClosed; empty for anything else.
QString closedBy(const Effects &effects)
{
    const auto *closed = effects.size() == 1 ? std::get_if<engineio::SessionClosed>(&effects.front()) : nullptr;
    return closed ? closed->reason : QString();
}

QString closedBy(const engineio::ClientEffects &effects)
{
    const auto *failure = effects.size() == 1 ? std::get_if<engineio::Failure>(&effects.front()) : nullptr;
    return failure ? failure->message : QString();
}

template <class Effects>
QByteArray sent(const Effects &effects)
{
    const auto *frame = effects.empty() ? nullptr : std::get_if<engineio::SendFrame>(&effects.front());
    return frame ? frame->frame : QByteArray();
}

template <class Effects>
QByteArray received(const Effects &effects)
{
    const auto *message = effects.empty() ? nullptr : std::get_if<engineio::MessageReceived>(&effects.front());
    return message ? message->payload.toByteArray() : QByteArray();
}

engineio::ClientSession openClient(std::chrono::milliseconds now)
{
    engineio::ClientSession session;
    (void)session.feed(FrameKind::Text, openFrame, now);
    return session;
}

class SessionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void serverOpensWithItsHandshake();
    void serverPingsAnIntervalAfterThePong();
    void serverEndsWithoutPong();
    void serverKeepsItsRhythmOnAnUnaskedPong();
    void serverHandsMessagesUp();
    void serverCloses_data();
    void serverCloses();
    void serverLetsPass_data();
    void serverLetsPass();
    void clientOpensAnswersPingsAndHandsMessagesUp();
    void clientEndsWithoutPing();
    void clientHasNoDeadlineBeforeTheHandshake();
    void clientCloses_data();
    void clientCloses();
    void anyFrames();
};

void SessionsTest::serverOpensWithItsHandshake()
{
    const engineio::ServerSession session(handshake, 0ms);
    const auto packet = session.openFrame();
    QVERIFY(packet.startsWith("0{"));
    QCOMPARE(engineio::decodeHandshake(QByteArrayView(packet).sliced(1))->sid, QStringLiteral("a"));
}

void SessionsTest::serverPingsAnIntervalAfterThePong()
{
    engineio::ServerSession session(handshake, 1'000ms);
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

void SessionsTest::serverEndsWithoutPong()
{
    engineio::ServerSession session(handshake, 0ms);
    QCOMPARE(sent(session.tick(25'000ms)), "2");
    QVERIFY(session.tick(44'999ms).empty());
    QCOMPARE(closedBy(session.tick(45'000ms)), QStringLiteral("ping timeout"));
    QVERIFY(session.tick(99'000ms).empty());
    QVERIFY(session.feed(FrameKind::Text, "4late", 99'000ms).empty());
}

void SessionsTest::serverKeepsItsRhythmOnAnUnaskedPong()
{
    engineio::ServerSession session(handshake, 0ms);
    QVERIFY(session.feed(FrameKind::Text, "3", 20'000ms).empty());
    QCOMPARE(session.deadline(), 25'000ms);
}

void SessionsTest::serverHandsMessagesUp()
{
    engineio::ServerSession session(handshake, 0ms);
    const QByteArray frame = "4hello";
    QCOMPARE(received(session.feed(FrameKind::Text, frame, 1ms)), "hello");
    const auto binary = session.feed(FrameKind::Binary, "4x", 2ms);
    QCOMPARE(received(binary), "4x");
    QCOMPARE(std::get<engineio::MessageReceived>(binary.front()).kind, FrameKind::Binary);
    QCOMPARE(session.deadline(), 25'000ms); // only a pong counts as a heartbeat
}

void SessionsTest::serverCloses_data()
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

void SessionsTest::serverCloses()
{
    QFETCH(FrameKind, kind);
    QFETCH(QByteArray, frame);
    QFETCH(QString, reason);
    engineio::ServerSession session(handshake, 0ms);
    QCOMPARE(closedBy(session.feed(kind, frame, 1ms)), reason);
    QVERIFY(session.feed(FrameKind::Text, "4more", 2ms).empty());
}

void SessionsTest::serverLetsPass_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("open") << QByteArray("0");
    QTest::newRow("upgrade") << QByteArray("5");
    QTest::newRow("noop") << QByteArray("6");
}

void SessionsTest::serverLetsPass()
{
    QFETCH(QByteArray, frame);
    engineio::ServerSession session(handshake, 0ms);
    QVERIFY(session.feed(FrameKind::Text, frame, 1ms).empty());
    QCOMPARE(received(session.feed(FrameKind::Text, "4on", 1ms)), "on");
}

void SessionsTest::clientOpensAnswersPingsAndHandsMessagesUp()
{
    engineio::ClientSession session;
    const auto opened = session.feed(FrameKind::Text, openFrame, 100ms);
    QCOMPARE(opened.size(), std::size_t(1));
    QCOMPARE(std::get<engineio::Opened>(opened.front()).handshake.maxPayload, qint64(1000));
    const auto pinged = session.feed(FrameKind::Text, "2", 200ms);
    QCOMPARE(pinged.size(), std::size_t(2));
    QCOMPARE(sent(pinged), "3");
    QVERIFY(std::holds_alternative<engineio::HeartbeatSeen>(pinged.back()));
    const QByteArray frame = "4hello";
    QCOMPARE(received(session.feed(FrameKind::Text, frame, 300ms)), "hello");
    QVERIFY(session.feed(FrameKind::Text, "6", 300ms).empty());
    const auto binary = session.feed(FrameKind::Binary, QByteArrayView("\x00\x04", 2), 300ms);
    QCOMPARE(std::get<engineio::MessageReceived>(binary.front()).kind, FrameKind::Binary);
    QCOMPARE(received(binary), QByteArray("\x00\x04", 2));
}

void SessionsTest::clientEndsWithoutPing()
{
    auto session = openClient(1'000ms);
    QCOMPARE(session.deadline(), 46'000ms);
    (void)session.feed(FrameKind::Text, "2", 26'000ms);
    QCOMPARE(session.deadline(), 71'000ms);
    (void)session.feed(FrameKind::Text, "4message", 60'000ms);
    QCOMPARE(session.deadline(), 71'000ms); // only a ping counts as a heartbeat
    QVERIFY(session.tick(70'999ms).empty());
    QCOMPARE(closedBy(session.tick(71'000ms)), QStringLiteral("no heartbeat for 45 s"));
    QVERIFY(!session.deadline());
}

void SessionsTest::clientHasNoDeadlineBeforeTheHandshake()
{
    engineio::ClientSession session;
    QVERIFY(!session.deadline());
    QVERIFY(session.tick(1h).empty());
}

void SessionsTest::clientCloses_data()
{
    QTest::addColumn<bool>("open");
    QTest::addColumn<FrameKind>("kind");
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("message before the handshake") << false << FrameKind::Text << QByteArray("4x");
    QTest::newRow("ping before the handshake") << false << FrameKind::Text << QByteArray("2");
    QTest::newRow("handshake that is none") << false << FrameKind::Text << QByteArray("0[]");
    QTest::newRow("close of the server") << true << FrameKind::Text << QByteArray("1");
    QTest::newRow("empty") << true << FrameKind::Text << QByteArray();
    QTest::newRow("unknown type") << true << FrameKind::Text << QByteArray("x");
    QTest::newRow("binary before the handshake") << false << FrameKind::Binary << QByteArray("4x");
}

void SessionsTest::clientCloses()
{
    QFETCH(bool, open);
    QFETCH(FrameKind, kind);
    QFETCH(QByteArray, frame);
    auto session = open ? openClient(0ms) : engineio::ClientSession();
    QVERIFY(!closedBy(session.feed(kind, frame, 1ms)).isEmpty());
    QVERIFY(session.feed(FrameKind::Text, openFrame, 2ms).empty());
    QVERIFY(!session.deadline());
}

void SessionsTest::anyFrames()
{
    std::mt19937 random(5); // NOLINT: the same frames in every run
    for (int round = 0; round < 2'000; ++round) {
        engineio::ServerSession server(handshake, 0ms);
        engineio::ClientSession client = random() % 2 == 0 ? openClient(0ms) : engineio::ClientSession();
        int closes = 0;
        for (int step = 0; step < 20; ++step) {
            QByteArray frame(qsizetype(random() % 24), Qt::Uninitialized);
            for (char &byte : frame)
                byte = char(random() % 3 == 0 ? random() : '0' + random() % 7);
            const auto kind = random() % 16 == 0 ? FrameKind::Binary : FrameKind::Text;
            const std::chrono::milliseconds now(step * 5'000);
            (void)client.feed(kind, frame, now);
            (void)client.tick(now);
            closes += closedBy(server.feed(kind, frame, now)).isEmpty() ? 0 : 1;
            closes += closedBy(server.tick(now)).isEmpty() ? 0 : 1;
        }
        QVERIFY(closes <= 1);
    }
}

} // namespace

QTEST_APPLESS_MAIN(SessionsTest)
#include "tst_Sessions.moc"
