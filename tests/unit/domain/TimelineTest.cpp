// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Timeline.h"

#include "domain/Overlay.h"

#include <QtTest/QTest>

using namespace frontdesk;

namespace {

const UserId me(QStringLiteral("me"));
const UserId ada(QStringLiteral("ada"));
const UserId ben(QStringLiteral("ben"));
const ConversationId ops(QStringLiteral("ops"));
const ConversationId sales(QStringLiteral("sales"));

Message message(qint64 number, const UserId &author, const QString &id = {})
{
    return {.id = MessageId(id.isEmpty() ? QStringLiteral("m%1").arg(number) : id),
            .conversation = ops,
            .number = number,
            .author = author,
            .text = QStringLiteral("text %1").arg(number),
            .at = 1000 * number,
            .seq = 10 * number};
}

PendingCommand pending(const QString &id, CommandBody body, Delivery state = Delivery::Queued, qint64 at = 90'000)
{
    return {.command = {.id = CommandId(id), .at = at, .body = std::move(body)}, .state = state, .refusal = {}};
}

ChangeRecord changeOf(const UserId &person)
{
    return {.record = recordOf(person),
            .basis = {},
            .set = {{fields::displayName, QStringLiteral("Me")}},
            .was = {},
            .lists = {},
            .resolves = {}};
}

ConversationSummary summary(const ConversationId &id, qint64 sortAt)
{
    ConversationSummary summary;
    summary.conversation.id = id;
    summary.conversation.kind = ConversationKind::Group;
    summary.conversation.title = id.text();
    summary.conversation.members = {me, ada};
    summary.number = 10;
    summary.readUpTo = 4;
    summary.unread = 5; // one of the six after 4 is an own one
    summary.sortAt = sortAt;
    return summary;
}

QStringList idsOf(const QVector<TimelineEntry> &entries)
{
    QStringList ids;
    for (const TimelineEntry &entry : entries)
        ids.append(entry.id.text());
    return ids;
}

QStringList idsOf(const QVector<ConversationSummary> &summaries)
{
    QStringList ids;
    for (const ConversationSummary &row : summaries)
        ids.append(row.conversation.id.text());
    return ids;
}

} // namespace

class TimelineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pendingFollowsConfirmed();
    void confirmedTakesThePlaceOfItsPending();
    void refusedStaysWithItsReason();
    void deliveryOfOwnMessages_data();
    void deliveryOfOwnMessages();
    void editedMessageSaysSo();
    void pendingEditIsShownAtOnce();
    void refusedEditLeavesTheText();
    void newestEditCounts();
    void editOfWhatIsNotHereIsIgnored();

    void newestIsFirst();
    void pendingMessageIsTheNewest();
    void createdConversationIsThereAtOnce();
    void creatingOneThatExistsChangesNothing();
    void renamedAndChangedMembers();
    void labelsAreASortedSet();
    void contactIsShownAsItWillBe();
    void closedUntilAMessageIsQueued();
    void pendingEditOfTheNewestIsSeenInTheList();
    void leftConversationIsGoneAtOnce();
    void readPosition_data();
    void readPosition();
    void refusedChangesAreNotShown();
    void refusedMessageStillIs();
    void commandsBuildOnEachOther();
    void foreignConversationIsIgnored();
};

