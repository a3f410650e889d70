// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Database.h"

namespace frontdesk::store {

struct Salvaged {
    int commands = 0;
    int drafts = 0;
};

/// Copies what can still be read of a damaged outbox into a new one, from both ends of each table towards the damage;
/// what cannot be read stays in the damaged file. Within a transaction of the caller's. Throws StorageFailure when the
/// new one cannot be written.
Salvaged salvageOutbox(const QString &damaged, Database &target);

} // namespace frontdesk::store
