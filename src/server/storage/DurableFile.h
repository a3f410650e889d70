// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace frontdesk::server {

/// Waits until the bytes of a file, or what a folder names, are on the disk: they survive a loss of power from then on.
/// False: they may not.
bool syncFile(const QString &path);
bool syncFolder(const QString &path); ///< where the system knows such a thing

} // namespace frontdesk::server
