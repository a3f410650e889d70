// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/Journal.h"

namespace frontdesk::server {

/// Remembers every accepted command for 30 days, in the transaction of its change, so that sending it again changes
/// nothing (docs/protocol.md, 4). Storage thread.
class CommandLog {
public:
    static constexpr qint64 memory = qint64(30) * 24 * 60 * 60 * 1000; // milliseconds

    explicit CommandLog(Database &database)
        : m_database(database)
    {
    }

    /// The answer given earlier; nothing when the command is new; `command.mismatch` when the id was used for other
    /// content; `command.expired` when the command is so old that it may have been forgotten.
    Result<std::optional<QJsonObject>> answerOf(const Actor &actor, const CommandId &id, const QByteArray &hash);
    void remember(const Actor &actor, const CommandId &id, const QByteArray &hash, const QJsonObject &answer);
    /// Those of the ids that are remembered.
    QVector<CommandId> known(const UserId &user, const QVector<CommandId> &ids);
    /// Forgets what is older than 30 days; looks at most once a day.
    void forgetOld(qint64 now);

private:
    Database &m_database;
    qint64 m_nextSweep = 0;
};

/// SHA-256 of a command's name and its fields without the id, in canonical form (keys sorted, no white space).
QByteArray contentHash(const QString &event, QJsonObject fields);

} // namespace frontdesk::server
