// SPDX-License-Identifier: GPL-3.0-or-later
// How a server is reached: proxies and authorities, by the settings of the moment.
#include "Certificates.h"
#include "EchoServer.h"
#include "dialect/Authorities.h"
#include "dialect/FrontdeskLink.h"
#include "dialect/NetworkAccess.h"
#include "dialect/ProxyFor.h"

#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QTcpServer>
#include <QtTest/QSignalSpy>

using namespace frontdesk;
using namespace frontdesk::dialect;
using Mode = NetworkSettings::ProxyMode;

namespace {

constexpr int patience = 30'000;

class NetworkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsProxyAddresses_data();
    void readsProxyAddresses();
    void choosesTheProxy_data();
    void choosesTheProxy();
    void readsAuthorities();
    void adoptsChangedSettingsWithTheNextOpening();
    void saysWhichCertificateFileIsOfNoUse();
    void requestsGoByTheSettingsToo();

private:
    std::unique_ptr<Certificates> m_certificates;
};

void NetworkTest::initTestCase()
{
    m_certificates = std::make_unique<Certificates>();
    m_certificates->issue(u"good"_s, {});
}

void NetworkTest::readsProxyAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url"); // empty: refused
    QTest::newRow("host and port") << u" proxy.example:3128 "_s << u"http://proxy.example:3128"_s;
    QTest::newRow("http") << u"http://proxy.example:8080/"_s << u"http://proxy.example:8080"_s;
    QTest::newRow("SOCKS") << u"socks5://127.0.0.1:1080"_s << u"socks5://127.0.0.1:1080"_s;
    QTest::newRow("with user") << u"http://a:b@proxy.example:1"_s << u"http://a:b@proxy.example:1"_s;
    QTest::newRow("IPv6") << u"[::1]:3128"_s << u"http://[::1]:3128"_s;
    QTest::newRow("no port") << u"proxy.example"_s << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("another scheme") << u"ftp://proxy.example:21"_s << QString();
    QTest::newRow("a path") << u"http://proxy.example:80/x"_s << QString();
}

void NetworkTest::readsProxyAddresses()
{
    QFETCH(QString, text);
    QFETCH(QString, url);
    const auto parsed = parseProxyAddress(text);
    QCOMPARE(parsed.ok(), !url.isEmpty());
    if (parsed)
        QCOMPARE(parsed.value(), QUrl(url));
    else
        QCOMPARE(parsed.error().code, u"proxy.invalid"_s);
}

void NetworkTest::choosesTheProxy_data()
{
    QTest::addColumn<NetworkSettings>("settings");
    QTest::addColumn<QString>("server");
    QTest::addColumn<QNetworkProxy>("proxy");
    const NetworkSettings manual{.proxyMode = Mode::Manual, .proxy = QUrl(u"http://p.example:3128"_s)};
    NetworkSettings withUser = manual;
    withUser.proxyUser = u"frida"_s;
    withUser.proxyPassword = u"secret"_s;
    NetworkSettings socks = manual;
    socks.proxy = QUrl(u"socks5://p.example:1080"_s);
    const auto far = u"https://desk.example"_s;
    QTest::newRow("none") << NetworkSettings{.proxyMode = Mode::None} << far << QNetworkProxy(QNetworkProxy::NoProxy);
    QTest::newRow("HTTP") << manual << far << QNetworkProxy(QNetworkProxy::HttpProxy, u"p.example"_s, 3128);
    QTest::newRow("with a user") << withUser << far
                                 << QNetworkProxy(QNetworkProxy::HttpProxy, u"p.example"_s, 3128, u"frida"_s,
                                                  u"secret"_s);
    QTest::newRow("SOCKS") << socks << far << QNetworkProxy(QNetworkProxy::Socks5Proxy, u"p.example"_s, 1080);
    QTest::newRow("the system's, for this computer")
        << NetworkSettings() << u"http://127.0.0.1:8080"_s << QNetworkProxy(QNetworkProxy::NoProxy);
#ifdef Q_OS_LINUX
    QTest::newRow("the system's") << NetworkSettings() << far
                                  << QNetworkProxy(QNetworkProxy::HttpProxy, u"system.example"_s, 8080, u"env"_s,
                                                   u"word"_s);
#endif
}

