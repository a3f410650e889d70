// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/ConnectionManager.h"

#include <QtCore/QPromise>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::connection;
using namespace std::chrono_literals;

namespace {

/// A link whose network the test plays: nothing happens on it unless the test says so.
class PlayedLink final : public dialect::Link {
    Q_OBJECT

public:
    void open(const dialect::Greeting &greeting) override { greetings.append(greeting); }
    void close() override { ++closings; }
    [[nodiscard]] QString transport() const override { return over; }
    [[nodiscard]] dialect::Traffic traffic() const override { return counted; }
    void ping(std::chrono::milliseconds timeout, dialect::Answer<dialect::Pong> answer) override
    {
        pingTimeouts.append(timeout);
        pings.append(std::move(answer));
    }
    void send(const Command &, std::function<void(const dialect::CommandAnswer &)>) override {}
    void fetchPage(qint64, dialect::Answer<JournalBatch>) override {}
    void fetchSnapshot(const QString &, dialect::Answer<dialect::SnapshotPart>) override {}
    void fetchRows(const QString &, qint64, qint64, dialect::Answer<QVector<DecodedRow>>) override {}
    void search(const search::Request &, dialect::Answer<search::Page>) override {}
    void fetchHistory(const ConversationId &, qint64, dialect::Answer<dialect::HistoryPart>) override {}
    void fetchRecordHistory(const RecordRef &, qint64, dialect::Answer<dialect::RecordHistoryPart>) override {}
    void fetchAudit(const AuditQuery &, const QString &, dialect::Answer<dialect::AuditPage>) override {}
    void fetchActivities(qint64, dialect::Answer<dialect::ActivitiesPart>) override {}
    void fetchKnown(const QVector<CommandId> &, dialect::Answer<QVector<CommandId>>) override {}
    void watchFigures(const figures::Query &, dialect::Answer<figures::Answer>) override {}
    void unwatchFigures() override {}
    void putFile(const FileRef &, qint64, const QByteArray &, dialect::Answer<qint64>) override {}
    void getFile(const QString &, qint64, qint64, dialect::Answer<dialect::FilePart>) override {}
    void setTyping(const ConversationId &, bool) override {}
    void setViewing(const std::optional<RecordRef> &, const QString &) override {}
    void setPresence(Presence, dialect::Answer<Done>) override {}
    void reportApplied(qint64) override {}

    QVector<dialect::Greeting> greetings;
    QVector<dialect::Answer<dialect::Pong>> pings;
    QVector<std::chrono::milliseconds> pingTimeouts;
    int closings = 0;
    QString over = QStringLiteral("played");
    dialect::Traffic counted;
};

Error error(const char *code)
{
    return {QString::fromLatin1(code), QStringLiteral("Because")};
}

} // namespace

class ManagerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void greetsWithTokenAndCursor();
    void onlineOnlyWhenCaughtUp();
    void reasonsDecideWhatFollows_data();
    void reasonsDecideWhatFollows();
    void aRefusedTokenIsRenewedOnce();
    void aTokenThatEndsOnASlowWayIsRenewedAgain();
    void aRenewalIsForgottenWithItsAttempt();
    void aRenewalThatIsRefusedAsksThePerson();
    void aRenewalThatDoesNotComeThroughIsTriedAgain();
    void triesAgainByItself();
    void anAttemptGivenUpOpensNothing();
    void measuresRoundTripAndSkew();
    void aSilentServerIsLeft();
    void aChangedNetworkIsProbedAtOnce();
    void whatSleptLooksAtOnce();
    void fallingBehindIsNoReconnect();
    void countsReconnectsAndKeepsHistory();
    void signsOfLifeAreTimed();
    void aChangeOfTransportIsHistory();
    void problemsOutliveTheirConnection();

