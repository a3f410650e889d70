// SPDX-License-Identifier: GPL-3.0-or-later
#include "Talk.h"
#include "domain/Json.h"
#include "server/Administration.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QUuid>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server::testing;

/// Records of the CRM through a real server, over real sockets.
class CrmLiveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<TestServer>();
        m_ada = m_server->addUser(u"ada"_s, Role::Admin);
        m_ben = m_server->addUser(u"ben"_s);
    }
    void cleanup() { m_server.reset(); }

    void everybodyIsPushedARecordAndItsChanges();
    void whoComesLaterHasItFromTheSnapshotAndGoesOn();
    void whatWasWrittenIsThereAfterARestart();
    void roleIsChangedWhileTheServerRuns();
    void whoDoesNotSeeARecordIsToldNothingOfIt();
    void recordThatIsGivenAwayIsToldWhereItIs();
    void whoseViewIsReplacedBeginsAnew();
    void roleThatShowsMoreReplacesAView();
    void severalComeTogether();
    void togetherIsBounded();
    void manyAreSlowedDownAndNotRefused();

private:
    std::unique_ptr<TestClient> follow(const QString &name) { return server::testing::follow(*m_server, name); }
    static QString newContact() { return u"contact:"_s + QUuid::createUuid().toString(QUuid::WithoutBraces); }
    static QJsonObject create(TestClient &client, const QString &record, const QString &name)
    {
        return client.call(u"record:create"_s,
                           command({{u"record"_s, record}, {u"set"_s, QJsonObject{{u"name"_s, name}}}}));
    }
    static QJsonObject rename(TestClient &client, const QString &record, int base, const QString &name)
    {
        return client.call(
            u"record:change"_s,
            command({{u"record"_s, record}, {u"base"_s, base}, {u"set"_s, QJsonObject{{u"name"_s, name}}}}));
    }
    static QString makeFor(TestClient &client, const User &owner)
    {
        const QString record = newContact();
        const QJsonObject set{{u"name"_s, u"Grace"_s}, {u"owner"_s, owner.id.text()}};
        return client.call(u"record:create"_s, command({{u"record"_s, record}, {u"set"_s, set}}))["ok"_L1].toBool()
                   ? record
                   : QString();
    }
    static bool set(TestClient &client, const QString &record, const QJsonObject &fields)
    {
        return client
            .call(u"record:change"_s, command({{u"record"_s, record}, {u"base"_s, 1000}, {u"set"_s, fields}}))["ok"_L1]
            .toBool();
    }
    static bool setPolicy(TestClient &admin, const QString &visibility)
    {
        return set(admin, workspaceRecord().text(), {{u"visibility"_s, visibility}});
    }
    static QString look(TestClient &client, const QString &record)
    {
        return errorCode(client.call(u"record:viewing"_s, {{u"record"_s, record}}));
    }
    static QJsonObject creation(const QString &record, const QString &name)
    {
        QJsonObject one = command({{u"record"_s, record}, {u"set"_s, QJsonObject{{u"name"_s, name}}}});
        one.insert("event"_L1, u"record:create"_s);
        return one;
    }
    /// The records of a snapshot, by what they are called.
    static QStringList snapshotOf(TestClient &client)
    {
        QStringList names;
        QString page;
        do {
            const QJsonObject answer = client.call(u"journal:snapshot"_s, {{u"page"_s, page}});
            const QJsonArray items = answer["items"_L1].toArray();
            for (const QJsonValue &item : items)
                if (const QString name = item["record"_L1]["fields"_L1]["name"_L1].toString(); !name.isEmpty())
                    names.append(name);
            page = answer["next"_L1].toString();
        } while (!page.isEmpty());
        names.sort();
        return names;
    }

    std::unique_ptr<TestServer> m_server;
    User m_ada;
    User m_ben;
};

