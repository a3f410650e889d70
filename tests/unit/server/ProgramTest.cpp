// SPDX-License-Identifier: GPL-3.0-or-later
#include "Certificates.h"
#include "TestServer.h"

#include <QtCore/QDir>
#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>
#include <QtCore/QSet>
#include <QtNetwork/QSslSocket>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server::testing;

namespace {

constexpr int patience = 30'000; // milliseconds

struct Finished {
    int code = -1;
    QString output;
    QString errors;
};

Finished runProgram(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(QStringLiteral(FRONTDESK_SERVER), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

/// A running frontdesk-server.
class Program {
public:
    Program(const QString &dataFolder, const QString &listen, const QStringList &options = {})
    {
        m_process.setProcessChannelMode(QProcess::SeparateChannels);
        m_process.start(QStringLiteral(FRONTDESK_SERVER), QStringList{u"--data"_s, dataFolder, u"--listen"_s, listen,
                                                                      u"--log"_s, u"json"_s, u"--rate"_s, u"all=0"_s} +
                                                              options);
        while (!m_process.canReadLine() && m_process.waitForReadyRead(patience)) {
        }
        m_firstLine = QString::fromUtf8(m_process.readLine()).trimmed();
    }

    ~Program()
    {
        if (m_process.state() != QProcess::NotRunning)
            terminate();
    }
    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    [[nodiscard]] const QString &firstLine() const { return m_firstLine; }
    [[nodiscard]] QUrl url() const { return QUrl(m_firstLine.mid(6)); }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(patience);
    }
    /// Its exit code.
    int terminate()
    {
        m_process.terminate();
        return m_process.waitForFinished(patience) && m_process.exitStatus() == QProcess::NormalExit
                   ? m_process.exitCode()
                   : -1;
    }
    QList<QByteArray> log() { return m_process.readAllStandardError().split('\n'); }

private:
    QProcess m_process;
    QString m_firstLine;
};

} // namespace

/// The program as people start it.
class ProgramTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void exitCodes_data();
    void exitCodes();
    void usersAreAddedAndListed();
    void oneLineSaysWhereItListens();
    void userIsAddedWhileItRuns();
    void speaksTls();
    void everythingAcknowledgedSurvivesAKill();

private:
    QString data() const { return m_folder->filePath(u"data"_s); }
    Finished addUser(const QString &name, const QByteArray &secret = password.toUtf8())
    {
        return runProgram(
            {u"user"_s, u"add"_s, name, u"--role"_s, u"agent"_s, u"--password-stdin"_s, u"--data"_s, data()},
            secret + '\n');
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ProgramTest::exitCodes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QString &arguments, int code, const QByteArray &input = {}) {
        QTest::newRow(name) << arguments.split(u' ') << input << code;
    };
    row("help", u"--help"_s, 0);
    row("version", u"--version"_s, 0);
    row("help of user add", u"user add --help"_s, 0);
    row("no data", u"--listen 127.0.0.1:0"_s, 2);
    row("unknown option", u"--data $DATA --port 1"_s, 2);
    row("unknown command", u"serve --data $DATA"_s, 2);
    row("listen without port", u"--data $DATA --listen 127.0.0.1"_s, 2);
    row("listen on a name", u"--data $DATA --listen example:80"_s, 2);
    row("listen for everybody", u"--data $DATA --listen 0.0.0.0:0"_s, 2);
    row("listen for everybody by IPv6", u"--data $DATA --listen [::]:0"_s, 2);
    row("no time", u"--data $DATA --ping-interval soon"_s, 2);
    row("too small", u"--data $DATA --max-payload 1000"_s, 2);
    row("log of another form", u"--data $DATA --log xml"_s, 2);
    row("certificate without key", u"--data $DATA --tls-certificate $FILE"_s, 2);
    row("certificate and proxy", u"--data $DATA --tls-certificate $FILE --tls-key $FILE --tls-proxy"_s, 2);
    row("certificate is none", u"--data $DATA --listen 127.0.0.1:0 --tls-certificate $FILE --tls-key $FILE"_s, 1);
    row("origin is a page", u"--data $DATA --allow-origin https://desk.example/page"_s, 2);
    row("queue smaller than a frame", u"--data $DATA --max-write-queue 1000"_s, 2);
    row("rate of what", u"--data $DATA --rate jokes=60"_s, 2);
    row("rate without number", u"--data $DATA --rate messages=many"_s, 2);
    row("burst of nothing", u"--data $DATA --rate messages=60:0"_s, 2);
    row("token for no time", u"--data $DATA --token-lifetime 0"_s, 2);
    row("no such token file", u"--data $DATA --metrics-token-file $DATA/none"_s, 2);
    row("data folder is a file", u"--data $FILE --listen 127.0.0.1:0"_s, 1);
    row("database is none", u"--data $DAMAGED --listen 127.0.0.1:0"_s, 1);
    row("user what", u"user remove ada --data $DATA"_s, 2);
    row("user add nobody", u"user add --role agent --password-stdin --data $DATA"_s, 2);
    row("user add without role", u"user add ada --password-stdin --data $DATA"_s, 2);
    row("user add with another role", u"user add ada --role king --password-stdin --data $DATA"_s, 2);
    row("password on the command line", u"user add ada --role agent --data $DATA"_s, 2);
    row("short password", u"user add ada --role agent --password-stdin --data $DATA"_s, 5, "1234567\n");
    row("no password", u"user add ada --role agent --password-stdin --data $DATA"_s, 5);
    row("name with a line break", u"user add a\nb --role agent --password-stdin --data $DATA"_s, 5, "correct horse\n");
    row("help of user role", u"user role --help"_s, 0);
    row("role of nobody", u"user role --role agent --data $DATA"_s, 2);
    row("role without which", u"user role ada --data $DATA"_s, 2);
    row("no such role", u"user role ada --role king --data $DATA"_s, 2);
    row("role of somebody unknown", u"user role ada --role manager --data $DATA"_s, 5);
    row("user list with a name", u"user list ada --data $DATA"_s, 2);
}

