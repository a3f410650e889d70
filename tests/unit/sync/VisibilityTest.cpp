// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Visibility.h"

#include "Desk.h"

#include <map>
#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using connection::State;

namespace {

constexpr int steps = 60;

} // namespace

/// Real clients through random changes of owners, teams and policies, with and without a connection: what each has in
/// the end is what the rule says, by a judge of its own.
class VisibilityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everybodyHasWhatTheyMaySee_data();
    void everybodyHasWhatTheyMaySee();
};

namespace {

/// The admin, who sees everything, and three agents.
class Office {
public:
    explicit Office(quint32 seed)
        : m_random(seed)
    {
        for (const QString &name : {u"boss"_s, u"ben"_s, u"cyd"_s, u"dan"_s}) {
            people.append(m_desk.add(name, people.isEmpty() ? Role::Admin : Role::Agent));
            clients.push_back(std::make_unique<Client>(m_desk.url(), m_desk.token(name)));
            clients.back()->connectAndCatchUp();
        }
        boss().submit(CreateRecord{m_team, {{fields::name, u"North"_s}}, {}});
        boss().settle();
    }

    void step()
    {
        const size_t who = below(clients.size());
        switch (below(12)) {
        case 0:
            return setPolicy();
        case 1:
            return changeTeam();
        case 2:
        case 3:
            return comeOrGo(who);
        case 4:
        case 5:
            return make(*clients[who], RecordKind::Contact, {{fields::owner, somebody()}});
        case 6:
            return make(*clients[who], RecordKind::Note, {{fields::about, something()}});
        case 7:
            return make(*clients[who], RecordKind::Task,
                        {{fields::about, something()}, {fields::assignee, somebody()}});
        default:
            return change(*clients[who]);
        }
    }
    void comeTogether()
    {
        for (const auto &client : clients) {
            client->connectAndCatchUp();
            [&] { QTRY_VERIFY_WITH_TIMEOUT(isSettled(*client), 60'000); }();
        }
        // Whoever has this, which everybody sees, has all that was before it.
        const RecordRef last{RecordKind::Team, createUuidV7(SystemClock().utc())};
        boss().submit(CreateRecord{last, {{fields::name, u"The last"_s}}, {}});
        for (const auto &client : clients)
            [&] { QTRY_VERIFY_WITH_TIMEOUT(valueOf(client->store().record(last)).has_value(), 60'000); }();
    }

    /// What differs from the rule for one of them, in words; empty: nothing.
    QString problemOf(size_t who) const
    {
        const std::map<QString, RecordState> all = recordsOf(*clients[0]);
        const std::map<QString, RecordState> theirs = recordsOf(*clients[who]);
        std::map<QString, RecordState> expected;
        for (const auto &[name, state] : all)
            if (sees(people[qsizetype(who)], state, all))
                expected.emplace(name, state);
        for (const auto &[name, state] : expected)
            if (!theirs.contains(name))
                return people[qsizetype(who)].name + u" does not have "_s + name;
            else if (theirs.at(name) != state)
                return people[qsizetype(who)].name + u" has another "_s + name;
        for (const auto &[name, state] : theirs)
            if (!expected.contains(name))
                return people[qsizetype(who)].name + u" still has "_s + name;
        QStringList conflicts;
        for (const Conflict &conflict : valueOf(clients[0]->store().conflicts()))
            if (expected.contains(conflict.record.text()))
                conflicts.append(conflict.id.text() + conflict.field);
        QStringList theirConflicts;
        for (const Conflict &conflict : valueOf(clients[who]->store().conflicts()))
            theirConflicts.append(conflict.id.text() + conflict.field);
        conflicts.sort();
        theirConflicts.sort();
        return conflicts == theirConflicts ? QString() : people[qsizetype(who)].name + u" has other conflicts"_s;
    }

    QVector<User> people;
    std::vector<std::unique_ptr<Client>> clients;

private:
    Client &boss() { return *clients[0]; }
    size_t below(size_t most) { return m_random() % most; }
    QString somebody()
    {
        const size_t who = below(people.size() + 1);
        return who == size_t(people.size()) ? QString() : people[qsizetype(who)].id.text();
    }
    QString something()
    {
        return m_contacts.isEmpty() || below(4) == 0 ? QString()
                                                     : m_contacts[qsizetype(below(m_contacts.size()))].text();
    }

    void make(Client &client, RecordKind kind, QJsonObject set)
    {
        const RecordRef record{kind, createUuidV7(SystemClock().utc())};
        set.insert(kind == RecordKind::Note ? fields::text : fields::name, u"First"_s);
        client.submit(CreateRecord{record, set, {}});
        if (kind == RecordKind::Contact)
            m_contacts.append(record);
    }
    void change(Client &client)
    {
        if (m_contacts.isEmpty())
            return;
        const RecordRef record = m_contacts[qsizetype(below(m_contacts.size()))];
        if (!valueOf(client.store().record(record)))
            return; // nobody changes what is not on their screen
        const QJsonObject set = below(2) == 0 ? QJsonObject{{fields::owner, somebody()}}
                                              : QJsonObject{{fields::name, u"Name %1"_s.arg(m_random() % 1000)}};
        client.submit(ChangeRecord{.record = record, .basis = {}, .set = set, .was = {}, .lists = {}, .resolves = {}});
    }
    void setPolicy()
    {
        const QString policy = nameOf(std::array{Visibility::Everyone, Visibility::Team, Visibility::Owner}[below(3)]);
        boss().submit(ChangeRecord{.record = workspaceRecord(),
                                   .basis = {},
                                   .set = {{fields::visibility, policy}},
                                   .was = {},
                                   .lists = {},
                                   .resolves = {}});
    }
    void changeTeam()
    {
        ListChange members;
        for (const User &user : people)
            (below(2) == 0 ? members.add : members.remove).append(user.id.text());
        boss().submit(ChangeRecord{.record = m_team,
                                   .basis = {},
                                   .set = {},
                                   .was = {},
                                   .lists = {{fields::members, members}},
                                   .resolves = {}});
    }
    void comeOrGo(size_t who)
    {
        Client &client = *clients[who];
        if (client.session->status().state == State::Offline)
            return client.connectAndCatchUp();
        client.session->goOffline();
        client.becomes(State::Offline);
    }
    static bool isSettled(const Client &client)
    {
        for (const PendingCommand &command : valueOf(client.store().pending()))
            if (command.state != Delivery::Refused)
                return false;
        return true;
    }

    static std::map<QString, RecordState> recordsOf(const Client &client)
    {
        std::map<QString, RecordState> records;
        for (const RecordKind kind : {RecordKind::Contact, RecordKind::Note, RecordKind::Task, RecordKind::Team,
                                      RecordKind::Workspace, RecordKind::Pipeline})
            for (const RecordState &state : valueOf(client.store().recordsOf(kind)))
                records.emplace(state.record.text(), state);
        return records;
    }
    /// The rule once more, as docs/protocol.md, 4.3 has it.
    bool sees(const User &user, const RecordState &state, const std::map<QString, RecordState> &all) const
    {
        const auto fieldOf = [](const RecordState &record, const QString &field) {
            return record.fields[field].toString();
        };
        QString owner;
        if (state.record.kind == RecordKind::Contact)
            owner = fieldOf(state, fields::owner);
        else if (state.record.kind == RecordKind::Note)
            owner = state.createdBy.text();
        else if (state.record.kind == RecordKind::Task)
            owner = fieldOf(state, fields::assignee);
        const bool follows = state.record.kind == RecordKind::Note || state.record.kind == RecordKind::Task;
        if (const auto about = all.find(fieldOf(state, fields::about)); follows && about != all.end())
            owner = fieldOf(about->second, fields::owner);
        const QString policy = fieldOf(all.at(workspaceRecord().text()), fields::visibility);
        const QStringList team = all.at(m_team.text()).lists.value(fields::members);
        return owner.isEmpty() || owner == user.id.text() || user.role == Role::Admin || policy == u"everyone" ||
               (policy == u"team" && team.contains(owner) && team.contains(user.id.text()));
    }

    Desk m_desk;
    std::mt19937 m_random;
    RecordRef m_team{RecordKind::Team, createUuidV7(SystemClock().utc())};
    QVector<RecordRef> m_contacts;
};

} // namespace

void VisibilityTest::everybodyHasWhatTheyMaySee_data()
{
    QTest::addColumn<quint32>("seed");
    for (const quint32 seed : {1u, 2u, 3u, 4u})
        QTest::addRow("seed %u", seed) << seed;
}

void VisibilityTest::everybodyHasWhatTheyMaySee()
{
    QFETCH(quint32, seed);
    Office office(seed);
    for (int step = 0; step < steps; ++step)
        office.step();
    office.comeTogether();
    for (size_t who = 0; who < office.clients.size(); ++who) {
        QCOMPARE(office.problemOf(who), QString());
        QVERIFY(valueOf(office.clients[who]->store().ledger()).holes.isEmpty());
    }
}

QTEST_GUILESS_MAIN(VisibilityTest)
#include "VisibilityTest.moc"
