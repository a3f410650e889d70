// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialect/FrontdeskCodec.h"
#include "domain/EventJson.h"
#include "domain/Json.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::dialect;

namespace {

const User ada{UserId(QStringLiteral("a")), QStringLiteral("ada"), QStringLiteral("Ada"), Role::Admin};
const Message message{.id = MessageId(QStringLiteral("m")),
                      .conversation = ConversationId(QStringLiteral("c")),
                      .number = 7,
                      .author = ada.id,
                      .text = QStringLiteral("Grüße, 世界 <b>&amp;"),
                      .at = 1'700'000'000'000,
                      .seq = 41,
                      .editedAt = 1'700'000'000'500,
                      .editSeq = 43};
const Conflict conflict{.id = ConflictId(QStringLiteral("x")),
                        .record = recordOf(message.conversation),
                        .field = fields::title,
                        .wanted = {QStringLiteral("Mine"), ada.id, 1'700'000'000'002},
                        .kept = {QStringLiteral("Theirs"), UserId(QStringLiteral("b")), 1'700'000'000'001},
                        .before = QStringLiteral("Before"),
                        .seq = 40};
const RecordState record{.record = {RecordKind::Contact, QStringLiteral("01a1f849-0000-7000-8000-000000000001")},
                         .version = 3,
                         .createdBy = ada.id,
                         .createdAt = 1'700'000'000'000,
                         .changedAt = 1'700'000'000'003,
                         .fields = {},
                         .lists = {{fields::tags, {QStringLiteral("vip")}}}};
const OwnValue own{ownSettingKey(QStringLiteral("sound")), QJsonArray{1, QStringLiteral("two")}, 39};
const ConversationState state{.conversation = {.id = message.conversation,
                                               .kind = ConversationKind::Group,
                                               .title = QStringLiteral("Support"),
                                               .members = {ada.id},
                                               .createdBy = ada.id,
                                               .createdAt = 1'600'000'000'000,
                                               .version = 3,
                                               .labels = {QStringLiteral("late"), QStringLiteral("vip")}},
                              .n = 9,
                              .number = 7,
                              .messages = {message},
                              .reads = {{ada.id, 7}},
                              .conflicts = {conflict}};
const Activity activity{.id = ActivityId(QStringLiteral("x")),
                        .actor = ada.id,
                        .verb = QStringLiteral("Create"),
                        .object = {QStringLiteral("Note"), QStringLiteral("m"), QStringLiteral("Hello")},
                        .target =
                            ActivityObject{QStringLiteral("Group"), QStringLiteral("c"), QStringLiteral("Support")},
                        .published = 1'700'000'000'000,
                        .totalItems = 4,
                        .stream = QStringLiteral("conversation:c"),
                        .seq = 42};
const JournalRow row{.seq = 41,
                     .stream = QStringLiteral("conversation:c"),
                     .n = 9,
                     .mark = QStringLiteral("k"),
                     .at = 1'700'000'000'000,
                     .actor = ada.id,
                     .event = QStringLiteral("message:new"),
                     .payload = toJson(message)};

QJsonObject parse(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonObject with(QJsonObject object, const QJsonObject &more)
{
    for (auto it = more.begin(); it != more.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

/// What became of one thing from outside: an error, or nothing.
using Outcome = std::optional<Error>;

template <class T>
Outcome outcomeOf(const Result<T> &result)
{
    return result ? Outcome() : result.error();
}

/// Everything the server can send, in a valid form, and how it is read. Paths that may be absent or of any type are
/// listed as free.
struct Sample {
    const char *name;
    QJsonObject json;
    std::function<Outcome(const QJsonObject &)> read;
    QSet<QString> free;
};

std::function<Outcome(const QJsonObject &)> event(const char *name)
{
    return [name = QString::fromLatin1(name)](const QJsonObject &json) {
        return outcomeOf(codec::decodeEvent(name, {json}));
    };
}

QVector<Sample> samples()
{
    const QJsonObject ok{{QStringLiteral("ok"), true}};
    const QJsonObject head = parse(R"({"after":40,"upTo":41,"mark":"k"})");
    const auto list = [](const char *name, const QJsonObject &entry) {
        return QJsonObject{{QString::fromLatin1(name), QJsonArray{entry}}};
    };
    const QJsonObject more{{QStringLiteral("more"), false}};
    // The payload of a row belongs to its event, and is tested by itself.
    JournalRow bare = row;
    bare.payload = {};
    // Sides of a conflict may be anything.
    const auto anything = [](const QString &of) {
        return QSet<QString>{of + QLatin1String(".wanted.value"), of + QLatin1String(".kept.value"),
                             of + QLatin1String(".before")};
    };
    const QSet<QString> okFree{QStringLiteral("ok"), QStringLiteral("mark")};
    const auto item = [&](const char *kind, const QJsonObject &value) {
        return list("items", {{QStringLiteral("kind"), QString::fromLatin1(kind)}, {QString::fromLatin1(kind), value}});
    };
    const auto snapshot = [&](const QJsonObject &items) {
        return with(with(ok, items), parse(R"({"next":"2","epoch":"e","cursor":41,"mark":"k"})"));
    };
    const auto readSnapshot = [](const QJsonObject &json) { return outcomeOf(codec::decodeSnapshot({json})); };

    return {
        {"session:ready",
         with(parse(R"({"epoch":"e","limits":{"text":9,"title":9,"members":9,"pageRows":9,"historyRows":9},)"
                    R"("journal":{"state":"behind","upTo":4}})"),
              {{QStringLiteral("user"), toJson(ada)}}),
         event("session:ready"),
         {}},
        {"journal:head", head, event("journal:head"), {}},
        {"a push", with(toJson(bare), head), event("message:new"), {QStringLiteral("seq"), QStringLiteral("after")}},
        {"typing", parse(R"({"conversation":"c","user":"a","typing":true})"), event("typing:changed"), {}},
        {"viewers",
         parse(R"({"record":"contact:c","viewers":[{"user":"a","field":"name"}]})"),
         event("record:viewers"),
         {}},
        {"presence", parse(R"({"user":"a","presence":"away","lastSeen":5})"), event("presence:changed"), {}},
        {"everybody",
         list("users", parse(R"({"user":"a","presence":"dnd","lastSeen":5,"delivered":6})")),
         event("presence:all"),
         {}},
        {"delivery", parse(R"({"user":"a","upTo":5})"), event("delivery:changed"), {}},
        {"page", with(with(with(ok, list("rows", toJson(bare))), head), more),
         [](const QJsonObject &json) { return outcomeOf(codec::decodePage({json})); }, okFree},
        {"rows", with(ok, list("rows", toJson(bare))),
         [](const QJsonObject &json) { return outcomeOf(codec::decodeRows({json})); }, okFree},
        {"known commands", with(ok, parse(R"({"known":["a"]})")),
         [](const QJsonObject &json) { return outcomeOf(codec::decodeKnown({json})); }, okFree},
        {"history", with(with(ok, list("messages", toJson(message))), more),
         [](const QJsonObject &json) { return outcomeOf(codec::decodeHistory({json})); }, okFree},
        {"record history", with(with(ok, list("rows", toJson(bare))), more),
         [](const QJsonObject &json) { return outcomeOf(codec::decodeRecordHistory({json})); }, okFree},
        {"audit log", with(with(ok, list("rows", toJson(bare))), parse(R"({"next":"5.6"})")),
         [](const QJsonObject &json) { return outcomeOf(codec::decodeAudit({json})); }, okFree},
        {"activities", with(with(ok, list("activities", toJson(activity))), more),
         [](const QJsonObject &json) { return outcomeOf(codec::decodeActivities({json})); }, okFree},
        {"pong", with(with(ok, head), parse(R"({"at":5})")),
         [](const QJsonObject &json) { return outcomeOf(codec::decodePong({json})); }, okFree},
        {"snapshot of a user", snapshot(item("user", toJson(ada))), readSnapshot, okFree},
        {"snapshot of a conversation", snapshot(item("conversation", toJson(state))), readSnapshot,
         okFree + anything(QStringLiteral("items[0].conversation.conflicts[0]"))},
        {"snapshot of a conflict", snapshot(item("conflict", toJson(conflict))), readSnapshot,
         okFree + anything(QStringLiteral("items[0].conflict"))},
        {"snapshot of an own value", snapshot(item("own", toJson(OwnValue{own.key, 5, own.seq}))), readSnapshot,
         okFree + QSet<QString>{QStringLiteral("items[0].own.value")}},
        {"snapshot of a record", snapshot(item("record", toJson(record))), readSnapshot, okFree},
        {"snapshot of an activity", snapshot(item("activity", toJson(activity))), readSnapshot, okFree},
        {"snapshot of a stream", snapshot(list("items", parse(R"({"kind":"stream","stream":"workspace","n":3})"))),
         readSnapshot, okFree},
    };
}

/// Calls `visit(path, object with that value replaced)` for every value at any depth.
void replaceEach(const QJsonValue &value, const QString &path, const QJsonValue &replacement,
                 const std::function<void(const QString &, const QJsonValue &)> &visit)
{
    if (!path.isEmpty())
        visit(path, replacement);
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString inner = path.isEmpty() ? it.key() : path + QLatin1Char('.') + it.key();
            replaceEach(it.value(), inner, replacement,
                        [&, key = it.key()](const QString &at, const QJsonValue &changed) {
                            QJsonObject copy = object;
                            copy.insert(key, changed);
                            visit(at, copy);
                        });
        }
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            replaceEach(array[i], path + QStringLiteral("[%1]").arg(i), replacement,
                        [&](const QString &at, const QJsonValue &changed) {
                            QJsonArray copy = array;
                            copy[i] = changed;
                            visit(at, copy);
                        });
    }
}

QJsonValue valueAt(const QJsonObject &object, const QString &path)
{
    QJsonValue value = object;
    const QStringList steps = QString(path).replace(QLatin1Char('['), QLatin1String(".[")).split(QLatin1Char('.'));
    for (const QString &step : steps)
        value = step.startsWith(QLatin1Char('[')) ? value.toArray()[step.mid(1, step.size() - 2).toInt()]
                                                  : value.toObject()[step];
    return value;
}

} // namespace

class CodecTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySampleIsUnderstood();
    void everyWrongTypeIsNamed();
    void objectsComeBackAsTheyWere();
    void payloadsThatDoNotFitAreUnknownEvents();
    void eventsOfTheJournal();
    void greetingSaysWhereTheClientIs();
    void commandsCarryIdAndTime();
    void answersToCommands();
    void pushBeyondItsRowKeepsNoMark();
    void hugeListsAreRefused();
    void refusalsAlwaysHaveCodeAndWords();
    void whatIsNotAnObjectIsAnError();
};

