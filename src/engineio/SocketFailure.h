// SPDX-License-Identifier: MIT
#pragma once

#include "engineio/Failure.h"

#include <QtNetwork/QAbstractSocket>
#include <QtNetwork/QNetworkReply>

namespace engineio {

/// Why no connection could be made; `words` are Qt's own.
[[nodiscard]] Failure socketFailure(QAbstractSocket::SocketError error, const QString &words);

[[nodiscard]] Failure replyFailure(QNetworkReply::NetworkError error, const QString &words);

} // namespace engineio
