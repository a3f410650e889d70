// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Command.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace frontdesk;
using namespace std::chrono_literals;

namespace {

const ConversationId ops(QStringLiteral("ops"));

} // namespace

class ValuesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void uuidV7CarriesItsTime();
    void uuidV7SortsByTimeAndIsUnique();
    void uuidV7OfOneSequenceSortInTheOrderOfTheCalls();
    void canonicalUuid_data();
    void canonicalUuid();
    void directConversationIsTheSameForBoth();
    void codePointsAreCounted_data();
    void codePointsAreCounted();
    void commandsSurviveJson_data();
    void commandsSurviveJson();
    void strangeCommandsAreNoCommands_data();
    void strangeCommandsAreNoCommands();
    void listWithoutEntriesIsNoChange();
    void recordsAreNamed_data();
    void recordsAreNamed();
    void anEditIsNothingWithoutItsMessage();
    void namesOfEnumsComeBack();
};

void ValuesTest::uuidV7CarriesItsTime()
{
    const QString id = createUuidV7(1'700'000'123'456ms);
    QVERIFY(isCanonicalUuid(id));
    QCOMPARE(id[14], QLatin1Char('7'));               // version
    QVERIFY(QStringLiteral("89ab").contains(id[19])); // variant
    QCOMPARE(timeOfUuidV7(id), std::optional(1'700'000'123'456ms));
    QCOMPARE(timeOfUuidV7(QStringLiteral("018bcfe5-68d5-4f00-8000-000000000000")), std::nullopt); // a version 4
    QCOMPARE(timeOfUuidV7(QStringLiteral("not a uuid")), std::nullopt);
}

void ValuesTest::uuidV7SortsByTimeAndIsUnique()
{
    QVERIFY(createUuidV7(1'000ms) < createUuidV7(1'001ms));
    QSet<QString> ids;
    for (int i = 0; i < 1000; ++i)
        ids.insert(createUuidV7(5ms));
    QCOMPARE(ids.size(), 1000);
}

