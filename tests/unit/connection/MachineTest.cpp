// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/ConnectionMachine.h"
#include "connection/WakeDetector.h"

#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::connection;
using namespace std::chrono_literals;

namespace {

ReconnectPolicy::Random always(double value)
{
    return [value] { return value; };
}

/// A machine that waits as long as its policy allows.
ConnectionMachine patient()
{
    return ConnectionMachine(ReconnectPolicy(always(1.0)));
}

void goOnline(ConnectionMachine &machine, milliseconds now)
{
    if (machine.state() != State::Connecting)
        machine.handle(Event::ConnectRequested, now);
    machine.handle(Event::TransportOpened, now);
    machine.handle(Event::SessionReady, now);
    machine.handle(Event::CaughtUp, now);
}

/// How long the machine waits after losing the connection now.
milliseconds lose(ConnectionMachine &machine, milliseconds now, milliseconds leastDelay = 0ms)
{
    machine.handle(Event::Lost, now, leastDelay);
    return *machine.deadline() - now;
}

} // namespace

class MachineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void delaysDoubleUpToTheCap();
    void delaysAreSpreadFromZeroToTheCeiling();
    void everyStepHasItsOwnDeadline();
    void catchingUpMayTakeLongWhileItGoesOn();
    void attemptsAreCountedSinceTheLastTimeOnline();
    void shortUptimeKeepsTheDelayGrowing();
    void stableUptimeStartsWithAShortDelayAgain();
    void thePersonsWishStartsWithAShortDelayAgain();
    void theServersWishToWaitIsKept();
    void whatTheTableDoesNotNameMovesNothing();
    void sleepIsNoticed();
};

void MachineTest::delaysDoubleUpToTheCap()
{
    ReconnectPolicy policy(always(1.0));
    const QVector<milliseconds> expected{1s, 2s, 4s, 8s, 16s, 30s, 30s, 30s};
    for (const milliseconds ceiling : expected)
        QCOMPARE(policy.next(), ceiling);
    policy.reset();
    QCOMPARE(policy.next(), 1s);
}

