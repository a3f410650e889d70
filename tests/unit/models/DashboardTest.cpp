// SPDX-License-Identifier: GPL-3.0-or-later
#include "TwoPeople.h"
#include "exchange/CsvReader.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtCore/QUrl>
#include <QtCore/QUuid>
#include <QtTest/QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::models;

namespace {

/// Where this computer is, for as long as this is there.
class TimeZone {
public:
    explicit TimeZone(const QByteArray &name)
        : m_before(qEnvironmentVariableIsSet("TZ") ? std::optional(qgetenv("TZ")) : std::nullopt)
    {
        qputenv("TZ", name);
    }
    ~TimeZone()
    {
        if (m_before)
            qputenv("TZ", *m_before);
        else
            qunsetenv("TZ");
    }
    Q_DISABLE_COPY_MOVE(TimeZone)

private:
    std::optional<QByteArray> m_before;
};

} // namespace

/// The dashboard of somebody at a window, on a real server.
class DashboardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
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

    void showsWhatColleaguesDoAsTheyDoIt();
    void offlineTheLastFiguresStayWithTheirAge();
    void theLastFiguresAreThereAfterARestart();
    void looksAtSomebodyAndAtAnotherPeriod();
    void looksAtATeam();
    void theActivityIsThatOfThoseWhoAreMeant();
    void leadsToTheRowsBehindAFigure();
    void whoIsThereIsKnownWithoutTheServersFigures();
    void anAlarmIsToldOnceAndTakenBack();
    void theOrderIsThereAfterARestart();
    void aWallIsSetUp();
    void aChartIsWrittenAsCsv();
    void anotherClockIsAnotherQuestion();
    void anotherClockBeforeTheFirstAnswerIsAnotherQuestion();

private:
    DashboardModel *watched() const
    {
        DashboardModel *dashboard = m_people->atAda->workspace->dashboard();
        dashboard->setWatching(true);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(dashboard->live(), 20'000); }();
        return dashboard;
    }
    static QString figure(DashboardModel &dashboard, const QString &name)
    {
        return Person::find(*dashboard.tiles(), TileListModel::NameRole, name)
            .data(TileListModel::FigureRole)
            .toString();
    }
    void addContact(const User &owner = {}) const
    {
        m_people->atBen->session->submit(
            CreateRecord{.record = {RecordKind::Contact, QUuid::createUuid().toString(QUuid::WithoutBraces)},
                         .set = {{fields::name, u"Grace"_s}, {fields::owner, owner.id.text()}},
                         .lists = {}});
    }

    std::unique_ptr<TwoPeople> m_people;
};

