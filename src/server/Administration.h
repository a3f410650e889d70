// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "server/storage/Storage.h"

namespace frontdesk::server {

/// Works on a data folder from outside the server's process, whether a server uses it or not: SQLite keeps the order,
/// and a running server takes over what was written as soon as it next looks into its database, which it is asked to do
/// at once. Waits; not for a GUI thread.
Result<Done> administer(const QString &dataFolder, const std::shared_ptr<const Clock> &clock,
                        const std::function<Result<Done>(Records &, qint64 now)> &work);

Result<User> addUser(const QString &dataFolder, const NewUser &user, const std::shared_ptr<const Clock> &clock);
/// What somebody may do from now on; `user.unknown` when nobody has this name.
Result<User> setRole(const QString &dataFolder, const QString &name, Role role,
                     const std::shared_ptr<const Clock> &clock);
Result<QVector<User>> listUsers(const QString &dataFolder, const std::shared_ptr<const Clock> &clock);

} // namespace frontdesk::server
