// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/DataFolders.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace frontdesk::platform;

class TestDataFolders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRootIsMadePrivate();
    void aFileInTheWayIsSaidInWords();
    void theDemoIsElsewhere();
    void oneAccountHasOneFolder_data();
    void oneAccountHasOneFolder();
    void accountsThatReadAlikeAreKeptApart();
};

void TestDataFolders::theRootIsMadePrivate()
{
    QTemporaryDir folder;
    const QString root = folder.filePath(QStringLiteral("a/b"));
    const auto folders = DataFolders::open(root);
    QVERIFY(folders.ok());
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(root) & others));
    QCOMPARE(folders.value().root(), root);

    // One that was open to others is closed.
    QVERIFY(QFile::setPermissions(root, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther |
                                            QFile::ExeOther));
    QVERIFY(DataFolders::open(root).ok());
    QVERIFY(!(QFile::permissions(root) & others));
}

void TestDataFolders::aFileInTheWayIsSaidInWords()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("taken"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto itself = DataFolders::open(path);
    QVERIFY(!itself.ok());
    QCOMPARE(itself.error().code, QStringLiteral("folder.unusable"));
    QVERIFY(itself.error().message.contains(path));
    const auto below = DataFolders::open(path + QStringLiteral("/below"));
    QVERIFY(!below.ok());
    QCOMPARE(below.error().code, QStringLiteral("folder.unusable"));
}

void TestDataFolders::theDemoIsElsewhere()
{
    QVERIFY(DataFolders::demoRoot() != DataFolders::standardRoot());
    QVERIFY(!DataFolders::demoRoot().startsWith(DataFolders::standardRoot() + u'/'));
    QVERIFY(!DataFolders::standardRoot().startsWith(DataFolders::demoRoot() + u'/'));
}

void TestDataFolders::oneAccountHasOneFolder_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("name");
    QTest::newRow("upper case") << QStringLiteral("HTTP://Desk.Example:8470") << QStringLiteral("LENA");
    QTest::newRow("slash at the end") << QStringLiteral("http://desk.example:8470/") << QStringLiteral("lena");
    QTest::newRow("spaces") << QStringLiteral("http://desk.example:8470") << QStringLiteral(" lena ");
    QTest::newRow("a name in the address")
        << QStringLiteral("http://someone@desk.example:8470") << QStringLiteral("lena");
}

void TestDataFolders::oneAccountHasOneFolder()
{
    QFETCH(QString, server);
    QFETCH(QString, name);
    QTemporaryDir folder;
    const auto folders = DataFolders::open(folder.path());
    QVERIFY(folders.ok());
    QCOMPARE(folders.value().account(QUrl(server), name),
             folders.value().account(QUrl(QStringLiteral("http://desk.example:8470")), QStringLiteral("lena")));
}

void TestDataFolders::accountsThatReadAlikeAreKeptApart()
{
    QTemporaryDir folder;
    const DataFolders folders = DataFolders::open(folder.path()).value();
    const QUrl server(QStringLiteral("http://desk.example:8470"));
    QSet<QString> paths;
    for (const QString &name :
         {QStringLiteral("zoë"), QStringLiteral("zoé"), QStringLiteral("a/b"), QStringLiteral("a_b"),
          QStringLiteral("../up"), QString(200, u'n'), QString(201, u'n')}) {
        const QString path = folders.account(server, name);
        QVERIFY(QDir::cleanPath(path) == path);
        QVERIFY(path.startsWith(folders.root() + QStringLiteral("/accounts/")));
        QVERIFY(QFileInfo(path).fileName().size() < 120);
        paths.insert(path);
    }
    QCOMPARE(paths.size(), 7);
    QVERIFY(folders.account(QUrl(QStringLiteral("http://desk.example:8471")), QStringLiteral("zoë")) !=
            folders.account(server, QStringLiteral("zoë")));
}

QTEST_GUILESS_MAIN(TestDataFolders)
#include "DataFoldersTest.moc"
