// SPDX-License-Identifier: GPL-3.0-or-later
#include "TwoPeople.h"

using namespace frontdesk;
using namespace frontdesk::models;
using namespace Qt::Literals::StringLiterals;

/// Ada, who is an admin, and Ben at their windows: what Ben sees of her records as the policy, teams and owners change.
class VisibilityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void policyTakesAndGives();
    void policyThatChangesMeanwhileIsFollowed();
    void recordThatIsGivenAwayIsGone();
    void teamsShareTheirRecords();
    void onlyAdminsChooseThePolicy();

private:
    [[nodiscard]] Person &ada() const { return *m_people->atAda; }
    [[nodiscard]] Person &ben() const { return *m_people->atBen; }
    /// A contact of whoever makes it, on the server.
    static RecordRef makeContact(Person &person, const QString &name)
    {
        const auto record = RecordRef::from(person.workspace->crm()->create(u"contact"_s, {{u"name"_s, name}}));
        [&] { QTRY_VERIFY_WITH_TIMEOUT(person.workspace->crm()->current()->version() > 0, 20'000); }();
        person.workspace->crm()->close();
        return record.value_or(RecordRef{});
    }
    static bool has(Person &person, const RecordRef &record)
    {
        return valueOf(person.session->store().record(record)).has_value();
    }
    /// Whether a table shows it, as one does that is looked at.
    static bool isListed(Person &person, const RecordRef &record)
    {
        return Person::find(*person.workspace->crm()->contacts(), RecordTableModel::RecordRole, record.text())
            .isValid();
    }
    void setPolicy(const QString &visibility) const
    {
        ada().workspace->teams()->setVisibility(visibility);
        [&] { QTRY_COMPARE_WITH_TIMEOUT(ben().workspace->teams()->visibility(), visibility, 20'000); }();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(ben().workspace->connection()->online(), 20'000); }();
    }

    std::unique_ptr<TwoPeople> m_people;
};

void VisibilityTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void VisibilityTest::init()
{
    m_people = std::make_unique<TwoPeople>();
    m_people->sitDown();
    QTRY_COMPARE_WITH_TIMEOUT(ben().workspace->teams()->visibility(), u"everyone"_s, 20'000);
}

void VisibilityTest::cleanup()
{
    m_people->leave();
}

void VisibilityTest::policyTakesAndGives()
{
    const RecordRef maya = makeContact(ada(), u"Maya"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isListed(ben(), maya), 20'000);
    ben().workspace->crm()->open(maya.text());
    QTRY_VERIFY_WITH_TIMEOUT(ben().workspace->crm()->current()->available(), 20'000);

    setPolicy(u"owner"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!has(ben(), maya), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!isListed(ben(), maya), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!ben().workspace->crm()->current(), 20'000);
    QVERIFY(ben().notices.last().contains(u"Maya"_s));
    QVERIFY(has(ada(), maya));
    // What is Ben's stays his, and Ada sees it.
    const RecordRef own = makeContact(ben(), u"Nora"_s);
    QTRY_VERIFY_WITH_TIMEOUT(has(ada(), own), 20'000);
    QVERIFY(has(ben(), own));

    setPolicy(u"everyone"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isListed(ben(), maya), 20'000);
    QVERIFY(has(ben(), own));
}

void VisibilityTest::policyThatChangesMeanwhileIsFollowed()
{
    const RecordRef maya = makeContact(ada(), u"Maya"_s);
    QTRY_VERIFY_WITH_TIMEOUT(has(ben(), maya), 20'000);
    ben().goOffline();
    QVERIFY(has(ben(), maya)); // nobody can say so before
    ada().workspace->teams()->setVisibility(u"owner"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ada().workspace->teams()->visibility(), u"owner"_s, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(valueOf(ada().session->store().pending()).isEmpty(), 20'000);
    ben().goOnline();
    QVERIFY(!has(ben(), maya));
}

void VisibilityTest::recordThatIsGivenAwayIsGone()
{
    setPolicy(u"owner"_s);
    const RecordRef nora = makeContact(ben(), u"Nora"_s);
    QTRY_VERIFY_WITH_TIMEOUT(has(ada(), nora), 20'000);
    ben().workspace->crm()->open(nora.text());
    RecordPage *page = ben().workspace->crm()->current();
    QTRY_VERIFY_WITH_TIMEOUT(page->available(), 20'000);
    page->set(u"owner"_s, m_people->ada.id.text());
    QTRY_VERIFY_WITH_TIMEOUT(!has(ben(), nora), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!ben().workspace->crm()->current(), 20'000);
    QVERIFY(ben().notices.last().contains(u"Nora"_s));
    QVERIFY(ben().workspace->connection()->online()); // nothing was read anew
    QTRY_COMPARE_WITH_TIMEOUT(valueOf(ada().session->store().record(nora))->version, 2, 20'000);

    ada().workspace->crm()->open(nora.text());
    QTRY_VERIFY_WITH_TIMEOUT(ada().workspace->crm()->current()->available(), 20'000);
    ada().workspace->crm()->current()->set(u"owner"_s, m_people->ben.id.text());
    QTRY_VERIFY_WITH_TIMEOUT(has(ben(), nora), 20'000);
    QCOMPARE(valueOf(ben().session->store().record(nora))->version, 3);
    // It stays open where it is seen before and after.
    QVERIFY(ada().workspace->crm()->current());
    QVERIFY(ada().notices.isEmpty());
}

void VisibilityTest::teamsShareTheirRecords()
{
    const RecordRef maya = makeContact(ada(), u"Maya"_s);
    setPolicy(u"team"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!has(ben(), maya), 20'000);
    TeamsModel *adas = ada().workspace->teams();
    TeamsModel *bens = ben().workspace->teams();
    new QAbstractItemModelTester(adas, QAbstractItemModelTester::FailureReportingMode::QtTest, adas);
    adas->create(u" North "_s, {m_people->ada.id.text(), m_people->ben.id.text()});
    QTRY_VERIFY_WITH_TIMEOUT(has(ben(), maya), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(bens->count(), 1, 20'000);
    QCOMPARE(bens->index(0, 0).data(TeamsModel::NameRole).toString(), u"North"_s);
    QCOMPARE(bens->index(0, 0).data(TeamsModel::MembersTextRole).toString(),
             m_people->ada.displayName + u", "_s + m_people->ben.displayName);

    const QString team = adas->index(0, 0).data(TeamsModel::RecordRole).toString();
    adas->change(team, u"West"_s, {m_people->ada.id.text()});
    QTRY_VERIFY_WITH_TIMEOUT(!has(ben(), maya), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(bens->index(0, 0).data(TeamsModel::NameRole).toString(), u"West"_s, 20'000);
    QCOMPARE(bens->membersOf(team), QStringList{m_people->ada.id.text()});
    adas->moveToBin(team);
    QTRY_COMPARE_WITH_TIMEOUT(bens->count(), 0, 20'000);
}

void VisibilityTest::onlyAdminsChooseThePolicy()
{
    QVERIFY(ada().workspace->teams()->mayChange());
    QVERIFY(ada().workspace->teams()->mayChangeVisibility());
    QVERIFY(!ben().workspace->teams()->mayChange());
    QVERIFY(!ben().workspace->teams()->mayChangeVisibility());
}

QTEST_GUILESS_MAIN(VisibilityTest)
#include "VisibilityTest.moc"
