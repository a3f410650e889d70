// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QUrl>

namespace frontdesk::server::testing {

/// Where a bare WebSocket speaks Socket.IO with a server.
inline QUrl webSocketUrl(QUrl server)
{
    server.setScheme(QStringLiteral("ws"));
    server.setPath(QStringLiteral("/socket.io/"));
    server.setQuery(QStringLiteral("EIO=4&transport=websocket"));
    return server;
}

} // namespace frontdesk::server::testing
