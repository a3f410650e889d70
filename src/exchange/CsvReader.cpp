// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/CsvReader.h"

#include "exchange/CsvFormula.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <array>

namespace frontdesk::exchange {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

constexpr QChar quote = u'"';
constexpr qsizetype beginningLength = 16 * 1024; ///< UTF-16 units that the delimiter is found from
constexpr int linesToCompare = 20;

bool isBreak(QChar character)
{
    return character == u'\n' || character == u'\r';
}

/// The place of the next line break, or the length.
qsizetype nextBreak(QStringView text, qsizetype from)
{
    return std::find_if(text.begin() + from, text.end(), isBreak) - text.begin();
}

/// How many units the line break at a place has; nothing when a CR is the last that is known of the text.
std::optional<qsizetype> breakLength(QStringView text, qsizetype place, bool last)
{
    if (text[place] == u'\n')
        return 1;
    if (place + 1 == text.size())
        return last ? std::optional<qsizetype>(1) : std::nullopt;
    return text[place + 1] == u'\n' ? 2 : 1;
}

/// The delimiter that a first line "sep=;" names, as Excel writes it.
std::optional<QChar> declaredDelimiter(QStringView text)
{
    const QStringView line = text.left(nextBreak(text, 0));
    if (line.size() == 5 && line.startsWith(QLatin1String("sep="), Qt::CaseInsensitive))
        return line.back();
    return {};
}

/// Reads one row from the beginning of a text.
class RowParser {
public:
    enum class Outcome {
        Complete,
        Empty, ///< a line without anything
        NeedsMore,
        OpenQuote,      ///< the text ends within a quoted field
        TextAfterQuote, ///< and before the next delimiter
        TooManyFields,
    };

    RowParser(QStringView text, QChar delimiter, bool last)
        : m_text(text)
        , m_delimiter(delimiter)
        , m_last(last)
    {
    }

    Outcome parse()
    {
        if (!m_text.isEmpty() && isBreak(m_text.front()))
            return finishLine(Outcome::Empty);
        while (true) {
            if (fields.size() == CsvReader::mostFields)
                return Outcome::TooManyFields;
            const bool quoted = place < m_text.size() && m_text[place] == quote;
            const Outcome outcome = quoted ? parseQuoted() : parsePlain();
            if (outcome != Outcome::Complete)
                return outcome;
            if (place == m_text.size())
                return m_last ? Outcome::Complete : Outcome::NeedsMore;
            if (m_text[place] != m_delimiter)
                return finishLine(Outcome::Complete);
            ++place;
        }
    }

    QStringList fields;
    qsizetype place = 0;      ///< after the row
    qint64 lines = 0;         ///< breaks before `place`
    bool inQuotes = false;    ///< where it needs more
    qsizetype quotePlace = 0; ///< of the quote that was opened last
    qint64 quoteLines = 0;    ///< breaks before it

private:
    Outcome parsePlain()
    {
        const auto end = std::find_if(m_text.begin() + place, m_text.end(), [this](QChar character) {
            return character == m_delimiter || isBreak(character);
        });
        fields.append(QStringView(m_text.begin() + place, end).toString());
        place = end - m_text.begin();
        return Outcome::Complete;
    }

    Outcome parseQuoted()
    {
        quotePlace = place;
        quoteLines = lines;
        inQuotes = true;
        QString field;
        qsizetype from = place + 1;
        while (true) {
            const qsizetype end = m_text.indexOf(quote, from);
            if (end < 0)
                return m_last ? Outcome::OpenQuote : Outcome::NeedsMore;
            field.append(m_text.mid(from, end - from));
            place = end + 1;
            if (place == m_text.size() || m_text[place] != quote)
                break;
            field.append(quote);
            from = place + 1;
        }
        if (place == m_text.size() && !m_last)
            return Outcome::NeedsMore; // a second quote may follow
        inQuotes = false;
        appendQuoted(field);
        // Some programs put spaces around the delimiter.
        while (place < m_text.size() && m_text[place] == u' ' && m_delimiter != u' ')
            ++place;
        const bool ends = place == m_text.size() || m_text[place] == m_delimiter || isBreak(m_text[place]);
        return ends ? Outcome::Complete : Outcome::TextAfterQuote;
    }

    void appendQuoted(QString &field)
    {
        if (field.contains(u'\r')) {
            field.replace(QLatin1String("\r\n"), QLatin1String("\n"));
            field.replace(u'\r', u'\n');
        }
        lines += field.count(u'\n');
        fields.append(field);
    }

    Outcome finishLine(Outcome outcome)
    {
        const auto length = breakLength(m_text, place, m_last);
        if (!length)
            return Outcome::NeedsMore;
        place += *length;
        ++lines;
        return outcome;
    }

    QStringView m_text;
    QChar m_delimiter;
    bool m_last; ///< nothing follows the text
};

/// How often each candidate stands in a line outside quotes; ends after the line.
template <std::size_t n>
std::array<int, n> countInLine(QStringView text, qsizetype &place, const std::array<QChar, n> &candidates)
{
    std::array<int, n> counts{};
    bool quoted = false;
    for (; place < text.size() && (quoted || !isBreak(text[place])); ++place) {
        if (text[place] == quote)
            quoted = !quoted;
        const auto found = std::find(candidates.begin(), candidates.end(), text[place]);
        if (!quoted && found != candidates.end())
            ++counts[found - candidates.begin()];
    }
    while (place < text.size() && isBreak(text[place]))
        ++place;
    return counts;
}

} // namespace

