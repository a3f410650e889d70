// SPDX-License-Identifier: GPL-3.0-or-later
#include "BesideTheClient.h"
#include "Desk.h"

#include <QtCore/QFileInfo>

using namespace frontdesk;
using connection::State;

/// What gets lost between client and server is noticed, named and brought again; nothing twice.
class FaultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aLostPushIsReadAgain();
    void aRowMissingFromAPushIsFetched();
    void whatIsAskedForIsAskedAgainAndSaysNothing_data();
    void whatIsAskedForIsAskedAgainAndSaysNothing();
    void whatTheServerSaidLastDecides_data();
    void whatTheServerSaidLastDecides();
    void aLostAnswerDoublesNothing();
    void whatBecameOfACommandIsWrittenOnceThatIsPossible();
    void whatCouldNotBeCalledOffIsSent();
    void whatCannotBeReadIsSaidOnce();

private:
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Client> m_ada, m_ben;
    User m_userBen;
    QString m_adasToken, m_bensToken;
    ConversationId m_group;
};

void FaultsTest::initTestCase()
{
    m_desk = std::make_unique<Desk>();
    m_desk->add(QStringLiteral("ada"));
    m_userBen = m_desk->add(QStringLiteral("ben"));
    m_adasToken = m_desk->token(QStringLiteral("ada"));
    m_bensToken = m_desk->token(QStringLiteral("ben"));
}

