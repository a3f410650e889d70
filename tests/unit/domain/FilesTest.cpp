// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Command.h"
#include "domain/Json.h"
#include "domain/PictureSize.h"
#include "domain/RecordSchema.h"
#include "domain/Timeline.h"

#include <QtCore/QUuid>
#include <QtTest/QTest>

using namespace frontdesk;
using namespace Qt::Literals::StringLiterals;

namespace {

const FileRef plan{.hash = hashOf("plan"), .name = u"Plan.pdf"_s, .size = 4, .type = u"application/pdf"_s};
const FileRef face{.hash = hashOf("face"), .name = u"Face.png"_s, .size = 4, .type = u"image/png"_s};

QJsonObject with(const QString &field, const QJsonValue &value)
{
    QJsonObject object = toJson(plan);
    object.insert(field, value);
    return object;
}

} // namespace

class FilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theHashIsSha256();
    void aFileIsReadAsItWasWritten();
    void whatIsWrongIsRefused_data();
    void whatIsWrongIsRefused();
    void aMessageHasAtMostTen();
    void messagesAndCommandsKeepTheirFiles();
    void aCommandOfAWrongFileIsNone();
    void aCommandSaysWhichFilesItNames();
    void recordsHaveFiles_data();
    void recordsHaveFiles();
    void anyTextBecomesAName_data();
    void anyTextBecomesAName();
    void localNamesLeadNowhereElse_data();
    void localNamesLeadNowhereElse();
    void onlyHarmlessKindsAreOpened_data();
    void onlyHarmlessKindsAreOpened();
    void picturesSayTheirSize_data();
    void picturesSayTheirSize();
    void hugePicturesAreNotShown();
    void aMessageWithoutTextIsCalledByItsFile();
};

void FilesTest::theHashIsSha256()
{
    // FIPS 180-2, appendix B.1
    QCOMPARE(hashOf("abc"), u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
    QVERIFY(isFileHash(hashOf({})));
}

void FilesTest::aFileIsReadAsItWasWritten()
{
    const auto read = fileFromJson(toJson(plan));
    QVERIFY(read);
    QCOMPARE(read.value(), plan);
}

void FilesTest::whatIsWrongIsRefused_data()
{
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *name, const QJsonValue &value) { QTest::newRow(name) << value; };
    row("a text", u"file"_s);
    row("no hash", with(u"hash"_s, QJsonValue::Null));
    row("upper-case hash", with(u"hash"_s, plan.hash.toUpper()));
    row("short hash", with(u"hash"_s, plan.hash.left(63)));
    row("long hash", with(u"hash"_s, QString(plan.hash + u'0')));
    row("hash with a line behind it", with(u"hash"_s, QString(plan.hash + u'\n')));
    row("a path as hash", with(u"hash"_s, u"../../../../etc/passwd"_s));
    row("no name", with(u"name"_s, u""_s));
    row("spaces alone", with(u"name"_s, u"  "_s));
    row("this folder", with(u"name"_s, u"."_s));
    row("the folder above", with(u"name"_s, u".."_s));
    row("slash", with(u"name"_s, u"../x"_s));
    row("backslash", with(u"name"_s, u"..\\x"_s));
    row("drive", with(u"name"_s, u"C:x"_s));
    row("two lines", with(u"name"_s, u"a\nb"_s));
    row("nul", with(u"name"_s, QString(u"a"_s + QChar(0) + u"b"_s)));
    row("escape", with(u"name"_s, u"a\x1b[2J"_s));
    row("turned around", with(u"name"_s, u"photo\u202egnp.exe"_s));
    row("isolated", with(u"name"_s, u"a\u2066b"_s));
    row("201 characters", with(u"name"_s, QString(201, u'a')));
    row("no size", with(u"size"_s, QJsonValue::Null));
    row("empty", with(u"size"_s, 0));
    row("less than empty", with(u"size"_s, -1));
    row("half a byte", with(u"size"_s, 1.5));
    row("no type", with(u"type"_s, u""_s));
    row("half a type", with(u"type"_s, u"image"_s));
    row("a long type", with(u"type"_s, QString(u"image/"_s + QString(95, u'x'))));
    row("two lines of type", with(u"type"_s, u"image/png\n"_s));
}