private:
    void makeManager(const Identity &identity, const Timing &timing = {}, double chance = 0.0);
    /// A manager that can have another token: this one, or not for that reason.
    void useRenewal(const Result<QString> &answer);
    void useAnswer(const Result<QString> &answer) { m_answer = answer; }
    void connectUpTo(State state);
    [[nodiscard]] State state() const { return m_manager->status().state; }

    std::shared_ptr<FakeClock> m_clock;
    std::unique_ptr<PlayedLink> m_link;
    Result<QString> m_answer = QString();
    int m_renewals = 0;
    std::unique_ptr<ConnectionManager> m_manager;
};

void ManagerTest::init()
{
    m_clock = std::make_shared<FakeClock>();
    makeManager({QStringLiteral("https://desk.example.org"), QStringLiteral("token"), QStringLiteral("test 1")});
}

void ManagerTest::makeManager(const Identity &identity, const Timing &timing, double chance)
{
    m_manager.reset();
    m_link = std::make_unique<PlayedLink>();
    const auto cursor = [] {
        QPromise<Cursor> promise;
        promise.start();
        promise.addResult(Cursor{QStringLiteral("e"), 7, QStringLiteral("k")});
        promise.finish();
        return promise.future();
    };
    m_manager = std::make_unique<ConnectionManager>(*m_link, m_clock, ReconnectPolicy([chance] { return chance; }),
                                                    identity, cursor, timing);
}

void ManagerTest::useRenewal(const Result<QString> &answer)
{
    useAnswer(answer);
    m_renewals = 0;
    makeManager({.server = QStringLiteral("https://desk.example.org"),
                 .token = QStringLiteral("token"),
                 .client = QStringLiteral("test 1"),
                 .renewToken = [this] {
                     ++m_renewals;
                     return QtFuture::makeReadyFuture(m_answer);
                 }});
}

void ManagerTest::cleanup()
{
    m_manager.reset();
}

void ManagerTest::connectUpTo(State wanted)
{
    const qsizetype before = m_link->greetings.size();
    if (state() != State::Connecting)
        m_manager->connectNow();
    [&] { QTRY_VERIFY(m_link->greetings.size() > before); }();
    if (wanted == State::Connecting)
        return;
    Q_EMIT m_link->transportOpened();
    if (wanted == State::Authenticating)
        return;
    Q_EMIT m_link->ready({});
    if (wanted == State::Online)
        m_manager->caughtUp();
}

void ManagerTest::greetsWithTokenAndCursor()
{
    m_manager->setToken(QStringLiteral("another"));
    connectUpTo(State::Connecting);
    QCOMPARE(m_link->greetings.first().token, QStringLiteral("another"));
    QCOMPARE(m_link->greetings.first().client, QStringLiteral("test 1"));
    QCOMPARE(m_link->greetings.first().cursor.seq, 7);
}

void ManagerTest::onlineOnlyWhenCaughtUp()
{
    QSignalSpy ready(m_manager.get(), &ConnectionManager::ready);
    connectUpTo(State::CatchingUp);
    QCOMPARE(ready.size(), 1);
    QCOMPARE(state(), State::CatchingUp);
    QVERIFY(m_link->pings.isEmpty());
    m_manager->caughtUp();
    QCOMPARE(state(), State::Online);
    QCOMPARE(m_manager->status().transport, QStringLiteral("played"));
}

void ManagerTest::reasonsDecideWhatFollows_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<State>("expected");
    QTest::newRow("lost") << QByteArray("connection.lost") << State::Waiting;
    QTest::newRow("the server stops") << QByteArray("server.stopping") << State::Waiting;
    QTest::newRow("busy") << QByteArray("rate.limited") << State::Waiting;
    QTest::newRow("expired") << QByteArray("auth.expired") << State::SignInNeeded;
    QTest::newRow("revoked") << QByteArray("auth.revoked") << State::SignInNeeded;
    QTest::newRow("too old") << QByteArray("protocol.tooOld") << State::Incompatible;
    QTest::newRow("too new") << QByteArray("protocol.tooNew") << State::Incompatible;
    QTest::newRow("unencrypted") << QByteArray("address.insecure") << State::Incompatible;
    QTest::newRow("somebody else's files") << QByteArray("account.other") << State::Incompatible;
}

