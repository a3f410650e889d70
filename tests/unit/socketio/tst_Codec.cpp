// SPDX-License-Identifier: MIT
#include "socketio/Packet.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <random>

namespace {

using namespace Qt::StringLiterals;
using namespace socketio;

/// A packet in words, to compare and to read in a table.
QString words(const std::optional<Packet> &packet)
{
    if (!packet)
        return u"refused"_s;
    const auto json = [](const auto &value) {
        return QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact));
    };
    struct Writer {
        decltype(json) &text;
        QString operator()(const ConnectPacket &p) const { return u"connect %1 %2"_s.arg(p.nameSpace, text(p.data)); }
        QString operator()(const DisconnectPacket &p) const { return u"disconnect %1"_s.arg(p.nameSpace); }
        QString operator()(const EventPacket &p) const
        {
            return u"event %1 %2 %3 %4"_s.arg(p.nameSpace, p.id ? QString::number(*p.id) : u"-"_s, p.event,
                                              text(p.arguments));
        }
        QString operator()(const AckPacket &p) const
        {
            return u"ack %1 %2 %3"_s.arg(p.nameSpace).arg(p.id).arg(text(p.arguments));
        }
        QString operator()(const ConnectErrorPacket &p) const
        {
            return u"error %1 %2 %3"_s.arg(p.nameSpace, p.message, text(p.data));
        }
    };
    return std::visit(Writer{json}, *packet);
}

class CodecTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void tolerates_data();
    void tolerates();
    void refuses_data();
    void refuses();
    void anyBytes();
};

void CodecTest::roundTrip_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("packet");
    QTest::newRow("connect") << QByteArray("0") << u"connect / {}"_s;
    QTest::newRow("connect with auth") << QByteArray(R"(0{"token":"123"})") << uR"(connect / {"token":"123"})"_s;
    QTest::newRow("connect to a namespace") << QByteArray("0/admin,") << u"connect /admin {}"_s;
    QTest::newRow("connect to a namespace with auth")
        << QByteArray(R"(0/admin,{"sid":"a"})") << uR"(connect /admin {"sid":"a"})"_s;
    QTest::newRow("disconnect") << QByteArray("1") << u"disconnect /"_s;
    QTest::newRow("disconnect from a namespace") << QByteArray("1/admin,") << u"disconnect /admin"_s;
    QTest::newRow("event") << QByteArray(R"(2["hey",1,null,true,{"a":[]}])")
                           << uR"(event / - hey [1,null,true,{"a":[]}])"_s;
    QTest::newRow("event without arguments") << QByteArray(R"(2["hey"])") << u"event / - hey []"_s;
    QTest::newRow("event with a comma in its name") << QByteArray(R"(2["a,/b"])") << u"event / - a,/b []"_s;
    QTest::newRow("event of other scripts")
        << QByteArray("2[\"über\",\"日本 🙂\"]") << u"event / - über [\"日本 🙂\"]"_s;
    QTest::newRow("event with an id") << QByteArray(R"(212["hey"])") << u"event / 12 hey []"_s;
    QTest::newRow("event with id 0") << QByteArray(R"(20["hey"])") << u"event / 0 hey []"_s;
    QTest::newRow("event in a namespace with an id")
        << QByteArray(R"(2/admin,456["project:delete",123])") << u"event /admin 456 project:delete [123]"_s;
    QTest::newRow("ack") << QByteArray("313[\"foo\"]") << u"ack / 13 [\"foo\"]"_s;
    QTest::newRow("ack in a namespace") << QByteArray("3/admin,456[]") << u"ack /admin 456 []"_s;
    QTest::newRow("error") << QByteArray(R"(4{"message":"Not authorized"})") << u"error / Not authorized {}"_s;
    QTest::newRow("error with data") << QByteArray(R"(4/admin,{"data":{"code":"a.b"},"message":"No"})")
                                     << uR"(error /admin No {"code":"a.b"})"_s;
}

void CodecTest::roundTrip()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, packet);
    const auto decoded = decode(text);
    QCOMPARE(words(decoded), packet);
    QCOMPARE(encode(*decoded), text);
}