void FilesTest::whatIsWrongIsRefused()
{
    QFETCH(QJsonValue, value);
    const auto file = fileFromJson(value);
    QVERIFY(!file);
    QCOMPARE(file.error().code, u"file.invalid"_s);
    QVERIFY(!file.error().message.isEmpty());
}

void FilesTest::aMessageHasAtMostTen()
{
    QCOMPARE(filesFromJson(toJson(QVector<FileRef>(10, plan))).value().size(), 10);
    QCOMPARE(filesFromJson(toJson(QVector<FileRef>(11, plan))).error().code, u"files.tooMany"_s);
    QCOMPARE(filesFromJson(QJsonValue::Undefined).value().size(), 0);
    QCOMPARE(filesFromJson(u"plan"_s).error().code, u"file.invalid"_s);
}

void FilesTest::messagesAndCommandsKeepTheirFiles()
{
    const Message message{.id = MessageId(u"m"_s),
                          .conversation = ConversationId(u"c"_s),
                          .number = 1,
                          .author = UserId(u"u"_s),
                          .text = {},
                          .at = 5,
                          .seq = 6,
                          .files = {plan, face}};
    const auto read = decode(toJson(message), readMessage);
    QVERIFY(read);
    QCOMPARE(read.value(), message);
    QJsonObject wrong = toJson(message);
    wrong.insert(u"files"_s, QJsonArray{with(u"name"_s, u"../x"_s)});
    QVERIFY(!decode(wrong, readMessage));

    const CommandBody send = SendMessage{message.conversation, u"Look"_s, {plan}};
    QCOMPARE(commandFromJson(nameOf(send), toJson(send)), send);
    const CommandBody bare = SendMessage{message.conversation, u"Look"_s};
    QVERIFY(!toJson(bare).contains(u"files"_s));
    QCOMPARE(commandFromJson(nameOf(bare), toJson(bare)), bare);
}

void FilesTest::aCommandOfAWrongFileIsNone()
{
    const CommandBody send = SendMessage{ConversationId(u"c"_s), u"Look"_s, {plan}};
    QJsonObject fields = toJson(send);
    fields.insert(u"files"_s, QJsonArray{with(u"size"_s, 0)});
    QVERIFY(!commandFromJson(nameOf(send), fields));
}

void FilesTest::aCommandSaysWhichFilesItNames()
{
    const RecordRef file{RecordKind::File, QUuid::createUuid().toString(QUuid::WithoutBraces)};
    const RecordRef contact{RecordKind::Contact, QUuid::createUuid().toString(QUuid::WithoutBraces)};
    QCOMPARE(filesOf(SendMessage{ConversationId(u"c"_s), {}, {plan, face}}), (QVector<FileRef>{plan, face}));
    QCOMPARE(filesOf(CreateRecord{.record = file, .set = {{fields::file, toJson(plan)}}, .lists = {}}),
             QVector<FileRef>{plan});
    QCOMPARE(filesOf(ChangeRecord{.record = contact,
                                  .basis = {},
                                  .set = {{fields::picture, toJson(face)}},
                                  .was = {{fields::picture, toJson(plan)}},
                                  .lists = {},
                                  .resolves = {}}),
             QVector<FileRef>{face});
    QCOMPARE(filesOf(ChangeRecord{.record = contact,
                                  .basis = {},
                                  .set = {{fields::picture, QJsonValue::Null}},
                                  .was = {},
                                  .lists = {},
                                  .resolves = {}}),
             QVector<FileRef>());
    QCOMPARE(filesOf(MoveRead{}), QVector<FileRef>());
}

