// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"
#include "exchange/CsvWriter.h"

#include <QtCore/QFile>
#include <QtCore/QStringList>

#include <optional>

namespace frontdesk::transfer {

/// The rows that could not be imported, as they were, each with what is wrong with it in a column in front: to be
/// mended and imported in place of them. It is made with the first such row, and never in the place of a file that is
/// there: somebody may be mending it.
class MendFile {
public:
    /// An empty path: one next to the file that is imported.
    MendFile(QString path, const QString &imported, QStringList columns, QChar delimiter);

    Result<Done> add(const QStringList &row, const QStringList &problems);
    [[nodiscard]] QString path() const { return m_file.isOpen() ? m_file.fileName() : QString(); } ///< empty: none

private:
    Result<Done> open();
    Result<Done> write(const QByteArray &bytes);

    QString m_path;
    QString m_imported;
    QStringList m_columns;
    bool m_isMended; ///< the file that is imported is such a one
    exchange::CsvWriter m_writer;
    QFile m_file;
};

} // namespace frontdesk::transfer
