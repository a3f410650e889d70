// SPDX-License-Identifier: GPL-3.0-or-later
#include "Processes.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;

/// frontdeskctl with its sign-in in a file, and a server whose tokens last for a moment.
class CredentialsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theFileIsRenewed();
    void aBareTokenEnds();
    void aMissingFileIsSaid();
    void commandsAreNotSeenAsPresence();

private:
    [[nodiscard]] QString file() const { return m_folder.filePath(u"sign-in.json"_s); }
    [[nodiscard]] QJsonObject kept() const
    {
        QFile kept(file());
        return kept.open(QFile::ReadOnly) ? QJsonDocument::fromJson(kept.readAll()).object() : QJsonObject();
    }
    [[nodiscard]] Finished conversations(const QStringList &identity) const
    {
        return runCtl(QStringList{u"conversations"_s, u"--url"_s, m_server.url()} + identity);
    }

    QTemporaryDir m_folder;
    ServerProcess m_server{{u"--token-lifetime"_s, u"3"_s}};
};

void CredentialsTest::initTestCase()
{
    m_server.start();
    m_server.addUser(u"ada"_s);
    m_server.addUser(u"ben"_s);
    const Finished login =
        runCtl({u"login"_s, m_server.url(), u"ada"_s, u"--password-stdin"_s, u"--credentials"_s, file()},
               "correct horse ada\n");
    QCOMPARE(login.code, 0);
    QVERIFY(login.out.isEmpty());
    QVERIFY(!kept()["refreshToken"_L1].toString().isEmpty());
    QCOMPARE(QFile::permissions(file()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void CredentialsTest::theFileIsRenewed()
{
    for (int run = 0; run < 3; ++run) {
        const QJsonObject before = kept();
        QTRY_VERIFY(QDateTime::currentMSecsSinceEpoch() > before["expiresAt"_L1].toInteger());
        QCOMPARE(conversations({u"--credentials"_s, file()}).code, 0);
        QVERIFY(kept()["refreshToken"_L1] != before["refreshToken"_L1]);
        QVERIFY(kept()["expiresAt"_L1].toInteger() > before["expiresAt"_L1].toInteger());
    }
}

void CredentialsTest::aBareTokenEnds()
{
    const QJsonObject before = kept();
    QTRY_VERIFY(QDateTime::currentMSecsSinceEpoch() > before["expiresAt"_L1].toInteger());
    const Finished refused = conversations({u"--token"_s, before["token"_L1].toString()});
    QCOMPARE(refused.code, 3); // not signed in
    QVERIFY(!refused.err.isEmpty());
}

void CredentialsTest::aMissingFileIsSaid()
{
    const Finished failed = conversations({u"--credentials"_s, m_folder.filePath(u"none"_s)});
    QCOMPARE(failed.code, 1);
    QVERIFY(failed.err.contains(u"none"_s));
}

void CredentialsTest::commandsAreNotSeenAsPresence()
{
    const QString bens = m_folder.filePath(u"ben.json"_s);
    QCOMPARE(runCtl({u"login"_s, m_server.url(), u"ben"_s, u"--password-stdin"_s, u"--credentials"_s, bens},
                    "correct horse ben\n")
                 .code,
             0);
    LinesProcess watch;
    watch.start({u"watch"_s, u"--url"_s, m_server.url(), u"--credentials"_s, bens, u"--json"_s});
    QTRY_VERIFY_WITH_TIMEOUT(!watch.lines().isEmpty() && watch.lines().last()["state"_L1] == u"online"_s, 20'000);
    QCOMPARE(runCtl({u"send"_s, u"--url"_s, m_server.url(), u"--credentials"_s, file(), u"--to"_s, u"ben"_s,
                     u"from a script"_s})
                 .code,
             0);
    const auto author = [&]() -> QString {
        for (const QJsonObject &line : watch.lines())
            if (line["message"_L1]["text"_L1].toString() == "from a script"_L1)
                return line["message"_L1]["author"_L1].toString();
        return {};
    };
    QTRY_VERIFY_WITH_TIMEOUT(!author().isEmpty(), 20'000);
    for (const QJsonObject &line : watch.lines())
        QVERIFY(line["user"_L1].toString() != author() || line["presence"_L1].toString() != "online"_L1);
    QCOMPARE(watch.terminate(), 0);
}

QTEST_GUILESS_MAIN(CredentialsTest)
#include "CredentialsTest.moc"
