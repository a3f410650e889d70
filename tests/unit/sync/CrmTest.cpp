// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Json.h"
#include "sync/Session.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::sync;

namespace {

constexpr auto patience = 20'000; // milliseconds

const User ada{UserId(u"ada"_s), u"ada"_s, u"Ada Lovelace"_s, Role::Admin};
const RecordRef marina{RecordKind::Contact, u"01a1f849-0000-7000-8000-000000000001"_s};
const RecordRef fresh{RecordKind::Contact, u"01a1f849-0000-7000-8000-000000000002"_s};

template <class T>
T valueOf(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

RecordState stateOf(const RecordRef &record, qint64 version, const QString &name)
{
    return {.record = record,
            .version = version,
            .createdBy = ada.id,
            .createdAt = 1'700'000'000'000,
            .changedAt = 1'700'000'000'000,
            .fields = {{fields::name, name}},
            .lists = {}};
}

ChangeRecord renaming(const RecordRef &record, const QString &name)
{
    return {.record = record, .basis = {}, .set = {{fields::name, name}}, .was = {}, .lists = {}, .resolves = {}};
}

DecodedRow rowOf(qint64 seq, qint64 n, LastingEvent event)
{
    DecodedRow row;
    row.row = {.seq = seq,
               .stream = recordsStream(),
               .n = n,
               .mark = u"mark-%1"_s.arg(seq),
               .at = 1'700'000'000'000 + seq,
               .actor = ada.id,
               .event = {},
               .payload = {}};
    row.event = std::move(event);
    return row;
}

/// A server that has what it is told to have and says to each command what the test wants; in the engine's thread, like
/// any link.
class ToldLink final : public dialect::Link {
    Q_OBJECT

public:
    struct Script {
        std::mutex mutex;
        dialect::SnapshotPart snapshot;
        dialect::RecordHistoryPart history;
        QVector<Command> sent;
        QVector<std::pair<RecordRef, qint64>> historiesAsked;
        QSet<QString> refused; ///< names of commands
        qint64 seq = 10;       ///< of the journal's end
    };
    explicit ToldLink(std::shared_ptr<Script> script)
        : m_script(std::move(script))
    {
    }

    void open(const dialect::Greeting &) override
    {
        later([this] {
            Q_EMIT transportOpened();
            const std::scoped_lock lock(m_script->mutex);
            Q_EMIT ready({.me = ada,
                          .epoch = u"epoch"_s,
                          .journal = dialect::JournalState::Fresh,
                          .upTo = m_script->seq,
                          .capabilities = {}});
        });
    }
    void close() override {}
    [[nodiscard]] QString transport() const override { return u"told"_s; }
    void send(const Command &command, std::function<void(const dialect::CommandAnswer &)> answer) override
    {
        const std::scoped_lock lock(m_script->mutex);
        m_script->sent.append(command);
        const bool isRefused = m_script->refused.contains(nameOf(command.body));
        later([this, command, isRefused, answer = std::move(answer)] {
            if (isRefused) {
                answer(Error{u"name.tooLong"_s, u"Too long."_s});
                return;
            }
            const DecodedRow row = journalled(command);
            answer(dialect::Acknowledged{row.row.seq});
            Q_EMIT pushed(
                {.after = row.row.seq - 1, .upTo = row.row.seq, .mark = row.row.mark, .rows = {row}, .more = false});
        });
    }
    void fetchPage(qint64 cursor, dialect::Answer<JournalBatch> answer) override
    {
        later([cursor, answer = std::move(answer)] {
            answer(JournalBatch{.after = cursor, .upTo = cursor, .mark = {}, .rows = {}, .more = false});
        });
    }
    void fetchSnapshot(const QString &, dialect::Answer<dialect::SnapshotPart> answer) override
    {
        later([this, answer = std::move(answer)] {
            const std::scoped_lock lock(m_script->mutex);
            answer(m_script->snapshot);
        });
    }
    void fetchRecordHistory(const RecordRef &record, qint64 beforeSeq,
                            dialect::Answer<dialect::RecordHistoryPart> answer) override
    {
        later([this, record, beforeSeq, answer = std::move(answer)] {
            const std::scoped_lock lock(m_script->mutex);
            m_script->historiesAsked.append({record, beforeSeq});
            answer(m_script->history);
        });
    }
    void fetchAudit(const AuditQuery &, const QString &, dialect::Answer<dialect::AuditPage>) override {}
    void fetchRows(const QString &, qint64, qint64, dialect::Answer<QVector<DecodedRow>>) override {}
    void search(const search::Request &, dialect::Answer<search::Page>) override {}
    void fetchHistory(const ConversationId &, qint64, dialect::Answer<dialect::HistoryPart>) override {}
    void fetchActivities(qint64, dialect::Answer<dialect::ActivitiesPart>) override {}
    void fetchKnown(const QVector<CommandId> &, dialect::Answer<QVector<CommandId>>) override {}
    void ping(std::chrono::milliseconds, dialect::Answer<dialect::Pong>) override {}
    void watchFigures(const figures::Query &, dialect::Answer<figures::Answer>) override {}
    void unwatchFigures() override {}
    void putFile(const FileRef &, qint64, const QByteArray &, dialect::Answer<qint64>) override {}
    void getFile(const QString &, qint64, qint64, dialect::Answer<dialect::FilePart>) override {}
    void setViewing(const std::optional<RecordRef> &, const QString &) override {}
    void setTyping(const ConversationId &, bool) override {}
    void setPresence(Presence, dialect::Answer<Done>) override {}
    void reportApplied(qint64) override {}

private:
    void later(std::function<void()> task) { QMetaObject::invokeMethod(this, std::move(task), Qt::QueuedConnection); }
    DecodedRow journalled(const Command &command)
    {
        const std::scoped_lock lock(m_script->mutex);
        const qint64 seq = ++m_script->seq;
        const qint64 n = ++m_numbers;
        if (const auto *create = std::get_if<CreateRecord>(&command.body))
            return rowOf(seq, n, RecordAdded{stateOf(create->record, 1, create->set[fields::name].toString())});
        const auto &change = std::get<ChangeRecord>(command.body);
        return rowOf(
            seq, n,
            RecordChanged{
                .record = change.record, .version = ++m_versions[change.record], .set = change.set, .lists = {}});
    }

    std::shared_ptr<Script> m_script;
    qint64 m_numbers = 1; ///< the snapshot's record
    QHash<RecordRef, qint64> m_versions{{marina, 3}, {fresh, 1}};
};

} // namespace

/// Records between a session and its server.
class CrmTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aSnapshotBringsRecords();
    void whatIsMadeOfflineIsShownThenSent();
    void aRefusedCreationHoldsItsChangesBack();
    void discardingItDiscardsThem();
    void whatIsSubmittedAtTheStartIsSentOnce();
    void historyComesFromTheServer();

private:
    [[nodiscard]] QString nameOf(const RecordRef &record) const
    {
        const auto state = valueOf(m_store->record(record));
        return state ? state->fields[fields::name].toString() : QString();
    }
    [[nodiscard]] QStringList sent() const
    {
        const std::scoped_lock lock(m_script->mutex);
        QStringList names;
        for (const Command &command : m_script->sent)
            names.append(frontdesk::nameOf(command.body));
        return names;
    }
    [[nodiscard]] qsizetype waiting() const { return valueOf(m_store->pending()).size(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<ToldLink::Script> m_script;
    std::shared_ptr<store::Store> m_store;
    std::unique_ptr<Session> m_session;
};

void CrmTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_script = std::make_shared<ToldLink::Script>();
    m_script->snapshot.start = Cursor{u"epoch"_s, 10, u"mark"_s};
    m_script->snapshot.users = {ada};
    m_script->snapshot.records = {stateOf(marina, 3, u"Marina"_s)};
    m_script->snapshot.streams = {{recordsStream(), 1}};
    auto opened = store::Store::open(m_folder->path());
    QVERIFY(opened);
    m_store = std::move(opened).value().store;
    SessionOptions options{
        .server = QUrl(u"http://127.0.0.1:1"_s), .credentials = {.token = u"token"_s}, .client = u"test"_s};
    options.link = [script = m_script] { return std::make_unique<ToldLink>(script); };
    m_session = std::make_unique<Session>(options, m_store, std::make_shared<SystemClock>());
}

void CrmTest::cleanup()
{
    m_session.reset();
    m_store.reset();
}

void CrmTest::aSnapshotBringsRecords()
{
    m_session->connectNow();
    QTRY_COMPARE_WITH_TIMEOUT(nameOf(marina), u"Marina"_s, patience);
    QCOMPARE(valueOf(m_store->records({.kind = RecordKind::Contact})).keys.size(), 1);
}

void CrmTest::whatIsMadeOfflineIsShownThenSent()
{
    m_session->submit(CreateRecord{fresh, {{fields::name, u"Anna"_s}}, {}});
    m_session->submit(renaming(fresh, u"Anne"_s));
    QTRY_COMPARE_WITH_TIMEOUT(nameOf(fresh), u"Anne"_s, patience);
    QVERIFY(sent().isEmpty());
    m_session->connectNow();
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 0, patience); // in the cache, so out of the outbox
    QCOMPARE(sent(), (QStringList{u"record:create"_s, u"record:change"_s}));
    QCOMPARE(nameOf(fresh), u"Anne"_s);
    QCOMPARE(valueOf(m_store->record(fresh))->version, 2);
    const store::Ledger ledger = valueOf(m_store->ledger());
    QCOMPARE(ledger.streams.value(recordsStream()), 3);
    QVERIFY(ledger.holes.isEmpty());
}

