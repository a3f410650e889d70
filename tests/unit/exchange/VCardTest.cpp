// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/VCardReader.h"
#include "exchange/VCardWriter.h"

#include <QtCore/QStringEncoder>
#include <QtTest/QTest>

#include <algorithm>

using namespace frontdesk::exchange;
using namespace Qt::StringLiterals;

namespace {

QVector<VCardEntry> readInPieces(const QByteArray &bytes, qsizetype size)
{
    VCardReader reader;
    QVector<VCardEntry> entries;
    for (qsizetype i = 0; i < bytes.size(); i += size)
        entries += reader.read(bytes.mid(i, size));
    return entries + reader.finish();
}

QVector<VCardEntry> readAll(const QByteArray &bytes)
{
    return readInPieces(bytes, std::max<qsizetype>(bytes.size(), 1));
}

/// One card with these properties.
QByteArray cardWith(const QByteArray &properties, const char *version = "3.0")
{
    return QByteArray("BEGIN:VCARD\r\nVERSION:") + version + "\r\n" + properties + "END:VCARD\r\n";
}

/// What is said of a card, one line for each thing that is there.
QString describe(const Card &card)
{
    QStringList lines;
    const auto add = [&lines](const QString &name, const QString &text) {
        if (!text.isEmpty())
            lines.append(name + u'=' + text);
    };
    add(u"name"_s, card.name);
    add(u"given"_s, card.givenName);
    add(u"family"_s, card.familyName);
    add(u"emails"_s, card.emails.join(u'|'));
    add(u"phones"_s, card.phones.join(u'|'));
    add(u"company"_s, card.company);
    add(u"job"_s, card.job);
    add(u"address"_s, card.address);
    add(u"note"_s, card.note);
    add(u"tags"_s, card.tags.join(u'|'));
    add(u"uid"_s, card.uid);
    return lines.join(u'\n');
}

} // namespace

class VCardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void propertiesAreRead_data();
    void propertiesAreRead();
    void linesAreRead();
    void piecesChangeNothing();
    void utf16IsRead();
    void aBrokenCardDoesNotStopTheRest();
    void problemsNameTheirLine_data();
    void problemsNameTheirLine();
    void whatIsLeftOutIsTold();
    void longLinesAreBounded();
    void pictureOfAnyLengthIsLeftOut();
    void whatIsWrittenIsRead_data();
    void whatIsWrittenIsRead();
    void writtenBytes();
    void foldedLinesAreShort();
};

