// SPDX-License-Identifier: GPL-3.0-or-later
#include "CrmFixture.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server;
using namespace frontdesk::server::testing;

/// What somebody may do who reads, works, leads or administers.
class RolesTest : public QObject, private CrmFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void role_data();
    void role();
    void roleThatIsChanged();
};

void RolesTest::role_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("least"); // the least role that may
    QTest::newRow("write a message") << u"message:send"_s << int(Role::Agent);
    QTest::newRow("edit a message") << u"message:edit"_s << int(Role::Agent);
    QTest::newRow("create a conversation") << u"conversation:create"_s << int(Role::Agent);
    QTest::newRow("label a conversation") << u"conversation"_s << int(Role::Agent);
    QTest::newRow("read on") << u"read:move"_s << int(Role::Reader);
    QTest::newRow("set an own value") << u"own:set"_s << int(Role::Reader);
    QTest::newRow("change the own profile") << u"person"_s << int(Role::Reader);
    QTest::newRow("change the workspace") << u"record:change workspace"_s << int(Role::Admin);
    for (const RecordKind kind : crmKinds) {
        if (kind == RecordKind::Workspace)
            continue; // it is there, and nobody makes another
        const bool isEverybodys =
            kind == RecordKind::Pipeline || kind == RecordKind::CustomField || kind == RecordKind::Team;
        const int least = int(isEverybodys ? Role::Manager : Role::Agent);
        QTest::newRow(qPrintable(u"make a "_s + nameOf(kind))) << u"record:create "_s + nameOf(kind) << least;
        QTest::newRow(qPrintable(u"change a "_s + nameOf(kind))) << u"record:change "_s + nameOf(kind) << least;
    }
}

void RolesTest::role()
{
    QFETCH(QString, what);
    QFETCH(int, least);
    const QJsonObject something{{fields::name, u"Something"_s},
                                {fields::text, u"Something"_s},
                                {u"of"_s, u"contact"_s},
                                {u"key"_s, u"key"_s},
                                {fields::about, newRecord(RecordKind::Contact).text()},
                                {fields::file, toJson(FileRef{hashOf("x"), u"A.txt"_s, 1, u"text/plain"_s})}};
    const auto setFor = [&](RecordKind kind) {
        QJsonObject set;
        for (const FieldRule &rule : schemaOf(kind).fields)
            if (rule.required)
                set.insert(rule.name, something[rule.name]);
        return set;
    };
    for (const Role role : {Role::Reader, Role::Agent, Role::Manager, Role::Admin}) {
        const User user = m_desk->addUser(nameOf(role), role);
        const ConversationId group = m_desk->createGroup(m_ada, u"Launch"_s, {user.id});
        const RecordKind kind = recordKindFrom(what.section(u' ', 1)).value_or(RecordKind::Contact);
        CommandBody body = SendMessage{group, u"Hello"_s};
        if (what == u"message:edit")
            body = EditMessage{group, MessageId(m_desk->newId().text()), u"Hello"_s};
        else if (what == u"conversation:create")
            body = CreateConversation{ConversationId(QUuid::createUuid().toString(QUuid::WithoutBraces)),
                                      ConversationKind::Group,
                                      u"Mine"_s,
                                      {m_ada.id}};
        else if (what == u"conversation")
            body = CommandBody(changeOf(recordOf(group), 1, {}, {{fields::labels, {{u"eu"_s}, {}}}}));
        else if (what == u"read:move")
            body = MoveRead{group, 0};
        else if (what == u"own:set")
            body = SetOwnValue{ownSettingKey(u"theme"_s), u"dark"_s};
        else if (what == u"person")
            body = changeOf(recordOf(user.id), 1, {{fields::about, u"Here"_s}});
        else if (what.startsWith(u"record:create"))
            body = CreateRecord{newRecord(kind), setFor(kind), {}};
        else if (what.startsWith(u"record:change"))
            body = kind == RecordKind::Workspace ? changeOf(workspaceRecord(), 1, {{fields::visibility, u"team"_s}})
                                                 : changeOf(newRecord(kind), 1, {{fields::deleted, true}});
        const QString code = m_desk->refusalOf(user, body);
        QVERIFY2((code == u"role.forbidden") == (int(role) < least), qPrintable(nameOf(role) + u' ' + code));
        if (code.isEmpty() && what.startsWith(u"record:create field")) // for the next role
            (void)m_desk->give(m_ada,
                               changeOf(*RecordRef::from(m_desk->told(u"record:added"_s)["record"_L1].toString()), 1,
                                        {{fields::deleted, true}}));
    }
}

void RolesTest::roleThatIsChanged()
{
    const RecordRef contact = makeContact(u"Grace"_s);
    m_desk->write([&](Records &records) { QVERIFY(records.accounts.setRole(u"Ben"_s, Role::Reader, ++m_desk->now)); });
    QCOMPARE(m_desk->writtenEvents(), QStringList{u"user:added"_s});
    QCOMPARE(m_desk->written[0].stream, workspaceStream());
    m_ben.role = Role::Reader;
    QCOMPARE(decode(m_desk->written[0].payload, readUser).value(), m_ben);
    QVERIFY(m_desk->snapshot(m_ada, u"user"_s).contains(toJson(m_ben)));
    QCOMPARE(m_desk->refusalOf(m_ben, changeOf(contact, 1, {{fields::name, u"x"_s}})), u"role.forbidden"_s);
    m_desk->write([&](Records &records) { QVERIFY(records.accounts.setRole(u"ben"_s, Role::Reader, ++m_desk->now)); });
    QVERIFY(m_desk->written.isEmpty()); // as it was
    m_desk->write([&](Records &records) {
        QCOMPARE(records.accounts.setRole(u"nobody"_s, Role::Reader, ++m_desk->now).error().code, u"user.unknown"_s);
    });
}

QTEST_GUILESS_MAIN(RolesTest)
#include "RolesTest.moc"
