// SPDX-License-Identifier: GPL-3.0-or-later
#include "BadInputFixture.h"
#include "WebSocketUrl.h"
#include "server/access/Tokens.h"

#include <QtCore/QJsonDocument>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QSignalSpy>
#include <QtWebSockets/QWebSocket>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server::testing;

/// Whoever knocks with a wrong token, a broken frame or what is no HTTP: it is refused by name, and nobody else
/// notices.
class BadConnectionTest : public QObject, private BadInputFixture {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void cleanupTestCase() { m_server.reset(); }
    void init() { m_server->forgetLog(); }

    void handshake_data();
    void handshake();
    void revokedAndExpiredTokens();
    void loggingOutEndsTheSockets();
    void frame_data();
    void frame();
    void http_data();
    void http();
    void whatTheTransportRefuses_data();
    void whatTheTransportRefuses();
};

void BadConnectionTest::handshake_data()
{
    QTest::addColumn<QJsonObject>("auth");
    QTest::addColumn<QString>("code");
    const QJsonObject good{{u"token"_s, u"$TOKEN"_s}};
    const auto with = [&](const QString &name, const QJsonValue &value) {
        QJsonObject auth = good;
        auth[name] = value;
        return auth;
    };
    const server::Tokens stranger(QByteArray(32, 'k'));
    const qint64 now = SystemClock().utc().count();
    const QString forged = stranger.sign({UserId(u"somebody"_s), server::createSessionId(), now, now + 1'000'000});
    const QString unsignedToken =
        u"eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJzdWIiOiJhZGEiLCJzaWQiOiIxIiwiZXhwIjo5OTk5OTk5OTk5fQ."_s;

    QTest::newRow("no token") << QJsonObject() << u"auth.missing"_s;
    QTest::newRow("token is a number") << QJsonObject{{u"token"_s, 1}} << u"handshake.invalid"_s;
    QTest::newRow("token is no token") << QJsonObject{{u"token"_s, u"open sesame"_s}} << u"auth.invalid"_s;
    QTest::newRow("token of another key") << QJsonObject{{u"token"_s, forged}} << u"auth.invalid"_s;
    QTest::newRow("token without signature") << QJsonObject{{u"token"_s, unsignedToken}} << u"auth.invalid"_s;
    QTest::newRow("older protocol") << with(u"protocol"_s, 0) << u"protocol.tooOld"_s;
    QTest::newRow("newer protocol") << with(u"protocol"_s, QJsonArray{2, 3}) << u"protocol.tooNew"_s;
    QTest::newRow("newer protocol too") << with(u"protocol"_s, QJsonArray{1, 2}) << QString();
    QTest::newRow("protocol is a text") << with(u"protocol"_s, u"one"_s) << u"handshake.invalid"_s;
    QTest::newRow("protocol is empty") << with(u"protocol"_s, QJsonArray()) << u"handshake.invalid"_s;
    QTest::newRow("client is too long") << with(u"client"_s, QString(101, u'c')) << u"handshake.invalid"_s;
    QTest::newRow("cursor alone") << with(u"cursor"_s, 5) << u"handshake.invalid"_s;
    QTest::newRow("cursor is a text") << QJsonObject{{u"token"_s, u"$TOKEN"_s},
                                                     {u"epoch"_s, u"e"_s},
                                                     {u"cursor"_s, u"5"_s},
                                                     {u"mark"_s, u"m"_s}}
                                      << u"handshake.invalid"_s;
}

void BadConnectionTest::handshake()
{
    QFETCH(QJsonObject, auth);
    QFETCH(QString, code);
    if (auth["token"_L1].toString() == "$TOKEN"_L1)
        auth["token"_L1] = m_eveToken;
    TestClient client(m_server->url());
    QCOMPARE(client.connect(auth), code.isEmpty());
    QCOMPARE(client.refusal(), code);
    if (code.startsWith("protocol."_L1))
        QCOMPARE(client.refusalDetail()["detail"_L1].toObject()["supported"_L1].toArray(), QJsonArray{1});
    QCOMPARE(m_server->loggedEvents(u"connect.refused"_s), code.isEmpty() ? 0 : 1);
    othersAreUnharmed();
}

void BadConnectionTest::revokedAndExpiredTokens()
{
    const QUrl logout = m_server->url().resolved(QUrl(u"/api/logout"_s));
    const QString token = logIn(m_server->url(), u"eve"_s);
    QCOMPARE(post(logout, {}, "Bearer " + token.toLatin1()).status, 200);
    TestClient client(m_server->url());
    QVERIFY(!client.connectAs(token));
    QCOMPARE(client.refusal(), u"auth.revoked"_s);
    QCOMPARE(post(logout, {}, "Bearer " + token.toLatin1()).errorCode(), u"auth.revoked"_s);

    // On a server of its own: the time of this one stays.
    TestServer other;
    other.addUser(u"eve"_s);
    const QString old = logIn(other.url(), u"eve"_s);
    TestClient early(other.url());
    QVERIFY(early.connectAs(old));
    other.clock().move(std::chrono::hours(24 * 31));
    TestClient late(other.url());
    QVERIFY(!late.connectAs(old));
    QCOMPARE(late.refusal(), u"auth.expired"_s);
    early.send(u"clock:ping"_s, {{u"t"_s, 1}}); // a session that is open ends with its token
    QCOMPARE(early.expect(u"session:ended"_s).payload["code"_L1].toString(), u"auth.expired"_s);
    QTRY_VERIFY(!early.isConnected());
}

