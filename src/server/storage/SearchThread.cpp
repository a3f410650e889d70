// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/SearchThread.h"

#include "server/storage/Database.h"
#include "server/storage/SearchAnswers.h"

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t mostWaiting = 200; // searches; some seconds of work

} // namespace

SearchThread::SearchThread(Options options)
    : m_options(std::move(options))
    , m_thread([this] { work(); })
{
}

SearchThread::~SearchThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void SearchThread::find(const UserId &user, search::Request request, Answer answer)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiting.size() < mostWaiting) {
            m_waiting.push_back({user, std::move(request), std::move(answer)});
            m_wake.notify_one();
            return;
        }
    }
    answer(
        Error{u"server.busy"_s, u"The server has too much to search for at the moment; try again a little later."_s});
}

void SearchThread::work()
{
    for (;;) {
        Search search;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
            if (m_stopping)
                break;
            search = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        m_options.deliver([answer = std::move(search.answer), result = answerTo(search)]() mutable { answer(result); });
    }
    m_database.reset();
}

Result<search::Page> SearchThread::answerTo(const Search &search)
{
    try {
        if (!m_database) {
            auto opened = Database::open(m_options.file);
            if (!opened)
                return opened.error();
            m_database = std::move(opened).value();
            m_database->run(u"PRAGMA query_only=ON"_s);
        }
        return SearchAnswers(*m_database, m_options.answerUnits).find(search.user, search.request);
    } catch (const StorageFailure &failure) {
        return failure.error;
    }
}

} // namespace frontdesk::server
