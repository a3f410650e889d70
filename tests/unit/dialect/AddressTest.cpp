// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialect/ServerAddress.h"

#include <QtTest/QTest>

using namespace frontdesk::dialect;

class AddressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatPeopleWrite_data();
    void whatPeopleWrite();
};

void AddressTest::whatPeopleWrite_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("address"); // empty: refused
    QTest::addColumn<QString>("code");
    const auto accepted = [](const char *text, const char *address) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(address) << QString();
    };
    const auto refused = [](const char *text, const char *code) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString() << QString::fromUtf8(code);
    };
    accepted("https://desk.example.org", "https://desk.example.org");
    accepted("  desk.example.org ", "https://desk.example.org");
    accepted("desk.example.org:8443", "https://desk.example.org:8443");
    accepted("https://someone:secret@desk.example.org/path?query#part", "https://desk.example.org");
    accepted("localhost:4000", "http://localhost:4000");
    accepted("http://127.0.0.1:4000", "http://127.0.0.1:4000");
    accepted("http://127.9.9.9", "http://127.9.9.9");
    accepted("http://[::1]:4000", "http://[::1]:4000");
    refused("http://desk.example.org", "address.insecure");
    refused("http://192.168.1.5:4000", "address.insecure");
    refused("http://127.0.0.1.example.org", "address.insecure");
    refused("http://localhost.example.org", "address.insecure");
    refused("ftp://desk.example.org", "address.invalid");
    refused("javascript://127.0.0.1", "address.invalid");
    refused("https://", "address.invalid");
    refused("", "address.invalid");
    refused("two words", "address.invalid");
}

void AddressTest::whatPeopleWrite()
{
    QFETCH(QString, text);
    QFETCH(QString, address);
    QFETCH(QString, code);
    const auto parsed = parseServerAddress(text);
    QCOMPARE(parsed.ok(), !address.isEmpty());
    if (parsed) {
        QCOMPARE(parsed.value().toString(), address);
    } else {
        QCOMPARE(parsed.error().code, code);
        QVERIFY(!parsed.error().message.isEmpty());
    }
}

QTEST_GUILESS_MAIN(AddressTest)
#include "AddressTest.moc"
