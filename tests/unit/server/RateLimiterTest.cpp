// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/RateLimiter.h"

#include <QtTest/QTest>

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
        return limiter.takeLater(RateClass::Message, u"ada"_s, now);
    };
    QCOMPARE(delay(0ms), 0ms);
    QCOMPARE(delay(0ms), 0ms);
    QCOMPARE(delay(0ms), 1s);
    QCOMPARE(delay(0ms), 2s);
    QCOMPARE(delay(1s), 2s); // each has its own place
    QCOMPARE(delay(1h), 0ms);
    RateLimiter all(RateLimits::unlimited());
    QCOMPARE(all.takeLater(RateClass::Message, u"ada"_s, 0ms), 0ms);
}

QTEST_APPLESS_MAIN(RateLimiterTest)
#include "RateLimiterTest.moc"
