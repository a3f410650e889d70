// SPDX-License-Identifier: MIT
// The server against raw WebSocket clients that keep the protocol, and that break it.
#include "socketio/server/Server.h"

#include "RawClient.h"

#include <QtCore/QJsonDocument>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtTest/QTest>

#include <mutex>

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using socketio::ServerSocket;

constexpr int patience = 20'000;

/// A server with the namespaces "/" and "/other"; it answers `echo` events and acknowledges what asks for it.
struct EchoServer {
    explicit EchoServer(const socketio::ServerOptions &options = {})
        : server(options)
    {
        for (const auto &name : {u"/"_s, u"/other"_s}) {
            server.of(name).onConnect = [this](const auto &socket, const QJsonObject &auth,
                                               const socketio::ConnectDecision &decision) {
                if (auth.contains(u"refuse")) {
                    decision.reject(u"No"_s, {{u"code"_s, u"auth.invalid"_s}});
                    return;
                }
                socket->onEvent = [socket = socket.get()](const QString &event, const QJsonArray &arguments,
                                                          const socketio::Ack &ack) {
                    if (ack)
                        ack(arguments);
                    else
                        socket->emitEvent(event, arguments);
                };
                socket->onDisconnect = [this](const QString &reason) {
                    const std::scoped_lock lock(mutex);
                    reasons.append(reason);
                };
                decision.accept();
            };
        }
    }

    void listen()
    {
        const auto listening = server.listen(u"127.0.0.1"_s, 0);
        QVERIFY2(listening.error.isEmpty(), qPrintable(listening.error));
        port = listening.port;
    }

    [[nodiscard]] QStringList disconnectReasons()
    {
        const std::scoped_lock lock(mutex);
        return reasons;
    }

    quint16 port = 0;
    std::mutex mutex;
    QStringList reasons;
    socketio::Server server; // last: its thread uses what is above
};

class ServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void speaksTheProtocol();
    void refusesAndLeavesTheTransportOpen();
    void doesNotKnowEveryNamespace();
    void closesOnViolations_data();
    void closesOnViolations();
    void closesWhoDoesNotConnect();
    void decidesLater();
    void decidesAfterTheClientHasGone();
    void decidesAfterTheClientHasBrokenTheProtocol();
    void leavesOneNamespaceOnly();
    void tellsWhyASocketEnded_data();
    void tellsWhyASocketEnded();
    void disconnectsAfterWhatWasSent();
    void answersNothingToThoseWhoLeft();
    void oversizeFrameHarmsNobodyElse();
};