void ManagerTest::reasonsDecideWhatFollows()
{
    QFETCH(QByteArray, code);
    QFETCH(State, expected);
    for (const State from : {State::Authenticating, State::CatchingUp, State::Online}) {
        connectUpTo(from);
        QSignalSpy lost(m_manager.get(), &ConnectionManager::lost);
        Q_EMIT m_link->closed(error(code.constData()));
        QCOMPARE(state(), expected);
        QCOMPARE(lost.size(), 1);
        QCOMPARE(m_manager->status().lastError->code, QString::fromLatin1(code));
        QCOMPARE(m_manager->status().nextAttemptAt.has_value(), expected == State::Waiting);
        m_manager->goOffline();
    }
}

void ManagerTest::aRefusedTokenIsRenewedOnce()
{
    for (const State from : {State::Authenticating, State::CatchingUp, State::Online}) {
        useRenewal(QStringLiteral("newer"));
        connectUpTo(from);
        m_link->greetings.clear();
        Q_EMIT m_link->closed(error("auth.expired"));
        QCOMPARE(state(), State::Connecting); // and not SignInNeeded, not even in between
        QTRY_COMPARE(m_link->greetings.size(), 1);
        QCOMPARE(m_link->greetings.first().token, QStringLiteral("newer"));
        QCOMPARE(m_renewals, 1);
        Q_EMIT m_link->transportOpened();
        Q_EMIT m_link->closed(error("auth.invalid")); // a server that does not take its own token
        QCOMPARE(state(), State::SignInNeeded);
        QCOMPARE(m_renewals, 1);
        m_manager->goOffline();
    }
}

void ManagerTest::aTokenThatEndsOnASlowWayIsRenewedAgain()
{
    useRenewal(QStringLiteral("newer"));
    connectUpTo(State::Authenticating);
    for (int attempt = 1; attempt <= 3; ++attempt) {
        Q_EMIT m_link->closed(error("auth.expired"));
        QTRY_COMPARE(m_link->greetings.size(), 2 * attempt);
        QCOMPARE(m_renewals, attempt);
        Q_EMIT m_link->transportOpened();
        Q_EMIT m_link->closed(error("auth.expired"));
        QCOMPARE(state(), State::Waiting); // signing in would give no other; and a server is not asked without a pause
        QTRY_COMPARE(m_link->greetings.size(), 2 * attempt + 1);
        Q_EMIT m_link->transportOpened();
    }
}

void ManagerTest::aRenewalIsForgottenWithItsAttempt()
{
    useRenewal(QStringLiteral("newer"));
    connectUpTo(State::Authenticating);
    Q_EMIT m_link->closed(error("auth.invalid"));
    QTRY_COMPARE(m_link->greetings.size(), 2);
    Q_EMIT m_link->closed(error("connection.lost")); // and for hours there is no network
    QTRY_COMPARE(m_link->greetings.size(), 3);
    Q_EMIT m_link->transportOpened();
    Q_EMIT m_link->closed(error("auth.invalid"));
    QTRY_COMPARE(m_link->greetings.size(), 4);
    QCOMPARE(m_renewals, 2);
}

void ManagerTest::aRenewalThatIsRefusedAsksThePerson()
{
    useRenewal(error("auth.expired")); // the same code as the refusal that led to it
    connectUpTo(State::Authenticating);
    QSignalSpy status(m_manager.get(), &ConnectionManager::statusChanged);
    Q_EMIT m_link->closed(error("auth.invalid"));
    QTRY_COMPARE(state(), State::SignInNeeded);
    QCOMPARE(m_renewals, 1);
    QCOMPARE(m_manager->status().lastError->code, QStringLiteral("auth.expired"));
    m_manager->connectNow(); // by hand it is tried once more
    QTRY_COMPARE(m_link->greetings.size(), 2);
}

