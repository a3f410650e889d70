// SPDX-License-Identifier: MIT
// Long-polling byte by byte over real sockets.
#include "PollingSession.h"
#include "ServerUnderTest.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace std::chrono_literals;

namespace {

class ServerPollingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opens();
    void echoes_data();
    void echoes();
    void waitsForSomethingToSay();
    void answersAreAsTheReferenceWritesThem();
    void batchesAreBounded();
    void overlappingPollsEndIt();
    void overlappingPostsEndIt();
    void hangingUpEndsIt_data();
    void hangingUpEndsIt();
    void refusesBodies_data();
    void refusesBodies();
    void badPayloadsEndIt_data();
    void badPayloadsEndIt();
    void clientCloses();
    void serverCloses();
    void serverClosesAndSendsWhatWasWrittenBefore();
    void aClosedSessionIsNotKeptByPosting();
    void heartbeat();
    void silentClientIsEnded();
    void aPollSentAheadWaits();
};

void ServerPollingTest::opens()
{
    ServerUnderTest echo;
    echo.listen();
    PollingSession session(echo.port);
    QCOMPARE(session.handshake.status, 200);
    QVERIFY(session.handshake.body.startsWith("0{"));
    const QJsonObject open = QJsonDocument::fromJson(session.handshake.body.sliced(1)).object();
    QCOMPARE(open.value(u"upgrades").toVariant().toStringList(), QStringList{QStringLiteral("websocket")});
    QCOMPARE(open.value(u"pingInterval").toInt(), 25'000);
    QCOMPARE(open.value(u"pingTimeout").toInt(), 20'000);
    QCOMPARE(open.value(u"maxPayload").toInt(), 1'000'000);
    QTRY_COMPARE_WITH_TIMEOUT(echo.opened.load(), 1, patience);
}

void ServerPollingTest::echoes_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("text") << QByteArray("4hello") << QByteArray("4hello");
    QTest::newRow("several") << QByteArray("4a\x1e"
                                           "4b\x1e"
                                           "4c")
                             << QByteArray("4a\x1e"
                                           "4b\x1e"
                                           "4c");
    QTest::newRow("binary") << QByteArray("bAQIDBA==") << QByteArray("bAQIDBA==");
    QTest::newRow("mixed") << QByteArray("4a\x1e"
                                         "bAQIDBA==\x1e"
                                         "4grüße")
                           << QByteArray("4a\x1e"
                                         "bAQIDBA==\x1e"
                                         "4grüße");
    QTest::newRow("noop between") << QByteArray("6\x1e"
                                                "4a")
                                  << QByteArray("4a");
}

void ServerPollingTest::echoes()
{
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, answer);
    ServerUnderTest echo;
    echo.listen();
    PollingSession session(echo.port);
    QCOMPARE(session.post(payload).body, "ok");
    QCOMPARE(session.poll().body, answer);
}

void ServerPollingTest::waitsForSomethingToSay()
{
    ServerUnderTest echo;
    echo.listen();
    PollingSession session(echo.port);
    for (const QByteArray message : {"4first", "4second"}) {
        session.sendPoll();
        QVERIFY(session.polls.isSilent());
        QCOMPARE(session.post(message).status, 200);
        QCOMPARE(session.polls.read().body, message);
    }
}

void ServerPollingTest::answersAreAsTheReferenceWritesThem()
{
    ServerUnderTest echo;
    echo.listen();
    PollingSession session(echo.port);
    QCOMPARE(session.handshake.field("Content-Type"), "text/plain; charset=UTF-8");
    QCOMPARE(session.handshake.field("Cache-Control"), "no-store");
    const Answer posted = session.post("4a");
    QCOMPARE(posted.status, 200);
    QCOMPARE(posted.field("Content-Type"), "text/html");
    QCOMPARE(posted.field("Content-Length"), "2");
    QCOMPARE(posted.field("Cache-Control"), "no-store");
    const Answer polled = session.poll();
    QCOMPARE(polled.field("Content-Type"), "text/plain; charset=UTF-8");
    QCOMPARE(polled.field("Cache-Control"), "no-store");
}

