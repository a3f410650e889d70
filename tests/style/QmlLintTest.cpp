// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceTree.h"

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

/// qmllint over every QML module, with the settings of .qmllint.ini: any warning fails.
class TestQmlLint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsPlanted();
    void holdsInTheProject();

private:
    struct Outcome {
        int exitCode = -1;
        QString words;
    };
    static Outcome run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        if (!process.waitForFinished(500'000)) {
            return {-1, process.errorString()};
        }
        return {process.exitCode(), QString::fromUtf8(process.readAll())};
    }
};

void TestQmlLint::findsWhatIsPlanted()
{
    QTemporaryDir folder;
    QVERIFY(QFile::copy(sourcetree::root() + QStringLiteral("/.qmllint.ini"),
                        folder.filePath(QStringLiteral(".qmllint.ini"))));
    QFile planted(folder.filePath(QStringLiteral("Planted.qml")));
    QVERIFY(planted.open(QIODevice::WriteOnly));
    planted.write("import QtQuick\nItem { width: somethingUnqualified }\n");
    planted.close();
    const Outcome outcome = run(QStringLiteral(QMLLINT), {planted.fileName()});
    QVERIFY2(outcome.exitCode > 0, qPrintable(outcome.words));
}

void TestQmlLint::holdsInTheProject()
{
    // That of Qt 6.4 crashes in about one run of ten, where it finds the type of what a call gives
    // (QQmlJSTypePropagator::generate_CallProperty); a run that ends says the same as any other.
    constexpr int mostRuns = 10;
    Outcome outcome;
    for (int runs = 0; runs < mostRuns; ++runs) {
        outcome = run(QStringLiteral(CMAKE),
                      {QStringLiteral("--build"), QStringLiteral(BUILD_DIR), QStringLiteral("--target"),
                       QStringLiteral("all_qmllint"), QStringLiteral("--"), QStringLiteral("-k"), QStringLiteral("0")});
        if (!outcome.words.contains(QLatin1String("Segmentation fault"))) {
            break;
        }
    }
    const bool clean = outcome.exitCode == 0 && !outcome.words.contains(QLatin1String("Warning:"));
    if (!clean) {
        // Without the build's progress; line by line, because Qt Test cuts long messages.
        const QStringList lines = outcome.words.split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines) {
            if (!line.startsWith(u'[') && !line.startsWith(QLatin1String("--"))) {
                qWarning("%s", qPrintable(line));
            }
        }
    }
    QVERIFY2(clean, "qmllint is not content; see above");
}

QTEST_GUILESS_MAIN(TestQmlLint)
#include "QmlLintTest.moc"
