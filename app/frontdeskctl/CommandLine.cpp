// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommandLine.h"

#include "ArgumentReader.h"
#include "Overview.h"
#include "RecordArguments.h"

namespace frontdesk::ctl {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostHistory = 10'000;

Invocation parseLogin(const QStringList &arguments, const QString &)
{
    const QCommandLineOption passwordStdin(u"password-stdin"_s,
                                           u"Read the password from the first line of standard input."_s);
    ArgumentReader reader(
        u"Signs in and prints a token, which lasts for an hour: only the token, on one line. With --credentials "
        "it goes into a file together with what renews it, and nothing is printed."_s,
        {passwordStdin, options::credentials});
    reader.positional(u"URL"_s, u"The server's address, such as https://desk.example.org."_s);
    reader.positional(u"NAME"_s, u"Your name there."_s);
    if (!reader.parse(arguments))
        return reader.print();
    if (!reader.parser().isSet(passwordStdin))
        reader.refuse(u"the password comes by --password-stdin, so that nobody reads it from the list of processes"_s);
    const LoginCommand command{reader.server(reader.argument(0)), reader.argument(1),
                               reader.parser().value(options::credentials), reader.network()};
    return reader.result(command);
}

Invocation parseWatch(const QStringList &arguments, const QString &token)
{
    ArgumentReader reader(u"Shows messages, typing, presence and activity as they come, until it is interrupted."_s,
                          {options::url, options::token, options::credentials, options::json});
    if (!reader.parse(arguments))
        return reader.print();
    const WatchCommand command{reader.target(token)};
    return reader.result(command);
}

Invocation parseConversations(const QStringList &arguments, const QString &token)
{
    ArgumentReader reader(u"Lists the conversations, the one with the newest message first."_s,
                          {options::url, options::token, options::credentials, options::json});
    if (!reader.parse(arguments))
        return reader.print();
    const ConversationsCommand command{reader.target(token)};
    return reader.result(command);
}

Invocation parseHistory(const QStringList &arguments, const QString &token)
{
    const QCommandLineOption with(u"with"_s, u"The direct conversation with this person."_s, u"NAME"_s);
    const QCommandLineOption limit(u"limit"_s, u"How many messages, the newest; at most %1."_s.arg(mostHistory), u"N"_s,
                                   u"50"_s);
    ArgumentReader reader(
        u"Prints the newest messages of one conversation, the oldest of them first."_s,
        {options::url, options::token, options::credentials, options::json, options::conversation, with, limit});
    if (!reader.parse(arguments))
        return reader.print();
    bool isNumber = false;
    const int count = reader.parser().value(limit).toInt(&isNumber);
    if (!isNumber || count < 1 || count > mostHistory)
        reader.refuse(u"--limit takes a number from 1 to %1"_s.arg(mostHistory));
    const HistoryCommand command{reader.target(token), reader.place(with), count};
    return reader.result(command);
}

Invocation parseSend(const QStringList &arguments, const QString &token)
{
    const QCommandLineOption to(u"to"_s, u"The direct conversation with this person; begun when there is none."_s,
                                u"NAME"_s);
    ArgumentReader reader(
        u"Sends one message. Ends well only when the server has acknowledged it."_s,
        {options::url, options::token, options::credentials, options::json, options::conversation, to});
    reader.positional(u"TEXT"_s, u"The message."_s);
    if (!reader.parse(arguments))
        return reader.print();
    const SendCommand command{reader.target(token), reader.place(to), reader.argument(0)};
    return reader.result(command);
}

Invocation parseSession(const QStringList &arguments, const QString &token)
{
    ArgumentReader reader(
        u"The whole client without a window: commands as JSON lines in, events and results as JSON lines out "
        "(docs/frontdeskctl.md). Works without the server being there."_s,
        {options::url, options::token, options::credentials, options::json, options::data});
    if (!reader.parse(arguments))
        return reader.print();
    const SessionCommand command{reader.target(token), reader.parser().value(options::data)};
    if (command.folder.isEmpty())
        reader.refuse(u"say where cache and outbox are: --data DIR"_s);
    if (!command.target.json)
        reader.refuse(u"a session speaks JSON: say --json"_s);
    return reader.result(command);
}

Invocation parseLedger(const QStringList &arguments, const QString &token)
{
    ArgumentReader reader(
        u"Says from a session's files what of the journal is there, what is missing and what waits. With "
        "--url it also asks the server how much there should be. Ends well only when nothing is missing."_s,
        {options::url, options::token, options::credentials, options::json, options::data});
    if (!reader.parse(arguments))
        return reader.print();
    LedgerCommand command{reader.parser().value(options::data), reader.parser().isSet(options::json)};
    if (command.folder.isEmpty())
        reader.refuse(u"say where cache and outbox are: --data DIR"_s);
    if (reader.parser().isSet(options::url))
        command.server = reader.target(token);
    return reader.result(command);
}

Invocation parseDiagnose(const QStringList &arguments, const QString &token)
{
    ArgumentReader reader(
        u"Tests the way to the server step by step: its name, the port, encryption, the handshake, and with "
        "a token the sign-in, a round trip and catching up. Ends well only when all is well."_s,
        {options::url, options::token, options::credentials, options::json});
    if (!reader.parse(arguments))
        return reader.print();
    const DiagnoseCommand command{reader.target(token, ArgumentReader::Token::Optional)};
    return reader.result(command);
}

template <RecordKind kind>
Invocation parseRecordsOf(const QStringList &arguments, const QString &token)
{
    return parseRecords(kind, arguments, token);
}

} // namespace

Invocation parseCommandLine(const QStringList &arguments, const QString &token)
{
    static const QHash<QString, Invocation (*)(const QStringList &, const QString &)> commands{
        {u"login"_s, parseLogin},
        {u"watch"_s, parseWatch},
        {u"conversations"_s, parseConversations},
        {u"history"_s, parseHistory},
        {u"send"_s, parseSend},
        {u"session"_s, parseSession},
        {u"ledger"_s, parseLedger},
        {u"diagnose"_s, parseDiagnose},
        {u"contacts"_s, parseRecordsOf<RecordKind::Contact>},
        {u"companies"_s, parseRecordsOf<RecordKind::Company>},
        {u"deals"_s, parseRecordsOf<RecordKind::Deal>}};
    const QString name = arguments.value(1);
    if (name.isEmpty())
        return wrongUsage(u"say what to do"_s);
    if (name == "--help"_L1 || name == "-h"_L1)
        return overview();
    if (name == "--version"_L1 || name == "-v"_L1)
        return Print{u"frontdeskctl " FRONTDESK_VERSION ""_s};
    const auto parse = commands.value(name);
    if (!parse)
        return wrongUsage(u"there is no command \"%1\""_s.arg(name));
    QStringList rest = arguments;
    rest.removeAt(1);
    return parse(rest, token);
}

} // namespace frontdesk::ctl
