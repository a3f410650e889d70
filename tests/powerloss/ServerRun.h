// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Outcome.h"

namespace frontdesk::powerloss {

/// Commands are given to a server's storage until the power goes, and it is opened again: every command that was
/// answered is remembered with its answer, everything that was pushed is in the journal under its mark, the journal has
/// no hole, and a command of unknown fate can be given again and happens once.
Outcome runServer(const QString &folder, std::uint64_t seed, const ForcedPragmas &forced);

} // namespace frontdesk::powerloss
