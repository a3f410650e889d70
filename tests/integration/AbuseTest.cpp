// SPDX-License-Identifier: GPL-3.0-or-later
#include "Processes.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QUuid>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QSignalSpy>
#include <QtWebSockets/QWebSocket>

using namespace frontdesk;
using namespace Qt::Literals::StringLiterals;

/// Somebody sends nonsense to the server while two others talk: they notice nothing, and the nonsense gets a name.
class AbuseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void strangersWithoutASignIn_data();
    void strangersWithoutASignIn();
    void signedInNonsenseIsRefusedByName_data();
    void signedInNonsenseIsRefusedByName();
    void anOversizeFrameEndsOnlyItsOwnConnection();
    void rawBytesAreNoHttp();

private:
    [[nodiscard]] std::unique_ptr<QWebSocket> open();
    void othersNoticeNothing();

    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<SessionProcess> m_ada, m_ben;
    QString m_zoesToken;
    QString m_group;
    QStringList m_said;
};

void AbuseTest::initTestCase()
{
    m_server = std::make_unique<ServerProcess>();
    m_server->start();
    m_ada = std::make_unique<SessionProcess>(*m_server, m_server->addUser(u"ada"_s));
    m_ben = std::make_unique<SessionProcess>(*m_server, m_server->addUser(u"ben"_s));
    m_zoesToken = m_server->addUser(u"zoe"_s);
    m_ada->start();
    m_ben->start();
    m_ada->becomes(u"online"_s);
    m_ben->becomes(u"online"_s);
    m_group = m_ada->makeGroup(u"Undisturbed"_s, {u"ben"_s});
}

void AbuseTest::cleanup()
{
    othersNoticeNothing();
}

