// SPDX-License-Identifier: MIT
// Our client against the reference server on Node.js, which is started here.
#include "socketio/Client.h"

#include <QtCore/QProcess>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using socketio::AckFailure;
using socketio::AckResult;
using socketio::Arguments;
using socketio::Client;

constexpr int patience = 20'000;

QJsonArray argumentsOf(const QSignalSpy &events, qsizetype index)
{
    return events.at(index).at(1).value<Arguments>().json();
}

class JsServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void connectsWithAuthAndOrigin();
    void connectsToANamespace();
    void getsConnectErrorWithData();
    void isToldThatANamespaceDoesNotExist();
    void exchangesEvents();
    void getsAcknowledgements();
    void acknowledgementsTimeOut();
    void getsBroadcastsInOrder();
    void leaves();
    void isDisconnected_data();
    void isDisconnected();
    void answersHeartbeats();
    void isCutOffForAMessageOverTheLimit();
    void receivesBytes();

private:
    /// Connects m_client; its answer to `auth` is in m_events then.
    void connectClient(const QJsonObject &auth = {});
    void makeClient(const QString &nameSpace);

    QProcess m_server;
    QUrl m_url;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<QSignalSpy> m_events;
    std::unique_ptr<QSignalSpy> m_refused;
    std::unique_ptr<QSignalSpy> m_closed;
};

void JsServerTest::initTestCase()
{
    m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_server.start(qEnvironmentVariable("FRONTDESK_NODE"), {qEnvironmentVariable("FRONTDESK_JS_SERVER")});
    QVERIFY2(m_server.waitForStarted(patience), qPrintable(m_server.errorString()));
    while (!m_server.canReadLine())
        QVERIFY2(m_server.waitForReadyRead(patience),
                 "the reference server does not start: CTest installs what it needs");
    const QString line = QString::fromUtf8(m_server.readLine()).trimmed();
    QVERIFY2(line.startsWith(u"ready "), qPrintable(line));
    m_url = QUrl(line.mid(6));
}

void JsServerTest::cleanupTestCase()
{
    m_server.closeWriteChannel();
    QVERIFY(m_server.waitForFinished(patience));
}

void JsServerTest::init()
{
    makeClient(u"/"_s);
}

void JsServerTest::cleanup()
{
    m_events.reset();
    m_refused.reset();
    m_closed.reset();
    m_client.reset();
}

void JsServerTest::makeClient(const QString &nameSpace)
{
    m_client = std::make_unique<Client>(socketio::ClientOptions{.url = m_url, .nameSpace = nameSpace});
    m_events = std::make_unique<QSignalSpy>(m_client.get(), &Client::eventReceived);
    m_refused = std::make_unique<QSignalSpy>(m_client.get(), &Client::connectRefused);
    m_closed = std::make_unique<QSignalSpy>(m_client.get(), &Client::closed);
}

void JsServerTest::connectClient(const QJsonObject &auth)
{
    m_client->open(auth);
    QTRY_COMPARE_WITH_TIMEOUT(m_events->size(), 1, patience);
    QCOMPARE(m_events->at(0).at(0).toString(), u"auth"_s);
    QVERIFY(m_client->isConnected());
}

void JsServerTest::connectsWithAuthAndOrigin()
{
    const QJsonObject auth{{u"token"_s, u"123"_s}, {u"deep"_s, QJsonArray{1, QJsonValue::Null, u"ü"_s}}};
    connectClient(auth);
    QCOMPARE(argumentsOf(*m_events, 0), QJsonArray({auth, m_url.toString()}));
}

void JsServerTest::connectsToANamespace()
{
    makeClient(u"/custom"_s);
    connectClient({{u"of"_s, u"custom"_s}});
    m_client->emitEvent(u"message"_s, {1});
    QTRY_COMPARE_WITH_TIMEOUT(m_events->size(), 2, patience);
}

void JsServerTest::getsConnectErrorWithData()
{
    m_client->open({{u"refuse"_s, u"Not authorized"_s}});
    QTRY_COMPARE_WITH_TIMEOUT(m_refused->size(), 1, patience);
    QCOMPARE(m_refused->at(0).at(0).toString(), u"Not authorized"_s);
    QCOMPARE(m_refused->at(0).at(1).toJsonObject(), QJsonObject({{u"code"_s, u"refused"_s}}));
    QVERIFY(!m_client->isConnected());
    connectClient();
    QVERIFY(m_closed->isEmpty());
}

void JsServerTest::isToldThatANamespaceDoesNotExist()
{
    makeClient(u"/nowhere"_s);
    m_client->open({});
    QTRY_COMPARE_WITH_TIMEOUT(m_refused->size(), 1, patience);
    QCOMPARE(m_refused->at(0).at(0).toString(), u"Invalid namespace"_s);
}

