// SPDX-License-Identifier: GPL-3.0-or-later
#include "Desk.h"

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using connection::State;

/// Contacts over the real server, made and changed side by side and without a connection.
class CrmServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void whatOneMakesWithoutAConnectionTheOtherSees();
    void differentFieldsAreMergedAndTheSameIsAConflict();
    void oneThatComesLateReadsASnapshotAndTheHistory();
    void whatTheServerLostIsMadeAgain();
    void manyAreSentTogetherAndMadeOnce();

private:
    [[nodiscard]] std::unique_ptr<Client> connected(const User &user) const
    {
        auto client = std::make_unique<Client>(m_desk->url(), m_desk->token(user.name));
        client->connectAndCatchUp();
        return client;
    }
    static RecordRef make(Client &client, const QString &name)
    {
        const RecordRef record{RecordKind::Contact, createUuidV7(SystemClock().utc())};
        client.submit(CreateRecord{record, {{fields::name, name}}, {{fields::tags, {u"vip"_s}}}});
        return record;
    }
    static void change(Client &client, const RecordRef &record, const QJsonObject &set, const ListChanges &lists = {})
    {
        client.submit(
            ChangeRecord{.record = record, .basis = {}, .set = set, .was = {}, .lists = lists, .resolves = {}});
    }
    static QJsonValue field(const Client &client, const RecordRef &record, const QString &name)
    {
        const auto state = valueOf(client.store().record(record));
        return state ? state->fields[name] : QJsonValue();
    }
    static QVector<Conflict> conflicts(const Client &client) { return valueOf(client.store().conflicts()); }
    static void goOffline(Client &client)
    {
        client.session->goOffline();
        client.becomes(State::Offline);
    }

    std::unique_ptr<Desk> m_desk;
    User m_ada, m_ben;
};

void CrmServerTest::init()
{
    m_desk = std::make_unique<Desk>();
    m_ada = m_desk->add(u"ada"_s);
    m_ben = m_desk->add(u"ben"_s);
}

void CrmServerTest::whatOneMakesWithoutAConnectionTheOtherSees()
{
    const auto ben = connected(m_ben);
    Client ada(m_desk->url(), m_desk->token(u"ada"_s));
    const RecordRef record = make(ada, u"Marina"_s);
    change(ada, record, {{fields::status, u"lead"_s}}, {{fields::tags, {{u"eu"_s}, {u"vip"_s}}}});
    QTRY_COMPARE(field(ada, record, fields::status), QJsonValue(u"lead"_s));
    ada.connectAndCatchUp();
    ada.settle();
    QVERIFY(ada.refused.isEmpty());
    QTRY_COMPARE(field(*ben, record, fields::status), QJsonValue(u"lead"_s));
    QCOMPARE(valueOf(ben->store().record(record)), valueOf(ada.store().record(record)));
    QCOMPARE(valueOf(ben->store().record(record))->lists.value(fields::tags), QStringList{u"eu"_s});
    const store::RecordKeys found = valueOf(ben->store().records({.kind = RecordKind::Contact, .text = u"mar"_s}));
    QCOMPARE(found.keys.size(), 1);
    QCOMPARE(valueOf(ben->store().recordHistory(record, {}, 10)).rows.size(), 2);
}

void CrmServerTest::differentFieldsAreMergedAndTheSameIsAConflict()
{
    const auto ada = connected(m_ada);
    const auto ben = connected(m_ben);
    const RecordRef record = make(*ada, u"Marina"_s);
    QTRY_COMPARE(field(*ben, record, fields::name), QJsonValue(u"Marina"_s));
    goOffline(*ben);
    change(*ben, record, {{fields::name, u"Ben's"_s}, {fields::status, u"lead"_s}});
    change(*ada, record, {{fields::name, u"Ada's"_s}, {u"job"_s, u"Buyer"_s}});
    ada->settle();
    ben->connectAndCatchUp();
    ben->settle();
    for (const Client *client : {ada.get(), ben.get()}) {
        QTRY_COMPARE(conflicts(*client).size(), 1);
        QTRY_COMPARE(field(*client, record, fields::status), QJsonValue(u"lead"_s));
        QCOMPARE(field(*client, record, fields::name), QJsonValue(u"Ada's"_s));
        QCOMPARE(field(*client, record, u"job"_s), QJsonValue(u"Buyer"_s));
        QCOMPARE(conflicts(*client).first().wanted.value, QJsonValue(u"Ben's"_s));
        QCOMPARE(conflicts(*client).first().before, QJsonValue(u"Marina"_s));
    }
    ChangeRecord decision{.record = record,
                          .basis = {},
                          .set = {{fields::name, u"Both's"_s}},
                          .was = {},
                          .lists = {},
                          .resolves = conflicts(*ada).first().id};
    ada->submit(decision);
    for (const Client *client : {ada.get(), ben.get()}) {
        QTRY_COMPARE(field(*client, record, fields::name), QJsonValue(u"Both's"_s));
        QTRY_VERIFY(conflicts(*client).isEmpty());
    }
}

