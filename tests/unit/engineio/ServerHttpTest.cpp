// SPDX-License-Identifier: MIT
// The server's HTTP front over real sockets.
#include "RawHttp.h"
#include "ServerUnderTest.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace std::chrono_literals;

namespace {

class ServerHttpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesHandshakes_data();
    void refusesHandshakes();
    void handlesHttp_data();
    void handlesHttp();
    void keepsConnectionsAlive();
    void answersLater();
    void withoutHandlerThereIsNothing();
    void limitsRequests_data();
    void limitsRequests();
    void refusalsTakeTheApplicationsForm();
    void origins_data();
    void origins();
    void answersPreflights_data();
    void answersPreflights();
    void believesOnlyADeclaredProxy_data();
    void believesOnlyADeclaredProxy();
};

void ServerHttpTest::refusesHandshakes_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    QTest::newRow("no transport") << get("/engine.io/?EIO=4") << 0 << QStringLiteral("Transport unknown");
    QTest::newRow("no query") << get("/engine.io/") << 0 << QStringLiteral("Transport unknown");
    QTest::newRow("a session") << webSocketUpgrade("/engine.io/?EIO=4&transport=websocket&sid=x") << 1
                               << QStringLiteral("Session ID unknown");
    QTest::newRow("POST")
        << QByteArray("POST /engine.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
        << 2 << QStringLiteral("Bad handshake method");
    QTest::newRow("no upgrade") << get("/engine.io/?EIO=4&transport=websocket") << 3 << QStringLiteral("Bad request");
    QTest::newRow("protocol 3") << webSocketUpgrade("/engine.io/?EIO=3&transport=websocket") << 5
                                << QStringLiteral("Unsupported protocol version");
    QTest::newRow("no protocol") << webSocketUpgrade("/engine.io/?transport=websocket") << 5
                                 << QStringLiteral("Unsupported protocol version");
}

void ServerHttpTest::refusesHandshakes()
{
    QFETCH(QByteArray, request);
    QFETCH(int, code);
    QFETCH(QString, message);
    ServerUnderTest echo;
    echo.listen();
    const Answer answer = exchange(echo.port, request);
    QCOMPARE(answer.status, 400);
    const QJsonObject body = QJsonDocument::fromJson(answer.body).object();
    QCOMPARE(body.value(u"code").toInt(-1), code);
    QCOMPARE(body.value(u"message").toString(), message);
    QCOMPARE(echo.opened.load(), 0);
}

void ServerHttpTest::handlesHttp_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("GET") << get("/a?b=c") << 200 << QByteArray("GET /a?b=c||");
    QTest::newRow("POST")
        << QByteArray("POST /a HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer t\r\nContent-Length: 4\r\n\r\nbody") << 200
        << QByteArray("POST /a|Bearer t|body");
    QTest::newRow("chunked")
        << QByteArray("POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n") << 200
        << QByteArray("POST /a||ab");
    QTest::newRow("HEAD") << QByteArray("HEAD /a HTTP/1.1\r\nHost: a\r\n\r\n") << 200 << QByteArray();
    QTest::newRow("OPTIONS") << QByteArray("OPTIONS /a HTTP/1.1\r\nHost: a\r\n\r\n") << 204 << QByteArray();
    QTest::newRow("a longer path") << get("/engine.io/deeper") << 200 << QByteArray("GET /engine.io/deeper||");
}

void ServerHttpTest::handlesHttp()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    ServerUnderTest echo;
    echo.server.setHttpHandler([](const engineio::HttpRequest &asked, const engineio::HttpResponder &respond) {
        respond({.body = asked.method + ' ' + asked.target + '|' + asked.authorization + '|' + asked.body});
    });
    echo.listen();
    const Answer answer = exchange(echo.port, request);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.body, body);
    if (request.startsWith("HEAD"))
        QVERIFY(answer.header.contains("Content-Length: " + QByteArray::number(qstrlen("GET /a||"))));
}

void ServerHttpTest::keepsConnectionsAlive()
{
    ServerUnderTest echo;
    echo.server.setHttpHandler([](const engineio::HttpRequest &asked, const engineio::HttpResponder &respond) {
        respond({.body = asked.target});
    });
    echo.listen();
    RawHttp http(echo.port);
    http.send(get("/one") + get("/two"));
    QCOMPARE(http.read().body, "/one");
    QCOMPARE(http.read().body, "/two");
    QCOMPARE(http.exchange(get("/three", "Connection: close\r\n")).body, "/three");
    QVERIFY(http.isHungUp());
}

