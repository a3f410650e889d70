// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"
#include "domain/SearchRequest.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace frontdesk::server {

class Database;

/// Answers searches in a thread and over a connection of their own, which only reads: a search that takes long holds up
/// no message. It sees what was committed before it was asked.
class SearchThread {
public:
    using Answer = std::function<void(const Result<search::Page> &)>;

    struct Options {
        QString file;                                       ///< has the newest schema already
        qint64 answerUnits = 200'000;                       ///< bytes of messages as JSON in one answer
        std::function<void(std::function<void()>)> deliver; ///< runs an answer where it is wanted
    };
    explicit SearchThread(Options options);
    ~SearchThread(); ///< gives up what waits

    /// The messages that the user may read. `server.busy` when too many searches wait, `server.storage` when the
    /// database cannot be read.
    void find(const UserId &user, search::Request request, Answer answer);

private:
    struct Search {
        UserId user;
        search::Request request;
        Answer answer;
    };
    void work();
    Result<search::Page> answerTo(const Search &search);

    const Options m_options;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Search> m_waiting;
    bool m_stopping = false;
    std::unique_ptr<Database> m_database; ///< opened by the first search; in the thread only
    std::thread m_thread;
};

} // namespace frontdesk::server