void VCardTest::propertiesAreRead_data()
{
    QTest::addColumn<QByteArray>("card");
    QTest::addColumn<QString>("read");
    const auto row = [](const char *name, const QByteArray &card, const char *read) {
        QTest::newRow(name) << card << QString::fromUtf8(read);
    };
    row("3.0",
        cardWith(
            "N:Lovelace;Ada;King;Countess;\r\nFN:Ada Lovelace\r\nORG:Analytical Engines;Research\r\n"
            "TITLE:Programmer\r\nEMAIL;TYPE=INTERNET:ada@home.example\r\n"
            "EMAIL;TYPE=INTERNET,PREF:ada@work.example\r\nTEL;TYPE=cell:+44 20 1\r\n"
            "ADR;TYPE=work:;;St. James's Sq. 12;London;;SW1;England\r\nNOTE:One\\, two\\; three\\nfour \\\\ five\r\n"
            "CATEGORIES:math,\"quoted\",a\\,b\r\nUID:urn:uuid:1\r\n"),
        "name=Ada Lovelace\ngiven=Ada King\nfamily=Lovelace\nemails=ada@work.example|ada@home.example\n"
        "phones=+44 20 1\ncompany=Analytical Engines\njob=Programmer\naddress=St. James's Sq. 12\nSW1 London\nEngland\n"
        "note=One, two; three\nfour \\ five\ntags=math|\"quoted\"|a,b\nuid=urn:uuid:1");
    row("4.0",
        cardWith("FN;PREF=2:Second\r\nFN;PREF=1:First\r\nEMAIL;PREF=50:b@x\r\nEMAIL;PREF=1:a@x\r\nEMAIL:c@x\r\n"
                 "TEL;VALUE=uri;TYPE=\"voice,home\":tel:+49-30-1;ext=12\r\nTEL;VALUE=uri:tel:+1%20212\r\n",
                 "4.0"),
        "name=First\nemails=a@x|b@x|c@x\nphones=+49-30-1 ext. 12|+1 212");
    row("2.1",
        cardWith("N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=FCrgen\r\n"
                 "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=C3=BC one=0D=0A=\r\ntwo=\r\n three\r\n"
                 "TEL;HOME;PREF:2\r\nTEL;WORK:1\r\nEMAIL;INTERNET:j@x\r\nTITLE;QUOTED-PRINTABLE:=41\r\n",
                 "2.1"),
        "name=Jürgen Müller\ngiven=Jürgen\nfamily=Müller\nemails=j@x\nphones=2|1\njob=A\nnote=ü one\ntwo three");
    row("grouped", cardWith("item1.EMAIL;type=INTERNET:a@x\r\nitem1.X-ABLabel:_$!<Work>!$_\r\nFN:A\r\n"),
        "name=A\nemails=a@x");
    row("folded", cardWith("FN:A long\r\n er name\r\nNOTE:one\r\n\t two\r\n"), "name=A longer name\nnote=one two");
    row("folded within a character", cardWith("FN:J\xC3\r\n \xBCrgen\r\n"), "name=Jürgen");
    row("quoted parameter", cardWith("FN;X-A=\"a:b;c\";X-B=^n^'^^:A\r\n"), "name=A");
    row("lower case", "begin:vcard\nversion:3.0\nfn:A\nend:vcard\n", "name=A");
    row("Windows-1252 without saying so", cardWith("FN:J\xFCrgen \x80\r\n"), "name=Jürgen €");
    row("said to be UTF-8 and is not", cardWith("FN;CHARSET=UTF-8:J\xFCrgen\r\n"), "name=Jürgen");
    row("name from its parts", cardWith("N:Lovelace;Ada;;;\r\n"), "name=Ada Lovelace\ngiven=Ada\nfamily=Lovelace");
    row("name from the company", cardWith("ORG:Acme\r\nTEL:1\r\n"), "name=Acme\nphones=1\ncompany=Acme");
    row("name from the address", cardWith("EMAIL:a@x\r\n"), "name=a@x\nemails=a@x");
    row("mailto", cardWith("FN:A\r\nEMAIL:mailto:a%2Bb@x\r\n"), "name=A\nemails=a+b@x");
    row("the same twice", cardWith("FN:A\r\nEMAIL:a@x\r\nEMAIL:a@x\r\nNOTE:n\r\nNOTE:m\r\n"),
        "name=A\nemails=a@x\nnote=n\nm");
    row("escaped separators", cardWith("FN:A\\, B\r\nORG:A\\; B;C\r\nN:A\\;B;C\\,D,E;;;\r\n"),
        "name=A, B\ngiven=C,D E\nfamily=A;B\ncompany=A; B");
    row("an escape at the end", cardWith("FN:A\\\r\n"), "name=A\\");
    row("byte order mark", "\xEF\xBB\xBF" + cardWith("FN:A\r\n"), "name=A");
}

void VCardTest::propertiesAreRead()
{
    QFETCH(QByteArray, card);
    const QVector<VCardEntry> entries = readAll(card);
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries[0].problem, QString());
    QCOMPARE(entries[0].line, 1);
    QTEST(describe(entries[0].card), "read");
}

void VCardTest::linesAreRead()
{
    const auto line = readVCardLine("item2.tel;TYPE=home,\"a,b\";PREF=7;X-A=\"x:y^n\":+1:2;3");
    QVERIFY(line);
    QCOMPARE(line->group, u"item2"_s);
    QCOMPARE(line->name, u"TEL"_s);
    QCOMPARE(line->value, u"+1:2;3"_s);
    QVERIFY(line->hasType(u"HOME"_s));
    QVERIFY(line->hasType(u"b"_s));
    QCOMPARE(line->preference(), 7);
    QCOMPARE(line->parameters.value(u"X-A"_s), u"x:y\n"_s);
    for (const char *wrong : {"", "no colon", ":value", "a b:c", ".X:y", "X;A=\"open:y", "Ü:x"})
        QVERIFY2(!readVCardLine(wrong), wrong);
}

