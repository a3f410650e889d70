// SPDX-License-Identifier: GPL-3.0-or-later
// Histories of real programs to which everything happens that a seed says:
//   torture [--first N] [--count N] [--parallel N] [--haste N]
//   torture --means
// A seed that fails is printed with its history and the promises that were not kept; it is repeated with
// --first SEED --count 1. --means says what this machine cannot do to the programs, and ends with 77 if there is
// anything.
#include "History.h"
#include "Play.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QThread>

#include <atomic>
#include <cstdio>
#include <mutex>

using namespace frontdesk;
using namespace frontdesk::torture;

namespace {

constexpr int skipped = 77; // CTest's SKIP_RETURN_CODE

/// What this machine has; what it has not is said.
Means findMeans()
{
    Means means;
    const QString noMounts = enterOwnMounts();
    means.disks = noMounts.isEmpty();
    if (!means.disks)
        std::printf("SKIP full and read-only disks, jumps of clocks: %s\n", qPrintable(noMounts));
    else if (QFile::exists(QStringLiteral(CLOCK_LIBRARY)))
        means.clocks = QStringLiteral(CLOCK_LIBRARY);
    else
        std::printf("SKIP jumps of clocks: libfaketime is not used in this build\n");
    return means;
}

/// What was done to the programs, and what came of it.
struct Sum {
    int failed = 0;
    int steps = 0;
    int notDone = 0;
    int kills = 0;
    int links = 0;
    int disks = 0;
    int clocks = 0;
    int restored = 0;
    int noticed = 0;
    int offered = 0;
    int messages = 0;
    int edited = 0;
    int conflicts = 0;
    int hidden = 0;
    int records = 0;
    int recordChanges = 0;
    milliseconds longest{};

    void add(const QVector<Step> &history, const Verdict &verdict)
    {
        failed += verdict.ok() ? 0 : 1;
        steps += int(history.size());
        notDone += verdict.notDone;
        noticed += verdict.noticed;
        offered += verdict.offered;
        messages += verdict.messages;
        edited += verdict.edited;
        conflicts += verdict.conflicts;
        hidden += verdict.hidden;
        records += verdict.records;
        recordChanges += verdict.recordChanges;
        longest = std::max(longest, verdict.took);
        for (const Step &step : history)
            std::visit(Overloaded{[this](const Kill &) { ++kills; },
                                  [this](const Send &send) { kills += send.killedAfter ? 1 : 0; },
                                  [this](const Strike &) { ++links; },
                                  [this](const SetDisk &disk) { disks += disk.state == DiskState::Well ? 0 : 1; },
                                  [this](const SetClock &) { ++clocks; }, [this](const RestoreCopy &) { ++restored; },
                                  [](const auto &) {}},
                       step);
    }
    void print(std::uint64_t seeds, qint64 took) const
    {
        std::printf(
            "%llu seeds, %d failed, %d steps of which %d were not possible: %d kills, %d struck links, %d full or "
            "read-only disks, %d jumps of clocks, %d restored servers noticed by %d people; %d messages, %d of "
            "them edited, %d records of the CRM, %d changes of records, %d hidden from somebody, %d conflicts, %d "
            "refused commands offered; the "
            "longest run %lld ms, all %lld s\n",
            static_cast<unsigned long long>(seeds), failed, steps, notDone, kills, links, disks, clocks, restored,
            noticed, messages, edited, records, recordChanges, hidden, conflicts, offered,
            static_cast<long long>(longest.count()), static_cast<long long>(took / 1000));
    }
};

void print(std::uint64_t seed, const Verdict &verdict, const char *program)
{
    std::printf("seed %llu FAILED after %lld ms: %s\n", static_cast<unsigned long long>(seed),
                static_cast<long long>(verdict.took.count()), qPrintable(verdict.trouble));
    for (const Broken &broken : verdict.broken)
        std::printf("  not kept: %s: %s\n", qPrintable(broken.promise), qPrintable(broken.words));
    std::printf("Its history:\n");
    for (const QString &step : verdict.trace)
        std::printf("  %s\n", qPrintable(step));
    std::printf("What the programs said:\n%s\nAgain: %s --first %llu --count 1\n", qPrintable(verdict.programs),
                program, static_cast<unsigned long long>(seed));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    Means means = findMeans(); // while there is one thread
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption first(QStringLiteral("first"), QStringLiteral("The first seed."), QStringLiteral("N"),
                                   QStringLiteral("1"));
    const QCommandLineOption count(QStringLiteral("count"), QStringLiteral("How many seeds."), QStringLiteral("N"),
                                   QStringLiteral("1"));
    const QCommandLineOption parallel(QStringLiteral("parallel"), QStringLiteral("Runs side by side."),
                                      QStringLiteral("N"), QStringLiteral("2"));
    const QCommandLineOption haste(QStringLiteral("haste"), QStringLiteral("Times are so much longer."),
                                   QStringLiteral("N"), QStringLiteral("1"));
    const QCommandLineOption onlyMeans(QStringLiteral("means"), QStringLiteral("Say what cannot be done here."));
    parser.addOptions({first, count, parallel, haste, onlyMeans});
    parser.addHelpOption();
    parser.process(application);
    if (parser.isSet(onlyMeans))
        return means.disks && !means.clocks.isEmpty() ? 0 : skipped;
    const auto number = [&](const QCommandLineOption &option) { return parser.value(option).toULongLong(); };
    const std::uint64_t begin = number(first);
    const std::uint64_t end = begin + number(count);
    means.haste = int(number(haste));

    QElapsedTimer clock;
    clock.start();
    fault::Scene scene;
    if (const QString problem = scene.prepare(); !problem.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(problem));
        return 1;
    }

    std::atomic<std::uint64_t> next = begin;
    std::mutex mutex;
    Sum sum;
    const auto work = [&] {
        for (std::uint64_t seed = next++; seed < end; seed = next++) {
            const QVector<Step> history = historyOf(seed);
            const Verdict verdict = play(history, seed, scene, means);
            const std::lock_guard lock(mutex);
            sum.add(history, verdict);
            if (!verdict.ok())
                print(seed, verdict, argv[0]);
        }
    };
    std::vector<std::unique_ptr<QThread>> threads;
    for (std::uint64_t i = 0; i < number(parallel); ++i) {
        threads.emplace_back(QThread::create(work));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();

    sum.print(end - begin, clock.elapsed());
    return sum.failed == 0 ? 0 : 1;
}
