// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/WhenDone.h"

#include <functional>

namespace frontdesk::models {

/// Reads something and shows it, one read at a time: requests during a read cause exactly one more. GUI thread.
template <class T>
class Refresh {
public:
    /// `context` owns this.
    Refresh(QObject *context, std::function<QFuture<T>()> read, std::function<void(T)> show)
        : m_context(context)
        , m_read(std::move(read))
        , m_show(std::move(show))
    {
    }

    void request()
    {
        if (m_running) {
            m_again = true;
            return;
        }
        m_running = true;
        whenDone(m_read(), m_context, [this](T value) {
            m_running = false;
            if (std::exchange(m_again, false))
                request();
            m_show(std::move(value)); // last: what is shown may close the page that owns this
        });
    }

    /// Whether what is shown now is about to be replaced.
    [[nodiscard]] bool running() const { return m_running; }

private:
    QObject *m_context;
    std::function<QFuture<T>()> m_read;
    std::function<void(T)> m_show;
    bool m_running = false;
    bool m_again = false;
};

} // namespace frontdesk::models
