// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/NetworkSettings.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslConfiguration>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace frontdesk;
using namespace Qt::StringLiterals;
using models::NetworkSettings;
using Mode = dialect::NetworkSettings::ProxyMode;

class NetworkSettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void goByTheSystemAtFirst();
    void outliveTheProgram();
    void neverWriteThePassword_data();
    void neverWriteThePassword();
    void forgetThePasswordWithTheUser();
    void refuseWhatIsNoProxy();
    void refuseAFileWithoutCertificates();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"settings.ini"_s); }
    [[nodiscard]] QByteArray written() const
    {
        QFile settings(file());
        return settings.open(QIODevice::ReadOnly) ? settings.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void NetworkSettingsTest::goByTheSystemAtFirst()
{
    const NetworkSettings settings(file());
    QCOMPARE(settings.proxyMode(), u"system"_s);
    QCOMPARE(settings.value(), dialect::NetworkSettings());
    QVERIFY(!settings.proxyPasswordKept());
}

void NetworkSettingsTest::outliveTheProgram()
{
    {
        NetworkSettings settings(file());
        const QSignalSpy changed(&settings, &NetworkSettings::changed);
        settings.setProxyMode(u"manual"_s);
        QVERIFY(settings.setProxy(u"proxy.example:3128"_s, u"frida"_s, u"s3cret"_s));
        settings.setProxyMode(u"unheard of"_s);
        QCOMPARE(changed.size(), 2);
    }
    const NetworkSettings settings(file());
    QCOMPARE(settings.proxyMode(), u"manual"_s);
    QCOMPARE(settings.proxyAddress(), u"http://proxy.example:3128"_s);
    QVERIFY(settings.proxyPasswordKept());
    QCOMPARE(settings.value(),
             (dialect::NetworkSettings{
                 .proxyMode = Mode::Manual, .proxy = QUrl(u"http://proxy.example:3128"_s), .proxyUser = u"frida"_s}));
}

void NetworkSettingsTest::neverWriteThePassword_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::newRow("typed") << u"proxy.example:3128"_s << u"frida"_s << u"s3cret"_s;
    QTest::newRow("pasted with the address") << u"http://frida:s3cret@proxy.example:3128"_s << QString() << QString();
}

void NetworkSettingsTest::neverWriteThePassword()
{
    QFETCH(QString, address);
    QFETCH(QString, user);
    QFETCH(QString, password);
    {
        NetworkSettings settings(file());
        const QSignalSpy passwords(&settings, &NetworkSettings::proxyPasswordChosen);
        QVERIFY(settings.setProxy(address, user, password));
        QCOMPARE(passwords.size(), 1);
        QCOMPARE(passwords[0][0].toString(), u"s3cret"_s);
        QCOMPARE(settings.proxyUser(), u"frida"_s);
        QCOMPARE(settings.proxyAddress(), u"http://proxy.example:3128"_s);
        // An empty field leaves the password as it is.
        QVERIFY(settings.setProxy(u"other.example:1"_s, u"frida"_s, {}));
        QCOMPARE(passwords.size(), 1);
    }
    QVERIFY(written().contains("frida"));
    QVERIFY(!written().contains("s3cret"));
}

void NetworkSettingsTest::forgetThePasswordWithTheUser()
{
    NetworkSettings settings(file());
    QVERIFY(settings.setProxy(u"proxy.example:3128"_s, u"frida"_s, u"s3cret"_s));
    const QSignalSpy passwords(&settings, &NetworkSettings::proxyPasswordChosen);
    QVERIFY(settings.setProxy(u"proxy.example:3128"_s, {}, {}));
    QCOMPARE(passwords.size(), 1);
    QCOMPARE(passwords[0][0].toString(), QString());
    QVERIFY(!settings.proxyPasswordKept());
}

void NetworkSettingsTest::refuseWhatIsNoProxy()
{
    NetworkSettings settings(file());
    QVERIFY(settings.setProxy(u"proxy.example:3128"_s, {}, {}));
    QVERIFY(!settings.setProxy(u"proxy.example"_s, u"frida"_s, u"s3cret"_s));
    QVERIFY(settings.proxyProblem().contains(u"proxy.example"_s));
    QCOMPARE(settings.proxyAddress(), u"http://proxy.example:3128"_s);
    QCOMPARE(settings.proxyUser(), QString());
    QVERIFY(settings.setProxy(u"socks5://proxy.example:1080"_s, {}, {}));
    QCOMPARE(settings.proxyProblem(), QString());
}

void NetworkSettingsTest::refuseAFileWithoutCertificates()
{
    NetworkSettings settings(file());
    QVERIFY(!settings.setAuthorityFile(QUrl::fromLocalFile(m_folder->filePath(u"absent.pem"_s)).toString()));
    QVERIFY(settings.authorityProblem().contains(u"absent.pem"_s));
    QCOMPARE(settings.authorityFile(), QString());
    const auto system = QSslConfiguration::systemCaCertificates();
    if (system.isEmpty())
        QSKIP("This system has no certificates to take for one's own");
    QFile pem(m_folder->filePath(u"own.pem"_s));
    QVERIFY(pem.open(QIODevice::WriteOnly));
    pem.write(system.constFirst().toPem());
    pem.close();
    QVERIFY(settings.setAuthorityFile(QUrl::fromLocalFile(pem.fileName()).toString()));
    QCOMPARE(settings.value().authorityFile, pem.fileName());
    QCOMPARE(settings.authorityProblem(), QString());
    QVERIFY(settings.setAuthorityFile({}));
    QCOMPARE(settings.value().authorityFile, QString());
}

QTEST_GUILESS_MAIN(NetworkSettingsTest)
#include "NetworkSettingsTest.moc"
