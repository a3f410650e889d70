// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialect/FailureWords.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::dialect;
using engineio::Failure;
using engineio::TlsProblem;

class FailureWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatToDo_data();
    void saysWhatToDo();
    void namesTheGravestProblem_data();
    void namesTheGravestProblem();
    void givesTheFactsOfACertificate();
};

void FailureWordsTest::saysWhatToDo_data()
{
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("words"); // in the message
    using Kind = Failure::Kind;
    QTest::newRow("nobody there") << Failure{.kind = Kind::Unreachable} << QStringLiteral("connection.unreachable")
                                  << QStringLiteral("desk.example cannot be reached");
    QTest::newRow("broken") << Failure{.kind = Kind::Network} << QStringLiteral("connection.lost")
                            << QStringLiteral("broke");
    QTest::newRow("silent") << Failure{.kind = Kind::Timeout} << QStringLiteral("connection.timedOut")
                            << QStringLiteral("does not answer");
    QTest::newRow("no TLS") << Failure{.kind = Kind::Tls} << QStringLiteral("tls.failed")
                            << QStringLiteral("never tried without");
    QTest::newRow("proxy's password") << Failure{.kind = Kind::Proxy, .wantsProxyUser = true}
                                      << QStringLiteral("proxy.authentication")
                                      << QStringLiteral("user and a password");
    QTest::newRow("proxy") << Failure{.kind = Kind::Proxy} << QStringLiteral("proxy.failed") << QStringLiteral("proxy");
    QTest::newRow("401") << Failure{.kind = Kind::Http, .httpStatus = 401} << QStringLiteral("auth.invalid")
                         << QStringLiteral("401");
    QTest::newRow("403") << Failure{.kind = Kind::Http, .httpStatus = 403} << QStringLiteral("auth.invalid")
                         << QStringLiteral("403");
    QTest::newRow("502") << Failure{.kind = Kind::Http, .httpStatus = 502} << QStringLiteral("connection.unexpected")
                         << QStringLiteral("502");
    QTest::newRow("nonsense") << Failure{.kind = Kind::Protocol} << QStringLiteral("connection.unexpected")
                              << QStringLiteral("no Frontdesk server");
    QTest::newRow("4001") << Failure{.kind = Kind::ServerClosed, .closeCode = 4001} << QStringLiteral("auth.invalid")
                          << QStringLiteral("4001");
    QTest::newRow("4003") << Failure{.kind = Kind::ServerClosed, .closeCode = 4003} << QStringLiteral("auth.invalid")
                          << QStringLiteral("4003");
    QTest::newRow("1009") << Failure{.kind = Kind::ServerClosed, .closeCode = 1009} << QStringLiteral("connection.lost")
                          << QStringLiteral("larger");
    QTest::newRow("closed") << Failure{.kind = Kind::ServerClosed, .closeCode = 1001}
                            << QStringLiteral("connection.lost") << QStringLiteral("ended");
    QTest::newRow("no heartbeat") << Failure{.kind = Kind::Heartbeat} << QStringLiteral("connection.lost")
                                  << QStringLiteral("not been heard");
}

void FailureWordsTest::saysWhatToDo()
{
    QFETCH(Failure, failure);
    QFETCH(QString, code);
    QFETCH(QString, words);
    failure.message = QStringLiteral("in English");
    const Error error = errorOf(failure, QUrl(QStringLiteral("https://desk.example")));
    QCOMPARE(error.code, code);
    QVERIFY2(error.message.contains(words), qPrintable(error.message));
    QCOMPARE(error.detail[QStringLiteral("reason")].toString(), QStringLiteral("in English"));
}

void FailureWordsTest::namesTheGravestProblem_data()
{
    QTest::addColumn<QList<TlsProblem>>("problems");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("words");
    using Problems = QList<TlsProblem>;
    QTest::newRow("expired") << Problems{TlsProblem::Expired} << QStringLiteral("tls.expired")
                             << QStringLiteral("1 January 2021");
    QTest::newRow("not yet") << Problems{TlsProblem::NotYetValid} << QStringLiteral("tls.notYetValid")
                             << QStringLiteral("1 January 2020");
    QTest::newRow("another host") << Problems{TlsProblem::Expired, TlsProblem::WrongHost}
                                  << QStringLiteral("tls.wrongHost")
                                  << QStringLiteral("for a.example, b.example, not for desk.example");
    QTest::newRow("self-signed") << Problems{TlsProblem::SelfSigned, TlsProblem::Expired}
                                 << QStringLiteral("tls.selfSigned") << QStringLiteral("signed by itself");
    QTest::newRow("unknown issuer") << Problems{TlsProblem::Expired, TlsProblem::Untrusted}
                                    << QStringLiteral("tls.untrusted") << QStringLiteral("issued by Some CA");
    QTest::newRow("other") << Problems{TlsProblem::Other} << QStringLiteral("tls.failed") << QStringLiteral("revoked");
}

engineio::TlsFacts someFacts()
{
    return {.problems = {},
            .details = {QStringLiteral("it is revoked")},
            .subject = QStringLiteral("Desk"),
            .issuer = QStringLiteral("Some CA"),
            .hosts = {QStringLiteral("a.example"), QStringLiteral("b.example")},
            .validFrom = QDateTime({2020, 1, 1}, {12, 0}, Qt::UTC),
            .validTo = QDateTime({2021, 1, 1}, {12, 0}, Qt::UTC),
            .sha256 = QStringLiteral("AB:CD")};
}

void FailureWordsTest::namesTheGravestProblem()
{
    QFETCH(QList<TlsProblem>, problems);
    QFETCH(QString, code);
    QFETCH(QString, words);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    Failure failure{.kind = Failure::Kind::Tls, .tls = someFacts()};
    failure.tls->problems = problems;
    const Error error = errorOf(failure, QUrl(QStringLiteral("https://desk.example")));
    QCOMPARE(error.code, code);
    QVERIFY2(error.message.contains(words), qPrintable(error.message));
}

void FailureWordsTest::givesTheFactsOfACertificate()
{
    const Failure failure{.kind = Failure::Kind::Tls, .tls = someFacts()};
    const Error error = errorOf(failure, QUrl(QStringLiteral("https://desk.example")));
    const QJsonObject expected{
        {QStringLiteral("subject"), QStringLiteral("Desk")},
        {QStringLiteral("issuer"), QStringLiteral("Some CA")},
        {QStringLiteral("hosts"), QJsonArray{QStringLiteral("a.example"), QStringLiteral("b.example")}},
        {QStringLiteral("validFrom"), qint64(1577880000000)},
        {QStringLiteral("validTo"), qint64(1609502400000)},
        {QStringLiteral("sha256"), QStringLiteral("AB:CD")},
        {QStringLiteral("problems"), QJsonArray{QStringLiteral("it is revoked")}},
    };
    QCOMPARE(error.detail[QStringLiteral("certificate")].toObject(), expected);
}

QTEST_APPLESS_MAIN(FailureWordsTest)
#include "FailureWordsTest.moc"
