// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QFuture>
#include <QtCore/QMutex>
#include <QtCore/QPromise>
#include <QtCore/QQueue>
#include <QtCore/QThread>
#include <QtCore/QWaitCondition>

#include <functional>
#include <memory>

namespace frontdesk::store {

/// One thread that runs jobs in the order they were given. run() may be called from any thread.
class DatabaseThread final : private QThread {
public:
    explicit DatabaseThread(const QString &name);
    ~DatabaseThread() override; ///< runs what was given, then ends

    /// Runs `job` in the thread; the future gets its value.
    template <class Job>
    auto run(Job job) -> QFuture<std::invoke_result_t<Job &>>
    {
        using Value = std::invoke_result_t<Job &>;
        auto promise = std::make_shared<QPromise<Value>>();
        promise->start();
        post([promise, work = std::move(job)]() mutable {
            if constexpr (std::is_void_v<Value>)
                work();
            else
                promise->addResult(work());
            promise->finish();
        });
        return promise->future();
    }

private:
    void post(std::function<void()> job);
    void run() override;

    QMutex m_mutex;
    QWaitCondition m_given;
    QQueue<std::function<void()>> m_jobs;
    bool m_ending = false;
};

} // namespace frontdesk::store
