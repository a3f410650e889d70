// SPDX-License-Identifier: GPL-3.0-or-later
#include "TwoPeople.h"

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::models;

/// Conversations that are closed and opened again, as two people see it.
class ClosedConversationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_people = std::make_unique<TwoPeople>(); }
    void init() { m_people->sitDown(); }
    void cleanup() { m_people->leave(); }

    void howLongItTookIsOnTheDashboard(); // the first: nothing has been closed before
    void everybodySeesThatItIsClosed();
    void aMessageOpensItForEverybody();
    void answeringAndClosingAtOnceIsNoConflict();
    void aMessageWrittenBeforeTheClosingOpensIt();
    void theyAreFoundBySearch();

private:
    using List = ConversationListModel;

    void write(Person &person, const ConversationId &id, const QString &text) const
    {
        person.session->submit(SendMessage{.conversation = id, .text = text});
    }
    std::unique_ptr<TwoPeople> m_people;
};

void ClosedConversationsTest::everybodySeesThatItIsClosed()
{
    const ConversationId id = m_people->makeGroup(u"Refunds"_s);
    ConversationPage *adas = m_people->atAda->open(id);
    ConversationPage *bens = m_people->atBen->open(id);
    QVERIFY(!adas->closed());
    adas->setClosed(true);
    for (ConversationPage *page : {adas, bens})
        QTRY_VERIFY_WITH_TIMEOUT(page->closed(), 20'000);
    QVERIFY(m_people->atBen->listed(id, List::ClosedRole).toBool());
    QVERIFY(!m_people->atBen->listed(id, List::OpenRole).toBool());
    QTRY_COMPARE_WITH_TIMEOUT(
        m_people->atBen->workspace->activity()->index(0).data(ActivityModel::SentenceRole).toString(),
        u"%1 closed the conversation Refunds"_s.arg(m_people->ada.displayName), 20'000);
    bens->setClosed(false); // which undoes it
    for (ConversationPage *page : {adas, bens})
        QTRY_VERIFY_WITH_TIMEOUT(!page->closed(), 20'000);
    QVERIFY(m_people->atAda->listed(id, List::OpenRole).toBool());
}

void ClosedConversationsTest::aMessageOpensItForEverybody()
{
    const ConversationId id = m_people->makeGroup(u"Refunds"_s);
    ConversationPage *adas = m_people->atAda->open(id);
    ConversationPage *bens = m_people->atBen->open(id);
    adas->setClosed(true);
    QTRY_VERIFY_WITH_TIMEOUT(bens->closed(), 20'000);
    write(*m_people->atBen, id, u"One more thing"_s);
    for (ConversationPage *page : {adas, bens})
        QTRY_VERIFY_WITH_TIMEOUT(!page->closed(), 20'000);
}

void ClosedConversationsTest::answeringAndClosingAtOnceIsNoConflict()
{
    const ConversationId id = m_people->makeGroup(u"Refunds"_s);
    ConversationPage *adas = m_people->atAda->open(id);
    ConversationPage *bens = m_people->atBen->open(id);
    adas->setClosed(true);
    QTRY_VERIFY_WITH_TIMEOUT(bens->closed(), 20'000);
    m_people->atBen->goOffline(); // so that both wait together
    write(*m_people->atBen, id, u"Thank you"_s);
    QTRY_VERIFY(!bens->closed());
    bens->setClosed(true);
    QTRY_VERIFY(bens->closed());
    m_people->atBen->goOnline();
    QTRY_COMPARE_WITH_TIMEOUT(m_people->atAda->listed(id, List::LastTextRole).toString(), u"Thank you"_s, 20'000);
    for (ConversationPage *page : {adas, bens}) {
        QTRY_COMPARE_WITH_TIMEOUT(page->version(), 4, 20'000); // closed, opened, closed
        QVERIFY(page->closed());
        QCOMPARE(page->conflicts()->count(), 0);
    }
}

void ClosedConversationsTest::aMessageWrittenBeforeTheClosingOpensIt()
{
    const ConversationId id = m_people->makeGroup(u"Refunds"_s);
    ConversationPage *adas = m_people->atAda->open(id);
    m_people->atBen->goOffline();
    write(*m_people->atBen, id, u"From the train"_s);
    adas->setClosed(true);
    QTRY_COMPARE_WITH_TIMEOUT(adas->version(), 2, 20'000); // it is the server's
    QVERIFY(adas->closed());
    m_people->atBen->goOnline();
    QTRY_VERIFY_WITH_TIMEOUT(!adas->closed(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!m_people->atBen->listed(id, List::ClosedRole).toBool(), 20'000);
}

void ClosedConversationsTest::theyAreFoundBySearch()
{
    const ConversationId done = m_people->makeGroup(u"Refunds"_s);
    const ConversationId open = m_people->makeGroup(u"Orders"_s);
    write(*m_people->atAda, done, u"The parcel has come"_s);
    write(*m_people->atAda, open, u"The parcel has gone"_s);
    ConversationPage *page = m_people->atAda->open(done);
    page->setClosed(true);
    QTRY_VERIFY_WITH_TIMEOUT(page->closed() && page->version() == 2, 20'000);
    SearchModel &search = *m_people->atAda->workspace->search();
    const auto found = [&] { return Person::column(search, SearchModel::ConversationIdRole); };
    search.setText(u"parcel is:closed"_s);
    QTRY_COMPARE_WITH_TIMEOUT(found(), QVariantList{done.text()}, 20'000);
    search.setText(u"parcel is:open"_s);
    QTRY_COMPARE_WITH_TIMEOUT(found(), QVariantList{open.text()}, 20'000);
    search.setText(u"parcel is:open in:refunds"_s);
    QTRY_COMPARE_WITH_TIMEOUT(found(), QVariantList(), 20'000);
}

void ClosedConversationsTest::howLongItTookIsOnTheDashboard()
{
    Workspace &workspace = *m_people->atAda->workspace;
    DashboardModel *dashboard = workspace.dashboard();
    dashboard->setWatching(true);
    QTRY_VERIFY_WITH_TIMEOUT(dashboard->live(), 20'000);
    const auto figure = [&](const QString &name) {
        return Person::find(*dashboard->tiles(), TileListModel::NameRole, name)
            .data(TileListModel::FigureRole)
            .toString();
    };
    QCOMPARE(figure(u"conversations.resolution"_s), u"–"_s);
    const ConversationId id = m_people->makeGroup(u"Refunds"_s);
    write(*m_people->atBen, id, u"Hello"_s);
    QTRY_COMPARE_WITH_TIMEOUT(figure(u"conversations.waiting"_s), u"1"_s, 20'000);
    m_people->atAda->open(id)->setClosed(true);
    QTRY_COMPARE_WITH_TIMEOUT(figure(u"conversations.waiting"_s), u"0"_s, 20'000);
    QVERIFY(figure(u"conversations.resolution"_s) != u"–"_s);
    QCOMPARE(workspace.showRowsBehind(u"conversations.resolution"_s), u"inbox"_s);
    QCOMPARE(workspace.conversations()->shown(), u"closed"_s);
    QCOMPARE(workspace.showRowsBehind(u"conversations.waiting"_s), u"inbox"_s);
    QCOMPARE(workspace.conversations()->shown(), u"open"_s);
    // Of a team and of one person: what they have closed.
    dashboard->setWhose(m_people->ben.id.text());
    QTRY_VERIFY_WITH_TIMEOUT(dashboard->live(), 20'000);
    QCOMPARE(figure(u"conversations.resolution"_s), u"–"_s);
    dashboard->setWhose(m_people->ada.id.text());
    QTRY_VERIFY_WITH_TIMEOUT(dashboard->live(), 20'000);
    QVERIFY(figure(u"conversations.resolution"_s) != u"–"_s);
}

QTEST_GUILESS_MAIN(ClosedConversationsTest)
#include "ClosedConversationsTest.moc"
