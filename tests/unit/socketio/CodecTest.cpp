// SPDX-License-Identifier: MIT
#include "socketio/PacketReader.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <random>

namespace {

using namespace Qt::StringLiterals;
using namespace socketio;

using engineio::FrameKind;

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
        [[nodiscard]] QString all(const Arguments &arguments) const
        {
            QString list = text(arguments.json());
            for (const auto &bytes : arguments.attachments())
                list += u' ' + QString::fromLatin1(bytes.toHex());
            return list;
        }
        QString operator()(const ConnectPacket &p) const { return u"connect %1 %2"_s.arg(p.nameSpace, text(p.data)); }
        QString operator()(const DisconnectPacket &p) const { return u"disconnect %1"_s.arg(p.nameSpace); }
        QString operator()(const EventPacket &p) const
        {
            return u"event %1 %2 %3 %4"_s.arg(p.nameSpace, p.id ? QString::number(*p.id) : u"-"_s, p.event,
                                              all(p.arguments));
        }
        QString operator()(const AckPacket &p) const
        {
            return u"ack %1 %2 %3"_s.arg(p.nameSpace).arg(p.id).arg(all(p.arguments));
        }
        QString operator()(const ConnectErrorPacket &p) const
        {
            return u"error %1 %2 %3"_s.arg(p.nameSpace, p.message, text(p.data));
        }
    };
    return std::visit(Writer{json}, *packet);
}

/// Reads messages one after another: the first is text, the others are attachments.
QString read(const QByteArrayList &messages, int maxAttachments = defaultMaxAttachments)
{
    PacketReader reader(maxAttachments);
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const auto result = reader.feed(i == 0 ? FrameKind::Text : FrameKind::Binary, messages.at(i));
        if (std::holds_alternative<NotSocketIo>(result))
            return i == 0 ? u"refused"_s : u"refused at %1"_s.arg(i);
        if (const auto *packet = std::get_if<Packet>(&result))
            return i == messages.size() - 1 ? words(*packet) : u"too early"_s;
    }
    return u"unfinished"_s;
}

class CodecTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void binaryRoundTrip_data();
    void binaryRoundTrip();
    void tolerates_data();
    void tolerates();
    void refuses_data();
    void refuses();
    void countsAttachments_data();
    void countsAttachments();
    void wantsAttachmentsAtOnce();
    void sendsWhatIsWrittenAsItIs();
    void givesBytesOfPlaceholders();
    void anyBytes();
    void anySequence();
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
    QCOMPARE(read({text}), packet);
    const auto encoded = encode(decode(text, 0)->packet);
    QCOMPARE(encoded.text, text);
    QVERIFY(encoded.attachments.isEmpty());
}

void CodecTest::binaryRoundTrip_data()
{
    QTest::addColumn<QByteArrayList>("messages");
    QTest::addColumn<QString>("packet");
    const QByteArray null("\0\xff", 2);
    QTest::newRow("event") << QByteArrayList{R"(51-["hey",{"_placeholder":true,"num":0}])", null}
                           << uR"(event / - hey [{"_placeholder":true,"num":0}] 00ff)"_s;
    QTest::newRow("event in a namespace with an id")
        << QByteArrayList{R"(52-/admin,456["hey",{"_placeholder":true,"num":0},{"a":[{"_placeholder":true,"num":1}]}])",
                          "a", "b"}
        << uR"(event /admin 456 hey [{"_placeholder":true,"num":0},{"a":[{"_placeholder":true,"num":1}]}] 61 62)"_s;
    QTest::newRow("ack") << QByteArrayList{R"(61-/admin,456[{"_placeholder":true,"num":0}])", "a"}
                         << uR"(ack /admin 456 [{"_placeholder":true,"num":0}] 61)"_s;
    QTest::newRow("empty bytes") << QByteArrayList{R"(51-["hey",{"_placeholder":true,"num":0}])", ""}
                                 << uR"(event / - hey [{"_placeholder":true,"num":0}] )"_s;
}

