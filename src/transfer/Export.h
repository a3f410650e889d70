// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RecordQuery.h"
#include "store/Store.h"
#include "transfer/FileFormat.h"

#include <QtCore/QIODevice>

namespace frontdesk::transfer {

/// Asked after some records; `written` of `all`. False: stop.
using GoOn = std::function<bool(qint64 written, qint64 all)>;

/// Everything that a query finds, as shown, in its order: what a view shows, with the columns that an import
/// understands. Returns how many they were. Errors: file.unwritable, interrupted.
///
/// Waits for the cache and the device: not for the GUI thread.
Result<qint64> exportRecords(store::Store &store, const RecordQuery &query, FileFormat format, QIODevice &device,
                             const GoOn &goOn = {});

/// The records that a query finds, as shown, in its order, some at a time, until `use` returns false. Returns how many
/// they were. Waits for the cache.
qint64 eachRecord(store::Store &store, const RecordQuery &query,
                  const std::function<bool(const RecordState &state, qint64 all)> &use);

} // namespace frontdesk::transfer