void DashboardTest::showsWhatColleaguesDoAsTheyDoIt()
{
    DashboardModel *dashboard = watched();
    QAbstractItemModelTester tester(dashboard->tiles(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(figure(*dashboard, u"contacts.new"_s), u"0"_s);
    QVERIFY(dashboard->age().isEmpty());
    addContact();
    QTRY_COMPARE_WITH_TIMEOUT(figure(*dashboard, u"contacts.new"_s), u"1"_s, 20'000);
    const ConversationId group = m_people->makeGroup(u"Team"_s);
    m_people->atBen->session->submit(SendMessage{.conversation = group, .text = u"Hello"_s});
    QTRY_COMPARE_WITH_TIMEOUT(figure(*dashboard, u"messages.sent"_s), u"1"_s, 20'000);
    QCOMPARE(figure(*dashboard, u"conversations.waiting"_s), u"1"_s);
    QCOMPARE(dashboard->volume().value(u"names"_s).toStringList().size(), 7);
    // Nobody looks any more: nothing more comes.
    dashboard->setWatching(false);
    QVERIFY(!dashboard->live());
}

void DashboardTest::offlineTheLastFiguresStayWithTheirAge()
{
    DashboardModel *dashboard = watched();
    addContact();
    QTRY_COMPARE_WITH_TIMEOUT(figure(*dashboard, u"contacts.new"_s), u"1"_s, 20'000);
    m_people->atAda->goOffline();
    QTRY_VERIFY_WITH_TIMEOUT(!dashboard->live(), 20'000);
    QCOMPARE(figure(*dashboard, u"contacts.new"_s), u"1"_s);
    QVERIFY(!dashboard->age().isEmpty());
    QCOMPARE(figure(*dashboard, u"agents.online"_s), u"–"_s);
    addContact();
    m_people->atAda->goOnline();
    QTRY_COMPARE_WITH_TIMEOUT(figure(*dashboard, u"contacts.new"_s), u"2"_s, 20'000);
    QVERIFY(dashboard->age().isEmpty());
}

void DashboardTest::theLastFiguresAreThereAfterARestart()
{
    DashboardModel *dashboard = watched();
    addContact();
    QTRY_COMPARE_WITH_TIMEOUT(figure(*dashboard, u"contacts.new"_s), u"1"_s, 20'000);
    m_people->atAda->reopen();
    dashboard = m_people->atAda->workspace->dashboard();
    QVERIFY(!dashboard->loaded());
    dashboard->setWatching(true);
    QTRY_VERIFY_WITH_TIMEOUT(dashboard->loaded(), 20'000);
    QVERIFY(!dashboard->live());
    QCOMPARE(figure(*dashboard, u"contacts.new"_s), u"1"_s);
    QVERIFY(!dashboard->age().isEmpty());
}

void DashboardTest::looksAtSomebodyAndAtAnotherPeriod()
{
    DashboardModel *dashboard = watched();
    addContact(m_people->ada);
    addContact(m_people->ben);
    QTRY_COMPARE_WITH_TIMEOUT(figure(*dashboard, u"contacts.new"_s), u"2"_s, 20'000);
    dashboard->setWhose(m_people->ben.id.text());
    QVERIFY(!dashboard->live()); // those of everybody are not Ben's
    QTRY_COMPARE_WITH_TIMEOUT(figure(*dashboard, u"contacts.new"_s), u"1"_s, 20'000);
    QCOMPARE(figure(*dashboard, u"conversations.waiting"_s), u"–"_s);
    dashboard->setPeriod(u"year"_s);
    QCOMPARE(dashboard->comparedWith(), u"vs last year"_s);
    QTRY_VERIFY_WITH_TIMEOUT(dashboard->live(), 20'000);
    QCOMPARE(figure(*dashboard, u"contacts.new"_s), u"1"_s);
}

void DashboardTest::looksAtATeam()
{
    TwoPeople &people = *m_people;
    DashboardModel *dashboard = watched();
    Workspace &workspace = *people.atAda->workspace;
    TeamsModel &teams = *workspace.teams();
    addContact(people.ada);
    addContact(people.ben);
    addContact(people.ben);
    QTRY_COMPARE_WITH_TIMEOUT(figure(*dashboard, u"contacts.new"_s), u"3"_s, 20'000);
    teams.create(u"North"_s, {people.ben.id.text()});
    QTRY_COMPARE_WITH_TIMEOUT(dashboard->whoseChoices().size(), 4, 20'000);
    const QVariantMap choice = dashboard->whoseChoices().at(1).toMap();
    QCOMPARE(choice[u"text"_s].toString(), u"North"_s);
    const QString team = choice[u"value"_s].toString();
    dashboard->setWhose(team);
    QCOMPARE(dashboard->whoseText(), u"North"_s);
    QVERIFY(!dashboard->live()); // those of everybody are not the team's
    QTRY_COMPARE_WITH_TIMEOUT(figure(*dashboard, u"contacts.new"_s), u"2"_s, 20'000);
    QCOMPARE(figure(*dashboard, u"agents.online"_s), u"1 / 1"_s);
    QCOMPARE(workspace.showRowsBehind(u"contacts.new"_s), u"contacts"_s);
    QTRY_COMPARE_WITH_TIMEOUT(workspace.crm()->contacts()->count(), 2, 20'000);
    // Somebody comes into it while one looks.
    teams.change(team, u"North"_s, {people.ada.id.text(), people.ben.id.text()});
    QTRY_COMPARE_WITH_TIMEOUT(figure(*dashboard, u"contacts.new"_s), u"3"_s, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(figure(*dashboard, u"agents.online"_s), u"2 / 2"_s, 20'000);
    QCOMPARE(workspace.showRowsBehind(u"deals.open"_s), u"deals"_s);
    QCOMPARE(workspace.crm()->board()->owners().value_or(QStringList()).size(), 2);
    QCOMPARE(workspace.showRowsBehind(u"contacts.new"_s), u"contacts"_s);
    QTRY_COMPARE_WITH_TIMEOUT(workspace.crm()->contacts()->count(), 3, 20'000); // of several owners
    QCOMPARE(workspace.showRowsBehind(u"messages.sent"_s), u"search"_s);
    QVERIFY(workspace.search()->text().contains(u"from:ada"_s) && workspace.search()->text().contains(u"from:ben"_s));
    // It goes: everybody is looked at again.
    teams.moveToBin(team);
    QTRY_COMPARE_WITH_TIMEOUT(dashboard->whose(), QString(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(dashboard->live(), 20'000);
}

void DashboardTest::theActivityIsThatOfThoseWhoAreMeant()
{
    DashboardModel *dashboard = watched();
    ActivityModel *activity = dashboard->activity();
    TeamsModel &teams = *m_people->atAda->workspace->teams();
    const auto actors = [&] {
        QSet<QString> found;
        for (int row = 0; row < activity->count(); ++row)
            found.insert(activity->index(row, 0).data(ActivityModel::AvatarKeyRole).toString());
        return found;
    };
    const QString ada = m_people->ada.id.text();
    const QString ben = m_people->ben.id.text();
    addContact(); // by Ben
    m_people->atAda->workspace->crm()->create(u"contact"_s, {{u"name"_s, u"Maya"_s}});
    QTRY_COMPARE_WITH_TIMEOUT(actors(), (QSet<QString>{ada, ben}), 20'000);
    dashboard->setWhose(ben);
    QTRY_COMPARE_WITH_TIMEOUT(actors(), QSet<QString>{ben}, 20'000);
    const auto newest = [&] { return activity->index(0, 0).data(ActivityModel::SentenceRole).toString(); };
    const QString before = newest();
    addContact(); // live; alike entries are one
    QTRY_VERIFY_WITH_TIMEOUT(newest() != before, 20'000);
    QCOMPARE(actors(), QSet<QString>{ben});
    teams.create(u"North"_s, {ada});
    QTRY_COMPARE_WITH_TIMEOUT(dashboard->whoseChoices().size(), 4, 20'000);
    const QString team = dashboard->whoseChoices().at(1).toMap()[u"value"_s].toString();
    dashboard->setWhose(team);
    QTRY_COMPARE_WITH_TIMEOUT(actors(), QSet<QString>{ada}, 20'000);
    teams.change(team, u"North"_s, {ada, ben});
    QTRY_COMPARE_WITH_TIMEOUT(actors(), (QSet<QString>{ada, ben}), 20'000);
    dashboard->setWhose({});
    QTRY_COMPARE_WITH_TIMEOUT(actors(), (QSet<QString>{ada, ben}), 20'000);
    // The feed on its own page is everybody's all the time.
    dashboard->setWhose(ben);
    QTRY_COMPARE_WITH_TIMEOUT(actors(), QSet<QString>{ben}, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_people->atAda->workspace->activity()->count() > activity->count(), 20'000);
}

void DashboardTest::leadsToTheRowsBehindAFigure()
{
    DashboardModel *dashboard = watched();
    Workspace &workspace = *m_people->atAda->workspace;
    addContact(m_people->ada);
    addContact(m_people->ben);
    QTRY_COMPARE_WITH_TIMEOUT(figure(*dashboard, u"contacts.new"_s), u"2"_s, 20'000);
    dashboard->setWhose(m_people->ben.id.text());
    QCOMPARE(workspace.showRowsBehind(u"contacts.new"_s), u"contacts"_s);
    QVERIFY(workspace.crm()->contacts()->filtered());
    QTRY_COMPARE_WITH_TIMEOUT(workspace.crm()->contacts()->count(), 1, 20'000); // only Ben's
    QCOMPARE(workspace.showRowsBehind(u"deals.open"_s), u"deals"_s);
    QCOMPARE(workspace.crm()->board()->owners(), QStringList{m_people->ben.id.text()});
    QCOMPARE(workspace.showRowsBehind(u"owner:"_s + m_people->ada.id.text()), u"deals"_s);
    QCOMPARE(workspace.crm()->board()->owners(), QStringList{m_people->ada.id.text()});
    QCOMPARE(workspace.showRowsBehind(u"messages.sent"_s), u"search"_s);
    QVERIFY(workspace.search()->text().contains(u"from:ben"_s) && workspace.search()->asked());
    QCOMPARE(workspace.showRowsBehind(u"conversations.waiting"_s), u"inbox"_s);
    QCOMPARE(workspace.showRowsBehind(u"agents.online"_s), u"team"_s);
    QCOMPARE(workspace.showRowsBehind(u"weather"_s), QString());
}

void DashboardTest::whoIsThereIsKnownWithoutTheServersFigures()
{
    DashboardModel *dashboard = watched();
    QTRY_COMPARE_WITH_TIMEOUT(figure(*dashboard, u"agents.online"_s), u"2 / 2"_s, 20'000);
    m_people->atBen->goOffline();
    QTRY_COMPARE_WITH_TIMEOUT(figure(*dashboard, u"agents.online"_s), u"1 / 2"_s, 20'000);
}

void DashboardTest::anAlarmIsToldOnceAndTakenBack()
{
    DashboardModel *dashboard = watched();
    const auto alarm = [&] {
        return Person::find(*dashboard->tiles(), TileListModel::NameRole, u"contacts.new"_s)
            .data(TileListModel::AlarmRole)
            .toString();
    };
    const QSignalSpy noticed(m_people->atAda->workspace.get(), &Workspace::noticed);
    const QSignalSpy over(m_people->atAda->workspace.get(), &Workspace::noticeOver);
    QVERIFY(!dashboard->problemWithBound(u"many"_s).isEmpty());
    dashboard->setAlarm(u"contacts.new"_s, u"1"_s, {});
    QCOMPARE(alarm(), QString());
    addContact();
    addContact();
    QTRY_COMPARE_WITH_TIMEOUT(alarm(), u"above 1"_s, 20'000);
    addContact();
    QTRY_COMPARE_WITH_TIMEOUT(figure(*dashboard, u"contacts.new"_s), u"3"_s, 20'000);
    QCOMPARE(noticed.count(), 1);
    QVERIFY(noticed[0][0].value<Error>().message.startsWith(u"New contacts: "));
    QCOMPARE(dashboard->alarmOf(u"contacts.new"_s),
             (QVariantMap{{u"above"_s, u"1"_s}, {u"below"_s, QString()}, {u"sounds"_s, false}}));
    dashboard->setAlarm(u"contacts.new"_s, {}, {});
    QCOMPARE(alarm(), QString());
    QCOMPARE(over.count(), 1);
}

void DashboardTest::theOrderIsThereAfterARestart()
{
    DashboardModel *dashboard = m_people->atAda->workspace->dashboard();
    dashboard->moveTile(u"deals.new"_s, 0);
    dashboard->moveCard(u"activity"_s, 0);
    const auto first = [&] { return dashboard->tiles()->index(0).data(TileListModel::NameRole).toString(); };
    QCOMPARE(first(), u"deals.new"_s);
    QCOMPARE(dashboard->cards().constFirst(), u"activity"_s);
    m_people->atAda->reopen();
    dashboard = m_people->atAda->workspace->dashboard();
    QTRY_COMPARE_WITH_TIMEOUT(first(), u"deals.new"_s, 20'000);
    QCOMPARE(dashboard->cards().constFirst(), u"activity"_s);
}

void DashboardTest::aWallIsSetUp()
{
    const auto names = [](const WallModel &wall) {
        QStringList shown;
        for (const QVariant &page : wall.pages())
            shown.append(page.toMap()[u"name"_s].toString());
        return shown;
    };
    WallModel *wall = m_people->atAda->workspace->dashboard()->wall();
    QAbstractItemModelTester tester(wall, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(names(*wall), (QStringList{u"figures"_s, u"sales"_s, u"messages"_s, u"people"_s}));
    QCOMPARE(wall->seconds(), 20);
    wall->edit();
    wall->moveTo(u"people"_s, 0);
    wall->show(u"sales"_s, false);
    wall->show(u"messages"_s, false);
    QCOMPARE(names(*wall).size(), 4); // nothing is saved yet
    for (const char *wrong : {"", "4", "121", "often"})
        QVERIFY(!wall->problemWithSeconds(QLatin1String(wrong)).isEmpty());
    QVERIFY(wall->problemWithSeconds(u"120"_s).isEmpty());
    wall->save(u" 7 "_s);
    QCOMPARE(names(*wall), (QStringList{u"people"_s, u"figures"_s}));
    QCOMPARE(wall->pages().first().toMap()[u"title"_s].toString(), u"Owners and losses"_s);
    QCOMPARE(wall->seconds(), 7);
    // One page stays.
    wall->edit();
    wall->show(u"people"_s, false);
    wall->show(u"figures"_s, false);
    QCOMPARE(Person::find(*wall, WallModel::NameRole, u"figures"_s).data(WallModel::LastShownRole).toBool(), true);
    wall->edit(); // given up
    QCOMPARE(Person::column(*wall, WallModel::ShownRole), (QVariantList{true, true, false, false}));
    m_people->atAda->reopen();
    wall = m_people->atAda->workspace->dashboard()->wall();
    QTRY_COMPARE_WITH_TIMEOUT(names(*wall), (QStringList{u"people"_s, u"figures"_s}), 20'000);
    QCOMPARE(wall->seconds(), 7);
}

void DashboardTest::aChartIsWrittenAsCsv()
{
    DashboardModel *dashboard = watched();
    const ConversationId group = m_people->makeGroup(u"Team"_s);
    m_people->atBen->session->submit(SendMessage{.conversation = group, .text = u"Hello"_s});
    QTRY_COMPARE_WITH_TIMEOUT(figure(*dashboard, u"messages.sent"_s), u"1"_s, 20'000);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"hours.csv"_s);
    QVERIFY(!dashboard->isThere(path));
    QCOMPARE(dashboard->saveCsv(u"volume"_s, QUrl::fromLocalFile(path).toString()), QString());
    QVERIFY(dashboard->isThere(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    exchange::CsvReader reader;
    QVector<exchange::CsvRow> rows = reader.read(file.readAll());
    rows += reader.finish();
    QCOMPARE(rows.size(), 1 + 24); // the weekdays above the hours
    QCOMPARE(rows[0].fields.value(1), dashboard->volume().value(u"names"_s).toStringList().constFirst());
    int messages = 0;
    for (const exchange::CsvRow &row : rows.mid(1))
        for (const QString &field : row.fields.mid(1))
            messages += field.toInt();
    QCOMPARE(messages, 1);
    QVERIFY(dashboard->saveCsv(u"volume"_s, folder.filePath(u"none/hours.csv"_s)).contains(u"hours.csv"_s));
    QVERIFY(!dashboard->saveCsv(u"volume"_s, {}).isEmpty());
    QVERIFY(dashboard->suggestedFile(u"Hours"_s, u"csv"_s).endsWith(u"Hours.csv"_s));
}

void DashboardTest::anotherClockIsAnotherQuestion()
{
    const TimeZone here("UTC0");
    DashboardModel *dashboard = watched();
    const TimeZone there("IST-5:30");
    QCOMPARE(dashboard->query().offset, 330);
    addContact();
    QTRY_COMPARE_WITH_TIMEOUT(figure(*dashboard, u"contacts.new"_s), u"1"_s, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(dashboard->live(), 20'000);
}

void DashboardTest::anotherClockBeforeTheFirstAnswerIsAnotherQuestion()
{
    const TimeZone here("UTC0");
    m_people->atAda->goOffline();
    DashboardModel *dashboard = m_people->atAda->workspace->dashboard();
    dashboard->setWatching(true);
    const TimeZone there("IST-5:30");
    dashboard->passTime();
    m_people->atAda->goOnline();
    QTRY_VERIFY_WITH_TIMEOUT(dashboard->live(), 20'000);
}

QTEST_GUILESS_MAIN(DashboardTest)
#include "DashboardTest.moc"
