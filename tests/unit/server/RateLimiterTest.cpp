// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/live/Throttle.h"

#include <QtTest/QTest>

#include <array>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk::server;
using namespace std::chrono_literals;

/// Token buckets, with the time in the test's hand.
class RateLimiterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBurstThenTheRate();
    void whatIsSaidToWaitIsEnough();
    void theTableIsInTheOrderOfItsClasses();
    void everybodyHasTheirOwn();
    void classesDoNotMix();
    void unlimitedIsNeverRefused();
    void refusalsOfOneEpisodeAreToldApart();
    void theNumberOfBucketsIsBounded();
    void whatIsSlowedDownComesAtTheRate();
    void whatWouldWaitTooLongIsNotTaken();
    void anImportIsNeverHeldUp();
    void aNameIsCountedInAFewCharacters();

private:
    static RateLimits limits(Rate rate)
    {
        RateLimits limits = RateLimits::unlimited();
        limits.set(RateClass::Message, rate);
        return limits;
    }
};

void RateLimiterTest::aBurstThenTheRate()
{
    RateLimiter limiter(limits({.perMinute = 60, .burst = 30}));
    for (int i = 0; i < 30; ++i)
        QVERIFY(limiter.take(RateClass::Message, u"ada"_s, 0ms));
    QVERIFY(!limiter.take(RateClass::Message, u"ada"_s, 0ms));
    int taken = 0;
    for (std::chrono::milliseconds at = 0ms; at < 60s; at += 100ms)
        taken += limiter.take(RateClass::Message, u"ada"_s, at) ? 1 : 0;
    QCOMPARE(taken, 59); // the sixtieth is due when the minute is over
    int later = 0;       // a bucket that rests fills up to its burst, and not beyond
    while (limiter.take(RateClass::Message, u"ada"_s, 24h))
        ++later;
    QCOMPARE(later, 30);
}

void RateLimiterTest::whatIsSaidToWaitIsEnough()
{
    RateLimiter limiter(limits({.perMinute = 7, .burst = 1}));
    std::chrono::milliseconds now = 5s;
    QVERIFY(limiter.take(RateClass::Message, u"ada"_s, now));
    for (int i = 0; i < 100; ++i) {
        const auto verdict = limiter.take(RateClass::Message, u"ada"_s, now);
        QVERIFY(!verdict);
        QVERIFY(!limiter.take(RateClass::Message, u"ada"_s, now + *verdict.retryAfter - 2ms)); // and no more than that
        now += *verdict.retryAfter;
        QVERIFY(limiter.take(RateClass::Message, u"ada"_s, now));
    }
}

void RateLimiterTest::theTableIsInTheOrderOfItsClasses()
{
    const RateLimits usual;
    for (const NamedRate &row : rateTable) {
        QCOMPARE(nameOf(row.rateClass), row.name);
        QCOMPARE(usual.of(row.rateClass).perMinute, row.usual.perMinute);
        QVERIFY(!row.usual.isUnlimited() && row.usual.burst >= 1);
    }
    QCOMPARE(usual.of(RateClass::Message).perMinute, 60.0);
}

void RateLimiterTest::everybodyHasTheirOwn()
{
    RateLimiter limiter(limits({.perMinute = 60, .burst = 1}));
    QVERIFY(limiter.take(RateClass::Message, u"ada"_s, 0ms));
    QVERIFY(!limiter.take(RateClass::Message, u"ada"_s, 0ms));
    QVERIFY(limiter.take(RateClass::Message, u"sam"_s, 0ms));
}

void RateLimiterTest::classesDoNotMix()
{
    RateLimits both = limits({.perMinute = 60, .burst = 1});
    both.set(RateClass::Command, {.perMinute = 60, .burst = 1});
    RateLimiter limiter(both);
    QVERIFY(limiter.take(RateClass::Message, u"ada"_s, 0ms));
    QVERIFY(!limiter.take(RateClass::Message, u"ada"_s, 0ms));
    QVERIFY(limiter.take(RateClass::Command, u"ada"_s, 0ms));
}

