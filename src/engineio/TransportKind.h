// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

namespace engineio {

enum class TransportKind { WebSocket, Polling };

/// As the `transport` parameter of Engine.IO names it.
[[nodiscard]] inline QString nameOf(TransportKind kind)
{
    return kind == TransportKind::WebSocket ? QStringLiteral("websocket") : QStringLiteral("polling");
}

} // namespace engineio
