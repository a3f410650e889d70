// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/CsvFormula.h"
#include "exchange/CsvReader.h"
#include "exchange/CsvWriter.h"

#include <QtTest/QTest>

using namespace frontdesk::exchange;
using namespace Qt::StringLiterals;

namespace {

QVector<CsvRow> readInPieces(const QByteArray &bytes, qsizetype size, const CsvFormat &format)
{
    CsvReader reader(format);
    QVector<CsvRow> rows;
    for (qsizetype i = 0; i < bytes.size(); i += size)
        rows += reader.read(bytes.mid(i, size));
    return rows + reader.finish();
}

/// "1: a|b" for each row; "!" before one with a problem.
QStringList describe(const QVector<CsvRow> &rows)
{
    QStringList lines;
    for (const CsvRow &row : rows)
        lines.append(QStringLiteral("%1%2: %3")
                         .arg(row.problem.isEmpty() ? QString() : QStringLiteral("!"))
                         .arg(row.line)
                         .arg(row.fields.join(u'|')));
    return lines;
}

QVector<CsvRow> readAll(const QByteArray &bytes, const CsvFormat &format = {})
{
    return readInPieces(bytes, std::max<qsizetype>(bytes.size(), 1), format);
}

} // namespace

class CsvTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsAreRead_data();
    void rowsAreRead();
    void delimiterIsFound_data();
    void delimiterIsFound();
    void anOpenQuoteCostsOneRow();
    void problemsNameTheirLine();
    void aQuoteThatSwallowsTooMuchIsGivenUp();
    void aLineWithoutEndIsBounded();
    void tooManyFieldsAreRefused();
    void damagedCharactersAreAProblem();
    void longestRowIsStillRead();
    void whatIsWrittenIsRead_data();
    void whatIsWrittenIsRead();
    void writtenBytes();
    void formulasAreNeutralised_data();
    void formulasAreNeutralised();
    void apostrophesComeBack();
};

void CsvTest::rowsAreRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("rows");
    const auto row = [](const char *name, const QByteArray &bytes, const QStringList &rows) {
        QTest::newRow(name) << bytes << rows;
    };
    row("LF", "a,b\n1,2\n", {u"1: a|b"_s, u"2: 1|2"_s});
    row("CRLF", "a,b\r\n1,2\r\n", {u"1: a|b"_s, u"2: 1|2"_s});
    row("CR", "a,b\r1,2\r", {u"1: a|b"_s, u"2: 1|2"_s});
    row("mixed", "a,b\r1,2\n3,4\r\n5,6", {u"1: a|b"_s, u"2: 1|2"_s, u"3: 3|4"_s, u"4: 5|6"_s});
    row("no line break at the end", "a,b\n1,2", {u"1: a|b"_s, u"2: 1|2"_s});
    row("nothing", "", {});
    row("line breaks only", "\n\r\n\r", {});
    row("empty lines", "\n\na,b\n\n1,2\n\n", {u"3: a|b"_s, u"5: 1|2"_s});
    row("empty fields", "a,b,c\n,,\n", {u"1: a|b|c"_s, u"2: ||"_s});
    row("quoted", "\"a\",\"b \"\"x\"\"\"\n\"1,2\",\"\"\n", {u"1: a|b \"x\""_s, u"2: 1,2|"_s});
    row("quoted line breaks", "a,b\n\"1\r\n2\n3\r4\",x\n5,6\n", {u"1: a|b"_s, u"2: 1\n2\n3\n4|x"_s, u"6: 5|6"_s});
    row("spaces after a quote", "a,b\n\"1\" ,\"2\" \n", {u"1: a|b"_s, u"2: 1|2"_s});
    row("a quote within", "a,b\n6\" nail,x\"y\"\n", {u"1: a|b"_s, u"2: 6\" nail|x\"y\""_s});
    row("short row", "a,b,c\n1\n", {u"1: a|b|c"_s, u"2: 1||"_s});
    row("long row", "a,b\n1,2,3\n4,5\n", {u"1: a|b"_s, u"!2: 1|2|3"_s, u"3: 4|5"_s});
    row("long row with nothing beyond", "a,b\n1,2,,\n", {u"1: a|b"_s, u"2: 1|2"_s});
    row("text after a quote", "a,b\n\"1\"x,2\n3,4\n", {u"1: a|b"_s, u"!2: 1"_s, u"3: 3|4"_s});
    row("open quote at the end", "a,b\n1,\"2\n", {u"1: a|b"_s, u"!2: 1"_s});
    row("a zero byte", QByteArray("a,b\n1\0x,2\n3,4\n", 14), {u"1: a|b"_s, u"!2: 1x|2"_s, u"3: 3|4"_s});
    row("one quoted empty field", "a\n\"\"\nb\n", {u"1: a"_s, u"2: "_s, u"3: b"_s});
    row("declared delimiter", "sep=;\r\na;b\r\n1;2\r\n", {u"2: a|b"_s, u"3: 1|2"_s});
}