void RateLimiterTest::unlimitedIsNeverRefused()
{
    RateLimiter limiter(RateLimits::unlimited());
    for (int i = 0; i < 100'000; ++i)
        QVERIFY(limiter.take(RateClass::Message, u"ada"_s, 0ms));
}

void RateLimiterTest::refusalsOfOneEpisodeAreToldApart()
{
    RateLimiter limiter(limits({.perMinute = 60, .burst = 1}));
    QVERIFY(limiter.take(RateClass::Message, u"ada"_s, 0ms));
    QVERIFY(limiter.take(RateClass::Message, u"ada"_s, 0ms).first);
    QVERIFY(!limiter.take(RateClass::Message, u"ada"_s, 1ms).first);
    QVERIFY(limiter.take(RateClass::Message, u"ada"_s, 1s));
    QVERIFY(limiter.take(RateClass::Message, u"ada"_s, 1s).first);
}

void RateLimiterTest::theNumberOfBucketsIsBounded()
{
    RateLimiter limiter(limits({.perMinute = 1, .burst = 1}), 3);
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        QVERIFY(limiter.take(RateClass::Message, name, 0ms));
    QVERIFY(!limiter.take(RateClass::Message, u"a"_s, 0ms)); // used again: b is the oldest now
    QVERIFY(limiter.take(RateClass::Message, u"d"_s, 0ms));  // and gives way
    QVERIFY(!limiter.take(RateClass::Message, u"a"_s, 0ms));
    QVERIFY(!limiter.take(RateClass::Message, u"c"_s, 0ms));
    QVERIFY(limiter.take(RateClass::Message, u"b"_s, 0ms));
}

void RateLimiterTest::whatIsSlowedDownComesAtTheRate()
{
    RateLimiter limiter(limits({.perMinute = 60, .burst = 2}));
    const auto delay = [&limiter](std::chrono::milliseconds now) {
        return limiter.takeLater(RateClass::Message, u"ada"_s, now, 1h).wait;
    };
    QCOMPARE(delay(0ms), 0ms);
    QCOMPARE(delay(0ms), 0ms);
    QCOMPARE(delay(0ms), 1s);
    QCOMPARE(delay(0ms), 2s);
    QCOMPARE(delay(1s), 2s); // each has its own place
    QCOMPARE(delay(1h), 0ms);
    RateLimiter all(RateLimits::unlimited());
    QCOMPARE(all.takeLater(RateClass::Message, u"ada"_s, 0ms, 1h).wait, 0ms);
}

void RateLimiterTest::whatWouldWaitTooLongIsNotTaken()
{
    RateLimiter limiter(limits({.perMinute = 60, .burst = 1}));
    const auto take = [&limiter](std::chrono::milliseconds now) {
        return limiter.takeLater(RateClass::Message, u"ada"_s, now, 2s);
    };
    QVERIFY(take(0ms) && take(0ms) && take(0ms)); // now, in 1 s, in 2 s
    const auto refused = take(0ms);
    QVERIFY(!refused && refused.first);
    QCOMPARE(*refused.retryAfter, 1s); // then it waits 2 s
    for (int i = 0; i < 1'000; ++i)
        QVERIFY(!take(0ms) && !take(0ms).first);
    QVERIFY(!take(500ms)); // nor has a refusal cost anything
    const auto later = take(1s);
    QVERIFY(later);
    QCOMPARE(later.wait, 2s);
}

void RateLimiterTest::anImportIsNeverHeldUp()
{
    // As a client sends it: packets of 64, each once one of the two that are under way is answered.
    constexpr int records = 100'000;
    constexpr int packet = 64;
    RateLimiter limiter{RateLimits()};
    std::array<std::chrono::milliseconds, 2> answered{};
    for (int sent = 0; sent < records; sent += packet) {
        std::chrono::milliseconds &next = *std::min_element(answered.begin(), answered.end());
        const std::chrono::milliseconds now = next;
        for (int i = 0; i < packet; ++i) {
            const auto verdict = limiter.takeLater(RateClass::Record, u"ada"_s, now, Throttle::longestDelay);
            QVERIFY(verdict);
            next = std::max(next, now + verdict.wait);
        }
    }
    const std::chrono::milliseconds end = std::max(answered[0], answered[1]);
    QVERIFY2(end >= 49s && end < 49'100ms, qPrintable(QString::number(end.count()))); // 2 000 at once, 2 000 a second
}

void RateLimiterTest::aNameIsCountedInAFewCharacters()
{
    const QString ligature(1'000, QChar(0xfdfa)); // each becomes 18 characters when names are compared
    QCOMPARE(logInNameKey(ligature).size(), 64);
    QCOMPARE(logInNameKey(QString()).size(), 64);
    QCOMPARE(logInNameKey(u"ADA"_s), logInNameKey(u"ada"_s));
    QVERIFY(logInNameKey(u"ada"_s) != logInNameKey(u"sam"_s));
}

QTEST_APPLESS_MAIN(RateLimiterTest)
#include "RateLimiterTest.moc"
