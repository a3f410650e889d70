// SPDX-License-Identifier: GPL-3.0-or-later
#include "CrmFixture.h"

#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>

#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::store;

/// Contacts, companies, deals, tasks and notes: from rows and commands to what is shown of each.
class CrmTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

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

    void whatNamesARecordIsFound();
    void aHistoryHasWhatIsAboutTheRecord();
    void aHistoryHasWhatWasWrittenAboutIt();
    void aHistoryGoesOnFromTheServer();
    void historiesAreLetGo();

private:
    void apply(const QVector<DecodedRow> &rows)
    {
        m_last = changesOf(m_store->apply(batchOf(valueOf(m_store->cursor()).seq, rows)));
    }
    DecodedRow row(LastingEvent event) { return m_journal.add(recordsStream(), std::move(event)); }
    [[nodiscard]] std::optional<RecordState> shown(const RecordRef &record) { return valueOf(m_store->record(record)); }
    [[nodiscard]] QJsonValue field(const RecordRef &record, const QString &name)
    {
        return shown(record).value_or(RecordState()).fields[name];
    }
    void execute(const QStringList &statements) const;

    JournalWriter m_journal;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    Changes m_last;
};

void CrmTest::init()
{
    m_store.reset();
    m_journal = {};
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = openStore(m_folder->path());
    changesOf(m_store->setMe(ada));
}

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
    const Changes created = changesOf(m_store->enqueue(creating(u"c"_s, fresh, named(u"Anna"_s))));
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
    QCOMPARE(changesOf(m_store->settle({CommandId(u"c"_s)}, 5000)).records, QSet<RecordRef>{fresh});
    QCOMPARE(valueOf(m_store->settled()).size(), 1);
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
    changesOf(m_store->enqueue(creating(u"c"_s, fresh, named(u"Anna"_s))));
    const auto change = [&](const QString &id) {
        const Changes changes = changesOf(m_store->enqueue(changing(id, fresh, named(id))));
        return std::get<ChangeRecord>(changes.queued.first().body);
    };
    QCOMPARE(change(u"d"_s).basis.after, QVector<CommandId>{CommandId(u"c"_s)});
    changesOf(m_store->settle({CommandId(u"c"_s)}, 5000));
    changesOf(m_store->settle({CommandId(u"d"_s)}, 5000));
    QCOMPARE(change(u"e"_s).basis.after, (QVector<CommandId>{CommandId(u"c"_s), CommandId(u"d"_s)}));
    QCOMPARE(change(u"f"_s).basis.version, 1);
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
    changesOf(m_store->enqueue(creating(u"c"_s, fresh, named(u"Anna"_s))));
    changesOf(m_store->enqueue(changing(u"d"_s, fresh, named(u"Anne"_s))));
    changesOf(m_store->settle({CommandId(u"c"_s)}, 5000));
    changesOf(m_store->enqueue(changing(u"e"_s, fresh, {{fields::status, u"lead"_s}})));
    changesOf(m_store->settle({CommandId(u"d"_s)}, 5000));
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

void CrmTest::whatNamesARecordIsFound()
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

void CrmTest::aHistoryHasWhatIsAboutTheRecord()
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

void CrmTest::aHistoryHasWhatWasWrittenAboutIt()
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
    // It is about nobody any more.
    apply({m_journal.add(streamOf(ConversationId(u"about"_s)),
                         RecordChanged{.record = recordOf(ConversationId(u"about"_s)),
                                       .version = 2,
                                       .set = {{fields::contact, u""_s}},
                                       .lists = {}})});
    QCOMPARE(valueOf(m_store->recordHistory(marina, {}, 20)).messages, QVector<Message>());
}

void CrmTest::aHistoryGoesOnFromTheServer()
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

void CrmTest::historiesAreLetGo()
{
    apply({row(RecordAdded{stateOf(marina, named(u"Marina"_s))}), row(changeOf(marina, 2, named(u"2"_s))),
           row(changeOf(marina, 3, named(u"3"_s)))});
    const qint64 last = 1'700'000'000'000 + m_journal.seq();
    QVERIFY(changesOf(m_store->prune(last)).histories);
    QVERIFY(!changesOf(m_store->prune(last)).histories);
    QCOMPARE(valueOf(m_store->recordHistory(marina, {}, 10)).rows.size(), 1);
    QCOMPARE(field(marina, fields::name), QJsonValue(u"3"_s)); // records themselves stay
}

QTEST_GUILESS_MAIN(CrmTest)
#include "CrmTest.moc"
