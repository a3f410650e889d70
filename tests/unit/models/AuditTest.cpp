// SPDX-License-Identifier: GPL-3.0-or-later
#include "TwoPeople.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

using namespace frontdesk;
using namespace frontdesk::models;
using namespace Qt::Literals::StringLiterals;

/// Ada, who is an admin, reads what Ben and she did.
class AuditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init();
    void cleanup() { m_people->leave(); }

    void saysWhoDidWhat();
    void narrowsByPartPersonAndTime();
    void readsOnToTheBeginning();
    void isForAdministrators();
    void withoutAConnectionSaysSo();
    void anotherQuestionWithoutAnAnswerShowsNothingOfTheLast();
    void daysAreCountedFromNow();
    void goesIntoAFile();
    void fileThatWasThereStaysWhenItCannotBeWhole();

private:
    [[nodiscard]] Person &ada() const { return *m_people->atAda; }
    [[nodiscard]] Person &ben() const { return *m_people->atBen; }
    [[nodiscard]] AuditModel &log() const { return *ada().workspace->audit()->entries(); }
    [[nodiscard]] AuditExport &file() const { return *ada().workspace->audit()->file(); }
    [[nodiscard]] QStringList sentences() const
    {
        QStringList all;
        for (int row = 0; row < log().count(); ++row)
            all.append(log().data(log().index(row), AuditModel::SentenceRole).toString());
        return all;
    }
    /// The log from its newest entry on.
    void read() const
    {
        log().refresh();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!log().busy(), 20'000); }();
        QCOMPARE(log().problem(), QString());
    }
    /// What Ben does is on the server when it has come to Ada.
    void waitFor(const RecordRef &record, qint64 version) const
    {
        const auto arrived = [&] {
            const auto state = valueOf(ada().session->store().record(record));
            return state ? state->version : 0;
        };
        [&] { QTRY_COMPARE_WITH_TIMEOUT(arrived(), version, 60'000); }();
    }
    RecordRef makeContact(const QString &name) const
    {
        const RecordRef record =
            RecordRef::from(ben().workspace->crm()->create(u"contact"_s, {{u"name"_s, name}})).value_or(RecordRef{});
        waitFor(record, 1);
        return record;
    }
    void setJobs(const RecordRef &record, int count) const
    {
        [&] { QTRY_VERIFY_WITH_TIMEOUT(ben().workspace->crm()->current()->available(), 20'000); }();
        for (int i = 0; i < count; ++i)
            ben().workspace->crm()->current()->set(u"job"_s, u"Job %1"_s.arg(i));
        waitFor(record, 1 + count);
    }

    std::unique_ptr<TwoPeople> m_people;
};

void AuditTest::init()
{
    m_people = std::make_unique<TwoPeople>();
    m_people->sitDown();
}

void AuditTest::saysWhoDidWhat()
{
    const RecordRef maya = makeContact(u"Maya"_s);
    setJobs(maya, 2);
    ada().workspace->teams()->setVisibility(u"team"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ben().workspace->teams()->visibility(), u"team"_s, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(ada().workspace->connection()->online(), 20'000);
    read();
    const QString bens = ben().workspace->myName();
    const QString adas = ada().workspace->myName();
    QTRY_VERIFY_WITH_TIMEOUT(sentences().value(1).endsWith(u"of Maya"_s), 20'000); // its name is read
    QCOMPARE(sentences().first(4),
             (QStringList{adas + u" changed Who sees whose contacts and deals: everyone → team of Workspace"_s,
                          bens + u" set Job: Job 0 → Job 1 of Maya"_s, bens + u" set Job: nothing → Job 0 of Maya"_s,
                          bens + u" added Maya"_s}));
    QVERIFY(sentences().contains(bens + u" signed in from 127.0.0.1"_s));
    QVERIFY(sentences().contains(adas + u" was added: administrator"_s));
    QCOMPARE(log().data(log().index(1), AuditModel::RecordRole).toString(), maya.text());
    QCOMPARE(log().data(log().index(1), AuditModel::ActorRole).toString(), bens);
}

void AuditTest::narrowsByPartPersonAndTime()
{
    makeContact(u"Maya"_s);
    read();
    const int everything = log().count();
    log().setPart(u"records"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!log().busy(), 20'000);
    QCOMPARE(sentences(), QStringList{ben().workspace->myName() + u" added Maya"_s});
    log().setActor(m_people->ada.id.text());
    QTRY_VERIFY_WITH_TIMEOUT(!log().busy(), 20'000);
    QCOMPARE(sentences(), QStringList());
    log().setPart(u"access"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!log().busy(), 20'000);
    QCOMPARE(sentences(), QStringList{ada().workspace->myName() + u" signed in from 127.0.0.1"_s});
    log().setPart(QString());
    log().setActor(QString());
    log().setDays(1);
    QTRY_VERIFY_WITH_TIMEOUT(!log().busy(), 20'000);
    QCOMPARE(log().count(), everything);
}

void AuditTest::readsOnToTheBeginning()
{
    setJobs(makeContact(u"Maya"_s), 150);
    read();
    QVERIFY(log().more());
    int pages = 0;
    while (log().more() && ++pages < 20) {
        log().showOlder();
        QTRY_VERIFY_WITH_TIMEOUT(!log().busy(), 20'000);
    }
    QVERIFY(!log().more());
    const QStringList all = sentences();
    QVERIFY(all.last().contains(u"was added"_s));
    QCOMPARE(all.filter(u"set Job"_s).size(), 150);
    QCOMPARE(all.filter(u"added Maya"_s).size(), 1);
}

void AuditTest::isForAdministrators()
{
    QVERIFY(ada().workspace->audit()->allowed());
    QVERIFY(!ben().workspace->audit()->allowed());
    AuditModel &bens = *ben().workspace->audit()->entries();
    bens.refresh(); // the window offers it to nobody else, and the server decides
    QTRY_VERIFY_WITH_TIMEOUT(!bens.busy(), 20'000);
    QVERIFY(!bens.problem().isEmpty());
    QCOMPARE(bens.count(), 0);
}

void AuditTest::withoutAConnectionSaysSo()
{
    read();
    const int before = log().count();
    ada().goOffline();
    log().refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!log().busy(), 20'000);
    QVERIFY(!log().problem().isEmpty());
    QCOMPARE(log().count(), before); // what was read stays in sight
}

void AuditTest::anotherQuestionWithoutAnAnswerShowsNothingOfTheLast()
{
    setJobs(makeContact(u"Maya"_s), 150);
    read();
    QVERIFY(log().more());
    ada().goOffline();
    log().setPart(u"access"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!log().busy(), 20'000);
    QVERIFY(!log().problem().isEmpty());
    QCOMPARE(log().count(), 0);
    QVERIFY(!log().more());
}

void AuditTest::daysAreCountedFromNow()
{
    log().setDays(1);
    const qint64 from = log().query().from;
    QTRY_VERIFY(log().query().from > from);
    log().setDays(0);
    QCOMPARE(log().query().from, 0);
}

void AuditTest::goesIntoAFile()
{
    setJobs(makeContact(u"=1+1"_s), 120);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"audit.csv"_s);
    log().setPart(u"records"_s);
    file().begin();
    file().setPath(path);
    file().run();
    QTRY_VERIFY_WITH_TIMEOUT(file().done(), 20'000);
    QCOMPARE(file().written(), 121); // more than a page, and all of it
    QFile made(path);
    QVERIFY(made.open(QIODevice::ReadOnly));
    QCOMPARE(made.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const QStringList lines = QString::fromUtf8(made.readAll()).split(u"\r\n"_s, Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 122);
    QVERIFY(lines[0].contains(u"Person"_s));
    QVERIFY(lines[1].contains(u"Job 118 → Job 119"_s));
    QVERIFY(lines.last().contains(u"added =1+1"_s));
}

void AuditTest::fileThatWasThereStaysWhenItCannotBeWhole()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"audit.csv"_s);
    QFile before(path);
    QVERIFY(before.open(QIODevice::WriteOnly) && before.write("mine") == 4);
    before.close();
    ada().goOffline();
    file().begin();
    file().setPath(path);
    QVERIFY(file().replaces());
    file().run();
    QTRY_VERIFY_WITH_TIMEOUT(!file().running(), 20'000);
    QVERIFY(!file().problem().isEmpty());
    QVERIFY(!file().done());
    QVERIFY(before.open(QIODevice::ReadOnly));
    QCOMPARE(before.readAll(), QByteArray("mine"));
    file().setPath(folder.filePath(u"nowhere/audit.csv"_s));
    file().run();
    QVERIFY(file().problem().contains(u"nowhere"_s));
}

QTEST_GUILESS_MAIN(AuditTest)
#include "AuditTest.moc"
