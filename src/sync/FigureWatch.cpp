// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/FigureWatch.h"

#include "domain/WhenDone.h"
#include "sync/LaterAgain.h"

#include <QtCore/QTimer>

namespace frontdesk::sync {

namespace {

using namespace std::chrono_literals;

constexpr milliseconds betweenSaves = 30s; // what changes each second need not be written each second
constexpr milliseconds betweenTries = 5s;

} // namespace

FigureWatch::FigureWatch(dialect::Link &link, store::Store &store, std::shared_ptr<const Clock> clock, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_store(store)
    , m_clock(std::move(clock))
{
    connect(&m_link, &dialect::Link::figuresChanged, this, &FigureWatch::update);
}

void FigureWatch::watch(const std::optional<figures::Query> &query)
{
    if (query == m_query)
        return;
    save();
    m_shown.reset();
    m_query = query;
    ++m_question;
    if (m_query)
        ask();
    else if (m_online)
        m_link.unwatchFigures();
}

void FigureWatch::online()
{
    m_online = true;
    if (!m_shown)
        ask();
}

void FigureWatch::offline()
{
    m_online = false;
    ++m_question;
    save();
    m_shown.reset();
}

void FigureWatch::ask()
{
    if (!m_online || !m_query)
        return;
    m_link.watchFigures(*m_query, [this, question = ++m_question](const Result<figures::Answer> &answer) {
        if (question == m_question)
            show(answer);
    });
}

void FigureWatch::show(const Result<figures::Answer> &answer)
{
    if (!answer && endedWithTheConnection(answer.error()))
        return;
    if (!answer) {
        const auto wait = waitBeforeNextTry(answer.error());
        const milliseconds pause = answer.error().retryAfter.value_or(wait.value_or(betweenTries));
        QTimer::singleShot(pause, this, [this, question = m_question] {
            if (question == m_question)
                ask();
        });
        if (!wait)
            Q_EMIT failed(answer.error());
        return;
    }
    m_shown = answer.value();
    m_unsaved = true;
    save();
    Q_EMIT changed(*m_shown);
}

void FigureWatch::update(const figures::Delta &delta)
{
    if (!m_shown)
        return; // of what was looked at before
    m_shown = figures::withDelta(*std::move(m_shown), delta);
    m_unsaved = true;
    if (m_clock->monotonic() - m_savedAt >= betweenSaves)
        save();
    Q_EMIT changed(*m_shown);
}

void FigureWatch::save()
{
    if (!m_shown || !std::exchange(m_unsaved, false))
        return;
    m_savedAt = m_clock->monotonic();
    whenDone(m_store.saveFigures(*m_shown), this, [this](const Result<store::Changes> &written) {
        if (!written)
            Q_EMIT failed(written.error());
    });
}

} // namespace frontdesk::sync