void ServerHttpTest::answersLater()
{
    ServerUnderTest echo;
    engineio::HttpResponder held;
    echo.server.setHttpHandler([&](const engineio::HttpRequest &, const engineio::HttpResponder &respond) {
        held = respond;
        echo.server.postAfter(1ms, [&] {
            held({.status = 202, .body = "later"});
            held({.status = 500, .body = "twice"});
        });
    });
    echo.listen();
    const Answer answer = exchange(echo.port, get("/"));
    QCOMPARE(answer.status, 202);
    QCOMPARE(answer.body, "later");
    echo.server.stop();
    held({.body = "after the end"}); // nobody is there: nothing happens
}

void ServerHttpTest::withoutHandlerThereIsNothing()
{
    ServerUnderTest echo;
    echo.listen();
    QCOMPARE(exchange(echo.port, get("/")).status, 404);
}

void ServerHttpTest::limitsRequests_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::newRow("body at the limit") << "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n" +
                                              QByteArray(1000, 'x')
                                       << 200;
    QTest::newRow("body over the limit") << "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n" +
                                                QByteArray(1001, 'x')
                                         << 413;
    QTest::newRow("body far over the limit")
        << "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n" + QByteArray(3'000'000, 'x') << 413;
    QTest::newRow("chunks over the limit")
        << "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n" + QByteArray(1001, 'x') +
               "\r\n0\r\n\r\n"
        << 413;
    QTest::newRow("header over the limit") << "GET / HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(20'000, 'x') + "\r\n\r\n"
                                           << 431;
    QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << 400;
}

void ServerHttpTest::limitsRequests()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    ServerUnderTest echo({.maxHttpBody = 1000});
    echo.server.setHttpHandler(
        [](const engineio::HttpRequest &, const engineio::HttpResponder &respond) { respond({}); });
    echo.listen();
    QCOMPARE(exchange(echo.port, request).status, status);
}

void ServerHttpTest::refusalsTakeTheApplicationsForm()
{
    ServerUnderTest echo({.maxHttpBody = 10});
    echo.server.setHttpRefusalWriter([](const engineio::HttpRefusal &refusal) {
        return engineio::HttpResponse{.body = "{\"error\":\"" + refusal.words + "\"}"};
    });
    echo.listen();
    const Answer tooLarge = exchange(echo.port, post("/", "more than ten"));
    QCOMPARE(tooLarge.status, 413);
    QCOMPARE(tooLarge.field("Content-Type"), "application/json");
    QCOMPARE(tooLarge.body, R"({"error":"The request is too large."})");
    QCOMPARE(exchange(echo.port, get("/")).body, R"({"error":"There is nothing here."})");
    QCOMPARE(exchange(echo.port, "hello\r\n\r\n").body, R"({"error":"This is not an HTTP request."})");
}

void ServerHttpTest::origins_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<bool>("welcome");
    QTest::addColumn<bool>("readable");
    QTest::newRow("none") << QByteArray() << true << false;
    QTest::newRow("own") << QByteArray("http://a") << true << false;
    QTest::newRow("listed") << QByteArray("https://desk.example") << true << true;
    QTest::newRow("foreign") << QByteArray("https://evil.example") << false << false;
    QTest::newRow("sandboxed page") << QByteArray("null") << false << false;
}

