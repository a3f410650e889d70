// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the power away from the client's store and the server's storage at moments that a seed chooses:
//   power-loss [--first N] [--count N] [--synchronous off|normal] [--lost PART]…
// A seed that fails is printed with what was lost; it is repeated with --first SEED --count 1. With --synchronous the
// databases are told to sync less than they ask for; --lost names a part (client, server) that must lose something
// then: a test of this test.
#include "ClientRun.h"
#include "ServerRun.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>

#include <cstdio>

using namespace frontdesk::powerloss;

namespace {

struct Part {
    const char *name;
    Outcome (*run)(const QString &, std::uint64_t, const ForcedPragmas &);
};

constexpr Part parts[] = {{"client", runClient}, {"server", runServer}};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption first(QStringLiteral("first"), QStringLiteral("The first seed."), QStringLiteral("N"),
                                   QStringLiteral("1"));
    const QCommandLineOption count(QStringLiteral("count"), QStringLiteral("How many seeds."), QStringLiteral("N"),
                                   QStringLiteral("1"));
    const QCommandLineOption synchronous(QStringLiteral("synchronous"), QStringLiteral("PRAGMA synchronous."),
                                         QStringLiteral("level"));
    const QCommandLineOption lost(QStringLiteral("lost"), QStringLiteral("A part that must lose something."),
                                  QStringLiteral("part"));
    parser.addOptions({first, count, synchronous, lost});
    parser.addHelpOption();
    parser.process(application);
    const std::uint64_t begin = parser.value(first).toULongLong();
    const std::uint64_t end = begin + parser.value(count).toULongLong();
    ForcedPragmas forced;
    if (parser.isSet(synchronous))
        forced.insert("synchronous", parser.value(synchronous).toLatin1());

    bool asExpected = true;
    for (const Part &part : parts) {
        QElapsedTimer clock;
        clock.start();
        const bool mustLose = parser.values(lost).contains(QLatin1String(part.name));
        int failed = 0;
        int losses = 0;
        int acknowledged = 0;
        for (std::uint64_t seed = begin; seed < end; ++seed) {
            // Few pages, so that a short life has many checkpoints; some more, so that not every change has one.
            forced["wal_autocheckpoint"] = QByteArray::number(seed % 2 ? 10 : 120);
            const QTemporaryDir folder;
            const Outcome outcome = part.run(folder.path(), seed, forced);
            losses += outcome.losses;
            acknowledged += outcome.acknowledged;
            if (outcome.ok())
                continue;
            ++failed;
            if (mustLose)
                continue;
            std::printf("%s, seed %llu, %s\nAgain: %s --first %llu --count 1\n", part.name,
                        static_cast<unsigned long long>(seed), qPrintable(outcome.problem), argv[0],
                        static_cast<unsigned long long>(seed));
            std::fflush(stdout);
        }
        std::printf("%s: %llu seeds, %d lost something, %d losses of power, %d acknowledged changes, %lld s\n",
                    part.name, static_cast<unsigned long long>(end - begin), failed, losses, acknowledged,
                    static_cast<long long>(clock.elapsed() / 1000));
        asExpected = asExpected && (failed > 0) == mustLose;
    }
    return asExpected ? 0 : 1;
}