void TimelineTest::pendingFollowsConfirmed()
{
    const auto entries =
        timeline({message(1, ada), message(2, me)},
                 {pending(QStringLiteral("p1"), SendMessage{ops, QStringLiteral("first")}),
                  pending(QStringLiteral("x"), SendMessage{sales, QStringLiteral("elsewhere")}),
                  pending(QStringLiteral("r"), MoveRead{ops, 2}),
                  pending(QStringLiteral("p2"), SendMessage{ops, QStringLiteral("second")}, Delivery::Sending)},
                 ops, me, {});
    QCOMPARE(idsOf(entries),
             (QStringList{QStringLiteral("m1"), QStringLiteral("m2"), QStringLiteral("p1"), QStringLiteral("p2")}));
    QCOMPARE(entries[2].author, me);
    QCOMPARE(entries[2].text, QStringLiteral("first"));
    QCOMPARE(entries[2].number, 0);
    QCOMPARE(entries[2].at, 90'000);
    QCOMPARE(entries[2].delivery, Delivery::Queued);
    QCOMPARE(entries[3].delivery, Delivery::Sending);
}

void TimelineTest::confirmedTakesThePlaceOfItsPending()
{
    const auto entries = timeline(
        {message(1, me, QStringLiteral("p1")), message(2, ada)},
        {pending(QStringLiteral("p1"), SendMessage{ops, QStringLiteral("first")}, Delivery::Sending)}, ops, me, {});
    QCOMPARE(idsOf(entries), (QStringList{QStringLiteral("p1"), QStringLiteral("m2")}));
    QCOMPARE(entries[0].number, 1);
    QCOMPARE(entries[0].delivery, Delivery::Sent);
}

void TimelineTest::refusedStaysWithItsReason()
{
    PendingCommand refused =
        pending(QStringLiteral("p"), SendMessage{ops, QStringLiteral("too long")}, Delivery::Refused);
    refused.refusal = {QStringLiteral("text.tooLong"), QStringLiteral("The text is too long.")};
    const auto entries = timeline({}, {refused}, ops, me, {});
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries[0].delivery, Delivery::Refused);
    QCOMPARE(entries[0].refusal, refused.refusal);
}

void TimelineTest::deliveryOfOwnMessages_data()
{
    QTest::addColumn<qint64>("readUpTo");
    QTest::addColumn<qint64>("deliveredUpTo");
    QTest::addColumn<Delivery>("delivery");
    // of message number 5 with seq 50
    QTest::newRow("nobody has it") << qint64(4) << qint64(49) << Delivery::Sent;
    QTest::newRow("on a device") << qint64(4) << qint64(50) << Delivery::Delivered;
    QTest::newRow("read") << qint64(5) << qint64(50) << Delivery::Read;
    QTest::newRow("read, the device says so later") << qint64(9) << qint64(0) << Delivery::Read;
}

void TimelineTest::deliveryOfOwnMessages()
{
    QFETCH(qint64, readUpTo);
    QFETCH(qint64, deliveredUpTo);
    const auto entries = timeline({message(5, me), message(6, ada)}, {}, ops, me, {readUpTo, deliveredUpTo});
    QTEST(entries[0].delivery, "delivery");
    QCOMPARE(entries[1].delivery, Delivery::Sent); // what others wrote has no state of its own
}

void TimelineTest::editedMessageSaysSo()
{
    Message edited = message(1, ada);
    edited.editedAt = 5'000;
    edited.editSeq = 50;
    const auto entries = timeline({edited, message(2, ada)}, {}, ops, me, {});
    QVERIFY(entries[0].edited);
    QVERIFY(!entries[0].edit);
    QVERIFY(!entries[1].edited);
}

void TimelineTest::pendingEditIsShownAtOnce()
{
    const auto edit = [](const QString &id, const QString &of) {
        return pending(id, EditMessage{ops, MessageId(of), QStringLiteral("better")});
    };
    const auto entries =
        timeline({message(1, me)},
                 {pending(QStringLiteral("p1"), SendMessage{ops, QStringLiteral("waits too")}),
                  edit(QStringLiteral("e1"), QStringLiteral("m1")), edit(QStringLiteral("e2"), QStringLiteral("p1"))},
                 ops, me, {});
    QCOMPARE(idsOf(entries), (QStringList{QStringLiteral("m1"), QStringLiteral("p1")})); // an edit is no entry
    for (const TimelineEntry &entry : entries) {
        QCOMPARE(entry.text, QStringLiteral("better"));
        QVERIFY(entry.edited);
        QCOMPARE(entry.edit->state, Delivery::Queued);
    }
    QCOMPARE(entries[0].delivery, Delivery::Sent); // the message's own
}

