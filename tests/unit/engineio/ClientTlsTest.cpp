// SPDX-License-Identifier: MIT
// What the client makes of certificates, over both transports, against the real server.
#include "Certificates.h"
#include "EchoServer.h"
#include "engineio/client/Client.h"

#include <QtNetwork/QSslCertificate>
#include <QtTest/QSignalSpy>

using engineio::Client;
using engineio::Failure;
using engineio::TlsProblem;
using engineio::TransportKind;

namespace {

constexpr int patience = 30'000;

class ClientTlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void trustsTheSystemAndItsOwnAuthority_data();
    void trustsTheSystemAndItsOwnAuthority();
    void refuses_data();
    void refuses();
    void neverFallsBackToPlainText_data();
    void neverFallsBackToPlainText();

private:
    [[nodiscard]] engineio::ServerOptions serverOptions(const QString &certificate) const
    {
        engineio::ServerOptions options;
        options.tls = engineio::TlsFiles{m_certificates->crt(certificate), m_certificates->key(certificate)};
        return options;
    }
    /// Trusts the test's own authority besides the system's, as with an authority file in the settings.
    [[nodiscard]] QSslConfiguration ownAuthority() const
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslConfiguration::systemCaCertificates() +
                              QSslCertificate::fromPath(m_certificates->authority()));
        return tls;
    }

    std::unique_ptr<Certificates> m_certificates;
};

void transports()
{
    QTest::addColumn<TransportKind>("transport");
    QTest::newRow("WebSocket") << TransportKind::WebSocket;
    QTest::newRow("long-polling") << TransportKind::Polling;
}

void ClientTlsTest::initTestCase()
{
    m_certificates = std::make_unique<Certificates>();
    m_certificates->issue(u"good"_s, {});
    m_certificates->issue(u"expired"_s, {.to = u"20210101000000Z"_s});
    m_certificates->issue(u"early"_s, {.from = u"20980101000000Z"_s});
    m_certificates->issue(u"other-host"_s, {.names = u"DNS:other.example,DNS:more.example"_s});
    m_certificates->issue(u"self-signed"_s, {.selfSigned = true});
}

void ClientTlsTest::trustsTheSystemAndItsOwnAuthority_data()
{
    transports();
}

void ClientTlsTest::trustsTheSystemAndItsOwnAuthority()
{
    QFETCH(TransportKind, transport);
    EchoServer server(serverOptions(u"good"_s));
    Client client({.url = server.url(),
                   .transports = {transport},
                   .proxy = QNetworkProxy(QNetworkProxy::NoProxy),
                   .tls = ownAuthority()});
    const QSignalSpy received(&client, &Client::messageReceived);
    connect(&client, &Client::opened, &client, [&] { client.send("over TLS"); });
    client.open();
    QTRY_COMPARE_WITH_TIMEOUT(received.size(), 1, patience);
    client.close();
    QTRY_COMPARE_WITH_TIMEOUT(server.closed.load(), 1, patience);
}

void ClientTlsTest::refuses_data()
{
    QTest::addColumn<TransportKind>("transport");
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<bool>("knowsAuthority");
    QTest::addColumn<TlsProblem>("problem");
    QTest::addColumn<QString>("words");
    for (const auto transport : {TransportKind::WebSocket, TransportKind::Polling}) {
        const auto row = [&](const char *name) -> QTestData & {
            return QTest::addRow("%s, %s", name, qPrintable(nameOf(transport))) << transport;
        };
        row("expired") << u"expired"_s << true << TlsProblem::Expired << u"has expired on 2021-01-01"_s;
        row("not yet valid") << u"early"_s << true << TlsProblem::NotYetValid << u"not valid before 2098-01-01"_s;
        row("for another host") << u"other-host"_s << true << TlsProblem::WrongHost
                                << u"is for more.example, other.example, not for 127.0.0.1"_s;
        row("signed by itself") << u"self-signed"_s << true << TlsProblem::SelfSigned << u"signed by itself"_s;
        row("of an unknown authority") << u"good"_s << false << TlsProblem::Untrusted
                                       << u"issuer Own Authority (Own CA) is not known"_s;
    }
}

void ClientTlsTest::refuses()
{
    QFETCH(TransportKind, transport);
    QFETCH(QString, certificate);
    QFETCH(bool, knowsAuthority);
    QFETCH(TlsProblem, problem);
    QFETCH(QString, words);
    EchoServer server(serverOptions(certificate));
    Client client({.url = server.url(),
                   .transports = {transport},
                   .proxy = QNetworkProxy(QNetworkProxy::NoProxy),
                   .tls = knowsAuthority ? ownAuthority() : QSslConfiguration::defaultConfiguration()});
    const QSignalSpy closed(&client, &Client::closed);
    client.open();
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, patience);
    const auto failure = closed.at(0).at(0).value<Failure>();
    QCOMPARE(failure.kind, Failure::Kind::Tls);
    QVERIFY2(failure.message.contains(words), qPrintable(failure.message));
    QVERIFY(failure.tls);
    QVERIFY(failure.tls->problems.contains(problem));
    // The facts are those of the server's certificate.
    const auto served = QSslCertificate::fromPath(m_certificates->crt(certificate)).constFirst();
    QCOMPARE(failure.tls->subject, u"Desk Ltd (desk)"_s);
    QCOMPARE(failure.tls->issuer, certificate == u"self-signed" ? u"Desk Ltd (desk)"_s : u"Own Authority (Own CA)"_s);
    QCOMPARE(failure.tls->validFrom, served.effectiveDate());
    QCOMPARE(failure.tls->validTo, served.expiryDate());
    QCOMPARE(failure.tls->sha256, QString::fromLatin1(served.digest(QCryptographicHash::Sha256).toHex(':').toUpper()));
    QCOMPARE(server.opened.load(), 0);
}

void ClientTlsTest::neverFallsBackToPlainText_data()
{
    transports();
}

void ClientTlsTest::neverFallsBackToPlainText()
{
    QFETCH(TransportKind, transport);
    EchoServer server; // it would serve anybody who asked without encryption
    QUrl url = server.url();
    url.setScheme(u"https"_s);
    QList<TransportKind> order{TransportKind::WebSocket, TransportKind::Polling};
    if (transport == TransportKind::Polling)
        std::swap(order[0], order[1]);
    Client client({.url = url, .transports = order, .proxy = QNetworkProxy(QNetworkProxy::NoProxy)});
    const QSignalSpy closed(&client, &Client::closed);
    client.open();
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, patience);
    QCOMPARE(closed.at(0).at(0).value<Failure>().kind, Failure::Kind::Tls);
    QCOMPARE(server.opened.load(), 0);
}

} // namespace

QTEST_GUILESS_MAIN(ClientTlsTest)
#include "ClientTlsTest.moc"
