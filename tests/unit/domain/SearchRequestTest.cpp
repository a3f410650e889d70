// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/SearchFind.h"
#include "domain/SearchJson.h"
#include "domain/SearchNames.h"
#include "domain/SearchQuery.h"

#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::search;

namespace {

QVector<Term> termsOf(const QString &typed)
{
    return parse(typed, QDate(2026, 11, 20)).terms;
}

Names namesOf(const QStringList &texts)
{
    Names names;
    for (const QString &text : texts)
        names.append(fold(text));
    return names;
}

} // namespace

/// What is asked of a server, and what is found by name.
class SearchRequestTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foldedTextsStayAsTheyAre();
    void requestGoesOverTheWire();
    void serverIsAskedAsMuchAsItTakes();
    void answerGoesOverTheWire();
    void hitsAreMarked();
    void daysBeforeTheEpoch();
    void namesAreFound_data();
    void namesAreFound();
    void nameIsMarkedWhereItIsShown();
    void bestNamesOnly();
};

/// A server folds what a client has folded already.
void SearchRequestTest::foldedTextsStayAsTheyAre()
{
    for (const char *text : {"Ĳssel Straße ÅØ", "ﬁnal ﬀ ①②", "한국어 각", "ガギグ ｶﾞ", "مكتبة ـ", "แพง ขอบคุณ",
                             "Việt Nam", "İi ıI", "𝔄𝔅 𠮷野家"}) {
        const QString once = fold(QString::fromUtf8(text)).text;
        QCOMPARE(fold(once).text, once);
    }
}

void SearchRequestTest::requestGoesOverTheWire()
{
    Request request{.terms = termsOf(QStringLiteral("\"marina road\" -closed mal")),
                    .authors = {{UserId(QStringLiteral("ada"))}},
                    .conversations = QVector<ConversationId>(),
                    .hasLink = true,
                    .hasFile = true,
                    .from = 5,
                    .until = 9,
                    .order = Order::Relevance,
                    .after = {.places = Places::Anywhere, .beforeSeq = 77},
                    .limit = 20};
    const auto read = decode(toJson(request), readRequest);
    QVERIFY(read.ok());
    QCOMPARE(read.value().terms, request.terms);
    QVERIFY(read.value().authors == request.authors);
    QVERIFY(read.value().conversations == request.conversations);
    QVERIFY(read.value().hasLink && read.value().hasFile && read.value().from == 5 && read.value().until == 9 &&
            read.value().limit == 20);
    QVERIFY(read.value().order == Order::Relevance);
    QVERIFY(read.value().after == request.after);

    const auto plain = decode(QJsonObject(), readRequest);
    QVERIFY(plain.ok());
    QVERIFY(!plain.value().authors && !plain.value().conversations && plain.value().terms.isEmpty());
    QVERIFY(!plain.value().hasLink && !plain.value().hasFile);
    QVERIFY(plain.value().after == Position() && plain.value().limit == 50);
}

void SearchRequestTest::serverIsAskedAsMuchAsItTakes()
{
    Request request{.terms = {}, .limit = 200};
    request.terms.fill({.text = QString(500, u'x')}, 100);
    request.authors = QVector<UserId>(501, UserId(QStringLiteral("a")));
    const Request asked = forServer(request);
    QVERIFY(decode(toJson(asked), readRequest).ok());
    QCOMPARE(asked.terms.size(), 32);
    QVERIFY(asked.terms.first().openEnd);
    QVERIFY(!asked.authors);

    // A character of two units is not torn.
    request.terms = {{.text = QString(199, u'x') + QString::fromUcs4(U"\U00020BB7", 1)}};
    QCOMPARE(forServer(request).terms.first().text, QString(199, u'x'));
}

void SearchRequestTest::answerGoesOverTheWire()
{
    Hit hit;
    hit.message.id = MessageId(QStringLiteral("0193b8ef-0000-7000-8000-000000000001"));
    hit.message.conversation = ConversationId(QStringLiteral("0193b8ef-0000-7000-8000-000000000002"));
    hit.message.author = UserId(QStringLiteral("0193b8ef-0000-7000-8000-000000000003"));
    hit.message.number = 3;
    hit.message.seq = 9;
    hit.message.text = QStringLiteral("Road");
    const Page page{
        .hits = {hit}, .more = true, .end = {.places = Places::Anywhere, .beforeSeq = 9}, .complete = false};
    const auto read = decode(toJson(page), readPage);
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().message));
    QVERIFY(read.value().hits.first().message == hit.message);
    QVERIFY(read.value().more && !read.value().complete);
    QVERIFY(read.value().end == page.end);
}

