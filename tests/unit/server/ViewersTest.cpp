// SPDX-License-Identifier: GPL-3.0-or-later
#include "Talk.h"
#include "domain/Json.h"
#include "server/live/ViewingTracker.h"

#include <QtCore/QUuid>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace frontdesk;
using namespace frontdesk::server;
using namespace frontdesk::server::testing;

namespace {

const RecordRef maya{RecordKind::Contact, u"maya"_s};
const RecordRef annual{RecordKind::Deal, u"annual"_s};
const UserId adaId(u"ada"_s);
const UserId benId(u"ben"_s);

ViewingTracker::Session sessionOf(const UserId &user, bool observer = false)
{
    return std::make_shared<LiveSession>(
        LiveSession{.socket = {}, .user = user, .id = {}, .client = {}, .observer = observer});
}

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

/// Who looks at which record: the tracker by itself, and through a real server over real sockets.
class ViewersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<TestServer>();
        m_ada = m_server->addUser(u"ada"_s);
        m_ben = m_server->addUser(u"ben"_s);
        m_eve = m_server->addUser(u"eve"_s);
    }
    void cleanupTestCase() { m_server.reset(); }
    void trackerTellsOnlyWhatIsNew();
    void trackerCountsDevicesOfAPersonOnce();
    void trackerForgetsWithoutASign();
    void trackerHidesObservers();
    void aSessionLooksAtOneRecord();
    void thoseAtTheSameRecordSeeEachOther();
    void devicesOfAPersonAreOne();
    void signExpires();
    void signEndsWithTheConnection();
    void aRepeatedSignIsAnsweredToItsSenderOnly();
    void membersOnlySeeEachOtherAtAConversation();

private:
    std::unique_ptr<TestClient> follow(const QString &name) { return server::testing::follow(*m_server, name); }
    static bool look(TestClient &client, const QString &record, const QString &field = {})
    {
        return client.call(u"record:viewing"_s, {{u"record"_s, record}, {u"field"_s, field}})["ok"_L1].toBool();
    }
    /// What the client is told next: "ada, ben: job", by who came first; "-" when it is of another record.
    QString told(TestClient &client, const QString &record) const
    {
        const QJsonObject payload = client.expect(u"record:viewers"_s).payload;
        if (payload["record"_L1].toString() != record)
            return u"-"_s;
        QStringList viewers;
        for (const QJsonValue &viewer : payload["viewers"_L1].toArray()) {
            const QString field = viewer["field"_L1].toString();
            viewers.append(nameOf(viewer["user"_L1].toString()) + (field.isEmpty() ? QString() : u": "_s + field));
        }
        return viewers.join(u", "_s);
    }
    QString nameOf(const QString &id) const
    {
        for (const User &user : {m_ada, m_ben, m_eve})
            if (user.id.text() == id)
                return user.name;
        return u"?"_s;
    }
    /// Everything that was sent to the client before has come when it returns.
    static bool hasComeSoFar(TestClient &client)
    {
        return client.call(u"clock:ping"_s, {{u"t"_s, 1}})["ok"_L1].toBool();
    }

    std::unique_ptr<TestServer> m_server;
    User m_ada, m_ben, m_eve;
};

void ViewersTest::trackerTellsOnlyWhatIsNew()
{
    ViewingTracker tracker;
    const auto ada = sessionOf(adaId);
    const auto ben = sessionOf(benId);
    QCOMPARE(tracker.look(ada, maya, {}, 0s), QSet{maya});
    QVERIFY(tracker.look(ada, maya, {}, 10s).isEmpty());
    QCOMPARE(tracker.look(ben, maya, u"job"_s, 10s), QSet{maya});
    QCOMPARE(tracker.viewersOf(maya), (QVector<Viewer>{{adaId, {}}, {benId, u"job"_s}}));
    QCOMPARE(tracker.look(ben, maya, {}, 11s), QSet{maya});
    QCOMPARE(tracker.leave(ada), QSet{maya});
    QVERIFY(tracker.leave(ada).isEmpty());
    QCOMPARE(tracker.viewersOf(maya), (QVector<Viewer>{{benId, {}}}));
    QCOMPARE(tracker.sessionsAt(maya), LiveSessions::Sessions{ben});
}

