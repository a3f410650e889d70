// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/Journal.h"

namespace frontdesk::server {

/// What one person's devices share: settings and drafts. The latest counts. Storage thread.
class OwnValues {
public:
    static constexpr int mostKeys = 5'000; ///< of one person

    OwnValues(Database &database, Journal &journal)
        : m_database(database)
        , m_journal(journal)
    {
    }

    /// A value that is null removes.
    Result<Done> set(const Actor &actor, const QString &key, const QJsonValue &value);
    /// Those with a key above `after`, by key.
    QVector<OwnValue> of(const UserId &user, const QString &after, int limit);

private:
    std::optional<QJsonValue> find(const UserId &user, const QString &key);

    Database &m_database;
    Journal &m_journal;
};

} // namespace frontdesk::server
