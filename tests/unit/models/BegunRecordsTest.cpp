// SPDX-License-Identifier: GPL-3.0-or-later
#include "OutboxLock.h"
#include "TwoPeople.h"

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::models;

/// Notes and tasks that somebody begins to write about a record and keeps later, or never.
class BegunRecordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_people->leave(); }

    void eachRecordHasItsOwn();
    void itOutlivesTheProgram();
    void whatIsKeptIsBegunNoMore();
    void whatCannotBeWrittenComesBack();
    void twoViewsOfARecordShareIt();
    void changeOfANoteIsBegunToo();
    void whatIsTypedForAFieldIsBegunToo();
    void whatTheDiskDidNotTakeIsKeptOnLeaving();
    void whatAnotherViewKeptDoesNotComeBack();

private:
    [[nodiscard]] Crm &crm() const { return *m_people->atAda->workspace->crm(); }
    [[nodiscard]] BegunRecord &note() const { return *crm().current()->begunNote(); }
    [[nodiscard]] QString make(const QString &name) const { return crm().create(u"contact"_s, {{fields::name, name}}); }

    std::unique_ptr<TwoPeople> m_people;
    QString m_maya, m_tomas;
};

void BegunRecordsTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_people = std::make_unique<TwoPeople>();
}

void BegunRecordsTest::init()
{
    m_people->sitDown();
    m_maya = make(u"Maya Okafor"_s);
    m_tomas = make(u"Tomás Silva"_s);
}

void BegunRecordsTest::eachRecordHasItsOwn()
{
    crm().open(m_maya);
    note().setText(u"Prefers the after"_s);
    note().setCall(u"outgoing"_s);
    note().setMinutes(u"12"_s);
    note().setMentioned({m_people->ben.id.text()});
    crm().current()->begunTask()->setText(u"Send the of"_s);
    crm().current()->begunTask()->setDue(u"01/02/2030"_s);
    crm().open(m_tomas);
    QCOMPARE(note().text(), QString()); // nothing of it gets to another customer
    note().setText(u"Likes tea"_s);
    crm().open(m_maya); // at once: what was typed may not be on the disk yet
    QTRY_COMPARE(note().text(), u"Prefers the after"_s);
    QCOMPARE(note().call(), u"outgoing"_s);
    QCOMPARE(note().minutes(), u"12"_s);
    QCOMPARE(note().mentioned(), QStringList{m_people->ben.id.text()});
    QTRY_COMPARE(crm().current()->begunTask()->text(), u"Send the of"_s);
    QCOMPARE(crm().current()->begunTask()->due(), u"01/02/2030"_s);
    crm().open(m_tomas);
    QTRY_COMPARE(note().text(), u"Likes tea"_s);
}

void BegunRecordsTest::itOutlivesTheProgram()
{
    crm().open(m_maya);
    note().setText(u"Half a th"_s);
    m_people->atAda->reopen();
    crm().open(m_maya);
    QTRY_COMPARE(note().text(), u"Half a th"_s);
    note().setText({}); // given up
    m_people->atAda->reopen();
    crm().open(m_maya);
    QTRY_VERIFY(crm().current()->available()); // it was read together with that, or before
    QCOMPARE(note().text(), QString());
}

