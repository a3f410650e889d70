// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/DatabaseThread.h"

namespace frontdesk::store {

DatabaseThread::DatabaseThread()
    : m_thread([this] { work(); })
{
}

DatabaseThread::~DatabaseThread()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_given.notify_one();
    m_thread.join();
}

void DatabaseThread::post(std::function<void()> job)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_given.notify_one();
}

void DatabaseThread::work()
{
    while (true) {
        std::function<void()> job;
        {
            std::unique_lock lock(m_mutex);
            m_given.wait(lock, [this] { return m_ending || !m_jobs.empty(); });
            if (m_jobs.empty())
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job();
    }
}

} // namespace frontdesk::store
