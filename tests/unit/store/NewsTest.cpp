// SPDX-License-Identifier: GPL-3.0-or-later
#include "CrmFixture.h"
#include "domain/Mentions.h"

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::store;

namespace {

const ConversationId ops(u"ops"_s);
const ConversationId sales(u"sales"_s);
const RecordRef note = refOf(RecordKind::Note, 1);

} // namespace

/// What a person is to be told: each thing once, whatever becomes of the program and the cache.
class NewsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void atFirstNothingIsNew();
    void eachMessageIsNewsOnce();
    void ownAndReadMessagesAreNoNews();
    void whatWasToldIsToldAfterARestart();
    void aSnapshotTellsOnlyWhatCameSince();
    void anotherJournalBeginsAnew();
    void positionsOfThoseShownAreAnswered();
    void mentionsByOthersAreNews();
    void mentionsThatAreGoneAreNoNews();

private:
    News take(const QVector<ConversationId> &shown = {})
    {
        const Result<News> news = valueOf(m_store->takeNews(shown));
        return news ? news.value() : News();
    }
    void snapshot(const QString &epoch, qint64 seq, const QVector<ConversationState> &conversations)
    {
        SnapshotPage page;
        page.first = page.last = true;
        page.cursor = {epoch, seq, u"mark"_s};
        page.users = {ada, ben};
        page.conversations = conversations;
        page.streams = {{streamOf(ada.id), 0}, {recordsStream(), 0}};
        changesOf(m_store->writeSnapshot(page));
    }
    /// As if it had come from the server behind what is there.
    void apply(const QString &stream, LastingEvent event, const User &actor, bool latestOnly = false)
    {
        const qint64 after = valueOf(m_store->cursor()).seq;
        DecodedRow row{.row = {.seq = after + 1,
                               .stream = stream,
                               .n = latestOnly ? 0 : ++m_numbers[stream],
                               .mark = u"mark"_s,
                               .at = 1'700'000'000'000,
                               .actor = actor.id,
                               .event = {},
                               .payload = {}},
                       .event = std::move(event)};
        changesOf(m_store->apply(batchOf(after, {row})));
    }
    void write(const ConversationId &conversation, qint64 number, const User &author)
    {
        const qint64 seq = valueOf(m_store->cursor()).seq + 1;
        apply(streamOf(conversation), MessageAdded{messageOf(conversation.text(), number, author, seq)}, author);
    }
    void read(const ConversationId &conversation, qint64 number)
    {
        apply(streamOf(conversation), ReadMoved{conversation, ada.id, number}, ada, true);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    QHash<QString, qint64> m_numbers;
};

void NewsTest::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = openStore(m_folder->path());
    m_numbers.clear();
    changesOf(m_store->setMe(ada));
    snapshot(u"one"_s, 100, {stateOf(u"ops"_s, 0), stateOf(u"sales"_s, 0)});
}

void NewsTest::atFirstNothingIsNew()
{
    write(ops, 1, ben);
    QVERIFY(take().conversations.isEmpty()); // it was there when somebody began to be told
    write(ops, 2, ben);
    QCOMPARE(take().conversations.size(), 1);
}

void NewsTest::eachMessageIsNewsOnce()
{
    take();
    write(ops, 1, ben);
    write(sales, 1, ben);
    write(ops, 2, ben);
    const News news = take();
    QCOMPARE(news.conversations.size(), 2);
    QCOMPARE(news.conversations[0].id, sales);
    QCOMPARE(news.conversations[0].count, 1);
    QCOMPARE(news.conversations[1].id, ops);
    QCOMPARE(news.conversations[1].count, 2);
    QCOMPARE(news.conversations[1].title, u"Title of ops"_s);
    QCOMPARE(news.conversations[1].newest.number, 2);
    QCOMPARE(news.conversations[1].newest.text, u"Message 2 of ops"_s);
    QVERIFY(take().conversations.isEmpty());
    write(ops, 3, ben);
    QCOMPARE(take().conversations[0].count, 1);
}

void NewsTest::ownAndReadMessagesAreNoNews()
{
    take();
    write(ops, 1, ben);
    read(ops, 1);
    write(ops, 2, ada);
    QVERIFY(take().conversations.isEmpty());
    write(ops, 3, ben);
    write(ops, 4, ada);
    const News news = take();
    QCOMPARE(news.conversations.size(), 1);
    QCOMPARE(news.conversations[0].count, 1);
    QCOMPARE(news.conversations[0].newest.number, 3);
}

