// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QUrl>
#include <QtNetwork/QNetworkProxy>

#include <optional>

namespace engineio {

/// The proxy for `url` (http, https, ws or wss): `wanted`, or what the system says; DefaultProxy is never the answer.
/// May take long where the system first looks for a proxy configuration in the network.
[[nodiscard]] QNetworkProxy chooseProxy(const std::optional<QNetworkProxy> &wanted, const QUrl &url);

/// The same proxy for a connection that it must let through untouched, as WebSocket needs it.
[[nodiscard]] QNetworkProxy tunnelling(const QNetworkProxy &proxy);

} // namespace engineio
