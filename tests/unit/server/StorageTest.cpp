// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/Storage.h"

#include "Mailbox.h"
#include "server/DataFolder.h"
#include "server/storage/Migrations.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server;
using frontdesk::server::testing::Mailbox;

/// The storage thread over a real file: groups, refusals, faults of the disk, other processes.
class StorageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void migrationsLeadFromNothingToNow();
    void newerFileIsRefused();
    void damagedFileIsNamed_data();
    void damagedFileIsNamed();
    void folderIsPrivateAndHeldOnce();
    void answersComeAfterTheCommitInOrder();
    void refusedJobLeavesNothingAndHarmsNoOther();
    void whatIsMadeInOneCommitIsToldOnce_data();
    void whatIsMadeInOneCommitIsToldOnce();
    void fullDiskIsSaidAndSurvived();
    void definedFieldThatIsUndoneIsNotKnown_data();
    void definedFieldThatIsUndoneIsNotKnown();
    void readOnlyFileIsSaid();
    void lockedFileIsSaid();
    void rowsOfAnotherProcessAreToldFirst();
    void eventualWritesAreNotLost();
    void tooMuchWaitingIsBusy();

private:
    void open();
    QString file() const { return m_folder->filePath(u"frontdesk.sqlite"_s); }
    /// A job that appends one row to the workspace's stream.
    static Result<qint64> append(Records &records, qint64 now, const QString &text)
    {
        records.journal.append({UserId(u"ada"_s), now}, workspaceStream(), u"test:row"_s, {{u"text"_s, text}});
        return records.journal.head();
    }
    Result<qint64> appendNow(const QString &text)
    {
        return m_storage->writeAndWait<qint64>(
            [text](Records &records, qint64 now) { return append(records, now, text); });
    }
    UserId addAda()
    {
        UserId ada;
        (void)m_storage->writeAndWait<Done>([&](Records &records, qint64 now) -> Result<Done> {
            ada = records.accounts.create({u"ada"_s, {}, Role::Admin, {}}, u"hash"_s, now).value().id;
            return Done{};
        });
        return ada;
    }
    /// What another connection sees.
    qint64 count(const QString &sql)
    {
        auto database = Database::open(file());
        return database.value()->number(sql);
    }
    /// Holds the storage thread until `release`, so that what is asked meanwhile is one group.
    void hold()
    {
        auto held = std::make_shared<std::promise<void>>();
        m_release = std::make_shared<std::promise<void>>();
        m_storage->read<Done>(
            [held, release = m_release](Records &, qint64) -> Result<Done> {
                held->set_value();
                release->get_future().wait();
                return Done{};
            },
            [](const Result<Done> &) {});
        held->get_future().wait();
    }
    void release() { m_release->set_value(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Mailbox> m_mailbox;
    std::vector<JournalTransaction> m_committed;
    std::shared_ptr<std::promise<void>> m_release;
    std::unique_ptr<Storage> m_storage;
};

void StorageTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_mailbox = std::make_unique<Mailbox>();
    m_committed.clear();
    open();
}

void StorageTest::cleanup()
{
    m_storage.reset();
    m_folder.reset();
}

void StorageTest::open()
{
    auto opened =
        Storage::open({.file = file(),
                       .clock = std::make_shared<SystemClock>(),
                       .deliver = [this](std::function<void()> task) { m_mailbox->post(std::move(task)); },
                       .committed = [this](const JournalTransaction &written) { m_committed.push_back(written); }});
    QVERIFY2(opened.ok(), opened.ok() ? "" : qPrintable(opened.error().message));
    m_storage = std::move(opened).value();
}

