// SPDX-License-Identifier: GPL-3.0-or-later
#include "History.h"

#include <QtTest/QTest>

#include <set>

using namespace frontdesk::torture;

/// What a seed says.
class HistoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSeedSaysTheSameEachTime();
    void everythingHappens();
    void everythingIsWellInTheEnd();
};

namespace {

QStringList wordsOf(const QVector<Step> &history)
{
    QStringList words;
    for (const Step &step : history)
        words.append(describe(step));
    return words;
}

} // namespace

void HistoryTest::aSeedSaysTheSameEachTime()
{
    QCOMPARE(wordsOf(historyOf(7)), wordsOf(historyOf(7)));
    QVERIFY(wordsOf(historyOf(7)) != wordsOf(historyOf(8)));
}

void HistoryTest::everythingHappens()
{
    std::set<std::size_t> kinds;
    std::set<DiskState> disks;
    bool killedWhileSending = false;
    for (std::uint64_t seed = 1; seed <= 50; ++seed)
        for (const Step &step : historyOf(seed)) {
            kinds.insert(step.index());
            if (const auto *disk = std::get_if<SetDisk>(&step))
                disks.insert(disk->state);
            if (const auto *send = std::get_if<Send>(&step))
                killedWhileSending = killedWhileSending || send->killedAfter;
        }
    QCOMPARE(kinds.size(), std::variant_size_v<Step>);
    QCOMPARE(disks.size(), std::size_t(3));
    QVERIFY(killedWhileSending);
}

void HistoryTest::everythingIsWellInTheEnd()
{
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        const QVector<Step> history = historyOf(seed);
        bool mended = false;
        std::set<Computer> last;
        for (const Step &step : history) {
            if (const auto *send = std::get_if<Send>(&step); send && mended)
                last.insert(send->person);
            mended = std::holds_alternative<MendAll>(step) ||
                     (mended && (std::holds_alternative<Retry>(step) || std::holds_alternative<Send>(step)));
        }
        QVERIFY(mended);
        QCOMPARE(last.size(), people.size());
    }
}

QTEST_GUILESS_MAIN(HistoryTest)
#include "HistoryTest.moc"
