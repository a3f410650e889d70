// SPDX-License-Identifier: GPL-3.0-or-later
#include "Processes.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QUrl>

namespace frontdesk {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 30'000; // ms

QByteArray passwordOf(const QString &name)
{
    return "correct horse " + name.toUtf8() + '\n';
}

} // namespace

Finished runProgram(const QString &program, const QStringList &arguments, const QByteArray &input,
                    const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patience)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

Finished runCtl(const QStringList &arguments, const QByteArray &input)
{
    return runProgram(QStringLiteral(CTL_PROGRAM), arguments, input);
}

ServerProcess::ServerProcess(QStringList options)
    : m_options(std::move(options))
{
    QVERIFY2(m_folder.isValid(), qPrintable(m_folder.errorString()));
}

ServerProcess::~ServerProcess()
{
    kill();
}

void ServerProcess::start()
{
    m_process.start(QStringLiteral(SERVER_PROGRAM),
                    QStringList{u"--data"_s, data(), u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_port), u"--log"_s,
                                u"json"_s, u"--rate"_s, u"all=0"_s} +
                        m_options);
    QTRY_VERIFY_WITH_TIMEOUT(m_process.canReadLine(), patience);
    const QByteArray line = m_process.readLine().trimmed();
    QVERIFY2(line.startsWith("ready http://"), line.constData());
    m_url = QString::fromUtf8(line.mid(6));
    m_port = QUrl(m_url).port();
}

void ServerProcess::kill()
{
    m_log += m_process.readAllStandardError();
    m_process.kill();
    m_process.waitForFinished(patience);
}

int ServerProcess::terminate()
{
    m_process.terminate();
    m_process.waitForFinished(patience);
    m_log += m_process.readAllStandardError();
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

QString ServerProcess::log() const
{
    auto &self = const_cast<ServerProcess &>(*this);
    self.m_log += self.m_process.readAllStandardError();
    return QString::fromUtf8(m_log);
}

QString ServerProcess::addUser(const QString &name, const QString &role)
{
    const Finished added = runProgram(
        QStringLiteral(SERVER_PROGRAM),
        {u"user"_s, u"add"_s, name, u"--role"_s, role, u"--password-stdin"_s, u"--data"_s, data()}, passwordOf(name));
    const Finished login = runCtl({u"login"_s, m_url, name, u"--password-stdin"_s}, passwordOf(name));
    if (added.code != 0 || login.code != 0)
        qFatal("%s%s", qPrintable(added.err), qPrintable(login.err));
    return login.out.trimmed();
}

LinesProcess::~LinesProcess()
{
    kill();
}

void LinesProcess::start(const QStringList &arguments)
{
    m_lines.clear();
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process->start(QStringLiteral(CTL_PROGRAM), arguments);
    QVERIFY(m_process->waitForStarted(patience));
}

void LinesProcess::kill()
{
    if (!m_process)
        return;
    m_process->kill();
    m_process->waitForFinished(patience);
}

int LinesProcess::finish()
{
    m_process->waitForFinished(patience);
    static_cast<void>(lines()); // what it said last
    return m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
}

int LinesProcess::endInput()
{
    m_process->closeWriteChannel();
    return finish();
}

int LinesProcess::terminate()
{
    m_process->terminate();
    return finish();
}

const QVector<QJsonObject> &LinesProcess::lines()
{
    while (m_process->canReadLine()) {
        const QByteArray line = m_process->readLine();
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (!document.isObject())
            qFatal("Not a JSON object: %s", line.constData());
        m_lines.append(document.object());
    }
    return m_lines;
}

void LinesProcess::write(const QByteArray &line)
{
    m_process->write(line + '\n');
}

SessionProcess::SessionProcess(const ServerProcess &server, QString token)
    : m_server(server)
    , m_token(std::move(token))
{
}

void SessionProcess::start()
{
    LinesProcess::start(
        {u"session"_s, u"--url"_s, m_server.url(), u"--token"_s, m_token, u"--data"_s, m_folder.path(), u"--json"_s});
}

QJsonObject SessionProcess::ask(const QString &command, QJsonObject fields)
{
    fields.insert(u"command"_s, command);
    fields.insert(u"ref"_s, ++m_ref);
    write(QJsonDocument(fields).toJson(QJsonDocument::Compact));
    QJsonObject answer;
    qsizetype seen = 0;
    [&] {
        QTRY_VERIFY2_WITH_TIMEOUT(
            [&] {
                for (; seen < lines().size() && answer.isEmpty(); ++seen)
                    if (m_lines[seen].value("ref"_L1).toInt() == m_ref)
                        answer = m_lines[seen];
                return !answer.isEmpty();
            }(),
            qPrintable(command), patience);
    }();
    return answer;
}

QString SessionProcess::state()
{
    QString state;
    for (const QJsonObject &line : lines())
        if (line.contains("state"_L1))
            state = line["state"_L1].toString();
    return state;
}

void SessionProcess::becomes(const QString &wanted)
{
    QTRY_COMPARE_WITH_TIMEOUT(state(), wanted, patience);
}

QString SessionProcess::makeGroup(const QString &title, const QStringList &members)
{
    return result(u"create"_s,
                  {{u"title"_s, title}, {u"members"_s, QJsonArray::fromStringList(members)}})["conversation"_L1]
        .toString();
}

void SessionProcess::send(const QString &conversation, const QString &text)
{
    const QJsonObject answer = ask(u"send"_s, {{u"conversation"_s, conversation}, {u"text"_s, text}});
    QVERIFY2(answer.contains("result"_L1), QJsonDocument(answer).toJson().constData());
}

QStringList SessionProcess::texts(const QString &conversation)
{
    QStringList texts;
    const QJsonArray messages =
        result(u"history"_s, {{u"conversation"_s, conversation}, {u"limit"_s, 1000}})["messages"_L1].toArray();
    for (const QJsonValue &message : messages)
        texts.append(message["text"_L1].toString());
    return texts;
}

QStringList SessionProcess::announced(const QString &conversation)
{
    QStringList texts;
    for (const QJsonObject &line : lines()) {
        const QJsonValue message = line["message"_L1];
        if (line["event"_L1] == "message"_L1 && message["conversation"_L1] == conversation)
            texts.append(message["text"_L1].toString());
    }
    return texts;
}

QJsonObject SessionProcess::summary(const QString &conversation)
{
    const QJsonArray list = result(u"list"_s)["conversations"_L1].toArray();
    for (const QJsonValue &entry : list)
        if (entry["id"_L1] == conversation)
            return entry.toObject();
    return {};
}

bool SessionProcess::knows(const QString &conversation)
{
    return !summary(conversation).isEmpty();
}

} // namespace frontdesk
