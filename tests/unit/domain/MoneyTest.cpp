// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Money.h"

#include <QtTest/QTest>

#include <limits>

using namespace frontdesk;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 most = std::numeric_limits<qint64>::max();
constexpr qint64 least = std::numeric_limits<qint64>::min();

/// "minor currency", or the code of the error.
QString describe(const Result<Money> &result)
{
    if (!result)
        return result.error().message.isEmpty() ? QStringLiteral("no words") : result.error().code;
    return QStringLiteral("%1 %2").arg(result.value().minor).arg(result.value().currency);
}

} // namespace

class MoneyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decimalsAreRead_data();
    void decimalsAreRead();
    void decimalsAreWritten_data();
    void decimalsAreWritten();
    void everyAmountComesBack();
    void jsonComesBack();
    void writtenAmountsAreRead_data();
    void writtenAmountsAreRead();
    void openAmountsAreReadByTheSign();
    void sumsAreOfEachCurrency();
    void sumsThatDoNotFitAreRefused();
};

void MoneyTest::decimalsAreRead_data()
{
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("read");
    const auto row = [](const char *amount, const char *currency, const char *read) {
        QTest::addRow("%s %s", amount, currency)
            << QString::fromLatin1(amount) << QString::fromLatin1(currency) << QString::fromLatin1(read);
    };
    row("12.50", "EUR", "1250 EUR");
    row("12.5", "EUR", "1250 EUR");
    row("12", "EUR", "1200 EUR");
    row("-0.01", "EUR", "-1 EUR");
    row("0", "EUR", "0 EUR");
    row("-0", "EUR", "0 EUR");
    row("007", "EUR", "700 EUR");
    row("12", "JPY", "12 JPY");
    row("12.0", "JPY", "money.decimals");
    row("1.234", "KWD", "1234 KWD");
    row("1.2345", "KWD", "money.decimals");
    row("1.2345", "CLF", "12345 CLF");
    row("0.001", "EUR", "money.decimals");
    row("92233720368547758.07", "EUR", "9223372036854775807 EUR");
    row("92233720368547758.08", "EUR", "money.tooLarge");
    row("-92233720368547758.08", "EUR", "-9223372036854775808 EUR");
    row("-92233720368547758.09", "EUR", "money.tooLarge");
    row("100000000000000000000000000", "EUR", "money.tooLarge");
    for (const char *wrong : {"", "-", ".", ".5", "5.", "1,5", "1e3", " 1", "+1", "--1", "1.2.3", "0x1"})
        row(wrong, "EUR", "money.invalid");
    for (const char *wrong : {"", "eur", "EU", "EURO", "E1R"})
        row("1", wrong, "money.currency");
}

void MoneyTest::decimalsAreRead()
{
    QFETCH(QString, amount);
    QFETCH(QString, currency);
    QTEST(describe(money::fromDecimal(amount, currency)), "read");
}

void MoneyTest::decimalsAreWritten_data()
{
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("written");
    const auto row = [](qint64 minor, const char *currency, const char *written) {
        QTest::addRow("%s %s", written, currency)
            << minor << QString::fromLatin1(currency) << QString::fromLatin1(written);
    };
    row(1250, "EUR", "12.50");
    row(5, "EUR", "0.05");
    row(-5, "EUR", "-0.05");
    row(0, "EUR", "0.00");
    row(12, "JPY", "12");
    row(-7, "KRW", "-7");
    row(1, "BHD", "0.001");
    row(most, "EUR", "92233720368547758.07");
    row(least, "EUR", "-92233720368547758.08");
}

void MoneyTest::decimalsAreWritten()
{
    QFETCH(qint64, minor);
    QFETCH(QString, currency);
    QTEST(money::toDecimal({minor, currency}), "written");
}

void MoneyTest::everyAmountComesBack()
{
    for (const char *code : {"EUR", "JPY", "KWD", "CLF"}) {
        const QString currency = QString::fromLatin1(code);
        for (const qint64 minor :
             {qint64(0), qint64(1), qint64(-1), qint64(99), qint64(100), qint64(-12345), qint64(10), most, least}) {
            const auto again = money::fromDecimal(money::toDecimal({minor, currency}), currency);
            QVERIFY2(again.ok(), qPrintable(money::toDecimal({minor, currency})));
            QCOMPARE(again.value().minor, minor);
        }
    }
}

void MoneyTest::jsonComesBack()
{
    const Money price{-1999, QStringLiteral("USD")};
    QCOMPARE(money::toJson(price)[QLatin1String("amount")].toString(), QStringLiteral("-19.99"));
    QCOMPARE(money::fromJson(money::toJson(price)).value(), price);
    // A number would have gone through floating point.
    QCOMPARE(describe(money::fromJson({{QStringLiteral("amount"), 19.99}, {QStringLiteral("currency"), u"USD"_s}})),
             QStringLiteral("money.invalid"));
    QVERIFY(!money::fromJson({}).ok());
}

