// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/MatchKeys.h"

#include "matching/NameSimilarity.h"
#include "matching/PhoneNumber.h"

#include <QtTest/QTest>

using namespace frontdesk::matching;
using namespace Qt::StringLiterals;

class MatchKeysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emailsAreNormalized_data();
    void emailsAreNormalized();
    void phonesAreNormalized_data();
    void phonesAreNormalized();
    void wordsAreCompared_data();
    void wordsAreCompared();
    void namesAreCompared_data();
    void namesAreCompared();
    void keysHaveEachOnce();
};

void MatchKeysTest::emailsAreNormalized_data()
{
    QTest::addColumn<QString>("normalized");
    const auto row = [](const char *text, const char *normalized) {
        QTest::newRow(text) << QString::fromLatin1(normalized);
    };
    row(" Ada@Example.ORG ", "ada@example.org");
    row("ada+news@example.org", "ada@example.org");
    row("+@example.org", "+@example.org");
    row("a.d.a+x@googlemail.com", "ada@gmail.com");
    row("a.da@example.org", "a.da@example.org");
    row("\"a@b\"@example.org", "\"a@b\"@example.org");
    for (const char *wrong : {"", "ada", "@example.org", "ada@"})
        row(wrong, "");
}

void MatchKeysTest::emailsAreNormalized()
{
    QTEST(normalizedEmail(QString::fromLatin1(QTest::currentDataTag())), "normalized");
}

void MatchKeysTest::phonesAreNormalized_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("normalized");
    const auto row = [](const char *text, const char *region, const char *normalized) {
        QTest::addRow("%s in %s", text, region)
            << QString::fromUtf8(text) << QString::fromLatin1(region) << QString::fromLatin1(normalized);
    };
    row("030 1234567", "DE", "+49301234567");
    row("+49 (30) 123-4567", "DE", "+49301234567");
    row("0049 30/1234567", "de", "+49301234567");
    row("+49 30 1234567", "US", "+49301234567");
    row("(212) 555-0100", "US", "+12125550100");
    row("212.555.0100 ext. 12", "US", "+12125550100;ext=12");
    row("tel:+1-212-555-0100", "DE", "+12125550100");
    row("٠٣٠ ١٢٣٤٥٦٧", "DE", "+49301234567");
    row("+49 30 1234567", "", "+49301234567");
    row("030 1234567", "", "0301234567"); // no country: by its digits
    row("030 1234567", "XX", "0301234567");
    row("12", "DE", "+4912");
    row("1", "DE", "");
    row("no number", "DE", "");
    row("", "DE", "");
}

void MatchKeysTest::phonesAreNormalized()
{
    QFETCH(QString, text);
    QFETCH(QString, region);
    QTEST(normalizedPhone(text, region), "normalized");
}

void MatchKeysTest::wordsAreCompared_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("thousandths"); // as in Winkler's paper of 1990 and those that cite it
    const auto row = [](const char *a, const char *b, int thousandths) {
        QTest::addRow("%s %s", a, b) << QString::fromLatin1(a) << QString::fromLatin1(b) << thousandths;
    };
    row("martha", "marhta", 961);
    row("dwayne", "duane", 840);
    row("dixon", "dicksonx", 813);
    row("same", "same", 1000);
    row("abc", "xyz", 0);
    row("", "", 0);
    row("", "a", 0);
    row("a", "b", 0);
    row("ab", "ba", 0);
}

void MatchKeysTest::wordsAreCompared()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QTEST(int(wordSimilarity(a, b) * 1000), "thousandths");
    QCOMPARE(wordSimilarity(b, a), wordSimilarity(a, b));
    const QString longWord(1000, u'x');
    QCOMPARE(wordSimilarity(longWord, longWord + u'y'), 1.0);
}

void MatchKeysTest::namesAreCompared_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("similar");
    const auto row = [](const char *a, const char *b, bool similar) {
        QTest::addRow("%s / %s", a, b) << QString::fromUtf8(a) << QString::fromUtf8(b) << similar;
    };
    row("Ada Lovelace", "Lovelace, Ada", true);
    row("Dr. Jürgen Müller", "Juergen Mueller", true);
    row("JÜRGEN MÜLLER", "Jurgen Muller", true);
    row("Anna Schmidt", "Ana Schmitt", true);
    row("Ada King Lovelace", "Ada Lovelace", true);
    row("Katherine Smith", "Catherine Smith", true);
    row("Łukasz Nowak", "Lukasz Nowak", true);
    row("Acme GmbH", "ACME Ltd.", true);
    row("田中太郎", "田中太郎", true);
    row("Ada", "Ada", true);
    row("Peter Meier", "Petra Meier", false);
    row("Ada Lovelace", "Ada Byron", false);
    row("Ada", "Ada Lovelace", false);
    row("Acme", "Acne", false);
    row("GmbH", "Ltd", false);
    row("", "", false);
}

void MatchKeysTest::namesAreCompared()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(bool, similar);
    const QStringList wordsOfA = nameWords(a);
    const QStringList wordsOfB = nameWords(b);
    QCOMPARE(nameSimilarity(wordsOfA, wordsOfB) >= similarEnough, similar);
    QCOMPARE(nameSimilarity(wordsOfB, wordsOfA), nameSimilarity(wordsOfA, wordsOfB));
    if (similar) {
        // Or they would never be compared.
        const QStringList blocks = nameBlocks(wordsOfB);
        bool inCommon = false;
        for (const QString &block : nameBlocks(wordsOfA))
            inCommon = inCommon || blocks.contains(block);
        QVERIFY(inCommon);
    }
}

void MatchKeysTest::keysHaveEachOnce()
{
    const MatchKeys keys = keysOf({.id = u"1"_s,
                                   .name = u"Ada"_s,
                                   .emails = {u"a@x"_s, u"A@x"_s, u"none"_s},
                                   .phones = {u"030 1234567"_s, u"+49301234567"_s, u"-"_s}},
                                  u"DE"_s);
    QCOMPARE(keys.emails, QStringList{u"a@x"_s});
    QCOMPARE(keys.phones, QStringList{u"+49301234567"_s});
    QCOMPARE(keys.words, QStringList{u"ada"_s});
}

QTEST_GUILESS_MAIN(MatchKeysTest)
#include "MatchKeysTest.moc"
