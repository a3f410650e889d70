// SPDX-License-Identifier: GPL-3.0-or-later
#include "JournalFixture.h"

#include <QtCore/QRandomGenerator>

using namespace frontdesk;
using namespace frontdesk::store;

namespace {

/// A history with everything in it: people, two conversations, messages, positions, members coming and going, leaving
/// one and entering it again.
QVector<DecodedRow> story()
{
    JournalWriter journal;
    QVector<DecodedRow> rows;
    const auto add = [&](const QString &stream, LastingEvent event, bool latestOnly = false) {
        rows.append(journal.add(stream, std::move(event), latestOnly));
    };
    const auto message = [&](const QString &conversation, qint64 number, const User &author) {
        const qint64 seq = journal.seq() + 1;
        add(streamOf(ConversationId(conversation)), MessageAdded{messageOf(conversation, number, author, seq)});
    };
    for (const User &user : {ada, ben, cyd})
        add(workspaceStream(), UserAdded{user});
    const ConversationId ops(QStringLiteral("ops"));
    const ConversationId sales(QStringLiteral("sales"));
    add(inOps, ConversationCreated{stateOf(QStringLiteral("ops"), 1).conversation});
    add(own, ConversationEntered{stateOf(QStringLiteral("ops"), 1)});
    for (qint64 number = 1; number <= 6; ++number)
        message(QStringLiteral("ops"), number, number % 3 == 0 ? ada : ben);
    add(inOps, ReadMoved{ops, ada.id, 4}, true);
    const auto changed = [&](qint64 version, const QString &list, const QStringList &in, const QStringList &out) {
        add(inOps, listed(QStringLiteral("ops"), version, list, {in, out}));
    };
    const auto edited = [&](qint64 number, const QString &text) {
        const MessageId id = messageOf(QStringLiteral("ops"), number, ben).id;
        add(inOps, MessageEdited{ops, id, number, text, 1'700'000'100'000 + journal.seq()});
    };
    edited(2, QStringLiteral("Message 2, better"));
    add(inOps, titled(QStringLiteral("ops"), 2, QStringLiteral("Operations")));
    changed(3, fields::members, {cyd.id.text()}, {});
    changed(4, fields::labels, {QStringLiteral("vip"), QStringLiteral("late")}, {});
    const Conflict overTitle = conflictOf(QStringLiteral("x1"), recordOf(ops), fields::title, cyd);
    add(inOps, ConflictOpened{overTitle});
    add(inOps, ConflictOpened{conflictOf(QStringLiteral("x2"), recordOf(ops), fields::title, ada)});
    add(inOps, ActivityAdded{activityOf(QStringLiteral("burst"), journal.seq() + 1, inOps, 1)}, true);
    add(inOps, ActivityAdded{activityOf(QStringLiteral("burst"), journal.seq() + 1, inOps, 4)}, true);
    add(inOps, UnknownEvent{});
    edited(2, QStringLiteral("Message 2, best"));
    edited(5, QStringLiteral("Message 5, better"));
    changed(5, fields::members, {}, {cyd.id.text()});
    changed(6, fields::labels, {QStringLiteral("calm")}, {QStringLiteral("late")});
    changed(7, fields::labels, {}, {QStringLiteral("calm")});
    add(inOps, titled(QStringLiteral("ops"), 8, QStringLiteral("Ops and more")));
    add(inOps, ConflictClosed{overTitle.id, overTitle.record, overTitle.field});
    add(workspaceStream(), profiled(ben, 2, {{fields::displayName, QStringLiteral("Benjamin Okri")}}));
    add(workspaceStream(), profiled(ben, 3, {{fields::about, QStringLiteral("Nights")}}));
    add(workspaceStream(), profiled(ben, 4, {{fields::displayName, QStringLiteral("B. Okri")}}));
    add(workspaceStream(), ConflictOpened{conflictOf(QStringLiteral("x3"), recordOf(ada.id), fields::about, ada)});
    const QString sound = ownSettingKey(QStringLiteral("sound"));
    add(own, OwnValueChanged{sound, true}, true);
    add(own, OwnValueChanged{sound, false}, true);
    add(own, OwnValueChanged{ownDraftKey(ops), QStringLiteral("half a")}, true);
    add(own, OwnValueChanged{ownDraftKey(ops), QJsonValue::Null}, true);

    add(inSales, ConversationCreated{stateOf(QStringLiteral("sales"), 1).conversation});
    add(own, ConversationEntered{stateOf(QStringLiteral("sales"), 1)});
    message(QStringLiteral("sales"), 1, ben);
    add(own, ConversationLeft{sales});
    journal.skipNumber(inSales); // what was written while away
    journal.skipNumber(inSales);
    add(own, ConversationEntered{stateOf(QStringLiteral("sales"), journal.numbersOf(inSales),
                                         messagesOf(QStringLiteral("sales"), 1, 3, ben))});
    message(QStringLiteral("sales"), 4, ben);
    add(inOps, ReadMoved{ops, ben.id, 6}, true);
    return rows;
}

/// The contents of a fresh store that got these batches.
QStringList contentsAfter(const QVector<JournalBatch> &batches)
{
    const QTemporaryDir folder;
    const auto store = openStore(folder.path());
    changesOf(store->setMe(ada));
    for (const JournalBatch &batch : batches)
        changesOf(store->apply(batch));
    return contentsOf(*store);
}

} // namespace

/// In whatever pieces and whatever order rows come, the same comes out.
class JournalOrderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySplitGivesTheSame();
    void rowsAppliedAlreadyAreSkipped();
    void filledHolesGiveTheSameAsTheRightOrder();
    void lateRowsUndoNothingNewer();
    void anOlderLeavingLetsNobodyBackIn();
};

