// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/SignIns.h"

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

Error revoked()
{
    return {u"auth.revoked"_s, u"This sign-in was ended. Sign in again."_s};
}

SignIns::SignIns(Tokens tokens, SignInLifetimes lifetimes, const QVector<SessionRecord> &sessions)
    : m_tokens(std::move(tokens))
    , m_lifetimes(lifetimes)
{
    for (const SessionRecord &session : sessions)
        add(session);
}

SignIns::Issued SignIns::issue(const UserId &user, qint64 now) const
{
    return issue(createSessionId(), user, now);
}

SignIns::Issued SignIns::issue(const QByteArray &sessionId, const UserId &user, qint64 now) const
{
    // A JWT counts in seconds: what is said of it is what it says itself.
    const qint64 expiresAt = (now + m_lifetimes.token.count()) / 1000 * 1000;
    const QString refreshToken = m_tokens.createRefreshToken(sessionId);
    return {.session = {hashOfSecret(sessionId), user, now + m_lifetimes.refreshToken.count()},
            .token = m_tokens.sign({user, sessionId, now, expiresAt}),
            .expiresAt = expiresAt,
            .refreshToken = refreshToken,
            .refreshHash = hashOfSecret(refreshToken.toLatin1())};
}

Result<SignIns::Renewal> SignIns::renewal(const QString &refreshToken, qint64 now) const
{
    const auto sessionId = m_tokens.sessionOfRefreshToken(refreshToken);
    if (!sessionId)
        return sessionId.error();
    const auto found = m_sessions.constFind(hashOfSecret(sessionId.value()));
    if (found == m_sessions.constEnd())
        return revoked();
    if (found->expiresAt <= now)
        return Error{u"auth.expired"_s, u"The sign-in has expired. Sign in again."_s};
    return Renewal{hashOfSecret(refreshToken.toLatin1()), issue(sessionId.value(), found->user, now)};
}

Result<SignIns::SignedIn> SignIns::check(const QString &token, qint64 now) const
{
    const auto claims = m_tokens.check(token);
    if (!claims)
        return claims.error();
    if (claims.value().expiresAt <= now)
        return Error{u"auth.expired"_s, u"The sign-in has expired. Sign in again."_s};
    const auto found = m_sessions.constFind(hashOfSecret(claims.value().session));
    if (found == m_sessions.constEnd() || found->user != claims.value().user)
        return revoked();
    return SignedIn{found->id, found->user, claims.value().expiresAt};
}

} // namespace frontdesk::server
