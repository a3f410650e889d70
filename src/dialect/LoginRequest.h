// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"
#include "domain/Types.h"

#include <QtCore/QFuture>
#include <QtCore/QUrl>

class QNetworkAccessManager;

namespace frontdesk::dialect {

struct Login {
    QString token;
    qint64 expiresAt = 0; ///< milliseconds since 1970
    User user;
};

/// Exchanges a name and a password for a token (docs/protocol.md, 1). The future finishes in the thread of `network`;
/// its error is the server's (`auth.invalid`, `rate.limited`), `address.…` (refused before anything is sent),
/// `server.unreachable` or `server.unexpected` (what answers is not a Frontdesk server).
QFuture<Result<Login>> logIn(QNetworkAccessManager &network, const QUrl &server, const QString &name,
                             const QString &password, const QString &device);

/// Revokes the token; its live sockets are ended. Errors as above.
QFuture<Result<Done>> logOut(QNetworkAccessManager &network, const QUrl &server, const QString &token);

} // namespace frontdesk::dialect
