// SPDX-License-Identifier: GPL-3.0-or-later
#include "BadInputFixture.h"

#include <QtCore/QJsonDocument>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server::testing;

/// Whatever event a client sends: it gets a named error, the log one line, and nobody else notices.
class BadInputTest : public QObject, private BadInputFixture {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void cleanupTestCase() { m_server.reset(); }
    void init() { m_server->forgetLog(); }

    void event_data();
    void event();

private:
    QString filled(QString text) const;
};

QString BadInputTest::filled(QString text) const
{
    return text.replace(u"$ID"_s, createUuidV7(SystemClock().utc()))
        .replace(u"$DIRECT"_s, m_direct)
        .replace(u"$ADA"_s, m_ada.id.text())
        .replace(u"$EVE"_s, m_eve.id.text())
        .replace(u"$GROUP"_s, u"0b5b1c7e-3d52-4f07-9a3c-2a3a3c8d1f10"_s);
}

void BadInputTest::event_data()
{
    QTest::addColumn<QString>("event");
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QString &event, const QString &arguments, const QString &code,
                        const QString &field = {}) { QTest::newRow(name) << event << arguments << code << field; };
    const QString invalid = u"payload.invalid"_s;

    row("unknown event", u"message:shout"_s, u"[{}]"_s, u"command.unknown"_s);
    row("argument is a text", u"message:send"_s, u"[\"hello\"]"_s, invalid);
    row("argument is a list", u"journal:page"_s, u"[[1]]"_s, invalid);
    row("no argument", u"message:send"_s, u"[]"_s, invalid, u"id"_s);

    row("id missing", u"message:send"_s, u"[{\"conversation\":\"$DIRECT\",\"text\":\"x\"}]"_s, invalid, u"id"_s);
    row("id of another version", u"message:send"_s,
        u"[{\"id\":\"$GROUP\",\"conversation\":\"$DIRECT\",\"text\":\"x\"}]"_s, invalid, u"id"_s);
    row("id is a number", u"message:send"_s, u"[{\"id\":7,\"conversation\":\"$DIRECT\",\"text\":\"x\"}]"_s, invalid,
        u"id"_s);
    row("conversation missing", u"message:send"_s, u"[{\"id\":\"$ID\",\"text\":\"x\"}]"_s, invalid, u"conversation"_s);
    row("conversation is no UUID", u"message:send"_s,
        u"[{\"id\":\"$ID\",\"conversation\":\"' OR 1=1\",\"text\":\"x\"}]"_s, invalid, u"conversation"_s);
    row("text is an object", u"message:send"_s, u"[{\"id\":\"$ID\",\"conversation\":\"$DIRECT\",\"text\":{}}]"_s,
        invalid, u"text"_s);
    row("text is empty", u"message:send"_s, u"[{\"id\":\"$ID\",\"conversation\":\"$DIRECT\",\"text\":\" \\n\"}]"_s,
        u"text.empty"_s);
    row("text over the limit", u"message:send"_s,
        u"[{\"id\":\"$ID\",\"conversation\":\"$DIRECT\",\"text\":\"%1\"}]"_s.arg(QString(10'001, u'x')),
        u"text.tooLong"_s);
    row("at is negative", u"message:send"_s,
        u"[{\"id\":\"$ID\",\"conversation\":\"$DIRECT\",\"text\":\"x\",\"at\":-1}]"_s, invalid, u"at"_s);
    row("foreign conversation", u"message:send"_s, u"[{\"id\":\"$ID\",\"conversation\":\"$DIRECT\",\"text\":\"x\"}]"_s,
        u"conversation.unknown"_s);
    row("no such conversation", u"read:move"_s, u"[{\"id\":\"$ID\",\"conversation\":\"$GROUP\",\"number\":1}]"_s,
        u"conversation.unknown"_s);
    row("number is a fraction", u"read:move"_s, u"[{\"id\":\"$ID\",\"conversation\":\"$DIRECT\",\"number\":1.5}]"_s,
        invalid, u"number"_s);

    row("kind unknown", u"conversation:create"_s,
        u"[{\"id\":\"$ID\",\"conversation\":\"$GROUP\",\"kind\":\"channel\",\"members\":[\"$ADA\"]}]"_s, invalid,
        u"kind"_s);
    row("group without title", u"conversation:create"_s,
        u"[{\"id\":\"$ID\",\"conversation\":\"$GROUP\",\"kind\":\"group\",\"title\":\" \",\"members\":[\"$ADA\"]}]"_s,
        u"title.empty"_s);
    row("title too long", u"conversation:create"_s,
        u"[{\"id\":\"$ID\",\"conversation\":\"$GROUP\",\"kind\":\"group\",\"title\":\"%1\",\"members\":[\"$ADA\"]}]"_s
            .arg(QString(201, u't')),
        u"title.tooLong"_s);
    row("nobody in it", u"conversation:create"_s,
        u"[{\"id\":\"$ID\",\"conversation\":\"$GROUP\",\"kind\":\"group\",\"title\":\"T\",\"members\":[]}]"_s,
        u"members.invalid"_s);
    row("member is a number", u"conversation:create"_s,
        u"[{\"id\":\"$ID\",\"conversation\":\"$GROUP\",\"kind\":\"group\",\"title\":\"T\",\"members\":[1]}]"_s, invalid,
        u"members[0]"_s);
    row("member is nobody", u"conversation:create"_s,
        u"[{\"id\":\"$ID\",\"conversation\":\"$GROUP\",\"kind\":\"group\",\"title\":\"T\",\"members\":[\"$GROUP\"]}]"_s,
        u"user.unknown"_s);
    row("direct with another id", u"conversation:create"_s,
        u"[{\"id\":\"$ID\",\"conversation\":\"$GROUP\",\"kind\":\"direct\",\"members\":[\"$ADA\"]}]"_s,
        u"members.invalid"_s);
    row("direct with oneself", u"conversation:create"_s,
        u"[{\"id\":\"$ID\",\"conversation\":\"$GROUP\",\"kind\":\"direct\",\"members\":[\"$EVE\"]}]"_s,
        u"members.invalid"_s);
    row("somebody else's direct one", u"conversation:create"_s,
        u"[{\"id\":\"$ID\",\"conversation\":\"$DIRECT\",\"kind\":\"direct\",\"members\":[\"$ADA\"]}]"_s,
        u"members.invalid"_s);
    row("group with the id of a direct one", u"conversation:create"_s,
        u"[{\"id\":\"$ID\",\"conversation\":\"$DIRECT\",\"kind\":\"group\",\"title\":\"T\",\"members\":[\"$ADA\"]}]"_s,
        invalid, u"conversation"_s);

    row("editing in a foreign one", u"message:edit"_s,
        u"[{\"id\":\"$ID\",\"conversation\":\"$DIRECT\",\"message\":\"$ID\",\"text\":\"x\"}]"_s,
        u"conversation.unknown"_s);
    row("editing no message", u"message:edit"_s, u"[{\"id\":\"$ID\",\"conversation\":\"$DIRECT\",\"text\":\"x\"}]"_s,
        invalid, u"message"_s);
    row("editing to nothing", u"message:edit"_s,
        u"[{\"id\":\"$ID\",\"conversation\":\"$DIRECT\",\"message\":\"$ID\",\"text\":\" \"}]"_s, u"text.empty"_s);
    row("editing to too much", u"message:edit"_s,
        u"[{\"id\":\"$ID\",\"conversation\":\"$DIRECT\",\"message\":\"$ID\",\"text\":\"%1\"}]"_s.arg(
            QString(10'001, u'x')),
        u"text.tooLong"_s);

    const auto change = [&](const char *name, const QString &record, const QString &fields, const QString &code,
                            const QString &field = {}) {
        row(name, u"record:change"_s, u"[{\"id\":\"$ID\",\"record\":\"%1\",\"base\":1,%2}]"_s.arg(record, fields), code,
            field);
    };
    const QString direct = u"conversation:$DIRECT"_s;
    const QString me = u"person:$EVE"_s;
    row("record missing", u"record:change"_s, u"[{\"id\":\"$ID\",\"base\":1,\"set\":{\"title\":\"x\"}}]"_s, invalid,
        u"record"_s);
    change("record of no kind", u"ticket:$GROUP"_s, u"\"set\":{\"title\":\"x\"}"_s, u"record.unknown"_s);
    change("record is no UUID", u"conversation:' OR 1=1"_s, u"\"set\":{\"title\":\"x\"}"_s, invalid, u"record"_s);
    row("base missing", u"record:change"_s,
        u"[{\"id\":\"$ID\",\"record\":\"person:$EVE\",\"set\":{\"about\":\"x\"}}]"_s, invalid, u"base"_s);
    row("base is nothing", u"record:change"_s,
        u"[{\"id\":\"$ID\",\"record\":\"person:$EVE\",\"base\":0,\"set\":{\"about\":\"x\"}}]"_s, invalid, u"base"_s);
    change("nothing changed", me, u"\"set\":{}"_s, invalid, u"set"_s);
    change("set is a list", me, u"\"set\":[]"_s, invalid, u"set"_s);
    change("after is a text", me, u"\"set\":{\"about\":\"x\"},\"after\":\"$ID\""_s, invalid, u"after"_s);
    change("after is no UUID", me, u"\"set\":{\"about\":\"x\"},\"after\":[\"first\"]"_s, invalid, u"after"_s);
    change("after too much", me, u"\"set\":{\"about\":\"x\"},\"after\":[%1\"\"]"_s.arg(u"\"\","_s.repeated(500)),
           invalid, u"after"_s);
    change("seen is a number", me, u"\"set\":{\"about\":\"x\"},\"was\":{\"about\":1}"_s, invalid, u"was.about"_s);
    change("seen is too long", me, u"\"set\":{\"about\":\"x\"},\"was\":{\"about\":\"%1\"}"_s.arg(QString(1001, u'x')),
           invalid, u"was.about"_s);
    change("resolving no id", me, u"\"resolves\":\"all\""_s, invalid, u"resolves"_s);
    change("resolving nothing", me, u"\"resolves\":\"$GROUP\""_s, u"conflict.unknown"_s);
    change("a field of another kind", me, u"\"set\":{\"title\":\"x\"}"_s, u"field.unknown"_s);
    change("a field that nobody knows", direct, u"\"set\":{\"tïtle\":\"x\"}"_s, u"field.unknown"_s);
    change("a list that a person has not", me, u"\"add\":{\"labels\":[\"x\"]}"_s, u"field.unknown"_s);
    change("renaming a foreign one", direct, u"\"set\":{\"title\":\"mine\"}"_s, u"conversation.unknown"_s);
    change("renaming to nothing", direct, u"\"set\":{\"title\":\" \"}"_s, u"title.empty"_s);
    change("renaming to too much", direct, u"\"set\":{\"title\":\"%1\"}"_s.arg(QString(201, u't')), u"title.tooLong"_s);
    change("title is a list", direct, u"\"set\":{\"title\":[\"x\"]}"_s, invalid, u"set.title"_s);
    change("a contact that is no id", direct, u"\"set\":{\"contact\":\"maya\"}"_s, u"contact.invalid"_s);
    change("a contact of nobody's", direct, u"\"set\":{\"contact\":\"$EVE\"}"_s, u"conversation.unknown"_s);
    change("entering by oneself", direct, u"\"add\":{\"members\":[\"$EVE\"]}"_s, u"conversation.unknown"_s);
    change("in both lists", direct, u"\"add\":{\"members\":[\"$EVE\"]},\"remove\":{\"members\":[\"$EVE\"]}"_s,
           u"members.invalid"_s);
    change("members are a text", direct, u"\"add\":{\"members\":\"$EVE\"}"_s, invalid, u"add.members"_s);
    change("a member is no UUID", direct, u"\"remove\":{\"members\":[\"eve\"]}"_s, invalid, u"remove.members"_s);
    change("a label of nothing", direct, u"\"add\":{\"labels\":[\" \"]}"_s, u"label.empty"_s);
    change("a label too long", direct, u"\"add\":{\"labels\":[\"%1\"]}"_s.arg(QString(51, u'l')), u"label.tooLong"_s);
    change("a label in both lists", direct, u"\"add\":{\"labels\":[\"x\"]},\"remove\":{\"labels\":[\"x \"]}"_s, invalid,
           u"remove"_s);
    change("labels without end", direct, u"\"add\":{\"labels\":[%1\"x\"]}"_s.arg(u"\"x\","_s.repeated(500)), invalid,
           u"add.labels"_s);
    change("somebody else's profile", u"person:$ADA"_s, u"\"set\":{\"displayName\":\"x\"}"_s, u"record.unknown"_s);
    change("no name", me, u"\"set\":{\"displayName\":\"\"}"_s, u"name.empty"_s);
    change("name too long", me, u"\"set\":{\"displayName\":\"%1\"}"_s.arg(QString(101, u'n')), u"name.tooLong"_s);
    change("about too much", me, u"\"set\":{\"about\":\"%1\"}"_s.arg(QString(201, u'a')), u"about.tooLong"_s);

    const QString contact = u"contact:$GROUP"_s;
    change("no such contact", contact, u"\"set\":{\"name\":\"x\"}"_s, u"record.unknown"_s);
    change("seen too much of a contact", contact,
           u"\"set\":{\"name\":\"x\"},\"was\":{\"name\":\"%1\"}"_s.arg(QString(60'001, u'x')), invalid, u"was.name"_s);
    change("a number is no name", contact, u"\"set\":{\"name\":1}"_s, u"name.invalid"_s);
    change("a label of a contact", contact, u"\"add\":{\"labels\":[\"x\"]}"_s, u"field.unknown"_s);
    change("an address too long", contact, u"\"add\":{\"emails\":[\"%1\"]}"_s.arg(QString(255, u'e')),
           u"email.tooLong"_s);
    change("a tag in both lists", contact, u"\"add\":{\"tags\":[\"x\"]},\"remove\":{\"tags\":[\"x\"]}"_s, invalid,
           u"remove"_s);
    change("a title of two lines", direct, u"\"set\":{\"title\":\"a\\nb\"}"_s, u"title.invalid"_s);
    const auto make = [&](const char *name, const QString &record, const QString &fields, const QString &code,
                          const QString &field = {}) {
        row(name, u"record:create"_s, u"[{\"id\":\"$ID\",\"record\":\"%1\"%2}]"_s.arg(record, fields), code, field);
    };
    row("making nothing", u"record:create"_s, u"[{\"id\":\"$ID\",\"set\":{\"name\":\"x\"}}]"_s, invalid, u"record"_s);
    make("making something of no kind", u"ticket:$GROUP"_s, u",\"set\":{\"name\":\"x\"}"_s, u"record.unknown"_s);
    make("making a person", u"person:$GROUP"_s, u",\"set\":{\"displayName\":\"x\"}"_s, u"record.unknown"_s);
    make("making a conversation", u"conversation:$GROUP"_s, u",\"set\":{\"title\":\"x\"}"_s, u"record.unknown"_s);
    make("made under no UUID", u"contact:' OR 1=1"_s, u",\"set\":{\"name\":\"x\"}"_s, invalid, u"record"_s);
    make("made without fields", contact, {}, u"name.empty"_s);
    make("fields are a list", contact, u",\"set\":[]"_s, invalid, u"set"_s);
    make("a field that a contact has not", contact, u",\"set\":{\"name\":\"x\",\"due\":1}"_s, u"field.unknown"_s);
    make("a field that nobody has defined", contact, u",\"set\":{\"name\":\"x\",\"x:size\":\"L\"}"_s,
         u"field.unknown"_s);
    make("a field named like SQL", contact, u",\"set\":{\"name\":\"x\",\"x:' OR 1=1\":\"L\"}"_s, u"field.unknown"_s);
    make("lists are a text", contact, u",\"set\":{\"name\":\"x\"},\"add\":\"tags\""_s, invalid, u"add"_s);
    make("a list is a text", contact, u",\"set\":{\"name\":\"x\"},\"add\":{\"tags\":\"x\"}"_s, invalid, u"add.tags"_s);
    make("a list without end", contact,
         u",\"set\":{\"name\":\"x\"},\"add\":{\"tags\":[%1\"x\"]}"_s.arg(u"\"x\","_s.repeated(500)), invalid,
         u"add.tags"_s);
    const QString deep = u"{\"a\":"_s.repeated(64) + u"1"_s + u"}"_s.repeated(64); // with `set` around it too deep
    const QString view = u"segment:$GROUP"_s;
    make("a filter nested too deep", view, u",\"set\":{\"name\":\"x\",\"of\":\"deal\",\"filter\":%1}"_s.arg(deep),
         invalid, u"set"_s);
    change("seen too deep", view, u"\"set\":{\"filter\":{}},\"was\":{\"filter\":%1}"_s.arg(deep), invalid, u"was"_s);
    row("own value nested too deep", u"own:set"_s,
        u"[{\"id\":\"$ID\",\"key\":\"setting:theme\",\"value\":[%1]}]"_s.arg(deep), invalid, u"value"_s);
    make("a pipeline by an agent", u"pipeline:$GROUP"_s, u",\"set\":{\"name\":\"x\"}"_s, u"role.forbidden"_s);

    const auto own = [&](const char *name, const QString &key, const QString &value, const QString &code) {
        row(name, u"own:set"_s, u"[{\"id\":\"$ID\",\"key\":\"%1\",\"value\":%2}]"_s.arg(key, value), code);
    };
    row("own key missing", u"own:set"_s, u"[{\"id\":\"$ID\",\"value\":1}]"_s, invalid, u"key"_s);
    row("own value missing", u"own:set"_s, u"[{\"id\":\"$ID\",\"key\":\"setting:theme\"}]"_s, invalid, u"value"_s);
    own("own key of no kind", u"secret:theme"_s, u"1"_s, u"key.invalid"_s);
    own("setting without a name", u"setting:"_s, u"1"_s, u"key.invalid"_s);
    own("setting with a long name", u"setting:"_s + QString(193, u'n'), u"1"_s, u"key.invalid"_s);
    own("draft of no conversation", u"draft:somewhere"_s, u"\"x\""_s, u"key.invalid"_s);
    own("own value too long", u"setting:theme"_s, u"\"%1\""_s.arg(QString(59'999, u'v')), u"value.tooLong"_s);

    row("page without cursor", u"journal:page"_s, u"[{}]"_s, invalid, u"cursor"_s);
    row("page beyond the end", u"journal:page"_s, u"[{\"cursor\":1000000}]"_s, u"journal.rewound"_s);
    row("page too large", u"journal:page"_s, u"[{\"cursor\":0,\"limit\":501}]"_s, invalid, u"limit"_s);
    row("page of nothing", u"journal:page"_s, u"[{\"cursor\":0,\"limit\":0}]"_s, invalid, u"limit"_s);
    row("snapshot page made up", u"journal:snapshot"_s, u"[{\"page\":\"everything\"}]"_s, invalid, u"page"_s);
    row("fetch backwards", u"journal:fetch"_s, u"[{\"stream\":\"workspace\",\"from\":9,\"to\":1}]"_s, invalid, u"to"_s);
    row("fetch too much", u"journal:fetch"_s, u"[{\"stream\":\"workspace\",\"from\":1,\"to\":501}]"_s, invalid,
        u"to"_s);
    row("history of a foreign one", u"message:history"_s, u"[{\"conversation\":\"$DIRECT\"}]"_s,
        u"conversation.unknown"_s);
    row("search for no list", u"message:search"_s, u"[{\"terms\":\"road\"}]"_s, invalid, u"terms"_s);
    row("search for a term without letters", u"message:search"_s, u"[{\"terms\":[{\"text\":\"…\"}]}]"_s, invalid,
        u"terms[0].text"_s);
    row("search for too many terms", u"message:search"_s,
        u"[{\"terms\":[%1]}]"_s.arg(QStringList(33, u"{\"text\":\"x\"}"_s).join(u',')), invalid, u"terms"_s);
    row("search for a term too long", u"message:search"_s,
        u"[{\"terms\":[{\"text\":\"%1\"}]}]"_s.arg(QString(201, u'x')), invalid, u"terms[0].text"_s);
    row("search in a number", u"message:search"_s, u"[{\"conversations\":[7]}]"_s, invalid, u"conversations[0]"_s);
    row("search in an unknown order", u"message:search"_s, u"[{\"order\":\"oldest\"}]"_s, invalid, u"order"_s);
    row("search for too many rows", u"message:search"_s, u"[{\"limit\":51}]"_s, invalid, u"limit"_s);
    row("search before nothing", u"message:search"_s, u"[{\"before\":\"now\"}]"_s, invalid, u"before"_s);
    row("history of no record", u"record:history"_s, u"[{\"record\":\"ticket:$GROUP\"}]"_s, invalid, u"record"_s);
    row("history of no id", u"record:history"_s, u"[{\"record\":\"contact:1\"}]"_s, invalid, u"record"_s);
    row("history before nothing", u"record:history"_s, u"[{\"record\":\"contact:$GROUP\",\"before\":0}]"_s, invalid,
        u"before"_s);
    row("history of too much", u"record:history"_s, u"[{\"record\":\"contact:$GROUP\",\"limit\":101}]"_s, invalid,
        u"limit"_s);
    row("activities before nothing", u"activity:list"_s, u"[{\"before\":\"now\"}]"_s, invalid, u"before"_s);
    row("ping without time", u"clock:ping"_s, u"[{\"t\":\"now\"}]"_s, invalid, u"t"_s);
    row("presence unknown", u"presence:set"_s, u"[{\"presence\":\"asleep\"}]"_s, invalid, u"presence"_s);
    row("typing without saying so", u"typing:set"_s, u"[{\"conversation\":\"$DIRECT\"}]"_s, invalid, u"typing"_s);
    row("typing in a foreign one", u"typing:set"_s, u"[{\"conversation\":\"$DIRECT\",\"typing\":true}]"_s,
        u"conversation.unknown"_s);
    row("looking without a record", u"record:viewing"_s, u"[{}]"_s, invalid, u"record"_s);
    row("looking at no record", u"record:viewing"_s, u"[{\"record\":\"ticket:$GROUP\"}]"_s, invalid, u"record"_s);
    row("looking at no id", u"record:viewing"_s, u"[{\"record\":\"contact:1\"}]"_s, invalid, u"record"_s);
    row("looking at a foreign one", u"record:viewing"_s, u"[{\"record\":\"conversation:$DIRECT\"}]"_s,
        u"conversation.unknown"_s);
    row("changing a number", u"record:viewing"_s, u"[{\"record\":\"contact:$GROUP\",\"field\":7}]"_s, invalid,
        u"field"_s);
    row("changing no field", u"record:viewing"_s, u"[{\"record\":\"contact:$GROUP\",\"field\":\"shoes\"}]"_s,
        u"field.unknown"_s);
    row("changing another's field", u"record:viewing"_s, u"[{\"record\":\"person:$GROUP\",\"field\":\"x:size\"}]"_s,
        u"field.unknown"_s);
    row("delivered what is not written", u"delivery:applied"_s, u"[{\"upTo\":1000000}]"_s, invalid, u"upTo"_s);
}

void BadInputTest::event()
{
    QFETCH(QString, event);
    QFETCH(QString, arguments);
    QFETCH(QString, code);
    QFETCH(QString, field);
    TestClient eve(m_server->url());
    QVERIFY(eve.connectAs(m_eveToken));
    const QJsonDocument document = QJsonDocument::fromJson(filled(arguments).toUtf8());
    QVERIFY(document.isArray());

    const QJsonObject answer = eve.callRaw(event, document.array());
    QCOMPARE(errorCode(answer), code);
    const QJsonObject error = answer["error"_L1].toObject();
    QVERIFY(!error["message"_L1].toString().isEmpty());
    QCOMPARE(error["detail"_L1].toObject()["field"_L1].toString(), field);
    QCOMPARE(m_server->logged(code), 1);

    // Without an ack the same comes as a notice.
    eve.socket().emitEvent(event, document.array());
    const QJsonObject notice = eve.expect(u"error:notice"_s).payload;
    QCOMPARE(notice["code"_L1].toString(), code);
    QCOMPARE(notice["detail"_L1].toObject()["event"_L1].toString(), event);

    QVERIFY(eve.isConnected());
    QVERIFY(eve.call(u"clock:ping"_s, {{u"t"_s, 1}})["ok"_L1].toBool());
    othersAreUnharmed();
}

QTEST_GUILESS_MAIN(BadInputTest)
#include "BadInputTest.moc"
