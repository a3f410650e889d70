// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"
#include "domain/WhenDone.h"

#include <QtCore/QFuture>
#include <QtCore/QPromise>
#include <QtCore/QThreadPool>

#include <memory>

/// Steps one after the other, each of which may take its time and may fail.
namespace frontdesk {

/// Runs `work` (returning a Result) on a thread of the pool.
template <class Work>
auto inBackground(Work work) -> QFuture<std::invoke_result_t<Work>>
{
    using Outcome = std::invoke_result_t<Work>;
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

template <class T>
QFuture<Result<T>> already(Result<T> outcome)
{
    return QtFuture::makeReadyFuture(std::move(outcome));
}

/// What `next` makes of the outcome, value or error (a QFuture of a Result, started in the context's thread, which must
/// be the calling one). Cancelled when the context goes before it.
template <class T, class Next>
auto afterwards(const QFuture<Result<T>> &first, QObject *context, Next next)
    -> std::invoke_result_t<Next, const Result<T> &>
{
    using Outcome = decltype(std::declval<std::invoke_result_t<Next, const Result<T> &>>().result());
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    whenDone(first, context, [promise, context, next = std::move(next)](const Result<T> &outcome) mutable {
        whenDone(next(outcome), context, [promise](const Outcome &following) {
            promise->addResult(following);
            promise->finish();
        });
    });
    return promise->future();
}

/// The same with the value alone; an error skips `next`.
template <class T, class Next>
auto andThen(const QFuture<Result<T>> &first, QObject *context, Next next) -> std::invoke_result_t<Next, T>
{
    using Following = std::invoke_result_t<Next, T>;
    using Outcome = decltype(std::declval<Following>().result());
    return afterwards(first, context, [next = std::move(next)](const Result<T> &outcome) mutable -> Following {
        return outcome ? next(outcome.value()) : QtFuture::makeReadyFuture(Outcome(outcome.error()));
    });
}

} // namespace frontdesk