void ManagerTest::aRenewalThatDoesNotComeThroughIsTriedAgain()
{
    useRenewal(error("server.unreachable"));
    connectUpTo(State::Authenticating);
    Q_EMIT m_link->closed(error("auth.expired"));
    QCOMPARE(m_renewals, 1);
    useAnswer(QStringLiteral("newer"));
    QTRY_COMPARE(m_link->greetings.size(), 2); // with the token that it has
    Q_EMIT m_link->transportOpened();
    Q_EMIT m_link->closed(error("auth.expired"));
    QTRY_COMPARE(m_link->greetings.size(), 3);
    QCOMPARE(m_link->greetings.last().token, QStringLiteral("newer"));
}

void ManagerTest::triesAgainByItself()
{
    connectUpTo(State::Online);
    Q_EMIT m_link->closed(error("connection.lost"));
    QTRY_COMPARE(m_link->greetings.size(), 2);
    QCOMPARE(state(), State::Connecting);
    QCOMPARE(m_manager->status().attempt, 1);
}

void ManagerTest::anAttemptGivenUpOpensNothing()
{
    m_manager->connectNow();
    m_manager->goOffline();
    QCOMPARE(state(), State::Offline);
    // The answer about the cursor comes with the event loop; a second attempt shows that it has come.
    connectUpTo(State::Connecting);
    QCOMPARE(m_link->greetings.size(), 1);
}

