// SPDX-License-Identifier: GPL-3.0-or-later
// What we write is read by Papa Parse and ical.js, and what they write by us.
#include "exchange/CsvReader.h"
#include "exchange/CsvWriter.h"
#include "exchange/VCardReader.h"
#include "exchange/VCardWriter.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>
#include <QtTest/QTest>

using namespace frontdesk::exchange;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000; ///< ms

/// What the other maker's program makes of the input; nothing when it failed, which the test then says.
QByteArray convert(const QString &job, const QByteArray &input)
{
    QProcess node;
    node.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    node.start(qEnvironmentVariable("FRONTDESK_NODE"), {qEnvironmentVariable("FRONTDESK_CONVERTER"), job});
    node.write(input);
    node.closeWriteChannel();
    const bool ended = node.waitForFinished(patience);
    return ended && node.exitCode() == 0 ? node.readAllStandardOutput() : QByteArray();
}

QByteArray json(const QVector<QStringList> &rows)
{
    QJsonArray array;
    for (const QStringList &row : rows)
        array.append(QJsonArray::fromStringList(row));
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

const QVector<QStringList> table{
    {u"Name"_s, u"Phone"_s, u"Note"_s, u"Amount"_s},
    {u"Ada, Countess"_s, u"+49 30 1234"_s, u"two\nlines; \"quoted\""_s, u"-12.50"_s},
    {u"Jürgen 田中 😀"_s, u""_s, u" spaces "_s, u"1.234,50"_s},
    {u"'plain'"_s, u"a|b\tc"_s, u""_s, u""_s},
};

/// What a property of a jCard says, its several values joined.
QStringList valuesOf(const QJsonArray &card, const QString &name)
{
    QStringList values;
    const QJsonArray properties = card[1].toArray();
    for (const QJsonValue &property : properties) {
        const QJsonArray parts = property.toArray();
        if (parts[0].toString() != name)
            continue;
        QStringList texts;
        for (qsizetype i = 3; i < parts.size(); ++i) {
            if (parts[i].isArray()) {
                for (const QJsonValue &text : parts[i].toArray())
                    texts.append(text.toString());
            } else {
                texts.append(parts[i].toString());
            }
        }
        values.append(texts.join(u'|'));
    }
    return values;
}

const Card ada{.name = u"Ada, Countess of \\Lovelace"_s, // no semicolon: ical.js leaves its escape of version 3 in
               .givenName = u"Ada"_s,
               .familyName = u"King; Noel"_s,
               .emails = {u"a@x.example"_s, u"b@x.example"_s},
               .phones = {u"+49 30 1"_s, u"2"_s},
               .company = u"A, B"_s,
               .job = u"Programmer"_s,
               .address = u"Street 1, back\n12345 Town"_s,
               .note = QString(u"über 田中 \U0001F600, "_s).repeated(20) + u"\nend"_s,
               .tags = {u"a,b"_s, u"c"_s},
               .uid = u"urn:uuid:1"_s};

} // namespace

class ExchangeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ourCsvIsRead_data();
    void ourCsvIsRead();
    void ourFormulasAreTextToOthers();
    void theirCsvIsRead();
    void ourVCardsAreRead_data();
    void ourVCardsAreRead();
    void theirVCardsAreRead_data();
    void theirVCardsAreRead();
};

void ExchangeTest::ourCsvIsRead_data()
{
    QTest::addColumn<QChar>("delimiter");
    for (const char delimiter : {',', ';', '\t', '|'})
        QTest::addRow("%d", delimiter) << QChar::fromLatin1(delimiter);
}

void ExchangeTest::ourCsvIsRead()
{
    QFETCH(QChar, delimiter);
    CsvWriter writer(delimiter);
    QByteArray file;
    for (const QStringList &row : table)
        file += writer.row(row);
    QCOMPARE(convert(u"read-csv"_s, file), json(table));
}

void ExchangeTest::ourFormulasAreTextToOthers()
{
    CsvWriter writer;
    QByteArray file = writer.row({u"a"_s, u"b"_s});
    file += writer.row({u"=1+1"_s, u"@SUM(A1)"_s});
    QCOMPARE(convert(u"read-csv"_s, file), json({{u"a"_s, u"b"_s}, {u"'=1+1"_s, u"'@SUM(A1)"_s}}));
}