void ServerPollingTest::batchesAreBounded()
{
    ServerUnderTest echo({.maxPayload = 1'000});
    echo.listen();
    PollingSession session(echo.port);
    const QByteArray message = "4" + QByteArray(299, 'x');
    for (int i = 0; i < 7; ++i)
        QCOMPARE(session.post(message).status, 200);
    QCOMPARE(session.poll().body.size(), 3 * 300 + 2);
    QCOMPARE(session.poll().body.size(), 3 * 300 + 2);
    QCOMPARE(session.poll().body.size(), 300);
}

void ServerPollingTest::overlappingPollsEndIt()
{
    ServerUnderTest echo;
    echo.listen();
    PollingSession session(echo.port);
    session.sendPoll();
    QTRY_COMPARE_WITH_TIMEOUT(echo.counters().httpRequests, quint64(2), patience); // it waits there
    QVERIFY(session.polls.isSilent());
    QCOMPARE(session.posts.exchange(get(session.target())).status, 400);
    const Answer first = session.polls.read();
    QCOMPARE(first.status, 200);
    QCOMPARE(first.body, "1");
    QTRY_COMPARE_WITH_TIMEOUT(echo.closeReasons(), QStringList{QStringLiteral("overlapping polls")}, patience);
    QCOMPARE(session.poll().status, 400);
}

void ServerPollingTest::overlappingPostsEndIt()
{
    ServerUnderTest echo;
    echo.listen();
    PollingSession session(echo.port);
    const QByteArray whole = post(session.target(), "4first");
    session.posts.send(whole.chopped(3)); // is still on its way
    RawHttp other(echo.port);
    QTRY_COMPARE_WITH_TIMEOUT(echo.counters().httpRequests, quint64(2), patience);
    QCOMPARE(other.exchange(post(session.target(), "4second")).status, 400);
    QTRY_COMPARE_WITH_TIMEOUT(echo.closeReasons(), QStringList{QStringLiteral("overlapping posts")}, patience);
    session.posts.send(whole.last(3));
    QCOMPARE(session.posts.read().status, 400);
}

void ServerPollingTest::hangingUpEndsIt_data()
{
    QTest::addColumn<bool>("polls");
    QTest::newRow("a waiting GET") << true;
    QTest::newRow("half a POST") << false;
}

void ServerPollingTest::hangingUpEndsIt()
{
    QFETCH(bool, polls);
    ServerUnderTest echo;
    echo.listen();
    PollingSession session(echo.port);
    if (polls) {
        session.sendPoll();
        QTRY_COMPARE_WITH_TIMEOUT(echo.counters().httpRequests, quint64(2), patience);
        session.polls.socket().abort();
    } else {
        session.posts.send(post(session.target(), "4first").chopped(3));
        QTRY_COMPARE_WITH_TIMEOUT(echo.counters().httpRequests, quint64(2), patience);
        session.posts.socket().abort();
    }
    QTRY_COMPARE_WITH_TIMEOUT(echo.closeReasons(), QStringList{QStringLiteral("transport error")}, patience);
    QCOMPARE(exchange(echo.port, get(session.target())).status, 400);
}

void ServerPollingTest::refusesBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("survives");
    QTest::newRow("at the limit") << "4" + QByteArray(999, 'x') << QByteArray() << 200 << true;
    QTest::newRow("over the limit") << "4" + QByteArray(1'000, 'x') << QByteArray() << 413 << true;
    QTest::newRow("octet-stream") << QByteArray("4x") << QByteArray("Content-Type: application/octet-stream\r\n") << 400
                                  << false;
}

void ServerPollingTest::refusesBodies()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, fields);
    QFETCH(int, status);
    QFETCH(bool, survives);
    ServerUnderTest echo({.maxPayload = 1'000});
    echo.listen();
    PollingSession session(echo.port);
    QCOMPARE(exchange(echo.port, post(session.target(), body, fields)).status, status);
    QCOMPARE(session.post("4on").status, survives ? 200 : 400);
}

void ServerPollingTest::badPayloadsEndIt_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no packet") << QByteArray("abc") << QStringLiteral("parse error");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("parse error");
    QTest::newRow("bad base64") << QByteArray("b***") << QStringLiteral("parse error");
    QTest::newRow("good, then bad") << QByteArray("4a\x1ex") << QStringLiteral("parse error");
    QTest::newRow("ping of a client") << QByteArray("2") << QStringLiteral("invalid heartbeat direction");
}

void ServerPollingTest::badPayloadsEndIt()
{
    QFETCH(QByteArray, payload);
    QFETCH(QString, reason);
    ServerUnderTest echo;
    echo.listen();
    PollingSession session(echo.port);
    QCOMPARE(session.post(payload).status, reason == QLatin1String("parse error") ? 400 : 200);
    QTRY_COMPARE_WITH_TIMEOUT(echo.closeReasons(), QStringList{reason}, patience);
    QCOMPARE(session.poll().status, 400);
}

void ServerPollingTest::clientCloses()
{
    ServerUnderTest echo;
    echo.listen();
    PollingSession session(echo.port);
    session.sendPoll();
    QVERIFY(session.polls.isSilent());
    QCOMPARE(session.post("1").body, "ok");
    QCOMPARE(session.polls.read().body, "6");
    QTRY_COMPARE_WITH_TIMEOUT(echo.closeReasons(), QStringList{QStringLiteral("transport close")}, patience);
    QCOMPARE(session.poll().status, 400);
}

void ServerPollingTest::serverCloses()
{
    ServerUnderTest echo;
    echo.server.setConnectionHandler(
        QStringLiteral("/engine.io/"), [&](const std::shared_ptr<engineio::Connection> &connection) {
            echo.rememberEndOf(*connection);
            connection->onMessage = [weak = std::weak_ptr(connection)](engineio::FrameKind, QByteArrayView) {
                weak.lock()->close(QStringLiteral("enough"));
            };
        });
    echo.listen();
    PollingSession session(echo.port);
    session.sendPoll();
    QVERIFY(session.polls.isSilent());
    QCOMPARE(session.post("4anything").status, 200);
    QCOMPARE(session.polls.read().body, "1");
    QTRY_COMPARE_WITH_TIMEOUT(echo.closeReasons(), QStringList{QStringLiteral("enough")}, patience);
    QCOMPARE(session.poll().status, 400);
    QCOMPARE(echo.counters().closed.at(QStringLiteral("application")), quint64(1));
}

void ServerPollingTest::serverClosesAndSendsWhatWasWrittenBefore()
{
    ServerUnderTest echo({.maxPayload = 1'000});
    echo.server.setConnectionHandler(QStringLiteral("/engine.io/"),
                                     [&](const std::shared_ptr<engineio::Connection> &connection) {
                                         for (int i = 0; i < 4; ++i)
                                             connection->send("4" + QByteArray(400, 'x'));
                                         connection->close(QStringLiteral("done"));
                                         connection->send("4too late");
                                     });
    echo.listen();
    PollingSession session(echo.port);
    QCOMPARE(session.poll().body.size(), 2 * 401 + 1);
    QCOMPARE(session.poll().body.size(), 2 * 401 + 1);
    QCOMPARE(session.poll().body, "1");
    QCOMPARE(session.poll().status, 400);
}

void ServerPollingTest::aClosedSessionIsNotKeptByPosting()
{
    ServerUnderTest echo({.fetchTimeout = 300ms});
    echo.server.setConnectionHandler(QStringLiteral("/engine.io/"),
                                     [&](const std::shared_ptr<engineio::Connection> &connection) {
                                         connection->send("4x");
                                         connection->close(QStringLiteral("done"));
                                     });
    echo.listen();
    PollingSession session(echo.port);
    QTRY_COMPARE_WITH_TIMEOUT(session.post("4y").status, 400, patience); // it posts faster than that
}

void ServerPollingTest::heartbeat()
{
    ServerUnderTest echo({.pingInterval = 30ms, .pingTimeout = 10s});
    echo.listen();
    PollingSession session(echo.port);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(session.poll().body, "2");
        QCOMPARE(session.post("3").status, 200);
    }
    QVERIFY(echo.closeReasons().isEmpty());
}

void ServerPollingTest::silentClientIsEnded()
{
    ServerUnderTest echo({.pingInterval = 20ms, .pingTimeout = 1s}); // time enough for the first poll on a busy machine
    echo.listen();
    PollingSession session(echo.port);
    QCOMPARE(session.poll().body, "2");
    QCOMPARE(session.poll().body, "1"); // no pong came
    QTRY_COMPARE_WITH_TIMEOUT(echo.closeReasons(), QStringList{QStringLiteral("ping timeout")}, patience);
    QCOMPARE(session.poll().status, 400);
    QCOMPARE(session.post("3").status, 400);
}

void ServerPollingTest::aPollSentAheadWaits()
{
    ServerUnderTest echo;
    echo.listen();
    PollingSession session(echo.port);
    session.sendPoll();
    session.sendPoll(); // on the same connection it is read only when the first has been answered
    QCOMPARE(session.post("4one").status, 200);
    QCOMPARE(session.polls.read().body, "4one");
    QCOMPARE(session.post("4two").status, 200);
    QCOMPARE(session.polls.read().body, "4two");
}

} // namespace

QTEST_GUILESS_MAIN(ServerPollingTest)
#include "ServerPollingTest.moc"
