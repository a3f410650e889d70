// SPDX-License-Identifier: GPL-3.0-or-later
#include "OutboxLock.h"
#include "TwoPeople.h"

using namespace frontdesk;
using namespace frontdesk::models;

using Shown = MessageListModel;

/// Own messages that are changed: what the author and the others see, also without a connection and where the server
/// says no.
class EditingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void editedMessageIsSeenByBoth();
    void draftWaitsAside();
    void unsentMessageIsEdited();
    void upGoesBackThroughOwnMessages();
    void editIsKeptWhileAnotherConversationIsOpen();
    void refusedMessageIsEditedInItsPlace();
    void refusedEditIsRetriedChangedOrDiscarded();
    void begunTextsOfTwoMessagesStayApart();
    void textForAMessageThatIsGoneComesBack();
    void failureOfSomethingElseGivesNothingBack();
    void draftThatTheDiskDidNotTakeIsKeptOnLeaving();

private:
    [[nodiscard]] static QVariant shown(ConversationPage *page, int row, int role)
    {
        return page->messages()->index(row).data(role);
    }
    [[nodiscard]] static QString text(ConversationPage *page, int row)
    {
        return shown(page, row, Shown::TextRole).toString();
    }
    [[nodiscard]] static QString idOf(ConversationPage *page, int row)
    {
        return shown(page, row, Shown::MessageIdRole).toString();
    }
    [[nodiscard]] static QString delivery(ConversationPage *page, int row)
    {
        return shown(page, row, Shown::DeliveryRole).toString();
    }

    std::unique_ptr<TwoPeople> m_people;
};

void EditingTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_people = std::make_unique<TwoPeople>();
}

void EditingTest::init()
{
    m_people->sitDown();
}

void EditingTest::cleanup()
{
    m_people->leave();
}

