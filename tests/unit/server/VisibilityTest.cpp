// SPDX-License-Identifier: GPL-3.0-or-later
#include "RecordsUnderTest.h"
#include "server/storage/FigureAnswers.h"
#include "server/storage/Requests.h"
#include "server/storage/Seed.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server;
using namespace frontdesk::server::testing;

namespace {

const QString secret = u"A plan between few"_s;
const QString otherWords = u"What was written about it"_s;

/// Every way in which something of a record can be read, or changed.
enum class Path { Page, Fetch, Snapshot, SnapshotOfConflicts, History, Activity, Figures, Command, Stream };
const std::array paths{
    std::pair("journal:page", Path::Page),         std::pair("journal:fetch", Path::Fetch),
    std::pair("journal:snapshot", Path::Snapshot), std::pair("journal:snapshot, conflicts", Path::SnapshotOfConflicts),
    std::pair("record:history", Path::History),    std::pair("activity:list", Path::Activity),
    std::pair("figures:get", Path::Figures),       std::pair("record:change", Path::Command),
    std::pair("what is pushed", Path::Stream)};

/// What somebody is to whom the record belongs.
enum Relation { Owner, Teammate, ReadingTeammate, OtherAgent, OtherReader, Manager, Admin, relations };
constexpr std::array<const char *, relations> relationNames{
    "owner", "teammate", "reader in the team", "other agent", "other reader", "manager", "admin"};

struct Policy {
    QString name;
    std::array<bool, relations> sees;
};
const std::array policies{Policy{u"everyone"_s, {true, true, true, true, true, true, true}},
                          Policy{u"team"_s, {true, true, true, false, false, true, true}},
                          Policy{u"owner"_s, {true, false, false, false, false, true, true}}};

} // namespace

/// Who sees whose records: the table of everybody by policy and by way in, and what becomes of it when a record, a
/// team, a role or the policy changes.
class VisibilityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void path_data();
    void path();
    void pathAfterAChangeOfPolicy_data() { path_data(); }
    void pathAfterAChangeOfPolicy();
    void whatIsNobodysIsEverybodys();
    void recordsAreInTheStreamOfTheirOwner();
    void recordThatIsGivenAwayMoves();
    void whatIsAboutARecordMovesWithIt();
    void whatWasThereBeforeARecordFollowsIt();
    void whatIsAboutNothingBelongsToItself();
    void historyAndActivityFollowTheRecord();
    void changeOfATeamReplacesTheViewsOfItsPeople();
    void changeOfARoleReplacesAView();
    void renamingATeamReplacesNothing();
    void somebodyNewSeesWhatTheyMay();
    void burstsAreCountedForThoseWhoSeeThem();

private:
    QJsonObject give(const User &user, const CommandBody &body)
    {
        const auto result = m_desk->give(user, body);
        return result ? result.value() : QJsonObject{{u"refused"_s, result.error().code}};
    }
    RecordRef make(const User &user, RecordKind kind, const QJsonObject &set, const ListValues &lists = {})
    {
        const RecordRef record = newRecord(kind);
        const auto made = m_desk->give(user, CreateRecord{record, set, lists});
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        return record;
    }
    void setPolicy(const QString &visibility)
    {
        if (const auto set =
                m_desk->give(m_people[Admin], changeOf(workspaceRecord(), {{fields::visibility, visibility}}));
            !set)
            qFatal("%s", qPrintable(set.error().message));
    }
    /// The owner's deal with a conflict, as everybody makes it whom the rules do not hinder.
    RecordRef makeSecret();
    QByteArray answered(const User &user, const QString &event, const QJsonObject &payload)
    {
        const auto answer = readRequest(event, payload).value()(m_desk->records(), user.id);
        return answer ? QJsonDocument(answer.value().fields).toJson() + answer.value().rows : QByteArray();
    }
    bool reads(Path path, const User &user, const RecordRef &record);
    QString streamOf(const RecordRef &record) { return m_desk->records().crm.streamOf(record).value_or(QString()); }
    [[nodiscard]] QString streamOfOwner() const { return recordsStreamOf(m_people[Owner].id); }
    JournalState stateOf(const User &user, const Cursor &cursor)
    {
        return m_desk->records().reader.stateOf(user.id, cursor);
    }
    Cursor head() const
    {
        const Journal &journal = m_desk->records().journal;
        return {journal.epoch(), journal.head(), journal.headMark()};
    }
    /// What was written in one stream last, by event.
    [[nodiscard]] QStringList writtenIn(const QString &stream) const
    {
        QStringList events;
        for (const JournalRow &row : m_desk->written)
            if (row.stream == stream)
                events.append(row.event);
        return events;
    }

    std::unique_ptr<RecordsUnderTest> m_desk;
    std::array<User, relations> m_people;
    RecordRef m_team;
    QJsonObject m_place; ///< an open stage
};

