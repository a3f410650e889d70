// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceTree.h"

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

/// All C++ is laid out as .clang-format says; `packaging/format` does it.
class TestFormat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsPlanted();
    void holdsInTheProject();

private:
    struct Outcome {
        int exitCode = -1;
        QString words;
    };
    static Outcome check(const QStringList &paths)
    {
        QProcess process;
        process.setWorkingDirectory(sourcetree::root());
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(CLANG_FORMAT), QStringList{QStringLiteral("--dry-run"), QStringLiteral("--Werror"),
                                                                QStringLiteral("--ferror-limit=1")} +
                                                        paths);
        if (!process.waitForFinished(100'000)) {
            return {-1, process.errorString()};
        }
        return {process.exitCode(), QString::fromUtf8(process.readAll())};
    }
};

void TestFormat::findsWhatIsPlanted()
{
    QTemporaryDir folder;
    QVERIFY(QFile::copy(sourcetree::root() + QStringLiteral("/.clang-format"),
                        folder.filePath(QStringLiteral(".clang-format"))));
    QFile planted(folder.filePath(QStringLiteral("planted.cpp")));
    QVERIFY(planted.open(QIODevice::WriteOnly));
    planted.write("int  main( ){return 0 ;}\n");
    planted.close();
    QVERIFY(check({planted.fileName()}).exitCode > 0);
}

void TestFormat::holdsInTheProject()
{
    const QStringList paths = sourcetree::files({QStringLiteral("h"), QStringLiteral("cpp")});
    QVERIFY(paths.size() > 50);
    QStringList wrong;
    const QStringList words = check(paths).words.split(u'\n');
    for (const QString &line : words) {
        if (line.contains(QLatin1String(": error:"))) {
            wrong.append(line.section(u':', 0, 1));
        }
    }
    wrong.removeDuplicates();
    QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("packaging/format lays these out:\n") + wrong.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestFormat)
#include "FormatTest.moc"
