// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"

using namespace frontdesk;
using namespace frontdesk::store;

namespace {

const ConversationId ops(QStringLiteral("ops"));
const QString inOps = streamOf(ops);
const QString own = streamOf(ada.id);

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

Command renaming(const char *id, const char *title)
{
    return {CommandId(s(id)), 1, renameConversation(ops, s(title))};
}

ChangeRecord profile(const QJsonObject &set)
{
    return {.record = recordOf(ada.id), .basis = {}, .set = set, .was = {}, .lists = {}, .resolves = {}};
}

ChangeRecord changeOf(const Command &command)
{
    return std::get<ChangeRecord>(command.body);
}

QStringList textsOf(const QVector<CommandId> &ids)
{
    QStringList texts;
    for (const CommandId &id : ids)
        texts.append(id.text());
    return texts;
}

} // namespace

/// What a change of a record is sent with: what its author has seen.
class RecordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aChangeHasSeenWhatTheCacheSays();
    void ownChangesThatWaitAreNoSurprise();
    void aRefusedChangeIsNotCounted();
    void aConversationThatWaitsIsItsOwnBeginning();
    void aDialogHasSeenTheVersionItShowed();
    void whatThisPersonHasSetIsNeverSomebodyElses();
    void whatIsInAHoleHasNotBeenSeen();
    void whatTheServerLostHasNotBeenSeen();
    void theProfileIsShownWithWhatWaits();
    void aContactOfAConversationIsKept();
    void aConversationIsClosedAndOpened();
    void aDecidedConflictIsNotShown();
    void aRefusedDecisionShowsItAgain();
    void anotherChangeHasSeenWhatWasBeforeTheOldOne();

private:
    ChangeRecord queued(const Command &command)
    {
        return changeOf(changesOf(m_store->enqueue(command)).queued.first());
    }
    void apply(const QVector<DecodedRow> &rows);

    JournalWriter m_journal;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
};

void RecordsTest::init()
{
    m_store.reset();
    m_journal = {};
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = openStore(m_folder->path());
    changesOf(m_store->setMe(ada));
    ConversationState state = stateOf(s("ops"), 4);
    state.conversation.version = 7;
    apply({m_journal.add(workspaceStream(), UserAdded{ada}), m_journal.add(own, ConversationEntered{state})});
    for (int row = 0; row < 4; ++row)
        m_journal.skipNumber(inOps); // what the entry has
}

void RecordsTest::apply(const QVector<DecodedRow> &rows)
{
    changesOf(m_store->apply(batchOf(valueOf(m_store->cursor()).seq, rows)));
}

void RecordsTest::aChangeHasSeenWhatTheCacheSays()
{
    const ChangeRecord change = queued(renaming("a", "New"));
    QCOMPARE(change.basis.version, 7);
    QVERIFY(change.basis.after.isEmpty());
    QCOMPARE(change.was, (QJsonObject{{fields::title, s("Title of ops")}}));
    QCOMPARE(changeOf(valueOf(m_store->pending()).first().command), change); // and on the disk

    const ChangeRecord labels = queued({CommandId(s("b")), 1, changeLabels(ops, {s("vip")}, {})});
    QCOMPARE(labels.basis.version, 7);
    QVERIFY(labels.was.isEmpty());
}

void RecordsTest::ownChangesThatWaitAreNoSurprise()
{
    const Command first = renaming("a", "First");
    queued(first);
    changesOf(m_store->markSending({first}));
    queued({CommandId(s("p")), 1, profile({{fields::about, s("Of another record")}})});
    const ChangeRecord second = queued(renaming("b", "Second"));
    QCOMPARE(textsOf(second.basis.after), QStringList{s("a")});
    QCOMPARE(second.basis.version, 7);
    QCOMPARE(second.was, (QJsonObject{{fields::title, s("First")}}));
}

void RecordsTest::aRefusedChangeIsNotCounted()
{
    queued(renaming("a", "Refused"));
    changesOf(m_store->refuse(CommandId(s("a")), {s("x"), s("no")}));
    const ChangeRecord second = queued(renaming("b", "Second"));
    QVERIFY(second.basis.after.isEmpty());
    QCOMPARE(second.was, (QJsonObject{{fields::title, s("Title of ops")}}));
}

void RecordsTest::aConversationThatWaitsIsItsOwnBeginning()
{
    const ConversationId fresh(s("fresh"));
    changesOf(
        m_store->enqueue({CommandId(s("c")), 1, CreateConversation{fresh, ConversationKind::Group, s("Made"), {}}}));
    const ChangeRecord change = queued({CommandId(s("r")), 2, renameConversation(fresh, s("Better"))});
    QCOMPARE(change.basis.version, 1);
    QCOMPARE(textsOf(change.basis.after), QStringList{s("c")});
    QCOMPARE(change.was, (QJsonObject{{fields::title, s("Made")}}));
}

