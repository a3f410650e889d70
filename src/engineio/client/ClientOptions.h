// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/TransportKind.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QUrl>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QSslConfiguration>

#include <chrono>
#include <optional>

namespace engineio {

struct ClientOptions {
    QUrl url; ///< http, https, ws or wss; host and port
    QString path = QStringLiteral("/engine.io/");
    /// In the order in which they are tried; the next one only when the one before it seems to be blocked.
    QList<TransportKind> transports{TransportKind::WebSocket, TransportKind::Polling};
    bool upgrade = true;                                ///< from polling to WebSocket, when both are in `transports`
    std::chrono::milliseconds handshakeTimeout{20'000}; ///< from open to the handshake, by whatever transport
    std::chrono::milliseconds webSocketPatience{5'000}; ///< after which a silent WebSocket is taken for blocked
    std::chrono::milliseconds upgradeTimeout{10'000};   ///< from the probe to its answer
    /// Before the first probe where WebSocket was blocked, and after one that failed; doubles up to thirty-two times.
    std::chrono::milliseconds upgradeRetry{60'000};
    std::optional<QNetworkProxy> proxy = {}; ///< nothing: what the system says for `url`
    /// Certificates are verified against its authorities and the host's name; there is no way around that.
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    QByteArray origin = {}; ///< empty: scheme, host and port of `url`, as browsers send it
};

} // namespace engineio
