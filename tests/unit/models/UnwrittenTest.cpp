// SPDX-License-Identifier: GPL-3.0-or-later
#include "OutboxLock.h"
#include "TwoPeople.h"

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::models;

/// What the disk does not take while another program holds the outbox: nothing of it is lost, and the person decides.
class UnwrittenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_people->leave(); }

    void changedFieldIsTriedAgain();
    void newRecordIsKeptCorrectedOrDiscarded();
    void whatGoesBackWhereItWasTypedIsNotShownTwice();
    void manyAtOnceAreNotListed();
    void betterValueOfARefusedOneIsThereAgain();
    void messagesOfAConversationThatWasLeftComeBackThere();
    void editInAConversationThatWasLeftComesBackThere();
    void readPositionIsMovedAgain();

private:
    static constexpr int patience = 20'000; // milliseconds; the store waits for the other program before it gives up

    [[nodiscard]] Crm &crm() const { return *m_people->atAda->workspace->crm(); }
    [[nodiscard]] RefusedChangesModel &kept() const { return *m_people->atAda->workspace->refusedChanges(); }
    [[nodiscard]] QString said(int row, RefusedChangesModel::Roles role) const
    {
        return kept().index(row).data(role).toString();
    }
    /// Does it while the outbox cannot be written, until it is known that it was not. What was sent before may still be
    /// on its way out of the outbox, and fail as well.
    template <class Work>
    void whileLocked(Work work)
    {
        const OutboxLock lock(m_people->atAda->outboxFile());
        QVERIFY(lock.holds());
        QObject here;
        bool isKnown = false;
        connect(m_people->atAda->session.get(), &sync::Session::failed, &here, [&](const Error &error) {
            isKnown = isKnown || error.detail.contains("command"_L1); // one that was given now
        });
        work();
        QTRY_VERIFY_WITH_TIMEOUT(isKnown, patience);
    }

    std::unique_ptr<TwoPeople> m_people;
};

void UnwrittenTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_people = std::make_unique<TwoPeople>();
}

void UnwrittenTest::init()
{
    m_people->sitDown();
}

