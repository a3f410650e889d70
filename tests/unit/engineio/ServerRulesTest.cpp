// SPDX-License-Identifier: MIT
// What the server decides before it does anything: pure functions, as tables.
#include "engineio/server/Admission.h"
#include "engineio/server/ClientNetwork.h"
#include "engineio/server/EngineRequest.h"
#include "engineio/server/Origin.h"
#include "engineio/server/WebSocketFraming.h"

#include <QtTest/QTest>

namespace {

using engineio::Admission;
using engineio::EngineAction;
using engineio::EngineError;
using engineio::FrameKind;
using engineio::Origin;
using engineio::TransportKind;

class ServerRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void requests_data();
    void requests();
    void errors_data();
    void errors();
    void origins_data();
    void origins();
    void frames_data();
    void frames();
    void framesABroadcastOnce();
    void admitsSoManyInAll();
    void anAddressOfIpv6CountsWithItsNetwork_data();
    void anAddressOfIpv6CountsWithItsNetwork();
    void admitsSoManyFromOneAddress();
};

using Decision = std::variant<EngineAction, EngineError>;

void ServerRulesTest::requests_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<bool>("upgrade");
    QTest::addColumn<QString>("carrier"); // of the session; empty: there is none
    QTest::addColumn<Decision>("decision");
    const auto row = [](const char *name, const char *method, const char *query, bool upgrade, const char *carrier,
                        Decision decision) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(query) << upgrade << QString::fromLatin1(carrier)
                            << decision;
    };
    row("open by polling", "GET", "EIO=4&transport=polling", false, "", EngineAction::OpenByPolling);
    row("with a cache buster", "GET", "t=abc&EIO=4&transport=polling&b64=1", false, "", EngineAction::OpenByPolling);
    row("open by WebSocket", "GET", "EIO=4&transport=websocket", true, "", EngineAction::OpenByWebSocket);
    row("poll", "GET", "EIO=4&transport=polling&sid=a", false, "polling", EngineAction::Poll);
    row("post", "POST", "EIO=4&transport=polling&sid=a", false, "polling", EngineAction::Post);
    row("probe", "GET", "EIO=4&transport=websocket&sid=a", true, "polling", EngineAction::Probe);
    row("second WebSocket", "GET", "EIO=4&transport=websocket&sid=a", true, "websocket", EngineAction::Probe);

    row("nothing", "GET", "", false, "", EngineError::UnknownTransport);
    row("unknown transport", "GET", "EIO=4&transport=flash", false, "", EngineError::UnknownTransport);
    row("unknown session", "GET", "EIO=4&transport=polling&sid=b", false, "", EngineError::UnknownSession);
    row("probe of an unknown one", "GET", "EIO=4&transport=websocket&sid=b", true, "", EngineError::UnknownSession);
    row("handshake by POST", "POST", "EIO=4&transport=polling", false, "", EngineError::BadMethod);
    row("handshake by PUT", "PUT", "EIO=4&transport=polling", false, "", EngineError::BadMethod);
    row("PUT into a session", "PUT", "EIO=4&transport=polling&sid=a", false, "polling", EngineError::BadMethod);
    row("WebSocket without upgrade", "GET", "EIO=4&transport=websocket", false, "", EngineError::BadRequest);
    row("polling with upgrade", "GET", "EIO=4&transport=polling", true, "", EngineError::BadRequest);
    row("poll after the upgrade", "GET", "EIO=4&transport=polling&sid=a", false, "websocket", EngineError::BadRequest);
    row("post after the upgrade", "POST", "EIO=4&transport=polling&sid=a", false, "websocket", EngineError::BadRequest);
    row("probe without upgrade", "GET", "EIO=4&transport=websocket&sid=a", false, "polling", EngineError::BadRequest);
    row("protocol 3", "GET", "EIO=3&transport=polling", false, "", EngineError::UnsupportedProtocol);
    row("no protocol", "GET", "transport=polling", false, "", EngineError::UnsupportedProtocol);
}

