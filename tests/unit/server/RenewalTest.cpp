// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestServer.h"
#include "server/storage/Database.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server::testing;
using namespace std::chrono_literals;

/// Sign-ins that go on: refresh tokens over HTTP, and renewing an open connection.
class RenewalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<TestServer>();
        m_server->addUser(u"ada"_s);
    }
    void cleanup() { m_server.reset(); }

    void aSignInIsRenewed();
    void anAnswerThatGotLostIsAskedForAgain();
    void aStolenTokenEndsTheSession();
    void garbageEndsNothing();
    void renewalsOutliveTheServer();
    void aConnectionIsRenewedWithoutABreak();
    void aConnectionIsRenewedByItsOwnerOnly();
    void aConnectionThatIsNotRenewedEnds();
    void aConnectionEndsAlsoWhenTheClockWasSetBack();
    void loggingOutWithAnExpiredToken();
    void filesOfTheFirstVersionAreOpened();

private:
    HttpAnswer refresh(const QString &refreshToken)
    {
        return post(m_server->url().resolved(QUrl(u"/api/refresh"_s)),
                    QJsonDocument(QJsonObject{{u"refreshToken"_s, refreshToken}}).toJson());
    }
    bool connects(const QString &token)
    {
        TestClient client(m_server->url());
        return client.connectAs(token);
    }

    std::unique_ptr<TestServer> m_server;
};

