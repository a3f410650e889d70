// SPDX-License-Identifier: MIT
// The client through an HTTP and a SOCKS proxy that want a user and a password, over both transports.
#include "Certificates.h"
#include "EchoServer.h"
#include "engineio/client/Client.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtNetwork/QTcpServer>
#include <QtTest/QSignalSpy>

using engineio::Client;
using engineio::Failure;
using engineio::TransportKind;

namespace {

constexpr int patience = 30'000;

class ProxiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void goesThrough_data();
    void goesThrough();
    void takesTheSystemsProxy_data();
    void takesTheSystemsProxy();
    void saysThatTheProxyWantsAUser_data();
    void saysThatTheProxyWantsAUser();
    void saysThatTheProxyIsNotThere_data();
    void saysThatTheProxyIsNotThere();

private:
    [[nodiscard]] QNetworkProxy proxy(QNetworkProxy::ProxyType type, const QString &password = u"s3cret"_s) const
    {
        return {type, u"127.0.0.1"_s, type == QNetworkProxy::Socks5Proxy ? m_socks : m_http, u"frida"_s, password};
    }

    QProcess m_proxies;
    quint16 m_http = 0;
    quint16 m_socks = 0;
    Certificates m_certificates;
};

void proxyRows()
{
    QTest::addColumn<QNetworkProxy::ProxyType>("type");
    QTest::addColumn<TransportKind>("transport");
    for (const auto transport : {TransportKind::WebSocket, TransportKind::Polling}) {
        QTest::addRow("HTTP, %s", qPrintable(nameOf(transport))) << QNetworkProxy::HttpProxy << transport;
        QTest::addRow("HTTP that caches, %s", qPrintable(nameOf(transport)))
            << QNetworkProxy::HttpCachingProxy << transport;
        QTest::addRow("SOCKS, %s", qPrintable(nameOf(transport))) << QNetworkProxy::Socks5Proxy << transport;
    }
}

void ProxiesTest::initTestCase()
{
    m_proxies.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_proxies.start(qEnvironmentVariable("FRONTDESK_NODE"), {qEnvironmentVariable("FRONTDESK_PROXIES")});
    while (!m_proxies.canReadLine())
        QVERIFY2(m_proxies.waitForReadyRead(patience), "the proxies did not start");
    const QByteArray line = m_proxies.readLine();
    QVERIFY2(line.startsWith("ready "), line.constData());
    const QJsonObject ports = QJsonDocument::fromJson(line.mid(6)).object();
    m_http = quint16(ports[u"http"_s].toInt());
    m_socks = quint16(ports[u"socks"_s].toInt());
    QVERIFY(m_http != 0 && m_socks != 0);
    m_certificates.issue(u"good"_s, {});
}

void ProxiesTest::cleanupTestCase()
{
    m_proxies.closeWriteChannel();
    QVERIFY(m_proxies.waitForFinished(patience));
}

void ProxiesTest::goesThrough_data()
{
    QTest::addColumn<QNetworkProxy::ProxyType>("type");
    QTest::addColumn<TransportKind>("transport");
    QTest::addColumn<bool>("encrypted");
    for (const bool encrypted : {false, true}) {
        for (const auto transport : {TransportKind::WebSocket, TransportKind::Polling}) {
            const auto row = [&](const char *name, QNetworkProxy::ProxyType type) {
                QTest::addRow("%s, %s%s", name, qPrintable(nameOf(transport)), encrypted ? ", TLS" : "")
                    << type << transport << encrypted;
            };
            row("HTTP", QNetworkProxy::HttpProxy);
            row("HTTP that caches", QNetworkProxy::HttpCachingProxy);
            row("SOCKS", QNetworkProxy::Socks5Proxy);
        }
    }
}

