// SPDX-License-Identifier: GPL-3.0-or-later
#include "CrmFixture.h"

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::store;

/// What is about a record: the records that name it, and what became of it.
class RecordHistoryTest : public QObject, private CrmFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void whatNamesARecordIsFound();
    void aHistoryHasWhatIsAboutTheRecord();
    void aHistoryHasWhatWasWrittenAboutIt();
    void aHistoryGoesOnFromTheServer();
    void anAnswerBringsNothingBackThatHasLeft();
    void historiesAreLetGo();
};

void RecordHistoryTest::whatNamesARecordIsFound()
{
    const auto of = [&](const RecordRef &record) { return namesOf(valueOf(m_store->recordsNaming(record))); };
    const RecordRef task = refOf(RecordKind::Task, 1);
    const RecordRef offline = refOf(RecordKind::Deal, 2);
    RecordState later = stateOf(order, {{fields::name, u"Order"_s}, {fields::contact, marina.id}});
    later.createdAt += 1;
    apply({row(RecordAdded{stateOf(acme, named(u"Acme"_s))}),
           row(RecordAdded{stateOf(marina, {{fields::name, u"Marina"_s}, {fields::company, acme.id}})}),
           row(RecordAdded{later}),
           row(RecordAdded{stateOf(task, {{fields::name, u"Call"_s}, {fields::about, marina.text()}})})});
    QCOMPARE(of(marina), (QStringList{u"Order"_s, u"Call"_s}));
    QCOMPARE(of(acme), QStringList{u"Marina"_s});
    changesOf(
        m_store->enqueue(creating(u"o"_s, offline, {{fields::name, u"Offline"_s}, {fields::contact, marina.id}})));
    changesOf(m_store->enqueue(changing(u"t"_s, task, {{fields::about, u""_s}})));
    QCOMPARE(of(marina), (QStringList{u"Offline"_s, u"Order"_s}));
    apply({row(changeOf(order, 2, {{fields::deleted, true}}))});
    QCOMPARE(of(marina), QStringList{u"Offline"_s});
    apply({row(changeOf(order, 3, {{fields::deleted, false}, {fields::contact, u""_s}, {fields::company, acme.id}}))});
    QCOMPARE(of(marina), QStringList{u"Offline"_s});
    QCOMPARE(of(acme), (QStringList{u"Order"_s, u"Marina"_s}));
}

void RecordHistoryTest::aHistoryHasWhatIsAboutTheRecord()
{
    const RecordRef note = refOf(RecordKind::Note, 1);
    const RecordChanged moved = changeOf(order, 2, {{fields::contact, u""_s}}, {}, {{fields::contact, marina.id}});
    const QVector<DecodedRow> rows{
        row(RecordAdded{stateOf(marina, named(u"Marina"_s))}),
        row(RecordAdded{stateOf(order, {{fields::name, u"Order"_s}, {fields::contact, marina.id}})}),
        row(RecordAdded{stateOf(note, {{fields::text, u"Called"_s}, {fields::about, marina.text()}})}),
        row(changeOf(marina, 2, {{fields::status, u"lead"_s}}, {}, {{fields::status, QJsonValue()}})),
        row(moved),
        row(changeOf(order, 3, named(u"Not hers"_s)))};
    apply(rows);
    QCOMPARE(m_last.records, (QSet<RecordRef>{marina, order, note}));
    const RecordHistory newest = valueOf(m_store->recordHistory(marina, {}, 3));
    QCOMPARE(newest.rows.size(), 3);
    QVERIFY(newest.more);
    QCOMPARE(newest.rows[0].row.seq, rows[4].row.seq);
    QCOMPARE(newest.rows[0].row.stream, recordsStream());
    QCOMPARE(std::get<RecordChanged>(newest.rows[0].event).was, moved.was);
    QCOMPARE(std::get<RecordAdded>(newest.rows[2].event).state.record, note);
    const RecordHistory older = valueOf(m_store->recordHistory(marina, newest.rows[2].row.seq, 3));
    QCOMPARE(older.rows.size(), 2);
    QVERIFY(!older.more);
    QCOMPARE(valueOf(m_store->recordHistory(order, {}, 10)).rows.size(), 3);
}

