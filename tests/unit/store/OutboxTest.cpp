// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"

using namespace frontdesk;
using namespace frontdesk::store;

namespace {

const ConversationId ops(QStringLiteral("ops"));

Command messageCommand(int number)
{
    return {CommandId(QStringLiteral("c%1").arg(number)), 1000 + number,
            SendMessage{ops, QStringLiteral("Text %1").arg(number)}};
}

/// As if its author had seen version 3, so that the store has nothing to fill in.
ChangeRecord seen(ChangeRecord change)
{
    change.basis = {3, {CommandId(QStringLiteral("2"))}};
    change.was = change.set.isEmpty() ? QJsonObject() : QJsonObject{{fields::title, QStringLiteral("Old")}};
    return change;
}

QStringList idsOf(const QVector<PendingCommand> &commands)
{
    QStringList ids;
    for (const PendingCommand &command : commands)
        ids.append(command.command.id.text());
    return ids;
}

QStringList idsOf(const QVector<Command> &commands)
{
    QStringList ids;
    for (const Command &command : commands)
        ids.append(command.id.text());
    return ids;
}

Command editOf(const QString &id, const CommandId &message, const QString &text)
{
    return {CommandId(id), 2000, EditMessage{ops, message, text}};
}

} // namespace

class OutboxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void keepsEveryKindOfCommand();
    void severalAreWrittenAtOnce();
    void keepsTheOrderOfTyping();
    void sameIdIsKeptOnce();
    void isThereAfterReopening();
    void fateOfWhatWasBeingSentIsUnknownAfterAStart();
    void refusalKeepsCommandAndReason();
    void messageTakesThePlaceOfItsDraft();
    void draftsOutliveACacheThatIsGone();
    void noteTakesThePlaceOfWhatWasBegun();
    void ledgerCountsWaitingAndRefused();
    void whatTheServerLostIsThereAgain();
    void whatWasAcknowledgedIsForgottenAfterAMonth();
    void editsThatWereLostWaitForTheirMessage();
    void discardedMessageTakesItsEditsAlong();
    void anotherCommandTakesThePlaceOfOne();
    void nothingTakesThePlaceOfWhatIsGoneOrOnItsWay();
    void ownValueTakesThePlaceOfOneThatWaits();

private:
    void reopen();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
};

void OutboxTest::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = openStore(m_folder->path());
}

void OutboxTest::reopen()
{
    m_store.reset();
    m_store = openStore(m_folder->path());
}

void OutboxTest::keepsEveryKindOfCommand()
{
    const QVector<CommandBody> bodies{SendMessage{ops, QStringLiteral("Text with ünïcode 🎉\nand a line")},
                                      MoveRead{ops, 7},
                                      CreateConversation{ops, ConversationKind::Group, QStringLiteral("Ops"), {ben.id}},
                                      EditMessage{ops, CommandId(QStringLiteral("0")), QStringLiteral("Better")},
                                      seen(renameConversation(ops, QStringLiteral("New"))),
                                      seen(changeMembers(ops, {cyd.id}, {ben.id})),
                                      seen(changeLabels(ops, {QStringLiteral("vip")}, {})),
                                      SetOwnValue{ownSettingKey(QStringLiteral("sound")), false}};
    for (qsizetype i = 0; i < bodies.size(); ++i)
        changesOf(m_store->enqueue({CommandId(QString::number(i)), i, bodies[i]}));
    reopen();
    const auto pending = valueOf(m_store->pending());
    QCOMPARE(pending.size(), bodies.size());
    for (qsizetype i = 0; i < bodies.size(); ++i)
        QCOMPARE(pending[i].command.id, CommandId(QString::number(i)));
    for (qsizetype i = 0; i < bodies.size(); ++i) {
        CommandBody body = pending[i].command.body;
        if (auto *change = std::get_if<ChangeRecord>(&body))
            change->basis.after = change->basis.after.mid(0, 1); // what the store adds is RecordsTest's
        QCOMPARE(body, bodies[i]);
    }
}

