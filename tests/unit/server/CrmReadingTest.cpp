// SPDX-License-Identifier: GPL-3.0-or-later
#include "CrmFixture.h"
#include "KeptRows.h"
#include "server/storage/Requests.h"
#include "server/storage/Seed.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server;
using namespace frontdesk::server::testing;

namespace {

/// What each row says happened.
QStringList eventsOf(const QJsonArray &rows)
{
    QStringList events;
    for (const QJsonValue &row : rows)
        events.append(row["event"_L1].toString() + u' ' +
                      row["payload"_L1]["record"_L1].toString().section(u':', 0, 0));
    return events;
}

} // namespace

/// What people read of the CRM: snapshots, the history of a record, and activities.
class CrmReadingTest : public QObject, private CrmFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void snapshotIsPaged();
    void conflictsAreInTheSnapshot();
    void historyIsAboutWhatNamesIt();
    void historyIsPaged();
    void newOnesAreOneActivityForOneBurst();
    void dealThatMovesIsToldAsActivity();

private:
    QJsonObject history(const User &user, const RecordRef &record, QJsonObject fields = {})
    {
        fields.insert(u"record"_s, record.text());
        const auto asked = readRequest(u"record:history"_s, fields).value()(m_desk->records(), user.id);
        QJsonObject answer = asked.value().fields;
        answer.insert(u"rows"_s, QJsonDocument::fromJson(asked.value().rows).array());
        return answer;
    }
};

