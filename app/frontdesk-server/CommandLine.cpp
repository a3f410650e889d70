// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommandLine.h"

#include "ServeOptions.h"

#include <QtCore/QCommandLineParser>

namespace frontdesk {

using namespace Qt::Literals::StringLiterals;

namespace {

Print wrong(const QString &words)
{
    return {u"frontdesk-server: %1\nTry \"frontdesk-server --help\"."_s.arg(words), WrongUsage};
}

const QCommandLineOption dataOption(u"data"_s, u"The folder in which the server keeps everything."_s, u"DIR"_s);
const QCommandLineOption helpOption(QStringList{u"h"_s, u"help"_s}, u"Show this help."_s);
const QCommandLineOption versionOption(QStringList{u"v"_s, u"version"_s}, u"Show the version."_s);

std::optional<Print> commonOf(QCommandLineParser &parser, const QStringList &arguments)
{
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (parser.isSet(helpOption))
        return Print{parser.helpText()};
    if (parser.isSet(versionOption))
        return Print{u"frontdesk-server " FRONTDESK_VERSION ""_s};
    if (parser.value(dataOption).isEmpty())
        return wrong(u"say where the data is: --data DIR"_s);
    return {};
}

Invocation parseServe(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"The Frontdesk team server.\n\n"
                                     "  frontdesk-server --data DIR                     runs the server\n"
                                     "  frontdesk-server user add NAME … --data DIR     adds somebody\n"
                                     "  frontdesk-server user role NAME … --data DIR    changes what somebody may do\n"
                                     "  frontdesk-server user list --data DIR           lists everybody"_s);
    parser.addOptions({dataOption, helpOption, versionOption});
    parser.addOptions(serveOptions());
    if (auto print = commonOf(parser, arguments))
        return *std::move(print);
    if (!parser.positionalArguments().isEmpty())
        return wrong(u"there is no command \"%1\""_s.arg(parser.positionalArguments().first()));
    auto serve = readServe(parser);
    if (!serve)
        return wrong(serve.error().message);
    Serve wanted = std::move(serve).value();
    wanted.options.dataFolder = parser.value(dataOption);
    return wanted;
}

const QCommandLineOption roleOption(u"role"_s, u"What they may do: reader, agent, manager or admin."_s, u"ROLE"_s);

Invocation parseListUsers(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({dataOption, helpOption, versionOption});
    parser.setApplicationDescription(
        u"frontdesk-server user list --data DIR\n\nLists everybody, one line each: name, role, display name."_s);
    if (auto print = commonOf(parser, arguments))
        return *std::move(print);
    if (!parser.positionalArguments().isEmpty())
        return wrong(u"user list takes no name"_s);
    return ListUsers{parser.value(dataOption)};
}

Invocation parseAddUser(const QStringList &arguments)
{
    const QCommandLineOption displayName(u"display-name"_s, u"What others see; the name when it is not given."_s,
                                         u"TEXT"_s);
    const QCommandLineOption passwordStdin(u"password-stdin"_s,
                                           u"Read the password from the first line of standard input."_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"frontdesk-server user add NAME --role ROLE --password-stdin --data DIR\n\nAdds somebody, also while the server runs."_s);
    parser.addPositionalArgument(u"NAME"_s, u"What they sign in with."_s);
    parser.addOptions({dataOption, helpOption, versionOption, roleOption, displayName, passwordStdin});
    if (auto print = commonOf(parser, arguments))
        return *std::move(print);
    if (parser.positionalArguments().size() != 1)
        return wrong(u"user add takes one name"_s);
    const auto known = roleFrom(parser.value(roleOption));
    if (!known)
        return wrong(u"--role takes reader, agent, manager or admin"_s);
    if (!parser.isSet(passwordStdin))
        return wrong(u"the password comes by --password-stdin, so that nobody reads it from the list of processes"_s);
    return AddUser{parser.value(dataOption), parser.positionalArguments().first(), parser.value(displayName), *known};
}

Invocation parseSetRole(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"frontdesk-server user role NAME --role ROLE --data DIR\n\nChanges what somebody may do, also while the server runs."_s);
    parser.addPositionalArgument(u"NAME"_s, u"What they sign in with."_s);
    parser.addOptions({dataOption, helpOption, versionOption, roleOption});
    if (auto print = commonOf(parser, arguments))
        return *std::move(print);
    if (parser.positionalArguments().size() != 1)
        return wrong(u"user role takes one name"_s);
    const auto known = roleFrom(parser.value(roleOption));
    if (!known)
        return wrong(u"--role takes reader, agent, manager or admin"_s);
    return SetRole{parser.value(dataOption), parser.positionalArguments().first(), *known};
}

Invocation parseUser(QStringList arguments)
{
    const QString action = arguments.value(2);
    arguments.remove(1, std::min<qsizetype>(2, arguments.size() - 1));
    if (action == "list"_L1)
        return parseListUsers(arguments);
    if (action == "add"_L1)
        return parseAddUser(arguments);
    if (action == "role"_L1)
        return parseSetRole(arguments);
    return wrong(u"\"user\" is followed by add, role or list"_s);
}

} // namespace

Invocation parseCommandLine(const QStringList &arguments)
{
    return arguments.value(1) == "user"_L1 ? parseUser(arguments) : parseServe(arguments);
}

} // namespace frontdesk