void OutboxTest::severalAreWrittenAtOnce()
{
    const RecordRef made{RecordKind::Contact, QStringLiteral("c")};
    const RecordRef other{RecordKind::Contact, QStringLiteral("d")};
    const QVector<Command> commands{
        {CommandId(QStringLiteral("1")), 1, CreateRecord{made, {{fields::name, QStringLiteral("Anna")}}, {}}},
        {CommandId(QStringLiteral("2")), 2,
         ChangeRecord{.record = made,
                      .basis = {},
                      .set = {{fields::name, QStringLiteral("Anne")}},
                      .was = {},
                      .lists = {},
                      .resolves = {}}},
        messageCommand(3)};
    const Changes changes = changesOf(m_store->enqueue(commands));
    QCOMPARE(changes.records, QSet<RecordRef>{made});
    QCOMPARE(changes.queued.size(), 3);
    // The change has seen what its own batch makes.
    QCOMPARE(std::get<ChangeRecord>(changes.queued[1].body).basis.after, QVector<CommandId>{commands[0].id});
    QCOMPARE(valueOf(m_store->known({made, other})), QSet<RecordRef>{made});
    reopen();
    QCOMPARE(valueOf(m_store->pending()).size(), 3);
    changesOf(m_store->settle({commands[0], commands[1]}, 5000));
    QCOMPARE(valueOf(m_store->pending()).size(), 1);
    QCOMPARE(valueOf(m_store->settled()).value().size(), 2);
}

void OutboxTest::keepsTheOrderOfTyping()
{
    QStringList typed;
    for (const int number : {5, 3, 9, 1}) {
        const Changes changes = changesOf(m_store->enqueue(messageCommand(number)));
        QVERIFY(changes.outbox && changes.conversations.contains(ops));
        typed.append(messageCommand(number).id.text());
    }
    changesOf(m_store->markSending({messageCommand(3)}));
    changesOf(m_store->markQueued({CommandId(QStringLiteral("c3"))}));
    QCOMPARE(idsOf(valueOf(m_store->pending())), typed);
    changesOf(m_store->remove(CommandId(QStringLiteral("c9"))));
    typed.removeAll(QStringLiteral("c9"));
    reopen();
    QCOMPARE(idsOf(valueOf(m_store->pending())), typed);
}

void OutboxTest::sameIdIsKeptOnce()
{
    changesOf(m_store->enqueue(messageCommand(1)));
    changesOf(m_store->enqueue(messageCommand(1)));
    QCOMPARE(valueOf(m_store->pending()).size(), 1);
}

void OutboxTest::isThereAfterReopening()
{
    for (int number = 0; number < 200; ++number)
        m_store->enqueue(messageCommand(number)); // not waited for: closing waits
    reopen();
    const auto pending = valueOf(m_store->pending());
    QCOMPARE(pending.size(), 200);
    QCOMPARE(pending.last().command, messageCommand(199));
}

void OutboxTest::fateOfWhatWasBeingSentIsUnknownAfterAStart()
{
    changesOf(m_store->enqueue(messageCommand(1)));
    changesOf(m_store->markSending({messageCommand(1)}));
    QCOMPARE(valueOf(m_store->pending()).first().state, Delivery::Sending);
    reopen();
    QCOMPARE(valueOf(m_store->pending()).first().state, Delivery::Queued);
}

void OutboxTest::refusalKeepsCommandAndReason()
{
    const Error reason{QStringLiteral("text.tooLong"), QStringLiteral("The text is too long.")};
    changesOf(m_store->enqueue(messageCommand(1)));
    const Changes changes = changesOf(m_store->refuse(messageCommand(1).id, reason));
    QVERIFY(changes.conversations.contains(ops));
    reopen();
    const PendingCommand refused = valueOf(m_store->pending()).first();
    QCOMPARE(refused.state, Delivery::Refused);
    QCOMPARE(refused.refusal, reason);
    QCOMPARE(refused.command, messageCommand(1));

    changesOf(m_store->markQueued({messageCommand(1).id})); // the person retries
    QCOMPARE(valueOf(m_store->pending()).first().state, Delivery::Queued);
    QVERIFY(valueOf(m_store->pending()).first().refusal.code.isEmpty());
}

void OutboxTest::messageTakesThePlaceOfItsDraft()
{
    const ConversationId other(QStringLiteral("other"));
    QVERIFY(changesOf(m_store->saveDraft(ops, QStringLiteral("Text 1"))).drafts);
    changesOf(m_store->saveDraft(other, QStringLiteral("kept")));
    changesOf(m_store->enqueue({CommandId(QStringLiteral("r")), 1, renameConversation(ops, QStringLiteral("New"))}));
    QCOMPARE(valueOf(m_store->draft(ops)), QStringLiteral("Text 1"));
    QVERIFY(changesOf(m_store->enqueue(messageCommand(1))).drafts);
    QCOMPARE(valueOf(m_store->draft(ops)), QString());
    QCOMPARE(valueOf(m_store->draft(other)), QStringLiteral("kept"));
}

