// SPDX-License-Identifier: GPL-3.0-or-later
#include "Person.h"

#include <QtTest/QSignalSpy>

using namespace frontdesk;
using namespace frontdesk::models;

namespace {

constexpr int fillers = 200;

} // namespace

/// Searching as a person does, on a real server and real files: two people, a group and what they wrote.
class SearchModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hitsComeWithTheirPlace();
    void filtersNameWhatTheyKnow();
    void filterIsTakenAway();
    void pagesAreLoaded();
    void newMessagesAppearByThemselves();
    void hitOpensInItsPlace();
    void hitOpensWhileTheConversationIsOpen();
    void serverFindsWhatIsNotHere();
    void hitsOfBothAreOneList();
    void whatWasSearchedIsSaid();
    void hitOfTheServerOpensInItsPlace();
    void hitOfTheServerCannotBeOpenedOffline();

private:
    /// Searches and waits for the answer.
    static void find(SearchModel &model, const QString &text)
    {
        model.setText(text);
        QTRY_VERIFY_WITH_TIMEOUT(!model.searching() && model.complete(), 20'000);
    }
    /// Searches and waits for the server's answer too.
    static void findEverywhere(SearchModel &model, const QString &text)
    {
        find(model, text);
        QTRY_VERIFY_WITH_TIMEOUT(!model.searchingServer() && !model.searching(), 20'000);
    }
    /// Ben, whose new computer has only the newest messages of each conversation.
    std::unique_ptr<Person> atANewComputer(const std::shared_ptr<Faults> &faults = std::make_shared<Faults>())
    {
        auto person = std::make_unique<Person>(m_desk->url(), m_ben, m_bensToken,
                                               [url = m_desk->url(), faults]() -> std::unique_ptr<dialect::Link> {
                                                   return std::make_unique<FaultyLink>(url, faults);
                                               });
        person->goOnline();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(person->row(m_group).isValid(), 20'000); }();
        return person;
    }
    static QStringList headings(const SearchModel &model)
    {
        QStringList headings;
        for (const QVariant &heading : Person::column(model, SearchModel::HeadingRole))
            headings.append(heading.toString());
        return headings;
    }

    std::unique_ptr<Desk> m_desk;
    User m_ada, m_ben;
    QString m_bensToken;
    ConversationId m_group;
    std::unique_ptr<Person> m_person; ///< Ada
};

void SearchModelTest::initTestCase()
{
    m_desk = std::make_unique<Desk>();
    m_ada = m_desk->add(QStringLiteral("ada"));
    m_ben = m_desk->add(QStringLiteral("ben"));
    m_bensToken = m_desk->token(m_ben.name);
    m_person = std::make_unique<Person>(m_desk->url(), m_ada, m_desk->token(m_ada.name));
    Workspace &workspace = *m_person->workspace;
    workspace.createGroup(QStringLiteral("Rückgaben EU"), {m_ben.id.text()});
    m_group = ConversationId(workspace.current()->conversationId());
    workspace.current()->composer()->send(QStringLiteral("The first parcel went to Marina Road"));
    for (int i = 0; i < fillers; ++i)
        workspace.current()->composer()->send(QStringLiteral("filler %1").arg(i));
    workspace.startDirect(m_ben.id.text());
    workspace.current()->composer()->send(QStringLiteral("See https://marina.example for the road"));
    m_person->goOnline();
    QTRY_VERIFY_WITH_TIMEOUT(
        workspace.connection()->waiting() == 0 && valueOf(m_person->session->store().pending()).isEmpty(), 60'000);
    workspace.closeConversation();
}

void SearchModelTest::hitsComeWithTheirPlace()
{
    SearchModel &model = *m_person->workspace->search();
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(!model.asked());
    find(model, QStringLiteral("mari"));
    QVERIFY(model.asked());
    QCOMPARE(headings(model), (QStringList{QStringLiteral("You to ben"), QStringLiteral("You in Rückgaben EU")}));
    QVERIFY(model.summary().startsWith(u'2'));
    const QModelIndex last = model.index(1, 0);
    QCOMPARE(last.data(SearchModel::ConversationIdRole).toString(), m_group.text());
    QCOMPARE(last.data(SearchModel::NumberRole).toInt(), 1);
    const QVariantMap snippet = last.data(SearchModel::SnippetRole).toMap();
    const QVariantMap mark = snippet[QStringLiteral("marks")].toList().value(0).toMap();
    QCOMPARE(snippet[QStringLiteral("text")].toString().mid(mark[QStringLiteral("from")].toInt(),
                                                            mark[QStringLiteral("length")].toInt()),
             QStringLiteral("Mari"));
    find(model, QString());
    QCOMPARE(model.count(), 0);
}

void SearchModelTest::filtersNameWhatTheyKnow()
{
    SearchModel &model = *m_person->workspace->search();
    const auto foundBy = [&](const char *text) {
        find(model, QString::fromUtf8(text));
        return model.count();
    };
    QCOMPARE(foundBy("marina from:me "), 2);
    QCOMPARE(foundBy("marina from:ben "), 0);
    QCOMPARE(foundBy("marina in:ruckgaben "), 1);
    QCOMPARE(foundBy("marina in:ben "), 1);
    QCOMPARE(foundBy("marina in:ben in:ruckgaben "), 2);
    QCOMPARE(foundBy("has:link "), 1);
    QCOMPARE(foundBy("has:file "), 0);
    QCOMPARE(foundBy("marina after:today "), 2);
    QCOMPARE(foundBy("marina before:today "), 0);
    QCOMPARE(foundBy("marina from:zoe in:ben "), 0);
    const QVariantList filters = model.filters();
    QCOMPARE(filters.size(), 2);
    QVERIFY(filters[0].toMap()[QStringLiteral("problem")].toString().contains(QStringLiteral("zoe")));
    QCOMPARE(filters[1].toMap()[QStringLiteral("problem")].toString(), QString());
}

void SearchModelTest::filterIsTakenAway()
{
    SearchModel &model = *m_person->workspace->search();
    find(model, QStringLiteral("first from:ben marina"));
    QCOMPARE(model.count(), 0);
    model.removeFilter(0);
    QCOMPARE(model.text(), QStringLiteral("first marina"));
    QTRY_COMPARE(model.count(), 1);
}

void SearchModelTest::pagesAreLoaded()
{
    SearchModel &model = *m_person->workspace->search();
    find(model, QStringLiteral("filler"));
    QCOMPARE(model.count(), int(SearchModel::pageRows));
    QVERIFY(model.more());
    QVERIFY(model.summary().startsWith(QStringLiteral("More than 50")));
    while (model.more()) {
        const int before = model.count();
        model.loadMore();
        QTRY_VERIFY(!model.searching());
        QVERIFY(model.count() > before);
    }
    QCOMPARE(model.count(), fillers);
    SearchModel &quick = *m_person->workspace->quickSearch();
    find(quick, QStringLiteral("filler"));
    QVERIFY(quick.count() < 10 && quick.more());
    find(model, QStringLiteral("filler "));
    model.setOrder(QStringLiteral("relevance"));
    QTRY_COMPARE(model.count(), fillers);
    model.setOrder(QStringLiteral("newest"));
}

void SearchModelTest::newMessagesAppearByThemselves()
{
    SearchModel &model = *m_person->workspace->search();
    find(model, QStringLiteral("harbour"));
    QCOMPARE(model.count(), 0);
    m_person->session->submit(SendMessage{m_group, QStringLiteral("Through the harbour")});
    QTRY_COMPARE_WITH_TIMEOUT(model.count(), 1, 20'000);
}

void SearchModelTest::hitOpensInItsPlace()
{
    Workspace &workspace = *m_person->workspace;
    workspace.openMessage(m_group.text(), 1);
    MessageListModel &messages = *workspace.current()->messages();
    QTRY_COMPARE_WITH_TIMEOUT(messages.revealedRow(), 0, 20'000);
    QCOMPARE(messages.index(0, 0).data(MessageListModel::TextRole).toString(),
             QStringLiteral("The first parcel went to Marina Road"));
    QVERIFY(messages.index(0, 0).data(MessageListModel::RevealedRole).toBool());
    QVERIFY(messages.count() > 10);
    QVERIFY(!messages.atNewest());
    messages.forgetRevealed();
    QCOMPARE(messages.revealedRow(), -1);
    workspace.closeConversation();
}

void SearchModelTest::hitOpensWhileTheConversationIsOpen()
{
    Workspace &workspace = *m_person->workspace;
    MessageListModel &messages = *m_person->open(m_group)->messages();
    QTRY_VERIFY(messages.atNewest());
    QSignalSpy revealed(&messages, &MessageListModel::revealed);
    workspace.openMessage(m_group.text(), 100);
    QTRY_COMPARE(revealed.count(), 1);
    const int row = messages.revealedRow();
    QVERIFY(row > 10 && row < messages.count() - 10);
    QCOMPARE(messages.index(row, 0).data(MessageListModel::TextRole).toString(), QStringLiteral("filler 98"));
    messages.jumpToNewest();
    QTRY_VERIFY(messages.atNewest());

    // One that is not there (any more) leaves one at the newest.
    workspace.openMessage(m_group.text(), 100'000);
    QTRY_COMPARE(messages.revealedRow(), -1);
    QTRY_VERIFY(!messages.loading());
    QVERIFY(messages.atNewest());
}

void SearchModelTest::serverFindsWhatIsNotHere()
{
    const auto ben = atANewComputer();
    SearchModel &model = *ben->workspace->search();
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    findEverywhere(model, QStringLiteral("first parcel"));
    QCOMPARE(model.count(), 1);
    const QModelIndex hit = model.index(0, 0);
    QVERIFY(hit.data(SearchModel::OnServerOnlyRole).toBool());
    QCOMPARE(hit.data(SearchModel::NumberRole).toInt(), 1);
    QCOMPARE(hit.data(SearchModel::SnippetRole).toMap()[QStringLiteral("marks")].toList().size(), 2);
    QVERIFY(model.summary().startsWith(u'1'));
    findEverywhere(model, QStringLiteral("first in:ben "));
    QCOMPARE(model.count(), 0);
    QVERIFY(!model.more());
}

void SearchModelTest::hitsOfBothAreOneList()
{
    const auto ben = atANewComputer();
    SearchModel &model = *ben->workspace->search();
    const auto numbers = [&] {
        QVector<int> found;
        for (const QVariant &number : Person::column(model, SearchModel::NumberRole))
            found.append(number.toInt());
        return found;
    };
    findEverywhere(model, QStringLiteral("filler"));
    while (model.more()) {
        const int before = model.count();
        model.loadMore();
        QTRY_VERIFY_WITH_TIMEOUT(!model.searching() && !model.searchingServer(), 20'000);
        QVERIFY(model.count() > before);
    }
    QVector<int> expected;
    for (int number = fillers + 1; number > 1; --number)
        expected.append(number);
    QCOMPARE(numbers(), expected);
    QVERIFY(!model.index(0, 0).data(SearchModel::OnServerOnlyRole).toBool());
    QVERIFY(model.index(fillers - 1, 0).data(SearchModel::OnServerOnlyRole).toBool());

    model.setOrder(QStringLiteral("relevance"));
    findEverywhere(model, QStringLiteral("\"filler 0\""));
    QCOMPARE(numbers(), QVector<int>{2});
}

void SearchModelTest::whatWasSearchedIsSaid()
{
    const auto faults = std::make_shared<Faults>();
    const auto ben = atANewComputer(faults);
    SearchModel &model = *ben->workspace->search();
    QCOMPARE(model.note(), QString());
    findEverywhere(model, QStringLiteral("parcel"));
    QVERIFY(model.note().contains(QStringLiteral("and the server were searched")));

    faults->refuseSearches = 1;
    findEverywhere(model, QStringLiteral("parcels"));
    QVERIFY(model.note().contains(QStringLiteral("The server is busy.")));
    QCOMPARE(model.serverProblem(), QStringLiteral("The server is busy."));
    findEverywhere(model, QStringLiteral("parcel"));
    faults->refuseSearches = 1;
    findEverywhere(model, QStringLiteral("the first parcel"));
    QCOMPARE(model.count(), 0);
    model.tryAgain();
    QTRY_COMPARE_WITH_TIMEOUT(model.count(), 1, 20'000);
    QCOMPARE(model.serverProblem(), QString());

    ben->goOffline();
    find(model, QStringLiteral("first"));
    QCOMPARE(model.count(), 0);
    QVERIFY(model.note().contains(QStringLiteral("Only what is on this computer")));
    ben->goOnline(); // it is asked by itself
    QTRY_COMPARE_WITH_TIMEOUT(model.count(), 1, 20'000);
    find(model, QString());
    QCOMPARE(model.note(), QString());
}

void SearchModelTest::hitOfTheServerOpensInItsPlace()
{
    const auto ben = atANewComputer();
    SearchModel &model = *ben->workspace->search();
    findEverywhere(model, QStringLiteral("\"filler 20\""));
    QCOMPARE(model.count(), 1);
    const int number = model.index(0, 0).data(SearchModel::NumberRole).toInt();
    ben->workspace->openMessage(m_group.text(), number);
    MessageListModel &messages = *ben->workspace->current()->messages();
    QTRY_VERIFY_WITH_TIMEOUT(messages.revealedRow() > 0, 20'000);
    QVERIFY(messages.revealedRow() < messages.count() - 10);
    QCOMPARE(messages.index(messages.revealedRow(), 0).data(MessageListModel::TextRole).toString(),
             QStringLiteral("filler 20"));
    // It is on this computer now.
    QTRY_VERIFY_WITH_TIMEOUT(!model.index(0, 0).data(SearchModel::OnServerOnlyRole).toBool(), 20'000);

    // And so is everything up to the newest, as one goes there: no gap is jumped over.
    const auto last = [&] {
        return messages.index(messages.count() - 1, 0).data(MessageListModel::TextRole).toString();
    };
    const auto first = [&] { return messages.index(0, 0).data(MessageListModel::TextRole).toString(); };
    while (!messages.atNewest()) {
        const QString before = last();
        messages.loadNewer();
        QTRY_VERIFY_WITH_TIMEOUT(!messages.loading() && last() != before, 20'000);
        const QVariantList texts = Person::column(messages, MessageListModel::TextRole);
        QVERIFY2(texts.contains(before), qPrintable(before + u' ' + first()));
        for (qsizetype row = 1; row < texts.size(); ++row) {
            const int above = texts[row - 1].toString().section(u' ', 1).toInt();
            if (texts[row - 1].toString().startsWith(QStringLiteral("filler")) &&
                texts[row].toString().startsWith(QStringLiteral("filler")))
                QCOMPARE(texts[row].toString(), QStringLiteral("filler %1").arg(above + 1));
        }
    }
}

void SearchModelTest::hitOfTheServerCannotBeOpenedOffline()
{
    const auto ben = atANewComputer();
    ben->goOffline();
    ben->workspace->openMessage(m_group.text(), 20);
    MessageListModel &messages = *ben->workspace->current()->messages();
    QTRY_VERIFY_WITH_TIMEOUT(!messages.loadProblem().isEmpty(), 20'000);
    QTRY_VERIFY(messages.atNewest() && messages.count() > 0 && !messages.loading());
    QCOMPARE(messages.revealedRow(), -1);
    ben->goOnline();
    ben->workspace->openMessage(m_group.text(), 20);
    QTRY_VERIFY_WITH_TIMEOUT(messages.revealedRow() > 0, 20'000);
}

QTEST_GUILESS_MAIN(SearchModelTest)
#include "SearchModelTest.moc"