void CodecTest::tolerates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("packet");
    QTest::newRow("namespace without its comma") << QByteArray("0/admin") << u"connect /admin {}"_s;
    QTest::newRow("disconnect without the comma") << QByteArray("1/admin") << u"disconnect /admin"_s;
    QTest::newRow("error as a bare string") << QByteArray(R"(4"No \"entry\"")") << u"error / No \"entry\" {}"_s;
    QTest::newRow("error as a bare string in a namespace") << QByteArray(R"(4/admin,"No")") << u"error /admin No {}"_s;
    QTest::newRow("error with data of another kind")
        << QByteArray(R"(4{"message":"No","data":7})") << u"error / No {}"_s;
    QTest::newRow("number as an event's name") << QByteArray("2[1,2]") << u"event / - 1 [2]"_s;
    QTest::newRow("spaces in JSON") << QByteArray("2[ \"hey\" , 1 ]") << u"event / - hey [1]"_s;
}

void CodecTest::tolerates()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, packet);
    QCOMPARE(words(decode(text)), packet);
}

void CodecTest::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("unknown type") << QByteArray("7");
    QTest::newRow("letter") << QByteArray("x");
    QTest::newRow("binary event") << QByteArray(R"(51-["hey",{"_placeholder":true,"num":0}])");
    QTest::newRow("binary ack") << QByteArray(R"(61-13[{"_placeholder":true,"num":0}])");
    QTest::newRow("connect with an array") << QByteArray("0[]");
    QTest::newRow("connect with a string") << QByteArray("0\"a\"");
    QTest::newRow("connect with broken JSON") << QByteArray("0{");
    QTest::newRow("disconnect with a payload") << QByteArray("1[]");
    QTest::newRow("event without a payload") << QByteArray("2");
    QTest::newRow("event with an id only") << QByteArray("27");
    QTest::newRow("event as an object") << QByteArray("2{}");
    QTest::newRow("event as a string") << QByteArray("2\"hey\"");
    QTest::newRow("event as an empty array") << QByteArray("2[]");
    QTest::newRow("event with broken JSON") << QByteArray("2[\"hey\"");
    QTest::newRow("event with something after it") << QByteArray("2[\"hey\"]x");
    QTest::newRow("event named by an object") << QByteArray("2[{}]");
    QTest::newRow("event named null") << QByteArray("2[null]");
    for (const char *name :
         {"connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"})
        QTest::addRow("reserved name %s", name) << QByteArray("2[\"") + name + "\"]";
    QTest::newRow("id that is none") << QByteArray("2abc[\"hey\"]");
    QTest::newRow("negative id") << QByteArray("2-1[\"hey\"]");
    QTest::newRow("id too large") << QByteArray("299999999999999999999[\"hey\"]");
    QTest::newRow("ack without an id") << QByteArray("3[]");
    QTest::newRow("ack without a payload") << QByteArray("31");
    QTest::newRow("ack with an object") << QByteArray("31{}");
    QTest::newRow("error without a payload") << QByteArray("4");
    QTest::newRow("error as a number") << QByteArray("4,1");
    QTest::newRow("error as two strings") << QByteArray("4\"a\",\"b\"");
    QTest::newRow("nested too deeply") << "2" + QByteArray(100'000, '[');
}

void CodecTest::refuses()
{
    QFETCH(QByteArray, text);
    QCOMPARE(words(decode(text)), u"refused"_s);
}

void CodecTest::anyBytes()
{
    std::mt19937 random(20'261'120); // NOLINT: the same bytes in every run
    constexpr std::string_view likely = "01234[]{}\",/:-a";
    int understood = 0;
    for (int round = 0; round < 50'000; ++round) {
        QByteArray bytes(qsizetype(random() % 32), Qt::Uninitialized);
        for (char &byte : bytes)
            byte = random() % 8 == 0 ? char(random()) : likely[random() % likely.size()];
        if (const auto packet = decode(bytes)) {
            ++understood;
            QCOMPARE(words(decode(encode(*packet))), words(packet)); // what is understood survives being said again
        }
    }
    QVERIFY(understood > 100);
}

} // namespace

QTEST_APPLESS_MAIN(CodecTest)
#include "tst_Codec.moc"
