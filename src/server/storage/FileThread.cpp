// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/FileThread.h"

namespace frontdesk::server {

namespace {

constexpr size_t mostWaiting = 64; // pieces in memory: 16 MiB

} // namespace

FileThread::FileThread(FileFolder folder, std::function<void(std::function<void()>)> deliver)
    : m_folder(std::move(folder))
    , m_deliver(std::move(deliver))
    , m_thread([this] { work(); })
{
}

FileThread::~FileThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

bool FileThread::run(Work work)
{
    const std::lock_guard lock(m_mutex);
    if (m_waiting.size() >= mostWaiting)
        return false;
    m_waiting.push_back(std::move(work));
    m_wake.notify_one();
    return true;
}

void FileThread::work()
{
    for (;;) {
        Work next;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
            if (m_stopping)
                return;
            next = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        m_deliver(next(m_folder));
    }
}

} // namespace frontdesk::server
