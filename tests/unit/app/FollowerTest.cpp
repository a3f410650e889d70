// SPDX-License-Identifier: GPL-3.0-or-later
#include "frontdeskctl/Follower.h"

#include "CrmFixture.h"
#include "domain/Clock.h"

#include <QtTest/QSignalSpy>

#include <numeric>

using namespace frontdesk;
using namespace frontdesk::store;
using namespace Qt::Literals::StringLiterals;

namespace {

const auto desk = u"desk"_s;
const ConversationId deskId(desk);

/// As a server makes it while messages come: its place is before those of the last of them.
SnapshotPage snapshotAt(qint64 seq, qint64 newest)
{
    SnapshotPage page;
    page.first = page.last = true;
    page.cursor = {u"epoch"_s, seq, u"mark"_s};
    page.users = {ada, ben};
    page.conversations = {stateOf(desk, newest, messagesOf(desk, 1, newest, ben))};
    return page;
}

} // namespace

/// On a real store, in a session that has no connection: what changes is written beside it, and the test says when it
/// is told of, because that is what differs between a computer with time and one without.
class FollowerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void whatIsInTheCacheIsNotNew();
    void anEmptyCacheIsFilledInSilence();
    void aMessageThatASnapshotHasIsToldOnce();
    void whatARestoredServerHasLostIsNewAgain();
    void muchAtOnceIsToldWhole();

private:
    void begin();
    void tell(const Changes &changes) { Q_EMIT m_session->changed(changes); }
    Changes addMessage(qint64 number)
    {
        DecodedRow row;
        row.row.seq = row.row.n = number;
        row.row.stream = streamOf(deskId);
        row.event = MessageAdded{messageOf(desk, number, ben, number)};
        return changesOf(m_store->apply(batchOf(number - 1, {row})));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<Store> m_store;
    std::unique_ptr<sync::Session> m_session;
    std::unique_ptr<ctl::Follower> m_follower;
    QVector<qint64> m_told; // numbers of messages
};

void FollowerTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = openStore(m_folder->path());
    changesOf(m_store->setMe(ada));
    m_session = std::make_unique<sync::Session>(sync::SessionOptions{.server = {}, .credentials = {}, .client = {}},
                                                m_store, std::make_shared<SystemClock>());
    m_told.clear();
}

void FollowerTest::cleanup()
{
    m_follower.reset();
    m_session.reset();
    m_store.reset();
}

void FollowerTest::begin()
{
    m_follower = std::make_unique<ctl::Follower>(*m_session);
    connect(m_follower.get(), &ctl::Follower::messageAdded, this,
            [this](const Message &message) { m_told.append(message.number); });
}

void FollowerTest::whatIsInTheCacheIsNotNew()
{
    changesOf(m_store->writeSnapshot(snapshotAt(2, 2)));
    begin();
    tell(addMessage(3));
    QCOMPARE(m_told, QVector<qint64>{3});
}

void FollowerTest::anEmptyCacheIsFilledInSilence()
{
    begin();
    tell(changesOf(m_store->writeSnapshot(snapshotAt(2, 2))));
    QCOMPARE(m_told, QVector<qint64>());
    tell(addMessage(3));
    QCOMPARE(m_told, QVector<qint64>{3});
}

void FollowerTest::aMessageThatASnapshotHasIsToldOnce()
{
    changesOf(m_store->writeSnapshot(snapshotAt(2, 2)));
    begin();
    const Changes third = addMessage(3);
    const Changes snapshot = changesOf(m_store->writeSnapshot(snapshotAt(3, 4)));
    // The session hears of the third when the snapshot is in the cache already, and finds the fourth beside it.
    tell(third);
    tell(snapshot);
    QCOMPARE(m_told, (QVector<qint64>{3, 4}));
    tell(addMessage(4));
    tell(addMessage(5));
    QCOMPARE(m_told, (QVector<qint64>{3, 4, 5}));
}

void FollowerTest::whatARestoredServerHasLostIsNewAgain()
{
    changesOf(m_store->writeSnapshot(snapshotAt(2, 2)));
    begin();
    tell(addMessage(3));
    tell(changesOf(m_store->writeSnapshot(snapshotAt(2, 2))));
    tell(addMessage(3)); // others write on where it stands
    QCOMPARE(m_told, (QVector<qint64>{3, 3}));
}

void FollowerTest::muchAtOnceIsToldWhole()
{
    changesOf(m_store->writeSnapshot(snapshotAt(0, 0)));
    begin();
    QObject here;
    QVector<qint64> told;
    connect(m_follower.get(), &ctl::Follower::activityAdded, &here,
            [&](const Activity &activity) { told.append(activity.seq); });
    connect(m_follower.get(), &ctl::Follower::recordTold, &here,
            [&](const RecordRef &, const DecodedRow &row) { told.append(row.row.seq); });

    constexpr int each = 150;
    JournalWriter journal;
    QVector<DecodedRow> rows;
    for (int i = 1; i <= each; ++i)
        rows.append(journal.add(workspaceStream(), ActivityAdded{{.id = ActivityId(QString::number(i)),
                                                                  .actor = ben.id,
                                                                  .verb = u"Create"_s,
                                                                  .object = {},
                                                                  .target = {},
                                                                  .stream = workspaceStream(),
                                                                  .seq = i}}));
    rows.append(journal.add(recordsStream(), RecordAdded{stateOf(marina, named(u"Marina"_s))}));
    for (int version = 2; version <= each; ++version)
        rows.append(journal.add(recordsStream(), changeOf(marina, version, named(QString::number(version)))));
    tell(changesOf(m_store->apply(batchOf(0, rows))));

    QVector<qint64> expected(2 * each);
    std::iota(expected.begin(), expected.end(), 1);
    QCOMPARE(told, expected);
}

QTEST_GUILESS_MAIN(FollowerTest)
#include "FollowerTest.moc"
