// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

namespace frontdesk::server::testing {

/// Stands for the I/O thread: tasks from any thread are run by the test's, in order, when it waits.
class Mailbox {
public:
    void post(std::function<void()> task)
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
        m_came.notify_one();
    }

    /// Runs what comes until the condition holds; false when it does not in time.
    bool runUntil(const std::function<bool()> &condition)
    {
        while (!condition()) {
            std::function<void()> task;
            {
                std::unique_lock lock(m_mutex);
                if (!m_came.wait_for(lock, std::chrono::seconds(20), [this] { return !m_tasks.empty(); }))
                    return false;
                task = std::move(m_tasks.front());
                m_tasks.pop_front();
            }
            task();
        }
        return true;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_came;
    std::deque<std::function<void()>> m_tasks;
};

} // namespace frontdesk::server::testing
