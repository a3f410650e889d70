// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialect/LoginRequest.h"

#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::dialect;

/// Answers every connection with the same bytes, whatever is asked.
class CannedServer : public QTcpServer {
public:
    explicit CannedServer(QByteArray answer)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, answer] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket, answer] {
                request += socket->readAll();
                if (!request.endsWith('}') || answered)
                    return;
                answered = true;
                socket->write(answer);
                socket->disconnectFromHost();
            });
        });
    }
    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }
    QByteArray request;
    bool answered = false;
};

class LoginTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void logsOutWithTheToken();
    void sendsNothingWhereItWouldBeReadable();
    void saysWhenNobodyIsThere();

private:
    Result<Login> logInAt(const QUrl &server)
    {
        const auto future =
            logIn(m_network, server, QStringLiteral("ada"), QStringLiteral("secret"), QStringLiteral("test"));
        [&] { QTRY_VERIFY(future.isFinished()); }();
        return future.result();
    }

    QNetworkAccessManager m_network;
};

void LoginTest::answers_data()
{
    const QByteArray login = R"({"token":"t","expiresAt":1700000000000,"user":)"
                             R"({"id":"u","name":"ada","displayName":"Ada","role":"admin"}})";
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code"); // empty: logged in
    const QByteArray ok = "200 OK";
    QTest::newRow("logged in") << ok << login << QString();
    QTest::newRow("wrong password") << QByteArray("401 Unauthorized")
                                    << QByteArray(R"({"error":{"code":"auth.invalid","message":"No."}})")
                                    << QStringLiteral("auth.invalid");
    QTest::newRow("another kind of server")
        << ok << QByteArray("<html>Hello</html>") << QStringLiteral("server.unexpected");
    QTest::newRow("an answer without a token")
        << ok << QByteArray(R"({"user":{}})") << QStringLiteral("server.unexpected");
    QTest::newRow("not found") << QByteArray("404 Not Found") << QByteArray() << QStringLiteral("server.unexpected");
    QTest::newRow("redirected elsewhere")
        << QByteArray("307 Temporary Redirect\r\nLocation: http://127.0.0.1:1/api/login") << QByteArray()
        << QStringLiteral("server.unexpected");
    QTest::newRow("an answer without end") << ok << QByteArray(1024 * 1024, 'x') << QStringLiteral("server.unexpected");
}

void LoginTest::answers()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    CannedServer server("HTTP/1.1 " + head + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
                        body);

    const auto login = logInAt(server.url());
    QCOMPARE(login.ok() ? QString() : login.error().code, code);
    QVERIFY(server.request.startsWith("POST /api/login "));
    QVERIFY(server.request.contains(R"("password":"secret")"));
    if (login) {
        QCOMPARE(login.value().token, QStringLiteral("t"));
        QCOMPARE(login.value().user.role, Role::Admin);
    }
}

void LoginTest::logsOutWithTheToken()
{
    CannedServer server("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    const auto done = logOut(m_network, server.url(), {.token = QStringLiteral("a.b.c")});
    QTRY_VERIFY(done.isFinished());
    QVERIFY(done.result().ok());
    QVERIFY(server.request.startsWith("POST /api/logout "));
    QVERIFY(server.request.contains("Authorization: Bearer a.b.c\r\n"));
}

void LoginTest::sendsNothingWhereItWouldBeReadable()
{
    const auto login = logInAt(QUrl(QStringLiteral("http://desk.example.org")));
    QVERIFY(!login);
    QCOMPARE(login.error().code, QStringLiteral("address.insecure"));
}

void LoginTest::saysWhenNobodyIsThere()
{
    QUrl nobody;
    {
        const CannedServer server({});
        nobody = server.url();
    }
    const auto login = logInAt(nobody);
    QVERIFY(!login);
    QCOMPARE(login.error().code, QStringLiteral("server.unreachable"));
}

QTEST_GUILESS_MAIN(LoginTest)
#include "LoginTest.moc"