void VisibilityTest::init()
{
    m_desk = std::make_unique<RecordsUnderTest>();
    constexpr std::array<Role, relations> roles{Role::Agent,  Role::Agent,   Role::Reader, Role::Agent,
                                                Role::Reader, Role::Manager, Role::Admin};
    for (size_t relation = 0; relation < relations; ++relation)
        m_people[relation] = m_desk->addUser(u"user%1"_s.arg(relation), roles[relation]);
    m_desk->write([&](Records &records) { QVERIFY(seedWorkspace(records, ++m_desk->now)); });
    m_team = make(m_people[Manager], RecordKind::Team, {{fields::name, u"North"_s}},
                  {{fields::members,
                    {m_people[Owner].id.text(), m_people[Teammate].id.text(), m_people[ReadingTeammate].id.text()}}});
    (void)make(m_people[Manager], RecordKind::Team, {{fields::name, u"South"_s}},
               {{fields::members, {m_people[OtherAgent].id.text(), m_people[OtherReader].id.text()}}});
    const RecordState pipeline = m_desk->records().crm.all(RecordKind::Pipeline).value(0);
    m_place = {{u"pipeline"_s, pipeline.record.id}, {u"stage"_s, pipeline.fields["stages"_L1][0]["id"_L1]}};
}

RecordRef VisibilityTest::makeSecret()
{
    const User &owner = m_people[Owner];
    const RecordRef deal = make(owner, RecordKind::Deal,
                                {{fields::name, secret}, {fields::owner, owner.id.text()}, {fields::place, m_place}});
    (void)make(owner, RecordKind::Note, {{fields::text, otherWords}, {fields::about, deal.text()}});
    ChangeRecord late = changeOf(deal, {{fields::name, secret + u" (2)"_s}});
    late.basis.version = 1;
    (void)give(m_people[Admin], changeOf(deal, {{fields::name, secret + u" (1)"_s}}));
    if (give(owner, late)["conflicts"_L1].toArray().isEmpty())
        qFatal("There is no conflict");
    return deal;
}

bool VisibilityTest::reads(Path path, const User &user, const RecordRef &record)
{
    const auto saysSo = [&](const QByteArray &text) {
        return text.contains(secret.toUtf8()) || text.contains(otherWords.toUtf8()) ||
               text.contains(record.id.toUtf8());
    };
    switch (path) {
    case Path::Page:
        return saysSo(answered(user, u"journal:page"_s, {{u"cursor"_s, 0}}));
    case Path::Fetch:
        return saysSo(
            answered(user, u"journal:fetch"_s, {{u"stream"_s, streamOf(record)}, {u"from"_s, 1}, {u"to"_s, 100}}));
    case Path::Snapshot:
    case Path::SnapshotOfConflicts: {
        const QString kind = path == Path::Snapshot ? u"record"_s : u"conflict"_s;
        QByteArray items;
        for (const QJsonObject &item : m_desk->snapshot(user, kind))
            items += QJsonDocument(item).toJson();
        return saysSo(items);
    }
    case Path::History:
        return saysSo(answered(user, u"record:history"_s, {{u"record"_s, record.text()}}));
    case Path::Activity:
        return saysSo(answered(user, u"activity:list"_s, {}));
    case Path::Figures: {
        const QDate today = QDateTime::fromMSecsSinceEpoch(m_desk->now, Qt::UTC).date();
        const auto openDeals = [&](const QString &team) {
            const figures::Query query{.from = today.addDays(-2), .until = today.addDays(2), .team = team};
            const QJsonObject figures = figuresFor(m_desk->records(), user.id, query, m_desk->now).value().now;
            const bool isThere = figures.contains(u"owner:"_s + m_people[Owner].id.text());
            if (isThere != (figures["deals.open"_L1].toInt() == 1))
                qFatal("The figures contradict each other");
            return isThere;
        };
        const bool isThere = openDeals({});
        const auto team = m_desk->records().crm.find(m_team);
        if (team && !team->fields[fields::deleted].toBool()) {
            const bool isMember = team->lists.value(fields::members).contains(m_people[Owner].id.text());
            if (openDeals(m_team.id) != (isThere && isMember))
                qFatal("The figures of the team contradict those of everybody");
        }
        return isThere;
    }
    case Path::Command: {
        const QString code = m_desk->refusalOf(user, changeOf(record, {{fields::value, QJsonValue::Null}}));
        // A reader is told so before anything else.
        const bool isReader = user.role == Role::Reader;
        if (isReader != (code == u"role.forbidden"))
            qFatal("%s", qPrintable(code));
        if (isReader)
            return m_desk->records().recordStreams.seenIn(user.id, record).has_value();
        return code != u"record.unknown";
    }
    case Path::Stream:
        return m_desk->records().journal.members().value(streamOf(record)).contains(user.id);
    }
    Q_UNREACHABLE();
}

