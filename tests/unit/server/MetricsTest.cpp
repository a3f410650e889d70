// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestServer.h"
#include "server/metrics/Exposition.h"
#include "server/storage/Database.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server::testing;
using frontdesk::server::Exposition;
using frontdesk::server::Histogram;
using namespace std::chrono_literals;

namespace {

struct Family {
    QString type;
    QString help;
    QHash<QString, double> samples; ///< by name and labels as written
};

/// Reads Prometheus' text format 0.0.4 strictly: HELP and TYPE before the samples of a family, one family in one piece,
/// names and labels of its grammar, no sample twice. A problem in words, or the families.
class Parser {
public:
    QString read(const QByteArray &text)
    {
        if (!text.endsWith('\n'))
            return u"does not end with a line feed"_s;
        const QStringList lines = QString::fromUtf8(text.chopped(1)).split(u'\n');
        for (const QString &line : lines)
            if (const QString problem = line.startsWith(u'#') ? readComment(line) : readSample(line);
                !problem.isEmpty())
                return problem + u": "_s + line;
        return {};
    }
    QHash<QString, Family> families;
    double value(const QString &sample) const
    {
        return families.value(familyOf(sample.section(u'{', 0, 0))).samples.value(sample, -1);
    }

private:
    QString readComment(const QString &line)
    {
        static const QRegularExpression form(u"^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$"_s);
        const auto match = form.match(line);
        if (!match.hasMatch())
            return u"neither HELP nor TYPE"_s;
        const QString name = match.captured(2);
        if (match.captured(1) == "HELP"_L1) {
            if (families.contains(name))
                return u"a family in two pieces"_s;
            families[name].help = match.captured(3);
            m_current = name;
            return {};
        }
        if (name != m_current || !families[name].type.isEmpty())
            return u"TYPE without its HELP"_s;
        families[name].type = match.captured(3);
        return QStringList{u"counter"_s, u"gauge"_s, u"histogram"_s}.contains(match.captured(3)) ? QString()
                                                                                                 : u"no type"_s;
    }

    QString readSample(const QString &line)
    {
        static const QRegularExpression form(
            u"^([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\"\\})? (\\S+)$"_s);
        const auto match = form.match(line);
        if (!match.hasMatch())
            return u"no sample"_s;
        const QString family = familyOf(match.captured(1));
        if (family != m_current || families[family].type.isEmpty())
            return u"a sample outside its family"_s;
        const QString name = match.captured(1) + match.captured(2);
        if (families[family].samples.contains(name))
            return u"the same sample twice"_s;
        bool number = false;
        families[family].samples.insert(name, match.captured(3).toDouble(&number));
        if (families[family].type == "counter"_L1 && !match.captured(1).endsWith("_total"_L1))
            return u"a counter without _total"_s;
        return number ? QString() : u"no number"_s;
    }

    /// The family of a sample: a histogram's have endings.
    QString familyOf(const QString &name) const
    {
        for (const QString &ending : {u"_bucket"_s, u"_sum"_s, u"_count"_s})
            if (name.endsWith(ending) && families.value(name.chopped(ending.size())).type == "histogram"_L1)
                return name.chopped(ending.size());
        return name;
    }

    QString m_current;
};

} // namespace

/// What a server tells those who watch over it.
class MetricsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labelsAreEscaped();
    void bucketsAreCumulative();
    void figuresCountWhatHappened();
    void filesAreCounted();
    void transportsAreToldApart();
    void queuesAreMeasured();
    void aliveAndReady();
    void aFailureIsCountedEachTimeAndLoggedOnceAMinute();
    void everyFigureIsDocumented();

private:
    static Parser figures(const TestServer &server)
    {
        Parser parser;
        const HttpAnswer answer = get(server.url().resolved(QUrl(u"/metrics"_s)));
        const QString problem = answer.status == 200 ? parser.read(answer.text) : u"refused"_s;
        if (!problem.isEmpty())
            qFatal("%s", qPrintable(problem));
        return parser;
    }
};

