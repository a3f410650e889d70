// SPDX-License-Identifier: GPL-3.0-or-later
#include "Processes.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

using namespace frontdesk;
using namespace Qt::Literals::StringLiterals;

/// Contacts, companies and deals from files and into them, as a script does it.
class TransferTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void whatIsImportedIsEverybodysAndComesBack();
    void brokenRowsAreMended();
    void theSameFileMakesNothingTwice();
    void aDryRunChangesNothing();
    void anInterruptedImportGoesOn();
    void columnsAreNamed();
    void cardsComeAndGo();
    void dealsFindTheirPlace();
    void formulasAreNeutralised();
    void viewsAreExported();
    void ownFieldsComeAndGo();
    void exitCodes_data();
    void exitCodes();
    void columnsThatAreNot();
    void aLostServerIsSaid();

private:
    void startAnew(); ///< a workspace without a record
    [[nodiscard]] QStringList at(const QStringList &words, const QString &token = {}) const
    {
        return words + QStringList{u"--url"_s, m_server->url(), u"--token"_s, token.isEmpty() ? m_ada : token};
    }
    [[nodiscard]] QString fileWith(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            qFatal("%s", qPrintable(file.errorString()));
        return file.fileName();
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// What the import of a file says at its end.
    QJsonObject import(const QString &kind, const QString &file, const QStringList &options = {}, int code = 0)
    {
        const Finished finished = runCtl(at({kind, u"import"_s, file, u"--json"_s}) + options);
        if (finished.code != code)
            qWarning("%s", qPrintable(finished.out + finished.err));
        const QString last = finished.out.trimmed().section(u'\n', -1);
        return finished.code == code ? QJsonDocument::fromJson(last.toUtf8())["result"_L1].toObject() : QJsonObject();
    }
    QVector<QJsonObject> list(const QString &kind, const QStringList &options = {}, const QString &token = {})
    {
        const Finished finished = runCtl(at({kind, u"list"_s, u"--json"_s}, token) + options);
        QVector<QJsonObject> records;
        for (const QString &line : finished.out.split(u'\n', Qt::SkipEmptyParts))
            records.append(QJsonDocument::fromJson(line.toUtf8()).object());
        return records;
    }
    QByteArray exported(const QString &kind, const QStringList &options = {})
    {
        const Finished finished = runCtl(at({kind, u"export"_s, u"-"_s}) + options);
        return finished.code == 0 ? finished.out.toUtf8() : QByteArray();
    }
    static QByteArray people(int count)
    {
        QByteArray rows = "Name;E-mail;Company\n";
        for (int i = 0; i < count; ++i)
            rows += "Person " + QByteArray::number(i) + ";p" + QByteArray::number(i) + "@example.org;Company " +
                    QByteArray::number(i % 10) + '\n';
        return rows;
    }

    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_ada, m_ben;
};

void TransferTest::initTestCase()
{
    startAnew();
}

void TransferTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TransferTest::startAnew()
{
    m_server = std::make_unique<ServerProcess>();
    m_server->start();
    m_ada = m_server->addUser(u"ada"_s, u"admin"_s); // with the first one comes a pipeline
    m_ben = m_server->addUser(u"ben"_s);
}

void TransferTest::whatIsImportedIsEverybodysAndComesBack()
{
    startAnew();
    const QString file =
        fileWith(u"people.csv"_s, "Vorname;Nachname;E-Mail;Telefon;Firma;Zuständig;Status;Notiz\n"
                                  "Jürgen;Groß;j@example.org; +49 30 123-45 ;Möwe GmbH;ben;customer;Met at the fair\n"
                                  "Anna;Ruiz;\"a@example.org; b@example.org\";;möwe gmbh;;lead;\n");
    const QJsonObject result = import(u"contacts"_s, file);
    QCOMPARE(result["made"_L1].toInt(), 2);
    QCOMPARE(result["companies"_L1].toInt(), 1);
    QCOMPARE(result["notes"_L1].toInt(), 1);
    QVERIFY(result["mend"_L1].isNull());

    const QVector<QJsonObject> seen = list(u"contacts"_s, {}, m_ben);
    QCOMPARE(seen.size(), 2);
    QCOMPARE(seen[0]["fields"_L1]["name"_L1].toString(), u"Anna Ruiz"_s);
    QCOMPARE(seen[0]["lists"_L1]["emails"_L1].toArray(), (QJsonArray{u"a@example.org"_s, u"b@example.org"_s}));
    const QVector<QJsonObject> companies = list(u"companies"_s, {}, m_ben);
    QCOMPARE(companies.size(), 1);
    for (const QJsonObject &contact : seen)
        QCOMPARE(u"company:"_s + contact["fields"_L1]["company"_L1].toString(), companies[0]["record"_L1].toString());

    const QByteArray rows = exported(u"contacts"_s);
    QVERIFY2(rows.contains("Jürgen Groß,Jürgen,Groß,j@example.org,+49 30 123-45,Möwe GmbH,,,customer,ben,,"
                           "Met at the fair\r\n"),
             rows.constData());

    // Into another workspace and out again: the same rows.
    const QString copy = fileWith(u"copy.csv"_s, rows);
    startAnew();
    QCOMPARE(import(u"contacts"_s, copy)["made"_L1].toInt(), 2);
    QCOMPARE(exported(u"contacts"_s), rows);
}

