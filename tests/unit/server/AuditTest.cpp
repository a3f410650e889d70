// SPDX-License-Identifier: GPL-3.0-or-later
#include "RecordsUnderTest.h"
#include "TestServer.h"
#include "server/Administration.h"
#include "server/storage/Requests.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server;
using namespace frontdesk::server::testing;
using namespace std::chrono_literals;

namespace {

/// An entry or a row as this test compares it: its event, and what it is about.
QString shortly(const QJsonObject &row)
{
    const QJsonObject payload = row["payload"_L1].toObject();
    return row["event"_L1].toString() + u' ' + payload["record"_L1].toString() + payload["name"_L1].toString();
}

} // namespace

/// What an administrator is told about who did what.
class AuditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void signInsAreToldWithTheirPlace();
    void refusalsOfAnHourAreOneEntry();
    void accountsAndRolesAreTold();
    void changesAreToldWithWhatWasThere();
    void whatPeopleWriteToEachOtherIsNotTold();
    void partsActorsAndTimes();
    void pagesAreTheWholeInItsOrder_data();
    void pagesAreTheWholeInItsOrder();
    void whatComesMeanwhileIsInNoOlderPage();
    void placeThatIsNoneIsRefused();
    void oldEntriesAreForgotten();

private:
    /// A page of what an administrator reads, as it goes over the wire.
    static QJsonObject page(RecordsUnderTest &desk, const User &admin, const QJsonObject &query)
    {
        const auto answer = readRequest(u"audit:list"_s, query).value()(desk.records(), admin.id);
        if (!answer)
            return {{u"refused"_s, answer.error().code}};
        QJsonObject fields = answer.value().fields;
        fields.insert(u"rows"_s, QJsonDocument::fromJson(answer.value().rows).array());
        return fields;
    }
    static QStringList all(RecordsUnderTest &desk, const User &admin, QJsonObject query)
    {
        QStringList rows;
        for (;;) {
            const QJsonObject answer = page(desk, admin, query);
            for (const QJsonValue &row : answer["rows"_L1].toArray())
                rows.append(shortly(row.toObject()));
            if (!answer["next"_L1].isString())
                return rows;
            query.insert(u"before"_s, answer["next"_L1]);
        }
    }
    static RecordRef makeContact(RecordsUnderTest &desk, const User &user, const QString &name)
    {
        const RecordRef record{RecordKind::Contact, QUuid::createUuid().toString(QUuid::WithoutBraces)};
        if (!desk.give(user, CreateRecord{record, {{u"name"_s, name}}, {}}))
            qFatal("no contact");
        return record;
    }
};

void AuditTest::signInsAreToldWithTheirPlace()
{
    TestServer server;
    server.addUser(u"root"_s, Role::Admin);
    const QByteArray body = R"({"name":"root","password":"correct horse","device":"Laptop"})";
    const QUrl login = server.url().resolved(QUrl(u"/api/login"_s));
    const HttpAnswer in = post(login, body);
    QCOMPARE(in.status, 200);
    const HttpAnswer other = post(login, body);
    QCOMPARE(post(login, R"({"name":"root","password":"wrong horses"})").errorCode(), u"auth.invalid"_s);
    QCOMPARE(post(login, R"({"name":"nobody","password":"wrong horses"})").errorCode(), u"auth.invalid"_s);
    QCOMPARE(post(server.url().resolved(QUrl(u"/api/logout"_s)), {},
                  "Bearer " + other.body["token"_L1].toString().toLatin1())
                 .status,
             200);

    TestClient client(server.url());
    QVERIFY(client.connectAs(in.body["token"_L1].toString()));
    const QJsonObject answer = client.call(u"audit:list"_s, {{u"part"_s, u"access"_s}});
    const QJsonArray rows = answer["rows"_L1].toArray();
    QStringList events;
    for (const QJsonValue &row : rows)
        events.append(shortly(row.toObject()));
    QCOMPARE(events, (QStringList{u"session:closed "_s, u"session:refused nobody"_s, u"session:refused root"_s,
                                  u"session:opened "_s, u"session:opened "_s, u"account:added "_s}));
    const QJsonObject opened = rows[3].toObject();
    QCOMPARE(opened["actor"_L1].toString(), in.body["user"_L1]["id"_L1].toString());
    QCOMPARE(opened["payload"_L1]["device"_L1].toString(), u"Laptop"_s);
    QCOMPARE(opened["payload"_L1]["address"_L1].toString(), u"127.0.0.1"_s);
    QVERIFY(answer["next"_L1].isNull());
    QVERIFY(!QJsonDocument(answer).toJson().contains("horse")); // a password is nowhere
}

