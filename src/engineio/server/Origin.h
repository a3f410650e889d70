// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace engineio {

/// How a request's Origin header stands to the server: the rule is at ServerOptions::allowedOrigins.
enum class Origin { Absent, Own, Listed, Foreign };

/// `host`: the Host header. A default port may be written or left out on either side.
[[nodiscard]] Origin judgeOrigin(const QByteArray &origin, const QByteArray &host, const QList<QByteArray> &allowed);

} // namespace engineio
