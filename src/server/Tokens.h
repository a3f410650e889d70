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

/// Signs and checks the JWTs (HS256) that log-ins get, with a key that never leaves the data folder. Any thread.
class Tokens {
public:
    static constexpr qint64 lifetime = qint64(30) * 24 * 60 * 60 * 1000; // milliseconds

    /// Reads the key from a file (0600), or makes both.
    static Result<Tokens> open(const QString &keyFile);
    explicit Tokens(QByteArray key)
        : m_key(std::move(key))
    {
    }

    [[nodiscard]] QString sign(const Claims &claims) const;
    /// `auth.invalid` unless this key signed it. Whether it has expired or was revoked is the caller's question.
    [[nodiscard]] Result<Claims> check(const QString &token) const;

private:
    QByteArray m_key;
};

/// A new secret session id.
QByteArray createSessionId();
/// What is kept of a session id: its SHA-256.
QByteArray sessionHash(const QByteArray &sessionId);

} // namespace frontdesk::server
