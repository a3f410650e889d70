// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ServerSearch.h"

namespace frontdesk::models {

using namespace std::chrono_literals;

namespace {

constexpr auto pauseOfTyping = 250ms;
constexpr search::Position beginning{};

} // namespace

ServerSearch::ServerSearch(sync::Session &session, const Directory &directory, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_directory(directory)
    , m_place(beginning)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] { ask(m_request.after); });
    connect(&directory, &Directory::presenceChanged, this, &ServerSearch::observeConnection);
}

void ServerSearch::begin(const search::Request &request)
{
    ++m_asked;
    m_request = request;
    m_request.after = beginning;
    m_request.overtaken.reset();
    m_found = {};
    m_place = beginning;
    m_hits = 0;
    tryAgain();
}

void ServerSearch::tryAgain()
{
    if (!m_directory.online()) {
        setState(State::Offline);
        return;
    }
    m_pause.start(pauseOfTyping);
    setState(State::Asking);
}

void ServerSearch::end()
{
    ++m_asked;
    m_pause.stop();
    m_found = {};
    setState(State::Idle);
}

void ServerSearch::observeConnection()
{
    if (m_state == State::Offline && m_directory.online())
        tryAgain();
    else if (m_state == State::Asking && !m_directory.online()) {
        ++m_asked;
        m_pause.stop();
        setState(State::Offline);
    }
}

void ServerSearch::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

void ServerSearch::ask(const search::Position &after)
{
    m_request.after = after;
    setState(State::Asking);
    whenDone(m_session.searchServer(m_request), this, [this, asked = ++m_asked](const Result<search::Page> &answer) {
        if (asked == m_asked)
            take(answer);
    });
}

void ServerSearch::take(const Result<search::Page> &answer)
{
    if (!answer && answer.error().retryAfter) {
        m_pause.start(*answer.error().retryAfter); // not now, but later
        return;
    }
    if (!answer) {
        m_problem = answer.error().message;
        setState(m_directory.online() ? State::Failed : State::Offline);
        return;
    }
    search::Page page = answer.value();
    if (m_request.after != beginning)
        page.hits = m_found.hits + page.hits;
    m_found = std::move(page);
    setState(State::Answered);
    goOn();
}

void ServerSearch::reach(const search::Position &place, int hits)
{
    m_place = place;
    m_hits = hits;
    goOn();
}

void ServerSearch::goOn()
{
    if (hasMore() && (isBefore(m_found.end, m_place) || m_found.hits.size() < m_hits))
        ask(m_found.end);
}

} // namespace frontdesk::models
