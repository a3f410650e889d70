// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/Transition.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

#include <set>

using namespace frontdesk::connection;

namespace {

constexpr std::array states{State::Offline, State::Connecting, State::Authenticating, State::CatchingUp,
                            State::Online,  State::Waiting,    State::SignInNeeded,   State::Incompatible};
constexpr std::array events{Event::ConnectRequested,
                            Event::OfflineRequested,
                            Event::TransportOpened,
                            Event::SessionReady,
                            Event::CaughtUp,
                            Event::FellBehind,
                            Event::Lost,
                            Event::TokenRefused,
                            Event::SignInRefused,
                            Event::ServerRefused,
                            Event::DeadlineReached,
                            Event::NetworkChanged};

constexpr bool usesLink(State state)
{
    return state == State::Connecting || state == State::Authenticating || state == State::CatchingUp ||
           state == State::Online;
}

/// The table as docs/connection.md shows it.
QString drawn()
{
    QString text = QStringLiteral("| in the state | when | it becomes | and does |\n| --- | --- | --- | --- |\n");
    for (const Transition &row : transitions)
        text += QStringLiteral("| %1 | %2 | %3 | %4 |\n")
                    .arg(nameOf(row.from), nameOf(row.event), nameOf(row.step.state), nameOf(row.step.action));
    return text;
}

} // namespace

class TransitionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void documentShowsTheTable();
    void noRowIsHidden();
    void everyStateIsReachedAndLeft();
    void onlineNeedsAcceptanceAndCatchingUp();
    void aLostConnectionIsAlwaysTriedAgain();
    void refusalsAreNotTriedAgain();
    void thePersonCanAlwaysConnectAndAlwaysGoOffline();
    void theLinkIsOpenExactlyWhereItIsUsed();
};

void TransitionTest::documentShowsTheTable()
{
    QFile file(QStringLiteral(DOCUMENT));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString document = QString::fromUtf8(file.readAll());
    QVERIFY2(document.contains(drawn()), qPrintable(QLatin1String("docs/connection.md should show:\n") + drawn()));
}

void TransitionTest::noRowIsHidden()
{
    std::set<std::pair<State, Event>> seen;
    for (const Transition &row : transitions)
        QVERIFY2(seen.insert({row.from, row.event}).second,
                 qPrintable(nameOf(row.from) + QLatin1String(" / ") + nameOf(row.event)));
}

void TransitionTest::everyStateIsReachedAndLeft()
{
    for (const State state : states) {
        const auto enters = [&](const Transition &row) { return row.step.state == state && row.from != state; };
        const auto leaves = [&](const Transition &row) { return row.from == state && row.step.state != state; };
        QVERIFY2(std::any_of(transitions.begin(), transitions.end(), enters), qPrintable(nameOf(state)));
        QVERIFY2(std::any_of(transitions.begin(), transitions.end(), leaves), qPrintable(nameOf(state)));
    }
}

void TransitionTest::onlineNeedsAcceptanceAndCatchingUp()
{
    for (const Transition &row : transitions) {
        if (row.step.state == State::Online && row.from != State::Online) {
            QCOMPARE(row.from, State::CatchingUp);
            QCOMPARE(row.event, Event::CaughtUp);
        }
        if (row.step.state == State::CatchingUp && row.from != State::Online) {
            QCOMPARE(row.from, State::Authenticating);
            QCOMPARE(row.event, Event::SessionReady);
        }
    }
}

void TransitionTest::aLostConnectionIsAlwaysTriedAgain()
{
    for (const State state : states)
        if (usesLink(state))
            QCOMPARE(transition(state, Event::Lost), (Step{State::Waiting, Action::Retry}));
    QCOMPARE(transition(State::Waiting, Event::DeadlineReached), (Step{State::Connecting, Action::Open}));
    QCOMPARE(transition(State::Waiting, Event::NetworkChanged), (Step{State::Connecting, Action::Open}));
}

void TransitionTest::refusalsAreNotTriedAgain()
{
    for (const State refused : {State::SignInNeeded, State::Incompatible})
        for (const Event event : events)
            if (event != Event::ConnectRequested && event != Event::OfflineRequested)
                QCOMPARE(transition(refused, event), (Step{refused, Action::None}));
}

void TransitionTest::thePersonCanAlwaysConnectAndAlwaysGoOffline()
{
    for (const State state : states) {
        QCOMPARE(transition(state, Event::ConnectRequested), (Step{State::Connecting, Action::Open}));
        QCOMPARE(transition(state, Event::OfflineRequested).state, State::Offline);
    }
}

void TransitionTest::theLinkIsOpenExactlyWhereItIsUsed()
{
    for (const Transition &row : transitions) {
        const Action action = row.step.action;
        if (!usesLink(row.from) && usesLink(row.step.state))
            QCOMPARE(action, Action::Open);
        if (usesLink(row.from) && !usesLink(row.step.state))
            QVERIFY(action == Action::Close || action == Action::Retry);
        if (action == Action::Retry)
            QCOMPARE(row.step.state, State::Waiting);
    }
}

QTEST_GUILESS_MAIN(TransitionTest)
#include "TransitionTest.moc"
