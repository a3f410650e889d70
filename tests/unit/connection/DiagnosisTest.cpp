// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestServer.h"
#include "connection/ConnectionTest.h"
#include "dialect/Authorities.h"
#include "dialect/FrontdeskLink.h"

#include <QtCore/QProcess>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::connection;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

using Kind = TestStep::Kind;
using StepState = TestStep::State;

namespace {

/// Takes every connection and answers with the same bytes, or with none.
class OtherServer : public QTcpServer {
public:
    explicit OtherServer(QByteArray answer)
    {
        QVERIFY(listen(QHostAddress::LocalHost));
        connect(this, &QTcpServer::newConnection, this, [this, answer] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
                socket->readAll();
                if (!answer.isEmpty()) {
                    socket->write(answer);
                    socket->disconnectFromHost();
                }
            });
        });
    }
    [[nodiscard]] QUrl url(const QString &scheme = u"http"_s) const
    {
        return QUrl(u"%1://127.0.0.1:%2"_s.arg(scheme).arg(serverPort()));
    }
};

/// A server with a certificate made for this run, valid for one host name and signed by itself.
class EncryptedServer {
public:
    explicit EncryptedServer(const QString &host)
    {
        QProcess openssl;
        openssl.start(u"openssl"_s,
                      {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
                       u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=%1"_s.arg(host), u"-addext"_s,
                       u"subjectAltName=DNS:%1"_s.arg(host), u"-keyout"_s, key(), u"-out"_s, certificate()});
        QVERIFY(openssl.waitForFinished(20'000));
        QVERIFY2(openssl.exitCode() == 0, openssl.readAllStandardError().constData());
        m_server = std::make_unique<server::Server>(server::Options{.dataFolder = m_folder.filePath(u"data"_s),
                                                                    .tls = engineio::TlsFiles{certificate(), key()}});
        const auto started = m_server->start();
        QVERIFY2(started, started ? "" : qPrintable(started.error().message));
        m_url = started.value();
        m_url.setHost(u"localhost"_s);
    }
    [[nodiscard]] const QUrl &url() const { return m_url; }
    [[nodiscard]] QString certificate() const { return m_folder.filePath(u"server.crt"_s); }

private:
    [[nodiscard]] QString key() const { return m_folder.filePath(u"server.key"_s); }

    QTemporaryDir m_folder;
    std::unique_ptr<server::Server> m_server;
    QUrl m_url;
};

} // namespace

/// "Test the connection" against real servers, and against what is none.
class DiagnosisTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<server::testing::TestServer>();
        m_server->addUser(u"ada"_s);
        m_token = m_server->tokenOf(u"ada"_s);
        QVERIFY(!m_token.isEmpty());
    }

    void allIsWell();
    void aNameIsLookedUp();
    void withoutATokenNobodySignsIn();
    void anUnknownName();
    void aClosedPort();
    void aHalfOpenServer();
    void anotherKindOfServer();
    void anotherKindOfServerBehindTls();
    void aTokenThatIsNotAccepted();
    void anExpiredToken();
    void anotherTokenIsShownWhenThereIsOne();
    void aCertificateThatNobodyVouchesFor();
    void aCertificateOfAnotherHost();
    void aCertificateOfOnesOwn();
    void anUnreachableProxy();
    void cancelledInTheMiddle();
    void theOtherConnectionIsNotDisturbed();

private:
    TestOptions options(const QUrl &url, const QString &token = {}) const
    {
        return {.server = url,
                .token = token,
                .client = u"test"_s,
                .cursor = {},
                .link = [url] { return std::make_unique<dialect::FrontdeskLink>(url); },
                .proxy = QNetworkProxy(QNetworkProxy::NoProxy)};
    }
    /// Runs to the end; `m_steps` is what came last.
    void run(const TestOptions &wanted)
    {
        ConnectionTest test(wanted, std::make_shared<SystemClock>());
        connect(&test, &ConnectionTest::changed, this, [this](const TestSteps &steps) { m_steps = steps; });
        test.start();
        QTRY_VERIFY_WITH_TIMEOUT(m_steps.finished(), 60'000);
    }
    [[nodiscard]] StepState state(Kind kind) const { return m_steps.all()[qsizetype(kind)].state; }
    [[nodiscard]] const TestStep &step(Kind kind) const { return m_steps.all()[qsizetype(kind)]; }
    /// The step failed with words and a hint, those before it did not, and those behind were not reached.
    void failsAt(Kind kind, const QString &code)
    {
        for (const TestStep &one : m_steps.all()) {
            if (one.kind == kind)
                QCOMPARE(one.state, StepState::Failed);
            else if (one.kind > kind)
                QCOMPARE(one.state, StepState::NotReached);
            else
                QVERIFY(one.state == StepState::Passed || one.state == StepState::NotNeeded);
        }
        QCOMPARE(step(kind).error->code, code);
        QVERIFY(!step(kind).error->message.isEmpty());
        QVERIFY(!step(kind).hint.isEmpty());
    }

    std::unique_ptr<server::testing::TestServer> m_server;
    QString m_token;
    TestSteps m_steps;
};