void TransferTest::brokenRowsAreMended()
{
    startAnew();
    const QString file = fileWith(u"people.csv"_s, "Name,E-mail,Owner\n"
                                                   "Anna,anna@example.org,ada\n"
                                                   "Ben,no address,\n"
                                                   "Cleo,cleo@example.org,nobody\n"
                                                   "Dora,dora@example.org,,too much\n");
    const QJsonObject result = import(u"contacts"_s, file, {}, 1);
    QCOMPARE(result["rows"_L1].toInt(), 4);
    QCOMPARE(result["made"_L1].toInt(), 1);
    QCOMPARE(result["wrong"_L1].toInt(), 3);
    const QString mend = result["mend"_L1].toString();
    QCOMPARE(mend, m_folder->filePath(u"people-to-mend.csv"_s));
    QByteArray rows = contentOf(mend);
    QVERIFY2(rows.startsWith("\xEF\xBB\xBFProblems,Name,E-mail,Owner\r\n"), rows.constData());
    QVERIFY2(rows.contains("Line 3: E-mail: “no address” is not an e-mail address,Ben,no address,\r\n"),
             rows.constData());
    QVERIFY2(rows.contains("Line 4: There is nobody called “nobody”,Cleo,cleo@example.org,nobody\r\n"),
             rows.constData());

    // Mended as it stands, it is imported without a word about its first column; what is still wrong stays.
    rows.replace("no address,\r\n", "ben@example.org,\r\n").replace(",nobody\r\n", ",ben\r\n");
    const QJsonObject again = import(u"contacts"_s, fileWith(u"people-to-mend.csv"_s, rows), {}, 1);
    QCOMPARE(again["made"_L1].toInt(), 2);
    QCOMPARE(again["wrong"_L1].toInt(), 1);
    const QByteArray rest = contentOf(again["mend"_L1].toString());
    QVERIFY2(rest.startsWith("\xEF\xBB\xBFProblems,Name,E-mail,Owner\r\n"), rest.constData());
    QCOMPARE(rest.count("Dora"), 1);
    QCOMPARE(list(u"contacts"_s).size(), 3);

    // A file that somebody may be mending is not written over.
    QCOMPARE(import(u"contacts"_s, file, {}, 1)["mend"_L1].toString(), m_folder->filePath(u"people-to-mend-2.csv"_s));
    QCOMPARE(contentOf(mend), rows);
    QCOMPARE(runCtl(at({u"contacts"_s, u"import"_s, file, u"--mend"_s, mend})).code, 1);
    QCOMPARE(contentOf(mend), rows);
}

