// SPDX-License-Identifier: GPL-3.0-or-later
#include "Talk.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server::testing;
using frontdesk::server::RateClass;
using namespace std::chrono_literals;

/// What a server does when somebody is too fast: later, never no.
class LimitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void messagesFlowAtTheirRate();
    void othersAreNotSlowedDown();
    void anOutboxIsReplayedAtOnce();
    void anOutboxHasItsQuotaToo();
    void logInsUnderOneNameAreSlow();
    void logInsFromOneAddressAreSlow();
    void connectsFromOneAddressAreSlow();
    void aFloodIsLoggedOnce();

private:
    /// The usual limits, one of them changed.
    static server::Options limited(RateClass rateClass, server::Rate rate)
    {
        server::Options options;
        options.rates.set(rateClass, rate);
        return options;
    }
    static QJsonObject say(TestClient &client, const QString &conversation, const QString &id = {})
    {
        QJsonObject fields = command({{u"conversation"_s, conversation}, {u"text"_s, u"hello"_s}});
        if (!id.isEmpty())
            fields[u"id"_s] = id;
        return client.call(u"message:send"_s, fields);
    }
    static HttpAnswer tryLogIn(const TestServer &server, const QString &name)
    {
        return post(server.url().resolved(QUrl(u"/api/login"_s)),
                    QJsonDocument(QJsonObject{{u"name"_s, name}, {u"password"_s, u"wrong horse"_s}}).toJson());
    }
};