void RecordsTest::aDialogHasSeenTheVersionItShowed()
{
    // Opened at version 7; then an own change was taken, and somebody else's.
    const Command mine = renaming("a", "Mine");
    changesOf(m_store->enqueue(mine));
    apply(
        {m_journal.add(inOps, titled(s("ops"), 8, s("Mine"))), m_journal.add(inOps, titled(s("ops"), 9, s("Theirs")))});
    changesOf(m_store->settle({mine}, 5000));
    Command dialog = renaming("d", "From the dialog");
    std::get<ChangeRecord>(dialog.body).basis.version = 7;
    std::get<ChangeRecord>(dialog.body).was = {{fields::title, s("Title of ops")}};
    const ChangeRecord change = queued(dialog);
    QCOMPARE(change.basis.version, 7);
    QCOMPARE(textsOf(change.basis.after), QStringList{s("a")});
    QCOMPARE(change.was, (QJsonObject{{fields::title, s("Title of ops")}}));
    QCOMPARE(queued(renaming("e", "Now")).basis.version, 9);
}

void RecordsTest::whatThisPersonHasSetIsNeverSomebodyElses()
{
    // The cache may be older than what was acknowledged, as after a loss of power.
    const Command settled = renaming("a", "Taken");
    changesOf(m_store->enqueue(settled));
    changesOf(m_store->settle({settled}, 5000));
    queued({CommandId(s("l")), 1, changeLabels(ops, {s("vip")}, {})}); // a list has nobody's value
    const ChangeRecord change = queued(renaming("b", "B"));
    QCOMPARE(textsOf(change.basis.after), QStringList{s("a")});
    const Changes changes =
        changesOf(m_store->lose({CommandId(s("b"))}, {s("journal.lost"), s("The server lost it.")}));
    QCOMPARE(textsOf(changeOf(changes.queued.first()).basis.after), QStringList{s("a")});
}

void RecordsTest::whatIsInAHoleHasNotBeenSeen()
{
    const DecodedRow missing = m_journal.add(inOps, titled(s("ops"), 8, s("Missing")));
    apply({m_journal.add(inOps, listed(s("ops"), 9, fields::labels, {{s("vip")}, {}}))});
    QCOMPARE(valueOf(m_store->conversations()).conversations.first().conversation.version, 9);
    QCOMPARE(queued(renaming("a", "A")).basis.version, 7);
    changesOf(m_store->fillHole({inOps, missing.row.n, missing.row.n}, {missing}));
    QCOMPARE(queued(renaming("b", "B")).basis.version, 9);
}

void RecordsTest::whatTheServerLostHasNotBeenSeen()
{
    const ChangeRecord waiting = queued(renaming("a", "Waiting"));
    queued(renaming("b", "Refused"));
    changesOf(m_store->refuse(CommandId(s("b")), {s("x"), s("no")}));
    const Error reason{s("journal.lost"), s("The server lost it.")};
    const Changes changes = changesOf(m_store->lose({CommandId(s("a")), CommandId(s("b"))}, reason));
    ChangeRecord blind = waiting;
    blind.basis.version = 1;
    QCOMPARE(changes.queued, (QVector<Command>{{CommandId(s("a")), 1, blind}}));
    QCOMPARE(valueOf(m_store->pending(CommandId(s("a"))))->state, Delivery::Queued);
    // Versions of the cache are of the journal that is gone, until a snapshot has taken its place.
    QCOMPARE(queued(renaming("c", "C")).basis.version, 1);
    SnapshotPage page;
    page.first = page.last = true;
    page.cursor = {s("e"), 100, s("m")};
    ConversationState state = stateOf(s("ops"), 2);
    state.conversation.version = 3;
    page.conversations = {state};
    changesOf(m_store->writeSnapshot(page));
    QCOMPARE(queued(renaming("d", "D")).basis.version, 3);
}

void RecordsTest::theProfileIsShownWithWhatWaits()
{
    const ChangeRecord change = profile({{fields::displayName, s("Ada K.")}, {fields::about, s("Nights")}});
    const Changes changes = changesOf(m_store->enqueue({CommandId(s("p")), 1, change}));
    QVERIFY(changes.users && changes.conversations.isEmpty());
    QCOMPARE(changeOf(changes.queued.first()).was,
             (QJsonObject{{fields::displayName, ada.displayName}, {fields::about, QString()}}));
    for (const User &shown : {valueOf(m_store->me()).value(), valueOf(m_store->users()).first()}) {
        QCOMPARE(shown.displayName, s("Ada K."));
        QCOMPARE(shown.about, s("Nights"));
        QCOMPARE(shown.version, 1);
    }
    QVERIFY(changesOf(m_store->refuse(CommandId(s("p")), {s("x"), s("no")})).users);
    QCOMPARE(valueOf(m_store->me()), std::optional(ada));
}