void TransferTest::theSameFileMakesNothingTwice()
{
    startAnew();
    const QString file = fileWith(u"people.csv"_s, people(40));
    QCOMPARE(import(u"contacts"_s, file)["made"_L1].toInt(), 40);
    const QByteArray rows = exported(u"contacts"_s);
    const QJsonObject again = import(u"contacts"_s, fileWith(u"another name.csv"_s, people(40)));
    QCOMPARE(again["made"_L1].toInt(), 0);
    QCOMPARE(again["there"_L1].toInt(), 40);
    QCOMPARE(again["companies"_L1].toInt(), 0);
    // Two at the same time, of another file
    const QString other = fileWith(u"more.csv"_s, people(300));
    LinesProcess first;
    LinesProcess second;
    first.start(at({u"contacts"_s, u"import"_s, other, u"--json"_s}));
    second.start(at({u"contacts"_s, u"import"_s, other, u"--json"_s}, m_ben));
    const auto hasEnded = [](LinesProcess &process) {
        return !process.lines().isEmpty() && process.lines().last().contains("result"_L1);
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(first) && hasEnded(second), 60'000);
    QCOMPARE(first.endInput(), 0);
    QCOMPARE(second.endInput(), 0);
    const auto sum = [&](const QString &key) {
        return first.lines().last()["result"_L1][key].toInt() + second.lines().last()["result"_L1][key].toInt();
    };
    QCOMPARE(sum(u"made"_s), 300);
    QCOMPARE(sum(u"there"_s), 300);
    QCOMPARE(list(u"contacts"_s).size(), 340);
    QCOMPARE(list(u"companies"_s).size(), 10);
    QVERIFY(exported(u"contacts"_s).size() > rows.size());
}

void TransferTest::aDryRunChangesNothing()
{
    startAnew();
    const QString file = fileWith(u"people.csv"_s, people(5) + "Broken;nothing;\n");
    const QJsonObject result = import(u"contacts"_s, file, {u"--dry-run"_s}, 1);
    QCOMPARE(result["made"_L1].toInt(), 5);
    QCOMPARE(result["wrong"_L1].toInt(), 1);
    QVERIFY(result["dryRun"_L1].toBool());
    QVERIFY(list(u"contacts"_s).isEmpty());
    QVERIFY(list(u"companies"_s).isEmpty());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"people.csv"_s});
}