void LimitsTest::messagesFlowAtTheirRate()
{
    TestServer server{server::Options()};
    const User ada = server.addUser(u"ada"_s);
    const User sam = server.addUser(u"sam"_s);
    TestClient client(server.url());
    QVERIFY(client.connectAs(server.tokenOf(u"ada"_s)));
    const QString conversation = createDirect(client, ada, sam);
    int taken = 0;
    QJsonObject answer;
    while (errorCode(answer = say(client, conversation)).isEmpty())
        ++taken;
    QVERIFY2(taken >= 30 && taken <= 33, qPrintable(QString::number(taken))); // the burst, and what came due meanwhile
    QCOMPARE(errorCode(answer), u"rate.limited"_s);
    const qint64 retryAfter = answer["error"_L1]["retryAfter"_L1].toInteger();
    QVERIFY(retryAfter > 0 && retryAfter <= 1'000);
    server.clock().move(milliseconds(retryAfter));
    QCOMPARE(errorCode(say(client, conversation)), QString());
    QVERIFY(client.isConnected());
}

void LimitsTest::othersAreNotSlowedDown()
{
    TestServer server(limited(RateClass::Message, {.perMinute = 1, .burst = 1}));
    const User ada = server.addUser(u"ada"_s);
    const User sam = server.addUser(u"sam"_s);
    TestClient one(server.url());
    TestClient two(server.url());
    TestClient other(server.url());
    QVERIFY(one.connectAs(server.tokenOf(u"ada"_s)));
    QVERIFY(two.connectAs(server.tokenOf(u"ada"_s)));
    QVERIFY(other.connectAs(server.tokenOf(u"sam"_s)));
    const QString conversation = createDirect(one, ada, sam);
    QCOMPARE(errorCode(say(one, conversation)), QString());
    QCOMPARE(errorCode(say(two, conversation)), u"rate.limited"_s); // one person, however many connections
    QCOMPARE(errorCode(say(other, conversation)), QString());
    QVERIFY(two.call(u"clock:ping"_s, {{u"t"_s, 1}})["ok"_L1].toBool());
}

void LimitsTest::anOutboxIsReplayedAtOnce()
{
    TestServer server{server::Options()};
    const User ada = server.addUser(u"ada"_s);
    const User sam = server.addUser(u"sam"_s);
    QStringList written; // without a connection
    for (int i = 0; i < 500; ++i)
        written.append(createUuidV7(server.clock().utc() - 1h + milliseconds(i)));
    TestClient client(server.url());
    QVERIFY(client.connectAs(server.tokenOf(u"ada"_s)));
    const QString conversation = createDirect(client, ada, sam);
    for (int i = 0; i < written.size(); ++i) {
        const QJsonObject answer = say(client, conversation, written[i]);
        QCOMPARE(errorCode(answer), QString());
        QCOMPARE(answer["result"_L1]["message"_L1]["number"_L1].toInteger(), i + 1);
    }
}

void LimitsTest::anOutboxHasItsQuotaToo()
{
    TestServer server(limited(RateClass::Replay, {.perMinute = 60, .burst = 5}));
    const User ada = server.addUser(u"ada"_s);
    const User sam = server.addUser(u"sam"_s);
    TestClient client(server.url());
    QVERIFY(client.connectAs(server.tokenOf(u"ada"_s)));
    const QString conversation = createDirect(client, ada, sam);
    QString limitedId;
    for (int i = 0; limitedId.isEmpty(); ++i) {
        QVERIFY(i < 20);
        const QString id = createUuidV7(server.clock().utc() - 1h + milliseconds(i));
        if (errorCode(say(client, conversation, id)) == "rate.limited"_L1)
            limitedId = id;
    }
    server.clock().move(1s);
    QCOMPARE(errorCode(say(client, conversation, limitedId)), QString()); // the same command, later
}

void LimitsTest::logInsUnderOneNameAreSlow()
{
    TestServer server(limited(RateClass::LogInName, {.perMinute = 6, .burst = 2}));
    server.addUser(u"ada"_s);
    server.addUser(u"sam"_s);
    QCOMPARE(tryLogIn(server, u"ada"_s).errorCode(), u"auth.invalid"_s);
    QCOMPARE(tryLogIn(server, u"ADA"_s).errorCode(), u"auth.invalid"_s);
    const HttpAnswer limited = tryLogIn(server, u"ada"_s);
    QCOMPARE(limited.status, 429);
    QCOMPARE(limited.errorCode(), u"rate.limited"_s);
    QVERIFY(limited.body["error"_L1]["retryAfter"_L1].toInteger() > 1'000);
    // A name that does not exist is treated in the same way.
    QCOMPARE(tryLogIn(server, u"nobody"_s).errorCode(), u"auth.invalid"_s);
    QCOMPARE(tryLogIn(server, u"nobody"_s).errorCode(), u"auth.invalid"_s);
    QCOMPARE(tryLogIn(server, u"nobody"_s).errorCode(), u"rate.limited"_s);
    QVERIFY(!logIn(server.url(), u"sam"_s).isEmpty());
    server.clock().move(10s);
    QVERIFY(!logIn(server.url(), u"ada"_s).isEmpty());
}

void LimitsTest::logInsFromOneAddressAreSlow()
{
    TestServer server(limited(RateClass::LogIn, {.perMinute = 6, .burst = 2}));
    server.addUser(u"ada"_s);
    QCOMPARE(tryLogIn(server, u"one"_s).errorCode(), u"auth.invalid"_s);
    QCOMPARE(tryLogIn(server, u"two"_s).errorCode(), u"auth.invalid"_s);
    QCOMPARE(tryLogIn(server, u"three"_s).errorCode(), u"rate.limited"_s);
    server.clock().move(10s);
    QVERIFY(!logIn(server.url(), u"ada"_s).isEmpty());
}

void LimitsTest::connectsFromOneAddressAreSlow()
{
    TestServer server(limited(RateClass::Connect, {.perMinute = 60, .burst = 2}));
    server.addUser(u"ada"_s);
    const QString token = server.tokenOf(u"ada"_s);
    TestClient one(server.url());
    TestClient two(server.url());
    TestClient three(server.url());
    QVERIFY(one.connectAs(token));
    QVERIFY(two.connectAs(token));
    QVERIFY(!three.connectAs(token));
    QCOMPARE(three.refusal(), u"rate.limited"_s);
    QVERIFY(three.refusalDetail()["retryAfter"_L1].toInteger() > 0);
    server.clock().move(1s);
    TestClient later(server.url());
    QVERIFY(later.connectAs(token));
}

void LimitsTest::aFloodIsLoggedOnce()
{
    TestServer server(limited(RateClass::Passing, {.perMinute = 1, .burst = 1}));
    server.addUser(u"ada"_s);
    TestClient client(server.url());
    QVERIFY(client.connectAs(server.tokenOf(u"ada"_s)));
    for (int i = 0; i < 50; ++i)
        client.call(u"clock:ping"_s, {{u"t"_s, 1}});
    QCOMPARE(server.logged(u"rate.limited"_s), 1);
    QVERIFY(client.isConnected());
}

QTEST_GUILESS_MAIN(LimitsTest)
#include "LimitsTest.moc"
