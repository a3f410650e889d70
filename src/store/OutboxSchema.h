// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Migrations.h"

#include <QtCore/QString>

namespace frontdesk::store {

/// The migrations of outbox.sqlite.
std::span<const Migration> outboxMigrations();

/// Expressions over its tables `commands` and `settled` that are indexed, and have to be written alike.
namespace outboxSql {
extern const QString recordOfCommand; ///< which record a command is about
extern const QString isAboutRecord;   ///< whether it is about one
} // namespace outboxSql

} // namespace frontdesk::store
