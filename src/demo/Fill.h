// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/DemoTeam.h"
#include "domain/Error.h"

namespace frontdesk::demo {

/// Writes the team into a server's data folder, through the server's own journal, while no server runs on it; all of it
/// in one transaction, and nothing when the folder has people already. Takes about a second: not in the GUI thread.
/// Errors: `server.locked`, `server.storage`.
Result<Done> fillOnce(const QString &serverFolder, const TeamPlan &plan);

} // namespace frontdesk::demo
