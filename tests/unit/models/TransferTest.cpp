// SPDX-License-Identifier: GPL-3.0-or-later
#include "TwoPeople.h"

#include <QtCore/QEventLoop>
#include <QtCore/QStringEncoder>
#include <QtCore/QTimer>
#include <QtTest/QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace frontdesk;
using namespace frontdesk::models;

using Columns = ImportColumnsModel;
using Problems = ImportProblemsModel;
using Step = ImportModel::Step;

/// Files into a workspace and out of it, step by step, as the window does it.
class TransferTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_people->leave(); }

    void pathsAsPeopleGiveThem();
    void filesOfEveryEncoding_data();
    void filesOfEveryEncoding();
    void theFileIsShownBeforeAnythingIsDone();
    void columnsBecomeWhatOneSays();
    void howItIsReadCanBeSaid();
    void aTrialChangesNothing();
    void wrongRowsAreToldAndMended();
    void cardsAreContacts();
    void whatCannotBeReadIsSaid();
    void aTrialCanBeLeft();
    void aCancelledImportGoesOn();
    void anImportThatEndedWithTheProgramGoesOn();
    void oneWhoOnlyReadsIsTold();
    void viewsAreExportedAsTheyAre();
    void whatIsExportedCanBeImported();
    void cardsAreWritten();
    void whatCannotBeWrittenIsSaid();

private:
    Crm &crm() { return *m_people->atAda->workspace->crm(); }
    ImportModel &import() { return *crm().fileImport(); }
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
    /// Rows that no other test has: their name is in each.
    static QByteArray people(const QByteArray &name, int count)
    {
        QByteArray rows = "Name;E-mail\n";
        for (int i = 0; i < count; ++i)
            rows += name + ' ' + QByteArray::number(i) + ";p" + QByteArray::number(i) + "@example.org\n";
        return rows;
    }
    static QVector<RecordState> found(Person &person, const QString &text, RecordKind kind = RecordKind::Contact)
    {
        store::Store &store = person.session->store();
        const store::RecordKeys keys = valueOf(store.records({.kind = kind, .text = text}));
        const QHash<qint64, RecordState> states = valueOf(store.recordsAt(keys.keys));
        QVector<RecordState> records = keys.waiting;
        for (const qint64 key : keys.keys)
            if (states.contains(key))
                records.append(states[key]);
        return records;
    }
    QVector<RecordState> bens(const QString &text) { return found(*m_people->atBen, text); }
    void choose(const QString &file)
    {
        import().choose(file);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!import().busy(), 20'000); }();
    }
    void tryOut()
    {
        import().tryOut();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!import().busy(), 60'000); }();
    }
    void run()
    {
        import().run();
        [&] { QTRY_COMPARE_WITH_TIMEOUT(import().step(), Step::Finished, 60'000); }();
    }
    /// Returns in the turn that tells it: a moment later all may be.
    void runUntilSomeIsMade()
    {
        QEventLoop until;
        connect(&import(), &ImportModel::progressed, &until, [&] {
            if (import().made() > 0)
                until.quit();
        });
        QTimer::singleShot(20s, &until, &QEventLoop::quit);
        import().run();
        until.exec();
        QVERIFY(import().made() > 0);
    }
    QStringList targets()
    {
        QStringList targets;
        for (const QVariant &target : Person::column(*import().columns(), Columns::TargetRole))
            targets.append(target.toString());
        return targets;
    }
    QStringList problems()
    {
        QStringList problems;
        for (int row = 0; row < import().problems()->count(); ++row)
            problems.append(import().problems()->index(row).data(Problems::LineRole).toString() + u": "_s +
                            import().problems()->index(row).data(Problems::WordsRole).toString());
        return problems;
    }
    ExportModel &exported(RecordTableModel *table)
    {
        ExportModel &files = *crm().fileExport();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(table->loaded(), 20'000); }();
        files.begin(table);
        files.setPath(m_folder->filePath(u"out.csv"_s));
        return files;
    }
    static void write(ExportModel &files)
    {
        files.run();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!files.running(), 20'000); }();
    }

    std::unique_ptr<TwoPeople> m_people;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TransferTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_people = std::make_unique<TwoPeople>();
}

void TransferTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_people->sitDown();
    import().begin(u"contact"_s);
}

void TransferTest::pathsAsPeopleGiveThem()
{
    choose(u"  \""_s + fileWith(u"some people.csv"_s, "Name\nAnna\n") + u"\" "_s);
    QCOMPARE(import().step(), Step::Columns);
    QCOMPARE(import().fileName(), u"some people.csv"_s);
    import().back();
    choose(QUrl::fromLocalFile(fileWith(u"straße.csv"_s, "Name\nAnna\n")).toString());
    QCOMPARE(import().fileName(), u"straße.csv"_s);
}

void TransferTest::filesOfEveryEncoding_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("name");
    const auto rows = [](const QString &name) { return u"Name;Job title\n%1;Bäcker\n"_s.arg(name); };
    const auto utf16 = [](const QString &text, QStringConverter::Encoding encoding) -> QByteArray {
        return QStringEncoder(encoding, QStringConverter::Flag::WriteBom)(text);
    };
    QTest::newRow("UTF-8") << rows(u"Zoë Achtmann"_s).toUtf8() << u"UTF-8"_s << u"Zoë Achtmann"_s;
    QTest::newRow("UTF-8 with its mark") << "\xEF\xBB\xBF" + rows(u"Zoë Marke"_s).toUtf8() << u"UTF-8"_s
                                         << u"Zoë Marke"_s;
    QTest::newRow("UTF-16") << utf16(rows(u"Zoë Sechzehn"_s), QStringConverter::Utf16LE) << u"UTF-16LE"_s
                            << u"Zoë Sechzehn"_s;
    QTest::newRow("Windows-1252") << rows(u"Zoë Fenster"_s).toLatin1() << u"Windows-1252"_s << u"Zoë Fenster"_s;
}