void DiagnosisTest::allIsWell()
{
    run(options(m_server->url(), m_token));
    QVERIFY(m_steps.passed());
    for (const Kind kind : {Kind::Tcp, Kind::Handshake, Kind::Login, Kind::Echo, Kind::CatchUp}) {
        QCOMPARE(state(kind), StepState::Passed);
        QVERIFY(!step(kind).words.isEmpty());
    }
    QCOMPARE(state(Kind::Tls), StepState::NotNeeded); // on this computer
    QVERIFY(step(Kind::Login).words.contains(u"WebSocket"_s));
}

void DiagnosisTest::aNameIsLookedUp()
{
    QUrl url = m_server->url();
    url.setHost(u"localhost"_s);
    run(options(url, m_token));
    QVERIFY(m_steps.passed());
    QCOMPARE(state(Kind::Name), StepState::Passed);
    QVERIFY(QHostAddress(step(Kind::Name).words).isLoopback());
}

void DiagnosisTest::withoutATokenNobodySignsIn()
{
    run(options(m_server->url()));
    QVERIFY(m_steps.passed());
    QCOMPARE(state(Kind::Handshake), StepState::Passed);
    for (const Kind kind : {Kind::Login, Kind::Echo, Kind::CatchUp})
        QCOMPARE(state(kind), StepState::NotNeeded);
}

void DiagnosisTest::anUnknownName()
{
    run(options(QUrl(u"https://desk.invalid"_s), m_token));
    failsAt(Kind::Name, u"connection.unknownHost"_s);
    QVERIFY(step(Kind::Name).error->message.contains(u"desk.invalid"_s));
}

void DiagnosisTest::aClosedPort()
{
    QUrl nobody;
    {
        const OtherServer gone({});
        nobody = gone.url();
    }
    run(options(nobody, m_token));
    failsAt(Kind::Tcp, u"connection.refused"_s);
}

void DiagnosisTest::aHalfOpenServer()
{
    const OtherServer silent({});
    TestOptions wanted = options(silent.url(), m_token);
    wanted.deadline = 300ms;
    run(wanted);
    failsAt(Kind::Handshake, u"connection.timedOut"_s);
    QVERIFY(step(Kind::Handshake).took >= 300ms);
    QVERIFY(step(Kind::Handshake).error->message.contains(u"0.3 s"_s));
}

void DiagnosisTest::anotherKindOfServer()
{
    const OtherServer web("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nHello");
    run(options(web.url(), m_token));
    QCOMPARE(m_steps.failed()->kind, Kind::Handshake);
    QVERIFY(!m_steps.failed()->error->code.startsWith(u"auth."_s));
    QVERIFY(m_steps.failed()->hint.contains(u"Frontdesk"_s));
}