void ProxiesTest::goesThrough()
{
    QFETCH(QNetworkProxy::ProxyType, type);
    QFETCH(TransportKind, transport);
    QFETCH(bool, encrypted);
    engineio::ServerOptions serverOptions;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    if (encrypted) {
        serverOptions.tls = engineio::TlsFiles{m_certificates.crt(u"good"_s), m_certificates.key(u"good"_s)};
        tls.setCaCertificates(QSslCertificate::fromPath(m_certificates.authority()));
    }
    EchoServer server(serverOptions);
    Client client({.url = server.url(), .transports = {transport}, .proxy = proxy(type), .tls = tls});
    const QSignalSpy received(&client, &Client::messageReceived);
    const QSignalSpy closed(&client, &Client::closed);
    connect(&client, &Client::opened, &client, [&] { client.send("through"); });
    client.open();
    QTRY_VERIFY_WITH_TIMEOUT(received.size() + closed.size() == 1, patience);
    QVERIFY2(closed.isEmpty(), qPrintable(closed.isEmpty() ? QString() : closed[0][0].value<Failure>().message));
    client.close();
    QTRY_COMPARE_WITH_TIMEOUT(server.closed.load(), 1, patience);
}

void ProxiesTest::takesTheSystemsProxy_data()
{
    QTest::addColumn<TransportKind>("transport");
    QTest::newRow("WebSocket") << TransportKind::WebSocket;
    QTest::newRow("long-polling") << TransportKind::Polling;
}

void ProxiesTest::takesTheSystemsProxy()
{
#ifndef Q_OS_LINUX
    QSKIP("Elsewhere the system's proxy is no environment variable");
#endif
    QFETCH(TransportKind, transport);
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const quint16 nobody = free.serverPort();
    free.close();
    EchoServer server;
    // Where nobody listens first: that the server is reached in the end must be the proxy's doing.
    for (const bool isThere : {false, true}) {
        qputenv("http_proxy", "http://frida:s3cret@127.0.0.1:" + QByteArray::number(isThere ? m_http : nobody));
        Client client({.url = server.url(), .transports = {transport}});
        const QSignalSpy opened(&client, &Client::opened);
        const QSignalSpy closed(&client, &Client::closed);
        client.open();
        QTRY_VERIFY_WITH_TIMEOUT(opened.size() + closed.size() == 1, patience);
        QCOMPARE(opened.size(), isThere ? 1 : 0);
        client.close();
        QTRY_COMPARE_WITH_TIMEOUT(server.closed.load(), server.opened.load(), patience);
    }
    qunsetenv("http_proxy");
}

void ProxiesTest::saysThatTheProxyWantsAUser_data()
{
    proxyRows();
}

void ProxiesTest::saysThatTheProxyWantsAUser()
{
    QFETCH(QNetworkProxy::ProxyType, type);
    QFETCH(TransportKind, transport);
    EchoServer server;
    for (const QNetworkProxy &wrong :
         {proxy(type, u"guessed"_s), QNetworkProxy(type, u"127.0.0.1"_s, proxy(type).port())}) {
        // Both are allowed: another transport would not be let through either, so it is not even tried.
        Client client({.url = server.url(),
                       .transports = {transport, transport == TransportKind::Polling ? TransportKind::WebSocket
                                                                                     : TransportKind::Polling},
                       .proxy = wrong});
        const QSignalSpy closed(&client, &Client::closed);
        client.open();
        QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, patience);
        const auto failure = closed[0][0].value<Failure>();
        QVERIFY2(failure.kind == Failure::Kind::Proxy, qPrintable(failure.message));
        QVERIFY2(failure.wantsProxyUser, qPrintable(failure.message));
    }
    QCOMPARE(server.opened.load(), 0);
}

void ProxiesTest::saysThatTheProxyIsNotThere_data()
{
    proxyRows();
}

void ProxiesTest::saysThatTheProxyIsNotThere()
{
    QFETCH(QNetworkProxy::ProxyType, type);
    QFETCH(TransportKind, transport);
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const QNetworkProxy nobody(type, u"127.0.0.1"_s, free.serverPort());
    free.close();
    EchoServer server;
    Client client({.url = server.url(), .transports = {transport}, .proxy = nobody});
    const QSignalSpy closed(&client, &Client::closed);
    client.open();
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, patience);
    const auto failure = closed[0][0].value<Failure>();
    QVERIFY2(failure.kind == Failure::Kind::Proxy && !failure.wantsProxyUser, qPrintable(failure.message));
}

} // namespace

QTEST_GUILESS_MAIN(ProxiesTest)
#include "ProxiesTest.moc"