void ServerTest::speaksTheProtocol()
{
    EchoServer echo;
    echo.listen();
    RawClient client(echo.port);
    QTRY_VERIFY_WITH_TIMEOUT(client.open, patience);
    client.say(u"40"_s);
    QTRY_COMPARE_WITH_TIMEOUT(client.received.size(), 1, patience);
    QVERIFY2(client.received.at(0).startsWith(uR"(40{"sid":")"_s), qPrintable(client.received.at(0)));
    client.say(uR"(42["echo",1,"ü"])"_s);
    client.say(uR"(427["ask",true])"_s);
    client.say(u"40/other"_s);
    client.say(uR"(42/other,3["ask",{}])"_s);
    QTRY_COMPARE_WITH_TIMEOUT(client.received.size(), 5, patience);
    QCOMPARE(client.received.at(1), uR"(42["echo",1,"ü"])"_s);
    QCOMPARE(client.received.at(2), u"437[true]"_s);
    QVERIFY(client.received.at(3).startsWith(uR"(40/other,{"sid":")"_s));
    QCOMPARE(client.received.at(4), u"43/other,3[{}]"_s);
}

void ServerTest::refusesAndLeavesTheTransportOpen()
{
    EchoServer echo;
    echo.listen();
    RawClient client(echo.port);
    QTRY_VERIFY_WITH_TIMEOUT(client.open, patience);
    client.say(uR"(40{"refuse":true})"_s);
    QTRY_COMPARE_WITH_TIMEOUT(client.received, QStringList{uR"(44{"data":{"code":"auth.invalid"},"message":"No"})"_s},
                              patience);
    client.say(u"40"_s);
    QTRY_COMPARE_WITH_TIMEOUT(client.received.size(), 2, patience);
    QVERIFY(!client.closed);
    QVERIFY(echo.disconnectReasons().isEmpty());
}

void ServerTest::doesNotKnowEveryNamespace()
{
    EchoServer echo;
    echo.listen();
    RawClient client(echo.port);
    QTRY_VERIFY_WITH_TIMEOUT(client.open, patience);
    client.say(u"40/nowhere,"_s);
    QTRY_COMPARE_WITH_TIMEOUT(client.received, QStringList{uR"(44/nowhere,{"message":"Invalid namespace"})"_s},
                              patience);
}

void ServerTest::closesOnViolations_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("event before CONNECT") << QStringList{uR"(42["a"])"_s};
    QTest::newRow("event after a refusal") << QStringList{uR"(40{"refuse":1})"_s, uR"(42["a"])"_s};
    QTest::newRow("second CONNECT") << QStringList{u"40"_s, u"40"_s};
    QTest::newRow("event on another namespace") << QStringList{u"40"_s, uR"(42/other,["a"])"_s};
    QTest::newRow("reserved name") << QStringList{u"40"_s, uR"(42["disconnecting"])"_s};
    QTest::newRow("payload that is no array") << QStringList{u"40"_s, u"42{}"_s};
    QTest::newRow("CONNECT with an array") << QStringList{u"40[]"_s};
    QTest::newRow("id that is none") << QStringList{u"40"_s, uR"(42abc["a"])"_s};
    const QString bytes = uR"(451-["a",{"_placeholder":true,"num":0}])"_s;
    QTest::newRow("text where bytes are awaited") << QStringList{u"40"_s, bytes, uR"(42["a"])"_s};
    QTest::newRow("too many attachments") << QStringList{u"40"_s, uR"(4511-["a",{"_placeholder":true,"num":0}])"_s};
    QTest::newRow("attachment without a place") << QStringList{u"40"_s, uR"(451-["a"])"_s};
    QTest::newRow("bytes before CONNECT") << QStringList{bytes, u"<binary>"_s};
    QTest::newRow("unknown Socket.IO type") << QStringList{u"40"_s, u"4abc"_s};
    QTest::newRow("unknown Engine.IO type") << QStringList{u"40"_s, u"abc"_s};
    QTest::newRow("ping of a client") << QStringList{u"40"_s, u"2"_s};
    QTest::newRow("empty frame") << QStringList{u"40"_s, QString()};
    QTest::newRow("bytes that nobody announced") << QStringList{u"40"_s, u"<binary>"_s};
}

void ServerTest::closesOnViolations()
{
    QFETCH(QStringList, texts);
    EchoServer echo;
    echo.listen();
    RawClient good(echo.port);
    RawClient bad(echo.port);
    QTRY_VERIFY_WITH_TIMEOUT(good.open && bad.open, patience);
    good.say(u"40"_s);
    for (const auto &text : texts) {
        if (text == u"<binary>")
            bad.socket.sendBinaryMessage("4abc");
        else
            bad.say(text);
    }
    QTRY_VERIFY_WITH_TIMEOUT(bad.closed, patience);
    good.say(uR"(421["ask"])"_s);
    QTRY_VERIFY_WITH_TIMEOUT(good.received.contains(u"431[]"_s), patience); // nobody else is harmed
}

void ServerTest::closesWhoDoesNotConnect()
{
    socketio::ServerOptions options;
    options.connectTimeout = 1s; // the others are in time on a busy machine, too
    EchoServer echo(options);
    echo.listen();
    RawClient idle(echo.port);
    RawClient refused(echo.port);
    RawClient connected(echo.port);
    connect(&refused.socket, &QWebSocket::connected, this, [&] { refused.say(uR"(40{"refuse":true})"_s); });
    connect(&connected.socket, &QWebSocket::connected, this, [&] { connected.say(u"40"_s); });
    QTRY_VERIFY_WITH_TIMEOUT(idle.closed && refused.closed, patience);
    QCOMPARE(refused.received.size(), 1);
    connected.say(uR"(421["ask"])"_s);
    QTRY_VERIFY_WITH_TIMEOUT(connected.received.contains(u"431[]"_s), patience);
}

void ServerTest::decidesLater()
{
    EchoServer echo;
    echo.server.of(u"/"_s).onConnect = [&](const auto &, const QJsonObject &,
                                           const socketio::ConnectDecision &decision) {
        echo.server.postAfter(1ms, [decision] {
            decision.accept();
            decision.reject(u"too late"_s, {});
            decision.accept();
        });
    };
    echo.listen();
    RawClient client(echo.port);
    QTRY_VERIFY_WITH_TIMEOUT(client.open, patience);
    client.say(u"40"_s);
    QTRY_COMPARE_WITH_TIMEOUT(client.received.size(), 1, patience);
    client.say(u"40/other,"_s);
    QTRY_COMPARE_WITH_TIMEOUT(client.received.size(), 2, patience);
    QVERIFY(client.received.at(1).startsWith(u"40/other,"_s));
}

void ServerTest::decidesAfterTheClientHasGone()
{
    EchoServer echo;
    std::optional<socketio::ConnectDecision> decision;
    std::atomic<bool> asked = false;
    echo.server.of(u"/"_s).onConnect = [&](const auto &socket, const QJsonObject &,
                                           const socketio::ConnectDecision &toDecide) {
        socket->onDisconnect = [&](const QString &reason) {
            const std::scoped_lock lock(echo.mutex);
            echo.reasons.append(reason);
        };
        decision = toDecide;
        asked = true;
    };
    echo.listen();
    {
        RawClient client(echo.port);
        QTRY_VERIFY_WITH_TIMEOUT(client.open, patience);
        client.say(u"40/other,"_s); // its end shows that the server has noticed
        client.say(u"40"_s);
        QTRY_VERIFY_WITH_TIMEOUT(asked, patience);
    }
    QTRY_COMPARE_WITH_TIMEOUT(echo.disconnectReasons().size(), 1, patience);
    echo.server.post([&] {
        decision->accept();
        decision.reset();
    });
    QTRY_COMPARE_WITH_TIMEOUT(echo.disconnectReasons(), QStringList(2, u"transport close"_s), patience);
}

void ServerTest::decidesAfterTheClientHasBrokenTheProtocol()
{
    EchoServer echo;
    echo.server.of(u"/"_s).onConnect = [&](const auto &socket, const QJsonObject &,
                                           const socketio::ConnectDecision &decision) {
        socket->onDisconnect = [&](const QString &reason) {
            const std::scoped_lock lock(echo.mutex);
            echo.reasons.append(reason);
        };
        // After all packets of the same request, and before the end of the connection, which is told later.
        echo.server.post([decision] { decision.accept(); });
    };
    echo.listen();
    QNetworkAccessManager http;
    const auto bodyOf = [](QNetworkReply *reply) {
        [&] { QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), patience); }();
        reply->deleteLater();
        return reply->readAll();
    };
    QUrl url(u"http://127.0.0.1:%1/socket.io/?EIO=4&transport=polling"_s.arg(echo.port));
    const QByteArray open = bodyOf(http.get(QNetworkRequest(url)));
    url.setQuery(url.query() + u"&sid="_s + QJsonDocument::fromJson(open.mid(1)).object().value(u"sid").toString());
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"text/plain"_s);
    QCOMPARE(bodyOf(http.post(request, QByteArrayList{"40", "40"}.join('\x1e'))), QByteArray("ok"));
    QTRY_COMPARE_WITH_TIMEOUT(echo.disconnectReasons(), QStringList{u"transport error"_s}, patience);
    echo.server.stop();
    QCOMPARE(echo.reasons.size(), 1);
}

