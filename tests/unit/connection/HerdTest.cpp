// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/ConnectionMachine.h"

#include <QtTest/QTest>
#include <queue>

#include <algorithm>
#include <random>

using namespace frontdesk;
using namespace frontdesk::connection;
using namespace std::chrono_literals;

namespace {

constexpr int clients = 2'000;
constexpr milliseconds refusal = 1ms;    // a port that nobody listens on says so at once
constexpr milliseconds signInTime = 1ms; // of the server, one client after the other

/// What the server said to a client before it went: how long it is to be left alone.
using Hint = std::function<milliseconds(int client)>;

/// When which client asked for a connection, and when all were online again. The server is there again at time 0.
struct Return {
    std::vector<milliseconds> attempts;
    milliseconds allBack{};

    /// The most attempts that fall into any stretch of that length.
    [[nodiscard]] int mostWithin(milliseconds length) const
    {
        int most = 0;
        for (auto first = attempts.begin(), last = attempts.begin(); last != attempts.end(); ++last) {
            while (*last - *first >= length)
                ++first;
            most = std::max(most, int(last - first) + 1);
        }
        return most;
    }
    [[nodiscard]] QString histogram() const
    {
        const milliseconds width = std::max<milliseconds>(100ms, (allBack / 20 + 99ms) / 100ms * 100ms);
        QString drawn;
        for (milliseconds at{}; at <= allBack; at += width) {
            const auto count = std::count_if(attempts.begin(), attempts.end(), [&](milliseconds attempt) {
                return attempt >= at && attempt < at + width;
            });
            drawn +=
                QStringLiteral("\n%1 ms %2 %3").arg(at.count(), 7).arg(count, 5).arg(QString(int(count / 10), u'#'));
        }
        return drawn;
    }
};

/// All clients lose the server at once; it is gone for a while, and then takes one after the other.
Return comeBack(milliseconds goneFor, const Hint &hint, const std::function<ReconnectPolicy::Random(int)> &chance)
{
    std::vector<ConnectionMachine> machines;
    using Due = std::pair<milliseconds, int>; // when, and which client
    std::priority_queue<Due, std::vector<Due>, std::greater<>> due;
    for (int i = 0; i < clients; ++i) {
        ConnectionMachine &machine = machines.emplace_back(ReconnectPolicy(chance(i)));
        const milliseconds before = -goneFor - 1h; // online for long
        for (const Event event :
             {Event::ConnectRequested, Event::TransportOpened, Event::SessionReady, Event::CaughtUp})
            machine.handle(event, before);
        machine.handle(Event::Lost, -goneFor, hint(i));
        due.emplace(*machine.deadline(), i);
    }
    Return result;
    milliseconds serverFree{};
    while (!due.empty()) {
        const auto [now, i] = due.top();
        due.pop();
        ConnectionMachine &machine = machines[std::size_t(i)];
        machine.handle(Event::DeadlineReached, now);
        if (now < 0ms) {
            machine.handle(Event::Lost, now + refusal);
            due.emplace(*machine.deadline(), i);
            continue;
        }
        result.attempts.push_back(now);
        const milliseconds served = std::max(now, serverFree) + signInTime;
        if (served > *machine.deadline()) { // gives up before its turn comes
            const milliseconds givenUp = *machine.deadline();
            machine.handle(Event::DeadlineReached, givenUp);
            due.emplace(*machine.deadline(), i);
            continue;
        }
        serverFree = served;
        for (const Event event : {Event::TransportOpened, Event::SessionReady, Event::CaughtUp})
            machine.handle(event, served);
        result.allBack = std::max(result.allBack, served);
    }
    return result;
}

ReconnectPolicy::Random evenChance(int client)
{
    return [engine = std::mt19937_64(std::uint64_t(client))]() mutable { return double(engine() >> 11) * 0x1.0p-53; };
}

} // namespace

/// A server with 2 000 clients that is started again is not run over by them. The figures are in docs/connection.md.
class HerdTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackSpreadOut_data();
    void comesBackSpreadOut();
    void withoutChanceItWouldBeAHerd();
};

void HerdTest::comesBackSpreadOut_data()
{
    QTest::addColumn<int>("goneMs");
    QTest::addColumn<int>("leftAloneMs");  // what the server asks of every client alike
    QTest::addColumn<int>("betweenTwoUs"); // what it adds from one client to the next
    QTest::addColumn<int>("most100ms");
    QTest::addColumn<int>("most1s");
    QTest::addColumn<int>("allBackMs");
    QTest::newRow("a cut without a word") << 0 << 0 << 0 << 260 << 2'000 << 3'000;
    QTest::newRow("killed, and back after 3 s") << 3'000 << 0 << 0 << 100 << 700 << 25'000;
    QTest::newRow("killed, and back after a minute") << 60'000 << 0 << 0 << 40 << 200 << 31'000;
    QTest::newRow("stopped, and back at once") << 0 << 0 << 2'000 << 90 << 600 << 6'000;
    QTest::newRow("stopped, and back after 3 s") << 3'000 << 0 << 2'000 << 160 << 1'300 << 20'000;
    QTest::newRow("asked to stay away for the same time") << 0 << 5'000 << 0 << 260 << 2'000 << 8'000;
}

void HerdTest::comesBackSpreadOut()
{
    QFETCH(int, goneMs);
    QFETCH(int, leftAloneMs);
    QFETCH(int, betweenTwoUs);
    QFETCH(int, most100ms);
    QFETCH(int, most1s);
    QFETCH(int, allBackMs);
    const auto hint = [=](int client) { return milliseconds(leftAloneMs + client * betweenTwoUs / 1'000); };
    const Return result = comeBack(milliseconds(goneMs), hint, evenChance);
    qInfo("%d in 100 ms, %d in 1 s at most; all back after %lld ms; %zu attempts%s", result.mostWithin(100ms),
          result.mostWithin(1s), static_cast<long long>(result.allBack.count()), result.attempts.size(),
          qPrintable(result.histogram()));
    QVERIFY(result.mostWithin(100ms) <= most100ms);
    QVERIFY(result.mostWithin(1s) <= most1s);
    QVERIFY(result.allBack <= milliseconds(allBackMs));
}

void HerdTest::withoutChanceItWouldBeAHerd()
{
    const Return result = comeBack(
        3s, [](int) { return 0ms; }, [](int) { return [] { return 1.0; }; });
    QCOMPARE(result.mostWithin(100ms), clients);
}

QTEST_GUILESS_MAIN(HerdTest)
#include "HerdTest.moc"
