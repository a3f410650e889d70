// SPDX-License-Identifier: GPL-3.0-or-later
#include "Talk.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server::testing;

/// Where a client is in the journal, and how it comes to its end.
class CatchUpTest : public QObject, private TalkFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { m_server.reset(); }

    void rowsThatASessionMayNotSeeMoveItsCursor();
    void snapshotThenCatchUpWhileOthersWrite();
    void answersFitIntoAFrameWhateverIsWritten();
    void cursorOfAnEarlierSessionIsContinued();
    void clockIsAnsweredWithTheHead();
};

void CatchUpTest::rowsThatASessionMayNotSeeMoveItsCursor()
{
    const auto ada = follow(u"ada"_s);
    const auto eve = follow(u"eve"_s);
    const QString direct = createDirect(*ada, m_ada, m_sam);
    const QJsonObject answer = say(*ada, direct, u"secret"_s);
    QVERIFY(catchesUpWith(*eve, answer["seq"_L1].toInteger()));
    QVERIFY(eve->count(u"journal:head"_s) >= 1);
    // The mark came along: with it the place is known again.
    const QJsonObject auth{{u"token"_s, m_server->tokenOf(u"eve"_s)},
                           {u"epoch"_s, eve->ready()["epoch"_L1]},
                           {u"cursor"_s, eve->cursor},
                           {u"mark"_s, eve->mark}};
    TestClient again(m_server->url());
    QVERIFY(again.connect(auth));
    QCOMPARE(again.ready()["journal"_L1].toObject()["state"_L1].toString(), u"current"_s);
}

void CatchUpTest::snapshotThenCatchUpWhileOthersWrite()
{
    const auto ada = follow(u"ada"_s);
    QStringList groups;
    for (int i = 0; i < 60; ++i) { // more than one page
        groups.append(createGroup(*ada, u"Group %1"_s.arg(i), {m_sam}));
        QVERIFY(say(*ada, groups.last(), u"before"_s)["ok"_L1].toBool());
    }

    TestClient sam(m_server->url());
    QVERIFY(sam.connectAs(m_server->tokenOf(u"sam"_s)));
    QCOMPARE(sam.ready()["journal"_L1].toObject()["state"_L1].toString(), u"fresh"_s);
    QHash<QString, qint64> streams;
    QHash<QString, QStringList> texts;
    QString page;
    int pages = 0;
    do {
        const QJsonObject answer =
            sam.call(u"journal:snapshot"_s, page.isEmpty() ? QJsonObject() : QJsonObject{{u"page"_s, page}});
        QVERIFY(answer["ok"_L1].toBool());
        if (page.isEmpty())
            sam.cursor = answer["cursor"_L1].toInteger();
        const QJsonArray items = answer["items"_L1].toArray();
        for (const QJsonValue &item : items) {
            const QJsonObject state = item["conversation"_L1].toObject();
            if (item["kind"_L1].toString() == "stream"_L1)
                streams[item["stream"_L1].toString()] = item["n"_L1].toInteger();
            if (item["kind"_L1].toString() != "conversation"_L1)
                continue;
            const QString id = state["id"_L1].toString();
            streams[u"conversation:"_s + id] = state["n"_L1].toInteger();
            const QJsonArray messages = state["messages"_L1].toArray();
            for (const QJsonValue &message : messages)
                texts[id].append(message["text"_L1].toString());
        }
        page = answer["next"_L1].toString();
        ++pages;
        for (const QString &group : std::as_const(groups)) // the journal goes on between the pages
            QVERIFY(say(*ada, group, u"page %1"_s.arg(pages))["ok"_L1].toBool());
    } while (!page.isEmpty());
    QVERIFY(pages > 2);
    QCOMPARE(texts.size(), groups.size());

    sam.received.clear();
    for (bool more = true; more;) {
        const QJsonObject answer = sam.call(u"journal:page"_s, {{u"cursor"_s, sam.cursor}, {u"limit"_s, 50}});
        const QJsonArray rows = answer["rows"_L1].toArray();
        for (const QJsonValue &value : rows) {
            const QJsonObject row = value.toObject();
            const QString stream = row["stream"_L1].toString();
            const qint64 n = row["n"_L1].toInteger();
            if (n == 0 || n <= streams[stream])
                continue;
            QCOMPARE(n, streams[stream] + 1); // no hole between snapshot and journal
            streams[stream] = n;
            const QJsonObject payload = row["payload"_L1].toObject();
            if (row["event"_L1].toString() == "message:new"_L1)
                texts[payload["conversation"_L1].toString()].append(payload["text"_L1].toString());
        }
        sam.cursor = answer["upTo"_L1].toInteger();
        more = answer["more"_L1].toBool();
    }
    QStringList expected{u"before"_s};
    for (int i = 1; i <= pages; ++i)
        expected.append(u"page %1"_s.arg(i));
    for (const QString &group : std::as_const(groups))
        QCOMPARE(texts[group], expected);

    QVERIFY(say(*ada, groups.first(), u"live"_s)["ok"_L1].toBool());
    QCOMPARE(sam.expect(u"message:new"_s).payload["payload"_L1].toObject()["text"_L1].toString(), u"live"_s);
    QVERIFY(!sam.broken);
}

