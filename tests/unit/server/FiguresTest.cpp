// SPDX-License-Identifier: GPL-3.0-or-later
#include "RecordsUnderTest.h"
#include "figures/Book.h"
#include "server/storage/FigureAnswers.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server;
using namespace frontdesk::server::testing;
using figures::Answer;
using figures::Book;
using figures::Query;

namespace {

constexpr int histories = 6;
constexpr int commandsOfHistory = 200;
constexpr qint64 hour = 60LL * 60 * 1000;

} // namespace

/// The tables of figures against the book of the same rows, through real commands.
class FiguresTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tablesHoldWhatTheBookHolds_data();
    void tablesHoldWhatTheBookHolds();
    void aTeamThatIsNotThereIsRefused();
    void aRefusedCommandLeavesNothing();
    void anAmountThatDoesNotFitIsNoValue();
    void figuresAreMadeAnewFromTheJournal();
    void whatIsAskedTwiceIsTheSame();
};

namespace {

QString someId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

/// Two people who work with records at random, by a seed; each row goes into the book, too.
class Work {
public:
    explicit Work(quint32 seed)
        : m_random(seed)
        , m_people{records.addUser(u"ada"_s, Role::Admin), records.addUser(u"ben"_s)}
    {
        records.write([this](Records &all) {
            const auto stage = [](const QString &id, const QString &kind, int probability) {
                return QJsonObject{{u"id"_s, id}, {u"name"_s, id}, {u"probability"_s, probability}, {u"kind"_s, kind}};
            };
            m_pipeline = {RecordKind::Pipeline, createUuidV7(milliseconds(records.now))};
            const QJsonArray stages{stage(m_stages[0], u"open"_s, 10), stage(m_stages[1], u"won"_s, 100),
                                    stage(m_stages[2], u"lost"_s, 0)};
            QVERIFY(all.crmKeeper.create(
                {m_people[0].id, records.now},
                {.record = m_pipeline, .set = {{fields::name, u"Sales"_s}, {u"stages"_s, stages}}, .lists = {}}));
        });
        take();
        m_group = records.createGroup(m_people[0], u"Team"_s, {m_people[1].id});
        take();
        m_team = create(m_people[0], RecordKind::Team, {{fields::name, u"North"_s}});
        take();
    }

    void step()
    {
        records.now += qint64(m_random.bounded(3 * 3600)) * 1000;
        const User &person = m_people[m_random.bounded(2)];
        const int choice = below(10);
        if (choice < 2)
            create(person, RecordKind::Contact, {{fields::name, u"Grace"_s}, {fields::owner, person.id.text()}});
        else if (choice < 4 || m_deals.isEmpty())
            m_deals.append(create(person, RecordKind::Deal, someFields(true)));
        else if (choice < 5)
            changeTeam(m_people[m_random.bounded(2)].id.text());
        else if (choice < 8)
            (void)records.give(person, changeOf(m_deals.at(below(int(m_deals.size()))), someFields(false)));
        else if (choice < 9)
            (void)records.give(person, changeOf(recordOf(m_group), {{fields::closed, below(2) == 0}}));
        else
            (void)records.give(person, SendMessage{.conversation = m_group, .text = u"hello"_s});
        take();
    }

