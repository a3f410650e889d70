// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of real clients against a real server while the network between them does what a seed says:
//   fault-seeds [--first N] [--count N] [--parallel N] [--haste N]
// A seed that fails is printed with everything that is known; it is repeated with --first SEED --count 1.
#include "SeedRun.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QThread>

#include <atomic>
#include <cstdio>
#include <mutex>

using namespace frontdesk::fault;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption first(QStringLiteral("first"), QStringLiteral("The first seed."), QStringLiteral("N"),
                                   QStringLiteral("1"));
    const QCommandLineOption count(QStringLiteral("count"), QStringLiteral("How many seeds."), QStringLiteral("N"),
                                   QStringLiteral("1"));
    const QCommandLineOption parallel(QStringLiteral("parallel"), QStringLiteral("Runs side by side."),
                                      QStringLiteral("N"), QStringLiteral("4"));
    const QCommandLineOption haste(QStringLiteral("haste"), QStringLiteral("Times are so much longer."),
                                   QStringLiteral("N"), QStringLiteral("1"));
    parser.addOptions({first, count, parallel, haste});
    parser.addHelpOption();
    parser.process(application);
    const auto number = [&](const QCommandLineOption &option) { return parser.value(option).toULongLong(); };
    const std::uint64_t begin = number(first);
    const std::uint64_t end = begin + number(count);

    QElapsedTimer clock;
    clock.start();
    Scene scene;
    if (const QString problem = scene.prepare(); !problem.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(problem));
        return 1;
    }

    std::atomic<std::uint64_t> next = begin;
    std::mutex mutex;
    FaultProxy::Counts sum;
    int failed = 0;
    int messages = 0;
    milliseconds longest{};
    const auto work = [&] {
        for (std::uint64_t seed = next++; seed < end; seed = next++) {
            const Verdict verdict = run(seed, scene, int(number(haste)));
            const std::lock_guard lock(mutex);
            sum.connections += verdict.counts.connections;
            for (std::size_t i = 0; i < sum.happened.size(); ++i)
                sum.happened.at(i) += verdict.counts.happened.at(i);
            messages += verdict.messages;
            longest = std::max(longest, verdict.took);
            if (verdict.problem.isEmpty())
                continue;
            ++failed;
            std::printf("seed %llu FAILED after %lld ms: %s\nAgain: %s --first %llu --count 1\n",
                        static_cast<unsigned long long>(seed), static_cast<long long>(verdict.took.count()),
                        qPrintable(verdict.problem), argv[0], static_cast<unsigned long long>(seed));
            std::fflush(stdout);
        }
    };
    std::vector<std::unique_ptr<QThread>> threads;
    for (std::uint64_t i = 0; i < number(parallel); ++i) {
        threads.emplace_back(QThread::create(work));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();

    std::printf("%llu seeds, %d failed, %d connections,", static_cast<unsigned long long>(end - begin), failed,
                sum.connections);
    for (const Fault fault : allFaults)
        if (fault != Fault::None)
            std::printf(" %d %s,", sum.happened.at(std::size_t(fault)), nameOf(fault));
    std::printf(" %d messages, the longest run %lld ms, all %lld s\n", messages,
                static_cast<long long>(longest.count()), static_cast<long long>(clock.elapsed() / 1000));
    return failed == 0 ? 0 : 1;
}
