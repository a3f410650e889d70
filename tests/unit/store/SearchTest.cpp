// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "domain/SearchTokens.h"
#include "store/CacheSchema.h"
#include "store/SearchIndex.h"

#include <QtCore/QRandomGenerator>

using namespace frontdesk;
using namespace Qt::Literals::StringLiterals;
using namespace frontdesk::store;

namespace {

const ConversationId ops(QStringLiteral("ops"));
const ConversationId sales(QStringLiteral("sales"));
constexpr qint64 morning = 1'700'000'000'000;
constexpr int manyMessages = 1500; // more than are indexed at once, and than one step indexes

search::Request requestOf(const QString &typed)
{
    const search::Query query = search::parse(typed, QDate(2026, 11, 20));
    return {.terms = query.terms, .hasLink = query.hasLink};
}

FileRef fileOf(const QString &name)
{
    return {QString(64, u'a'), name, 7, QStringLiteral("application/octet-stream")};
}

QStringList textsOf(const search::Page &page)
{
    QStringList texts;
    for (const search::Hit &hit : page.hits)
        texts.append(hit.message.text);
    return texts;
}

} // namespace

class SearchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void wordsAreFound_data();
    void wordsAreFound();
    void hitsAreMarked();
    void filtersNarrow_data();
    void filtersNarrow();
    void messageWrittenEarlierIsFoundByItsTime();
    void pagesFollowEachOther();
    void relevanceRanksTheNewest();
    void largeBatchIsIndexedAfterwards();
    void leavingRemovesEveryWord();
    void snapshotTakesThePlaceOfTheIndex();
    void otherTextTakesThePlaceOfTheOldOne();
    void editedMessageIsFoundByItsNewWords();
    void manyEditsAreIndexedAfterwards();
    void namesOfFilesAreFound();
    void namesOfFilesAreIndexedAfterwards();
    void cacheOfAnOlderVersionIsIndexed();
    void indexingGoesOnAfterAStop();
    void otherRulesMakeTheIndexAnew();
    void overtakenSearchIsGivenUp();
    void pastedTextIsSearched();
    void indexAndTextsAgree_data();
    void indexAndTextsAgree();

private:
    [[nodiscard]] QString cacheFile() const { return m_folder->filePath(QStringLiteral("cache.sqlite")); }
    /// Two conversations to write into.
    void enter();
    DecodedRow row(const ConversationId &conversation, const User &author, const QString &text,
                   const QVector<FileRef> &files = {});
    void say(const ConversationId &conversation, const User &author, const QString &text);
    void apply(QVector<DecodedRow> rows);
    void applyMany(int count);
    search::Page find(const search::Request &request);
    search::Page find(const QString &typed) { return find(requestOf(typed)); }
    void waitUntilComplete();
    /// What the closed cache says to an SQL question.
    qint64 numberIn(const QString &sql);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    JournalWriter m_journal;
    QHash<ConversationId, qint64> m_numbers;
    qint64 m_applied = 0;
};

void SearchTest::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = openStore(m_folder->path());
    m_journal = {};
    m_numbers.clear();
    m_applied = 0;
    enter();
}

void SearchTest::enter()
{
    apply({m_journal.add(streamOf(ada.id), ConversationEntered{stateOf(ops.text(), 0)}),
           m_journal.add(streamOf(ada.id), ConversationEntered{stateOf(sales.text(), 0)})});
}

DecodedRow SearchTest::row(const ConversationId &conversation, const User &author, const QString &text,
                           const QVector<FileRef> &files)
{
    Message message = messageOf(conversation.text(), ++m_numbers[conversation], author);
    message.text = text;
    message.files = files;
    DecodedRow added = m_journal.add(streamOf(conversation), MessageAdded{});
    message.seq = added.row.seq;
    message.at = morning + added.row.seq * 1000;
    added.event = MessageAdded{message};
    return added;
}

void SearchTest::say(const ConversationId &conversation, const User &author, const QString &text)
{
    apply({row(conversation, author, text)});
}

