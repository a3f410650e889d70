// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestServer.h"
#include "server/storage/Requests.h"
#include "server/storage/SearchAnswers.h"
#include "server/storage/SearchThread.h"
#include "server/storage/Storage.h"

#include <QtTest/QTest>

#include <atomic>
#include <future>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server;
using namespace frontdesk::server::testing;

namespace {

constexpr int oldMessages = 1'000; // more than one step indexes

QJsonArray termsOf(const QString &typed)
{
    QJsonArray terms;
    for (const QString &word : typed.split(u' ', Qt::SkipEmptyParts))
        terms.append(QJsonObject{{u"text"_s, word}});
    if (!terms.isEmpty() && !typed.endsWith(u' ')) {
        QJsonObject last = terms.takeAt(terms.size() - 1).toObject();
        last.insert("openEnd"_L1, true);
        terms.append(last);
    }
    return terms;
}

QString textsOf(const QJsonObject &answer)
{
    QStringList texts;
    for (const QJsonValue &message : answer["messages"_L1].toArray())
        texts.append(message["text"_L1].toString());
    return texts.join(u" | "_s);
}

std::unique_ptr<Storage> openStorage(const QString &file)
{
    auto opened = Storage::open({.file = file,
                                 .clock = std::make_shared<SystemClock>(),
                                 .deliver = [](const std::function<void()> &task) { task(); },
                                 .committed = [](const JournalTransaction &) {}});
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    return std::move(opened).value();
}

} // namespace

/// What a server finds in its own history, for whom, and how its index is kept.
class ServerSearchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void wordsAreFound_data();
    void wordsAreFound();
    void filtersNarrow();
    void pagesFollowEachOther();
    void bestMatchComesFirst();
    void onlyMembersFindAnything();
    void whoEntersFindsWhatWasBefore();
    void manyConversationsAreSearched();
    void largestRequestIsAnswered();

    void olderMessagesAreIndexedInSteps();
    void refusedMessagesAreNotFound();
    void anotherTextTakesThePlaceOfTheOldOne();
    void searchBesideAFullQueueIsRefused();

private:
    QString createGroup(TestClient &client, const QVector<User> &others);
    static QString say(TestClient &client, const QString &conversation, const QString &text, qint64 at = 0);
    static QJsonObject find(TestClient &client, QJsonObject request) { return client.call(searchEvent, request); }
    static QJsonObject find(TestClient &client, const QString &typed)
    {
        return find(client, {{u"terms"_s, termsOf(typed)}});
    }

    std::unique_ptr<TestServer> m_server;
    User m_ada, m_ben, m_eve;
    std::unique_ptr<TestClient> m_client;    ///< Ada
    std::unique_ptr<TestClient> m_clientBen; ///< is in every conversation that Ada makes
    QString m_group;
};

void ServerSearchTest::init()
{
    m_client.reset();
    m_clientBen.reset();
    m_server = std::make_unique<TestServer>();
    m_ada = m_server->addUser(u"ada"_s);
    m_ben = m_server->addUser(u"ben"_s);
    m_eve = m_server->addUser(u"eve"_s);
    m_client = std::make_unique<TestClient>(m_server->url());
    QVERIFY(m_client->follow(m_server->tokenOf(u"ada"_s)));
    m_clientBen = std::make_unique<TestClient>(m_server->url());
    QVERIFY(m_clientBen->follow(m_server->tokenOf(u"ben"_s)));
    m_group = createGroup(*m_client, {m_ben});
}

QString ServerSearchTest::createGroup(TestClient &client, const QVector<User> &others)
{
    const QString id = createUuidV7(m_server->clock().utc());
    QJsonArray members;
    for (const User &user : others)
        members.append(user.id.text());
    const QJsonObject created = client.call(
        u"conversation:create"_s,
        command({{u"conversation"_s, id}, {u"kind"_s, u"group"_s}, {u"title"_s, u"T"_s}, {u"members"_s, members}}));
    if (!created["ok"_L1].toBool())
        qFatal("The group was not made");
    return id;
}

QString ServerSearchTest::say(TestClient &client, const QString &conversation, const QString &text, qint64 at)
{
    QJsonObject fields{{u"conversation"_s, conversation}, {u"text"_s, text}};
    if (at > 0)
        fields.insert("at"_L1, at);
    const QJsonObject sent = client.call(u"message:send"_s, command(fields));
    if (!sent["ok"_L1].toBool())
        qFatal("The message was not taken");
    return sent["result"_L1]["message"_L1]["id"_L1].toString();
}

