// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SearchIndex.h"

#include "SearchFixture.h"
#include "store/CacheSchema.h"

using namespace frontdesk;
using namespace frontdesk::store;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int manyMessages = 1500; // more than are indexed at once, and than one step indexes

} // namespace

/// The index follows what the cache holds, whatever becomes of it.
class SearchIndexTest : public QObject, private SearchFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void largeBatchIsIndexedAfterwards();
    void segmentsStayFew();
    void leavingRemovesEveryWord();
    void whatComesBehindALeavingIsFound();
    void snapshotTakesThePlaceOfTheIndex();
    void otherTextTakesThePlaceOfTheOldOne();
    void editedMessageIsFoundByItsNewWords();
    void manyEditsAreIndexedAfterwards();
    void namesOfFilesAreIndexedAfterwards();
    void cacheOfAnOlderVersionIsIndexed();
    void indexingGoesOnAfterAStop();
    void otherRulesMakeTheIndexAnew();

private:
    [[nodiscard]] QString cacheFile() const { return m_folder->filePath(QStringLiteral("cache.sqlite")); }
    void applyMany(int count);
    /// What the closed cache says to an SQL question.
    qint64 numberIn(const QString &sql);
};

void SearchIndexTest::applyMany(int count)
{
    QVector<DecodedRow> rows;
    for (int i = 0; i < count; ++i)
        rows.append(row(i % 2 == 0 ? ops : sales, ben, QStringLiteral("Message word%1").arg(i)));
    apply(std::move(rows));
}

qint64 SearchIndexTest::numberIn(const QString &sql)
{
    m_store.reset();
    qint64 number = 0;
    {
        Database database(cacheFile(), Database::Durability::Process);
        database.execute(QStringLiteral("INSERT INTO search_index(search_index) VALUES('integrity-check')"));
        number = database.number(sql);
    }
    m_store = openStore(m_folder->path());
    return number;
}

void SearchIndexTest::largeBatchIsIndexedAfterwards()
{
    applyMany(manyMessages);
    waitUntilComplete();
    QCOMPARE(find(QStringLiteral("\"word0\"")).hits.size(), 1);
    search::Request all = requestOf(QStringLiteral("word"));
    all.limit = 2 * manyMessages;
    const search::Page page = find(all);
    QCOMPARE(page.hits.size(), manyMessages);
    for (qsizetype i = 1; i < page.hits.size(); ++i)
        QVERIFY(page.hits[i - 1].message.seq > page.hits[i].message.seq);
    QCOMPARE(numberIn(QStringLiteral("SELECT count(*) FROM search_waiting")), 0);
}

