// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/Alerts.h"

#include "TwoPeople.h"

#include <QtTest/QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::models;

namespace {

constexpr int patience = 20'000; // milliseconds

/// What somebody at a window is told from now on.
struct Ear {
    explicit Ear(Person &person)
        : alerted(person.workspace->alerts(), &Alerts::alerted)
        , over(person.workspace->alerts(), &Alerts::over)
    {
    }
    [[nodiscard]] Alert last() const { return alerted.isEmpty() ? Alert() : alerted.last()[0].value<Alert>(); }
    [[nodiscard]] QStringList bodies() const
    {
        QStringList bodies;
        for (const QVariantList &arguments : alerted)
            bodies.append(arguments[0].value<Alert>().body);
        return bodies;
    }

    QSignalSpy alerted;
    QSignalSpy over;
};

} // namespace

/// What real people on a real server are told while they look elsewhere.
class AlertsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init()
    {
        m_people = std::make_unique<TwoPeople>();
        m_people->sitDown();
    }
    void cleanup()
    {
        m_people->leave();
        m_people.reset();
    }

    void aMessageIsToldOnce();
    void neitherWhatIsOpenNorWhatIsOwn();
    void afterAnAbsenceThereIsOneSummary();
    void whatIsReadElsewhereIsTakenBack();
    void whatIsOpenedHereIsTakenBack();
    void whoDoesNotWantToBeDisturbedIsNot();
    void wishesAreOnAllDevices();
    void aMutedConversationIsQuiet();
    void pressingLeadsThere();
    void anAlarmIsToldWithoutTheDashboard();
    void anAlarmIsToldOnceForAllStarts();
    void aReminderIsTold();
    void whoIsMentionedIsTold();
    void whoIsMentionedLaterIsTold();
    void whoDoesNotSeeItIsNotTold();

private:
    Person &atAda() const { return *m_people->atAda; }
    Person &atBen() const { return *m_people->atBen; }
    void send(const ConversationId &conversation, const QString &text) const
    {
        atBen().session->submit(SendMessage{.conversation = conversation, .text = text});
    }
    /// Until what has come to this person has been looked at by their alerts, too.
    static void settle(Person &person, const ConversationId &conversation, const QString &lastText)
    {
        const auto shown = [&] { return person.listed(conversation, ConversationListModel::LastTextRole).toString(); };
        [&] { QTRY_COMPARE_WITH_TIMEOUT(shown(), lastText, patience); }();
        QVERIFY(valueOf(person.session->store().saveDraft(conversation, {}))); // behind what the alerts asked for
        QCoreApplication::processEvents();
    }
    void addContact() const
    {
        atBen().session->submit(
            CreateRecord{.record = newRecord(RecordKind::Contact), .set = {{fields::name, u"Grace"_s}}, .lists = {}});
    }
    static RecordRef newRecord(RecordKind kind) { return {kind, createUuidV7(SystemClock().utc())}; }

    std::unique_ptr<TwoPeople> m_people;
};

void AlertsTest::aMessageIsToldOnce()
{
    const ConversationId group = m_people->makeGroup(u"Team"_s);
    {
        const Ear ada(atAda());
        send(group, u"Hello"_s);
        QTRY_COMPARE_WITH_TIMEOUT(ada.bodies(), QStringList{u"Hello"_s}, patience);
        QCOMPARE(ada.last().title, u"ben in Team"_s);
        QVERIFY(ada.last().sound);
        atAda().goOffline();
        atAda().goOnline();
        send(group, u"Are you there?"_s);
        QTRY_COMPARE_WITH_TIMEOUT(ada.bodies(), (QStringList{u"Hello"_s, u"Are you there?"_s}), patience);
    }
    atAda().reopen();
    const Ear ada(atAda());
    atAda().goOnline();
    send(group, u"Good morning"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ada.bodies(), QStringList{u"Good morning"_s}, patience);
}

void AlertsTest::neitherWhatIsOpenNorWhatIsOwn()
{
    const ConversationId group = m_people->makeGroup(u"Team"_s);
    const Ear ada(atAda());
    Alerts *alerts = atAda().workspace->alerts();
    atAda().open(group);
    alerts->setPlace(u"inbox"_s);
    alerts->setWindowActive(true);
    send(group, u"In front"_s);
    settle(atAda(), group, u"In front"_s);
    const auto elsewhere = m_people->adasOtherDevice();
    elsewhere->goOnline();
    alerts->setWindowActive(false);
    elsewhere->session->submit(SendMessage{.conversation = group, .text = u"Own"_s});
    settle(atAda(), group, u"Own"_s);
    send(group, u"Behind"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ada.bodies().value(0), u"Behind"_s, patience);
    QCOMPARE(ada.alerted.count(), 1);
}

