// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"

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

/// What `next` makes of the value (a QFuture of a Result, started in the context's thread); an error skips it.
template <class T, class Next>
auto andThen(QFuture<Result<T>> first, QObject *context, Next next) -> std::invoke_result_t<Next, T>
{
    using Following = std::invoke_result_t<Next, T>;
    return first
        .then(context,
              [next = std::move(next)](const Result<T> &outcome) mutable -> Following {
                  if (!outcome)
                      return QtFuture::makeReadyFuture(decltype(std::declval<Following>().result())(outcome.error()));
                  return next(outcome.value());
              })
        .unwrap();
}

} // namespace frontdesk
