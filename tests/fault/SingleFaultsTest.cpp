// SPDX-License-Identifier: GPL-3.0-or-later
#include "FaultProxy.h"
#include "Person.h"
#include "Scene.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

#include <map>

using namespace frontdesk;
using namespace frontdesk::fault;
using namespace std::chrono_literals;
using connection::State;

/// One thing goes wrong at one place, and is found within the deadline that is there for it; what was written meanwhile
/// arrives once the network is well again.
class SingleFaultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isFoundWithinItsDeadline_data();
    void isFoundWithinItsDeadline();
    void aStuckTlsHandshakeIsGivenUp();
    void aServerThatIsStoppedAsksItsClientsBackOneAfterTheOther();

private:
    static constexpr milliseconds deadline = 1'500ms; ///< the one that is tested
    static constexpr milliseconds never = 60'000ms;   ///< all others

    struct Case {
        State stuck;        ///< where the client must stay
        QByteArray swallow; ///< the server's answer from which on nothing comes any more
        connection::Timing timing;
        milliseconds heartbeat = never;
    };
    static Case caseOf(const QString &name);
    static connection::Timing patient() { return {never, never, never, never, never, never, never}; }

    Scene m_scene;
};

void SingleFaultsTest::initTestCase()
{
    const QString problem = m_scene.prepare();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

SingleFaultsTest::Case SingleFaultsTest::caseOf(const QString &name)
{
    Case made{.stuck = State::Connecting, .swallow = {}, .timing = patient()};
    if (name == QLatin1String("stuck connect")) {
        made.swallow = "HTTP/1.1";
        made.timing.connecting = deadline;
    } else if (name == QLatin1String("stuck sign-in")) {
        made.stuck = State::Authenticating;
        made.swallow = "40{\"sid\"";
        made.timing.authenticating = deadline;
    } else if (name == QLatin1String("stuck catch-up")) {
        made.stuck = State::CatchingUp;
        made.swallow = "\"items\"";
        made.timing.catchingUp = deadline;
    } else if (name == QLatin1String("half-open, found by the server's silence")) {
        made.stuck = State::Online;
        made.swallow = "message:new";
        made.heartbeat = deadline / 2;
    } else {
        made.stuck = State::Online;
        made.swallow = "message:new";
        made.timing.pingInterval = deadline / 2;
        made.timing.pingTimeout = deadline / 2;
    }
    return made;
}

void SingleFaultsTest::isFoundWithinItsDeadline_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"stuck connect", "stuck sign-in", "stuck catch-up",
                             "half-open, found by the server's silence", "half-open, found by an unanswered question"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void SingleFaultsTest::isFoundWithinItsDeadline()
{
    QFETCH(QString, name);
    const Case tested = caseOf(name);
    QTemporaryDir folder;
    QCOMPARE(m_scene.copyTo(folder.path()), QString());
    server::Server server(serverOptions(folder.path(), tested.heartbeat));
    const auto url = server.start();
    QVERIFY(url);
    // The first connection is struck; those after it are well.
    FaultProxy proxy(quint16(url.value().port()), [swallow = tested.swallow](int connection) {
        return connection == 1 ? Plan{.ending = Fault::HalfOpen, .atAnswer = swallow} : Plan{};
    });
    QUrl door = url.value();
    door.setPort(proxy.port());
    Person ada({.server = door, .token = m_scene.token(0), .timing = tested.timing, .random = [] { return 0.0; }});
    QVERIFY2(ada.problem().isEmpty(), qPrintable(ada.problem()));
    QElapsedTimer sinceStruck;
    QVector<State> states;
    milliseconds found{};
    connect(&ada, &Person::stateChanged, this, [&](State state) {
        states.append(state);
        if (state == tested.stuck && !sinceStruck.isValid())
            sinceStruck.start();
        if (state == State::Waiting && found == 0ms)
            found = milliseconds(sinceStruck.elapsed());
    });
    ada.session().connectNow();
    QTRY_VERIFY_WITH_TIMEOUT(states.contains(tested.stuck), 20'000);
    if (tested.stuck == State::Online) {
        QTRY_VERIFY_WITH_TIMEOUT(states.contains(State::Online), 20'000);
        sinceStruck.restart();
    }
    ada.say(m_scene.conversation(), QStringLiteral("written meanwhile"));

    QTRY_VERIFY_WITH_TIMEOUT(states.contains(State::Waiting), 20'000);
    QCOMPARE(states.at(states.indexOf(State::Waiting) - 1), tested.stuck);
    // A busy machine is late, but no other deadline is as near.
    QVERIFY2(found >= deadline / 2 - 50ms && found < never / 4,
             qPrintable(QStringLiteral("found after %1 ms").arg(found.count())));
    QCOMPARE(proxy.counts().happened.at(std::size_t(Fault::HalfOpen)), 1);
    QVERIFY(ada.history().contains(QStringLiteral("waiting ")));

    QTRY_VERIFY_WITH_TIMEOUT(ada.isSettled(), 20'000);
    const auto journal = journalOf(folder.path(), m_scene.conversation());
    QVERIFY(journal);
    int times = 0;
    for (const Message &message : journal.value())
        times += message.text == QLatin1String("written meanwhile") ? 1 : 0;
    QCOMPARE(times, 1);
    QTRY_COMPARE_WITH_TIMEOUT(ada.messages(m_scene.conversation()).last().text, QStringLiteral("written meanwhile"),
                              20'000);
}

void SingleFaultsTest::aStuckTlsHandshakeIsGivenUp()
{
    QTemporaryDir folder;
    QCOMPARE(m_scene.copyTo(folder.path()), QString());
    server::Server server(serverOptions(folder.path(), never));
    const auto url = server.start();
    QVERIFY(url);
    // Nothing of the client's hello arrives, so nobody says that this server speaks no TLS.
    FaultProxy proxy(quint16(url.value().port()), [](int) { return Plan{.ending = Fault::HalfOpen}; });
    QUrl door = url.value();
    door.setScheme(QStringLiteral("https"));
    door.setPort(proxy.port());
    auto timing = patient();
    timing.connecting = deadline;
    Person ada({.server = door, .token = m_scene.token(0), .timing = timing, .random = [] { return 0.99; }});
    QElapsedTimer clock;
    clock.start();
    ada.session().connectNow();
    QTRY_COMPARE_WITH_TIMEOUT(ada.state(), State::Waiting, 20'000);
    QVERIFY(clock.elapsed() >= deadline.count() - 50);
    QVERIFY(clock.elapsed() < never.count() / 4);
    QVERIFY(ada.session().status().lastError->code == QLatin1String("connection.timedOut"));
    QTRY_VERIFY_WITH_TIMEOUT(proxy.counts().connections >= 2, 20'000); // and tried again, over TLS again
}

void SingleFaultsTest::aServerThatIsStoppedAsksItsClientsBackOneAfterTheOther()
{
    QTemporaryDir folder;
    QCOMPARE(m_scene.copyTo(folder.path()), QString());
    server::Server server(serverOptions(folder.path(), never));
    const auto url = server.start();
    QVERIFY(url);
    std::map<int, Error> reasons; // of each one's first waiting; what is tried later ends otherwise
    QObject here;
    std::vector<std::unique_ptr<Person>> people;
    for (int i = 0; i < Scene::people; ++i) {
        people.push_back(std::make_unique<Person>(
            Person::Settings{.server = url.value(), .token = m_scene.token(i), .random = [] { return 0.99; }}));
        people.back()->session().connectNow();
        QTRY_COMPARE_WITH_TIMEOUT(people.back()->state(), State::Online, 20'000);
        connect(&people.back()->session(), &sync::Session::statusChanged, &here,
                [&reasons, i](const connection::Status &status) {
                    if (status.state == State::Waiting)
                        reasons.try_emplace(i, status.lastError.value_or(Error()));
                });
    }
    server.stop();
    QTRY_COMPARE_WITH_TIMEOUT(reasons.size(), std::size_t(Scene::people), 20'000);
    QSet<qint64> delays;
    for (const auto &[person, error] : reasons) {
        QVERIFY(error.retryAfter);
        QCOMPARE(error.code, QStringLiteral("server.stopping"));
        delays.insert(error.retryAfter->count());
    }
    QCOMPARE(delays.size(), qsizetype(Scene::people));
}

QTEST_GUILESS_MAIN(SingleFaultsTest)
#include "SingleFaultsTest.moc"
