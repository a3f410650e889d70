// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/ConnectionManager.h"

#include "domain/WhenDone.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace frontdesk::connection {

namespace {

using namespace std::chrono_literals;

constexpr auto latencyWindow = std::chrono::duration_cast<milliseconds>(1h);
constexpr qsizetype mostHistory = 100;
constexpr qsizetype mostProblems = 20;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Connection)
};

bool usesLink(State state)
{
    return state == State::Connecting || state == State::Authenticating || state == State::CatchingUp ||
           state == State::Online;
}

} // namespace

ConnectionManager::ConnectionManager(dialect::Link &link, std::shared_ptr<const Clock> clock, ReconnectPolicy policy,
                                     Identity identity, CursorSource cursor, const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_clock(std::move(clock))
    , m_timing(timing)
    , m_machine(std::move(policy), timing)
    , m_identity(std::move(identity))
    , m_cursor(std::move(cursor))
    , m_wake(timing.wakeTick)
{
    m_status.server = m_identity.server;

    connect(&m_link, &dialect::Link::transportOpened, this, [this] { handle(Event::TransportOpened); });
    connect(&m_link, &dialect::Link::closed, this, &ConnectionManager::linkClosed);
    connect(&m_link, &dialect::Link::heartbeat, this, &ConnectionManager::noteHeartbeat);
    connect(&m_link, &dialect::Link::transportChanged, this, &ConnectionManager::noteTransport);
    connect(&m_link, &dialect::Link::ready, this, [this](const dialect::Ready &accepted) {
        handle(Event::SessionReady);
        if (m_machine.state() == State::CatchingUp)
            Q_EMIT ready(accepted);
    });

    m_deadlineTimer.setSingleShot(true);
    connect(&m_deadlineTimer, &QTimer::timeout, this, [this] {
        if (m_machine.deadline() && m_clock->monotonic() >= *m_machine.deadline())
            handle(Event::DeadlineReached, usesLink(m_machine.state()) ? std::optional(deadlineError()) : std::nullopt);
        else
            schedule();
    });
    m_pingTimer.setInterval(m_timing.pingInterval);
    connect(&m_pingTimer, &QTimer::timeout, this, [this] { ping(m_timing.pingTimeout); });
    m_wakeTimer.setInterval(m_timing.wakeTick);
    connect(&m_wakeTimer, &QTimer::timeout, this, [this] {
        if (m_wake.observe(*m_clock))
            networkChanged();
    });
    m_wakeTimer.start();
}

void ConnectionManager::connectNow()
{
    m_renewed = false;
    handle(Event::ConnectRequested);
}

void ConnectionManager::goOffline()
{
    handle(Event::OfflineRequested);
}

void ConnectionManager::setToken(const QString &token)
{
    m_identity.token = token;
}

void ConnectionManager::networkChanged()
{
    handle(Event::NetworkChanged);
}

void ConnectionManager::caughtUp()
{
    handle(Event::CaughtUp);
}

void ConnectionManager::fellBehind()
{
    handle(Event::FellBehind);
}

void ConnectionManager::progressed()
{
    m_machine.progressed(m_clock->monotonic());
    schedule();
}

void ConnectionManager::giveUp(const Error &reason)
{
    linkClosed(reason);
}

void ConnectionManager::linkClosed(const Error &reason)
{
    handle(eventOf(reason), reason);
}

Event ConnectionManager::eventOf(const Error &reason) const
{
    const auto is = [&](const char *prefix) { return reason.code.startsWith(QLatin1String(prefix)); };
    if ((is("auth.expired") || is("auth.invalid")) && m_identity.renewToken && !m_renewed)
        return Event::TokenRefused;
    // What was renewed a moment ago has ended before it was accepted: the way was slow. Signing in would give no other.
    if (is("auth.expired") && m_renewed)
        return Event::Lost;
    if (is("auth."))
        return Event::SignInRefused;
    if (is("protocol.") || is("handshake.") || is("address.") || is("account."))
        return Event::ServerRefused;
    return Event::Lost;
}

void ConnectionManager::handle(Event event, const std::optional<Error> &reason)
{
    const State before = m_machine.state();
    const int attemptBefore = m_machine.attempt();
    const milliseconds leastDelay = reason && reason->retryAfter ? *reason->retryAfter : 0ms;
    const Action action = m_machine.handle(event, m_clock->monotonic(), leastDelay);
    if (m_machine.state() == before && action == Action::None)
        return;
    m_renewFirst = event == Event::TokenRefused;
    if (event == Event::SessionReady || event == Event::Lost || event == Event::DeadlineReached)
        m_renewed = false; // however long the next attempt is away, it may have another token again
    schedule();
    perform(action, before);

    if (m_machine.state() == State::Online && before != State::Online) {
        // An attempt was needed: a connection that only fell behind had none.
        if (attemptBefore > 0 && std::exchange(m_wasOnline, true))
            ++m_status.reconnects;
        m_pingTimer.start();
        ping(m_timing.pingTimeout);
    } else if (m_machine.state() != State::Online) {
        m_pingTimer.stop();
    }
    record(before, reason);
}

void ConnectionManager::perform(Action action, State before)
{
    switch (action) {
    case Action::None:
        break;
    case Action::Open:
    case Action::Close:
    case Action::Retry:
        ++m_openings;
        if (usesLink(before)) {
            Q_EMIT lost();
            m_link.close();
        }
        if (action == Action::Open)
            openLink();
        break;
    case Action::Probe:
        ping(m_timing.probeTimeout);
        break;
    }
}

void ConnectionManager::openLink()
{
    const int opening = m_openings;
    if (!std::exchange(m_renewFirst, false)) {
        openAt(opening);
        return;
    }
    whenDone(m_identity.renewToken(), this, [this, opening](const Result<QString> &token) {
        if (opening != m_openings)
            return;
        if (!token) {
            const bool refused = token.error().code.startsWith(QLatin1String("auth."));
            handle(refused ? Event::SignInRefused : eventOf(token.error()), token.error());
            return;
        }
        m_renewed = true; // once an attempt
        m_identity.token = token.value();
        openAt(opening);
    });
}

void ConnectionManager::openAt(int opening)
{
    whenDone(m_cursor(), this, [this, opening](const Cursor &cursor) {
        if (opening == m_openings)
            m_link.open({.token = m_identity.token,
                         .client = m_identity.client,
                         .cursor = cursor,
                         .observer = m_identity.observer});
    });
}

void ConnectionManager::ping(milliseconds timeout)
{
    const int opening = m_openings;
    m_link.ping(timeout, [this, opening, sentAt = m_clock->monotonic(),
                          sentUtc = m_clock->utc()](const Result<dialect::Pong> &pong) {
        if (opening == m_openings && m_machine.state() == State::Online)
            pingAnswered(sentAt, sentUtc, pong);
    });
}

void ConnectionManager::pingAnswered(milliseconds sentAt, milliseconds sentUtc, const Result<dialect::Pong> &pong)
{
    if (!pong) {
        // The link says by itself when it closes; a server that is silent says nothing.
        if (pong.error().code == QLatin1String("connection.timedOut"))
            linkClosed(pong.error());
        return;
    }
    const milliseconds roundTrip = m_clock->monotonic() - sentAt;
    m_status.latency = roundTrip;
    m_status.clockSkew = milliseconds(pong.value().at) - (sentUtc + roundTrip / 2);
    const qint64 now = m_clock->utc().count();
    auto &latencies = m_status.latencies;
    latencies.append({now, int(roundTrip.count())});
    latencies.removeIf([&](const auto &entry) { // one from later is of before the clock was set back
        return entry.first <= now - latencyWindow.count() || entry.first > now;
    });
    publish();
    Q_EMIT headReported(pong.value().head);
}

void ConnectionManager::record(State before, const std::optional<Error> &reason)
{
    const State state = m_machine.state();
    m_status.state = state;
    m_status.attempt = m_machine.attempt();
    m_status.transport = usesLink(state) ? m_link.transport() : QString();
    m_status.nextAttemptAt.reset();
    if (state == State::Waiting)
        m_status.nextAttemptAt = (m_clock->utc() + (*m_machine.deadline() - m_clock->monotonic())).count();
    if (!usesLink(state)) {
        m_status.heartbeatAt.reset();
        m_status.heartbeatInterval.reset();
    }
    if (reason) {
        m_status.lastError = reason;
        m_status.problems.prepend({m_clock->utc().count(), *reason});
        m_status.problems.resize(std::min(m_status.problems.size(), mostProblems));
    }
    if (state == State::Online || state == State::Offline)
        m_status.lastError.reset();
    if (state != before)
        remember(
            {m_clock->utc().count(), state, reason ? reason->message : QString(), reason ? reason->code : QString()});
    publish();
}

void ConnectionManager::remember(const HistoryEntry &entry)
{
    m_status.history.prepend(entry);
    m_status.history.resize(std::min(m_status.history.size(), mostHistory));
}

void ConnectionManager::noteHeartbeat()
{
    const qint64 now = m_clock->utc().count();
    if (m_status.heartbeatAt)
        m_status.heartbeatInterval = milliseconds(now - *m_status.heartbeatAt);
    m_status.heartbeatAt = now;
    publish();
}

void ConnectionManager::noteTransport()
{
    const State state = m_machine.state();
    const QString transport = m_link.transport();
    if (!usesLink(state) || transport.isEmpty() || transport == m_status.transport)
        return;
    m_status.transport = transport;
    remember({m_clock->utc().count(), state, Words::tr("now over %1", "a transport").arg(transport)});
    publish();
}

void ConnectionManager::publish()
{
    m_status.traffic = m_link.traffic();
    Q_EMIT statusChanged(m_status);
}

void ConnectionManager::schedule()
{
    if (!m_machine.deadline())
        m_deadlineTimer.stop();
    else
        m_deadlineTimer.start(std::max(*m_machine.deadline() - m_clock->monotonic(), 0ms));
}

Error ConnectionManager::deadlineError() const
{
    const QString code = QStringLiteral("connection.timedOut");
    switch (m_machine.state()) {
    case State::Connecting:
        return {code, Words::tr("%1 does not answer").arg(m_identity.server)};
    case State::Authenticating:
        return {code, Words::tr("%1 answers, but does not say whether it accepts the sign-in").arg(m_identity.server)};
    default:
        return {code, Words::tr("%1 stopped sending what was missed").arg(m_identity.server)};
    }
}

} // namespace frontdesk::connection
