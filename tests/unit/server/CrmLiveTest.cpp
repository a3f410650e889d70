// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestServer.h"
#include "domain/Json.h"
#include "server/Administration.h"

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

private:
    std::unique_ptr<TestClient> follow(const QString &name)
    {
        auto client = std::make_unique<TestClient>(m_server->url());
        if (!client->follow(m_server->tokenOf(name)))
            qFatal("%s could not connect", qPrintable(name));
        return client;
    }
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

QTEST_GUILESS_MAIN(CrmLiveTest)
#include "CrmLiveTest.moc"