void AuditTest::refusalsOfAnHourAreOneEntry()
{
    RecordsUnderTest desk;
    const User root = desk.addUser(u"root"_s, Role::Admin);
    AuditLog &audit = desk.records().audit;
    const auto refused = [&](const QString &name, const QString &address) {
        audit.appendRefusal(name, address, desk.now);
    };
    refused(u"ada"_s, u"10.0.0.1"_s);
    refused(u"ada"_s, u"10.0.0.1"_s);
    refused(u"ben"_s, u"10.0.0.1"_s);
    refused(u"ada"_s, u"10.0.0.1"_s);
    refused(u"ada"_s, u"10.0.0.2"_s);
    desk.now += milliseconds(61min).count();
    refused(u"ada"_s, u"10.0.0.2"_s);
    QStringList told;
    for (const QJsonValue &row : page(desk, root, {{u"part"_s, u"access"_s}})["rows"_L1].toArray())
        if (row["event"_L1].toString() == "session:refused"_L1)
            told.append(shortly(row.toObject()).section(u' ', 1) + row["payload"_L1]["address"_L1].toString().right(1) +
                        QString::number(row["payload"_L1]["times"_L1].toInt()));
    QCOMPARE(told, (QStringList{u"ada21"_s, u"ada21"_s, u"ben11"_s, u"ada13"_s}));
}

void AuditTest::accountsAndRolesAreTold()
{
    TestServer server;
    server.addUser(u"root"_s, Role::Admin);
    const User ben = server.addUser(u"ben"_s);
    server.stop();
    QVERIFY(setRole(server.dataFolder(), u"ben"_s, Role::Manager, std::make_shared<SystemClock>()));
    server.start();
    TestClient client(server.url());
    QVERIFY(client.connectAs(server.tokenOf(u"root"_s)));
    const QJsonArray rows = client.call(u"audit:list"_s, {{u"part"_s, u"access"_s}})["rows"_L1].toArray();
    const auto role = std::find_if(rows.begin(), rows.end(), [](const QJsonValue &row) {
        return row["event"_L1].toString() == "account:role"_L1;
    });
    QVERIFY(role != rows.end());
    QCOMPARE((*role)["actor"_L1].toString(), QString()); // somebody at the server itself
    QCOMPARE((*role)["payload"_L1].toObject(),
             (QJsonObject{{u"user"_s, ben.id.text()}, {u"was"_s, u"agent"_s}, {u"role"_s, u"manager"_s}}));
}

void AuditTest::changesAreToldWithWhatWasThere()
{
    RecordsUnderTest desk;
    const User root = desk.addUser(u"root"_s, Role::Admin);
    const User ada = desk.addUser(u"ada"_s);
    const RecordRef contact = makeContact(desk, ada, u"Maya"_s);
    QVERIFY(desk.give(ada, ChangeRecord{.record = contact,
                                        .basis = {1, {}},
                                        .set = {{u"name"_s, u"Maya O."_s}},
                                        .was = {},
                                        .lists = {},
                                        .resolves = {}}));
    const QJsonArray rows = page(desk, root, {{u"part"_s, u"records"_s}})["rows"_L1].toArray();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(shortly(rows[0].toObject()), u"record:changed "_s + contact.text());
    QCOMPARE(rows[0]["actor"_L1].toString(), ada.id.text());
    QCOMPARE(rows[0]["payload"_L1]["was"_L1]["name"_L1].toString(), u"Maya"_s);
    QCOMPARE(rows[0]["payload"_L1]["set"_L1]["name"_L1].toString(), u"Maya O."_s);
    QCOMPARE(shortly(rows[1].toObject()), u"record:added "_s + contact.text());
}

void AuditTest::whatPeopleWriteToEachOtherIsNotTold()
{
    RecordsUnderTest desk;
    const User root = desk.addUser(u"root"_s, Role::Admin);
    const User ada = desk.addUser(u"ada"_s);
    const User ben = desk.addUser(u"ben"_s);
    const ConversationId group = desk.createGroup(ada, u"A secret title"_s, {ben.id});
    QVERIFY(desk.give(ada, SendMessage{group, u"a secret word"_s}));
    ChangeRecord rename = renameConversation(group, u"Another secret title"_s);
    rename.basis.version = 1;
    QVERIFY(desk.give(ada, rename));
    QVERIFY(desk.give(ada, SetOwnValue{u"draft:"_s + group.text(), u"a secret draft"_s}));
    QVERIFY(!QJsonDocument(page(desk, root, {})).toJson().contains("secret"));
}

