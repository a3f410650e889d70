// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialect/NetworkSettings.h"

#include <QtNetwork/QNetworkProxy>

namespace frontdesk::dialect {

/// The proxy to reach `server` (http or https) by. May take long where the system first looks for its proxy.
[[nodiscard]] QNetworkProxy proxyFor(const NetworkSettings &settings, const QUrl &server);

} // namespace frontdesk::dialect