void NetworkTest::choosesTheProxy()
{
    QFETCH(NetworkSettings, settings);
    QFETCH(QString, server);
    QFETCH(QNetworkProxy, proxy);
    qputenv("https_proxy", "http://env:word@system.example:8080");
    const QNetworkProxy chosen = proxyFor(settings, QUrl(server));
    qunsetenv("https_proxy");
    QCOMPARE(chosen.type(), proxy.type());
    QCOMPARE(chosen.hostName(), proxy.hostName());
    QCOMPARE(chosen.port(), proxy.port());
    QCOMPARE(chosen.user(), proxy.user());
    QCOMPARE(chosen.password(), proxy.password());
}

void NetworkTest::readsAuthorities()
{
    QVERIFY(readAuthorities({}).value().isEmpty());
    const auto own = readAuthorities(m_certificates->authority());
    QCOMPARE(own.value().size(), 1);
    QCOMPARE(readAuthorities(m_certificates->path(u"absent"_s)).error().code, u"tls.authorityFile"_s);
    QCOMPARE(readAuthorities(m_certificates->key(u"good"_s)).error().code, u"tls.authorityFile"_s);
    // An addition, not a replacement.
    const auto trusted = trusting(own.value()).caCertificates();
    QCOMPARE(trusted.size(), QSslConfiguration::systemCaCertificates().size() + 1);
    QVERIFY(trusted.contains(own.value().constFirst()));
}

engineio::ServerOptions serverOptions(const Certificates &certificates)
{
    engineio::ServerOptions options;
    options.tls = engineio::TlsFiles{certificates.crt(u"good"_s), certificates.key(u"good"_s)};
    return options;
}

void NetworkTest::adoptsChangedSettingsWithTheNextOpening()
{
    EchoServer server(serverOptions(*m_certificates));
    const auto settings = std::make_shared<SharedNetworkSettings>();
    FrontdeskLink link(server.url(), settings);
    const QSignalSpy closed(&link, &Link::closed);
    link.open({});
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, patience);
    const auto reason = closed.constLast().constFirst().value<Error>();
    QCOMPARE(reason.code, u"tls.untrusted"_s);
    QCOMPARE(reason.detail[u"certificate"_s].toObject()[u"issuer"_s].toString(), u"Own Authority (Own CA)"_s);

    settings->set({.authorityFile = m_certificates->authority()});
    link.open({});
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 2, patience);
    // Trusted now; but no Frontdesk server lives at that path.
    QCOMPARE(closed.constLast().constFirst().value<Error>().code, u"connection.unexpected"_s);
}

void NetworkTest::saysWhichCertificateFileIsOfNoUse()
{
    EchoServer server(serverOptions(*m_certificates));
    FrontdeskLink link(server.url(), std::make_shared<SharedNetworkSettings>(
                                         NetworkSettings{.authorityFile = m_certificates->path(u"absent"_s)}));
    const QSignalSpy closed(&link, &Link::closed);
    link.open({});
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, patience);
    QCOMPARE(closed[0][0].value<Error>().code, u"tls.authorityFile"_s);
    QCOMPARE(server.opened.load(), 0);
}

void NetworkTest::requestsGoByTheSettingsToo()
{
    EchoServer server(serverOptions(*m_certificates));
    const auto settings = std::make_shared<SharedNetworkSettings>();
    NetworkAccess network(settings);
    QUrl url = server.url();
    url.setPath(u"/api/login"_s);
    const auto errorOfGet = [&] {
        QNetworkReply *reply = network.get(QNetworkRequest(url));
        QSignalSpy finished(reply, &QNetworkReply::finished);
        finished.wait(patience);
        reply->deleteLater();
        return reply->error();
    };
    QCOMPARE(errorOfGet(), QNetworkReply::SslHandshakeFailedError);
    settings->set({.authorityFile = m_certificates->authority()});
    QCOMPARE(errorOfGet(), QNetworkReply::ContentNotFoundError);
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const QUrl nobody(u"socks5://127.0.0.1:%1"_s.arg(free.serverPort()));
    free.close();
    settings->set({.proxyMode = Mode::Manual, .proxy = nobody, .authorityFile = m_certificates->authority()});
    QVERIFY(errorOfGet() != QNetworkReply::ContentNotFoundError);
}

} // namespace

QTEST_GUILESS_MAIN(NetworkTest)
#include "NetworkTest.moc"
