// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommandLine.h"

#include "dialect/Authorities.h"
#include "dialect/ServerAddress.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace frontdesk::ctl {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostHistory = 10'000;

const auto overview = u"frontdeskctl: Frontdesk on the command line\n\n"
                      "  frontdeskctl login URL NAME --password-stdin         prints a token\n"
                      "  frontdeskctl conversations                           lists conversations\n"
                      "  frontdeskctl history (--conversation ID | --with NAME)\n"
                      "  frontdeskctl send (--conversation ID | --to NAME) TEXT\n"
                      "  frontdeskctl watch                                   shows what happens\n"
                      "  frontdeskctl session --data DIR --json               the whole client as JSON lines\n"
                      "  frontdeskctl ledger --data DIR                       what a session has, and what is missing\n"
                      "  frontdeskctl contacts (import FILE | export FILE | list)\n"
                      "  frontdeskctl companies, deals                        likewise\n"
                      "  frontdeskctl diagnose                                tests the way to the server\n\n"
                      "All but login take --url URL, and --credentials FILE or --token TOKEN (or the\n"
                      "environment's FRONTDESK_TOKEN);\n"
                      "diagnose does without a token, ledger without a server.\n"
                      "All take --proxy URL or --no-proxy, and --ca-file FILE.\n"
                      "\"frontdeskctl COMMAND --help\" says more about one.\n\n"
                      "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 not signed in, 4 not reachable, 5 refused"_s;

const QCommandLineOption helpOption(QStringList{u"h"_s, u"help"_s}, u"Show this help."_s);
const QCommandLineOption urlOption(u"url"_s, u"The server's address."_s, u"URL"_s);
const QCommandLineOption
    tokenOption(u"token"_s, u"What login printed; the environment's FRONTDESK_TOKEN when not given."_s, u"TOKEN"_s);
const QCommandLineOption
    credentialsOption(u"credentials"_s,
                      u"The file in which login put the sign-in, and where it is kept when it is renewed."_s,
                      u"FILE"_s);
const QCommandLineOption jsonOption(u"json"_s, u"Print JSON, one object a line."_s);
const QCommandLineOption
    proxyOption(u"proxy"_s,
                u"Go through this proxy, http://[USER:PASSWORD@]HOST:PORT or socks5://…; else through the system's."_s,
                u"URL"_s);
const QCommandLineOption noProxyOption(u"no-proxy"_s, u"Go through no proxy."_s);
const QCommandLineOption caFileOption(u"ca-file"_s,
                                      u"Trust the certificates of this file (PEM) besides the system's."_s, u"FILE"_s);
const QCommandLineOption dataOption(u"data"_s, u"The folder for cache and outbox."_s, u"DIR"_s);
const QCommandLineOption conversationOption(u"conversation"_s, u"The conversation's id."_s, u"ID"_s);

Print wrong(const QString &words)
{
    return {u"frontdeskctl: %1\nTry \"frontdeskctl --help\"."_s.arg(words), WrongUsage};
}

/// One command's arguments being read; the first thing that is wrong, or help, is kept as what to print.
class Reader {
public:
    Reader(const QString &description, const QList<QCommandLineOption> &options)
    {
        m_parser.setApplicationDescription(description);
        m_parser.addOption(helpOption);
        m_parser.addOptions(options);
        m_parser.addOptions({proxyOption, noProxyOption, caFileOption});
    }