void StorageTest::migrationsLeadFromNothingToNow()
{
    int version = 0;
    for (const Migration &migration : migrations)
        QCOMPARE(migration.version, ++version); // each once, in order, without a gap

    const auto shape = [](Database &database) {
        QStringList statements;
        Rows rows = database.run(u"SELECT coalesce(sql, name) FROM sqlite_master ORDER BY name"_s);
        while (rows.next())
            statements.append(rows.text(0));
        return statements;
    };
    auto stepwise = Database::open(m_folder->filePath(u"steps.sqlite"_s));
    QVERIFY(stepwise.ok());
    for (const Migration &migration : migrations) {
        migration.apply(*stepwise.value());
        stepwise.value()->run(u"PRAGMA user_version = %1"_s.arg(migration.version));
    }
    auto fresh = Database::open(file());
    QCOMPARE(shape(*stepwise.value()), shape(*fresh.value()));
    QCOMPARE(versionOf(*fresh.value()), currentVersion());
    migrate(*stepwise.value()); // nothing is left to do
    QCOMPARE(shape(*stepwise.value()), shape(*fresh.value()));
}

void StorageTest::newerFileIsRefused()
{
    m_storage.reset();
    {
        auto database = Database::open(file());
        database.value()->run(u"PRAGMA user_version = %1"_s.arg(currentVersion() + 1));
    }
    const auto opened =
        Storage::open({.file = file(), .clock = std::make_shared<SystemClock>(), .deliver = {}, .committed = {}});
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, u"server.storage"_s);
    QVERIFY(opened.error().message.contains(u"newer"_s));
    QCOMPARE(count(u"PRAGMA user_version"_s), currentVersion() + 1); // and is left alone
}

void StorageTest::damagedFileIsNamed_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<bool>("cut");
    QTest::newRow("not a database") << qint64(0) << false;
    QTest::newRow("first page overwritten") << qint64(100) << false;
    QTest::newRow("cut in the middle of a page") << qint64(5000) << true;
}

void StorageTest::damagedFileIsNamed()
{
    QFETCH(qint64, from);
    QFETCH(bool, cut);
    QVERIFY(appendNow(u"a row"_s).ok());
    m_storage.reset();
    QFile damaged(file());
    QVERIFY(damaged.open(QFile::ReadWrite));
    if (cut) {
        QVERIFY(damaged.resize(from));
    } else {
        QVERIFY(damaged.seek(from));
        damaged.write(QByteArray(3000, 'x'));
    }
    damaged.close();
    const auto opened =
        Storage::open({.file = file(), .clock = std::make_shared<SystemClock>(), .deliver = {}, .committed = {}});
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, u"server.storage"_s);
    QVERIFY2(opened.error().message.contains(u"damaged"_s), qPrintable(opened.error().message));
}

void StorageTest::folderIsPrivateAndHeldOnce()
{
    const QString path = m_folder->filePath(u"deep/data"_s);
    const auto folder = DataFolder::open(path);
    QVERIFY(folder.ok());
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther),
             QFile::Permissions());
    auto lock = folder.value().lock();
    QVERIFY(lock);
    QVERIFY(!folder.value().lock());
    lock.reset();
    QVERIFY(folder.value().lock());
    QCOMPARE(QFile::permissions(file()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QFile(m_folder->filePath(u"occupied"_s)).open(QFile::WriteOnly);
    const auto impossible = DataFolder::open(m_folder->filePath(u"occupied/data"_s));
    QVERIFY(!impossible.ok());
    QCOMPARE(impossible.error().code, u"server.storage"_s);
}

void StorageTest::answersComeAfterTheCommitInOrder()
{
    std::vector<qint64> answered;
    std::vector<qint64> seen;
    hold();
    for (int i = 0; i < 20; ++i)
        m_storage->write<qint64>([i](Records &records, qint64 now) { return append(records, now, QString::number(i)); },
                                 [&](const Result<qint64> &head) {
                                     answered.push_back(head.value());
                                     seen.push_back(count(u"SELECT max(seq) FROM journal"_s));
                                 });
    release();
    QVERIFY(m_mailbox->runUntil([&] { return answered.size() == 20; }));
    QVERIFY(m_mailbox->runUntil([&] { return m_committed.size() == 20; }));
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(answered[size_t(i)], i + 1);
        QCOMPARE(m_committed[size_t(i)].head, i + 1);
        QCOMPARE(seen[size_t(i)], 20); // one commit for all of them, before the first answer
    }
}

