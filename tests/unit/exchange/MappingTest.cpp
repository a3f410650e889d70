// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/CsvReader.h"
#include "exchange/CsvWriter.h"
#include "exchange/DraftReader.h"
#include "exchange/DraftWriter.h"
#include "exchange/HeadingNames.h"
#include "exchange/VCardReader.h"
#include "exchange/VCardWriter.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::exchange;
using namespace Qt::StringLiterals;

namespace {

QStringList cells(const char *line, QChar delimiter = u',')
{
    return QString::fromUtf8(line).split(delimiter);
}

const QVector<CustomField> custom{
    {.key = u"birthday"_s, .name = u"Geburtstag"_s, .type = CustomType::Date},
    {.key = u"level"_s, .name = u"Level"_s, .type = CustomType::Choice, .choices = {u"Gold"_s, u"Silver"_s}},
    {.key = u"vip"_s, .name = u"VIP"_s, .type = CustomType::YesNo},
    {.key = u"score"_s, .name = u"Score"_s, .type = CustomType::Number},
};

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

RecordDraft draftOf(const QString &kind, const QStringList &headings, const QStringList &row,
                    const ReadingRules &rules = {})
{
    return DraftReader(guessMapping(kind, headings, custom), rules, custom).draftOf(row);
}

RecordDraft fullContact()
{
    return {.kind = u"contact"_s,
            .set = {{u"name"_s, u"Ada, Countess"_s},
                    {u"givenName"_s, u"Ada"_s},
                    {u"familyName"_s, u"Lovelace"_s},
                    {u"job"_s, u"=Programmer"_s},
                    {u"address"_s, u"Street 1\n12345 Town"_s},
                    {u"status"_s, u"customer"_s},
                    {u"x:birthday"_s, u"1815-12-10"_s},
                    {u"x:level"_s, u"Gold"_s},
                    {u"x:vip"_s, true},
                    {u"x:score"_s, u"1.234"_s}},
            .lists = {{u"emails"_s, {u"a@x"_s, u"b@x"_s}},
                      {u"phones"_s, {u"+49 30 1"_s, u"1; 2"_s}},
                      {u"tags"_s, {u"a,b"_s, u"c"_s}}},
            .names = {{u"company"_s, u"Acme"_s}, {u"owner"_s, u"Bob"_s}},
            .note = u"one\ntwo"_s};
}

RecordDraft fullDeal(const char *amount, const char *currency)
{
    return {.kind = u"deal"_s,
            .set = {{u"name"_s, u"Order"_s},
                    {u"value"_s, QJsonObject{{u"amount"_s, QString::fromLatin1(amount)},
                                             {u"currency"_s, QString::fromLatin1(currency)}}},
                    {u"probability"_s, 1},
                    {u"expectedClose"_s, u"2026-03-04"_s}},
            .names = {{u"pipeline"_s, u"Sales"_s},
                      {u"stage"_s, u"Lost"_s},
                      {u"lostReason"_s, u"Price"_s},
                      {u"contact"_s, u"Ada"_s},
                      {u"company"_s, u"Acme"_s}}};
}

} // namespace

class MappingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void headingsAreUnderstood_data();
    void headingsAreUnderstood();
    void everyLabelMeansItsField_data();
    void everyLabelMeansItsField();
    void customFieldsAreFound();
    void kindIsGuessed();
    void rowsBecomeDrafts();
    void partsMakeOneAddress();
    void namesAreFoundElsewhere();
    void dealsAreRead();
    void problemsAreInWords_data();
    void problemsAreInWords();
    void draftsComeBackThroughCsv_data();
    void draftsComeBackThroughCsv();
    void contactsComeBackThroughVCard();
};

