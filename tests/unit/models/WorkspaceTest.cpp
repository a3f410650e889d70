// SPDX-License-Identifier: GPL-3.0-or-later
#include "OutboxLock.h"
#include "Person.h"

#include <QtCore/QTimer>
#include <QtTest/QSignalSpy>

using namespace std::chrono_literals;
using namespace frontdesk;
using namespace frontdesk::models;

using Listed = ConversationListModel;
using Shown = MessageListModel;

/// What people see in their windows, on the real server, over real sockets and real files.
class WorkspaceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void directConversationHasTheOthersName();
    void messageGoesFromQueuedToRead();
    void typingIsShownAndGone();
    void presenceIsInWords();
    void offlineWorkWaitsAndIsSentInOrder();
    void groupLivesWithItsMembers();
    void draftIsKeptUntilItIsSent();
    void draftIsKeptWhenTheWorkspaceCloses();
    void whatCannotBeQueuedComesBack();
    void newLineStandsWhereReadingEnded();
    void activityTellsWhatHappened();
    void activityLeadsToRecords();
    void ownNameAndPresence();
    void clearedLocalDataComesBack();
    void reportHasNoSecrets();

private:
    [[nodiscard]] static QString lastDelivery(ConversationPage *page)
    {
        const MessageListModel &messages = *page->messages();
        return messages.index(messages.count() - 1).data(Shown::DeliveryRole).toString();
    }
    [[nodiscard]] static QStringList texts(ConversationPage *page)
    {
        QStringList texts;
        for (const QVariant &text : Person::column(*page->messages(), Shown::TextRole))
            texts.append(text.toString());
        return texts;
    }
    /// A new group of both, in both lists.
    ConversationId makeGroup(const QString &title);

    std::unique_ptr<Desk> m_desk;
    User m_ada, m_ben;
    QString m_adasToken, m_bensToken;
    std::unique_ptr<Person> m_atAda, m_atBen;
};

void WorkspaceTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_desk = std::make_unique<Desk>();
    m_ada = m_desk->add(QStringLiteral("ada"));
    m_ben = m_desk->add(QStringLiteral("ben"));
    m_adasToken = m_desk->token(m_ada.name);
    m_bensToken = m_desk->token(m_ben.name);
}

void WorkspaceTest::init()
{
    m_atAda = std::make_unique<Person>(m_desk->url(), m_ada, m_adasToken);
    m_atBen = std::make_unique<Person>(m_desk->url(), m_ben, m_bensToken);
    m_atAda->goOnline();
    m_atBen->goOnline();
}

void WorkspaceTest::cleanup()
{
    m_atAda.reset();
    m_atBen.reset();
}

