// SPDX-License-Identifier: GPL-3.0-or-later
#include "Person.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QSignalSpy>

using namespace frontdesk;
using namespace frontdesk::models;

using Steps = ConnectionTestModel;

/// The connection as the inspector shows it, on the real server.
class ConnectionStatusTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void testGoesToItsEnd();
    void testFailsWhereTheServerIsGone();
    void testCanBeCancelled();
    void problemsAreKept();
    void gapsAreCountedWhenTheyAreFetched();
    void theDayIsDrawnAndExported();
    void theDaySurvivesARestart();

private:
    [[nodiscard]] ConnectionStatus &connection() const { return *m_atAda->workspace->connection(); }
    [[nodiscard]] QStringList outcomes() const
    {
        QStringList list;
        for (const QVariant &outcome : Person::column(*connection().test(), Steps::OutcomeRole))
            list.append(outcome.toString());
        return list;
    }

    std::unique_ptr<Desk> m_desk;
    User m_ada, m_ben;
    QString m_token, m_bensToken;
    std::unique_ptr<Person> m_atAda;
};

void ConnectionStatusTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_desk = std::make_unique<Desk>();
    m_ada = m_desk->add(QStringLiteral("ada"));
    m_token = m_desk->token(m_ada.name);
    m_ben = m_desk->add(QStringLiteral("ben"));
    m_bensToken = m_desk->token(m_ben.name);
}

void ConnectionStatusTest::init()
{
    m_atAda = std::make_unique<Person>(m_desk->url(), m_ada, m_token);
    m_atAda->goOnline();
}

void ConnectionStatusTest::cleanup()
{
    m_atAda.reset();
}

