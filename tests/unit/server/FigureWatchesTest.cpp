// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestServer.h"
#include "figures/Answer.h"

#include <QtCore/QUuid>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server::testing;

/// Figures through a real server, over real sockets.
class FigureWatchesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<TestServer>();
        m_ada = m_server->addUser(u"ada"_s, Role::Admin);
        m_ben = m_server->addUser(u"ben"_s);
    }
    void cleanup() { m_server.reset(); }

    void whoAsksIsToldOnce();
    void whoWatchesIsToldWhatChanges();
    void manyChangesAreToldTogether();
    void whoLooksAtSomethingElseIsToldOfThat();
    void aTeamIsWatchedWhileItsMembersChange();
    void aWrongQuestionIsRefused();
    void figuresAreThereAfterARestart();

private:
    static QJsonObject thisWeek()
    {
        const QDate today = QDateTime::currentDateTimeUtc().date();
        return {{u"from"_s, today.addDays(-6).toString(Qt::ISODate)},
                {u"until"_s, today.addDays(2).toString(Qt::ISODate)}};
    }
    static QJsonObject with(QJsonObject object, const QString &field, const QJsonValue &value)
    {
        object.insert(field, value);
        return object;
    }
    std::unique_ptr<TestClient> connected(const QString &name)
    {
        auto client = std::make_unique<TestClient>(m_server->url());
        if (!client->connectAs(m_server->tokenOf(name)))
            qFatal("%s could not connect", qPrintable(name));
        return client;
    }
    static bool addContact(TestClient &client, const QString &owner = {})
    {
        return client
            .call(u"record:create"_s,
                  command({{u"record"_s, u"contact:"_s + QUuid::createUuid().toString(QUuid::WithoutBraces)},
                           {u"set"_s, QJsonObject{{u"name"_s, u"Grace"_s}, {u"owner"_s, owner}}}}))["ok"_L1]
            .toBool();
    }
    static figures::Answer answerFrom(const QJsonObject &object)
    {
        FieldReader fields(object);
        return figures::readAnswer(fields);
    }
    /// What has been pushed so far, put together on an answer.
    static figures::Answer pushedOn(figures::Answer answer, const TestClient &client)
    {
        for (const Received &received : client.received)
            if (received.event == u"figures:changed") {
                FieldReader fields(received.payload);
                answer = figures::withDelta(answer, figures::readDelta(fields));
            }
        return answer;
    }

    std::unique_ptr<TestServer> m_server;
    User m_ada;
    User m_ben;
};

void FigureWatchesTest::whoAsksIsToldOnce()
{
    const auto ada = connected(u"ada"_s);
    QVERIFY(addContact(*ada));
    const QJsonObject answer = ada->call(u"figures:get"_s, thisWeek());
    QVERIFY(answer["ok"_L1].toBool());
    QCOMPARE(answer["figures"_L1]["contacts.new"_L1].toInteger(), 1);
    QCOMPARE(answer["before"_L1]["contacts.new"_L1].toInteger(), 0);
    QVERIFY(answer["at"_L1].toInteger() > 0);
    QVERIFY(addContact(*ada));
    QVERIFY(ada->call(u"figures:get"_s, thisWeek())["ok"_L1].toBool()); // behind what would have been pushed
    QCOMPARE(ada->count(u"figures:changed"_s), 0);
}

void FigureWatchesTest::whoWatchesIsToldWhatChanges()
{
    const auto ada = connected(u"ada"_s);
    const auto ben = connected(u"ben"_s);
    QVERIFY(ada->call(u"figures:watch"_s, thisWeek())["ok"_L1].toBool());
    QVERIFY(addContact(*ben, m_ben.id.text()));
    const QJsonObject pushed = ada->expect(u"figures:changed"_s).payload;
    QCOMPARE(pushed["figures"_L1].toObject(), (QJsonObject{{u"contacts.new"_s, 1}})); // and nothing else
    QVERIFY(!pushed.contains("before"_L1));
    QCOMPARE(ben->count(u"figures:changed"_s), 0);

    QVERIFY(ada->call(u"figures:unwatch"_s)["ok"_L1].toBool());
    const int before = ada->count(u"figures:changed"_s);
    QVERIFY(ben->call(u"figures:watch"_s, thisWeek())["ok"_L1].toBool());
    QVERIFY(addContact(*ada));
    QCOMPARE(ben->expect(u"figures:changed"_s).payload["figures"_L1]["contacts.new"_L1].toInteger(), 2);
    QCOMPARE(ada->count(u"figures:changed"_s), before);
}

