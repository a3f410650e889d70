// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/CsvWriter.h"

#include "exchange/CsvFormula.h"

#include <algorithm>

namespace frontdesk::exchange {

CsvWriter::CsvWriter(QChar delimiter, Mark mark)
    : m_delimiter(delimiter)
    , m_markIsDue(mark == Mark::Yes)
{
}

QByteArray CsvWriter::row(const QStringList &fields)
{
    QString line;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (i > 0)
            line.append(m_delimiter);
        line.append(written(fields[i], fields.size() == 1));
    }
    QByteArray bytes = std::exchange(m_markIsDue, false) ? QByteArray("\xEF\xBB\xBF") : QByteArray();
    return bytes + line.toUtf8() + "\r\n";
}

QString CsvWriter::written(const QString &field, bool alone) const
{
    QString text = withoutFormula(field);
    // All that any program takes for a delimiter, so that each finds the same fields whatever it guesses. An empty line
    // would be no row, "sep=;" would be none either, and spaces at the ends are dropped by some unless they are quoted.
    static const QString special = QStringLiteral(",;\t|\"\r\n");
    const bool isDeclaration = text.startsWith(QLatin1String("sep="), Qt::CaseInsensitive);
    const bool quoted = (text.isEmpty() && alone) || isDeclaration || text.startsWith(u' ') || text.endsWith(u' ') ||
                        text.contains(m_delimiter) ||
                        std::any_of(text.cbegin(), text.cend(), [](QChar each) { return special.contains(each); });
    return quoted ? u'"' + text.replace(u'"', QLatin1String("\"\"")) + u'"' : text;
}

} // namespace frontdesk::exchange
