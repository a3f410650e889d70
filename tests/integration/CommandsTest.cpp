// SPDX-License-Identifier: GPL-3.0-or-later
#include "OutboxLock.h"
#include "Processes.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QStandardPaths>

#include <algorithm>

using namespace frontdesk;
using namespace Qt::Literals::StringLiterals;

/// frontdeskctl as a script uses it.
class CommandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void watchAndSendSeeEachOther();
    void loginPrintsOnlyTheToken();
    void listsAndHistory();
    void exitCodes_data();
    void exitCodes();
    void tokenFromTheEnvironment();
    void sessionSurvivesJunk();
    void sessionKeepsWhatItWasToldAtItsEnd();
    void sessionKeepsWhatWasDecidedAtItsEnd();
    void sessionSaysWhatOfADecisionCannotBeWritten();
    void theLastLineNeedsNoEnd();
    void whatCannotBePrintedIsAFailure();
    void whatNobodyReadsAnyMoreEnds();
    void controlCharactersStayOutOfTheTerminal();

private:
    [[nodiscard]] QStringList at(const QString &command, const QString &token) const
    {
        return {command, u"--url"_s, m_server.url(), u"--token"_s, token};
    }
    static QByteArray line(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }
    /// Messages that are too long for the server, once it has said so: their ids.
    static QStringList refusedOnes(SessionProcess &session, int count)
    {
        for (int i = 0; i < count; ++i)
            session.write(line({{u"command"_s, u"send"_s}, {u"to"_s, u"ben"_s}, {u"text"_s, QString(10'001, u'x')}}));
        [&] { QTRY_COMPARE_WITH_TIMEOUT(refusedIn(session).size(), count, 30'000); }();
        return refusedIn(session);
    }
    /// Since its start.
    static QStringList refusedIn(SessionProcess &session)
    {
        QStringList ids;
        for (const QJsonObject &printed : session.lines())
            if (printed["event"_L1] == "refused"_L1)
                ids.append(printed["id"_L1].toString());
        return ids;
    }
    static QStringList pendingIn(SessionProcess &session)
    {
        QStringList ids;
        const QJsonArray pending = session.result(u"pending"_s)["pending"_L1].toArray();
        for (const QJsonValue &command : pending)
            ids.append(command["id"_L1].toString());
        return ids;
    }

    ServerProcess m_server;
    QString m_ada, m_ben;
};

void CommandsTest::initTestCase()
{
    m_server.start();
    m_ada = m_server.addUser(u"ada"_s);
    m_ben = m_server.addUser(u"ben"_s);
}

void CommandsTest::watchAndSendSeeEachOther()
{
    LinesProcess watch;
    watch.start(at(u"watch"_s, m_ben) << u"--json"_s);
    const auto has = [&](const QString &key, const QString &value) {
        for (const QJsonObject &line : watch.lines())
            if (line[key].toString() == value)
                return true;
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(has(u"state"_s, u"online"_s), 20'000);
    LinesProcess other; // somebody who is there, unlike a command that is done in a moment
    other.start(at(u"watch"_s, m_ada) << u"--json"_s);
    QTRY_VERIFY_WITH_TIMEOUT(has(u"event"_s, u"presence"_s), 20'000);
    QCOMPARE(other.terminate(), 0);
    const Finished sent =
        runCtl(at(u"send"_s, m_ada) << u"--json"_s << u"--to"_s << u"ben"_s << u"Guten Morgen, 世界"_s);
    QCOMPARE(sent.code, 0);
    const QString id = QJsonDocument::fromJson(sent.out.toUtf8())["id"_L1].toString();
    QVERIFY(!id.isEmpty());

    const auto messageWith = [&]() -> QJsonObject {
        for (const QJsonObject &line : watch.lines())
            if (line["message"_L1]["id"_L1] == id)
                return line["message"_L1].toObject();
        return {};
    };
    QTRY_COMPARE_WITH_TIMEOUT(messageWith()["text"_L1].toString(), u"Guten Morgen, 世界"_s, 20'000);
    QTRY_VERIFY(has(u"event"_s, u"activity"_s));
    QCOMPARE(watch.terminate(), 0);
}

void CommandsTest::loginPrintsOnlyTheToken()
{
    const Finished login = runCtl({u"login"_s, m_server.url(), u"ada"_s, u"--password-stdin"_s}, "correct horse ada\n");
    QCOMPARE(login.code, 0);
    QCOMPARE(login.out.count(u'\n'), 1);
    QCOMPARE(login.out.trimmed().count(u'.'), 2); // a JWT
    QVERIFY(login.err.isEmpty());
}

void CommandsTest::listsAndHistory()
{
    for (const QString &text : {u"one"_s, u"two"_s, u"three"_s})
        QCOMPARE(runCtl(at(u"send"_s, m_ada) << u"--to"_s << u"ben"_s << text).code, 0);
    const Finished list = runCtl(at(u"conversations"_s, m_ben) << u"--json"_s);
    QCOMPARE(list.code, 0);
    const QJsonObject direct = QJsonDocument::fromJson(list.out.toUtf8()).object();
    QCOMPARE(direct["kind"_L1].toString(), u"direct"_s);
    QCOMPARE(direct["last"_L1]["text"_L1].toString(), u"three"_s);

    const Finished history =
        runCtl(at(u"history"_s, m_ben) << u"--json"_s << u"--with"_s << u"ada"_s << u"--limit"_s << u"2"_s);
    QCOMPARE(history.code, 0);
    QStringList texts;
    for (const QString &line : history.out.split(u'\n', Qt::SkipEmptyParts))
        texts.append(QJsonDocument::fromJson(line.toUtf8())["text"_L1].toString());
    QCOMPARE(texts, (QStringList{u"two"_s, u"three"_s}));
    const Finished byId = runCtl(at(u"history"_s, m_ben) << u"--conversation"_s << direct["id"_L1].toString());
    QCOMPARE(byId.code, 0);
    QVERIFY(byId.out.contains(u"ada: three"_s));
}

void CommandsTest::exitCodes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    const QString stranger = u"01a1f797-0000-7000-8000-000000000000"_s;
    const auto nobody = [&](const QString &command) {
        return QStringList{command, u"--url"_s, u"http://127.0.0.1:1"_s, u"--token"_s, m_ada};
    };
    const auto row = [](const char *name, int code, const QStringList &arguments) {
        QTest::newRow(name) << arguments << code;
    };

    row("no command", 2, {});
    row("unknown command", 2, {u"dance"_s});
    row("unknown option", 2, at(u"watch"_s, m_ada) << u"--loud"_s);
    row("no url", 2, {u"watch"_s, u"--token"_s, m_ada});
    row("no token", 2, {u"watch"_s, u"--url"_s, m_server.url()});
    row("unencrypted elsewhere", 2, {u"watch"_s, u"--url"_s, u"http://192.0.2.1"_s, u"--token"_s, m_ada});
    row("send nowhere", 2, at(u"send"_s, m_ada) << u"text"_s);
    row("send to two places", 2,
        at(u"send"_s, m_ada) << u"--to"_s << u"ben"_s << u"--conversation"_s << stranger << u"text"_s);
    row("send nothing", 2, at(u"send"_s, m_ada) << u"--to"_s << u"ben"_s);
    row("history of a strange length", 2,
        at(u"history"_s, m_ada) << u"--with"_s << u"ben"_s << u"--limit"_s << u"many"_s);
    row("session without JSON", 2, at(u"session"_s, m_ada) << u"--data"_s << u"x"_s);
    row("password on the command line", 2, {u"login"_s, m_server.url(), u"ada"_s});
    row("help", 0, {u"--help"_s});
    row("help of a command", 0, {u"send"_s, u"--help"_s});

    row("wrong password", 3, {u"login"_s, m_server.url(), u"ada"_s, u"--password-stdin"_s});
    row("unknown name", 3, {u"login"_s, m_server.url(), u"zoe"_s, u"--password-stdin"_s});
    row("send with a bad token", 3, at(u"send"_s, u"bad"_s) << u"--to"_s << u"ben"_s << u"text"_s);
    row("watch with a bad token", 3, at(u"watch"_s, u"bad"_s));
    row("list with a bad token", 3, at(u"conversations"_s, u"bad"_s));

    row("login at nobody's", 4, {u"login"_s, u"http://127.0.0.1:1"_s, u"ada"_s, u"--password-stdin"_s});
    row("send to nobody's", 4, nobody(u"send"_s) << u"--to"_s << u"ben"_s << u"text"_s);
    row("watch nobody's", 4, nobody(u"watch"_s));

    row("send to somebody unknown", 5, at(u"send"_s, m_ada) << u"--to"_s << u"zoe"_s << u"text"_s);
    row("send to a foreign conversation", 5, at(u"send"_s, m_ada) << u"--conversation"_s << stranger << u"text"_s);
    row("history of a foreign conversation", 5, at(u"history"_s, m_ada) << u"--conversation"_s << stranger);
    row("send an empty message", 5, at(u"send"_s, m_ada) << u"--to"_s << u"ben"_s << QString());
    row("send too long a message", 5, at(u"send"_s, m_ada) << u"--to"_s << u"ben"_s << QString(10'001, u'x'));
}

void CommandsTest::exitCodes()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"FRONTDESK_TOKEN"_s);
    const Finished finished = runProgram(QStringLiteral(CTL_PROGRAM), arguments, "not the password\n", environment);
    QVERIFY2(finished.code == code,
             qPrintable(u"%1\n%2%3"_s.arg(QString::number(finished.code), finished.out, finished.err)));
    QCOMPARE(finished.err.isEmpty(), code == 0); // what failed is said
}

void CommandsTest::tokenFromTheEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"FRONTDESK_TOKEN"_s, m_ada);
    QCOMPARE(
        runProgram(QStringLiteral(CTL_PROGRAM), {u"conversations"_s, u"--url"_s, m_server.url()}, {}, environment).code,
        0);
}

void CommandsTest::sessionSurvivesJunk()
{
    SessionProcess session(m_server, m_ada);
    session.start();
    session.becomes(u"online"_s);
    for (const QByteArray &junk :
         {QByteArray("junk"), QByteArray("[]"), QByteArray("{\"command\":5}"), QByteArray("{\"command\":\"dance\"}"),
          QByteArray(2'000'000, 'x'), QByteArray("\xff\xfe\0{", 4)})
        session.write(junk);
    QCOMPARE(session.ask(u"send"_s, {{u"to"_s, 5}, {u"text"_s, u"x"_s}})["error"_L1]["code"_L1].toString(),
             u"payload.invalid"_s);
    QCOMPARE(session.ask(u"send"_s, {{u"to"_s, u"zoe"_s}, {u"text"_s, u"x"_s}})["error"_L1]["code"_L1].toString(),
             u"user.unknown"_s);
    QCOMPARE(session.ask(u"presence"_s, {{u"presence"_s, u"offline"_s}})["error"_L1]["code"_L1].toString(),
             u"payload.invalid"_s);
    QCOMPARE(session.result(u"status"_s)["state"_L1].toString(), u"online"_s);
    int errors = 0;
    for (const QJsonObject &line : session.lines())
        errors += line.contains("error"_L1) && !line.contains("state"_L1) ? 1 : 0;
    QCOMPARE(errors, 9);
    QCOMPARE(session.endInput(), 0);
}

void CommandsTest::sessionKeepsWhatItWasToldAtItsEnd()
{
    SessionProcess session(m_server, m_ada);
    session.start();
    session.becomes(u"online"_s);
    session.result(u"offline"_s);
    session.becomes(u"offline"_s);
    for (int i = 0; i < 50; ++i)
        session.write(QByteArray(R"({"command":"send","to":"ben","text":"last words )") + QByteArray::number(i) +
                      "\"}");
    QCOMPARE(session.endInput(), 0);
    int results = 0;
    for (const QJsonObject &line : session.lines())
        results += line["result"_L1]["id"_L1].isString() ? 1 : 0;
    QCOMPARE(results, 50);

    session.start();
    session.becomes(u"online"_s);
    QTRY_COMPARE_WITH_TIMEOUT(session.waiting(), 0, 20'000);
    const Finished history =
        runCtl(at(u"history"_s, m_ben) << u"--json"_s << u"--with"_s << u"ada"_s << u"--limit"_s << u"50"_s);
    const QStringList lines = history.out.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 50);
    for (int i = 0; i < 50; ++i)
        QVERIFY(lines[i].contains(u"last words %1\""_s.arg(i)));
}

void CommandsTest::sessionKeepsWhatWasDecidedAtItsEnd()
{
    constexpr int each = 25;
    SessionProcess session(m_server, m_ada);
    session.start();
    session.becomes(u"online"_s);
    const QStringList refused = refusedOnes(session, 2 * each);
    session.result(u"offline"_s);
    session.becomes(u"offline"_s);
    const qsizetype before = session.lines().size();
    for (const QString &id : refused.first(each))
        session.write(line({{u"command"_s, u"discard"_s}, {u"id"_s, id}}));
    for (const QString &id : refused.sliced(each))
        session.write(line({{u"command"_s, u"retry"_s}, {u"id"_s, id}}));
    QCOMPARE(session.endInput(), 0);
    const auto said = session.lines().sliced(before);
    QCOMPARE(std::count_if(said.begin(), said.end(), [](const auto &one) { return one.contains("result"_L1); }),
             2 * each);

    session.start();
    session.becomes(u"online"_s);
    QTRY_COMPARE_WITH_TIMEOUT(refusedIn(session), refused.sliced(each), 20'000); // once more
    QCOMPARE(pendingIn(session), refused.sliced(each));
}

void CommandsTest::sessionSaysWhatOfADecisionCannotBeWritten()
{
    SessionProcess session(m_server, m_ada);
    session.start();
    session.becomes(u"online"_s);
    const QString id = refusedOnes(session, 1).constFirst();
    session.result(u"offline"_s);
    session.becomes(u"offline"_s);
    {
        const OutboxLock lock(session.folder() + u"/outbox.sqlite"_s);
        QVERIFY(lock.holds());
        for (const QString &decision : {u"retry"_s, u"discard"_s})
            QCOMPARE(session.ask(decision, {{u"id"_s, id}})["error"_L1]["code"_L1].toString(), u"storage.locked"_s);
    }
    QCOMPARE(pendingIn(session), QStringList{id});
    QVERIFY(session.ask(u"discard"_s, {{u"id"_s, id}}).contains("result"_L1));
    QCOMPARE(pendingIn(session), QStringList());
}

void CommandsTest::theLastLineNeedsNoEnd()
{
    const QTemporaryDir folder;
    const Finished session =
        runCtl(at(u"session"_s, m_ada) << u"--json"_s << u"--data"_s << folder.path(),
               "{\"command\":\"status\",\"ref\":\"first\"}\n{\"command\":\"status\",\"ref\":\"last\"}");
    QCOMPARE(session.code, 0);
    QVERIFY(session.out.contains(u"\"ref\":\"first\""_s));
    QVERIFY2(session.out.contains(u"\"ref\":\"last\""_s), qPrintable(session.out));
}

void CommandsTest::whatCannotBePrintedIsAFailure()
{
    const auto full = u"/dev/full"_s;
    if (!QFile::exists(full))
        QSKIP("There is no disk here that is always full");
    QCOMPARE(runCtl(at(u"send"_s, m_ada) << u"--to"_s << u"ben"_s << u"a conversation to list"_s).code, 0);
    const QTemporaryDir folder;
    for (const QStringList &arguments : {QStringList{u"--help"_s}, at(u"conversations"_s, m_ada), at(u"watch"_s, m_ada),
                                         at(u"session"_s, m_ada) << u"--json"_s << u"--data"_s << folder.path()}) {
        QProcess process; // its input stays open
        process.setStandardOutputFile(full);
        process.start(QStringLiteral(CTL_PROGRAM), arguments);
        QVERIFY2(process.waitForFinished(), qPrintable(arguments.first()));
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("storage.failed"));
    }
}

void CommandsTest::whatNobodyReadsAnyMoreEnds()
{
    const QString head = QStandardPaths::findExecutable(u"head"_s);
    if (head.isEmpty())
        QSKIP("There is no program here that reads one line");
    QProcess watch;
    QProcess reader;
    watch.setStandardOutputProcess(&reader);
    watch.start(QStringLiteral(CTL_PROGRAM), at(u"watch"_s, m_ben) << u"--json"_s);
    reader.start(head, {u"-n"_s, u"1"_s});
    QVERIFY(reader.waitForFinished());
    QCOMPARE(runCtl(at(u"send"_s, m_ada) << u"--to"_s << u"ben"_s << u"something to print"_s).code, 0);
    QVERIFY(watch.waitForFinished());
    QCOMPARE(watch.exitCode(), 1);
}

void CommandsTest::controlCharactersStayOutOfTheTerminal()
{
    QCOMPARE(runCtl(at(u"send"_s, m_ada) << u"--to"_s << u"ben"_s << u"\x1b]0;gotcha\x07<b>bold</b>"_s).code, 0);
    const Finished history = runCtl(at(u"history"_s, m_ben) << u"--with"_s << u"ada"_s << u"--limit"_s << u"1"_s);
    QVERIFY(!history.out.contains(QChar(0x1b)));
    QVERIFY(!history.out.contains(QChar(0x07)));
    QVERIFY(history.out.contains(u"gotcha"_s));
    QVERIFY(history.out.contains(u"<b>bold</b>"_s));
}

QTEST_GUILESS_MAIN(CommandsTest)
#include "CommandsTest.moc"
