// SPDX-License-Identifier: MIT
#include "engineio/Handshake.h"
#include "engineio/Packet.h"

#include <QtTest/QTest>

#include <random>

namespace {

using engineio::PacketType;

class CodecTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void refuses_data();
    void refuses();
    void handshakeRoundTrip();
    void handshakeAccepts_data();
    void handshakeAccepts();
    void handshakeRefuses_data();
    void handshakeRefuses();
    void sidsDiffer();
    void anyBytes();
};

void CodecTest::roundTrip_data()
{
    QTest::addColumn<PacketType>("type");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("open") << PacketType::Open << QByteArray("{}") << QByteArray("0{}");
    QTest::newRow("close") << PacketType::Close << QByteArray() << QByteArray("1");
    QTest::newRow("ping") << PacketType::Ping << QByteArray() << QByteArray("2");
    QTest::newRow("probe") << PacketType::Ping << QByteArray("probe") << QByteArray("2probe");
    QTest::newRow("pong") << PacketType::Pong << QByteArray() << QByteArray("3");
    QTest::newRow("message") << PacketType::Message << QByteArray("grüße") << QByteArray("4grüße");
    QTest::newRow("empty message") << PacketType::Message << QByteArray() << QByteArray("4");
    QTest::newRow("message with NUL") << PacketType::Message << QByteArray("a\0b", 3) << QByteArray("4a\0b", 4);
    QTest::newRow("upgrade") << PacketType::Upgrade << QByteArray() << QByteArray("5");
    QTest::newRow("noop") << PacketType::Noop << QByteArray() << QByteArray("6");
}

void CodecTest::roundTrip()
{
    QFETCH(PacketType, type);
    QFETCH(QByteArray, data);
    QFETCH(QByteArray, frame);
    QCOMPARE(engineio::encode(type, data), frame);
    const auto packet = engineio::decode(frame);
    QVERIFY(packet);
    QCOMPARE(packet->type, type);
    QCOMPARE(packet->data.toByteArray(), data);
}

void CodecTest::refuses_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("type above") << QByteArray("7");
    QTest::newRow("type below") << QByteArray("/");
    QTest::newRow("letter") << QByteArray("abc");
    QTest::newRow("base64 of long-polling") << QByteArray("bAQID");
    QTest::newRow("high byte") << QByteArray("\xff");
}

void CodecTest::refuses()
{
    QFETCH(QByteArray, frame);
    QVERIFY(!engineio::decode(frame));
}

void CodecTest::handshakeRoundTrip()
{
    const engineio::Handshake handshake{.sid = QStringLiteral("lv_VI97HAXpY6yYWAAAC"),
                                        .upgrades = {QStringLiteral("websocket")},
                                        .pingInterval = std::chrono::milliseconds(300),
                                        .pingTimeout = std::chrono::milliseconds(200),
                                        .maxPayload = 4096};
    const QByteArray data = engineio::encodeHandshake(handshake);
    QVERIFY(data.contains("\"upgrades\":[\"websocket\"]"));
    QVERIFY(engineio::encodeHandshake({.sid = QStringLiteral("a")}).contains("\"upgrades\":[]"));
    const auto decoded = engineio::decodeHandshake(data);
    QVERIFY(decoded);
    QCOMPARE(decoded->sid, handshake.sid);
    QCOMPARE(decoded->upgrades, handshake.upgrades);
    QCOMPARE(decoded->pingInterval, handshake.pingInterval);
    QCOMPARE(decoded->pingTimeout, handshake.pingTimeout);
    QCOMPARE(decoded->maxPayload, handshake.maxPayload);
}

void CodecTest::handshakeAccepts_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<qint64>("maxPayload");
    QTest::newRow("as the reference sends it")
        << QByteArray(R"({"sid":"a","upgrades":["websocket"],"pingInterval":25000,"pingTimeout":20000,"maxPayload":5})")
        << qint64(5);
    QTest::newRow("no maxPayload") << QByteArray(
                                          R"({"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":20000})")
                                   << engineio::defaultMaxPayload;
    QTest::newRow("unknown field") << QByteArray(
                                          R"({"sid":"a","pingInterval":1,"pingTimeout":1,"maxPayload":5,"new":{}})")
                                   << qint64(5);
}

void CodecTest::handshakeAccepts()
{
    QFETCH(QByteArray, data);
    QFETCH(qint64, maxPayload);
    const auto handshake = engineio::decodeHandshake(data);
    QVERIFY(handshake);
    QCOMPARE(handshake->sid, QStringLiteral("a"));
    QCOMPARE(handshake->maxPayload, maxPayload);
}

void CodecTest::handshakeRefuses_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("no sid") << QByteArray(R"({"pingInterval":1,"pingTimeout":1})");
    QTest::newRow("sid of a wrong type") << QByteArray(R"({"sid":7,"pingInterval":1,"pingTimeout":1})");
    QTest::newRow("no interval") << QByteArray(R"({"sid":"a","pingTimeout":1})");
    QTest::newRow("negative time-out") << QByteArray(R"({"sid":"a","pingInterval":1,"pingTimeout":-1})");
    QTest::newRow("interval that would overflow")
        << QByteArray(R"({"sid":"a","pingInterval":9223372036854775807,"pingTimeout":1})");
    QTest::newRow("payload of zero") << QByteArray(R"({"sid":"a","pingInterval":1,"pingTimeout":1,"maxPayload":0})");
}

void CodecTest::handshakeRefuses()
{
    QFETCH(QByteArray, data);
    QVERIFY(!engineio::decodeHandshake(data));
}

void CodecTest::sidsDiffer()
{
    const QString sid = engineio::newSid();
    QCOMPARE(sid.size(), 27); // 160 bits in base64
    QVERIFY(sid != engineio::newSid());
}

void CodecTest::anyBytes()
{
    std::mt19937 random(20'261'120); // NOLINT: the same bytes in every run
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes(qsizetype(random() % 64), Qt::Uninitialized);
        for (char &byte : bytes)
            byte = char(random());
        if (const auto packet = engineio::decode(bytes))
            QCOMPARE(engineio::encode(packet->type, packet->data), bytes);
        (void)engineio::decodeHandshake(bytes);
    }
}

} // namespace

QTEST_APPLESS_MAIN(CodecTest)
#include "CodecTest.moc"
