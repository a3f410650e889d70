// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/FileFormat.h"

namespace frontdesk::transfer {

QString endingOf(FileFormat format)
{
    return format == FileFormat::Csv ? QStringLiteral("csv") : QStringLiteral("vcf");
}

FileFormat formatOf(const QString &fileName)
{
    const bool isCard = fileName.endsWith(QLatin1String(".vcf"), Qt::CaseInsensitive) ||
                        fileName.endsWith(QLatin1String(".vcard"), Qt::CaseInsensitive);
    return isCard ? FileFormat::VCard : FileFormat::Csv;
}

bool canImport(RecordKind kind, FileFormat format)
{
    return kind == RecordKind::Contact ||
           (format == FileFormat::Csv && (kind == RecordKind::Company || kind == RecordKind::Deal));
}

bool canExport(RecordKind kind, FileFormat format)
{
    return canImport(kind, format) || kind == RecordKind::Company;
}

} // namespace frontdesk::transfer
