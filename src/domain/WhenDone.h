// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QFutureWatcher>

namespace frontdesk {

/// Calls `handler(value)` in the context's thread (which must be the calling one) after the future has finished: always
/// later, in the order in which futures finish, and never once the context is gone or the future was cancelled.
/// QFuture::then with a context gives none of the three before Qt 6.6.
template <class T, class Handler>
void whenDone(const QFuture<T> &future, QObject *context, Handler handler)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, handler = std::move(handler)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0)
                             handler(watcher->result());
                     });
    watcher->setFuture(future);
}

/// Waits for a read of the cache, where nothing else is to be done meanwhile: never in the thread of a window.
template <class T>
T await(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

} // namespace frontdesk
