// SPDX-License-Identifier: GPL-3.0-or-later
#include "CrmFixture.h"

#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::store;

namespace {

const QString mine = recordsStreamOf(ada.id);
const QString bens = recordsStreamOf(ben.id);
const QString hidden = recordsStreamOf(cyd.id);

RecordState withVersion(RecordState state, qint64 version)
{
    state.version = version;
    return state;
}

Activity activityAbout(const RecordRef &record)
{
    return {.id = ActivityId(u"activity-"_s + record.id),
            .actor = ben.id,
            .verb = u"Create"_s,
            .object = {u"Profile"_s, record.id, u"Marina"_s},
            .target = {},
            .published = 1'700'000'000'000,
            .totalItems = 1,
            .stream = mine,
            .seq = 2};
}

} // namespace

/// Records that come to belong to somebody else: what is not seen there leaves nothing behind.
class MovedRecordsTest : public QObject, private CrmFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void recordThatLeavesIsGone();
    void whoSeesBothStreamsKeepsIt();
    void recordThatEntersIsThereWithItsConflicts();
    void whatComesLateDoesNotBringItBack();
    void recordThatComesBackHasAHistoryFromThen();
    void viewsFollow();
    void entryThatComesLateIsTaken();
    void inAnyOrderTheSameComesOut();
    void snapshotForgetsFigures();

private:
    void fill(const DecodedRow &row)
    {
        m_last = changesOf(m_store->fillHole({row.row.stream, row.row.n, row.row.n}, {row}));
    }
    DecodedRow left(const QString &from, const RecordRef &record, const QString &to)
    {
        return row(from, RecordLeft{record, to});
    }
    [[nodiscard]] qsizetype historyOf(const RecordRef &record)
    {
        return valueOf(m_store->recordHistory(record, {}, 100)).rows.size();
    }
};

void MovedRecordsTest::recordThatLeavesIsGone()
{
    const RecordState state = stateOf(marina, {{fields::name, u"Marina"_s}, {fields::company, acme.id}});
    apply({row(mine, RecordAdded{state}), row(mine, ActivityAdded{activityAbout(marina)}),
           row(recordsStream(), RecordAdded{stateOf(acme, named(u"Acme"_s))}),
           row(mine, ConflictOpened{conflictOf(u"c"_s, marina, fields::name, ada)})});
    QCOMPARE(namesIn(*m_store, {.kind = RecordKind::Contact, .text = u"mar"_s}), QStringList{u"Marina"_s});
    QCOMPARE(historyOf(acme), 2);

    apply({left(mine, marina, hidden)});
    QCOMPARE(m_last.records, (QSet<RecordRef>{marina, acme}));
    QVERIFY(m_last.conflicts && m_last.activities);
    QVERIFY(!shown(marina));
    QVERIFY(namesIn(*m_store, {.kind = RecordKind::Contact}).isEmpty());
    QVERIFY(namesIn(*m_store, {.kind = RecordKind::Contact, .text = u"mar"_s}).isEmpty());
    QVERIFY(valueOf(m_store->findRecords(u"marina"_s, 10)).isEmpty());
    QVERIFY(valueOf(m_store->conflicts()).isEmpty());
    QVERIFY(valueOf(m_store->activities({}, 10)).isEmpty());
    QVERIFY(valueOf(m_store->recordsNaming(acme)).isEmpty());
    QCOMPARE(historyOf(marina), 0);
    QCOMPARE(historyOf(acme), 1);
    QVERIFY(valueOf(m_store->ledger()).holes.isEmpty());
}

void MovedRecordsTest::whoSeesBothStreamsKeepsIt()
{
    apply({row(bens, RecordAdded{stateOf(acme, named(u"Acme"_s))}),
           row(mine, RecordAdded{stateOf(marina, named(u"Marina"_s))}),
           row(mine, ConflictOpened{conflictOf(u"c"_s, marina, fields::name, ada)})});
    const RecordKeys before = valueOf(m_store->records({.kind = RecordKind::Contact}));
    const RecordState moved = withVersion(stateOf(marina, {{fields::name, u"Marina"_s}, {fields::owner, u"ben"_s}}), 2);
    apply({row(mine, changeOf(marina, 2, {{fields::owner, u"ben"_s}})), row(bens, RecordEntered{moved, {}})});
    apply({left(mine, marina, bens)});
    QCOMPARE(shown(marina)->fields, moved.fields);
    QCOMPARE(valueOf(m_store->records({.kind = RecordKind::Contact})).keys, before.keys);
    QCOMPARE(historyOf(marina), 2);
    QCOMPARE(valueOf(m_store->conflicts()).size(), 1);
    apply({row(bens, changeOf(marina, 3, named(u"Ben's"_s)))});
    QCOMPARE(shown(marina)->fields[fields::name], QJsonValue(u"Ben's"_s));
    QCOMPARE(shown(marina)->version, 3);
}

