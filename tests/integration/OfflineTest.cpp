// SPDX-License-Identifier: GPL-3.0-or-later
#include "Processes.h"

#include <QtCore/QJsonArray>

using namespace frontdesk;
using namespace Qt::Literals::StringLiterals;

/// Server and clients as processes that go and come back: everything cached stays readable, and what is typed arrives
/// once and in the order in which it was typed.
class OfflineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theServerGoesAndComesBack();
    void theClientIsKilledBeforeTheServerComesBack();
    void bothAreKilledInTheMiddle();
    void everythingCachedStaysReadable();
    void whatIsMadeOfflineArrivesWhole();
    void twoClientsOnOneAccountStayInStep();

private:
    QStringList sendMany(SessionProcess &client, int count, const QString &what);

    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<SessionProcess> m_ada, m_ben;
    QString m_adasToken;
    QString m_group;
};

void OfflineTest::init()
{
    m_server = std::make_unique<ServerProcess>();
    m_server->start();
    m_adasToken = m_server->addUser(u"ada"_s);
    m_ada = std::make_unique<SessionProcess>(*m_server, m_adasToken);
    m_ben = std::make_unique<SessionProcess>(*m_server, m_server->addUser(u"ben"_s));
    m_ada->start();
    m_ben->start();
    m_ada->becomes(u"online"_s);
    m_ben->becomes(u"online"_s);
    m_group = m_ada->makeGroup(u"Offline"_s, {u"ben"_s});
    m_ada->send(m_group, u"before"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_ben->announced(m_group), QStringList{u"before"_s}, 20'000);
    QTRY_COMPARE(m_ada->waiting(), 0);
}

void OfflineTest::cleanup()
{
    m_ada.reset();
    m_ben.reset();
    m_server.reset();
}

QStringList OfflineTest::sendMany(SessionProcess &client, int count, const QString &what)
{
    QStringList sent{u"before"_s};
    for (int i = 0; i < count; ++i) {
        sent.append(what + QString::number(i));
        client.send(m_group, sent.last());
    }
    return sent;
}

void OfflineTest::theServerGoesAndComesBack()
{
    m_server->kill();
    m_ada->becomes(u"waiting"_s);
    const QStringList expected = sendMany(*m_ada, 20, u"offline "_s);
    QCOMPARE(m_ada->waiting(), 20);
    QCOMPARE(m_ada->texts(m_group), expected); // shown, and waiting

    m_server->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_ben->announced(m_group), expected, 60'000); // both come back by themselves
    QCOMPARE(m_ben->texts(m_group), expected);
    QTRY_COMPARE(m_ada->waiting(), 0);
    QCOMPARE(m_ada->texts(m_group), expected);
    QVERIFY(m_ben->result(u"ledger"_s)["holes"_L1].toArray().isEmpty());
    QCOMPARE(m_server->terminate(), 0);
}

void OfflineTest::theClientIsKilledBeforeTheServerComesBack()
{
    m_server->kill();
    const QStringList expected = sendMany(*m_ada, 20, u"queued "_s);
    m_ada->kill();

    m_ada->start(); // still without a server
    QTRY_COMPARE(m_ada->waiting(), 20);
    QCOMPARE(m_ada->texts(m_group), expected);
    m_ada->kill();

    m_server->start();
    m_ada->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_ben->announced(m_group), expected, 60'000);
    QCOMPARE(m_ben->texts(m_group), expected);
    QTRY_COMPARE(m_ada->texts(m_group), expected);
    QTRY_COMPARE(m_ada->waiting(), 0);
}

void OfflineTest::bothAreKilledInTheMiddle()
{
    // Messages on their way while first the server and then the client is killed: some are in the journal without the
    // client knowing.
    QStringList expected = sendMany(*m_ada, 30, u"first "_s);
    m_server->kill();
    expected += sendMany(*m_ada, 10, u"second "_s).mid(1);
    m_ada->kill();

    m_ada->start();
    m_server->start();
    m_ada->becomes(u"online"_s);
    const QStringList after = sendMany(*m_ada, 1, u"third "_s).mid(1);
    expected += after;
    QTRY_COMPARE_WITH_TIMEOUT(m_ben->announced(m_group), expected, 60'000);
    QCOMPARE(m_ben->texts(m_group), expected);
    QTRY_COMPARE(m_ada->waiting(), 0);
    QCOMPARE(m_ada->texts(m_group), expected);
    QCOMPARE(m_ada->result(u"ledger"_s)["refused"_L1].toInt(), 0);
}

void OfflineTest::everythingCachedStaysReadable()
{
    m_server->kill();
    m_ben->kill();
    m_ben->start();
    m_ben->becomes(u"waiting"_s);
    QCOMPARE(m_ben->texts(m_group), QStringList{u"before"_s});
    QCOMPARE(m_ben->summary(m_group)["title"_L1].toString(), u"Offline"_s);
    QCOMPARE(m_ben->summary(m_group)["unread"_L1].toInt(), 1);
    QCOMPARE(m_ben->result(u"users"_s)["users"_L1].toArray().size(), 2);
    QVERIFY(!m_ben->result(u"activities"_s)["activities"_L1].toArray().isEmpty());
}

void OfflineTest::whatIsMadeOfflineArrivesWhole()
{
    m_server->kill();
    const QString made = m_ada->makeGroup(u"Made offline"_s, {u"ben"_s});
    m_ada->send(made, u"in it"_s);
    m_ada->result(u"rename"_s, {{u"conversation"_s, made}, {u"title"_s, u"Renamed offline"_s}});
    const QString direct =
        m_ada->result(u"send"_s, {{u"to"_s, u"ben"_s}, {u"text"_s, u"just you"_s}})["conversation"_L1].toString();
    m_server->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_ben->announced(direct), QStringList{u"just you"_s}, 60'000);
    QTRY_COMPARE(m_ben->texts(made), QStringList{u"in it"_s});
    QTRY_COMPARE(m_ben->summary(made)["title"_L1].toString(), u"Renamed offline"_s);
}

void OfflineTest::twoClientsOnOneAccountStayInStep()
{
    SessionProcess second(*m_server, m_adasToken);
    second.start();
    second.becomes(u"online"_s);
    m_ben->send(m_group, u"from Ben"_s);
    m_ada->send(m_group, u"from the first"_s);
    second.send(m_group, u"from the second"_s);
    QTRY_COMPARE(m_ben->announced(m_group).size(), 4);
    const QStringList expected = m_ben->texts(m_group);
    QTRY_COMPARE(m_ada->texts(m_group), expected);
    QTRY_COMPARE(second.texts(m_group), expected);

    QVERIFY(m_ada->summary(m_group)["unread"_L1].toInt() > 0);
    m_ada->result(u"read"_s, {{u"conversation"_s, m_group}});
    QTRY_COMPARE(second.summary(m_group)["readUpTo"_L1].toInt(), 4);
    QCOMPARE(second.summary(m_group)["unread"_L1].toInt(), 0);
}

QTEST_GUILESS_MAIN(OfflineTest)
#include "OfflineTest.moc"
