// SPDX-License-Identifier: GPL-3.0-or-later
#include "BadInputFixture.h"
#include "server/storage/Database.h"

#include <QtNetwork/QTcpSocket>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server::testing;

/// More at once, or larger, than a server likes: some of it waits, and nobody else notices.
class FloodTest : public QObject, private BadInputFixture {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void cleanupTestCase() { m_server.reset(); }
    void init() { m_server->forgetLog(); }

    void tooManyLogIns();
    void floodOfEvents();
    void largestMessageArrives();
};

void FloodTest::tooManyLogIns()
{
    constexpr int attempts = 60;
    QVector<int> statuses;
    for (int i = 0; i < attempts; ++i) {
        // Connections of its own for each: a network manager asks only six at a time.
        auto *socket = new QTcpSocket(this);
        connect(socket, &QTcpSocket::connected, socket, [socket] {
            const QByteArray body = "{\"name\":\"nobody\",\"password\":\"wrong horse\"}";
            socket->write("POST /api/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                          "Connection: close\r\nContent-Length: " +
                          QByteArray::number(body.size()) + "\r\n\r\n" + body);
        });
        connect(socket, &QTcpSocket::disconnected, socket, [socket, &statuses] {
            statuses.append(socket->readAll().mid(9, 3).toInt());
            socket->deleteLater();
        });
        socket->connectToHost(m_server->url().host(), quint16(m_server->url().port()));
    }
    QTRY_COMPARE_WITH_TIMEOUT(statuses.size(), attempts, 60'000);
    QVERIFY(statuses.contains(429));
    QVERIFY(statuses.contains(401));
    QCOMPARE(statuses.count(429) + statuses.count(401), attempts);
    othersAreUnharmed();
    QVERIFY(!logIn(m_server->url(), u"eve"_s).isEmpty()); // later, not never
}

void FloodTest::floodOfEvents()
{
    TestClient eve(m_server->url());
    QVERIFY(eve.connectAs(m_eveToken));
    constexpr int asked = 1'500;
    int answered = 0;
    int limited = 0;
    auto other = server::Database::open(m_server->databaseFile());
    other.value()->run(u"BEGIN IMMEDIATE"_s); // as a slow disk: what is to be written waits
    for (int i = 0; i < asked; ++i)
        eve.socket().emitWithAck(u"presence:set"_s, {QJsonObject{{u"presence"_s, u"away"_s}}}, std::chrono::seconds(60),
                                 [&](const socketio::AckResult &result) {
                                     const QJsonObject answer = std::get<socketio::Arguments>(result).at(0).toObject();
                                     if (errorCode(answer) == "rate.limited"_L1) {
                                         QVERIFY(answer["error"_L1]["retryAfter"_L1].toInteger() > 0);
                                         ++limited;
                                     } else {
                                         QVERIFY(answer["ok"_L1].toBool());
                                     }
                                     ++answered;
                                 });
    QTRY_VERIFY_WITH_TIMEOUT(limited > 0, 60'000);
    other.value()->run(u"COMMIT"_s);
    QTRY_COMPARE_WITH_TIMEOUT(answered, asked, 60'000);
    QVERIFY(limited <= asked - 1'000); // the others were only late
    othersAreUnharmed();
    QVERIFY(eve.call(u"clock:ping"_s, {{u"t"_s, 1}})["ok"_L1].toBool());
}

void FloodTest::largestMessageArrives()
{
    const QString text = QString::fromUcs4(U"\U0001F642", 1).repeated(10'000);
    const QJsonObject answer = say(*m_clientAda, m_direct, text);
    QVERIFY(answer["ok"_L1].toBool());
    for (int i = 0; i < 60; ++i) // pages and states stay below the largest frame
        QVERIFY(say(*m_clientAda, m_direct, text)["ok"_L1].toBool());
    TestClient later(m_server->url());
    QVERIFY(later.follow(logIn(m_server->url(), u"sam"_s)));
    QCOMPARE(later.cursor, m_clientAda->cursor);
    QVERIFY(later.call(u"journal:snapshot"_s, {{u"page"_s, u"conversations:"_s}})["items"_L1].toArray().size() == 1);
    const QJsonObject history = later.call(u"message:history"_s, {{u"conversation"_s, m_direct}, {u"limit"_s, 100}});
    QVERIFY(!history["messages"_L1].toArray().isEmpty());
    QVERIFY(history["more"_L1].toBool());
    QVERIFY(later.isConnected());
}

QTEST_GUILESS_MAIN(FloodTest)
#include "FloodTest.moc"
