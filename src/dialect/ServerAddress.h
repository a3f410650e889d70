// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"

#include <QtCore/QUrl>

namespace frontdesk::dialect {

/// What a person wrote as a server's address, as http or https with host and port only. Without a scheme https is
/// meant, and http for this computer.
Result<QUrl> parseServerAddress(const QString &text);

/// Why a client must not talk to this address: passwords and messages go unencrypted to this computer only. Nothing: it
/// may.
std::optional<Error> refusalOf(const QUrl &address);

[[nodiscard]] bool isLoopback(const QString &host); ///< this computer itself

} // namespace frontdesk::dialect