    void positional(const QString &name, const QString &description)
    {
        m_parser.addPositionalArgument(name, description);
        ++m_positional;
    }
    /// False: print `print()` and do nothing else.
    bool parse(const QStringList &arguments)
    {
        if (!m_parser.parse(arguments))
            refuse(m_parser.errorText());
        else if (m_parser.isSet(helpOption))
            m_print = Print{m_parser.helpText()};
        else if (m_parser.positionalArguments().size() != m_positional)
            refuse(m_positional == 0 ? u"there are words too many"_s
                                     : u"there must be %1 argument(s)"_s.arg(m_positional));
        return !m_print;
    }
    QUrl server(const QString &text)
    {
        if (text.isEmpty()) {
            refuse(u"say which server: --url URL"_s);
            return {};
        }
        const auto url = dialect::parseServerAddress(text);
        if (!url)
            refuse(url.error().message);
        return url ? url.value() : QUrl();
    }
    enum class Token { Required, Optional };
    Target target(const QString &environmentToken, Token token = Token::Required)
    {
        Target target{.server = server(m_parser.value(urlOption)),
                      .token = m_parser.isSet(tokenOption) ? m_parser.value(tokenOption) : environmentToken,
                      .json = m_parser.isSet(jsonOption),
                      .credentialsFile = m_parser.value(credentialsOption),
                      .network = network()};
        if (target.token.isEmpty() && target.credentialsFile.isEmpty() && token == Token::Required)
            refuse(
                u"say who you are: --credentials FILE, --token TOKEN or FRONTDESK_TOKEN (see \"frontdeskctl login\")"_s);
        return target;
    }
    dialect::NetworkSettings network()
    {
        using Mode = dialect::NetworkSettings::ProxyMode;
        dialect::NetworkSettings network{.authorityFile = m_parser.value(caFileOption)};
        if (m_parser.isSet(noProxyOption)) {
            network.proxyMode = Mode::None;
            if (m_parser.isSet(proxyOption))
                refuse(u"either --proxy or --no-proxy"_s);
        } else if (m_parser.isSet(proxyOption)) {
            const auto proxy = dialect::parseProxyAddress(m_parser.value(proxyOption));
            if (!proxy)
                refuse(proxy.error().message);
            else
                network = {.proxyMode = Mode::Manual,
                           .proxy = proxy.value().adjusted(QUrl::RemoveUserInfo),
                           .proxyUser = proxy.value().userName(),
                           .proxyPassword = proxy.value().password(),
                           .authorityFile = network.authorityFile};
        }
        if (const auto authorities = dialect::readAuthorities(network.authorityFile); !authorities)
            refuse(authorities.error().message);
        return network;
    }
    Place place(const QCommandLineOption &with)
    {
        const Place place{m_parser.value(conversationOption), m_parser.value(with)};
        if (place.conversation.isEmpty() == place.with.isEmpty())
            refuse(u"say where: either --conversation ID or --%1 NAME"_s.arg(with.names().first()));
        return place;
    }
    void refuse(const QString &words)
    {
        if (!m_print)
            m_print = wrong(words);
    }
    [[nodiscard]] const QCommandLineParser &parser() const { return m_parser; }
    [[nodiscard]] QString argument(qsizetype index) const { return m_parser.positionalArguments().value(index); }
    /// The command, unless something is wrong with it.
    Invocation result(Invocation command) const { return m_print ? Invocation(*m_print) : std::move(command); }
    [[nodiscard]] Print print() const { return *m_print; }

private:
    QCommandLineParser m_parser;
    qsizetype m_positional = 0;
    std::optional<Print> m_print;
};

Invocation parseLogin(const QStringList &arguments, const QString &)
{
    const QCommandLineOption passwordStdin(u"password-stdin"_s,
                                           u"Read the password from the first line of standard input."_s);
    Reader reader(
        u"Signs in and prints a token, which lasts for an hour: only the token, on one line. With --credentials "
        "it goes into a file together with what renews it, and nothing is printed."_s,
        {passwordStdin, credentialsOption});
    reader.positional(u"URL"_s, u"The server's address, such as https://desk.example.org."_s);
    reader.positional(u"NAME"_s, u"Your name there."_s);
    if (!reader.parse(arguments))
        return reader.print();
    if (!reader.parser().isSet(passwordStdin))
        reader.refuse(u"the password comes by --password-stdin, so that nobody reads it from the list of processes"_s);
    const LoginCommand command{reader.server(reader.argument(0)), reader.argument(1),
                               reader.parser().value(credentialsOption), reader.network()};
    return reader.result(command);
}

Invocation parseWatch(const QStringList &arguments, const QString &token)
{
    Reader reader(u"Shows messages, typing, presence and activity as they come, until it is interrupted."_s,
                  {urlOption, tokenOption, credentialsOption, jsonOption});
    if (!reader.parse(arguments))
        return reader.print();
    const WatchCommand command{reader.target(token)};
    return reader.result(command);
}

Invocation parseConversations(const QStringList &arguments, const QString &token)
{
    Reader reader(u"Lists the conversations, the one with the newest message first."_s,
                  {urlOption, tokenOption, credentialsOption, jsonOption});
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
    Reader reader(u"Prints the newest messages of one conversation, the oldest of them first."_s,
                  {urlOption, tokenOption, credentialsOption, jsonOption, conversationOption, with, limit});
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
    Reader reader(u"Sends one message. Ends well only when the server has acknowledged it."_s,
                  {urlOption, tokenOption, credentialsOption, jsonOption, conversationOption, to});
    reader.positional(u"TEXT"_s, u"The message."_s);
    if (!reader.parse(arguments))
        return reader.print();
    const SendCommand command{reader.target(token), reader.place(to), reader.argument(0)};
    return reader.result(command);
}