void ViewersTest::trackerCountsDevicesOfAPersonOnce()
{
    ViewingTracker tracker;
    const auto desk = sessionOf(adaId);
    const auto phone = sessionOf(adaId);
    tracker.look(desk, maya, u"name"_s, 0s);
    QVERIFY(tracker.look(phone, maya, {}, 0s).isEmpty());
    QCOMPARE(tracker.viewersOf(maya), (QVector<Viewer>{{adaId, u"name"_s}}));
    QCOMPARE(tracker.look(phone, maya, u"job"_s, 1s), QSet{maya});
    QCOMPARE(tracker.viewersOf(maya), (QVector<Viewer>{{adaId, u"job"_s}}));
    QCOMPARE(tracker.leave(phone), QSet{maya});
    QCOMPARE(tracker.viewersOf(maya), (QVector<Viewer>{{adaId, u"name"_s}}));
    QCOMPARE(tracker.leave(desk), QSet{maya});
    QVERIFY(tracker.viewersOf(maya).isEmpty());
    QVERIFY(tracker.sessionsAt(maya).empty());
}

void ViewersTest::trackerForgetsWithoutASign()
{
    ViewingTracker tracker;
    const auto ada = sessionOf(adaId);
    const auto ben = sessionOf(benId);
    tracker.look(ada, maya, u"job"_s, 0s);
    tracker.look(ben, maya, {}, 5s);
    QVERIFY(tracker.look(ben, maya, {}, ViewingTracker::forgetAfter - 1ms).isEmpty());
    QCOMPARE(tracker.look(ben, maya, {}, ViewingTracker::forgetAfter), QSet{maya});
    QCOMPARE(tracker.viewersOf(maya), (QVector<Viewer>{{benId, {}}}));
    QVERIFY(tracker.leave(ada).isEmpty()); // its end is no news
    QCOMPARE(tracker.look(ada, maya, {}, 30s), QSet{maya});
}

void ViewersTest::trackerHidesObservers()
{
    ViewingTracker tracker;
    const auto monitor = sessionOf(adaId, true);
    QVERIFY(tracker.look(monitor, maya, {}, 0s).isEmpty());
    QVERIFY(tracker.viewersOf(maya).isEmpty());
    QCOMPARE(tracker.sessionsAt(maya), LiveSessions::Sessions{monitor}); // it is told all the same
}

void ViewersTest::aSessionLooksAtOneRecord()
{
    ViewingTracker tracker;
    const auto ada = sessionOf(adaId);
    tracker.look(ada, maya, {}, 0s);
    QCOMPARE(tracker.look(ada, annual, {}, 1s), (QSet{maya, annual}));
    QVERIFY(tracker.viewersOf(maya).isEmpty());
    QCOMPARE(tracker.viewersOf(annual).size(), 1);
}

void ViewersTest::thoseAtTheSameRecordSeeEachOther()
{
    const auto ada = follow(u"ada"_s);
    const auto ben = follow(u"ben"_s);
    const auto eve = follow(u"eve"_s);
    const QString contact = u"contact:"_s + newId();
    const QString other = u"deal:"_s + newId();
    QVERIFY(look(*eve, other));
    QCOMPARE(told(*eve, other), u"eve"_s);

    QVERIFY(look(*ada, contact));
    QCOMPARE(told(*ada, contact), u"ada"_s);
    QVERIFY(look(*ben, contact, u"job"_s));
    QCOMPARE(told(*ada, contact), u"ada, ben: job"_s);
    QCOMPARE(told(*ben, contact), u"ada, ben: job"_s);
    QVERIFY(look(*ben, contact, u"x:size"_s));
    QCOMPARE(told(*ada, contact), u"ada, ben: x:size"_s);
    QVERIFY(look(*ben, contact, u"emails"_s));
    QCOMPARE(told(*ada, contact), u"ada, ben: emails"_s);
    QVERIFY(look(*ben, contact));
    QCOMPARE(told(*ada, contact), u"ada, ben"_s);
    QVERIFY(look(*ben, other));
    QCOMPARE(told(*ada, contact), u"ada"_s);
    QCOMPARE(told(*eve, other), u"eve, ben"_s);
    QVERIFY(look(*ben, {}));
    QCOMPARE(told(*eve, other), u"eve"_s);

    QVERIFY(hasComeSoFar(*ada));
    QCOMPARE(ada->count(u"record:viewers"_s), 0);
    QVERIFY(hasComeSoFar(*eve));
    QCOMPARE(eve->count(u"record:viewers"_s), 0);
}

void ViewersTest::devicesOfAPersonAreOne()
{
    const auto desk = follow(u"ada"_s);
    const auto phone = follow(u"ada"_s);
    const auto ben = follow(u"ben"_s);
    const QString contact = u"contact:"_s + newId();
    QVERIFY(look(*ben, contact));
    QCOMPARE(told(*ben, contact), u"ben"_s);
    QVERIFY(look(*desk, contact));
    QCOMPARE(told(*ben, contact), u"ben, ada"_s);
    QVERIFY(look(*phone, contact));
    QVERIFY(hasComeSoFar(*ben));
    QCOMPARE(ben->count(u"record:viewers"_s), 0);
    QVERIFY(look(*phone, contact, u"job"_s));
    QCOMPARE(told(*ben, contact), u"ben, ada: job"_s);
    phone->close();
    QCOMPARE(told(*ben, contact), u"ben, ada"_s);
    QVERIFY(look(*desk, {}));
    QCOMPARE(told(*ben, contact), u"ben"_s);
}