void AuditTest::partsActorsAndTimes()
{
    RecordsUnderTest desk;
    const User root = desk.addUser(u"root"_s, Role::Admin);
    const User ada = desk.addUser(u"ada"_s, Role::Manager);
    desk.records().audit.append(ada.id, ++desk.now, u"session:opened"_s, {});
    const RecordRef contact = makeContact(desk, ada, u"Maya"_s);
    const qint64 noon = ++desk.now;
    const RecordRef team{RecordKind::Team, QUuid::createUuid().toString(QUuid::WithoutBraces)};
    QVERIFY(desk.give(root, CreateRecord{team, {{u"name"_s, u"North"_s}}, {}}));

    const QString made = u"record:added "_s + contact.text();
    const QString founded = u"record:added "_s + team.text();
    QCOMPARE(all(desk, root, {{u"part"_s, u"records"_s}}), QStringList{made});
    QCOMPARE(all(desk, root, {{u"part"_s, u"setup"_s}}), QStringList{founded});
    QCOMPARE(all(desk, root, {{u"actor"_s, ada.id.text()}}), (QStringList{made, u"session:opened "_s}));
    QCOMPARE(all(desk, root, {{u"from"_s, noon}}), QStringList{founded});
    QCOMPARE(all(desk, root, {{u"from"_s, noon + 1'000}}), QStringList());
    QCOMPARE(all(desk, root, {{u"to"_s, noon}, {u"actor"_s, ada.id.text()}}),
             (QStringList{made, u"session:opened "_s}));
    QCOMPARE(page(desk, ada, {})["refused"_L1].toString(), u"role.forbidden"_s);
}

void AuditTest::pagesAreTheWholeInItsOrder_data()
{
    QTest::addColumn<int>("limit");
    for (const int limit : {1, 2, 3, 7, 100})
        QTest::addRow("%d at a time", limit) << limit;
}

void AuditTest::pagesAreTheWholeInItsOrder()
{
    QFETCH(int, limit);
    RecordsUnderTest desk;
    const User root = desk.addUser(u"root"_s, Role::Admin);
    QStringList written{u"account:added "_s};
    for (int i = 0; i < 12; ++i) {
        if (i % 3 != 0) {
            written.prepend(u"record:added "_s + makeContact(desk, root, u"Maya"_s).text());
        } else {
            desk.records().audit.append(root.id, ++desk.now, u"session:opened"_s, {{u"name"_s, QString::number(i)}});
            written.prepend(u"session:opened %1"_s.arg(i));
        }
        if (i % 4 == 0) { // what is not told lies between
            QVERIFY(desk.give(root, SetOwnValue{u"setting:theme"_s, i}));
        }
    }
    QCOMPARE(all(desk, root, {{u"limit"_s, limit}}), written);
}

void AuditTest::whatComesMeanwhileIsInNoOlderPage()
{
    RecordsUnderTest desk;
    const User root = desk.addUser(u"root"_s, Role::Admin);
    const RecordRef first = makeContact(desk, root, u"Maya"_s);
    const QJsonObject newest = page(desk, root, {{u"limit"_s, 1}});
    QCOMPARE(shortly(newest["rows"_L1][0].toObject()), u"record:added "_s + first.text());
    makeContact(desk, root, u"Nora"_s);
    desk.records().audit.append(root.id, ++desk.now, u"session:opened"_s, {});
    QCOMPARE(all(desk, root, {{u"before"_s, newest["next"_L1]}}), QStringList{u"account:added "_s});
}

void AuditTest::placeThatIsNoneIsRefused()
{
    RecordsUnderTest desk;
    const User root = desk.addUser(u"root"_s, Role::Admin);
    for (const QString &place : {u"1"_s, u"x.y"_s, u"1.2.3"_s})
        QCOMPARE(page(desk, root, {{u"before"_s, place}})["refused"_L1].toString(), u"payload.invalid"_s);
}

void AuditTest::oldEntriesAreForgotten()
{
    RecordsUnderTest desk;
    const User root = desk.addUser(u"root"_s, Role::Admin);
    desk.records().audit.append(root.id, ++desk.now, u"session:opened"_s, {});
    QCOMPARE(all(desk, root, {}).size(), 2);
    desk.now += milliseconds(AuditLog::keptFor).count() + 1;
    desk.records().audit.append(root.id, desk.now, u"session:closed"_s, {});
    QCOMPARE(all(desk, root, {}), QStringList{u"session:closed "_s});
}

QTEST_GUILESS_MAIN(AuditTest)
#include "AuditTest.moc"