void TimelineTest::refusedEditLeavesTheText()
{
    const auto entries = timeline(
        {message(1, me)},
        {pending(QStringLiteral("e"), EditMessage{ops, MessageId(QStringLiteral("m1")), QStringLiteral("better")},
                 Delivery::Refused)},
        ops, me, {});
    QCOMPARE(entries[0].text, QStringLiteral("text 1"));
    QVERIFY(!entries[0].edited);
    QCOMPARE(entries[0].edit->state, Delivery::Refused); // what was typed is there
}

void TimelineTest::newestEditCounts()
{
    const auto edit = [](const QString &id, const QString &text) {
        return pending(id, EditMessage{ops, MessageId(QStringLiteral("m1")), text});
    };
    const auto entries = timeline(
        {message(1, me)},
        {edit(QStringLiteral("e1"), QStringLiteral("second")), edit(QStringLiteral("e2"), QStringLiteral("third"))},
        ops, me, {});
    QCOMPARE(entries[0].text, QStringLiteral("third"));
    QCOMPARE(entries[0].edit->command.id, CommandId(QStringLiteral("e2")));
}

void TimelineTest::editOfWhatIsNotHereIsIgnored()
{
    const auto edit = [](const ConversationId &conversation, const QString &of) {
        return pending(QStringLiteral("e"), EditMessage{conversation, MessageId(of), QStringLiteral("better")});
    };
    const auto entries =
        timeline({message(1, me)}, {edit(ops, QStringLiteral("m0")), edit(sales, QStringLiteral("m1"))}, ops, me, {});
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries[0].text, QStringLiteral("text 1"));
}

void TimelineTest::newestIsFirst()
{
    const auto list = overlay({summary(ops, 1), summary(sales, 2)}, {}, me);
    QCOMPARE(idsOf(list), (QStringList{QStringLiteral("sales"), QStringLiteral("ops")}));
}