void VisibilityTest::path_data()
{
    QTest::addColumn<Path>("path");
    QTest::addColumn<Policy>("policy");
    for (const auto &[name, path] : paths)
        for (const Policy &policy : policies)
            QTest::addRow("%s, %s", name, qPrintable(policy.name)) << path << policy;
}

void VisibilityTest::path()
{
    QFETCH(Path, path);
    QFETCH(Policy, policy);
    setPolicy(policy.name);
    const RecordRef deal = makeSecret();
    for (size_t relation = 0; relation < relations; ++relation)
        QVERIFY2(reads(path, m_people[relation], deal) == policy.sees[relation], relationNames[relation]);
}

void VisibilityTest::pathAfterAChangeOfPolicy()
{
    QFETCH(Path, path);
    QFETCH(Policy, policy);
    for (const Policy &before : policies) {
        init();
        setPolicy(before.name);
        const RecordRef deal = makeSecret();
        const Cursor cursor = head();
        setPolicy(policy.name);
        for (size_t relation = 0; relation < relations; ++relation) {
            const User &user = m_people[relation];
            const bool sees = policy.sees[relation];
            const bool isNews = sees != before.sees[relation];
            QCOMPARE(stateOf(user, cursor) == JournalState::Expired, isNews);
            // The rows of before are not told again to who sees more now: they begin with a snapshot.
            const bool isOfThen = isNews && (path == Path::Page || path == Path::Fetch);
            QVERIFY2(reads(path, user, deal) == (sees && !isOfThen), relationNames[relation]);
        }
    }
}

void VisibilityTest::whatIsNobodysIsEverybodys()
{
    setPolicy(u"owner"_s);
    const RecordRef contact = make(m_people[OtherAgent], RecordKind::Contact, {{fields::name, secret}});
    QCOMPARE(streamOf(contact), recordsStream());
    for (const User &user : m_people) {
        QVERIFY(reads(Path::Page, user, contact));
        QVERIFY(reads(Path::Snapshot, user, contact));
        QVERIFY(reads(Path::History, user, contact));
        QVERIFY(reads(Path::Activity, user, contact));
    }
}

void VisibilityTest::recordsAreInTheStreamOfTheirOwner()
{
    for (const RecordKind kind : {RecordKind::Contact, RecordKind::Company, RecordKind::Deal}) {
        const RecordRef record =
            make(m_people[Admin], kind, {{fields::name, u"X"_s}, {fields::owner, m_people[Owner].id.text()}});
        QCOMPARE(streamOf(record), streamOfOwner());
        QCOMPARE(m_desk->written[0].stream, streamOfOwner());
        QVERIFY(give(m_people[Admin], changeOf(record, {{fields::name, u"Y"_s}})).contains("version"_L1));
        QCOMPARE(writtenIn(streamOfOwner()), QStringList{u"record:changed"_s});
    }
    const RecordRef task = make(m_people[Admin], RecordKind::Task,
                                {{fields::name, u"Call"_s}, {fields::assignee, m_people[Owner].id.text()}});
    QCOMPARE(streamOf(task), streamOfOwner());
}