void CrmTest::aRefusedCreationHoldsItsChangesBack()
{
    m_script->refused = {u"record:create"_s};
    const CommandId creation = m_session->submit(CreateRecord{fresh, {{fields::name, u"Too long"_s}}, {}});
    m_session->submit(renaming(fresh, u"Anne"_s));
    const QObject here; // a session's signals come from its own thread
    int refused = 0;
    connect(m_session.get(), &Session::refused, &here, [&refused] { ++refused; });
    m_session->connectNow();
    QTRY_COMPARE_WITH_TIMEOUT(refused, 1, patience);
    const CommandId other = m_session->submit(renaming(marina, u"Ruiz"_s));
    // Other records go on.
    QTRY_VERIFY_WITH_TIMEOUT(nameOf(marina) == u"Ruiz"_s && !valueOf(m_store->pending(other)), patience);
    QCOMPARE(sent(), (QStringList{u"record:create"_s, u"record:change"_s}));
    {
        const std::scoped_lock lock(m_script->mutex);
        m_script->refused.clear();
    }
    m_session->replace(creation, CreateRecord{fresh, {{fields::name, u"Anna"_s}}, {}});
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 0, patience);
    QCOMPARE(nameOf(fresh), u"Anne"_s);
}

void CrmTest::discardingItDiscardsThem()
{
    m_script->refused = {u"record:create"_s};
    const CommandId creation = m_session->submit(CreateRecord{fresh, {{fields::name, u"Too long"_s}}, {}});
    m_session->submit(renaming(fresh, u"Anne"_s));
    const QObject here; // a session's signals come from its own thread
    int refused = 0;
    connect(m_session.get(), &Session::refused, &here, [&refused] { ++refused; });
    m_session->connectNow();
    QTRY_COMPARE_WITH_TIMEOUT(refused, 1, patience);
    m_session->discard(creation);
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 0, patience);
    const CommandId other = m_session->submit(renaming(marina, u"Ruiz"_s));
    QTRY_VERIFY_WITH_TIMEOUT(nameOf(marina) == u"Ruiz"_s && !valueOf(m_store->pending(other)), patience);
    QCOMPARE(sent(), (QStringList{u"record:create"_s, u"record:change"_s})); // of these only the last is about Marina
    QVERIFY(!valueOf(m_store->record(fresh)));
}

