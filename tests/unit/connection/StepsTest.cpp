// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/SafeWords.h"
#include "connection/TestSteps.h"

#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::connection;
using namespace std::chrono_literals;

using Kind = TestStep::Kind;
using StepState = TestStep::State;

namespace {

const QVector kinds{Kind::Name, Kind::Tcp, Kind::Tls, Kind::Handshake, Kind::Login, Kind::Echo, Kind::CatchUp};

QVector<StepState> statesOf(const TestSteps &steps)
{
    QVector<StepState> states;
    for (const TestStep &step : steps.all())
        states.append(step.state);
    return states;
}

Error error(const char *code)
{
    return {QString::fromLatin1(code), QStringLiteral("Because")};
}

} // namespace

class StepsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsGoInOrder();
    void afterAFailureNothingIsReached();
    void cancelledIsNeitherPassedNorFailed();
    void everyStepSaysWhatToDo();
    void hintsTellCausesApart_data();
    void hintsTellCausesApart();
    void jsonHasWordsMadeHereAlone();
};

void StepsTest::stepsGoInOrder()
{
    TestSteps steps;
    milliseconds now = 5s;
    for (const Kind kind : kinds) {
        QCOMPARE(steps.next(), kind);
        if (kind == Kind::Tls) {
            steps.skip(kind, QStringLiteral("not here"));
            continue;
        }
        QVERIFY(!steps.passed());
        steps.begin(kind, now);
        QCOMPARE(steps.running(), kind);
        now += 20ms;
        steps.pass(QStringLiteral("good"), now);
        QCOMPARE(steps.all()[qsizetype(kind)].took, 20ms);
    }
    QVERIFY(steps.finished());
    QVERIFY(steps.passed());
    QVERIFY(!steps.failed());
}

void StepsTest::afterAFailureNothingIsReached()
{
    TestSteps steps;
    steps.begin(Kind::Name, 0s);
    steps.pass({}, 1s);
    steps.begin(Kind::Tcp, 1s);
    steps.fail(error("connection.refused"), 3s);
    QCOMPARE(statesOf(steps),
             (QVector{StepState::Passed, StepState::Failed, StepState::NotReached, StepState::NotReached,
                      StepState::NotReached, StepState::NotReached, StepState::NotReached}));
    QVERIFY(steps.finished());
    QVERIFY(!steps.passed());
    QCOMPARE(steps.failed()->kind, Kind::Tcp);
    QCOMPARE(steps.failed()->took, 2s);
    QVERIFY(!steps.failed()->hint.isEmpty());
}

void StepsTest::cancelledIsNeitherPassedNorFailed()
{
    TestSteps steps;
    steps.begin(Kind::Name, 0s);
    steps.cancel();
    QCOMPARE(statesOf(steps), QVector<StepState>(kinds.size(), StepState::NotReached));
    QVERIFY(steps.finished());
    QVERIFY(!steps.passed());
    QVERIFY(!steps.failed());
}

void StepsTest::everyStepSaysWhatToDo()
{
    for (const Kind kind : kinds) {
        QVERIFY(!titleOf(kind).isEmpty());
        QVERIFY(!nameOf(kind).isEmpty());
        for (const char *code : {"connection.timedOut", "connection.lost", "something.new"})
            QVERIFY(hintFor(kind, error(code)).size() > 20);
    }
}

void StepsTest::hintsTellCausesApart_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("nobody listens") << Kind::Tcp << QByteArray("connection.refused") << QStringLiteral("port");
    QTest::newRow("filtered") << Kind::Tcp << QByteArray("connection.timedOut") << QStringLiteral("firewall");
    QTest::newRow("expired") << Kind::Tls << QByteArray("tls.expired") << QStringLiteral("clock");
    QTest::newRow("another host") << Kind::Tls << QByteArray("tls.wrongHost") << QStringLiteral("names");
    QTest::newRow("unknown issuer") << Kind::Tls << QByteArray("tls.untrusted") << QStringLiteral("certificate file");
    QTest::newRow("certificate of the link")
        << Kind::Handshake << QByteArray("tls.untrusted") << QStringLiteral("certificate file");
    QTest::newRow("proxy") << Kind::Tcp << QByteArray("proxy.authentication") << QStringLiteral("proxy");
    QTest::newRow("silent") << Kind::Handshake << QByteArray("connection.timedOut") << QStringLiteral("says nothing");
    QTest::newRow("not Frontdesk") << Kind::Handshake << QByteArray("connection.lost") << QStringLiteral("address");
    QTest::newRow("token") << Kind::Login << QByteArray("auth.expired") << QStringLiteral("Sign in again");
    QTest::newRow("version") << Kind::Login << QByteArray("protocol.tooOld") << QStringLiteral("Update");
}

void StepsTest::hintsTellCausesApart()
{
    QFETCH(Kind, kind);
    QFETCH(QByteArray, code);
    QFETCH(QString, says);
    const QString hint = hintFor(kind, error(code.constData()));
    QVERIFY2(hint.contains(says), qPrintable(hint));
}

void StepsTest::jsonHasWordsMadeHereAlone()
{
    TestSteps steps;
    steps.begin(Kind::Name, 0s);
    steps.fail({QStringLiteral("connection.unknownHost"), QStringLiteral("There is no address for desk.invalid")}, 4ms);
    QCOMPARE(toJson(steps.all().first()),
             (QJsonObject{{QLatin1String("step"), QStringLiteral("name")},
                          {QLatin1String("state"), QStringLiteral("failed")},
                          {QLatin1String("took"), 4},
                          {QLatin1String("words"), QStringLiteral("There is no address for desk.invalid")},
                          {QLatin1String("code"), QStringLiteral("connection.unknownHost")},
                          {QLatin1String("hint"), steps.failed()->hint}}));

    TestSteps other;
    other.begin(Kind::Login, 0s);
    other.fail({QStringLiteral("auth.invalid"), QStringLiteral("the launch is on Monday")}, 4ms);
    const QJsonObject json = toJson(*other.failed());
    QVERIFY(!json.contains(QLatin1String("words")));
    QCOMPARE(json[QLatin1String("code")].toString(), QStringLiteral("auth.invalid"));
}

QTEST_GUILESS_MAIN(StepsTest)
#include "StepsTest.moc"
