// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartNumbers.h"

#include <QtCore/QTranslator>
#include <QtTest/QTest>

using namespace frontdesk::charts;

class ChartNumbersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shortNumbers_data();
    void shortNumbers();
    void plainNumbers_data();
    void plainNumbers();
};

void ChartNumbersTest::shortNumbers_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("german");
    const auto row = [](double value, const char *english, const char *german) {
        QTest::newRow(english) << value << QString::fromUtf8(english) << QString::fromUtf8(german);
    };
    row(0, "0", "0");
    row(0.2, "0.2", "0,2");
    row(7, "7", "7");
    row(12.5, "12.5", "12,5");
    row(999, "999", "999");
    row(1000, "1 k", "1 Tsd.");
    row(1250, "1.25 k", "1,25 Tsd.");
    row(96'400, "96.4 k", "96,4 Tsd.");
    row(412'345, "412 k", "412 Tsd.");
    row(999'960, "1 M", "1 Mio.");
    row(3.5e6, "3.5 M", "3,5 Mio.");
    row(2e9, "2 bn", "2 Mrd.");
    row(4.2e13, "42,000 bn", "42.000 Mrd.");
    row(-2500, "-2.5 k", "-2,5 Tsd.");
}

void ChartNumbersTest::shortNumbers()
{
    QFETCH(double, value);
    QTEST(shortNumber(value, QLocale(QStringLiteral("en_US"))), "english");
    QTranslator words;
    QVERIFY(words.load(QStringLiteral(":/i18n/frontdesk_de.qm")));
    QCoreApplication::installTranslator(&words);
    QTEST(shortNumber(value, QLocale(QStringLiteral("de_DE"))), "german");
    QCoreApplication::removeTranslator(&words);
}

void ChartNumbersTest::plainNumbers_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole") << 12'400.0 << 0 << QStringLiteral("12,400");
    QTest::newRow("as many as needed") << 1.5 << 2 << QStringLiteral("1.5");
    QTest::newRow("all") << 1.25 << 2 << QStringLiteral("1.25");
    QTest::newRow("rounded") << 1.256 << 2 << QStringLiteral("1.26");
    QTest::newRow("no minus before nothing") << -0.2 << 0 << QStringLiteral("0");
    QTest::newRow("below zero") << -1204.5 << 1 << QStringLiteral("-1,204.5");
}

void ChartNumbersTest::plainNumbers()
{
    QFETCH(double, value);
    QFETCH(int, decimals);
    QTEST(plainNumber(value, decimals, QLocale(QStringLiteral("en_US"))), "text");
}

QTEST_GUILESS_MAIN(ChartNumbersTest)
#include "ChartNumbersTest.moc"