void NewsTest::whatWasToldIsToldAfterARestart()
{
    take();
    write(ops, 1, ben);
    QCOMPARE(take().conversations.size(), 1);
    write(ops, 2, ben);
    m_store.reset();
    m_store = openStore(m_folder->path());
    const News news = take();
    QCOMPARE(news.conversations.size(), 1);
    QCOMPARE(news.conversations[0].count, 1);
}

void NewsTest::aSnapshotTellsOnlyWhatCameSince()
{
    take();
    write(ops, 1, ben);
    take();
    snapshot(u"one"_s, 200,
             {stateOf(u"ops"_s, 2, {messageOf(u"ops"_s, 1, ben, 101), messageOf(u"ops"_s, 2, ben, 150)})});
    const News news = take();
    QCOMPARE(news.conversations.size(), 1);
    QCOMPARE(news.conversations[0].count, 1);
    changesOf(m_store->clearCache());
    snapshot(u"one"_s, 200,
             {stateOf(u"ops"_s, 2, {messageOf(u"ops"_s, 1, ben, 101), messageOf(u"ops"_s, 2, ben, 150)})});
    QVERIFY(take().conversations.isEmpty());
}

void NewsTest::anotherJournalBeginsAnew()
{
    take();
    snapshot(u"two"_s, 300, {stateOf(u"ops"_s, 1, {messageOf(u"ops"_s, 1, ben, 250)})});
    QVERIFY(take().conversations.isEmpty());
    snapshot(u"two"_s, 260, {stateOf(u"ops"_s, 1, {messageOf(u"ops"_s, 1, ben, 250)})}); // it has gone back in time
    QVERIFY(take().conversations.isEmpty());
    m_numbers[streamOf(ops)] = 1;
    write(ops, 2, ben);
    QCOMPARE(take().conversations.size(), 1);
}

void NewsTest::positionsOfThoseShownAreAnswered()
{
    write(ops, 1, ben);
    read(ops, 1);
    const News news = take({ops, sales, ConversationId(u"gone"_s)});
    QCOMPARE(news.readUpTo.value(ops), 1);
    QCOMPARE(news.readUpTo.value(sales), 0);
    QCOMPARE(news.readUpTo.value(ConversationId(u"gone"_s)), std::numeric_limits<qint64>::max());
}

void NewsTest::mentionsByOthersAreNews()
{
    take();
    apply(recordsStream(), RecordAdded{stateOf(marina, named(u"Marina"_s))}, ben);
    const QJsonObject said{{fields::text, u"@Ada Lovelace, look"_s}, {fields::about, marina.text()}};
    apply(recordsStream(), RecordAdded{stateOf(note, said, {{fields::mentions, {ada.id.text()}}})}, ben);
    const RecordRef ownNote = refOf(RecordKind::Note, 2);
    apply(recordsStream(), RecordAdded{stateOf(ownNote, said, {{fields::mentions, {ada.id.text()}}})}, ada);
    const RecordRef later = refOf(RecordKind::Note, 3);
    apply(recordsStream(), RecordAdded{stateOf(later, said)}, ben);
    News news = take();
    QCOMPARE(news.mentions.size(), 1);
    QCOMPARE(news.mentions[0].note.record, note);
    QCOMPARE(news.mentions[0].by, ben.id);
    QCOMPARE(news.mentions[0].where, u"Marina"_s);
    apply(recordsStream(), changeOf(later, 2, {}, {{fields::mentions, {{ada.id.text()}, {}}}}), ben);
    news = take();
    QCOMPARE(news.mentions.size(), 1);
    QCOMPARE(news.mentions[0].note.record, later);
    QVERIFY(take().mentions.isEmpty());
}

void NewsTest::mentionsThatAreGoneAreNoNews()
{
    take();
    const QJsonObject said{{fields::text, u"@Ada Lovelace, look"_s}};
    const RecordRef other = refOf(RecordKind::Note, 2);
    for (const RecordRef &record : {note, other})
        apply(recordsStream(), RecordAdded{stateOf(record, said, {{fields::mentions, {ada.id.text()}}})}, ben);
    apply(recordsStream(), changeOf(note, 2, {}, {{fields::mentions, {{}, {ada.id.text()}}}}), ben);
    apply(recordsStream(), changeOf(other, 2, {{fields::deleted, true}}), ben);
    QVERIFY(take().mentions.isEmpty());
}

QTEST_GUILESS_MAIN(NewsTest)
#include "NewsTest.moc"