void JournalOrderTest::everySplitGivesTheSame()
{
    const QVector<DecodedRow> rows = story();
    const QStringList whole = contentsAfter({batchOf(0, rows)});
    QVERIFY(whole.size() > 15);

    QRandomGenerator random(2026);
    for (int round = 0; round < 12; ++round) {
        QVector<JournalBatch> batches;
        qint64 after = 0;
        for (qsizetype from = 0; from < rows.size();) {
            const qsizetype size = round == 0 ? 1 : 1 + random.bounded(int(rows.size()) / 2);
            batches.append(batchOf(after, rows.mid(from, size)));
            after = batches.last().upTo;
            from += size;
        }
        QCOMPARE(contentsAfter(batches), whole);
    }
}

void JournalOrderTest::rowsAppliedAlreadyAreSkipped()
{
    const QVector<DecodedRow> rows = story();
    const QStringList once = contentsAfter({batchOf(0, rows)});
    // The same rows under a cursor that moved on, as after a snapshot that was read later than its cursor.
    JournalBatch again = batchOf(rows.last().row.seq, rows);
    again.upTo = rows.last().row.seq;
    QCOMPARE(contentsAfter({batchOf(0, rows), again}), once);
}

void JournalOrderTest::filledHolesGiveTheSameAsTheRightOrder()
{
    const QVector<DecodedRow> rows = story();
    const QStringList whole = contentsAfter({batchOf(0, rows)});
    QRandomGenerator random(7);
    int filled = 0;
    for (int round = 0; round < 40; ++round) {
        QVector<DecodedRow> arrived;
        QVector<DecodedRow> lost;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            // The last row of a stream can only be missed together with a later one: nothing would name the hole.
            const bool last = std::none_of(rows.begin() + i + 1, rows.end(), [&](const DecodedRow &later) {
                return later.row.stream == rows[i].row.stream && later.row.n > 0;
            });
            // Rows without a number, which only "ops" has, are skipped while its entry is missing and no hole names
            // them.
            const auto *entered = std::get_if<ConversationEntered>(&rows[i].event);
            const bool isEntryOfOps = entered && streamOf(entered->state.conversation.id) == inOps;
            const bool mayBeLost = rows[i].row.n > 0 && !last && !isEntryOfOps;
            (mayBeLost && random.bounded(4) == 0 ? lost : arrived).append(rows[i]);
        }
        const QTemporaryDir folder;
        const auto store = openStore(folder.path());
        changesOf(store->setMe(ada));
        JournalBatch batch = batchOf(0, arrived);
        batch.upTo = rows.last().row.seq;
        batch.mark = rows.last().row.mark;
        changesOf(store->apply(batch));
        // Filling the hole of an entry may name a new one, in the conversation that it enters.
        for (QVector<Ledger::Hole> holes = valueOf(store->ledger()).holes; !holes.isEmpty();
             holes = valueOf(store->ledger()).holes) {
            const Ledger::Hole hole = holes.at(random.bounded(int(holes.size())));
            QVector<DecodedRow> answer;
            for (const DecodedRow &row : rows)
                if (row.row.stream == hole.stream && row.row.n >= hole.from && row.row.n <= hole.to)
                    answer.append(row);
            changesOf(store->fillHole(hole, answer));
            ++filled;
        }
        QCOMPARE(contentsOf(*store), whole);
    }
    QVERIFY(filled > 40);
}

/// Each row of the story by itself after all the others: as from a hole that is filled last.
void JournalOrderTest::lateRowsUndoNothingNewer()
{
    const QStringList expected = contentsAfter({batchOf(0, story())});
    const QVector<DecodedRow> rows = story();
    for (const DecodedRow &late : rows) {
        const bool isNumbered = late.row.n > 0;
        const bool isLastOfItsStream = std::none_of(rows.begin(), rows.end(), [&](const DecodedRow &row) {
            return row.row.stream == late.row.stream && row.row.n > late.row.n;
        });
        if (!isNumbered || isLastOfItsStream || late.row.stream == own)
            continue; // nothing says that it is missing, or the entry does
        QVector<DecodedRow> others = rows;
        others.removeIf([&](const DecodedRow &row) { return row.row.seq == late.row.seq; });
        const QTemporaryDir folder;
        const auto store = openStore(folder.path());
        changesOf(store->setMe(ada));
        changesOf(store->apply(batchOf(0, others)));
        changesOf(store->fillHole({late.row.stream, late.row.n, late.row.n}, {late}));
        QCOMPARE(contentsOf(*store), expected);
    }
}

void JournalOrderTest::anOlderLeavingLetsNobodyBackIn()
{
    JournalWriter journal;
    const ConversationEntered enters{stateOf(QStringLiteral("sales"), 0)};
    const ConversationLeft leaves{ConversationId(QStringLiteral("sales"))};
    const DecodedRow firstEntry = journal.add(own, enters);
    const DecodedRow firstLeaving = journal.add(own, leaves);
    const DecodedRow secondEntry = journal.add(own, enters);
    const DecodedRow secondLeaving = journal.add(own, leaves);
    const QTemporaryDir folder;
    const auto store = openStore(folder.path());
    changesOf(store->setMe(ada));
    changesOf(store->apply(batchOf(0, {secondLeaving})));
    for (const DecodedRow &late : {firstLeaving, secondEntry, firstEntry}) {
        changesOf(store->fillHole({own, late.row.n, late.row.n}, {late}));
        QVERIFY(valueOf(store->conversations()).conversations.isEmpty());
    }
}

QTEST_GUILESS_MAIN(JournalOrderTest)
#include "JournalOrderTest.moc"