void MappingTest::headingsAreUnderstood_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QStringList>("headings");
    QTest::addColumn<QStringList>("targets");
    const auto row = [](const char *name, const char *kind, const QStringList &headings, const QStringList &targets) {
        QTest::newRow(name) << QString::fromLatin1(kind) << headings << targets;
    };
    row("Google Contacts", "contact",
        cells("First Name,Middle Name,Last Name,Phonetic First Name,Nickname,File As,Organization Name,"
              "Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,"
              "E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,"
              "Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,"
              "Address 1 - Postal Code,Address 1 - Country,Address 2 - Street,Address 2 - City,Website 1 - Value"),
        cells("givenName,,familyName,,,,company,job,,,note,,tags,,emails,,emails,,phones,,address,address.street,"
              "address.city,,address.region,address.code,address.country,,,"));
    row("Google Contacts before 2024", "contact",
        cells("Name,Given Name,Additional Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,"
              "Phone 1 - Type,Phone 1 - Value,Phone 2 - Value,Organization 1 - Name,Organization 1 - Title"),
        cells("name,givenName,,familyName,tags,,emails,,phones,phones,company,job"));
    row("Outlook", "contact",
        cells(
            "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,"
            "Business Street 2,Business City,Business State,Business Postal Code,Business Country/Region,Home Street,"
            "Home City,Business Fax,Business Phone,Business Phone 2,Home Phone,Mobile Phone,Categories,E-mail Address,"
            "E-mail Type,E-mail 2 Address,Notes,Web Page"),
        cells(",givenName,,familyName,,company,,job,address.street,address.street,address.city,address.region,"
              "address.code,address.country,,,,phones,phones,phones,phones,tags,emails,,emails,note,"));
    row("Outlook, German", "contact",
        cells("Anrede,Vorname,Nachname,Firma,Position,Straße geschäftlich,Ort geschäftlich,Postleitzahl geschäftlich,"
              "Land/Region geschäftlich,Telefon geschäftlich,Telefon privat,Mobiltelefon,Fax geschäftlich,"
              "E-Mail-Adresse,E-Mail 2: Adresse,Kategorien,Notizen"),
        cells(
            ",givenName,familyName,company,job,address.street,address.city,address.code,address.country,phones,phones,"
            "phones,,emails,emails,tags,note"));
    row("HubSpot contacts", "contact",
        cells("Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Primary Associated Company ID,"
              "Associated Company,Last Activity Date,Lifecycle Stage,Create Date,Street Address,City,State/Region,"
              "Postal Code,Country/Region,Job Title"),
        cells(",givenName,familyName,emails,phones,owner,,company,,status,,address.street,address.city,address.region,"
              "address.code,address.country,job"));
    row("HubSpot companies", "company",
        cells("Record ID,Company name,Company owner,Create Date,Phone Number,City,Country/Region,Industry,"
              "Company Domain Name,Website URL"),
        cells(",name,owner,,phones,address.city,address.country,,,website"));
    row("HubSpot deals", "deal",
        cells("Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Pipeline,Currency,Deal probability,"
              "Closed Lost Reason,Associated Contact,Associated Company"),
        cells(",name,stage,expectedClose,owner,value,pipeline,value.currency,probability,lostReason,contact,company"));
    row("German", "contact", cells("Name;Straße und Hausnummer;PLZ;Ort;Land;Tel.;Mobil;E-Mail;Bemerkung", u';'),
        cells("name,address.street,address.code,address.city,address.country,phones,phones,emails,note"));
    row("German deals", "deal", cells("Bezeichnung;Betrag;Währung;Phase;Abschlussdatum;Wahrscheinlichkeit;Kunde", u';'),
        cells("name,value,value.currency,stage,expectedClose,probability,company"));
    // As it is exported with the program in German, and imported with it in English.
    row("our own contacts, German", "contact",
        cells("Name,Vorname,Nachname,E-Mail,Telefon,Firma,Position,Adresse,Status,Zuständig,Schlagwörter,Notiz"),
        cells("name,givenName,familyName,emails,phones,company,job,address,status,owner,tags,note"));
    row("our own deals, German", "deal",
        cells("Name,Betrag,Währung,Pipeline,Phase,Verlustgrund,Wahrscheinlichkeit,Erwarteter Abschluss,Kontakt,Firma,"
              "Zuständig,Schlagwörter,Notiz"),
        cells(
            "name,value,value.currency,pipeline,stage,lostReason,probability,expectedClose,contact,company,owner,tags,"
            "note"));
    row("other spellings", "contact", cells("E_MAIL,firstName,first-name,PHONE NUMBER, last  name ,e-mail"),
        cells("emails,givenName,,phones,familyName,emails"));
    row("names of fields", "contact", cells("name,givenName,address.city,x:score"),
        cells("name,givenName,address.city,x:score"));
    row("nothing known", "contact", cells("a,b,"), cells(",,"));
}

