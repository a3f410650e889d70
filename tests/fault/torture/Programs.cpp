// SPDX-License-Identifier: GPL-3.0-or-later
#include "Programs.h"

#include "Person.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QUrl>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace frontdesk::torture {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 30'000; // ms, for what takes none

} // namespace

void standAlone(QProcess &process)
{
    process.setChildProcessModifier([] {
        constexpr unsigned firstAfterStandardError = 3;
        close_range(firstAfterStandardError, ~0U, CLOSE_RANGE_CLOEXEC);
        prctl(PR_SET_PDEATHSIG, SIGKILL);
    });
}

void LastWords::add(const QByteArray &text)
{
    constexpr qsizetype most = 4'000; // bytes
    m_text = (m_text + text).right(most);
}

Program::Program(QString file)
    : m_file(std::move(file))
{
}

Program::~Program()
{
    if (isRunning()) {
        m_process->disconnect(); // nobody reads any more
        m_process->kill();
        m_process->waitForFinished(patience);
    }
}

bool Program::isRunning() const
{
    return m_process && m_process->state() != QProcess::NotRunning;
}

void Program::start(const QStringList &arguments, const QProcessEnvironment &environment)
{
    m_words.clear();
    m_isToEnd = false;
    m_process = std::make_unique<QProcess>();
    QProcess *process = m_process.get();
    process->setProcessEnvironment(environment);
    QObject::connect(process, &QProcess::readyReadStandardOutput, process, [this, process] { read(*process); });
    QObject::connect(process, &QProcess::readyReadStandardError, process, [this, process] {
        const QByteArray said = process->readAllStandardError();
        m_lastWords.add(said);
        m_words = (m_words + QString::fromUtf8(said)).right(4'000);
    });
    standAlone(*process);
    process->start(m_file, arguments);
    if (!process->waitForStarted(patience))
        throw Trouble{u"%1 cannot be started: %2"_s.arg(m_file, process->errorString())};
}

void Program::kill()
{
    m_isToEnd = true;
    m_process->kill();
    end();
}

void Program::stop()
{
    m_isToEnd = true;
    const bool wasThere = hasBegun(); // else the signal may come before the program listens to it
    m_process->terminate();
    end();
    if (wasThere && (m_process->exitStatus() != QProcess::NormalExit || m_process->exitCode() != 0))
        throw Trouble{u"%1 did not end in order when it was asked to: %2"_s.arg(m_file, m_lastWords.text())};
}

void Program::end()
{
    if (!m_process->waitForFinished(patience) && m_process->state() != QProcess::NotRunning)
        throw Trouble{u"%1 does not end"_s.arg(m_file)};
    read(*m_process);
}

std::optional<Program::Ending> Program::ownEnding() const
{
    if (!m_process || isRunning() || m_isToEnd)
        return {};
    return Ending{m_process->exitStatus() == QProcess::CrashExit, m_process->exitCode(), m_words};
}

ServerProgram::ServerProgram()
    : Program(QStringLiteral(SERVER_PROGRAM))
{
}

void ServerProgram::start(const QString &folder, const QProcessEnvironment &environment, milliseconds heartbeat,
                          milliseconds limit)
{
    m_port = 0;
    const QString time = QString::number(heartbeat.count());
    Program::start({u"--data"_s, folder, u"--listen"_s, u"127.0.0.1:0"_s, u"--log"_s, u"json"_s, u"--rate"_s,
                    u"all=0"_s, u"--ping-interval"_s, time, u"--ping-timeout"_s, time},
                   environment);
    if (!fault::waitUntil([this] { return m_port != 0 || !isRunning(); }, limit))
        throw Trouble{u"The server does not become ready: "_s + lastWords()};
}

void ServerProgram::read(QProcess &process)
{
    while (process.canReadLine()) {
        const QByteArray line = process.readLine().trimmed();
        if (line.startsWith("ready "))
            m_port = QUrl(QString::fromLatin1(line.mid(6))).port();
    }
}

ClientProgram::ClientProgram()
    : Program(QStringLiteral(CTL_PROGRAM))
{
}

void ClientProgram::start(const QString &folder, const QString &credentials, int port,
                          const QProcessEnvironment &environment)
{
    m_state.clear();
    m_answers.clear();
    m_heard.announced.append(QVector<MessageId>());
    m_heard.states.append(u"started"_s);
    Program::start({u"session"_s, u"--url"_s, u"http://127.0.0.1:%1"_s.arg(port), u"--credentials"_s, credentials,
                    u"--data"_s, folder, u"--json"_s},
                   environment);
}

int ClientProgram::tell(const QString &command, QJsonObject fields)
{
    fields.insert(u"command"_s, command);
    fields.insert(u"ref"_s, ++m_questions);
    if (isRunning())
        m_process->write(QJsonDocument(fields).toJson(QJsonDocument::Compact) + '\n');
    return m_questions;
}

std::optional<QJsonObject> ClientProgram::answerTo(int question) const
{
    const auto found = m_answers.constFind(question);
    return found == m_answers.cend() ? std::nullopt : std::optional(*found);
}

void ClientProgram::read(QProcess &process)
{
    // The last line of one that was killed may be torn: it has not been said.
    while (process.canReadLine()) {
        const QByteArray line = process.readLine();
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (document.isObject())
            hear(document.object());
        else
            m_heard.nonsense.append(QString::fromUtf8(line));
    }
}

void ClientProgram::hear(const QJsonObject &line)
{
    if (line.contains("ref"_L1)) {
        m_answers.insert(line["ref"_L1].toInt(), line);
        return;
    }
    if (line.contains("state"_L1)) {
        m_state = line["state"_L1].toString();
        m_heard.states.append(m_state + u' ' + line["error"_L1]["code"_L1].toString());
        return;
    }
    const QString event = line["event"_L1].toString();
    if (event == "acknowledged"_L1)
        m_heard.acknowledged.insert(CommandId(line["id"_L1].toString()), line["seq"_L1].toInteger());
    else if (event == "refused"_L1)
        m_heard.refused.append(CommandId(line["id"_L1].toString()));
    else if (event == "notice"_L1)
        m_heard.notices.append(line["error"_L1]["code"_L1].toString());
    else if (event == "message"_L1)
        m_heard.announced.last().append(MessageId(line["message"_L1]["id"_L1].toString()));
    if (event == "refused"_L1 || event == "notice"_L1)
        m_heard.states.append(event + u' ' + line["error"_L1]["code"_L1].toString());
}

} // namespace frontdesk::torture
