// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Tokens.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>

#include <cstdlib>
#include <jwt.h>
#include <memory>
#include <new>
#include <sodium.h>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int keyBytes = 32;
constexpr int longestToken = 2000; // bytes; ours have about 300

struct JwtFree {
    void operator()(jwt_t *token) const { jwt_free(token); }
};
using Jwt = std::unique_ptr<jwt_t, JwtFree>;

QByteArray randomBytes(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    randombytes_buf(bytes.data(), size_t(count));
    return bytes;
}

Error invalid()
{
    return {u"auth.invalid"_s, u"The token is not one of this server. Sign in again."_s};
}

} // namespace

Result<Tokens> Tokens::open(const QString &keyFile)
{
    const auto failure = [&](const QString &words) {
        return Error{u"server.storage"_s, u"The key in %1 %2."_s.arg(keyFile, words)};
    };
    QFile existing(keyFile);
    if (existing.exists()) {
        if (!existing.open(QFile::ReadOnly))
            return failure(u"cannot be read: "_s + existing.errorString());
        const QByteArray key = existing.readAll();
        if (key.size() != keyBytes)
            return failure(u"is damaged; remove the file and everybody signs in again"_s);
        return Tokens(key);
    }
    const QByteArray key = randomBytes(keyBytes);
    QSaveFile created(keyFile);
    if (!created.open(QFile::WriteOnly) || !created.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        created.write(key) != key.size() || !created.commit())
        return failure(u"cannot be written: "_s + created.errorString());
    return Tokens(key);
}

QString Tokens::sign(const Claims &claims) const
{
    jwt_t *created = nullptr;
    if (jwt_new(&created) != 0)
        throw std::bad_alloc();
    const Jwt token(created);
    const bool written =
        jwt_add_grant(token.get(), "sub", claims.user.text().toUtf8().constData()) == 0 &&
        jwt_add_grant(token.get(), "sid", claims.session.constData()) == 0 &&
        jwt_add_grant_int(token.get(), "iat", long(claims.issuedAt / 1000)) == 0 &&
        jwt_add_grant_int(token.get(), "exp", long(claims.expiresAt / 1000)) == 0 &&
        jwt_set_alg(token.get(), JWT_ALG_HS256, reinterpret_cast<const unsigned char *>(m_key.constData()),
                    int(m_key.size())) == 0;
    const std::unique_ptr<char, decltype(&std::free)> text(written ? jwt_encode_str(token.get()) : nullptr, &std::free);
    if (!text)
        throw std::bad_alloc(); // the only way for it to fail with these arguments
    return QString::fromLatin1(text.get());
}

Result<Claims> Tokens::check(const QString &token) const
{
    if (token.size() > longestToken)
        return invalid();
    jwt_t *decoded = nullptr;
    // Compares the signature in constant time; the time claims are checked by the caller's clock.
    if (jwt_decode(&decoded, token.toUtf8().constData(), reinterpret_cast<const unsigned char *>(m_key.constData()),
                   int(m_key.size())) != 0)
        return invalid();
    const Jwt jwt(decoded);
    if (jwt_get_alg(jwt.get()) != JWT_ALG_HS256) // also keeps out "none"
        return invalid();
    const Claims claims{.user = UserId(QString::fromUtf8(jwt_get_grant(jwt.get(), "sub"))),
                        .session = jwt_get_grant(jwt.get(), "sid"),
                        .issuedAt = qint64(jwt_get_grant_int(jwt.get(), "iat")) * 1000,
                        .expiresAt = qint64(jwt_get_grant_int(jwt.get(), "exp")) * 1000};
    if (claims.user.isEmpty() || claims.session.isEmpty() || claims.expiresAt <= 0)
        return invalid();
    return claims;
}

QByteArray createSessionId()
{
    return randomBytes(16).toHex();
}

QByteArray sessionHash(const QByteArray &sessionId)
{
    return QCryptographicHash::hash(sessionId, QCryptographicHash::Sha256);
}

} // namespace frontdesk::server