void RecordHistoryTest::aHistoryHasWhatWasWrittenAboutIt()
{
    // A conversation about Marina, who is of Acme, and another about nobody; a message, a change, and so on in turn.
    QVector<DecodedRow> rows{
        row(RecordAdded{stateOf(marina, {{fields::name, u"Marina"_s}, {fields::company, acme.id}})}),
        row(RecordAdded{stateOf(order, {{fields::name, u"Order"_s}, {fields::contact, marina.id}})})};
    for (const QString &id : {u"about"_s, u"other"_s}) {
        ConversationState state = stateOf(id, 0);
        state.conversation.contact = id == u"about" ? marina.id : QString();
        rows.append(m_journal.add(streamOf(ada.id), ConversationEntered{state}));
    }
    QVector<qint64> expected;
    for (int i = 1; i <= 3; ++i) {
        for (const QString &id : {u"other"_s, u"about"_s})
            rows.append(
                m_journal.add(streamOf(ConversationId(id)), MessageAdded{messageOf(id, i, ben, m_journal.seq() + 1)}));
        expected.prepend(m_journal.seq());
        rows.append(row(changeOf(marina, i + 1, named(u"Marina %1"_s.arg(i)))));
    }
    apply(rows);
    const auto seqs = [](const QVector<Message> &messages) {
        QVector<qint64> all;
        for (const Message &message : messages)
            all.append(message.seq);
        return all;
    };
    for (const RecordRef &record : {marina, acme, order})
        QCOMPARE(seqs(valueOf(m_store->recordHistory(record, {}, 20)).messages), expected);

    const RecordHistory newest = valueOf(m_store->recordHistory(marina, {}, 3)); // of both together
    QVERIFY(newest.more);
    QCOMPARE(newest.rows.size(), 2);
    QCOMPARE(seqs(newest.messages), expected.first(1));
    const RecordHistory older = valueOf(m_store->recordHistory(marina, newest.rows.last().row.seq, 20));
    QVERIFY(!older.more);
    QCOMPARE(seqs(older.messages), expected.sliced(1));
    QCOMPARE(newest.missing, QVector<MissingMessages>());
    // The fourth and the fifth are only on the server.
    const ConversationId about(u"about"_s);
    apply({m_journal.add(streamOf(about), MessageAdded{messageOf(about.text(), 6, ben, m_journal.seq() + 1)})});
    QCOMPARE(valueOf(m_store->recordHistory(marina, {}, 20)).missing, (QVector<MissingMessages>{{about, 6}}));
    // It is about nobody any more.
    apply({m_journal.add(streamOf(ConversationId(u"about"_s)),
                         RecordChanged{.record = recordOf(ConversationId(u"about"_s)),
                                       .version = 2,
                                       .set = {{fields::contact, u""_s}},
                                       .lists = {}})});
    QCOMPARE(valueOf(m_store->recordHistory(marina, {}, 20)).messages, QVector<Message>());
}

void RecordHistoryTest::aHistoryGoesOnFromTheServer()
{
    for (int skipped = 0; skipped < 10; ++skipped)
        m_journal.add(recordsStream(), UnknownEvent{});
    SnapshotPage page;
    page.first = page.last = true;
    page.cursor = {u"e"_s, m_journal.seq(), u"m"_s};
    RecordState state = stateOf(marina, named(u"Three"_s));
    state.version = 3;
    page.records = {state};
    page.streams = {{recordsStream(), m_journal.seq()}};
    changesOf(m_store->writeSnapshot(page));
    apply({row(changeOf(marina, 4, named(u"Four"_s)))});
    DecodedRow added;
    added.row.seq = 3;
    added.row.stream = recordsStream();
    added.event = RecordAdded{stateOf(marina, named(u"One"_s))};
    DecodedRow earlier = added;
    earlier.row.seq = 5;
    earlier.event = changeOf(marina, 2, named(u"Two"_s));
    const Changes changes = changesOf(m_store->addRecordHistory(marina, {earlier, added, earlier}));
    QCOMPARE(changes.records, QSet<RecordRef>{marina});
    QCOMPARE(valueOf(m_store->recordHistory(marina, {}, 10)).rows.size(), 3);
    QCOMPARE(shown(marina)->version, 4); // history says nothing about now
    QCOMPARE(field(marina, fields::name), QJsonValue(u"Four"_s));
}

void RecordHistoryTest::anAnswerBringsNothingBackThatHasLeft()
{
    const QString mine = recordsStreamOf(ada.id), hidden = recordsStreamOf(cyd.id);
    const DecodedRow contact = row(mine, RecordAdded{stateOf(marina, named(u"Marina"_s))});
    const DecodedRow deal =
        row(mine, RecordAdded{stateOf(order, {{fields::name, u"Order"_s}, {fields::contact, marina.id}})});
    const auto seqsOf = [&](const RecordRef &record) {
        QVector<qint64> seqs;
        for (const DecodedRow &found : valueOf(m_store->recordHistory(record, {}, 10)).rows)
            seqs.append(found.row.seq);
        return seqs;
    };
    const auto leave = [&](const RecordRef &record) {
        row(hidden, RecordEntered{stateOf(record, {}), {}});
        apply({row(mine, RecordLeft{record, hidden})});
    };
    apply({contact, deal});
    leave(order);
    changesOf(m_store->addRecordHistory(marina, {deal, contact}));
    QCOMPARE(seqsOf(marina), QVector<qint64>{contact.row.seq});
    leave(marina);
    QCOMPARE(changesOf(m_store->addRecordHistory(marina, {deal, contact})).records, QSet<RecordRef>());
    QCOMPARE(seqsOf(marina), QVector<qint64>());
}

void RecordHistoryTest::historiesAreLetGo()
{
    apply({row(RecordAdded{stateOf(marina, named(u"Marina"_s))}), row(changeOf(marina, 2, named(u"2"_s))),
           row(changeOf(marina, 3, named(u"3"_s)))});
    const qint64 last = 1'700'000'000'000 + m_journal.seq();
    QVERIFY(changesOf(m_store->prune(last)).histories);
    QVERIFY(!changesOf(m_store->prune(last)).histories);
    QCOMPARE(valueOf(m_store->recordHistory(marina, {}, 10)).rows.size(), 1);
    QCOMPARE(field(marina, fields::name), QJsonValue(u"3"_s)); // records themselves stay
}

QTEST_GUILESS_MAIN(RecordHistoryTest)
#include "RecordHistoryTest.moc"
