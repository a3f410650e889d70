// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/Storage.h"

#include "server/storage/Migrations.h"

#include <algorithm>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t mostWaiting = 10'000; // jobs; beyond it the server says that it is busy
constexpr size_t largestGroup = 256;   // jobs of one commit
constexpr int indexStep = 200;         // messages; some 20 ms during which jobs wait

} // namespace

Storage::Storage(Options options)
    : m_options(std::move(options))
{
}

Result<std::unique_ptr<Storage>> Storage::open(Options options)
{
    std::unique_ptr<Storage> storage(new Storage(std::move(options)));
    std::promise<std::optional<Error>> opened;
    auto outcome = opened.get_future();
    storage->m_thread =
        std::thread([self = storage.get(), promise = std::move(opened)]() mutable { self->work(std::move(promise)); });
    if (auto error = outcome.get())
        return *std::move(error);
    return storage;
}

Storage::~Storage()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Storage::enqueue(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_queue.size() < mostWaiting) {
            m_queue.push_back(std::move(job));
            m_wake.notify_one();
            return;
        }
    }
    job.fail({u"server.busy"_s, u"The server has too much to write at the moment; it will be tried again."_s});
    if (job.finishHere)
        job.finish();
    else
        m_options.deliver(job.finish);
}

void Storage::writeEventually(const QString &key, std::function<void(Records &)> work)
{
    const std::lock_guard lock(m_mutex);
    m_eventual.insert_or_assign(key, std::move(work));
}

size_t Storage::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_queue.size();
}

void Storage::work(std::promise<std::optional<Error>> opened)
{
    auto database = Database::open(m_options.file);
    if (!database) {
        opened.set_value(database.error());
        return;
    }
    std::optional<Records> records;
    try {
        if (m_options.migrate)
            migrate(*database.value());
        else if (versionOf(*database.value()) != currentVersion())
            throw StorageFailure{{u"server.storage"_s,
                                  u"A server of another version is using this data folder. Stop it first, or use the "
                                  "program of its version."_s}};
        records.emplace(*database.value(), m_options.answerUnits);
        if (m_options.migrate) {
            records->search.adoptRules();
            records->figures.adoptRules();
        }
    } catch (const StorageFailure &failure) {
        opened.set_value(failure.error);
        return;
    }
    opened.set_value({});

    bool indexing = true; // until it cannot be written; after that, the next jobs try whether it can
    for (;;) {
        const bool behind = indexing && records->search.isBehind();
        std::vector<Job> jobs;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [&] { return behind || m_stopping || !m_queue.empty(); });
            if (m_stopping && m_queue.empty())
                break;
            const size_t count = std::min(m_queue.size(), largestGroup);
            std::move(m_queue.begin(), m_queue.begin() + qsizetype(count), std::back_inserter(jobs));
            m_queue.erase(m_queue.begin(), m_queue.begin() + qsizetype(count));
        }
        indexing = indexing || !jobs.empty();
        run(*records, std::move(jobs));
        if (behind)
            indexing = index(*records);
    }
    tryGroup(*records, nullptr, nullptr); // what was to be written eventually
}

void Storage::run(Records &records, std::vector<Job> jobs)
{
    Job *const end = jobs.data() + jobs.size();
    for (Job *first = jobs.data(); first != end;) {
        if (!first->writes) {
            read(records, *first++);
            continue;
        }
        Job *const last = std::find_if(first, end, [](const Job &job) { return !job.writes; });
        writeGroup(records, first, last);
        first = last;
    }
}

void Storage::read(Records &records, Job &job)
{
    try {
        // What another process wrote is told before an answer that may contain it.
        for (JournalTransaction &transaction : records.journal.takeForeign())
            m_foreign.push_back(std::move(transaction));
        job.run(records, m_options.clock->utc().count());
    } catch (const StorageFailure &failure) {
        job.fail(failure.error);
    }
    answer(std::exchange(m_foreign, {}), &job, &job + 1);
}

void Storage::writeGroup(Records &records, Job *first, Job *last)
{
    const auto failure = tryGroup(records, first, last);
    if (failure && failure->begun && last - first > 1) {
        // One of them, or all together, could not be written: each by itself harms no other.
        for (Job *job = first; job != last; ++job)
            writeGroup(records, job, job + 1);
        return;
    }
    if (failure)
        for (Job *job = first; job != last; ++job)
            job->fail(failure->error);
    answer(std::exchange(m_foreign, {}), first, last);
}

std::optional<Storage::GroupFailure> Storage::tryGroup(Records &records, Job *first, Job *last)
{
    Database &database = records.database;
    std::map<QString, std::function<void(Records &)>> eventual;
    {
        const std::lock_guard lock(m_mutex);
        eventual.swap(m_eventual);
    }
    Journal::Place place = records.journal.place();
    bool begun = false;
    try {
        database.run(u"BEGIN IMMEDIATE"_s);
        begun = true;
        const qint64 now = m_options.clock->utc().count();
        for (JournalTransaction &transaction : records.journal.takeForeign())
            m_foreign.push_back(std::move(transaction));
        place = records.journal.place();
        records.commands.forgetOld(now);
        for (const auto &[key, work] : eventual)
            work(records);
        for (Job *job = first; job != last; ++job) {
            job->written.reset();
            database.run(u"SAVEPOINT job"_s);
            if (job->run(records, now)) {
                records.activities.keep();
                if (job + 1 == last)
                    records.activities.settle();
                job->written = records.journal.finish();
                records.search.keep();
            } else {
                records.journal.cancel();
                records.activities.cancel();
                records.search.cancel();
                records.crm.forget();
                records.files.forgetSum();
                database.run(u"ROLLBACK TO job"_s);
            }
            database.run(u"RELEASE job"_s);
        }
        if (first != last && !(last - 1)->written) {
            records.activities.settle(); // the last has written nothing, those before it may have
            (last - 1)->written = records.journal.finish();
        }
        records.search.settle();
        database.run(u"COMMIT"_s);
        return {};
    } catch (const StorageFailure &failure) {
        database.rollback();
        records.journal.returnTo(place);
        records.activities.forget();
        records.search.forget();
        records.crm.forget();
        records.files.forgetSum();
        for (Job *job = first; job != last; ++job)
            job->written.reset();
        const std::lock_guard lock(m_mutex);
        m_eventual.merge(eventual); // keeps what came in between
        return GroupFailure{failure.error, begun};
    }
}

bool Storage::index(Records &records)
{
    try {
        records.search.build(indexStep);
        return true;
    } catch (const StorageFailure &) {
        return false; // searches say that they are not complete, and whoever writes next hears why
    }
}

void Storage::answer(std::vector<JournalTransaction> foreign, Job *first, Job *last)
{
    struct Answer {
        std::function<void()> finish;
        std::optional<JournalTransaction> written;
    };
    auto answers = std::make_shared<std::vector<Answer>>();
    for (JournalTransaction &transaction : foreign)
        answers->push_back({nullptr, std::move(transaction)});
    for (Job *job = first; job != last; ++job) {
        if (job->finishHere)
            job->finish();
        answers->push_back({job->finishHere ? nullptr : std::move(job->finish), std::move(job->written)});
    }
    for (Answer &answer : *answers)
        if (answer.written)
            answer.written->committedAt = std::chrono::steady_clock::now();
    m_options.deliver([this, answers] {
        for (const Answer &answer : *answers) {
            if (answer.finish)
                answer.finish();
            if (answer.written)
                m_options.committed(*answer.written);
        }
    });
}

} // namespace frontdesk::server
