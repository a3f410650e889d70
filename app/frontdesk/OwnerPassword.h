// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"

namespace frontdesk {

/// The password with which this program logs in to the server it carries: random, made once, kept in a file of the
/// folder (0600). It lies beside the server's own database and key, so a keychain would protect nothing more.
Result<QString> ownerPassword(const QString &folder);

} // namespace frontdesk
