// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/OutboxRunner.h"

#include "BesideTheClient.h"
#include "store/Files.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::sync;
using namespace std::chrono_literals;

namespace {

/// To a server that the test plays: commands wait for what it says to them.
class PlayedLink final : public dialect::Link {
    Q_OBJECT

public:
    QVector<std::function<void(const dialect::CommandAnswer &)>> waiting;
    QVector<CommandId> sent;

    void answer(const dialect::CommandAnswer &said) { waiting.takeFirst()(said); }
    void send(const Command &command, std::function<void(const dialect::CommandAnswer &)> answer) override
    {
        sent.append(command.id);
        waiting.append(std::move(answer));
    }

    void open(const dialect::Greeting &) override {}
    void close() override {}
    [[nodiscard]] QString transport() const override { return u"played"_s; }
    void fetchPage(qint64, dialect::Answer<JournalBatch>) override {}
    void fetchSnapshot(const QString &, dialect::Answer<dialect::SnapshotPart>) override {}
    void fetchRows(const QString &, qint64, qint64, dialect::Answer<QVector<DecodedRow>>) override {}
    void fetchHistory(const ConversationId &, qint64, dialect::Answer<dialect::HistoryPart>) override {}
    void fetchRecordHistory(const RecordRef &, qint64, dialect::Answer<dialect::RecordHistoryPart>) override {}
    void search(const search::Request &, dialect::Answer<search::Page>) override {}
    void fetchActivities(qint64, dialect::Answer<dialect::ActivitiesPart>) override {}
    void fetchAudit(const AuditQuery &, const QString &, dialect::Answer<dialect::AuditPage>) override {}
    void fetchKnown(const QVector<CommandId> &, dialect::Answer<QVector<CommandId>>) override {}
    void putFile(const FileRef &, qint64, const QByteArray &, dialect::Answer<qint64>) override {}
    void getFile(const QString &, qint64, qint64, dialect::Answer<dialect::FilePart>) override {}
    void watchFigures(const figures::Query &, dialect::Answer<figures::Answer>) override {}
    void unwatchFigures() override {}
    void ping(std::chrono::milliseconds, dialect::Answer<dialect::Pong>) override {}
    void setTyping(const ConversationId &, bool) override {}
    void setViewing(const std::optional<RecordRef> &, const QString &) override {}
    void setPresence(Presence, dialect::Answer<Done>) override {}
    void reportApplied(qint64) override {}
};

const Error full{u"server.storage"_s, u"The server's disk is full."_s};

} // namespace

/// When commands are sent again; the time and the server are the test's.
class OutboxRunnerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aFullServerIsAskedLessAndLessOften();
    void whatTheServerSaysOfThePauseCounts();
    void aNewConnectionStartsWithAShortPause();
    void eachCommandHasItsOwnPause();
    void whatCannotBeReadAtTheStartIsReadAgain();

private:
    void startRunner();
    void say(const QString &conversation, const QString &id = {})
    {
        const Command command{.id = CommandId(id.isEmpty() ? u"to "_s + conversation : id),
                              .at = m_clock->utc().count(),
                              .body = SendMessage{ConversationId(conversation), u"Hello"_s}};
        m_store->enqueue(command).waitForFinished();
        m_runner->add({command});
    }
    /// What the server answers, and how long it is left alone then.
    milliseconds pauseAfter(const dialect::CommandAnswer &answer)
    {
        m_link->answer(answer);
        return m_runner->deadline().value_or(0ms) - m_clock->monotonic();
    }
    void pass(milliseconds time)
    {
        m_clock->advance(time);
        m_runner->tick();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Store> m_store;
    std::shared_ptr<FakeClock> m_clock;
    std::unique_ptr<PlayedLink> m_link;
    std::unique_ptr<Uploads> m_uploads;
    std::unique_ptr<OutboxRunner> m_runner;
};

void OutboxRunnerTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = store::Store::open(m_folder->path());
    QVERIFY(opened);
    m_store = std::move(opened).value().store;
    m_clock = std::make_shared<FakeClock>();
    m_link = std::make_unique<PlayedLink>();
    m_uploads = std::make_unique<Uploads>(*m_link, *m_store);
    startRunner();
    m_runner->online();
}

