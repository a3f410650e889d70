// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"
#include "domain/Id.h"

#include <QtCore/QByteArray>

namespace frontdesk::server {

/// What a token says.
struct Claims {
    UserId user;
    QByteArray session;  ///< the secret session id, 32 hexadecimal digits
    qint64 issuedAt = 0; ///< milliseconds since 1970
    qint64 expiresAt = 0;
};

/// Signs and checks what log-ins get, with a key that never leaves the data folder: the JWTs (HS256) that open
/// connections, and the refresh tokens that renew them. Any thread.
class Tokens {
public:
    /// Reads the key from a file (0600), or makes both.
    static Result<Tokens> open(const QString &keyFile);
    explicit Tokens(QByteArray key);

    [[nodiscard]] QString sign(const Claims &claims) const;
    /// `auth.invalid` unless this key signed it. Whether it has expired or was revoked is the caller's question.
    [[nodiscard]] Result<Claims> check(const QString &token) const;

    /// A new refresh token of a session: opaque, and never the same twice.
    [[nodiscard]] QString createRefreshToken(const QByteArray &sessionId) const;
    /// The session id in a refresh token; `auth.invalid` unless this key made it. Whether it is still good is the
    /// caller's question.
    [[nodiscard]] Result<QByteArray> sessionOfRefreshToken(const QString &token) const;

private:
    QByteArray m_key;
    QByteArray m_refreshKey; ///< derived from the other, so that neither kind can pass for the other
};

/// A new secret session id.
QByteArray createSessionId();
/// What is kept of a secret: its SHA-256. Looking it up tells nobody how close a guess was.
QByteArray hashOfSecret(const QByteArray &secret);

} // namespace frontdesk::server
