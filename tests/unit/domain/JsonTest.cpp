// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Json.h"

#include "domain/EventJson.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace frontdesk;

namespace {

QJsonObject parse(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

const UserId ada(QStringLiteral("ada"));
const UserId ben(QStringLiteral("ben"));
const ConversationId ops(QStringLiteral("ops"));

const Conflict conflict{.id = ConflictId(QStringLiteral("k")),
                        .record = recordOf(ops),
                        .field = fields::title,
                        .wanted = {QStringLiteral("mine"), ada, 2'000},
                        .kept = {QStringLiteral("theirs"), ben, 1'000},
                        .before = QStringLiteral("old"),
                        .seq = 7};

} // namespace

/// Records, conflicts, edits and own values on the wire.
class JsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesComeBack();
    void whatOlderServersLeaveOut();
    void anEditIsToldOnlyWhenThereWasOne();
    void eventsOfRecords();
    void recordChangesComeBack();
    void olderJournalsAreUnderstood();
    void eventThatDoesNotFitIsUnknown_data();
    void eventThatDoesNotFitIsUnknown();
};

void JsonTest::valuesComeBack()
{
    QCOMPARE(decode(toJson(conflict), readConflict).value(), conflict);
    Conflict bare = conflict;
    bare.before = {};
    QCOMPARE(decode(toJson(bare), readConflict).value(), bare);
    for (const QJsonValue &value : {QJsonValue(QStringLiteral("half a sent")), QJsonValue(1.5), QJsonValue(false),
                                    QJsonValue(), QJsonValue(QJsonObject{{QStringLiteral("a"), QJsonArray{1, 2}}})}) {
        const OwnValue own{.key = ownDraftKey(ops), .value = value, .seq = 9};
        QCOMPARE(decode(toJson(own), readOwnValue).value(), own);
    }
    const User user{.id = ada,
                    .name = QStringLiteral("ada"),
                    .displayName = QStringLiteral("Ada"),
                    .role = Role::Admin,
                    .about = QStringLiteral("Refunds"),
                    .version = 4};
    QCOMPARE(decode(toJson(user), readUser).value(), user);
    ConversationState state;
    state.conversation = {.id = ops,
                          .kind = ConversationKind::Group,
                          .title = QStringLiteral("theirs"),
                          .members = {ada, ben},
                          .createdBy = ada,
                          .createdAt = 1,
                          .version = 3,
                          .labels = {QStringLiteral("eu"), QStringLiteral("urgent")},
                          .contact = QStringLiteral("maya")};
    state.conflicts = {conflict};
    QCOMPARE(decode(toJson(state), readConversationState).value(), state);
}

void JsonTest::whatOlderServersLeaveOut()
{
    const User user = decode(parse(R"({"id":"a","name":"ada","displayName":"Ada","role":"agent"})"), readUser).value();
    QCOMPARE(user.about, QString());
    QCOMPARE(user.version, 1);
    const ConversationState state =
        decode(parse(R"({"id":"c","kind":"group","title":"T","members":["a"],"createdBy":"a","createdAt":1,"version":2,
                         "n":3,"number":0,"messages":[],"reads":{}})"),
               readConversationState)
            .value();
    QVERIFY(state.conversation.labels.isEmpty());
    QCOMPARE(state.conversation.contact, QString());
    QVERIFY(state.conflicts.isEmpty());
}

void JsonTest::anEditIsToldOnlyWhenThereWasOne()
{
    Message message{.id = MessageId(QStringLiteral("m")),
                    .conversation = ops,
                    .number = 1,
                    .author = ada,
                    .text = QStringLiteral("hello"),
                    .at = 5,
                    .seq = 6};
    QVERIFY(!toJson(message).contains(QLatin1String("editSeq")));
    QCOMPARE(decode(toJson(message), readMessage).value(), message);
    message.editedAt = 8;
    message.editSeq = 9;
    QCOMPARE(decode(toJson(message), readMessage).value(), message);
}

void JsonTest::eventsOfRecords()
{
    QCOMPARE(std::get<ConflictOpened>(eventFromJson(QStringLiteral("conflict:opened"), toJson(conflict))).conflict,
             conflict);
    const auto closed = std::get<ConflictClosed>(
        eventFromJson(QStringLiteral("conflict:closed"), parse(R"({"id":"k","record":"person:ada","field":"about"})")));
    QCOMPARE(closed.conflict, ConflictId(QStringLiteral("k")));
    QCOMPARE(closed.record, recordOf(ada));
    QCOMPARE(closed.field, fields::about);
    const auto edited = std::get<MessageEdited>(
        eventFromJson(QStringLiteral("message:edited"),
                      parse(R"({"conversation":"ops","message":"m","number":3,"text":"better","at":11})")));
    QCOMPARE(edited.conversation, ops);
    QCOMPARE(edited.message, MessageId(QStringLiteral("m")));
    QCOMPARE(edited.number, 3);
    QCOMPARE(edited.text, QStringLiteral("better"));
    QCOMPARE(edited.at, 11);
    const auto own = std::get<OwnValueChanged>(
        eventFromJson(QStringLiteral("own:changed"), parse(R"({"key":"setting:theme","value":null})")));
    QCOMPARE(own.key, QStringLiteral("setting:theme"));
    QVERIFY(own.value.isNull());
}

void JsonTest::recordChangesComeBack()
{
    const RecordChanged change{.record = recordOf(ops),
                               .version = 3,
                               .set = {{fields::title, QStringLiteral("New")}},
                               .lists = {{fields::labels, {{QStringLiteral("eu")}, {QStringLiteral("us")}}},
                                         {fields::members, {{}, {QStringLiteral("ben")}}}}};
    const auto back = std::get<RecordChanged>(eventFromJson(QStringLiteral("record:changed"), toJson(change)));
    QCOMPARE(back.record, change.record);
    QCOMPARE(back.version, change.version);
    QCOMPARE(back.set, change.set);
    QCOMPARE(back.lists, change.lists);
}

void JsonTest::olderJournalsAreUnderstood()
{
    const auto title = std::get<RecordChanged>(eventFromJson(
        QStringLiteral("conversation:changed"), parse(R"({"conversation":"ops","version":2,"title":"New"})")));
    QCOMPARE(title.record, recordOf(ops));
    QCOMPARE(title.version, 2);
    QCOMPARE(title.set, (QJsonObject{{fields::title, QStringLiteral("New")}}));
    const auto members = std::get<RecordChanged>(
        eventFromJson(QStringLiteral("conversation:members"),
                      parse(R"({"conversation":"ops","version":3,"added":["ada"],"removed":["ben"]})")));
    QCOMPARE(members.record, recordOf(ops));
    QVERIFY(members.set.isEmpty());
    QCOMPARE(members.lists.value(fields::members), (ListChange{{QStringLiteral("ada")}, {QStringLiteral("ben")}}));
    const auto user = std::get<RecordChanged>(eventFromJson(
        QStringLiteral("user:changed"), parse(R"({"id":"ada","name":"ada","displayName":"Ada L.","role":"agent"})")));
    QCOMPARE(user.record, recordOf(ada));
    QCOMPARE(user.set, (QJsonObject{{fields::displayName, QStringLiteral("Ada L.")}}));
}

void JsonTest::eventThatDoesNotFitIsUnknown_data()
{
    QTest::addColumn<QString>("event");
    QTest::addColumn<QJsonObject>("payload");
    const auto row = [](const char *name, const char *event, const char *payload) {
        QVERIFY(!parse(payload).isEmpty());
        QTest::newRow(name) << QString::fromLatin1(event) << parse(payload);
    };
    row("record of no kind", "record:changed", R"({"record":"planet:7","version":2})");
    row("record without version", "record:changed", R"({"record":"person:a"})");
    row("version of nothing", "record:changed", R"({"record":"person:a","version":0})");
    row("set is a text", "record:changed", R"({"record":"person:a","version":2,"set":"x"})");
    row("list is a text", "record:changed", R"({"record":"conversation:a","version":2,"add":{"labels":"x"}})");
    row("list of numbers", "record:changed", R"({"record":"conversation:a","version":2,"remove":{"labels":[1]}})");
    row("conflict without sides", "conflict:opened", R"({"id":"k","record":"person:a","field":"about","seq":1})");
    row("closed without field", "conflict:closed", R"({"id":"k","record":"person:a"})");
    row("edit without number", "message:edited", R"({"conversation":"c","message":"m","text":"x","at":1})");
    row("own without key", "own:changed", R"({"value":1})");
}

void JsonTest::eventThatDoesNotFitIsUnknown()
{
    QFETCH(QString, event);
    QFETCH(QJsonObject, payload);
    QVERIFY(std::holds_alternative<UnknownEvent>(eventFromJson(event, payload)));
}

QTEST_GUILESS_MAIN(JsonTest)
#include "JsonTest.moc"