void ServerSearchTest::wordsAreFound_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("found"); // newest first
    const QString road = u"We moved from Marina Road"_s;
    const QString railroad = u"The railroad to Málaga is closed"_s;
    const QString thanks = u"我们收到谢谢"_s;
    QTest::newRow("nothing: all") << QString() << thanks + u" | "_s + railroad + u" | "_s + road;
    QTest::newRow("one letter") << u"m"_s << railroad + u" | "_s + road;
    QTest::newRow("whole words") << u"marina road "_s << road;
    QTest::newRow("as it was typed") << u"MÁLAGA"_s << railroad;
    QTest::newRow("without its accent") << u"malaga"_s << railroad;
    QTest::newRow("words first, then inside of words") << u"road"_s << road + u" | "_s + railroad;
    QTest::newRow("inside only") << u"ilro"_s << railroad;
    QTest::newRow("Han") << u"收到"_s << thanks;
    QTest::newRow("not there") << u"harbour"_s << QString();
    QTest::newRow("what looks like the index' own syntax") << u"road AND OR NOT NEAR"_s << QString();
}

void ServerSearchTest::wordsAreFound()
{
    QFETCH(QString, typed);
    for (const QString &text :
         {u"We moved from Marina Road"_s, u"The railroad to Málaga is closed"_s, u"我们收到谢谢"_s})
        say(*m_client, m_group, text);
    const QJsonObject answer = find(*m_client, typed);
    QVERIFY(answer["ok"_L1].toBool());
    QTEST(textsOf(answer), "found");
    QVERIFY(!answer["more"_L1].toBool());
    QVERIFY(answer["complete"_L1].toBool());
}

void ServerSearchTest::filtersNarrow()
{
    constexpr qint64 day = 86'400'000;
    const qint64 now = m_server->clock().utc().count();
    const QString second = createGroup(*m_client, {m_ben});
    say(*m_client, m_group, u"fee one"_s);
    say(*m_clientBen, second, u"fee two https://fees.example"_s);
    say(*m_clientBen, m_group, u"fee three, written offline"_s, now - 3 * day);
    const auto found = [&](QJsonObject request) {
        request.insert("terms"_L1, termsOf(u"fee"_s));
        return textsOf(find(*m_client, request));
    };
    QCOMPARE(found({{u"authors"_s, QJsonArray{m_ada.id.text()}}}), u"fee one"_s);
    QCOMPARE(found({{u"authors"_s, QJsonArray()}}), QString());
    QCOMPARE(found({{u"conversations"_s, QJsonArray{second}}}), u"fee two https://fees.example"_s);
    QCOMPARE(found({{u"conversations"_s, QJsonArray()}}), QString());
    QCOMPARE(found({{u"hasLink"_s, true}}), u"fee two https://fees.example"_s);
    QCOMPARE(found({{u"until"_s, now - day}}), u"fee three, written offline"_s);
    QCOMPARE(found({{u"from"_s, now - day}}), u"fee two https://fees.example | fee one"_s);
    QCOMPARE(found({{u"from"_s, now + day}}), QString());
    const QJsonArray without{QJsonObject{{u"text"_s, u"fee"_s}},
                             QJsonObject{{u"text"_s, u"offline"_s}, {u"excluded"_s, true}}};
    QCOMPARE(textsOf(find(*m_client, QJsonObject{{u"terms"_s, without}})), u"fee two https://fees.example | fee one"_s);
    const QJsonArray phrase{QJsonObject{{u"text"_s, u"written offline"_s}, {u"quoted"_s, true}}};
    QCOMPARE(textsOf(find(*m_client, QJsonObject{{u"terms"_s, phrase}})), u"fee three, written offline"_s);
}

void ServerSearchTest::pagesFollowEachOther()
{
    for (int i = 0; i < 4; ++i)
        say(*m_client, m_group, u"road %1"_s.arg(i));
    for (int i = 0; i < 4; ++i)
        say(*m_client, m_group, u"railroad %1"_s.arg(i));
    QJsonObject request{{u"terms"_s, termsOf(u"road"_s)}, {u"limit"_s, 3}};
    QStringList pages;
    for (bool more = true; more;) {
        const QJsonObject answer = find(*m_client, request);
        pages.append(textsOf(answer));
        more = answer["more"_L1].toBool();
        request.insert("inside"_L1, answer["inside"_L1].toBool());
        request.insert("before"_L1, answer["before"_L1]);
    }
    QCOMPARE(pages, (QStringList{u"road 3 | road 2 | road 1"_s, u"road 0 | railroad 3 | railroad 2"_s,
                                 u"railroad 1 | railroad 0"_s}));
}

void ServerSearchTest::bestMatchComesFirst()
{
    say(*m_client, m_group, u"road"_s);
    say(*m_client, m_group, u"roads"_s);
    say(*m_client, m_group, u"railroad"_s);
    const QJsonObject request{{u"terms"_s, termsOf(u"road"_s)}, {u"order"_s, u"relevance"_s}, {u"limit"_s, 2}};
    QCOMPARE(textsOf(find(*m_client, request)), u"road | roads"_s);
}

