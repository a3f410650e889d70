// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "server/access/Tokens.h"
#include "server/storage/Sessions.h"

namespace frontdesk::server {

/// How long what a log-in gives is good for.
struct SignInLifetimes {
    milliseconds token = std::chrono::hours(1);              ///< opens connections
    milliseconds refreshToken = std::chrono::hours(24 * 90); ///< since the session was last renewed
};

/// The log-ins that are good now, so that a token is checked without the database. I/O thread.
class SignIns {
public:
    SignIns(Tokens tokens, SignInLifetimes lifetimes, const QVector<SessionRecord> &sessions);

    /// What a client gets when it logs in or renews. A new session is not good before `add`.
    struct Issued {
        SessionRecord session;
        QString token;
        qint64 expiresAt = 0; ///< of the token; milliseconds since 1970
        QString refreshToken;
        QByteArray refreshHash; ///< what is kept of it
    };
    [[nodiscard]] Issued issue(const UserId &user, qint64 now) const;

    /// A refresh token that this server made, and what its session gets next. `auth.invalid`, `auth.revoked`.
    struct Renewal {
        QByteArray presentedHash;
        Issued next;
    };
    [[nodiscard]] Result<Renewal> renewal(const QString &refreshToken, qint64 now) const;

    void add(const SessionRecord &session) { m_sessions.insert(session.id, session); } ///< or lengthen it
    void remove(const QByteArray &id) { m_sessions.remove(id); }

    /// Whom a token signs in, and until when.
    struct SignedIn {
        QByteArray session; ///< as in SessionRecord
        UserId user;
        qint64 expiresAt = 0;
    };
    /// `auth.invalid`, `auth.expired` or `auth.revoked` unless the token is good.
    [[nodiscard]] Result<SignedIn> check(const QString &token, qint64 now) const;

private:
    [[nodiscard]] Issued issue(const QByteArray &sessionId, const UserId &user, qint64 now) const;

    Tokens m_tokens;
    SignInLifetimes m_lifetimes;
    QHash<QByteArray, SessionRecord> m_sessions;
};

/// The sign-in was ended: by logging out, or because somebody else had its refresh token.
Error revoked();

} // namespace frontdesk::server
