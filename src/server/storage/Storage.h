// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "server/storage/Records.h"

#include <condition_variable>
#include <deque>
#include <future>
#include <map>
#include <mutex>
#include <thread>

namespace frontdesk::server {

/// The one thread that uses the database. Changes that wait are written in one commit, each in a savepoint of its own;
/// answers and journal rows leave only after the commit, in the order of the journal.
class Storage {
public:
    struct Options {
        QString file;
        qint64 answerUnits = 200'000;
        bool migrate = true; ///< false: a file of another version is an error (another process may be using it)
        std::shared_ptr<const Clock> clock;
        /// Runs a task where answers are wanted, in order: the I/O thread.
        std::function<void(std::function<void()>)> deliver;
        /// Told of each transaction of the journal, where answers are wanted, right after the answer to the command
        /// that made it.
        std::function<void(const JournalTransaction &)> committed;
    };
    static Result<std::unique_ptr<Storage>> open(Options options);
    ~Storage(); ///< writes what waits

    /// Work that changes something: all of it happens, or nothing when it returns an Error. It may be run a second time
    /// if the first was rolled back. `done` gets its result after the commit, `server.storage` when it could not be
    /// written, `server.busy` when too much waits.
    template <class T>
    void write(std::function<Result<T>(Records &, qint64 now)> work, std::function<void(Result<T>)> done)
    {
        enqueue(jobFor(true, std::move(work), std::move(done)));
    }
    /// Work that only reads; it sees every write that was asked for before it.
    template <class T>
    void read(std::function<Result<T>(Records &, qint64 now)> work, std::function<void(Result<T>)> done)
    {
        enqueue(jobFor(false, std::move(work), std::move(done)));
    }
    /// The same, waiting for it; not on the storage thread.
    template <class T>
    Result<T> writeAndWait(std::function<Result<T>(Records &, qint64 now)> work)
    {
        auto promise = std::make_shared<std::promise<Result<T>>>();
        Job job =
            jobFor<T>(true, std::move(work), [promise](Result<T> result) { promise->set_value(std::move(result)); });
        job.finishHere = true;
        enqueue(std::move(job));
        return promise->get_future().get();
    }
    /// A change that may be lost in a crash: written with the next commit, or when the storage ends. A later one of the
    /// same key replaces an earlier one.
    void writeEventually(const QString &key, std::function<void(Records &)> work);

    /// Jobs that wait; from any thread.
    [[nodiscard]] size_t waiting() const;

private:
    struct Job {
        bool writes = false;
        bool finishHere = false;                        ///< on the storage thread instead of where answers are wanted
        std::function<bool(Records &, qint64 now)> run; ///< false: refused, roll it back
        std::function<void(const Error &)> fail;
        std::function<void()> finish;
        std::optional<JournalTransaction> written = {};
    };

    template <class T>
    static Job jobFor(bool writes, std::function<Result<T>(Records &, qint64)> work,
                      std::function<void(Result<T>)> done)
    {
        auto outcome = std::make_shared<std::optional<Result<T>>>();
        return {.writes = writes,
                .run =
                    [outcome, work = std::move(work)](Records &records, qint64 now) {
                        outcome->emplace(work(records, now));
                        return (*outcome)->ok();
                    },
                .fail = [outcome](const Error &error) { outcome->emplace(error); },
                .finish = [outcome, done = std::move(done)] { done(std::move(**outcome)); }};
    }

    explicit Storage(Options options);
    void enqueue(Job job);
    void work(std::promise<std::optional<Error>> opened);
    void run(Records &records, std::vector<Job> jobs);
    void read(Records &records, Job &job);
    void writeGroup(Records &records, Job *first, Job *last);
    struct GroupFailure {
        Error error;
        bool begun = false; ///< false: the database cannot be written at all, whatever the jobs are
    };
    std::optional<GroupFailure> tryGroup(Records &records, Job *first, Job *last);
    void answer(std::vector<JournalTransaction> foreign, Job *first, Job *last);
    /// One short step of making older messages searchable; false when it could not be written.
    static bool index(Records &records);

    const Options m_options;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_queue;
    std::map<QString, std::function<void(Records &)>> m_eventual;
    bool m_stopping = false;
    std::vector<JournalTransaction> m_foreign; ///< seen and not told yet; storage thread
    std::thread m_thread;
};

} // namespace frontdesk::server