void VisibilityTest::recordThatIsGivenAwayMoves()
{
    setPolicy(u"owner"_s);
    const RecordRef deal = makeSecret();
    const User &other = m_people[OtherAgent];
    const QJsonObject given = give(m_people[Owner], changeOf(deal, {{fields::owner, other.id.text()}}));
    QVERIFY(given.contains("version"_L1)); // to somebody whose records one does not see
    QCOMPARE(writtenIn(streamOfOwner()),
             (QStringList{u"record:changed"_s, u"record:left"_s, u"record:left"_s})); // and the note about it
    const QString there = recordsStreamOf(other.id);
    QCOMPARE(writtenIn(there), (QStringList{u"record:entered"_s, u"record:entered"_s}));
    QStringList events;
    for (const JournalRow &row : m_desk->written)
        events.append(row.event);
    // Who sees both never is without it.
    QCOMPARE(events, (QStringList{u"record:changed"_s, u"record:entered"_s, u"record:left"_s, u"record:entered"_s,
                                  u"record:left"_s}));
    const QJsonObject entered = m_desk->told(u"record:entered"_s);
    QCOMPARE(decode(entered, readRecordState).value(), m_desk->records().crm.find(deal).value());
    QCOMPARE(entered["conflicts"_L1].toArray().size(), 1);
    QCOMPARE(m_desk->told(u"record:left"_s), (QJsonObject{{u"record"_s, deal.text()}, {u"to"_s, there}}));
    for (const Path path : {Path::Snapshot, Path::SnapshotOfConflicts, Path::History, Path::Activity, Path::Command}) {
        QVERIFY(!reads(path, m_people[Owner], deal));
        QVERIFY(reads(path, other, deal));
    }
    // Back again, and to nobody.
    QVERIFY(give(other, changeOf(deal, {{fields::owner, m_people[Owner].id.text()}})).contains("version"_L1));
    QCOMPARE(streamOf(deal), streamOfOwner());
    QVERIFY(!reads(Path::Snapshot, other, deal));
    QVERIFY(give(m_people[Owner], changeOf(deal, {{fields::owner, QString()}})).contains("version"_L1));
    QCOMPARE(streamOf(deal), recordsStream());
    QVERIFY(reads(Path::Snapshot, other, deal));
}

void VisibilityTest::whatIsAboutARecordMovesWithIt()
{
    const RecordRef contact = make(m_people[Owner], RecordKind::Contact,
                                   {{fields::name, u"G"_s}, {fields::owner, m_people[Owner].id.text()}});
    const RecordRef note =
        make(m_people[Admin], RecordKind::Note, {{fields::text, u"N"_s}, {fields::about, contact.text()}});
    const RecordRef task = make(
        m_people[Admin], RecordKind::Task,
        {{fields::name, u"T"_s}, {fields::about, contact.text()}, {fields::assignee, m_people[OtherAgent].id.text()}});
    QCOMPARE(streamOf(note), streamOfOwner());
    QCOMPARE(streamOf(task), streamOfOwner());
    (void)give(m_people[Admin], changeOf(contact, {{fields::owner, m_people[Teammate].id.text()}}));
    const QString there = recordsStreamOf(m_people[Teammate].id);
    QCOMPARE(streamOf(note), there);
    QCOMPARE(streamOf(task), there);
    QCOMPARE(writtenIn(there).count(u"record:entered"_s), 3);
    QCOMPARE(m_desk->records().crm.find(note)->version, 1); // nobody has changed it
    // What comes to be about something else moves alone.
    (void)give(m_people[Admin], changeOf(task, {{fields::about, QString()}}));
    QCOMPARE(streamOf(task), recordsStreamOf(m_people[OtherAgent].id));
    QCOMPARE(streamOf(contact), there);
}

void VisibilityTest::whatWasThereBeforeARecordFollowsIt()
{
    const RecordRef contact = newRecord(RecordKind::Contact);
    const RecordRef note =
        make(m_people[Admin], RecordKind::Note, {{fields::text, u"N"_s}, {fields::about, contact.text()}});
    QCOMPARE(streamOf(note), recordsStreamOf(m_people[Admin].id));
    QVERIFY(
        m_desk->give(m_people[Owner],
                     CreateRecord{contact, {{fields::name, u"G"_s}, {fields::owner, m_people[Owner].id.text()}}, {}}));
    QCOMPARE(streamOf(note), streamOfOwner());
}

void VisibilityTest::whatIsAboutNothingBelongsToItself()
{
    const RecordRef task = make(m_people[Admin], RecordKind::Task, {{fields::name, u"T"_s}});
    QCOMPARE(streamOf(task), recordsStream());
    const RecordRef note =
        make(m_people[Owner], RecordKind::Note, {{fields::text, u"N"_s}, {fields::about, task.text()}});
    QCOMPARE(streamOf(note), streamOfOwner()); // whose wrote it
    // Two that are about each other are about nothing.
    (void)give(m_people[Admin], changeOf(task, {{fields::about, note.text()}}));
    QCOMPARE(streamOf(task), recordsStream());
}

void VisibilityTest::historyAndActivityFollowTheRecord()
{
    setPolicy(u"owner"_s);
    const RecordRef deal = makeSecret();
    const User &other = m_people[OtherAgent];
    (void)give(m_people[Owner], changeOf(deal, {{fields::owner, other.id.text()}}));
    const QByteArray history = answered(other, u"record:history"_s, {{u"record"_s, deal.text()}});
    QVERIFY(history.contains("record:added")); // what was before they saw it, too
    QVERIFY(!history.contains("record:entered") && !history.contains("record:left"));
    QVERIFY(answered(other, u"activity:list"_s, {}).contains(deal.id.toUtf8()));
}