void MappingTest::headingsAreUnderstood()
{
    QFETCH(QString, kind);
    QFETCH(QStringList, headings);
    QTEST(guessMapping(kind, headings, custom).targets, "targets");
}

void MappingTest::everyLabelMeansItsField_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"contact", "company", "deal"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void MappingTest::everyLabelMeansItsField()
{
    QFETCH(QString, kind);
    const ColumnMapping mapping = fullMapping(kind, custom);
    QVERIFY(mapping.targets.size() > 10);
    QCOMPARE(guessMapping(kind, headingsOf(mapping, custom), custom), mapping);
}

void MappingTest::customFieldsAreFound()
{
    QCOMPARE(guessMapping(u"contact"_s, cells("geburtstag,x:vip,score"), custom).targets,
             QStringList({u"x:birthday"_s, u"x:vip"_s, u"x:score"_s}));
    QCOMPARE(guessMapping(u"contact"_s, cells("geburtstag,x:vip")).targets, QStringList({QString(), QString()}));
    QVERIFY(draftFieldsOf(u"task"_s, custom).isEmpty());
}

void MappingTest::kindIsGuessed()
{
    QCOMPARE(guessKind(cells("First Name,Last Name,Email,Company,Phone")), u"contact"_s);
    QCOMPARE(guessKind(cells("Company name,Website,Phone,City")), u"company"_s);
    QCOMPARE(guessKind(cells("Deal Name,Amount,Deal Stage,Close Date")), u"deal"_s);
    QCOMPARE(guessKind(cells("Name,Email")), u"contact"_s);
    QCOMPARE(guessKind({}), u"contact"_s);
}

void MappingTest::rowsBecomeDrafts()
{
    const RecordDraft draft = draftOf(
        u"contact"_s, cells("Vorname;Nachname;Firma;E-Mail;E-Mail 2;Telefon;Status;Tags;VIP;Geburtstag;Quatsch", u';'),
        cells(" Ada ;Lovelace;Acme GmbH;a@x;b@x , ;+49 30 1;Kunde;one, two;ja;10.12.1815;left out", u';'));
    QCOMPARE(draft.problems, QStringList({u"E-mail: “b@x ,” is not an e-mail address"_s}));
    QCOMPARE(json(draft.set),
             QByteArray(R"({"familyName":"Lovelace","givenName":"Ada","name":"Ada Lovelace","status":"customer",)"
                        R"("x:birthday":"1815-12-10","x:vip":true})"));
    QCOMPARE(draft.lists.value(u"emails"_s), QStringList{u"a@x"_s});
    QCOMPARE(draft.lists.value(u"tags"_s), QStringList({u"one"_s, u"two"_s}));
    QCOMPARE(draft.names.value(draftnames::company), u"Acme GmbH"_s);
    // Cells that are not there are empty ones.
    QCOMPARE(draftOf(u"contact"_s, cells("Name,Email,Phone"), cells("Ada")).set.size(), 1);
}

void MappingTest::partsMakeOneAddress()
{
    const QStringList headings = cells("Name,Street,Street 2,Zip,City,State,Country");
    const auto address = [&headings](const char *row) {
        return draftOf(u"contact"_s, headings, cells(row)).set.value("address"_L1).toString();
    };
    QCOMPARE(address("A,Road 1,Back,12345,Town,Region,Land"), u"Road 1\nBack\n12345 Town\nRegion\nLand"_s);
    QCOMPARE(address("A,,,,Town,,"), u"Town"_s);
    QCOMPARE(address("A,,,,,,"), QString());
    const RecordDraft whole = draftOf(u"contact"_s, cells("Name,Address,City"), cells("A,Road 1 Town,Town"));
    QCOMPARE(whole.set.value("address"_L1).toString(), u"Road 1 Town"_s);
}

