// SPDX-License-Identifier: GPL-3.0-or-later
#include "CrmFixture.h"
#include "domain/EventJson.h"

#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>

#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::store;

/// Contacts, companies, deals, tasks and notes: from rows and commands to what is shown of each.
class CrmTest : public QObject, private CrmFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void aRecordIsThereWhenItsRowIs();
    void aRowThatComesLateUndoesNothingNewer();
    void aChangeMayComeBeforeItsRecord();
    void inAnyOrderTheSameComesOut();
    void whatIsMissingHasNotBeenSeen();
    void aSnapshotTakesThePlaceOfAll();
    void rowsThatASnapshotHasChangeNothing();
    void conflictsAreTold();
    void whatAnOlderVersionKeptRawIsApplied();
    void whatASnapshotBroughtToAnOlderVersionIsReadAnew();

    void whatWaitsIsShown();
    void aChangeHasSeenWhatIsShown();
    void anEarlierCreationIsNoSurprise();
    void aRefusedCreationIsNotShown();
    void discardingACreationDiscardsItsChanges();
    void aLostCreationIsMadeAgainBeforeItsChanges();
    void replacingTellsBoth();

private:
    void execute(const QStringList &statements) const;
};

void CrmTest::aRecordIsThereWhenItsRowIs()
{
    const RecordState state = stateOf(marina, named(u"Marina"_s), {{fields::tags, {u"vip"_s}}});
    apply({row(RecordAdded{state})});
    QCOMPARE(m_last.records, QSet<RecordRef>{marina});
    QCOMPARE(shown(marina), std::optional(state));
    const DecodedRow change =
        row(changeOf(marina, 2, {{fields::status, u"lead"_s}}, {{fields::tags, {{u"eu"_s}, {u"vip"_s}}}}));
    apply({change});
    RecordState expected = state;
    expected.version = 2;
    expected.changedAt = change.row.at;
    expected.fields.insert(fields::status, u"lead"_s);
    expected.lists = {{fields::tags, {u"eu"_s}}};
    QCOMPARE(shown(marina), std::optional(expected));
    QCOMPARE(valueOf(m_store->ledger()).received, 2);
}

void CrmTest::aRowThatComesLateUndoesNothingNewer()
{
    apply({row(RecordAdded{stateOf(marina, named(u"Marina"_s), {{fields::tags, {u"a"_s}}})})});
    const DecodedRow late = row(changeOf(marina, 2, {{fields::name, u"Late"_s}, {fields::status, u"lead"_s}},
                                         {{fields::tags, {{u"b"_s, u"c"_s}, {u"a"_s}}}}));
    apply({row(changeOf(marina, 3, named(u"Newer"_s), {{fields::tags, {{u"a"_s}, {u"b"_s}}}}))});
    QVERIFY(m_last.holes);
    changesOf(m_store->fillHole({recordsStream(), late.row.n, late.row.n}, {late}));
    QCOMPARE(field(marina, fields::name), QJsonValue(u"Newer"_s));
    QCOMPARE(field(marina, fields::status), QJsonValue(u"lead"_s));
    QCOMPARE(shown(marina)->lists[fields::tags], (QStringList{u"a"_s, u"c"_s}));
    QCOMPARE(shown(marina)->version, 3);
}

void CrmTest::aChangeMayComeBeforeItsRecord()
{
    const DecodedRow creation = row(RecordAdded{stateOf(
        marina, {{fields::name, u"Marina"_s}, {fields::company, acme.id}}, {{fields::tags, {u"a"_s, u"b"_s}}})});
    apply({row(changeOf(marina, 2, named(u"Changed"_s), {{fields::tags, {{u"c"_s}, {u"a"_s}}}}))});
    QVERIFY(!shown(marina));
    QVERIFY(namesIn(*m_store, {.kind = RecordKind::Contact}).isEmpty());
    changesOf(m_store->fillHole({recordsStream(), creation.row.n, creation.row.n}, {creation}));
    QCOMPARE(namesIn(*m_store, {.kind = RecordKind::Contact, .text = u"chan"_s}), QStringList{u"Changed"_s});
    QCOMPARE(shown(marina)->lists[fields::tags], (QStringList{u"b"_s, u"c"_s}));
    QCOMPARE(shown(marina)->version, 2);
    QCOMPARE(shown(marina)->createdBy, ben.id);
    // The company's history has what came before it was known whose the contact is.
    QCOMPARE(valueOf(m_store->recordHistory(acme, {}, 10)).rows.size(), 2);
}