void MovedRecordsTest::recordThatEntersIsThereWithItsConflicts()
{
    const RecordState state = withVersion(stateOf(marina, named(u"Marina"_s), {{fields::tags, {u"vip"_s}}}), 5);
    apply({row(mine, RecordEntered{state, {conflictOf(u"c"_s, marina, fields::name, ben)}})});
    QCOMPARE(shown(marina), std::optional(state));
    QCOMPARE(valueOf(m_store->conflicts()).size(), 1);
    QCOMPARE(historyOf(marina), 0); // nobody made it now
    QCOMPARE(namesIn(*m_store, {.kind = RecordKind::Contact, .text = u"mari"_s}), QStringList{u"Marina"_s});
    apply({row(mine, changeOf(marina, 6, named(u"Six"_s)))});
    QCOMPARE(shown(marina)->version, 6);
    // It has seen everything: what is changed now stands on that.
    changesOf(m_store->enqueue(changing(u"k"_s, marina, named(u"Seven"_s))));
    QCOMPARE(std::get<ChangeRecord>(valueOf(m_store->pending()).last().command.body).basis.version, 6);
}

void MovedRecordsTest::whatComesLateDoesNotBringItBack()
{
    const DecodedRow creation = row(mine, RecordAdded{stateOf(marina, named(u"Marina"_s))});
    const DecodedRow change = row(mine, changeOf(marina, 2, named(u"Two"_s)));
    const DecodedRow conflict = row(mine, ConflictOpened{conflictOf(u"c"_s, marina, fields::name, ben)});
    apply({row(mine, changeOf(marina, 3, {{u"job"_s, u"Pilot"_s}})), left(mine, marina, hidden)});
    QVERIFY(m_last.holes);
    for (const DecodedRow &late : {creation, change, conflict})
        fill(late);
    QVERIFY(!shown(marina));
    QVERIFY(namesIn(*m_store, {.kind = RecordKind::Contact}).isEmpty());
    QVERIFY(valueOf(m_store->conflicts()).isEmpty());
    QCOMPARE(historyOf(marina), 0);
    // Neither does a left that comes late undo that it has come back.
    const DecodedRow goes = left(mine, acme, hidden);
    apply({row(mine, RecordEntered{withVersion(stateOf(acme, named(u"Acme"_s)), 4), {}})});
    fill(goes);
    QCOMPARE(shown(acme)->version, 4);
}

void MovedRecordsTest::recordThatComesBackHasAHistoryFromThen()
{
    apply({row(mine, RecordAdded{stateOf(marina, named(u"Marina"_s))}), left(mine, marina, hidden),
           row(mine, RecordAdded{stateOf(order, {{fields::name, u"Order"_s}, {fields::contact, marina.id}})})});
    QCOMPARE(historyOf(marina), 1);
    const RecordState back = withVersion(stateOf(marina, named(u"Back"_s)), 7);
    apply({row(mine, RecordEntered{back, {}})});
    QCOMPARE(shown(marina), std::optional(back));
    QCOMPARE(historyOf(marina), 0); // a stretch with a hole in it would hide what the server has
    QCOMPARE(namesIn(*m_store, {.kind = RecordKind::Contact, .text = u"back"_s}), QStringList{u"Back"_s});
    QVERIFY(namesIn(*m_store, {.kind = RecordKind::Contact, .text = u"marina"_s}).isEmpty());
}

void MovedRecordsTest::viewsFollow()
{
    const RecordQuery all{.kind = RecordKind::Contact, .sortBy = u"job"_s};
    RecordQuery pilots = all;
    pilots.filters = {{u"job"_s, FilterTest::Is, u"Pilot"_s}};
    RecordQuery typed = all;
    typed.text = u"mar"_s;
    const RecordRef other = refOf(RecordKind::Contact, 2);
    apply({row(mine, RecordAdded{stateOf(marina, {{fields::name, u"Marina"_s}, {u"job"_s, u"Pilot"_s}})}),
           row(mine, RecordAdded{stateOf(other, {{fields::name, u"Mara"_s}, {u"job"_s, u"Pilot"_s}})})});
    for (const RecordQuery &query : {all, pilots, typed})
        QCOMPARE(namesIn(*m_store, query).size(), 2);
    apply({left(mine, marina, hidden)});
    for (const RecordQuery &query : {all, pilots, typed})
        QCOMPARE(namesIn(*m_store, query), QStringList{u"Mara"_s});
    apply({row(mine, RecordEntered{stateOf(marina, {{fields::name, u"Marina"_s}, {u"job"_s, u"Pilot"_s}}), {}})});
    for (const RecordQuery &query : {all, pilots, typed})
        QCOMPARE(namesIn(*m_store, query).size(), 2);
}

