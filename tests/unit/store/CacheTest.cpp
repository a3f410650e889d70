// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Cache.h"

#include "CrmFixture.h"
#include "store/CacheSchema.h"

using namespace frontdesk;
using namespace frontdesk::store;

namespace {

constexpr int count = 100;
constexpr int allAtOnce = 1000;

/// With so many other words in all of them that the index needs pages of its own.
QString textOf(int number)
{
    QString text = QStringLiteral("lighthouse");
    for (int word = 0; word < 20; ++word)
        text += QStringLiteral(" word%1x%2").arg(number).arg(word);
    return text;
}

JournalBatch records()
{
    JournalWriter journal;
    QVector<DecodedRow> rows;
    for (int number = 1; number <= count; ++number)
        rows.append(journal.add(recordsStream(),
                                RecordAdded{stateOf(refOf(RecordKind::Contact, number), named(textOf(number)))}));
    return batchOf(0, rows);
}

JournalBatch messages()
{
    const QString ops = QStringLiteral("ops");
    JournalWriter journal;
    QVector<DecodedRow> rows{journal.add(streamOf(ada.id), ConversationEntered{stateOf(ops, 0)})};
    for (int number = 1; number <= count; ++number) {
        Message message = messageOf(ops, number, ben, journal.seq() + 1);
        message.text = textOf(number);
        rows.append(journal.add(streamOf(message.conversation), MessageAdded{message}));
    }
    return batchOf(0, rows);
}

template <class Work>
QString failureOf(Work work)
{
    try {
        work();
    } catch (const StorageFailure &failure) {
        return failure.error.code;
    }
    return {};
}

} // namespace

/// A cache whose disk is full: what was not committed has not happened.
class CacheTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void whatCouldNotBeIndexedWaits_data() { addIndexes(); }
    void whatCouldNotBeIndexedWaits();
    void whatCouldNotBeReplacedWaits_data() { addIndexes(); }
    void whatCouldNotBeReplacedWaits();

private:
    static void addIndexes();
    void applyAsOfMore(JournalBatch batch) const;
    void fillDisk(bool isFull) const;
    /// How many are found of those that came.
    [[nodiscard]] qint64 indexed(const QString &index) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
};

void CacheTest::init()
{
    m_cache.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto database =
        std::make_unique<Database>(m_folder->filePath(QStringLiteral("cache.sqlite")), Database::Durability::Process);
    migrate(*database, cacheMigrations());
    m_cache = std::make_unique<Cache>(std::move(database));
    m_cache->catchUpWithVersion(QStringLiteral("1"));
}

void CacheTest::addIndexes()
{
    QTest::addColumn<QString>("index");
    QTest::newRow("records") << QStringLiteral("search_records");
    QTest::newRow("messages") << QStringLiteral("search_index");
}

void CacheTest::applyAsOfMore(JournalBatch batch) const
{
    batch.more = true;
    m_cache->apply(batch);
    QVERIFY(m_cache->isIndexBehind());
}

void CacheTest::fillDisk(bool isFull) const
{
    m_cache->database().execute(QStringLiteral("PRAGMA max_page_count=%1").arg(isFull ? 1 : 1'000'000));
}

qint64 CacheTest::indexed(const QString &index) const
{
    while (m_cache->isIndexBehind())
        m_cache->buildIndex(allAtOnce);
    return m_cache->database().number(QStringLiteral("SELECT count(*) FROM %1 WHERE %1 MATCH 'lighthouse'").arg(index));
}

void CacheTest::whatCouldNotBeIndexedWaits()
{
    QFETCH(QString, index);
    applyAsOfMore(index == QLatin1String("search_records") ? records() : messages());
    fillDisk(true);
    QCOMPARE(failureOf([this] { m_cache->buildIndex(allAtOnce); }), QStringLiteral("storage.full"));
    fillDisk(false);
    QCOMPARE(indexed(index), count);
}

void CacheTest::whatCouldNotBeReplacedWaits()
{
    QFETCH(QString, index);
    applyAsOfMore(index == QLatin1String("search_records") ? records() : messages());
    SnapshotPage page;
    page.first = true;
    page.cursor = {QStringLiteral("epoch"), 5000, QString(1'000'000, QLatin1Char('m'))};
    m_cache->writeSnapshot(page);
    fillDisk(true);
    page = {};
    page.last = true; // the cursor, which is the last to be written, is larger than what goes
    QCOMPARE(failureOf([&] { m_cache->writeSnapshot(page); }), QStringLiteral("storage.full"));
    fillDisk(false);
    QCOMPARE(indexed(index), count);
}

QTEST_GUILESS_MAIN(CacheTest)
#include "CacheTest.moc"