void MetricsTest::labelsAreEscaped()
{
    Exposition page;
    page.counters("x_total", "Help.", "code", {{"a\"b\\c\nd", 7}});
    Parser parser;
    QCOMPARE(parser.read(page.text()), QString());
    QCOMPARE(parser.value(u"x_total{code=\"a\\\"b\\\\c\\nd\"}"_s), 7.0);
}

void MetricsTest::bucketsAreCumulative()
{
    Histogram histogram({0.1, 1, 10});
    for (const double seconds : {0.05, 0.1, 0.5, 5.0, 50.0})
        histogram.observe(seconds);
    Exposition page;
    page.histogram("x_seconds", "Help.", histogram);
    Parser parser;
    QCOMPARE(parser.read(page.text()), QString());
    QCOMPARE(parser.value(u"x_seconds_bucket{le=\"0.1\"}"_s), 2.0); // its own bound included
    QCOMPARE(parser.value(u"x_seconds_bucket{le=\"1\"}"_s), 3.0);
    QCOMPARE(parser.value(u"x_seconds_bucket{le=\"10\"}"_s), 4.0);
    QCOMPARE(parser.value(u"x_seconds_bucket{le=\"+Inf\"}"_s), 5.0);
    QCOMPARE(parser.value(u"x_seconds_count"_s), 5.0);
    QCOMPARE(parser.value(u"x_seconds_sum"_s), 55.65);
}