void AlertsTest::afterAnAbsenceThereIsOneSummary()
{
    QVector<ConversationId> groups;
    for (const QString &title : {u"One"_s, u"Two"_s, u"Three"_s})
        groups.append(m_people->makeGroup(title));
    const Ear ada(atAda());
    atAda().goOffline();
    for (int i = 0; i < 12; ++i)
        send(groups[i % 3], u"Message %1"_s.arg(i));
    for (int i = 0; i < 3; ++i) {
        const auto last = [&](auto role) { return atBen().listed(groups[i], role).toString(); };
        QTRY_COMPARE_WITH_TIMEOUT(last(ConversationListModel::LastTextRole), u"Message %1"_s.arg(9 + i), patience);
        QTRY_COMPARE_WITH_TIMEOUT(last(ConversationListModel::DeliveryStateRole), u"sent"_s, patience);
    }
    atAda().goOnline();
    QTRY_COMPARE_WITH_TIMEOUT(ada.alerted.count(), 1, patience);
    QCOMPARE(ada.last().title, u"12 new message(s) in 3 conversation(s)"_s);
    QCOMPARE(ada.last().messages.size(), 3);
    send(groups[0], u"One more"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ada.last().body, u"One more"_s, patience);
    QCOMPARE(ada.alerted.count(), 2);
}

void AlertsTest::whatIsReadElsewhereIsTakenBack()
{
    const ConversationId group = m_people->makeGroup(u"Team"_s);
    const Ear ada(atAda());
    send(group, u"Hello"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ada.alerted.count(), 1, patience);
    QVERIFY(ada.over.isEmpty());
    const auto elsewhere = m_people->adasOtherDevice();
    elsewhere->goOnline();
    elsewhere->open(group)->markRead();
    QTRY_COMPARE_WITH_TIMEOUT(ada.over.count(), 1, patience);
    QCOMPARE(ada.over[0][0].toString(), ada.last().id);
}

void AlertsTest::whatIsOpenedHereIsTakenBack()
{
    const ConversationId group = m_people->makeGroup(u"Team"_s);
    const Ear ada(atAda());
    send(group, u"Hello"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ada.alerted.count(), 1, patience);
    atAda().workspace->alerts()->setPlace(u"inbox"_s);
    atAda().open(group);
    QVERIFY(ada.over.isEmpty()); // nobody looks at it
    atAda().workspace->alerts()->setWindowActive(true);
    QCOMPARE(ada.over.count(), 1);
}

void AlertsTest::whoDoesNotWantToBeDisturbedIsNot()
{
    const ConversationId group = m_people->makeGroup(u"Team"_s);
    const Ear ada(atAda());
    atAda().workspace->setOwnPresence(u"dnd"_s);
    send(group, u"Quiet"_s);
    settle(atAda(), group, u"Quiet"_s);
    atAda().workspace->setOwnPresence(u"online"_s);
    send(group, u"Loud"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ada.alerted.count(), 1, patience);
    QCOMPARE(ada.last().body, u"Loud"_s);
}

void AlertsTest::wishesAreOnAllDevices()
{
    const ConversationId group = m_people->makeGroup(u"Team"_s);
    const auto elsewhere = m_people->adasOtherDevice();
    elsewhere->goOnline();
    AlertChoices *choices = atAda().workspace->alerts()->choices();
    AlertChoices *there = elsewhere->workspace->alerts()->choices();
    choices->setSound(u"messages"_s, false);
    QTRY_VERIFY_WITH_TIMEOUT(!there->sounds().value(u"messages"_s).toBool(), patience);
    const Ear ear(*elsewhere);
    send(group, u"Softly"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ear.alerted.count(), 1, patience);
    QVERIFY(!ear.last().sound);
    choices->setTold(u"messages"_s, false);
    QTRY_VERIFY_WITH_TIMEOUT(!there->told().value(u"messages"_s).toBool(), patience);
    send(group, u"Not at all"_s);
    settle(*elsewhere, group, u"Not at all"_s);
    QCOMPARE(ear.alerted.count(), 1);
}

void AlertsTest::aMutedConversationIsQuiet()
{
    const ConversationId muted = m_people->makeGroup(u"Chatter"_s);
    const ConversationId group = m_people->makeGroup(u"Team"_s);
    const Ear ada(atAda());
    ConversationPage *page = atAda().open(muted);
    page->setMuted(true);
    QVERIFY(page->muted());
    atAda().workspace->closeConversation();
    send(muted, u"Chatter"_s);
    settle(atAda(), muted, u"Chatter"_s);
    send(group, u"Hello"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ada.alerted.count(), 1, patience);
    QCOMPARE(ada.last().body, u"Hello"_s);
    page = atAda().open(muted);
    page->setMuted(false);
    atAda().workspace->closeConversation();
    send(muted, u"More"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ada.last().body, u"More"_s, patience);
}