void DiagnosisTest::anotherKindOfServerBehindTls()
{
    const OtherServer plain("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    run(options(plain.url(u"https"_s), m_token));
    QCOMPARE(m_steps.failed()->kind, Kind::Tls);
}

void DiagnosisTest::aTokenThatIsNotAccepted()
{
    run(options(m_server->url(), u"not.a.token"_s));
    failsAt(Kind::Login, u"auth.invalid"_s);
    QVERIFY(step(Kind::Login).hint.contains(u"Sign in again"_s));
}

void DiagnosisTest::anExpiredToken()
{
    using namespace std::chrono;
    m_server->clock().move(hours(24 * 365));
    run(options(m_server->url(), m_token));
    m_server->clock().move(-hours(24 * 365));
    failsAt(Kind::Login, u"auth.expired"_s);
}

void DiagnosisTest::anotherTokenIsShownWhenThereIsOne()
{
    Result<QString> answer = m_token;
    TestOptions wanted = options(m_server->url(), u"not.a.token"_s);
    wanted.renew = [&answer] { return QtFuture::makeReadyFuture(answer); };
    run(wanted);
    QVERIFY(m_steps.passed());
    answer = Error{u"auth.revoked"_s, u"Ended"_s};
    run(wanted);
    failsAt(Kind::Login, u"auth.invalid"_s);
}

void DiagnosisTest::aCertificateThatNobodyVouchesFor()
{
    const EncryptedServer server(u"localhost"_s);
    run(options(server.url()));
    failsAt(Kind::Tls, u"tls.selfSigned"_s);
    const QJsonObject facts = step(Kind::Tls).error->detail["certificate"_L1].toObject();
    QCOMPARE(facts["subject"_L1].toString(), u"localhost"_s);
    QVERIFY(!facts["sha256"_L1].toString().isEmpty());
    QVERIFY(step(Kind::Tls).hint.contains(u"certificate file"_s));
}

void DiagnosisTest::aCertificateOfAnotherHost()
{
    const EncryptedServer server(u"elsewhere.example"_s);
    TestOptions wanted = options(server.url());
    wanted.tls = dialect::trusting(dialect::readAuthorities(server.certificate()).value());
    run(wanted);
    failsAt(Kind::Tls, u"tls.wrongHost"_s);
    QVERIFY(step(Kind::Tls).error->message.contains(u"elsewhere.example"_s));
}

void DiagnosisTest::aCertificateOfOnesOwn()
{
    const EncryptedServer server(u"localhost"_s);
    TestOptions wanted = options(server.url());
    wanted.tls = dialect::trusting(dialect::readAuthorities(server.certificate()).value());
    const auto network = std::make_shared<dialect::SharedNetworkSettings>(
        dialect::NetworkSettings{.proxyMode = dialect::NetworkSettings::ProxyMode::None,
                                 .proxy = {},
                                 .proxyUser = {},
                                 .proxyPassword = {},
                                 .authorityFile = server.certificate()});
    wanted.link = [url = server.url(), network] { return std::make_unique<dialect::FrontdeskLink>(url, network); };
    run(wanted);
    QVERIFY(m_steps.passed());
    QCOMPARE(state(Kind::Tls), StepState::Passed);
    QVERIFY2(step(Kind::Tls).words.startsWith(u"TLSv1."_s), qPrintable(step(Kind::Tls).words));
    QCOMPARE(state(Kind::Handshake), StepState::Passed);
}

void DiagnosisTest::anUnreachableProxy()
{
    quint16 closed = 0;
    {
        const OtherServer gone({});
        closed = gone.serverPort();
    }
    TestOptions wanted = options(m_server->url(), m_token);
    wanted.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, closed);
    run(wanted);
    failsAt(Kind::Tcp, u"proxy.failed"_s);
    QVERIFY(step(Kind::Tcp).hint.contains(u"proxy"_s));
}

void DiagnosisTest::cancelledInTheMiddle()
{
    const OtherServer silent({});
    ConnectionTest test(options(silent.url(), m_token), std::make_shared<SystemClock>());
    TestSteps steps;
    connect(&test, &ConnectionTest::changed, this, [&](const TestSteps &changed) { steps = changed; });
    test.start();
    QTRY_COMPARE_WITH_TIMEOUT(steps.running(), Kind::Handshake, 20'000);
    test.cancel();
    QVERIFY(steps.finished());
    QVERIFY(!steps.passed());
    QVERIFY(!steps.failed());
    QCOMPARE(steps.all()[qsizetype(Kind::Tcp)].state, StepState::Passed);
    QCOMPARE(steps.all()[qsizetype(Kind::Handshake)].state, StepState::NotReached);
}

void DiagnosisTest::theOtherConnectionIsNotDisturbed()
{
    server::testing::TestClient working(m_server->url());
    QVERIFY(working.follow(m_token));
    run(options(m_server->url(), m_token));
    QVERIFY(m_steps.passed());
    QVERIFY(working.isConnected());
    QVERIFY(!working.call(u"clock:ping"_s, {{u"t"_s, 1}}).isEmpty());
}

QTEST_GUILESS_MAIN(DiagnosisTest)
#include "DiagnosisTest.moc"