void MappingTest::namesAreFoundElsewhere()
{
    const auto name = [](const char *headings, const char *row) {
        return draftOf(u"contact"_s, cells(headings), cells(row)).set.value("name"_L1).toString();
    };
    QCOMPARE(name("First Name,Last Name", "Ada,"), u"Ada"_s);
    QCOMPARE(name("First Name,Company", ",Acme"), u"Acme"_s);
    QCOMPARE(name("Email,Phone", "a@x,1"), u"a@x"_s);
    QCOMPARE(name("Email,Phone", ",1"), u"1"_s);
    QCOMPARE(draftOf(u"contact"_s, cells("Name,Email"), cells(",")).problems, QStringList{u"Name: it is empty"_s});
    QCOMPARE(draftOf(u"deal"_s, cells("Deal Name,Amount"), cells(",5")).problems, QStringList{u"Name: it is empty"_s});
}

void MappingTest::dealsAreRead()
{
    const QStringList headings = cells("Deal Name|Amount|Currency|Deal Stage|Close Date|Probability", u'|');
    const RecordDraft draft =
        draftOf(u"deal"_s, headings, cells("Order|1,234.50|usd|Won|3/4/2026|0.5", u'|'),
                {.decimalSign = DecimalSign::Point, .dayOrder = ReadingRules::DayOrder::MonthFirst});
    QCOMPARE(draft.problems, QStringList());
    QCOMPARE(json(draft.set), QByteArray(R"({"expectedClose":"2026-03-04","name":"Order","probability":50,)"
                                         R"("value":{"amount":"1234.50","currency":"USD"}})"));
    QCOMPARE(draft.names.value(draftnames::stage), u"Won"_s);
    const auto value = [](const char *text) {
        return json(draftOf(u"deal"_s, cells("Name|Betrag", u'|'), cells(text, u'|'), {.currency = u"CHF"_s})
                        .set.value("value"_L1)
                        .toObject());
    };
    QCOMPARE(value("A|12,5"), QByteArray(R"({"amount":"12.50","currency":"CHF"})"));
    QCOMPARE(value("A|12,5 €"), QByteArray(R"({"amount":"12.50","currency":"EUR"})"));
    QCOMPARE(value("A|"), QByteArray("{}"));
}

void MappingTest::problemsAreInWords_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("heading");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *kind, const char *heading, const QString &cell, const char *problem) {
        QTest::addRow("%s %s", heading, qPrintable(cell.left(20)))
            << QString::fromLatin1(kind) << QString::fromUtf8(heading) << cell << QString::fromUtf8(problem);
    };
    row("contact", "Email", u"nobody"_s, "E-mail: “nobody” is not an e-mail address");
    row("contact", "Phone", u"none"_s, "Phone: “none” is not a phone number");
    row("contact", "Status", u"maybe"_s, "Status: “maybe” is none of: Lead, Qualified, Customer, Inactive");
    row("contact", "Job Title", QString(201, u'x'), "Job title: “xxxxxxxxxxxxxxxxxxxx…” is longer than 200 characters");
    row("contact", "Company", QString(201, u'x'), "Company: “xxxxxxxxxxxxxxxxxxxx…” is longer than 200 characters");
    row("contact", "Geburtstag", u"soon"_s, "Geburtstag: “soon” is not a date such as 2026-11-29");
    row("contact", "Level", u"Bronze"_s, "Level: “Bronze” is none of: Gold, Silver");
    row("contact", "VIP", u"perhaps"_s, "VIP: “perhaps” is neither yes nor no");
    row("contact", "Tags", QString(51, u'x'), "Tags: “xxxxxxxxxxxxxxxxxxxx…” is longer than 50 characters");
    row("contact", "Tags", u"1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21"_s, "Tags: there are more than 20");
    row("deal", "Amount", u"much"_s, "Amount: “much” is not a number");
    row("deal", "Amount", u"1,000"_s,
        "Amount: “1,000” can be read in two ways. Write it without signs between groups of digits.");
    row("deal", "Probability", u"150"_s, "Probability: “150” is not a percentage between 0 and 100");
    row("deal", "Close Date", u"31.12.26"_s, "Expected close: “31.12.26” is not a date such as 2026-11-29");
    row("company", "Website", u"no link"_s, "Website: “no link” is not a link");
}

