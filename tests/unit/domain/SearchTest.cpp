// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/SearchMatch.h"

#include <QtTest/QTest>

using namespace frontdesk::search;

namespace {

const QDate today(2026, 11, 20);

QString describe(const Query &query)
{
    QStringList parts;
    for (const Term &term : query.terms) {
        const QString quote = term.quoted ? QStringLiteral("'") : QString();
        parts.append((term.excluded ? QStringLiteral("not ") : QString()) + quote + term.text +
                     (term.openEnd ? QStringLiteral("*") : QString()) + quote);
    }
    for (const Filter &filter : query.filters)
        parts.append(QStringLiteral("%1=%2").arg(filter.kind).arg(filter.value));
    return parts.join(QStringLiteral(" | "));
}

} // namespace

class SearchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textIsFolded_data();
    void textIsFolded();
    void foldedPartsKnowTheirOrigin_data();
    void foldedPartsKnowTheirOrigin();
    void queryIsUnderstood_data();
    void queryIsUnderstood();
    void everyBeginningOfAQueryIsHarmless();
    void daysAreUnderstood_data();
    void daysAreUnderstood();
    void filtersKnowTheirPlace();
    void closedAndOpenAreAskedFor();
    void textsAreMatched_data();
    void textsAreMatched();
    void betterAnswersAreMoreRelevant_data();
    void betterAnswersAreMoreRelevant();
    void namesAreMatched_data();
    void namesAreMatched();
};

void SearchTest::textIsFolded_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("only signs") << QStringLiteral("… !? 🙂 —") << QString();
    QTest::newRow("case and signs") << QStringLiteral("Hello, World!") << QStringLiteral("hello world");
    QTest::newRow("signs part words") << QStringLiteral("maya@okafor.example 12B-Marina")
                                      << QStringLiteral("maya okafor example 12b marina");
    QTest::newRow("precomposed") << QStringLiteral("Tomás Müller à Čáslav") << QStringLiteral("tomas muller a caslav");
    QTest::newRow("combining") << QStringLiteral("e\u0301te\u0301") << QStringLiteral("ete");
    QTest::newRow("two marks") << QStringLiteral("Vi\u1ec7t Nam") << QStringLiteral("viet nam");
    QTest::newRow("sharp s") << QStringLiteral("Straße STRASSE") << QStringLiteral("strasse strasse");
    QTest::newRow("strokes") << QStringLiteral("Łódź Ærø Đorđe") << QStringLiteral("lodz aero dorde");
    QTest::newRow("dotted I") << QStringLiteral("İstanbul ılık") << QStringLiteral("istanbul ilik");
    QTest::newRow("ligature") << QStringLiteral("ﬁnal oﬃce") << QStringLiteral("final office");
    QTest::newRow("full width") << QStringLiteral("Ｏｒｄｅｒ　１２３") << QStringLiteral("order 123");
    QTest::newRow("half width kana") << QStringLiteral("ｶﾞｲﾄﾞ") << QStringLiteral("ガイド");
    QTest::newRow("kana keep their voicing") << QStringLiteral("がか") << QStringLiteral("がか");
    QTest::newRow("Greek, final sigma") << QStringLiteral("Οδός ΟΔΟΣ") << QStringLiteral("οδοσ οδοσ");
    QTest::newRow("Cyrillic") << QStringLiteral("Ёлка Йод") << QStringLiteral("елка иод");
    QTest::newRow("Arabic with vowels") << QStringLiteral("شُكْرًا جزيـــلاً") << QStringLiteral("شكرا جزيلا");
    QTest::newRow("Arabic digits") << QStringLiteral("٤٢") << QStringLiteral("42");
    QTest::newRow("Hebrew with points") << QStringLiteral("שָׁלוֹם") << QStringLiteral("שלום");
    QTest::newRow("Devanagari keeps vowel signs") << QStringLiteral("नमस्ते") << QStringLiteral("नमस्ते");
    QTest::newRow("Han beside Latin") << QStringLiteral("用iPhone手机付款") << QStringLiteral("用 iphone 手机付款");
    QTest::newRow("Han, punctuation") << QStringLiteral("收到,谢谢!") << QStringLiteral("收到 谢谢");
    QTest::newRow("Hangul as its letters") << QStringLiteral("한") << QStringLiteral("\u1112\u1161\u11ab");
    QTest::newRow("soft hyphen") << QStringLiteral("re\u00adfund") << QStringLiteral("refund");
    QTest::newRow("beyond the first plane") << QStringLiteral("𝐁old 𠮷野") << QStringLiteral("bold 𠮷野");
    QTest::newRow("half a surrogate") << QString(QStringLiteral("a") + QChar(0xD800) + QStringLiteral("b"))
                                      << QStringLiteral("a b");
}