/// The outbox is read at the start while the first commands are written to it.
void CrmTest::whatIsSubmittedAtTheStartIsSentOnce()
{
    constexpr int starts = 20;
    constexpr int records = 10;
    for (int start = 0; start < starts; ++start) {
        cleanup();
        init();
        for (int i = 0; i < records; ++i)
            m_session->submit(CreateRecord{{RecordKind::Contact, u"01a1f849-0000-7000-8000-000000000%1"_s.arg(100 + i)},
                                           {{fields::name, u"Anna"_s}},
                                           {}});
        m_session->connectNow();
        QTRY_VERIFY_WITH_TIMEOUT(valueOf(m_store->records({.kind = RecordKind::Contact})).keys.size() == records + 1 &&
                                     waiting() == 0,
                                 patience);
        QCOMPARE(sent().size(), records);
    }
}

void CrmTest::historyComesFromTheServer()
{
    m_script->history.rows = {rowOf(5, 0, RecordChanged{.record = marina, .version = 2, .set = {}, .lists = {}}),
                              rowOf(3, 0, RecordAdded{stateOf(marina, 1, u"M"_s)})};
    m_session->connectNow();
    QTRY_COMPARE_WITH_TIMEOUT(nameOf(marina), u"Marina"_s, patience);
    const QObject here;
    bool toldOfMarina = false;
    connect(m_session.get(), &Session::changed, &here, [&toldOfMarina](const store::Changes &changes) {
        toldOfMarina = toldOfMarina || changes.records.contains(marina);
    });
    QVERIFY(valueOf(m_session->fetchRecordHistory(marina, 7)));
    QCOMPARE(m_script->historiesAsked, (QVector<std::pair<RecordRef, qint64>>{{marina, 7}}));
    QCOMPARE(valueOf(m_store->recordHistory(marina, {}, 10)).rows.size(), 2);
    QTRY_VERIFY_WITH_TIMEOUT(toldOfMarina, patience);
    QCOMPARE(nameOf(marina), u"Marina"_s);
}

QTEST_GUILESS_MAIN(CrmTest)
#include "CrmTest.moc"