QChar detectDelimiter(QStringView beginning)
{
    if (const auto declared = declaredDelimiter(beginning))
        return *declared;
    // Of equal ones the first: a comma is the likeliest to be a part of the texts.
    constexpr std::array<QChar, 4> candidates{QChar(u'\t'), QChar(u';'), QChar(u'|'), QChar(u',')};
    qsizetype place = 0;
    const auto heading = countInLine(beginning, place, candidates);
    std::array<int, candidates.size()> even{};
    for (int line = 0; line < linesToCompare && place < beginning.size(); ++line) {
        const auto counts = countInLine(beginning, place, candidates);
        // A line that goes on beyond the beginning says nothing.
        for (std::size_t i = 0; place < beginning.size() && i < candidates.size(); ++i)
            even[i] += counts[i] == heading[i] ? 1 : 0;
    }
    std::size_t best = candidates.size() - 1;
    for (std::size_t i = candidates.size(); i-- > 0;) {
        const bool better =
            heading[best] == 0 || std::pair(even[i], heading[i]) >= std::pair(even[best], heading[best]);
        if (heading[i] > 0 && better)
            best = i;
    }
    return candidates[best];
}

CsvReader::CsvReader(CsvFormat format)
    : m_decoder(format.encoding)
    , m_delimiter(format.delimiter)
{
}

QVector<CsvRow> CsvReader::read(QByteArrayView bytes)
{
    m_text.append(m_decoder.decode(bytes));
    if (!m_started && m_text.size() < beginningLength)
        return {};
    return take(false);
}

QVector<CsvRow> CsvReader::finish()
{
    m_text.append(m_decoder.finish());
    return take(true);
}

void CsvReader::findDelimiter()
{
    m_started = true;
    const QStringView beginning = QStringView(m_text).left(beginningLength);
    m_skipping = declaredDelimiter(beginning).has_value();
    if (!m_delimiter)
        m_delimiter = detectDelimiter(beginning);
}

QVector<CsvRow> CsvReader::take(bool last)
{
    using Outcome = RowParser::Outcome;
    if (!m_started)
        findDelimiter();
    QVector<CsvRow> rows;
    while (true) {
        if (m_skipping && !skipLine(last))
            break;
        const QStringView rest = QStringView(m_text).mid(m_place);
        if (rest.isEmpty())
            break;
        const bool tooLong = rest.size() > longestRow;
        RowParser parser(rest.left(longestRow), *m_delimiter, last && !tooLong);
        const Outcome outcome = parser.parse();
        if (outcome == Outcome::NeedsMore && !tooLong)
            break;
        CsvRow row{.line = m_line, .fields = parser.fields, .problem = {}};
        if (outcome == Outcome::Complete || outcome == Outcome::Empty) {
            m_place += parser.place;
            m_line += parser.lines;
            if (outcome == Outcome::Empty)
                continue;
            check(row);
            rows.append(row);
            continue;
        }
        // Given up: what follows is read from the line after the one in which it went wrong.
        const bool byQuote = outcome == Outcome::OpenQuote || outcome == Outcome::TextAfterQuote || parser.inQuotes;
        const qint64 wrongLine = m_line + (byQuote ? parser.quoteLines : parser.lines);
        if (outcome == Outcome::TextAfterQuote)
            row.problem =
                Words::tr("The quoted text that begins in line %1 is not followed by a delimiter").arg(wrongLine);
        else if (byQuote)
            row.problem = Words::tr("The quote in line %1 is not closed").arg(wrongLine);
        else if (outcome == Outcome::TooManyFields)
            row.problem = Words::tr("The row has more than %1 fields").arg(mostFields);
        else
            row.problem = Words::tr("The row is longer than %1 characters").arg(longestRow);
        m_place += byQuote ? parser.quotePlace : parser.place;
        m_line = wrongLine;
        m_skipping = true;
        rows.append(row);
    }
    m_text.remove(0, m_place);
    m_place = 0;
    return rows;
}

bool CsvReader::skipLine(bool last)
{
    const qsizetype end = nextBreak(m_text, m_place);
    m_place = end;
    if (end == m_text.size())
        return false;
    const auto length = breakLength(m_text, end, last);
    if (!length)
        return false;
    m_place += *length;
    ++m_line;
    m_skipping = false;
    return true;
}

void CsvReader::check(CsvRow &row)
{
    for (QString &field : row.fields)
        field = restored(field);
    if (m_columns == 0)
        m_columns = row.fields.size();
    const auto hasCharacter = [&row](QChar character) {
        return std::any_of(row.fields.cbegin(), row.fields.cend(),
                           [character](const QString &field) { return field.contains(character); });
    };
    const bool beyond = std::any_of(row.fields.cbegin() + std::min(m_columns, row.fields.size()), row.fields.cend(),
                                    [](const QString &field) { return !field.isEmpty(); });
    if (hasCharacter(QChar::Null)) {
        row.problem = Words::tr("The row has bytes that are no text");
        for (QString &field : row.fields)
            field.remove(QChar::Null);
    } else if (m_decoder.isDamaged() && hasCharacter(QChar::ReplacementCharacter)) {
        row.problem = Words::tr("The row has characters that are not %1").arg(nameOf(*m_decoder.encoding()));
    } else if (beyond) {
        row.problem = Words::tr("The row has %1 fields, the first one %2").arg(row.fields.size()).arg(m_columns);
    }
    if (row.problem.isEmpty())
        row.fields.resize(m_columns);
}

} // namespace frontdesk::exchange