void VCardTest::piecesChangeNothing()
{
    const QByteArray bytes = "\r\n" + cardWith("FN:J\xC3\xBC\r\n rgen\r\nNOTE:a\\nb\r\n") + "stray\r\n" +
                             cardWith("no colon\rFN:B\r") + "BEGIN:VCARD\nFN:C\n";
    const QVector<VCardEntry> whole = readAll(bytes);
    QCOMPARE(whole.size(), 4);
    for (const qsizetype size : {1, 2, 3, 7, 50})
        QCOMPARE(readInPieces(bytes, size), whole);
}

void VCardTest::utf16IsRead()
{
    const QString text = QString::fromUtf8(cardWith("FN:Jürgen 田中\r\n"));
    for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
        QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
        const QByteArray bytes = encoder.encode(text);
        for (const qsizetype size : {bytes.size(), qsizetype(1)}) {
            const QVector<VCardEntry> entries = readInPieces(bytes, size);
            QCOMPARE(entries.size(), 1);
            QCOMPARE(entries[0].card.name, u"Jürgen 田中"_s);
        }
    }
}

void VCardTest::aBrokenCardDoesNotStopTheRest()
{
    const QByteArray bytes = cardWith("FN:One\r\n") + "BEGIN:VCARD\r\nFN:Two\r\n" + cardWith("FN:Three\r\n") +
                             cardWith("FN:Four\r\nthis is no property\r\n") + cardWith("TITLE:nobody\r\n") +
                             cardWith("FN:Six\r\n") + "BEGIN:VCARD\r\nFN:Seven";
    const QVector<VCardEntry> entries = readAll(bytes);
    QStringList read;
    for (const VCardEntry &entry : entries)
        read.append(
            u"%1%2 %3"_s.arg(entry.problem.isEmpty() ? QString() : u"!"_s).arg(entry.line).arg(entry.card.name));
    QCOMPARE(read, QStringList(
                       {u"1 One"_s, u"!5 Two"_s, u"7 Three"_s, u"!11 Four"_s, u"!16 "_s, u"20 Six"_s, u"!24 Seven"_s}));
}

void VCardTest::problemsNameTheirLine_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("number");
    QTest::newRow("no property") << cardWith("FN:A\r\nNOTE:folded\r\n here\r\nbroken\r\n") << u" 6 "_s;
    QTest::newRow("no end") << QByteArray("\n\nBEGIN:VCARD\nFN:A\n") << u" 3 "_s;
    QTest::newRow("stray") << QByteArray("\nFN:A\n") + cardWith("FN:B\r\n") << u" 2 "_s;
}

void VCardTest::problemsNameTheirLine()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, number);
    const QString problem = readAll(bytes).first().problem;
    QVERIFY2(problem.contains(number), qPrintable(problem));
}

void VCardTest::whatIsLeftOutIsTold()
{
    const QVector<VCardEntry> entries =
        readAll(cardWith("FN:A\r\nBDAY:1815-12-10\r\nURL:http://x\r\nPHOTO;ENCODING=b:QUJD\r\nREV:1\r\nORG:A;B\r\n"
                         "ADR:;;a;;;;\r\nADR:;;b;;;;\r\nURL:http://y\r\nTITLE:t\r\nROLE:r\r\n"));
    QStringList leftOut = entries[0].leftOut;
    leftOut.sort();
    QCOMPARE(leftOut, QStringList({u"ADR"_s, u"BDAY"_s, u"ORG"_s, u"PHOTO"_s, u"ROLE"_s, u"URL"_s}));
}

