// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommandLine.h"

#include <QtCore/QCommandLineParser>

namespace frontdesk {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint16 defaultPort = 8470;

Print wrong(const QString &words)
{
    return {u"frontdesk-server: %1\nTry \"frontdesk-server --help\"."_s.arg(words), WrongUsage};
}

/// ADDRESS:PORT, with an IPv6 address in brackets.
bool splitListen(const QString &text, server::Options &options)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool number = false;
    const ushort port = text.mid(colon + 1).toUShort(&number);
    QString address = text.left(colon);
    if (address.startsWith(u'[') && address.endsWith(u']'))
        address = address.mid(1, address.size() - 2);
    else if (address.contains(u':'))
        return false;
    if (colon < 1 || !number || address.isEmpty())
        return false;
    options.address = address == "localhost"_L1 ? u"127.0.0.1"_s : address;
    options.port = port;
    return true;
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
    const QCommandLineOption listen(
        u"listen"_s, u"Where to listen; port 0 is any free one. Beyond this machine only with --tls-proxy."_s,
        u"ADDRESS:PORT"_s, u"127.0.0.1:%1"_s.arg(defaultPort));
    const QCommandLineOption pingInterval(u"ping-interval"_s, u"Time between heartbeats."_s, u"MS"_s, u"25000"_s);
    const QCommandLineOption pingTimeout(u"ping-timeout"_s, u"Time that a heartbeat may take."_s, u"MS"_s, u"20000"_s);
    const QCommandLineOption maxPayload(
        u"max-payload"_s, u"The largest frame; at least %1."_s.arg(server::leastMaxPayload), u"BYTES"_s, u"1000000"_s);
    const QCommandLineOption tlsProxy(u"tls-proxy"_s, u"Declare that a TLS proxy stands in front of this server."_s);
    const QCommandLineOption log(u"log"_s, u"The form of the log on standard error: text or json."_s, u"FORM"_s,
                                 u"text"_s);

    QCommandLineParser parser;
    parser.setApplicationDescription(u"The Frontdesk team server.\n\n"
                                     "  frontdesk-server --data DIR                     runs the server\n"
                                     "  frontdesk-server user add NAME … --data DIR     adds somebody\n"
                                     "  frontdesk-server user list --data DIR           lists everybody"_s);
    parser.addOptions(
        {dataOption, listen, pingInterval, pingTimeout, maxPayload, tlsProxy, log, helpOption, versionOption});
    if (auto print = commonOf(parser, arguments))
        return *std::move(print);
    if (!parser.positionalArguments().isEmpty())
        return wrong(u"there is no command \"%1\""_s.arg(parser.positionalArguments().first()));

    Serve serve;
    serve.options.dataFolder = parser.value(dataOption);
    serve.options.tlsProxyDeclared = parser.isSet(tlsProxy);
    if (!splitListen(parser.value(listen), serve.options))
        return wrong(u"--listen takes ADDRESS:PORT, such as 127.0.0.1:8470 or [::1]:8470"_s);
    if (const auto allowed = server::checkListening(serve.options); !allowed)
        return wrong(allowed.error().message);
    const auto number = [&](const QCommandLineOption &option, qint64 least) -> std::optional<qint64> {
        bool ok = false;
        const qint64 value = parser.value(option).toLongLong(&ok);
        return ok && value >= least && value <= 1'000'000'000 ? std::optional(value) : std::nullopt;
    };
    const auto interval = number(pingInterval, 1);
    const auto timeout = number(pingTimeout, 1);
    const auto payload = number(maxPayload, server::leastMaxPayload);
    if (!interval || !timeout)
        return wrong(u"--ping-interval and --ping-timeout take milliseconds"_s);
    if (!payload)
        return wrong(u"--max-payload takes bytes, at least %1"_s.arg(server::leastMaxPayload));
    serve.options.pingInterval = milliseconds(*interval);
    serve.options.pingTimeout = milliseconds(*timeout);
    serve.options.maxPayload = *payload;
    const QString form = parser.value(log);
    if (form != "text"_L1 && form != "json"_L1)
        return wrong(u"--log takes text or json"_s);
    serve.jsonLog = form == "json"_L1;
    return serve;
}

Invocation parseUser(QStringList arguments)
{
    const QString action = arguments.value(2);
    arguments.remove(1, std::min<qsizetype>(2, arguments.size() - 1));
    const QCommandLineOption role(u"role"_s, u"What they may do: admin or agent."_s, u"ROLE"_s);
    const QCommandLineOption displayName(u"display-name"_s, u"What others see; the name when it is not given."_s,
                                         u"TEXT"_s);
    const QCommandLineOption passwordStdin(u"password-stdin"_s,
                                           u"Read the password from the first line of standard input."_s);
    QCommandLineParser parser;
    parser.addOptions({dataOption, helpOption, versionOption});
    if (action == "list"_L1) {
        parser.setApplicationDescription(
            u"frontdesk-server user list --data DIR\n\nLists everybody, one line each: name, role, display name."_s);
        if (auto print = commonOf(parser, arguments))
            return *std::move(print);
        if (!parser.positionalArguments().isEmpty())
            return wrong(u"user list takes no name"_s);
        return ListUsers{parser.value(dataOption)};
    }
    if (action != "add"_L1)
        return wrong(u"\"user\" is followed by add or list"_s);

    parser.setApplicationDescription(
        u"frontdesk-server user add NAME --role admin|agent --password-stdin --data DIR\n\nAdds somebody, also while the server runs."_s);
    parser.addPositionalArgument(u"NAME"_s, u"What they sign in with."_s);
    parser.addOptions({role, displayName, passwordStdin});
    if (auto print = commonOf(parser, arguments))
        return *std::move(print);
    if (parser.positionalArguments().size() != 1)
        return wrong(u"user add takes one name"_s);
    const auto known = roleFrom(parser.value(role));
    if (!known)
        return wrong(u"--role takes admin or agent"_s);
    if (!parser.isSet(passwordStdin))
        return wrong(u"the password comes by --password-stdin, so that nobody reads it from the list of processes"_s);
    return AddUser{parser.value(dataOption), parser.positionalArguments().first(), parser.value(displayName), *known};
}

} // namespace

Invocation parseCommandLine(const QStringList &arguments)
{
    return arguments.value(1) == "user"_L1 ? parseUser(arguments) : parseServe(arguments);
}

} // namespace frontdesk
