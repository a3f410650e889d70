// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/OwnTyping.h"
#include "sync/OwnViewing.h"
#include "sync/PassingWriter.h"
#include "sync/PresenceTracker.h"
#include "sync/TypingTracker.h"
#include "sync/ViewerTracker.h"

#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::sync;
using namespace std::chrono_literals;

namespace {

const ConversationId desk(QStringLiteral("desk"));
const ConversationId lobby(QStringLiteral("lobby"));
const UserId ada(QStringLiteral("ada"));
const UserId ben(QStringLiteral("ben"));
const RecordRef maya{RecordKind::Contact, QStringLiteral("maya")};
const RecordRef annual{RecordKind::Deal, QStringLiteral("annual")};
const QString job = QStringLiteral("job");

} // namespace

class TrackersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void typingIsForgottenAfterAWhile();
    void aRepeatedSignIsNoChange();
    void typingEndsWhenItIsSaid();
    void typistsKeepTheirOrder();
    void nobodyTypesWithoutAConnection();

    void ownSignIsRepeatedWhileKeysCome();
    void ownSignEndsAfterTheLastKey();
    void ownSignEndsWhenTheTextIsSent();
    void ownSignNeverLeavesAGapThatOthersNotice();

    void ownViewIsRepeated();
    void ownFieldIsToldUntilNobodyTypes();
    void ownViewIsToldAgainAfterTheConnectionWasLost();
    void ownViewNeverLeavesAGapThatOthersNotice();
    void viewersAreOfTheRecordThatIsLookedAt();
    void viewersAreForgottenAfterAWhile();

    void presenceChangesAreToldOnce();
    void theServerCorrectsWhatWasGuessed();
    void nobodyIsThereWithoutAConnection();
    void theCacheDoesNotOverruleTheServer();

    void passingSignsAreGathered();
    void nothingIsReportedAfterTheConnectionIsLost();
};

void TrackersTest::typingIsForgottenAfterAWhile()
{
    TypingTracker tracker;
    QVERIFY(!tracker.deadline());
    QCOMPARE(tracker.observe({desk, ada, true}, 10s), QSet{desk});
    QCOMPARE(tracker.deadline(), 13s);
    QVERIFY(tracker.tick(13s - 1ms).isEmpty());
    QCOMPARE(tracker.typing(desk), QVector{ada});
    QCOMPARE(tracker.tick(13s), QSet{desk});
    QVERIFY(tracker.typing(desk).isEmpty());
    QVERIFY(!tracker.deadline());
}

void TrackersTest::aRepeatedSignIsNoChange()
{
    TypingTracker tracker;
    tracker.observe({desk, ada, true}, 0s);
    QVERIFY(tracker.observe({desk, ada, true}, 2s).isEmpty());
    QVERIFY(tracker.tick(4s).isEmpty());
    QCOMPARE(tracker.tick(5s), QSet{desk});
}

void TrackersTest::typingEndsWhenItIsSaid()
{
    TypingTracker tracker;
    tracker.observe({desk, ada, true}, 0s);
    QCOMPARE(tracker.observe({desk, ada, false}, 1s), QSet{desk});
    QVERIFY(tracker.observe({desk, ada, false}, 1s).isEmpty());
    QVERIFY(!tracker.deadline());
}

void TrackersTest::typistsKeepTheirOrder()
{
    TypingTracker tracker;
    tracker.observe({desk, ben, true}, 0s);
    tracker.observe({desk, ada, true}, 1s);
    tracker.observe({desk, ben, true}, 2s);
    tracker.observe({lobby, ada, true}, 2s);
    QCOMPARE(tracker.typing(desk), (QVector{ben, ada}));
    QCOMPARE(tracker.typing(lobby), QVector{ada});
}

void TrackersTest::nobodyTypesWithoutAConnection()
{
    TypingTracker tracker;
    tracker.observe({desk, ben, true}, 0s);
    tracker.observe({lobby, ada, true}, 0s);
    QCOMPARE(tracker.clear(), (QSet{desk, lobby}));
    QVERIFY(tracker.typing(desk).isEmpty());
}

void TrackersTest::ownSignIsRepeatedWhileKeysCome()
{
    OwnTyping own;
    QCOMPARE(own.set(desk, true, 0s), (OwnTyping::Sign{desk, true}));
    QVERIFY(!own.set(desk, true, 1s));
    QCOMPARE(own.deadline(), 2s);
    QCOMPARE(own.tick(2s), (QVector{OwnTyping::Sign{desk, true}}));
    QVERIFY(own.tick(2s).isEmpty());
}