Invocation parseSession(const QStringList &arguments, const QString &token)
{
    Reader reader(u"The whole client without a window: commands as JSON lines in, events and results as JSON lines out "
                  "(docs/frontdeskctl.md). Works without the server being there."_s,
                  {urlOption, tokenOption, credentialsOption, jsonOption, dataOption});
    if (!reader.parse(arguments))
        return reader.print();
    const SessionCommand command{reader.target(token), reader.parser().value(dataOption)};
    if (command.folder.isEmpty())
        reader.refuse(u"say where cache and outbox are: --data DIR"_s);
    if (!command.target.json)
        reader.refuse(u"a session speaks JSON: say --json"_s);
    return reader.result(command);
}

Invocation parseLedger(const QStringList &arguments, const QString &token)
{
    Reader reader(u"Says from a session's files what of the journal is there, what is missing and what waits. With "
                  "--url it also asks the server how much there should be. Ends well only when nothing is missing."_s,
                  {urlOption, tokenOption, credentialsOption, jsonOption, dataOption});
    if (!reader.parse(arguments))
        return reader.print();
    LedgerCommand command{reader.parser().value(dataOption), reader.parser().isSet(jsonOption)};
    if (command.folder.isEmpty())
        reader.refuse(u"say where cache and outbox are: --data DIR"_s);
    if (reader.parser().isSet(urlOption))
        command.server = reader.target(token);
    return reader.result(command);
}

Invocation parseDiagnose(const QStringList &arguments, const QString &token)
{
    Reader reader(u"Tests the way to the server step by step: its name, the port, encryption, the handshake, and with "
                  "a token the sign-in, a round trip and catching up. Ends well only when all is well."_s,
                  {urlOption, tokenOption, credentialsOption, jsonOption});
    if (!reader.parse(arguments))
        return reader.print();
    const DiagnoseCommand command{reader.target(token, Reader::Token::Optional)};
    return reader.result(command);
}

const QCommandLineOption formatOption(u"format"_s, u"csv or vcard; else by the end of the file's name."_s, u"FORMAT"_s);
const QCommandLineOption textOption(u"text"_s, u"Those with these words."_s, u"WORDS"_s);
const QCommandLineOption filterOption(u"filter"_s,
                                      u"Those that a query finds, as a segment keeps it: "
                                      "{\"filters\":[{\"field\":\"status\",\"test\":\"is\",\"value\":\"lead\"}]}."_s,
                                      u"JSON"_s);

transfer::FileFormat formatIn(Reader &reader, const QString &file)
{
    const QString name = reader.parser().value(formatOption);
    if (name == "vcard"_L1)
        return transfer::FileFormat::VCard;
    if (!name.isEmpty() && name != "csv"_L1)
        reader.refuse(u"--format takes csv or vcard"_s);
    return name.isEmpty() ? transfer::formatOf(file) : transfer::FileFormat::Csv;
}

RecordQuery queryIn(Reader &reader, RecordKind kind)
{
    QJsonParseError error;
    const QString text = reader.parser().value(filterOption);
    const QJsonDocument filter = QJsonDocument::fromJson(text.toUtf8(), &error);
    if (!text.isEmpty() && !filter.isObject())
        reader.refuse(u"--filter takes a JSON object: %1"_s.arg(error.errorString()));
    RecordQuery query = recordQueryFrom(kind, filter.object());
    // What this version does not understand would find more than is meant.
    if (query.filters.size() != filter.object()["filters"_L1].toArray().size())
        reader.refuse(u"there is a condition in --filter that is none"_s);
    if (reader.parser().isSet(textOption))
        query.text = reader.parser().value(textOption);
    return query;
}

Invocation parseListRecords(RecordKind kind, const QStringList &arguments, const QString &token)
{
    Reader reader(u"Lists them by name."_s,
                  {urlOption, tokenOption, credentialsOption, jsonOption, textOption, filterOption});
    if (!reader.parse(arguments))
        return reader.print();
    const ListRecordsCommand command{reader.target(token), queryIn(reader, kind)};
    return reader.result(command);
}

exchange::CsvFormat csvIn(Reader &reader, const QCommandLineOption &delimiter, const QCommandLineOption &encoding)
{
    exchange::CsvFormat csv;
    const QString sign = reader.parser().value(delimiter);
    if (sign == "tab"_L1 || sign == "\\t"_L1)
        csv.delimiter = u'\t';
    else if (sign.size() == 1)
        csv.delimiter = sign.front();
    else if (!sign.isEmpty())
        reader.refuse(u"--delimiter takes one sign, or tab"_s);
    csv.encoding = exchange::encodingNamed(reader.parser().value(encoding));
    if (reader.parser().isSet(encoding) && !csv.encoding)
        reader.refuse(u"there is no encoding \"%1\": utf-8, utf-16le, utf-16be, windows-1252, iso-8859-1"_s.arg(
            reader.parser().value(encoding)));
    return csv;
}