void CsvTest::rowsAreRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, rows);
    for (const qsizetype size : {std::max<qsizetype>(bytes.size(), 1), qsizetype(1), qsizetype(3)}) {
        const QVector<CsvRow> read = readInPieces(bytes, size, {});
        QCOMPARE(describe(read), rows);
        for (const CsvRow &row : read)
            QVERIFY(row.problem.isEmpty() || row.problem.contains(u' '));
    }
}

void CsvTest::delimiterIsFound_data()
{
    QTest::addColumn<QString>("beginning");
    QTest::addColumn<QChar>("delimiter");
    const auto row = [](const char *beginning, char16_t delimiter) {
        QTest::newRow(beginning) << QString::fromUtf8(beginning) << QChar(delimiter);
    };
    row("a,b\n1,2\n", u',');
    row("a;b\n1,5;2,5\n", u';');
    row("a\tb\n1,5\t2;5\n", u'\t');
    row("a|b\n1,5|2\n", u'|');
    row("Last, First;Town\nHopper, Grace;New York\n", u';');
    row("\"a;b\",c\n\"1;2\",3\n", u',');
    row("Name;Text\nAda;one, two, and three\nBob;x\n", u';');
    row("Name\nAda\n", u',');
    row("", u',');
    row("a;b", u';');
    row("sep=|\na,b|c\n", u'|');
}

void CsvTest::delimiterIsFound()
{
    QFETCH(QString, beginning);
    QTEST(detectDelimiter(beginning), "delimiter");
}

void CsvTest::anOpenQuoteCostsOneRow()
{
    const QByteArray bytes = "id,text\n1,\"one\n2,\"two\"\n3,\"three\n and more\"\n4,four\n";
    const QStringList rows{u"1: id|text"_s, u"!2: 1|one\n2,"_s, u"3: 2|two"_s, u"4: 3|three\n and more"_s,
                           u"6: 4|four"_s};
    for (const qsizetype size : {bytes.size(), qsizetype(1), qsizetype(7)})
        QCOMPARE(describe(readInPieces(bytes, size, {})), rows);
}

void CsvTest::problemsNameTheirLine()
{
    // The row begins in line 2, the quote that goes wrong in line 4.
    const QVector<CsvRow> rows = readAll("a,b,c\n\"1\n2\n3\",\"x\n5,6,7\n");
    QCOMPARE(describe(rows), QStringList({u"1: a|b|c"_s, u"!2: 1\n2\n3"_s, u"5: 5|6|7"_s}));
    QVERIFY2(rows[1].problem.contains(u"4"), qPrintable(rows[1].problem));
}