void CrmLiveTest::everybodyIsPushedARecordAndItsChanges()
{
    const auto ada = follow(u"ada"_s);
    const auto ben = follow(u"ben"_s);
    const QString contact = newContact();
    const QJsonObject made = create(*ada, contact, u"Grace"_s);
    QVERIFY(made["ok"_L1].toBool());
    QCOMPARE(made["result"_L1].toObject(), (QJsonObject{{u"version"_s, 1}}));
    const QJsonObject added = ben->expect(u"record:added"_s).payload;
    QCOMPARE(added["stream"_L1].toString(), recordsStream());
    QCOMPARE(added["payload"_L1]["record"_L1].toString(), contact);
    QCOMPARE(added["payload"_L1]["fields"_L1].toObject(), (QJsonObject{{u"name"_s, u"Grace"_s}}));

    QVERIFY(rename(*ben, contact, 1, u"Grace Hopper"_s)["ok"_L1].toBool());
    const QJsonObject changed = ada->expect(u"record:changed"_s).payload["payload"_L1].toObject();
    QCOMPARE(changed["was"_L1].toObject(), (QJsonObject{{u"name"_s, u"Grace"_s}}));
    const QJsonObject late = rename(*ada, contact, 1, u"Hopper"_s);
    QCOMPARE(late["result"_L1]["conflicts"_L1].toArray().size(), 1);
    QCOMPARE(ben->expect(u"conflict:opened"_s).payload["stream"_L1].toString(), recordsStream());
    QVERIFY(!ada->broken && !ben->broken);

    const QJsonObject history = ben->call(u"record:history"_s, {{u"record"_s, contact}});
    QVERIFY(history["ok"_L1].toBool());
    QCOMPARE(history["rows"_L1].toArray().size(), 3);
    QVERIFY(!history["more"_L1].toBool());
}

void CrmLiveTest::whoComesLaterHasItFromTheSnapshotAndGoesOn()
{
    const auto ada = follow(u"ada"_s);
    const QString contact = newContact();
    QVERIFY(create(*ada, contact, u"Grace"_s)["ok"_L1].toBool());
    (void)m_server->addUser(u"eve"_s);
    TestClient eve(m_server->url());
    QVERIFY(eve.connectAs(m_server->tokenOf(u"eve"_s)));
    const QJsonObject first = eve.call(u"journal:snapshot"_s);
    QCOMPARE(snapshotOf(eve), (QStringList{u"Grace"_s, u"Sales"_s}));
    // From the snapshot's cursor on, nothing is twice and nothing is missing.
    QVERIFY(rename(*ada, contact, 1, u"Grace Hopper"_s)["ok"_L1].toBool());
    const QJsonObject page = eve.call(u"journal:page"_s, {{u"cursor"_s, first["cursor"_L1]}});
    QStringList events;
    for (const QJsonValue &row : page["rows"_L1].toArray())
        events.append(row["event"_L1].toString());
    QCOMPARE(events, QStringList{u"record:changed"_s});
    QVERIFY(create(*ada, newContact(), u"Ann"_s)["ok"_L1].toBool());
    QCOMPARE(eve.expect(u"record:added"_s).payload["payload"_L1]["fields"_L1]["name"_L1].toString(), u"Ann"_s);
}

void CrmLiveTest::whatWasWrittenIsThereAfterARestart()
{
    const QString contact = newContact();
    {
        const auto ada = follow(u"ada"_s);
        QVERIFY(create(*ada, contact, u"Grace"_s)["ok"_L1].toBool());
        QVERIFY(rename(*ada, contact, 1, u"Grace Hopper"_s)["ok"_L1].toBool());
    }
    m_server->stop();
    m_server->start();
    const auto ben = follow(u"ben"_s);
    QCOMPARE(snapshotOf(*ben), (QStringList{u"Grace Hopper"_s, u"Sales"_s})); // one pipeline still
    QCOMPARE(rename(*ben, contact, 2, u"Hopper"_s)["result"_L1].toObject(),
             (QJsonObject{{u"version"_s, 3}, {u"conflicts"_s, QJsonArray()}}));
    QCOMPARE(ben->call(u"record:history"_s, {{u"record"_s, contact}})["rows"_L1].toArray().size(), 3);
}

