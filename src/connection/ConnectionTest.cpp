// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/ConnectionTest.h"

#include "dialect/FailureWords.h"
#include "domain/WhenDone.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QPointer>
#include <QtNetwork/QSslCipher>

namespace frontdesk::connection {

namespace {

using Kind = TestStep::Kind;

constexpr int httpPort = 80;
constexpr int httpsPort = 443;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ConnectionTest)
};

bool isEncrypted(const QUrl &server)
{
    return server.scheme() == QLatin1String("https");
}

int portOf(const QUrl &server)
{
    return server.port(isEncrypted(server) ? httpsPort : httpPort);
}

bool usesProxy(const QNetworkProxy &proxy)
{
    return proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::Socks5Proxy;
}

QString codeOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return QStringLiteral("connection.refused");
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return QStringLiteral("proxy.authentication");
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
        return QStringLiteral("proxy.failed");
    default:
        return QStringLiteral("connection.lost");
    }
}

} // namespace

ConnectionTest::ConnectionTest(TestOptions options, std::shared_ptr<const Clock> clock, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_clock(std::move(clock))
{
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail(deadlineError()); });
}

ConnectionTest::~ConnectionTest()
{
    m_steps.cancel(); // the link's last answers find nothing that waits for them
    end();
}

void ConnectionTest::start()
{
    goOn();
}

void ConnectionTest::cancel()
{
    if (m_steps.finished())
        return;
    m_steps.cancel();
    end();
    Q_EMIT changed(m_steps);
}

void ConnectionTest::goOn()
{
    const auto next = m_steps.next();
    if (!next) {
        end();
        return;
    }
    switch (*next) {
    case Kind::Name:
        return lookUp();
    case Kind::Tcp:
        return connectSocket();
    case Kind::Tls:
        return encrypt();
    case Kind::Handshake:
        return shakeHands();
    case Kind::Login:
        return awaitLogin();
    case Kind::Echo:
        return echo();
    case Kind::CatchUp:
        return catchUp();
    }
}

void ConnectionTest::begin(Kind kind)
{
    m_steps.begin(kind, m_clock->monotonic());
    m_deadline.start(m_options.deadline);
    Q_EMIT changed(m_steps);
}

void ConnectionTest::pass(const QString &words)
{
    m_deadline.stop();
    m_steps.pass(words, m_clock->monotonic());
    if (m_steps.finished())
        end();
    Q_EMIT changed(m_steps);
    goOn();
}

void ConnectionTest::skip(Kind kind, const QString &words)
{
    m_steps.skip(kind, words);
    Q_EMIT changed(m_steps);
    goOn();
}

void ConnectionTest::fail(const Error &error)
{
    m_steps.fail(error, m_clock->monotonic());
    end();
    Q_EMIT changed(m_steps);
}

void ConnectionTest::end()
{
    m_deadline.stop();
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(std::exchange(m_lookup, -1));
    // Later: one of them may be what has just called.
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket.release()->deleteLater();
    }
    if (dialect::Link *link = m_link.release()) {
        link->disconnect(this);
        link->close();
        link->deleteLater();
    }
}

void ConnectionTest::lookUp()
{
    const bool throughProxy = usesProxy(m_options.proxy);
    const QString host = throughProxy ? m_options.proxy.hostName() : m_options.server.host();
    if (!QHostAddress(host).isNull()) {
        m_host.setAddresses({QHostAddress(host)});
        skip(Kind::Name, Words::tr("There is no name to look up"));
        return;
    }
    begin(Kind::Name);
    m_lookup = QHostInfo::lookupHost(host, this, [this, host, throughProxy](const QHostInfo &found) {
        m_lookup = -1;
        if (found.error() != QHostInfo::NoError || found.addresses().isEmpty()) {
            fail({QStringLiteral("connection.unknownHost"),
                  throughProxy ? Words::tr("There is no address for the proxy %1").arg(host)
                               : Words::tr("There is no address for %1").arg(host)});
            return;
        }
        m_host = found;
        const QString address = found.addresses().constFirst().toString();
        pass(throughProxy ? Words::tr("%1 (of the proxy)").arg(address) : address);
    });
}

