// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QUrl>

namespace engineio {

[[nodiscard]] bool isSecure(const QUrl &url); ///< https or wss

/// What browsers send as Origin: scheme, host and port of the page, here of the server itself.
[[nodiscard]] QByteArray originOf(const QUrl &url);

/// `endpoint` with Engine.IO's query. `sid`: of the session that is carried on; empty for a new one.
[[nodiscard]] QUrl endpointFor(const QUrl &endpoint, const QString &transport, const QString &sid);

} // namespace engineio