void OutboxTest::draftsOutliveACacheThatIsGone()
{
    changesOf(m_store->enqueue(messageCommand(1)));
    changesOf(m_store->saveDraft(ops, QStringLiteral("half a thought")));
    m_store.reset();
    QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("cache.sqlite"))));
    m_store = openStore(m_folder->path());
    QCOMPARE(valueOf(m_store->draft(ops)), QStringLiteral("half a thought"));
    QCOMPARE(valueOf(m_store->pending()).size(), 1);
    changesOf(m_store->saveDraft(ops, QString()));
    QVERIFY(valueOf(m_store->conversations()).drafts.isEmpty());
}

void OutboxTest::noteTakesThePlaceOfWhatWasBegun()
{
    const RecordRef maya{RecordKind::Contact, QStringLiteral("maya")},
        tomas{RecordKind::Contact, QStringLiteral("tomas")};
    const auto typed = [](const char *text) { return QJsonObject{{QStringLiteral("text"), QLatin1String(text)}}; };
    QVERIFY(changesOf(m_store->saveBegun(maya, RecordKind::Note, typed("half a note"))).begun);
    changesOf(m_store->saveBegun(maya, RecordKind::Task, typed("half a task")));
    changesOf(m_store->saveBegun(tomas, RecordKind::Note, typed("another")));
    m_store.reset();
    m_store = openStore(m_folder->path());
    QCOMPARE(valueOf(m_store->begun(maya, RecordKind::Note)), typed("half a note"));

    const CreateRecord note{{RecordKind::Note, QStringLiteral("n")},
                            {{fields::about, maya.text()}, {fields::text, QStringLiteral("A note")}},
                            {}};
    QVERIFY(changesOf(m_store->enqueue({CommandId(QStringLiteral("c")), 1, note})).begun);
    QCOMPARE(valueOf(m_store->begun(maya, RecordKind::Note)), QJsonObject());
    QCOMPARE(valueOf(m_store->begun(maya, RecordKind::Task)), typed("half a task"));
    QCOMPARE(valueOf(m_store->begun(tomas, RecordKind::Note)), typed("another"));

    // Another text of a note takes the place of what was begun of that, and not what a conflict about it decides.
    changesOf(m_store->saveBegun(note.record, RecordKind::Note, typed("half a change")));
    ChangeRecord change{.record = note.record,
                        .basis = {},
                        .set = {{fields::text, QStringLiteral("Another")}},
                        .was = {},
                        .lists = {},
                        .resolves = ConflictId(QStringLiteral("conflict"))};
    QVERIFY(!changesOf(m_store->enqueue({CommandId(QStringLiteral("d")), 1, change})).begun);
    QCOMPARE(valueOf(m_store->begun(note.record, RecordKind::Note)), typed("half a change"));
    change.resolves = {};
    QVERIFY(changesOf(m_store->enqueue({CommandId(QStringLiteral("e")), 1, change})).begun);
    QCOMPARE(valueOf(m_store->begun(note.record, RecordKind::Note)), QJsonObject());
    QCOMPARE(valueOf(m_store->begun(tomas, RecordKind::Note)), typed("another"));

    // What is written together, as the notes of a merge are, was not begun.
    QVector<Command> several;
    for (const QString &id : {QStringLiteral("f"), QStringLiteral("g")})
        several.append({CommandId(id), 1, CreateRecord{{RecordKind::Note, id}, {{fields::about, tomas.text()}}, {}}});
    QVERIFY(!changesOf(m_store->enqueue(several)).begun);
    QCOMPARE(valueOf(m_store->begun(tomas, RecordKind::Note)), typed("another"));

    changesOf(m_store->saveBegun(tomas, RecordKind::Note, {}));
    QCOMPARE(valueOf(m_store->begun(tomas, RecordKind::Note)), QJsonObject());
}

void OutboxTest::ledgerCountsWaitingAndRefused()
{
    for (int number = 0; number < 5; ++number)
        changesOf(m_store->enqueue(messageCommand(number)));
    changesOf(m_store->enqueue({CommandId(QStringLiteral("read")), 1, MoveRead{ops, 3}}));
    changesOf(m_store->markSending({messageCommand(0)}));
    changesOf(m_store->refuse(messageCommand(1).id, {QStringLiteral("x"), QStringLiteral("no")}));
    const Ledger ledger = valueOf(m_store->ledger());
    QCOMPARE(ledger.waiting, 4);
    QCOMPARE(ledger.refused, 1);
}

