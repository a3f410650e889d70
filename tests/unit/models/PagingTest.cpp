// SPDX-License-Identifier: GPL-3.0-or-later
#include "Person.h"

using namespace frontdesk;
using namespace frontdesk::models;

namespace {

constexpr int messageCount = 430;

} // namespace

/// A long conversation through a bounded window, from the server into the cache and back and forth.
class PagingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void windowGrowsThenSlides();
    void historyIsFetchedAndAProblemIsSaid();

private:
    /// The numbers in the texts of the rows, which must follow each other.
    static std::pair<int, int> span(const MessageListModel &messages)
    {
        const QVariantList texts = Person::column(messages, MessageListModel::TextRole);
        for (qsizetype row = 1; row < texts.size(); ++row)
            if (texts[row].toInt() != texts[row - 1].toInt() + 1)
                return {-1, -1};
        return texts.isEmpty() ? std::pair(0, 0) : std::pair(texts.first().toInt(), texts.last().toInt());
    }
    static void load(MessageListModel &messages, void (MessageListModel::*more)())
    {
        (messages.*more)();
        QTRY_VERIFY_WITH_TIMEOUT(!messages.loading(), 20'000);
    }

    std::unique_ptr<Desk> m_desk;
    User m_ada, m_ben;
    QString m_bensToken;
    ConversationId m_id;
};

void PagingTest::initTestCase()
{
    m_desk = std::make_unique<Desk>();
    m_ada = m_desk->add(QStringLiteral("ada"));
    m_ben = m_desk->add(QStringLiteral("ben"));
    m_bensToken = m_desk->token(m_ben.name);
    const Person ada(m_desk->url(), m_ada, m_desk->token(m_ada.name));
    ada.workspace->createGroup(QStringLiteral("Long"), {m_ben.id.text()});
    ConversationPage *page = ada.workspace->current();
    m_id = ConversationId(page->conversationId());
    for (int number = 1; number <= messageCount; ++number)
        page->composer()->send(QString::number(number));
    ada.workspace->connection()->reconnectNow();
    QTRY_VERIFY_WITH_TIMEOUT(ada.workspace->connection()->online() && ada.workspace->connection()->waiting() == 0 &&
                                 valueOf(ada.session->store().pending()).isEmpty(),
                             100'000);
}

void PagingTest::windowGrowsThenSlides()
{
    Person ben(m_desk->url(), m_ben, m_bensToken);
    ben.goOnline();
    QTRY_VERIFY(ben.row(m_id).isValid());
    MessageListModel &messages = *ben.open(m_id)->messages();
    QCOMPARE(span(messages), std::pair(messageCount - MessageListModel::pageRows + 1, messageCount));

    while (!messages.atOldest()) {
        const int before = span(messages).first;
        load(messages, &MessageListModel::loadOlder);
        QVERIFY(messages.count() <= MessageListModel::windowRows);
        QVERIFY2(span(messages).first < before, qPrintable(QString::number(span(messages).first)));
    }
    QCOMPARE(span(messages).first, 1);
    QVERIFY(!messages.atNewest());
    QCOMPARE(messages.newerCount(), messageCount - span(messages).second);

    // What arrives meanwhile is counted and not shown.
    const int last = span(messages).second;
    ben.session->submit(SendMessage{m_id, QString::number(messageCount + 1)});
    QTRY_COMPARE(messages.newerCount(), messageCount + 1 - last);
    QCOMPARE(span(messages).second, last);

    while (!messages.atNewest())
        load(messages, &MessageListModel::loadNewer);
    QCOMPARE(span(messages).second, messageCount + 1);
    QCOMPARE(messages.count(), int(MessageListModel::windowRows));

    load(messages, &MessageListModel::loadOlder);
    QVERIFY(!messages.atNewest());
    load(messages, &MessageListModel::jumpToNewest);
    QVERIFY(messages.atNewest());
    QCOMPARE(span(messages), std::pair(messageCount + 2 - MessageListModel::pageRows, messageCount + 1));
}

void PagingTest::historyIsFetchedAndAProblemIsSaid()
{
    Person ben(m_desk->url(), m_ben, m_bensToken);
    ben.goOnline();
    QTRY_VERIFY(ben.row(m_id).isValid());
    MessageListModel &messages = *ben.open(m_id)->messages();
    const int cached = messages.count();
    ben.goOffline();
    load(messages, &MessageListModel::loadOlder);
    QVERIFY(!messages.loadProblem().isEmpty());
    QVERIFY(!messages.atOldest());
    QCOMPARE(messages.count(), cached);

    ben.goOnline(); // the words go by themselves
    QTRY_COMPARE(messages.loadProblem(), QString());
    load(messages, &MessageListModel::loadOlder);
    QVERIFY(messages.count() > cached);
}

QTEST_GUILESS_MAIN(PagingTest)
#include "PagingTest.moc"