void MachineTest::delaysAreSpreadFromZeroToTheCeiling()
{
    constexpr int clients = 10'000;
    constexpr int slices = 10;
    QVector<int> counts(slices);
    for (int client = 0; client < clients; ++client) {
        ReconnectPolicy policy(systemRandom());
        for (int attempt = 0; attempt < 6; ++attempt)
            policy.next();
        const milliseconds delay = policy.next();
        QVERIFY(delay >= 0ms && delay < ReconnectPolicy::lastCeiling);
        ++counts[int(delay.count() * slices / ReconnectPolicy::lastCeiling.count())];
    }
    // Ten standard deviations: a thousand clients in each slice, give or take thirty.
    for (const int count : std::as_const(counts))
        QVERIFY2(count > 700 && count < 1'300, qPrintable(QString::number(count)));
}

void MachineTest::everyStepHasItsOwnDeadline()
{
    ConnectionMachine machine = patient();
    QVERIFY(!machine.deadline());
    machine.handle(Event::ConnectRequested, 0s);
    QCOMPARE(machine.deadline(), Timing().connecting);
    machine.handle(Event::TransportOpened, 3s);
    QCOMPARE(machine.deadline(), 3s + Timing().authenticating);
    machine.handle(Event::SessionReady, 4s);
    QCOMPARE(machine.deadline(), 4s + Timing().catchingUp);
    machine.handle(Event::CaughtUp, 5s);
    QVERIFY(!machine.deadline());

    machine.handle(Event::ConnectRequested, 6s);
    QCOMPARE(machine.handle(Event::DeadlineReached, 21s), Action::Retry);
    QCOMPARE(machine.state(), State::Waiting);
    QCOMPARE(machine.handle(Event::DeadlineReached, *machine.deadline()), Action::Open);
}

void MachineTest::catchingUpMayTakeLongWhileItGoesOn()
{
    ConnectionMachine machine = patient();
    machine.handle(Event::ConnectRequested, 0s);
    machine.handle(Event::TransportOpened, 0s);
    machine.progressed(1s);
    QCOMPARE(machine.deadline(), Timing().authenticating);
    machine.handle(Event::SessionReady, 2s);
    machine.progressed(50s);
    QCOMPARE(machine.deadline(), 50s + Timing().catchingUp);
}

void MachineTest::attemptsAreCountedSinceTheLastTimeOnline()
{
    ConnectionMachine machine = patient();
    machine.handle(Event::ConnectRequested, 0s);
    QCOMPARE(machine.attempt(), 1);
    machine.handle(Event::Lost, 1s);
    QCOMPARE(machine.attempt(), 1);
    machine.handle(Event::DeadlineReached, 2s);
    QCOMPARE(machine.attempt(), 2);
    goOnline(machine, 3s);
    QCOMPARE(machine.attempt(), 0);
    machine.handle(Event::Lost, 4s);
    machine.handle(Event::NetworkChanged, 5s);
    QCOMPARE(machine.attempt(), 1);
}

void MachineTest::shortUptimeKeepsTheDelayGrowing()
{
    ConnectionMachine machine = patient();
    goOnline(machine, 0s);
    QCOMPARE(lose(machine, 1s), 1s);
    machine.handle(Event::DeadlineReached, 2s);
    goOnline(machine, 2s);
    QCOMPARE(lose(machine, 2s + Timing().stableUptime - 1ms), 2s);
}

void MachineTest::stableUptimeStartsWithAShortDelayAgain()
{
    ConnectionMachine machine = patient();
    goOnline(machine, 0s);
    lose(machine, 1s);
    machine.handle(Event::DeadlineReached, 2s);
    goOnline(machine, 2s);
    QCOMPARE(lose(machine, 2s + Timing().stableUptime), 1s);
}

void MachineTest::thePersonsWishStartsWithAShortDelayAgain()
{
    ConnectionMachine machine = patient();
    machine.handle(Event::ConnectRequested, 0s);
    QCOMPARE(lose(machine, 0s), 1s);
    machine.handle(Event::DeadlineReached, 1s);
    QCOMPARE(lose(machine, 1s), 2s);
    QCOMPARE(machine.handle(Event::ConnectRequested, 2s), Action::Open);
    QCOMPARE(lose(machine, 2s), 1s);
    QCOMPARE(machine.handle(Event::NetworkChanged, 3s), Action::Open);
    QCOMPARE(lose(machine, 3s), 1s);
}

void MachineTest::theServersWishToWaitIsKept()
{
    for (const double chance : {0.0, 0.5, 1.0}) { // and not all come back at once at its end
        ConnectionMachine machine(ReconnectPolicy(always(chance)));
        machine.handle(Event::ConnectRequested, 0s);
        QCOMPARE(lose(machine, 0s, 7s), 7s + milliseconds(int(1'000 * chance)));
    }
}

void MachineTest::whatTheTableDoesNotNameMovesNothing()
{
    ConnectionMachine machine = patient();
    machine.handle(Event::ConnectRequested, 0s);
    const auto deadline = machine.deadline();
    QCOMPARE(machine.handle(Event::CaughtUp, 5s), Action::None);
    QCOMPARE(machine.state(), State::Connecting);
    QCOMPARE(machine.deadline(), deadline);
}

void MachineTest::sleepIsNoticed()
{
    constexpr milliseconds tick = 5s;
    FakeClock clock;
    WakeDetector detector(tick);
    QVERIFY(!detector.observe(clock));
    clock.advance(tick + 3s); // a busy machine
    QVERIFY(!detector.observe(clock));
    clock.jumpUtc(1h); // asleep where the monotonic clock stands still meanwhile
    QVERIFY(detector.observe(clock));
    clock.advance(tick);
    QVERIFY(!detector.observe(clock));
    clock.advance(1h); // asleep where it goes on
    QVERIFY(detector.observe(clock));
}

QTEST_GUILESS_MAIN(MachineTest)
#include "MachineTest.moc"
