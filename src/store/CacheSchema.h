// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Migrations.h"

namespace frontdesk::store {

/// The migrations of cache.sqlite.
std::span<const Migration> cacheMigrations();

} // namespace frontdesk::store
