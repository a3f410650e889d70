// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/FlightPicture.h"

#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::connection;
using namespace frontdesk::models;

using Kind = FlightPicture::Kind;

namespace {

constexpr qint64 until = 1'700'000'000'000;
constexpr qint64 hour = qint64(60) * 60 * 1000;
constexpr double slice = 1.0 / 288;

/// So many hours before the end.
qint64 ago(double hours)
{
    return until - qint64(hours * double(hour));
}

FlightEntry entered(double hoursAgo, State state)
{
    return {ago(hoursAgo), StateEntered{state, {}, {}}};
}

FlightEntry measured(double hoursAgo, int latency)
{
    return {ago(hoursAgo), RoundTripMeasured{latency}};
}

QVector<Kind> kindsOf(const FlightPicture &picture)
{
    QVector<Kind> kinds;
    for (const FlightPicture::Span &span : picture.spans)
        kinds.append(span.kind);
    return kinds;
}

/// Spans touch each other, from edge to edge.
void verifyWhole(const FlightPicture &picture)
{
    QCOMPARE(picture.spans.first().from, 0.0);
    QCOMPARE(picture.spans.last().to, 1.0);
    for (qsizetype i = 1; i < picture.spans.size(); ++i)
        QCOMPARE(picture.spans[i].from, picture.spans[i - 1].to);
}

} // namespace

class FlightPictureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingRecorded();
    void aDayOfStates();
    void aShortLossIsSeen();
    void fallingBehindIsNoLoss();
    void aCrashEndsWhatIsKnown();
    void theLongestRoundTripCounts();
    void theCurveBreaksWhereNothingWasMeasured();
};

void FlightPictureTest::nothingRecorded()
{
    const FlightPicture picture = pictureOf({until, {}, {}});
    QCOMPARE(picture.spans, (QVector<FlightPicture::Span>{{0, 1, Kind::Unknown}}));
    QVERIFY(picture.curves.isEmpty());
    QCOMPARE(picture.known, 0);
}

void FlightPictureTest::aDayOfStates()
{
    const FlightPicture picture = pictureOf({until,
                                             {{ago(18), RecordStarted{}},
                                              entered(18, State::Connecting),
                                              entered(17, State::Authenticating),
                                              entered(16, State::CatchingUp),
                                              entered(15, State::Online),
                                              entered(9, State::Waiting),
                                              entered(8, State::Connecting),
                                              entered(6, State::Online),
                                              entered(3, State::SignInNeeded),
                                              {ago(1), RecordStopped{}}},
                                             {}});
    QCOMPARE(kindsOf(picture), (QVector{Kind::Unknown, Kind::Trying, Kind::Online, Kind::Trying, Kind::Online,
                                        Kind::Offline, Kind::Unknown}));
    verifyWhole(picture);
    QCOMPARE(picture.spans[2].from, 9.0 / 24);
    QCOMPARE(picture.spans[2].to, 15.0 / 24);
    QCOMPARE(picture.online, 9 * hour);
    QCOMPARE(picture.known, 17 * hour);
    QCOMPARE(picture.drops, 1);
}

void FlightPictureTest::aShortLossIsSeen()
{
    const double second = 1.0 / 3600;
    const FlightPicture picture = pictureOf(
        {until, {entered(24, State::Online), entered(12, State::Waiting), entered(12 - second, State::Online)}, {}});
    QCOMPARE(kindsOf(picture), (QVector{Kind::Online, Kind::Trying, Kind::Online}));
    verifyWhole(picture);
    QVERIFY(picture.spans[1].to - picture.spans[1].from > 0.99 * slice);
    QCOMPARE(picture.online, 24 * hour - 1000); // the figures stay exact
}

void FlightPictureTest::fallingBehindIsNoLoss()
{
    const FlightPicture picture = pictureOf(
        {until, {entered(24, State::Online), entered(12, State::CatchingUp), entered(11.9, State::Online)}, {}});
    QCOMPARE(kindsOf(picture), QVector{Kind::Online});
    QCOMPARE(picture.drops, 0);
}

void FlightPictureTest::aCrashEndsWhatIsKnown()
{
    const FlightPicture picture =
        pictureOf({until,
                   {entered(24, State::Online), measured(20, 10), {ago(8), RecordStarted{}}, entered(8, State::Online)},
                   {}});
    QCOMPARE(kindsOf(picture), (QVector{Kind::Online, Kind::Unknown, Kind::Online}));
    QCOMPARE(picture.spans[1].from, 4.0 / 24); // the last sign of life
    QCOMPARE(picture.drops, 0);
}

void FlightPictureTest::theLongestRoundTripCounts()
{
    const FlightPicture picture =
        pictureOf({until, {measured(12.01, 10), measured(12.005, 180), measured(12.002, 20), measured(11, 30)}, {}});
    QCOMPARE(picture.curves.first().first().latency, 180);
    int points = 0;
    for (const auto &curve : picture.curves)
        points += int(curve.size());
    QCOMPARE(points, 2);
}

void FlightPictureTest::theCurveBreaksWhereNothingWasMeasured()
{
    const FlightPicture picture =
        pictureOf({until, {measured(5, 10), measured(4.95, 11), measured(4.9, 12), measured(2, 13)}, {}});
    QCOMPARE(picture.curves.size(), 2);
    QCOMPARE(picture.curves.last().size(), 1);
}

QTEST_GUILESS_MAIN(FlightPictureTest)
#include "FlightPictureTest.moc"