void ExchangeTest::theirCsvIsRead()
{
    QVector<QStringList> rows = table;
    rows.append({u"=1+1"_s, u"@x"_s, u"+49"_s, u"-A1"_s});
    CsvReader reader;
    QVector<CsvRow> read = reader.read(convert(u"write-csv"_s, json(rows)));
    read += reader.finish();
    QCOMPARE(read.size(), rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QCOMPARE(read[i].problem, QString());
        QCOMPARE(read[i].fields, rows[i]);
    }
}

void ExchangeTest::ourVCardsAreRead_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("3.0") << int(VCardVersion::V3);
    QTest::newRow("4.0") << int(VCardVersion::V4);
}

void ExchangeTest::ourVCardsAreRead()
{
    QFETCH(int, version);
    const QByteArray file =
        writeVCard(ada, VCardVersion(version)) + writeVCard({.name = u"B"_s}, VCardVersion(version));
    const QJsonArray cards = QJsonDocument::fromJson(convert(u"read-vcards"_s, file)).array();
    QCOMPARE(cards.size(), 2);
    const QJsonArray card = cards[0].toArray();
    QCOMPARE(valuesOf(card, u"fn"_s), QStringList{ada.name});
    QCOMPARE(valuesOf(card, u"n"_s), QStringList{u"King; Noel|Ada|||"_s});
    QCOMPARE(valuesOf(card, u"email"_s), ada.emails);
    QCOMPARE(valuesOf(card, u"tel"_s), ada.phones);
    QCOMPARE(valuesOf(card, u"org"_s), QStringList{ada.company});
    QCOMPARE(valuesOf(card, u"title"_s), QStringList{ada.job});
    QCOMPARE(valuesOf(card, u"adr"_s), QStringList{u"||"_s + ada.address + u"||||"_s});
    QCOMPARE(valuesOf(card, u"note"_s), QStringList{ada.note});
    QCOMPARE(valuesOf(card, u"categories"_s), QStringList{u"a,b|c"_s});
    QCOMPARE(valuesOf(card, u"uid"_s), QStringList{ada.uid});
    QCOMPARE(valuesOf(cards[1].toArray(), u"fn"_s), QStringList{u"B"_s});
}

void ExchangeTest::theirVCardsAreRead_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("3.0") << u"3.0"_s;
    QTest::newRow("4.0") << u"4.0"_s;
}

void ExchangeTest::theirVCardsAreRead()
{
    QFETCH(QString, version);
    Card expected = ada;
    expected.familyName = u"King Noel"_s; // ical.js writes no escape for a semicolon in a part
    const auto property = [](const QString &name, const QJsonArray &values, const QJsonObject &parameters = {}) {
        QJsonArray made{name, parameters, u"text"_s};
        for (const QJsonValue &value : values)
            made.append(value);
        return made;
    };
    const auto structured = [](const QString &name, const QStringList &parts) {
        return QJsonArray{name, QJsonObject(), u"text"_s, QJsonArray::fromStringList(parts)};
    };
    const QJsonArray properties{
        property(u"version"_s, {version}),
        property(u"fn"_s, {expected.name}),
        structured(u"n"_s, {expected.familyName, expected.givenName, u""_s, u""_s, u""_s}),
        property(u"email"_s, {expected.emails[1]}),
        property(u"email"_s, {expected.emails[0]},
                 version == u"4.0"_s ? QJsonObject{{u"pref"_s, u"1"_s}} : QJsonObject{{u"type"_s, u"pref"_s}}),
        property(u"tel"_s, {expected.phones[0]}, {{u"type"_s, QJsonArray{u"work"_s, u"voice"_s}}}),
        property(u"tel"_s, {expected.phones[1]}),
        property(u"org"_s, {expected.company}),
        property(u"title"_s, {expected.job}),
        structured(u"adr"_s, {u""_s, u""_s, u"Street 1, back"_s, u"Town"_s, u""_s, u"12345"_s, u""_s}),
        property(u"note"_s, {expected.note}),
        property(u"categories"_s, {u"a,b"_s, u"c"_s}),
        property(u"uid"_s, {expected.uid}),
    };
    const QJsonArray cards{QJsonArray{u"vcard"_s, properties, QJsonArray()}};
    VCardReader reader;
    QVector<VCardEntry> read =
        reader.read(convert(u"write-vcards"_s, QJsonDocument(cards).toJson(QJsonDocument::Compact)));
    read += reader.finish();
    QCOMPARE(read.size(), 1);
    QCOMPARE(read[0].problem, QString());
    // As texts, which a failure shows.
    QCOMPARE(writeVCard(read[0].card, VCardVersion::V4), writeVCard(expected, VCardVersion::V4));
}

QTEST_GUILESS_MAIN(ExchangeTest)
#include "ExchangeTest.moc"
