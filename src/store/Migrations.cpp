// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Migrations.h"

namespace frontdesk::store {

void migrate(Database &database, std::span<const Migration> table)
{
    const qint64 version = database.number(QStringLiteral("PRAGMA user_version"));
    if (version > table.back().version)
        throw StorageFailure{newerError(database.file())};
    for (const Migration &step : table) {
        if (step.version <= version)
            continue;
        Transaction transaction(database, Transaction::Writing);
        step.apply(database);
        database.execute(QStringLiteral("PRAGMA user_version=%1").arg(step.version));
        transaction.commit();
    }
}

} // namespace frontdesk::store
