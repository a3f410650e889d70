// SPDX-License-Identifier: GPL-3.0-or-later
#include "Talk.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonDocument>
#include <QtCore/QUuid>
#include <QtTest/QTest>

#include <algorithm>

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
    void aNetworkOfIpv6IsOneAddress();
    void theAuditNamesANetworkOfIpv6Once();
    void newRecordsWaitForAWhileOnly();
    void newRecordsOfAnEndedSignInAreNotMade();
    void malformedEventsAreCounted_data();
    void malformedEventsAreCounted();
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
    static QJsonObject newContact()
    {
        return command({{u"record"_s, u"contact:"_s + QUuid::createUuid().toString(QUuid::WithoutBraces)},
                        {u"set"_s, QJsonObject{{u"name"_s, u"Grace"_s}}}});
    }
    /// What a CONNECT over long-polling is answered with, from an address as a proxy says it.
    static QByteArray connectFrom(const TestServer &server, const QByteArray &address)
    {
        QUrl url = server.url().resolved(QUrl(u"/socket.io/?EIO=4&transport=polling"_s));
        const QByteArray open = get(url, {}, address).text;
        url.setQuery(url.query() + u"&sid="_s + QJsonDocument::fromJson(open.mid(1))["sid"_L1].toString());
        post(url, "40{}", {}, address);
        return get(url, {}, address).text;
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
    QElapsedTimer sinceFirst;
    sinceFirst.start();
    while (errorCode(answer = say(client, conversation)).isEmpty())
        ++taken;
    const qint64 due = 30 + sinceFirst.elapsed() / 1'000; // the burst, and what came due meanwhile
    QVERIFY2(taken >= 30 && taken <= due, qPrintable(QString::number(taken)));
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
    TestServer server(limited(RateClass::Connect, {.perMinute = 6, .burst = 2}));
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
    server.clock().move(10s);
    TestClient later(server.url());
    QVERIFY(later.connectAs(token));
}

void LimitsTest::aNetworkOfIpv6IsOneAddress()
{
    server::Options options;
    for (const RateClass rateClass : {RateClass::LogIn, RateClass::Refresh, RateClass::Connect})
        options.rates.set(rateClass, {.perMinute = 1, .burst = 2});
    options.tlsProxyDeclared = true;
    TestServer server(options);
    for (const QString &path : {u"/api/login"_s, u"/api/refresh"_s}) {
        const auto codeFor = [&](const QByteArray &address) {
            return post(server.url().resolved(QUrl(path)), "{}", {}, address).errorCode();
        };
        QCOMPARE(codeFor("2001:db8:1:2::1"), u"payload.invalid"_s);
        QCOMPARE(codeFor("2001:db8:1:2::2"), u"payload.invalid"_s);
        QCOMPARE(codeFor("2001:db8:1:2:ffff::3"), u"rate.limited"_s);
        QCOMPARE(codeFor("2001:db8:1:3::1"), u"payload.invalid"_s);
    }
    QVERIFY(connectFrom(server, "2001:db8:1:2::1").startsWith("44"));
    QVERIFY(!connectFrom(server, "2001:db8:1:2::2").contains("rate.limited"));
    QVERIFY(connectFrom(server, "2001:db8:1:2:ffff::3").contains("rate.limited"));
    QVERIFY(!connectFrom(server, "2001:db8:1:3::1").contains("rate.limited"));
}

void LimitsTest::theAuditNamesANetworkOfIpv6Once()
{
    server::Options options = unhurried();
    options.tlsProxyDeclared = true;
    TestServer server(options);
    server.addUser(u"ada"_s, Role::Admin);
    const QByteArray wrong = QJsonDocument(QJsonObject{{u"name"_s, u"ada"_s}, {u"password"_s, u"wrong"_s}}).toJson();
    for (const QByteArray address : {"2001:db8:1:2::1", "2001:db8:1:2::2"})
        QCOMPARE(post(server.url().resolved(QUrl(u"/api/login"_s)), wrong, {}, address).errorCode(), u"auth.invalid"_s);
    TestClient ada(server.url());
    QVERIFY(ada.connectAs(server.tokenOf(u"ada"_s)));
    QJsonArray refusals;
    for (const QJsonValue &row : ada.call(u"audit:list"_s, {{u"part"_s, u"access"_s}})["rows"_L1].toArray())
        if (row["event"_L1].toString() == "session:refused"_L1)
            refusals.append(row["payload"_L1]);
    QCOMPARE(refusals,
             (QJsonArray{QJsonObject{{u"name"_s, u"ada"_s}, {u"address"_s, u"2001:db8:1:2::/64"_s}, {u"times"_s, 2}}}));
}