void CrmServerTest::oneThatComesLateReadsASnapshotAndTheHistory()
{
    const auto ada = connected(m_ada);
    const RecordRef record = make(*ada, u"Marina"_s);
    for (const QString &name : {u"One"_s, u"Two"_s, u"Three"_s})
        change(*ada, record, {{fields::name, name}});
    ada->settle();
    const auto ben = connected(m_ben);
    QCOMPARE(valueOf(ben->store().record(record)), valueOf(ada->store().record(record)));
    QCOMPARE(valueOf(ben->store().recordHistory(record, {}, 10)).rows.size(), 0);
    const Result<Done> fetched = valueOf(ben->session->fetchRecordHistory(record, 0));
    QVERIFY2(fetched, fetched ? "" : qPrintable(fetched.error().message));
    const auto rows = valueOf(ben->store().recordHistory(record, {}, 10)).rows;
    const auto own = valueOf(ada->store().recordHistory(record, {}, 10)).rows;
    QCOMPARE(rows.size(), 4);
    QCOMPARE(own.size(), 4);
    for (qsizetype i = 0; i < rows.size(); ++i)
        QCOMPARE(rows[i].row.seq, own[i].row.seq);
    QCOMPARE(std::get<RecordChanged>(rows[0].event).was, (QJsonObject{{fields::name, u"Two"_s}}));
    // What follows stands on the version of the snapshot.
    change(*ben, record, {{fields::name, u"Four"_s}});
    ben->settle();
    QTRY_COMPARE(field(*ada, record, fields::name), QJsonValue(u"Four"_s));
    QVERIFY(conflicts(*ada).isEmpty());
    QVERIFY(valueOf(ben->store().ledger()).holes.isEmpty());
}

void CrmServerTest::whatTheServerLostIsMadeAgain()
{
    const auto ada = connected(m_ada);
    m_desk->stop();
    m_desk->keepBackup();
    m_desk->startAgain();
    ada->connectAndCatchUp();
    const RecordRef record = make(*ada, u"Marina"_s);
    ada->settle();
    goOffline(*ada);
    change(*ada, record, {{fields::status, u"lead"_s}});
    m_desk->stop();
    m_desk->restoreBackup();
    m_desk->startAgain();
    ada->connectAndCatchUp();
    QTRY_COMPARE(ada->waiting(), 0);
    const auto ben = connected(m_ben);
    QCOMPARE(field(*ben, record, fields::name), QJsonValue(u"Marina"_s));
    QCOMPARE(field(*ben, record, fields::status), QJsonValue(u"lead"_s));
}

void CrmServerTest::manyAreSentTogetherAndMadeOnce()
{
    constexpr int count = 300;
    const auto ben = connected(m_ben);
    Client ada(m_desk->url(), m_desk->token(u"ada"_s));
    QVector<RecordRef> records;
    for (int i = 0; i < count / 2; ++i)
        records.append(make(ada, u"Sam %1"_s.arg(i)));
    make(ada, QString()); // which the server refuses, and nothing else because of it
    change(ada, records.first(), {{fields::status, u"lead"_s}}); // which waits for what it builds on
    ada.faults->loseAnswers = 1; // of a packet: each command of it is sent again, with its id
    ada.connectAndCatchUp();
    QVector<CommandBody> more; // given at once, as by an import
    for (int i = count / 2; i < count; ++i)
        more.append(CreateRecord{
            {RecordKind::Contact, createUuidV7(SystemClock().utc())}, {{fields::name, u"Sam %1"_s.arg(i)}}, {}});
    ada.session->submit(more);
    QTRY_COMPARE_WITH_TIMEOUT(ada.waiting(), 1, 30'000); // the refused one
    QVERIFY2(ada.faults->together < count / 10, qPrintable(QString::number(ada.faults->together)));
    QCOMPARE(ada.refused.size(), 1);
    const auto found = [](const Client &client) {
        return valueOf(client.store().records({.kind = RecordKind::Contact, .text = u"sam"_s})).keys.size();
    };
    QCOMPARE(found(ada), count);
    QTRY_COMPARE(found(*ben), count);
    QTRY_COMPARE(field(*ben, records.first(), fields::status), QJsonValue(u"lead"_s));
}

QTEST_GUILESS_MAIN(CrmServerTest)
#include "CrmServerTest.moc"
