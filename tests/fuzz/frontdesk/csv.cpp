// SPDX-License-Identifier: GPL-3.0-or-later
// A CSV file. Its first byte says how it is read: the lowest bits the encoding, the next one the size of the pieces.
#include "exchange/CsvReader.h"
#include "exchange/CsvWriter.h"
#include "exchange/DraftReader.h"
#include "exchange/DraftWriter.h"
#include "fuzz/engineio/Input.h"

using namespace frontdesk::exchange;

namespace {

QVector<CsvRow> readInPieces(const QByteArray &bytes, qsizetype size, const CsvFormat &format)
{
    CsvReader reader(format);
    QVector<CsvRow> rows;
    for (qsizetype i = 0; i < bytes.size(); i += size)
        rows += reader.read(bytes.mid(i, size));
    return rows + reader.finish();
}

std::optional<Encoding> encodingOf(int choice)
{
    constexpr Encoding encodings[] = {Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1252,
                                      Encoding::Latin1};
    return choice < int(std::size(encodings)) ? std::optional(encodings[choice]) : std::nullopt;
}

/// Unpaired surrogates do not get through. The letter keeps QString from taking U+FEFF for a mark.
QString throughUtf8(const QString &text)
{
    return QString::fromUtf8('x' + text.toUtf8()).mid(1);
}

/// What was read can be written and read again, cell by cell.
void comesBack(const QVector<CsvRow> &rows)
{
    CsvWriter writer(u';');
    QByteArray written;
    QVector<QStringList> expected;
    for (const CsvRow &row : rows) {
        if (!row.problem.isEmpty())
            continue;
        written += writer.row(row.fields);
        expected.append(row.fields);
    }
    const QVector<CsvRow> again = readInPieces(written, 64, {.delimiter = u';', .encoding = Encoding::Utf8});
    fuzz::require(again.size() == expected.size());
    for (qsizetype i = 0; i < again.size(); ++i) {
        fuzz::require(again[i].problem.isEmpty());
        for (qsizetype j = 0; j < expected[i].size(); ++j)
            fuzz::require(again[i].fields[j] == throughUtf8(expected[i][j]));
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = fuzz::viewOf(data, size).toByteArray();
    const int how = input.isEmpty() ? 0 : input[0];
    const QByteArray bytes = input.mid(1);
    const CsvFormat format{.encoding = encodingOf(how & 7)};
    const qsizetype piece = (how & 8) != 0 ? 1 : 7;

    const QVector<CsvRow> rows = readInPieces(bytes, std::max<qsizetype>(bytes.size(), 1), format);
    const QVector<CsvRow> inPieces = readInPieces(bytes, piece, format);
    // Which encoding it is can be guessed otherwise from less of the file.
    fuzz::require(!format.encoding || rows.size() == inPieces.size());
    qint64 line = 0;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        fuzz::require(rows[i].line > line);
        line = rows[i].line;
        fuzz::require(!format.encoding || (rows[i].line == inPieces[i].line && rows[i].fields == inPieces[i].fields &&
                                           rows[i].problem.isEmpty() == inPieces[i].problem.isEmpty()));
    }
    comesBack(rows);

    if (rows.isEmpty())
        return 0;
    for (const char *kind : {"contact", "company", "deal"}) {
        const QString name = QString::fromLatin1(kind);
        const DraftReader reader(guessMapping(name, rows.first().fields), {});
        for (const CsvRow &row : rows)
            (void)rowOf(reader.draftOf(row.fields), fullMapping(name));
    }
    return 0;
}
