// SPDX-License-Identifier: GPL-3.0-or-later
#include "OutboxLock.h"
#include "TwoPeople.h"

#include <QtTest/QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::models;

using Candidates = DuplicateCandidatesModel;
using Groups = DuplicateGroupsModel;
using Found = FoundRecordsModel;

/// Who is in the records twice: said while one types, found by a scan, made one again; and what the palette finds.
class DuplicatesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_people->sitDown(); }
    void cleanup() { m_people->leave(); }

    void candidatesWhileTyping();
    void whatIsInTheBinIsNoCandidate();
    void aScanFindsGroups();
    void mergingChoosesFieldByField();
    void mergingMovesWhatNamesTheOther();
    void mergingIsTakenBack();
    void undoLeavesALinkThatSomebodyMadeSince();
    void whatCameAfterTheStartMovesAlong();
    void mergingLeavesWhatIsBegun();
    void mergingIsWrittenWholeOrNotAtAll();
    void wordsFindRecords();

private:
    Crm &crm() { return *m_people->atAda->workspace->crm(); }
    RecordRef make(RecordKind kind, const QJsonObject &set, const ListValues &lists = {})
    {
        const RecordRef record{kind, m_ids.next(SystemClock().utc())};
        m_people->atAda->session->submit(CreateRecord{record, set, lists});
        return record;
    }
    std::optional<RecordState> stateAt(Person &person, const RecordRef &record)
    {
        return valueOf(person.session->store().record(record));
    }
    RecordState bens(const RecordRef &record) { return stateAt(*m_people->atBen, record).value_or(RecordState()); }
    QStringList notesAbout(const RecordRef &record)
    {
        QStringList notes;
        for (const RecordState &state : valueOf(m_people->atBen->session->store().recordsNaming(record)))
            if (state.record.kind == RecordKind::Note)
                notes.append(state.fields[fields::text].toString());
        return notes;
    }
    /// Two contacts that are one, with a deal, a task and a conversation at the second.
    struct Twice {
        RecordRef maya, other, deal, task;
        ConversationId conversation;
    };
    Twice makeTwice();
    static QString contactOf(Person &person, const ConversationId &conversation)
    {
        for (const ConversationSummary &summary : valueOf(person.session->store().conversations()).conversations)
            if (summary.conversation.id == conversation)
                return summary.conversation.contact;
        return {};
    }
    /// All that was given is with the server: the link of the conversation was the last.
    void becomesTold(const Twice &twice, const RecordRef &contact)
    {
        [&] { QTRY_COMPARE_WITH_TIMEOUT(contactOf(*m_people->atBen, twice.conversation), contact.id, 20'000); }();
        [&] { QTRY_COMPARE_WITH_TIMEOUT(valueOf(m_people->atAda->session->store().pending()).size(), 0, 20'000); }();
    }
    RecordMerge &startMerge(const Twice &twice)
    {
        crm().startMerge({twice.maya.text(), twice.other.text()});
        [&] { QTRY_VERIFY_WITH_TIMEOUT(crm().merge()->loaded(), 20'000); }();
        return *crm().merge();
    }

    std::unique_ptr<TwoPeople> m_people;
    UuidV7Sequence m_ids;
};

void DuplicatesTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_people = std::make_unique<TwoPeople>();
}

DuplicatesTest::Twice DuplicatesTest::makeTwice()
{
    Twice twice;
    twice.conversation = m_people->makeGroup(u"About her"_s);
    twice.maya = make(RecordKind::Contact,
                      {{fields::name, u"Maya Okafor"_s}, {u"job"_s, u"Founder"_s}, {fields::status, u"customer"_s}},
                      {{fields::emails, {u"maya@okafor.example"_s}}});
    twice.other = make(RecordKind::Contact, {{fields::name, u"M. Okafor"_s}, {u"job"_s, u"Designer"_s}},
                       {{fields::emails, {u"m@okafor.example"_s}}, {fields::tags, {u"vip"_s}}});
    twice.deal = make(RecordKind::Deal, {{fields::name, u"Annual"_s}, {fields::contact, twice.other.id}});
    twice.task = make(RecordKind::Task, {{fields::name, u"Call"_s}, {fields::about, twice.other.text()}});
    m_people->atAda->session->submit(linkContact(twice.conversation, twice.other.id));
    becomesTold(twice, twice.other);
    return twice;
}

void DuplicatesTest::candidatesWhileTyping()
{
    make(RecordKind::Contact, {{fields::name, u"Tomas Rivera"_s}},
         {{fields::emails, {u"Tomas@Rivera.example"_s}}, {fields::phones, {u"+34 911 234 567"_s}}});
    Candidates &candidates = *crm().candidates();
    const auto sentence = [&] { return candidates.index(0).data(Candidates::SentenceRole).toString(); };
    candidates.look(u"contact"_s, {{u"name"_s, u"Somebody"_s}, {u"emails"_s, u"tomas@rivera.example"_s}});
    QTRY_COMPARE_WITH_TIMEOUT(sentence(), u"Tomas Rivera has the same e-mail address"_s, 20'000);
    candidates.look(u"contact"_s, {{u"phones"_s, u"0034911234567"_s}});
    QTRY_COMPARE_WITH_TIMEOUT(sentence(), u"Tomas Rivera has the same phone number"_s, 20'000);
    candidates.look(u"contact"_s, {{u"name"_s, u"Rivera, Tomas"_s}});
    QTRY_COMPARE_WITH_TIMEOUT(sentence(), u"Tomas Rivera is called alike"_s, 20'000);
    candidates.look(u"contact"_s, {{u"name"_s, u"Nobody Like That"_s}});
    QTRY_COMPARE_WITH_TIMEOUT(candidates.rowCount({}), 0, 20'000);
    // One that a colleague adds meanwhile is known too.
    m_people->atBen->workspace->crm()->create(u"contact"_s, {{u"name"_s, u"Nia"_s}, {u"emails"_s, u"nia@x.example"_s}});
    candidates.look(u"contact"_s, {{u"emails"_s, u"nia@x.example"_s}});
    QTRY_COMPARE_WITH_TIMEOUT(sentence(), u"Nia has the same e-mail address"_s, 20'000);
    candidates.stop();
    QCOMPARE(candidates.rowCount({}), 0);
}

void DuplicatesTest::whatIsInTheBinIsNoCandidate()
{
    const RecordRef gone =
        make(RecordKind::Contact, {{fields::name, u"Gone Already"_s}}, {{fields::emails, {u"gone@already.example"_s}}});
    Candidates &candidates = *crm().candidates();
    candidates.look(u"contact"_s, {{u"emails"_s, u"gone@already.example"_s}});
    QTRY_COMPARE_WITH_TIMEOUT(candidates.rowCount({}), 1, 20'000);
    crm().moveToBin(gone.text(), u"Gone Already"_s);
    QTRY_COMPARE_WITH_TIMEOUT(candidates.rowCount({}), 0, 20'000);
}

void DuplicatesTest::aScanFindsGroups()
{
    const RecordRef one =
        make(RecordKind::Contact, {{fields::name, u"Sita Gurung"_s}}, {{fields::emails, {u"sita@sewa.example"_s}}});
    const RecordRef two =
        make(RecordKind::Contact, {{fields::name, u"S. G."_s}}, {{fields::emails, {u"SITA@sewa.example"_s}}});
    Groups &groups = *crm().duplicates();
    groups.scan(u"contact"_s);
    QVERIFY(groups.scanning());
    const auto rowOf = [&](const RecordRef &record) {
        for (int row = 0; row < groups.rowCount({}); ++row)
            if (groups.recordsOf(row).contains(record.text()))
                return row;
        return -1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(groups.scanned() && rowOf(one) >= 0, 20'000);
    QVERIFY(groups.recordsOf(rowOf(one)).contains(two.text()));
    QCOMPARE(groups.index(rowOf(one)).data(Groups::ReasonRole).toString(), u"The same e-mail address"_s);
    QTRY_VERIFY_WITH_TIMEOUT(groups.index(rowOf(one)).data(Groups::TitleRole).toString().contains(u"Sita Gurung"_s),
                             20'000);
    groups.leaveOut(rowOf(one));
    QCOMPARE(rowOf(one), -1);
    groups.scan(u"contact"_s);
    QTRY_VERIFY_WITH_TIMEOUT(groups.scanned(), 20'000);
    QCOMPARE(rowOf(one), -1); // they are not the same, that has been said
    groups.stop();
}

void DuplicatesTest::mergingChoosesFieldByField()
{
    const Twice twice = makeTwice();
    RecordMerge &merge = startMerge(twice);
    QCOMPARE(merge.kept(), twice.maya.text()); // more is known of it
    const auto result = [&](const QString &field) {
        return Person::find(merge, RecordMerge::FieldRole, field).data(RecordMerge::ResultRole).toString();
    };
    QCOMPARE(result(u"job"_s), u"Founder"_s);
    QCOMPARE(result(fields::emails), u"m@okafor.example, maya@okafor.example"_s);
    merge.choose(u"job"_s, merge.records()[0].toMap()[u"value"_s] == twice.maya.text() ? 1 : 0);
    QCOMPARE(result(u"job"_s), u"Designer"_s);
    QCOMPARE(result(fields::status), u"Customer"_s);
    QVERIFY2(merge.summary().startsWith(u"2"_s), qPrintable(merge.summary()));
    merge.merge();
    QTRY_COMPARE_WITH_TIMEOUT(bens(twice.maya).fields[u"job"_s].toString(), u"Designer"_s, 20'000);
    QCOMPARE(bens(twice.maya).fields[fields::name].toString(), u"Maya Okafor"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bens(twice.maya).lists[fields::emails],
                              (QStringList{u"m@okafor.example"_s, u"maya@okafor.example"_s}), 20'000);
    QCOMPARE(bens(twice.maya).lists[fields::tags], QStringList{u"vip"_s});
}

void DuplicatesTest::mergingMovesWhatNamesTheOther()
{
    const Twice twice = makeTwice();
    startMerge(twice).merge();
    QTRY_VERIFY_WITH_TIMEOUT(bens(twice.other).fields[fields::deleted].toBool(), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(bens(twice.deal).fields[fields::contact].toString(), twice.maya.id, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(bens(twice.task).fields[fields::about].toString(), twice.maya.text(), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(notesAbout(twice.maya), QStringList{u"“M. Okafor” was merged into this."_s}, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(notesAbout(twice.other), QStringList{u"This was merged into “Maya Okafor”."_s}, 20'000);
    ConversationPage *page = m_people->atBen->open(twice.conversation);
    QTRY_VERIFY_WITH_TIMEOUT(page->contact() && page->contact()->record() == twice.maya.text(), 20'000);
}

void DuplicatesTest::mergingIsTakenBack()
{
    const Twice twice = makeTwice();
    startMerge(twice).merge();
    QTRY_VERIFY_WITH_TIMEOUT(bens(twice.other).fields[fields::deleted].toBool(), 20'000);
    becomesTold(twice, twice.maya);
    QVERIFY(!crm().undoText().isEmpty());
    crm().undo();
    QTRY_VERIFY_WITH_TIMEOUT(!bens(twice.other).fields[fields::deleted].toBool(), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(bens(twice.deal).fields[fields::contact].toString(), twice.other.id, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(bens(twice.task).fields[fields::about].toString(), twice.other.text(), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(bens(twice.maya).lists[fields::emails], QStringList{u"maya@okafor.example"_s}, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(notesAbout(twice.maya).size() + notesAbout(twice.other).size(), 0, 20'000);
    ConversationPage *page = m_people->atBen->open(twice.conversation);
    QTRY_VERIFY_WITH_TIMEOUT(page->contact() && page->contact()->record() == twice.other.text(), 20'000);
}

void DuplicatesTest::undoLeavesALinkThatSomebodyMadeSince()
{
    const Twice twice = makeTwice();
    const RecordRef third = make(RecordKind::Contact, {{fields::name, u"Somebody else"_s}});
    startMerge(twice).merge();
    QTRY_VERIFY_WITH_TIMEOUT(bens(twice.other).fields[fields::deleted].toBool(), 20'000);
    becomesTold(twice, twice.maya);
    m_people->atBen->session->submit(linkContact(twice.conversation, third.id));
    QTRY_COMPARE_WITH_TIMEOUT(contactOf(*m_people->atAda, twice.conversation), third.id, 20'000);
    crm().undo();
    QTRY_VERIFY_WITH_TIMEOUT(!bens(twice.other).fields[fields::deleted].toBool(), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(valueOf(m_people->atAda->session->store().pending()).size(), 0, 20'000);
    QCOMPARE(contactOf(*m_people->atAda, twice.conversation), third.id);
}

void DuplicatesTest::whatCameAfterTheStartMovesAlong()
{
    const Twice twice = makeTwice();
    RecordMerge &merge = startMerge(twice);
    const RecordRef deal{RecordKind::Deal, m_ids.next(SystemClock().utc())};
    m_people->atBen->session->submit(
        CreateRecord{deal, {{fields::name, u"Late"_s}, {fields::contact, twice.other.id}}, {}});
    QTRY_VERIFY_WITH_TIMEOUT(stateAt(*m_people->atAda, deal).has_value(), 20'000);
    merge.merge();
    QTRY_VERIFY_WITH_TIMEOUT(bens(twice.other).fields[fields::deleted].toBool(), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(bens(deal).fields[fields::contact].toString(), twice.maya.id, 20'000);
}

void DuplicatesTest::mergingLeavesWhatIsBegun()
{
    const Twice twice = makeTwice();
    const QJsonObject typed{{u"text"_s, u"Prefers the after"_s}};
    sync::Session &session = *m_people->atAda->session;
    for (const RecordRef &record : {twice.maya, twice.other})
        session.saveBegun(record, RecordKind::Note, typed);
    startMerge(twice).merge();
    becomesTold(twice, twice.maya);
    for (const RecordRef &record : {twice.maya, twice.other})
        QCOMPARE(valueOf(session.store().begun(record, RecordKind::Note)), typed);
}

void DuplicatesTest::mergingIsWrittenWholeOrNotAtAll()
{
    const Twice twice = makeTwice();
    RecordMerge &merge = startMerge(twice);
    merge.choose(u"job"_s, merge.records()[0].toMap()[u"value"_s] == twice.maya.text() ? 1 : 0);
    {
        const OutboxLock lock(m_people->atAda->outboxFile());
        QVERIFY(lock.holds());
        merge.merge();
        QVERIFY(!merge.loaded());
        QTRY_VERIFY_WITH_TIMEOUT(merge.loaded(), 20'000); // to be tried again
    }
    QVERIFY2(merge.problem().contains(u"Another program"_s), qPrintable(merge.problem()));
    QCOMPARE(valueOf(m_people->atAda->session->store().pending()).size(), 0);
    QCOMPARE(m_people->atAda->workspace->refusedChanges()->count(), 0);
    QCOMPARE(crm().undoText(), QString());

    const QSignalSpy merged(&merge, &RecordMerge::merged);
    merge.merge();
    QTRY_COMPARE(merged.size(), 1);
    QCOMPARE(merge.problem(), QString());
    QTRY_COMPARE_WITH_TIMEOUT(bens(twice.maya).fields[u"job"_s].toString(), u"Designer"_s, 20'000); // as chosen
    QTRY_VERIFY_WITH_TIMEOUT(bens(twice.other).fields[fields::deleted].toBool(), 20'000);
}

void DuplicatesTest::wordsFindRecords()
{
    const RecordRef company = make(RecordKind::Company, {{fields::name, u"Zephyr Works"_s}});
    const RecordRef contact =
        make(RecordKind::Contact, {{fields::name, u"Zephyra Lind"_s}, {fields::company, company.id}});
    const RecordRef deal = make(RecordKind::Deal, {{fields::name, u"Zephyr rollout"_s}});
    const RecordRef task = make(RecordKind::Task, {{fields::name, u"Call Zephyr"_s}});
    Found &found = *crm().found();
    found.setText(u"zephyr"_s);
    QTRY_COMPARE_WITH_TIMEOUT(found.rowCount({}), 4, 20'000);
    for (const RecordRef &record : {company, contact, deal, task})
        QVERIFY(Person::find(found, Found::RecordRole, record.text()).isValid());
    QTRY_COMPARE_WITH_TIMEOUT(Person::find(found, Found::RecordRole, contact.text()).data(Found::DetailRole).toString(),
                              u"Contact · Zephyr Works"_s, 20'000);
    found.setText(u" "_s);
    QCOMPARE(found.rowCount({}), 0);
}

QTEST_GUILESS_MAIN(DuplicatesTest)
#include "DuplicatesTest.moc"