std::unique_ptr<QWebSocket> AbuseTest::open()
{
    auto socket = std::make_unique<QWebSocket>();
    QSignalSpy connected(socket.get(), &QWebSocket::connected);
    socket->open(QUrl(u"ws://127.0.0.1:%1/socket.io/?EIO=4&transport=websocket"_s.arg(m_server->port())));
    if (connected.isEmpty() && !connected.wait(20'000))
        qFatal("The server does not answer");
    return socket;
}

void AbuseTest::othersNoticeNothing()
{
    m_said.append(u"message %1"_s.arg(m_said.size()));
    m_ada->send(m_group, m_said.last());
    QTRY_COMPARE_WITH_TIMEOUT(m_ben->announced(m_group), m_said, 20'000);
    for (SessionProcess *other : {m_ada.get(), m_ben.get()}) {
        QCOMPARE(other->result(u"status"_s)["reconnects"_L1].toInt(), 0);
        QCOMPARE(other->state(), u"online"_s);
    }
}

void AbuseTest::strangersWithoutASignIn_data()
{
    QTest::addColumn<QString>("frame");
    QTest::addColumn<QString>("code"); // of the refusal; empty: the connection ends
    QTest::newRow("no token") << u"40{}"_s << u"auth.missing"_s;
    QTest::newRow("no auth at all") << u"40"_s << u"auth.missing"_s;
    QTest::newRow("a bad token") << u"40{\"token\":\"x.y.z\"}"_s << u"auth.invalid"_s;
    QTest::newRow("a token of a wrong type") << u"40{\"token\":[1]}"_s << u"handshake.invalid"_s;
    QTest::newRow("too old") << u"40{\"token\":\"TOKEN\",\"protocol\":0}"_s << u"protocol.tooOld"_s;
    QTest::newRow("too new") << u"40{\"token\":\"TOKEN\",\"protocol\":[99]}"_s << u"protocol.tooNew"_s;
    QTest::newRow("malformed JSON") << u"40{\"token\":"_s << QString();
    QTest::newRow("an event before CONNECT") << u"42[\"message:send\",{}]"_s << QString();
    QTest::newRow("no packet") << u"hello"_s << QString();
}

void AbuseTest::strangersWithoutASignIn()
{
    QFETCH(QString, frame);
    QFETCH(QString, code);
    const auto socket = open();
    QStringList received;
    connect(socket.get(), &QWebSocket::textMessageReceived, this, [&](const QString &text) { received.append(text); });
    socket->sendTextMessage(frame.replace(u"TOKEN"_s, m_zoesToken));
    if (code.isEmpty())
        QTRY_COMPARE_WITH_TIMEOUT(socket->state(), QAbstractSocket::UnconnectedState, 20'000);
    else
        QTRY_VERIFY2_WITH_TIMEOUT(!received.isEmpty() && received.last().startsWith(u"44"_s) &&
                                      received.last().contains(code),
                                  qPrintable(received.join(u'\n')), 20'000);
}

void AbuseTest::signedInNonsenseIsRefusedByName_data()
{
    QTest::addColumn<QString>("event");
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const char *event, const QString &argument, const char *code) {
        QTest::newRow(name) << QString::fromUtf8(event) << argument << QString::fromUtf8(code);
    };
    const QString send = u"{\"id\":\"ID\",\"conversation\":\"GROUP\",\"text\":%1}"_s;
    row("unknown command", "deal:win", u"{}"_s, "command.unknown");
    row("no object", "message:send", u"5"_s, "payload.invalid");
    row("no fields", "message:send", u"{}"_s, "payload.invalid");
    row("a wrong type", "message:send", send.arg(u"[]"_s), "payload.invalid");
    row("a foreign conversation", "message:send", send.arg(u"\"let me in\""_s), "conversation.unknown");
    row("a foreign history", "message:history", u"{\"conversation\":\"GROUP\"}"_s, "conversation.unknown");
    row("a bad page", "journal:page", u"{\"cursor\":\"one\"}"_s, "payload.invalid");
    row("an endless page", "journal:page", u"{\"cursor\":0,\"limit\":100000}"_s, "payload.invalid");
    const QString title = u"{\"id\":\"ID\",\"record\":\"conversation:GROUP\",\"base\":1,\"set\":{\"title\":\"%1\"}}"_s;
    row("a title over the limit", "record:change", title.arg(QString(201, u'x')), "title.tooLong");
    row("a foreign title", "record:change", title.arg(u"mine"_s), "conversation.unknown");
}

void AbuseTest::signedInNonsenseIsRefusedByName()
{
    QFETCH(QString, event);
    QFETCH(QString, argument);
    QFETCH(QString, code);
    const auto socket = open();
    QStringList received;
    connect(socket.get(), &QWebSocket::textMessageReceived, this, [&](const QString &text) { received.append(text); });
    const auto got = [&](const QString &prefix) {
        return !received.filter(QRegularExpression(u'^' + prefix)).isEmpty();
    };
    socket->sendTextMessage(u"40{\"token\":\"%1\"}"_s.arg(m_zoesToken));
    QTRY_VERIFY_WITH_TIMEOUT(got(u"42\\[\"session:ready\""_s), 20'000);

    argument.replace(u"GROUP"_s, m_group)
        .replace(u"ID"_s, QUuid::createUuid().toString(QUuid::WithoutBraces).replace(14, 1, u'7'));
    socket->sendTextMessage(u"427[\"%1\",%2]"_s.arg(event, argument));
    QTRY_VERIFY_WITH_TIMEOUT(got(u"437"_s), 20'000);
    const QString answer = received.filter(QRegularExpression(u"^437"_s)).first();
    QVERIFY2(answer.contains(u"\"ok\":false"_s) && answer.contains(code), qPrintable(answer));
    QCOMPARE(socket->state(), QAbstractSocket::ConnectedState);
}

void AbuseTest::anOversizeFrameEndsOnlyItsOwnConnection()
{
    const auto socket = open();
    socket->sendTextMessage(u"42"_s + QString(1'000'001, u'x'));
    QTRY_COMPARE_WITH_TIMEOUT(socket->state(), QAbstractSocket::UnconnectedState, 20'000);
    QCOMPARE(socket->closeCode(), QWebSocketProtocol::CloseCodeTooMuchData);
}

void AbuseTest::rawBytesAreNoHttp()
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, quint16(m_server->port()));
    QVERIFY(socket.waitForConnected(20'000));
    socket.write(QByteArray(100'000, '\xff'));
    QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::UnconnectedState, 20'000);
}

QTEST_GUILESS_MAIN(AbuseTest)
#include "AbuseTest.moc"