void CodecTest::everySampleIsUnderstood()
{
    for (const Sample &sample : samples()) {
        const Outcome outcome = sample.read(sample.json);
        QVERIFY2(!outcome,
                 qPrintable(QLatin1String(sample.name) + QLatin1String(": ") + outcome.value_or(Error()).message));
    }
}

void CodecTest::everyWrongTypeIsNamed()
{
    const QVector<QJsonValue> wrongValues{true, 3.5, -1, QStringLiteral("?"), QJsonArray{1}, QJsonObject()};
    int checked = 0;
    for (const Sample &sample : samples()) {
        for (const QJsonValue &wrong : wrongValues) {
            replaceEach(sample.json, {}, wrong, [&](const QString &path, const QJsonValue &changed) {
                const QJsonValue::Type was = valueAt(sample.json, path).type();
                if (sample.free.contains(path) || (was == wrong.type() && !wrong.isDouble()))
                    return;
                const Outcome outcome = sample.read(changed.toObject());
                const QString where = QLatin1String(sample.name) + QLatin1String(" ") + path;
                QVERIFY2(outcome, qPrintable(where));
                QCOMPARE(outcome->code, QStringLiteral("payload.invalid"));
                const QString field = outcome->detail[QLatin1String("field")].toString();
                QVERIFY2(field == path || field.startsWith(path + QLatin1Char('.')),
                         qPrintable(where + QLatin1String(" but ") + field));
                ++checked;
            });
        }
    }
    QVERIFY(checked > 300);
}

