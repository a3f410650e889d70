// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"

namespace frontdesk::transfer {

enum class FileFormat { Csv, VCard };
/// "csv" or "vcf": how files of it end.
QString endingOf(FileFormat format);

/// By the end of the name; CSV for one that says nothing.
FileFormat formatOf(const QString &fileName);
/// Whether records of a kind can be read from files of a format, and written to them: a card has no room for a deal,
/// and one that is read is always a contact.
bool canImport(RecordKind kind, FileFormat format);
bool canExport(RecordKind kind, FileFormat format);

} // namespace frontdesk::transfer
