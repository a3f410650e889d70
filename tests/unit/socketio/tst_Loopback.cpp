// SPDX-License-Identifier: MIT
// The real client against the real server over loopback.
#include "socketio/Client.h"
#include "socketio/Server.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace std::chrono_literals;

namespace {

constexpr int patience = 10'000;

class LoopbackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void connectsEmitsAndAcknowledges();
};

void LoopbackTest::connectsEmitsAndAcknowledges()
{
    socketio::Server server({});
    server.of(QStringLiteral("/")).onConnect = [](const auto &socket, const QJsonObject &auth,
                                                  const socketio::ConnectDecision &decision) {
        socket->onEvent = [socket = socket.get()](const QString &event, const QJsonArray &arguments,
                                                  const socketio::Ack &ack) {
            if (ack)
                ack(arguments);
            else
                socket->emitEvent(event + QStringLiteral("-back"), arguments);
        };
        decision.accept();
        socket->emitEvent(QStringLiteral("auth"), {auth});
    };
    const auto listening = server.listen(QStringLiteral("127.0.0.1"), 0);
    QVERIFY2(listening.error.isEmpty(), qPrintable(listening.error));

    socketio::ClientOptions options;
    options.url = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(listening.port));
    socketio::Client client(options);
    QSignalSpy connected(&client, &socketio::Client::connected);
    QSignalSpy received(&client, &socketio::Client::eventReceived);
    QSignalSpy closed(&client, &socketio::Client::closed);
    client.open({{QStringLiteral("token"), 1}});
    QVERIFY(connected.wait(patience));
    QTRY_COMPARE_WITH_TIMEOUT(received.size(), 1, patience);
    client.emitEvent(QStringLiteral("message"), {1, QStringLiteral("ü")});
    QTRY_COMPARE_WITH_TIMEOUT(received.size(), 2, patience);
    QCOMPARE(received.at(1).at(1).value<QJsonArray>(), QJsonArray({1, QStringLiteral("ü")}));
    std::optional<socketio::AckResult> answer;
    client.emitWithAck(QStringLiteral("ask"), {7}, 10s, [&](const socketio::AckResult &result) { answer = result; });
    QTRY_VERIFY_WITH_TIMEOUT(answer, patience);
    QCOMPARE(std::get<QJsonArray>(*answer), QJsonArray({7}));
    server.stop();
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, patience);
}

} // namespace

QTEST_GUILESS_MAIN(LoopbackTest)
#include "tst_Loopback.moc"