void ManagerTest::measuresRoundTripAndSkew()
{
    QSignalSpy heads(m_manager.get(), &ConnectionManager::headReported);
    connectUpTo(State::Online);
    QCOMPARE(m_link->pings.size(), 1);
    const qint64 sent = m_clock->utc().count();
    m_clock->advance(80ms);
    m_link->pings.takeFirst()(
        dialect::Pong{.at = sent + 1'040, .head = {.after = 3, .upTo = 9, .mark = {}, .rows = {}}});
    QCOMPARE(m_manager->status().latency, 80ms);
    QCOMPARE(m_manager->status().clockSkew, 1'000ms);
    QCOMPARE(m_manager->status().latencies.size(), 1);
    QCOMPARE(heads.size(), 1);

    m_clock->advance(2h);
    m_manager->networkChanged(); // asks again
    m_link->pings.takeFirst()(dialect::Pong{.at = 0, .head = {}});
    QCOMPARE(m_manager->status().latencies.size(), 1); // only the last hour

    m_clock->jumpUtc(-24h);
    m_manager->networkChanged();
    m_link->pings.takeFirst()(dialect::Pong{.at = 0, .head = {}});
    QCOMPARE(m_manager->status().latencies.size(), 1); // and none of a time that has not come
}

void ManagerTest::aSilentServerIsLeft()
{
    connectUpTo(State::Online);
    QSignalSpy lost(m_manager.get(), &ConnectionManager::lost);
    m_link->pings.takeFirst()(error("connection.timedOut"));
    QCOMPARE(lost.size(), 1);
    QVERIFY(state() != State::Online);
}

void ManagerTest::aChangedNetworkIsProbedAtOnce()
{
    connectUpTo(State::Online);
    m_link->pings.clear();
    m_manager->networkChanged();
    QCOMPARE(state(), State::Online);
    QCOMPARE(m_link->pings.size(), 1);
    QCOMPARE(m_link->pingTimeouts.last(), Timing().probeTimeout);
}

void ManagerTest::whatSleptLooksAtOnce()
{
    const Identity identity{QStringLiteral("https://desk.example.org"), QStringLiteral("token"),
                            QStringLiteral("test 1")};
    for (const State asleep : {State::Online, State::Waiting}) {
        Timing timing;
        timing.wakeTick = 1ms;
        makeManager(identity, timing, 1.0); // and the clock stands still: no delay ends by itself
        connectUpTo(State::Online);
        if (asleep == State::Waiting)
            Q_EMIT m_link->closed(error("connection.lost"));
        QCOMPARE(state(), asleep);
        m_link->greetings.clear();
        m_link->pings.clear();
        const bool looked = QTest::qWaitFor(
            [&] {
                m_clock->jumpUtc(1h); // until a tick has seen the time before, and this
                return !m_link->pings.isEmpty() || !m_link->greetings.isEmpty();
            },
            20'000);
        QVERIFY(looked);
        if (asleep == State::Online)
            QCOMPARE(m_link->pingTimeouts.last(), Timing().probeTimeout);
        else
            QCOMPARE(state(), State::Connecting);
    }
}

void ManagerTest::fallingBehindIsNoReconnect()
{
    connectUpTo(State::Online);
    QSignalSpy lost(m_manager.get(), &ConnectionManager::lost);
    m_manager->fellBehind();
    QCOMPARE(state(), State::CatchingUp);
    m_manager->caughtUp();
    QCOMPARE(state(), State::Online);
    QCOMPARE(m_manager->status().reconnects, 0);
    QCOMPARE(lost.size(), 0);
}

void ManagerTest::countsReconnectsAndKeepsHistory()
{
    for (int i = 0; i < 30; ++i) {
        connectUpTo(State::Online);
        QCOMPARE(m_manager->status().reconnects, i);
        QVERIFY(!m_manager->status().lastError);
        Q_EMIT m_link->closed(error("auth.expired"));
    }
    const auto &history = m_manager->status().history;
    QCOMPARE(history.size(), 100);
    QCOMPARE(history.first().state, State::SignInNeeded);
    QCOMPARE(history.first().reason, QStringLiteral("Because"));
}

void ManagerTest::signsOfLifeAreTimed()
{
    connectUpTo(State::Online);
    QVERIFY(!m_manager->status().heartbeatAt);
    m_link->counted = {120, 40};
    Q_EMIT m_link->heartbeat();
    QCOMPARE(m_manager->status().heartbeatAt, m_clock->utc().count());
    QVERIFY(!m_manager->status().heartbeatInterval);
    QCOMPARE(m_manager->status().traffic, (dialect::Traffic{120, 40}));
    m_clock->advance(25s);
    Q_EMIT m_link->heartbeat();
    QCOMPARE(m_manager->status().heartbeatInterval, 25s);

    Q_EMIT m_link->closed(error("connection.lost"));
    QVERIFY(!m_manager->status().heartbeatAt); // of a connection that is gone
    QCOMPARE(m_manager->status().traffic, (dialect::Traffic{120, 40}));
}

void ManagerTest::aChangeOfTransportIsHistory()
{
    connectUpTo(State::Online);
    const qsizetype before = m_manager->status().history.size();
    Q_EMIT m_link->transportChanged(); // to the same: nothing to tell
    QCOMPARE(m_manager->status().history.size(), before);
    m_link->over = QStringLiteral("HTTP polling");
    Q_EMIT m_link->transportChanged();
    QCOMPARE(m_manager->status().transport, QStringLiteral("HTTP polling"));
    QCOMPARE(m_manager->status().history.size(), before + 1);
    QCOMPARE(m_manager->status().history.first().state, State::Online);
    QVERIFY(m_manager->status().history.first().reason.contains(QStringLiteral("HTTP polling")));
}

void ManagerTest::problemsOutliveTheirConnection()
{
    for (int i = 0; i < 30; ++i) {
        connectUpTo(State::Online);
        m_clock->advance(1s);
        Q_EMIT m_link->closed(error(i == 29 ? "tls.expired" : "connection.lost"));
        m_manager->goOffline();
    }
    connectUpTo(State::Online);
    QVERIFY(!m_manager->status().lastError);
    const auto &problems = m_manager->status().problems;
    QCOMPARE(problems.size(), 20);
    QCOMPARE(problems.first().error.code, QStringLiteral("tls.expired"));
    QCOMPARE(problems.first().at, m_clock->utc().count());
    QCOMPARE(problems.last().error.code, QStringLiteral("connection.lost"));
}

QTEST_GUILESS_MAIN(ManagerTest)
#include "ManagerTest.moc"
