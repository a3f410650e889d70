// SPDX-License-Identifier: GPL-3.0-or-later
// What a link says of servers, and of what stands before them, that do not take its token: by a close code or by HTTP.
#include "dialect/FrontdeskLink.h"
#include "socketio/client/ClientOptions.h"

#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>
#include <QtWebSockets/QWebSocketServer>

using namespace frontdesk;
using namespace frontdesk::dialect;
using namespace Qt::Literals::StringLiterals;
using engineio::TransportKind;

namespace {

constexpr int patience = 20'000;

class LinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void closeCodesRefuseTheToken_data();
    void closeCodesRefuseTheToken();
    void statusesRefuseTheToken_data();
    void statusesRefuseTheToken();

private:
    /// The code of the error that ends a link to that port, which may use both transports.
    static QString endOf(quint16 port, const QList<TransportKind> &transports)
    {
        socketio::ClientOptions options{.url = QUrl(u"http://127.0.0.1:%1"_s.arg(port))};
        options.engine.transports = transports;
        options.engine.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
        FrontdeskLink link(options);
        QSignalSpy closed(&link, &Link::closed);
        link.open({.token = u"token"_s, .client = u"test"_s, .cursor = {}});
        if (closed.isEmpty() && !closed.wait(patience))
            return u"nothing in time"_s;
        return closed.constFirst().constFirst().value<Error>().code;
    }
};

void LinkTest::closeCodesRefuseTheToken_data()
{
    QTest::addColumn<int>("closeCode");
    QTest::addColumn<QString>("after"); // the first letters of what the client says before; empty: at once
    QTest::addColumn<QString>("code");
    QTest::newRow("4001 at once") << 4001 << QString() << u"auth.invalid"_s;
    QTest::newRow("4003 at once") << 4003 << QString() << u"auth.invalid"_s;
    QTest::newRow("4001 instead of an answer") << 4001 << u"40"_s << u"auth.invalid"_s;
    QTest::newRow("1001 instead of an answer") << 1001 << u"40"_s << u"connection.lost"_s;
}

void LinkTest::closeCodesRefuseTheToken()
{
    QFETCH(int, closeCode);
    QFETCH(QString, after);
    QFETCH(QString, code);
    QWebSocketServer server(u"other"_s, QWebSocketServer::NonSecureMode);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    int connections = 0;
    connect(&server, &QWebSocketServer::newConnection, this, [&] {
        QWebSocket *socket = server.nextPendingConnection();
        socket->setParent(&server);
        ++connections;
        const auto close = [socket, closeCode] { socket->close(QWebSocketProtocol::CloseCode(closeCode)); };
        if (after.isEmpty())
            return close();
        connect(socket, &QWebSocket::textMessageReceived, socket, [after, close](const QString &text) {
            if (text.startsWith(after))
                close();
        });
        socket->sendTextMessage(uR"(0{"sid":"e","upgrades":[],"pingInterval":25000,"pingTimeout":20000})"_s);
    });
    QCOMPARE(endOf(server.serverPort(), {TransportKind::WebSocket, TransportKind::Polling}), code);
    QCOMPARE(connections, 1); // another transport would not help
}

void LinkTest::statusesRefuseTheToken_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<TransportKind>("transport");
    for (const int status : {401, 403}) {
        QTest::addRow("%d, WebSocket", status) << status << TransportKind::WebSocket;
        QTest::addRow("%d, long-polling", status) << status << TransportKind::Polling;
    }
}

void LinkTest::statusesRefuseTheToken()
{
    QFETCH(int, status);
    QFETCH(TransportKind, transport);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray head;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [&head, socket, status] {
            head += socket->readAll();
            if (head.contains("\r\n\r\n"))
                socket->write("HTTP/1.1 " + QByteArray::number(status) + " No\r\nContent-Length: 0\r\n\r\n");
        });
    });
    QCOMPARE(endOf(server.serverPort(), {transport}), u"auth.invalid"_s);
    // Servers that check origins answer so when there is none.
    QVERIFY2(head.contains("Origin: http://127.0.0.1:" + QByteArray::number(server.serverPort()) + "\r\n"),
             head.constData());
}

} // namespace

QTEST_GUILESS_MAIN(LinkTest)
#include "LinkTest.moc"
