// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"

#include <QtCore/QRandomGenerator>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::store;

namespace {

const RecordRef marina{RecordKind::Contact, u"01a1f849-0000-7000-8000-000000000001"_s};
const RecordRef acme{RecordKind::Company, u"01a1f849-0000-7000-8000-000000000002"_s};
const RecordRef order{RecordKind::Deal, u"01a1f849-0000-7000-8000-000000000003"_s};

RecordState stateOf(const RecordRef &record, const QJsonObject &fields, const ListValues &lists = {})
{
    return {.record = record,
            .version = 1,
            .createdBy = ben.id,
            .createdAt = 1'700'000'000'000,
            .changedAt = 1'700'000'000'000,
            .fields = fields,
            .lists = lists};
}

RecordChanged changed(const RecordRef &record, qint64 version, const QJsonObject &set, const ListChanges &lists = {})
{
    return {.record = record, .version = version, .set = set, .lists = lists};
}

Command creating(const QString &id, const RecordRef &record, const QJsonObject &set, const ListValues &lists = {})
{
    return {CommandId(id), 1'700'000'500'000, CreateRecord{record, set, lists}};
}

Command changing(const QString &id, const RecordRef &record, const QJsonObject &set, const ListChanges &lists = {})
{
    return {CommandId(id), 1'700'000'600'000,
            ChangeRecord{.record = record, .basis = {}, .set = set, .was = {}, .lists = lists, .resolves = {}}};
}

} // namespace

/// Contacts, companies, deals, tasks and notes: from rows to what is shown.
class CrmTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aRecordIsThereWhenItsRowIs();
    void aNewOneIsShownBeforeItIsSent();

private:
    void apply(const QVector<DecodedRow> &rows)
    {
        m_last = changesOf(m_store->apply(batchOf(valueOf(m_store->cursor()).seq, rows)));
    }
    DecodedRow row(LastingEvent event) { return m_journal.add(recordsStream(), std::move(event)); }
    [[nodiscard]] QStringList namesOf(const RecordQuery &query)
    {
        const RecordKeys found = valueOf(m_store->records(query));
        QStringList names;
        for (const qint64 key : found.keys)
            names.append((key < 0 ? found.waiting[-key - 1] : valueOf(m_store->recordsAt({key})).value(key))
                             .fields[fields::name]
                             .toString());
        return names;
    }

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
    const RecordState state = stateOf(marina, {{fields::name, u"Marina Roßmann"_s}}, {{fields::tags, {u"vip"_s}}});
    apply({row(RecordAdded{state})});
    QCOMPARE(m_last.records, QSet<RecordRef>{marina});
    QCOMPARE(valueOf(m_store->record(marina)), std::optional(state));
    QCOMPARE(namesOf({.kind = RecordKind::Contact}), QStringList{u"Marina Roßmann"_s});
    QCOMPARE(namesOf({.kind = RecordKind::Company}), QStringList{});
    QCOMPARE(namesOf({.kind = RecordKind::Contact, .text = u"ross mar"_s}), QStringList{u"Marina Roßmann"_s});
    QCOMPARE(namesOf({.kind = RecordKind::Contact, .text = u"vi"_s}), QStringList{u"Marina Roßmann"_s});
    QCOMPARE(namesOf({.kind = RecordKind::Contact, .text = u"oss"_s}), QStringList{});
    apply({row(changed(marina, 2, {{fields::name, u"Marina Ruiz"_s}}))});
    QCOMPARE(namesOf({.kind = RecordKind::Contact, .text = u"rui"_s}), QStringList{u"Marina Ruiz"_s});
    QCOMPARE(namesOf({.kind = RecordKind::Contact, .text = u"ross"_s}), QStringList{});
}

void CrmTest::aNewOneIsShownBeforeItIsSent()
{
    apply({row(RecordAdded{stateOf(marina, {{fields::name, u"Marina"_s}})})});
    const Changes changes =
        changesOf(m_store->enqueue(creating(u"c"_s, {RecordKind::Contact, u"new"_s}, {{fields::name, u"Anna"_s}})));
    QCOMPARE(changes.records, (QSet<RecordRef>{{RecordKind::Contact, u"new"_s}}));
    QVERIFY(changes.conversations.isEmpty());
    QCOMPARE(namesOf({.kind = RecordKind::Contact}), (QStringList{u"Anna"_s, u"Marina"_s}));
    changesOf(m_store->enqueue(changing(u"r"_s, marina, {{fields::name, u"Aaron"_s}})));
    QCOMPARE(namesOf({.kind = RecordKind::Contact}), (QStringList{u"Aaron"_s, u"Anna"_s}));
    QCOMPARE(namesOf({.kind = RecordKind::Contact, .descending = true}), (QStringList{u"Anna"_s, u"Aaron"_s}));
    QCOMPARE(namesOf({.kind = RecordKind::Contact, .text = u"a"_s, .sortBy = u"createdAt"_s}),
             (QStringList{u"Aaron"_s, u"Anna"_s}));
    const ChangeRecord queued = std::get<ChangeRecord>(valueOf(m_store->pending()).last().command.body);
    QCOMPARE(queued.was, (QJsonObject{{fields::name, u"Marina"_s}}));
    QCOMPARE(queued.basis.version, 1);
    changesOf(m_store->refuse(CommandId(u"c"_s), {u"x"_s, u"no"_s}));
    QCOMPARE(namesOf({.kind = RecordKind::Contact}), QStringList{u"Aaron"_s});
}

QTEST_GUILESS_MAIN(CrmTest)
#include "CrmTest.moc"
