// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/Failure.h"

#include <QtNetwork/QAbstractSocket>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QNetworkReply>

namespace engineio {

/// Why no connection could be made; `words` are Qt's own.
[[nodiscard]] Failure socketFailure(QAbstractSocket::SocketError error, const QString &words);

/// Why a request that went by way of `proxy` has failed without an answer.
[[nodiscard]] Failure replyFailure(const QNetworkReply &reply, const QNetworkProxy &proxy);

/// Whether `proxy` reads the requests to `url` and sends its own; else it only lets bytes through.
[[nodiscard]] bool isForwarded(const QUrl &url, const QNetworkProxy &proxy);

} // namespace engineio