/// A control character is one of ten thousand in a message, and six bytes of its JSON.
void CatchUpTest::answersFitIntoAFrameWhateverIsWritten()
{
    constexpr int said = 20; // as text less than a frame, as JSON more
    const QString text = u"road "_s + QString(limits::messageText - 5, QChar(1));
    const auto ada = follow(u"ada"_s);
    const QString direct = createDirect(*ada, m_ada, m_sam);
    for (int i = 0; i < said; ++i)
        QVERIFY(say(*ada, direct, text)["ok"_L1].toBool());

    TestClient sam(m_server->url());
    QVERIFY(sam.connectAs(m_server->tokenOf(u"sam"_s)));
    const auto readAll = [&](const QString &event, QJsonObject request, auto next) {
        int messages = 0;
        for (bool more = true; more;) {
            const QJsonObject answer = sam.call(event, request);
            const QJsonArray found = answer["messages"_L1].toArray();
            if (found.isEmpty())
                break;
            messages += int(found.size());
            more = answer["more"_L1].toBool();
            next(request, answer);
        }
        return messages;
    };
    QCOMPARE(readAll(u"message:history"_s, {{u"conversation"_s, direct}},
                     [](QJsonObject &request, const QJsonObject &answer) {
                         request.insert("before"_L1, answer["messages"_L1][0]["number"_L1]);
                     }),
             said);
    const QJsonObject search{{u"terms"_s, QJsonArray{QJsonObject{{u"text"_s, u"road"_s}}}}};
    QCOMPARE(readAll(u"message:search"_s, search,
                     [](QJsonObject &request, const QJsonObject &answer) {
                         request.insert("inside"_L1, answer["inside"_L1]);
                         request.insert("before"_L1, answer["before"_L1]);
                     }),
             said);
    QJsonObject ranked = search;
    ranked.insert("order"_L1, u"relevance"_s);
    QVERIFY(!sam.call(u"message:search"_s, ranked)["messages"_L1].toArray().isEmpty());

    QString page;
    do {
        const QJsonObject answer =
            sam.call(u"journal:snapshot"_s, page.isEmpty() ? QJsonObject() : QJsonObject{{u"page"_s, page}});
        QVERIFY(answer["ok"_L1].toBool());
        page = answer["next"_L1].toString();
    } while (!page.isEmpty());
}

void CatchUpTest::cursorOfAnEarlierSessionIsContinued()
{
    const auto ada = follow(u"ada"_s);
    const auto sam = follow(u"sam"_s);
    const QString direct = createDirect(*ada, m_ada, m_sam);
    QCOMPARE(sam->expect(u"conversation:entered"_s).event, u"conversation:entered"_s);
    const auto connect = [&](const QString &epoch, qint64 cursor, const QString &mark) {
        TestClient client(m_server->url());
        client.connect(
            {{u"token"_s, m_server->tokenOf(u"sam"_s)}, {u"epoch"_s, epoch}, {u"cursor"_s, cursor}, {u"mark"_s, mark}});
        return client.ready()["journal"_L1].toObject()["state"_L1].toString();
    };
    const QString epoch = sam->ready()["epoch"_L1].toString();
    const qint64 cursor = sam->cursor;
    const QString mark = sam->mark;
    QCOMPARE(connect(epoch, cursor, mark), u"current"_s);
    QVERIFY(say(*ada, direct, u"more"_s)["ok"_L1].toBool());
    QCOMPARE(connect(epoch, cursor, mark), u"behind"_s);
    QCOMPARE(connect(epoch, cursor, u"another"_s), u"rewound"_s);
    QCOMPARE(connect(epoch, 1'000'000, mark), u"rewound"_s);
    QCOMPARE(connect(u"another"_s, cursor, mark), u"epoch"_s);
}

void CatchUpTest::clockIsAnsweredWithTheHead()
{
    const auto ada = follow(u"ada"_s);
    const QJsonObject pong = ada->call(u"clock:ping"_s, {{u"t"_s, 12.5}});
    QCOMPARE(pong["t"_L1].toDouble(), 12.5);
    QVERIFY(qAbs(pong["at"_L1].toInteger() - m_server->clock().utc().count()) < 10'000);
    QCOMPARE(pong["after"_L1].toInteger(), ada->cursor);
    QCOMPARE(pong["upTo"_L1].toInteger(), ada->cursor);
}

QTEST_GUILESS_MAIN(CatchUpTest)
#include "CatchUpTest.moc"
