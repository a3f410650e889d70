// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ConnectionReport.h"

#include "models/ConnectionWords.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::connection;
using namespace frontdesk::models;
using namespace std::chrono_literals;

namespace {

constexpr qint64 now = 1'700'000'000'000;

Status online()
{
    Status status;
    status.state = State::Online;
    status.server = QStringLiteral("https://desk.example.org");
    status.transport = QStringLiteral("WebSocket");
    return status;
}

Error certificateError()
{
    return {.code = QStringLiteral("tls.expired"),
            .message = QStringLiteral("The certificate has expired"),
            .detail = {{QLatin1String("certificate"),
                        QJsonObject{{QLatin1String("subject"), QStringLiteral("desk.example.org")},
                                    {QLatin1String("issuer"), QStringLiteral("Example CA")},
                                    {QLatin1String("hosts"), QJsonArray{QStringLiteral("desk.example.org")}},
                                    {QLatin1String("validFrom"), qint64(1'600'000'000'000)},
                                    {QLatin1String("validTo"), qint64(1'650'000'000'000)},
                                    {QLatin1String("sha256"), QStringLiteral("AB:CD")}}}}};
}

} // namespace

/// The connection in words: for the person, and for whoever they send the report to.
class ConnectionReportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void reportSaysWhatHelps();
    void reportHasNothingPlanted();
    void states_data();
    void states();
    void pollingIsSaidAndExplained();
    void figuresInWords();
    void certificatesAreReadable();
    void holesAreNamed();
};

