// SPDX-License-Identifier: GPL-3.0-or-later
#include "Console.h"

#include "Login.h"
#include "OneShot.h"
#include "Output.h"
#include "domain/Json.h"
#include "domain/WhenDone.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>

namespace frontdesk::ctl {

using namespace Qt::Literals::StringLiterals;

void Reply::result(QJsonObject value) const
{
    QJsonObject line{{u"result"_s, std::move(value)}};
    if (!m_ref.isUndefined())
        line.insert(u"ref"_s, m_ref);
    printJson(line);
}

void Reply::error(const Error &error) const
{
    QJsonObject line{{u"error"_s, toJson(error)}};
    if (!m_ref.isUndefined())
        line.insert(u"ref"_s, m_ref);
    printJson(line);
}

ExitCode run(const SessionCommand &command)
{
    endWithOutput();
    auto opened = openSession(command.target, command.folder, Attendance::Present);
    if (!opened) {
        printError(opened.error());
        Reply().error(opened.error());
        return exitCodeOf(opened.error());
    }
    OpenedSession value = std::move(opened).value();
    for (const Error &notice : std::as_const(value.notices))
        printJson({{u"event"_s, u"notice"_s}, {u"error"_s, toJson(notice)}});

    sync::Session &session = *value.session;
    Console console(std::move(value.session));
    StopWatcher stop;
    LineReader input;
    QObject::connect(&stop, &StopWatcher::stopRequested, &console, &Console::end);
    QObject::connect(&input, &LineReader::ended, &console, &Console::end);
    QObject::connect(&input, &LineReader::lineRead, &console, &Console::handle);
    session.connectNow();
    return ExitCode(QCoreApplication::exec());
}

Console::Console(std::unique_ptr<sync::Session> session)
    : m_session(std::move(session))
    , m_events(*m_session, Events::Form::Json)
{
    connect(m_session.get(), &sync::Session::queued, this, &Console::queued);
    connect(m_session.get(), &sync::Session::failed, this, &Console::notQueued);
}

const QHash<QString, Console::Handler> &Console::handlers()
{
    static const QHash<QString, Handler> table{{u"send"_s, &Console::send},
                                               {u"create"_s, &Console::create},
                                               {u"rename"_s, &Console::rename},
                                               {u"members"_s, &Console::members},
                                               {u"labels"_s, &Console::labels},
                                               {u"profile"_s, &Console::profile},
                                               {u"edit"_s, &Console::edit},
                                               {u"resolve"_s, &Console::resolve},
                                               {u"record:create"_s, &Console::createRecord},
                                               {u"record:change"_s, &Console::changeRecord},
                                               {u"records"_s, &Console::records},
                                               {u"record"_s, &Console::record},
                                               {u"record:history"_s, &Console::recordHistory},
                                               {u"own"_s, &Console::own},
                                               {u"read"_s, &Console::read},
                                               {u"retry"_s, &Console::retry},
                                               {u"replace"_s, &Console::replace},
                                               {u"discard"_s, &Console::discard},
                                               {u"draft"_s, &Console::draft},
                                               {u"typing"_s, &Console::typing},
                                               {u"presence"_s, &Console::presence},
                                               {u"list"_s, &Console::list},
                                               {u"users"_s, &Console::users},
                                               {u"conflicts"_s, &Console::conflicts},
                                               {u"history"_s, &Console::history},
                                               {u"activities"_s, &Console::activities},
                                               {u"pending"_s, &Console::pending},
                                               {u"ledger"_s, &Console::ledger},
                                               {u"status"_s, &Console::status},
                                               {u"online"_s, &Console::online},
                                               {u"offline"_s, &Console::offline},
                                               {u"token"_s, &Console::token},
                                               {u"quit"_s, &Console::quit}};
    return table;
}

void Console::handle(const QByteArray &line)
{
    if (line.trimmed().isEmpty() && !line.isEmpty())
        return;
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(line, &problem);
    if (!document.isObject()) {
        Reply().error({u"input.invalid"_s, line.isEmpty()
                                               ? u"A line is empty or too long"_s
                                               : u"A line must be one JSON object: %1"_s.arg(problem.errorString())});
        return;
    }
    const Reply reply(document.object().value("ref"_L1));
    FieldReader fields(document.object());
    const QString name = fields.text("command"_L1);
    const Handler handler = handlers().value(name);
    if (!fields.ok())
        reply.error(fields.error());
    else if (!handler)
        reply.error({u"command.unknown"_s, u"There is no command \"%1\""_s.arg(name)});
    else
        (this->*handler)(fields, reply);
}

void Console::end()
{
    m_ending = true;
    if (m_unwritten.isEmpty() && m_undecided == 0)
        QCoreApplication::exit(Success);
}

void Console::submit(CommandBody body, const Reply &reply, QJsonObject result)
{
    answerWhenQueued(m_session->submit(std::move(body)), reply, std::move(result));
}

void Console::answerWhenQueued(const CommandId &id, const Reply &reply, QJsonObject result)
{
    result.insert(u"id"_s, id.text());
    m_unwritten.insert(id, {reply, result});
}

void Console::answerWhenWritten(const QFuture<Result<Done>> &written, const Reply &reply)
{
    ++m_undecided;
    whenDone(written, this, [this, reply](const Result<Done> &done) {
        --m_undecided;
        done ? reply.result() : reply.error(done.error());
        if (m_ending)
            end();
    });
}

void Console::queued(const CommandId &id)
{
    const auto found = m_unwritten.find(id);
    if (found == m_unwritten.end())
        return;
    found->reply.result(found->result);
    m_unwritten.erase(found);
    if (m_ending)
        end();
}

void Console::notQueued(const Error &error)
{
    const auto found = m_unwritten.find(CommandId(error.detail["command"_L1].toString()));
    if (found == m_unwritten.end())
        return;
    found->reply.error(error);
    m_unwritten.erase(found);
    if (m_ending)
        end();
}

} // namespace frontdesk::ctl