void CrmReadingTest::snapshotIsPaged()
{
    begin(10'000); // units of a page: about twenty records
    QStringList expected;
    for (int i = 0; i < 300; ++i)
        expected.append(make(i % 3 == 0 ? RecordKind::Company : RecordKind::Contact,
                             {{fields::name, QString(i % 100, u'n') + u"!"_s}})
                            .text());
    const User eve = m_desk->addUser(u"eve"_s); // who enters later sees all of it
    QStringList found;
    for (const QJsonObject &item : m_desk->snapshot(eve, u"record"_s))
        found.append(item["record"_L1].toString());
    QVERIFY2(m_desk->pages > 10, qPrintable(QString::number(m_desk->pages)));
    expected.sort();
    QVERIFY(std::is_sorted(found.begin(), found.end()));
    QCOMPARE(found, expected);

    const QJsonArray items = snapshotPage(m_desk->records(), eve.id, {}).value()["items"_L1].toArray();
    const QJsonObject stream{{u"kind"_s, u"stream"_s},
                             {u"stream"_s, recordsStream()},
                             {u"n"_s, m_desk->records().journal.countOf(recordsStream())}};
    QCOMPARE(m_desk->records().journal.countOf(recordsStream()), 300); // activities have no n
    QVERIFY(items.contains(stream));
    // Without a snapshot they are not there: rows of before may be about what has come to belong to somebody since.
    const auto addedIn = [&](const User &user) {
        const JournalPage page = m_desk->records().reader.page(user.id, 0, {500, 1'000'000});
        return std::count_if(page.rows.begin(), page.rows.end(),
                             [](const KeptRow &row) { return readRow(row).event == u"record:added"_s; });
    };
    QCOMPARE(addedIn(m_ada), 300);
    QCOMPARE(addedIn(eve), 0);
}

void CrmReadingTest::conflictsAreInTheSnapshot()
{
    begin(30'000);
    QVector<Conflict> open;
    for (int i = 0; i < 5; ++i) {
        const RecordRef note = make(RecordKind::Note, {{fields::text, u"1"_s}, {fields::about, u""_s}});
        (void)give(m_ada, changeOf(note, 1, {{fields::text, QString(9'000, u'2')}}));
        (void)give(m_ada, changeOf(note, 1, {{fields::text, QString(9'000, u'3')}}));
        open += m_desk->records().conflicts.of(note);
    }
    QCOMPARE(open.size(), 5);
    QVector<QJsonObject> expected;
    for (const Conflict &conflict : open)
        expected.append(toJson(conflict));
    QCOMPARE(m_desk->snapshot(m_ben, u"conflict"_s), expected); // by id, which are in the order of their commands
    QVERIFY(m_desk->pages >= 6);
}

void CrmReadingTest::historyIsAboutWhatNamesIt()
{
    const RecordRef first = make(RecordKind::Company, {{fields::name, u"Meridian"_s}});
    const RecordRef second = make(RecordKind::Company, {{fields::name, u"Parallel"_s}});
    const RecordRef contact = make(RecordKind::Contact, {{fields::name, u"Grace"_s}, {fields::company, first.id}});
    (void)give(m_ada, changeOf(contact, 1, {{u"job"_s, u"Admiral"_s}})); // not the company's business
    const RecordRef deal = make(RecordKind::Deal, {{fields::name, u"Chairs"_s}, {fields::contact, contact.id}});
    (void)give(m_ben, changeOf(deal, 1, {{fields::value, money(u"10"_s)}}));
    (void)give(m_ben, changeOf(deal, 1, {{fields::name, u"Tables"_s}, {fields::contact, u""_s}}));
    (void)give(m_ada, changeOf(deal, 1, {{fields::name, u"Stools"_s}})); // Ben's has been there first
    (void)give(m_ada, changeOf(deal, 3, {{u"probability"_s, 5}}));       // nobody's any more
    (void)make(RecordKind::Task, {{fields::name, u"Call"_s}, {fields::about, contact.text()}});
    (void)give(m_ada, changeOf(contact, 2, {{fields::company, second.id}}));

    const auto of = [&](const RecordRef &record) { return eventsOf(history(m_ben, record)["rows"_L1].toArray()); };
    QCOMPARE(of(contact), (QStringList{u"record:changed contact"_s, u"record:added task"_s, u"record:changed deal"_s,
                                       u"record:changed deal"_s, u"record:added deal"_s, u"record:changed contact"_s,
                                       u"record:added contact"_s}));
    QCOMPARE(of(first),
             (QStringList{u"record:changed contact"_s, u"record:added contact"_s, u"record:added company"_s}));
    QCOMPARE(of(second), (QStringList{u"record:changed contact"_s, u"record:added company"_s}));
    QCOMPARE(of(deal), (QStringList{u"record:changed deal"_s, u"conflict:opened deal"_s, u"record:changed deal"_s,
                                    u"record:changed deal"_s, u"record:added deal"_s}));
    QVERIFY(of(newRecord(RecordKind::Deal)).isEmpty());

    // A conversation has its own, for those who are in it.
    const User eve = m_desk->addUser(u"eve"_s);
    const ConversationId group = m_desk->createGroup(m_ada, u"Launch"_s, {eve.id});
    (void)give(m_ada, changeOf(recordOf(group), 1, {{fields::title, u"Landing"_s}}));
    (void)make(RecordKind::Task, {{fields::name, u"Reply"_s}, {fields::about, recordOf(group).text()}});
    QCOMPARE(of(recordOf(group)), QStringList{u"record:added task"_s});
    QCOMPARE(eventsOf(history(m_ada, recordOf(group))["rows"_L1].toArray()),
             (QStringList{u"record:added task"_s, u"record:changed conversation"_s}));
}

void CrmReadingTest::historyIsPaged()
{
    const RecordRef contact = makeContact(u"0"_s);
    for (int i = 1; i <= 9; ++i)
        (void)give(m_ada, changeOf(contact, i, {{fields::name, QString::number(i)}}));
    QStringList names;
    qint64 before = 0;
    for (bool more = true; more;) {
        const QJsonObject page =
            history(m_ben, contact,
                    before > 0 ? QJsonObject{{u"limit"_s, 4}, {u"before"_s, before}} : QJsonObject{{u"limit"_s, 4}});
        const QJsonArray rows = page["rows"_L1].toArray();
        QVERIFY(rows.size() <= 4);
        for (const QJsonValue &row : rows)
            names.append(row["payload"_L1]["set"_L1]["name"_L1].toString(u"added"_s));
        before = rows.last()["seq"_L1].toInteger();
        more = page["more"_L1].toBool();
    }
    QCOMPARE(names, (QStringList{u"9"_s, u"8"_s, u"7"_s, u"6"_s, u"5"_s, u"4"_s, u"3"_s, u"2"_s, u"1"_s, u"added"_s}));
}

void CrmReadingTest::newOnesAreOneActivityForOneBurst()
{
    (void)makeContact(u"Grace"_s);
    const QJsonObject first = m_desk->told(u"activity:new"_s);
    const RecordRef second = makeContact(u"Ann"_s);
    const QJsonObject activity = m_desk->told(u"activity:new"_s);
    QCOMPARE(activity["id"_L1], first["id"_L1]);
    QCOMPARE(activity["verb"_L1].toString(), u"Create"_s);
    QCOMPARE(activity["object"_L1].toObject(),
             (QJsonObject{{u"type"_s, u"Profile"_s}, {u"id"_s, second.id}, {u"name"_s, u"Ann"_s}}));
    QCOMPARE(activity["totalItems"_L1].toInt(), 2);
    QCOMPARE(activity["stream"_L1].toString(), recordsStream());
    QCOMPARE(m_desk->written.last().n, 0); // takes the place of the one before

    (void)make(RecordKind::Company, {{fields::name, u"Meridian"_s}});
    QCOMPARE(m_desk->told(u"activity:new"_s)["object"_L1]["type"_L1].toString(), u"Organization"_s);
    QVERIFY(m_desk->told(u"activity:new"_s)["id"_L1] != first["id"_L1]);
    m_desk->now += 11 * 60 * 1000;
    (void)makeContact(u"Joan"_s);
    QVERIFY(m_desk->told(u"activity:new"_s)["id"_L1] != first["id"_L1]);
    (void)make(RecordKind::Task, {{fields::name, u"Call"_s}});
    QCOMPARE(m_desk->writtenEvents(), QStringList{u"record:added"_s}); // a task is between few
}

void CrmReadingTest::dealThatMovesIsToldAsActivity()
{
    m_desk->write([&](Records &records) { QVERIFY(seedWorkspace(records, m_desk->now)); });
    const RecordRef pipeline = m_desk->records().crm.all(RecordKind::Pipeline).value(0).record;
    const QJsonArray stages = stateOf(pipeline).fields["stages"_L1].toArray();
    const auto place = [&](int stage) {
        return QJsonObject{{u"pipeline"_s, pipeline.id}, {u"stage"_s, stages[stage]["id"_L1]}};
    };
    const RecordRef deal = make(RecordKind::Deal, {{fields::name, u"Chairs"_s}, {fields::place, place(0)}});
    QCOMPARE(m_desk->told(u"activity:new"_s)["verb"_L1].toString(), u"Create"_s);
    const QVector<std::pair<int, QString>> moves{{1, u"Move"_s}, {4, u"Accept"_s}, {5, u"Reject"_s}};
    for (const auto &[stage, verb] : moves) {
        (void)give(m_ada, changeOf(deal, stateOf(deal).version, {{fields::place, place(stage)}}));
        const QJsonObject activity = m_desk->told(u"activity:new"_s);
        QCOMPARE(activity["verb"_L1].toString(), verb);
        QCOMPARE(activity["object"_L1].toObject(),
                 (QJsonObject{{u"type"_s, u"Deal"_s}, {u"id"_s, deal.id}, {u"name"_s, u"Chairs"_s}}));
        QCOMPARE(activity["target"_L1].toObject(), (QJsonObject{{u"type"_s, u"Stage"_s},
                                                                {u"id"_s, stages[stage]["id"_L1]},
                                                                {u"name"_s, stages[stage]["name"_L1]}}));
    }
    QJsonObject why = place(5);
    why.insert(u"lostReason"_s, u"Price"_s);
    (void)give(m_ada, changeOf(deal, stateOf(deal).version, {{fields::place, why}}));
    QCOMPARE(m_desk->writtenEvents(), QStringList{u"record:changed"_s}); // it is where it was
}

QTEST_GUILESS_MAIN(CrmReadingTest)
#include "CrmReadingTest.moc"
