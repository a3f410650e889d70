// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/MendFile.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>

namespace frontdesk::transfer {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Transfer)
};

QString heading()
{
    return Words::tr("Problems", "a column");
}

QString nameFor(const QString &imported, int attempt)
{
    const QFileInfo info(imported);
    const QString number = attempt > 1 ? QLatin1Char('-') + QString::number(attempt) : QString();
    return info.path() + QLatin1Char('/') + info.completeBaseName() + QStringLiteral("-to-mend") + number +
           QStringLiteral(".csv");
}

} // namespace

MendFile::MendFile(QString path, const QString &imported, QStringList columns, QChar delimiter)
    : m_path(std::move(path))
    , m_imported(imported)
    , m_columns(std::move(columns))
    , m_isMended(!m_columns.isEmpty() && m_columns.constFirst() == heading())
    , m_writer(delimiter)
{
}

Result<Done> MendFile::add(const QStringList &row, const QStringList &problems)
{
    if (!m_file.isOpen())
        if (auto opened = open(); !opened)
            return opened;
    const QStringList told{problems.join(QStringLiteral("; "))};
    return write(m_writer.row(told + (m_isMended ? row.mid(1) : row)));
}

Result<Done> MendFile::open()
{
    constexpr int mostNames = 1'000;
    for (int attempt = 1; attempt <= mostNames; ++attempt) {
        m_file.setFileName(m_path.isEmpty() ? nameFor(m_imported, attempt) : m_path);
        if (m_file.open(QFile::WriteOnly | QFile::NewOnly))
            return write(m_writer.row(m_isMended ? m_columns : QStringList(heading()) + m_columns));
        if (!m_path.isEmpty() || !m_file.exists())
            break;
    }
    return Error{QStringLiteral("file.unwritable"),
                 m_file.exists() ? Words::tr("There is a file %1 already").arg(m_file.fileName())
                                 : Words::tr("Cannot write %1: %2").arg(m_file.fileName(), m_file.errorString())};
}

Result<Done> MendFile::write(const QByteArray &bytes)
{
    if (m_file.write(bytes) == bytes.size() && m_file.flush())
        return Done{};
    return Error{QStringLiteral("file.unwritable"),
                 Words::tr("Cannot write %1: %2").arg(m_file.fileName(), m_file.errorString())};
}

} // namespace frontdesk::transfer
