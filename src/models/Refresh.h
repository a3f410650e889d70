// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/WhenDone.h"
#include "sync/Session.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QTimer>

#include <functional>

namespace frontdesk::models {

/// The rest of lists of everything, which each page of a long journal concerns.
inline std::chrono::milliseconds restWhileCatchingUp(const sync::Session &session)
{
    constexpr std::chrono::milliseconds rest{250};
    return session.status().state == connection::State::CatchingUp ? rest : std::chrono::milliseconds{};
}

/// Reads something and shows it, one read at a time: requests during a read cause exactly one more, `rest` later at the
/// earliest. GUI thread.
template <class T>
class Refresh {
public:
    /// `context` owns this.
    Refresh(QObject *context, std::function<QFuture<T>()> read, std::function<void(T)> show,
            std::function<std::chrono::milliseconds()> rest = {})
        : m_context(context)
        , m_read(std::move(read))
        , m_show(std::move(show))
        , m_rest(std::move(rest))
    {
    }

    void request()
    {
        if (m_running) {
            m_again = true;
            return;
        }
        m_running = true;
        if (m_rested.hasExpired())
            read();
        else
            QTimer::singleShot(int(m_rested.remainingTime()), m_context, [this] { read(); });
    }

    /// Whether what is shown now is about to be replaced.
    [[nodiscard]] bool running() const { return m_running; }

private:
    void read()
    {
        whenDone(m_read(), m_context, [this](T value) {
            m_running = false;
            if (m_rest)
                m_rested.setRemainingTime(m_rest());
            if (std::exchange(m_again, false))
                request();
            m_show(std::move(value)); // last: what is shown may close the page that owns this
        });
    }

    QObject *m_context;
    std::function<QFuture<T>()> m_read;
    std::function<void(T)> m_show;
    std::function<std::chrono::milliseconds()> m_rest;
    QDeadlineTimer m_rested{0};
    bool m_running = false;
    bool m_again = false;
};

} // namespace frontdesk::models