void MoneyTest::writtenAmountsAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("read");
    const auto row = [](const char *text, const char *read) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(read);
    };
    row("1.234,50", "123450 EUR");
    row("1,234.50", "123450 EUR");
    row("1 234,50 €", "123450 EUR");
    row("1\u202f234,50\u00a0€", "123450 EUR");
    row("1'234.50", "123450 EUR");
    row("1’234.50 CHF", "123450 CHF");
    row("1.234.567", "123456700 EUR");
    row("12,34,567.89", "123456789 EUR");
    row("12,5", "1250 EUR");
    row("12.5", "1250 EUR");
    row("1234567", "123456700 EUR");
    row("0,500", "50 EUR");
    row("0.5", "50 EUR");
    row(".5", "50 EUR");
    row("€12", "1200 EUR");
    row("EUR 12", "1200 EUR");
    row("much", "number.invalid");
    row("12 eurs", "number.invalid");
    row("12 eur", "1200 EUR");
    row("US$ 1,000.00", "100000 USD");
    row("$12", "1200 USD");
    row("£3", "300 GBP");
    row("1.234 KWD", "1234000 KWD"); // by the comma before decimals that is given
    row("1,234 KWD", "1234 KWD");
    row("₩1,000", "1000 KRW");
    row("JPY 1.000", "1000 JPY");
    row("-5", "-500 EUR");
    row("−5,00 €", "-500 EUR");
    row("€-5", "-500 EUR");
    row("-€5", "-500 EUR");
    row("5-", "-500 EUR");
    row("(12,50)", "-1250 EUR");
    row("(€12,50)", "-1250 EUR");
    row("+5", "500 EUR");
    row("12,3456", "money.decimals");
    for (const char *wrong : {"", "€", "abc", "1.23.45", "1,2,3", "1.234.56", "12a", "1-2", "1e5", "1..2", "1 2",
                              "1.234,5.6", "1'234 567", "٣", "1,234,56 7"})
        row(wrong, "number.invalid");
    row("-(5)", "money.invalid");
    row("(-5)", "money.invalid");
    row("--5", "money.invalid");
    row("99999999999999999999", "money.tooLarge");
}

void MoneyTest::writtenAmountsAreRead()
{
    QFETCH(QString, text);
    QTEST(describe(money::read(text, QStringLiteral("EUR"), DecimalSign::Comma)), "read");
}

void MoneyTest::openAmountsAreReadByTheSign()
{
    const QString euro = QStringLiteral("EUR");
    QCOMPARE(describe(money::read(QStringLiteral("1.234"), euro, DecimalSign::Comma)), QStringLiteral("123400 EUR"));
    QCOMPARE(describe(money::read(QStringLiteral("1,234"), euro, DecimalSign::Point)), QStringLiteral("123400 EUR"));
    // More likely a thousand than one, though the sign says one: not guessed.
    QCOMPARE(describe(money::read(QStringLiteral("1,000"), euro, DecimalSign::Comma)),
             QStringLiteral("number.ambiguous"));
    QCOMPARE(describe(money::read(QStringLiteral("1.234"), euro, DecimalSign::Point)),
             QStringLiteral("number.ambiguous"));
}

void MoneyTest::sumsAreOfEachCurrency()
{
    MoneySums sums;
    for (const Money &money : {Money{10, QStringLiteral("USD")}, Money{1, QStringLiteral("EUR")},
                               Money{5, QStringLiteral("USD")}, Money{3, QStringLiteral("JPY")}})
        QVERIFY(sums.add(money).ok());
    QVERIFY(sums.subtract({3, QStringLiteral("JPY")}).ok());
    const QVector<Money> expected{{1, QStringLiteral("EUR")}, {0, QStringLiteral("JPY")}, {15, QStringLiteral("USD")}};
    QCOMPARE(sums.sums(), expected);
    QCOMPARE(sums.minorOf(QStringLiteral("GBP")), 0);
}

void MoneyTest::sumsThatDoNotFitAreRefused()
{
    const QString euro = QStringLiteral("EUR");
    MoneySums sums;
    QVERIFY(sums.add({most, euro}).ok());
    QCOMPARE(sums.add({1, euro}).error().code, QStringLiteral("money.tooLarge"));
    QCOMPARE(sums.minorOf(euro), most);
    QVERIFY(sums.subtract({most, euro}).ok());
    QCOMPARE(sums.subtract({least, euro}).error().code, QStringLiteral("money.tooLarge"));
    QVERIFY(sums.add({least, euro}).ok());
    QVERIFY(!sums.subtract({1, euro}).ok());
    QCOMPARE(sums.minorOf(euro), least);
}

QTEST_GUILESS_MAIN(MoneyTest)
#include "MoneyTest.moc"