void TransferTest::filesOfEveryEncoding()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    QFETCH(QString, name);
    choose(fileWith(u"people.csv"_s, bytes));
    QCOMPARE(import().encoding(), encoding);
    QCOMPARE(import().delimiter(), u";"_s);
    tryOut();
    QCOMPARE(import().made(), 1);
    run();
    QCOMPARE(import().made(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(bens(name).size(), 1, 20'000);
    QCOMPARE(bens(name).constFirst().fields[u"job"_s].toString(), u"Bäcker"_s);
}

void TransferTest::theFileIsShownBeforeAnythingIsDone()
{
    choose(fileWith(u"people.csv"_s, "Vorname,Nachname,Mail,Kd.-Nr.\nAnna,Ruiz,anna@example.org,1\n"
                                     "Ben,Groß,,2\nCleo,Ruiz,cleo@example.org,3\n"));
    QCOMPARE(import().step(), Step::Columns);
    QCOMPARE(import().columns()->count(), 4);
    QCOMPARE(targets(), (QStringList{u"givenName"_s, u"familyName"_s, u"emails"_s, QString()}));
    const QModelIndex mail = import().columns()->index(2);
    QCOMPARE(mail.data(Columns::HeadingRole).toString(), u"Mail"_s);
    QCOMPARE(mail.data(Columns::SampleRole).toString(), u"anna@example.org · cleo@example.org"_s);
    QCOMPARE(mail.data(Columns::TargetTextRole).toString(), u"E-mail"_s);
    QCOMPARE(import().columns()->index(3).data(Columns::TargetTextRole).toString(), u"Left out"_s);
    QVERIFY(valueOf(m_people->atAda->session->store().pending()).isEmpty());
}

void TransferTest::columnsBecomeWhatOneSays()
{
    choose(fileWith(u"people.csv"_s, "Name,Wer,Wo,Wo\nx,Anna Zuordnung,Mail,anna@example.org\n"));
    QCOMPARE(targets(), (QStringList{u"name"_s, QString(), QString(), QString()}));
    const auto set = [this](int column, const QString &target) {
        import().setTarget(column, target);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!import().busy(), 20'000); }();
    };
    set(1, u"name"_s);   // which has one value, so the other gives it up
    set(3, u"emails"_s); // by its place: there are two of that heading
    QCOMPARE(targets(), (QStringList{QString(), u"name"_s, QString(), u"emails"_s}));
    set(0, u"name"_s);
    QCOMPARE(targets(), (QStringList{u"name"_s, QString(), QString(), u"emails"_s}));
    set(1, u"name"_s);
    tryOut();
    run();
    QTRY_COMPARE_WITH_TIMEOUT(bens(u"Zuordnung"_s).size(), 1, 20'000);
    QCOMPARE(bens(u"Zuordnung"_s).constFirst().lists[fields::emails], QStringList{u"anna@example.org"_s});
}

void TransferTest::howItIsReadCanBeSaid()
{
    choose(fileWith(u"people.csv"_s, "Name|Job title,Status\nJ\xfcrgen \x80uro|a,b\n"));
    const auto set = [this](const QString &setting, const QString &value) {
        import().set(setting, value);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!import().busy(), 20'000); }();
    };
    const auto first = [this](Columns::Roles role) { return import().columns()->index(0).data(role).toString(); };
    set(u"delimiter"_s, u","_s);
    QCOMPARE(first(Columns::HeadingRole), u"Name|Job title"_s);
    set(u"delimiter"_s, u"|"_s);
    QCOMPARE(first(Columns::HeadingRole), u"Name"_s);
    set(u"encoding"_s, u"ISO-8859-1"_s);
    QCOMPARE(first(Columns::SampleRole), u"Jürgen \u0080uro"_s);
    set(u"encoding"_s, u"Windows-1252"_s);
    QCOMPARE(first(Columns::SampleRole), u"Jürgen €uro"_s);
    QCOMPARE(import().encoding(), u"Windows-1252"_s);
    QCOMPARE(import().numbers(), u"point"_s); // as people write here
    QCOMPARE(import().days(), u"day"_s);

    import().begin(u"deal"_s);
    choose(fileWith(u"deals.csv"_s, "Name,Amount,Expected close\nRollout Zahlen,1.234 EUR,3/4/2026\n"));
    set(u"numbers"_s, u"comma"_s);
    set(u"days"_s, u"month"_s);
    tryOut();
    run();
    QTRY_COMPARE_WITH_TIMEOUT(found(*m_people->atBen, u"Zahlen"_s, RecordKind::Deal).size(), 1, 20'000);
    const RecordState deal = found(*m_people->atBen, u"Zahlen"_s, RecordKind::Deal).constFirst();
    QCOMPARE(deal.fields[fields::value].toObject()[u"amount"_s].toString(), u"1234.00"_s);
    QCOMPARE(deal.fields[u"expectedClose"_s].toString(), u"2026-03-04"_s);
}

void TransferTest::aTrialChangesNothing()
{
    choose(fileWith(u"people.csv"_s, people("Probe", 700) + "Broken;nothing\n"));
    QSignalSpy told(&import(), &ImportModel::progressed);
    tryOut();
    QCOMPARE(import().step(), Step::Trial);
    QCOMPARE(import().rows(), 701);
    QCOMPARE(import().made(), 700);
    QCOMPARE(import().wrong(), 1);
    QCOMPARE(problems(), QStringList{u"Line 702: E-mail: “nothing” is not an e-mail address"_s});
    QVERIFY(!told.isEmpty());
    QVERIFY(found(*m_people->atAda, u"Probe"_s).isEmpty());
    QVERIFY(valueOf(m_people->atAda->session->store().pending()).isEmpty());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"people.csv"_s});
}

void TransferTest::wrongRowsAreToldAndMended()
{
    const QString file = fileWith(u"people.csv"_s, "Name,E-mail,Owner\nAnna Flick,anna@example.org,ada\n"
                                                   "Ben Flick,no address,\nCleo Flick,cleo@example.org,nobody\n");
    choose(file);
    QCOMPARE(problems(), QStringList{u"Line 3: E-mail: “no address” is not an e-mail address"_s});
    tryOut();
    QCOMPARE(import().wrong(), 2); // a name is looked up in the trial
    run();
    QCOMPARE(import().made(), 1);
    QCOMPARE(import().wrong(), 2);
    QCOMPARE(problems().size(), 2);
    QVERIFY(import().complete());
    QCOMPARE(import().mendFile(), m_folder->filePath(u"people-to-mend.csv"_s));
    QCOMPARE(import().mendAddress(), QUrl::fromLocalFile(import().mendFile()));
    QByteArray rows = contentOf(import().mendFile());
    rows.replace("no address,\r\n", "ben@example.org,\r\n").replace(",nobody\r\n", ",ben\r\n");

    import().begin(u"contact"_s);
    choose(fileWith(u"mended.csv"_s, rows));
    tryOut();
    QCOMPARE(import().made(), 2);
    run();
    QVERIFY(import().mendFile().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(bens(u"Flick"_s).size(), 3, 20'000);
}

void TransferTest::cardsAreContacts()
{
    choose(fileWith(u"people.vcf"_s, "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna Karte\r\nORG:Kartenhaus\r\n"
                                     "EMAIL:anna@example.org\r\nBDAY:1990-01-01\r\nEND:VCARD\r\n"));
    QVERIFY(!import().isTable());
    tryOut();
    QCOMPARE(import().companies(), 1);
    run();
    QCOMPARE(import().leftOut(), u"BDAY"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bens(u"Karte"_s).size(), 1, 20'000);
}

void TransferTest::whatCannotBeReadIsSaid()
{
    choose(m_folder->filePath(u"nothing.csv"_s));
    QCOMPARE(import().step(), Step::File);
    QVERIFY2(import().problem().startsWith(u"Cannot read"_s), qPrintable(import().problem()));
    choose(fileWith(u"empty.csv"_s, ""));
    QVERIFY2(import().problem().startsWith(u"There is nothing in"_s), qPrintable(import().problem()));
    import().begin(u"deal"_s);
    QVERIFY(import().problem().isEmpty());
    choose(fileWith(u"people.vcf"_s, "BEGIN:VCARD\nEND:VCARD\n"));
    QCOMPARE(import().problem(), u"Only contacts can be imported from cards."_s);
    QCOMPARE(import().step(), Step::File);
}

void TransferTest::aTrialCanBeLeft()
{
    choose(fileWith(u"people.csv"_s, people("Abbruch", 20'000)));
    import().tryOut();
    QVERIFY(import().busy());
    import().back();
    QCOMPARE(import().step(), Step::Columns);
    QTRY_VERIFY_WITH_TIMEOUT(!import().busy(), 20'000);
    import().run(); // without a trial that has ended nothing is done
    QCOMPARE(import().step(), Step::Columns);
}

void TransferTest::aCancelledImportGoesOn()
{
    constexpr int rows = 3'000;
    choose(fileWith(u"people.csv"_s, people("Halb", rows)));
    tryOut();
    runUntilSomeIsMade();
    QVERIFY(import().progress() > 0 && import().progress() < 1);
    import().cancel();
    QTRY_COMPARE_WITH_TIMEOUT(import().step(), Step::Finished, 20'000);
    QVERIFY(!import().complete());
    const int made = import().made();
    QVERIFY2(made < rows, qPrintable(QString::number(made)));
    QCOMPARE(found(*m_people->atAda, u"Halb"_s).size(), made);

    import().goOn();
    QTRY_VERIFY_WITH_TIMEOUT(import().step() == Step::Trial && !import().busy(), 60'000);
    QCOMPARE(import().there(), made);
    QCOMPARE(import().made(), rows - made);
    run();
    QVERIFY(import().complete());
    QCOMPARE(import().made(), rows - made);
    QTRY_COMPARE_WITH_TIMEOUT(bens(u"Halb"_s).size(), rows, 60'000);
    import().begin(u"contact"_s);
    QVERIFY(import().unfinished().isEmpty());
}

void TransferTest::anImportThatEndedWithTheProgramGoesOn()
{
    constexpr int rows = 3'000;
    QByteArray content = people("Absturz", rows);
    content.replace("E-mail\n", "Kontakt\n"); // which only a person knows to be addresses
    choose(fileWith(u"people.csv"_s, content));
    import().setTarget(1, u"emails"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!import().busy(), 20'000);
    tryOut();
    runUntilSomeIsMade();
    m_people->atAda->reopen();
    m_people->atAda->goOnline();

    QCOMPARE(import().unfinished(), u"people.csv"_s);
    import().goOn();
    QTRY_COMPARE_WITH_TIMEOUT(import().step(), Step::Columns, 20'000);
    QCOMPARE(targets(), (QStringList{u"name"_s, u"emails"_s}));
    tryOut();
    QVERIFY(import().there() > 0);
    run();
    QVERIFY(import().complete());
    QCOMPARE(import().made() + import().there(), rows);
    QTRY_COMPARE_WITH_TIMEOUT(bens(u"Absturz"_s).size(), rows, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(valueOf(m_people->atAda->session->store().pending()).size(), 0, 20'000);
    for (const RecordState &contact : bens(u"Absturz"_s))
        QCOMPARE(contact.lists[fields::emails].size(), 1);
}

void TransferTest::oneWhoOnlyReadsIsTold()
{
    const auto reader = m_people->aReader();
    ImportModel &files = *reader->workspace->crm()->fileImport();
    files.choose(fileWith(u"people.csv"_s, "Name\nAnna\n"));
    QTRY_COMPARE_WITH_TIMEOUT(files.step(), Step::Columns, 20'000);
    files.tryOut();
    QTRY_VERIFY_WITH_TIMEOUT(!files.busy(), 20'000);
    QCOMPARE(files.problem(), u"Your role lets you read only"_s);
    files.run();
    QCOMPARE(files.step(), Step::Trial);
}

void TransferTest::viewsAreExportedAsTheyAre()
{
    choose(fileWith(u"people.csv"_s, "Name,Status,Tags,E-mail\nAnna Sicht,lead,fair,a@example.org\n"
                                     "Ben Sicht,customer,fair,b@example.org\nCleo Sicht,lead,,=cmd()\n"));
    tryOut();
    run();
    RecordTableModel *table = crm().contacts();
    table->setText(u"Sicht"_s);
    table->filterBy(fields::status, u"lead"_s);
    table->sortByColumn(fields::name);
    table->sortByColumn(fields::name);
    if (!table->descending())
        table->sortByColumn(fields::name);
    table->setColumns({fields::status, u"changedAt"_s, fields::tags});
    ExportModel &files = exported(table);
    QVERIFY(!files.replaces());
    write(files);
    QCOMPARE(files.problem(), QString());
    QCOMPARE(files.written(), 1); // Cleo has no good address
    QList<QByteArray> lines = contentOf(files.path()).split('\n');
    QCOMPARE(lines[0], QByteArray("\xEF\xBB\xBFName,Status,Last change,Tags\r"));
    const QString day = QDateTime::currentDateTimeUtc().toString(u"yyyy-MM"_s);
    QVERIFY2(lines[1].startsWith("Anna Sicht,lead," + day.toUtf8()) && lines[1].endsWith("Z,fair\r"),
             lines[1].constData());
    table->filterBy(fields::status, {});
    QTRY_COMPARE_WITH_TIMEOUT(table->count(), 2, 20'000);
    ExportModel &all = exported(table);
    QVERIFY(all.replaces());
    write(all);
    const QByteArray content = contentOf(all.path());
    QVERIFY2(content.indexOf("Ben Sicht") < content.indexOf("Anna Sicht"), content.constData());
}

void TransferTest::whatIsExportedCanBeImported()
{
    choose(fileWith(u"people.csv"_s, "Name,E-mail,Note,Company\nAnna Kreis,\"a@example.org; b@example.org\","
                                     "\"Two\nlines\",Kreis GmbH\n"));
    tryOut();
    run();
    crm().contacts()->setText(u"Kreis"_s);
    QTRY_COMPARE_WITH_TIMEOUT(crm().contacts()->count(), 1, 20'000);
    ExportModel &files = exported(crm().contacts());
    files.setAllColumns(true);
    write(files);
    QByteArray rows = contentOf(files.path());
    rows.replace("Anna Kreis", "Anna Kreislauf");
    import().begin(u"contact"_s);
    choose(fileWith(u"again.csv"_s, rows));
    QVERIFY(!targets().contains(QString())); // it knows its own headings
    tryOut();
    QCOMPARE(import().companies(), 0);
    run();
    QTRY_COMPARE_WITH_TIMEOUT(bens(u"Kreislauf"_s).size(), 1, 20'000);
    const RecordState again = bens(u"Kreislauf"_s).constFirst();
    QCOMPARE(again.lists[fields::emails].size(), 2);
    const auto notes = valueOf(m_people->atBen->session->store().recordsNaming(again.record));
    QCOMPARE(notes.size(), 1);
    QCOMPARE(notes.constFirst().fields[fields::text].toString(), u"Two\nlines"_s);
}

void TransferTest::cardsAreWritten()
{
    choose(fileWith(u"people.csv"_s, "Name,E-mail\nAnna Visite,anna@example.org\n"));
    tryOut();
    run();
    crm().contacts()->setText(u"Visite"_s);
    QTRY_COMPARE_WITH_TIMEOUT(crm().contacts()->count(), 1, 20'000);
    ExportModel &files = exported(crm().contacts());
    QCOMPARE(files.formats().size(), 3);
    files.setFormat(u"vcard3"_s);
    QCOMPARE(files.path(), m_folder->filePath(u"out.vcf"_s));
    write(files);
    QVERIFY2(contentOf(files.path()).startsWith("BEGIN:VCARD\r\nVERSION:3.0"), contentOf(files.path()).constData());
    files.setPath(m_folder->filePath(u"four.vcf"_s));
    files.setFormat(u"vcard4"_s);
    write(files);
    QVERIFY(contentOf(files.path()).contains("VERSION:4.0") && contentOf(files.path()).contains("FN:Anna Visite"));
    files.begin(crm().deals());
    QCOMPARE(files.formats().size(), 1);
    files.setFormat(u"vcard4"_s);
    QCOMPARE(files.format(), u"csv"_s);
}

void TransferTest::whatCannotBeWrittenIsSaid()
{
    ExportModel &files = exported(crm().contacts());
    files.setPath(m_folder->filePath(u"nowhere/out.csv"_s));
    write(files);
    QVERIFY2(files.problem().startsWith(u"Cannot write"_s), qPrintable(files.problem()));
    QCOMPARE(files.written(), -1);
    files.setPath(u" "_s);
    QVERIFY(files.problem().isEmpty());
    files.run();
    QCOMPARE(files.problem(), u"Say which file is to be written."_s);
}

QTEST_GUILESS_MAIN(TransferTest)
#include "TransferTest.moc"