void ServerSearchTest::onlyMembersFindAnything()
{
    say(*m_client, m_group, u"secret road"_s);
    TestClient eve(m_server->url());
    QVERIFY(eve.follow(m_server->tokenOf(u"eve"_s)));
    QCOMPARE(textsOf(find(eve, u"road"_s)), QString());
    QCOMPARE(textsOf(find(eve, QJsonObject{})), QString());
    QCOMPARE(textsOf(find(eve, {{u"terms"_s, termsOf(u"road"_s)}, {u"conversations"_s, QJsonArray{m_group}}})),
             QString());
    QCOMPARE(textsOf(find(*m_clientBen, u"road"_s)), u"secret road"_s);
    const QJsonObject removed = m_client->call(
        u"record:change"_s, command({{u"record"_s, QString(u"conversation:"_s + m_group)},
                                     {u"base"_s, 1},
                                     {u"remove"_s, QJsonObject{{u"members"_s, QJsonArray{m_ben.id.text()}}}}}));
    QVERIFY(removed["ok"_L1].toBool());
    QCOMPARE(textsOf(find(*m_clientBen, u"road"_s)), QString());
    QCOMPARE(textsOf(find(*m_client, u"road"_s)), u"secret road"_s);
}

void ServerSearchTest::whoEntersFindsWhatWasBefore()
{
    say(*m_client, m_group, u"the first road"_s);
    TestClient eve(m_server->url());
    QVERIFY(eve.follow(m_server->tokenOf(u"eve"_s)));
    const QJsonObject added = m_client->call(
        u"record:change"_s, command({{u"record"_s, QString(u"conversation:"_s + m_group)},
                                     {u"base"_s, 1},
                                     {u"add"_s, QJsonObject{{u"members"_s, QJsonArray{m_eve.id.text()}}}}}));
    QVERIFY(added["ok"_L1].toBool());
    QCOMPARE(textsOf(find(eve, u"road"_s)), u"the first road"_s);
}

/// More conversations than the index is asked for by name.
void ServerSearchTest::manyConversationsAreSearched()
{
    say(*m_client, m_group, u"road of Ada and Ben"_s);
    TestClient eve(m_server->url());
    QVERIFY(eve.follow(m_server->tokenOf(u"eve"_s)));
    QString last;
    for (int i = 0; i < 60; ++i)
        last = createGroup(eve, {m_ada});
    say(eve, last, u"road of Eve and Ada"_s);
    QCOMPARE(textsOf(find(eve, u"road"_s)), u"road of Eve and Ada"_s);
    QCOMPARE(textsOf(find(*m_client, u"road"_s)), u"road of Eve and Ada | road of Ada and Ben"_s);
}

void ServerSearchTest::largestRequestIsAnswered()
{
    const QString longest(200, u'x');
    say(*m_client, m_group, QStringList(32, longest).join(u' '));
    QJsonArray ids{m_ada.id.text()};
    QJsonArray conversations{m_group};
    while (ids.size() < 500) {
        ids.append(createUuidV7(m_server->clock().utc()));
        conversations.append(createUuidV7(m_server->clock().utc()));
    }
    QJsonArray terms;
    for (int i = 0; i < 32; ++i)
        terms.append(QJsonObject{{u"text"_s, longest}});
    const QJsonObject answer =
        find(*m_client, QJsonObject{{u"terms"_s, terms}, {u"authors"_s, ids}, {u"conversations"_s, conversations}});
    QCOMPARE(errorCode(answer), QString());
    QCOMPARE(answer["messages"_L1].toArray().size(), 1);
}