void BadConnectionTest::loggingOutEndsTheSockets()
{
    const QString token = logIn(m_server->url(), u"eve"_s);
    TestClient one(m_server->url());
    TestClient two(m_server->url());
    TestClient elsewhere(m_server->url());
    QVERIFY(one.connectAs(token));
    QVERIFY(two.connectAs(token));
    QVERIFY(elsewhere.connectAs(m_eveToken));
    QCOMPARE(post(m_server->url().resolved(QUrl(u"/api/logout"_s)), {}, "Bearer " + token.toLatin1()).status, 200);
    for (TestClient *client : {&one, &two}) {
        QCOMPARE(client->expect(u"session:ended"_s).payload["code"_L1].toString(), u"auth.revoked"_s);
        QTRY_VERIFY(!client->isConnected());
    }
    QVERIFY(elsewhere.call(u"clock:ping"_s, {{u"t"_s, 1}})["ok"_L1].toBool());
}

void BadConnectionTest::frame_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<bool>("signedIn");
    for (const bool signedIn : {false, true}) {
        const auto row = [signedIn](const char *name, const QByteArray &frame) {
            QTest::addRow("%s, %s", name, signedIn ? "signed in" : "before") << frame << signedIn;
        };
        row("malformed JSON", "42[\"message:send\",{");
        row("not an array", "42{\"a\":1}");
        row("reserved event name", "42[\"disconnect\"]");
        row("unknown packet", "49");
        row("not Engine.IO", "hello");
        row("empty", "");
        row("nested too deeply", "42[\"x\"," + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "]");
        row("too large", "42[\"x\",\"" + QByteArray(1'000'001, 'x') + "\"]");
    }
}

void BadConnectionTest::frame()
{
    QFETCH(QByteArray, frame);
    QFETCH(bool, signedIn);
    QWebSocket socket(m_server->url().toString());
    QSignalSpy messages(&socket, &QWebSocket::textMessageReceived);
    QSignalSpy closed(&socket, &QWebSocket::disconnected);
    socket.open(webSocketUrl(m_server->url()));
    QVERIFY(messages.wait(20'000));
    if (signedIn) {
        socket.sendTextMessage(u"40{\"token\":\"%1\"}"_s.arg(m_eveToken));
        QTRY_VERIFY_WITH_TIMEOUT(messages.size() >= 4, 20'000); // CONNECT, session:ready, presences
    }
    socket.sendTextMessage(QString::fromUtf8(frame));
    QVERIFY(closed.size() == 1 || closed.wait(20'000));
    QTRY_COMPARE(m_server->logged(u"frame.invalid"_s), 1);
    othersAreUnharmed();
}

void BadConnectionTest::http_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("no JSON") << u"/api/login"_s << QByteArray("{\"name\":") << 400 << u"payload.invalid"_s;
    QTest::newRow("a list") << u"/api/login"_s << QByteArray("[]") << 400 << u"payload.invalid"_s;
    QTest::newRow("no password") << u"/api/login"_s << QByteArray("{\"name\":\"ada\"}") << 400 << u"payload.invalid"_s;
    QTest::newRow("password is a number")
        << u"/api/login"_s << QByteArray("{\"name\":\"ada\",\"password\":12345678}") << 400 << u"payload.invalid"_s;
    QTest::newRow("wrong password") << u"/api/login"_s << QByteArray("{\"name\":\"ada\",\"password\":\"wrong horse\"}")
                                    << 401 << u"auth.invalid"_s;
    QTest::newRow("nobody") << u"/api/login"_s << QByteArray("{\"name\":\"nobody\",\"password\":\"wrong horse\"}")
                            << 401 << u"auth.invalid"_s;
    QTest::newRow("log-out without token") << u"/api/logout"_s << QByteArray() << 401 << u"auth.missing"_s;
    QTest::newRow("elsewhere") << u"/api/users"_s << QByteArray("{}") << 404 << u"http.unknown"_s;
    QTest::newRow("wrong method") << u"/healthz"_s << QByteArray("{}") << 405 << u"http.method"_s;
}

void BadConnectionTest::http()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, code);
    const HttpAnswer answer = post(m_server->url().resolved(QUrl(path)), body);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.errorCode(), code);
    QCOMPARE(m_server->logged(code), 1);
    othersAreUnharmed();
}

void BadConnectionTest::whatTheTransportRefuses_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const QByteArray host = "Host: localhost\r\nConnection: close\r\n";
    QTest::newRow("not HTTP") << QByteArray("hello\r\n\r\n") << 400 << u"http.invalid"_s;
    QTest::newRow("header too large") << "GET /healthz HTTP/1.1\r\n" + host + "X-Filling: " + QByteArray(20'000, 'x') +
                                             "\r\n\r\n"
                                      << 431 << u"http.tooLarge"_s;
    QTest::newRow("body too large") << "POST /api/login HTTP/1.1\r\n" + host + "Content-Length: 100000\r\n\r\n" +
                                           QByteArray(100'000, 'x')
                                    << 413 << u"http.tooLarge"_s;
}

void BadConnectionTest::whatTheTransportRefuses()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    QFETCH(QString, code);
    QTcpSocket socket;
    socket.connectToHost(m_server->url().host(), quint16(m_server->url().port()));
    QVERIFY(socket.waitForConnected(20'000));
    socket.write(request);
    QByteArray answer;
    while (!answer.endsWith("}}") && socket.waitForReadyRead(20'000))
        answer += socket.readAll();
    QCOMPARE(answer.mid(9, 3).toInt(), status);
    const QByteArray body = answer.mid(answer.indexOf("\r\n\r\n") + 4);
    QCOMPARE(QJsonDocument::fromJson(body)["error"_L1]["code"_L1].toString(), code);
    othersAreUnharmed();
}

QTEST_GUILESS_MAIN(BadConnectionTest)
#include "BadConnectionTest.moc"