/// Without a merge in each transaction, FTS5 would have 20 of them: of sixteen it makes one. And none is left to its
/// own merging, which does a lot at once.
void SearchIndexTest::segmentsStayFew()
{
    for (int i = 0; i < 2'000; ++i)
        say(ops, ben, QStringLiteral("Message word%1").arg(i));
    const qint64 segments = numberIn(QStringLiteral("SELECT count(DISTINCT segid) FROM search_index_idx"));
    QVERIFY2(segments > 0 && segments < 16, qPrintable(QString::number(segments)));
    for (const QString &table : {u"search_index"_s, u"search_records"_s})
        QCOMPARE(numberIn(u"SELECT v FROM %1_config WHERE k='automerge'"_s.arg(table)), 0);
}

void SearchIndexTest::leavingRemovesEveryWord()
{
    applyMany(manyMessages);
    waitUntilComplete();
    say(sales, ben, QStringLiteral("secret"));
    apply({m_journal.add(streamOf(ada.id), ConversationLeft{sales})});
    QVERIFY(find(QStringLiteral("secret")).hits.isEmpty());
    search::Request all = requestOf(QStringLiteral("word"));
    all.limit = 2 * manyMessages;
    QCOMPARE(find(all).hits.size(), manyMessages / 2);
    QCOMPARE(numberIn(QStringLiteral("SELECT count(*) FROM search_index WHERE search_index MATCH 'secret'")), 0);
    QCOMPARE(numberIn(QStringLiteral("SELECT count(*) FROM search_documents")), manyMessages / 2);
}

/// The newest rows go, and their keys are those of the next messages.
void SearchIndexTest::whatComesBehindALeavingIsFound()
{
    for (int i = 0; i < 10; ++i)
        say(sales, ben, QStringLiteral("Message %1").arg(i));
    QVector<DecodedRow> rows{row(sales, ben, QStringLiteral("the last")),
                             m_journal.add(streamOf(ada.id), ConversationLeft{sales})};
    for (int i = 0; i < 5; ++i)
        rows.append(row(ops, ben, QStringLiteral("lighthouse %1").arg(i)));
    JournalBatch batch = batchOf(m_applied, rows);
    batch.more = true;
    changesOf(m_store->apply(batch));
    m_applied = m_journal.seq();
    apply({}); // the journal's end
    waitUntilComplete();
    QCOMPARE(find(QStringLiteral("lighthouse")).hits.size(), 5);
}

void SearchIndexTest::snapshotTakesThePlaceOfTheIndex()
{
    say(ops, ben, QStringLiteral("before"));
    SnapshotPage page;
    page.first = true;
    page.last = true;
    page.cursor = {QStringLiteral("epoch-2"), 100, QStringLiteral("mark-100")};
    page.users = {ada, ben};
    page.conversations = {stateOf(ops.text(), 3, messagesOf(ops.text(), 1, 3, ben))};
    changesOf(m_store->writeSnapshot(page));
    QTRY_COMPARE(find(QStringLiteral("message")).hits.size(), 3);
    QVERIFY(find(QStringLiteral("before")).hits.isEmpty());
    QCOMPARE(numberIn(QStringLiteral("SELECT count(*) FROM search_index WHERE search_index MATCH 'before'")), 0);
}

void SearchIndexTest::otherTextTakesThePlaceOfTheOldOne()
{
    say(ops, ben, QStringLiteral("original"));
    Message message = valueOf(m_store->messages(ops, {}, 1)).messages.first();
    changesOf(m_store->addHistory(ops, {message}));
    QCOMPARE(find(QStringLiteral("original")).hits.size(), 1);
    message.text = QStringLiteral("replaced");
    changesOf(m_store->addHistory(ops, {message}));
    QCOMPARE(find(QStringLiteral("replaced")).hits.size(), 1);
    QVERIFY(find(QStringLiteral("original")).hits.isEmpty());
    QCOMPARE(numberIn(QStringLiteral("SELECT count(*) FROM search_index WHERE search_index MATCH 'original'")), 0);
}

void SearchIndexTest::editedMessageIsFoundByItsNewWords()
{
    say(ops, ben, QStringLiteral("The order is late"));
    const DecodedRow first = row(ops, ben, QStringLiteral("Shipped from Hamburg"));
    apply({first});
    const Message message = std::get<MessageAdded>(first.event).message;
    apply({m_journal.add(streamOf(ops), MessageEdited{ops, message.id, message.number,
                                                      QStringLiteral("Shipped from Bremen"), morning})});
    QVERIFY(textsOf(find(QStringLiteral("hamburg"))).isEmpty());
    const search::Page page = find(QStringLiteral("bremen"));
    QCOMPARE(textsOf(page), QStringList{QStringLiteral("Shipped from Bremen")});
    QCOMPARE(page.hits.first().message.editedAt, morning);
    QCOMPARE(textsOf(find(QStringLiteral("shipped"))).size(), 1);
}

void SearchIndexTest::manyEditsAreIndexedAfterwards()
{
    applyMany(manyMessages);
    waitUntilComplete();
    QVector<DecodedRow> edits;
    for (qint64 number = 1; number <= m_numbers[ops]; ++number)
        edits.append(m_journal.add(streamOf(ops), MessageEdited{ops, messageOf(ops.text(), number, ben).id, number,
                                                                QStringLiteral("Anew %1").arg(number), morning}));
    apply(edits);
    waitUntilComplete();
    QCOMPARE(textsOf(find(QStringLiteral("\"anew 77\""))), QStringList{QStringLiteral("Anew 77")});
    m_store.reset();
    QCOMPARE(numberIn(QStringLiteral("SELECT count(*) FROM search_documents")), manyMessages);
}

void SearchIndexTest::namesOfFilesAreIndexedAfterwards()
{
    QVector<DecodedRow> rows{row(ops, ben, QStringLiteral("first"), {fileOf(u"Quotation spring.pdf"_s)})};
    for (int i = 0; i < manyMessages; ++i)
        rows.append(row(ops, ben, QStringLiteral("filler %1").arg(i)));
    apply(std::move(rows));
    waitUntilComplete();
    QCOMPARE(textsOf(find(u"spring"_s)), QStringList{u"first"_s});
}

void SearchIndexTest::cacheOfAnOlderVersionIsIndexed()
{
    m_store.reset();
    QVERIFY(QFile::remove(cacheFile()));
    {
        Database database(cacheFile(), Database::Durability::Process);
        migrate(database, cacheMigrations().first(1));
        Transaction transaction(database, Transaction::Writing);
        Statement insert(database,
                         QStringLiteral("INSERT INTO messages(conversation, number, id, author, text, at, seq)"
                                        " VALUES('ops', ?, ?, 'ben', ?, ?, ?)"));
        for (qint64 number = 1; number <= manyMessages; ++number)
            insert.run(number, QStringLiteral("old-%1").arg(number), QStringLiteral("Message word%1").arg(number),
                       morning + number, number);
        transaction.commit();
    }
    m_store = openStore(m_folder->path());
    waitUntilComplete();
    const search::Page page = find(QStringLiteral("word"));
    QCOMPARE(page.hits.size(), 50);
    QCOMPARE(page.hits.first().message.number, manyMessages);
    QCOMPARE(find(QStringLiteral("\"word1\"")).hits.size(), 1);
}

void SearchIndexTest::indexingGoesOnAfterAStop()
{
    m_store.reset();
    constexpr int indexed = 500;
    {
        Database database(cacheFile(), Database::Durability::Process);
        CacheMeta meta(database);
        Statement insert(database,
                         QStringLiteral("INSERT INTO messages(conversation, number, id, author, text, at, seq)"
                                        " VALUES('ops', ?, ?, 'ben', 'Message word', ?, ?)"));
        Transaction transaction(database, Transaction::Writing);
        for (qint64 number = 1; number <= manyMessages; ++number)
            insert.run(number, QStringLiteral("old-%1").arg(number), morning + number, number);
        SearchIndex index(database);
        index.clear();
        index.build(indexed);
        QVERIFY(index.isWaiting());
        transaction.commit();
        QCOMPARE(database.number(QStringLiteral("SELECT count(*) FROM search_documents")), indexed);
        QCOMPARE(database.number(QStringLiteral("SELECT min(seq) FROM search_documents")), manyMessages - indexed + 1);
    }
    m_store = openStore(m_folder->path());
    waitUntilComplete();
    QCOMPARE(numberIn(QStringLiteral("SELECT count(*) FROM search_documents")), manyMessages);
}

void SearchIndexTest::otherRulesMakeTheIndexAnew()
{
    say(ops, ben, QStringLiteral("kept"));
    m_store.reset();
    {
        Database database(cacheFile(), Database::Durability::Process);
        CacheMeta(database).setSearchRules(QStringLiteral("others"));
        database.execute(QStringLiteral("INSERT INTO search_index(rowid, tokens) VALUES(900, 'stale')"));
        database.execute(QStringLiteral("INSERT INTO search_documents(seq, message) VALUES(900, 1)"));
    }
    m_store = openStore(m_folder->path());
    QTRY_COMPARE(find(QStringLiteral("kept")).hits.size(), 1);
    QCOMPARE(numberIn(QStringLiteral("SELECT count(*) FROM search_documents")), 1);
}

QTEST_GUILESS_MAIN(SearchIndexTest)
#include "SearchIndexTest.moc"