void CodecTest::binaryRoundTrip()
{
    QFETCH(QByteArrayList, messages);
    QFETCH(QString, packet);
    QCOMPARE(read(messages), packet);
    PacketReader reader;
    for (qsizetype i = 0; i < messages.size() - 1; ++i) {
        const auto kind = i == 0 ? FrameKind::Text : FrameKind::Binary;
        QVERIFY(std::holds_alternative<std::monostate>(reader.feed(kind, messages.at(i))));
    }
    const auto encoded = encode(std::get<Packet>(reader.feed(FrameKind::Binary, messages.last())));
    QCOMPARE(QByteArrayList{encoded.text} + encoded.attachments, messages);
    QVERIFY(std::holds_alternative<Packet>(reader.feed(FrameKind::Text, R"(2["next"])")));
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
    QTest::newRow("what looks like a place for bytes, without any")
        << QByteArray(R"(2["hey",{"_placeholder":true,"num":7}])")
        << uR"(event / - hey [{"_placeholder":true,"num":7}])"_s;
    QTest::newRow("spaces in JSON") << QByteArray("2[ \"hey\" , 1 ]") << u"event / - hey [1]"_s;
}

void CodecTest::tolerates()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, packet);
    QCOMPARE(read({text}), packet);
}

void CodecTest::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("unknown type") << QByteArray("7");
    QTest::newRow("letter") << QByteArray("x");
    const QByteArray places = R"(["hey",{"_placeholder":true,"num":0}])";
    for (const char *count : {"", "-", "0-", "1", "-1-", "1.0-", "1e0-", "x-", "11-", "99999999999999999999-", "1/"})
        QTest::addRow("attachments \"%s\"", count) << "5" + QByteArray(count) + places;
    QTest::newRow("attachment without a place") << QByteArray(R"(52-["hey",{"_placeholder":true,"num":0}])");
    QTest::newRow("place without an attachment") << QByteArray(R"(51-["hey",{"_placeholder":true,"num":1}])");
    QTest::newRow("one place too many") << QByteArray(
        R"(51-["hey",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}])");
    QTest::newRow("place at -1") << QByteArray(R"(51-["hey",{"_placeholder":true,"num":-1}])");
    QTest::newRow("place at 0.5") << QByteArray(R"(51-["hey",{"_placeholder":true,"num":0.5}])");
    QTest::newRow("place at 1e300") << QByteArray(R"(51-["hey",{"_placeholder":true,"num":1e300}])");
    QTest::newRow("place at a string") << QByteArray(R"(51-["hey",{"_placeholder":true,"num":"0"}])");
    QTest::newRow("place without a number") << QByteArray(R"(51-["hey",{"_placeholder":true}])");
    QTest::newRow("bytes as an event's name") << QByteArray(R"(51-[{"_placeholder":true,"num":0}])");
    QTest::newRow("binary event with a reserved name") << QByteArray(R"(51-["connect",{"_placeholder":true,"num":0}])");
    QTest::newRow("binary ack without an id") << QByteArray(R"(61-[{"_placeholder":true,"num":0}])");
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
    QCOMPARE(read({text}), u"refused"_s);
}

void CodecTest::countsAttachments_data()
{
    QTest::addColumn<int>("attachments");
    QTest::addColumn<int>("allowed");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("as many as allowed") << 10 << 10 << true;
    QTest::newRow("one more") << 11 << 10 << false;
    QTest::newRow("none allowed") << 1 << 0 << false;
    QTest::newRow("many allowed") << 200 << 1000 << true;
}

void CodecTest::countsAttachments()
{
    QFETCH(int, attachments);
    QFETCH(int, allowed);
    QFETCH(bool, accepted);
    Arguments arguments;
    for (int i = 0; i < attachments; ++i)
        arguments.append(QByteArray::number(i));
    const auto encoded = encode(EventPacket{u"/"_s, u"many"_s, arguments, std::nullopt});
    const QString result = read(QByteArrayList{encoded.text} + encoded.attachments, allowed);
    QCOMPARE(result != u"refused", accepted);
    QVERIFY(!accepted || result.startsWith(u"event / - many "_s));
}

void CodecTest::wantsAttachmentsAtOnce()
{
    const QByteArray header = R"(52-["hey",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}])";
    QCOMPARE(read({header}), u"unfinished"_s);
    QCOMPARE(read({header, "a"}), u"unfinished"_s);
    PacketReader interrupted;
    QVERIFY(std::holds_alternative<std::monostate>(interrupted.feed(FrameKind::Text, header)));
    QVERIFY(std::holds_alternative<std::monostate>(interrupted.feed(FrameKind::Binary, "a")));
    QVERIFY(std::holds_alternative<NotSocketIo>(interrupted.feed(FrameKind::Text, R"(2["hey"])")));
    PacketReader unannounced;
    QVERIFY(std::holds_alternative<NotSocketIo>(unannounced.feed(FrameKind::Binary, "a")));
}

