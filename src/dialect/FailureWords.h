// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"
#include "engineio/Failure.h"

#include <QtCore/QUrl>
#include <QtNetwork/QSslError>

namespace frontdesk::dialect {

/// A failed connection to `server` in words that a person can act on. Codes: `tls.expired`, `tls.notYetValid`,
/// `tls.wrongHost`, `tls.selfSigned`, `tls.untrusted`, `tls.failed`, `proxy.authentication`, `proxy.failed`,
/// `auth.invalid` (401, 403, close codes 4001 and 4003), `connection.unreachable`, `connection.timedOut`,
/// `connection.unexpected` (what answers speaks something else) and `connection.lost`.
/// The detail has `reason` (English, for logs), `httpStatus` and `closeCode` where there are any, and `certificate`:
/// `subject`, `issuer`, `hosts`, `validFrom`, `validTo` (milliseconds since 1970), `sha256`, `problems` (English).
[[nodiscard]] Error errorOf(const engineio::Failure &failure, const QUrl &server);
/// The same for the errors of a TLS handshake with it.
[[nodiscard]] Error errorOf(const QList<QSslError> &errors, const QUrl &server);

} // namespace frontdesk::dialect