void MappingTest::problemsAreInWords()
{
    QFETCH(QString, kind);
    QFETCH(QString, heading);
    QFETCH(QString, cell);
    QFETCH(QString, problem);
    QCOMPARE(draftOf(kind, {u"Name"_s, heading}, {u"A"_s, cell}).problems, QStringList{problem});
}

void MappingTest::draftsComeBackThroughCsv_data()
{
    QTest::addColumn<RecordDraft>("draft");
    QTest::newRow("contact") << fullContact();
    QTest::newRow("little") << RecordDraft{.kind = u"contact"_s, .set = {{u"name"_s, u"A"_s}}};
    QTest::newRow("company") << RecordDraft{.kind = u"company"_s,
                                            .set = {{u"name"_s, u"+Acme"_s}, {u"website"_s, u"https://x"_s}},
                                            .lists = {{u"emails"_s, {u"a@x"_s}}}};
    QTest::newRow("deal in euros") << fullDeal("-1234.50", "EUR");
    QTest::newRow("deal in dinars") << fullDeal("1.234", "KWD");
    QTest::newRow("deal in yen") << fullDeal("1234", "JPY");
}

void MappingTest::draftsComeBackThroughCsv()
{
    QFETCH(RecordDraft, draft);
    const ColumnMapping mapping = fullMapping(draft.kind, custom);
    CsvWriter writer(u';');
    QByteArray file = writer.row(headingsOf(mapping, custom));
    file += writer.row(rowOf(draft, mapping, custom));

    CsvReader reader;
    QVector<CsvRow> rows = reader.read(file);
    rows += reader.finish();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[1].problem, QString());
    for (const auto sign : {DecimalSign::Comma, DecimalSign::Point}) {
        const ColumnMapping guessed = guessMapping(draft.kind, rows[0].fields, custom);
        const RecordDraft again =
            DraftReader(guessed, {.currency = u"USD"_s, .decimalSign = sign}, custom).draftOf(rows[1].fields);
        QCOMPARE(again.problems, QStringList());
        QCOMPARE(json(again.set), json(draft.set));
        QCOMPARE(again, draft);
    }
    // Without a column for it the currency stands with the amount.
    const ColumnMapping narrow{.kind = draft.kind, .targets = {u"name"_s, u"value"_s}};
    const RecordDraft little = DraftReader(narrow, {}, custom).draftOf(rowOf(draft, narrow, custom));
    QCOMPARE(little.set.value("value"_L1), draft.set.value("value"_L1));
}

void MappingTest::contactsComeBackThroughVCard()
{
    RecordDraft draft = fullContact();
    for (const char *field : {"status", "x:birthday", "x:level", "x:vip", "x:score"})
        draft.set.remove(QString::fromLatin1(field));
    draft.names.remove(draftnames::owner);
    const Card card = cardOf(draft, u"id-1"_s);
    QCOMPARE(card.uid, u"id-1"_s);
    for (const auto version : {VCardVersion::V3, VCardVersion::V4}) {
        VCardReader reader;
        QVector<VCardEntry> entries = reader.read(writeVCard(card, version));
        entries += reader.finish();
        QCOMPARE(DraftReader::draftOf(entries.value(0).card), draft);
    }
    const Card company = cardOf({.kind = u"company"_s, .set = {{u"name"_s, u"Acme"_s}}}, {});
    QCOMPARE(company.company, u"Acme"_s);
    // What a vCard says is checked like a row.
    QCOMPARE(DraftReader::draftOf({.name = u"A"_s, .emails = {u"none"_s}}).problems.size(), 1);
}

QTEST_GUILESS_MAIN(MappingTest)
#include "MappingTest.moc"
