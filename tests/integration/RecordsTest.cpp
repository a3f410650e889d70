// SPDX-License-Identifier: GPL-3.0-or-later
#include "Processes.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

using namespace frontdesk;
using namespace Qt::Literals::StringLiterals;

/// Labels, edits, conflicts, own values, better texts and the ledger as a script has them.
class RecordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void conflictsAreToldAndDecided_data();
    void conflictsAreToldAndDecided();
    void labelsAndProfileAreRecords();
    void recordsAreMadeAndChanged();
    void recordsThatGoOutOfSightAreTold();
    void editsAreTold();
    void ownValuesAreShared();
    void aRefusedMessageIsReplaced();
    void theLedgerIsReadWithoutAConnection();
    void theLedgerIsComparedWithTheServer();

private:
    /// Events of a kind that a session has printed.
    static QVector<QJsonObject> events(SessionProcess &session, const QString &name)
    {
        QVector<QJsonObject> found;
        for (const QJsonObject &line : session.lines())
            if (line["event"_L1] == name)
                found.append(line);
        return found;
    }
    static QJsonArray conflicts(SessionProcess &session)
    {
        return session.result(u"conflicts"_s)["conflicts"_L1].toArray();
    }
    static QString title(SessionProcess &session, const QString &conversation)
    {
        return session.summary(conversation)["title"_L1].toString();
    }
    QString group()
    {
        const QString id = m_ada->makeGroup(u"Before"_s, {u"ben"_s});
        [&] { QTRY_VERIFY_WITH_TIMEOUT(m_ben->knows(id) && m_ada->waiting() == 0, 20'000); }();
        return id;
    }

    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<SessionProcess> m_ada, m_ben;
};

void RecordsTest::init()
{
    m_server = std::make_unique<ServerProcess>();
    m_server->start();
    m_ada = std::make_unique<SessionProcess>(*m_server, m_server->addUser(u"ada"_s));
    m_ben = std::make_unique<SessionProcess>(*m_server, m_server->addUser(u"ben"_s));
    for (SessionProcess *session : {m_ada.get(), m_ben.get()}) {
        session->start();
        session->becomes(u"online"_s);
    }
}

void RecordsTest::cleanup()
{
    m_ada.reset();
    m_ben.reset();
    m_server.reset();
}

void RecordsTest::conflictsAreToldAndDecided_data()
{
    QTest::addColumn<QJsonObject>("decision");
    QTest::addColumn<QString>("title");
    QTest::newRow("what was wanted") << QJsonObject{{u"take"_s, u"wanted"_s}} << u"Ben's"_s;
    QTest::newRow("what is kept") << QJsonObject{{u"take"_s, u"kept"_s}} << u"Ada's"_s;
    QTest::newRow("a third") << QJsonObject{{u"value"_s, u"Both's"_s}} << u"Both's"_s;
}

void RecordsTest::conflictsAreToldAndDecided()
{
    QFETCH(QJsonObject, decision);
    QFETCH(QString, title);
    const QString id = group();
    m_ben->result(u"offline"_s);
    m_ben->becomes(u"offline"_s);
    m_ben->result(u"rename"_s, {{u"conversation"_s, id}, {u"title"_s, u"Ben's"_s}});
    m_ada->result(u"rename"_s, {{u"conversation"_s, id}, {u"title"_s, u"Ada's"_s}});
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->waiting(), 0, 20'000);
    m_ben->result(u"online"_s);
    for (SessionProcess *session : {m_ada.get(), m_ben.get()}) {
        QTRY_COMPARE_WITH_TIMEOUT(events(*session, u"conflict"_s).size(), 1, 20'000);
        const QJsonObject told = events(*session, u"conflict"_s).first();
        QVERIFY(told["open"_L1].toBool());
        QCOMPARE(QJsonArray{told["conflict"_L1]}, conflicts(*session));
        QCOMPARE(told["conflict"_L1]["wanted"_L1]["value"_L1].toString(), u"Ben's"_s);
        QCOMPARE(told["conflict"_L1]["kept"_L1]["value"_L1].toString(), u"Ada's"_s);
    }
    decision.insert(u"conflict"_s, conflicts(*m_ada)[0].toObject()["id"_L1]);
    QVERIFY(m_ada->result(u"resolve"_s, decision).contains("id"_L1));
    for (SessionProcess *session : {m_ada.get(), m_ben.get()}) {
        QTRY_VERIFY_WITH_TIMEOUT(conflicts(*session).isEmpty(), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(RecordsTest::title(*session, id), title, 20'000);
        QTRY_COMPARE(events(*session, u"conflict"_s).size(), 2);
        QVERIFY(!events(*session, u"conflict"_s).last()["open"_L1].toBool());
    }
    QCOMPARE(m_ada->ask(u"resolve"_s, decision)["error"_L1]["code"_L1].toString(), u"conflict.unknown"_s);
    decision.insert(u"take"_s, u"both"_s);
    QCOMPARE(m_ada->ask(u"resolve"_s, decision)["error"_L1]["code"_L1].toString(), u"payload.invalid"_s);
}

void RecordsTest::labelsAndProfileAreRecords()
{
    const QString id = group();
    m_ada->result(u"labels"_s, {{u"conversation"_s, id}, {u"add"_s, QJsonArray{u"vip"_s, u"late"_s}}});
    m_ada->result(u"labels"_s, {{u"conversation"_s, id}, {u"remove"_s, QJsonArray{u"late"_s}}});
    QTRY_COMPARE_WITH_TIMEOUT(m_ben->summary(id)["labels"_L1].toArray(), QJsonArray{u"vip"_s}, 20'000);
    m_ada->result(u"profile"_s, {{u"displayName"_s, u"Ada L."_s}, {u"about"_s, u"Nights"_s}});
    const auto ada = [&] {
        for (const QJsonValue &user : m_ben->result(u"users"_s)["users"_L1].toArray())
            if (user["name"_L1] == u"ada"_s)
                return user.toObject();
        return QJsonObject();
    };
    QTRY_COMPARE_WITH_TIMEOUT(ada()["about"_L1].toString(), u"Nights"_s, 20'000);
    QCOMPARE(ada()["displayName"_L1].toString(), u"Ada L."_s);
    QCOMPARE(m_ada->ask(u"profile"_s)["error"_L1]["code"_L1].toString(), u"payload.invalid"_s);
}

void RecordsTest::recordsAreMadeAndChanged()
{
    const QJsonObject made =
        m_ada->result(u"record:create"_s, {{u"kind"_s, u"contact"_s},
                                           {u"set"_s, QJsonObject{{u"name"_s, u"Ines Moreau"_s}}},
                                           {u"add"_s, QJsonObject{{u"phones"_s, QJsonArray{u"+44 20 7946 0001"_s}}}}});
    const QString record = made["record"_L1].toString();
    QVERIFY(record.startsWith("contact:"_L1));
    const auto seen = [&](SessionProcess &session, bool bin) {
        const QJsonObject answer =
            session.result(u"records"_s, {{u"kind"_s, u"contact"_s}, {u"deleted"_s, bin}, {u"limit"_s, 10'000}});
        const QJsonArray all = answer["records"_L1].toArray();
        return all.size() == 1 ? all[0].toObject() : QJsonObject();
    };
    QCOMPARE(seen(*m_ada, false)["record"_L1].toString(), record); // at once, also what waits
    QTRY_COMPARE_WITH_TIMEOUT(seen(*m_ben, false)["fields"_L1]["name"_L1].toString(), u"Ines Moreau"_s, 20'000);

    m_ben->result(u"record:change"_s, {{u"record"_s, record},
                                       {u"set"_s, QJsonObject{{u"job"_s, u"Buyer"_s}}},
                                       {u"add"_s, QJsonObject{{u"tags"_s, QJsonArray{u"vip"_s}}}},
                                       {u"remove"_s, QJsonObject{{u"phones"_s, QJsonArray{u"+44 20 7946 0001"_s}}}}});
    QTRY_COMPARE_WITH_TIMEOUT(seen(*m_ada, false)["version"_L1].toInteger(), 2, 20'000);
    QCOMPARE(seen(*m_ada, false)["fields"_L1]["job"_L1].toString(), u"Buyer"_s);
    QCOMPARE(seen(*m_ada, false)["lists"_L1].toObject(), (QJsonObject{{u"tags"_s, QJsonArray{u"vip"_s}}}));

    m_ada->result(u"record:change"_s, {{u"record"_s, record}, {u"set"_s, QJsonObject{{u"deleted"_s, true}}}});
    QTRY_COMPARE_WITH_TIMEOUT(seen(*m_ben, true)["record"_L1].toString(), record, 20'000);
    QVERIFY(seen(*m_ben, false).isEmpty());
}

/// Everybody sees their own, and an admin gives a contact from one to the other.
void RecordsTest::recordsThatGoOutOfSightAreTold()
{
    SessionProcess carl(*m_server, m_server->addUser(u"carl"_s, u"admin"_s));
    carl.start();
    carl.becomes(u"online"_s);
    const auto change = [&carl](const QString &record, const QString &field, const QString &value) {
        carl.result(u"record:change"_s, {{u"record"_s, record}, {u"set"_s, QJsonObject{{field, value}}}});
    };
    change(u"workspace:5f0c7b52-9b1e-4f3d-8a64-2d7e90c3b1a8"_s, u"visibility"_s, u"owner"_s);
    const QString ada = m_ada->result(u"users"_s)["me"_L1].toString();
    const QString ben = m_ben->result(u"users"_s)["me"_L1].toString();
    const QJsonObject made =
        carl.result(u"record:create"_s, {{u"kind"_s, u"contact"_s},
                                         {u"set"_s, QJsonObject{{u"name"_s, u"Ines Moreau"_s}, {u"owner"_s, ada}}}});
    const QJsonValue record = made["record"_L1];
    const auto told = [this, record](SessionProcess &session, const QString &event) {
        const QVector<QJsonObject> all = events(session, event);
        return std::count_if(all.begin(), all.end(),
                             [&](const QJsonObject &line) { return line["record"_L1] == record; });
    };
    QTRY_COMPARE_WITH_TIMEOUT(told(*m_ada, u"record"_s), 1, 20'000);
    change(record.toString(), u"owner"_s, ben);
    QTRY_COMPARE_WITH_TIMEOUT(told(*m_ada, u"record:gone"_s), 1, 20'000);
    QVERIFY(m_ada->result(u"record"_s, {{u"record"_s, record}})["record"_L1].isNull());
    QTRY_VERIFY_WITH_TIMEOUT(!m_ben->result(u"record"_s, {{u"record"_s, record}})["record"_L1].isNull(), 20'000);
    QCOMPARE(told(*m_ben, u"record:gone"_s), 0);
    change(record.toString(), u"owner"_s, ada);
    QTRY_COMPARE_WITH_TIMEOUT(told(*m_ben, u"record:gone"_s), 1, 20'000);
    QCOMPARE(told(*m_ada, u"record:gone"_s), 1);
}

void RecordsTest::editsAreTold()
{
    const QString id = group();
    m_ada->send(id, u"Tpyo"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_ben->announced(id), QStringList{u"Tpyo"_s}, 20'000);
    const QString message = events(*m_ben, u"message"_s).first()["message"_L1]["id"_L1].toString();
    m_ada->result(u"edit"_s, {{u"conversation"_s, id}, {u"message"_s, message}, {u"text"_s, u"Typo"_s}});
    QTRY_COMPARE_WITH_TIMEOUT(events(*m_ben, u"edited"_s).size(), 1, 20'000);
    const QJsonObject edited = events(*m_ben, u"edited"_s).first()["message"_L1].toObject();
    QCOMPARE(edited["id"_L1].toString(), message);
    QCOMPARE(edited["text"_L1].toString(), u"Typo"_s);
    const QJsonArray history = m_ben->result(u"history"_s, {{u"conversation"_s, id}})["messages"_L1].toArray();
    QCOMPARE(history.size(), 1);
    QCOMPARE(history[0]["text"_L1].toString(), u"Typo"_s);
    QVERIFY(history[0]["edited"_L1].toBool());
}

void RecordsTest::ownValuesAreShared()
{
    SessionProcess laptop(*m_server, m_ada->token());
    laptop.start();
    laptop.becomes(u"online"_s);
    const QString key = u"setting:sound"_s;
    m_ada->result(u"own"_s, {{u"key"_s, key}, {u"value"_s, QJsonArray{1, u"two"_s}}});
    QTRY_COMPARE_WITH_TIMEOUT(laptop.result(u"own"_s, {{u"key"_s, key}})["value"_L1].toArray(),
                              (QJsonArray{1, u"two"_s}), 20'000);
    laptop.result(u"own"_s, {{u"key"_s, key}, {u"value"_s, QJsonValue::Null}});
    QTRY_VERIFY_WITH_TIMEOUT(m_ada->result(u"own"_s)["values"_L1].toObject().isEmpty(), 20'000);
    QVERIFY(m_ada->result(u"own"_s, {{u"key"_s, key}})["value"_L1].isNull());
}

void RecordsTest::aRefusedMessageIsReplaced()
{
    const QString id = group();
    const QString tooLong =
        m_ada->result(u"send"_s, {{u"conversation"_s, id}, {u"text"_s, QString(10'001, u'x')}})["id"_L1].toString();
    QTRY_COMPARE_WITH_TIMEOUT(events(*m_ada, u"refused"_s).size(), 1, 20'000);
    const QString shorter =
        m_ada->result(u"replace"_s, {{u"id"_s, tooLong}, {u"text"_s, u"Shorter"_s}})["id"_L1].toString();
    QVERIFY(!shorter.isEmpty() && shorter != tooLong);
    QTRY_COMPARE_WITH_TIMEOUT(m_ben->announced(id), QStringList{u"Shorter"_s}, 20'000);
    QCOMPARE(events(*m_ben, u"message"_s).first()["message"_L1]["id"_L1].toString(), shorter);
    QTRY_VERIFY_WITH_TIMEOUT(m_ada->result(u"pending"_s)["pending"_L1].toArray().isEmpty(),
                             20'000); // others may know first
    QCOMPARE(m_ada->ask(u"replace"_s, {{u"id"_s, tooLong}, {u"text"_s, u"Again"_s}})["error"_L1]["code"_L1].toString(),
             u"command.gone"_s);
}

void RecordsTest::theLedgerIsReadWithoutAConnection()
{
    const QString id = group();
    m_ada->result(u"offline"_s);
    m_ada->becomes(u"offline"_s);
    m_ada->send(id, u"waits"_s);
    const QJsonObject before = m_ada->result(u"ledger"_s);

    const Finished inUse = runCtl({u"ledger"_s, u"--data"_s, m_ada->folder()});
    QCOMPARE(inUse.code, 1);
    QVERIFY2(inUse.err.contains(u"Another program is using "_s + m_ada->folder()), qPrintable(inUse.err));

    QCOMPARE(m_ada->endInput(), 0);
    m_server->kill();
    const Finished read = runCtl({u"ledger"_s, u"--data"_s, m_ada->folder(), u"--json"_s});
    QCOMPARE(read.code, 0);
    QJsonObject ledger = QJsonDocument::fromJson(read.out.toUtf8()).object();
    QCOMPARE(ledger.take("missing"_L1).toArray(), QJsonArray());
    QCOMPARE(ledger, before);
    QCOMPARE(ledger["waiting"_L1].toInt(), 1);
    QVERIFY(ledger["streams"_L1].toObject().contains(u"conversation:"_s + id));
    QVERIFY(runCtl({u"ledger"_s, u"--data"_s, m_ada->folder()}).out.contains(u"Missing    nothing"_s));

    const QTemporaryDir empty;
    const Finished nothing = runCtl({u"ledger"_s, u"--data"_s, empty.path(), u"--json"_s});
    QCOMPARE(nothing.code, 1);
    QCOMPARE(QJsonDocument::fromJson(nothing.out.toUtf8())["error"_L1]["code"_L1].toString(), u"storage.missing"_s);
    QVERIFY(QDir(empty.path()).isEmpty());
}

void RecordsTest::theLedgerIsComparedWithTheServer()
{
    const QString id = group();
    QCOMPARE(m_ben->endInput(), 0);
    const auto compare = [&](const SessionProcess &who, const QString &folder) {
        return runCtl(
            {u"ledger"_s, u"--data"_s, folder, u"--json"_s, u"--url"_s, m_server->url(), u"--token"_s, who.token()});
    };
    const Finished whole = compare(*m_ben, m_ben->folder());
    QCOMPARE(whole.code, 0);
    const QJsonObject ledger = QJsonDocument::fromJson(whole.out.toUtf8()).object();
    QCOMPARE(ledger["server"_L1]["rows"_L1], ledger["received"_L1]);

    m_ada->send(id, u"Ben is away"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->waiting(), 0, 20'000);
    const Finished behind = compare(*m_ben, m_ben->folder());
    QCOMPARE(behind.code, 1);
    const QJsonArray missing = QJsonDocument::fromJson(behind.out.toUtf8())["missing"_L1].toArray();
    QCOMPARE(missing.size(), 1);
    QCOMPARE(missing[0]["stream"_L1].toString(), u"conversation:"_s + id);
    QCOMPARE(missing[0]["should"_L1].toInteger(), missing[0]["has"_L1].toInteger() + 1);

    const Finished foreign = compare(*m_ada, m_ben->folder());
    QCOMPARE(foreign.code, 5);
    QVERIFY(foreign.err.contains(u"account.other"_s));
}

QTEST_GUILESS_MAIN(RecordsTest)
#include "RecordsTest.moc"