void SearchTest::apply(QVector<DecodedRow> rows)
{
    changesOf(m_store->apply(batchOf(m_applied, std::move(rows))));
    m_applied = m_journal.seq();
}

void SearchTest::applyMany(int count)
{
    QVector<DecodedRow> rows;
    for (int i = 0; i < count; ++i)
        rows.append(row(i % 2 == 0 ? ops : sales, ben, QStringLiteral("Message word%1").arg(i)));
    apply(std::move(rows));
}

search::Page SearchTest::find(const search::Request &request)
{
    const Result<search::Page> page = valueOf(m_store->search(request));
    if (!page)
        qFatal("%s: %s", qPrintable(page.error().code), qPrintable(page.error().message));
    return page.value();
}

void SearchTest::waitUntilComplete()
{
    QTRY_VERIFY_WITH_TIMEOUT(find(QStringLiteral("word")).complete, 20'000);
}

qint64 SearchTest::numberIn(const QString &sql)
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

void SearchTest::wordsAreFound_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("found"); // newest first
    const QString road = QStringLiteral("We moved from Marina Road");
    const QString railroad = QStringLiteral("The railroad to Málaga is closed");
    const QString thanks = QStringLiteral("我们收到谢谢");
    const QString thai = QStringLiteral("ขอบคุณมาก");
    const QString email = QStringLiteral("Write to maya@okafor.example");
    QTest::newRow("nothing") << QString() << QStringList{thai, thanks, email, railroad, road};
    QTest::newRow("one letter") << QStringLiteral("m") << QStringList{email, railroad, road};
    QTest::newRow("four letters") << QStringLiteral("mari") << QStringList{road};
    QTest::newRow("more letters than are indexed as a beginning") << QStringLiteral("railroa") << QStringList{railroad};
    QTest::newRow("whole words") << QStringLiteral("marina road ") << QStringList{road};
    QTest::newRow("without its accent") << QStringLiteral("malaga") << QStringList{railroad};
    QTest::newRow("words first, then inside of words") << QStringLiteral("road") << QStringList{road, railroad};
    QTest::newRow("inside only") << QStringLiteral("ilro") << QStringList{railroad};
    QTest::newRow("two letters inside are not looked for") << QStringLiteral("oa") << QStringList{};
    QTest::newRow("phrase") << QStringLiteral("\"from marina\"") << QStringList{road};
    QTest::newRow("phrase of words that stand apart") << QStringLiteral("\"moved marina\"") << QStringList{};
    QTest::newRow("phrase is not looked for inside") << QStringLiteral("\"road\"") << QStringList{road};
    QTest::newRow("parts of an address") << QStringLiteral("okafor.exa") << QStringList{email};
    QTest::newRow("excluded") << QStringLiteral("-closed m") << QStringList{email, road};
    QTest::newRow("only excluded") << QStringLiteral("-the -moved ") << QStringList{thai, thanks, email};
    QTest::newRow("one Han") << QStringLiteral("谢") << QStringList{thanks};
    QTest::newRow("last Han") << QStringLiteral("们收") << QStringList{thanks};
    QTest::newRow("three Han") << QStringLiteral("收到谢") << QStringList{thanks};
    QTest::newRow("Han in another order") << QStringLiteral("谢到") << QStringList{};
    QTest::newRow("Thai") << QStringLiteral("คุณ") << QStringList{thai};
    QTest::newRow("what looks like the index' own syntax")
        << QStringLiteral("road AND OR NOT * ( ^ : NEAR") << QStringList{};
}

void SearchTest::wordsAreFound()
{
    QFETCH(QString, typed);
    for (const QString &text :
         {QStringLiteral("We moved from Marina Road"), QStringLiteral("The railroad to Málaga is closed"),
          QStringLiteral("Write to maya@okafor.example"), QStringLiteral("我们收到谢谢"), QStringLiteral("ขอบคุณมาก")})
        say(ops, ben, text);
    const search::Page page = find(typed);
    QTEST(textsOf(page), "found");
    QVERIFY(page.complete);
    QVERIFY(!page.more);
}

