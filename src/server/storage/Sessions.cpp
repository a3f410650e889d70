// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/Sessions.h"

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

void Sessions::add(const SessionRecord &session, const QString &device, const QByteArray &refreshHash, qint64 now)
{
    m_database.run(u"INSERT INTO sessions (id, user_id, device, created_at, expires_at) VALUES (?, ?, ?, ?, ?)"_s,
                   {session.id, session.user.text(), device, now, session.expiresAt});
    offer(session.id, refreshHash, now);
}

std::optional<UserId> Sessions::remove(const QByteArray &id)
{
    Rows rows = m_database.run(u"DELETE FROM sessions WHERE id = ? RETURNING user_id"_s, {id});
    return rows.next() ? std::optional(UserId(rows.text(0))) : std::nullopt;
}

QVector<SessionRecord> Sessions::all(qint64 now)
{
    m_database.run(u"DELETE FROM sessions WHERE expires_at <= ?"_s, {now});
    Rows rows = m_database.run(u"SELECT id, user_id, expires_at FROM sessions"_s);
    QVector<SessionRecord> sessions;
    while (rows.next())
        sessions.append({rows.bytes(0), UserId(rows.text(1)), rows.integer(2)});
    return sessions;
}

Sessions::Rotation Sessions::rotate(const QByteArray &id, const QByteArray &presentedHash,
                                    const QByteArray &successorHash, qint64 now, qint64 expiresAt)
{
    if (m_database.number(u"SELECT count(*) FROM sessions WHERE id = ?"_s, {id}) == 0)
        return Rotation::Unknown;
    constexpr qint64 replaced = -1;
    const qint64 used = m_database.number(u"SELECT used FROM refresh_tokens WHERE hash = ? AND session_id = ?"_s,
                                          {presentedHash, id}, replaced);
    if (used == replaced) {
        remove(id);
        return Rotation::Stolen;
    }
    if (!used) {
        // Its first use: whoever has it has no need of those before it and beside it.
        m_database.run(u"DELETE FROM refresh_tokens WHERE session_id = ? AND hash <> ?"_s, {id, presentedHash});
        m_database.run(u"UPDATE refresh_tokens SET used = 1 WHERE hash = ?"_s, {presentedHash});
    }
    offer(id, successorHash, now);
    m_database.run(u"UPDATE sessions SET expires_at = ? WHERE id = ?"_s, {expiresAt, id});
    return Rotation::Done;
}

void Sessions::offer(const QByteArray &id, const QByteArray &hash, qint64 now)
{
    m_database.run(u"INSERT INTO refresh_tokens (hash, session_id, used, at) VALUES (?, ?, 0, ?)"_s, {hash, id, now});
    m_database.run(u"DELETE FROM refresh_tokens WHERE session_id = ? AND used = 0 AND hash NOT IN (SELECT hash FROM "
                   "refresh_tokens WHERE session_id = ? AND used = 0 ORDER BY at DESC LIMIT ?)"_s,
                   {id, id, mostOffered});
}

} // namespace frontdesk::server
