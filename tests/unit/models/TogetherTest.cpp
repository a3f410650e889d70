// SPDX-License-Identifier: GPL-3.0-or-later
#include "TwoPeople.h"
#include "models/records/Crm.h"
#include "models/records/RecordInSight.h"

#include <QtTest/QSignalSpy>

using namespace frontdesk;
using namespace frontdesk::models;

/// Two people at the same contact: what each sees of the other.
class TogetherTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void whoLooksIsSeen();
    void whoChangesAFieldIsSeenInItsRow();
    void whoRenamesIsSeenAtTheTitle();
    void aPageIsLookedAtWhileAViewShowsIt();
    void theLastEditorCounts();

private:
    static QString editors(RecordPage *page, const QString &field, int role = RecordFieldsModel::EditorsTextRole)
    {
        return Person::find(*page->fieldList(), RecordFieldsModel::FieldRole, field).data(role).toString();
    }

    std::unique_ptr<TwoPeople> m_people;
    RecordPage *m_adas = nullptr;
    RecordPage *m_bens = nullptr;
};

void TogetherTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_people = std::make_unique<TwoPeople>();
}

void TogetherTest::init()
{
    m_people->sitDown();
    Crm *adas = m_people->atAda->workspace->crm();
    const QString contact = adas->create(QStringLiteral("contact"), {{QStringLiteral("name"), QStringLiteral("Maya")}});
    m_people->atBen->workspace->crm()->open(contact);
    m_adas = adas->current();
    m_bens = m_people->atBen->workspace->crm()->current();
    new QAbstractItemModelTester(m_adas->fieldList(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_adas);
    QTRY_VERIFY(m_adas->available());
    QTRY_VERIFY(m_bens->available());
}

void TogetherTest::cleanup()
{
    m_people->leave();
}

void TogetherTest::whoLooksIsSeen()
{
    RecordInSight adas;
    RecordInSight bens;
    adas.setPage(m_adas);
    QCOMPARE(m_adas->viewersText(), QString());
    bens.setPage(m_bens);
    const QString ben = m_people->ben.displayName;
    QTRY_COMPARE(m_adas->viewersText(), ben + QStringLiteral(" is here too"));
    QCOMPARE(m_adas->viewers().size(), 1);
    const QVariantMap seen = m_adas->viewers().first().toMap();
    QCOMPARE(seen[QStringLiteral("name")].toString(), ben);
    QCOMPARE(seen[QStringLiteral("avatarKey")].toString(), m_people->ben.id.text());
    QVERIFY(!seen[QStringLiteral("initials")].toString().isEmpty());
    QTRY_COMPARE(m_bens->viewersText(), m_people->ada.displayName + QStringLiteral(" is here too"));

    bens.setPage(nullptr);
    QTRY_COMPARE(m_adas->viewersText(), QString());
    QVERIFY(m_adas->viewers().isEmpty());
    QTRY_COMPARE(m_bens->viewersText(), QString());
    QVERIFY(m_people->atAda->notices.isEmpty());
}

void TogetherTest::whoChangesAFieldIsSeenInItsRow()
{
    RecordInSight adas;
    RecordInSight bens;
    adas.setPage(m_adas);
    bens.setPage(m_bens);
    const QString job = QStringLiteral("job");
    const QString ben = m_people->ben.displayName;
    QCOMPARE(editors(m_adas, job), QString());
    m_bens->edit(job);
    QTRY_COMPARE(editors(m_adas, job), ben + QStringLiteral(" is typing here"));
    QCOMPARE(editors(m_adas, job, RecordFieldsModel::EditorsAvatarRole), m_people->ben.id.text());
    QVERIFY(!editors(m_adas, job, RecordFieldsModel::EditorsInitialsRole).isEmpty());
    QCOMPARE(editors(m_bens, job), QString()); // one knows oneself
    m_bens->set(job, QStringLiteral("Founder"));
    m_bens->endEdit(job);
    QTRY_COMPARE(editors(m_adas, job), QString());
    QTRY_COMPARE(Person::find(*m_adas->fieldList(), RecordFieldsModel::FieldRole, job)
                     .data(RecordFieldsModel::TextRole)
                     .toString(),
                 QStringLiteral("Founder"));

    m_bens->edit(QStringLiteral("status"));
    QTRY_COMPARE(editors(m_adas, QStringLiteral("status")), ben + QStringLiteral(" is changing this"));
    m_bens->edit(QStringLiteral("emails"));
    QTRY_COMPARE(editors(m_adas, QStringLiteral("emails")), ben + QStringLiteral(" is typing here"));
    QCOMPARE(editors(m_adas, QStringLiteral("status")), QString());
    m_people->atBen->goOffline();
    QTRY_COMPARE(editors(m_adas, QStringLiteral("emails")), QString());
    QCOMPARE(m_adas->viewersText(), QString());
    QCOMPARE(m_bens->viewersText(), QString()); // nobody knows without a connection
}

void TogetherTest::whoRenamesIsSeenAtTheTitle()
{
    RecordInSight adas;
    RecordInSight bens;
    adas.setPage(m_adas);
    bens.setPage(m_bens);
    m_bens->edit(QStringLiteral("name"));
    QTRY_COMPARE(m_adas->titleEditorsText(), m_people->ben.displayName + QStringLiteral(" is typing here"));
    m_bens->endEdit(QStringLiteral("name"));
    QTRY_COMPARE(m_adas->titleEditorsText(), QString());
    QVERIFY(!m_adas->viewersText().isEmpty());
}

void TogetherTest::aPageIsLookedAtWhileAViewShowsIt()
{
    RecordInSight adas;
    adas.setPage(m_adas);
    // As when one page of the window gives way to another: the new view is there before the old one goes.
    auto first = std::make_unique<RecordInSight>();
    first->setPage(m_bens);
    QTRY_VERIFY(!m_adas->viewersText().isEmpty());
    QSignalSpy changes(m_adas, &RecordPage::viewersChanged);
    const auto second = std::make_unique<RecordInSight>();
    second->setPage(m_bens);
    m_bens->edit(QStringLiteral("job"));
    first.reset();
    QTRY_VERIFY(!editors(m_adas, QStringLiteral("job")).isEmpty());
    QCOMPARE(changes.size(), 1); // never away

    // Another record in the same view.
    Crm *crm = m_people->atBen->workspace->crm();
    crm->create(QStringLiteral("company"), {{QStringLiteral("name"), QStringLiteral("Okafor Studio")}});
    second->setPage(crm->current());
    QTRY_COMPARE(m_adas->viewersText(), QString());
    crm->open(m_adas->record());
    second->setPage(crm->current());
    QTRY_VERIFY(!m_adas->viewersText().isEmpty());
    QCOMPARE(editors(m_adas, QStringLiteral("job")), QString()); // the editor has gone with the view
    crm->close();
    second->setPage(crm->current());
    QTRY_COMPARE(m_adas->viewersText(), QString());
}

void TogetherTest::theLastEditorCounts()
{
    RecordInSight adas;
    RecordInSight bens;
    adas.setPage(m_adas);
    bens.setPage(m_bens);
    m_bens->edit(QStringLiteral("job"));
    m_bens->edit(QStringLiteral("address")); // a press on the next one opens it before the first is left
    m_bens->endEdit(QStringLiteral("job"));
    QTRY_COMPARE(editors(m_adas, QStringLiteral("address")),
                 m_people->ben.displayName + QStringLiteral(" is typing here"));
    QCOMPARE(editors(m_adas, QStringLiteral("job")), QString());
    m_bens->endEdit(QStringLiteral("address"));
    QTRY_COMPARE(editors(m_adas, QStringLiteral("address")), QString());
}

QTEST_GUILESS_MAIN(TogetherTest)
#include "TogetherTest.moc"