ConversationId WorkspaceTest::makeGroup(const QString &title)
{
    m_atAda->workspace->createGroup(title, {m_ben.id.text()});
    const ConversationId id(m_atAda->workspace->current()->conversationId());
    m_atAda->workspace->closeConversation();
    [&] { QTRY_VERIFY_WITH_TIMEOUT(m_atBen->row(id).isValid(), 20'000); }();
    [&] { QTRY_VERIFY_WITH_TIMEOUT(!m_atAda->listed(id, Listed::PendingRole).toBool(), 20'000); }();
    return id;
}

void WorkspaceTest::directConversationHasTheOthersName()
{
    m_atAda->workspace->startDirect(m_ben.id.text());
    const ConversationId id = directConversationId(m_ada.id, m_ben.id);
    QCOMPARE(m_atAda->workspace->current()->conversationId(), id.text());
    QTRY_COMPARE(m_atAda->workspace->current()->title(), m_ben.displayName);
    QTRY_COMPARE(m_atAda->listed(id, Listed::TitleRole).toString(), m_ben.displayName);
    QTRY_COMPARE(m_atBen->listed(id, Listed::TitleRole).toString(), m_ada.displayName);
    QTRY_COMPARE(m_atBen->listed(id, Listed::KindRole).toString(), QStringLiteral("direct"));
    QTRY_COMPARE(m_atBen->listed(id, Listed::AvatarKeyRole).toString(), m_ada.id.text());

    m_atBen->workspace->startDirect(m_ada.id.text()); // the same one, not a second
    QCOMPARE(m_atBen->workspace->current()->conversationId(), id.text());
    QTRY_COMPARE(Person::column(*m_atBen->workspace->conversations(), Listed::ConversationIdRole).count(id.text()), 1);
}

void WorkspaceTest::messageGoesFromQueuedToRead()
{
    const ConversationId id = makeGroup(QStringLiteral("Delivery"));
    ConversationPage *adas = m_atAda->open(id);
    QStringList seen;
    connect(adas->messages(), &QAbstractItemModel::dataChanged, this, [&] { seen.append(lastDelivery(adas)); });
    connect(adas->messages(), &QAbstractItemModel::rowsInserted, this, [&] { seen.append(lastDelivery(adas)); });
    const int unread = m_atBen->workspace->totalUnread();

    adas->composer()->setText(QStringLiteral("  Hello <b>Ben</b>\nhow are you?  "));
    adas->composer()->send(adas->composer()->text());
    QCOMPARE(adas->composer()->text(), QString());
    QTRY_COMPARE(texts(adas), QStringList{QStringLiteral("Hello <b>Ben</b>\nhow are you?")});
    QTRY_COMPARE(lastDelivery(adas), QStringLiteral("delivered"));
    QTRY_COMPARE(m_atBen->listed(id, Listed::UnreadRole).toInt(), 1);
    QCOMPARE(m_atBen->workspace->totalUnread(), unread + 1);
    QTRY_COMPARE(m_atBen->listed(id, Listed::LastTextRole).toString(), QStringLiteral("Hello <b>Ben</b> how are you?"));
    QTRY_COMPARE(m_atBen->listed(id, Listed::LastAuthorRole).toString(), m_ada.displayName);
    QTRY_COMPARE(m_atAda->listed(id, Listed::LastAuthorRole).toString(), QStringLiteral("You"));

    ConversationPage *bens = m_atBen->open(id);
    bens->markRead();
    QTRY_COMPARE(lastDelivery(adas), QStringLiteral("read"));
    QTRY_COMPARE(m_atBen->workspace->totalUnread(), unread);
    QTRY_COMPARE(m_atAda->listed(id, Listed::DeliveryStateRole).toString(), QStringLiteral("read"));
    QCOMPARE(adas->messages()->count(), 1); // the same row all the way
    QVERIFY(!seen.contains(QStringLiteral("refused")));
}

void WorkspaceTest::typingIsShownAndGone()
{
    const ConversationId id = makeGroup(QStringLiteral("Typing"));
    ConversationPage *adas = m_atAda->open(id);
    ConversationPage *bens = m_atBen->open(id);
    QTimer keys;
    connect(&keys, &QTimer::timeout, bens, [bens] { bens->composer()->typed(); });
    keys.start(100ms); // or it would be over before a busy machine has looked
    QTRY_COMPARE(adas->typingText(), m_ben.displayName + QStringLiteral(" is typing"));
    QTRY_COMPARE(m_atAda->listed(id, Listed::TypingTextRole).toString(),
                 m_ben.displayName + QStringLiteral(" is typing…"));
    QCOMPARE(bens->typingText(), QString());
    keys.stop();
    bens->composer()->send(QStringLiteral("done"));
    QTRY_COMPARE(adas->typingText(), QString());
    QTRY_COMPARE(m_atAda->listed(id, Listed::TypingTextRole).toString(), QString());
}

void WorkspaceTest::presenceIsInWords()
{
    QTRY_COMPARE(m_atAda->person(m_ben, PeopleModel::PresenceTextRole).toString(), QStringLiteral("Online"));
    m_atBen->workspace->setOwnPresence(QStringLiteral("dnd"));
    QTRY_COMPARE(m_atAda->person(m_ben, PeopleModel::PresenceRole).toString(), QStringLiteral("dnd"));
    QCOMPARE(m_atAda->person(m_ben, PeopleModel::PresenceTextRole).toString(), QStringLiteral("Do not disturb"));
    m_atBen->goOffline();
    QTRY_COMPARE(m_atAda->person(m_ben, PeopleModel::PresenceRole).toString(), QStringLiteral("offline"));
    QVERIFY(m_atAda->person(m_ben, PeopleModel::PresenceTextRole).toString().startsWith(QStringLiteral("Last seen ")));
    QVERIFY(!m_atAda->person(m_ben, PeopleModel::PresenceTextRole).toString().contains(QStringLiteral("lost")));

    // Without a connection nobody knows who is there any more.
    QTRY_COMPARE(m_atBen->person(m_ada, PeopleModel::PresenceRole).toString(), QStringLiteral("offline"));
    QTRY_VERIFY(m_atBen->person(m_ada, PeopleModel::PresenceTextRole)
                    .toString()
                    .endsWith(QStringLiteral(", before the connection was lost")));
    m_atBen->workspace->setOwnPresence(QStringLiteral("online"));
    m_atBen->goOnline();
    QTRY_COMPARE(m_atBen->person(m_ada, PeopleModel::PresenceTextRole).toString(), QStringLiteral("Online"));
}

void WorkspaceTest::offlineWorkWaitsAndIsSentInOrder()
{
    const ConversationId id = makeGroup(QStringLiteral("Offline"));
    ConversationPage *bens = m_atBen->open(id);
    QCOMPARE(bens->offlineHint(), QString());
    m_atBen->goOffline();
    ConnectionStatus &connection = *m_atBen->workspace->connection();
    QTRY_VERIFY(!bens->offlineHint().isEmpty());
    QCOMPARE(connection.badgeKind(), QStringLiteral("error"));
    QCOMPARE(m_atBen->workspace->shownPresence(), QStringLiteral("offline"));

    const QStringList typed{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")};
    for (const QString &text : typed)
        bens->composer()->send(text);
    QTRY_COMPARE(texts(bens), typed);
    QCOMPARE(lastDelivery(bens), QStringLiteral("queued"));
    QTRY_COMPARE(connection.waiting(), 3);
    QCOMPARE(connection.badgeText(), QStringLiteral("Offline · 3 waiting"));
    QTRY_COMPARE(m_atBen->listed(id, Listed::LastTextRole).toString(), QStringLiteral("three"));

    m_atBen->workspace->createGroup(QStringLiteral("Made on a train"), {m_ada.id.text()});
    ConversationPage *made = m_atBen->workspace->current();
    const ConversationId madeId(made->conversationId());
    QTRY_COMPARE(made->title(), QStringLiteral("Made on a train"));
    QVERIFY(m_atBen->listed(madeId, Listed::PendingRole).toBool());

    m_atBen->goOnline();
    QTRY_COMPARE(connection.waiting(), 0);
    QCOMPARE(connection.badgeKind(), QStringLiteral("ok"));
    QTRY_COMPARE(texts(m_atAda->open(id)), typed);
    QTRY_VERIFY(m_atAda->row(madeId).isValid());
    QTRY_VERIFY(!m_atBen->listed(madeId, Listed::PendingRole).toBool());
}

void WorkspaceTest::groupLivesWithItsMembers()
{
    const ConversationId id = makeGroup(QStringLiteral("Before"));
    ConversationPage *adas = m_atAda->open(id);
    ConversationPage *bens = m_atBen->open(id);
    QTRY_COMPARE(bens->members()->count(), 2);
    QCOMPARE(bens->subtitle(), QStringLiteral("2 member(s)"));
    adas->rename(QStringLiteral("After"));
    QTRY_COMPARE(bens->title(), QStringLiteral("After"));

    adas->removeMember(m_ben.id.text());
    QTRY_VERIFY(!m_atBen->row(id).isValid());
    QTRY_VERIFY(!m_atBen->workspace->current()); // the page closes by itself
    QTRY_COMPARE(adas->members()->count(), 1);

    adas->addMembers({m_ben.id.text()});
    QTRY_VERIFY(m_atBen->row(id).isValid());
    m_atBen->open(id)->leave();
    QTRY_VERIFY(!m_atBen->workspace->current());
    QTRY_COMPARE(adas->members()->count(), 1);
}

void WorkspaceTest::draftIsKeptUntilItIsSent()
{
    const ConversationId id = makeGroup(QStringLiteral("Drafts"));
    m_atAda->open(id)->composer()->setText(QStringLiteral("half a thought"));
    m_atAda->workspace->closeConversation(); // before the pause after which it is saved
    QTRY_COMPARE(m_atAda->listed(id, Listed::DraftTextRole).toString(), QStringLiteral("half a thought"));
    QVERIFY(m_atAda->listed(id, Listed::HasDraftRole).toBool());

    ConversationPage *again = m_atAda->open(id);
    QTRY_COMPARE(again->composer()->text(), QStringLiteral("half a thought"));
    QVERIFY(again->composer()->canSend());
    again->composer()->setText(QStringLiteral("   "));
    QVERIFY(!again->composer()->canSend());
    again->composer()->setText(QStringLiteral("🎉").repeated(limits::messageText));
    QVERIFY(again->composer()->canSend()); // counted as people count, not in UTF-16
    again->composer()->setText(again->composer()->text() + QStringLiteral("x"));
    QVERIFY(!again->composer()->canSend());
    QVERIFY(!again->composer()->problem().isEmpty());
    again->composer()->send(again->composer()->text());
    QVERIFY(!again->composer()->text().isEmpty());
    again->composer()->setText(QStringLiteral("a whole one"));
    again->composer()->send(again->composer()->text());
    QTRY_VERIFY(!m_atAda->listed(id, Listed::HasDraftRole).toBool());
    QTRY_COMPARE(texts(again), QStringList{QStringLiteral("a whole one")});
}

void WorkspaceTest::draftIsKeptWhenTheWorkspaceCloses()
{
    const ConversationId closed = makeGroup(QStringLiteral("Closed first"));
    const ConversationId open = makeGroup(QStringLiteral("Still open"));
    m_atAda->open(closed)->composer()->setText(QStringLiteral("one"));
    m_atAda->open(open)->composer()->setText(QStringLiteral("two"));
    m_atAda->workspace.reset(); // in the same turn of the event loop, before either is saved
    QTRY_COMPARE(valueOf(m_atAda->session->store().draft(closed)), QStringLiteral("one"));
    QTRY_COMPARE(valueOf(m_atAda->session->store().draft(open)), QStringLiteral("two"));
}

void WorkspaceTest::whatCannotBeQueuedComesBack()
{
    const ConversationId id = makeGroup(QStringLiteral("Locked"));
    ConversationPage *page = m_atAda->open(id);
    {
        const OutboxLock lock(m_atAda->outboxFile());
        QVERIFY(lock.holds());
        page->composer()->setText(QStringLiteral("do not lose me"));
        page->composer()->send(page->composer()->text());
        QCOMPARE(page->composer()->text(), QString());
        QTRY_COMPARE_WITH_TIMEOUT(page->composer()->text(), QStringLiteral("do not lose me"), 20'000);
        QVERIFY(!m_atAda->notices.isEmpty());
    }
    page->composer()->send(page->composer()->text());
    QTRY_COMPARE(lastDelivery(page), QStringLiteral("delivered"));
    QCOMPARE(texts(page), QStringList{QStringLiteral("do not lose me")});
}

void WorkspaceTest::newLineStandsWhereReadingEnded()
{
    const ConversationId id = makeGroup(QStringLiteral("New"));
    ConversationPage *adas = m_atAda->open(id);
    for (const char *text : {"one", "two", "three"})
        adas->composer()->send(QLatin1String(text));
    QTRY_COMPARE(m_atBen->listed(id, Listed::UnreadRole).toInt(), 3);
    ConversationPage *bens = m_atBen->open(id);
    QCOMPARE(bens->messages()->firstUnreadRow(), 0);
    bens->markRead();
    QTRY_COMPARE(m_atBen->listed(id, Listed::UnreadRole).toInt(), 0);
    QCOMPARE(bens->messages()->firstUnreadRow(), 0); // it stays while one reads
    adas->composer()->send(QStringLiteral("four"));
    QTRY_COMPARE(bens->messages()->count(), 4);
    QCOMPARE(Person::column(*bens->messages(), Shown::FirstUnreadRole).count(true), 1);
    QVERIFY(bens->messages()->index(0).data(Shown::StartsGroupRole).toBool());
    QCOMPARE(bens->messages()->index(0).data(Shown::DayTextRole).toString(), QStringLiteral("Today"));
    QCOMPARE(bens->messages()->index(1).data(Shown::DayTextRole).toString(), QString());

    bens->markRead();
    bens->composer()->send(QStringLiteral("an answer"));
    QTRY_COMPARE(bens->messages()->firstUnreadRow(), -1);
    // The list may not have heard of "four" yet; that it was read has gone all the way when its author sees it.
    QTRY_COMPARE(adas->messages()->index(3).data(Shown::DeliveryRole).toString(), QStringLiteral("read"));
    QTRY_COMPARE(m_atBen->listed(id, Listed::UnreadRole).toInt(), 0);
    m_atBen->workspace->closeConversation();
    QCOMPARE(m_atBen->open(id)->messages()->firstUnreadRow(), -1);
}

void WorkspaceTest::activityTellsWhatHappened()
{
    const ConversationId id = makeGroup(QStringLiteral("Feed"));
    ConversationPage *page = m_atAda->open(id);
    page->composer()->send(QStringLiteral("one"));
    page->composer()->send(QStringLiteral("two"));
    ActivityModel &feed = *m_atBen->workspace->activity();
    QTRY_COMPARE(feed.index(0).data(ActivityModel::SentenceRole).toString(),
                 m_ada.displayName + QStringLiteral(" sent 2 message(s) in Feed"));
    QCOMPARE(feed.index(0).data(ActivityModel::ConversationIdRole).toString(), id.text());
    QCOMPARE(feed.index(0).data(ActivityModel::DayTextRole).toString(), QStringLiteral("Today"));
    QCOMPARE(feed.index(1).data(ActivityModel::SentenceRole).toString(),
             m_ada.displayName + QStringLiteral(" created the group Feed"));
    QTRY_COMPARE(m_atAda->workspace->activity()->index(0).data(ActivityModel::SentenceRole).toString(),
                 QStringLiteral("You sent 2 message(s) in Feed"));

    const int known = feed.count();
    for (int round = 0; round < 5 && !feed.complete(); ++round) {
        feed.loadOlder();
        QTRY_VERIFY(!feed.loading());
    }
    QVERIFY(feed.complete());
    QVERIFY(feed.count() >= known);
    QCOMPARE(feed.loadProblem(), QString());

    m_atBen->goOffline();
    m_atBen->session->fetchHistory(id, 1); // harmless without a connection
}

void WorkspaceTest::activityLeadsToRecords()
{
    const QString contact = m_atAda->workspace->crm()->create(
        QStringLiteral("contact"), {{QStringLiteral("name"), QStringLiteral("Ines Moreau")}});
    QVERIFY(!contact.isEmpty());
    ActivityModel &feed = *m_atBen->workspace->activity();
    QTRY_COMPARE(feed.index(0).data(ActivityModel::SentenceRole).toString(),
                 m_ada.displayName + QStringLiteral(" added the contact Ines Moreau"));
    QCOMPARE(feed.index(0).data(ActivityModel::RecordRole).toString(), contact);
    QCOMPARE(feed.index(0).data(ActivityModel::ConversationIdRole).toString(), QString());
    const auto conversation = feed.index(1).data(ActivityModel::RecordRole).toString();
    QCOMPARE(conversation, QString());
}

void WorkspaceTest::ownNameAndPresence()
{
    Workspace &mine = *m_atAda->workspace;
    QCOMPARE(mine.ownPresence(), QStringLiteral("online"));
    QCOMPARE(mine.shownPresence(), QStringLiteral("online"));
    mine.setOwnPresence(QStringLiteral("offline")); // not a choice
    mine.setOwnPresence(QStringLiteral("busy"));
    QCOMPARE(mine.ownPresence(), QStringLiteral("online"));

    mine.setDisplayName(QStringLiteral("  Ada Lovelace "));
    QTRY_COMPARE(mine.myName(), QStringLiteral("Ada Lovelace"));
    QCOMPARE(mine.myInitials(), QStringLiteral("AL"));
    QTRY_COMPARE(m_atBen->person(m_ada, PeopleModel::DisplayNameRole).toString(), QStringLiteral("Ada Lovelace"));
    mine.setDisplayName(m_ada.displayName);
    QTRY_COMPARE(mine.myName(), m_ada.displayName);
}

void WorkspaceTest::clearedLocalDataComesBack()
{
    const ConversationId id = makeGroup(QStringLiteral("Cleared"));
    ConversationPage *page = m_atAda->open(id);
    page->composer()->send(QStringLiteral("kept by the server"));
    QTRY_COMPARE(lastDelivery(page), QStringLiteral("delivered"));
    page->composer()->setText(QStringLiteral("begun here"));

    int replaced = 0; // emptied, and filled by the server's snapshot
    QObject here;
    connect(m_atAda->session.get(), &sync::Session::changed, &here,
            [&](const store::Changes &changes) { replaced += changes.everything ? 1 : 0; });
    m_atAda->workspace->clearLocalData();
    QTRY_COMPARE_WITH_TIMEOUT(replaced, 2, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_atAda->row(id).isValid(), 20'000);
    page = m_atAda->open(id);
    QTRY_COMPARE(texts(page), QStringList{QStringLiteral("kept by the server")});
    QTRY_COMPARE(page->composer()->text(), QStringLiteral("begun here"));
    QVERIFY2(m_atAda->notices.isEmpty(), qPrintable(m_atAda->notices.join(u'\n')));
}

void WorkspaceTest::reportHasNoSecrets()
{
    const ConversationId id = makeGroup(QStringLiteral("Secret plan"));
    ConversationPage *page = m_atAda->open(id);
    page->composer()->send(QStringLiteral("the launch is on Monday"));
    QTRY_COMPARE(lastDelivery(page), QStringLiteral("delivered"));
    const QString report = m_atAda->workspace->connection()->copyReport();
    for (const QString &needed :
         {QStringLiteral("State: online"), m_desk->url().toString(), QStringLiteral("Journal: seq"),
          QStringLiteral("0 missing"), QStringLiteral("History")})
        QVERIFY2(report.contains(needed), qPrintable(report));
    for (const QString &secret : {m_adasToken, QStringLiteral("Monday"), QStringLiteral("Secret plan"), m_ada.id.text(),
                                  id.text(), m_ben.id.text()})
        QVERIFY2(!report.contains(secret), qPrintable(report));
}

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "WorkspaceTest.moc"
