// SPDX-License-Identifier: MIT
// The same server over TLS, with certificates made for this run.
#include "engineio/server/ServerTls.h"

#include "RawHttp.h"
#include "ServerUnderTest.h"

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QSslSocket>
#include <QtTest/QSignalSpy>
#include <QtWebSockets/QWebSocket>

#include <openssl/ssl.h>

using namespace std::chrono_literals;

namespace {

/// Files of one run: two keys, a certificate for each, and what is none of these.
class Files {
public:
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    void make()
    {
        for (const char *name : {"a", "b"}) {
            const QString key = path(name) + QStringLiteral(".key");
            openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                     QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1"),
                     QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                     QStringLiteral("/CN=localhost"), QStringLiteral("-addext"),
                     QStringLiteral("subjectAltName=DNS:localhost,IP:127.0.0.1"), QStringLiteral("-keyout"), key,
                     QStringLiteral("-out"), path(name) + QStringLiteral(".crt")});
        }
        openssl({QStringLiteral("ec"), QStringLiteral("-aes256"), QStringLiteral("-passout"),
                 QStringLiteral("pass:secret"), QStringLiteral("-in"), path("a.key"), QStringLiteral("-out"),
                 path("locked.key")});
        QFile garbage(path("garbage"));
        QVERIFY(garbage.open(QIODevice::WriteOnly));
        garbage.write("neither a certificate nor a key\n");
    }

    [[nodiscard]] engineio::ServerOptions options() const
    {
        engineio::ServerOptions options;
        options.tls = {path("a.crt"), path("a.key")};
        return options;
    }

    [[nodiscard]] QSslConfiguration trust() const
    {
        auto configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates(QSslCertificate::fromPath(path("a.crt")));
        return configuration;
    }

private:
    static void openssl(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral("openssl"), arguments);
        QVERIFY(process.waitForFinished(patience));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    }

    QTemporaryDir m_folder;
};

class ServerTlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { files.make(); }
    void servesWebSockets();
    void servesLongPolling();
    void wantsAtLeastTls12();
    void silentHandshakeIsEnded();
    void plainTextIsCutOff();
    void fullServerStillAnswers();
    void saysWhatIsWrongWithTheFiles_data();
    void saysWhatIsWrongWithTheFiles();

private:
    Files files;
};