void ServerHttpTest::origins()
{
    QFETCH(QByteArray, origin);
    QFETCH(bool, welcome);
    QFETCH(bool, readable);
    engineio::ServerOptions options;
    options.allowedOrigins = {"https://desk.example"};
    options.allowCredentials = true;
    ServerUnderTest echo(options);
    echo.server.setHttpHandler(
        [](const engineio::HttpRequest &, const engineio::HttpResponder &respond) { respond({}); });
    echo.listen();
    const QByteArray field = origin.isEmpty() ? QByteArray() : "Origin: " + origin + "\r\n";

    const Answer polling = exchange(echo.port, get("/engine.io/?EIO=4&transport=polling", field));
    QCOMPARE(polling.status, welcome ? 200 : 403);
    if (!welcome)
        QCOMPARE(polling.body, R"({"code":4,"message":"Forbidden"})");
    QCOMPARE(polling.field("Access-Control-Allow-Origin"), readable ? origin : QByteArray());
    QCOMPARE(polling.field("Access-Control-Allow-Credentials"), readable ? "true" : "");
    QCOMPARE(polling.field("Vary"), readable ? "Origin" : "");

    QCOMPARE(exchange(echo.port, webSocketUpgrade("/engine.io/?EIO=4&transport=websocket", field)).status,
             welcome ? 101 : 403);
    QCOMPARE(exchange(echo.port, get("/other", field)).field("Access-Control-Allow-Origin"),
             readable ? origin : QByteArray());
}

void ServerHttpTest::answersPreflights_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<QByteArray>("allowed");
    QTest::newRow("listed") << QByteArray("https://desk.example") << QByteArray("https://desk.example");
    QTest::newRow("foreign") << QByteArray("https://evil.example") << QByteArray();
}

void ServerHttpTest::answersPreflights()
{
    QFETCH(QByteArray, origin);
    QFETCH(QByteArray, allowed);
    engineio::ServerOptions options;
    options.allowedOrigins = {"https://desk.example"};
    ServerUnderTest echo(options);
    echo.listen();
    for (const QByteArray path : {"/engine.io/?EIO=4&transport=polling&sid=x", "/api"}) {
        const Answer answer = exchange(echo.port, "OPTIONS " + path + " HTTP/1.1\r\nHost: a\r\nOrigin: " + origin +
                                                      "\r\nAccess-Control-Request-Method: POST\r\n"
                                                      "Access-Control-Request-Headers: authorization\r\n\r\n");
        QCOMPARE(answer.status, 204);
        QCOMPARE(answer.field("Access-Control-Allow-Origin"), allowed);
        QCOMPARE(answer.field("Access-Control-Allow-Headers"), allowed.isEmpty() ? "" : "authorization");
        QCOMPARE(answer.field("Access-Control-Allow-Methods").contains("POST"), !allowed.isEmpty());
        QVERIFY(answer.field("Access-Control-Allow-Credentials").isEmpty());
    }
}

void ServerHttpTest::believesOnlyADeclaredProxy_data()
{
    QTest::addColumn<bool>("trusted");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("address");
    QTest::newRow("no proxy") << false << QByteArray("X-Forwarded-For: 192.0.2.7\r\n") << QByteArray("127.0.0.1");
    QTest::newRow("a proxy") << true << QByteArray("X-Forwarded-For: 192.0.2.7\r\n") << QByteArray("192.0.2.7");
    QTest::newRow("what the client claims comes first")
        << true << QByteArray("X-Forwarded-For: 192.0.2.1, 192.0.2.7\r\n") << QByteArray("192.0.2.7");
    QTest::newRow("in two fields") << true
                                   << QByteArray("X-Forwarded-For: 192.0.2.1\r\nX-Forwarded-For: 2001:db8::7\r\n")
                                   << QByteArray("2001:db8::7");
    QTest::newRow("no address") << true << QByteArray("X-Forwarded-For: somebody\r\n") << QByteArray("127.0.0.1");
    QTest::newRow("no field") << true << QByteArray() << QByteArray("127.0.0.1");
}

void ServerHttpTest::believesOnlyADeclaredProxy()
{
    QFETCH(bool, trusted);
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, address);
    ServerUnderTest echo({.trustForwardedFor = trusted});
    echo.server.setHttpHandler([](const engineio::HttpRequest &asked, const engineio::HttpResponder &respond) {
        respond({.body = asked.remoteAddress.toUtf8()});
    });
    echo.listen();
    QCOMPARE(exchange(echo.port, get("/", fields)).body, address);
    // The proxy says which name the client asked for: an Origin of that name is the server's own.
    const QByteArray page = "Origin: https://desk.example\r\nX-Forwarded-Host: desk.example\r\n";
    QCOMPARE(exchange(echo.port, get("/engine.io/?EIO=4&transport=polling", page)).status, trusted ? 200 : 403);
}

} // namespace

QTEST_GUILESS_MAIN(ServerHttpTest)
#include "ServerHttpTest.moc"