void SearchTest::textIsFolded()
{
    QFETCH(QString, text);
    const FoldedText folded = fold(text);
    QTEST(folded.text, "folded");
    QCOMPARE(folded.origins.size(), folded.text.size());
    QCOMPARE(fold(folded.text).text, folded.text); // folding what is folded changes nothing
}

void SearchTest::foldedPartsKnowTheirOrigin_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("origin");
    QTest::newRow("plain") << QStringLiteral("Hello, World") << QStringLiteral("wor") << QStringLiteral("Wor");
    QTest::newRow("mark behind") << QStringLiteral("cafe\u0301!") << QStringLiteral("cafe")
                                 << QStringLiteral("cafe\u0301");
    QTest::newRow("one becomes two") << QStringLiteral("Fuß weg") << QStringLiteral("fuss") << QStringLiteral("Fuß");
    QTest::newRow("half of what became two") << QStringLiteral("Fuß") << QStringLiteral("fus") << QStringLiteral("Fuß");
    QTest::newRow("across words") << QStringLiteral("12B – Marina") << QStringLiteral("12b mari")
                                  << QStringLiteral("12B – Mari");
    QTest::newRow("surrogates") << QStringLiteral("x 𠮷野家") << QStringLiteral("𠮷野") << QStringLiteral("𠮷野");
}

void SearchTest::foldedPartsKnowTheirOrigin()
{
    QFETCH(QString, text);
    QFETCH(QString, part);
    const FoldedText folded = fold(text);
    const qsizetype from = folded.text.indexOf(part);
    QVERIFY(from >= 0);
    const Range range = folded.originOf({from, part.size()});
    QTEST(text.mid(range.from, range.length), "origin");
}

void SearchTest::queryIsUnderstood_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("understood");
    const auto row = [](const char *name, const QString &typed, const QString &understood) {
        QTest::newRow(name) << typed << understood;
    };
    row("nothing", QString(), QString());
    row("spaces", QStringLiteral("  \t "), QString());
    row("one word is a beginning", QStringLiteral("Mar"), QStringLiteral("mar*"));
    row("a space ends it", QStringLiteral("Mar "), QStringLiteral("mar"));
    row("only the last is a beginning", QStringLiteral("marina ro"), QStringLiteral("marina | ro*"));
    row("a word of several", QStringLiteral("12b-marina"), QStringLiteral("12b marina*"));
    row("phrase", QStringLiteral("\"Marina Road\" x "), QStringLiteral("'marina road' | x"));
    row("phrase being typed", QStringLiteral("\"Marina Ro"), QStringLiteral("'marina ro*'"));
    row("typographic quotes", QStringLiteral("„Marina Road“"), QStringLiteral("'marina road'"));
    row("only a quote", QStringLiteral("\""), QString());
    row("empty quotes", QStringLiteral("\"\" a"), QStringLiteral("a*"));
    row("excluded", QStringLiteral("refund -lyon "), QStringLiteral("refund | not lyon"));
    row("excluded, being typed", QStringLiteral("refund -ly"), QStringLiteral("refund"));
    row("excluded phrase", QStringLiteral("a -\"b c\""), QStringLiteral("a | not 'b c'"));
    row("only a dash", QStringLiteral("a - b"), QStringLiteral("a | b*"));
    row("from", QStringLiteral("from:ada marina"), QStringLiteral("marina* | 0=ada"));
    row("from, quoted", QStringLiteral("FROM:\"Ada Lovelace\""), QStringLiteral("0=Ada Lovelace"));
    row("from, quote open", QStringLiteral("from:\"Ada Lo"), QStringLiteral("0=Ada Lo"));
    row("from nobody yet", QStringLiteral("from:"), QString());
    row("in", QStringLiteral("in:refunds"), QStringLiteral("1=refunds"));
    row("has link", QStringLiteral("has:LINK"), QStringLiteral("2=LINK"));
    row("has a file", QStringLiteral("has:file x "), QStringLiteral("x | 2=file"));
    row("has something else", QStringLiteral("has:lin a"), QStringLiteral("a*"));
    row("dates", QStringLiteral("after:2026-11-03 before:2026-12"), QStringLiteral("4=2026-11-03 | 3=2026-12"));
    row("date being typed", QStringLiteral("a before:2026-1"), QStringLiteral("a"));
    row("no such date", QStringLiteral("a before:2026-02-31"), QStringLiteral("a"));
    row("no operator", QStringLiteral("https://a.example to:x"), QStringLiteral("https a example | to x*"));
    row("Han", QStringLiteral("谢谢"), QStringLiteral("谢谢*"));
}