void FigureWatchesTest::manyChangesAreToldTogether()
{
    const auto ada = connected(u"ada"_s);
    const auto ben = connected(u"ben"_s);
    const figures::Answer first = answerFrom(ada->call(u"figures:watch"_s, thisWeek()));
    constexpr int contacts = 40;
    QElapsedTimer time;
    time.start();
    for (int i = 0; i < contacts; ++i)
        QVERIFY(addContact(*ben));
    QTRY_COMPARE_WITH_TIMEOUT(pushedOn(first, *ada).now["contacts.new"_L1].toInteger(), contacts, 60'000);
    QVERIFY(ada->count(u"figures:changed"_s) <= 2 + time.elapsed() / 1000); // one at once, then one a second
    QCOMPARE(pushedOn(first, *ada).now, answerFrom(ben->call(u"figures:get"_s, thisWeek())).now);
}

void FigureWatchesTest::whoLooksAtSomethingElseIsToldOfThat()
{
    const auto ada = connected(u"ada"_s);
    const auto ben = connected(u"ben"_s);
    QVERIFY(ada->call(u"figures:watch"_s, thisWeek())["ok"_L1].toBool());
    const QJsonObject mine = ada->call(u"figures:watch"_s, with(thisWeek(), u"owner"_s, m_ada.id.text()));
    QVERIFY(mine["ok"_L1].toBool());
    QVERIFY(addContact(*ben, m_ben.id.text()));
    QVERIFY(addContact(*ben, m_ada.id.text()));
    QCOMPARE(ada->expect(u"figures:changed"_s).payload["figures"_L1]["contacts.new"_L1].toInteger(), 1);
}

void FigureWatchesTest::aTeamIsWatchedWhileItsMembersChange()
{
    const auto ada = connected(u"ada"_s);
    const auto ben = connected(u"ben"_s);
    QVERIFY(addContact(*ben, m_ben.id.text()));
    QVERIFY(addContact(*ben, m_ada.id.text()));
    QVERIFY(addContact(*ben, m_ada.id.text()));
    const QString team = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString record = u"team:"_s + team;
    QVERIFY(ada->call(u"record:create"_s,
                      command({{u"record"_s, record},
                               {u"set"_s, QJsonObject{{u"name"_s, u"North"_s}}},
                               {u"add"_s, QJsonObject{{u"members"_s, QJsonArray{m_ben.id.text()}}}}}))["ok"_L1]
                .toBool());
    const QJsonObject question = with(thisWeek(), u"team"_s, team);
    const figures::Answer first = answerFrom(ada->call(u"figures:watch"_s, question));
    QCOMPARE(first.query.team, team);
    QCOMPARE(first.now["contacts.new"_L1].toInteger(), 1);
    const auto change = [&](qint64 base, const QString &what, const QJsonValue &value) {
        return ada
            ->call(u"record:change"_s, command({{u"record"_s, record}, {u"base"_s, base}, {what, value}}))["ok"_L1]
            .toBool();
    };
    const auto contacts = [&] { return pushedOn(first, *ada).now["contacts.new"_L1].toInteger(); };
    QVERIFY(change(1, u"add"_s, QJsonObject{{u"members"_s, QJsonArray{m_ada.id.text()}}}));
    QTRY_COMPARE_WITH_TIMEOUT(contacts(), 3, 60'000);
    QVERIFY(addContact(*ben, m_ada.id.text()));
    QTRY_COMPARE_WITH_TIMEOUT(contacts(), 4, 60'000);
    QVERIFY(change(2, u"remove"_s, QJsonObject{{u"members"_s, QJsonArray{m_ben.id.text()}}}));
    QTRY_COMPARE_WITH_TIMEOUT(contacts(), 3, 60'000);
    QCOMPARE(pushedOn(first, *ada).now, answerFrom(ben->call(u"figures:get"_s, question)).now);
    // Put into the bin, nobody is in it; who asks anew is told that there is none.
    QVERIFY(change(3, u"set"_s, QJsonObject{{u"deleted"_s, true}}));
    QTRY_COMPARE_WITH_TIMEOUT(contacts(), 0, 60'000);
    QCOMPARE(errorCode(ada->call(u"figures:watch"_s, question)), u"team.unknown"_s);
}

void FigureWatchesTest::aWrongQuestionIsRefused()
{
    const auto ada = connected(u"ada"_s);
    for (const QString &event : {u"figures:get"_s, u"figures:watch"_s}) {
        QCOMPARE(errorCode(ada->call(event, {})), u"payload.invalid"_s);
        QCOMPARE(errorCode(ada->call(event, with(thisWeek(), u"offset"_s, 7))), u"payload.invalid"_s);
        QCOMPARE(errorCode(ada->call(event, with(thisWeek(), u"team"_s, u"nowhere"_s))), u"team.unknown"_s);
    }
}

void FigureWatchesTest::figuresAreThereAfterARestart()
{
    {
        const auto ada = connected(u"ada"_s);
        QVERIFY(addContact(*ada));
    }
    m_server->stop();
    m_server->start();
    const auto ada = connected(u"ada"_s);
    QCOMPARE(ada->call(u"figures:get"_s, thisWeek())["figures"_L1]["contacts.new"_L1].toInteger(), 1);
}

QTEST_GUILESS_MAIN(FigureWatchesTest)
#include "FigureWatchesTest.moc"