void FilesTest::recordsHaveFiles_data()
{
    QTest::addColumn<RecordKind>("kind");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("refusal");
    const auto row = [](const char *name, RecordKind kind, const QString &field, const QJsonValue &value,
                        const QString &refusal = {}) { QTest::newRow(name) << kind << field << value << refusal; };
    FileRef jpeg = face;
    jpeg.type = u"image/jpeg"_s;
    FileRef webp = face;
    webp.type = u"image/webp"_s;
    FileRef svg = face;
    svg.type = u"image/svg+xml"_s;
    row("file", RecordKind::File, fields::file, toJson(plan));
    row("file of nothing", RecordKind::File, fields::file, QJsonValue::Null, u"file.empty"_s);
    row("file with a hostile name", RecordKind::File, fields::file, with(u"name"_s, u"../x"_s), u"file.invalid"_s);
    row("file about nothing", RecordKind::File, fields::about, u""_s, u"about.empty"_s);
    row("png", RecordKind::Contact, fields::picture, toJson(face));
    row("jpeg", RecordKind::Contact, fields::picture, toJson(jpeg));
    row("webp", RecordKind::Contact, fields::picture, toJson(webp));
    row("no picture", RecordKind::Contact, fields::picture, QJsonValue::Null);
    row("svg", RecordKind::Contact, fields::picture, toJson(svg), u"picture.invalid"_s);
    row("document", RecordKind::Contact, fields::picture, toJson(plan), u"picture.invalid"_s);
    row("text", RecordKind::Contact, fields::picture, u"face.png"_s, u"picture.invalid"_s);
}

void FilesTest::recordsHaveFiles()
{
    QFETCH(RecordKind, kind);
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QFETCH(QString, refusal);
    const auto checked = checkedValue(kind, field, value);
    QCOMPARE(checked ? QString() : checked.error().code, refusal);
    if (checked)
        QCOMPARE(checked.value(), value);
}

void FilesTest::anyTextBecomesAName_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::newRow("as it is") << u"Plan 2.pdf"_s << u"Plan 2.pdf"_s;
    QTest::newRow("umlauts") << u"Übersicht.pdf"_s << u"Übersicht.pdf"_s;
    QTest::newRow("emoji") << u"🦊.png"_s << u"🦊.png"_s;
    QTest::newRow("path") << u"../x"_s << u".._x"_s;
    QTest::newRow("control") << u"a\tb\n"_s << u"a_b_"_s;
    QTest::newRow("turned around") << u"photo\u202egnp.exe"_s << u"photo_gnp.exe"_s;
    QTest::newRow("nothing") << QString() << u"file"_s;
    QTest::newRow("the folder above") << u".."_s << u"file"_s;
    QTest::newRow("long") << QString(300, u'a') + u".pdf"_s << QString(196, u'a') + u".pdf"_s;
}

void FilesTest::anyTextBecomesAName()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    QCOMPARE(fileNameFrom(text), name);
    QVERIFY(isFileName(fileNameFrom(text)));
}

void FilesTest::localNamesLeadNowhereElse_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("local");
    QTest::newRow("as it is") << u"Plan.pdf"_s << u"Plan.pdf"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"_.._.._etc_passwd"_s;
    QTest::newRow("backslashes") << u"..\\x"_s << u"_.._x"_s;
    QTest::newRow("device") << u"CON"_s << u"_CON"_s;
    QTest::newRow("device with an ending") << u"nul.txt"_s << u"_nul.txt"_s;
    QTest::newRow("numbered device") << u"COM7.log"_s << u"_COM7.log"_s;
    QTest::newRow("no device") << u"CONTRACT.pdf"_s << u"CONTRACT.pdf"_s;
    QTest::newRow("hidden") << u".bashrc"_s << u"_.bashrc"_s;
    QTest::newRow("point at the end") << u"x.exe."_s << u"x.exe"_s;
    QTest::newRow("marks") << u"a<b>|c?.txt"_s << u"a_b__c_.txt"_s;
    QTest::newRow("control") << u"a\x1b"
                                "b"_s
                             << u"a_b"_s;
    QTest::newRow("turned around") << u"photo\u202egnp.exe"_s << u"photo_gnp.exe"_s;
    QTest::newRow("many bytes") << QString(150, u'漢') + u".pdf"_s << QString(78, u'漢') + u".pdf"_s;
}

