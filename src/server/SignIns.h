// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/Accounts.h"
#include "server/Tokens.h"

namespace frontdesk::server {

/// The log-ins that are good now, so that a token is checked without the database. I/O thread.
class SignIns {
public:
    SignIns(Tokens tokens, const QVector<SessionRecord> &sessions);

    /// A new log-in and its token. It is not good before `add`.
    struct Issued {
        SessionRecord session;
        QString token;
    };
    [[nodiscard]] Issued issue(const UserId &user, qint64 now) const;
    void add(const SessionRecord &session) { m_sessions.insert(session.id, session); }
    void remove(const QByteArray &id) { m_sessions.remove(id); }
    /// `auth.invalid`, `auth.expired` or `auth.revoked` unless the token is good.
    [[nodiscard]] Result<SessionRecord> check(const QString &token, qint64 now) const;

private:
    Tokens m_tokens;
    QHash<QByteArray, SessionRecord> m_sessions; ///< by the SHA-256 of the session id: what is compared is no secret
};

} // namespace frontdesk::server