void CrmTest::inAnyOrderTheSameComesOut()
{
    std::mt19937 random(20261129);
    const auto upTo = [&](int most) { return int(random() % quint32(most)); };
    constexpr int records = 6;
    QVector<DecodedRow> rows;
    QVector<RecordState> expected;
    for (int made = 0; made < 150; ++made) {
        if (expected.size() < records && (expected.isEmpty() || upTo(8) == 0)) {
            expected.append(stateOf(refOf(RecordKind::Contact, int(expected.size())), named(u"Made"_s)));
            rows.append(row(RecordAdded{expected.last()}));
            continue;
        }
        RecordState &state = expected[upTo(int(expected.size()))];
        RecordChanged change = changeOf(state.record, state.version + 1, {});
        if (upTo(3) > 0)
            change.set = {{upTo(2) == 0 ? fields::name : fields::status, u"Value %1"_s.arg(made)}};
        else
            change.lists = {{fields::tags, {{u"tag%1"_s.arg(upTo(4))}, {u"tag%1"_s.arg(4 + upTo(4))}}}};
        if (upTo(4) == 0)
            change.lists.insert(fields::emails, {{}, {u"tag%1"_s.arg(upTo(4))}});
        rows.append(row(change));
        state = withChange(state, change, rows.last().row.at);
    }
    // Some are lost on the way and fetched later, one by one, in whatever order.
    QVector<DecodedRow> lost;
    QVector<DecodedRow> come;
    for (const DecodedRow &one : std::as_const(rows))
        (&one != &rows.constLast() && upTo(3) == 0 ? lost : come).append(one);
    for (const DecodedRow &one : std::as_const(come))
        apply({one});
    std::shuffle(lost.begin(), lost.end(), random);
    for (const DecodedRow &one : std::as_const(lost))
        changesOf(m_store->fillHole({recordsStream(), one.row.n, one.row.n}, {one}));
    QVERIFY(valueOf(m_store->ledger()).holes.isEmpty());
    for (RecordState &state : expected) {
        state.lists.removeIf([](const auto &list) { return list.value().isEmpty(); });
        std::optional<RecordState> found = shown(state.record);
        QVERIFY(found);
        found->lists.removeIf([](const auto &list) { return list.value().isEmpty(); });
        QCOMPARE(*found, state);
        changesOf(m_store->enqueue(changing(state.record.id, state.record, named(u"x"_s))));
        QCOMPARE(std::get<ChangeRecord>(valueOf(m_store->pending()).last().command.body).basis.version, state.version);
    }
}

void CrmTest::whatIsMissingHasNotBeenSeen()
{
    const auto basis = [&](const QString &id) {
        const Changes changes = changesOf(m_store->enqueue(changing(id, marina, named(u"x"_s))));
        return std::get<ChangeRecord>(changes.queued.first().body).basis.version;
    };
    apply({row(RecordAdded{stateOf(marina, named(u"1"_s))}), row(changeOf(marina, 2, named(u"2"_s)))});
    QCOMPARE(basis(u"a"_s), 2);
    const DecodedRow missing = row(changeOf(marina, 3, named(u"3"_s)));
    apply({row(changeOf(marina, 4, named(u"4"_s))), row(changeOf(marina, 5, named(u"5"_s)))});
    QCOMPARE(basis(u"b"_s), 2);
    QCOMPARE(shown(marina)->version, 5);
    changesOf(m_store->fillHole({recordsStream(), missing.row.n, missing.row.n}, {missing}));
    QCOMPARE(basis(u"c"_s), 5);
}

void CrmTest::aSnapshotTakesThePlaceOfAll()
{
    apply({row(RecordAdded{stateOf(marina, named(u"Marina"_s))}), row(RecordAdded{stateOf(acme, named(u"Acme"_s))})});
    const QVector<qint64> before = valueOf(m_store->records({.kind = RecordKind::Contact})).keys;
    SnapshotPage first;
    first.first = true;
    first.cursor = {u"e"_s, 50, u"m"_s};
    RecordState later = stateOf(marina, named(u"Marina Ruiz"_s));
    later.version = 7;
    first.records = {later};
    changesOf(m_store->writeSnapshot(first));
    QCOMPARE(namesIn(*m_store, {.kind = RecordKind::Contact}), QStringList{u"Marina"_s});
    SnapshotPage last;
    last.last = true;
    last.records = {stateOf(refOf(RecordKind::Contact, 2), {{fields::name, u"Zoe"_s}, {fields::deleted, true}})};
    last.conflicts = {conflictOf(u"x"_s, marina, fields::name, ben)};
    last.streams = {{recordsStream(), 9}};
    changesOf(m_store->writeSnapshot(last));
    QCOMPARE(shown(marina), std::optional(later));
    QVERIFY(!shown(acme));
    QCOMPARE(namesIn(*m_store, {.kind = RecordKind::Contact}), QStringList{u"Marina Ruiz"_s});
    QCOMPARE(namesIn(*m_store, {.kind = RecordKind::Contact, .deleted = true}), QStringList{u"Zoe"_s});
    QCOMPARE(namesIn(*m_store, {.kind = RecordKind::Contact, .text = u"ruiz"_s}), QStringList{u"Marina Ruiz"_s});
    QCOMPARE(namesIn(*m_store, {.kind = RecordKind::Contact, .text = u"zoe"_s}), QStringList());
    QCOMPARE(valueOf(m_store->conflicts()).size(), 1);
    QVERIFY(valueOf(m_store->recordsAt(before)).isEmpty()); // a key is not another record's afterwards
}