void ConnectionStatusTest::testGoesToItsEnd()
{
    ConnectionTestModel &test = *connection().test();
    const QAbstractItemModelTester watch(&test, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(!test.started());
    test.start();
    QVERIFY(test.running());
    QTRY_VERIFY_WITH_TIMEOUT(!test.running(), 30'000);
    QVERIFY2(test.passed(), qPrintable(outcomes().join(u' ')));
    QVERIFY(test.summary().startsWith(QStringLiteral("All is well, in ")));
    QVERIFY(connection().online()); // beside the connection
    const QModelIndex echo = test.index(5);
    QCOMPARE(echo.data(Steps::TitleRole).toString(), QStringLiteral("Round trip"));
    QCOMPARE(echo.data(Steps::OutcomeTextRole).toString(), QStringLiteral("Passed"));
    QVERIFY(echo.data(Steps::TimeTextRole).toString().endsWith(QStringLiteral(" ms")));
    QVERIFY(connection().copyReport().contains(QStringLiteral("catchUp passed")));
}

void ConnectionStatusTest::testFailsWhereTheServerIsGone()
{
    m_desk->stop();
    ConnectionTestModel &test = *connection().test();
    test.start();
    QTRY_VERIFY_WITH_TIMEOUT(!test.running(), 30'000);
    m_desk->startAgain();
    QVERIFY(!test.passed());
    QCOMPARE(test.summary(), QStringLiteral("It fails at: Reaching it"));
    QCOMPARE(outcomes().mid(1, 2), (QStringList{QStringLiteral("failed"), QStringLiteral("notReached")}));
    QVERIFY(!test.index(1).data(Steps::TextRole).toString().isEmpty());
    QVERIFY(!test.index(1).data(Steps::HintRole).toString().isEmpty());
}

void ConnectionStatusTest::testCanBeCancelled()
{
    ConnectionTestModel &test = *connection().test();
    test.start();
    test.cancel();
    QTRY_VERIFY_WITH_TIMEOUT(!test.running(), 30'000);
    QCOMPARE(test.summary(), QStringLiteral("Cancelled")); // though nothing of it had begun
}

void ConnectionStatusTest::problemsAreKept()
{
    QCOMPARE(connection().problems()->count(), 0);
    m_desk->stop();
    QTRY_VERIFY_WITH_TIMEOUT(!connection().online(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(connection().problems()->count() > 0, 20'000);
    m_desk->startAgain();
    m_atAda->goOnline();
    QCOMPARE(connection().lastError(), QString());
    QVERIFY(connection().problems()->count() > 0);
    QVERIFY(!connection().problems()->index(0).data(ConnectionProblemsModel::TextRole).toString().isEmpty());
    QVERIFY(!connection().traffic().isEmpty());
}

void ConnectionStatusTest::gapsAreCountedWhenTheyAreFetched()
{
    const auto faults = std::make_shared<Faults>();
    Person atBen(m_desk->url(), m_ben, m_bensToken, [url = m_desk->url(), faults]() -> std::unique_ptr<dialect::Link> {
        return std::make_unique<FaultyLink>(url, faults);
    });
    atBen.goOnline();
    ConnectionStatus &bens = *atBen.workspace->connection();
    QCOMPARE(bens.fetched(), QString());

    m_atAda->workspace->startDirect(m_ben.id.text());
    ConversationPage *adas = m_atAda->workspace->current();
    const ConversationId id(adas->conversationId());
    adas->composer()->send(QStringLiteral("first"));
    QTRY_VERIFY_WITH_TIMEOUT(atBen.row(id).isValid(), 20'000);
    QTRY_COMPARE(atBen.listed(id, ConversationListModel::LastTextRole).toString(), QStringLiteral("first"));
    faults->emptyPushes = 1;
    adas->composer()->send(QStringLiteral("lost on the way"));
    QTRY_COMPARE(faults->emptyPushes.load(), 0);
    adas->composer()->send(QStringLiteral("names the gap"));
    QTRY_VERIFY_WITH_TIMEOUT(!bens.fetched().isEmpty(), 20'000);
    QCOMPARE(bens.fetched(), QStringLiteral("1 change(s) in 1 gap(s)"));
    QTRY_COMPARE(bens.gaps(), 0);
    QVERIFY(bens.gapTexts().isEmpty());
    QVERIFY(bens.receivedUpTo().startsWith(QStringLiteral("Change ")));
}

void ConnectionStatusTest::theDayIsDrawnAndExported()
{
    FlightModel &flight = *connection().flight();
    QSignalSpy exported(&flight, &FlightModel::exported);
    QTRY_VERIFY_WITH_TIMEOUT((flight.refresh(), flight.longest() > 0 || connection().latency() == 0), 20'000);
    QTRY_VERIFY(flight.spans().size() >= 2);
    QCOMPARE(flight.spans().last().toMap()[QStringLiteral("kind")].toString(), QStringLiteral("online"));
    QCOMPARE(flight.spans().first().toMap()[QStringLiteral("kind")].toString(), QStringLiteral("unknown"));
    QVERIFY(flight.summary().startsWith(QStringLiteral("Online ")));
    QCOMPARE(flight.problem(), QString());
    QVERIFY(flight.ticks().size() >= 3);

    m_atAda->workspace->createGroup(QStringLiteral("Secret plan"), {});
    flight.exportJson();
    QVERIFY(exported.wait(20'000));
    const QString json = exported.first().first().toString();
    QVERIFY(QJsonDocument::fromJson(json.toUtf8()).isObject());
    QVERIFY(json.contains(QStringLiteral("\"online\"")));
    for (const QString &secret : {m_token, m_ada.id.text(), m_ada.displayName, QStringLiteral("Secret plan")})
        QVERIFY2(secret.isEmpty() || !json.contains(secret), qPrintable(json));
}

void ConnectionStatusTest::theDaySurvivesARestart()
{
    m_atAda->reopen();
    const auto record = valueOf(m_atAda->session->flightRecord());
    int starts = 0;
    int stops = 0;
    bool online = false;
    for (const connection::FlightEntry &entry : record.entries) {
        starts += std::holds_alternative<connection::RecordStarted>(entry.what) ? 1 : 0;
        stops += std::holds_alternative<connection::RecordStopped>(entry.what) ? 1 : 0;
        const auto *entered = std::get_if<connection::StateEntered>(&entry.what);
        online = online || (entered && entered->state == connection::State::Online);
    }
    QCOMPARE(starts, 2);
    QCOMPARE(stops, 1);
    QVERIFY(online);
}

QTEST_GUILESS_MAIN(ConnectionStatusTest)
#include "ConnectionStatusTest.moc"