void OutboxTest::whatTheServerLostIsThereAgain()
{
    const Command creation{CommandId(QStringLiteral("c0")), 1000,
                           CreateConversation{ops, ConversationKind::Group, QStringLiteral("Ops"), {ben.id}}};
    const Command renaming{CommandId(QStringLiteral("c9")), 1009, renameConversation(ops, QStringLiteral("New"))};
    for (const Command &command : {creation, messageCommand(1), messageCommand(2), renaming}) {
        changesOf(m_store->enqueue(command));
        QVERIFY(changesOf(m_store->settle({command}, 5000)).conversations.contains(ops));
    }
    changesOf(m_store->settle({messageCommand(1)}, 6000)); // again: nothing
    QVERIFY(valueOf(m_store->pending()).isEmpty());
    reopen();
    QCOMPARE(idsOf(valueOf(m_store->settled()).value()),
             (QStringList{QStringLiteral("c0"), QStringLiteral("c1"), QStringLiteral("c2"), QStringLiteral("c9")}));

    const Error reason{QStringLiteral("journal.lost"), QStringLiteral("The server lost it.")};
    const Changes changes = changesOf(m_store->lose({creation.id, CommandId(QStringLiteral("c2"))}, reason));
    QVERIFY(changes.outbox && changes.conversations.contains(ops));
    changesOf(m_store->lose({creation.id}, reason)); // again: nothing
    reopen();
    const QVector<PendingCommand> pending = valueOf(m_store->pending());
    QCOMPARE(idsOf(pending), (QStringList{QStringLiteral("c0"), QStringLiteral("c2")}));
    QCOMPARE(pending[0].state, Delivery::Queued);
    QCOMPARE(pending[1].state, Delivery::Refused);
    QCOMPARE(pending[1].refusal, reason);
    QCOMPARE(pending[1].command, messageCommand(2));
    QCOMPARE(idsOf(valueOf(m_store->settled()).value()), (QStringList{QStringLiteral("c1"), QStringLiteral("c9")}));
}

void OutboxTest::whatWasAcknowledgedIsForgottenAfterAMonth()
{
    constexpr qint64 day = 24 * 60 * 60 * 1000;
    for (const auto &[number, now] : {std::pair(1, 0 * day), std::pair(2, 20 * day), std::pair(3, 29 * day + 1)}) {
        changesOf(m_store->enqueue(messageCommand(number)));
        changesOf(m_store->settle({messageCommand(number)}, now));
    }
    QCOMPARE(valueOf(m_store->settled()).value(), (QVector<Command>{messageCommand(2), messageCommand(3)}));
}

void OutboxTest::editsThatWereLostWaitForTheirMessage()
{
    // The message was replaced after the edit of it had been made: its id is the younger one.
    const Command message = messageCommand(1);
    const Command kept = messageCommand(2);
    const Command edit = editOf(QStringLiteral("a1"), message.id, QStringLiteral("Better"));
    const Command editOfKept = editOf(QStringLiteral("a2"), kept.id, QStringLiteral("Better"));
    for (const Command &command : {message, kept, edit, editOfKept}) {
        changesOf(m_store->enqueue(command));
        changesOf(m_store->settle({command}, 5000));
    }
    const Error reason{QStringLiteral("journal.lost"), QStringLiteral("The server lost it.")};
    QCOMPARE(valueOf(m_store->settled()).value(), (QVector<Command>{message, kept, edit, editOfKept}));
    const Changes changes = changesOf(m_store->lose({message.id, edit.id, editOfKept.id}, reason));
    QCOMPARE(changes.queued, QVector<Command>{edit});
    const QVector<PendingCommand> pending = valueOf(m_store->pending());
    QCOMPARE(idsOf(pending), (QStringList{QStringLiteral("c1"), QStringLiteral("a1"), QStringLiteral("a2")}));
    QCOMPARE(pending[0].state, Delivery::Refused);
    QCOMPARE(pending[1].state, Delivery::Queued);
    QCOMPARE(pending[2].state, Delivery::Refused);
    QCOMPARE(pending[2].refusal, reason);
}

