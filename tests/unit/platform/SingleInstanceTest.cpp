// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/SingleInstance.h"

#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QLocalSocket>
#include <QtTest/QTest>

#include <csignal>
#include <memory>
#include <vector>

/// Starts of one program in one data folder, as real processes.
class TestSingleInstance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aLaterStartHandsItsArgumentsOver();
    void anotherFolderIsAnotherProgram();
    void aLongFolderNameIsNoObstacle();
    void theLockOfAKilledProcessIsTakenOver();
    void ofManyStartsAtOnceOneIsFirst();
    void aFirstThatHangsIsNamed();
    void aStrangerOnTheSocketHarmsNothing();

private:
    class Start {
    public:
        Start(const QString &folder, const QStringList &arguments, int patience = 10'000)
        {
            m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            m_process.start(QStringLiteral(START), QStringList{folder, QString::number(patience)} + arguments);
        }
        ~Start()
        {
            m_process.kill();
            m_process.waitForFinished();
        }
        /// The next line of what it says; empty when it says nothing in time.
        QString line()
        {
            while (!m_process.canReadLine()) {
                if (!m_process.waitForReadyRead(20'000)) {
                    return {};
                }
            }
            return QString::fromUtf8(m_process.readLine()).trimmed();
        }
        QProcess &process() { return m_process; }

    private:
        QProcess m_process;
    };

    QString folder() const { return m_folder->path(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSingleInstance::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestSingleInstance::aLaterStartHandsItsArgumentsOver()
{
    Start first(folder(), {});
    QCOMPARE(first.line(), QStringLiteral("first"));
    Start later(folder(), {QStringLiteral("--open"), QStringLiteral("Grüße 你好")});
    QCOMPARE(later.line(), QStringLiteral("later"));
    QCOMPARE(first.line(), QStringLiteral("activated --open|Grüße 你好"));
    QVERIFY(later.process().waitForFinished(20'000));
    QCOMPARE(later.process().exitCode(), 0);

    // And when the first has ended, the next start is the first.
    first.process().closeWriteChannel();
    QVERIFY(first.process().waitForFinished(20'000));
    Start next(folder(), {});
    QCOMPARE(next.line(), QStringLiteral("first"));
}

void TestSingleInstance::anotherFolderIsAnotherProgram()
{
    QTemporaryDir other;
    Start one(folder(), {});
    Start two(other.path(), {});
    QCOMPARE(one.line(), QStringLiteral("first"));
    QCOMPARE(two.line(), QStringLiteral("first"));
}

void TestSingleInstance::aLongFolderNameIsNoObstacle()
{
    const QString deep = folder() + u'/' + QString(100, u'a') + u'/' + QString(100, u'b');
    QVERIFY(QDir().mkpath(deep));
    Start first(deep, {});
    QCOMPARE(first.line(), QStringLiteral("first"));
    Start later(deep, {QStringLiteral("x")});
    QCOMPARE(later.line(), QStringLiteral("later"));
}

void TestSingleInstance::theLockOfAKilledProcessIsTakenOver()
{
    {
        Start killed(folder(), {});
        QCOMPARE(killed.line(), QStringLiteral("first"));
    } // by SIGKILL: its lock file and its socket stay
    QVERIFY(QFile::exists(folder() + QStringLiteral("/frontdesk.lock")));
    Start next(folder(), {});
    QCOMPARE(next.line(), QStringLiteral("first"));
    Start later(folder(), {QStringLiteral("x")});
    QCOMPARE(later.line(), QStringLiteral("later"));
    QCOMPARE(next.line(), QStringLiteral("activated x"));
}

void TestSingleInstance::ofManyStartsAtOnceOneIsFirst()
{
    constexpr int count = 8;
    std::vector<std::unique_ptr<Start>> starts;
    for (int i = 0; i < count; ++i) {
        starts.push_back(std::make_unique<Start>(folder(), QStringList{QString::number(i)}));
    }
    int first = -1;
    QStringList expected;
    for (int i = 0; i < count; ++i) {
        const QString said = starts[i]->line();
        if (said == QLatin1String("first")) {
            QCOMPARE(first, -1);
            first = i;
        } else {
            QCOMPARE(said, QStringLiteral("later"));
            expected.append(QStringLiteral("activated %1").arg(i));
        }
    }
    QVERIFY(first >= 0);
    QStringList heard;
    for (int i = 0; i < count - 1; ++i) {
        heard.append(starts[first]->line());
    }
    heard.sort();
    QCOMPARE(heard, expected);
}

void TestSingleInstance::aFirstThatHangsIsNamed()
{
#ifdef Q_OS_UNIX
    Start first(folder(), {});
    QCOMPARE(first.line(), QStringLiteral("first"));
    ::kill(pid_t(first.process().processId()), SIGSTOP);
    frontdesk::platform::SingleInstance later(folder());
    const auto role = later.claim({}, std::chrono::milliseconds(300));
    QVERIFY(!role.ok());
    QCOMPARE(role.error().code, QStringLiteral("instance.silent"));
    QVERIFY2(role.error().message.contains(QString::number(first.process().processId())),
             qPrintable(role.error().message));
#endif
}

void TestSingleInstance::aStrangerOnTheSocketHarmsNothing()
{
    Start first(folder(), {});
    QCOMPARE(first.line(), QStringLiteral("first"));
    const QDir runtime(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation));
    const QStringList sockets = runtime.entryList({QStringLiteral("frontdesk-*")}, QDir::System);
    QVERIFY(!sockets.isEmpty());
    for (const QString &name : sockets) {
        for (const QByteArray &said : {QByteArray("not json\n"), QByteArray("{\"a\":1}\n"), QByteArray(200'000, 'x')}) {
            QLocalSocket stranger;
            stranger.connectToServer(runtime.filePath(name));
            if (stranger.waitForConnected(5'000)) {
                stranger.write(said);
                stranger.waitForDisconnected(5'000);
            }
        }
    }
    Start later(folder(), {QStringLiteral("still there")});
    QCOMPARE(later.line(), QStringLiteral("later"));
    QCOMPARE(first.line(), QStringLiteral("activated still there"));
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "SingleInstanceTest.moc"