void ServerTest::leavesOneNamespaceOnly()
{
    EchoServer echo;
    echo.listen();
    RawClient client(echo.port);
    QTRY_VERIFY_WITH_TIMEOUT(client.open, patience);
    client.say(u"40"_s);
    client.say(u"40/other,"_s);
    client.say(u"41"_s);
    client.say(uR"(42/other,1["ask"])"_s);
    QTRY_VERIFY_WITH_TIMEOUT(client.received.contains(u"43/other,1[]"_s), patience);
    QCOMPARE(echo.disconnectReasons(), QStringList{u"client namespace disconnect"_s});
}

void ServerTest::tellsWhyASocketEnded_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");
    QTest::newRow("left") << u"41"_s << u"client namespace disconnect"_s;
    QTest::newRow("closed") << u"<close>"_s << u"transport close"_s;
    QTest::newRow("aborted") << u"<abort>"_s << u"transport close"_s;
    QTest::newRow("broke the protocol") << u"42{"_s << u"parse error"_s;
    QTest::newRow("stopped") << u"<stop>"_s << u"server shutting down"_s;
}

void ServerTest::tellsWhyASocketEnded()
{
    QFETCH(QString, text);
    QFETCH(QString, reason);
    EchoServer echo;
    echo.listen();
    RawClient client(echo.port);
    QTRY_VERIFY_WITH_TIMEOUT(client.open, patience);
    client.say(u"40"_s);
    QTRY_COMPARE_WITH_TIMEOUT(client.received.size(), 1, patience);
    if (text == u"<close>")
        client.socket.close();
    else if (text == u"<abort>")
        client.socket.abort();
    else if (text == u"<stop>")
        echo.server.stop();
    else
        client.say(text);
    QTRY_COMPARE_WITH_TIMEOUT(echo.disconnectReasons(), QStringList{reason}, patience);
    echo.server.stop();
    QCOMPARE(echo.reasons, QStringList{reason}); // once, whatever came afterwards
}

