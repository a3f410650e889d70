// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RecordQuery.h"
#include "exchange/CardProperties.h"
#include "store/Store.h"
#include "transfer/FileFormat.h"

#include <QtCore/QFile>

namespace frontdesk::transfer {

/// What is written, and how.
struct ExportOptions {
    RecordQuery query;
    FileFormat format = FileFormat::Csv;
    /// Of a CSV file, as a view shows them; nothing: all that an import understands.
    std::optional<QStringList> columns = {};
    exchange::VCardVersion card = exchange::VCardVersion::V4;
};

/// Asked after some records; `written` of `all`. False: stop.
using GoOn = std::function<bool(qint64 written, qint64 all)>;

/// Everything that a query finds, as shown, in its order: what a view shows. Returns how many they were. Errors:
/// file.unwritable, interrupted.
///
/// Waits for the cache and the device: not for the GUI thread.
Result<qint64> exportRecords(store::Store &store, const ExportOptions &options, QIODevice &device,
                             const GoOn &goOn = {});
/// The same into a file, which takes the place of an older one once it is whole.
Result<qint64> exportRecords(store::Store &store, const ExportOptions &options, const QString &path,
                             const GoOn &goOn = {});

/// The records that a query finds, as shown, in its order, some at a time, until `use` returns false. Returns how many
/// they were. Waits for the cache.
qint64 eachRecord(store::Store &store, const RecordQuery &query,
                  const std::function<bool(const RecordState &state, qint64 all)> &use);

} // namespace frontdesk::transfer