void CrmLiveTest::roleIsChangedWhileTheServerRuns()
{
    const auto ada = follow(u"ada"_s);
    const auto ben = follow(u"ben"_s);
    const QString contact = newContact();
    QVERIFY(create(*ben, contact, u"Grace"_s)["ok"_L1].toBool());
    const auto clock = std::make_shared<SystemClock>();
    QVERIFY(server::setRole(m_server->dataFolder(), u"ben"_s, Role::Reader, clock).ok());
    const QJsonObject told = ada->expect(u"user:added"_s).payload["payload"_L1].toObject();
    QCOMPARE(told["id"_L1].toString(), m_ben.id.text());
    QCOMPARE(told["role"_L1].toString(), u"reader"_s);
    const QJsonObject refused = rename(*ben, contact, 1, u"Mine"_s);
    QCOMPARE(errorCode(refused), u"role.forbidden"_s);
    QVERIFY(!refused["error"_L1]["message"_L1].toString().isEmpty());
    ben->close();
    const auto again = follow(u"ben"_s); // is greeted as what he is now
    QCOMPARE(again->ready()["user"_L1]["role"_L1].toString(), u"reader"_s);
    QVERIFY(again->call(u"record:history"_s, {{u"record"_s, contact}})["ok"_L1].toBool());
}

void CrmLiveTest::whoDoesNotSeeARecordIsToldNothingOfIt()
{
    (void)m_server->addUser(u"eve"_s);
    const auto ada = follow(u"ada"_s);
    QVERIFY(setPolicy(*ada, u"owner"_s));
    const auto ben = follow(u"ben"_s);
    const auto eve = follow(u"eve"_s);
    const QString contact = makeFor(*ben, m_ben);
    QCOMPARE(ada->expect(u"record:added"_s).payload["stream"_L1].toString(), recordsStreamOf(m_ben.id));
    QVERIFY(set(*ben, contact, {{u"job"_s, u"Pilot"_s}}));
    (void)ada->expect(u"record:changed"_s);
    QCOMPARE(errorCode(rename(*eve, contact, 2, u"Eve's"_s)), u"record.unknown"_s);
    QVERIFY(eve->call(u"record:history"_s, {{u"record"_s, contact}})["rows"_L1].toArray().isEmpty());
    QCOMPARE(look(*eve, contact), u"record.unknown"_s);
    QCOMPARE(look(*ben, contact), QString());
    QCOMPARE(look(*ada, contact), QString());
    const auto viewersAt = [](TestClient &client) {
        return client.expect(u"record:viewers"_s).payload["viewers"_L1].toArray().size();
    };
    QCOMPARE(viewersAt(*ben), 1);
    QCOMPARE(viewersAt(*ben), 2);
    // It learns where the journal is, and no more.
    (void)eve->expect(u"journal:head"_s);
    for (const QString &event : {u"record:added"_s, u"record:changed"_s, u"activity:new"_s, u"record:viewers"_s})
        QCOMPARE(eve->count(event), 0);
    QVERIFY(!ada->broken && !ben->broken && !eve->broken);
}

