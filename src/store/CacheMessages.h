// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Types.h"
#include "store/Database.h"

namespace frontdesk::store {

class CacheMessages {
public:
    CacheMessages(Database &database, const QString &prefix);

    void put(const Message &message); ///< the same again changes nothing
    void removeOf(const ConversationId &conversation);

    /// Up to `limit` messages before a number, ascending; ends at a gap.
    [[nodiscard]] QVector<Message> before(const ConversationId &conversation, qint64 number, int limit);
    [[nodiscard]] bool has(const ConversationId &conversation, qint64 number);
    [[nodiscard]] bool has(const MessageId &id);
    /// Conversations with messages of this author whose seq is in (after, upTo].
    [[nodiscard]] QVector<ConversationId> writtenBetween(const UserId &author, qint64 after, qint64 upTo);

private:
    Statement m_put, m_removeOf, m_before, m_has, m_hasId, m_between;
};

} // namespace frontdesk::store