void ConnectionTest::connectSocket()
{
    begin(Kind::Tcp);
    m_socket = std::make_unique<QSslSocket>();
    m_socket->setProxy(m_options.proxy);
    m_socket->setSslConfiguration(m_options.tls);
    connect(m_socket.get(), &QSslSocket::connected, this, [this] {
        const int port = portOf(m_options.server);
        pass(usesProxy(m_options.proxy)
                 ? Words::tr("Port %1, through the proxy %2").arg(port).arg(m_options.proxy.hostName())
                 : Words::tr("Port %1").arg(port));
    });
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, &ConnectionTest::socketFailed);
    m_socket->connectToHost(m_options.server.host(), quint16(portOf(m_options.server)));
}

void ConnectionTest::encrypt()
{
    if (!isEncrypted(m_options.server)) {
        skip(Kind::Tls, Words::tr("Not needed on this computer"));
        return;
    }
    begin(Kind::Tls);
    connect(m_socket.get(), &QSslSocket::encrypted, this, [this] {
        pass(Words::tr("%1, certificate of %2")
                 .arg(m_socket->sessionCipher().protocolString(), m_socket->peerCertificate().subjectDisplayName()));
    });
    m_socket->startClientEncryption();
}

void ConnectionTest::socketFailed()
{
    if (!m_steps.running())
        return;
    if (const auto errors = m_socket->sslHandshakeErrors(); !errors.isEmpty()) {
        fail(dialect::errorOf(errors, m_options.server));
        return;
    }
    fail({codeOf(m_socket->error()),
          Words::tr("%1 cannot be reached: %2").arg(m_options.server.host(), m_socket->errorString())});
}

void ConnectionTest::shakeHands()
{
    m_socket->disconnect(this);
    m_socket.release()->deleteLater();
    begin(Kind::Handshake);
    if (!m_options.renew)
        return openLink();
    whenDone(m_options.renew(), this, [this](const Result<QString> &token) {
        if (m_steps.running() != Kind::Handshake)
            return;
        if (token)
            m_options.token = token.value();
        openLink();
    });
}

void ConnectionTest::openLink()
{
    m_link = m_options.link();
    using dialect::Link;
    connect(m_link.get(), &Link::transportOpened, this, [this] { pass(Words::tr("Answered")); });
    connect(m_link.get(), &Link::ready, this, &ConnectionTest::linkReady);
    connect(m_link.get(), &Link::closed, this, [this](const Error &reason) {
        if (m_steps.running())
            fail(reason);
    });
    m_link->open({.token = m_options.token, .client = m_options.client, .cursor = m_options.cursor, .observer = true});
}

void ConnectionTest::linkReady(const dialect::Ready &ready)
{
    m_ready = ready;
    if (m_steps.running() == Kind::Login)
        accepted();
}

void ConnectionTest::awaitLogin()
{
    if (m_options.token.isEmpty()) {
        const QString words = Words::tr("Not asked: nobody is signed in here");
        m_steps.skip(Kind::Login, words);
        m_steps.skip(Kind::Echo, words);
        skip(Kind::CatchUp, words);
        return;
    }
    begin(Kind::Login);
    if (m_ready)
        accepted();
}

void ConnectionTest::accepted()
{
    pass(Words::tr("Accepted, over %1", "a transport").arg(m_link->transport()));
}

void ConnectionTest::echo()
{
    begin(Kind::Echo);
    m_link->ping(m_options.deadline, [this, alive = QPointer(this)](const Result<dialect::Pong> &pong) {
        if (!alive || m_steps.running() != Kind::Echo)
            return;
        if (pong)
            pass(Words::tr("Answered"));
        else
            fail(pong.error());
    });
}

void ConnectionTest::catchUp()
{
    begin(Kind::CatchUp);
    const qint64 from = m_options.cursor.epoch.isEmpty() ? m_ready->upTo : m_options.cursor.seq;
    m_link->fetchPage(from, [this, alive = QPointer(this)](const Result<JournalBatch> &page) {
        if (!alive || m_steps.running() != Kind::CatchUp)
            return;
        if (!page)
            fail(page.error());
        else
            pass(page.value().rows.isEmpty()
                     ? Words::tr("Nothing is missing")
                     : Words::tr("%n change(s) to fetch", nullptr, int(page.value().rows.size())));
    });
}

Error ConnectionTest::deadlineError() const
{
    const QString code = QStringLiteral("connection.timedOut");
    const QString seconds = QString::number(double(m_options.deadline.count()) / 1000);
    return {code, Words::tr("No answer from %1 within %2 s").arg(m_options.server.host(), seconds)};
}

} // namespace frontdesk::connection
