// SPDX-License-Identifier: GPL-3.0-or-later
#include "Talk.h"
#include "server/storage/Records.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server;
using namespace frontdesk::server::testing;

/// People talk to each other through a real server, over real sockets.
class ConversationTest : public QObject, private TalkFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { m_server.reset(); }

    void aMessageReachesEveryMemberAndNobodyElse();
    void bothSidesOpenOneDirectConversation();
    void noGroupTakesTheIdOfADirectConversation();
    void aGroupWithTheIdOfADirectConversationIsNotIt();
    void commandIsAppliedOnceHoweverOftenItComes();
    void leavingAndComingBack();
    void readPositionsOnlyGrow();
    void profileIsChangedForEverybody();
    void conflictIsToldToEverybodyInItUntilOneDecides();
    void editReachesEveryMember();
    void ownValueReachesOnesOtherDevicesOnly();
    void activityOfOneBurstIsOneEntry();
};

void ConversationTest::aMessageReachesEveryMemberAndNobodyElse()
{
    const auto ada = follow(u"ada"_s);
    const auto adaToo = follow(u"ada"_s);
    const auto sam = follow(u"sam"_s);
    const auto eve = follow(u"eve"_s);
    const QString direct = createDirect(*ada, m_ada, m_sam);
    QVERIFY(!direct.isEmpty());

    const QJsonObject entered = sam->expect(u"conversation:entered"_s).payload;
    QCOMPARE(entered["payload"_L1].toObject()["id"_L1].toString(), direct);
    QCOMPARE(entered["stream"_L1].toString(), streamOf(m_sam.id));

    const QString text = u"Grüße 👋 <b>not bold</b> \u0000 \n مرحبا"_s;
    const QJsonObject answer = say(*ada, direct, text);
    QVERIFY(answer["ok"_L1].toBool());
    const QJsonObject sent = answer["result"_L1].toObject()["message"_L1].toObject();
    QCOMPARE(sent["number"_L1].toInteger(), 1);
    QCOMPARE(sent["text"_L1].toString(), text);
    for (TestClient *member : {ada.get(), adaToo.get(), sam.get()}) {
        const QJsonObject row = member->expect(u"message:new"_s).payload;
        QCOMPARE(row["payload"_L1].toObject(), sent);
        QCOMPARE(row["seq"_L1], sent["seq"_L1]);
        QVERIFY(catchesUpWith(*member, answer["seq"_L1].toInteger()));
        QVERIFY(!member->broken);
    }
    QVERIFY(catchesUpWith(*eve, answer["seq"_L1].toInteger())); // by heads only
    QCOMPARE(eve->count(u"message:new"_s), 0);
    QCOMPARE(eve->count(u"conversation:created"_s), 0);
    QVERIFY(!eve->broken);
    QCOMPARE(errorCode(eve->call(u"message:history"_s, {{u"conversation"_s, direct}})), u"conversation.unknown"_s);
    QCOMPARE(eve->call(u"journal:fetch"_s,
                       {{u"stream"_s, u"conversation:"_s + direct}, {u"from"_s, 1}, {u"to"_s, 9}})["rows"_L1]
                 .toArray()
                 .size(),
             0);
}

void ConversationTest::bothSidesOpenOneDirectConversation()
{
    const auto ada = follow(u"ada"_s);
    const auto sam = follow(u"sam"_s);
    QCOMPARE(createDirect(*ada, m_ada, m_sam), directId(m_ada, m_sam));
    QCOMPARE(createDirect(*sam, m_sam, m_ada), directId(m_ada, m_sam));
    QVERIFY(say(*sam, directId(m_ada, m_sam), u"here I am"_s)["ok"_L1].toBool());
    QCOMPARE(ada->expect(u"message:new"_s).payload["payload"_L1].toObject()["number"_L1].toInteger(), 1);
    QCOMPARE(ada->count(u"conversation:entered"_s), 1);
    QCOMPARE(sam->count(u"conversation:entered"_s), 1);
}