void ConnectionReportTest::reportSaysWhatHelps()
{
    Status status = online();
    status.traffic = {1'200, 340};
    status.heartbeatAt = now - 4'000;
    status.heartbeatInterval = 25s;
    status.latency = 12ms;
    status.problems = {{now - 60'000, {QStringLiteral("connection.lost"), QStringLiteral("The connection broke")}}};
    status.history = {
        {now - 50'000, State::Online, {}},
        {now - 60'000, State::Waiting, QStringLiteral("The connection broke"), QStringLiteral("connection.lost")}};
    store::Ledger ledger;
    ledger.received = 4'711;
    ledger.holes = {{QStringLiteral("conversation:x"), 3, 5}};
    ledger.waiting = 2;
    TestSteps steps;
    steps.begin(TestStep::Kind::Name, 0ms);
    steps.fail({QStringLiteral("connection.unknownHost"), QStringLiteral("There is no address")}, 8ms);

    const QString report = connectionReport(status, ledger, steps, now);
    for (const char *needed : {"State: online", "https://desk.example.org", "WebSocket", "1200 bytes in, 340 bytes out",
                               "4711 events received, 3 missing in 1 gaps", "2 waiting", "interval 25000 ms",
                               "Round trip: 12 ms", "connection.lost: The connection broke",
                               "name failed, 8 ms, connection.unknownHost: There is no address", "tcp notReached"})
        QVERIFY2(report.contains(QLatin1String(needed)), qPrintable(QLatin1String(needed) + report));
}

void ConnectionReportTest::reportHasNothingPlanted()
{
    const QString token = QStringLiteral("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.Zm9vYmFyYmF6cXV4Zm9vYmFy");
    const QString refresh = QStringLiteral("r3fr3shT0k3nW1thF0rtyThr33Ch4r4ct3rs0fB4s3");
    const QString message = QStringLiteral("the launch is on Monday");
    const QString id = QStringLiteral("9f3c1a5e-0000-4000-8000-00805f9b34fb");
    const QString person = QStringLiteral("Ada Lovelace");
    const QStringList planted{token, refresh, message, id, person, QStringLiteral("hunter2")};

    Status status = online();
    status.server = QStringLiteral("https://ada:hunter2@desk.example.org/?token=%1#%2").arg(token, refresh);
    store::Ledger ledger;
    ledger.cursor = {id, 7, token};
    for (const QString &secret : planted) {
        // From the server or about people: whatever they say.
        for (const char *code : {"auth.invalid", "account.other", "payload.invalid", "rate.limited", "something.new"}) {
            const Error error{QString::fromLatin1(code), secret, {}, {{QLatin1String("reason"), secret}}};
            status.lastError = error;
            status.problems.append({now, error});
            status.history.append({now, State::Waiting, secret, error.code});
        }
        // Made here, with what may have slipped in.
        if (secret != message && secret != person && secret != QLatin1String("hunter2"))
            status.problems.append(
                {now, {QStringLiteral("connection.lost"), QStringLiteral("It broke at %1, sadly").arg(secret)}});
        ledger.holes.append({QStringLiteral("conversation:") + secret, 1, 2});
    }
    status.problems.append(
        {now, {QStringLiteral("proxy.failed"), QStringLiteral("http://ada:hunter2@proxy:1 is shut")}});
    TestSteps steps;
    steps.begin(TestStep::Kind::Name, 0ms);
    steps.fail({QStringLiteral("auth.revoked"), message + token}, 1ms);

    const QString report = connectionReport(status, ledger, steps, now);
    QByteArray json;
    for (const TestStep &step : steps.all())
        json += QJsonDocument(toJson(step)).toJson();
    for (const QString &secret : planted) {
        QVERIFY2(!report.contains(secret), qPrintable(secret + QLatin1String("\n\n") + report));
        QVERIFY2(!json.contains(secret.toUtf8()), qPrintable(secret));
    }
    QVERIFY(report.contains(QStringLiteral("It broke at …, sadly")));
    QVERIFY(report.contains(QStringLiteral("http://proxy:1 is shut")));
    QVERIFY(report.contains(QStringLiteral("account.other")));
}

void ConnectionReportTest::states_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("transport");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kind");
    const QString none;
    QTest::newRow("online") << State::Online << QStringLiteral("WebSocket") << none << QStringLiteral("Connected")
                            << QStringLiteral("ok");
    QTest::newRow("polling") << State::Online << QStringLiteral("HTTP polling") << none
                             << QStringLiteral("Connected over HTTP") << QStringLiteral("ok");
    QTest::newRow("lost") << State::Waiting << none << QStringLiteral("connection.lost") << QStringLiteral("Connecting")
                          << QStringLiteral("warn");
    QTest::newRow("certificate") << State::Waiting << none << QStringLiteral("tls.expired")
                                 << QStringLiteral("The certificate is not trusted") << QStringLiteral("error");
    QTest::newRow("certificate, again") << State::Connecting << none << QStringLiteral("tls.wrongHost")
                                        << QStringLiteral("The certificate is not trusted") << QStringLiteral("error");
    QTest::newRow("an unreadable file of certificates") << State::Waiting << none << QStringLiteral("tls.authorityFile")
                                                        << QStringLiteral("Connecting") << QStringLiteral("warn");
    QTest::newRow("sign in") << State::SignInNeeded << none << QStringLiteral("auth.expired")
                             << QStringLiteral("Sign in again") << QStringLiteral("error");
}

void ConnectionReportTest::states()
{
    QFETCH(State, state);
    QFETCH(QString, transport);
    QFETCH(QString, code);
    Status status = online();
    status.state = state;
    status.transport = transport;
    if (!code.isEmpty())
        status.lastError = Error{code, QStringLiteral("Because")};
    QTEST(words::stateText(status), "text");
    QTEST(words::kindOf(status), "kind");
}

void ConnectionReportTest::pollingIsSaidAndExplained()
{
    Status status = online();
    QVERIFY(words::transportNote(status).isEmpty());
    status.transport = QStringLiteral("HTTP polling");
    QVERIFY(words::transportNote(status).contains(QStringLiteral("nothing is lost")));
}

void ConnectionReportTest::figuresInWords()
{
    Status status = online();
    QVERIFY(words::heartbeat(status).isEmpty());
    QVERIFY(words::traffic(status).isEmpty());
    QVERIFY(words::latencySummary(status).isEmpty());
    status.heartbeatAt = now;
    const QString once = words::heartbeat(status);
    QCOMPARE(once.size(), 8);
    status.heartbeatInterval = 25'003ms;
    QCOMPARE(words::heartbeat(status), once + QStringLiteral(", every 25 s"));
    status.traffic = {1'234'567, 980};
    QCOMPARE(words::traffic(status), QStringLiteral("1.2 MB received, 980 bytes sent"));
    for (int i = 1; i <= 100; ++i)
        status.latencies.append({now, i});
    QCOMPARE(words::latencySummary(status), QStringLiteral("p50 50 ms · p99 99 ms"));
}

void ConnectionReportTest::certificatesAreReadable()
{
    const QStringList lines = words::certificateFacts(certificateError()).split(u'\n');
    QCOMPARE(lines, (QStringList{QStringLiteral("Issued to: desk.example.org"), QStringLiteral("Issued by: Example CA"),
                                 QStringLiteral("For: desk.example.org"),
                                 QStringLiteral("Valid from 13 September 2020 to 15 April 2022"),
                                 QStringLiteral("Fingerprint (SHA-256): AB:CD")}));
    QVERIFY(words::certificateFacts({QStringLiteral("tls.failed"), QStringLiteral("No")}).isEmpty());
}

void ConnectionReportTest::holesAreNamed()
{
    store::Ledger ledger;
    ledger.holes = {{QStringLiteral("conversation:x"), 12, 15},
                    {QStringLiteral("workspace"), 7, 7},
                    {QStringLiteral("user:x"), 1'000, 1'001}};
    QCOMPARE(words::holes(ledger, 20),
             (QStringList{QStringLiteral("A conversation: changes 12 to 15"), QStringLiteral("The team: change 7"),
                          QStringLiteral("Your own things: changes 1,000 to 1,001")}));
    QCOMPARE(words::holes(ledger, 1).size(), 1);
}

QTEST_GUILESS_MAIN(ConnectionReportTest)
#include "ConnectionReportTest.moc"