void CodecTest::objectsComeBackAsTheyWere()
{
    QCOMPARE(decode(toJson(ada), readUser).value(), ada);
    QCOMPARE(decode(toJson(message), readMessage).value(), message);
    QCOMPARE(decode(toJson(state.conversation), readConversation).value(), state.conversation);
    QCOMPARE(decode(toJson(state), readConversationState).value(), state);
    QCOMPARE(decode(toJson(conflict), readConflict).value(), conflict);
    QCOMPARE(decode(toJson(own), readOwnValue).value(), own);
    QCOMPARE(decode(toJson(activity), readActivity).value(), activity);
    QCOMPARE(decode(toJson(row), readJournalRow).value(), row);
    const Error error{QStringLiteral("rate.limited"), QStringLiteral("Later"), std::chrono::milliseconds(250)};
    QCOMPARE(readError(toJson(error)), error);
}

void CodecTest::payloadsThatDoNotFitAreUnknownEvents()
{
    JournalRow unfit = row;
    unfit.payload.remove(QStringLiteral("author"));
    const DecodedRow kept = decodeRow(unfit);
    QVERIFY(std::holds_alternative<UnknownEvent>(kept.event));
    QCOMPARE(kept.row, unfit); // for a later version
    QVERIFY(std::holds_alternative<UnknownEvent>(eventFromJson(QStringLiteral("deal:won"), {})));
    for (const char *name :
         {"message:new", "read:moved", "activity:new", "conversation:entered", "conversation:left",
          "conversation:created", "record:changed", "conflict:opened", "conflict:closed", "message:edited",
          "own:changed", "conversation:changed", "conversation:members", "user:added", "user:changed"})
        QVERIFY2(std::holds_alternative<UnknownEvent>(eventFromJson(QString::fromLatin1(name), parse(R"({"id":5})"))),
                 name);
}

