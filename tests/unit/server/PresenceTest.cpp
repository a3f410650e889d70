// SPDX-License-Identifier: GPL-3.0-or-later
#include "Talk.h"

#include <QtCore/QUuid>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server::testing;

/// Who is there, who types, and who has been delivered what.
class PresenceTest : public QObject, private TalkFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { m_server.reset(); }

    void typingReachesMembersOnly();
    void presenceFollowsTheLastSession();
    void deliveryIsToldAndKept();
    void onlyPeopleArePresent();
};

void PresenceTest::typingReachesMembersOnly()
{
    const auto ada = follow(u"ada"_s);
    const auto sam = follow(u"sam"_s);
    const auto eve = follow(u"eve"_s);
    const QString direct = createDirect(*ada, m_ada, m_sam);
    ada->send(u"typing:set"_s, {{u"conversation"_s, direct}, {u"typing"_s, true}});
    const QJsonObject typing = sam->expect(u"typing:changed"_s).payload;
    QCOMPARE(typing, (QJsonObject{{u"conversation"_s, direct}, {u"user"_s, m_ada.id.text()}, {u"typing"_s, true}}));
    eve->send(u"typing:set"_s, {{u"conversation"_s, direct}, {u"typing"_s, true}});
    const QJsonObject notice = eve->expect(u"error:notice"_s).payload;
    QCOMPARE(notice["code"_L1].toString(), u"conversation.unknown"_s);
    QCOMPARE(notice["detail"_L1].toObject()["event"_L1].toString(), u"typing:set"_s);
    QVERIFY(say(*ada, direct, u"said"_s)["ok"_L1].toBool());
    sam->expect(u"message:new"_s);
    QCOMPARE(sam->count(u"typing:changed"_s), 0);
    QCOMPARE(ada->count(u"typing:changed"_s), 0);
    QCOMPARE(eve->count(u"typing:changed"_s), 0);
}

void PresenceTest::presenceFollowsTheLastSession()
{
    const auto eve = follow(u"eve"_s);
    const auto presenceOf = [&](const User &user) {
        const Received changed = eve->expect(u"presence:changed"_s);
        return changed.payload["user"_L1].toString() == user.id.text() ? changed.payload["presence"_L1].toString()
                                                                       : u"?"_s;
    };
    QCOMPARE(presenceOf(m_eve), u"online"_s);
    auto ada = follow(u"ada"_s);
    QCOMPARE(presenceOf(m_ada), u"online"_s);
    auto adaToo = follow(u"ada"_s);
    QVERIFY(ada->call(u"presence:set"_s, {{u"presence"_s, u"dnd"_s}})["ok"_L1].toBool());
    QCOMPARE(presenceOf(m_ada), u"dnd"_s);
    ada.reset();
    QVERIFY(adaToo->call(u"presence:set"_s, {{u"presence"_s, u"away"_s}})["ok"_L1].toBool()); // still there
    QCOMPARE(presenceOf(m_ada), u"away"_s);
    const qint64 before = m_server->clock().utc().count();
    adaToo.reset();
    const Received gone = eve->expect(u"presence:changed"_s);
    QCOMPARE(gone.payload["presence"_L1].toString(), u"offline"_s);
    QVERIFY(gone.payload["lastSeen"_L1].toInteger() >= before);
    QCOMPARE(errorCode(eve->call(u"presence:set"_s, {{u"presence"_s, u"offline"_s}})), u"payload.invalid"_s);

    m_server->stop();
    m_server->start();
    const auto later = follow(u"eve"_s);
    const QJsonArray all = later->expect(u"presence:all"_s).payload["users"_L1].toArray();
    QCOMPARE(all.size(), 3);
    for (const QJsonValue &entry : all)
        if (entry["user"_L1].toString() == m_ada.id.text()) {
            QCOMPARE(entry["presence"_L1].toString(), u"offline"_s);
            QCOMPARE(entry["lastSeen"_L1], gone.payload["lastSeen"_L1]);
        }
    const auto back = follow(u"ada"_s);
    later->received.clear();
    QCOMPARE(back->expect(u"presence:changed"_s).payload["presence"_L1].toString(), u"away"_s); // the choice is kept
}

void PresenceTest::deliveryIsToldAndKept()
{
    const auto ada = follow(u"ada"_s);
    const auto sam = follow(u"sam"_s);
    const QString direct = createDirect(*ada, m_ada, m_sam);
    const qint64 seq = say(*ada, direct, u"hello"_s)["seq"_L1].toInteger();
    sam->send(u"delivery:applied"_s, {{u"upTo"_s, seq}});
    const QJsonObject told = ada->expect(u"delivery:changed"_s).payload;
    QCOMPARE(told, (QJsonObject{{u"user"_s, m_sam.id.text()}, {u"upTo"_s, seq}}));
    QCOMPARE(errorCode(sam->call(u"delivery:applied"_s, {{u"upTo"_s, seq + 1000}})), u"payload.invalid"_s);
    m_server->stop();
    m_server->start();
    const auto later = follow(u"ada"_s);
    const QJsonArray all = later->expect(u"presence:all"_s).payload["users"_L1].toArray();
    const auto entry = std::find_if(
        all.begin(), all.end(), [&](const QJsonValue &user) { return user["user"_L1].toString() == m_sam.id.text(); });
    QCOMPARE((*entry)["delivered"_L1].toInteger(), seq);
}

void PresenceTest::onlyPeopleArePresent()
{
    m_server->addUser(u"admin"_s, Role::Admin);
    const auto admin = follow(u"admin"_s);
    const QString field = u"field:"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QJsonObject definition{{u"name"_s, u"Size"_s}, {u"of"_s, u"contact"_s}, {u"key"_s, u"size"_s}};
    QCOMPARE(errorCode(admin->call(u"record:create"_s, command({{u"record"_s, field}, {u"set"_s, definition}}))),
             QString());
    const QJsonObject change{
        {u"record"_s, field}, {u"base"_s, 1}, {u"set"_s, QJsonObject{{u"name"_s, u"Shoe size"_s}}}};
    QCOMPARE(errorCode(admin->call(u"record:change"_s, command(change))), QString());
    const auto later = follow(u"ada"_s);
    const QJsonArray all = later->expect(u"presence:all"_s).payload["users"_L1].toArray();
    QCOMPARE(all.size(), 4); // Ada, Sam, Eve and the administrator
}

QTEST_GUILESS_MAIN(PresenceTest)
#include "PresenceTest.moc"
