// SPDX-License-Identifier: GPL-3.0-or-later
#include "RecordArguments.h"

#include "ArgumentReader.h"
#include "Overview.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace frontdesk::ctl {

using namespace Qt::Literals::StringLiterals;

namespace {

const QCommandLineOption formatOption(u"format"_s, u"csv or vcard; else by the end of the file's name."_s, u"FORMAT"_s);
const QCommandLineOption textOption(u"text"_s, u"Those with these words."_s, u"WORDS"_s);
const QCommandLineOption filterOption(u"filter"_s,
                                      u"Those that a query finds, as a segment keeps it: "
                                      "{\"filters\":[{\"field\":\"status\",\"test\":\"is\",\"value\":\"lead\"}]}."_s,
                                      u"JSON"_s);

transfer::FileFormat formatIn(ArgumentReader &reader, const QString &file)
{
    const QString name = reader.parser().value(formatOption);
    if (name == "vcard"_L1)
        return transfer::FileFormat::VCard;
    if (!name.isEmpty() && name != "csv"_L1)
        reader.refuse(u"--format takes csv or vcard"_s);
    return name.isEmpty() ? transfer::formatOf(file) : transfer::FileFormat::Csv;
}

RecordQuery queryIn(ArgumentReader &reader, RecordKind kind)
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
    ArgumentReader reader(u"Lists them by name."_s, {options::url, options::token, options::credentials, options::json,
                                                     textOption, filterOption});
    if (!reader.parse(arguments))
        return reader.print();
    const ListRecordsCommand command{reader.target(token), queryIn(reader, kind)};
    return reader.result(command);
}

exchange::CsvFormat csvIn(ArgumentReader &reader, const QCommandLineOption &delimiter,
                          const QCommandLineOption &encoding)
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

QMap<QString, QString> columnsIn(ArgumentReader &reader, const QCommandLineOption &map)
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
    ArgumentReader reader(
        u"Imports a CSV or vCard file. The same file again makes nothing twice, so what was interrupted goes "
        "on. Ends well only when every row is there."_s,
        {options::url, options::token, options::credentials, options::json, formatOption, delimiter, encoding, map,
         mend, dryRun});
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
    ArgumentReader reader(
        u"Exports all of them, or what a query finds, in its order."_s,
        {options::url, options::token, options::credentials, options::json, formatOption, textOption, filterOption});
    reader.positional(u"FILE"_s, u"The file, in whose place it comes once it is whole; - is standard output."_s);
    if (!reader.parse(arguments))
        return reader.print();
    const QString file = reader.argument(0);
    const ExportCommand command{reader.target(token), queryIn(reader, kind), formatIn(reader, file), file};
    if (!transfer::canExport(kind, command.format))
        reader.refuse(u"deals cannot be exported as cards"_s);
    return reader.result(command);
}

} // namespace

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
        return overview();
    return wrongUsage(u"say what to do with them: import, export or list"_s);
}

} // namespace frontdesk::ctl
