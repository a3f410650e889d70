// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"

#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslConfiguration>

namespace frontdesk::dialect {

/// The certificates (PEM) of a file; none for an empty name. Error `tls.authorityFile`.
Result<QList<QSslCertificate>> readAuthorities(const QString &file);

/// The system's authorities and these. Host names are always verified.
[[nodiscard]] QSslConfiguration trusting(const QList<QSslCertificate> &authorities);

} // namespace frontdesk::dialect