void FaultsTest::init()
{
    m_ada = std::make_unique<Client>(m_desk->url(), m_adasToken);
    m_ben = std::make_unique<Client>(m_desk->url(), m_bensToken);
    m_ada->connectAndCatchUp();
    m_ben->connectAndCatchUp();
    m_group = m_ada->makeGroup(QStringLiteral("Faults"), {m_userBen.id});
    QTRY_VERIFY_WITH_TIMEOUT(m_ben->knows(m_group), 20'000);
    m_ada->settle();
}

void FaultsTest::aLostPushIsReadAgain()
{
    const int pages = m_ben->faults->pages;
    m_ben->faults->dropPushes = 1;
    m_ada->say(m_group, QStringLiteral("lost"));
    m_ada->say(m_group, QStringLiteral("arrives"));
    QTRY_COMPARE_WITH_TIMEOUT(m_ben->texts(m_group), (QStringList{QStringLiteral("lost"), QStringLiteral("arrives")}),
                              20'000);
    QVERIFY(m_ben->faults->pages > pages);
    m_ben->becomes(State::Online);
    QVERIFY(!m_ben->states.contains(State::Waiting));
    QVERIFY(valueOf(m_ben->store().ledger()).holes.isEmpty());
}

void FaultsTest::aRowMissingFromAPushIsFetched()
{
    m_ben->faults->emptyPushes = 1;
    m_ada->say(m_group, QStringLiteral("missing"));
    QTRY_COMPARE_WITH_TIMEOUT(m_ben->faults->emptyPushes.load(), 0, 20'000);
    m_ada->say(m_group, QStringLiteral("names the hole"));
    QTRY_COMPARE_WITH_TIMEOUT(m_ben->texts(m_group),
                              (QStringList{QStringLiteral("missing"), QStringLiteral("names the hole")}), 20'000);
    QVERIFY(m_ben->faults->fetches > 0);
    QTRY_VERIFY_WITH_TIMEOUT(valueOf(m_ben->store().ledger()).holes.isEmpty(), 20'000);
    QCOMPARE(m_ben->session->status().state, State::Online);
}

void FaultsTest::whatIsAskedForIsAskedAgainAndSaysNothing_data()
{
    QTest::addColumn<int>("lost");
    QTest::addColumn<int>("cut");
    QTest::newRow("no answer in time") << 1 << 0;
    QTest::newRow("the connection ends instead") << 0 << 1;
}

/// The badge says what the connection does; a notice of each question would only be in the way.
void FaultsTest::whatIsAskedForIsAskedAgainAndSaysNothing()
{
    QFETCH(const int, lost);
    QFETCH(const int, cut);
    const auto injure = [&] {
        m_ben->faults->loseQuestions = lost;
        m_ben->faults->cutQuestions = cut;
    };
    injure();
    m_ben->faults->emptyPushes = 1;
    m_ada->say(m_group, QStringLiteral("missing"));
    QTRY_COMPARE_WITH_TIMEOUT(m_ben->faults->emptyPushes.load(), 0, 20'000);
    m_ada->say(m_group, QStringLiteral("names the hole"));
    QTRY_COMPARE_WITH_TIMEOUT(m_ben->texts(m_group),
                              (QStringList{QStringLiteral("missing"), QStringLiteral("names the hole")}), 20'000);
    QCOMPARE(m_ben->faults->loseQuestions + m_ben->faults->cutQuestions, 0);
    m_ben->becomes(State::Online);

    injure();
    int answers = 0;
    QObject here;
    connect(m_ben->session.get(), &sync::Session::figuresChanged, &here, [&] { ++answers; });
    m_ben->session->watchFigures(figures::Query{.from = QDate(2026, 1, 1), .until = QDate(2026, 2, 1)});
    QTRY_VERIFY_WITH_TIMEOUT(answers > 0, 20'000);
    QCOMPARE(m_ben->faults->loseQuestions + m_ben->faults->cutQuestions, 0);
    QVERIFY2(m_ben->failed.isEmpty(), qPrintable(m_ben->failed.isEmpty() ? QString() : m_ben->failed.first().message));
}

void FaultsTest::whatTheServerSaidLastDecides_data()
{
    QTest::addColumn<bool>("restored");
    QTest::newRow("while pages are read") << false;
    QTest::newRow("while it is asked what it has lost") << true;
}

/// That an answer will not come is heard first, and why only after it.
void FaultsTest::whatTheServerSaidLastDecides()
{
    QFETCH(const bool, restored);
    const qint64 before = SystemClock().utc().count();
    if (restored) {
        m_desk->stop();
        m_desk->keepBackup();
        m_desk->startAgain();
        m_ada->say(m_group, QStringLiteral("after the backup"));
        m_ada->settle();
        m_desk->stop();
        m_desk->restoreBackup();
        m_ada->faults->endings = 1;
        m_desk->startAgain();
    } else {
        m_ada->faults->endings = 1;
        m_ada->session->clearCache();
    }
    const Error expected = FaultyLink::lastWords();
    const auto status = [&] { return m_ada->session->status(); };
    QTRY_COMPARE_WITH_TIMEOUT(status().lastError, std::optional(expected), 20'000);
    QCOMPARE(status().state, State::Waiting);
    QVERIFY(*status().nextAttemptAt >= before + expected.retryAfter->count());
    m_ada->faults->endings = 0;
    m_ada->session->connectNow();
    m_ada->becomes(State::Online);
}

void FaultsTest::aLostAnswerDoublesNothing()
{
    m_ada->faults->loseAnswers = 1;
    m_ada->say(m_group, QStringLiteral("once"));
    m_ada->say(m_group, QStringLiteral("and then"));
    m_ada->settle();
    const QStringList expected{QStringLiteral("once"), QStringLiteral("and then")};
    QTRY_COMPARE_WITH_TIMEOUT(m_ben->texts(m_group), expected, 20'000);
    QCOMPARE(m_ada->texts(m_group), expected);
    QCOMPARE(m_ada->refused.size(), 0);
}

void FaultsTest::whatBecameOfACommandIsWrittenOnceThatIsPossible()
{
    // As on a full disk: what waits can be read, and nothing can be said of it any more.
    runOn(m_ada->outboxFile(),
          {QStringLiteral("CREATE TRIGGER settling BEFORE DELETE ON commands BEGIN SELECT RAISE(ABORT, 'full'); END"),
           QStringLiteral("CREATE TRIGGER refusing BEFORE UPDATE OF state ON commands WHEN new.state = 'refused' "
                          "BEGIN SELECT RAISE(ABORT, 'full'); END")});
    m_ada->say(m_group, QStringLiteral("taken"));
    m_ada->say(ConversationId(createUuidV7(SystemClock().utc())), QStringLiteral("not taken"));
    QTRY_VERIFY_WITH_TIMEOUT(m_ada->failed.size() >= 2, 20'000);
    QCOMPARE(m_ada->waiting(), 2);

    runOn(m_ada->outboxFile(), {QStringLiteral("DROP TRIGGER settling"), QStringLiteral("DROP TRIGGER refusing")});
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->waiting(), 1, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(valueOf(m_ada->store().pending()).first().state, Delivery::Refused, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->refused.size(), 1, 20'000); // told after it was written
    m_ada->becomes(State::Online);
    QTRY_COMPARE_WITH_TIMEOUT(m_ben->texts(m_group), QStringList{QStringLiteral("taken")}, 20'000);
}

/// It is still in the outbox and shown as waiting.
void FaultsTest::whatCouldNotBeCalledOffIsSent()
{
    m_ada->session->goOffline();
    m_ada->becomes(State::Offline);
    const CommandId unwanted = m_ada->say(m_group, QStringLiteral("called off"));
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->waiting(), 1, 20'000);
    runOn(m_ada->outboxFile(),
          {QStringLiteral("CREATE TRIGGER removing BEFORE DELETE ON commands BEGIN SELECT RAISE(ABORT, 'full'); END")});
    const auto discarded = m_ada->session->discard(unwanted);
    QTRY_VERIFY_WITH_TIMEOUT(discarded.isFinished(), 20'000);
    QVERIFY(!discarded.result().ok());
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->failed.size(), 1, 20'000);
    QCOMPARE(m_ada->waiting(), 1);

    runOn(m_ada->outboxFile(), {QStringLiteral("DROP TRIGGER removing")});
    m_ada->connectAndCatchUp();
    QTRY_COMPARE_WITH_TIMEOUT(m_ben->texts(m_group), QStringList{QStringLiteral("called off")}, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->waiting(), 0, 20'000);
}

void FaultsTest::whatCannotBeReadIsSaidOnce()
{
    m_ada->say(m_group, QStringLiteral("in the cache"));
    m_ada->settle();
    m_ada->session->goOffline();
    m_ada->becomes(State::Offline);
    QVERIFY(m_ada->failed.isEmpty());
    // As if that part of the file were gone; nothing reads or writes it by itself.
    runOn(QFileInfo(m_ada->outboxFile()).dir().filePath(QStringLiteral("cache.sqlite")),
          {QStringLiteral("DROP TABLE activities")});
    const auto read = [&] { return valueOf(m_ada->session->store().activities({}, 10)); };
    QVERIFY(read().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->failed.size(), 1, 20'000);
    QVERIFY2(m_ada->failed.first().message.contains(QLatin1String("cache.sqlite")),
             qPrintable(m_ada->failed.first().message));

    QVERIFY(read().isEmpty());
    const auto later = m_ada->session->retry(CommandId(QStringLiteral("none"))); // takes the same way
    QTRY_VERIFY_WITH_TIMEOUT(later.isFinished(), 20'000);
    QCoreApplication::processEvents();
    QCOMPARE(m_ada->failed.size(), 1);
}

QTEST_GUILESS_MAIN(FaultsTest)
#include "FaultsTest.moc"
