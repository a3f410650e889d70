// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/StoreThreads.h"

namespace frontdesk::store {

namespace {

/// How many messages or records become searchable in one step. What is written meanwhile waits for the step's end, and
/// each step has a price of its own.
constexpr int inCalm = 500, betweenWrites = 64;

} // namespace

StoreThreads::StoreThreads(QString folder)
    : m_folder(std::move(folder))
{
}

StoreThreads::~StoreThreads()
{
    m_searcher.run([this] { m_searching.reset(); }).waitForFinished();
    m_viewer.run([this] { m_viewing.reset(); }).waitForFinished();
    m_reader.run([this] { m_reading.reset(); }).waitForFinished();
    m_writer
        .run([this] {
            if (!m_writing)
                return;
            try {
                m_writing->cache.meta().setClosed(!m_damaged);
            } catch (const StorageFailure &) {
                // It stays marked as open: the next start checks it.
            }
            m_writing.reset();
        })
        .waitForFinished();
}

std::optional<Error> StoreThreads::open(QVector<Error> &notices)
{
    std::optional<Error> problem = openFiles(notices, Files::Check::AfterCrash);
    if (problem && problem->code == codes::corrupt)
        problem = openFiles(notices, Files::Check::Always);
    if (!problem)
        m_writer.run([this] { keepIndexing(); });
    return problem;
}

std::optional<Error> StoreThreads::openFiles(QVector<Error> &notices, Files::Check check)
{
    std::optional<Error> problem;
    const auto attempt = [&problem](auto work) {
        return [&problem, work] {
            try {
                work();
            } catch (const StorageFailure &failure) {
                problem = failure.error;
            }
        };
    };
    m_writer
        .run(attempt([&] {
            m_writing.reset();
            m_writing = Files::openForWriting(m_folder, notices, check);
        }))
        .waitForFinished();
    if (!problem)
        m_reader.run(attempt([&] { m_reading = Files::openForReading(m_folder); })).waitForFinished();
    return problem;
}

QFuture<Result<search::Page>> StoreThreads::search(search::Request request)
{
    return m_searcher.run([this, request = std::move(request)] { return found(request); });
}

QFuture<Result<News>> StoreThreads::takeNews(QVector<ConversationId> shown)
{
    return m_writer.run([this, shown = std::move(shown)]() -> Result<News> {
        try {
            return m_writing->cache.takeNews(shown);
        } catch (const StorageFailure &failure) {
            return failure.error;
        }
    });
}

void StoreThreads::onReadError(std::function<void(Error)> handler)
{
    const std::scoped_lock locker(m_handlerMutex);
    m_readErrorHandler = std::move(handler);
    if (m_readErrorHandler)
        for (const Error &error : std::exchange(m_untoldReadErrors, {}))
            m_readErrorHandler(error);
}

void StoreThreads::tellReadError(const Error &error)
{
    noteDamage(error);
    const std::scoped_lock locker(m_handlerMutex);
    if (m_toldReadErrors.contains(error.code))
        return;
    m_toldReadErrors.insert(error.code);
    if (m_readErrorHandler)
        m_readErrorHandler(error);
    else
        m_untoldReadErrors.append(error);
}

void StoreThreads::noteDamage(const Error &error)
{
    if (error.code == codes::corrupt)
        m_writer.run([this] { m_damaged = true; });
}

Result<search::Page> StoreThreads::found(const search::Request &request)
{
    if (request.overtaken && *request.overtaken)
        return search::Page{.overtaken = true};
    try {
        if (!m_searching)
            m_searching = std::make_unique<SearchReader>(Files::cacheFile(m_folder));
        Result<search::Page> page = m_searching->search(request);
        if (page && !page.value().complete)
            m_writer.run([this] { indexNow(); });
        return page;
    } catch (const StorageFailure &failure) {
        noteDamage(failure.error);
        return failure.error;
    }
}

void StoreThreads::tellViews(const Changes &changes)
{
    if (!changes.everything && changes.records.isEmpty())
        return;
    Changes told;
    told.records = changes.records;
    told.everything = changes.everything;
    m_viewer.run([this, told] {
        if (m_viewing)
            m_viewing->note(told);
    });
}

/// One step after what was asked meanwhile, until nothing waits.
void StoreThreads::keepIndexing()
{
    if (m_indexing || m_moreToCome || !m_writing->cache.isIndexBehind())
        return;
    m_indexing = true;
    m_writer.run([this] {
        m_indexing = false;
        if (!m_writing)
            return; // closed: the rest is for the next start
        try {
            m_writing->cache.buildIndex(m_calm.hasExpired() ? inCalm : betweenWrites);
            keepIndexing();
        } catch (const StorageFailure &failure) {
            // What waits is noted in the file; the next change tries again.
            m_damaged = m_damaged || failure.error.code == codes::corrupt;
        }
    });
}

/// Somebody searches: what has come so far is to be found, even if reading the journal was interrupted.
void StoreThreads::indexNow()
{
    if (!m_writing)
        return;
    m_moreToCome = false;
    keepIndexing();
}

} // namespace frontdesk::store