void StorageTest::refusedJobLeavesNothingAndHarmsNoOther()
{
    int answers = 0;
    hold();
    for (int i = 0; i < 6; ++i)
        m_storage->write<qint64>(
            [i](Records &records, qint64 now) -> Result<qint64> {
                const auto head = append(records, now, QString::number(i));
                if (i % 2 == 1)
                    return Error{u"test.refused"_s, u"No."_s};
                return head;
            },
            [&answers, i](const Result<qint64> &head) {
                QCOMPARE(head.ok(), i % 2 == 0);
                if (!head.ok())
                    QCOMPARE(head.error().code, u"test.refused"_s);
                ++answers;
            });
    release();
    QVERIFY(m_mailbox->runUntil([&] { return answers == 6 && m_committed.size() == 3; }));
    QCOMPARE(count(u"SELECT count(*) FROM journal"_s), 3);
    QCOMPARE(count(u"SELECT max(seq) FROM journal"_s), 3);
    QCOMPARE(count(u"SELECT n FROM streams WHERE name = 'workspace'"_s), 3);
    QCOMPARE(count(u"SELECT count(*) FROM transactions"_s), 3);
}

void StorageTest::whatIsMadeInOneCommitIsToldOnce_data()
{
    QTest::addColumn<QStringList>("jobs");
    QTest::addColumn<QVector<int>>("items"); // of each activity that is told
    const QString made = u"made"_s, refused = u"refused"_s, other = u"other"_s, fails = u"fails"_s, later = u"later"_s;
    QTest::newRow("alone") << QStringList{made} << QVector<int>{1};
    QTest::newRow("together") << QStringList{made, made, made} << QVector<int>{3};
    QTest::newRow("one refused") << QStringList{made, refused, made} << QVector<int>{2};
    QTest::newRow("the last refused") << QStringList{made, made, refused} << QVector<int>{2};
    QTest::newRow("the last something else") << QStringList{made, made, other} << QVector<int>{2};
    QTest::newRow("not within ten minutes") << QStringList{made, made, later} << QVector<int>{2, 1};
    QTest::newRow("all refused") << QStringList{refused, refused} << QVector<int>{};
    QTest::newRow("each by itself, as one cannot be written") << QStringList{made, fails, made} << QVector<int>{1, 2};
}

void StorageTest::whatIsMadeInOneCommitIsToldOnce()
{
    QFETCH(const QStringList, jobs);
    QFETCH(const QVector<int>, items);
    const UserId ada = addAda();
    int answers = 0;
    hold();
    for (const QString &job : jobs)
        m_storage->write<qint64>(
            [job, ada](Records &records, qint64 now) -> Result<qint64> {
                const auto head = append(records, now, job);
                constexpr qint64 pause = 11 * 60 * 1000;
                if (job != u"other"_s)
                    records.activities.created({ada, job == u"later"_s ? now + pause : now}, workspaceStream(),
                                               u"contact"_s, {u"Profile"_s, job, job});
                if (job == u"fails"_s)
                    throw StorageFailure{{u"server.storage"_s, u"No."_s}};
                return job == u"refused"_s ? Result<qint64>(Error{u"test.refused"_s, u"No."_s}) : head;
            },
            [&answers](const Result<qint64> &) { ++answers; });
    // Answered after what those before it have written is told.
    m_storage->read<Done>([](Records &, qint64) -> Result<Done> { return Done{}; },
                          [&answers](const Result<Done> &) { ++answers; });
    release();
    QVERIFY(m_mailbox->runUntil([&] { return answers == jobs.size() + 1; }));

    QVector<int> told;
    qint64 seq = 0;
    for (const JournalTransaction &transaction : m_committed) {
        for (const JournalChange &change : transaction.changes) {
            const auto *row = std::get_if<JournalRow>(&change);
            if (!row)
                continue;
            QCOMPARE(row->seq, ++seq);
            if (row->payload["verb"_L1] == u"Create"_s)
                told.append(row->payload["totalItems"_L1].toInt());
        }
        QCOMPARE(transaction.head, seq);
    }
    QCOMPARE(told, items);
    QCOMPARE(count(u"SELECT max(last_seq) FROM transactions"_s), seq);
    const int entries = jobs.contains(u"later"_s) ? 2 : items.isEmpty() ? 0 : 1;
    QCOMPARE(count(u"SELECT count(*) FROM journal WHERE latest IS NOT NULL"_s), entries);
}