void ServerTest::disconnectsAfterWhatWasSent()
{
    EchoServer echo;
    echo.server.of(u"/"_s).onConnect = [&](const auto &socket, const QJsonObject &,
                                           const socketio::ConnectDecision &decision) {
        socket->onDisconnect = [&](const QString &reason) {
            const std::scoped_lock lock(echo.mutex);
            echo.reasons.append(reason);
        };
        decision.accept();
        socket->emitEvent(u"last"_s, {QString(100'000, u'x')});
        socket->disconnect(true);
        socket->emitEvent(u"too late"_s, {});
    };
    echo.listen();
    RawClient client(echo.port);
    QTRY_VERIFY_WITH_TIMEOUT(client.open, patience);
    client.say(u"40"_s);
    QTRY_VERIFY_WITH_TIMEOUT(client.closed, patience);
    QCOMPARE(client.received.size(), 3);
    QVERIFY(client.received.at(1).startsWith(uR"(42["last")"_s));
    QCOMPARE(client.received.at(2), u"41"_s);
    QTRY_COMPARE_WITH_TIMEOUT(echo.disconnectReasons(), QStringList{u"server namespace disconnect"_s}, patience);
}

void ServerTest::answersNothingToThoseWhoLeft()
{
    EchoServer echo;
    socketio::Ack held;
    std::shared_ptr<ServerSocket> heldSocket;
    std::atomic<bool> asked = false;
    echo.server.of(u"/"_s).onConnect = [&](const auto &socket, const QJsonObject &,
                                           const socketio::ConnectDecision &decision) {
        heldSocket = socket;
        socket->onEvent = [&](const QString &, const QJsonArray &, const socketio::Ack &ack) {
            held = ack;
            asked = true;
        };
        socket->onDisconnect = [&](const QString &reason) {
            const std::scoped_lock lock(echo.mutex);
            echo.reasons.append(reason);
        };
        decision.accept();
    };
    echo.listen();
    RawClient client(echo.port);
    QTRY_VERIFY_WITH_TIMEOUT(client.open, patience);
    client.say(u"40"_s);
    client.say(u"40/other,"_s);
    client.say(uR"(421["ask"])"_s);
    QTRY_VERIFY_WITH_TIMEOUT(asked, patience);
    client.say(u"41"_s);
    QTRY_COMPARE_WITH_TIMEOUT(echo.disconnectReasons().size(), 1, patience);
    std::atomic<bool> done = false;
    echo.server.post([&] {
        held({1});
        heldSocket->emitEvent(u"late"_s, {});
        heldSocket->join(u"room"_s);
        heldSocket->disconnect(true);
        echo.server.of(u"/"_s).to(u"room"_s).emitEvent(u"late"_s, {});
        done = true;
    });
    QTRY_VERIFY_WITH_TIMEOUT(done, patience);
    client.say(uR"(42/other,2["ask"])"_s);
    QTRY_VERIFY_WITH_TIMEOUT(client.received.contains(u"43/other,2[]"_s), patience);
    QCOMPARE(client.received.size(), 3); // two CONNECTs and this acknowledgement
    echo.server.stop();
    held({2}); // after the end of everything, too
    heldSocket.reset();
}

void ServerTest::oversizeFrameHarmsNobodyElse()
{
    socketio::ServerOptions options;
    options.engine.maxPayload = 1000;
    EchoServer echo(options);
    echo.listen();
    RawClient good(echo.port);
    RawClient bad(echo.port);
    QTRY_VERIFY_WITH_TIMEOUT(good.open && bad.open, patience);
    good.say(u"40"_s);
    bad.say(u"40"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!good.received.isEmpty() && !bad.received.isEmpty(), patience);
    bad.say(u"42[\"echo\",\"%1\"]"_s.arg(QString(500'000, u'x')));
    QTRY_VERIFY_WITH_TIMEOUT(bad.closed, patience);
    QCOMPARE(bad.socket.closeCode(), QWebSocketProtocol::CloseCodeTooMuchData);
    QTRY_COMPARE_WITH_TIMEOUT(echo.disconnectReasons(), QStringList{u"payload too large"_s}, patience);
    good.say(uR"(421["ask"])"_s);
    QTRY_VERIFY_WITH_TIMEOUT(good.received.contains(u"431[]"_s), patience);
}

} // namespace

QTEST_GUILESS_MAIN(ServerTest)
#include "ServerTest.moc"
