// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/DatabaseThread.h"
#include "store/Files.h"
#include "store/RecordReader.h"
#include "store/SearchReader.h"

#include <QtCore/QDeadlineTimer>

namespace frontdesk::store {

/// The threads in which a store's files are used, each with connections of its own: one writes, one reads, one searches
/// and one reads views of records. Every method may be called from any thread, unless it says otherwise.
class StoreThreads {
public:
    explicit StoreThreads(QString folder);
    /// Waits for everything that was asked to be written.
    ~StoreThreads();
    StoreThreads(const StoreThreads &) = delete;
    StoreThreads &operator=(const StoreThreads &) = delete;

    /// Opens both files, the writer first, and waits for it. Nothing: they are open; else why they are not. Damage that
    /// shows meanwhile is repaired as that of a crash is.
    std::optional<Error> open(QVector<Error> &notices);

    /// Runs a change in the writer thread; what it throws becomes its error.
    template <class Work>
    QFuture<Result<Changes>> write(Work work);
    /// Runs a read in the reader thread; one that throws answers with an empty value.
    template <class Work>
    auto read(Work work) -> QFuture<std::invoke_result_t<Work, Files &>>;
    /// The same, when what cannot be read must not be taken for nothing: what it throws becomes its error.
    template <class Work>
    auto readOrFail(Work work) -> QFuture<Result<std::invoke_result_t<Work, Files &>>>;
    /// Runs a read in the thread of the views; one that throws answers with an empty value.
    template <class Work>
    auto view(Work work) -> QFuture<std::invoke_result_t<Work, RecordReader &>>;
    QFuture<Result<search::Page>> search(search::Request request);
    QFuture<Result<News>> takeNews(QVector<ConversationId> shown); ///< in the writer thread: it remembers what was told

    void expectMore(bool moreToCome) { m_moreToCome = moreToCome; } ///< writer thread only
    /// Called in the thread of the read; in this one with what failed while nobody listened.
    void onReadError(std::function<void(Error)> handler);

private:
    static constexpr std::chrono::seconds calmAfter{1};

    std::optional<Error> openFiles(QVector<Error> &notices, Files::Check check);
    void tellReadError(const Error &error);
    void noteDamage(const Error &error);
    Result<search::Page> found(const search::Request &request); ///< searcher thread
    void tellViews(const Changes &changes);                     ///< writer thread
    void keepIndexing();                                        ///< writer thread
    void indexNow();                                            ///< writer thread

    QString m_folder;
    std::unique_ptr<Files> m_writing;          ///< writer thread only
    std::unique_ptr<Files> m_reading;          ///< reader thread only
    bool m_damaged = false;                    ///< writer thread only: the next start has to check the cache
    bool m_indexing = false;                   ///< writer thread only: a step of it is among the thread's jobs
    QDeadlineTimer m_calm{0};                  ///< writer thread only: nothing has been written for a while
    bool m_moreToCome = false;                 ///< writer thread only: the index waits until the journal's end is there
    std::unique_ptr<SearchReader> m_searching; ///< searcher thread only; opened by the first search
    std::unique_ptr<RecordReader> m_viewing;   ///< thread of the views only; opened by the first of them
    std::mutex m_handlerMutex;
    std::function<void(Error)> m_readErrorHandler;
    QSet<QString> m_toldReadErrors;
    QVector<Error> m_untoldReadErrors; ///< nobody listened
    DatabaseThread m_writer;
    DatabaseThread m_reader;
    DatabaseThread m_searcher;
    DatabaseThread m_viewer;
};

template <class Work>
QFuture<Result<Changes>> StoreThreads::write(Work work)
{
    return m_writer.run([this, work = std::move(work)]() -> Result<Changes> {
        try {
            Changes changes = work(*m_writing);
            tellViews(changes);
            m_calm.setRemainingTime(calmAfter);
            keepIndexing();
            return changes;
        } catch (const StorageFailure &failure) {
            m_damaged = m_damaged || failure.error.code == codes::corrupt;
            return failure.error;
        }
    });
}

template <class Work>
auto StoreThreads::read(Work work) -> QFuture<std::invoke_result_t<Work, Files &>>
{
    return m_reader.run([this, work = std::move(work)]() -> std::invoke_result_t<Work, Files &> {
        try {
            return work(*m_reading);
        } catch (const StorageFailure &failure) {
            tellReadError(failure.error);
            return {};
        }
    });
}

template <class Work>
auto StoreThreads::readOrFail(Work work) -> QFuture<Result<std::invoke_result_t<Work, Files &>>>
{
    return m_reader.run([this, work = std::move(work)]() -> Result<std::invoke_result_t<Work, Files &>> {
        try {
            return work(*m_reading);
        } catch (const StorageFailure &failure) {
            tellReadError(failure.error);
            return failure.error;
        }
    });
}

template <class Work>
auto StoreThreads::view(Work work) -> QFuture<std::invoke_result_t<Work, RecordReader &>>
{
    return m_viewer.run([this, work = std::move(work)]() -> std::invoke_result_t<Work, RecordReader &> {
        try {
            if (!m_viewing)
                m_viewing = std::make_unique<RecordReader>(Files::cacheFile(m_folder), Files::outboxFile(m_folder));
            auto answer = work(*m_viewing);
            if (!m_viewing->isIndexComplete())
                m_writer.run([this] { indexNow(); });
            return answer;
        } catch (const StorageFailure &failure) {
            m_viewing.reset(); // what it holds in memory may have missed something
            tellReadError(failure.error);
            return {};
        }
    });
}

} // namespace frontdesk::store
