// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Overlay.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;

namespace {

const ConversationId ops(u"ops"_s);
const User ada{.id = UserId(u"ada"_s), .name = u"ada"_s, .displayName = u"Ada"_s, .about = u"Days"_s};

PendingCommand pending(const QString &id, CommandBody body, Delivery state = Delivery::Queued)
{
    return {{CommandId(id), 1, std::move(body)}, state, {}};
}

ChangeRecord profile(const QJsonObject &set)
{
    return {.record = recordOf(ada.id), .basis = {}, .set = set, .was = {}, .lists = {}, .resolves = {}};
}

ChangeRecord deciding(const QString &conflict)
{
    ChangeRecord change = renameConversation(ops, u"Decided"_s);
    change.resolves = ConflictId(conflict);
    return change;
}

Conflict conflictOf(const QString &id)
{
    Conflict conflict;
    conflict.id = ConflictId(id);
    conflict.record = recordOf(ops);
    conflict.field = fields::title;
    return conflict;
}

} // namespace

class OverlayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPersonIsShownWithWhatWaits();
    void aWaitingDecisionHidesItsConflict();
    void ownValuesAreTheLatest();
    void whatBuildsOnACommandFollowsItsId();
    void onlyFieldsHaveSomebodysValue();
    void whatTheAuthorSawIsOfTheFieldsTheySet();
};

void OverlayTest::aPersonIsShownWithWhatWaits()
{
    const User shown = overlay(ada, {pending(u"a"_s, profile({{fields::displayName, u"First"_s}})),
                                     pending(u"b"_s, profile({{fields::displayName, u"Second"_s}}), Delivery::Sending),
                                     pending(u"c"_s, profile({{fields::about, u"Nights"_s}}), Delivery::Refused),
                                     pending(u"d"_s, renameConversation(ops, u"Not a person"_s))});
    QCOMPARE(shown.displayName, u"Second"_s);
    QCOMPARE(shown.about, u"Days"_s);
    User other = ada;
    other.id = UserId(u"ben"_s);
    QCOMPARE(overlay(other, {pending(u"a"_s, profile({{fields::displayName, u"First"_s}}))}), other);
}

void OverlayTest::aWaitingDecisionHidesItsConflict()
{
    const QVector<Conflict> both{conflictOf(u"x"_s), conflictOf(u"y"_s)};
    QCOMPARE(overlay(both, {pending(u"a"_s, deciding(u"x"_s))}), QVector<Conflict>{both[1]});
    QCOMPARE(overlay(both, {pending(u"a"_s, deciding(u"x"_s), Delivery::Refused)}), both);
    QCOMPARE(overlay(both, {pending(u"a"_s, renameConversation(ops, u"Decides nothing"_s))}), both);
}

void OverlayTest::ownValuesAreTheLatest()
{
    const QHash<QString, QJsonValue> confirmed{{u"setting:a"_s, 1}, {u"setting:b"_s, 2}};
    const QHash<QString, QJsonValue> shown =
        overlay(confirmed, {pending(u"1"_s, SetOwnValue{u"setting:a"_s, 3}),
                            pending(u"2"_s, SetOwnValue{u"setting:b"_s, QJsonValue::Null}),
                            pending(u"3"_s, SetOwnValue{u"setting:c"_s, 4}, Delivery::Refused)});
    QCOMPARE(shown, (QHash<QString, QJsonValue>{{u"setting:a"_s, 3}}));
}

void OverlayTest::whatBuildsOnACommandFollowsItsId()
{
    const CommandId old(u"old"_s);
    const CommandId now(u"now"_s);
    const auto rebuilt = [&](CommandBody body) { return withOtherId(std::move(body), old, now); };
    QCOMPARE(rebuilt(EditMessage{ops, old, u"t"_s}), CommandBody(EditMessage{ops, now, u"t"_s}));
    QCOMPARE(rebuilt(EditMessage{ops, CommandId(u"x"_s), u"t"_s}),
             CommandBody(EditMessage{ops, CommandId(u"x"_s), u"t"_s}));
    ChangeRecord change = renameConversation(ops, u"T"_s);
    change.basis.after = {CommandId(u"x"_s), old};
    ChangeRecord expected = change;
    expected.basis.after = {CommandId(u"x"_s), now};
    QCOMPARE(rebuilt(change), CommandBody(expected));
    QCOMPARE(rebuilt(SendMessage{ops, u"old"_s}), CommandBody(SendMessage{ops, u"old"_s}));
}

void OverlayTest::onlyFieldsHaveSomebodysValue()
{
    QVERIFY(setsFieldsOf(renameConversation(ops, u"T"_s), recordOf(ops)));
    QVERIFY(setsFieldsOf(CreateConversation{ops, ConversationKind::Group, u"T"_s, {}}, recordOf(ops)));
    QVERIFY(!setsFieldsOf(renameConversation(ops, u"T"_s), recordOf(ada.id)));
    QVERIFY(!setsFieldsOf(changeLabels(ops, {u"vip"_s}, {}), recordOf(ops)));
    QVERIFY(!setsFieldsOf(SendMessage{ops, u"T"_s}, recordOf(ops)));
}

void OverlayTest::whatTheAuthorSawIsOfTheFieldsTheySet()
{
    Conversation conversation;
    conversation.id = ops;
    conversation.title = u"Ops"_s;
    QCOMPARE(seenBefore(renameConversation(ops, u"T"_s), conversation), (QJsonObject{{fields::title, u"Ops"_s}}));
    QVERIFY(seenBefore(changeLabels(ops, {u"vip"_s}, {}), conversation).isEmpty());
    QCOMPARE(seenBefore(profile({{fields::about, u"Nights"_s}}), ada), (QJsonObject{{fields::about, u"Days"_s}}));
}

QTEST_GUILESS_MAIN(OverlayTest)
#include "OverlayTest.moc"