QMap<QString, QString> columnsIn(Reader &reader, const QCommandLineOption &map)
{
    QMap<QString, QString> columns;
    const QStringList values = reader.parser().values(map);
    for (const QString &value : values) {
        const qsizetype sign = value.lastIndexOf(u'=');
        if (sign < 1)
            reader.refuse(u"--map takes COLUMN=FIELD"_s);
        else
            columns.insert(value.left(sign), value.mid(sign + 1));
    }
    return columns;
}

Invocation parseImport(RecordKind kind, const QStringList &arguments, const QString &token)
{
    const QCommandLineOption delimiter(u"delimiter"_s, u"What parts the fields of a row; found out when not given."_s,
                                       u"SIGN"_s);
    const QCommandLineOption encoding(u"encoding"_s, u"Of a CSV file; found out when not given."_s, u"NAME"_s);
    const QCommandLineOption map(u"map"_s,
                                 u"What a column is, such as \"Mail=emails\"; \"Mail=\" leaves it out. As often as "
                                 "there are columns whose headings do not say it."_s,
                                 u"COLUMN=FIELD"_s);
    const QCommandLineOption mend(
        u"mend"_s, u"Where rows go that cannot be imported; else FILE-to-mend.csv next to it."_s, u"FILE"_s);
    const QCommandLineOption dryRun(u"dry-run"_s, u"Say what would be, and change nothing."_s);
    Reader reader(
        u"Imports a CSV or vCard file. The same file again makes nothing twice, so what was interrupted goes "
        "on. Ends well only when every row is there."_s,
        {urlOption, tokenOption, credentialsOption, jsonOption, formatOption, delimiter, encoding, map, mend, dryRun});
    reader.positional(u"FILE"_s, u"The file."_s);
    if (!reader.parse(arguments))
        return reader.print();
    const QString file = reader.argument(0);
    const transfer::FileFormat format = formatIn(reader, file);
    if (!transfer::canImport(kind, format))
        reader.refuse(u"only contacts can be imported from cards"_s);
    const ImportCommand command{reader.target(token),
                                {.file = {.path = file,
                                          .kind = kind,
                                          .format = format,
                                          .csv = csvIn(reader, delimiter, encoding),
                                          .columns = columnsIn(reader, map)},
                                 .mendFile = reader.parser().value(mend),
                                 .dryRun = reader.parser().isSet(dryRun)}};
    return reader.result(command);
}

Invocation parseExport(RecordKind kind, const QStringList &arguments, const QString &token)
{
    Reader reader(u"Exports all of them, or what a query finds, in its order."_s,
                  {urlOption, tokenOption, credentialsOption, jsonOption, formatOption, textOption, filterOption});
    reader.positional(u"FILE"_s, u"The file, in whose place it comes once it is whole; - is standard output."_s);
    if (!reader.parse(arguments))
        return reader.print();
    const QString file = reader.argument(0);
    const ExportCommand command{reader.target(token), queryIn(reader, kind), formatIn(reader, file), file};
    if (!transfer::canExport(kind, command.format))
        reader.refuse(u"deals cannot be exported as cards"_s);
    return reader.result(command);
}

/// `contacts import FILE` and so on.
Invocation parseRecords(RecordKind kind, const QStringList &arguments, const QString &token)
{
    const QString action = arguments.value(1);
    QStringList rest = arguments;
    rest.removeAt(std::min<qsizetype>(1, rest.size() - 1));
    if (action == "import"_L1)
        return parseImport(kind, rest, token);
    if (action == "export"_L1)
        return parseExport(kind, rest, token);
    if (action == "list"_L1)
        return parseListRecords(kind, rest, token);
    if (action == "--help"_L1 || action == "-h"_L1)
        return Print{overview};
    return wrong(u"say what to do with them: import, export or list"_s);
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
        return wrong(u"say what to do"_s);
    if (name == "--help"_L1 || name == "-h"_L1)
        return Print{overview};
    if (name == "--version"_L1 || name == "-v"_L1)
        return Print{u"frontdeskctl " FRONTDESK_VERSION ""_s};
    const auto parse = commands.value(name);
    if (!parse)
        return wrong(u"there is no command \"%1\""_s.arg(name));
    QStringList rest = arguments;
    rest.removeAt(1);
    return parse(rest, token);
}

} // namespace frontdesk::ctl