void CrmTest::rowsThatASnapshotHasChangeNothing()
{
    SnapshotPage page;
    page.first = page.last = true;
    page.cursor = {u"e"_s, 0, u"m"_s};
    RecordState state = stateOf(marina, named(u"3"_s), {{fields::tags, {u"b"_s}}});
    state.version = 3;
    page.records = {state};
    changesOf(m_store->writeSnapshot(page));
    // The snapshot was read later than its cursor; the journal from there on brings the same again, and goes on.
    apply({row(RecordAdded{stateOf(marina, named(u"1"_s), {{fields::tags, {u"a"_s}}})}),
           row(changeOf(marina, 2, named(u"2"_s), {{fields::tags, {{u"b"_s}, {u"a"_s}}}}))});
    QCOMPARE(shown(marina), std::optional(state));
    apply({row(changeOf(marina, 3, named(u"3"_s))), row(changeOf(marina, 4, named(u"4"_s)))});
    QCOMPARE(field(marina, fields::name), QJsonValue(u"4"_s));
    QCOMPARE(shown(marina)->lists[fields::tags], QStringList{u"b"_s});
}

void CrmTest::conflictsAreTold()
{
    apply({row(RecordAdded{stateOf(marina, named(u"Marina"_s))})});
    apply({row(ConflictOpened{conflictOf(u"x"_s, marina, fields::name, ada)})});
    QVERIFY(m_last.conflicts);
    QCOMPARE(m_last.records, QSet<RecordRef>{marina});
    QCOMPARE(valueOf(m_store->conflicts()).size(), 1);
    QCOMPARE(valueOf(m_store->ledger()).conflicts, 1);
    apply({row(ConflictClosed{ConflictId(u"x"_s), marina, fields::name})});
    QCOMPARE(m_last.records, QSet<RecordRef>{marina});
    QVERIFY(valueOf(m_store->conflicts()).isEmpty());
}

void CrmTest::execute(const QStringList &statements) const
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
        database.setDatabaseName(m_folder->filePath(u"cache.sqlite"_s));
        QVERIFY(database.open());
        for (const QString &sql : statements) {
            QSqlQuery query(database);
            QVERIFY2(query.exec(sql), qPrintable(query.lastError().text()));
        }
        database.close();
    }
    QSqlDatabase::removeDatabase(u"raw"_s);
}

void CrmTest::whatAnOlderVersionKeptRawIsApplied()
{
    m_store.reset();
    const auto kept = [](qint64 seq, const QString &event, const QJsonObject &payload) {
        return u"INSERT INTO unknown_rows(seq, stream, n, mark, at, actor, event, payload)"
               " VALUES(%1, 'records', %1, 'm', 1700000000000, 'ben', '%2', '%3')"_s.arg(seq)
                   .arg(event, QString::fromUtf8(QJsonDocument(payload).toJson(QJsonDocument::Compact)));
    };
    execute({kept(1, u"record:added"_s, toJson(stateOf(marina, named(u"Marina"_s)))),
             kept(2, u"record:changed"_s, toJson(changeOf(marina, 2, {{fields::status, u"lead"_s}}))),
             u"INSERT INTO streams VALUES('records', 2)"_s, u"UPDATE meta SET value='0.0.1' WHERE key='decodedBy'"_s});
    m_store = openStore(m_folder->path());
    QCOMPARE(field(marina, fields::status), QJsonValue(u"lead"_s));
    QCOMPARE(shown(marina)->version, 2);
    QCOMPARE(namesIn(*m_store, {.kind = RecordKind::Contact, .text = u"mar"_s}), QStringList{u"Marina"_s});
    QCOMPARE(valueOf(m_store->ledger()).unknownRows, 0);
    QCOMPARE(valueOf(m_store->recordHistory(marina, {}, 10)).rows.size(), 2);
}

