// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QFuture>
#include <QtCore/QPromise>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace frontdesk::store {

/// One thread that runs jobs in the order they were given. run() may be called from any thread. Made of the standard
/// library's parts, which the thread sanitizer can follow.
class DatabaseThread final {
public:
    DatabaseThread();
    ~DatabaseThread(); ///< runs what was given, then ends
    DatabaseThread(const DatabaseThread &) = delete;
    DatabaseThread &operator=(const DatabaseThread &) = delete;

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
    void work();

    std::mutex m_mutex;
    std::condition_variable m_given;
    std::deque<std::function<void()>> m_jobs;
    bool m_ending = false;
    std::thread m_thread; ///< last: it uses the others from its first moment
};

} // namespace frontdesk::store