void AlertsTest::pressingLeadsThere()
{
    const ConversationId group = m_people->makeGroup(u"Team"_s);
    Alerts *alerts = atAda().workspace->alerts();
    const Ear ada(atAda());
    const QSignalSpy chosen(alerts, &Alerts::messageChosen);
    send(group, u"One"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ada.alerted.count(), 1, patience);
    alerts->activate(u"unknown"_s);
    QVERIFY(chosen.isEmpty());
    alerts->activate(ada.last().id);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].toString(), group.text());
    QCOMPARE(chosen[0][1].toInt(), 1);
    QCOMPARE(ada.over.count(), 1);
}

void AlertsTest::anAlarmIsToldWithoutTheDashboard()
{
    const Ear ada(atAda());
    DashboardModel *dashboard = atAda().workspace->dashboard();
    dashboard->setAlarm(u"contacts.new"_s, u"1"_s, {}, true);
    QVERIFY(!dashboard->watching());
    addContact();
    addContact();
    QTRY_COMPARE_WITH_TIMEOUT(ada.alerted.count(), 1, patience);
    QVERIFY(ada.last().body.startsWith(u"New contacts: "));
    QVERIFY(ada.last().sound && ada.last().urgent);
    QCOMPARE(ada.last().target, AlertTarget(ToDashboard{}));
    dashboard->setAlarm(u"contacts.new"_s, {}, {}); // over
    QCOMPARE(ada.over.count(), 1);
    QVERIFY(!dashboard->live()); // nobody asks for figures any more
}

void AlertsTest::anAlarmIsToldOnceForAllStarts()
{
    atAda().workspace->dashboard()->setAlarm(u"contacts.new"_s, u"1"_s, {});
    {
        const Ear ada(atAda());
        addContact();
        addContact();
        QTRY_COMPARE_WITH_TIMEOUT(ada.alerted.count(), 1, patience);
        QVERIFY(!ada.last().sound);
        QTRY_COMPARE_WITH_TIMEOUT(atAda().workspace->connection()->waiting(), 0, patience);
    }
    atAda().reopen();
    const Ear ada(atAda());
    DashboardModel *dashboard = atAda().workspace->dashboard();
    const QSignalSpy raised(dashboard, &DashboardModel::alarmRaised);
    atAda().goOnline();
    QTRY_COMPARE_WITH_TIMEOUT(raised.count(), 1, patience); // the tile is red again
    QVERIFY(ada.alerted.isEmpty());
    dashboard->setAlarm(u"contacts.new"_s, u"50"_s, {}); // fine
    dashboard->setAlarm(u"contacts.new"_s, u"1"_s, {});
    QCOMPARE(ada.alerted.count(), 1);
}

void AlertsTest::aReminderIsTold()
{
    const Ear ada(atAda());
    const QSignalSpy chosen(atAda().workspace->alerts(), &Alerts::recordChosen);
    const RecordRef task = newRecord(RecordKind::Task);
    atBen().session->submit(CreateRecord{.record = task,
                                         .set = {{fields::name, u"Call Maya"_s},
                                                 {fields::assignee, m_people->ada.id.text()},
                                                 {u"reminder"_s, qint64(SystemClock().utc().count())}},
                                         .lists = {}});
    QTRY_COMPARE_WITH_TIMEOUT(ada.bodies(), QStringList{u"Call Maya"_s}, patience);
    QCOMPARE(atAda().notices, QStringList{u"Reminder: Call Maya"_s});
    atAda().workspace->alerts()->activate(ada.last().id);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].toString(), task.text());
}