void ServerRulesTest::requests()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, query);
    QFETCH(bool, upgrade);
    QFETCH(QString, carrier);
    QFETCH(Decision, decision);
    std::optional<TransportKind> kind;
    if (!carrier.isEmpty())
        kind = carrier == QLatin1String("polling") ? TransportKind::Polling : TransportKind::WebSocket;
    QVERIFY(engineio::decide(engineio::parseEngineRequest(method, upgrade, query), kind) == decision);
}

void ServerRulesTest::errors_data()
{
    QTest::addColumn<EngineError>("error");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](EngineError error, int status, const char *body) {
        QTest::newRow(body) << error << status << QByteArray(body);
    };
    row(EngineError::UnknownTransport, 400, R"({"code":0,"message":"Transport unknown"})");
    row(EngineError::UnknownSession, 400, R"({"code":1,"message":"Session ID unknown"})");
    row(EngineError::BadMethod, 400, R"({"code":2,"message":"Bad handshake method"})");
    row(EngineError::BadRequest, 400, R"({"code":3,"message":"Bad request"})");
    row(EngineError::Forbidden, 403, R"({"code":4,"message":"Forbidden"})");
    row(EngineError::UnsupportedProtocol, 400, R"({"code":5,"message":"Unsupported protocol version"})");
}

void ServerRulesTest::errors()
{
    QFETCH(EngineError, error);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto answer = engineio::answerFor(error);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.contentType, "application/json");
    QCOMPARE(answer.body, body);
}

void ServerRulesTest::origins_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QList<QByteArray>>("allowed");
    QTest::addColumn<Origin>("verdict");
    const QList<QByteArray> none;
    const QList<QByteArray> one{"https://desk.example"};
    const auto row = [](const char *name, const char *origin, const char *host, const QList<QByteArray> &allowed,
                        Origin verdict) {
        QTest::newRow(name) << QByteArray(origin) << QByteArray(host) << allowed << verdict;
    };
    row("no browser", "", "a", none, Origin::Absent);
    row("own", "http://a:8080", "a:8080", none, Origin::Own);
    row("own behind a proxy with TLS", "https://a", "a", none, Origin::Own);
    row("default port written", "https://a", "a:443", none, Origin::Own);
    row("own in capitals", "http://A", "a", none, Origin::Own);
    row("own by address", "http://[::1]:80", "[::1]", none, Origin::Own);
    row("another port", "http://a:8081", "a:8080", none, Origin::Foreign);
    row("another host", "http://b", "a", none, Origin::Foreign);
    row("longer host", "http://a.evil.example", "a", none, Origin::Foreign);
    row("no Host", "http://a", "", none, Origin::Foreign);
    row("a sandboxed page", "null", "a", none, Origin::Foreign);
    row("no origin at all", "%%", "%%", none, Origin::Foreign);
    row("listed", "https://desk.example", "a", one, Origin::Listed);
    row("listed with another scheme", "http://desk.example", "a", one, Origin::Foreign);
    row("every one", "https://anybody.example", "a", {"*"}, Origin::Listed);
}

void ServerRulesTest::origins()
{
    QFETCH(QByteArray, origin);
    QFETCH(QByteArray, host);
    QFETCH(QList<QByteArray>, allowed);
    QFETCH(Origin, verdict);
    QCOMPARE(engineio::judgeOrigin(origin, host, allowed), verdict);
}

void ServerRulesTest::frames_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<FrameKind>("kind");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("none") << 0 << FrameKind::Text << QByteArray("\x81\x00", 2);
    QTest::newRow("binary") << 3 << FrameKind::Binary << QByteArray("\x82\x03");
    QTest::newRow("largest of two bytes") << 125 << FrameKind::Text << QByteArray("\x81\x7d");
    QTest::newRow("smallest of four") << 126 << FrameKind::Text << QByteArray("\x81\x7e\x00\x7e", 4);
    QTest::newRow("largest of four") << 65'535 << FrameKind::Text << QByteArray("\x81\x7e\xff\xff");
    QTest::newRow("smallest of ten") << 65'536 << FrameKind::Binary
                                     << QByteArray("\x82\x7f\x00\x00\x00\x00\x00\x01\x00\x00", 10);
}

void ServerRulesTest::frames()
{
    QFETCH(int, size);
    QFETCH(FrameKind, kind);
    QFETCH(QByteArray, header);
    const QByteArray payload(size, 'x');
    QCOMPARE(engineio::WebSocketFraming().frame(payload, kind), header + payload);
}