void CodecTest::eventsOfTheJournal()
{
    const auto event = [](const char *name, const QJsonObject &payload) {
        return eventFromJson(QString::fromLatin1(name), payload);
    };
    QCOMPARE(std::get<MessageAdded>(event("message:new", toJson(message))).message, message);
    QCOMPARE(std::get<ReadMoved>(event("read:moved", parse(R"({"conversation":"c","user":"a","number":4})"))).number,
             4);
    QCOMPARE(std::get<ActivityAdded>(event("activity:new", toJson(activity))).activity, activity);
    QCOMPARE(std::get<ConversationEntered>(event("conversation:entered", toJson(state))).state, state);
    QCOMPARE(
        std::get<ConversationLeft>(event("conversation:left", parse(R"({"conversation":"c"})"))).conversation.text(),
        QStringLiteral("c"));
    QCOMPARE(std::get<ConversationCreated>(event("conversation:created", toJson(state.conversation))).conversation,
             state.conversation);
    const auto changed = [&](const char *name, const QJsonObject &payload) {
        return std::get<RecordChanged>(event(name, payload));
    };
    const RecordChanged titled = changed("record:changed", parse(R"({"record":"conversation:c","version":4,
        "set":{"title":"T"},"add":{"labels":["vip"]},"remove":{"members":["z"],"labels":["late"]}})"));
    QCOMPARE(titled.record, recordOf(ConversationId(QStringLiteral("c"))));
    QCOMPARE(titled.version, 4);
    QCOMPARE(titled.set, parse(R"({"title":"T"})"));
    QCOMPARE(titled.lists.value(fields::labels), (ListChange{{QStringLiteral("vip")}, {QStringLiteral("late")}}));
    QCOMPARE(titled.lists.value(fields::members), (ListChange{{}, {QStringLiteral("z")}}));
    QCOMPARE(std::get<ConflictOpened>(event("conflict:opened", toJson(conflict))).conflict, conflict);
    const auto closed =
        std::get<ConflictClosed>(event("conflict:closed", parse(R"({"id":"x","record":"person:a","field":"about"})")));
    QCOMPARE(closed.conflict, ConflictId(QStringLiteral("x")));
    QCOMPARE(closed.record, recordOf(UserId(QStringLiteral("a"))));
    const auto edited = std::get<MessageEdited>(
        event("message:edited", parse(R"({"conversation":"c","message":"m","number":3,"text":"Better","at":9})")));
    QCOMPARE(edited.message, MessageId(QStringLiteral("m")));
    QCOMPARE(edited.text, QStringLiteral("Better"));
    QCOMPARE(std::get<OwnValueChanged>(event("own:changed", parse(R"({"key":"setting:s","value":[1]})"))).value,
             QJsonValue(QJsonArray{1}));
    // What journals of earlier versions hold
    QCOMPARE(changed("conversation:changed", parse(R"({"conversation":"c","version":2,"title":"T"})")).set,
             parse(R"({"title":"T"})"));
    const RecordChanged members =
        changed("conversation:members", parse(R"({"conversation":"c","version":2,"added":["a","b"],"removed":["z"]})"));
    QCOMPARE(members.lists.value(fields::members).add.size(), 2);
    QCOMPARE(members.lists.value(fields::members).remove, QStringList{QStringLiteral("z")});
    QCOMPARE(changed("user:changed", toJson(ada)).set, (QJsonObject{{fields::displayName, ada.displayName}}));
    QCOMPARE(std::get<UserAdded>(event("user:added", toJson(ada))).user, ada);
}

void CodecTest::greetingSaysWhereTheClientIs()
{
    const QJsonObject fresh =
        codec::encodeGreeting({.token = QStringLiteral("t"), .client = QString(300, QLatin1Char('x')), .cursor = {}});
    QCOMPARE(fresh[QLatin1String("token")].toString(), QStringLiteral("t"));
    QCOMPARE(fresh[QLatin1String("client")].toString().size(), 100);
    QVERIFY(!fresh.contains(QLatin1String("cursor")));

    const QJsonObject known =
        codec::encodeGreeting({.token = {}, .client = {}, .cursor = {QStringLiteral("e"), 4711, QStringLiteral("k")}});
    QCOMPARE(known[QLatin1String("epoch")].toString(), QStringLiteral("e"));
    QCOMPARE(known[QLatin1String("cursor")].toInteger(), 4711);
    QCOMPARE(known[QLatin1String("mark")].toString(), QStringLiteral("k"));
}