    RecordsUnderTest records;
    Book book;
    [[nodiscard]] const User &person(int index) const { return m_people[size_t(index)]; }
    [[nodiscard]] const RecordRef &deal() const { return m_deals.first(); }
    [[nodiscard]] const RecordRef &team() const { return m_team; }
    [[nodiscard]] const QStringList &members() const { return m_members; } ///< of the team

private:
    void take()
    {
        for (const JournalRow &row : std::as_const(records.written))
            book.apply(row);
    }
    RecordRef create(const User &person, RecordKind kind, const QJsonObject &set)
    {
        const RecordRef record{kind, someId()};
        const auto made = records.give(person, CreateRecord{.record = record, .set = set, .lists = {}});
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        return record;
    }
    /// Somebody comes into the team, or leaves it.
    void changeTeam(const QString &member)
    {
        const bool leaves = m_members.removeOne(member);
        if (!leaves)
            m_members.append(member);
        ChangeRecord change = changeOf(m_team, {});
        const QStringList one{member};
        change.lists.insert(fields::members, leaves ? ListChange{{}, one} : ListChange{one, {}});
        if (!records.give(m_people[0], change))
            qFatal("The team cannot be changed");
    }
    QJsonObject someFields(bool isNew)
    {
        QJsonObject set{{fields::owner, m_people[m_random.bounded(2)].id.text()}};
        if (isNew)
            set.insert(fields::name, u"Deal"_s);
        if (below(2) == 0)
            set.insert(fields::value, QJsonObject{{u"amount"_s, QString::number(below(9000))},
                                                  {u"currency"_s, below(2) == 0 ? u"EUR"_s : u"USD"_s}});
        if (below(2) == 0)
            set.insert(fields::place, QJsonObject{{u"pipeline"_s, m_pipeline.id}, {u"stage"_s, m_stages.at(below(3))}});
        if (below(4) == 0)
            set.insert(u"probability"_s, below(2) == 0 ? QJsonValue() : QJsonValue(below(101)));
        if (below(5) == 0)
            set.insert(fields::deleted, below(2) == 0);
        return set;
    }
    int below(int bound) { return int(m_random.bounded(bound)); }

    QRandomGenerator m_random;
    std::array<User, 2> m_people;
    QStringList m_stages{someId(), someId(), someId()};
    RecordRef m_pipeline;
    RecordRef m_team;
    QStringList m_members;
    ConversationId m_group;
    QVector<RecordRef> m_deals;
};

Query weekAround(qint64 now)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).date();
    return {.from = today.addDays(-5), .until = today.addDays(2), .offset = 345};
}

} // namespace

void FiguresTest::tablesHoldWhatTheBookHolds_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= histories; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void FiguresTest::tablesHoldWhatTheBookHolds()
{
    QFETCH(quint32, seed);
    Work work(seed);
    for (int step = 1; step <= commandsOfHistory; ++step) {
        work.step();
        if (step % 40 != 0)
            continue;
        QCOMPARE(work.records.records().figures.entries(), work.book.entries());
        Query query = weekAround(work.records.now - (step % 80 == 0 ? 72 * hour : 0));
        for (const std::optional<UserId> &owner : {std::optional<UserId>(), std::optional(work.person(1).id)}) {
            query.owner = owner;
            const Answer kept = figuresFor(work.records.records(), work.person(0).id, query, 7).value();
            const Answer wanted = figures::answer(work.book, query, {}, 7);
            QCOMPARE(kept.now, wanted.now);
            QCOMPARE(kept.before, wanted.before);
        }
        // Of a team as it is now, whoever was in it when something happened.
        query.owner.reset();
        query.team = work.team().id;
        const Answer wanted = figures::answer(work.book, query, figures::inTeam({}, work.members()), 7);
        for (const Answer &kept : {figuresFor(work.records.records(), work.person(0).id, query, 7).value(),
                                   figuresFor(work.records.records(), {{work.person(1).id, query}}, 7).front()}) {
            QCOMPARE(kept.now, wanted.now);
            QCOMPARE(kept.before, wanted.before);
        }
    }
    QVERIFY(work.book.entries().size() > 50);
}

void FiguresTest::aTeamThatIsNotThereIsRefused()
{
    Work work(6);
    for (int step = 0; step < 30; ++step)
        work.step();
    Records &records = work.records.records();
    Query query = weekAround(work.records.now);
    query.team = someId();
    QCOMPARE(figuresFor(records, work.person(0).id, query, 7).error().code, u"team.unknown"_s);
    query.team = work.team().id;
    QVERIFY(figuresFor(records, work.person(0).id, query, 7));
    QVERIFY(work.records.give(work.person(0), changeOf(work.team(), {{fields::deleted, true}})));
    QCOMPARE(figuresFor(records, work.person(0).id, query, 7).error().code, u"team.unknown"_s);
    // Who watches it is told that nobody is in it any more.
    const Answer left = figuresFor(records, {{work.person(0).id, query}}, 7).front();
    QCOMPARE(left.now, figures::answer(work.book, query, QStringList(), 7).now);
}

