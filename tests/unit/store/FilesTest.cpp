// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "domain/SearchQuery.h"
#include "store/Database.h"

#include <QtCore/QFileInfo>
#include <QtCore/QProcess>
#include <QtCore/QRandomGenerator>

using namespace frontdesk;
using namespace frontdesk::store;

namespace {

const ConversationId ops(QStringLiteral("ops"));

Error openError(const QString &folder)
{
    const Result<Store::Opened> opened = Store::open(folder);
    return opened ? Error() : opened.error();
}

/// A file system of its own, unmounted at the end; needs to be allowed to mount.
class Mount {
public:
    Mount(const QString &folder, const QString &options)
        : m_folder(folder)
    {
        QDir().mkpath(folder);
        m_mounted = run({QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"), options,
                         QStringLiteral("tmpfs"), folder});
    }
    ~Mount()
    {
        if (m_mounted)
            QProcess::execute(QStringLiteral("umount"), {m_folder});
    }
    Mount(const Mount &) = delete;
    Mount &operator=(const Mount &) = delete;
    [[nodiscard]] bool mounted() const { return m_mounted; }
    [[nodiscard]] bool remount(const QString &options) const
    {
        return run({QStringLiteral("-o"), QStringLiteral("remount,") + options, m_folder});
    }

private:
    static bool run(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral("mount"), arguments);
        return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }
    QString m_folder;
    bool m_mounted = false;
};

} // namespace

class FilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void filesAreTheOwnersAlone();
    void damagedCacheIsSetAside_data();
    void damagedCacheIsSetAside();
    void damageInsideIsFoundAfterACrash();
    void damageThatOpeningMeetsIsRepairedAtOnce();
    void openingThatIsTriedAgainSaysNothingTwice();
    void damageFoundWhileOpenIsRepairedAtTheNextStart();
    void damageMetBeforeAnybodyListensIsToldThen();
    void soundCacheIsKeptAfterACrash();
    void ofDamagedCachesTheNewestIsKept();
    void damagedOutboxIsSalvaged();
    void fullDiskLosesNothingOfADamagedOutbox();
    void salvagedOutboxIsFoundAfterACrash();
    void outboxOfRandomBytesIsSetAside();
    void commandOfAnotherVersionIsKeptAndSaid();
    void newerFileIsRefused_data();
    void newerFileIsRefused();
    void folderInUseIsRefused();
    void fileLockedByAnotherProgramIsRefused();
    void readOnlyFolderIsRefused();
    void fullDiskLosesNothing();
    void fullDatabaseIsSaidInWords();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    [[nodiscard]] QStringList setAside(const QString &base) const
    {
        return QDir(m_folder->path()).entryList({base + QStringLiteral(".corrupt-*.sqlite")});
    }
    /// Opens, fills the cache and the outbox with enough for several pages of the file, and closes.
    void fill();
    /// Overwrites what only opening for writing reads of the cache.
    void damageWhatOpeningMeets() const;
    void makeACommandOfAnotherVersion() const;
    /// As after a crash: the cache's mark of a clean end is gone.
    void markCrashed() const;
    static void overwrite(const QString &file, qint64 from, qint64 size);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void FilesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void FilesTest::fill()
{
    const auto store = openStore(m_folder->path());
    changesOf(store->setMe(ada));
    JournalWriter journal;
    changesOf(store->apply(
        batchOf(0, {journal.add(streamOf(ada.id),
                                ConversationEntered{stateOf(QStringLiteral("ops"), 0,
                                                            messagesOf(QStringLiteral("ops"), 1, 2000, ben))})})));
    for (int number = 0; number < 300; ++number)
        store->enqueue({CommandId(QStringLiteral("c%1").arg(number, 4, 10, QLatin1Char('0'))), number,
                        SendMessage{ops, QStringLiteral("Text %1 ").arg(number).repeated(20)}});
    changesOf(store->saveDraft(ops, QStringLiteral("a draft")));
    changesOf(
        store->saveBegun(workspaceRecord(), RecordKind::Note, {{QStringLiteral("text"), QStringLiteral("a note")}}));
    const auto isIndexed = [&store] {
        const auto page = valueOf(store->search({.terms = search::parse(QStringLiteral("word"), QDate()).terms}));
        return page && page.value().complete;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isIndexed(), 20'000); // so that a test knows what stands where
}

void FilesTest::markCrashed() const
{
    Database cache(path("cache.sqlite"), Database::Durability::Process);
    cache.execute(QStringLiteral("UPDATE meta SET value='no' WHERE key='closed'"));
}

void FilesTest::overwrite(const QString &file, qint64 from, qint64 size)
{
    QFile damaged(file);
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    QVERIFY(damaged.size() >= from + size);
    QByteArray noise(size, Qt::Uninitialized);
    QRandomGenerator random(1);
    for (char &byte : noise)
        byte = char(random.bounded(256));
    QVERIFY(damaged.seek(from) && damaged.write(noise) == size);
}

void FilesTest::filesAreTheOwnersAlone()
{
    const QString folder = m_folder->filePath(QStringLiteral("deep/account"));
    const auto store = openStore(folder);
    changesOf(store->setMe(ada));
    changesOf(store->saveDraft(ops, QStringLiteral("secret")));
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                            QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QVERIFY(!(QFileInfo(folder).permissions() & others));
    const QFileInfoList files = QDir(folder).entryInfoList({QStringLiteral("*.sqlite*")}, QDir::Files);
    QCOMPARE(files.size(), 6); // both with -wal and -shm
    for (const QFileInfo &file : files)
        QVERIFY2(!(file.permissions() & others), qPrintable(file.fileName()));
}

void FilesTest::damagedCacheIsSetAside_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<qint64>("truncateTo"); // -1: not
    QTest::newRow("random bytes for a header") << qint64(0) << qint64(4096) << qint64(-1);
    QTest::newRow("cut in the middle") << qint64(0) << qint64(0) << qint64(50'000);
    QTest::newRow("cut to nearly nothing") << qint64(0) << qint64(0) << qint64(10);
}

void FilesTest::damagedCacheIsSetAside()
{
    QFETCH(qint64, from);
    QFETCH(qint64, size);
    QFETCH(qint64, truncateTo);
    fill();
    if (truncateTo >= 0)
        QVERIFY(QFile::resize(path("cache.sqlite"), truncateTo));
    else
        overwrite(path("cache.sqlite"), from, size);

    QVector<Error> notices;
    const auto store = openStore(m_folder->path(), &notices);
    QCOMPARE(notices.size(), 1);
    QCOMPARE(notices.first().code, QStringLiteral("cache.rebuilt"));
    QCOMPARE(setAside(QStringLiteral("cache")).size(), 1);
    QVERIFY(notices.first().message.contains(setAside(QStringLiteral("cache")).first()));
    QCOMPARE(valueOf(store->cursor()), Cursor()); // as on a first start: read everything again
    QCOMPARE(valueOf(store->pending()).size(), 300);
    QCOMPARE(valueOf(store->draft(ops)), QStringLiteral("a draft"));
    changesOf(store->setMe(ada));
}

void FilesTest::damageInsideIsFoundAfterACrash()
{
    fill();
    markCrashed();
    overwrite(path("cache.sqlite"), QFileInfo(path("cache.sqlite")).size() / 2, 40'000);
    QVector<Error> notices;
    openStore(m_folder->path(), &notices);
    QCOMPARE(notices.size(), 1);
    QCOMPARE(notices.first().code, QStringLiteral("cache.rebuilt"));
}

void FilesTest::damageWhatOpeningMeets() const
{
    qint64 page = 0;
    qint64 pageSize = 0;
    {
        Database cache(path("cache.sqlite"), Database::Durability::Process);
        page =
            Statement(cache, QStringLiteral("SELECT rootpage FROM sqlite_schema WHERE name='search_waiting'")).number();
        pageSize = Statement(cache, QStringLiteral("PRAGMA page_size")).number();
    }
    overwrite(path("cache.sqlite"), (page - 1) * pageSize, pageSize);
}

/// Although the last end was clean, so that nobody looks through the file.
void FilesTest::damageThatOpeningMeetsIsRepairedAtOnce()
{
    fill();
    damageWhatOpeningMeets();
    QVector<Error> notices;
    const auto store = openStore(m_folder->path(), &notices);
    QCOMPARE(notices.size(), 1);
    QCOMPARE(notices.first().code, QStringLiteral("cache.rebuilt"));
    QCOMPARE(valueOf(store->pending()).size(), 300);
    QCOMPARE(valueOf(store->messages(ops, {}, 3000)).messages.size(), 0); // everything is read again
}

void FilesTest::openingThatIsTriedAgainSaysNothingTwice()
{
    fill();
    makeACommandOfAnotherVersion();
    damageWhatOpeningMeets();
    QVector<Error> notices;
    const auto store = openStore(m_folder->path(), &notices);
    QStringList codes;
    for (const Error &notice : std::as_const(notices))
        codes.append(notice.code);
    codes.sort();
    QCOMPARE(codes, (QStringList{QStringLiteral("cache.rebuilt"), QStringLiteral("outbox.unreadable")}));
}

void FilesTest::damageFoundWhileOpenIsRepairedAtTheNextStart()
{
    fill();
    const qint64 half = QFileInfo(path("cache.sqlite")).size() / 2;
    overwrite(path("cache.sqlite"), half, half); // messages only; the last end was clean, so nobody looks at the start
    QVector<Error> notices;
    auto store = openStore(m_folder->path(), &notices);
    QVERIFY(notices.isEmpty());
    QString told;
    store->onReadError([&](const Error &error) { told = error.code; });
    valueOf(store->messages(ops, {}, 3000));
    QCOMPARE(told, QStringLiteral("storage.corrupt"));
    store.reset();

    store = openStore(m_folder->path(), &notices);
    QCOMPARE(notices.size(), 1);
    QCOMPARE(notices.first().code, QStringLiteral("cache.rebuilt"));
    QCOMPARE(valueOf(store->pending()).size(), 300);
}

void FilesTest::damageMetBeforeAnybodyListensIsToldThen()
{
    fill();
    const qint64 half = QFileInfo(path("cache.sqlite")).size() / 2;
    overwrite(path("cache.sqlite"), half, half);
    const auto store = openStore(m_folder->path());
    valueOf(store->messages(ops, {}, 3000));
    QStringList told;
    store->onReadError([&](const Error &error) { told.append(error.code); });
    QCOMPARE(told, QStringList{QStringLiteral("storage.corrupt")});
    valueOf(store->messages(ops, {}, 3000));
    QCOMPARE(told.size(), 1);
}

void FilesTest::soundCacheIsKeptAfterACrash()
{
    fill();
    markCrashed();
    QVector<Error> notices;
    const auto store = openStore(m_folder->path(), &notices);
    QVERIFY(notices.isEmpty());
    QCOMPARE(valueOf(store->messages(ops, {}, 3000)).messages.size(), 2000);
}

void FilesTest::ofDamagedCachesTheNewestIsKept()
{
    fill();
    const QStringList older{QStringLiteral("cache.corrupt-20250101-000000-000.sqlite"),
                            QStringLiteral("cache.corrupt-20250101-000000-000.sqlite-wal"),
                            QStringLiteral("cache.corrupt-20250102-000000-000.sqlite-shm")};
    const QString outbox = path("outbox.corrupt-20250101-000000-000.sqlite");
    for (const QString &name : older)
        QVERIFY(QFile::copy(path("cache.sqlite"), m_folder->filePath(name)));
    QVERIFY(QFile::copy(path("outbox.sqlite"), outbox));
    QVERIFY(QFile::resize(path("cache.sqlite"), 10));
    const auto store = openStore(m_folder->path());
    QCOMPARE(setAside(QStringLiteral("cache")).size(), 1);
    for (const QString &name : older)
        QVERIFY2(!QFile::exists(m_folder->filePath(name)), qPrintable(name));
    changesOf(store->clearCache());
    QCOMPARE(setAside(QStringLiteral("cache")), QStringList());
    QVERIFY(QFile::exists(outbox));
}

void FilesTest::damagedOutboxIsSalvaged()
{
    fill();
    const QString outbox = path("outbox.sqlite");
    overwrite(outbox, QFileInfo(outbox).size() / 2, 8192);
    QVERIFY(QFile::copy(path("cache.sqlite"), path("outbox.new.sqlite"))); // what an earlier start did not finish
    QVector<Error> notices;
    const auto store = openStore(m_folder->path(), &notices);
    QCOMPARE(notices.size(), 1);
    QCOMPARE(notices.first().code, QStringLiteral("outbox.salvaged"));
    QCOMPARE(setAside(QStringLiteral("outbox")).size(), 1);

    const auto pending = valueOf(store->pending());
    QVERIFY2(pending.size() > 100 && pending.size() < 300, qPrintable(QString::number(pending.size())));
    QVERIFY(notices.first().message.contains(QString::number(pending.size())));
    QVERIFY(std::is_sorted(pending.begin(), pending.end(),
                           [](const auto &a, const auto &b) { return a.command.id < b.command.id; }));
    QCOMPARE(pending.last().command.id.text(), QStringLiteral("c0299")); // read from behind the damage as well
    QCOMPARE(valueOf(store->draft(ops)), QStringLiteral("a draft"));
    QCOMPARE(valueOf(store->begun(workspaceRecord(), RecordKind::Note))[QLatin1String("text")],
             QStringLiteral("a note"));
    QCOMPARE(valueOf(store->messages(ops, {}, 3000)).messages.size(), 2000); // the cache is not touched
    QVERIFY(!QFile::exists(path("outbox.new.sqlite")));
}

/// Wherever the disk is full on the way, the next start has all of it before it.
void FilesTest::fullDiskLosesNothingOfADamagedOutbox()
{
    fill();
    const QString outbox = path("outbox.sqlite");
    const qint64 size = QFileInfo(outbox).size();
    overwrite(outbox, size / 2, 8192);
    constexpr qint64 step = 32 * 1024, most = 8 * 1024 * 1024;
    const auto limit = [](qint64 bytes) { return QStringLiteral("size=%1").arg(bytes); };
    const QString folder = m_folder->filePath(QStringLiteral("mounted"));
    const Mount mount(folder, limit(size + step));
    if (!mount.mounted())
        QSKIP("not allowed to mount a file system here");
    QVERIFY(QFile::copy(outbox, folder + QStringLiteral("/outbox.sqlite")));
    const auto readable = valueOf(openStore(m_folder->path())->pending());
    QVERIFY(readable.size() > 100);

    int failures = 0;
    Result<Store::Opened> opened = Store::open(folder);
    for (qint64 room = 2 * step; !opened && room < most; room += step) {
        ++failures;
        QVERIFY(mount.remount(limit(size + room)));
        opened = Store::open(folder);
    }
    QVERIFY(opened);
    QVERIFY2(failures > 3, qPrintable(QString::number(failures)));
    QCOMPARE(valueOf(opened.value().store->pending()), readable);
    QCOMPARE(QDir(folder).entryList({QStringLiteral("outbox.corrupt-*.sqlite")}).size(), 1);
}

/// It was killed when the damaged one was out of the way and the new one not yet in its place.
void FilesTest::salvagedOutboxIsFoundAfterACrash()
{
    fill();
    QVERIFY(QFile::rename(path("outbox.sqlite"), path("outbox.new.sqlite")));
    {
        Database damaged(path("damaged.sqlite"), Database::Durability::Power);
        damaged.execute(QStringLiteral("CREATE TABLE others(id TEXT)"));
        QVERIFY(QFile::copy(path("damaged.sqlite-wal"), path("outbox.sqlite-wal"))); // its log is not the new one's
    }
    const auto store = openStore(m_folder->path());
    QCOMPARE(valueOf(store->pending()).size(), 300);
    QCOMPARE(valueOf(store->draft(ops)), QStringLiteral("a draft"));
    QVERIFY(!QFile::exists(path("outbox.new.sqlite")));
}

void FilesTest::outboxOfRandomBytesIsSetAside()
{
    fill();
    overwrite(path("outbox.sqlite"), 0, QFileInfo(path("outbox.sqlite")).size());
    QVector<Error> notices;
    const auto store = openStore(m_folder->path(), &notices);
    QCOMPARE(notices.size(), 1);
    QCOMPARE(notices.first().code, QStringLiteral("outbox.salvaged"));
    QVERIFY(notices.first().message.contains(setAside(QStringLiteral("outbox")).first()));
    changesOf(store->enqueue({CommandId(QStringLiteral("new")), 1, SendMessage{ops, QStringLiteral("Hello")}}));
    QCOMPARE(valueOf(store->pending()).size(), 1);
}

void FilesTest::makeACommandOfAnotherVersion() const
{
    Database outbox(path("outbox.sqlite"), Database::Durability::Power);
    outbox.execute(QStringLiteral("UPDATE commands SET name='message:react' WHERE id='c0007'"));
}

void FilesTest::commandOfAnotherVersionIsKeptAndSaid()
{
    fill();
    makeACommandOfAnotherVersion();
    QVector<Error> notices;
    const auto store = openStore(m_folder->path(), &notices);
    QCOMPARE(notices.size(), 1);
    QCOMPARE(notices.first().code, QStringLiteral("outbox.unreadable"));
    QCOMPARE(valueOf(store->pending()).size(), 299);
}

void FilesTest::newerFileIsRefused_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("cache") << QStringLiteral("cache.sqlite");
    QTest::newRow("outbox") << QStringLiteral("outbox.sqlite");
}

void FilesTest::newerFileIsRefused()
{
    QFETCH(QString, file);
    fill();
    qint64 version = 0;
    {
        Database database(m_folder->filePath(file), Database::Durability::Process);
        version = database.number(QStringLiteral("PRAGMA user_version"));
        database.execute(QStringLiteral("PRAGMA user_version=99"));
    }
    const Error error = openError(m_folder->path());
    QCOMPARE(error.code, QStringLiteral("storage.newer"));
    QVERIFY(error.message.contains(file) && error.message.contains(QStringLiteral("Update Frontdesk")));
    {
        Database database(m_folder->filePath(file), Database::Durability::Process);
        database.execute(QStringLiteral("PRAGMA user_version=%1").arg(version));
    }
    const auto store = openStore(m_folder->path());
    QCOMPARE(valueOf(store->pending()).size(), 300);
    QCOMPARE(valueOf(store->messages(ops, {}, 3000)).messages.size(), 2000);
}

void FilesTest::folderInUseIsRefused()
{
    auto store = openStore(m_folder->path());
    const Error error = openError(m_folder->path());
    QCOMPARE(error.code, QStringLiteral("storage.locked"));
    QVERIFY(error.message.contains(QDir::toNativeSeparators(m_folder->path())));
    changesOf(store->setMe(ada)); // the one that was there first goes on
    store.reset();
    QVERIFY(openError(m_folder->path()).code.isEmpty());
}

void FilesTest::fileLockedByAnotherProgramIsRefused()
{
    fill();
    Database other(path("cache.sqlite"), Database::Durability::Process);
    other.execute(QStringLiteral("BEGIN EXCLUSIVE"));
    const Error error = openError(m_folder->path());
    QCOMPARE(error.code, QStringLiteral("storage.locked"));
    other.execute(QStringLiteral("ROLLBACK"));
    QVERIFY(openError(m_folder->path()).code.isEmpty());
}

void FilesTest::readOnlyFolderIsRefused()
{
    const QString folder = m_folder->filePath(QStringLiteral("mounted"));
    const Mount mount(folder, QStringLiteral("size=8m"));
    if (!mount.mounted())
        QSKIP("not allowed to mount a file system here");
    {
        const auto store = openStore(folder + QStringLiteral("/account"));
        changesOf(store->saveDraft(ops, QStringLiteral("kept")));
    }
    QVERIFY(mount.remount(QStringLiteral("ro")));
    const Error error = openError(folder + QStringLiteral("/account"));
    QCOMPARE(error.code, QStringLiteral("storage.readOnly"));
    QVERIFY(error.message.contains(QStringLiteral("cannot be written")));
}

void FilesTest::fullDiskLosesNothing()
{
    const QString folder = m_folder->filePath(QStringLiteral("mounted"));
    const Mount mount(folder, QStringLiteral("size=2m"));
    if (!mount.mounted())
        QSKIP("not allowed to mount a file system here");
    auto store = openStore(folder);
    int accepted = 0;
    QString code;
    while (code.isEmpty() && accepted < 10'000) {
        code = codeOf(store->enqueue(
            {CommandId(QString::number(accepted)), 1, SendMessage{ops, QStringLiteral("x").repeated(2000)}}));
        accepted += code.isEmpty() ? 1 : 0;
    }
    QCOMPARE(code, QStringLiteral("storage.full"));
    QVERIFY(accepted > 10);
    QCOMPARE(valueOf(store->pending()).size(), accepted);
    QVERIFY(mount.remount(QStringLiteral("size=8m"))); // the person has freed some space
    changesOf(store->enqueue({CommandId(QStringLiteral("again")), 1, SendMessage{ops, QStringLiteral("Hello")}}));
    store.reset();
    store = openStore(folder);
    QCOMPARE(valueOf(store->pending()).size(), accepted + 1);
    store.reset(); // before its file system goes
}

void FilesTest::fullDatabaseIsSaidInWords()
{
    fill();
    Database database(path("cache.sqlite"), Database::Durability::Process);
    database.execute(QStringLiteral("PRAGMA max_page_count=1"));
    Statement insert(database, QStringLiteral("INSERT INTO meta(key, value) VALUES(?, ?)"));
    try {
        Transaction transaction(database, Transaction::Writing);
        for (int i = 0; i < 10'000; ++i)
            insert.run(QString::number(i), QStringLiteral("x").repeated(1000));
        QFAIL("it was never full");
    } catch (const StorageFailure &failure) {
        QCOMPARE(failure.error.code, QStringLiteral("storage.full"));
        QVERIFY(failure.error.message.contains(QStringLiteral("Free some space")));
    }
    QCOMPARE(database.number(QStringLiteral("SELECT count(*) FROM messages")), 2000);
    QVERIFY(database.number(QStringLiteral("SELECT count(*) FROM meta")) < 10);
}

QTEST_GUILESS_MAIN(FilesTest)
#include "FilesTest.moc"
