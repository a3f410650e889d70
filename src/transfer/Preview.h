// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Store.h"
#include "transfer/ImportFile.h"

namespace frontdesk::transfer {

/// How a file begins and how it is read, for somebody who decides whether that is right.
struct Preview {
    static constexpr qsizetype mostRows = 20;

    QStringList columns = {};
    exchange::ColumnMapping mapping = {};
    QVector<exchange::CustomField> custom = {}; ///< of the kind
    QChar delimiter = u',';
    exchange::Encoding encoding = exchange::Encoding::Utf8;
    QVector<ImportRow> rows = {}; ///< the first ones
};

/// Waits for the file and the cache: not for the GUI thread. Errors as in ImportFile::open.
Result<Preview> previewOf(store::Store &store, const ImportFileOptions &options);

} // namespace frontdesk::transfer