void EditingTest::editedMessageIsSeenByBoth()
{
    const ConversationId id = m_people->makeGroup(QStringLiteral("Edits"));
    ConversationPage *adas = m_people->atAda->open(id);
    ConversationPage *bens = m_people->atBen->open(id);
    adas->composer()->send(QStringLiteral("Monay"));
    QTRY_COMPARE_WITH_TIMEOUT(delivery(adas, 0), QStringLiteral("delivered"), 20'000);
    QVERIFY(!shown(adas, 0, Shown::EditedRole).toBool());

    adas->composer()->edit(idOf(adas, 0));
    QVERIFY(adas->composer()->editing());
    QCOMPARE(adas->composer()->text(), QStringLiteral("Monay"));
    QCOMPARE(adas->composer()->editedText(), QStringLiteral("Monay"));
    adas->composer()->setText(QStringLiteral("Monday"));
    adas->composer()->send(adas->composer()->text());
    QVERIFY(!adas->composer()->editing());
    QTRY_COMPARE_WITH_TIMEOUT(text(adas, 0), QStringLiteral("Monday"), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(text(bens, 0), QStringLiteral("Monday"), 20'000);
    for (ConversationPage *page : {adas, bens}) {
        QTRY_VERIFY_WITH_TIMEOUT(shown(page, 0, Shown::EditedRole).toBool(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!shown(page, 0, Shown::EditedTimeRole).toString().isEmpty(), 20'000);
        QCOMPARE(page->messages()->count(), 1);
    }
    QTRY_COMPARE_WITH_TIMEOUT(delivery(adas, 0), QStringLiteral("delivered"), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_people->atBen->listed(id, ConversationListModel::LastTextRole).toString(),
                              QStringLiteral("Monday"), 20'000);

    adas->composer()->edit(idOf(adas, 0)); // the same text changes nothing
    adas->composer()->send(QStringLiteral(" Monday "));
    QVERIFY(!adas->composer()->editing());
    QVERIFY(valueOf(m_people->atAda->session->store().pending()).isEmpty());
}

void EditingTest::draftWaitsAside()
{
    const ConversationId id = m_people->makeGroup(QStringLiteral("Drafts"));
    ConversationPage *page = m_people->atAda->open(id);
    page->composer()->send(QStringLiteral("one"));
    QTRY_COMPARE_WITH_TIMEOUT(page->messages()->count(), 1, 20'000);
    page->composer()->setText(QStringLiteral("half a thought"));
    page->composer()->edit(idOf(page, 0));
    page->composer()->setText(QStringLiteral("two"));
    page->composer()->cancelEdit();
    QCOMPARE(page->composer()->text(), QStringLiteral("half a thought"));
    QCOMPARE(text(page, 0), QStringLiteral("one"));
    page->composer()->edit(idOf(page, 0));
    page->composer()->send(QStringLiteral("two"));
    QCOMPARE(page->composer()->text(), QStringLiteral("half a thought"));
    QTRY_COMPARE_WITH_TIMEOUT(text(page, 0), QStringLiteral("two"), 20'000);
}

void EditingTest::unsentMessageIsEdited()
{
    const ConversationId id = m_people->makeGroup(QStringLiteral("Train"));
    ConversationPage *adas = m_people->atAda->open(id);
    ConversationPage *bens = m_people->atBen->open(id);
    m_people->atAda->goOffline();
    adas->composer()->send(QStringLiteral("helo"));
    QTRY_COMPARE_WITH_TIMEOUT(adas->messages()->count(), 1, 20'000);
    adas->composer()->edit(idOf(adas, 0));
    adas->composer()->send(QStringLiteral("hello"));
    QTRY_COMPARE_WITH_TIMEOUT(text(adas, 0), QStringLiteral("hello"), 20'000);
    QCOMPARE(delivery(adas, 0), QStringLiteral("queued"));
    m_people->atAda->goOnline();
    QTRY_COMPARE_WITH_TIMEOUT(bens->messages()->count(), 1, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(text(bens, 0), QStringLiteral("hello"), 20'000);

    m_people->atAda->goOffline(); // one that is there already
    adas->composer()->edit(idOf(adas, 0));
    adas->composer()->send(QStringLiteral("hello again"));
    QTRY_COMPARE_WITH_TIMEOUT(text(adas, 0), QStringLiteral("hello again"), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(delivery(adas, 0), QStringLiteral("queued"), 20'000); // the clock
    m_people->atAda->goOnline();
    QTRY_COMPARE_WITH_TIMEOUT(text(bens, 0), QStringLiteral("hello again"), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(delivery(adas, 0), QStringLiteral("delivered"), 20'000);
}

void EditingTest::upGoesBackThroughOwnMessages()
{
    const ConversationId id = m_people->makeGroup(QStringLiteral("Up"));
    ConversationPage *adas = m_people->atAda->open(id);
    ConversationPage *bens = m_people->atBen->open(id);
    ComposerModel *composer = adas->composer();
    QVERIFY(!composer->editPrevious());
    composer->send(QStringLiteral("first"));
    composer->send(QStringLiteral("second"));
    QTRY_COMPARE_WITH_TIMEOUT(bens->messages()->count(), 2, 20'000);
    bens->composer()->send(QStringLiteral("not mine"));
    QTRY_COMPARE_WITH_TIMEOUT(adas->messages()->count(), 3, 20'000);

    composer->setText(QStringLiteral("typing"));
    QVERIFY(!composer->editPrevious()); // Up moves in the text
    composer->setText({});
    QVERIFY(composer->editPrevious());
    QCOMPARE(composer->text(), QStringLiteral("second"));
    QVERIFY(composer->editPrevious());
    QCOMPARE(composer->text(), QStringLiteral("first"));
    QVERIFY(!composer->editPrevious());
    composer->setText(QStringLiteral("changed"));
    QVERIFY(!composer->editPrevious());
    QCOMPARE(composer->text(), QStringLiteral("changed"));
}

void EditingTest::editIsKeptWhileAnotherConversationIsOpen()
{
    const ConversationId id = m_people->makeGroup(QStringLiteral("Here"));
    const ConversationId other = m_people->makeGroup(QStringLiteral("There"));
    ConversationPage *page = m_people->atAda->open(id);
    page->composer()->send(QStringLiteral("one"));
    QTRY_COMPARE_WITH_TIMEOUT(page->messages()->count(), 1, 20'000);
    page->composer()->edit(idOf(page, 0));
    page->composer()->setText(QStringLiteral("two"));
    QVERIFY(!m_people->atAda->open(other)->composer()->editing());
    page = m_people->atAda->open(id);
    QVERIFY(page->composer()->editing());
    QCOMPARE(page->composer()->text(), QStringLiteral("two"));
    page->composer()->cancelEdit();
    m_people->atAda->open(other);
    QVERIFY(!m_people->atAda->open(id)->composer()->editing());
}

void EditingTest::refusedMessageIsEditedInItsPlace()
{
    const ConversationId id = m_people->makeGroup(QStringLiteral("Refused"));
    ConversationPage *page = m_people->atAda->open(id);
    const QString tooLong =
        QStringLiteral("x").repeated(limits::messageText + 1); // as a client with another limit would send
    m_people->atAda->session->submit(SendMessage{id, tooLong});
    m_people->atAda->session->submit(SendMessage{id, tooLong});
    QTRY_COMPARE_WITH_TIMEOUT(Person::column(*page->messages(), Shown::DeliveryRole),
                              (QVariantList{QStringLiteral("refused"), QStringLiteral("refused")}), 20'000);
    QVERIFY(!shown(page, 0, Shown::RefusalRole).toString().isEmpty());
    QVERIFY(m_people->atAda->notices.isEmpty()); // the bubble says it
    QTRY_COMPARE_WITH_TIMEOUT(m_people->atAda->workspace->refusedChanges()->count(), 0, 20'000);

    page->composer()->setText(QStringLiteral("a draft"));
    page->composer()->edit(idOf(page, 0));
    QCOMPARE(page->composer()->text(), tooLong);
    QVERIFY(!page->composer()->canSend());
    page->composer()->send(QStringLiteral("shorter"));
    QCOMPARE(page->composer()->text(), QStringLiteral("a draft"));
    QTRY_COMPARE_WITH_TIMEOUT(text(page, 0), QStringLiteral("shorter"), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(delivery(page, 0) != QLatin1String("refused"), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(delivery(page, 1), QStringLiteral("refused"), 20'000);
    page->discard(idOf(page, 1));
    QTRY_COMPARE_WITH_TIMEOUT(page->messages()->count(), 1, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(valueOf(m_people->atAda->session->store().pending()).isEmpty(), 20'000);
}

void EditingTest::refusedEditIsRetriedChangedOrDiscarded()
{
    const ConversationId id = m_people->makeGroup(QStringLiteral("No"));
    ConversationPage *page = m_people->atAda->open(id);
    page->composer()->send(QStringLiteral("as it was"));
    QTRY_COMPARE_WITH_TIMEOUT(delivery(page, 0), QStringLiteral("delivered"), 20'000);
    const MessageId message(idOf(page, 0));
    const QString tooLong = QStringLiteral("x").repeated(limits::messageText + 1);
    const auto refused = [&] { return !shown(page, 0, Shown::EditRefusedRole).toString().isEmpty(); };
    m_people->atAda->session->submit(EditMessage{id, message, tooLong});
    QTRY_VERIFY_WITH_TIMEOUT(refused(), 20'000);
    QCOMPARE(text(page, 0), QStringLiteral("as it was"));
    QCOMPARE(delivery(page, 0), QStringLiteral("delivered"));
    QCOMPARE(shown(page, 0, Shown::EditTextRole).toString(), tooLong);

    int refusals = 0;
    connect(m_people->atAda->session.get(), &sync::Session::refused, this, [&] { ++refusals; });
    page->retry(message.text());
    QTRY_COMPARE_WITH_TIMEOUT(refusals, 1, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(refused(), 20'000);
    page->composer()->edit(message.text());
    QCOMPARE(page->composer()->text(), tooLong); // what was wanted, not what stands
    page->composer()->send(QStringLiteral("as it should be"));
    QTRY_COMPARE_WITH_TIMEOUT(text(page, 0), QStringLiteral("as it should be"), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(delivery(page, 0), QStringLiteral("delivered"), 20'000);
    QVERIFY(!refused());

    m_people->atAda->session->submit(EditMessage{id, message, tooLong});
    QTRY_VERIFY_WITH_TIMEOUT(refused(), 20'000);
    page->discard(message.text());
    QTRY_VERIFY_WITH_TIMEOUT(!refused(), 20'000);
    QCOMPARE(text(page, 0), QStringLiteral("as it should be"));
    QTRY_VERIFY_WITH_TIMEOUT(valueOf(m_people->atAda->session->store().pending()).isEmpty(), 20'000);
}

void EditingTest::begunTextsOfTwoMessagesStayApart()
{
    const ConversationId id = m_people->makeGroup(QStringLiteral("Two"));
    const ConversationId other = m_people->makeGroup(QStringLiteral("Elsewhere"));
    ConversationPage *page = m_people->atAda->open(id);
    page->composer()->send(QStringLiteral("one"));
    page->composer()->send(QStringLiteral("two"));
    QTRY_COMPARE_WITH_TIMEOUT(page->messages()->count(), 2, 20'000);
    page->composer()->edit(idOf(page, 0));
    page->composer()->setText(QStringLiteral("one, begun"));
    page->composer()->edit(idOf(page, 1));
    QCOMPARE(page->composer()->text(), QStringLiteral("two"));
    page->composer()->cancelEdit();

    m_people->atAda->open(other);
    page = m_people->atAda->open(id);
    page->composer()->edit(idOf(page, 0));
    QCOMPARE(page->composer()->text(), QStringLiteral("one, begun"));
    page->composer()->cancelEdit();
    page->composer()->edit(idOf(page, 0));
    QCOMPARE(page->composer()->text(), QStringLiteral("one"));
}

void EditingTest::textForAMessageThatIsGoneComesBack()
{
    const ConversationId id = m_people->makeGroup(QStringLiteral("Discarded"));
    ConversationPage *page = m_people->atAda->open(id);
    ComposerModel *composer = page->composer();
    composer->send(QStringLiteral("stays"));
    m_people->atAda->session->submit(SendMessage{id, QStringLiteral("x").repeated(limits::messageText + 1)});
    QTRY_COMPARE_WITH_TIMEOUT(page->messages()->count(), 2, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(delivery(page, 1), QStringLiteral("refused"), 20'000);
    composer->edit(idOf(page, 1));
    page->discard(idOf(page, 1));
    QTRY_COMPARE_WITH_TIMEOUT(page->messages()->count(), 1, 20'000);

    composer->send(QStringLiteral("shorter"));
    composer->edit(idOf(page, 0));
    composer->setText(QStringLiteral("stays, changed"));
    QTRY_COMPARE_WITH_TIMEOUT(m_people->atAda->notices.size(), 1, 20'000);
    QVERIFY(composer->editing());
    QCOMPARE(composer->text(), QStringLiteral("stays, changed"));
    composer->cancelEdit();
    QCOMPARE(composer->text(), QStringLiteral("shorter"));
}

void EditingTest::failureOfSomethingElseGivesNothingBack()
{
    const ConversationId id = m_people->makeGroup(QStringLiteral("Once"));
    ConversationPage *page = m_people->atAda->open(id);
    page->composer()->send(QStringLiteral("once"));
    Q_EMIT m_people->atAda->session->failed({QStringLiteral("storage.full"), QStringLiteral("The disk is full.")});
    QCOMPARE(page->composer()->text(), QString());
    QTRY_COMPARE_WITH_TIMEOUT(delivery(page, 0), QStringLiteral("delivered"), 20'000);
    QCOMPARE(page->composer()->text(), QString());
}

void EditingTest::draftThatTheDiskDidNotTakeIsKeptOnLeaving()
{
    const ConversationId id = m_people->makeGroup(QStringLiteral("Full"));
    const ConversationId other = m_people->makeGroup(QStringLiteral("Elsewhere"));
    Person &ada = *m_people->atAda;
    const QString typed = QStringLiteral("do not lose me");
    const auto kept = [&] { return valueOf(ada.session->store().draft(id)); };
    ConversationPage *page = ada.open(id);
    QTRY_VERIFY_WITH_TIMEOUT(valueOf(ada.session->store().pending()).isEmpty(), 20'000);
    {
        const OutboxLock lock(ada.outboxFile());
        QVERIFY(lock.holds());
        QObject here;
        bool hasFailed = false;
        connect(ada.session.get(), &sync::Session::failed, &here, [&] { hasFailed = true; });
        page->composer()->setText(typed);
        QTRY_VERIFY_WITH_TIMEOUT(hasFailed, 20'000);
    }
    QCOMPARE(kept(), QString());
    ada.open(other);
    QTRY_COMPARE_WITH_TIMEOUT(kept(), typed, 20'000);

    ada.reopen();
    page = ada.open(id);
    QTRY_COMPARE_WITH_TIMEOUT(page->composer()->text(), typed, 20'000);
    page->composer()->send(typed);
    ada.reopen();
    QCOMPARE(kept(), QString()); // what was sent does not come back
}

QTEST_GUILESS_MAIN(EditingTest)
#include "EditingTest.moc"
