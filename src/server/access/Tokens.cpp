// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/Tokens.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>

#include <cstdlib>
#include <jwt.h>
#include <memory>
#include <new>
#include <sodium.h>
#include <string_view>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int keyBytes = 32;
constexpr int longestToken = 2000; // bytes; ours have about 300

// A refresh token: session id, random bytes, and a code over both that only this server can make.
constexpr int sessionBytes = 16;
constexpr int secretBytes = 24;
constexpr int signedBytes = sessionBytes + secretBytes;
constexpr QByteArray::Base64Options tokenAlphabet =
    QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors;

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

const unsigned char *unsignedBytes(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *unsignedBytes(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

Error invalid()
{
    return {u"auth.invalid"_s, u"The token is not one of this server. Sign in again."_s};
}

} // namespace

Tokens::Tokens(QByteArray key)
    : m_key(std::move(key))
    , m_refreshKey(int(crypto_auth_KEYBYTES), Qt::Uninitialized)
{
    constexpr std::string_view purpose = "frontdesk refresh token";
    crypto_generichash(unsignedBytes(m_refreshKey), size_t(m_refreshKey.size()),
                       reinterpret_cast<const unsigned char *>(purpose.data()), purpose.size(), unsignedBytes(m_key),
                       size_t(m_key.size()));
}

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
    const bool written = jwt_add_grant(token.get(), "sub", claims.user.text().toUtf8().constData()) == 0 &&
                         jwt_add_grant(token.get(), "sid", claims.session.constData()) == 0 &&
                         jwt_add_grant_int(token.get(), "iat", long(claims.issuedAt / 1000)) == 0 &&
                         jwt_add_grant_int(token.get(), "exp", long(claims.expiresAt / 1000)) == 0 &&
                         jwt_set_alg(token.get(), JWT_ALG_HS256, unsignedBytes(m_key), int(m_key.size())) == 0;
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
    if (jwt_decode(&decoded, token.toUtf8().constData(), unsignedBytes(m_key), int(m_key.size())) != 0)
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

QString Tokens::createRefreshToken(const QByteArray &sessionId) const
{
    QByteArray token = QByteArray::fromHex(sessionId) + randomBytes(secretBytes);
    QByteArray code(int(crypto_auth_BYTES), Qt::Uninitialized);
    crypto_auth(unsignedBytes(code), unsignedBytes(token), quint64(token.size()), unsignedBytes(m_refreshKey));
    return QString::fromLatin1((token + code).toBase64(tokenAlphabet));
}

Result<QByteArray> Tokens::sessionOfRefreshToken(const QString &token) const
{
    if (token.size() > longestToken)
        return invalid();
    const QByteArray bytes = QByteArray::fromBase64(token.toLatin1(), tokenAlphabet);
    if (bytes.size() != signedBytes + int(crypto_auth_BYTES) ||
        crypto_auth_verify(unsignedBytes(bytes) + signedBytes, unsignedBytes(bytes), signedBytes,
                           unsignedBytes(m_refreshKey)) != 0)
        return invalid();
    return bytes.first(sessionBytes).toHex();
}

QByteArray createSessionId()
{
    return randomBytes(sessionBytes).toHex();
}

QByteArray hashOfSecret(const QByteArray &secret)
{
    return QCryptographicHash::hash(secret, QCryptographicHash::Sha256);
}

} // namespace frontdesk::server
