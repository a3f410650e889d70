// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/CsvReader.h"
#include "exchange/DraftReader.h"
#include "exchange/VCardReader.h"
#include "transfer/FileFormat.h"

#include <QtCore/QFile>
#include <QtCore/QSet>

#include <memory>

namespace frontdesk::transfer {

/// Which file is read, and how.
struct ImportFileOptions {
    QString path;
    RecordKind kind = RecordKind::Contact;
    FileFormat format = FileFormat::Csv;
    exchange::CsvFormat csv = {};
    exchange::ReadingRules rules = {};
    /// What a column is, by its heading: a target as in exchange::DraftField, or empty to leave it out. Of the others
    /// it is guessed.
    QMap<QString, QString> columns = {};
    /// The same by its place, from 0, as several columns may have one heading.
    QMap<qsizetype, QString> places = {};
};

struct ImportRow {
    qint64 number = 0; ///< of the rows or cards, from 1
    qint64 line = 0;   ///< of the file, from 1
    QStringList cells; ///< as they stand in the file; of a card, what was understood of it
    exchange::RecordDraft draft;
};

/// A file as drafts, some rows at a time, in memory bounded by these.
class ImportFile {
public:
    /// The custom fields are those of the kind. Errors: file.unreadable, file.empty, column.unknown.
    static Result<std::unique_ptr<ImportFile>> open(const ImportFileOptions &options,
                                                    const QVector<exchange::CustomField> &custom);

    /// The next ones; none at the end. Error: file.unreadable.
    Result<QVector<ImportRow>> next();

    [[nodiscard]] QString key() const { return m_key; } ///< of what is in it: another file has another
    [[nodiscard]] qint64 size() const { return m_file.size(); }
    [[nodiscard]] qint64 position() const { return m_file.pos(); }
    [[nodiscard]] QStringList columns() const { return m_columns; }
    [[nodiscard]] exchange::ColumnMapping mapping() const { return m_mapping; }
    [[nodiscard]] QChar delimiter() const { return m_csv.delimiter().value_or(u','); }
    /// As far as it was read; nothing as long as there was only ASCII.
    [[nodiscard]] std::optional<exchange::Encoding> encoding() const { return m_csv.encoding(); }
    /// Properties of cards that a record has no place for, as far as it was read.
    [[nodiscard]] QStringList leftOut() const { return m_leftOut.values(); }

private:
    ImportFile(const ImportFileOptions &options, const QVector<exchange::CustomField> &custom);
    Result<Done> begin();
    Result<Done> readHeadings();
    Result<Done> mapColumns();
    Result<Done> readMore();
    void takeCards(const QVector<exchange::VCardEntry> &entries);
    ImportRow rowOf(const exchange::CsvRow &row);

    ImportFileOptions m_options;
    QVector<exchange::CustomField> m_custom;
    QFile m_file;
    QString m_key;
    exchange::CsvReader m_csv;
    exchange::VCardReader m_cards;
    QVector<exchange::CsvRow> m_rows; ///< read and not given out
    QVector<ImportRow> m_cardRows;    ///< likewise
    bool m_ended = false;
    QStringList m_columns;
    exchange::ColumnMapping m_mapping;
    std::optional<exchange::DraftReader> m_reader;
    qint64 m_number = 0;
    QSet<QString> m_leftOut;
};

} // namespace frontdesk::transfer
