// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ValueText.h"

#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::exchange;
using namespace Qt::StringLiterals;
using DayOrder = ReadingRules::DayOrder;

class ValuesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void daysAreRead_data();
    void daysAreRead();
    void percentagesAreRead_data();
    void percentagesAreRead();
    void valuesAreRead_data();
    void valuesAreRead();
    void statusesAreThoseOfTheWorkspace();
    void definedLinksAreLinks();
    void definedTextsAreOneLine();
    void entriesAreRead_data();
    void entriesAreRead();
    void entriesComeBack();
    void entriesAreChecked();
};

void ValuesTest::daysAreRead_data()
{
    QTest::addColumn<QString>("dayFirst");
    QTest::addColumn<QString>("monthFirst");
    const auto row = [](const char *text, const char *dayFirst, const char *monthFirst) {
        QTest::newRow(text) << QString::fromLatin1(dayFirst) << QString::fromLatin1(monthFirst);
    };
    row("2026-11-29", "2026-11-29", "2026-11-29");
    row("2026-11-29T10:00:00Z", "2026-11-29", "2026-11-29");
    row("2026-11-29 10:00", "2026-11-29", "2026-11-29");
    row("2026/1/2", "2026-01-02", "2026-01-02");
    row("3/4/2026", "2026-04-03", "2026-03-04");
    row("3.4.2026", "2026-04-03", "2026-04-03");
    row("3. 4. 2026", "2026-04-03", "2026-04-03");
    row("29/11/2026", "2026-11-29", "2026-11-29");
    row("11/29/2026", "2026-11-29", "2026-11-29");
    for (const char *wrong :
         {"", "29.11.26", "2026-02-30", "31/31/2026", "tomorrow", "2026-11", "1-2/2026", "20261129"})
        row(wrong, "", "");
}

void ValuesTest::daysAreRead()
{
    const QString text = QString::fromLatin1(QTest::currentDataTag());
    const auto read = [&text](DayOrder order) {
        const auto day = readDay(text, order);
        return day ? day.value() : QString();
    };
    QTEST(read(DayOrder::DayFirst), "dayFirst");
    QTEST(read(DayOrder::MonthFirst), "monthFirst");
}

void ValuesTest::percentagesAreRead_data()
{
    QTest::addColumn<int>("percent");
    const auto row = [](const char *text, int percent) { QTest::newRow(text) << percent; };
    row("50", 50);
    row("50 %", 50);
    row("50%", 50);
    row("0", 0);
    row("1", 1);
    row("100", 100);
    row("0.5", 50);
    row("0,25", 25);
    row("1.0", 100);
    row("0.125", 13);
    row("0.05", 5);
    row("0.5 %", 1);
    row("33.3", 33);
    row("66.7", 67);
    row("99.6%", 100);
    for (const char *wrong : {"", "%", "101", "-1", "1.5.5", "half", "1.01", "100.5", "1000"})
        row(wrong, -1);
}

void ValuesTest::percentagesAreRead()
{
    const auto percent = readPercent(QString::fromLatin1(QTest::currentDataTag()), DecimalSign::Comma);
    QTEST(percent ? percent.value() : -1, "percent");
    QVERIFY(percent || !percent.error().message.isEmpty());
}

void ValuesTest::valuesAreRead_data()
{
    QTest::addColumn<DraftShape>("shape");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QJsonValue>("value"); // undefined: refused
    const auto row = [](DraftShape shape, const char *text, const QJsonValue &value) {
        QTest::addRow("%d %s", int(shape), text) << shape << QString::fromUtf8(text) << value;
    };
    const QJsonValue refused(QJsonValue::Undefined);
    row(DraftShape::Status, "Customer", u"customer"_s);
    row(DraftShape::Status, "KUNDE", u"customer"_s);
    row(DraftShape::Status, "Marketing Qualified Lead", u"qualified"_s);
    row(DraftShape::Status, "dunno", refused);
    row(DraftShape::Choice, "gold", u"Gold"_s);
    row(DraftShape::Choice, "bronze", refused);
    row(DraftShape::YesNo, "Ja", true);
    row(DraftShape::YesNo, "0", false);
    row(DraftShape::YesNo, "perhaps", refused);
    row(DraftShape::Number, "1.234,50", u"1234.5"_s);
    row(DraftShape::Number, "-3", u"-3"_s);
    row(DraftShape::Number, "1.23456", refused);
    row(DraftShape::Number, "1234567890123456", refused);
    row(DraftShape::Number, "many", refused);
    row(DraftShape::Link, "https://x.example/?a=b", u"https://x.example/?a=b"_s);
    row(DraftShape::Link, "no link", refused);
    row(DraftShape::Line, "one\n  two", u"one two"_s);
    row(DraftShape::Lines, "one\ntwo", u"one\ntwo"_s);
    row(DraftShape::Line, "12345678901234567890123456789012345678901", refused);
    row(DraftShape::Line, "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
        QString(u"😀"_s).repeated(30)); // 60 units, 30 characters
}

