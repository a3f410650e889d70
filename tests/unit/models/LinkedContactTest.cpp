// SPDX-License-Identifier: GPL-3.0-or-later
#include "TwoPeople.h"

#include <QtCore/QJsonArray>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::models;

using Related = RelatedRecordsModel;

/// Contacts, deals and tasks beside the conversations they belong to, as two people see and change them.
class LinkedContactTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_people->sitDown(); }
    void cleanup() { m_people->leave(); }

    void conversationShowsItsContact_data();
    void conversationShowsItsContact();
    void contactThatIsNotConfirmedIsLinked();
    void twoContactsForOneConversationAreAConflict();
    void onlyOpenDealsAndTasksAreBeside();
    void timelineHasWhatWasWritten();
    void timelineFetchesWhatWasWritten();

private:
    static QString make(Person &person, const QString &kind, const QVariantMap &fields)
    {
        const QString record = person.workspace->crm()->create(kind, fields);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(person.workspace->crm()->current()->available(), 20'000); }();
        person.workspace->crm()->close();
        return record;
    }
    /// A pipeline with an open, a won and a lost stage; the ids of these.
    QStringList makePipeline() const;

    std::unique_ptr<TwoPeople> m_people;
};

void LinkedContactTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_people = std::make_unique<TwoPeople>();
}

QStringList LinkedContactTest::makePipeline() const
{
    QStringList ids;
    QJsonArray stages;
    for (const QString &kind : {u"open"_s, u"won"_s, u"lost"_s}) {
        ids.append(createUuidV7(milliseconds(1)));
        stages.append(QJsonObject{{u"id"_s, ids.last()}, {u"name"_s, kind}, {u"probability"_s, 50}, {u"kind"_s, kind}});
    }
    ids.prepend(createUuidV7(milliseconds(1)));
    m_people->atAda->session->submit(
        CreateRecord{{RecordKind::Pipeline, ids.first()}, {{fields::name, u"Sales"_s}, {u"stages"_s, stages}}, {}});
    return ids;
}

void LinkedContactTest::conversationShowsItsContact_data()
{
    QTest::addColumn<bool>("direct");
    QTest::newRow("direct") << true;
    QTest::newRow("group") << false;
}