void OutboxTest::discardedMessageTakesItsEditsAlong()
{
    const Command edit = editOf(QStringLiteral("e1"), messageCommand(1).id, QStringLiteral("Better"));
    const Command other = editOf(QStringLiteral("e2"), messageCommand(2).id, QStringLiteral("Better"));
    for (const Command &command : {messageCommand(1), messageCommand(2), edit, other})
        changesOf(m_store->enqueue(command));
    changesOf(m_store->refuse(edit.id, {QStringLiteral("x"), QStringLiteral("no")}));
    changesOf(m_store->remove(messageCommand(1).id));
    QCOMPARE(idsOf(valueOf(m_store->pending())), (QStringList{QStringLiteral("c2"), QStringLiteral("e2")}));
    changesOf(m_store->remove(other.id));
    QCOMPARE(idsOf(valueOf(m_store->pending())), QStringList{QStringLiteral("c2")});
}

void OutboxTest::anotherCommandTakesThePlaceOfOne()
{
    const Command edit = editOf(QStringLiteral("e1"), messageCommand(1).id, QStringLiteral("Better"));
    for (const Command &command : {messageCommand(1), messageCommand(2), edit})
        changesOf(m_store->enqueue(command));
    changesOf(m_store->refuse(messageCommand(1).id, {QStringLiteral("x"), QStringLiteral("no")}));
    const Command shorter{CommandId(QStringLiteral("n")), 3000, SendMessage{ops, QStringLiteral("Shorter")}};
    const Command rebuilt = editOf(QStringLiteral("e1"), shorter.id, QStringLiteral("Better"));
    const Changes changes = changesOf(m_store->replace(messageCommand(1).id, shorter));
    QCOMPARE(changes.queued, (QVector<Command>{shorter, rebuilt}));
    QVERIFY(changes.conversations.contains(ops));
    reopen();
    const QVector<PendingCommand> pending = valueOf(m_store->pending());
    QCOMPARE(pending.size(), 3);
    QCOMPARE(pending[0], (PendingCommand{shorter, Delivery::Queued, {}}));
    QCOMPARE(pending[1].command, messageCommand(2));
    QCOMPARE(pending[2].command, rebuilt);
}

void OutboxTest::nothingTakesThePlaceOfWhatIsGoneOrOnItsWay()
{
    changesOf(m_store->enqueue(messageCommand(1)));
    changesOf(m_store->markSending({messageCommand(1)}));
    QCOMPARE(codeOf(m_store->replace(messageCommand(1).id, messageCommand(2))), QStringLiteral("command.gone"));
    QCOMPARE(codeOf(m_store->replace(messageCommand(7).id, messageCommand(2))), QStringLiteral("command.gone"));
    QCOMPARE(valueOf(m_store->pending()), (QVector<PendingCommand>{{messageCommand(1), Delivery::Sending, {}}}));
}

void OutboxTest::ownValueTakesThePlaceOfOneThatWaits()
{
    const auto own = [](const QString &id, const QString &key, const QJsonValue &value) {
        return Command{CommandId(id), 1, SetOwnValue{key, value}};
    };
    const QString sound = ownSettingKey(QStringLiteral("sound"));
    const QString theme = ownSettingKey(QStringLiteral("theme"));
    const Command first = own(QStringLiteral("1"), sound, true);
    changesOf(m_store->enqueue(first));
    changesOf(m_store->markSending({first})); // the server may have it
    changesOf(m_store->enqueue(own(QStringLiteral("2"), sound, false)));
    changesOf(m_store->enqueue(own(QStringLiteral("3"), theme, QStringLiteral("dark"))));
    QVERIFY(changesOf(m_store->enqueue(own(QStringLiteral("4"), sound, 5))).own);
    QCOMPARE(idsOf(valueOf(m_store->pending())),
             (QStringList{QStringLiteral("1"), QStringLiteral("3"), QStringLiteral("4")}));
    QCOMPARE(valueOf(m_store->ownValues()), (QHash<QString, QJsonValue>{{sound, 5}, {theme, QStringLiteral("dark")}}));
    QCOMPARE(valueOf(m_store->ledger()).waiting, 0); // nobody waits for a setting
    changesOf(m_store->enqueue(own(QStringLiteral("5"), theme, QJsonValue::Null)));
    QCOMPARE(valueOf(m_store->ownValues()).keys(), QStringList{sound});
}

QTEST_GUILESS_MAIN(OutboxTest)
#include "OutboxTest.moc"