void CrmTest::whatASnapshotBroughtToAnOlderVersionIsReadAnew()
{
    apply({row(RecordAdded{stateOf(marina, named(u"Marina"_s))})});
    QVERIFY(valueOf(m_store->cursor()).seq > 0);
    m_store.reset();
    // As version 5 left a cache whose snapshot had records in it: their stream is counted, its rows were not kept.
    QStringList undone{u"DROP TABLE search_records"_s, u"DROP TABLE search_records_waiting"_s,
                       u"PRAGMA user_version=5"_s};
    for (const QString &table : {u"records"_s, u"record_references"_s, u"record_rows"_s, u"record_history"_s})
        undone << u"DROP TABLE "_s + table << u"DROP TABLE snapshot_"_s + table;
    for (const QString &table : {u"conversations"_s, u"snapshot_conversations"_s})
        for (const QString &column : {u"contact"_s, u"contact_seq"_s, u"closed"_s, u"closed_seq"_s})
            undone << u"ALTER TABLE %1 DROP COLUMN %2"_s.arg(table, column);
    for (const QString &table : {u"messages"_s, u"snapshot_messages"_s})
        undone << u"ALTER TABLE %1 DROP COLUMN files"_s.arg(table);
    execute(undone);
    m_store = openStore(m_folder->path());
    QCOMPARE(valueOf(m_store->cursor()), Cursor());
}

void CrmTest::whatWaitsIsShown()
{
    apply({row(RecordAdded{stateOf(marina, named(u"Marina"_s), {{fields::tags, {u"a"_s}}})})});
    const RecordRef fresh = refOf(RecordKind::Contact, 9);
    const Command creation = creating(u"c"_s, fresh, named(u"Anna"_s));
    const Changes created = changesOf(m_store->enqueue(creation));
    QCOMPARE(created.records, QSet<RecordRef>{fresh});
    QVERIFY(created.conversations.isEmpty());
    changesOf(m_store->enqueue(changing(u"d"_s, fresh, {{fields::status, u"lead"_s}})));
    changesOf(m_store->enqueue(changing(u"e"_s, marina, {}, {{fields::tags, {{u"b"_s}, {u"a"_s}}}})));
    QCOMPARE(shown(fresh)->createdBy, ada.id);
    QCOMPARE(field(fresh, fields::status), QJsonValue(u"lead"_s));
    QCOMPARE(shown(marina)->lists[fields::tags], QStringList{u"b"_s});
    QCOMPARE(valueOf(m_store->ledger()).waiting, 3);
    // Taken by the server, and on its way out of the outbox: shown once.
    apply({row(RecordAdded{*shown(fresh)})});
    QCOMPARE(namesIn(*m_store, {.kind = RecordKind::Contact}), (QStringList{u"Anna"_s, u"Marina"_s}));
    QCOMPARE(changesOf(m_store->settle({creation}, 5000)).records, QSet<RecordRef>{fresh});
    QCOMPARE(valueOf(m_store->settled()).value().size(), 1);
}

void CrmTest::aChangeHasSeenWhatIsShown()
{
    apply({row(RecordAdded{stateOf(marina, named(u"Marina"_s))}), row(changeOf(marina, 2, named(u"Two"_s)))});
    changesOf(m_store->enqueue(changing(u"a"_s, marina, named(u"Mine"_s))));
    const Changes changes = changesOf(
        m_store->enqueue(changing(u"b"_s, marina, {{fields::name, u"Better"_s}, {fields::status, u"lead"_s}})));
    const ChangeRecord change = std::get<ChangeRecord>(changes.queued.first().body);
    QCOMPARE(change.basis.version, 2);
    QCOMPARE(change.basis.after, QVector<CommandId>{CommandId(u"a"_s)});
    QCOMPARE(change.was, (QJsonObject{{fields::name, u"Mine"_s}, {fields::status, QJsonValue()}}));
    QCOMPARE(changes.records, QSet<RecordRef>{marina});
}

void CrmTest::anEarlierCreationIsNoSurprise()
{
    const RecordRef fresh = refOf(RecordKind::Contact, 9);
    const Command creation = creating(u"c"_s, fresh, named(u"Anna"_s));
    changesOf(m_store->enqueue(creation));
    const auto change = [&](const QString &id) {
        return changesOf(m_store->enqueue(changing(id, fresh, named(id)))).queued.first();
    };
    const auto basis = [](const Command &command) { return std::get<ChangeRecord>(command.body).basis; };
    const Command second = change(u"d"_s);
    QCOMPARE(basis(second).after, QVector<CommandId>{creation.id});
    changesOf(m_store->settle({creation}, 5000));
    changesOf(m_store->settle({second}, 5000));
    QCOMPARE(basis(change(u"e"_s)).after, (QVector<CommandId>{creation.id, second.id}));
    QCOMPARE(basis(change(u"f"_s)).version, 1);
}