/// Returns once the outbox has been read, or could not be.
void OutboxRunnerTest::startRunner()
{
    m_runner = std::make_unique<OutboxRunner>(*m_link, *m_store, *m_uploads, m_clock);
    const QSignalSpy wasRead(m_runner.get(), &OutboxRunner::deadlineMoved);
    m_runner->restore();
    QTRY_COMPARE_WITH_TIMEOUT(wasRead.size(), 1, 20'000);
}

void OutboxRunnerTest::cleanup()
{
    m_runner.reset();
    m_uploads.reset();
    m_link.reset();
    m_store.reset();
}

void OutboxRunnerTest::aFullServerIsAskedLessAndLessOften()
{
    say(u"ops"_s);
    for (const milliseconds pause : {2s, 4s, 8s, 16s, 32s, 60s, 60s}) {
        QCOMPARE(m_link->waiting.size(), 1);
        QCOMPARE(pauseAfter(full), pause);
        pass(pause - 1ms);
        QVERIFY(m_link->waiting.isEmpty());
        pass(1ms);
    }
}

void OutboxRunnerTest::whatTheServerSaysOfThePauseCounts()
{
    say(u"ops"_s);
    QCOMPARE(pauseAfter(full), milliseconds(2s));
    pass(2s);
    Error busy = full;
    busy.retryAfter = 500ms;
    QCOMPARE(pauseAfter(busy), milliseconds(500ms));
    pass(500ms);
    QCOMPARE(pauseAfter(full), milliseconds(4s));
}

void OutboxRunnerTest::aNewConnectionStartsWithAShortPause()
{
    say(u"ops"_s);
    QCOMPARE(pauseAfter(full), milliseconds(2s));
    pass(2s);
    QCOMPARE(pauseAfter(full), milliseconds(4s));
    m_runner->offline();
    m_runner->online();
    QCOMPARE(pauseAfter(full), milliseconds(2s));
}

void OutboxRunnerTest::eachCommandHasItsOwnPause()
{
    say(u"ops"_s);
    QCOMPARE(pauseAfter(full), milliseconds(2s));
    pass(2s);
    QCOMPARE(pauseAfter(full), milliseconds(4s));
    say(u"sales"_s);
    QCOMPARE(pauseAfter(full), milliseconds(2s));
}

void OutboxRunnerTest::whatCannotBeReadAtTheStartIsReadAgain()
{
    say(u"ops"_s, u"first"_s);
    m_link->waiting.clear();
    m_link->sent.clear();
    const QString outbox = store::Files::outboxFile(m_folder->path());
    runOn(outbox, {u"ALTER TABLE commands RENAME TO away"_s});
    startRunner();
    m_runner->online();
    QCOMPARE(m_runner->deadline(), m_clock->monotonic() + 2s);
    m_clock->advance(2s);
    const QSignalSpy wasRead(m_runner.get(), &OutboxRunner::deadlineMoved);
    m_runner->tick(); // reads it, and tells of the tick itself
    QTRY_COMPARE_WITH_TIMEOUT(wasRead.size(), 2, 20'000);
    QCOMPARE(m_runner->deadline(), m_clock->monotonic() + 4s);

    runOn(outbox, {u"ALTER TABLE away RENAME TO commands"_s});
    say(u"ops"_s, u"second"_s);
    QVERIFY(m_link->sent.isEmpty()); // or it would be before what was said before it
    pass(4s);
    QTRY_COMPARE_WITH_TIMEOUT(m_link->sent, QVector<CommandId>{CommandId(u"first"_s)}, 20'000);
    m_link->answer(dialect::Acknowledged{.seq = 1});
    QCOMPARE(m_link->sent.size(), 2);
    QCOMPARE(m_link->sent.last(), CommandId(u"second"_s));
}

QTEST_GUILESS_MAIN(OutboxRunnerTest)
#include "OutboxRunnerTest.moc"
