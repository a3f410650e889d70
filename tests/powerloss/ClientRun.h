// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Outcome.h"

namespace frontdesk::powerloss {

/// A client's store is written to until the power goes, and opened again: the outbox is what it was after some change
/// at or behind the last acknowledged one; the cache is what it was at its cursor.
Outcome runClient(const QString &folder, std::uint64_t seed, const ForcedPragmas &forced);

} // namespace frontdesk::powerloss