void SearchRequestTest::hitsAreMarked()
{
    Page page;
    for (const auto *text : {"The Road", "Railroad", "Street"}) {
        Hit hit;
        hit.message.text = QString::fromLatin1(text);
        page.hits.append(hit);
    }
    mark(page, {.terms = termsOf(QStringLiteral("road"))});
    QCOMPARE(page.hits.size(), 2);
    QCOMPARE(page.hits[0].highlights, (QVector<Range>{{4, 4}}));
    QVERIFY(!page.hits[0].insideWords);
    QCOMPARE(page.hits[1].highlights, (QVector<Range>{{4, 4}}));
    QVERIFY(page.hits[1].insideWords);
}

void SearchRequestTest::daysBeforeTheEpoch()
{
    QCOMPARE(dayOf(0), 0);
    QCOMPARE(dayOf(86'399'999), 0);
    QCOMPARE(dayOf(86'400'000), 1);
    QCOMPARE(dayOf(-1), -1);
    QCOMPARE(dayOf(-86'400'000), -1);
}

void SearchRequestTest::namesAreFound_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QVector<qsizetype>>("found"); // of the list below, the best first
    using Found = QVector<qsizetype>;
    QTest::newRow("nothing: everything in its order") << QString() << Found{0, 1, 2, 3, 4, 5};
    QTest::newRow("whole word, beginning, inside") << QStringLiteral("road") << Found{2, 0, 1, 3};
    QTest::newRow("without accents") << QStringLiteral("muller") << Found{4};
    QTest::newRow("words in any order") << QStringLiteral("soh mull") << Found{4};
    QTest::newRow("script without spaces") << QStringLiteral("対応") << Found{5};
    QTest::newRow("another name") << QStringLiteral("urgent") << Found{1};
    QTest::newRow("words of two names") << QStringLiteral("works urgent") << Found{1};
    QTest::newRow("excluded") << QStringLiteral("road -the -rail ") << Found{2, 1, 3};
    QTest::newRow("quoted: no inside of words") << QStringLiteral("\"road\"") << Found{2, 0};
    QTest::newRow("nobody") << QStringLiteral("zoe") << Found{};
}

void SearchRequestTest::namesAreFound()
{
    QFETCH(QString, typed);
    const QVector<Names> all{
        namesOf({QStringLiteral("The Road")}),       namesOf({QStringLiteral("Roadworks"), QStringLiteral("urgent")}),
        namesOf({QStringLiteral("Road")}),           namesOf({QStringLiteral("Railroad Ltd")}),
        namesOf({QStringLiteral("Müller & Söhne")}), namesOf({QStringLiteral("お客様対応")})};
    QVector<qsizetype> found;
    for (const NameHit &hit : findNames(all, termsOf(typed)))
        found.append(hit.index);
    QTEST(found, "found");
}

void SearchRequestTest::nameIsMarkedWhereItIsShown()
{
    const QVector<Names> all{namesOf({QStringLiteral("Straße Nord"), QStringLiteral("nord")})};
    const QVector<NameHit> hits = findNames(all, termsOf(QStringLiteral("nord strass")));
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits.first().highlights, (QVector<Range>{{0, 5}, {7, 4}}));
}

void SearchRequestTest::bestNamesOnly()
{
    QVector<Names> all(20, namesOf({QStringLiteral("Railroad")}));
    all.append(namesOf({QStringLiteral("Road")}));
    const QVector<NameHit> hits = findNames(all, termsOf(QStringLiteral("road")), 3);
    QCOMPARE(hits.size(), 3);
    QCOMPARE(hits.first().index, 20);
    QCOMPARE(hits.last().index, 1);
}

QTEST_APPLESS_MAIN(SearchRequestTest)
#include "SearchRequestTest.moc"