void RenewalTest::aSignInIsRenewed()
{
    const QJsonObject first = signIn(m_server->url(), u"ada"_s);
    const qint64 now = m_server->clock().utc().count();
    QVERIFY(std::abs(first["expiresAt"_L1].toInteger() - now - 3'600'000) < 60'000);
    QVERIFY(std::abs(first["refreshExpiresAt"_L1].toInteger() - now - qint64(90) * 24 * 3'600'000) < 60'000);

    m_server->clock().move(61min);
    QVERIFY(!connects(first["token"_L1].toString()));
    const HttpAnswer second = refresh(first["refreshToken"_L1].toString());
    QCOMPARE(second.status, 200);
    QCOMPARE(second.body["user"_L1], first["user"_L1]);
    QVERIFY(second.body["refreshExpiresAt"_L1].toInteger() > first["refreshExpiresAt"_L1].toInteger());
    QVERIFY(connects(second.body["token"_L1].toString()));

    m_server->clock().move(24h * 91);
    const HttpAnswer late = refresh(second.body["refreshToken"_L1].toString());
    QCOMPARE(late.status, 401);
    QCOMPARE(late.errorCode(), u"auth.expired"_s);
}

void RenewalTest::anAnswerThatGotLostIsAskedForAgain()
{
    const QString kept = signIn(m_server->url(), u"ada"_s)["refreshToken"_L1].toString();
    const QJsonObject lost = refresh(kept).body; // and the client crashes before it has written this down
    m_server->stop();
    m_server->start(); // the server may as well
    const HttpAnswer again = refresh(kept);
    QCOMPARE(again.status, 200);
    QVERIFY(connects(again.body["token"_L1].toString()));
    QCOMPARE(refresh(again.body["refreshToken"_L1].toString()).status, 200);
    Q_UNUSED(lost);
}

void RenewalTest::aStolenTokenEndsTheSession()
{
    const QString stolen = signIn(m_server->url(), u"ada"_s)["refreshToken"_L1].toString();
    const QJsonObject second = refresh(stolen).body;
    const QJsonObject third = refresh(second["refreshToken"_L1].toString()).body;
    TestClient client(m_server->url());
    QVERIFY(client.connectAs(third["token"_L1].toString()));

    const HttpAnswer theft = refresh(stolen);
    QCOMPARE(theft.status, 401);
    QCOMPARE(theft.errorCode(), u"auth.revoked"_s);
    QCOMPARE(m_server->loggedEvents(u"session.stolen"_s), 1);
    QCOMPARE(client.expect(u"session:ended"_s).payload["code"_L1].toString(), u"auth.revoked"_s);
    QTRY_VERIFY(!client.isConnected());
    QCOMPARE(refresh(third["refreshToken"_L1].toString()).errorCode(), u"auth.revoked"_s);
    QVERIFY(!connects(third["token"_L1].toString()));
    QVERIFY(connects(logIn(m_server->url(), u"ada"_s))); // signing in again is always possible
}

void RenewalTest::garbageEndsNothing()
{
    const QString good = signIn(m_server->url(), u"ada"_s)["refreshToken"_L1].toString();
    QString forged = good;
    forged[40] = forged[40] == u'A' ? u'B' : u'A'; // of the same session, but nobody was ever given it
    QCOMPARE(refresh(forged).errorCode(), u"auth.invalid"_s);
    QCOMPARE(refresh(u"open sesame"_s).errorCode(), u"auth.invalid"_s);
    QCOMPARE(refresh(good).status, 200);
}

void RenewalTest::renewalsOutliveTheServer()
{
    const QJsonObject first = signIn(m_server->url(), u"ada"_s);
    const QJsonObject second = refresh(first["refreshToken"_L1].toString()).body;
    QCOMPARE(refresh(second["refreshToken"_L1].toString()).status, 200);
    m_server->stop();
    m_server->start();
    QVERIFY(connects(second["token"_L1].toString()));
    QCOMPARE(refresh(first["refreshToken"_L1].toString()).errorCode(), u"auth.revoked"_s); // still known as replaced
}

void RenewalTest::aConnectionIsRenewedWithoutABreak()
{
    const QJsonObject first = signIn(m_server->url(), u"ada"_s);
    TestClient client(m_server->url());
    QVERIFY(client.connectAs(first["token"_L1].toString()));
    m_server->clock().move(55min);
    const QJsonObject second = refresh(first["refreshToken"_L1].toString()).body;
    const QJsonObject renewed = client.call(u"session:renew"_s, {{u"token"_s, second["token"_L1]}});
    QVERIFY(renewed["ok"_L1].toBool());
    QCOMPARE(renewed["expiresAt"_L1], second["expiresAt"_L1]);
    m_server->clock().move(10min); // beyond the first token's end
    QVERIFY(client.call(u"clock:ping"_s, {{u"t"_s, 1}})["ok"_L1].toBool());
    QVERIFY(client.isConnected());
}

void RenewalTest::aConnectionIsRenewedByItsOwnerOnly()
{
    m_server->addUser(u"eve"_s);
    TestClient client(m_server->url());
    QVERIFY(client.connectAs(logIn(m_server->url(), u"ada"_s)));
    const auto renewWith = [&](const QString &token) {
        return errorCode(client.call(u"session:renew"_s, {{u"token"_s, token}}));
    };
    QCOMPARE(renewWith(logIn(m_server->url(), u"eve"_s)), u"auth.invalid"_s);
    QCOMPARE(renewWith(u"open sesame"_s), u"auth.invalid"_s);
    const QString ended = logIn(m_server->url(), u"ada"_s);
    QCOMPARE(post(m_server->url().resolved(QUrl(u"/api/logout"_s)), {}, "Bearer " + ended.toLatin1()).status, 200);
    QCOMPARE(renewWith(ended), u"auth.revoked"_s);
    QVERIFY(client.isConnected()); // what it has is still good

    // Signed in anew, the connection belongs to that sign-in.
    const QString other = logIn(m_server->url(), u"ada"_s);
    QCOMPARE(renewWith(other), QString());
    QCOMPARE(post(m_server->url().resolved(QUrl(u"/api/logout"_s)), {}, "Bearer " + other.toLatin1()).status, 200);
    QTRY_VERIFY(!client.isConnected());
}

void RenewalTest::aConnectionThatIsNotRenewedEnds()
{
    // By itself, without anything that the client sends: real time, and a token that lasts five seconds.
    server::Options options = unhurried();
    options.lifetimes.token = 5s;
    TestServer other(options);
    other.addUser(u"ada"_s);
    const QJsonObject first = signIn(other.url(), u"ada"_s);
    TestClient client(other.url());
    QVERIFY(client.connectAs(first["token"_L1].toString()));
    QCOMPARE(client.expect(u"session:ended"_s).payload["code"_L1].toString(), u"auth.expired"_s);
    QTRY_VERIFY(!client.isConnected());
}

void RenewalTest::aConnectionEndsAlsoWhenTheClockWasSetBack()
{
    server::Options options = unhurried();
    options.lifetimes.token = 5s;
    TestServer other(options);
    other.addUser(u"ada"_s);
    TestClient client(other.url());
    QVERIFY(client.connectAs(logIn(other.url(), u"ada"_s)));
    other.clock().move(-1s); // when it was to end, it has a second left
    QCOMPARE(client.expect(u"session:ended"_s).payload["code"_L1].toString(), u"auth.expired"_s);
    QTRY_VERIFY(!client.isConnected());
}

void RenewalTest::loggingOutWithAnExpiredToken()
{
    const QJsonObject first = signIn(m_server->url(), u"ada"_s);
    const QUrl logout = m_server->url().resolved(QUrl(u"/api/logout"_s));
    m_server->clock().move(2h);
    QCOMPARE(post(logout, {}, "Bearer " + first["token"_L1].toString().toLatin1()).errorCode(), u"auth.expired"_s);
    QCOMPARE(post(logout, QJsonDocument(QJsonObject{{u"refreshToken"_s, first["refreshToken"_L1]}}).toJson()).status,
             200);
    QCOMPARE(refresh(first["refreshToken"_L1].toString()).errorCode(), u"auth.revoked"_s);
}

void RenewalTest::filesOfTheFirstVersionAreOpened()
{
    const QString token = logIn(m_server->url(), u"ada"_s);
    m_server->stop();
    {
        auto database = server::Database::open(m_server->databaseFile());
        for (const QString &statement : {u"DROP TABLE audit"_s,
                                         u"DROP TABLE refresh_tokens"_s,
                                         u"DROP TABLE fields"_s,
                                         u"DROP TABLE conflicts"_s,
                                         u"DROP TABLE labels"_s,
                                         u"DROP TABLE own_values"_s,
                                         u"ALTER TABLE users DROP COLUMN about"_s,
                                         u"ALTER TABLE users DROP COLUMN version"_s,
                                         u"ALTER TABLE users DROP COLUMN floor"_s,
                                         u"ALTER TABLE messages DROP COLUMN edited_at"_s,
                                         u"ALTER TABLE messages DROP COLUMN edit_seq"_s,
                                         u"DROP TABLE search_index"_s,
                                         u"DROP TABLE search_days"_s,
                                         u"DROP INDEX messages_seq"_s,
                                         u"DROP TABLE records"_s,
                                         u"DROP TABLE record_rows"_s,
                                         u"DROP TABLE record_bursts"_s,
                                         u"ALTER TABLE conversations DROP COLUMN contact"_s,
                                         u"ALTER TABLE conversations DROP COLUMN closed"_s,
                                         u"DELETE FROM memberships WHERE stream = 'records'"_s,
                                         u"DROP TABLE figure_entries"_s,
                                         u"DROP TABLE figure_days"_s,
                                         u"DROP TABLE figure_levels"_s,
                                         u"DROP TABLE figure_facts"_s,
                                         u"DROP TABLE files"_s,
                                         u"DROP TABLE file_puts"_s,
                                         u"DROP TABLE file_uses"_s,
                                         u"ALTER TABLE messages DROP COLUMN files"_s,
                                         u"PRAGMA user_version = 1"_s})
            database.value()->run(statement);
    }
    m_server->start();
    QVERIFY(connects(token)); // who was signed in still is
    QCOMPARE(refresh(signIn(m_server->url(), u"ada"_s)["refreshToken"_L1].toString()).status, 200);
}

QTEST_GUILESS_MAIN(RenewalTest)
#include "RenewalTest.moc"