void ViewersTest::signExpires()
{
    const auto ada = follow(u"ada"_s);
    const auto ben = follow(u"ben"_s);
    const QString contact = u"contact:"_s + newId();
    QVERIFY(look(*ada, contact, u"job"_s));
    QVERIFY(look(*ben, contact));
    QCOMPARE(told(*ben, contact), u"ada: job, ben"_s);
    m_server->clock().move(ViewingTracker::forgetAfter - 10s);
    QVERIFY(look(*ben, contact));
    QCOMPARE(told(*ben, contact), u"ada: job, ben"_s);
    m_server->clock().move(10s);
    QVERIFY(look(*ben, contact));
    QCOMPARE(told(*ben, contact), u"ben"_s);
    QVERIFY(look(*ada, contact));
    QCOMPARE(told(*ben, contact), u"ben, ada"_s);
}

void ViewersTest::signEndsWithTheConnection()
{
    const auto ada = follow(u"ada"_s);
    const auto ben = follow(u"ben"_s);
    const QString contact = u"contact:"_s + newId();
    QVERIFY(look(*ada, contact));
    QVERIFY(look(*ben, contact, u"job"_s));
    QCOMPARE(told(*ada, contact), u"ada"_s);
    QCOMPARE(told(*ada, contact), u"ada, ben: job"_s);
    ben->close();
    QCOMPARE(told(*ada, contact), u"ada"_s);
}

void ViewersTest::aRepeatedSignIsAnsweredToItsSenderOnly()
{
    const auto ada = follow(u"ada"_s);
    const auto ben = follow(u"ben"_s);
    const QString contact = u"contact:"_s + newId();
    QVERIFY(look(*ada, contact));
    QVERIFY(look(*ben, contact));
    QCOMPARE(told(*ada, contact), u"ada"_s);
    QCOMPARE(told(*ada, contact), u"ada, ben"_s);
    QCOMPARE(told(*ben, contact), u"ada, ben"_s);
    QVERIFY(look(*ben, contact));
    QCOMPARE(told(*ben, contact), u"ada, ben"_s);
    QVERIFY(hasComeSoFar(*ada));
    QCOMPARE(ada->count(u"record:viewers"_s), 0);
}

void ViewersTest::membersOnlySeeEachOtherAtAConversation()
{
    const auto ada = follow(u"ada"_s);
    const auto ben = follow(u"ben"_s);
    const auto eve = follow(u"eve"_s);
    const QString id = newId();
    const QString group = u"conversation:"_s + id;
    const QJsonObject made =
        ada->call(u"conversation:create"_s, command({{u"conversation"_s, id},
                                                     {u"kind"_s, u"group"_s},
                                                     {u"title"_s, u"Refunds"_s},
                                                     {u"members"_s, QJsonArray{m_ben.id.text()}}}));
    QVERIFY(made["ok"_L1].toBool());
    QVERIFY(look(*ada, group));
    QCOMPARE(told(*ada, group), u"ada"_s);
    QVERIFY(look(*ben, group, u"title"_s));
    QCOMPARE(told(*ada, group), u"ada, ben: title"_s);
    QCOMPARE(told(*ben, group), u"ada, ben: title"_s);
    QCOMPARE(errorCode(eve->call(u"record:viewing"_s, {{u"record"_s, group}})), u"conversation.unknown"_s);

    // Who leaves it neither sees the others there any more nor is seen.
    const QJsonObject removed = ada->call(
        u"record:change"_s, command({{u"record"_s, group},
                                     {u"base"_s, 1},
                                     {u"remove"_s, QJsonObject{{u"members"_s, QJsonArray{m_ben.id.text()}}}}}));
    QVERIFY(removed["ok"_L1].toBool());
    QVERIFY(look(*ada, group, u"title"_s));
    QCOMPARE(told(*ada, group), u"ada: title"_s);
    QVERIFY(hasComeSoFar(*ben));
    QCOMPARE(ben->count(u"record:viewers"_s), 0);
    QCOMPARE(errorCode(ben->call(u"record:viewing"_s, {{u"record"_s, group}})), u"conversation.unknown"_s);
    QCOMPARE(eve->count(u"record:viewers"_s), 0);
}

QTEST_GUILESS_MAIN(ViewersTest)
#include "ViewersTest.moc"