void SearchTest::hitsAreMarked()
{
    say(ops, ben, QStringLiteral("“Fuß”, Marina Rd. – marina"));
    const search::Page page = find(QStringLiteral("mari fuss"));
    QCOMPARE(page.hits.size(), 1);
    const search::Hit hit = page.hits.first();
    QStringList marked;
    for (const search::Range &range : hit.highlights)
        marked.append(hit.message.text.mid(range.from, range.length));
    QCOMPARE(marked, (QStringList{QStringLiteral("Fuß"), QStringLiteral("Mari"), QStringLiteral("mari")}));
    QCOMPARE(hit.message.conversation, ops);
    QCOMPARE(hit.message.number, 1);
}

void SearchTest::filtersNarrow_data()
{
    QTest::addColumn<search::Request>("request");
    QTest::addColumn<QStringList>("found");
    const QString first = QStringLiteral("one fee");
    const QString second = QStringLiteral("two fee https://fees.example");
    const QString third = QStringLiteral("three fee");
    const auto row = [](const char *name, const search::Request &request, const QStringList &found) {
        QTest::newRow(name) << request << found;
    };
    const QVector<search::Term> fee{{.text = QStringLiteral("fee")}};
    row("all", {.terms = fee}, {third, second, first});
    row("author", {.terms = fee, .authors = {{ada.id}}}, {second});
    row("two authors", {.terms = fee, .authors = {{ada.id, ben.id}}}, {third, second, first});
    row("nobody", {.terms = fee, .authors = QVector<UserId>()}, {});
    row("conversation", {.terms = fee, .conversations = {{sales}}}, {third, second});
    row("nowhere", {.terms = fee, .conversations = QVector<ConversationId>()}, {});
    row("author and conversation", {.terms = fee, .authors = {{ben.id}}, .conversations = {{sales}}}, {third});
    row("link", {.terms = fee, .hasLink = true}, {second});
    row("only a filter", {.terms = {}, .authors = {{ben.id}}}, {third, first});
    row("from a time", {.terms = fee, .from = morning + 4000}, {third, second});
    row("until a time", {.terms = fee, .until = morning + 4000}, {first});
    row("between", {.terms = fee, .from = morning + 4000, .until = morning + 5000}, {second});
    row("only times", {.terms = {}, .from = morning + 4000}, {third, second});
    row("too late", {.terms = fee, .from = morning + 9000}, {});
}

void SearchTest::filtersNarrow()
{
    QFETCH(search::Request, request);
    say(ops, ben, QStringLiteral("one fee"));
    say(sales, ada, QStringLiteral("two fee https://fees.example"));
    say(sales, ben, QStringLiteral("three fee"));
    QTEST(textsOf(find(request)), "found");
}

/// Somebody was offline: what they wrote yesterday has its place among the messages of today.
void SearchTest::messageWrittenEarlierIsFoundByItsTime()
{
    constexpr qint64 day = 86'400'000;
    for (int i = 0; i < 9; ++i) {
        DecodedRow added = row(ops, ben, QStringLiteral("fee %1").arg(i));
        std::get<MessageAdded>(added.event).message.at = morning + (i == 4 ? -day : 0) + i;
        apply({added});
    }
    const auto found = [this](qint64 from, qint64 until) {
        search::Request request = requestOf(QStringLiteral("fee"));
        request.from = from;
        request.until = until;
        return textsOf(find(request));
    };
    QCOMPARE(found(morning - 2 * day, morning - day / 2), QStringList{QStringLiteral("fee 4")});
    QCOMPARE(found(morning, morning + day).size(), 8);
    QCOMPARE(found(morning + 3, morning + 6), (QStringList{QStringLiteral("fee 5"), QStringLiteral("fee 3")}));
    QCOMPARE(found(0, morning - 3 * day), QStringList());
}