void ServerTlsTest::servesWebSockets()
{
    ServerUnderTest echo(files.options());
    echo.listen();
    QWebSocket socket;
    socket.setSslConfiguration(files.trust());
    QSignalSpy frames(&socket, &QWebSocket::textMessageReceived);
    QSignalSpy disconnected(&socket, &QWebSocket::disconnected);
    QUrl url = echo.webSocketUrl();
    url.setScheme(QStringLiteral("wss"));
    socket.open(url);
    QTRY_COMPARE_WITH_TIMEOUT(frames.size(), 1, patience);
    // Small ones by the hundred, which are written together, and one larger than any TLS record.
    for (int i = 0; i < 300; ++i)
        socket.sendTextMessage(QStringLiteral("4%1").arg(i));
    socket.sendTextMessage(QStringLiteral("4") + QString(500'000, u'x'));
    QTRY_COMPARE_WITH_TIMEOUT(frames.size(), 302, patience);
    for (int i = 0; i < 300; ++i)
        QCOMPARE(frames.at(i + 1).at(0).toString(), QStringLiteral("4%1").arg(i));
    QCOMPARE(frames.last().at(0).toString().size(), 500'001);
    socket.close();
    QTRY_COMPARE_WITH_TIMEOUT(disconnected.size(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(echo.closeReasons(), QStringList{QStringLiteral("transport close")}, patience);
}

void ServerTlsTest::servesLongPolling()
{
    ServerUnderTest echo(files.options());
    echo.listen();
    QSslSocket socket;
    socket.setSslConfiguration(files.trust());
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), echo.port);
    QVERIFY2(socket.waitForEncrypted(patience), qPrintable(socket.errorString()));
    QByteArray received;
    const auto exchange = [&](const QByteArray &request, const QByteArray &expected) {
        received.clear();
        socket.write(request);
        return QTest::qWaitFor(
            [&] {
                received += socket.readAll();
                return received.contains(expected);
            },
            patience);
    };
    QVERIFY(exchange(get("/engine.io/?EIO=4&transport=polling"), "}"));
    const qsizetype begin = received.indexOf("\"sid\":\"") + 7;
    const QByteArray target =
        "/engine.io/?EIO=4&transport=polling&sid=" + received.mid(begin, received.indexOf('"', begin) - begin);
    QVERIFY(exchange(post(target, "4secret"), "ok"));
    QVERIFY(exchange(get(target), "4secret"));
}

void ServerTlsTest::wantsAtLeastTls12()
{
    auto loading = engineio::loadTls(*files.options().tls);
    QVERIFY2(loading.context, qPrintable(loading.error));
    QCOMPARE(SSL_CTX_get_min_proto_version(loading.context->native_handle()), long(TLS1_2_VERSION));
}

void ServerTlsTest::silentHandshakeIsEnded()
{
    auto options = files.options();
    options.handshakeTimeout = 50ms;
    ServerUnderTest echo(options);
    echo.listen();
    RawHttp silent(echo.port);
    QVERIFY(silent.isHungUp());
    QTRY_COMPARE_WITH_TIMEOUT(echo.counters().tcpConnections, 0, patience);
}

void ServerTlsTest::plainTextIsCutOff()
{
    ServerUnderTest echo(files.options());
    echo.listen();
    RawHttp plain(echo.port);
    plain.send(get("/engine.io/?EIO=4&transport=polling"));
    QVERIFY(plain.isHungUp());
    QCOMPARE(echo.opened.load(), 0);
}

void ServerTlsTest::fullServerStillAnswers()
{
    auto options = files.options();
    options.maxConnections = 1;
    ServerUnderTest echo(options);
    echo.listen();
    QSslSocket first;
    first.setSslConfiguration(files.trust());
    first.connectToHostEncrypted(QStringLiteral("127.0.0.1"), echo.port);
    QVERIFY(first.waitForEncrypted(patience));
    QSslSocket second;
    second.setSslConfiguration(files.trust());
    second.connectToHostEncrypted(QStringLiteral("127.0.0.1"), echo.port);
    QVERIFY(second.waitForEncrypted(patience));
    QTRY_VERIFY_WITH_TIMEOUT(second.peek(1000).startsWith("HTTP/1.1 503"), patience);
}

void ServerTlsTest::saysWhatIsWrongWithTheFiles_data()
{
    QTest::addColumn<QString>("chain");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("words");
    const auto row = [this](const char *name, const char *chain, const char *key, const char *words) {
        QTest::newRow(name) << files.path(chain) << files.path(key) << QString::fromLatin1(words);
    };
    row("no chain", "none.crt", "a.key", "could not read the certificate chain %1: there is no such file");
    row("no key", "a.crt", "none.key", "could not read the private key %2: there is no such file");
    row("chain that is a folder", ".", "a.key", "could not read the certificate chain %1: ");
    row("chain that is none", "garbage", "a.key", "%1 is no PEM certificate chain: ");
    row("key that is none", "a.crt", "garbage", "%2 is no PEM private key: ");
    row("key of another", "a.crt", "b.key", "the private key %2 does not belong to the certificate in %1");
    row("key with a passphrase", "a.crt", "locked.key",
        "the private key %2 is protected by a passphrase; give one without");
}

void ServerTlsTest::saysWhatIsWrongWithTheFiles()
{
    QFETCH(QString, chain);
    QFETCH(QString, key);
    QFETCH(QString, words);
    engineio::ServerOptions options;
    options.tls = {chain, key};
    engineio::Server server(options);
    const auto listening = server.listen(QStringLiteral("127.0.0.1"), 0);
    words.replace(QStringLiteral("%1"), chain).replace(QStringLiteral("%2"), key);
    QVERIFY2(listening.error.startsWith(words), qPrintable(listening.error));
}

} // namespace

QTEST_GUILESS_MAIN(ServerTlsTest)
#include "ServerTlsTest.moc"