void SearchTest::queryIsUnderstood()
{
    QFETCH(QString, typed);
    QTEST(describe(parse(typed, today)), "understood");
}

void SearchTest::everyBeginningOfAQueryIsHarmless()
{
    const QString whole =
        QStringLiteral("-x \"Marina Ro\" from:\"Ada L\" in:a has:link before:2026-11-03 after:today -\"b c\" 谢 d");
    for (qsizetype length = 0; length <= whole.size(); ++length) {
        const Query query = parse(whole.left(length), today);
        for (const Term &term : query.terms) {
            QVERIFY(!term.text.isEmpty());
            QCOMPARE(fold(term.text).text, term.text);
        }
        for (const Filter &filter : query.filters)
            QVERIFY(!filter.value.isEmpty() && filter.place.from + filter.place.length <= length);
    }
    QCOMPARE(parse(whole, today).filters.size(), 5);
}

void SearchTest::daysAreUnderstood_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QDate>("after");
    QTest::addColumn<QDate>("before");
    QTest::newRow("day") << QStringLiteral("after:2026-11-03") << QDate(2026, 11, 3) << QDate();
    QTest::newRow("month") << QStringLiteral("before:2026-11") << QDate() << QDate(2026, 11, 1);
    QTest::newRow("year") << QStringLiteral("after:2025") << QDate(2025, 1, 1) << QDate();
    QTest::newRow("words") << QStringLiteral("after:Yesterday before:today") << QDate(2026, 11, 19) << today;
    QTest::newRow("narrowest") << QStringLiteral("after:2025 after:2026 before:2027 before:2028") << QDate(2026, 1, 1)
                               << QDate(2027, 1, 1);
    QTest::newRow("none") << QStringLiteral("after:soon") << QDate() << QDate();
}

void SearchTest::daysAreUnderstood()
{
    QFETCH(QString, typed);
    const Query query = parse(typed, today);
    QTEST(query.after, "after");
    QTEST(query.before, "before");
}

void SearchTest::filtersKnowTheirPlace()
{
    const QString typed = QStringLiteral("a from:\"Ada L\" b");
    const Query query = parse(typed, today);
    QCOMPARE(query.filters.size(), 1);
    const Range place = query.filters.first().place;
    QCOMPARE(typed.mid(place.from, place.length), QStringLiteral("from:\"Ada L\""));
    QCOMPARE(query.valuesOf(Filter::From), QStringList{QStringLiteral("Ada L")});
    QVERIFY(query.valuesOf(Filter::In).isEmpty());
}

void SearchTest::closedAndOpenAreAskedFor()
{
    QCOMPARE(parse(QStringLiteral("is:closed"), today).closed, std::optional(true));
    QCOMPARE(parse(QStringLiteral("a Is:OPEN b"), today).closed, std::optional(false));
    QCOMPARE(parse(QStringLiteral("is:closed is:open"), today).closed, std::optional(false));
    for (const char *none : {"is:", "is:clos", "closed"})
        QCOMPARE(parse(QLatin1String(none), today).closed, std::nullopt);
    QVERIFY(parse(QStringLiteral("is:clos"), today).isEmpty());
}

