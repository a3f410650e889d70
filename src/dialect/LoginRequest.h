// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialect/Credentials.h"
#include "dialect/NetworkSettings.h"
#include "domain/Error.h"
#include "domain/Types.h"

#include <QtCore/QFuture>
#include <QtCore/QUrl>

#include <functional>
#include <memory>

class QNetworkAccessManager;

namespace frontdesk::dialect {

/// What the server gives somebody who signs in, or renews that.
struct Login : Credentials {
    User user;
};

/// Exchanges a name and a password for credentials (docs/protocol.md, 1). The future finishes in the thread of
/// `network`; its error is the server's (`auth.invalid`, `rate.limited`), `address.…` (refused before anything is
/// sent), `server.unreachable` or `server.unexpected` (what answers is not a Frontdesk server).
QFuture<Result<Login>> logIn(QNetworkAccessManager &network, const QUrl &server, const QString &name,
                             const QString &password, const QString &device);

/// Exchanges a refresh token for new credentials. Errors as above, and `auth.expired`, `auth.revoked`.
QFuture<Result<Login>> refresh(QNetworkAccessManager &network, const QUrl &server, const QString &refreshToken);

/// The same for those who know neither the server nor how to reach it (`network`; empty: as the system says). The
/// future finishes in the calling thread, which is always the same, and in which the function's last copy is given up.
using RefreshFunction = std::function<QFuture<Result<Login>>(const QString &refreshToken)>;
RefreshFunction refreshingAt(const QUrl &server, std::shared_ptr<const SharedNetworkSettings> network);

/// Revokes the sign-in; its live sockets are ended. Errors as above.
QFuture<Result<Done>> logOut(QNetworkAccessManager &network, const QUrl &server, const Credentials &credentials);

} // namespace frontdesk::dialect