void JsServerTest::exchangesEvents()
{
    connectClient();
    const QJsonArray everything{
        1, -2.5, u"日本 🙂 \u2028"_s, true, QJsonValue::Null, QJsonArray{}, QJsonObject{{u"a"_s, QJsonArray{1}}}};
    m_client->emitEvent(u"message"_s, everything);
    m_client->emitEvent(u"message"_s, {});
    m_client->emitEvent(u"message"_s, {QString(900'000, u'x')});
    QTRY_COMPARE_WITH_TIMEOUT(m_events->size(), 4, patience);
    QCOMPARE(m_events->at(1).at(0).toString(), u"message-back"_s);
    QCOMPARE(argumentsOf(*m_events, 1), everything);
    QCOMPARE(argumentsOf(*m_events, 2), QJsonArray());
    QCOMPARE(argumentsOf(*m_events, 3).at(0).toString().size(), 900'000);
}

void JsServerTest::getsAcknowledgements()
{
    connectClient();
    QList<int> answers;
    for (int i = 0; i < 200; ++i) {
        m_client->emitWithAck(u"message-with-ack"_s, {i}, 60s, [&answers](const AckResult &answer) {
            answers.append(std::get<Arguments>(answer).at(0).toInt());
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 200, patience);
    for (int i = 0; i < 200; ++i)
        QCOMPARE(answers.at(i), i);
}

void JsServerTest::acknowledgementsTimeOut()
{
    connectClient();
    std::optional<AckResult> answer;
    m_client->emitWithAck(u"nobody answers this"_s, {}, 30ms, [&answer](const AckResult &result) { answer = result; });
    QTRY_VERIFY_WITH_TIMEOUT(answer, patience);
    QCOMPARE(std::get<AckFailure>(*answer), AckFailure::TimedOut);
    QVERIFY(m_client->isConnected());
}

void JsServerTest::getsBroadcastsInOrder()
{
    connectClient();
    m_client->emitEvent(u"join"_s, {u"room"_s});
    for (int i = 0; i < 300; ++i)
        m_client->emitEvent(u"say"_s, {u"room"_s, i});
    QTRY_COMPARE_WITH_TIMEOUT(m_events->size(), 301, patience);
    for (int i = 0; i < 300; ++i)
        QCOMPARE(argumentsOf(*m_events, i + 1), QJsonArray{i});
}

void JsServerTest::leaves()
{
    Client other({.url = m_url});
    QSignalSpy events(&other, &Client::eventReceived);
    other.open({});
    QTRY_COMPARE_WITH_TIMEOUT(events.size(), 1, patience);
    connectClient();
    m_client->close();
    QTRY_VERIFY_WITH_TIMEOUT(events.size() >= 2, patience);
    QCOMPARE(events.at(1).at(0).toString(), u"gone"_s);
    QCOMPARE(argumentsOf(events, 1), QJsonArray{u"client namespace disconnect"_s});
}

void JsServerTest::isDisconnected_data()
{
    QTest::addColumn<QString>("event");
    QTest::addColumn<QJsonArray>("arguments");
    QTest::addColumn<QString>("reason");
    QTest::newRow("from the namespace") << u"end"_s << QJsonArray{false} << u"the server ended the connection"_s;
    QTest::newRow("with the transport") << u"end"_s << QJsonArray{true} << u"the server ended the connection"_s;
    QTest::newRow("without a word") << u"cut"_s << QJsonArray() << u"the connection was lost: "_s;
}

void JsServerTest::isDisconnected()
{
    QFETCH(QString, event);
    QFETCH(QJsonArray, arguments);
    QFETCH(QString, reason);
    connectClient();
    std::optional<AckResult> pending;
    m_client->emitWithAck(u"nobody answers this"_s, {}, 60s, [&pending](const AckResult &result) { pending = result; });
    m_client->emitEvent(event, arguments);
    QTRY_COMPARE_WITH_TIMEOUT(m_closed->size(), 1, patience);
    QVERIFY2(m_closed->at(0).at(0).toString().startsWith(reason), qPrintable(m_closed->at(0).at(0).toString()));
    QCOMPARE(std::get<AckFailure>(*pending), AckFailure::Disconnected);
}

void JsServerTest::answersHeartbeats()
{
    QSignalSpy heartbeats(m_client.get(), &Client::heartbeat);
    connectClient();
    QTRY_VERIFY_WITH_TIMEOUT(heartbeats.size() >= 3, patience); // a server that gets no pong pings only once
    QVERIFY(m_client->isConnected());
}

void JsServerTest::isCutOffForAMessageOverTheLimit()
{
    connectClient();
    m_client->emitEvent(u"message"_s, {QString(1'000'001, u'x')});
    QTRY_COMPARE_WITH_TIMEOUT(m_closed->size(), 1, patience);
    QCOMPARE(m_closed->at(0).at(0).toString(), u"a message was larger than allowed"_s);
}

void JsServerTest::receivesBytes()
{
    connectClient();
    m_client->emitEvent(u"binary"_s, {});
    QTRY_COMPARE_WITH_TIMEOUT(m_events->size(), 2, patience);
    const auto arguments = m_events->at(1).at(1).value<Arguments>();
    QCOMPARE(arguments.bytes(arguments.at(0)), QByteArray("\1\2\3"));
}

} // namespace

QTEST_GUILESS_MAIN(JsServerTest)
#include "tst_JsServer.moc"