void ValuesTest::valuesAreRead()
{
    QFETCH(DraftShape, shape);
    QFETCH(QString, text);
    const DraftField field{.target = u"x:f"_s, .shape = shape, .longest = 40, .choices = {u"Gold"_s, u"Silver"_s}};
    const auto read = readValue(text, field, {});
    QTEST(read ? read.value() : QJsonValue(QJsonValue::Undefined), "value");
    QVERIFY(read || !read.error().message.isEmpty());
}

void ValuesTest::statusesAreThoseOfTheWorkspace()
{
    const DraftField field{.target = u"status"_s, .shape = DraftShape::Status};
    const ReadingRules rules{.statuses = {{u"lead"_s, u"Prospect"_s}, {u"ally-1"_s, u"Ally"_s}}};
    const auto read = [&](const QString &text) {
        const auto value = readValue(text, field, rules);
        return value ? value.value().toString() : value.error().message;
    };
    QCOMPARE(read(u"ally"_s), u"ally-1"_s);
    QCOMPARE(read(u"ally-1"_s), u"ally-1"_s);
    QCOMPARE(read(u"Prospect"_s), u"lead"_s);
    QCOMPARE(read(u"Interessent"_s), u"lead"_s); // as other programs call it
    QCOMPARE(read(u"Customer"_s), u"“Customer” is none of: Prospect, Ally"_s);
}

void ValuesTest::definedLinksAreLinks()
{
    const auto isRead = [](const QString &target, const QString &text) {
        return readValue(text, {.target = target, .shape = DraftShape::Link, .longest = 300}, {}).ok();
    };
    QVERIFY(isRead(u"x:portal"_s, u"portal.example.org/7"_s));
    QVERIFY(!isRead(u"x:portal"_s, u"portal"_s)); // the server would refuse it
    QVERIFY(isRead(u"website"_s, u"portal"_s));
}

/// As the rule of such a field has it: what a trial reads is what can be written.
void ValuesTest::definedTextsAreOneLine()
{
    RecordState definition;
    definition.record = {RecordKind::CustomField, u"one"_s};
    definition.fields = {{u"of"_s, u"contact"_s}, {u"key"_s, u"size"_s}, {u"type"_s, u"text"_s}};
    const auto field = draftField(u"contact"_s, u"x:size"_s, {{.key = u"size"_s, .name = u"Size"_s}});
    const auto read = readValue(u"Left\n wing"_s, *field, {});
    QCOMPARE(read ? read.value() : QJsonValue(), u"Left wing"_s);
    QVERIFY(checkedValue(ruleFrom(definition)->second, read.value()));
}

void ValuesTest::entriesAreRead_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QStringList>("entries");
    const auto row = [](const char *text, const char *target, const QStringList &entries) {
        QTest::newRow(text) << QString::fromLatin1(target) << entries;
    };
    row("a@x; b@x\nc@x ::: a@x;;", "emails", {u"a@x"_s, u"b@x"_s, u"c@x"_s});
    row("+49 30 1, 2", "phones", {u"+49 30 1, 2"_s});
    row("one, two;three", "tags", {u"one"_s, u"two"_s, u"three"_s});
    row("* myContacts ::: Friends", "tags", {u"Friends"_s});
    row("\"a;b\"; c\"d; \"e\"\"f\"", "tags", {u"a;b"_s, u"c\"d"_s, u"e\"f"_s});
    row(" ;; ", "tags", {});
    row("\"open; x", "tags", {u"open; x"_s});
}

void ValuesTest::entriesAreRead()
{
    QFETCH(QString, target);
    QTEST(readEntries(QString::fromUtf8(QTest::currentDataTag()), target), "entries");
}

void ValuesTest::entriesComeBack()
{
    const QStringList entries{u"plain"_s, u"a;b"_s, u"c, d"_s, u"\"q\""_s, u"x\"y"_s, u"a ::: b"_s, u"two\nlines"_s};
    QCOMPARE(readEntries(entriesText(entries), u"tags"_s), entries);
    QCOMPARE(entriesText({u"a@x"_s, u"b@x"_s}), u"a@x; b@x"_s);
}

void ValuesTest::entriesAreChecked()
{
    const DraftField emails{.target = u"emails"_s, .shape = DraftShape::List, .longest = 20};
    QCOMPARE(problemWithEntry(u"a@x"_s, emails), QString());
    for (const QString &wrong : {u"a"_s, u"a@"_s, u"@x"_s, u"a@b@c"_s, u"a b@x"_s, u"123456789012345678@x.example"_s})
        QVERIFY2(!problemWithEntry(wrong, emails).isEmpty(), qPrintable(wrong));
    const DraftField phones{.target = u"phones"_s, .shape = DraftShape::List, .longest = 20};
    QCOMPARE(problemWithEntry(u"+49 30 1"_s, phones), QString());
    QVERIFY(!problemWithEntry(u"none"_s, phones).isEmpty());
}

QTEST_GUILESS_MAIN(ValuesTest)
#include "ValuesTest.moc"