void ServerRulesTest::framesABroadcastOnce()
{
    engineio::WebSocketFraming framing;
    QByteArray payload(100, 'x');
    const QByteArray first = framing.frame(payload, FrameKind::Text);
    QCOMPARE(framing.frame(payload, FrameKind::Text).constData(), first.constData()); // the same bytes, not a copy
    QVERIFY(framing.frame(payload, FrameKind::Binary) != first);
    payload[0] = 'y';
    QCOMPARE(framing.frame(payload, FrameKind::Text).sliced(2), payload);
    QCOMPARE(framing.frame(QByteArray(), FrameKind::Text).size(), 2);
}

void ServerRulesTest::admitsSoManyInAll()
{
    Admission admission(1, 0);
    auto first = admission.enter();
    QVERIFY(!first.isSurplus());
    {
        const auto second = admission.enter();
        QVERIFY(second.isSurplus());
        QVERIFY(!first.isSurplus()); // who was there first may stay
        QVERIFY(!admission.isFlooded());
        QCOMPARE(admission.inside(), 2);
    }
    auto moved = std::move(first); // as when HTTP becomes a WebSocket
    QVERIFY(!moved.isSurplus());
    QCOMPARE(admission.inside(), 1);
    std::vector<Admission::Ticket> crowd;
    for (int i = 0; i < 1'000; ++i)
        crowd.push_back(admission.enter());
    QVERIFY(admission.isFlooded());
    crowd.clear();
    QVERIFY(!admission.isFlooded());
    moved = {};
    QCOMPARE(admission.inside(), 0);
}

void ServerRulesTest::anAddressOfIpv6CountsWithItsNetwork_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("network");
    QTest::newRow("IPv4") << QStringLiteral("192.0.2.7") << QStringLiteral("192.0.2.7");
    QTest::newRow("IPv4 written as IPv6") << QStringLiteral("::ffff:192.0.2.7") << QStringLiteral("192.0.2.7");
    QTest::newRow("IPv6") << QStringLiteral("2001:db8:1:2::7") << QStringLiteral("2001:db8:1:2::/64");
    QTest::newRow("its neighbour") << QStringLiteral("2001:db8:1:2:ffff:ffff:ffff:ffff")
                                   << QStringLiteral("2001:db8:1:2::/64");
    QTest::newRow("another network") << QStringLiteral("2001:db8:1:3::7") << QStringLiteral("2001:db8:1:3::/64");
    QTest::newRow("of a link") << QStringLiteral("fe80::7%eth0") << QStringLiteral("fe80::/64");
    QTest::newRow("none") << QStringLiteral("somebody") << QStringLiteral("somebody");
}

void ServerRulesTest::anAddressOfIpv6CountsWithItsNetwork()
{
    QFETCH(QString, address);
    QTEST(engineio::clientNetwork(address), "network");
}

void ServerRulesTest::admitsSoManyFromOneAddress()
{
    Admission admission(0, 2);
    const QString here = QStringLiteral("192.0.2.1");
    auto first = admission.enter();
    auto second = admission.enter();
    auto third = admission.enter();
    QVERIFY(first.moveTo(here));
    QVERIFY(first.moveTo(here)); // once counted is enough
    QVERIFY(second.moveTo(here));
    QVERIFY(!third.moveTo(here));
    QVERIFY(third.moveTo(QStringLiteral("192.0.2.2")));
    second = {};
    QVERIFY(third.moveTo(here));
    QVERIFY(!third.isSurplus());

    auto fourth = admission.enter(); // the others have left the network of IPv6 to these two
    QVERIFY(first.moveTo(QStringLiteral("2001:db8:1:2::7")));
    QVERIFY(third.moveTo(QStringLiteral("2001:db8:1:2::8")));
    QVERIFY(!fourth.moveTo(QStringLiteral("2001:db8:1:2::9")));
    QVERIFY(fourth.moveTo(QStringLiteral("2001:db8:1:3::9")));
}

} // namespace

QTEST_APPLESS_MAIN(ServerRulesTest)
#include "ServerRulesTest.moc"
