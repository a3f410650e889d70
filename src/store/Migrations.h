// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Database.h"

#include <span>

namespace frontdesk::store {

/// One step of a schema: brings a database from the version before to this one. A released step is never edited; a
/// change is a new step.
struct Migration {
    int version;
    void (*apply)(Database &database);
};

/// Brings the database to the newest version of the table (versions 1, 2, 3 …), each step in a transaction of its own
/// with PRAGMA user_version. Throws StorageFailure with storage.newer, and changes nothing, when the file is of a
/// version above the newest.
void migrate(Database &database, std::span<const Migration> table);

} // namespace frontdesk::store