void SearchTest::textsAreMatched_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("byWords"); // the text with its hits in brackets; empty: no match
    QTest::addColumn<QString>("anywhere");
    const auto row = [](const char *name, const QString &text, const QString &typed, const QString &byWords,
                        const QString &anywhere) { QTest::newRow(name) << text << typed << byWords << anywhere; };
    const QString road = QStringLiteral("We moved from Marina Road");
    row("beginning", road, QStringLiteral("mar"), QStringLiteral("We moved from [Mar]ina Road"),
        QStringLiteral("We moved from [Mar]ina Road"));
    row("inside", road, QStringLiteral("rina"), QString(), QStringLiteral("We moved from Ma[rina] Road"));
    row("all words", road, QStringLiteral("road mov"), QStringLiteral("We [mov]ed from Marina [Road]"),
        QStringLiteral("We [mov]ed from Marina [Road]"));
    row("one is missing", road, QStringLiteral("marina street"), QString(), QString());
    row("whole word", road, QStringLiteral("mar "), QString(), QStringLiteral("We moved from [Mar]ina Road"));
    row("phrase", road, QStringLiteral("\"from marina\""), QStringLiteral("We moved [from Marina] Road"),
        QStringLiteral("We moved [from Marina] Road"));
    row("phrase of other words", road, QStringLiteral("\"rom marina\""), QString(), QString());
    row("phrase in another order", road, QStringLiteral("\"marina from\""), QString(), QString());
    row("excluded", road, QStringLiteral("moved -road "), QString(), QString());
    row("excluded is a word", road, QStringLiteral("moved -roa "), QStringLiteral("We [moved] from Marina Road"),
        QStringLiteral("We [moved] from Marina Road"));
    row("twice", QStringLiteral("go, Gone"), QStringLiteral("go"), QStringLiteral("[go], [Go]ne"),
        QStringLiteral("[go], [Go]ne"));
    row("overlapping", QStringLiteral("refunds"), QStringLiteral("refund ref"), QString(), QStringLiteral("[refund]s"));
    row("accents", QStringLiteral("à Málaga"), QStringLiteral("malaga"), QStringLiteral("à [Málaga]"),
        QStringLiteral("à [Málaga]"));
    row("Han inside a run", QStringLiteral("我们收到谢谢"), QStringLiteral("收到"), QStringLiteral("我们[收到]谢谢"),
        QStringLiteral("我们[收到]谢谢"));
    row("one Han", QStringLiteral("我们收到"), QStringLiteral("到"), QStringLiteral("我们收[到]"),
        QStringLiteral("我们收[到]"));
    row("Han and Latin", QStringLiteral("用iPhone手机"), QStringLiteral("iphone手"), QStringLiteral("用[iPhone手]机"),
        QStringLiteral("用[iPhone手]机"));
    row("Thai inside a run", QStringLiteral("ขอบคุณมาก"), QStringLiteral("คุณ"), QStringLiteral("ขอบ[คุณ]มาก"),
        QStringLiteral("ขอบ[คุณ]มาก"));
    row("Korean beginning", QStringLiteral("감사합니다"), QStringLiteral("감사"), QStringLiteral("[감사]합니다"),
        QStringLiteral("[감사]합니다"));
}

void SearchTest::textsAreMatched()
{
    QFETCH(QString, text);
    QFETCH(QString, typed);
    const FoldedText folded = fold(text);
    const auto shown = [&](Places places) {
        const auto found = match(folded, parse(typed, today).terms, places);
        QString marked = found ? text : QString();
        for (qsizetype i = found ? found->size() - 1 : -1; i >= 0; --i) {
            const Range range = folded.originOf(found->at(i));
            marked.insert(range.from + range.length, u']');
            marked.insert(range.from, u'[');
        }
        return marked;
    };
    QTEST(shown(Places::WordStarts), "byWords");
    QTEST(shown(Places::Anywhere), "anywhere");
}

void SearchTest::betterAnswersAreMoreRelevant_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("whole word before beginning")
        << QStringLiteral("road") << QStringLiteral("the road is closed") << QStringLiteral("the roads are shut");
    QTest::newRow("beginning before inside")
        << QStringLiteral("road") << QStringLiteral("the roads are shut") << QStringLiteral("a broad view it is");
    QTest::newRow("together") << QStringLiteral("marina road") << QStringLiteral("at marina road today")
                              << QStringLiteral("the road to marina b.");
    QTest::newRow("more often") << QStringLiteral("fee") << QStringLiteral("fee or fee")
                                << QStringLiteral("fee or not");
    QTest::newRow("shorter") << QStringLiteral("fee") << QStringLiteral("the fee")
                             << QString(QStringLiteral("the fee ") + QStringLiteral("and more ").repeated(50));
}

void SearchTest::betterAnswersAreMoreRelevant()
{
    QFETCH(QString, typed);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    const QVector<Term> terms = parse(typed, today).terms;
    QVERIFY(relevance(fold(better), terms) > relevance(fold(worse), terms));
}

void SearchTest::namesAreMatched_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("matches");
    QTest::newRow("nothing typed") << QStringLiteral("Ada") << QStringLiteral(" ") << true;
    QTest::newRow("beginning") << QStringLiteral("Tomás Rivera") << QStringLiteral("tom") << true;
    QTest::newRow("any order") << QStringLiteral("Tomás Rivera") << QStringLiteral("riv tomas") << true;
    QTest::newRow("inside") << QStringLiteral("Tomás Rivera") << QStringLiteral("vera") << false;
    QTest::newRow("another") << QStringLiteral("Tomás Rivera") << QStringLiteral("tomas x") << false;
    QTest::newRow("only signs") << QStringLiteral("Tomás Rivera") << QStringLiteral("!") << false;
    QTest::newRow("Han") << QStringLiteral("陈伟") << QStringLiteral("伟") << true;
}

void SearchTest::namesAreMatched()
{
    QFETCH(QString, name);
    QFETCH(QString, typed);
    QTEST(nameMatches(name, typed), "matches");
}

QTEST_GUILESS_MAIN(SearchTest)
#include "SearchTest.moc"