void AlertsTest::whoIsMentionedIsTold()
{
    const Ear ada(atAda());
    const Ear ben(atBen());
    const QSignalSpy chosen(atAda().workspace->alerts(), &Alerts::recordChosen);
    Crm *crm = atBen().workspace->crm();
    const QString contact = crm->create(u"contact"_s, {{u"name"_s, u"Maya"_s}});
    QTRY_VERIFY_WITH_TIMEOUT(atBen().workspace->people()->contains(m_people->ada.id.text()), patience);
    crm->addNote(contact, u"Look here, @ada"_s, {m_people->ada.id.text(), m_people->ben.id.text()});
    QTRY_COMPARE_WITH_TIMEOUT(ada.bodies(), QStringList{u"Maya: Look here, @ada"_s}, patience);
    QCOMPARE(ada.last().title, u"ben mentioned you"_s);
    QVERIFY(ben.alerted.isEmpty());
    atAda().workspace->alerts()->activate(ada.last().id);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].toString(), contact);

    // The note shows what she is called today.
    const QString note = chosen[0][1].toString();
    atAda().workspace->crm()->openNote(contact, note);
    RecordPage *page = atAda().workspace->crm()->current();
    QCOMPARE(page->soughtNote(), note);
    const auto body = [&] {
        return Person::find(*page->notes(), RelatedRecordsModel::RecordRole, note)
            .data(RelatedRecordsModel::BodyRole)
            .toString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(body(), u"Look here, @ada"_s, patience);
    atAda().workspace->setDisplayName(u"Ada Lovelace"_s);
    QTRY_COMPARE_WITH_TIMEOUT(body(), u"Look here, @Ada Lovelace"_s, patience);
    const QVariantList marks = Person::find(*page->notes(), RelatedRecordsModel::RecordRole, note)
                                   .data(RelatedRecordsModel::MentionsRole)
                                   .toList();
    QCOMPARE(marks.size(), 1);
    QCOMPARE(marks[0].toMap(), (QVariantMap{{u"from"_s, 11}, {u"length"_s, 13}}));
}

void AlertsTest::whoIsMentionedLaterIsTold()
{
    const Ear ada(atAda());
    Crm *crm = atBen().workspace->crm();
    const QString contact = crm->create(u"contact"_s, {{u"name"_s, u"Maya"_s}});
    QTRY_VERIFY_WITH_TIMEOUT(atBen().workspace->people()->contains(m_people->ada.id.text()), patience);
    crm->addNote(contact, u"Look here"_s);
    const auto at = [&](RelatedRecordsModel::Roles role) { return crm->current()->notes()->index(0).data(role); };
    QTRY_VERIFY_WITH_TIMEOUT(at(RelatedRecordsModel::VersionRole).toInt() > 0, patience);
    const QString note = at(RelatedRecordsModel::RecordRole).toString();
    const auto change = [&](const QString &text, const QStringList &mentioned) {
        BegunRecord *begun = crm->current()->begunChange(note);
        begun->begin(at(RelatedRecordsModel::VersionRole).toInt(), at(RelatedRecordsModel::BodyRole).toString());
        begun->setText(text);
        begun->setMentioned(mentioned);
        crm->changeNote(note, begun);
    };
    change(u"Look here, @ada"_s, {m_people->ada.id.text()});
    QTRY_COMPARE_WITH_TIMEOUT(ada.bodies(), QStringList{u"Maya: Look here, @ada"_s}, patience);
    QTRY_COMPARE_WITH_TIMEOUT(at(RelatedRecordsModel::MentionsRole).toList().size(), 1, patience);
    change(u"It is done"_s, {});
    QTRY_COMPARE_WITH_TIMEOUT(at(RelatedRecordsModel::BodyRole).toString(), u"It is done"_s, patience);
    QVERIFY(at(RelatedRecordsModel::MentionsRole).toList().isEmpty());
    QCOMPARE(ada.bodies().size(), 1);
}

void AlertsTest::whoDoesNotSeeItIsNotTold()
{
    atAda().session->submit(ChangeRecord{.record = workspaceRecord(),
                                         .basis = {},
                                         .set = {{fields::visibility, u"owner"_s}},
                                         .was = {},
                                         .lists = {},
                                         .resolves = {}});
    const auto visibility = [&] { return atBen().workspace->teams()->visibility(); };
    QTRY_COMPARE_WITH_TIMEOUT(visibility(), u"owner"_s, patience);
    const auto atRita = m_people->aReader();
    const UserId rita(atRita->workspace->myId());
    QTRY_VERIFY_WITH_TIMEOUT(atBen().workspace->people()->contains(rita.text()), patience);
    const Ear ear(*atRita);
    Crm *crm = atBen().workspace->crm();
    const QString bens = crm->create(u"contact"_s, {{u"name"_s, u"Ben's"_s}});
    crm->addNote(bens, u"@rita, you do not see this"_s, {rita.text()});
    const RecordRef everybodys = newRecord(RecordKind::Contact);
    atBen().session->submit(CreateRecord{.record = everybodys, .set = {{fields::name, u"Everybody's"_s}}, .lists = {}});
    crm->addNote(everybodys.text(), u"@rita, you see this"_s, {rita.text()});
    QTRY_COMPARE_WITH_TIMEOUT(ear.alerted.count(), 1, patience);
    QCOMPARE(ear.last().body, u"Everybody's: @rita, you see this"_s);
}

QTEST_GUILESS_MAIN(AlertsTest)
#include "AlertsTest.moc"
