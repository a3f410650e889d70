// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Event.h"
#include "store/SearchIndex.h"

#include <functional>

namespace frontdesk::store {

class CacheMessages {
public:
    /// `index` keeps in step; null for messages that nobody searches.
    CacheMessages(Database &database, const QString &prefix, SearchIndex *index);

    void begin(const UserId &me); ///< of a transaction
    /// Whose messages are the own ones is not what it was when they were written.
    void setOwner(const UserId &me);

    void put(const Message &message); ///< the same again, or an earlier text of it, changes nothing
    /// The newest counts. One of a message that is not here waits for it: the message may come late.
    void edit(const MessageEdited &edit, qint64 seq);
    void removeOf(const ConversationId &conversation);
    /// Removes the first messages of a conversation as long as they may go, at most `limit`. Returns how many went.
    int removeFirst(const ConversationId &conversation, int limit, const std::function<bool(const Message &)> &mayGo);

    /// Up to `limit` messages before a number, ascending; ends at a gap.
    [[nodiscard]] QVector<Message> before(const ConversationId &conversation, qint64 number, int limit);
    /// Up to `limit` messages before a seq, newest first.
    [[nodiscard]] QVector<Message> beforeSeq(const ConversationId &conversation, qint64 seq, int limit);
    [[nodiscard]] bool has(const ConversationId &conversation, qint64 number);
    [[nodiscard]] bool has(const MessageId &id);
    [[nodiscard]] std::optional<Message> find(const MessageId &id);
    /// Conversations with own messages whose seq is in (after, upTo].
    [[nodiscard]] QVector<ConversationId> ownBetween(qint64 after, qint64 upTo);

private:
    [[nodiscard]] Message withEarlyEdit(Message message);

    SearchIndex *m_index;
    UserId m_me;
    std::optional<bool> m_earlyEdits; ///< whether there may be some; asked once in a transaction
    Statement m_add, m_replace, m_inPlaceOf, m_of, m_removeOf, m_first, m_removeUpTo, m_before, m_beforeSeq, m_has,
        m_hasId, m_find, m_ownBetween, m_markOwn;
    Statement m_keepEdit, m_anyEarlyEdit, m_earlyEdit, m_dropEdit, m_dropEditsOf;
};

} // namespace frontdesk::store
