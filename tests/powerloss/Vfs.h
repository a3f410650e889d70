// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace frontdesk::powerloss {

/// Puts a VFS in front of SQLite's own and makes it the default, once for the process: before the first database is
/// opened. It does everything through SQLite's own, and tells the current Power of what is changed.
void installVfs();

} // namespace frontdesk::powerloss