void FiguresTest::aRefusedCommandLeavesNothing()
{
    Work work(3);
    for (int step = 0; step < 30; ++step)
        work.step();
    const auto before = work.records.records().figures.entries();
    const auto refused = work.records.give(
        work.person(0), changeOf(work.deal(), {{fields::deleted, true}, {fields::owner, u"nobody"_s}}));
    QVERIFY(!refused);
    QCOMPARE(work.records.records().figures.entries(), before);
}

void FiguresTest::anAmountThatDoesNotFitIsNoValue()
{
    RecordsUnderTest desk;
    const User ada = desk.addUser(u"ada"_s);
    const auto worth = [](const QString &amount) {
        return QJsonObject{{fields::name, u"Deal"_s},
                           {fields::value, QJsonObject{{u"amount"_s, amount}, {u"currency"_s, u"EUR"_s}}}};
    };
    const auto make = [&](const QString &amount) {
        return desk.refusalOf(ada, CreateRecord{{RecordKind::Deal, someId()}, worth(amount), {}});
    };
    QCOMPARE(make(u"-92233720368547758.08"_s), u"value.invalid"_s);
    QVERIFY(desk.records().figures.entries().isEmpty());
    QCOMPARE(make(u"-999999999999999.99"_s), QString()); // kept, and not added up
    for (const figures::Entry &entry : desk.records().figures.entries())
        QVERIFY(entry.measure != figures::Measure::OpenValue);
}

void FiguresTest::figuresAreMadeAnewFromTheJournal()
{
    Work work(4);
    for (int step = 0; step < 150; ++step)
        work.step();
    Records &records = work.records.records();
    const auto kept = records.figures.entries();
    const Answer shown = figuresFor(records, work.person(0).id, weekAround(work.records.now), 0).value();
    for (const QString &table : {u"figure_entries"_s, u"figure_days"_s, u"figure_levels"_s, u"figure_facts"_s})
        records.database.run(u"DELETE FROM "_s + table);
    QVERIFY(figuresFor(records, work.person(0).id, weekAround(work.records.now), 0).value() != shown);
    records.database.run(u"COMMIT"_s); // of RecordsUnderTest
    records.figures.adoptRules();
    QCOMPARE(records.figures.entries(), kept);
    QCOMPARE(figuresFor(records, work.person(0).id, weekAround(work.records.now), 0).value(), shown);
    // By the same rules nothing is done, and what comes goes on from there.
    records.database.run(u"UPDATE figure_entries SET amount = amount + 1 WHERE measure = 0"_s);
    const auto touched = records.figures.entries();
    records.figures.adoptRules();
    QCOMPARE(records.figures.entries(), touched);
    records.database.run(u"BEGIN"_s);
}

void FiguresTest::whatIsAskedTwiceIsTheSame()
{
    Work work(5);
    for (int step = 0; step < 50; ++step)
        work.step();
    Query mine = weekAround(work.records.now);
    mine.owner = work.person(1).id;
    const Query all = weekAround(work.records.now);
    const auto answers = figuresFor(work.records.records(),
                                    {{work.person(0).id, all}, {work.person(1).id, mine}, {work.person(1).id, all}}, 9);
    QCOMPARE(answers.size(), size_t(3));
    QCOMPARE(answers[0], answers[2]);
    QCOMPARE(answers[1].query, mine);
    QCOMPARE(answers[1], figuresFor(work.records.records(), work.person(0).id, mine, 9).value());
}

QTEST_APPLESS_MAIN(FiguresTest)
#include "FiguresTest.moc"