void TransferTest::anInterruptedImportGoesOn()
{
    startAnew();
    constexpr int rows = 8'000;
    const QString file = fileWith(u"people.csv"_s, people(rows));
    LinesProcess import;
    import.start(at({u"contacts"_s, u"import"_s, file, u"--json"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(!import.lines().isEmpty(), 20'000);
    QCOMPARE(import.terminate(), 1);
    const QJsonObject stopped = import.lines().last()["result"_L1].toObject();
    QVERIFY(stopped["cancelled"_L1].toBool());
    const int made = stopped["made"_L1].toInt();
    QVERIFY(made > 0 && made < rows);
    QCOMPARE(list(u"contacts"_s).size(), made); // what it says is there, and nothing else is on its way

    LinesProcess killed; // nothing can be said at its end
    killed.start(at({u"contacts"_s, u"import"_s, file, u"--json"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(!killed.lines().isEmpty() && killed.lines().last()["progress"_L1]["made"_L1].toInt() > 0,
                             20'000);
    killed.kill();

    // The rest, as one that knows nothing of the others
    const QString rest = fileWith(u"rest.csv"_s, people(rows));
    LinesProcess last;
    last.start(at({u"contacts"_s, u"import"_s, rest, u"--json"_s}, m_ben));
    QTRY_VERIFY_WITH_TIMEOUT(!last.lines().isEmpty() && last.lines().last().contains("result"_L1), 120'000);
    const QJsonObject result = last.lines().last()["result"_L1].toObject();
    QVERIFY(result["there"_L1].toInt() > made);
    QCOMPARE(result["made"_L1].toInt() + result["there"_L1].toInt(), rows);
    QCOMPARE(list(u"contacts"_s).size(), rows);
    QCOMPARE(list(u"companies"_s).size(), 10);
}

void TransferTest::aLostServerIsSaid()
{
    const QString file = fileWith(u"people.csv"_s, people(20'000));
    LinesProcess import;
    import.start(at({u"contacts"_s, u"import"_s, file, u"--json"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(!import.lines().isEmpty(), 20'000);
    m_server->kill();
    QCOMPARE(import.endInput(), 4);
}

void TransferTest::columnsAreNamed()
{
    startAnew();
    const QString file = fileWith(u"odd.csv"_s, "Wer|Wo|Name\nAnna|anna@example.org|x\n");
    const QStringList map{u"--map"_s, u"Wer=name"_s, u"--map"_s, u"Wo=emails"_s};
    QCOMPARE(import(u"contacts"_s, file, map)["made"_L1].toInt(), 1);
    const QJsonObject contact = list(u"contacts"_s).value(0);
    QCOMPARE(contact["fields"_L1]["name"_L1].toString(), u"Anna"_s);
    QCOMPARE(contact["lists"_L1]["emails"_L1].toArray(), QJsonArray{u"anna@example.org"_s});

    const QString latin = fileWith(u"latin.csv"_s, "Name;Status\nJ\xfcrgen, Dr.;lead\n");
    QCOMPARE(import(u"contacts"_s, latin,
                    {u"--delimiter"_s, u";"_s, u"--encoding"_s, u"latin1"_s, u"--map"_s, u"Status="_s})["made"_L1]
                 .toInt(),
             1);
    const QJsonObject read = list(u"contacts"_s, {u"--text"_s, u"jurgen"_s}).value(0);
    QCOMPARE(read["fields"_L1].toObject(), (QJsonObject{{u"name"_s, u"Jürgen, Dr."_s}}));
}

void TransferTest::cardsComeAndGo()
{
    startAnew();
    const QByteArray cards = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna Ruiz\r\nN:Ruiz;Anna;;;\r\nORG:Acme\r\n"
                             "EMAIL:anna@example.org\r\nBDAY:1990-01-01\r\nEND:VCARD\r\n"
                             "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ben\r\nEMAIL:none\r\nEND:VCARD\r\n";
    const QJsonObject result = import(u"contacts"_s, fileWith(u"people.vcf"_s, cards), {}, 1);
    QCOMPARE(result["made"_L1].toInt(), 1);
    QCOMPARE(result["wrong"_L1].toInt(), 1);
    QCOMPARE(result["leftOut"_L1].toArray(), QJsonArray{u"BDAY"_s});
    QCOMPARE(result["mend"_L1].toString(), m_folder->filePath(u"people-to-mend.csv"_s));
    QVERIFY(contentOf(result["mend"_L1].toString()).contains("Ben"));

    const QString file = m_folder->filePath(u"out.vcf"_s);
    QCOMPARE(runCtl(at({u"contacts"_s, u"export"_s, file})).code, 0);
    const QByteArray out = contentOf(file);
    QCOMPARE(out.count("BEGIN:VCARD"), 1);
    QVERIFY2(out.contains("FN:Anna Ruiz") && out.contains("ORG:Acme") && out.contains("anna@example.org"),
             out.constData());
}

void TransferTest::dealsFindTheirPlace()
{
    startAnew();
    const QString people = fileWith(u"people.csv"_s, "Name,Company\nAnna,Acme\n");
    QCOMPARE(import(u"contacts"_s, people)["made"_L1].toInt(), 1);
    const QString file = fileWith(u"deals.csv"_s, "Name;Amount;Currency;Stage;Contact;Company;Expected close\n"
                                                  "Big;1.234,50;EUR;Proposal;Anna;Acme;2026-12-01\n"
                                                  "Odd;1,00;EUR;Nowhere;Anna;Acme;\n"
                                                  "Lone;1,00;EUR;Lead;Zoe;;\n");
    const QJsonObject result = import(u"deals"_s, file, {}, 1);
    QCOMPARE(result["made"_L1].toInt(), 1);
    const QByteArray mend = contentOf(result["mend"_L1].toString());
    QVERIFY2(mend.contains("There is no stage called “Nowhere”") && mend.contains("There is no contact called “Zoe”"),
             mend.constData());
    const QJsonObject deal = list(u"deals"_s).value(0)["fields"_L1].toObject();
    QCOMPARE(deal["value"_L1].toObject(), (QJsonObject{{u"amount"_s, u"1234.50"_s}, {u"currency"_s, u"EUR"_s}}));
    QCOMPARE(u"company:"_s + deal["company"_L1].toString(), list(u"companies"_s).value(0)["record"_L1].toString());
    const QByteArray rows = exported(u"deals"_s);
    QVERIFY2(rows.contains("Big,1234.50,EUR,Sales,Proposal,,,2026-12-01,Anna,Acme,"), rows.constData());
}

void TransferTest::formulasAreNeutralised()
{
    startAnew();
    const QString file = fileWith(u"people.csv"_s, "Name,Job title,Phone\n"
                                                   "\"=HYPERLINK(\"\"http://example.org\"\")\",@SUM(A1),+49 30 1\n");
    QCOMPARE(import(u"contacts"_s, file)["made"_L1].toInt(), 1);
    QCOMPARE(list(u"contacts"_s).value(0)["fields"_L1]["job"_L1].toString(), u"@SUM(A1)"_s);
    const QByteArray rows = exported(u"contacts"_s);
    QVERIFY2(rows.contains("\n\"'=HYPERLINK(\"\"http://example.org\"\")\"") && rows.contains(",'@SUM(A1),"),
             rows.constData());
    QVERIFY(rows.contains(",+49 30 1,")); // a number is none
}

void TransferTest::viewsAreExported()
{
    startAnew();
    const QString file = fileWith(u"people.csv"_s, "Name,Status,Tags\nAnna,lead,fair\nBen,customer,fair\nCleo,lead,\n");
    QCOMPARE(import(u"contacts"_s, file)["made"_L1].toInt(), 3);
    const QString filter =
        uR"({"filters":[{"field":"status","test":"is","value":"lead"}],"sortBy":"name","descending":true})"_s;
    const QByteArray rows = exported(u"contacts"_s, {u"--filter"_s, filter});
    QCOMPARE(rows.count("\r\n"), 3);
    QVERIFY(!rows.contains("Ben") && rows.indexOf("Cleo") < rows.indexOf("Anna"));
    QCOMPARE(list(u"contacts"_s, {u"--filter"_s, filter, u"--text"_s, u"ann"_s}).size(), 1);
    const Finished text = runCtl(at({u"contacts"_s, u"list"_s, u"--text"_s, u"fair"_s}));
    QCOMPARE(text.out.count(u'\n'), 2);
    QVERIFY(text.out.contains(u"  Anna\n"_s));

    const QString out = m_folder->filePath(u"out.csv"_s);
    const Finished written = runCtl(at({u"contacts"_s, u"export"_s, out, u"--json"_s}));
    QCOMPARE(QJsonDocument::fromJson(written.out.toUtf8())["result"_L1]["records"_L1].toInt(), 3);
    QCOMPARE(contentOf(out).count("\r\n"), 4);
}

void TransferTest::ownFieldsComeAndGo()
{
    startAnew();
    const auto define = [](SessionProcess &session, const QString &name, const QString &type, const QJsonObject &more) {
        QJsonObject set{{u"name"_s, name}, {u"of"_s, u"contact"_s}, {u"key"_s, name.toLower()}, {u"type"_s, type}};
        for (auto field = more.begin(); field != more.end(); ++field)
            set.insert(field.key(), field.value());
        return session.result(u"record:create"_s, {{u"kind"_s, u"field"_s}, {u"set"_s, set}})["record"_L1].toString();
    };
    const auto defineAll = [&] {
        SessionProcess session(*m_server, m_ada);
        session.start();
        session.becomes(u"online"_s);
        QVERIFY(!define(session, u"Seats"_s, u"number"_s, {}).isEmpty());
        QVERIFY(
            !define(session, u"Size"_s, u"choice"_s, {{u"choices"_s, QJsonArray{u"Small"_s, u"Large"_s}}}).isEmpty());
        QVERIFY(!define(session, u"Since"_s, u"date"_s, {{u"order"_s, u"1"_s}}).isEmpty());
        QVERIFY(!define(session, u"Partner"_s, u"boolean"_s, {}).isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(session.waiting(), 0, 20'000);
        session.endInput();
    };
    defineAll();
    const QString file = fileWith(u"people.csv"_s, "Name;Seats;Size;Since;Partner\n"
                                                   "Anna;1.250,5;Large;29.11.2026;yes\n"
                                                   "Ben;;Huge;;\n"
                                                   "Cleo;7;;;no\n");
    const QJsonObject result = import(u"contacts"_s, file, {}, 1);
    QCOMPARE(result["made"_L1].toInt(), 2);
    QCOMPARE(result["wrong"_L1].toInt(), 1);
    QVERIFY2(contentOf(result["mend"_L1].toString()).contains("Size"),
             contentOf(result["mend"_L1].toString()).constData());
    const auto fieldsOf = [&](const QString &name) {
        return list(u"contacts"_s, {u"--text"_s, name}, m_ben).value(0)["fields"_L1].toObject();
    };
    const QJsonObject anna = fieldsOf(u"Anna"_s);
    QCOMPARE(anna["x:seats"_L1].toString(), u"1250.5"_s);
    QCOMPARE(anna["x:size"_L1].toString(), u"Large"_s);
    QCOMPARE(anna["x:since"_L1].toString(), u"2026-11-29"_s);
    QCOMPARE(anna["x:partner"_L1], QJsonValue(true));
    const QJsonObject cleo = fieldsOf(u"Cleo"_s);
    QCOMPARE(cleo["x:seats"_L1].toString(), u"7"_s);
    QCOMPARE(cleo["x:partner"_L1], QJsonValue(false));
    QVERIFY(!cleo.contains("x:size"_L1));

    const QByteArray rows = exported(u"contacts"_s);
    QVERIFY2(rows.contains(",Since,Seats,Size,Partner\r\n"), rows.constData()); // in their order
    QVERIFY2(rows.contains(",2026-11-29,1250.5,Large,"), rows.constData());

    // Into another workspace with the same fields and out again: the same rows.
    const QString copy = fileWith(u"copy.csv"_s, rows);
    startAnew();
    defineAll();
    QCOMPARE(import(u"contacts"_s, copy)["made"_L1].toInt(), 2);
    QCOMPARE(exported(u"contacts"_s), rows);
}

void TransferTest::exitCodes_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing to do") << QStringList{u"contacts"_s} << 2;
    QTest::newRow("something else to do") << QStringList{u"contacts"_s, u"dance"_s} << 2;
    QTest::newRow("no file") << QStringList{u"contacts"_s, u"import"_s} << 2;
    QTest::newRow("deals of cards") << QStringList{u"deals"_s, u"import"_s, u"x.vcf"_s} << 2;
    QTest::newRow("deals as cards") << QStringList{u"deals"_s, u"export"_s, u"x.vcf"_s} << 2;
    QTest::newRow("a strange format") << QStringList{u"contacts"_s, u"export"_s, u"-"_s, u"--format"_s, u"pdf"_s} << 2;
    QTest::newRow("a strange encoding") << QStringList{u"contacts"_s, u"import"_s, u"x.csv"_s, u"--encoding"_s,
                                                       u"ebcdic"_s}
                                        << 2;
    QTest::newRow("a long delimiter") << QStringList{u"contacts"_s, u"import"_s, u"x.csv"_s, u"--delimiter"_s, u"ab"_s}
                                      << 2;
    QTest::newRow("a map of nothing") << QStringList{u"contacts"_s, u"import"_s, u"x.csv"_s, u"--map"_s, u"x"_s} << 2;
    QTest::newRow("a filter that is none") << QStringList{u"contacts"_s, u"list"_s, u"--filter"_s, u"["_s} << 2;
    QTest::newRow("a condition that is none") << QStringList{u"contacts"_s, u"export"_s, u"-"_s, u"--filter"_s,
                                                             uR"({"filters":[{"field":"status","test":"smells"}]})"_s}
                                              << 2;
    QTest::newRow("help") << QStringList{u"contacts"_s, u"import"_s, u"--help"_s} << 0;
    QTest::newRow("a file that is not there") << QStringList{u"contacts"_s, u"import"_s, u"/nowhere/x.csv"_s} << 1;
    QTest::newRow("a folder that is not there") << QStringList{u"contacts"_s, u"export"_s, u"/nowhere/x.csv"_s} << 1;
}

void TransferTest::exitCodes()
{
    QFETCH(QStringList, words);
    QFETCH(int, code);
    const Finished finished = runCtl(at(words));
    QVERIFY2(finished.code == code,
             qPrintable(u"%1\n%2%3"_s.arg(QString::number(finished.code), finished.out, finished.err)));
    QCOMPARE(finished.err.isEmpty(), code == 0);
}

void TransferTest::columnsThatAreNot()
{
    const QString file = fileWith(u"x.csv"_s, "Name\nAnna\n");
    QCOMPARE(runCtl(at({u"contacts"_s, u"import"_s, file, u"--map"_s, u"Mail=emails"_s})).code, 1);
    QCOMPARE(runCtl(at({u"contacts"_s, u"import"_s, file, u"--map"_s, u"Name=nose"_s})).code, 1);
}

QTEST_GUILESS_MAIN(TransferTest)
#include "TransferTest.moc"
