// SPDX-License-Identifier: MIT
// The bodies of long-polling as bytes.
#include "engineio/Payload.h"

#include <QtTest/QTest>

#include <random>
#include <vector>

namespace {

using engineio::Frame;
using engineio::FrameKind;
using engineio::PayloadReader;

struct Reading {
    QByteArrayList frames; ///< the kind in front of each: t or b
    bool whole = true;     ///< no part was refused
};

Reading read(const QByteArray &payload)
{
    Reading reading;
    PayloadReader reader(payload);
    while (!reader.atEnd()) {
        const auto frame = reader.next();
        if (!frame) {
            reading.whole = false;
            break;
        }
        reading.frames.append((frame->kind == FrameKind::Text ? "t" : "b") + frame->data);
    }
    return reading;
}

class PayloadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void refuses_data();
    void refuses();
    void anyFrames();
};

void PayloadTest::roundTrip_data()
{
    QTest::addColumn<QByteArrayList>("frames");
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("one") << QByteArrayList{"t4hello"} << QByteArray("4hello");
    QTest::newRow("as the specification shows it") << QByteArrayList{"t4hello", "t2", "t4world"}
                                                   << QByteArray("4hello\x1e"
                                                                 "2\x1e"
                                                                 "4world");
    QTest::newRow("binary between text") << QByteArrayList{"t4hello", QByteArray("b\x01\x02\x03\x04"), "t4"}
                                         << QByteArray("4hello\x1e"
                                                       "bAQIDBA==\x1e"
                                                       "4");
    QTest::newRow("binary of no bytes") << QByteArrayList{"b"} << QByteArray("b");
    QTest::newRow("separator among the bytes") << QByteArrayList{"b\x1e"} << QByteArray("bHg==");
    QTest::newRow("beyond ASCII") << QByteArrayList{"t4grüße"} << QByteArray("4grüße");
}

void PayloadTest::roundTrip()
{
    QFETCH(QByteArrayList, frames);
    QFETCH(QByteArray, payload);
    QByteArray made;
    for (const auto &frame : frames)
        engineio::appendToPayload(made, {frame.startsWith('t') ? FrameKind::Text : FrameKind::Binary, frame.sliced(1)});
    QCOMPARE(made, payload);
    const Reading reading = read(payload);
    QVERIFY(reading.whole);
    QCOMPARE(reading.frames, frames);
}

void PayloadTest::refuses_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArrayList>("before");
    QTest::newRow("empty") << QByteArray() << QByteArrayList();
    QTest::newRow("no packet") << QByteArray("abc") << QByteArrayList();
    QTest::newRow("nothing after the separator") << QByteArray("4a\x1e") << QByteArrayList{"t4a"};
    QTest::newRow("nothing before the separator") << QByteArray("\x1e"
                                                                "4a")
                                                  << QByteArrayList();
    QTest::newRow("no base64") << QByteArray("4a\x1e"
                                             "b****\x1e"
                                             "4b")
                               << QByteArrayList{"t4a"};
}

void PayloadTest::refuses()
{
    QFETCH(QByteArray, payload);
    QFETCH(QByteArrayList, before);
    const Reading reading = read(payload);
    QVERIFY(!reading.whole);
    QCOMPARE(reading.frames, before);
}

void PayloadTest::anyFrames()
{
    std::mt19937 random(30); // NOLINT: the same frames in every run
    for (int round = 0; round < 500; ++round) {
        QByteArrayList frames;
        QByteArray payload;
        qsizetype cost = 0;
        for (auto count = random() % 8 + 1; count > 0; --count) {
            Frame frame{random() % 2 == 0 ? FrameKind::Text : FrameKind::Binary, {}};
            frame.data = QByteArray(qsizetype(random() % 40), Qt::Uninitialized);
            for (char &byte : frame.data)
                byte = char(frame.kind == FrameKind::Text ? 32 + random() % 90 : random());
            if (frame.kind == FrameKind::Text)
                frame.data.prepend('4');
            engineio::appendToPayload(payload, frame);
            cost += engineio::payloadCost(frame);
            frames.append((frame.kind == FrameKind::Text ? "t" : "b") + frame.data);
        }
        QCOMPARE(payload.size(), cost - 1); // the first needs no separator
        const Reading reading = read(payload);
        QVERIFY(reading.whole);
        QCOMPARE(reading.frames, frames);
    }
}

} // namespace

QTEST_APPLESS_MAIN(PayloadTest)
#include "PayloadTest.moc"
