// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QFuture>
#include <QtCore/QFutureWatcher>
#include <QtCore/QObject>

#include <functional>

namespace frontdesk::models {

/// Hands the future's value to `use` in the thread of `context`, unless `context` is gone by then or the future was
/// abandoned.
template <class T, class Use>
void whenDone(QObject *context, const QFuture<T> &future, Use use)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, use = std::move(use)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            use(watcher->result());
    });
    watcher->setFuture(future);
}

/// Reads something and shows it, one read at a time: requests during a read cause exactly one more. GUI thread.
template <class T>
class Refresh {
public:
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
        whenDone(m_context, m_read(), [this](T value) {
            m_running = false;
            const bool again = std::exchange(m_again, false);
            m_show(std::move(value));
            if (again)
                request();
        });
    }

private:
    QObject *m_context; ///< owns this
    std::function<QFuture<T>()> m_read;
    std::function<void(T)> m_show;
    bool m_running = false;
    bool m_again = false;
};

} // namespace frontdesk::models