void CrmLiveTest::recordThatIsGivenAwayIsToldWhereItIs()
{
    const User eve = m_server->addUser(u"eve"_s);
    const auto ada = follow(u"ada"_s);
    QVERIFY(setPolicy(*ada, u"owner"_s));
    const auto atBen = follow(u"ben"_s);
    const auto atEve = follow(u"eve"_s);
    const QString contact = makeFor(*atBen, m_ben);
    QCOMPARE(look(*atBen, contact), QString());
    QCOMPARE(look(*ada, contact), QString());
    const int toldBefore = atBen->count(u"record:viewers"_s);
    QVERIFY(set(*atBen, contact, {{u"owner"_s, eve.id.text()}}));
    const QJsonObject left = atBen->expect(u"record:left"_s).payload["payload"_L1].toObject();
    QCOMPARE(left["to"_L1].toString(), recordsStreamOf(eve.id));
    QCOMPARE(atBen->count(u"record:entered"_s), 0);
    const QJsonObject entered = atEve->expect(u"record:entered"_s).payload["payload"_L1].toObject();
    QCOMPARE(entered["fields"_L1]["owner"_L1].toString(), eve.id.text());
    QCOMPARE(entered["version"_L1].toInt(), 2);
    QCOMPARE(atEve->count(u"record:changed"_s) + atEve->count(u"record:left"_s), 0);
    (void)ada->expect(u"record:entered"_s); // who sees both is told both
    (void)ada->expect(u"record:left"_s);
    // Who still looks at it is with those who see it now.
    QCOMPARE(look(*atEve, contact), QString());
    const QJsonArray viewers = atEve->expect(u"record:viewers"_s).payload["viewers"_L1].toArray();
    QCOMPARE(viewers.size(), 2);
    for (const QJsonValue &viewer : viewers)
        QVERIFY(viewer["user"_L1].toString() != m_ben.id.text());
    QVERIFY(set(*atEve, contact, {{u"job"_s, u"Pilot"_s}}));
    (void)ada->expect(u"record:changed"_s);
    QCOMPARE(atBen->count(u"record:viewers"_s), toldBefore);
    QVERIFY(!ada->broken && !atBen->broken && !atEve->broken);
}

void CrmLiveTest::whoseViewIsReplacedBeginsAnew()
{
    const auto ada = follow(u"ada"_s);
    const auto ben = follow(u"ben"_s);
    QVERIFY(!makeFor(*ada, m_ada).isEmpty());
    (void)ben->expect(u"record:added"_s);
    const QJsonObject place{{u"token"_s, m_server->tokenOf(u"ben"_s)},
                            {u"epoch"_s, ben->ready()["epoch"_L1]},
                            {u"cursor"_s, ben->cursor},
                            {u"mark"_s, ben->mark}};
    QVERIFY(setPolicy(*ada, u"owner"_s));
    const QJsonObject ended = ben->expect(u"session:ended"_s).payload;
    QCOMPARE(ended["code"_L1].toString(), u"journal.expired"_s);
    QVERIFY(ended.contains("retryAfter"_L1));
    QTRY_VERIFY(!ben->isConnected());
    QCOMPARE(ben->count(u"record:changed"_s), 0); // what replaces the view is not told on top of the old one
    TestClient again(m_server->url());
    QVERIFY(again.connect(place));
    QCOMPARE(again.ready()["journal"_L1]["state"_L1].toString(), u"expired"_s);
    QCOMPARE(snapshotOf(again), QStringList{u"Sales"_s});
    QVERIFY(ada->isConnected()); // nothing has changed for who sees all
    QCOMPARE(ada->count(u"session:ended"_s), 0);
}

void CrmLiveTest::roleThatShowsMoreReplacesAView()
{
    const auto ada = follow(u"ada"_s);
    QVERIFY(setPolicy(*ada, u"owner"_s));
    QVERIFY(!makeFor(*ada, m_ada).isEmpty());
    const auto ben = follow(u"ben"_s);
    QCOMPARE(snapshotOf(*ben), QStringList{u"Sales"_s});
    const auto clock = std::make_shared<SystemClock>();
    // By another process, which the running server notices.
    QVERIFY(server::setRole(m_server->dataFolder(), u"ben"_s, Role::Manager, clock).ok());
    QCOMPARE(ben->expect(u"session:ended"_s).payload["code"_L1].toString(), u"journal.expired"_s);
    const auto again = follow(u"ben"_s);
    QCOMPARE(snapshotOf(*again), (QStringList{u"Grace"_s, u"Sales"_s}));
    QVERIFY(!makeFor(*ada, m_ada).isEmpty());
    (void)again->expect(u"record:added"_s); // and is pushed what comes
}

