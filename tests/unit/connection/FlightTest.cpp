// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/FlightRecorder.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::connection;
using namespace std::chrono_literals;

namespace {

constexpr qint64 now = 1'700'000'000'000;
constexpr qint64 minute = 60'000;

FlightEntry latency(qint64 at, int value)
{
    return {at, RoundTripMeasured{value}};
}

FlightEntry entered(qint64 at, State state)
{
    return {at, StateEntered{state, {}, {}}};
}

} // namespace

/// The flight record on a real disk.
class FlightTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void entriesSurviveTheRoundTrip();
    void whatIsNoEntryIsPassedOver();
    void onlyADayIsRead();
    void theDayBeginsInTheStateItWasIn();
    void sizeIsBounded();
    void aTornLineCostsItself();
    void aClockSetBackKeepsTheOrder();
    void aFolderThatCannotBeWrittenIsSaid();
    void aFullDiskIsSaidAndWrittenAgainLater();
    void recordsWhatChanges();
    void exportsNoSecret();

private:
    [[nodiscard]] QString file(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QByteArray content(const QString &name) const
    {
        QFile source(file(name));
        return source.open(QFile::ReadOnly) ? source.readAll() : QByteArray();
    }
    static void wait(QFuture<FlightRecord> future, FlightRecord &record)
    {
        future.waitForFinished();
        record = future.result();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void FlightTest::entriesSurviveTheRoundTrip()
{
    const QVector<FlightEntry> entries{
        {now - 9, RecordStarted{}},
        {now - 8,
         StateEntered{State::Waiting, QStringLiteral("connection.refused"), QStringLiteral("Nobody is there")}},
        {now - 7, TransportTaken{QStringLiteral("WebSocket")}},
        entered(now - 6, State::Online),
        latency(now - 5, 12),
        entered(now - 4, State::SignInNeeded),
        {now - 3, RecordStopped{}},
    };
    FlightLog log(m_folder->path());
    QVERIFY(log.append(entries.mid(0, 3)));
    QVERIFY(log.append(entries.mid(3)));
    QCOMPARE(FlightLog(m_folder->path()).read(now), entries);
    QCOMPARE(QFile::permissions(file(QStringLiteral("flight.jsonl"))) &
                 (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
}

void FlightTest::whatIsNoEntryIsPassedOver()
{
    QFile damaged(file(QStringLiteral("flight.jsonl")));
    QVERIFY(damaged.open(QFile::WriteOnly));
    damaged.write("{}\n\n[1]\nnonsense\n{\"at\":-1,\"latency\":1}\n{\"at\":5,\"state\":\"unheardOf\"}\n");
    damaged.write(QByteArray(100'000, 'x') + '\n');
    damaged.close();
    FlightLog log(m_folder->path());
    QVERIFY(log.append({latency(now, 7)}));
    QCOMPARE(log.read(now), QVector<FlightEntry>{latency(now, 7)});
}

void FlightTest::onlyADayIsRead()
{
    FlightLog log(m_folder->path());
    QVERIFY(log.append({latency(now - FlightLog::window - 1, 1), latency(now - FlightLog::window, 2),
                        latency(now - FlightLog::window + 1, 3), latency(now, 4)}));
    QCOMPARE(log.read(now), (QVector<FlightEntry>{latency(now - FlightLog::window + 1, 3), latency(now, 4)}));
}

void FlightTest::theDayBeginsInTheStateItWasIn()
{
    const qint64 begin = now - FlightLog::window;
    FlightLog log(m_folder->path());
    QVERIFY(log.append({entered(begin - 3 * minute, State::Online), latency(begin - minute, 9), latency(now, 4)}));
    QCOMPARE(log.read(now), (QVector<FlightEntry>{entered(begin, State::Online), latency(now, 4)}));

    QVERIFY(log.append({{now + 1, RecordStopped{}}}));
    QVERIFY(log.read(now + 1 + FlightLog::window).isEmpty()); // nobody was there when that day began
}

void FlightTest::sizeIsBounded()
{
    constexpr qint64 segment = 2'000;
    FlightLog log(m_folder->path(), segment);
    for (int i = 0; i < 1'000; ++i) {
        QVERIFY(log.append({latency(now + i, i)}));
        QVERIFY(QFile(file(QStringLiteral("flight.jsonl"))).size() <= segment);
        QVERIFY(QFile(file(QStringLiteral("flight.old.jsonl"))).size() <= segment);
    }
    // The newest are there, without a gap, and at least one file full of them.
    const QVector<FlightEntry> kept = log.read(now + 999);
    QVERIFY2(kept.size() > segment / 50, qPrintable(QString::number(kept.size())));
    QCOMPARE(kept.last(), latency(now + 999, 999));
    for (qsizetype i = 1; i < kept.size(); ++i)
        QCOMPARE(kept[i].at, kept[i - 1].at + 1);
}

void FlightTest::aTornLineCostsItself()
{
    FlightLog log(m_folder->path());
    QVERIFY(log.append({latency(now - 2, 1), latency(now - 1, 2)}));
    const QString name = file(QStringLiteral("flight.jsonl"));
    for (qint64 size = QFile(name).size() - 1; size > 0; --size) {
        QVERIFY(QFile::resize(name, size)); // as a crash leaves it, at every place
        const qsizetype before = log.read(now).size();
        QVERIFY(log.append({latency(now, 3)}));
        const QVector<FlightEntry> read = log.read(now);
        QCOMPARE(read.last(), latency(now, 3));
        QVERIFY(read.size() == before + 1);
        QVERIFY(QFile::resize(name, size));
    }
}

void FlightTest::aClockSetBackKeepsTheOrder()
{
    FlightLog log(m_folder->path());
    QVERIFY(log.append(
        {latency(now + 50 * minute, 1), latency(now + 51 * minute, 2), latency(now - minute, 3), latency(now, 4)}));
    QCOMPARE(log.read(now), (QVector<FlightEntry>{latency(now - minute, 1), latency(now - minute, 2),
                                                  latency(now - minute, 3), latency(now, 4)}));
}

void FlightTest::aFolderThatCannotBeWrittenIsSaid()
{
    FlightLog log(file(QStringLiteral("missing/folder")));
    const auto written = log.append({latency(now, 1)});
    QVERIFY(!written);
    QCOMPARE(written.error().code, QStringLiteral("storage.failed"));
    QVERIFY(!written.error().message.isEmpty());
    QVERIFY(log.read(now).isEmpty());
}

void FlightTest::aFullDiskIsSaidAndWrittenAgainLater()
{
    if (!QFile::exists(QStringLiteral("/dev/full")))
        QSKIP("No full disk here");
    // The real error of a full disk, on the first write.
    const QString name = file(QStringLiteral("flight.jsonl"));
    QVERIFY(QFile::link(QStringLiteral("/dev/full"), name));
    const auto clock = std::make_shared<FakeClock>(milliseconds(now));
    FlightRecorder recorder(m_folder->path(), clock);
    FlightRecord record;
    wait(recorder.read(), record);
    QVERIFY(record.problem);
    QVERIFY(record.entries.isEmpty());

    QVERIFY(QFile::remove(name)); // there is room again
    Status status;
    status.state = State::Connecting;
    recorder.observe(status);
    wait(recorder.read(), record);
    QVERIFY(!record.problem);
    QCOMPARE(record.entries, QVector<FlightEntry>{entered(now, State::Connecting)});
}

void FlightTest::recordsWhatChanges()
{
    const auto clock = std::make_shared<FakeClock>(milliseconds(now));
    {
        FlightRecorder recorder(m_folder->path(), clock);
        Status status;
        recorder.observe(status); // offline from the beginning: nothing new
        clock->advance(1s);
        status.state = State::Online;
        status.transport = QStringLiteral("HTTP polling");
        status.latencies.append({clock->utc().count(), 30});
        recorder.observe(status);
        recorder.observe(status);
        clock->advance(1s);
        status.state = State::Waiting;
        status.transport.clear();
        status.history.prepend(
            {now, State::Waiting, QStringLiteral("No heartbeat for 45 s"), QStringLiteral("connection.lost")});
        recorder.observe(status);
        clock->advance(1s);
    }
    const QVector<FlightEntry> expected{
        {now, RecordStarted{}},
        entered(now + 1'000, State::Online),
        {now + 1'000, TransportTaken{QStringLiteral("HTTP polling")}},
        latency(now + 1'000, 30),
        {now + 2'000,
         StateEntered{State::Waiting, QStringLiteral("connection.lost"), QStringLiteral("No heartbeat for 45 s")}},
        {now + 3'000, RecordStopped{}},
    };
    QCOMPARE(FlightLog(m_folder->path()).read(now + 3'000), expected);
}

void FlightTest::exportsNoSecret()
{
    const QString token = QStringLiteral("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.Zm9vYmFyYmF6cXV4Zm9vYmFy");
    const QString message = QStringLiteral("the launch is on Monday");
    const QStringList secrets{token, message, QStringLiteral("Ada Lovelace"), QStringLiteral("hunter2"),
                              QStringLiteral("9f3c1a5e-0000-4000-8000-00805f9b34fb")};
    const auto clock = std::make_shared<FakeClock>(milliseconds(now));
    FlightRecorder recorder(m_folder->path(), clock);
    Status status;
    const auto fail = [&](const char *code, const QString &words) {
        status.state = status.state == State::Waiting ? State::Connecting : State::Waiting;
        status.history.prepend({now, status.state, words, QString::fromLatin1(code)});
        recorder.observe(status);
    };
    for (const QString &secret : secrets) {
        fail("account.other", QStringLiteral("What is kept here belongs to %1").arg(secret));
        fail("server.odd", secret); // whatever a server writes
        fail("auth.invalid", secret);
    }
    fail("connection.lost", QStringLiteral("https://ada:hunter2@desk.example.org/?token=hunter2 is gone"));
    fail("connection.lost", QStringLiteral("The server closed: ") + token);
    fail("connection.lost", QStringLiteral("stream conversation:9f3c1a5e-0000-4000-8000-00805f9b34fb"));

    FlightRecord record;
    wait(recorder.read(), record);
    const QByteArray json =
        exported(record, QStringLiteral("https://ada:hunter2@desk.example.org/?token=%1#x").arg(token));
    const QByteArray kept = content(QStringLiteral("flight.jsonl"));
    for (const QString &secret : secrets) {
        QVERIFY2(!json.contains(secret.toUtf8()), qPrintable(secret));
        QVERIFY2(!kept.contains(secret.toUtf8()), qPrintable(secret));
    }
    // What helps is there all the same.
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    QCOMPARE(object[QLatin1String("server")].toString(), QStringLiteral("https://desk.example.org/"));
    QCOMPARE(object[QLatin1String("entries")].toArray().size(), record.entries.size());
    QVERIFY(json.contains("https://desk.example.org/ is gone"));
    QVERIFY(json.contains("account.other"));
}

QTEST_GUILESS_MAIN(FlightTest)
#include "FlightTest.moc"
