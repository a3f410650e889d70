// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Types.h"
#include "server/storage/Database.h"

namespace frontdesk::server {

/// A log-in that has not been revoked. `id`: SHA-256 of the session id in its tokens.
struct SessionRecord {
    QByteArray id;
    UserId user;
    qint64 expiresAt = 0; ///< when nothing renews it any more
};

/// Log-ins and their refresh tokens, of which only the SHA-256 is kept. Storage thread.
class Sessions {
public:
    static constexpr int mostOffered = 4; ///< successors of one refresh token that wait for their first use

    explicit Sessions(Database &database)
        : m_database(database)
    {
    }

    void add(const SessionRecord &session, const QString &device, const QByteArray &refreshHash, qint64 now);
    std::optional<UserId> remove(const QByteArray &id); ///< whose it was
    /// Those that are still good; the others are forgotten.
    QVector<SessionRecord> all(qint64 now);

    enum class Rotation {
        Done,
        Unknown, ///< the session has been ended
        Stolen,  ///< the token had been replaced, and its successor used: somebody has a copy. The session has been
                 ///< ended
    };
    /// Takes a refresh token of a session and offers its successor. What was presented stays good until a successor has
    /// been used once: an answer that got lost is asked for again. The session then lasts until `expiresAt`.
    Rotation rotate(const QByteArray &id, const QByteArray &presentedHash, const QByteArray &successorHash, qint64 now,
                    qint64 expiresAt);

private:
    void offer(const QByteArray &id, const QByteArray &hash, qint64 now);

    Database &m_database;
};

} // namespace frontdesk::server