void ProgramTest::exitCodes()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, input);
    QFETCH(int, code);
    QFile file(m_folder->filePath(u"file"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    QVERIFY(QDir(m_folder->path()).mkdir(u"damaged"_s));
    QFile damaged(m_folder->filePath(u"damaged/frontdesk.sqlite"_s));
    QVERIFY(damaged.open(QFile::WriteOnly));
    damaged.write(QByteArray("not a database, whatever its name says ").repeated(100));
    damaged.close();
    arguments.replaceInStrings(u"$DATA"_s, data());
    arguments.replaceInStrings(u"$FILE"_s, file.fileName());
    arguments.replaceInStrings(u"$DAMAGED"_s, m_folder->filePath(u"damaged"_s));
    const Finished finished = runProgram(arguments, input);
    QCOMPARE(finished.code, code);
    QCOMPARE(finished.output.isEmpty(), code != 0);
    QCOMPARE(finished.errors.isEmpty(), code == 0); // it says why
}

void ProgramTest::usersAreAddedAndListed()
{
    const Finished ada = addUser(u"ada"_s);
    QCOMPARE(ada.code, 0);
    QVERIFY(isCanonicalUuid(ada.output.trimmed()));
    QCOMPARE(addUser(u"ada"_s).code, 5);
    const Finished again = addUser(u"ADA"_s); // names that look alike are the same
    QCOMPARE(again.code, 5);
    QVERIFY(again.errors.contains(u"ADA"_s));
    QCOMPARE(runProgram({u"user"_s, u"add"_s, u"sam"_s, u"--role"_s, u"admin"_s, u"--display-name"_s, u"Sam Łuczak"_s,
                         u"--password-stdin"_s, u"--data"_s, data()},
                        "correct horse\n")
                 .code,
             0);
    QCOMPARE(runProgram({u"user"_s, u"list"_s, u"--data"_s, data()}).output,
             u"ada\tagent\tada\nsam\tadmin\tSam Łuczak\n"_s);
    for (const QString &role : {u"reader"_s, u"manager"_s}) {
        QCOMPARE(runProgram({u"user"_s, u"role"_s, u"Ada"_s, u"--role"_s, role, u"--data"_s, data()}).code, 0);
        QCOMPARE(runProgram({u"user"_s, u"list"_s, u"--data"_s, data()}).output,
                 u"ada\t%1\tada\nsam\tadmin\tSam Łuczak\n"_s.arg(role));
    }
}

void ProgramTest::oneLineSaysWhereItListens()
{
    Program program(data(), u"127.0.0.1:0"_s);
    QVERIFY2(program.firstLine().startsWith(u"ready http://127.0.0.1:"_s), qPrintable(program.firstLine()));
    QVERIFY(program.url().port() > 0);
    const HttpAnswer health = get(program.url().resolved(QUrl(u"/healthz"_s)));
    QCOMPARE(health.status, 200);
    QCOMPARE(health.body["protocol"_L1].toArray(), QJsonArray{1});

    const Finished second = runProgram({u"--data"_s, data(), u"--listen"_s, u"127.0.0.1:0"_s});
    QCOMPARE(second.code, 1);
    QVERIFY(second.errors.contains(u"Another server"_s));
    QTemporaryDir elsewhere;
    const Finished taken =
        runProgram({u"--data"_s, elsewhere.path(), u"--listen"_s, u"127.0.0.1:%1"_s.arg(program.url().port())});
    QCOMPARE(taken.code, 1);
    QVERIFY(taken.errors.contains(u"Cannot listen"_s));

    QCOMPARE(program.terminate(), 0);
    for (const QByteArray &line : program.log())
        if (!line.isEmpty())
            QVERIFY2(QJsonDocument::fromJson(line).object().contains("event"_L1), line.constData());
}

void ProgramTest::userIsAddedWhileItRuns()
{
    QCOMPARE(addUser(u"ada"_s).code, 0);
    Program program(data(), u"127.0.0.1:0"_s);
    TestClient ada(program.url());
    QVERIFY(ada.follow(logIn(program.url(), u"ada"_s)));
    const Finished added = addUser(u"sam"_s);
    QCOMPARE(added.code, 0);
    const QJsonObject row = ada.expect(u"user:added"_s).payload; // without anybody doing anything
    QCOMPARE(row["payload"_L1]["id"_L1].toString(), added.output.trimmed());
    QCOMPARE(addUser(u"sam"_s).code, 5);

    TestClient sam(program.url());
    QVERIFY(sam.follow(logIn(program.url(), u"sam"_s)));
    QVERIFY(
        ada.call(u"record:change"_s, command({{u"record"_s, u"person:"_s + ada.ready()["user"_L1]["id"_L1].toString()},
                                              {u"base"_s, 1},
                                              {u"set"_s, QJsonObject{{u"displayName"_s, u"Ada"_s}}}}))["ok"_L1]
            .toBool());
    const QJsonObject next = sam.expect(u"record:changed"_s).payload;
    QVERIFY(ada.expect(u"record:changed"_s).payload["seq"_L1].toInteger() > row["seq"_L1].toInteger());
    QVERIFY(next["n"_L1].toInteger() > row["n"_L1].toInteger());
    QVERIFY(!ada.broken && !sam.broken);
}

void ProgramTest::speaksTls()
{
    Certificates certificates;
    certificates.issue(u"desk"_s, {});
    Program program(data(), u"127.0.0.1:0"_s,
                    {u"--tls-certificate"_s, certificates.crt(u"desk"_s), u"--tls-key"_s, certificates.key(u"desk"_s)});
    QVERIFY2(program.firstLine().startsWith(u"ready https://127.0.0.1:"_s), qPrintable(program.firstLine()));
    const auto ask = [&](const QByteArray &path) -> QByteArray {
        QSslSocket socket;
        QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
        trusting.setCaCertificates(QSslCertificate::fromPath(certificates.authority()));
        socket.setSslConfiguration(trusting);
        socket.connectToHostEncrypted(program.url().host(), quint16(program.url().port()));
        if (!socket.waitForEncrypted(patience))
            return socket.errorString().toUtf8();
        socket.write("GET " + path + " HTTP/1.1\r\nHost: " + program.url().authority().toLatin1() +
                     "\r\nConnection: close\r\n\r\n");
        QByteArray answer;
        while (socket.waitForReadyRead(patience))
            answer += socket.readAll();
        return answer + socket.readAll();
    };
    QVERIFY(ask("/readyz").contains("\"status\":\"ready\""));
    QVERIFY(ask("/metrics").contains("\nfrontdesk_journal_head 0\n"));
    QCOMPARE(addUser(u"ada"_s).code, 0); // and makes the server look, over TLS as well
    QVERIFY(!ask("/metrics").contains("\nfrontdesk_journal_head 0\n"));
}

void ProgramTest::everythingAcknowledgedSurvivesAKill()
{
    QCOMPARE(addUser(u"ada"_s).code, 0);
    const User sam{.id = UserId(addUser(u"sam"_s).output.trimmed()), .name = u"sam"_s, .displayName = u"sam"_s};
    QString listen = u"127.0.0.1:0"_s;
    QString token;
    QString conversation;
    QHash<QString, QJsonObject> acknowledged; // command id → answer
    QVector<QJsonObject> unknown;             // sent, with no answer yet
    QSet<QString> all;
    constexpr int rounds = 3;
    constexpr int inFlight = 40;
    for (int round = 0; round < rounds; ++round) {
        Program program(data(), listen);
        QVERIFY(program.url().isValid());
        listen = u"127.0.0.1:%1"_s.arg(program.url().port());
        if (token.isEmpty())
            token = logIn(program.url(), u"ada"_s);
        TestClient ada(program.url());
        QVERIFY(ada.connectAs(token)); // the log-in has survived too
        const User me{.id = UserId(ada.ready()["user"_L1]["id"_L1].toString()), .name = {}, .displayName = {}};
        conversation = directId(me, sam);
        QVERIFY(ada.call(u"conversation:create"_s, command({{u"conversation"_s, conversation},
                                                            {u"kind"_s, u"direct"_s},
                                                            {u"members"_s, QJsonArray{sam.id.text()}}}))["ok"_L1]
                    .toBool());

        int answers = 0;
        std::function<void(const QJsonObject &)> send = [&](const QJsonObject &message) {
            ada.socket().emitWithAck(u"message:send"_s, {message}, std::chrono::seconds(20),
                                     [&, message](const socketio::AckResult &result) {
                                         const auto *answer = std::get_if<socketio::Arguments>(&result);
                                         if (!answer)
                                             return unknown.append(message);
                                         const QJsonObject got = answer->at(0).toObject();
                                         QVERIFY(got["ok"_L1].toBool());
                                         acknowledged.insert(message["id"_L1].toString(), got);
                                         ++answers;
                                         const QJsonObject next = command({{u"conversation"_s, conversation},
                                                                           {u"text"_s, QString::number(all.size())}});
                                         all.insert(next["id"_L1].toString());
                                         send(next);
                                     });
        };
        for (const QJsonObject &message : std::exchange(unknown, {}))
            send(message); // the same ids again
        for (int i = 0; i < inFlight; ++i) {
            const QJsonObject message =
                command({{u"conversation"_s, conversation}, {u"text"_s, QString::number(all.size())}});
            all.insert(message["id"_L1].toString());
            send(message);
        }
        QTRY_VERIFY_WITH_TIMEOUT(answers >= 150 + 37 * round, patience);
        program.kill(); // with some forty commands on their way
        QTRY_COMPARE_WITH_TIMEOUT(acknowledged.size() + unknown.size(), all.size(), patience);
    }

    Program program(data(), listen);
    TestClient ada(program.url());
    QVERIFY(ada.connectAs(token));
    QVERIFY(!unknown.isEmpty());
    for (const QJsonObject &message : std::as_const(unknown)) {
        const QJsonObject answer = ada.call(u"message:send"_s, message);
        QVERIFY(answer["ok"_L1].toBool());
        acknowledged.insert(message["id"_L1].toString(), answer);
    }
    QHash<QString, QJsonObject> found;
    qint64 before = std::numeric_limits<int>::max();
    for (bool more = true; more;) {
        const QJsonObject page = ada.call(
            u"message:history"_s, {{u"conversation"_s, conversation}, {u"before"_s, before}, {u"limit"_s, 100}});
        const QJsonArray messages = page["messages"_L1].toArray();
        for (const QJsonValue &message : messages) {
            QVERIFY(!found.contains(message["id"_L1].toString())); // once
            found.insert(message["id"_L1].toString(), message.toObject());
        }
        before = messages.first()["number"_L1].toInteger();
        more = page["more"_L1].toBool();
    }
    QCOMPARE(before, 1);
    QCOMPARE(found.size(), all.size());
    for (auto it = acknowledged.begin(); it != acknowledged.end(); ++it) // as it was said
        QCOMPARE(found[it.key()], it.value()["result"_L1]["message"_L1].toObject());
    QCOMPARE(program.terminate(), 0);
}

QTEST_GUILESS_MAIN(ProgramTest)
#include "ProgramTest.moc"
