// SPDX-License-Identifier: GPL-3.0-or-later
#include "TwoPeople.h"

#include <QtTest/QSignalSpy>

using namespace frontdesk;
using namespace frontdesk::models;

using Listed = ConversationListModel;
using Refused = RefusedChangesModel;

/// Titles, labels and profiles that two people change, perhaps at the same time: what each of them sees and can do.
class RecordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void labelsAreSeenByBoth();
    void labelsHaveLimits();
    void sameTitleTwiceIsAConflict();
    void conflictIsDecided_data();
    void conflictIsDecided();
    void conflictIsDecidedWithoutAConnection();
    void dialogThatWasOpenForAWhileBuildsOnWhatItShowed();
    void profileIsShownAndChanged();
    void refusedChangeStaysUntilThePersonDecides();
    void refusedGroupIsSentWithAnotherName();
    void messageToAConversationOneHasLeftIsKept();

private:
    static QVariant first(const QAbstractItemModel &model, int role) { return model.index(0, 0).data(role); }
    /// Both rename the group without a connection; Ada's is there first, and Ben's is not taken.
    ConversationId makeConflict()
    {
        const ConversationId id = m_people->makeGroup(QStringLiteral("Returns"));
        ConversationPage *adas = m_people->atAda->open(id);
        ConversationPage *bens = m_people->atBen->open(id);
        m_people->atBen->goOffline();
        bens->rename(QStringLiteral("Refunds Europe"));
        [&] { QTRY_COMPARE_WITH_TIMEOUT(bens->title(), QStringLiteral("Refunds Europe"), 20'000); }();
        const int before = adas->version();
        adas->rename(QStringLiteral("Refunds EU"));
        [&] { QTRY_VERIFY_WITH_TIMEOUT(adas->version() > before, 20'000); }(); // it is the server's
        m_people->atBen->goOnline();
        [&] { QTRY_COMPARE_WITH_TIMEOUT(bens->conflicts()->count(), 1, 20'000); }();
        [&] { QTRY_COMPARE_WITH_TIMEOUT(adas->conflicts()->count(), 1, 20'000); }();
        return id;
    }

    std::unique_ptr<TwoPeople> m_people;
};

void RecordsTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_people = std::make_unique<TwoPeople>();
}

void RecordsTest::init()
{
    m_people->sitDown();
}

void RecordsTest::cleanup()
{
    m_people->leave();
}

void RecordsTest::labelsAreSeenByBoth()
{
    const ConversationId id = m_people->makeGroup(QStringLiteral("Labels"));
    ConversationPage *adas = m_people->atAda->open(id);
    ConversationPage *bens = m_people->atBen->open(id);
    adas->addLabel(QStringLiteral(" urgent "));
    adas->addLabel(QStringLiteral("billing"));
    const QStringList both{QStringLiteral("billing"), QStringLiteral("urgent")};
    QTRY_COMPARE_WITH_TIMEOUT(adas->labels(), both, 20'000); // at once, before the server has them
    QTRY_COMPARE_WITH_TIMEOUT(bens->labels(), both, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_people->atBen->listed(id, Listed::LabelCountRole).toInt(), 2, 20'000);
    QCOMPARE(m_people->atBen->listed(id, Listed::FirstLabelRole).toString(), QStringLiteral("billing"));
    bens->removeLabel(QStringLiteral("urgent"));
    QTRY_COMPARE_WITH_TIMEOUT(adas->labels(), QStringList{QStringLiteral("billing")}, 20'000);
}

void RecordsTest::labelsHaveLimits()
{
    const ConversationId id = m_people->makeGroup(QStringLiteral("Limits"));
    ConversationPage *page = m_people->atAda->open(id);
    QVERIFY(!page->mayLabel(QStringLiteral("  ")));
    QVERIFY(!page->mayLabel(QStringLiteral("x").repeated(limits::label + 1)));
    QVERIFY(page->mayLabel(QStringLiteral("🎉").repeated(limits::label)));
    for (int i = 0; i < limits::labels; ++i)
        page->addLabel(QStringLiteral("label %1").arg(i));
    QTRY_COMPARE_WITH_TIMEOUT(page->labels().size(), limits::labels, 20'000);
    QVERIFY(!page->mayLabel(QStringLiteral("one more")));
    QVERIFY(page->mayLabel(QStringLiteral("label 1"))); // it is there already
}

void RecordsTest::sameTitleTwiceIsAConflict()
{
    QSignalSpy adasNotices(m_people->atAda->workspace.get(), &Workspace::noticed);
    const ConversationId id = makeConflict();
    const auto look = [&](Person &person, bool isBens) {
        const ConflictListModel &conflicts = *person.workspace->current()->conflicts();
        QCOMPARE(first(conflicts, ConflictListModel::KeptRole).toString(), QStringLiteral("Refunds EU"));
        QCOMPARE(first(conflicts, ConflictListModel::WantedRole).toString(), QStringLiteral("Refunds Europe"));
        QCOMPARE(first(conflicts, ConflictListModel::BeforeRole).toString(), QStringLiteral("Returns"));
        QCOMPARE(first(conflicts, ConflictListModel::FieldNameRole).toString(), QStringLiteral("Name of the group"));
        QCOMPARE(first(conflicts, ConflictListModel::WantedOwnRole).toBool(), isBens);
        QCOMPARE(first(conflicts, ConflictListModel::KeptOwnRole).toBool(), !isBens);
        QCOMPARE(first(conflicts, ConflictListModel::KeptByRole).toString(),
                 isBens ? m_people->ada.displayName : QStringLiteral("You"));
        QVERIFY(first(conflicts, ConflictListModel::KeptTimeRole).toString().startsWith(QStringLiteral("Today ")));
        QTRY_COMPARE_WITH_TIMEOUT(person.listed(id, Listed::TitleRole).toString(), QStringLiteral("Refunds EU"),
                                  20'000);
        QTRY_COMPARE_WITH_TIMEOUT(person.listed(id, Listed::ConflictsRole).toInt(), 1, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(person.notices.size(), 1, 20'000);
        QVERIFY2(person.notices.first().contains(QStringLiteral("“Refunds Europe”")),
                 qPrintable(person.notices.first()));
    };
    look(*m_people->atAda, false);
    look(*m_people->atBen, true);
    const Error notice = adasNotices.first().first().value<Error>();
    QCOMPARE(notice.detail[QLatin1String("record")].toString(), recordOf(id).text());
}

void RecordsTest::conflictIsDecided_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("title");
    QTest::newRow("what stands") << QStringLiteral("keep") << QStringLiteral("Refunds EU");
    QTest::newRow("what was not taken") << QStringLiteral("take") << QStringLiteral("Refunds Europe");
    QTest::newRow("a third one") << QStringLiteral("decide") << QStringLiteral("Money back");
}

void RecordsTest::conflictIsDecided()
{
    QFETCH(const QString, how);
    QFETCH(const QString, title);
    const ConversationId id = makeConflict();
    ConflictListModel &conflicts = *m_people->atAda->workspace->current()->conflicts();
    const QString conflict = first(conflicts, ConflictListModel::ConflictIdRole).toString();
    QSignalSpy over(m_people->atBen->workspace.get(), &Workspace::noticeOver);
    if (how == QLatin1String("keep"))
        conflicts.keep(conflict);
    else if (how == QLatin1String("take"))
        conflicts.take(conflict);
    else
        conflicts.decide(conflict, QLatin1Char(' ') + title);
    for (const Person *person : {m_people->atAda.get(), m_people->atBen.get()}) {
        QTRY_COMPARE_WITH_TIMEOUT(person->workspace->current()->conflicts()->count(), 0, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(person->listed(id, Listed::TitleRole).toString(), title, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(person->listed(id, Listed::ConflictsRole).toInt(), 0, 20'000);
    }
    QTRY_VERIFY_WITH_TIMEOUT(!over.isEmpty(), 20'000);
    QCOMPARE(over.first().first().toString(), conflict); // its notice goes
}

void RecordsTest::conflictIsDecidedWithoutAConnection()
{
    const ConversationId id = makeConflict();
    m_people->atBen->goOffline();
    ConflictListModel &conflicts = *m_people->atBen->workspace->current()->conflicts();
    conflicts.decide(first(conflicts, ConflictListModel::ConflictIdRole).toString(), {}); // a group has a name
    conflicts.take(first(conflicts, ConflictListModel::ConflictIdRole).toString());
    QTRY_COMPARE_WITH_TIMEOUT(conflicts.count(), 0, 20'000); // at once
    QTRY_COMPARE_WITH_TIMEOUT(m_people->atBen->listed(id, Listed::TitleRole).toString(),
                              QStringLiteral("Refunds Europe"), 20'000);
    QCOMPARE(m_people->atAda->workspace->current()->conflicts()->count(), 1);
    m_people->atBen->goOnline();
    QTRY_COMPARE_WITH_TIMEOUT(m_people->atAda->workspace->current()->conflicts()->count(), 0, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_people->atAda->listed(id, Listed::TitleRole).toString(),
                              QStringLiteral("Refunds Europe"), 20'000);
}

void RecordsTest::dialogThatWasOpenForAWhileBuildsOnWhatItShowed()
{
    const ConversationId id = m_people->makeGroup(QStringLiteral("Seen"));
    ConversationPage *adas = m_people->atAda->open(id);
    ConversationPage *bens = m_people->atBen->open(id);
    const int seen = bens->version();
    QVERIFY(seen > 0);
    adas->rename(QStringLiteral("Changed meanwhile"));
    QTRY_COMPARE_WITH_TIMEOUT(bens->title(), QStringLiteral("Changed meanwhile"), 20'000);
    QVERIFY(bens->version() > seen);
    bens->rename(QStringLiteral("Typed before"), seen, QStringLiteral("Seen"));
    QTRY_COMPARE_WITH_TIMEOUT(bens->conflicts()->count(), 1, 20'000);
    QCOMPARE(first(*bens->conflicts(), ConflictListModel::BeforeRole).toString(), QStringLiteral("Seen"));
    QTRY_COMPARE_WITH_TIMEOUT(bens->title(), QStringLiteral("Changed meanwhile"), 20'000);
}

void RecordsTest::profileIsShownAndChanged()
{
    Workspace &mine = *m_people->atAda->workspace;
    mine.setAbout(QStringLiteral("  Refunds and returns "));
    QTRY_COMPARE_WITH_TIMEOUT(mine.myAbout(), QStringLiteral("Refunds and returns"), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_people->atBen->person(m_people->ada, PeopleModel::AboutRole).toString(),
                              QStringLiteral("Refunds and returns"), 20'000);
    m_people->atBen->workspace->startDirect(m_people->ada.id.text());
    QTRY_COMPARE_WITH_TIMEOUT(m_people->atBen->workspace->current()->about(), QStringLiteral("Refunds and returns"),
                              20'000);
    mine.setAbout({});
    QTRY_COMPARE_WITH_TIMEOUT(m_people->atBen->workspace->current()->about(), QString(), 20'000);
    QCOMPARE(mine.profileConflicts()->count(), 0);
}

void RecordsTest::refusedChangeStaysUntilThePersonDecides()
{
    const ConversationId id = m_people->makeGroup(QStringLiteral("Title"));
    RefusedChangesModel &refused = *m_people->atAda->workspace->refusedChanges();
    const QString tooLong =
        QStringLiteral("x").repeated(limits::title + 1); // as a client with another limit would send
    m_people->atAda->open(id)->rename(tooLong);
    QTRY_COMPARE_WITH_TIMEOUT(refused.count(), 1, 20'000);
    QVERIFY(first(refused, Refused::TextRole).toString().startsWith(QStringLiteral("Name of the group, “x")));
    QCOMPARE(first(refused, Refused::ValueRole).toString(), tooLong);
    QCOMPARE(first(refused, Refused::LongestRole).toInt(), limits::title);
    QTRY_COMPARE_WITH_TIMEOUT(m_people->atAda->listed(id, Listed::TitleRole).toString(), QStringLiteral("Title"),
                              20'000);

    m_people->atAda->reopen(); // it is there after a restart
    RefusedChangesModel &again = *m_people->atAda->workspace->refusedChanges();
    QTRY_COMPARE_WITH_TIMEOUT(again.count(), 1, 20'000);
    m_people->atAda->goOnline();
    int refusals = 0;
    connect(m_people->atAda->session.get(), &sync::Session::refused, this, [&] { ++refusals; });
    const QString before = first(again, Refused::ChangeIdRole).toString();
    again.retry(before);
    QTRY_COMPARE_WITH_TIMEOUT(refusals, 1, 20'000);
    // It was sent as another one.
    QTRY_VERIFY_WITH_TIMEOUT(again.count() == 1 && first(again, Refused::ChangeIdRole).toString() != before, 20'000);
    again.replace(first(again, Refused::ChangeIdRole).toString(), QStringLiteral("Shorter"));
    QTRY_COMPARE_WITH_TIMEOUT(m_people->atAda->listed(id, Listed::TitleRole).toString(), QStringLiteral("Shorter"),
                              20'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_people->atBen->listed(id, Listed::TitleRole).toString(), QStringLiteral("Shorter"),
                              20'000);
    QTRY_COMPARE_WITH_TIMEOUT(again.count(), 0, 20'000);

    m_people->atAda->open(id)->rename(tooLong);
    QTRY_COMPARE_WITH_TIMEOUT(again.count(), 1, 20'000);
    again.discard(first(again, Refused::ChangeIdRole).toString());
    QTRY_COMPARE_WITH_TIMEOUT(again.count(), 0, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(valueOf(m_people->atAda->session->store().pending()).isEmpty(), 20'000);
}

void RecordsTest::refusedGroupIsSentWithAnotherName()
{
    RefusedChangesModel &refused = *m_people->atAda->workspace->refusedChanges();
    m_people->atAda->workspace->createGroup(QStringLiteral("x").repeated(limits::title + 1), {m_people->ben.id.text()});
    const ConversationId id(m_people->atAda->workspace->current()->conversationId());
    m_people->atAda->workspace->current()->composer()->send(QStringLiteral("waits for its group"));
    QTRY_COMPARE_WITH_TIMEOUT(refused.count(), 1, 20'000);
    refused.replace(first(refused, Refused::ChangeIdRole).toString(), QStringLiteral("A name"));
    QTRY_COMPARE_WITH_TIMEOUT(m_people->atBen->listed(id, Listed::TitleRole).toString(), QStringLiteral("A name"),
                              20'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_people->atBen->listed(id, Listed::LastTextRole).toString(),
                              QStringLiteral("waits for its group"), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(refused.count(), 0, 20'000);
}

void RecordsTest::messageToAConversationOneHasLeftIsKept()
{
    const ConversationId id = m_people->makeGroup(QStringLiteral("Gone"));
    ConversationPage *bens = m_people->atBen->open(id);
    m_people->atBen->goOffline();
    bens->composer()->send(QStringLiteral("are you there?"));
    ConversationPage *adas = m_people->atAda->open(id);
    const int before = adas->version();
    adas->removeMember(m_people->ben.id.text());
    QTRY_COMPARE_WITH_TIMEOUT(adas->members()->count(), 1, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(adas->version() > before, 20'000); // it is the server's
    m_people->atBen->goOnline();
    RefusedChangesModel &refused = *m_people->atBen->workspace->refusedChanges();
    QTRY_COMPARE_WITH_TIMEOUT(refused.count(), 1, 20'000);
    QVERIFY(first(refused, Refused::TextRole).toString().contains(QStringLiteral("are you there?")));
    QCOMPARE(first(refused, Refused::ValueNameRole).toString(), QString());

    m_people->atAda->workspace->current()->addMembers({m_people->ben.id.text()});
    QTRY_COMPARE_WITH_TIMEOUT(refused.count(), 0, 20'000); // its bubble says it now
    QCOMPARE(m_people->atBen->open(id)->messages()->index(0).data(MessageListModel::DeliveryRole).toString(),
             QStringLiteral("refused"));
}

QTEST_GUILESS_MAIN(RecordsTest)
#include "RecordsTest.moc"
