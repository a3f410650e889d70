// SPDX-License-Identifier: GPL-3.0-or-later
#include "RawClient.h"
#include "TestServer.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server::testing;

namespace {

constexpr qint64 maxWriteQueue = 1'000'000;
constexpr qint64 largestPush = 50'000; // bytes; a message of 10 000 characters of four bytes, and what is around it

} // namespace

/// One client that does not read holds neither memory nor anybody else up, and loses nothing.
class SlowReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isLeftAndCatchesUp();
};

void SlowReaderTest::isLeftAndCatchesUp()
{
    server::Options options = unhurried();
    options.maxWriteQueue = maxWriteQueue;
    TestServer server(options);
    server.addUser(u"ada"_s);
    const User sam = server.addUser(u"sam"_s);
    const User eve = server.addUser(u"eve"_s);
    TestClient writer(server.url());
    TestClient reader(server.url());
    QVERIFY(writer.follow(server.tokenOf(u"ada"_s)));
    QVERIFY(reader.follow(server.tokenOf(u"sam"_s)));
    const QString group = u"0b5b1c7e-3d52-4f07-9a3c-2a3a3c8d1f10"_s;
    QVERIFY(writer
                .call(u"conversation:create"_s,
                      command({{u"conversation"_s, group},
                               {u"kind"_s, u"group"_s},
                               {u"title"_s, u"Group"_s},
                               {u"members"_s, QJsonArray{sam.id.text(), eve.id.text()}}}))["ok"_L1]
                .toBool());
    RawClient silent;
    QVERIFY(silent.connect(server.url(), server.tokenOf(u"eve"_s)));
    QVERIFY(silent.ask("journal:page", "{\"cursor\":0}").contains("\"more\":false")); // pushes follow a final page
    silent.stopReading();

    const auto figure = [&](const QByteArray &name) {
        const QByteArray page = get(server.url().resolved(QUrl(u"/metrics"_s))).text;
        const qsizetype at = page.indexOf('\n' + name + ' ') + name.size() + 2;
        return page.mid(at, page.indexOf('\n', at) - at).toDouble();
    };
    const QString text = QString::fromUcs4(U"\U0001F642", 1).repeated(10'000);
    double largest = 0;
    int sent = 0;
    // The system's buffers take some megabytes before anything waits in the server.
    while (server.loggedEvents(u"client.disconnected"_s) == 0) {
        QVERIFY2(sent < 2'000, "A client that reads nothing is never left");
        const QJsonObject answer =
            writer.call(u"message:send"_s, command({{u"conversation"_s, group}, {u"text"_s, text}}));
        QVERIFY(answer["ok"_L1].toBool());
        ++sent;
        largest = std::max(largest, figure("frontdesk_write_queue_largest_bytes"));
    }
    QVERIFY2(largest <= maxWriteQueue + largestPush, qPrintable(QString::number(largest)));
    QTRY_COMPARE_WITH_TIMEOUT(reader.count(u"message:new"_s), sent, 20'000); // nobody else noticed
    QVERIFY(!reader.broken);
    QVERIFY(silent.readToTheEnd());

    TestClient back(server.url());
    QVERIFY(back.follow(server.tokenOf(u"eve"_s)));
    QCOMPARE(std::count_if(back.rows.begin(), back.rows.end(),
                           [](const QJsonObject &row) { return row["event"_L1].toString() == "message:new"_L1; }),
             sent);
    QTRY_VERIFY(figure("frontdesk_write_queue_bytes") < maxWriteQueue);
}

QTEST_GUILESS_MAIN(SlowReaderTest)
#include "SlowReaderTest.moc"
