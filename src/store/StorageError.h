// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"

class QSqlError;

namespace frontdesk::store {

/// Thrown inside this library only; Store turns it into a Result at its edge, so that a failed statement anywhere in a
/// transaction undoes the whole of it.
struct StorageFailure {
    Error error;
};

/// Codes of this library's errors.
namespace codes {
inline constexpr auto full = QLatin1String("storage.full");
inline constexpr auto readOnly = QLatin1String("storage.readOnly");
inline constexpr auto locked = QLatin1String("storage.locked");
inline constexpr auto corrupt = QLatin1String("storage.corrupt");
inline constexpr auto newer = QLatin1String("storage.newer");
inline constexpr auto failed = QLatin1String("storage.failed");
inline constexpr auto cursorMismatch = QLatin1String("cursor.mismatch");
inline constexpr auto snapshotNotBegun = QLatin1String("snapshot.notBegun");
inline constexpr auto commandGone = QLatin1String("command.gone"); // neither waiting nor refused
inline constexpr auto cacheRebuilt = QLatin1String("cache.rebuilt");
inline constexpr auto outboxSalvaged = QLatin1String("outbox.salvaged");
inline constexpr auto outboxUnreadable = QLatin1String("outbox.unreadable");
} // namespace codes

/// What SQLite said, in words that say what to do. `file` is the path shown.
Error errorFrom(const QSqlError &error, const QString &file);

Error fullError(const QString &place);
Error readOnlyError(const QString &place);
Error lockedError(const QString &place);
Error newerError(const QString &file);

} // namespace frontdesk::store