void SearchTest::pagesFollowEachOther()
{
    for (int i = 0; i < 5; ++i)
        say(ops, ben, QStringLiteral("road %1").arg(i));
    for (int i = 0; i < 5; ++i)
        say(ops, ben, QStringLiteral("railroad %1").arg(i));
    search::Request request = requestOf(QStringLiteral("road"));
    request.limit = 3;
    QStringList found;
    int pages = 0;
    for (bool more = true; more; ++pages) {
        const search::Page page = find(request);
        QVERIFY(page.hits.size() <= request.limit);
        for (const search::Hit &hit : page.hits) {
            QCOMPARE(hit.insideWords, hit.message.text.startsWith(QStringLiteral("rail")));
            found.append(hit.message.text.right(6));
        }
        request.after = page.end;
        more = page.more;
    }
    QCOMPARE(pages, 4);
    QCOMPARE(found.join(u','), QStringLiteral("road 4,road 3,road 2,road 1,road 0,road 4,road 3,road 2,road 1,road 0"));
}

void SearchTest::relevanceRanksTheNewest()
{
    say(ops, ben, QStringLiteral("the road"));
    say(ops, ben, QStringLiteral("the roads"));
    say(ops, ben, QStringLiteral("the railroad"));
    say(ops, ben, QStringLiteral("the road "));
    search::Request request = requestOf(QStringLiteral("road"));
    request.order = search::Order::Relevance;
    QCOMPARE(textsOf(find(request)), (QStringList{QStringLiteral("the road "), QStringLiteral("the road"),
                                                  QStringLiteral("the roads"), QStringLiteral("the railroad")}));
    request.limit = 1;
    QCOMPARE(textsOf(find(request)), QStringList{QStringLiteral("the road ")});
}

void SearchTest::largeBatchIsIndexedAfterwards()
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

void SearchTest::leavingRemovesEveryWord()
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

void SearchTest::snapshotTakesThePlaceOfTheIndex()
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

void SearchTest::otherTextTakesThePlaceOfTheOldOne()
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

void SearchTest::editedMessageIsFoundByItsNewWords()
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

void SearchTest::manyEditsAreIndexedAfterwards()
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

void SearchTest::namesOfFilesAreFound()
{
    apply(
        {row(ops, ben, QStringLiteral("Look at this"), {fileOf(u"Quotation spring.pdf"_s), fileOf(u"Übersicht.png"_s)}),
         row(ops, ben, {}, {fileOf(u"Harbour.jpg"_s)}), row(sales, ada, QStringLiteral("the harbour"))});
    QCOMPARE(textsOf(find(u"spring"_s)), QStringList{u"Look at this"_s});
    QCOMPARE(textsOf(find(u"ubersicht"_s)), QStringList{u"Look at this"_s});
    QCOMPARE(textsOf(find(u"look quotation pdf"_s)), QStringList{u"Look at this"_s});
    QCOMPARE(textsOf(find(u"harbour"_s)), (QStringList{u"the harbour"_s, QString()}));
    QCOMPARE(textsOf(find(u"rbour"_s)), (QStringList{u"the harbour"_s, QString()})); // inside words too
    const search::Hit hit = find(u"spring"_s).hits.first();
    QCOMPARE(hit.highlights.size(), 1);
    QCOMPARE(search::tokens::textOf(hit.message).mid(hit.highlights[0].from, hit.highlights[0].length), u"spring"_s);
    // An edit changes the text and not the files, and what leaves takes its words along.
    apply({m_journal.add(streamOf(ops), MessageEdited{.conversation = ops,
                                                      .message = hit.message.id,
                                                      .number = hit.message.number,
                                                      .text = QStringLiteral("Or at that"),
                                                      .at = morning + 9000})});
    QCOMPARE(textsOf(find(u"spring that"_s)), QStringList{u"Or at that"_s});
    QCOMPARE(textsOf(find(u"look"_s)), QStringList());
    apply({m_journal.add(streamOf(ada.id), ConversationLeft{ops})});
    QCOMPARE(textsOf(find(u"spring"_s)), QStringList());
}