void VCardTest::longLinesAreBounded()
{
    const QByteArray longText(VCardReader::longestLine + 10, 'x');
    for (const QByteArray &note : {QByteArray("NOTE:" + longText), QByteArray("NOTE:a\r\n " + longText)}) {
        const QVector<VCardEntry> entries = readAll(cardWith(note + "\r\nFN:A\r\n") + cardWith("FN:B\r\n"));
        QCOMPARE(entries.size(), 2);
        QVERIFY(!entries[0].problem.isEmpty());
        QCOMPARE(entries[0].card.name, u"A"_s);
        QVERIFY(entries[0].card.note.size() <= VCardReader::longestLine);
        QVERIFY(entries[1].problem.isEmpty());
    }
    const QVector<VCardEntry> many =
        readAll(cardWith(QByteArray("NOTE:a\r\n").repeated(VCardReader::mostProperties + 1)));
    QVERIFY(!many[0].problem.isEmpty());
}

void VCardTest::pictureOfAnyLengthIsLeftOut()
{
    QByteArray photo("PHOTO;ENCODING=b;TYPE=JPEG:");
    for (int i = 0; i < 40'000; ++i)
        photo += QByteArray(72, 'A') + "\r\n ";
    const QVector<VCardEntry> entries = readAll(cardWith("FN:A\r\n" + photo + "=\r\nNOTE:n\r\n"));
    QCOMPARE(entries[0].problem, QString());
    QCOMPARE(entries[0].card.note, u"n"_s);
    QCOMPARE(entries[0].leftOut, QStringList{u"PHOTO"_s});
}

void VCardTest::whatIsWrittenIsRead_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("3.0") << int(VCardVersion::V3);
    QTest::newRow("4.0") << int(VCardVersion::V4);
}

void VCardTest::whatIsWrittenIsRead()
{
    QFETCH(int, version);
    const Card full{.name = u"Ada, Countess; of \\Lovelace\\ \"x\" ^n"_s,
                    .givenName = u"Ada"_s,
                    .familyName = u"King; Noel, Lovelace"_s,
                    .emails = {u"a@x"_s, u"b+c@x"_s},
                    .phones = {u"+49 30 1"_s, u"2, 3"_s},
                    .company = u"A; B, C"_s,
                    .job = u"Programmer"_s,
                    .address = u"Street 1, back\n12345 Town\nLand; far"_s,
                    .note = QString(u"über 田中 \U0001F600 "_s).repeated(30).trimmed() + u"\nend"_s,
                    .tags = {u"a,b"_s, u"c;d"_s, u"e"_s},
                    .uid = u"urn:uuid:1"_s};
    const Card least{.name = u"B"_s};
    QByteArray bytes;
    for (const Card &card : {full, least})
        bytes += writeVCard(card, VCardVersion(version));
    const QVector<VCardEntry> entries = readAll(bytes);
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries[0].problem, QString());
    QCOMPARE(describe(entries[0].card), describe(full));
    QCOMPARE(describe(entries[1].card), describe(least));
    QCOMPARE(entries[0].leftOut, QStringList());
}

void VCardTest::writtenBytes()
{
    const Card card{.name = u"Ada L"_s, .givenName = u"Ada"_s, .familyName = u"L"_s, .emails = {u"a@x"_s, u"b@x"_s}};
    QCOMPARE(writeVCard(card, VCardVersion::V3),
             QByteArray("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada L\r\nN:L;Ada;;;\r\nEMAIL;TYPE=pref:a@x\r\nEMAIL:b@x\r\n"
                        "END:VCARD\r\n"));
    QVERIFY(writeVCard(card, VCardVersion::V4).contains("EMAIL;PREF=1:a@x\r\n"));
    // Nothing of a text can become a property.
    const QByteArray evil = writeVCard({.name = u"A\r\nEND:VCARD\r\nTEL:1\0x"_s}, VCardVersion::V4);
    QCOMPARE(readAll(evil).size(), 1);
    QVERIFY(readAll(evil)[0].card.phones.isEmpty());
}

void VCardTest::foldedLinesAreShort()
{
    const QByteArray folded = foldedLine(QString(u"ü\U0001F600a"_s).repeated(100));
    for (const QByteArray &line : folded.split('\n')) {
        QVERIFY2(line.trimmed().size() <= 75, line.constData());
        QCOMPARE(QString::fromUtf8(line).toUtf8(), line);
        QVERIFY(!QString::fromUtf8(line).contains(QChar::ReplacementCharacter));
    }
}

QTEST_GUILESS_MAIN(VCardTest)
#include "VCardTest.moc"