void ValuesTest::uuidV7OfOneSequenceSortInTheOrderOfTheCalls()
{
    UuidV7Sequence sequence;
    QStringList ids;
    for (const auto time : {5'000ms, 5'000ms, 5'000ms, 4'000ms, 5'001ms, 6'000ms})
        ids.append(sequence.next(time));
    QVERIFY(std::all_of(ids.cbegin(), ids.cend(), isCanonicalUuid));
    QVERIFY(std::is_sorted(ids.cbegin(), ids.cend()));
    QCOMPARE(timeOfUuidV7(ids.first()), std::optional(5'000ms));
    QCOMPARE(timeOfUuidV7(ids[3]), std::optional(5'000ms)); // and not the time of a later one
    QCOMPARE(timeOfUuidV7(ids.last()), std::optional(6'000ms));
    sequence.next(10'000'000ms);
    QCOMPARE(timeOfUuidV7(sequence.next(7'000ms)), std::optional(7'000ms)); // put back by hours
}

void ValuesTest::canonicalUuid_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("canonical");
    QTest::newRow("canonical") << QStringLiteral("6f1d3c0e-5f6a-4c52-9d0b-9f1a2f0c7a11") << true;
    QTest::newRow("upper case") << QStringLiteral("6F1D3C0E-5F6A-4C52-9D0B-9F1A2F0C7A11") << false;
    QTest::newRow("braces") << QStringLiteral("{6f1d3c0e-5f6a-4c52-9d0b-9f1a2f0c7a11}") << false;
    QTest::newRow("nil") << QStringLiteral("00000000-0000-0000-0000-000000000000") << false;
    QTest::newRow("short") << QStringLiteral("6f1d3c0e") << false;
    QTest::newRow("empty") << QString() << false;
}

void ValuesTest::canonicalUuid()
{
    QFETCH(QString, text);
    QTEST(isCanonicalUuid(text), "canonical");
}

void ValuesTest::directConversationIsTheSameForBoth()
{
    const UserId a(QStringLiteral("018bcfe5-68d5-7f00-8000-000000000001"));
    const UserId b(QStringLiteral("018bcfe5-68d5-7f00-8000-000000000002"));
    QCOMPARE(directConversationId(a, b), directConversationId(b, a));
    QVERIFY(!(directConversationId(a, b) == directConversationId(a, a)));
    // UUIDv5 of "a:b" in the name space of docs/protocol.md, 4, computed with Python's uuid module.
    QCOMPARE(directConversationId(a, b).text(), QStringLiteral("e2124fad-a77d-5a2a-b459-294a0c78a4d4"));
}

void ValuesTest::codePointsAreCounted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::newRow("empty") << QString() << 0;
    QTest::newRow("latin") << QStringLiteral("abc") << 3;
    QTest::newRow("emoji are one each") << QStringLiteral("🎉🎉") << 2;
    QTest::newRow("combining marks count") << QStringLiteral("e\u0301") << 2;
}

void ValuesTest::codePointsAreCounted()
{
    QFETCH(QString, text);
    QFETCH(int, count);
    QCOMPARE(codePoints(text), count);
}

void ValuesTest::commandsSurviveJson_data()
{
    QTest::addColumn<CommandBody>("body");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("lane");
    const UserId ada(QStringLiteral("ada"));
    const auto row = [](const QString &name, const CommandBody &body, const QString &lane) {
        QTest::addRow("%s in %s", qPrintable(name), qPrintable(lane)) << body << name << lane;
    };
    row(QStringLiteral("message:send"), SendMessage{ops, QStringLiteral("Zeile 1\nZeile 2 🎉")}, QStringLiteral("ops"));
    row(QStringLiteral("read:move"), MoveRead{ops, 9'007'199'254'740'993}, QStringLiteral("ops")); // above 2^53
    row(QStringLiteral("conversation:create"),
        CreateConversation{ops, ConversationKind::Group, QStringLiteral("Ops"), {ada}}, QStringLiteral("ops"));
    row(QStringLiteral("message:edit"), EditMessage{ops, MessageId(QStringLiteral("m1")), QStringLiteral("better")},
        QStringLiteral("ops"));
    row(QStringLiteral("record:change"), renameConversation(ops, QStringLiteral("New")), QStringLiteral("ops"));
    row(QStringLiteral("record:change"), changeMembers(ops, {ada}, {UserId(QStringLiteral("ben"))}),
        QStringLiteral("ops"));
    row(QStringLiteral("record:change"), changeLabels(ops, {QStringLiteral("urgent")}, {}), QStringLiteral("ops"));
    row(QStringLiteral("record:change"),
        ChangeRecord{
            .record = recordOf(ada),
            .basis = {.version = 7, .after = {CommandId(QStringLiteral("c1")), CommandId(QStringLiteral("c2"))}},
            .set = {{fields::displayName, QStringLiteral("Ada")}, {fields::about, QString()}},
            .was = {{fields::displayName, QStringLiteral("A.")}, {fields::about, QJsonValue()}},
            .lists = {},
            .resolves = ConflictId(QStringLiteral("k"))},
        QStringLiteral("person:ada"));
    row(QStringLiteral("own:set"), SetOwnValue{ownSettingKey(QStringLiteral("theme")), QStringLiteral("dark")},
        QStringLiteral("own:setting:theme"));
    row(QStringLiteral("own:set"), SetOwnValue{ownDraftKey(ops), QJsonValue()}, QStringLiteral("own:draft:ops"));
}

void ValuesTest::commandsSurviveJson()
{
    QFETCH(CommandBody, body);
    QTEST(nameOf(body), "name");
    QTEST(laneOf(body), "lane");
    const auto back = commandFromJson(nameOf(body), toJson(body));
    QVERIFY(back);
    QVERIFY(*back == body);
}

void ValuesTest::strangeCommandsAreNoCommands_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonObject>("fields");
    QTest::newRow("unknown name") << QStringLiteral("message:react") << QJsonObject{};
    QTest::newRow("old name") << QStringLiteral("conversation:rename")
                              << QJsonObject{{QStringLiteral("conversation"), QStringLiteral("ops")}};
    QTest::newRow("unknown record") << QStringLiteral("record:change")
                                    << QJsonObject{{QStringLiteral("record"), QStringLiteral("planet:7")}};
    QTest::newRow("unknown kind") << QStringLiteral("conversation:create")
                                  << QJsonObject{{QStringLiteral("kind"), QStringLiteral("channel")}};
}

void ValuesTest::strangeCommandsAreNoCommands()
{
    QFETCH(QString, name);
    QFETCH(QJsonObject, fields);
    QVERIFY(!commandFromJson(name, fields));
}

void ValuesTest::listWithoutEntriesIsNoChange()
{
    QJsonObject fields = toJson(renameConversation(ops, QStringLiteral("New")));
    fields.insert(QLatin1String("add"), QJsonObject{{QStringLiteral("labels"), QJsonArray()}});
    QVERIFY(commandFromJson(QStringLiteral("record:change"), fields) ==
            CommandBody(renameConversation(ops, QStringLiteral("New"))));
}

void ValuesTest::recordsAreNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("record");
    QTest::newRow("conversation") << recordOf(ops).text() << true;
    QTest::newRow("person") << recordOf(UserId(QStringLiteral("ada"))).text() << true;
    QTest::newRow("of no kind") << QStringLiteral("planet:7") << false;
    QTest::newRow("nobody") << QStringLiteral("person:") << false;
    QTest::newRow("kind alone") << QStringLiteral("conversation") << false;
    QTest::newRow("empty") << QString() << false;
}

void ValuesTest::recordsAreNamed()
{
    QFETCH(QString, text);
    const auto record = RecordRef::from(text);
    QTEST(record.has_value(), "record");
    if (record)
        QCOMPARE(record->text(), text);
}

void ValuesTest::anEditIsNothingWithoutItsMessage()
{
    const MessageId message(QStringLiteral("m1"));
    QCOMPARE(parentOf(EditMessage{ops, message, QStringLiteral("better")}), message);
    QVERIFY(parentOf(SendMessage{ops, QStringLiteral("first")}).isEmpty());
    QVERIFY(parentOf(renameConversation(ops, QStringLiteral("New"))).isEmpty());
}

void ValuesTest::namesOfEnumsComeBack()
{
    for (const Presence presence : {Presence::Offline, Presence::Online, Presence::Away, Presence::DoNotDisturb})
        QCOMPARE(presenceFrom(nameOf(presence)), std::optional(presence));
    for (const Role role : {Role::Agent, Role::Admin})
        QCOMPARE(roleFrom(nameOf(role)), std::optional(role));
    for (const ConversationKind kind : {ConversationKind::Direct, ConversationKind::Group})
        QCOMPARE(conversationKindFrom(nameOf(kind)), std::optional(kind));
    QCOMPARE(presenceFrom(QStringLiteral("busy")), std::nullopt);
}

QTEST_GUILESS_MAIN(ValuesTest)
#include "ValuesTest.moc"