void ServerSearchTest::olderMessagesAreIndexedInSteps()
{
    for (int i = 0; i < 3; ++i)
        say(*m_client, m_group, u"road %1"_s.arg(i));
    const UserId ada = m_ada.id;
    const ConversationId group(m_group);
    m_client.reset();
    m_clientBen.reset();
    m_server->stop();
    const auto behind = [](Storage &storage) {
        return storage
            .writeAndWait<bool>([](Records &records, qint64) -> Result<bool> { return records.search.isBehind(); })
            .value();
    };
    {
        const auto storage = openStorage(m_server->databaseFile());
        QVERIFY(!behind(*storage));
        const auto written = storage->writeAndWait<Done>([&](Records &records, qint64 now) -> Result<Done> {
            const auto conversation = records.conversations.forMember(ada, group);
            for (int i = 0; i < oldMessages; ++i)
                (void)records.messages.add({ada, now}, conversation.value(), MessageId(u"old-%1"_s.arg(i)),
                                           u"old road word%1"_s.arg(i), now);
            // As a file that was written before there was an index.
            records.search.forget();
            records.database.run(u"UPDATE meta SET value = 'others' WHERE key = 'searchRules'"_s);
            return Done{};
        });
        QVERIFY(written.ok());
    }
    const auto storage = openStorage(m_server->databaseFile());
    // What is written meanwhile is found at once, and waits for a step at most.
    const auto added = storage->writeAndWait<Done>([&](Records &records, qint64 now) -> Result<Done> {
        const auto conversation = records.conversations.forMember(ada, group);
        (void)records.messages.add({ada, now}, conversation.value(), MessageId(u"new"_s), u"new road"_s, now);
        return Done{};
    });
    QVERIFY(added.ok());
    auto database = Database::open(m_server->databaseFile());
    SearchAnswers answers(*database.value(), 200'000);
    const search::Request newest{.terms = {{.text = u"new"_s}}};
    QCOMPARE(answers.find(ada, newest).hits.size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(!behind(*storage), 60'000);
    const search::Request first{.terms = {{.text = u"word0"_s}}};
    QCOMPARE(answers.find(ada, first).hits.size(), 1);
    QVERIFY(answers.find(ada, first).complete);
    const search::Request before{.terms = {{.text = u"road"_s}, {.text = u"0"_s}}};
    QCOMPARE(answers.find(ada, before).hits.size(), 1);
    QCOMPARE(database.value()->number(u"SELECT count(*) FROM search_index WHERE search_index MATCH 'road'"_s),
             oldMessages + 4);
}

void ServerSearchTest::refusedMessagesAreNotFound()
{
    const ConversationId group(m_group);
    const UserId ada = m_ada.id;
    m_server->stop();
    const auto storage = openStorage(m_server->databaseFile());
    const auto say = [&](const QString &text, const std::optional<Error> &problem) {
        return storage->writeAndWait<Done>([&](Records &records, qint64 now) -> Result<Done> {
            const auto conversation = records.conversations.forMember(ada, group);
            (void)records.messages.add({ada, now}, conversation.value(), MessageId(text), text, now);
            if (problem)
                return *problem;
            return Done{};
        });
    };
    QVERIFY(!say(u"refused"_s, Error{u"no"_s, u"No."_s}).ok());
    QVERIFY(say(u"taken"_s, {}).ok());
    auto database = Database::open(m_server->databaseFile());
    const auto documents = [&](const QString &word) {
        return database.value()->number(u"SELECT count(*) FROM search_index WHERE search_index MATCH ?"_s, {word});
    };
    QCOMPARE(documents(u"refused"_s), 0);
    QCOMPARE(documents(u"taken"_s), 1);
}

void ServerSearchTest::anotherTextTakesThePlaceOfTheOldOne()
{
    const QString message = say(*m_client, m_group, u"original text"_s);
    const QJsonObject edited = m_client->call(
        u"message:edit"_s,
        command({{u"conversation"_s, m_group}, {u"message"_s, message}, {u"text"_s, u"replaced text"_s}}));
    QVERIFY(edited["ok"_L1].toBool());
    const QJsonArray found = find(*m_client, u"replaced"_s)["messages"_L1].toArray();
    QCOMPARE(found.size(), 1);
    QVERIFY(found.first()["editSeq"_L1].toInteger() > 0);
    QCOMPARE(textsOf(find(*m_client, u"original"_s)), QString());
    m_client.reset();
    m_clientBen.reset();
    m_server->stop();
    auto database = Database::open(m_server->databaseFile());
    QCOMPARE(database.value()->number(u"SELECT count(*) FROM search_index WHERE search_index MATCH 'original'"_s), 0);
    database.value()->run(u"INSERT INTO search_index (search_index) VALUES ('integrity-check')"_s);
}

/// The thread that searches is held up: what waits for it is bounded, and all of it is answered in the end.
void ServerSearchTest::searchBesideAFullQueueIsRefused()
{
    say(*m_client, m_group, u"road"_s);
    constexpr int asked = 250; // more than may wait
    std::promise<void> release;
    const auto released = release.get_future().share();
    std::atomic<int> found = 0;
    int busy = 0;
    {
        SearchThread searches({.file = m_server->databaseFile(), .deliver = [released](const auto &task) {
                                   released.wait();
                                   task();
                               }});
        for (int i = 0; i < asked; ++i)
            searches.find(m_ada.id, {.terms = {{.text = u"road"_s}}}, [&](const Result<search::Page> &page) {
                if (page)
                    found += int(page.value().hits.size());
                else if (page.error().code == "server.busy"_L1)
                    ++busy;
            });
        QVERIFY(busy > 0);
        QCOMPARE(found, 0);
        release.set_value();
        QTRY_COMPARE_WITH_TIMEOUT(found + busy, asked, 60'000);
    }
}

QTEST_GUILESS_MAIN(ServerSearchTest)
#include "SearchTest.moc"
