// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/Journal.h"

#include <QtCore/QHash>

namespace frontdesk::server {

/// How far each member has read. Positions only grow. Storage thread.
class ReadPositions {
public:
    ReadPositions(Database &database, Journal &journal)
        : m_database(database)
        , m_journal(journal)
    {
    }

    /// The position afterwards: the larger of the two.
    qint64 move(const Actor &actor, const ConversationId &conversation, qint64 number);
    QHash<UserId, qint64> of(const ConversationId &conversation);

private:
    Database &m_database;
    Journal &m_journal;
};

} // namespace frontdesk::server
