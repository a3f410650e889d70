// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/CacheMeta.h"
#include "store/CacheTables.h"
#include "store/News.h"

namespace frontdesk::store {

/// What of the cache a person has not been told yet. The place up to which they were is kept beside the cursor, so it
/// is there after a restart, a snapshot and clearing. Of a journal that they were never told of, nothing is news.
class CacheNews {
public:
    CacheNews(Database &database, CacheMeta &meta, CacheTables &tables);

    /// What there is to tell, each once. `shown`: conversations whose read positions are wanted.
    [[nodiscard]] News take(const UserId &me, const QVector<ConversationId> &shown);

private:
    void addMessages(const UserId &me, qint64 told, News &news);
    void addMentions(const UserId &me, qint64 told, qint64 upTo, News &news);
    [[nodiscard]] QString nameOf(const QString &record);

    CacheMeta &m_meta;
    CacheTables &m_tables;
    Statement m_unread, m_newest;
};

} // namespace frontdesk::store