void CrmTest::aRefusedCreationIsNotShown()
{
    const RecordRef fresh = refOf(RecordKind::Contact, 9);
    changesOf(m_store->enqueue(creating(u"c"_s, fresh, named(u"Anna"_s))));
    changesOf(m_store->enqueue(changing(u"d"_s, fresh, named(u"Anne"_s))));
    QCOMPARE(changesOf(m_store->refuse(CommandId(u"c"_s), {u"name.tooLong"_s, u"no"_s})).records,
             QSet<RecordRef>{fresh});
    QVERIFY(!shown(fresh));
    QVERIFY(namesIn(*m_store, {.kind = RecordKind::Contact}).isEmpty());
    QCOMPARE(valueOf(m_store->ledger()).refused, 1);
}

void CrmTest::discardingACreationDiscardsItsChanges()
{
    const RecordRef fresh = refOf(RecordKind::Contact, 9);
    changesOf(m_store->enqueue(creating(u"c"_s, fresh, named(u"Anna"_s))));
    changesOf(m_store->enqueue(changing(u"d"_s, fresh, named(u"Anne"_s))));
    changesOf(m_store->enqueue(changing(u"m"_s, marina, named(u"Other"_s))));
    changesOf(m_store->refuse(CommandId(u"c"_s), {u"x"_s, u"no"_s}));
    QCOMPARE(changesOf(m_store->remove(CommandId(u"c"_s))).records, QSet<RecordRef>{fresh});
    const QVector<PendingCommand> left = valueOf(m_store->pending());
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().command.id, CommandId(u"m"_s));
}

void CrmTest::aLostCreationIsMadeAgainBeforeItsChanges()
{
    const RecordRef fresh = refOf(RecordKind::Contact, 9);
    const Command creation = creating(u"c"_s, fresh, named(u"Anna"_s));
    const Command renaming = changing(u"d"_s, fresh, named(u"Anne"_s));
    changesOf(m_store->enqueue(creation));
    changesOf(m_store->enqueue(renaming));
    changesOf(m_store->settle({creation}, 5000));
    changesOf(m_store->enqueue(changing(u"e"_s, fresh, {{fields::status, u"lead"_s}})));
    changesOf(m_store->settle({renaming}, 5000));
    const Changes changes = changesOf(m_store->lose({CommandId(u"c"_s), CommandId(u"d"_s), CommandId(u"e"_s)},
                                                    {u"journal.lost"_s, u"The server lost it."_s}));
    QCOMPARE(changes.queued.size(), 2);
    const QVector<PendingCommand> pending = valueOf(m_store->pending());
    QCOMPARE(pending.size(), 3);
    QCOMPARE(pending[0].command.id, CommandId(u"c"_s));
    QCOMPARE(pending[0].state, Delivery::Queued);
    QCOMPARE(pending[1].command.id, CommandId(u"e"_s));
    QCOMPARE(pending[2].state, Delivery::Refused);
    QCOMPARE(field(fresh, fields::name), QJsonValue(u"Anna"_s));
    QCOMPARE(field(fresh, fields::status), QJsonValue(u"lead"_s));
}

void CrmTest::replacingTellsBoth()
{
    const RecordRef fresh = refOf(RecordKind::Contact, 9);
    changesOf(m_store->enqueue(creating(u"c"_s, fresh, named(u""_s))));
    changesOf(m_store->enqueue(changing(u"d"_s, fresh, {{fields::status, u"lead"_s}})));
    changesOf(m_store->refuse(CommandId(u"c"_s), {u"name.empty"_s, u"no"_s}));
    const Changes changes = changesOf(m_store->replace(CommandId(u"c"_s), creating(u"n"_s, fresh, named(u"Anna"_s))));
    QCOMPARE(changes.records, QSet<RecordRef>{fresh});
    QCOMPARE(changes.queued.size(), 2);
    QCOMPARE(std::get<ChangeRecord>(changes.queued[1].body).basis.after, QVector<CommandId>{CommandId(u"n"_s)});
    QCOMPARE(field(fresh, fields::status), QJsonValue(u"lead"_s));
}

QTEST_GUILESS_MAIN(CrmTest)
#include "CrmTest.moc"