void UnwrittenTest::changedFieldIsTriedAgain()
{
    crm().create(u"contact"_s, {{fields::name, u"Maya"_s}});
    const auto job = [&] {
        return Person::find(*crm().current()->fieldList(), RecordFieldsModel::FieldRole, u"job"_s)
            .data(RecordFieldsModel::TextRole)
            .toString();
    };
    QTRY_VERIFY(crm().current()->version() > 0);
    whileLocked([&] { crm().current()->set(u"job"_s, u"Owner"_s); });
    QTRY_COMPARE(kept().count(), 1);
    QTRY_VERIFY(said(0, RefusedChangesModel::TextRole).startsWith(u"Maya: Job, “Owner”, was not saved: "_s));
    QVERIFY(said(0, RefusedChangesModel::TextRole).contains(u"Another program"_s));
    QCOMPARE(job(), QString());

    whileLocked([&] { kept().retry(said(0, RefusedChangesModel::ChangeIdRole)); });
    QTRY_COMPARE(kept().count(), 1); // still
    kept().retry(said(0, RefusedChangesModel::ChangeIdRole));
    QTRY_COMPARE(job(), u"Owner"_s);
    QCOMPARE(kept().count(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_people->atAda->workspace->connection()->waiting(), 0, patience);
}

void UnwrittenTest::newRecordIsKeptCorrectedOrDiscarded()
{
    const auto contacts = [&] { return Person::column(*crm().contacts(), RecordTableModel::TitleRole); };
    whileLocked([&] {
        crm().create(u"contact"_s, {{fields::name, u"Tomas"_s}, {u"emails"_s, u"tomas@example.org"_s}});
    });
    QTRY_COMPARE(kept().count(), 1);
    QVERIFY(said(0, RefusedChangesModel::TextRole).startsWith(u"The new contact “Tomas” was not saved: "_s));
    QCOMPARE(said(0, RefusedChangesModel::ValueRole), u"Tomas"_s);
    kept().replace(said(0, RefusedChangesModel::ChangeIdRole), u"Tomás"_s);
    QTRY_VERIFY(contacts().contains(u"Tomás"_s));
    QCOMPARE(kept().count(), 0);

    whileLocked([&] { crm().create(u"contact"_s, {{fields::name, u"Nobody"_s}}); });
    QTRY_COMPARE(kept().count(), 1);
    kept().discard(said(0, RefusedChangesModel::ChangeIdRole));
    QCOMPARE(kept().count(), 0);
    QVERIFY(!contacts().contains(u"Nobody"_s));
}

void UnwrittenTest::whatGoesBackWhereItWasTypedIsNotShownTwice()
{
    const QString maya = crm().create(u"contact"_s, {{fields::name, u"Maya"_s}});
    QTRY_VERIFY(crm().current()->version() > 0);
    BegunRecord &note = *crm().current()->begunNote();
    note.setText(u"Likes tea"_s);
    whileLocked([&] { note.kept(crm().addNote(maya, note.text())); });
    QTRY_COMPARE(note.text(), u"Likes tea"_s);
    QCOMPARE(kept().count(), 0);
}

void UnwrittenTest::manyAtOnceAreNotListed()
{
    QVector<CommandBody> many;
    for (int i = 0; i < 3; ++i)
        many.append(
            CreateRecord{{RecordKind::Contact, createUuidV7(SystemClock().utc())}, {{fields::name, u"X"_s}}, {}});
    m_people->atAda->notices.clear();
    whileLocked([&] { m_people->atAda->session->submit(many); });
    QTRY_VERIFY(!m_people->atAda->notices.isEmpty());
    QCOMPARE(kept().count(), 0);
}

void UnwrittenTest::betterValueOfARefusedOneIsThereAgain()
{
    m_people->atAda->workspace->createGroup(u"x"_s.repeated(limits::title + 1), {m_people->ben.id.text()});
    const ConversationId group(m_people->atAda->workspace->current()->conversationId());
    QTRY_COMPARE(kept().count(), 1);
    whileLocked([&] { kept().replace(said(0, RefusedChangesModel::ChangeIdRole), u"Autumn fair"_s); });
    QCOMPARE(kept().count(), 1);
    QCOMPARE(said(0, RefusedChangesModel::ValueRole), u"Autumn fair"_s);
    kept().retry(said(0, RefusedChangesModel::ChangeIdRole));
    QTRY_COMPARE_WITH_TIMEOUT(m_people->atBen->listed(group, ConversationListModel::TitleRole).toString(),
                              u"Autumn fair"_s, patience);
    QTRY_COMPARE(kept().count(), 0);
}

void UnwrittenTest::messagesOfAConversationThatWasLeftComeBackThere()
{
    Person &ada = *m_people->atAda;
    const ConversationId id = m_people->makeGroup(u"Left"_s);
    const ConversationId other = m_people->makeGroup(u"Elsewhere"_s);
    QObject here;
    int failures = 0;
    connect(ada.session.get(), &sync::Session::failed, &here,
            [&](const Error &error) { failures += error.detail.contains("command"_L1) ? 1 : 0; });
    {
        const OutboxLock lock(ada.outboxFile());
        QVERIFY(lock.holds());
        ComposerModel *composer = ada.open(id)->composer();
        composer->setText(u"do not lose me"_s);
        composer->send(composer->text());
        composer->send(u"nor me"_s);
        ada.open(other);
        QTRY_COMPARE_WITH_TIMEOUT(failures, 2, patience);
    }
    QCOMPARE(kept().count(), 0);
    ConversationPage *page = ada.open(id);
    QTRY_COMPARE(page->composer()->text(), u"do not lose me\nnor me"_s);
    page->composer()->send(page->composer()->text());
    ConversationPage *bens = m_people->atBen->open(id);
    QTRY_COMPARE_WITH_TIMEOUT(bens->messages()->count(), 1, patience);
    QCOMPARE(page->messages()->count(), 1);
}

void UnwrittenTest::editInAConversationThatWasLeftComesBackThere()
{
    Person &ada = *m_people->atAda;
    const ConversationId id = m_people->makeGroup(u"Edited"_s);
    const ConversationId other = m_people->makeGroup(u"Elsewhere"_s);
    ConversationPage *page = ada.open(id);
    page->composer()->send(u"as it was"_s);
    QTRY_COMPARE(page->messages()->count(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(valueOf(ada.session->store().pending()).isEmpty(), patience);
    whileLocked([&] {
        page->composer()->edit(page->messages()->index(0).data(MessageListModel::MessageIdRole).toString());
        page->composer()->send(u"as it should be"_s);
        ada.open(other);
    });
    page = ada.open(id);
    QTRY_COMPARE(page->composer()->text(), u"as it should be"_s);
    QCOMPARE(kept().count(), 0);
}

void UnwrittenTest::readPositionIsMovedAgain()
{
    Person &ada = *m_people->atAda;
    const ConversationId id = m_people->makeGroup(u"Read"_s);
    ConversationPage *page = ada.open(id);
    const auto unread = [&] { return ada.listed(id, ConversationListModel::UnreadRole).toInt(); };
    m_people->atBen->open(id)->composer()->send(u"Seen?"_s);
    QTRY_COMPARE_WITH_TIMEOUT(unread(), 1, patience);
    QTRY_COMPARE(page->messages()->count(), 1);
    whileLocked([&] { page->markRead(); });
    QCOMPARE(unread(), 1);
    page->markRead();
    QTRY_COMPARE_WITH_TIMEOUT(unread(), 0, patience);
}

QTEST_GUILESS_MAIN(UnwrittenTest)
#include "UnwrittenTest.moc"