void MovedRecordsTest::entryThatComesLateIsTaken()
{
    apply({row(mine, RecordAdded{stateOf(marina, named(u"Marina"_s))})});
    // The stream where it goes begins with it, and its first row is lost on the way.
    const DecodedRow entry = row(bens, RecordEntered{withVersion(stateOf(marina, named(u"Marina"_s)), 2), {}});
    apply({left(mine, marina, bens)});
    QVERIFY(!shown(marina));
    apply({row(bens, changeOf(marina, 3, {{u"job"_s, u"Pilot"_s}}))});
    fill(entry);
    QCOMPARE(shown(marina)->fields, (QJsonObject{{fields::name, u"Marina"_s}, {u"job"_s, u"Pilot"_s}}));
    QCOMPARE(shown(marina)->version, 3);
    // Where both streams are known, a lost entry takes nothing away.
    const DecodedRow lost = row(mine, RecordEntered{withVersion(stateOf(marina, named(u"Mine"_s)), 4), {}});
    apply({left(bens, marina, mine)});
    QVERIFY(shown(marina));
    apply({row(mine, changeOf(marina, 5, {{u"job"_s, u"Sailor"_s}}))});
    fill(lost);
    QCOMPARE(shown(marina)->fields, (QJsonObject{{fields::name, u"Mine"_s}, {u"job"_s, u"Sailor"_s}}));
}

void MovedRecordsTest::inAnyOrderTheSameComesOut()
{
    std::mt19937 random(20261130);
    const auto upTo = [&](int most) { return int(random() % quint32(most)); };
    const QStringList streams{mine, bens, hidden};
    for (int history = 0; history < 30; ++history) {
        init();
        const QTemporaryDir orderlyFolder;
        const std::unique_ptr<Store> orderly = openStore(orderlyFolder.path());
        changesOf(orderly->setMe(ada));
        // Both are in the two streams from their first row on.
        QVector<DecodedRow> rows{row(mine, RecordAdded{stateOf(acme, named(u"Acme"_s))}),
                                 row(bens, RecordAdded{stateOf(order, named(u"Order"_s))})};
        RecordState state = stateOf(marina, named(u"Marina"_s));
        QString stream = streams[upTo(3)];
        rows.append(row(stream, RecordAdded{state}));
        for (int step = 0; step < 20; ++step) {
            const RecordChanged change =
                changeOf(marina, state.version + 1, {{upTo(2) == 0 ? fields::name : u"job"_s, QString::number(step)}});
            rows.append(row(stream, change));
            state.version = change.version;
            state.changedAt = std::max(state.changedAt, rows.last().row.at);
            for (auto set = change.set.begin(); set != change.set.end(); ++set)
                state.fields.insert(set.key(), set.value());
            if (const QString to = streams[upTo(3)]; to != stream) {
                rows.append(row(to, RecordEntered{state, {}}));
                rows.append(row(stream, RecordLeft{marina, to}));
                stream = to;
            }
        }
        // The last row of a stream shows what is missing before it.
        rows.append(row(mine, changeOf(acme, 2, named(u"A"_s))));
        rows.append(row(bens, changeOf(order, 2, named(u"O"_s))));
        rows.removeIf([](const DecodedRow &one) { return one.row.stream == hidden; });

        QVector<DecodedRow> late;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            changesOf(orderly->apply(batchOf(valueOf(orderly->cursor()).seq, {rows[i]})));
            if (i > 1 && i < rows.size() - 2 && upTo(3) == 0)
                late.append(rows[i]);
            else
                apply({rows[i]});
        }
        std::shuffle(late.begin(), late.end(), random);
        for (const DecodedRow &one : std::as_const(late))
            fill(one);
        const std::optional<RecordState> expected = stream == hidden ? std::nullopt : std::optional(state);
        QCOMPARE(valueOf(orderly->record(marina)), expected);
        QCOMPARE(shown(marina), expected);
        QCOMPARE(namesIn(*m_store, {.kind = RecordKind::Contact}).size(), expected ? 1 : 0);
        if (!expected)
            continue;
        changesOf(m_store->enqueue(changing(u"k"_s, marina, named(u"Mine"_s)))); // it has seen everything
        QCOMPARE(std::get<ChangeRecord>(valueOf(m_store->pending()).last().command.body).basis.version, state.version);
    }
}

void MovedRecordsTest::snapshotForgetsFigures()
{
    figures::Answer answer;
    answer.query.from = QDate(2026, 11, 1);
    answer.query.until = QDate(2026, 12, 1);
    answer.now = {{u"deals.open"_s, 7}};
    changesOf(m_store->saveFigures(answer));
    QVERIFY(valueOf(m_store->figures()));
    SnapshotPage page;
    page.first = page.last = true;
    page.cursor = {u"e"_s, 3, u"m"_s};
    changesOf(m_store->writeSnapshot(page));
    QVERIFY(!valueOf(m_store->figures()));
}

QTEST_GUILESS_MAIN(MovedRecordsTest)
#include "MovedRecordsTest.moc"