void FilesTest::localNamesLeadNowhereElse()
{
    QFETCH(QString, name);
    QFETCH(QString, local);
    FileRef file = plan;
    file.name = name;
    QCOMPARE(localNameFor(file), local);
}

void FilesTest::onlyHarmlessKindsAreOpened_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("opened");
    QTest::newRow("document") << u"a.pdf"_s << true;
    QTest::newRow("picture") << u"a.PNG"_s << true;
    QTest::newRow("program") << u"a.exe"_s << false;
    QTest::newRow("script") << u"a.sh"_s << false;
    QTest::newRow("starter") << u"a.desktop"_s << false;
    QTest::newRow("page") << u"a.html"_s << false;
    QTest::newRow("drawing that can run") << u"a.svg"_s << false;
    QTest::newRow("no ending") << u"pdf"_s << false;
    QTest::newRow("two endings") << u"a.pdf.exe"_s << false;
    QTest::newRow("turned around") << u"a\u202efdp.exe"_s << false;
}

void FilesTest::onlyHarmlessKindsAreOpened()
{
    QFETCH(QString, name);
    FileRef file = plan;
    file.name = name;
    QTEST(mayBeOpened(file), "opened");
}

void FilesTest::picturesSayTheirSize_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    const auto row = [](const char *name, const QByteArray &head, const QString &type = {}, int width = 0,
                        int height = 0) { QTest::newRow(name) << head << type << width << height; };
    row("png", QByteArray::fromHex("89504e470d0a1a0a0000000d4948445200000140000000f008060000"), u"image/png"_s, 320,
        240);
    row("jpeg behind a comment",
        QByteArray::fromHex("ffd8fffe00046869ffc0001108"
                            "00f00140030122000211010311"),
        u"image/jpeg"_s, 320, 240);
    row("webp, lossy",
        QByteArray::fromHex("524946460000000057454250565038200000000030010"
                            "09d012a4001f0000000"),
        u"image/webp"_s, 320, 240);
    row("webp, lossless", QByteArray::fromHex("5249464600000000574542505650384c000000002f3fc13b000000000000"),
        u"image/webp"_s, 320, 240);
    row("webp, extended",
        QByteArray::fromHex("52494646000000005745425056503858"
                            "0a000000100000003f0100ef0000"),
        u"image/webp"_s, 320, 240);
    row("half a png", QByteArray::fromHex("89504e470d0a1a0a0000000d49484452000001"));
    row("png of nothing", QByteArray::fromHex("89504e470d0a1a0a0000000d49484452000000000000000008060000"));
    row("jpeg that never begins", QByteArray::fromHex("ffd8fffe00046869"));
    row("jpeg of noise", QByteArray::fromHex("ffd8ffe0000001020304050607080910"));
    row("svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"320\" height=\"240\"/>");
    row("nothing", {});
}

void FilesTest::picturesSayTheirSize()
{
    QFETCH(QByteArray, head);
    QFETCH(QString, type);
    QFETCH(int, width);
    QFETCH(int, height);
    const auto size = pictureSize(head);
    QCOMPARE(size.has_value(), !type.isEmpty());
    if (size)
        QCOMPARE(*size, (PictureSize{type, width, height}));
}

void FilesTest::hugePicturesAreNotShown()
{
    QVERIFY(isShowable({u"image/png"_s, 8'000, 6'000}));
    QVERIFY(!isShowable({u"image/png"_s, 30'000, 30'000}));
    QVERIFY(!isShowable({u"image/png"_s, 2'000'000'000, 2'000'000'000}));
}

void FilesTest::aMessageWithoutTextIsCalledByItsFile()
{
    TimelineEntry entry;
    entry.files = {plan, face};
    QCOMPARE(beginningOf(entry), plan.name);
    entry.text = u"Look"_s;
    QCOMPARE(beginningOf(entry), u"Look"_s);
}

QTEST_GUILESS_MAIN(FilesTest)
#include "FilesTest.moc"