void LimitsTest::newRecordsWaitForAWhileOnly()
{
    TestServer server(limited(RateClass::Record, {.perMinute = 7, .burst = 1})); // one in 8.6 s
    server.addUser(u"ada"_s);
    TestClient client(server.url());
    QVERIFY(client.connectAs(server.tokenOf(u"ada"_s)));
    QCOMPARE(errorCode(client.call(u"record:create"_s, newContact())), QString());
    client.send(u"record:create"_s, newContact()); // waits
    const QJsonObject refused = client.call(u"record:create"_s, newContact());
    QCOMPARE(errorCode(refused), u"rate.limited"_s);
    QVERIFY(refused["error"_L1]["retryAfter"_L1].toInteger() > 0);
    TestClient again(server.url()); // what waits is the person's, not the connection's
    QVERIFY(again.connectAs(server.tokenOf(u"ada"_s)));
    QCOMPARE(errorCode(again.call(u"record:create"_s, newContact())), u"rate.limited"_s);
    server.clock().move(1min);
    QCOMPARE(errorCode(again.call(u"record:create"_s, newContact())), QString());
}

void LimitsTest::newRecordsOfAnEndedSignInAreNotMade()
{
    constexpr int sent = 10;
    TestServer server(limited(RateClass::Record, {.perMinute = 240, .burst = 1})); // one every 250 ms
    server.addUser(u"ada"_s);
    const QString token = logIn(server.url(), u"ada"_s);
    TestClient ended(server.url());
    QVERIFY(ended.connectAs(token));
    const auto other = follow(server, u"ada"_s);
    for (int i = 0; i < sent; ++i)
        ended.send(u"record:create"_s, newContact());
    QVERIFY(ended.call(u"clock:ping"_s, {{u"t"_s, 1}})["ok"_L1].toBool()); // all of them have come
    QCOMPARE(post(server.url().resolved(QUrl(u"/api/logout"_s)), {}, "Bearer " + token.toLatin1()).status, 200);
    const QJsonObject last = other->call(u"record:create"_s, newContact()); // its turn is after all of theirs
    QCOMPARE(errorCode(last), QString());
    QVERIFY(catchesUpWith(*other, last["seq"_L1].toInteger()));
    const auto made = std::count_if(other->rows.begin(), other->rows.end(), [](const QJsonObject &row) {
        return row["event"_L1] == "record:added"_L1 &&
               row["payload"_L1]["record"_L1].toString().startsWith("contact:"_L1);
    });
    QVERIFY2(made >= 1 && made < sent + 1, qPrintable(QString::number(made)));
}

void LimitsTest::malformedEventsAreCounted_data()
{
    QTest::addColumn<QString>("event");
    QTest::addColumn<QJsonValue>("argument");
    QTest::newRow("no object") << u"message:send"_s << QJsonValue(u"hello"_s);
    QTest::newRow("no list of commands") << u"commands"_s << QJsonValue(QJsonObject{{u"commands"_s, 7}});
}

void LimitsTest::malformedEventsAreCounted()
{
    QFETCH(QString, event);
    QFETCH(QJsonValue, argument);
    TestServer server(limited(RateClass::Passing, {.perMinute = 1, .burst = 5}));
    server.addUser(u"ada"_s);
    TestClient client(server.url());
    QVERIFY(client.connectAs(server.tokenOf(u"ada"_s)));
    for (int i = 0; i < 5'000; ++i)
        client.socket().emitEvent(event, QJsonArray{argument});
    QCOMPARE(errorCode(client.callRaw(event, {argument})), u"rate.limited"_s);
    const int logged = server.loggedEvents(u"input.refused"_s);
    QVERIFY2(logged >= 5 && logged <= 10, qPrintable(QString::number(logged))); // and what came due meanwhile
    QCOMPARE(server.logged(u"rate.limited"_s), 1);
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