void CodecTest::commandsCarryIdAndTime()
{
    const Command send{CommandId(QStringLiteral("i")), 5,
                       SendMessage{ConversationId(QStringLiteral("c")), QStringLiteral("Hi")}};
    QCOMPARE(codec::encodeCommand(send), parse(R"({"id":"i","at":5,"conversation":"c","text":"Hi"})"));
    ChangeRecord change = renameConversation(ConversationId(QStringLiteral("c")), QStringLiteral("T"));
    change.basis = {7, {CommandId(QStringLiteral("h"))}};
    change.was = {{fields::title, QStringLiteral("S")}};
    change.resolves = ConflictId(QStringLiteral("x"));
    QCOMPARE(codec::encodeCommand({CommandId(QStringLiteral("i")), 5, change}),
             parse(R"({"id":"i","record":"conversation:c","base":7,"after":["h"],"set":{"title":"T"},
                       "was":{"title":"S"},"resolves":"x"})"));
}

void CodecTest::answersToCommands()
{
    QCOMPARE(std::get<Acknowledged>(codec::decodeCommandAnswer({parse(R"({"ok":true,"seq":7,"result":{}})")})).seq, 7);
    const auto refused =
        codec::decodeCommandAnswer({parse(R"({"ok":false,"error":{"code":"text.empty","message":"Empty"}})")});
    QCOMPARE(std::get<Error>(refused).code, QStringLiteral("text.empty"));
    QVERIFY(std::holds_alternative<FateUnknown>(codec::decodeCommandAnswer({})));
    QVERIFY(std::holds_alternative<FateUnknown>(codec::decodeCommandAnswer({QStringLiteral("yes")})));
}

void CodecTest::pushBeyondItsRowKeepsNoMark()
{
    const auto push = [](qint64 upTo) {
        const QJsonObject json = with(toJson(row), {{QStringLiteral("after"), 40}, {QStringLiteral("upTo"), upTo}});
        return std::get<JournalBatch>(codec::decodeEvent(row.event, {json}).value());
    };
    QCOMPARE(push(row.seq).mark, row.mark);
    JournalRow told = row;
    told.payload = {}; // is in the event
    QCOMPARE(push(row.seq).rows.first().row, told);
    QCOMPARE(push(row.seq + 5).mark, QString());
}

void CodecTest::hugeListsAreRefused()
{
    QJsonArray rows;
    for (int i = 0; i < 10'001; ++i)
        rows.append(QJsonObject());
    const auto answer = codec::decodeRows({QJsonObject{{QStringLiteral("ok"), true}, {QStringLiteral("rows"), rows}}});
    QVERIFY(!answer);
    QCOMPARE(answer.error().detail[QLatin1String("field")].toString(), QStringLiteral("rows"));
}

void CodecTest::refusalsAlwaysHaveCodeAndWords()
{
    const Error said =
        codec::decodeRefusal(QStringLiteral("outer"), parse(R"({"code":"auth.expired","message":"inner"})"));
    QCOMPARE(said.code, QStringLiteral("auth.expired"));
    QCOMPARE(said.message, QStringLiteral("inner"));
    QCOMPARE(codec::decodeRefusal(QStringLiteral("outer"), {}).message, QStringLiteral("outer"));
    const Error bare = codec::decodeRefusal({}, {});
    QVERIFY(!bare.code.isEmpty());
    QVERIFY(!bare.message.isEmpty());
}

void CodecTest::whatIsNotAnObjectIsAnError()
{
    for (const QJsonArray &arguments :
         {QJsonArray(), QJsonArray{5}, QJsonArray{QJsonArray()}, QJsonArray{QJsonValue()}}) {
        QVERIFY(!codec::decodePage(arguments));
        QVERIFY(!codec::decodeEvent(QStringLiteral("session:ready"), arguments));
        QVERIFY(!codec::decodeEvent(QStringLiteral("session:ended"), arguments));
        const auto unknown = codec::decodeEvent(QStringLiteral("future:event"), arguments);
        QVERIFY(unknown && std::holds_alternative<codec::Ignored>(unknown.value()));
    }
}

QTEST_GUILESS_MAIN(CodecTest)
#include "CodecTest.moc"