void LinkedContactTest::conversationShowsItsContact()
{
    QFETCH(const bool, direct);
    ConversationId id;
    if (direct) {
        m_people->atAda->workspace->startDirect(m_people->ben.id.text());
        id = ConversationId(m_people->atAda->workspace->current()->conversationId());
        QTRY_VERIFY_WITH_TIMEOUT(m_people->atBen->row(id).isValid(), 20'000);
    } else {
        id = m_people->makeGroup(u"With a contact"_s);
    }
    ConversationPage *adas = m_people->atAda->open(id);
    ConversationPage *bens = m_people->atBen->open(id);
    QVERIFY(!adas->contact());
    const QString maya =
        make(*m_people->atAda, u"contact"_s, {{u"name"_s, u"Maya Okafor"_s}, {u"job"_s, u"Founder"_s}});
    adas->linkContact(maya);
    for (ConversationPage *page : {adas, bens}) {
        QTRY_VERIFY_WITH_TIMEOUT(page->contact(), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(page->contact()->title(), u"Maya Okafor"_s, 20'000);
        QCOMPARE(page->contact()->record(), maya);
        QCOMPARE(page->contact()->subtitle(), u"Founder"_s);
    }
    // It is changed beside the conversation.
    bens->contact()->set(fields::status, u"customer"_s);
    QTRY_COMPARE_WITH_TIMEOUT(adas->contact()->statusText(), u"Customer"_s, 20'000);
    m_people->atBen->workspace->crm()->addTask(maya, u"Call her"_s, {});
    QTRY_COMPARE_WITH_TIMEOUT(adas->contact()->tasks()->rowCount({}), 1, 20'000);
    bens->linkContact({});
    QTRY_VERIFY_WITH_TIMEOUT(!adas->contact(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!bens->contact(), 20'000);
}

void LinkedContactTest::contactThatIsNotConfirmedIsLinked()
{
    const ConversationId id = m_people->makeGroup(u"On a train"_s);
    ConversationPage *adas = m_people->atAda->open(id);
    ConversationPage *bens = m_people->atBen->open(id);
    m_people->atAda->goOffline();
    adas->linkContact(make(*m_people->atAda, u"contact"_s, {{u"name"_s, u"Sita Gurung"_s}}));
    QTRY_VERIFY_WITH_TIMEOUT(adas->contact(), 20'000);
    // At once, before the server has either.
    QTRY_COMPARE_WITH_TIMEOUT(adas->contact()->title(), u"Sita Gurung"_s, 20'000);
    QVERIFY(adas->contact()->waiting());
    QVERIFY(!bens->contact());
    m_people->atAda->goOnline();
    QTRY_VERIFY_WITH_TIMEOUT(bens->contact() && bens->contact()->title() == u"Sita Gurung"_s, 20'000);
}

void LinkedContactTest::twoContactsForOneConversationAreAConflict()
{
    const ConversationId id = m_people->makeGroup(u"Whose is it"_s);
    ConversationPage *adas = m_people->atAda->open(id);
    ConversationPage *bens = m_people->atBen->open(id);
    const QString maya = make(*m_people->atAda, u"contact"_s, {{u"name"_s, u"Maya"_s}});
    const QString tomas = make(*m_people->atAda, u"contact"_s, {{u"name"_s, u"Tomas"_s}});
    m_people->atBen->goOffline();
    bens->linkContact(tomas);
    QTRY_VERIFY_WITH_TIMEOUT(bens->contact(), 20'000);
    adas->linkContact(maya);
    QTRY_VERIFY_WITH_TIMEOUT(adas->contact(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(adas->version() > 1, 20'000); // it is the server's
    m_people->atBen->goOnline();
    for (ConversationPage *page : {adas, bens}) {
        QTRY_COMPARE_WITH_TIMEOUT(page->conflicts()->count(), 1, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(page->conflicts()->index(0).data(ConflictListModel::KeptRole).toString(), u"Maya"_s,
                                  20'000);
        QTRY_COMPARE_WITH_TIMEOUT(page->conflicts()->index(0).data(ConflictListModel::WantedRole).toString(),
                                  u"Tomas"_s, 20'000);
        QCOMPARE(page->conflicts()->index(0).data(ConflictListModel::FieldNameRole).toString(), u"Contact"_s);
        QTRY_COMPARE_WITH_TIMEOUT(page->contact()->record(), maya, 20'000);
    }
    bens->conflicts()->take(bens->conflicts()->index(0).data(ConflictListModel::ConflictIdRole).toString());
    QTRY_COMPARE_WITH_TIMEOUT(adas->contact()->record(), tomas, 20'000);
}

void LinkedContactTest::onlyOpenDealsAndTasksAreBeside()
{
    const QStringList ids = makePipeline();
    Crm &crm = *m_people->atAda->workspace->crm();
    QTRY_VERIFY_WITH_TIMEOUT(crm.pipelines().find(ids.first()), 20'000);
    const QString maya = make(*m_people->atAda, u"contact"_s, {{u"name"_s, u"Maya"_s}});
    for (const QString &stage : ids.mid(1))
        make(*m_people->atAda, u"deal"_s,
             {{u"name"_s, u"Deal"_s}, {u"contact"_s, maya.section(u':', 1)}, {u"place"_s, ids.first() + u' ' + stage}});
    crm.addTask(maya, u"Call"_s, {});
    crm.open(maya);
    RecordPage &page = *crm.current();
    QTRY_COMPARE_WITH_TIMEOUT(page.deals()->rowCount({}), 3, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(Person::column(*page.deals(), Related::OpenRole).count(true), 1, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(page.tasks()->rowCount({}), 1, 20'000);
    QCOMPARE(Person::column(*page.tasks(), Related::OpenRole), QVariantList{true});
    crm.setDone(page.tasks()->index(0).data(Related::RecordRole).toString(), true);
    QTRY_COMPARE_WITH_TIMEOUT(Person::column(*page.tasks(), Related::OpenRole), QVariantList{false}, 20'000);
}

void LinkedContactTest::timelineHasWhatWasWritten()
{
    const ConversationId id = m_people->makeGroup(u"About Maya"_s);
    ConversationPage *adas = m_people->atAda->open(id);
    const QString maya = make(*m_people->atAda, u"contact"_s, {{u"name"_s, u"Maya Okafor"_s}});
    adas->linkContact(maya);
    const ConversationPage *bens = m_people->atBen->open(id);
    QTRY_VERIFY_WITH_TIMEOUT(bens->contact() && bens->contact()->title() == u"Maya Okafor"_s, 20'000);
    m_people->atBen->open(id)->composer()->send(u"She called twice"_s);
    Crm *crm = m_people->atAda->workspace->crm();
    crm->open(maya);
    RecordHistoryModel *history = crm->current()->history();
    const auto newest = [history] { return history->index(0).data(RecordHistoryModel::SentenceRole).toString(); };
    const QString wrote = m_people->atBen->workspace->myName() + u" wrote: She called twice"_s;
    QTRY_COMPARE_WITH_TIMEOUT(newest(), wrote, 20'000);
    QCOMPARE(history->index(0).data(RecordHistoryModel::RecordRole).toString(), recordOf(id).text());
    const int everything = history->count();
    history->setFilter(u"messages"_s);
    QCOMPARE(history->count(), 1);
    history->setFilter(u"changes"_s);
    QCOMPARE(history->count(), everything - 1);
    crm->close();
}

/// On a computer that has only the newest messages of a conversation.
void LinkedContactTest::timelineFetchesWhatWasWritten()
{
    constexpr int written = 120;
    const ConversationId id = m_people->makeGroup(u"Much was written"_s);
    const QString maya = make(*m_people->atAda, u"contact"_s, {{u"name"_s, u"Maya Okafor"_s}});
    m_people->atAda->open(id)->linkContact(maya);
    QVector<CommandBody> messages;
    for (int number = 1; number <= written; ++number)
        messages.append(SendMessage{id, QString::number(number)});
    m_people->atAda->session->submit(std::move(messages));
    QTRY_COMPARE_WITH_TIMEOUT(valueOf(m_people->atBen->session->store().messages(id, {}, 1)).newest, written, 60'000);

    const auto other = m_people->adasOtherDevice();
    other->goOnline();
    QTRY_VERIFY_WITH_TIMEOUT(other->row(id).isValid(), 20'000);
    QVERIFY(valueOf(other->session->store().messages(id, {}, written)).messages.size() < written);
    other->workspace->crm()->open(maya);
    QTRY_VERIFY_WITH_TIMEOUT(other->workspace->crm()->current()->available(), 20'000);
    RecordHistoryModel &history = *other->workspace->crm()->current()->history();
    int most = 0; // that came at once
    connect(&history, &QAbstractItemModel::rowsInserted, this,
            [&most](const QModelIndex &, int first, int last) { most = std::max(most, last - first + 1); });
    history.setFilter(u"messages"_s);
    for (int page = 0; page < 4; ++page)
        history.showOlder();
    QTRY_COMPARE_WITH_TIMEOUT(history.rowCount({}), written, 20'000);
    QVERIFY2(most > 0 && most <= 10, qPrintable(u"%1 rows came at once"_s.arg(most)));
    history.disconnect(this);
}

QTEST_GUILESS_MAIN(LinkedContactTest)
#include "LinkedContactTest.moc"