void BegunRecordsTest::whatIsKeptIsBegunNoMore()
{
    crm().open(m_maya);
    note().setText(u"Likes tea"_s);
    note().kept(crm().addNote(m_maya, u"x"_s.repeated(20'000), {}));
    QCOMPARE(note().text(), u"Likes tea"_s); // nothing was kept
    note().kept(crm().addNote(m_maya, note().text(), note().mentioned()));
    QCOMPARE(note().text(), QString());
    QTRY_COMPARE(crm().current()->notes()->count(), 1);
    note().setText(u"And cof"_s); // the next one
    crm().open(m_tomas);
    crm().open(m_maya);
    QTRY_COMPARE(note().text(), u"And cof"_s);
    note().kept(crm().addNote(m_maya, note().text(), {}));
    m_people->atAda->reopen();
    crm().open(m_maya);
    QTRY_COMPARE(crm().current()->notes()->count(), 2);
    QCOMPARE(note().text(), QString());
}

void BegunRecordsTest::whatCannotBeWrittenComesBack()
{
    crm().open(m_maya);
    {
        const OutboxLock lock(m_people->atAda->outboxFile());
        QVERIFY(lock.holds());
        note().setText(u"do not lose me"_s);
        note().kept(crm().addNote(m_maya, note().text(), {}));
        QCOMPARE(note().text(), QString());
        note().setText(u"nor me"_s);
        note().setCall(u"missed"_s);
        QTRY_COMPARE_WITH_TIMEOUT(note().text(), u"do not lose me\nnor me"_s, 20'000);
        QCOMPARE(note().call(), u"missed"_s);
        QVERIFY(!m_people->atAda->notices.isEmpty());
    }
    note().kept(crm().addNote(m_maya, note().text(), {}));
    QTRY_COMPARE(crm().current()->notes()->count(), 1);
}

void BegunRecordsTest::twoViewsOfARecordShareIt()
{
    crm().open(m_maya);
    const auto beside = crm().pageOf(RecordRef::from(m_maya).value());
    crm().current()->begunTask()->setText(u"Call her"_s);
    QTRY_COMPARE(beside->begunTask()->text(), u"Call her"_s);
    crm().current()->begunTask()->kept(crm().addTask(m_maya, u"Call her"_s, {}));
    QTRY_COMPARE(beside->begunTask()->text(), QString());
}

void BegunRecordsTest::changeOfANoteIsBegunToo()
{
    using Related = RelatedRecordsModel;
    crm().open(m_maya);
    (void)crm().addNote(m_maya, u"Likes tea"_s, {});
    const auto at = [&](Related::Roles role) { return crm().current()->notes()->index(0).data(role); };
    QTRY_VERIFY(at(Related::VersionRole).toInt() > 0);
    const QString noteId = at(Related::RecordRole).toString();
    const auto change = [&] { return crm().current()->begunChange(noteId); };
    QCOMPARE(change(), change());
    QVERIFY(!change()->isOpen());
    change()->begin(at(Related::VersionRole).toInt(), at(Related::BodyRole).toString());
    QVERIFY(change()->isOpen());
    QCOMPARE(change()->text(), u"Likes tea"_s);
    change()->setText(u"Likes tea and cof"_s);
    crm().open(m_tomas);
    crm().open(m_maya); // at once
    QTRY_VERIFY(change()->isOpen());
    QCOMPARE(change()->text(), u"Likes tea and cof"_s);
    m_people->atAda->reopen();
    crm().open(m_maya);
    QTRY_VERIFY(change()->isOpen());
    QCOMPARE(change()->seen()->text, u"Likes tea"_s);
    QTRY_COMPARE(crm().current()->notes()->count(), 1);
    QCOMPARE(at(Related::BodyRole).toString(), u"Likes tea"_s); // until it is kept

    change()->setText(u"Likes tea and coffee"_s);
    crm().changeNote(noteId, change());
    QVERIFY(!change()->isOpen());
    QTRY_COMPARE(at(Related::BodyRole).toString(), u"Likes tea and coffee"_s);
    m_people->atAda->reopen();
    crm().open(m_maya);
    QTRY_COMPARE(crm().current()->notes()->count(), 1);
    QVERIFY(!change()->isOpen());

    change()->begin(1, u"Likes tea and coffee"_s);
    crm().changeNote(noteId, change()); // nothing is changed by it
    QVERIFY(!change()->isOpen());
    change()->begin(1, u"Likes tea and coffee"_s);
    change()->setText(u"x"_s.repeated(20'000));
    crm().changeNote(noteId, change());
    QCOMPARE(change()->text().size(), 20'000); // cannot be kept
    change()->giveUp();
    m_people->atAda->reopen();
    crm().open(m_maya);
    QTRY_COMPARE(crm().current()->notes()->count(), 1);
    QVERIFY(!change()->isOpen());
}

void BegunRecordsTest::whatIsTypedForAFieldIsBegunToo()
{
    const auto typed = [&]() -> BegunFields & { return *crm().current()->begunFields(); };
    crm().open(m_maya);
    typed().type(u"phones"_s, u"12"_s, 3, u"1"_s);
    typed().type(u"job"_s, u"Own"_s, 4, u"Founder"_s);
    crm().open(m_tomas);
    QTRY_VERIFY(crm().current()->available()); // what is begun was read together with that
    QVERIFY(!typed().holds(u"job"_s));
    crm().open(m_maya);
    QTRY_VERIFY(typed().holds(u"job"_s));
    QCOMPARE(typed().text(u"job"_s), u"Own"_s);
    QCOMPARE(typed().seenVersion(u"job"_s), 4);
    QCOMPARE(typed().seenText(u"job"_s), u"Founder"_s);

    // Another view of the same record has it too, and hears when it is given up.
    const auto second = crm().pageOf(*RecordRef::from(m_maya));
    QTRY_VERIFY(second->begunFields()->holds(u"job"_s));
    typed().drop(u"job"_s);
    QVERIFY(!typed().holds(u"job"_s));
    QTRY_VERIFY(!second->begunFields()->holds(u"job"_s));
    QVERIFY(second->begunFields()->holds(u"phones"_s));

    m_people->atAda->reopen();
    crm().open(m_maya);
    QTRY_COMPARE(typed().text(u"phones"_s), u"12"_s);
    QVERIFY(!typed().holds(u"job"_s));
    typed().drop(u"phones"_s);
    m_people->atAda->reopen();
    crm().open(m_maya);
    QTRY_VERIFY(crm().current()->available());
    QVERIFY(!typed().holds(u"phones"_s));
}

void BegunRecordsTest::whatTheDiskDidNotTakeIsKeptOnLeaving()
{
    Person &ada = *m_people->atAda;
    crm().open(m_maya);
    ada.settle();
    {
        const OutboxLock lock(ada.outboxFile());
        QVERIFY(lock.holds());
        QObject here;
        int failures = 0;
        connect(ada.session.get(), &sync::Session::failed, &here, [&] { ++failures; });
        note().setText(u"do not lose me"_s);
        crm().current()->begunFields()->type(u"job"_s, u"Own"_s, 4, u"Founder"_s);
        QTRY_COMPARE_WITH_TIMEOUT(failures, 2, 30'000);
    }
    crm().current()->begunTask()->setText(u"Call her"_s); // is on the disk, and says nothing about the others
    const auto task = [&] { return valueOf(ada.session->store().begun(*RecordRef::from(m_maya), RecordKind::Task)); };
    QTRY_VERIFY(!task().isEmpty());
    crm().open(m_tomas);
    crm().open(m_maya);
    QTRY_COMPARE(note().text(), u"do not lose me"_s);
    QTRY_VERIFY(crm().current()->begunFields()->holds(u"job"_s));
}

void BegunRecordsTest::whatAnotherViewKeptDoesNotComeBack()
{
    crm().open(m_maya);
    {
        const auto beside = crm().pageOf(RecordRef::from(m_maya).value());
        crm().current()->begunTask()->setText(u"Call her"_s);
        QTRY_COMPARE(beside->begunTask()->text(), u"Call her"_s);
        beside->begunTask()->kept(crm().addTask(m_maya, u"Call her"_s, {}));
        QTRY_COMPARE(crm().current()->tasks()->count(), 1);
    }
    m_people->atAda->reopen();
    crm().open(m_maya);
    QTRY_COMPARE(crm().current()->tasks()->count(), 1);
    QCOMPARE(crm().current()->begunTask()->text(), QString());
}

QTEST_GUILESS_MAIN(BegunRecordsTest)
#include "BegunRecordsTest.moc"
