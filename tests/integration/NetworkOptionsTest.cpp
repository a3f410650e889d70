// SPDX-License-Identifier: GPL-3.0-or-later
#include "Certificates.h"
#include "Processes.h"
#include "server/Server.h"

#include <QtNetwork/QTcpServer>

using namespace frontdesk;

/// frontdeskctl's --ca-file, --proxy and --no-proxy, against a server whose authority only this test knows.
class NetworkOptionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server->stop(); }
    void everyCommandTakesThem_data();
    void everyCommandTakesThem();

private:
    Certificates m_certificates;
    QTemporaryDir m_folder;
    std::unique_ptr<server::Server> m_server;
    QString m_url;
};

void NetworkOptionsTest::initTestCase()
{
    m_certificates.issue(u"good"_s, {});
    m_server = std::make_unique<server::Server>(
        server::Options{.dataFolder = m_folder.filePath(u"data"_s),
                        .tls = engineio::TlsFiles{m_certificates.crt(u"good"_s), m_certificates.key(u"good"_s)}});
    const auto started = m_server->start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().message));
    m_url = started.value().toString();
}

void NetworkOptionsTest::everyCommandTakesThem_data()
{
    QTest::addColumn<bool>("trusted");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("diagnose"); // exit codes; without a token the sign-in is left out
    QTest::addColumn<int>("login");    // of somebody whom the server does not know
    QTest::addColumn<QString>("words");
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const auto nobody = u"socks5://127.0.0.1:%1"_s.arg(free.serverPort());
    QTest::newRow("unknown authority") << false << QStringList() << 4 << 4 << u"Own Authority"_s;
    QTest::newRow("own authority") << true << QStringList() << 0 << 3 << u"password"_s;
    QTest::newRow("no proxy") << true << QStringList{u"--no-proxy"_s} << 0 << 3 << u"password"_s;
    QTest::newRow("a proxy that is not there") << true << QStringList{u"--proxy"_s, nobody} << 4 << 4 << u"proxy"_s;
    QTest::newRow("no address of a proxy") << true << QStringList{u"--proxy"_s, u"nonsense"_s} << 2 << 2 << u"proxy"_s;
    QTest::newRow("both") << true << QStringList{u"--proxy"_s, nobody, u"--no-proxy"_s} << 2 << 2 << u"either"_s;
    QTest::newRow("no such file") << false << QStringList{u"--ca-file"_s, m_folder.filePath(u"absent"_s)} << 2 << 2
                                  << u"absent"_s;
}

void NetworkOptionsTest::everyCommandTakesThem()
{
    QFETCH(bool, trusted);
    QFETCH(QStringList, options);
    QFETCH(int, diagnose);
    QFETCH(int, login);
    QFETCH(QString, words);
    if (trusted)
        options += {u"--ca-file"_s, m_certificates.authority()};
    const Finished diagnosed = runCtl(QStringList{u"diagnose"_s, u"--url"_s, m_url} + options);
    QVERIFY2(diagnosed.code == diagnose, qPrintable(diagnosed.out + diagnosed.err));
    const Finished asked = runCtl(QStringList{u"login"_s, m_url, u"ada"_s, u"--password-stdin"_s} + options, "wrong\n");
    QVERIFY2(asked.code == login, qPrintable(asked.err));
    QVERIFY2(asked.err.contains(words, Qt::CaseInsensitive), qPrintable(asked.err));
}

QTEST_GUILESS_MAIN(NetworkOptionsTest)
#include "NetworkOptionsTest.moc"