void ConversationTest::noGroupTakesTheIdOfADirectConversation()
{
    const auto ada = follow(u"ada"_s);
    const auto eve = follow(u"eve"_s);
    const auto group = [&](const QString &id) {
        return command({{u"conversation"_s, id},
                        {u"kind"_s, u"group"_s},
                        {u"title"_s, u"Between us"_s},
                        {u"members"_s, QJsonArray{m_ada.id.text(), m_sam.id.text()}}});
    };
    const QJsonObject refused = eve->call(u"conversation:create"_s, group(directId(m_ada, m_sam)));
    QCOMPARE(errorCode(refused), u"payload.invalid"_s);
    QCOMPARE(refused["error"_L1]["detail"_L1]["field"_L1].toString(), u"conversation"_s);
    const QString direct = createDirect(*ada, m_ada, m_sam);
    QCOMPARE(direct, directId(m_ada, m_sam));
    QVERIFY(say(*ada, direct, u"only for you"_s)["ok"_L1].toBool());
    QCOMPARE(errorCode(eve->call(u"message:history"_s, {{u"conversation"_s, direct}})), u"conversation.unknown"_s);

    const QString own = createGroup(*eve, u"Launch"_s, {m_sam});
    QCOMPARE(errorCode(ada->call(u"conversation:create"_s, group(own))), u"conversation.exists"_s);
}

