// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

namespace frontdesk::exchange {

/// Writes CSV (RFC 4180) in UTF-8, row by row, with nothing in it that a spreadsheet program would run (CsvFormula.h).
class CsvWriter {
public:
    /// The mark is what Excel knows UTF-8 by.
    enum class Mark { No, Yes };

    explicit CsvWriter(QChar delimiter = u',', Mark mark = Mark::Yes);

    /// Of these fields; the first one with the mark in front of it.
    QByteArray row(const QStringList &fields);

private:
    [[nodiscard]] QString written(const QString &field, bool alone) const;

    QChar m_delimiter;
    bool m_markIsDue;
};

} // namespace frontdesk::exchange
