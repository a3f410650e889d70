// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/Preview.h"

#include "transfer/Surroundings.h"

namespace frontdesk::transfer {

Result<Preview> previewOf(store::Store &store, const ImportFileOptions &options)
{
    Preview preview{.custom = readCustomFields(store, options.kind)};
    auto opened = ImportFile::open(options, preview.custom);
    if (!opened)
        return opened.error();
    ImportFile &file = *opened.value();
    const auto rows = file.next();
    if (!rows)
        return rows.error();
    preview.rows = rows.value().mid(0, Preview::mostRows);
    preview.columns = file.columns();
    preview.mapping = file.mapping();
    preview.delimiter = file.delimiter();
    preview.encoding = file.encoding().value_or(exchange::Encoding::Utf8);
    return preview;
}

} // namespace frontdesk::transfer
