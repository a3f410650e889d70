// SPDX-License-Identifier: GPL-3.0-or-later
// A whole client where something on the way lets no WebSocket through.
#include "Desk.h"
#include "Relay.h"

using namespace frontdesk;
using connection::State;

/// The states of a client, the newest first.
QVector<State> history(const Client &client)
{
    QVector<State> states;
    const auto status = client.session->status();
    for (const connection::HistoryEntry &entry : status.history)
        states.append(entry.state);
    return states;
}

class BlockedWebSocketTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void worksWithoutABreak_data();
    void worksWithoutABreak();
};

void BlockedWebSocketTest::worksWithoutABreak_data()
{
    QTest::addColumn<Relay::Verdict>("verdict");
    QTest::newRow("forbidden") << Relay::Verdict::Forbid;
    QTest::newRow("reset") << Relay::Verdict::Reset;
}

void BlockedWebSocketTest::worksWithoutABreak()
{
    QFETCH(Relay::Verdict, verdict);
    Desk desk;
    const User ada = desk.add(QStringLiteral("ada"));
    const User sam = desk.add(QStringLiteral("sam"));
    Relay relay(quint16(desk.url().port()));
    int webSockets = 0;
    relay.judge = [&](const QByteArray &head) {
        if (!Relay::isWebSocket(head))
            return Relay::Verdict::Pass;
        ++webSockets;
        return verdict;
    };
    QUrl blocked = desk.url();
    blocked.setPort(relay.serverPort());
    Client here(blocked, desk.token(QStringLiteral("ada")));
    Client there(desk.url(), desk.token(QStringLiteral("sam")));
    here.connectAndCatchUp();
    there.connectAndCatchUp();
    QTRY_COMPARE(here.session->status().transport, QStringLiteral("HTTP polling"));
    QCOMPARE(there.session->status().transport, QStringLiteral("WebSocket"));
    // The first attempt became the connection: nobody waited, nothing was lost.
    const QVector<State> straight{State::Online, State::CatchingUp, State::Authenticating, State::Connecting};
    QCOMPARE(history(here), straight);

    const ConversationId group = here.makeGroup(QStringLiteral("Over long-polling"), {ada.id, sam.id});
    here.settle();
    QTRY_VERIFY_WITH_TIMEOUT(there.knows(group), 20'000);
    QStringList said;
    for (int i = 0; i < 50; ++i) {
        said.append(QString::number(i));
        here.say(group, said.last());
    }
    here.settle();
    QTRY_COMPARE_WITH_TIMEOUT(there.texts(group), said, 20'000);
    there.say(group, QStringLiteral("heard"));
    QTRY_COMPARE_WITH_TIMEOUT(here.texts(group).size(), 51, 20'000);

    // The next connection begins where this one ended.
    QCOMPARE(webSockets, 1);
    here.session->connectNow();
    QTRY_COMPARE_WITH_TIMEOUT(history(here), straight + straight, 20'000);
    QCOMPARE(webSockets, 1);
}

QTEST_GUILESS_MAIN(BlockedWebSocketTest)
#include "BlockedWebSocketTest.moc"