void CodecTest::sendsWhatIsWrittenAsItIs()
{
    const QByteArray written = R"([ {"a" : 1.0}, 2 ])";
    const Arguments arguments = Arguments::written(written);
    QCOMPARE(arguments.text(), written);
    QVERIFY(arguments.isEmpty());
    QCOMPARE(encode(AckPacket{u"/"_s, 7, arguments}).text, "37" + written);
    QCOMPARE(encode(EventPacket{u"/"_s, u"hey"_s, arguments, std::nullopt}).text,
             QByteArray(R"(2["hey", {"a" : 1.0}, 2 ])"));
    QCOMPARE(encode(EventPacket{u"/"_s, u"hey"_s, Arguments::written("[]"), std::nullopt}).text,
             QByteArray(R"(2["hey"])"));
}

void CodecTest::givesBytesOfPlaceholders()
{
    Arguments arguments{1, QByteArray("first"), u"text"_s};
    arguments.append(QJsonObject{{u"file"_s, arguments.attach("second")}});
    QCOMPARE(arguments.size(), 4);
    QCOMPARE(arguments.attachments(), QByteArrayList({"first", "second"}));
    QCOMPARE(arguments.bytes(arguments.at(1)), QByteArray("first"));
    QCOMPARE(arguments.bytes(arguments.at(3).toObject().value(u"file")), QByteArray("second"));
    QVERIFY(!arguments.bytes(arguments.at(0)));
    QVERIFY(!arguments.bytes(arguments.at(3)));
    QVERIFY(!arguments.bytes(arguments.at(99)));
    QVERIFY(!arguments.bytes(QJsonObject{{u"_placeholder"_s, true}, {u"num"_s, 2}}));
    QVERIFY(!arguments.bytes(QJsonObject{{u"_placeholder"_s, true}, {u"num"_s, -1}}));
    QVERIFY(!arguments.bytes(QJsonObject{{u"_placeholder"_s, false}, {u"num"_s, 0}}));
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
        const auto decoded = decode(bytes, defaultMaxAttachments);
        if (decoded && decoded->attachments == 0) {
            ++understood;
            QCOMPARE(read({encode(decoded->packet).text}), words(decoded->packet)); // said again, it is the same
        }
    }
    QVERIFY(understood > 100);
}

void CodecTest::anySequence()
{
    std::mt19937 random(20'261'121); // NOLINT: the same messages in every run
    const std::vector<std::pair<FrameKind, QByteArray>> likely{
        {FrameKind::Text, R"(51-["a",{"_placeholder":true,"num":0}])"},
        {FrameKind::Text, R"(52-3["a",{"_placeholder":true,"num":1},[{"_placeholder":true,"num":0}]])"},
        {FrameKind::Text, R"(61-7[{"_placeholder":true,"num":0}])"},
        {FrameKind::Text, R"(2["a"])"},
        {FrameKind::Binary, "bytes"},
        {FrameKind::Binary, ""},
    };
    int withBytes = 0;
    for (int round = 0; round < 5'000; ++round) {
        PacketReader reader;
        int waiting = 0; // attachments that the text before has announced
        for (int step = 0; step < 8; ++step) {
            const auto &[kind, message] = likely[random() % likely.size()];
            const bool allowed = (kind == FrameKind::Text) == (waiting == 0);
            const auto result = reader.feed(kind, message);
            QCOMPARE(std::holds_alternative<NotSocketIo>(result), !allowed);
            if (!allowed)
                break;
            if (kind == FrameKind::Binary)
                --waiting;
            else if (message.at(0) != '2')
                waiting = message.at(1) - '0';
            QCOMPARE(std::holds_alternative<Packet>(result), waiting == 0);
            withBytes += kind == FrameKind::Binary && waiting == 0 ? 1 : 0;
        }
    }
    QVERIFY(withBytes > 100);
}

} // namespace

QTEST_APPLESS_MAIN(CodecTest)
#include "CodecTest.moc"