void TimelineTest::pendingMessageIsTheNewest()
{
    const auto list =
        overlay({summary(ops, 1), summary(sales, 2)},
                {pending(QStringLiteral("p"), SendMessage{ops, QStringLiteral("hello")}, Delivery::Sending)}, me);
    QCOMPARE(list.first().conversation.id, ops);
    QCOMPARE(list.first().last->text, QStringLiteral("hello"));
    QCOMPARE(list.first().last->delivery, Delivery::Sending);
    QCOMPARE(list.first().sortAt, 90'000);
    QCOMPARE(list.first().unread, 5); // an own message is not unread
}

void TimelineTest::createdConversationIsThereAtOnce()
{
    const auto list =
        overlay({summary(ops, 1)},
                {pending(QStringLiteral("c"),
                         CreateConversation{sales, ConversationKind::Group, QStringLiteral("Sales"), {ada, ben}}),
                 pending(QStringLiteral("p"), SendMessage{sales, QStringLiteral("welcome")}, Delivery::Queued, 91'000)},
                me);
    QCOMPARE(list.size(), 2);
    const ConversationSummary &created = list.first();
    QCOMPARE(created.conversation.id, sales);
    QCOMPARE(created.conversation.title, QStringLiteral("Sales"));
    QCOMPARE(created.conversation.members, (QVector<UserId>{ada, ben, me}));
    QVERIFY(created.pending);
    QCOMPARE(created.last->text, QStringLiteral("welcome"));
}

void TimelineTest::creatingOneThatExistsChangesNothing()
{
    const QVector<ConversationSummary> confirmed{summary(ops, 1)};
    QCOMPARE(overlay(confirmed,
                     {pending(QStringLiteral("c"), CreateConversation{ops, ConversationKind::Direct, {}, {ben}})}, me),
             confirmed);
}

void TimelineTest::renamedAndChangedMembers()
{
    const auto list = overlay({summary(ops, 1)},
                              {pending(QStringLiteral("r"), renameConversation(ops, QStringLiteral("Operations"))),
                               pending(QStringLiteral("m"), changeMembers(ops, {ben, ada}, {})),
                               pending(QStringLiteral("n"), changeMembers(ops, {}, {ada}))},
                              me);
    QCOMPARE(list.first().conversation.title, QStringLiteral("Operations"));
    QCOMPARE(list.first().conversation.members, (QVector<UserId>{me, ben}));
    QCOMPARE(list.first().sortAt, 1);
}

void TimelineTest::contactIsShownAsItWillBe()
{
    ConversationSummary linked = summary(ops, 1);
    linked.conversation.contact = QStringLiteral("maya");
    const auto contactAfter = [&](const QVector<PendingCommand> &waiting) {
        return overlay({linked}, waiting, me).first().conversation.contact;
    };
    QCOMPARE(contactAfter({pending(QStringLiteral("a"), changeLabels(ops, {QStringLiteral("eu")}, {}))}),
             QStringLiteral("maya"));
    QCOMPARE(contactAfter({pending(QStringLiteral("a"), linkContact(ops, QStringLiteral("tom")))}),
             QStringLiteral("tom"));
    QCOMPARE(contactAfter({pending(QStringLiteral("a"), linkContact(ops, QStringLiteral("tom"))),
                           pending(QStringLiteral("b"), linkContact(ops, {}))}),
             QString());
    QCOMPARE(seenBefore(linkContact(ops, {}), linked.conversation),
             (QJsonObject{{fields::contact, QStringLiteral("maya")}}));
}

void TimelineTest::closedUntilAMessageIsQueued()
{
    const auto close = pending(QStringLiteral("a"), closeConversation(ops, true));
    const auto message = pending(QStringLiteral("b"), SendMessage{ops, QStringLiteral("Wait")});
    const auto refused = pending(QStringLiteral("b"), SendMessage{ops, QStringLiteral("Wait")}, Delivery::Refused);
    const auto isClosedAfter = [&](const QVector<PendingCommand> &waiting) {
        return overlay({summary(ops, 1)}, waiting, me).first().conversation.closed;
    };
    QVERIFY(!isClosedAfter({}));
    QVERIFY(isClosedAfter({close}));
    QVERIFY(!isClosedAfter({close, message}));
    QVERIFY(isClosedAfter({message, close}));
    QVERIFY(isClosedAfter({close, refused}));
    QVERIFY(!isClosedAfter({close, pending(QStringLiteral("c"), closeConversation(ops, false))}));
    QCOMPARE(seenBefore(closeConversation(ops, true), summary(ops, 1).conversation),
             (QJsonObject{{fields::closed, false}}));
}

void TimelineTest::labelsAreASortedSet()
{
    ConversationSummary labelled = summary(ops, 1);
    labelled.conversation.labels = {QStringLiteral("billing"), QStringLiteral("urgent")};
    const auto list =
        overlay({labelled},
                {pending(QStringLiteral("a"),
                         changeLabels(ops, {QStringLiteral("vip"), QStringLiteral("eu"), QStringLiteral("urgent")},
                                      {QStringLiteral("billing")})),
                 pending(QStringLiteral("b"), changeLabels(ops, {}, {QStringLiteral("vip")}))},
                me);
    QCOMPARE(list.first().conversation.labels, (QStringList{QStringLiteral("eu"), QStringLiteral("urgent")}));
    QCOMPARE(list.first().conversation.title, QStringLiteral("ops"));
}

void TimelineTest::pendingEditOfTheNewestIsSeenInTheList()
{
    ConversationSummary spoken = summary(ops, 1);
    spoken.last = timeline({message(10, me)}, {}, ops, me, {}).first();
    const auto edit = [](const QString &of) {
        return pending(QStringLiteral("e"), EditMessage{ops, MessageId(of), QStringLiteral("better")});
    };
    QCOMPARE(overlay({spoken}, {edit(QStringLiteral("m10"))}, me).first().last->text, QStringLiteral("better"));
    QCOMPARE(overlay({spoken}, {edit(QStringLiteral("m9"))}, me).first().last->text, QStringLiteral("text 10"));
    QCOMPARE(overlay({spoken}, {edit(QStringLiteral("m10"))}, me).first().sortAt, 1); // it is not news
}

void TimelineTest::leftConversationIsGoneAtOnce()
{
    const auto list = overlay({summary(ops, 1), summary(sales, 2)},
                              {pending(QStringLiteral("m"), changeMembers(ops, {}, {me})),
                               pending(QStringLiteral("r"), renameConversation(ops, QStringLiteral("gone")))},
                              me);
    QCOMPARE(idsOf(list), QStringList{QStringLiteral("sales")});
}

void TimelineTest::readPosition_data()
{
    QTest::addColumn<qint64>("number");
    QTest::addColumn<qint64>("readUpTo");
    QTest::addColumn<qint64>("unread");
    QTest::newRow("to the end") << qint64(10) << qint64(10) << qint64(0);
    QTest::newRow("beyond the end") << qint64(12) << qint64(12) << qint64(0);
    QTest::newRow("part of the way") << qint64(7) << qint64(7) << qint64(2);
    QTest::newRow("never below zero") << qint64(9) << qint64(9) << qint64(0);
    QTest::newRow("never back") << qint64(2) << qint64(4) << qint64(5);
}

void TimelineTest::readPosition()
{
    QFETCH(qint64, number);
    const auto list = overlay({summary(ops, 1)}, {pending(QStringLiteral("r"), MoveRead{ops, number})}, me);
    QTEST(list.first().readUpTo, "readUpTo");
    QTEST(list.first().unread, "unread");
}

void TimelineTest::refusedChangesAreNotShown()
{
    const QVector<ConversationSummary> confirmed{summary(ops, 1)};
    const QVector<PendingCommand> refused{
        pending(QStringLiteral("a"), renameConversation(ops, QStringLiteral("no")), Delivery::Refused),
        pending(QStringLiteral("b"), changeMembers(ops, {ben}, {me}), Delivery::Refused),
        pending(QStringLiteral("c"), CreateConversation{sales, ConversationKind::Group, QStringLiteral("no"), {}},
                Delivery::Refused),
        pending(QStringLiteral("d"), MoveRead{ops, 10}, Delivery::Refused)};
    QCOMPARE(overlay(confirmed, refused, me), confirmed);
}

void TimelineTest::refusedMessageStillIs()
{
    const auto list =
        overlay({summary(ops, 1)},
                {pending(QStringLiteral("p"), SendMessage{ops, QStringLiteral("text")}, Delivery::Refused)}, me);
    QCOMPARE(list.first().last->delivery, Delivery::Refused);
}

void TimelineTest::commandsBuildOnEachOther()
{
    const auto list = overlay(
        {},
        {pending(QStringLiteral("c"), CreateConversation{sales, ConversationKind::Group, QStringLiteral("a"), {ada}}),
         pending(QStringLiteral("r"), renameConversation(sales, QStringLiteral("b"))),
         pending(QStringLiteral("s"), renameConversation(sales, QStringLiteral("c")))},
        me);
    QCOMPARE(list.first().conversation.title, QStringLiteral("c"));
    QVERIFY(list.first().pending);
}

void TimelineTest::foreignConversationIsIgnored()
{
    QVERIFY(overlay({},
                    {pending(QStringLiteral("p"), SendMessage{ops, QStringLiteral("text")}),
                     pending(QStringLiteral("r"), MoveRead{ops, 3}), pending(QStringLiteral("u"), changeOf(me)),
                     pending(QStringLiteral("l"), changeLabels(ops, {QStringLiteral("urgent")}, {})),
                     pending(QStringLiteral("e"), EditMessage{ops, MessageId(QStringLiteral("m1")), {}}),
                     pending(QStringLiteral("o"), SetOwnValue{ownDraftKey(ops), QStringLiteral("text")})},
                    me)
                .isEmpty());
}

QTEST_GUILESS_MAIN(TimelineTest)
#include "TimelineTest.moc"