void RecordsTest::aContactOfAConversationIsKept()
{
    const auto contact = [&] { return valueOf(m_store->conversations()).conversations.first().conversation.contact; };
    const auto linked = [](qint64 version, const char *to) {
        return RecordChanged{
            .record = recordOf(ops), .version = version, .set = {{fields::contact, s(to)}}, .lists = {}};
    };
    QCOMPARE(contact(), QString());
    const DecodedRow late = m_journal.add(inOps, linked(8, "maya"));
    const DecodedRow newer = m_journal.add(inOps, linked(9, "tomas"));
    apply({newer});
    QCOMPARE(contact(), s("tomas"));
    changesOf(m_store->fillHole({inOps, late.row.n, late.row.n}, {late}));
    QCOMPARE(contact(), s("tomas")); // a row that comes late does not undo a newer one

    const ChangeRecord change = queued({CommandId(s("l")), 1, linkContact(ops, s("maya"))});
    QCOMPARE(change.was, (QJsonObject{{fields::contact, s("tomas")}}));
    QCOMPARE(contact(), s("maya"));
    changesOf(m_store->refuse(CommandId(s("l")), {s("x"), s("no")}));
    QCOMPARE(contact(), s("tomas"));
}

void RecordsTest::aConversationIsClosedAndOpened()
{
    const auto closed = [&] { return valueOf(m_store->conversations()).conversations.first().conversation.closed; };
    const auto row = [](qint64 version, bool isClosed) {
        return RecordChanged{
            .record = recordOf(ops), .version = version, .set = {{fields::closed, isClosed}}, .lists = {}};
    };
    QVERIFY(!closed());
    const DecodedRow late = m_journal.add(inOps, row(8, false));
    const DecodedRow newer = m_journal.add(inOps, row(9, true));
    apply({newer});
    QVERIFY(closed());
    changesOf(m_store->fillHole({inOps, late.row.n, late.row.n}, {late}));
    QVERIFY(closed()); // a row that comes late does not undo a newer one

    // A message that waits opens it, and is nobody else's change for the closing that follows it.
    const Command message{CommandId(s("m")), 1, SendMessage{ops, s("One more thing")}};
    changesOf(m_store->enqueue(message));
    QVERIFY(!closed());
    const ChangeRecord close = queued({CommandId(s("c")), 2, closeConversation(ops, true)});
    QCOMPARE(close.was, (QJsonObject{{fields::closed, false}}));
    QVERIFY(close.basis.after.contains(message.id));
    QVERIFY(closed());
    QVERIFY(!queued({CommandId(s("r")), 3, renameConversation(ops, s("Done"))}).basis.after.contains(message.id));
    changesOf(m_store->refuse(CommandId(s("c")), {s("x"), s("no")}));
    QVERIFY(!closed());
    changesOf(m_store->refuse(CommandId(s("m")), {s("x"), s("no")}));
    QVERIFY(closed()); // a refused message has opened nothing
}

void RecordsTest::aDecidedConflictIsNotShown()
{
    const Conflict conflict = conflictOf(s("x"), recordOf(ops), fields::title, ada);
    apply({m_journal.add(inOps, ConflictOpened{conflict})});
    QCOMPARE(valueOf(m_store->conflicts()).size(), 1);
    Command decision = renaming("d", "Decided");
    std::get<ChangeRecord>(decision.body).resolves = conflict.id;
    QVERIFY(changesOf(m_store->enqueue(decision)).conflicts);
    QVERIFY(valueOf(m_store->conflicts()).isEmpty());
}

void RecordsTest::aRefusedDecisionShowsItAgain()
{
    const Conflict conflict = conflictOf(s("x"), recordOf(ops), fields::title, ada);
    apply({m_journal.add(inOps, ConflictOpened{conflict})});
    Command decision = renaming("d", "");
    std::get<ChangeRecord>(decision.body).resolves = conflict.id;
    changesOf(m_store->enqueue(decision));
    QVERIFY(changesOf(m_store->refuse(decision.id, {s("title.empty"), s("no")})).conflicts);
    QCOMPARE(valueOf(m_store->conflicts()).size(), 1);
}

void RecordsTest::anotherChangeHasSeenWhatWasBeforeTheOldOne()
{
    queued(renaming("a", "A"));
    queued(renaming("b", "B"));
    queued(renaming("c", "C"));
    const Changes changes = changesOf(m_store->replace(CommandId(s("b")), renaming("n", "N")));
    QCOMPARE(changes.queued.size(), 2);
    QCOMPARE(textsOf(changeOf(changes.queued[0]).basis.after), QStringList{s("a")});
    QCOMPARE(changeOf(changes.queued[0]).was, (QJsonObject{{fields::title, s("A")}}));
    QCOMPARE(textsOf(changeOf(changes.queued[1]).basis.after), (QStringList{s("a"), s("n")}));
}

QTEST_GUILESS_MAIN(RecordsTest)
#include "RecordsTest.moc"