void CsvTest::aQuoteThatSwallowsTooMuchIsGivenUp()
{
    QByteArray bytes = "a,b\n1,\"open\n";
    const QByteArray line = "2,plain text\n";
    const qsizetype lines = CsvReader::longestRow / line.size() * 2;
    bytes += line.repeated(lines);
    const QVector<CsvRow> whole = readAll(bytes);
    QCOMPARE(whole.size(), lines + 2);
    QVERIFY(!whole[1].problem.isEmpty());
    QCOMPARE(whole[2].line, 3);
    QCOMPARE(whole.back().fields, QStringList({u"2"_s, u"plain text"_s}));
    QCOMPARE(describe(readInPieces(bytes, 100'000, {})), describe(whole));
}

void CsvTest::aLineWithoutEndIsBounded()
{
    const QByteArray endless(CsvReader::longestRow + 5, 'x');
    const QByteArray bytes = "a,b\n1," + endless + ",3\n4,5\n";
    const QVector<CsvRow> rows = readAll(bytes);
    QCOMPARE(rows.size(), 3);
    QVERIFY(!rows[1].problem.isEmpty());
    QCOMPARE(rows[2].line, 3);
    QCOMPARE(describe(readInPieces(bytes, 65536, {})), describe(rows));
}

void CsvTest::tooManyFieldsAreRefused()
{
    const QVector<CsvRow> rows = readAll("a,b\n" + QByteArray(CsvReader::mostFields + 10, ',') + "\n1,2\n");
    QCOMPARE(rows.size(), 3);
    QVERIFY(!rows[1].problem.isEmpty());
    QCOMPARE(rows[2].fields, QStringList({u"1"_s, u"2"_s}));
}

void CsvTest::damagedCharactersAreAProblem()
{
    const QVector<CsvRow> rows = readAll("a,b\nJ\xFCrgen,1\nAda,2\n", {.encoding = Encoding::Utf8});
    QVERIFY(rows[1].problem.contains(u"UTF-8"));
    QVERIFY(rows[2].problem.isEmpty());
    // A character of that look that somebody wrote is one.
    QVERIFY(readAll("a,b\n\xEF\xBF\xBD,1\n")[1].problem.isEmpty());
}

void CsvTest::longestRowIsStillRead()
{
    const QByteArray field(CsvReader::longestRow - 10, 'x');
    const QVector<CsvRow> rows = readAll("a,b\n1,\"" + field + "\"\n");
    QCOMPARE(rows.size(), 2);
    QVERIFY2(rows[1].problem.isEmpty(), qPrintable(rows[1].problem));
    QCOMPARE(rows[1].fields[1].size(), field.size());
}

void CsvTest::whatIsWrittenIsRead_data()
{
    QTest::addColumn<QChar>("delimiter");
    for (const char delimiter : {',', ';', '\t', '|'})
        QTest::addRow("%d", delimiter) << QChar::fromLatin1(delimiter);
}

void CsvTest::whatIsWrittenIsRead()
{
    QFETCH(QChar, delimiter);
    const QVector<QStringList> rows{
        {u"name"_s, u"phone"_s, u"note"_s},
        {u"=SUM(A1:A9)"_s, u"+49 30 1234"_s, u"-12.50"_s},
        {u"'=x"_s, u"''@y"_s, u"'plain'"_s},
        {u"a,b;c\td|e"_s, u"say \"hi\""_s, u"two\nlines"_s},
        {u" spaces "_s, u""_s, u"\u00e4\u7530\U0001F600"_s},
        {u"@cmd"_s, u"+cmd|' /C calc'!A0"_s, u"-1+1"_s},
        {u"\ttab"_s, u"''''"_s, u"'"_s},
    };
    for (const auto mark : {CsvWriter::Mark::Yes, CsvWriter::Mark::No}) {
        CsvWriter writer(delimiter, mark);
        QByteArray bytes;
        for (const QStringList &row : rows)
            bytes += writer.row(row);
        const QVector<CsvRow> read = readAll(bytes, {.delimiter = delimiter});
        QCOMPARE(read.size(), rows.size());
        for (qsizetype i = 0; i < rows.size(); ++i) {
            QVERIFY2(read[i].problem.isEmpty(), qPrintable(read[i].problem));
            QCOMPARE(read[i].fields, rows[i]);
        }
    }
}

void CsvTest::writtenBytes()
{
    CsvWriter writer(u';');
    QCOMPARE(writer.row({u"ä"_s, u"b"_s}), QByteArray("\xEF\xBB\xBF\xC3\xA4;b\r\n"));
    QCOMPARE(writer.row({u"x,y"_s, u"=1"_s}), QByteArray("\"x,y\";'=1\r\n"));
    CsvWriter single(u',', CsvWriter::Mark::No);
    QCOMPARE(single.row({QString()}), QByteArray("\"\"\r\n"));
    QCOMPARE(single.row({u"sep=;"_s}), QByteArray("\"sep=;\"\r\n"));
    QCOMPARE(single.row({u"sep="_s, QString()}), QByteArray("\"sep=\",\r\n"));
}

void CsvTest::formulasAreNeutralised_data()
{
    QTest::addColumn<bool>("neutralised");
    for (const char *text : {"=1", "@SUM(1)", "+A1", "-A1", "+cmd|' /C calc'!A0", "\tx", "\rx", "+", "-", "+-", "-1+1",
                             "+1E5", "＝1", "＋49", "＠x", "－1"})
        QTest::newRow(text) << true;
    for (const char *text : {"", "a", "1", "-1", "-12.50", "-1.234,50", "+49 30 1234-56", "+1 (212) 555-0100",
                             "+49/30/1234", "a=1", " =1", "'", "'x"})
        QTest::newRow(text) << false;
}

void CsvTest::formulasAreNeutralised()
{
    QFETCH(bool, neutralised);
    const QString text = QString::fromUtf8(QTest::currentDataTag());
    QCOMPARE(withoutFormula(text), (neutralised ? u"'"_s : QString()) + text);
    QCOMPARE(restored(withoutFormula(text)), text);
}

void CsvTest::apostrophesComeBack()
{
    for (const QString &text : {u"'=x"_s, u"''=x"_s, u"'+49 30"_s, u"'+A1"_s, u"'"_s, u"''"_s, u"'a'"_s}) {
        QCOMPARE(restored(withoutFormula(text)), text);
        QCOMPARE(restored(withoutFormula(withoutFormula(text))), withoutFormula(text));
    }
    // As other programs neutralise.
    QCOMPARE(restored(u"'=x"_s), u"=x"_s);
    QCOMPARE(restored(u"'+49 30"_s), u"+49 30"_s);
    QCOMPARE(restored(u"'plain"_s), u"'plain"_s);
}

QTEST_GUILESS_MAIN(CsvTest)
#include "CsvTest.moc"
