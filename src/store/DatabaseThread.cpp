// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/DatabaseThread.h"

namespace frontdesk::store {

DatabaseThread::DatabaseThread(const QString &name)
{
    setObjectName(name);
    start();
}

DatabaseThread::~DatabaseThread()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_ending = true;
        m_given.wakeOne();
    }
    wait();
}

void DatabaseThread::post(std::function<void()> job)
{
    const QMutexLocker lock(&m_mutex);
    m_jobs.enqueue(std::move(job));
    m_given.wakeOne();
}

void DatabaseThread::run()
{
    while (true) {
        std::function<void()> job;
        {
            const QMutexLocker lock(&m_mutex);
            while (m_jobs.isEmpty() && !m_ending)
                m_given.wait(&m_mutex);
            if (m_jobs.isEmpty())
                return;
            job = m_jobs.dequeue();
        }
        job();
    }
}

} // namespace frontdesk::store
