// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/Database.h"

#include <array>

namespace frontdesk::server {

/// One step of the database's shape: brings a file of version - 1 to this version.
struct Migration {
    int version;
    void (*apply)(Database &);
};

/// Every step, oldest first. A step that has been released is never changed: the next shape is a new step.
extern const std::array<Migration, 9> migrations;

/// The version that this program writes.
int currentVersion();

/// The version of an open file; 0: empty.
int versionOf(Database &database);

/// Applies what is missing, all or nothing. A file of a newer program is refused. Throws StorageFailure.
void migrate(Database &database);

} // namespace frontdesk::server