void TrackersTest::ownSignEndsAfterTheLastKey()
{
    OwnTyping own;
    own.set(desk, true, 0s);
    own.set(desk, true, 1s);
    own.tick(2s);
    QCOMPARE(own.deadline(), 3s);
    QCOMPARE(own.tick(3s), (QVector{OwnTyping::Sign{desk, false}}));
    QVERIFY(!own.deadline());
}

void TrackersTest::ownSignEndsWhenTheTextIsSent()
{
    OwnTyping own;
    QVERIFY(!own.set(desk, false, 0s));
    own.set(desk, true, 0s);
    QCOMPARE(own.set(desk, false, 1s), (OwnTyping::Sign{desk, false}));
    QVERIFY(own.tick(10s).isEmpty());
}

void TrackersTest::ownSignNeverLeavesAGapThatOthersNotice()
{
    OwnTyping own;
    TypingTracker others;
    others.observe({desk, ada, own.set(desk, true, 0s)->typing}, 0s);
    for (milliseconds now = 0s; now < 30s; now += 100ms) {
        if (now.count() % 1'900 == 0) // somebody who types slowly
            own.set(desk, true, now);
        for (const OwnTyping::Sign &sign : own.tick(now))
            others.observe({sign.conversation, ada, sign.typing}, now);
        others.tick(now);
        QCOMPARE(others.typing(desk), QVector{ada});
    }
}

void TrackersTest::ownViewIsRepeated()
{
    OwnViewing own;
    QVERIFY(!own.deadline());
    QVERIFY(!own.tick(0s));
    QCOMPARE(own.set(maya, {}, 1s), (OwnViewing::Sign{maya, {}}));
    QVERIFY(!own.set(maya, {}, 2s));
    QCOMPARE(own.deadline(), 11s);
    QVERIFY(!own.tick(11s - 1ms));
    QCOMPARE(own.tick(11s), (OwnViewing::Sign{maya, {}}));
    QCOMPARE(own.set(annual, {}, 12s), (OwnViewing::Sign{annual, {}}));
    QCOMPARE(own.set({}, {}, 13s), (OwnViewing::Sign{}));
    QVERIFY(!own.set({}, {}, 13s));
    QVERIFY(!own.tick(60s));
    QVERIFY(!own.deadline());
}

void TrackersTest::ownFieldIsToldUntilNobodyTypes()
{
    OwnViewing own;
    own.set(maya, {}, 0s);
    QCOMPARE(own.set(maya, job, 1s), (OwnViewing::Sign{maya, job}));
    QVERIFY(!own.set(maya, job, 5s)); // a key
    QCOMPARE(own.tick(11s), (OwnViewing::Sign{maya, job}));
    QCOMPARE(own.tick(21s), (OwnViewing::Sign{maya, job}));
    QCOMPARE(own.deadline(), 5s + OwnViewing::idleAfter);
    QCOMPARE(own.tick(25s), (OwnViewing::Sign{maya, {}}));
    QVERIFY(!own.tick(25s));
    QCOMPARE(own.tick(35s), (OwnViewing::Sign{maya, {}}));
    QCOMPARE(own.set(maya, job, 36s), (OwnViewing::Sign{maya, job})); // and on
    QCOMPARE(own.set(maya, {}, 37s), (OwnViewing::Sign{maya, {}}));
}

void TrackersTest::ownViewIsToldAgainAfterTheConnectionWasLost()
{
    OwnViewing own;
    own.set(maya, job, 0s);
    own.connectionLost();
    QVERIFY(*own.deadline() <= 1s);
    QCOMPARE(own.tick(1s), (OwnViewing::Sign{maya, job}));
    QVERIFY(!own.tick(1s));
}

void TrackersTest::ownViewNeverLeavesAGapThatOthersNotice()
{
    OwnViewing own;
    ViewerTracker others;
    others.look(maya);
    own.set(maya, {}, 0s);
    others.observe({maya, {{ada, {}}}}, ben, 0s);
    for (milliseconds now = 0s; now < 120s; now += 100ms) {
        if (own.tick(now) && now < 60s)
            others.observe({maya, {{ada, {}}}}, ben, now);
        QVERIFY(!others.tick(now) || now >= 60s);
    }
    QVERIFY(others.viewers().isEmpty());
}

void TrackersTest::viewersAreOfTheRecordThatIsLookedAt()
{
    ViewerTracker tracker;
    QVERIFY(!tracker.observe({maya, {{ada, job}}}, ben, 0s));
    QVERIFY(!tracker.look(maya));
    QVERIFY(!tracker.observe({annual, {{ada, job}}}, ben, 0s));
    QVERIFY(!tracker.observe({maya, {{ben, {}}}}, ben, 0s)); // oneself is nobody else
    QVERIFY(tracker.observe({maya, {{ada, {}}, {ben, {}}}}, ben, 0s));
    QVERIFY(tracker.observe({maya, {{ada, job}, {ben, {}}}}, ben, 1s));
    QVERIFY(!tracker.observe({maya, {{ada, job}, {ben, job}}}, ben, 1s));
    QCOMPARE(tracker.viewers(), (QVector<Viewer>{{ada, job}}));
    QVERIFY(!tracker.look(maya));
    QVERIFY(tracker.look(annual));
    QVERIFY(tracker.viewers().isEmpty());
    QVERIFY(!tracker.look({}));
}

void TrackersTest::viewersAreForgottenAfterAWhile()
{
    ViewerTracker tracker;
    tracker.look(maya);
    QVERIFY(!tracker.deadline());
    tracker.observe({maya, {{ada, job}}}, ben, 10s);
    QCOMPARE(tracker.deadline(), 10s + ViewerTracker::forgetAfter);
    QVERIFY(!tracker.tick(10s + ViewerTracker::forgetAfter - 1ms));
    QVERIFY(tracker.tick(10s + ViewerTracker::forgetAfter));
    QVERIFY(!tracker.deadline());
    tracker.observe({maya, {{ada, job}}}, ben, 40s);
    QVERIFY(tracker.clear());
    QVERIFY(!tracker.clear());
    QCOMPARE(tracker.record(), maya);
}

void TrackersTest::presenceChangesAreToldOnce()
{
    PresenceTracker tracker;
    const PresenceChanged event{ada, {Presence::Away, 5}};
    QCOMPARE(tracker.observe(event).value(ada), event.state);
    QVERIFY(tracker.observe(event).isEmpty());
}

void TrackersTest::theServerCorrectsWhatWasGuessed()
{
    PresenceTracker tracker;
    tracker.observe({ada, {Presence::Online, 50}});
    tracker.connectionLost(9'000); // by a clock that is ahead
    const PresenceState said{Presence::Offline, 60};
    QCOMPARE(tracker.observe({ada, said}).value(ada), said);
    QVERIFY(tracker.observe({ada, {Presence::Offline, 0}}).isEmpty()); // it knows no time
}

void TrackersTest::nobodyIsThereWithoutAConnection()
{
    PresenceTracker tracker;
    tracker.observe({ada, {Presence::Online, 50}});
    tracker.observe({ben, {Presence::Offline, 20}});
    const auto changed = tracker.connectionLost(70);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.value(ada), (PresenceState{Presence::Offline, 70}));
    QVERIFY(tracker.connectionLost(80).isEmpty());
}

void TrackersTest::theCacheDoesNotOverruleTheServer()
{
    PresenceTracker tracker;
    tracker.observe({ada, {Presence::Online, 50}});
    const auto changed = tracker.restore({{ada, 10}, {ben, 20}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.value(ben), (PresenceState{Presence::Offline, 20}));
}

void TrackersTest::passingSignsAreGathered()
{
    PassingWriter writer;
    QVERIFY(!writer.take(1s));
    writer.delivered({ada, 5});
    writer.delivered({ada, 3});
    writer.lastSeen(ben, 9);
    writer.lastSeen(ben, 4);
    writer.applied(7);
    writer.applied(8);
    const auto first = writer.take(1s);
    QCOMPARE(first->delivered, (QHash<UserId, qint64>{{ada, 5}}));
    QCOMPARE(first->lastSeen, (QHash<UserId, qint64>{{ben, 4}}));
    QCOMPARE(first->applied, 8);

    QVERIFY(!writer.deadline());
    writer.applied(9);
    QCOMPARE(writer.deadline(), 1s + PassingWriter::interval);
    QVERIFY(!writer.take(1s + PassingWriter::interval - 1ms));
    QCOMPARE(writer.take(1s + PassingWriter::interval)->applied, 9);
}

void TrackersTest::nothingIsReportedAfterTheConnectionIsLost()
{
    PassingWriter writer;
    writer.applied(7);
    writer.connectionLost();
    QVERIFY(!writer.take(1s));
}

QTEST_GUILESS_MAIN(TrackersTest)
#include "TrackersTest.moc"
