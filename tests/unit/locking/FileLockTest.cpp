// SPDX-License-Identifier: GPL-3.0-or-later
#include "locking/FileLock.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <cstdio>

using namespace frontdesk;
using Outcome = FileLock::Outcome;

namespace {

/// The other program's part: takes the lock, says so, and waits to be killed.
int hold(const QString &fileName)
{
    FileLock lock(fileName);
    std::puts(lock.tryLock() == Outcome::Taken ? "taken" : "not taken");
    std::fflush(stdout);
    return std::getchar();
}

} // namespace

/// Files, real processes and their ends.
class FileLockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneAtATime();
    void anotherProgramHoldsItUntilItIsKilled();
    void whatAKilledProgramLeftLocksNobodyOut_data();
    void whatAKilledProgramLeftLocksNobodyOut();
    void whereNothingCanBeWritten();

private:
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("lock")); }

    QTemporaryDir m_folder;
};

void FileLockTest::oneAtATime()
{
    FileLock first(file());
    QCOMPARE(first.tryLock(), Outcome::Taken);
    QCOMPARE(first.tryLock(), Outcome::Taken);
    QCOMPARE(first.holder(), QCoreApplication::applicationPid());
    {
        FileLock second(file());
        QCOMPARE(second.tryLock(), Outcome::Held);
        first.unlock();
        QCOMPARE(second.tryLock(), Outcome::Taken);
        QCOMPARE(first.tryLock(), Outcome::Held);
    }
    QCOMPARE(first.tryLock(), Outcome::Taken);
}

void FileLockTest::anotherProgramHoldsItUntilItIsKilled()
{
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {QStringLiteral("hold"), file()});
    QTRY_VERIFY_WITH_TIMEOUT(other.canReadLine(), 20'000);
    QCOMPARE(other.readLine().trimmed(), QByteArray("taken"));
    FileLock lock(file());
    QCOMPARE(lock.tryLock(), Outcome::Held);
    QCOMPARE(lock.holder(), other.processId());
    other.kill();
    QVERIFY(other.waitForFinished());
    QCOMPARE(lock.tryLock(), Outcome::Taken);
}

void FileLockTest::whatAKilledProgramLeftLocksNobodyOut_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("made, and not yet written") << QByteArray();
    // The number has been given to another program since.
    QTest::newRow("a number that runs") << QByteArray::number(QCoreApplication::applicationPid()) + '\n';
}

void FileLockTest::whatAKilledProgramLeftLocksNobodyOut()
{
#ifndef Q_OS_UNIX
    QSKIP("Elsewhere the system removes the file with its process");
#endif
    QFETCH(QByteArray, content);
    QFile left(file());
    QVERIFY(left.open(QFile::WriteOnly | QFile::Truncate));
    left.write(content);
    left.close();
    FileLock lock(file());
    QCOMPARE(lock.tryLock(), Outcome::Taken);
}

void FileLockTest::whereNothingCanBeWritten()
{
    FileLock lock(m_folder.filePath(QStringLiteral("missing/lock")));
    QCOMPARE(lock.tryLock(), Outcome::NotPossible);
    QCOMPARE(lock.holder(), 0);
}

int main(int argc, char **argv)
{
    QCoreApplication program(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("hold"))
        return hold(arguments.value(2));
    FileLockTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "FileLockTest.moc"
