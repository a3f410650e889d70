// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Encoding.h"

#include <QtCore/QStringEncoder>
#include <QtTest/QTest>

using namespace frontdesk::exchange;
using namespace Qt::StringLiterals;

namespace {

const QString sample = QStringLiteral("Name;Ort\nJürgen Müller;Köln – „Süd“ €\n田中;東京\n😀;x\n");

QByteArray encoded(const QString &text, QStringConverter::Encoding encoding)
{
    return QStringEncoder(encoding).encode(text);
}

/// In pieces of so many bytes.
QString decodeInPieces(TextDecoder &decoder, const QByteArray &bytes, qsizetype size)
{
    QString text;
    for (qsizetype i = 0; i < bytes.size(); i += size)
        text += decoder.decode(bytes.mid(i, size));
    return text + decoder.finish();
}

} // namespace

class EncodingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isFoundOut_data();
    void isFoundOut();
    void asciiStaysUndecided();
    void everyByteOfWindows1252IsACharacter();
    void anUnfinishedCharacterIsDamage();
    void aGivenEncodingCounts();
    void namesAreUnderstood();
};

void EncodingTest::isFoundOut_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("encoding");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &text, Encoding encoding) {
        QTest::newRow(name) << bytes << text << int(encoding);
    };
    row("UTF-8", sample.toUtf8(), sample, Encoding::Utf8);
    row("UTF-8 with a mark", "\xEF\xBB\xBF" + sample.toUtf8(), sample, Encoding::Utf8);
    row("UTF-8 after much ASCII", QByteArray(100'000, 'a') + sample.toUtf8(), QString(100'000, u'a') + sample,
        Encoding::Utf8);
    const QString long16 = QString(QStringLiteral("Name;Ort\n")).repeated(40) + sample;
    row("UTF-16LE", encoded(long16, QStringConverter::Utf16LE), long16, Encoding::Utf16Le);
    row("UTF-16BE", encoded(long16, QStringConverter::Utf16BE), long16, Encoding::Utf16Be);
    row("UTF-16LE with a mark", "\xFF\xFE" + encoded(sample, QStringConverter::Utf16LE), sample, Encoding::Utf16Le);
    row("UTF-16BE with a mark", "\xFE\xFF" + encoded(sample, QStringConverter::Utf16BE), sample, Encoding::Utf16Be);
    row("a mark alone", "\xEF\xBB\xBF", QString(), Encoding::Utf8);
    row("Windows-1252", "J\xFCrgen \x96 \x84S\xFC\x64\x93 \x80", QStringLiteral("Jürgen – „Süd“ €"),
        Encoding::Windows1252);
    row("Windows-1252 after much ASCII", QByteArray(100'000, 'a') + "\xE9,b", QString(100'000, u'a') + u"é,b"_s,
        Encoding::Windows1252);
    row("Windows-1252 at the very end", "caf\xE9", QStringLiteral("café"), Encoding::Windows1252);
}

void EncodingTest::isFoundOut()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QFETCH(int, encoding);
    for (const qsizetype size : {bytes.size(), qsizetype(1), qsizetype(3), qsizetype(300)}) {
        TextDecoder decoder;
        QCOMPARE(decodeInPieces(decoder, bytes, size), text);
        QCOMPARE(int(decoder.encoding().value()), encoding);
        QVERIFY(!decoder.isDamaged());
    }
}

void EncodingTest::asciiStaysUndecided()
{
    TextDecoder decoder;
    QCOMPARE(decodeInPieces(decoder, "a;b\n1;2\n", 3), QStringLiteral("a;b\n1;2\n"));
    QVERIFY(!decoder.encoding());
}

void EncodingTest::everyByteOfWindows1252IsACharacter()
{
    QByteArray all;
    for (int byte = 0; byte < 256; ++byte)
        all.append(char(byte));
    const QString text = decodeAll(all, Encoding::Windows1252);
    QCOMPARE(text.size(), 256);
    QCOMPARE(text[0x80], QChar(0x20AC));
    QCOMPARE(text[0x9F], QChar(0x0178));
    QCOMPARE(text[0x81], QChar(0x81));
    QCOMPARE(text[0xE9], QChar(u'é'));
    QCOMPARE(decodeAll(all, Encoding::Latin1)[0x80], QChar(0x80));
}

void EncodingTest::anUnfinishedCharacterIsDamage()
{
    TextDecoder cut(Encoding::Utf8);
    QCOMPARE(decodeInPieces(cut, "a\xC3", 1), QStringLiteral("a\uFFFD"));
    QVERIFY(cut.isDamaged());
    TextDecoder odd(Encoding::Utf16Le);
    QCOMPARE(decodeInPieces(odd, QByteArray("a\0b", 3), 1), QStringLiteral("a\uFFFD"));
    QVERIFY(odd.isDamaged());
    TextDecoder wrong(Encoding::Utf8);
    QCOMPARE(decodeInPieces(wrong, "a\xFC\x62", 1), QStringLiteral("a\uFFFDb"));
    QVERIFY(wrong.isDamaged());
}

void EncodingTest::aGivenEncodingCounts()
{
    TextDecoder latin(Encoding::Latin1);
    QCOMPARE(decodeInPieces(latin, "J\xC3\xBC", 1), QStringLiteral("JÃ¼"));
    TextDecoder utf8(Encoding::Utf8);
    QCOMPARE(decodeInPieces(utf8, "\xEF\xBB\xBFx", 2), QStringLiteral("x"));
    QCOMPARE(decodeGuessing("J\xC3\xBC"), QStringLiteral("Jü"));
    QCOMPARE(decodeGuessing("J\xFC"), QStringLiteral("Jü"));
}

void EncodingTest::namesAreUnderstood()
{
    for (const Encoding encoding :
         {Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1252, Encoding::Latin1})
        QCOMPARE(encodingNamed(nameOf(encoding)), std::optional(encoding));
    QCOMPARE(encodingNamed(u"CP-1252"), std::optional(Encoding::Windows1252));
    QCOMPARE(encodingNamed(u"iso_8859-1"), std::optional(Encoding::Latin1));
    QCOMPARE(encodingNamed(u"Utf 8"), std::optional(Encoding::Utf8));
    QVERIFY(!encodingNamed(u"EBCDIC"));
    QVERIFY(!encodingNamed(u""));
}

QTEST_GUILESS_MAIN(EncodingTest)
#include "EncodingTest.moc"
