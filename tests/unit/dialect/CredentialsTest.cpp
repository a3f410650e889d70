// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialect/Credentials.h"

#include <QtTest/QTest>

using namespace frontdesk::dialect;

/// Credentials as the one text that is kept.
class CredentialsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comeBackAsTheyWere()
    {
        const Credentials credentials{.token = QStringLiteral("a.b.c"),
                                      .expiresAt = 1'700'000'000'000,
                                      .refreshToken = QStringLiteral("r"),
                                      .refreshExpiresAt = 1'707'776'000'000};
        QCOMPARE(credentialsFrom(toText(credentials)), credentials);
        QVERIFY(!toText(credentials).contains(QLatin1Char('\n')));
    }

    void aBareTokenIsOne_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a token") << QStringLiteral("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl");
        QTest::newRow("nothing") << QString();
        QTest::newRow("JSON, but no object") << QStringLiteral("[1]");
    }
    void aBareTokenIsOne()
    {
        QFETCH(QString, text);
        QCOMPARE(credentialsFrom(text), Credentials{.token = text});
    }
};

QTEST_APPLESS_MAIN(CredentialsTest)
#include "CredentialsTest.moc"
