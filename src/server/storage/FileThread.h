// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/FileFolder.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace frontdesk::server {

/// Writes, checks and reads files in a thread of its own: to look a file over and wait until it is on the disk takes as
/// long as hundreds of commits, which would wait for it on the storage thread.
class FileThread {
public:
    /// What is done to the folder; returned is what is to be done where answers are wanted.
    using Work = std::function<std::function<void()>(FileFolder &)>;

    /// `deliver`: runs a task where answers are wanted.
    FileThread(FileFolder folder, std::function<void(std::function<void()>)> deliver);
    ~FileThread(); ///< gives up what waits

    /// In the order of the calls. False: too much waits.
    [[nodiscard]] bool run(Work work);

private:
    void work();

    FileFolder m_folder; ///< in the thread only
    const std::function<void(std::function<void()>)> m_deliver;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Work> m_waiting;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace frontdesk::server
