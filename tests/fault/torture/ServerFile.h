// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Record.h"
#include "domain/Error.h"

namespace frontdesk::torture {

/// What the database of a server in that folder says; while it runs.
Result<ServerState> readServer(const QString &folder);

/// Copies it by SQLite's own means, while it runs; the seq of the copy's last row.
Result<qint64> copyServer(const QString &folder, const QString &copy);

/// Puts a copy in its place; while it does not run.
QString restoreServer(const QString &folder, const QString &copy);

} // namespace frontdesk::torture
