// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/SignIns.h"

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

SignIns::SignIns(Tokens tokens, const QVector<SessionRecord> &sessions)
    : m_tokens(std::move(tokens))
{
    for (const SessionRecord &session : sessions)
        add(session);
}

SignIns::Issued SignIns::issue(const UserId &user, qint64 now) const
{
    const Claims claims{user, createSessionId(), now, now + Tokens::lifetime};
    return {{sessionHash(claims.session), user, claims.expiresAt}, m_tokens.sign(claims)};
}

Result<SessionRecord> SignIns::check(const QString &token, qint64 now) const
{
    const auto claims = m_tokens.check(token);
    if (!claims)
        return claims.error();
    if (claims.value().expiresAt <= now)
        return Error{u"auth.expired"_s, u"The sign-in has expired. Sign in again."_s};
    const auto found = m_sessions.constFind(sessionHash(claims.value().session));
    if (found == m_sessions.constEnd() || found->user != claims.value().user)
        return Error{u"auth.revoked"_s, u"This sign-in was ended. Sign in again."_s};
    return *found;
}

} // namespace frontdesk::server
