// SPDX-License-Identifier: GPL-3.0-or-later
#include "SearchFixture.h"
#include "domain/SearchTokens.h"

#include <QtCore/QRandomGenerator>

using namespace frontdesk;
using namespace frontdesk::store;
using namespace Qt::Literals::StringLiterals;

/// What is found of what is typed, and in which order.
class SearchTest : public QObject, private SearchFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void wordsAreFound_data();
    void wordsAreFound();
    void hitsAreMarked();
    void filtersNarrow_data();
    void filtersNarrow();
    void messageWrittenEarlierIsFoundByItsTime();
    void pagesFollowEachOther();
    void relevanceRanksTheNewest();
    void overtakenSearchIsGivenUp();
    void pastedTextIsSearched();
    void namesOfFilesAreFound();
    void indexAndTextsAgree_data();
    void indexAndTextsAgree();
};

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

void SearchTest::namesOfFilesAreFound()
{
    apply(
        {row(ops, ben, QStringLiteral("Look at this"), {fileOf(u"Quotation spring.pdf"_s), fileOf(u"Übersicht.png"_s)}),
         row(ops, ben, {}, {fileOf(u"Harbour.jpg"_s)}), row(sales, ada, QStringLiteral("the harbour"))});
    QCOMPARE(textsOf(find(u"spring"_s)), QStringList{u"Look at this"_s});
    QCOMPARE(textsOf(find(u"ubersicht"_s)), QStringList{u"Look at this"_s});
    QCOMPARE(textsOf(find(u"look quotation pdf"_s)), QStringList{u"Look at this"_s});
    QCOMPARE(textsOf(find(u"harbour"_s)), (QStringList{u"the harbour"_s, QString()}));
    QCOMPARE(textsOf(find(u"has:file "_s)), (QStringList{QString(), u"Look at this"_s}));
    QCOMPARE(textsOf(find(u"has:file harbour"_s)), QStringList{QString()});
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
