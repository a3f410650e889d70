// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/ImportFile.h"

#include "exchange/DraftWriter.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QCryptographicHash>

#include <algorithm>

namespace frontdesk::transfer {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Transfer)
};

constexpr qint64 piece = 64 * 1024; ///< bytes that are read at once

Error unreadable(const QFile &file)
{
    return {QStringLiteral("file.unreadable"),
            Words::tr("Cannot read %1: %2").arg(file.fileName(), file.errorString())};
}

} // namespace

Result<std::unique_ptr<ImportFile>> ImportFile::open(const ImportFileOptions &options,
                                                     const QVector<exchange::CustomField> &custom)
{
    std::unique_ptr<ImportFile> file(new ImportFile(options, custom));
    if (const auto begun = file->begin(); !begun)
        return begun.error();
    return file;
}

ImportFile::ImportFile(const ImportFileOptions &options, const QVector<exchange::CustomField> &custom)
    : m_options(options)
    , m_custom(custom)
    , m_file(options.path)
    , m_csv(options.csv)
{
}

Result<Done> ImportFile::begin()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!m_file.open(QFile::ReadOnly) || !hash.addData(&m_file) || !m_file.seek(0))
        return unreadable(m_file);
    m_key = QString::fromLatin1(hash.result().toHex());
    if (m_options.format == FileFormat::Csv)
        return readHeadings();
    m_mapping = exchange::fullMapping(nameOf(m_options.kind));
    m_columns = exchange::headingsOf(m_mapping);
    return Done{};
}

Result<Done> ImportFile::readHeadings()
{
    while (m_rows.isEmpty() && !m_ended)
        if (auto read = readMore(); !read)
            return read;
    if (m_rows.isEmpty())
        return Error{QStringLiteral("file.empty"), Words::tr("There is nothing in %1").arg(m_file.fileName())};
    const exchange::CsvRow headings = m_rows.takeFirst();
    if (!headings.problem.isEmpty())
        return Error{QStringLiteral("file.unreadable"),
                     Words::tr("The headings of %1 cannot be read: %2").arg(m_file.fileName(), headings.problem)};
    m_columns = headings.fields;
    return mapColumns();
}

Result<Done> ImportFile::mapColumns()
{
    m_mapping = exchange::guessMapping(nameOf(m_options.kind), m_columns, m_custom);
    QMap<qsizetype, QString> wanted = m_options.places;
    for (auto column = m_options.columns.cbegin(); column != m_options.columns.cend(); ++column) {
        const qsizetype place = m_columns.indexOf(column.key());
        if (place < 0)
            return Error{QStringLiteral("column.unknown"),
                         Words::tr("%1 has no column “%2”").arg(m_file.fileName(), column.key())};
        wanted.insert(place, *column);
    }
    for (auto column = wanted.cbegin(); column != wanted.cend(); ++column) {
        const auto field = exchange::draftField(m_mapping.kind, *column, m_custom);
        if (!column->isEmpty() && !field)
            return Error{QStringLiteral("column.unknown"), Words::tr("There is no field “%1”").arg(*column)};
        if (column.key() >= m_columns.size())
            return Error{QStringLiteral("column.unknown"),
                         Words::tr("%1 has fewer columns now").arg(m_file.fileName())};
        // What a person says counts more than what was guessed for a field that has one value.
        if (field && !exchange::takesSeveral(field->shape))
            std::replace(m_mapping.targets.begin(), m_mapping.targets.end(), *column, QString());
        m_mapping.targets[column.key()] = *column;
    }
    m_reader.emplace(m_mapping, m_options.rules, m_custom);
    return Done{};
}

Result<Done> ImportFile::readMore()
{
    const QByteArray bytes = m_file.read(piece);
    if (bytes.isEmpty() && m_file.error() != QFile::NoError)
        return unreadable(m_file);
    m_ended = bytes.isEmpty();
    if (m_options.format == FileFormat::Csv)
        m_rows += m_ended ? m_csv.finish() : m_csv.read(bytes);
    else
        takeCards(m_ended ? m_cards.finish() : m_cards.read(bytes));
    return Done{};
}

Result<QVector<ImportRow>> ImportFile::next()
{
    while (m_rows.isEmpty() && m_cardRows.isEmpty() && !m_ended)
        if (const auto read = readMore(); !read)
            return read.error();
    QVector<ImportRow> rows = std::exchange(m_cardRows, {});
    for (const exchange::CsvRow &row : std::exchange(m_rows, {}))
        rows.append(rowOf(row));
    return rows;
}

ImportRow ImportFile::rowOf(const exchange::CsvRow &row)
{
    ImportRow made{.number = ++m_number, .line = row.line, .cells = row.fields, .draft = m_reader->draftOf(row.fields)};
    if (!row.problem.isEmpty())
        made.draft.problems.prepend(row.problem);
    return made;
}

void ImportFile::takeCards(const QVector<exchange::VCardEntry> &entries)
{
    for (const exchange::VCardEntry &entry : entries) {
        ImportRow row{
            .number = ++m_number, .line = entry.line, .cells = {}, .draft = exchange::DraftReader::draftOf(entry.card)};
        row.cells = exchange::rowOf(row.draft, m_mapping);
        if (!entry.problem.isEmpty())
            row.draft.problems.prepend(entry.problem);
        m_cardRows.append(row);
        for (const QString &property : entry.leftOut)
            m_leftOut.insert(property);
    }
}

} // namespace frontdesk::transfer