/// As a server could have made one before it refused that.
void ConversationTest::aGroupWithTheIdOfADirectConversationIsNotIt()
{
    m_server->stop();
    {
        const auto database = Database::open(m_server->databaseFile());
        Records records(*database.value(), 200'000);
        records.database.run(u"BEGIN IMMEDIATE"_s);
        Conversation group;
        group.id = ConversationId(directId(m_ada, m_sam));
        group.kind = ConversationKind::Group;
        group.title = u"Between us"_s;
        group.members = {m_ada.id, m_sam.id};
        QVERIFY(records.conversations.create({m_eve.id, m_server->clock().utc().count()}, group).ok());
        QVERIFY(records.journal.finish().has_value());
        records.database.run(u"COMMIT"_s);
    }
    m_server->start();
    const auto ada = follow(u"ada"_s);
    const QJsonObject direct = command({{u"conversation"_s, directId(m_ada, m_sam)},
                                        {u"kind"_s, u"direct"_s},
                                        {u"members"_s, QJsonArray{m_sam.id.text()}}});
    QCOMPARE(errorCode(ada->call(u"conversation:create"_s, direct)), u"conversation.exists"_s);
}

void ConversationTest::commandIsAppliedOnceHoweverOftenItComes()
{
    const auto ada = follow(u"ada"_s);
    const QString direct = createDirect(*ada, m_ada, m_sam);
    QJsonObject first = command({{u"conversation"_s, direct}, {u"text"_s, u"once"_s}});
    const QJsonObject answer = ada->call(u"message:send"_s, first);
    QVERIFY(answer["ok"_L1].toBool());
    QCOMPARE(ada->call(u"message:send"_s, first), answer);

    m_server->stop();
    m_server->start(); // it is remembered on disk
    const auto again = follow(u"ada"_s);
    QCOMPARE(again->call(u"message:send"_s, first), answer);
    QCOMPARE(again->call(u"message:history"_s, {{u"conversation"_s, direct}})["messages"_L1].toArray().size(), 1);

    // One's own, and nobody else's.
    const QJsonObject ids{{u"ids"_s, QJsonArray{first["id"_L1], command({})["id"_L1]}}};
    QCOMPARE(again->call(u"command:known"_s, ids)["known"_L1].toArray(), QJsonArray{first["id"_L1]});
    QCOMPARE(follow(u"sam"_s)->call(u"command:known"_s, ids)["known"_L1].toArray(), QJsonArray());

    QJsonObject other = first;
    other["text"_L1] = u"something else"_s;
    QCOMPARE(errorCode(again->call(u"message:send"_s, other)), u"command.mismatch"_s);
    QCOMPARE(errorCode(again->call(u"read:move"_s,
                                   {{u"id"_s, first["id"_L1]}, {u"conversation"_s, direct}, {u"number"_s, 1}})),
             u"command.mismatch"_s);

    // A message's id is unique for everybody and for ever.
    const auto sam = follow(u"sam"_s);
    QCOMPARE(errorCode(sam->call(u"message:send"_s, first)), u"command.mismatch"_s);

    QJsonObject old = command({{u"conversation"_s, direct}, {u"text"_s, u"from long ago"_s}});
    m_server->clock().move(std::chrono::hours(24 * 30) - std::chrono::minutes(5));
    const auto later = std::make_unique<TestClient>(m_server->url());
    QVERIFY(later->follow(logIn(m_server->url(), u"ada"_s))); // the other token expires as early
    QVERIFY(later->call(u"message:send"_s, old)["ok"_L1].toBool());
    QJsonObject older = command({{u"conversation"_s, direct}, {u"text"_s, u"from longer ago"_s}});
    m_server->clock().move(std::chrono::minutes(10));
    QCOMPARE(errorCode(later->call(u"message:send"_s, older)), u"command.expired"_s);
    QVERIFY(later->call(u"message:send"_s, old)["ok"_L1].toBool()); // known, however old
}

void ConversationTest::leavingAndComingBack()
{
    const auto ada = follow(u"ada"_s);
    const auto sam = follow(u"sam"_s);
    const QString group = createGroup(*ada, u"  Launch "_s, {m_sam});
    QVERIFY(!group.isEmpty());
    QCOMPARE(sam->expect(u"conversation:entered"_s).payload["payload"_L1].toObject()["title"_L1].toString(),
             u"Launch"_s);
    QVERIFY(say(*ada, group, u"one"_s)["ok"_L1].toBool());

    const auto change = [&](const QJsonArray &add, const QJsonArray &remove) {
        return ada->call(u"record:change"_s, command({{u"record"_s, u"conversation:"_s + group},
                                                      {u"base"_s, 1},
                                                      {u"add"_s, QJsonObject{{u"members"_s, add}}},
                                                      {u"remove"_s, QJsonObject{{u"members"_s, remove}}}}));
    };
    QVERIFY(change({}, {m_sam.id.text()})["ok"_L1].toBool());
    const QJsonObject removal = sam->expect(u"record:changed"_s).payload;
    QCOMPARE(removal["payload"_L1]["remove"_L1]["members"_L1].toArray(), QJsonArray{m_sam.id.text()});
    QCOMPARE(sam->expect(u"conversation:left"_s).payload["payload"_L1].toObject()["conversation"_L1].toString(), group);
    QCOMPARE(errorCode(say(*sam, group, u"am I still here?"_s)), u"conversation.unknown"_s);

    sam->received.clear();
    const QJsonObject unseen = say(*ada, group, u"two"_s);
    QVERIFY(catchesUpWith(*sam, unseen["seq"_L1].toInteger()));
    QCOMPARE(sam->count(u"message:new"_s), 0);

    QVERIFY(change({m_sam.id.text()}, {})["ok"_L1].toBool());
    const QJsonObject state = sam->expect(u"conversation:entered"_s).payload["payload"_L1].toObject();
    QCOMPARE(state["number"_L1].toInteger(), 2);
    QCOMPARE(state["messages"_L1].toArray().size(), 2); // what was said before is part of the conversation
    const QJsonObject seen = say(*ada, group, u"three"_s);
    const QJsonObject row = sam->expect(u"message:new"_s).payload;
    QCOMPARE(row["n"_L1].toInteger(), state["n"_L1].toInteger() + 1);
    QVERIFY(!sam->broken);

    // The same from the journal alone: what came while away stays unseen.
    const auto later = follow(u"sam"_s);
    QVERIFY(catchesUpWith(*later, seen["seq"_L1].toInteger()));
    QStringList texts;
    for (const QJsonObject &journal : later->rows)
        if (journal["event"_L1].toString() == "message:new"_L1)
            texts.append(journal["payload"_L1].toObject()["text"_L1].toString());
    QCOMPARE(texts, (QStringList{u"one"_s, u"three"_s}));
}

void ConversationTest::readPositionsOnlyGrow()
{
    const auto ada = follow(u"ada"_s);
    const auto sam = follow(u"sam"_s);
    const QString direct = createDirect(*ada, m_ada, m_sam);
    for (int i = 0; i < 3; ++i)
        QVERIFY(say(*ada, direct, u"hello"_s)["ok"_L1].toBool());
    const auto move = [&](qint64 number) {
        return sam->call(u"read:move"_s, command({{u"conversation"_s, direct}, {u"number"_s, number}}));
    };
    QCOMPARE(move(2)["result"_L1].toObject()["number"_L1].toInteger(), 2);
    const QJsonObject row = ada->expect(u"read:moved"_s).payload;
    QVERIFY(!row.contains("n"_L1));
    QCOMPARE(row["payload"_L1].toObject()["user"_L1].toString(), m_sam.id.text());
    QCOMPARE(move(1)["result"_L1].toObject()["number"_L1].toInteger(), 2);
    QCOMPARE(errorCode(move(4)), u"number.invalid"_s);
    QCOMPARE(errorCode(move(-1)), u"payload.invalid"_s);
    QVERIFY(move(3)["ok"_L1].toBool());
    const auto later = follow(u"ada"_s);
    const auto moves = std::count_if(later->rows.begin(), later->rows.end(),
                                     [](const QJsonObject &r) { return r["event"_L1].toString() == "read:moved"_L1; });
    QCOMPARE(moves, 1); // only the latest is kept
}

void ConversationTest::profileIsChangedForEverybody()
{
    const auto ada = follow(u"ada"_s);
    const auto eve = follow(u"eve"_s);
    const QString me = u"person:"_s + m_ada.id.text();
    QVERIFY(ada->call(u"record:change"_s,
                      command({{u"record"_s, me},
                               {u"base"_s, 1},
                               {u"set"_s, QJsonObject{{u"displayName"_s, u"Ada Lovelace"_s}}}}))["ok"_L1]
                .toBool());
    const QJsonObject row = eve->expect(u"record:changed"_s).payload;
    QCOMPARE(row["payload"_L1].toObject(),
             (QJsonObject{{u"record"_s, me},
                          {u"version"_s, 2},
                          {u"set"_s, QJsonObject{{u"displayName"_s, u"Ada Lovelace"_s}}}}));
    QCOMPARE(row["stream"_L1].toString(), u"workspace"_s);
    TestClient again(m_server->url());
    QVERIFY(again.connectAs(m_server->tokenOf(u"ada"_s)));
    QCOMPARE(again.ready()["user"_L1].toObject()["displayName"_L1].toString(), u"Ada Lovelace"_s);
    QCOMPARE(again.ready()["user"_L1].toObject()["version"_L1].toInteger(), 2);
}

void ConversationTest::conflictIsToldToEverybodyInItUntilOneDecides()
{
    const auto ada = follow(u"ada"_s);
    const auto sam = follow(u"sam"_s);
    const auto eve = follow(u"eve"_s);
    const QString record = u"conversation:"_s + createGroup(*ada, u"Launch"_s, {m_sam});
    const auto change = [&](TestClient &client, qint64 seen, const QString &title, QJsonObject fields = {}) {
        fields.insert("record"_L1, record);
        fields.insert("base"_L1, seen);
        fields.insert("set"_L1, QJsonObject{{u"title"_s, title}});
        return client.call(u"record:change"_s, command(fields))["result"_L1].toObject();
    };
    QCOMPARE(change(*ada, 1, u"Adas"_s), (QJsonObject{{u"version"_s, 2}, {u"conflicts"_s, QJsonArray()}}));
    const QJsonObject result = change(*sam, 1, u"Sams"_s, {{u"was"_s, QJsonObject{{u"title"_s, u"Launch"_s}}}});
    const QJsonArray conflicts = result["conflicts"_L1].toArray();
    QCOMPARE(conflicts.size(), 1);
    for (TestClient *member : {ada.get(), sam.get()}) {
        const QJsonObject told = member->expect(u"conflict:opened"_s).payload["payload"_L1].toObject();
        QCOMPARE(told["id"_L1], conflicts[0]);
        QCOMPARE(told["wanted"_L1]["value"_L1].toString(), u"Sams"_s);
        QCOMPARE(told["wanted"_L1]["by"_L1].toString(), m_sam.id.text());
        QCOMPARE(told["kept"_L1]["value"_L1].toString(), u"Adas"_s);
        QCOMPARE(told["kept"_L1]["by"_L1].toString(), m_ada.id.text());
        QCOMPARE(told["before"_L1].toString(), u"Launch"_s);
    }
    QCOMPARE(change(*sam, 2, u"Ours"_s, {{u"resolves"_s, conflicts[0]}}),
             (QJsonObject{{u"version"_s, 3}, {u"conflicts"_s, QJsonArray()}}));
    qint64 last = 0;
    for (TestClient *member : {ada.get(), sam.get()}) {
        const QJsonObject row = member->expect(u"conflict:closed"_s).payload;
        QCOMPARE(row["payload"_L1]["id"_L1], conflicts[0]);
        QVERIFY(!member->broken);
        last = row["seq"_L1].toInteger();
    }
    QVERIFY(last > 0);
    QVERIFY(catchesUpWith(*eve, last));
    QCOMPARE(eve->count(u"conflict:opened"_s) + eve->count(u"record:changed"_s), 0);
}

void ConversationTest::editReachesEveryMember()
{
    const auto ada = follow(u"ada"_s);
    const auto sam = follow(u"sam"_s);
    const QString direct = createDirect(*ada, m_ada, m_sam);
    const QString message = say(*ada, direct, u"frist"_s)["result"_L1]["message"_L1]["id"_L1].toString();
    const QJsonObject answer = ada->call(
        u"message:edit"_s, command({{u"conversation"_s, direct}, {u"message"_s, message}, {u"text"_s, u"first"_s}}));
    QCOMPARE(answer["result"_L1].toObject(), (QJsonObject{{u"message"_s, message}, {u"number"_s, 1}}));
    for (TestClient *member : {ada.get(), sam.get()}) {
        const QJsonObject row = member->expect(u"message:edited"_s).payload;
        QCOMPARE(row["seq"_L1], answer["seq"_L1]);
        QCOMPARE(row["payload"_L1]["text"_L1].toString(), u"first"_s);
        QVERIFY(!member->broken);
    }
    const QJsonArray history = sam->call(u"message:history"_s, {{u"conversation"_s, direct}})["messages"_L1].toArray();
    QCOMPARE(history[0]["text"_L1].toString(), u"first"_s);
    QCOMPARE(history[0]["editSeq"_L1], answer["seq"_L1]);
}

void ConversationTest::ownValueReachesOnesOtherDevicesOnly()
{
    const auto ada = follow(u"ada"_s);
    const auto adaToo = follow(u"ada"_s);
    const auto sam = follow(u"sam"_s);
    const QJsonObject answer =
        ada->call(u"own:set"_s, command({{u"key"_s, u"setting:theme"_s}, {u"value"_s, u"dark"_s}}));
    QVERIFY(answer["ok"_L1].toBool());
    const QJsonObject row = adaToo->expect(u"own:changed"_s).payload;
    QCOMPARE(row["seq"_L1], answer["seq"_L1]);
    QVERIFY(!row.contains("n"_L1));
    QCOMPARE(row["payload"_L1].toObject(), (QJsonObject{{u"key"_s, u"setting:theme"_s}, {u"value"_s, u"dark"_s}}));
    QVERIFY(catchesUpWith(*sam, answer["seq"_L1].toInteger()));
    QCOMPARE(sam->count(u"own:changed"_s), 0);
}

void ConversationTest::activityOfOneBurstIsOneEntry()
{
    const auto ada = follow(u"ada"_s);
    const QString group = createGroup(*ada, u"Launch"_s, {m_sam});
    for (int i = 0; i < 3; ++i)
        QVERIFY(say(*ada, group, u"burst %1"_s.arg(i))["ok"_L1].toBool());
    m_server->clock().move(std::chrono::minutes(11));
    QVERIFY(say(*ada, group, u"later"_s)["ok"_L1].toBool());

    const auto activities = [&](TestClient &client) {
        QStringList found;
        const QJsonArray list = client.call(u"activity:list"_s, {{u"limit"_s, 3}})["activities"_L1].toArray();
        for (const QJsonValue &activity : list)
            found.append(u"%1 %2 %3 ×%4"_s
                             .arg(activity["verb"_L1].toString(), activity["object"_L1]["type"_L1].toString(),
                                  activity["object"_L1]["name"_L1].toString())
                             .arg(activity["totalItems"_L1].toInt()));
        return found;
    };
    QCOMPARE(activities(*ada),
             (QStringList{u"Create Note later ×1"_s, u"Create Note burst 2 ×3"_s, u"Create Group Launch ×1"_s}));
    const auto eve = follow(u"eve"_s); // sees the workspace only
    QCOMPARE(activities(*eve),
             (QStringList{u"Join Person EVE ×1"_s, u"Join Person SAM ×1"_s, u"Join Person ADA ×1"_s}));
}

QTEST_GUILESS_MAIN(ConversationTest)
#include "ConversationTest.moc"
