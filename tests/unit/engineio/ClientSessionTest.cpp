// SPDX-License-Identifier: MIT
// The client's side of a session as a function from frames and time to effects; no time passes here.
#include "engineio/ClientSession.h"

#include <QtTest/QTest>

#include <random>

namespace {

using namespace std::chrono_literals;
using engineio::FrameKind;

const engineio::Handshake handshake{
    .sid = QStringLiteral("a"), .pingInterval = 25s, .pingTimeout = 20s, .maxPayload = 1000};
const QByteArray openFrame = R"(0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000})";

QString closedBy(const engineio::ClientEffects &effects)
{
    const auto *failure = effects.size() == 1 ? std::get_if<engineio::Failure>(&effects.front()) : nullptr;
    return failure ? failure->message : QString();
}

QByteArray sent(const engineio::ClientEffects &effects)
{
    const auto *frame = effects.empty() ? nullptr : std::get_if<engineio::SendFrame>(&effects.front());
    return frame ? frame->frame : QByteArray();
}

QByteArray received(const engineio::ClientEffects &effects)
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

class ClientSessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensAnswersPingsAndHandsMessagesUp();
    void endsWithoutPing();
    void hasNoDeadlineBeforeTheHandshake();
    void closes_data();
    void closes();
    void anyFrames();
};

void ClientSessionTest::opensAnswersPingsAndHandsMessagesUp()
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

void ClientSessionTest::endsWithoutPing()
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

void ClientSessionTest::hasNoDeadlineBeforeTheHandshake()
{
    engineio::ClientSession session;
    QVERIFY(!session.deadline());
    QVERIFY(session.tick(1h).empty());
}

void ClientSessionTest::closes_data()
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

void ClientSessionTest::closes()
{
    QFETCH(bool, open);
    QFETCH(FrameKind, kind);
    QFETCH(QByteArray, frame);
    auto session = open ? openClient(0ms) : engineio::ClientSession();
    QVERIFY(!closedBy(session.feed(kind, frame, 1ms)).isEmpty());
    QVERIFY(session.feed(FrameKind::Text, openFrame, 2ms).empty());
    QVERIFY(!session.deadline());
}

void ClientSessionTest::anyFrames()
{
    std::mt19937 random(5); // NOLINT: the same frames in every run
    for (int round = 0; round < 2'000; ++round) {
        engineio::ClientSession client = random() % 2 == 0 ? openClient(0ms) : engineio::ClientSession();
        int closes = 0;
        for (int step = 0; step < 20; ++step) {
            QByteArray frame(qsizetype(random() % 24), Qt::Uninitialized);
            for (char &byte : frame)
                byte = char(random() % 3 == 0 ? random() : '0' + random() % 7);
            const auto kind = random() % 16 == 0 ? FrameKind::Binary : FrameKind::Text;
            const std::chrono::milliseconds now(step * 5'000);
            closes += closedBy(client.feed(kind, frame, now)).isEmpty() ? 0 : 1;
            closes += closedBy(client.tick(now)).isEmpty() ? 0 : 1;
        }
        QVERIFY(closes <= 1);
    }
}

} // namespace

QTEST_APPLESS_MAIN(ClientSessionTest)
#include "ClientSessionTest.moc"