void MetricsTest::figuresCountWhatHappened()
{
    server::Options options;
    options.rates.set(server::RateClass::Message, {.perMinute = 1, .burst = 2});
    TestServer server(options);
    const User ada = server.addUser(u"ada"_s);
    const User sam = server.addUser(u"sam"_s);
    TestClient client(server.url());
    QVERIFY(client.follow(server.tokenOf(u"ada"_s)));
    const QString direct = directId(ada, sam);
    client.call(
        u"conversation:create"_s,
        command({{u"conversation"_s, direct}, {u"kind"_s, u"direct"_s}, {u"members"_s, QJsonArray{sam.id.text()}}}));
    const auto say = [&] {
        return errorCode(client.call(u"message:send"_s, command({{u"conversation"_s, direct}, {u"text"_s, u"x"_s}})));
    };
    QCOMPARE(say(), QString());
    QCOMPARE(say(), QString());
    QCOMPARE(say(), u"rate.limited"_s);
    client.call(u"message:shout"_s);
    TestClient back(server.url());
    QVERIFY(back.connect({{u"token"_s, server.tokenOf(u"ada"_s)},
                          {u"epoch"_s, client.ready()["epoch"_L1]},
                          {u"cursor"_s, client.cursor},
                          {u"mark"_s, client.mark}}));

    const Parser parser = figures(server);
    QCOMPARE(parser.value(u"frontdesk_connections{transport=\"websocket\"}"_s), 2.0);
    QCOMPARE(parser.value(u"frontdesk_connections{transport=\"polling\"}"_s), 0.0);
    QCOMPARE(parser.value(u"frontdesk_sessions"_s), 2.0);
    QCOMPARE(parser.value(u"frontdesk_reconnects_total"_s), 1.0);
    QCOMPARE(parser.value(u"frontdesk_messages_total"_s), 2.0);
    QCOMPARE(parser.value(u"frontdesk_commands_total{result=\"ok\"}"_s), 3.0);
    QCOMPARE(parser.value(u"frontdesk_commands_total{result=\"rate.limited\"}"_s), 1.0);
    QCOMPARE(parser.value(u"frontdesk_rate_limited_total{class=\"messages\"}"_s), 1.0);
    QCOMPARE(parser.value(u"frontdesk_refusals_total{code=\"command.unknown\"}"_s), 1.0);
    QCOMPARE(parser.value(u"frontdesk_command_seconds_count"_s), 4.0);
    QVERIFY(parser.value(u"frontdesk_broadcast_seconds_count"_s) >= 3);
    QVERIFY(parser.value(u"frontdesk_broadcast_seconds_sum"_s) > 0);
    QCOMPARE(parser.value(u"frontdesk_logins_total"_s), 1.0);
    QVERIFY(parser.value(u"frontdesk_password_checks_total"_s) >= 1);
    QCOMPARE(parser.value(u"frontdesk_journal_head"_s), double(client.cursor));
    QVERIFY(parser.value(u"frontdesk_sent_bytes_total"_s) > 1'000);
#ifdef Q_OS_LINUX
    QVERIFY(parser.value(u"process_resident_memory_bytes"_s) > 1'000'000);
#endif
}

void MetricsTest::filesAreCounted()
{
    TestServer server;
    server.addUser(u"ada"_s);
    TestClient client(server.url());
    QVERIFY(client.follow(server.tokenOf(u"ada"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(figures(server).value(u"frontdesk_files_bytes"_s), 0.0, 20'000);
    const QByteArray whole(5'000, 'x');
    const auto ask = [&](const QString &event, QJsonObject payload, const QByteArray &bytes) {
        socketio::Arguments arguments;
        if (!bytes.isEmpty())
            payload.insert(u"bytes"_s, arguments.attach(bytes));
        payload.insert(u"hash"_s, hashOf(whole));
        payload.insert(u"offset"_s, 0);
        arguments.append(payload);
        bool answered = false;
        client.socket().emitWithAck(event, arguments, 20s, [&](const socketio::AckResult &) { answered = true; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answered, 20'000); }();
    };
    ask(u"file:put"_s, {{u"size"_s, whole.size()}}, whole);
    ask(u"file:get"_s, {}, {});
    ask(u"file:get"_s, {}, {});
    const Parser parser = figures(server);
    QCOMPARE(parser.value(u"frontdesk_files_total"_s), 1.0);
    QCOMPARE(parser.value(u"frontdesk_files_bytes"_s), 5'000.0);
    QCOMPARE(parser.value(u"frontdesk_files_sent_bytes_total"_s), 10'000.0);
}

void MetricsTest::transportsAreToldApart()
{
    using engineio::TransportKind;
    TestServer server;
    server.addUser(u"ada"_s);
    const QJsonObject auth{{u"token"_s, server.tokenOf(u"ada"_s)}};
    const auto value = [&](const QString &sample) { return figures(server).value(sample); };
    socketio::ClientOptions options{.url = server.url()};
    options.engine.transports = {TransportKind::Polling};
    socketio::Client stays(options);
    stays.open(auth);
    QTRY_COMPARE_WITH_TIMEOUT(value(u"frontdesk_sessions"_s), 1.0, 20'000);
    QCOMPARE(value(u"frontdesk_connections{transport=\"polling\"}"_s), 1.0);
    QCOMPARE(value(u"frontdesk_connections{transport=\"websocket\"}"_s), 0.0);
    options.engine.transports = {TransportKind::Polling, TransportKind::WebSocket};
    socketio::Client moves(options);
    moves.open(auth);
    QTRY_COMPARE_WITH_TIMEOUT(value(u"frontdesk_upgrades_total"_s), 1.0, 20'000);
    QCOMPARE(value(u"frontdesk_connections{transport=\"polling\"}"_s), 1.0);
    QCOMPARE(value(u"frontdesk_connections{transport=\"websocket\"}"_s), 1.0);
    stays.close();
    moves.close();
    QTRY_COMPARE_WITH_TIMEOUT(value(u"frontdesk_connections_closed_total{reason=\"transport close\"}"_s), 2.0, 20'000);
    QCOMPARE(value(u"frontdesk_connections_opened_total"_s), 2.0);
    QCOMPARE(value(u"frontdesk_sessions"_s), 0.0);
}

void MetricsTest::queuesAreMeasured()
{
    TestServer server;
    server.addUser(u"ada"_s);
    const auto value = [&](const QString &sample) { return figures(server).value(sample); };
    TestClient client(server.url());
    QVERIFY(client.follow(server.tokenOf(u"ada"_s)));
    QCOMPARE(value(u"frontdesk_storage_queue"_s), 0.0);
    {
        const QString nowhere = u"0b5b1c7e-3d52-4f07-9a3c-2a3a3c8d1f10"_s;
        // Another program writes: what comes meanwhile waits, whatever has been begun.
        auto other = server::Database::open(server.databaseFile());
        other.value()->run(u"BEGIN IMMEDIATE"_s);
        const auto say = [&] {
            client.socket().emitWithAck(u"message:send"_s,
                                        {command({{u"conversation"_s, nowhere}, {u"text"_s, u"x"_s}})}, 60s,
                                        [](const socketio::AckResult &) {});
            return value(u"frontdesk_storage_queue"_s);
        };
        // Not by a macro, which asks again what has held: it may wait no longer by then.
        QVERIFY(QTest::qWaitFor([&] { return say() >= 1.0; }, 20'000));
        other.value()->run(u"ROLLBACK"_s);
    }
    QTRY_COMPARE_WITH_TIMEOUT(value(u"frontdesk_storage_queue"_s), 0.0, 20'000);

    QCOMPARE(value(u"frontdesk_password_queue"_s), 0.0);
    QNetworkAccessManager network;
    QNetworkRequest request(server.url().resolved(QUrl(u"/api/login"_s)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const auto logIn = [&] {
        network.post(request,
                     R"({"name":"ada","password":"wrong horse"})"); // checking it takes much longer than asking
        return value(u"frontdesk_password_queue"_s);
    };
    QVERIFY(QTest::qWaitFor([&] { return logIn() >= 1.0; }, 20'000));
    QTRY_COMPARE_WITH_TIMEOUT(value(u"frontdesk_password_queue"_s), 0.0, 20'000);
}

void MetricsTest::aliveAndReady()
{
    TestServer server;
    const QUrl alive = server.url().resolved(QUrl(u"/healthz"_s));
    const QUrl ready = server.url().resolved(QUrl(u"/readyz"_s));
    QCOMPARE(get(alive).body["status"_L1].toString(), u"ok"_s);
    QCOMPARE(get(ready).body["status"_L1].toString(), u"ready"_s);

    // A server whose database does not answer is alive, and not ready.
    {
        auto other = server::Database::open(server.databaseFile());
        other.value()->run(u"ALTER TABLE journal RENAME TO away"_s);
        other.value()->run(u"ALTER TABLE transactions RENAME TO gone"_s);
    }
    QCOMPARE(get(alive).status, 200);
    const HttpAnswer answer = get(ready);
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.errorCode(), u"server.storage"_s);
}

void MetricsTest::aFailureIsCountedEachTimeAndLoggedOnceAMinute()
{
    TestServer server;
    server.addUser(u"ada"_s);
    TestClient client(server.url());
    QVERIFY(client.follow(server.tokenOf(u"ada"_s)));
    {
        auto other = server::Database::open(server.databaseFile());
        other.value()->run(u"ALTER TABLE transactions RENAME TO gone"_s);
    }
    const auto say = [&] {
        const QString nowhere = u"0b5b1c7e-3d52-4f07-9a3c-2a3a3c8d1f10"_s;
        return errorCode(client.call(u"message:send"_s, command({{u"conversation"_s, nowhere}, {u"text"_s, u"x"_s}})));
    };
    for (int i = 0; i < 20; ++i)
        QCOMPARE(say(), u"server.storage"_s);
    QCOMPARE(server.loggedEvents(u"input.refused"_s), 1);
    QCOMPARE(figures(server).value(u"frontdesk_refusals_total{code=\"server.storage\"}"_s), 20.0);
    server.clock().move(1min);
    QCOMPARE(say(), u"server.storage"_s);
    QCOMPARE(server.loggedEvents(u"input.refused"_s), 2);
}

void MetricsTest::everyFigureIsDocumented()
{
    QFile page(QStringLiteral(OPERATIONS_PAGE));
    QVERIFY(page.open(QFile::ReadOnly));
    const QByteArray text = page.readAll();
    TestServer server;
    const Parser parser = figures(server);
    QVERIFY(parser.families.size() > 20);
    for (auto it = parser.families.begin(); it != parser.families.end(); ++it)
        QVERIFY2(text.contains('`' + it.key().toUtf8() + '`'), qPrintable(it.key()));
}

QTEST_GUILESS_MAIN(MetricsTest)
#include "MetricsTest.moc"