void CrmLiveTest::severalComeTogether()
{
    const auto ada = follow(u"ada"_s);
    const auto ben = follow(u"ben"_s);
    const QString grace = newContact();
    const QJsonObject first = creation(grace, u"Grace"_s);
    const QJsonArray commands{first,
                              creation(newContact(), {}),
                              creation(grace, u"Again"_s),
                              QJsonObject{{u"event"_s, u"dance"_s}},
                              creation(newContact(), u"Alan"_s),
                              7};
    const QJsonObject together = ada->call(u"commands"_s, {{u"commands"_s, commands}});
    QVERIFY(together["ok"_L1].toBool());
    const QJsonArray answers = together["answers"_L1].toArray();
    QCOMPARE(answers.size(), commands.size());
    const auto codeOf = [&answers](int place) { return answers[place]["error"_L1]["code"_L1].toString(); };
    QVERIFY(answers[0]["ok"_L1].toBool());
    QCOMPARE(answers[0]["result"_L1].toObject(), (QJsonObject{{u"version"_s, 1}}));
    QCOMPARE(codeOf(1), u"name.empty"_s); // one that is refused stops no other
    QCOMPARE(codeOf(2), u"record.exists"_s);
    QCOMPARE(codeOf(3), u"command.unknown"_s);
    QVERIFY(answers[4]["ok"_L1].toBool());
    QCOMPARE(codeOf(5), u"command.unknown"_s);
    QCOMPARE(ben->expect(u"record:added"_s).payload["payload"_L1]["record"_L1].toString(), grace);

    // Each is remembered by its own id, whether it comes again alone or together.
    QJsonObject alone = first;
    alone.remove("event"_L1);
    QCOMPARE(ada->call(u"record:create"_s, alone)["seq"_L1], answers[0]["seq"_L1]);
    const QJsonObject again = ada->call(u"commands"_s, {{u"commands"_s, QJsonArray{first}}});
    QCOMPARE(again["answers"_L1][0].toObject(), answers[0].toObject());
    QVERIFY(!ada->broken && !ben->broken);
}

void CrmLiveTest::togetherIsBounded()
{
    const auto ada = follow(u"ada"_s);
    const auto codeOf = [&ada](const QJsonValue &commands) {
        return ada->call(u"commands"_s, {{u"commands"_s, commands}})["error"_L1]["code"_L1].toString();
    };
    QJsonArray tooMany;
    for (int i = 0; i < 101; ++i)
        tooMany.append(creation(newContact(), u"Grace"_s));
    QCOMPARE(codeOf(tooMany), u"payload.invalid"_s);
    QCOMPARE(codeOf(QJsonArray()), u"payload.invalid"_s);
    QCOMPARE(codeOf(7), u"payload.invalid"_s);
    tooMany.removeLast();
    QCOMPARE(codeOf(tooMany), QString());
}

void CrmLiveTest::manyAreSlowedDownAndNotRefused()
{
    server::Options slow = unhurried();
    slow.rates.set(server::RateClass::Record, {.perMinute = 600, .burst = 2});
    m_server = std::make_unique<TestServer>(slow);
    (void)m_server->addUser(u"ada"_s, Role::Admin);
    const auto ada = follow(u"ada"_s);
    QElapsedTimer clock;
    clock.start();
    QJsonArray commands;
    for (int i = 0; i < 7; ++i)
        commands.append(creation(newContact(), u"Grace"_s));
    const QJsonArray answers = ada->call(u"commands"_s, {{u"commands"_s, commands}})["answers"_L1].toArray();
    QCOMPARE(answers.size(), 7);
    for (const QJsonValue &answer : answers)
        QVERIFY(answer["ok"_L1].toBool());
    QVERIFY(clock.elapsed() >= 400); // two at once, then one every 100 ms
}

QTEST_GUILESS_MAIN(CrmLiveTest)
#include "CrmLiveTest.moc"
