// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/Failure.h"

#include <QtNetwork/QSslError>

namespace engineio {

/// What the errors of a TLS handshake with `host` say, in words.
[[nodiscard]] Failure tlsFailure(const QList<QSslError> &errors, const QString &host);

} // namespace engineio