void StorageTest::fullDiskIsSaidAndSurvived()
{
    QVERIFY(appendNow(u"before"_s).ok());
    const auto setLimit = [this](int pages) {
        return m_storage->writeAndWait<qint64>([pages](Records &records, qint64) -> Result<qint64> {
            return records.database.number(u"PRAGMA max_page_count = %1"_s.arg(pages));
        });
    };
    const qint64 pages = count(u"PRAGMA page_count"_s);
    QVERIFY(setLimit(int(pages) + 2).ok());

    int answers = 0;
    QVector<bool> written(3);
    hold();
    for (int i = 0; i < 3; ++i) {
        const QString text = i == 1 ? QString(200'000, u'x') : u"small"_s;
        m_storage->write<qint64>([text](Records &records, qint64 now) { return append(records, now, text); },
                                 [&, i](const Result<qint64> &head) {
                                     written[i] = head.ok();
                                     if (!head.ok()) {
                                         QCOMPARE(head.error().code, u"server.storage"_s);
                                         QVERIFY(head.error().message.contains(u"full"_s));
                                     }
                                     ++answers;
                                 });
    }
    release();
    QVERIFY(m_mailbox->runUntil([&] { return answers == 3; }));
    QCOMPARE(written, (QVector<bool>{true, false, true})); // what fits is written all the same
    QCOMPARE(count(u"SELECT count(*) FROM journal"_s), 3);

    QVERIFY(setLimit(1'000'000).ok());
    QVERIFY(appendNow(QString(200'000, u'x')).ok());
    QCOMPARE(count(u"SELECT count(*) FROM journal"_s), 4);
    QCOMPARE(count(u"SELECT max(seq) FROM journal"_s), 4);
    QCOMPARE(count(u"SELECT max(n) FROM journal"_s), 4);
}

void StorageTest::definedFieldThatIsUndoneIsNotKnown_data()
{
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("refused") << true;
    QTest::newRow("full disk") << false;
}

void StorageTest::definedFieldThatIsUndoneIsNotKnown()
{
    QFETCH(const bool, isRefused);
    const auto knownFields = [](Records &records) {
        return qint64(records.crm.customFields().rules[int(RecordKind::Contact)].size());
    };
    const auto countNow = [&] {
        return m_storage->writeAndWait<qint64>(
            [&](Records &records, qint64) -> Result<qint64> { return knownFields(records); });
    };
    const qint64 before = countNow().value();
    const UserId ada = addAda();
    const auto define = [&](bool isUndone) {
        return m_storage->writeAndWait<qint64>([&, isUndone](Records &records, qint64 now) -> Result<qint64> {
            records.crm.add({.record = {RecordKind::CustomField, u"size"_s},
                             .version = 1,
                             .createdBy = ada,
                             .fields = {{u"of"_s, u"contact"_s}, {u"key"_s, u"size"_s}, {u"type"_s, u"text"_s}},
                             .lists = {}},
                            workspaceStream());
            const qint64 known = knownFields(records);
            if (!isUndone)
                return known;
            if (isRefused)
                return Error{u"test.refused"_s, u"No."_s};
            records.database.run(u"PRAGMA max_page_count = 1"_s); // becomes as many as there are
            return append(records, now, QString(200'000, u'x'));
        });
    };
    QCOMPARE(define(true).error().code, isRefused ? u"test.refused"_s : u"server.storage"_s);
    QCOMPARE(countNow().value(), before);
    QVERIFY(m_storage
                ->writeAndWait<qint64>([](Records &records, qint64) -> Result<qint64> {
                    return records.database.number(u"PRAGMA max_page_count = 1000000"_s);
                })
                .ok());
    QCOMPARE(define(false).value(), before + 1);
    QCOMPARE(countNow().value(), before + 1);
}

void StorageTest::readOnlyFileIsSaid()
{
    const auto setQueryOnly = [this](bool on) {
        // As a read: it must work in a database that refuses writes.
        auto done = std::make_shared<std::promise<void>>();
        m_storage->read<Done>(
            [on, done](Records &records, qint64) -> Result<Done> {
                records.database.run(u"PRAGMA query_only = %1"_s.arg(on ? 1 : 0));
                done->set_value();
                return Done{};
            },
            [](const Result<Done> &) {});
        done->get_future().wait();
    };
    setQueryOnly(true);
    const auto refused = appendNow(u"no"_s);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, u"server.storage"_s);
    QVERIFY(refused.error().message.contains(u"read-only"_s));
    setQueryOnly(false);
    QVERIFY(appendNow(u"yes"_s).ok());
}

void StorageTest::lockedFileIsSaid()
{
    auto other = Database::open(file());
    other.value()->run(u"BEGIN IMMEDIATE"_s);
    int refused = 0;
    hold();
    for (int i = 0; i < 3; ++i) // all of them after SQLite's patience with the other, not each after its own
        m_storage->write<qint64>([](Records &records, qint64 now) { return append(records, now, u"no"_s); },
                                 [&](const Result<qint64> &head) {
                                     QVERIFY(!head.ok());
                                     QCOMPARE(head.error().code, u"server.storage"_s);
                                     QVERIFY(head.error().message.contains(u"Another program"_s));
                                     ++refused;
                                 });
    release();
    QVERIFY(m_mailbox->runUntil([&] { return refused == 3; }));
    other.value()->run(u"COMMIT"_s);
    QCOMPARE(appendNow(u"yes"_s).value(), 1);
}

void StorageTest::rowsOfAnotherProcessAreToldFirst()
{
    QVERIFY(appendNow(u"own"_s).ok());
    {
        auto other = Database::open(file());
        Records records(*other.value(), 1000);
        other.value()->run(u"BEGIN IMMEDIATE"_s);
        QVERIFY(append(records, 1, u"foreign"_s).ok());
        QVERIFY(records.journal.finish().has_value());
        other.value()->run(u"COMMIT"_s);
    }
    qint64 head = 0;
    m_storage->read<qint64>([](Records &records, qint64) -> Result<qint64> { return records.journal.head(); },
                            [&](const Result<qint64> &found) {
                                head = found.value();
                                QCOMPARE(m_committed.size(), size_t(2)); // told before this answer
                            });
    QVERIFY(m_mailbox->runUntil([&] { return head != 0; }));
    QCOMPARE(head, 2);
    const auto &row = std::get<JournalRow>(m_committed[1].changes.front());
    QCOMPARE(row.payload["text"_L1].toString(), u"foreign"_s);
    QCOMPARE(row.n, 2);
    QCOMPARE(row.mark, m_committed[1].mark);
    QCOMPARE(appendNow(u"own again"_s).value(), 3);
}

void StorageTest::eventualWritesAreNotLost()
{
    const auto note = [this](const QString &key, const QString &value) {
        m_storage->writeEventually(key, [key, value](Records &records) {
            records.database.run(u"INSERT OR REPLACE INTO meta VALUES (?, ?)"_s, {key, value});
        });
    };
    note(u"a"_s, u"1"_s);
    note(u"a"_s, u"2"_s);
    QVERIFY(appendNow(u"row"_s).ok()); // takes it along
    QCOMPARE(count(u"SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'a'"_s), 2);
    note(u"b"_s, u"3"_s);
    m_storage.reset(); // at the latest when it ends
    QCOMPARE(count(u"SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'b'"_s), 3);
}

void StorageTest::tooMuchWaitingIsBusy()
{
    constexpr int asked = 10'050;
    int written = 0;
    int busy = 0;
    hold();
    for (int i = 0; i < asked; ++i)
        m_storage->write<qint64>([](Records &records, qint64 now) { return append(records, now, u"row"_s); },
                                 [&](const Result<qint64> &head) {
                                     if (head.ok())
                                         ++written;
                                     else if (head.error().code == "server.busy"_L1)
                                         ++busy;
                                 });
    release();
    QVERIFY(m_mailbox->runUntil([&] { return written + busy == asked; }));
    QCOMPARE(busy, 50);
    QCOMPARE(count(u"SELECT count(*) FROM journal"_s), written);
}

QTEST_GUILESS_MAIN(StorageTest)
#include "StorageTest.moc"