void VisibilityTest::changeOfATeamReplacesTheViewsOfItsPeople()
{
    setPolicy(u"team"_s);
    const RecordRef deal = makeSecret();
    const Cursor before = head();
    const auto setMembers = [&](const ListChange &members) {
        QVERIFY(give(m_people[Manager], changeOf(m_team, {}, {{fields::members, members}})).contains("version"_L1));
    };
    setMembers({{m_people[OtherAgent].id.text()}, {m_people[Teammate].id.text()}});
    QVERIFY(reads(Path::Snapshot, m_people[OtherAgent], deal));
    QVERIFY(!reads(Path::Snapshot, m_people[Teammate], deal));
    for (const Relation relation : {OtherAgent, Teammate})
        QCOMPARE(stateOf(m_people[relation], before), JournalState::Expired);
    for (const Relation relation : {Owner, ReadingTeammate, OtherReader, Manager, Admin})
        QCOMPARE(stateOf(m_people[relation], before), JournalState::Behind);
    QCOMPARE(stateOf(m_people[OtherAgent], head()), JournalState::Current); // and then they go on
    // A team in the bin is none.
    (void)give(m_people[Manager], changeOf(m_team, {{fields::deleted, true}}));
    QVERIFY(!reads(Path::Snapshot, m_people[OtherAgent], deal));
    (void)give(m_people[Manager], changeOf(m_team, {{fields::deleted, false}}));
    QVERIFY(reads(Path::Snapshot, m_people[OtherAgent], deal));
}

void VisibilityTest::changeOfARoleReplacesAView()
{
    setPolicy(u"owner"_s);
    const RecordRef deal = makeSecret();
    const auto setRole = [&](Role role) {
        m_desk->write([&](Records &records) {
            QVERIFY(records.accounts.setRole(m_people[OtherAgent].name, role, ++m_desk->now));
        });
    };
    Cursor before = head();
    setRole(Role::Manager);
    QVERIFY(reads(Path::Snapshot, m_people[OtherAgent], deal));
    QVERIFY(reads(Path::History, m_people[OtherAgent], deal));
    QCOMPARE(stateOf(m_people[OtherAgent], before), JournalState::Expired);
    before = head();
    setRole(Role::Reader);
    for (const Path path : {Path::Page, Path::Fetch, Path::Snapshot, Path::History, Path::Activity, Path::Figures})
        QVERIFY(!reads(path, m_people[OtherAgent], deal));
    QCOMPARE(stateOf(m_people[OtherAgent], before), JournalState::Expired);
    QCOMPARE(stateOf(m_people[Owner], before), JournalState::Behind);
}

void VisibilityTest::renamingATeamReplacesNothing()
{
    setPolicy(u"team"_s);
    (void)makeSecret();
    const Cursor before = head();
    (void)give(m_people[Manager], changeOf(m_team, {{fields::name, u"West"_s}}));
    (void)give(m_people[Admin], changeOf(workspaceRecord(), {{fields::revenueTarget, QJsonValue::Null}}));
    for (const User &user : m_people)
        QCOMPARE(stateOf(user, before), JournalState::Behind);
}

void VisibilityTest::somebodyNewSeesWhatTheyMay()
{
    setPolicy(u"team"_s);
    const RecordRef deal = makeSecret();
    const User agent = m_desk->addUser(u"new"_s);
    const User manager = m_desk->addUser(u"newmanager"_s, Role::Manager);
    QVERIFY(!reads(Path::Snapshot, agent, deal));
    QVERIFY(!reads(Path::Page, agent, deal));
    QVERIFY(reads(Path::Snapshot, manager, deal));
    (void)give(m_people[Manager], changeOf(m_team, {}, {{fields::members, {{agent.id.text()}, {}}}}));
    QVERIFY(reads(Path::Snapshot, agent, deal));
}

void VisibilityTest::burstsAreCountedForThoseWhoSeeThem()
{
    setPolicy(u"owner"_s);
    const User &admin = m_people[Admin];
    const auto makeFor = [&](const User &owner) {
        (void)make(admin, RecordKind::Contact, {{fields::name, u"G"_s}, {fields::owner, owner.id.text()}});
        return m_desk->told(u"activity:new"_s)["totalItems"_L1].toInt();
    };
    QCOMPARE(makeFor(m_people[Owner]), 1);
    QCOMPARE(makeFor(m_people[Owner]), 2);
    QCOMPARE(makeFor(m_people[OtherAgent]), 1);
    QCOMPARE(makeFor(m_people[Owner]), 3);
}

QTEST_GUILESS_MAIN(VisibilityTest)
#include "VisibilityTest.moc"
