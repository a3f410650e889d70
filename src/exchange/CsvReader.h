// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Encoding.h"

#include <QtCore/QStringList>
#include <QtCore/QVector>

namespace frontdesk::exchange {

/// How a file is laid out. What is not given is found out from its beginning.
struct CsvFormat {
    std::optional<QChar> delimiter = {};
    std::optional<Encoding> encoding = {};
};

struct CsvRow {
    qint64 line = 0;    ///< of the file, from 1, where the row begins
    QStringList fields; ///< line breaks within are "\n", whatever the file has
    QString problem;    ///< in words, when the row cannot be trusted; its fields are what was read of it
};

/// Which of , ; tab and | parts the fields of a file that begins like this: the one that parts its lines most evenly,
/// quoted parts left out. A first line "sep=;" says it.
QChar detectDelimiter(QStringView beginning);

/// Reads CSV (RFC 4180, and what programs make of it) from bytes that come in pieces, in memory bounded by a piece and
/// a row. A row that is not complete is looked at again with each piece, so pieces should be some kilobytes.
///
/// A quote without an end would swallow the rest of the file. So it costs its own line only: the row gets a problem,
/// and reading goes on at the next line. The same where text follows a closing quote. Empty lines are no rows. The
/// first row says how many fields there are; shorter ones are filled with empty fields, longer ones get a problem
/// unless what is beyond is empty. What CsvWriter put before formulas is taken away.
class CsvReader {
public:
    static constexpr qsizetype longestRow = 1 << 20; ///< UTF-16 units
    static constexpr qsizetype mostFields = 4096;    ///< in a row

    explicit CsvReader(CsvFormat format = {});

    /// The rows that these bytes complete.
    QVector<CsvRow> read(QByteArrayView bytes);
    /// What is left at the end of the file.
    QVector<CsvRow> finish();

    [[nodiscard]] std::optional<QChar> delimiter() const { return m_delimiter; }
    [[nodiscard]] std::optional<Encoding> encoding() const { return m_decoder.encoding(); }

private:
    void findDelimiter();
    QVector<CsvRow> take(bool last);
    bool skipLine(bool last);
    void check(CsvRow &row);

    TextDecoder m_decoder;
    std::optional<QChar> m_delimiter;
    QString m_text;          ///< not yet given out: the row that is being read, and what follows
    qsizetype m_place = 0;   ///< in m_text
    qint64 m_line = 1;       ///< of m_place
    qsizetype m_columns = 0; ///< as the first row says
    bool m_started = false;  ///< the beginning is looked at
    bool m_skipping = false; ///< the rest of a line that was given up
};

} // namespace frontdesk::exchange