void SearchTest::namesOfFilesAreIndexedAfterwards()
{
    QVector<DecodedRow> rows{row(ops, ben, QStringLiteral("first"), {fileOf(u"Quotation spring.pdf"_s)})};
    for (int i = 0; i < manyMessages; ++i)
        rows.append(row(ops, ben, QStringLiteral("filler %1").arg(i)));
    apply(std::move(rows));
    waitUntilComplete();
    QCOMPARE(textsOf(find(u"spring"_s)), QStringList{u"first"_s});
}

void SearchTest::cacheOfAnOlderVersionIsIndexed()
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

void SearchTest::indexingGoesOnAfterAStop()
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

void SearchTest::otherRulesMakeTheIndexAnew()
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

void SearchTest::overtakenSearchIsGivenUp()
{
    say(ops, ben, QStringLiteral("road"));
    search::Request request = requestOf(QStringLiteral("road"));
    request.overtaken = std::make_shared<std::atomic_bool>(true);
    const search::Page page = find(request);
    QVERIFY(page.overtaken);
    QVERIFY(page.hits.isEmpty());
    *request.overtaken = false;
    QCOMPARE(find(request).hits.size(), 1);
}

void SearchTest::pastedTextIsSearched()
{
    QString word;
    QStringList words;
    for (int i = 0; i < 3000; ++i) {
        word += QString::number(i);
        words.append(QStringLiteral("w%1").arg(i));
    }
    say(ops, ben, word);
    say(ops, ben, words.join(u' '));
    QCOMPARE(find(word).hits.size(), 1);
    QCOMPARE(find(word.mid(5)).hits.size(), 1);
    QCOMPARE(find(words.join(u' ')).hits.size(), 1);
    QCOMPARE(find(u'"' + words.join(u' ') + u'"').hits.size(), 1);
    QCOMPARE(find(word + u'x').hits.size(), 0);
}

void SearchTest::indexAndTextsAgree_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// Random texts and questions: the index finds exactly what reading every text finds.
void SearchTest::indexAndTextsAgree()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const QStringList parts{QStringLiteral("ro"),   QStringLiteral("ad"), QStringLiteral("É"),  QStringLiteral("ß"),
                            QStringLiteral("mar"),  QStringLiteral("i"),  QStringLiteral("谢"), QStringLiteral("收到"),
                            QStringLiteral("か"),   QStringLiteral("ﬁ"),  QStringLiteral("𠮷"), QStringLiteral("ขอ"),
                            QStringLiteral("شكرا"), QStringLiteral("한"), QStringLiteral("-"),  QStringLiteral("7")};
    const auto word = [&] {
        QString made;
        for (int i = 1 + random.bounded(3); i > 0; --i)
            made.append(parts[random.bounded(int(parts.size()))]);
        return made;
    };
    QVector<Message> messages;
    QVector<DecodedRow> rows;
    for (int i = 0; i < 150; ++i) {
        QStringList words;
        for (int k = random.bounded(8); k >= 0; --k)
            words.append(word());
        rows.append(row(ops, ben, words.join(u' ')));
        messages.prepend(std::get<MessageAdded>(rows.last().event).message);
    }
    apply(rows);
    waitUntilComplete();
    for (int question = 0; question < 60; ++question) {
        QString typed = word();
        if (random.bounded(2) == 1)
            typed += u' ' + word();
        if (random.bounded(4) == 0)
            typed = u'"' + typed + u'"';
        if (random.bounded(4) == 0)
            typed += QStringLiteral(" -") + word();
        typed += random.bounded(2) == 1 ? QStringLiteral(" ") : QString();
        search::Request request = requestOf(typed);
        request.limit = 1000;
        QStringList byWords;
        for (const Message &message : std::as_const(messages))
            if (search::match(search::fold(message.text), request.terms, search::Places::WordStarts))
                byWords.append(message.text);
        QStringList found;
        const search::Page page = find(request);
        for (const search::Hit &hit : page.hits) {
            if (!hit.insideWords)
                found.append(hit.message.text);
            QVERIFY(search::match(search::fold(hit.message.text), request.terms, search::Places::Anywhere));
        }
        QVERIFY2(found == byWords, qPrintable(typed));
    }
}

QTEST_GUILESS_MAIN(SearchTest)
#include "SearchTest.moc"
