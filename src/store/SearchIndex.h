// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Types.h"
#include "store/CacheMeta.h"
#include "store/FullTextTable.h"

namespace frontdesk::store {

/// Keeps the search index in step with the messages, in their transactions. A message is one document under the seq of
/// its journal row, so that the index itself has the newest at its end. A few messages are indexed at once; of many (a
/// catch-up, a snapshot, a cache of an older version) it notes that they wait, and build() does them in steps, newest
/// first. The caller holds the transaction.
class SearchIndex {
public:
    explicit SearchIndex(Database &database);

    /// At the start of the program: begins anew when words are made differently now.
    void adoptRules(CacheMeta &meta);

    void begin();                                    ///< of a transaction
    void postpone();                                 ///< in this transaction all messages are to wait
    void add(qint64 key, const Message &message);    ///< `key`: of its row in messages
    void remove(qint64 key, const Message &message); ///< as it was added
    void settle();                                   ///< before the transaction is committed
    void clear();                                    ///< messages became other ones: all of them wait

    /// Indexes up to `limit` of the messages that wait. Only the next one, with nothing to do, says that none waits:
    /// what this one has done may still be undone.
    void build(int limit);
    [[nodiscard]] bool isWaiting() const { return m_waiting; }

private:
    void write(qint64 key, const Message &message);

    FullTextTable m_words;
    Statement m_document, m_addDocument, m_removeDocument, m_clearDocuments;
    Statement m_stretchDay, m_clearDays;
    Statement m_wait, m_nextWaiting, m_shorten, m_done, m_clearWaiting, m_all, m_messages;
    int m_added = 0;                                     ///< in this transaction
    std::optional<std::pair<qint64, qint64>> m_deferred; ///< keys, both included, of this transaction
    bool m_waiting = false;
};

} // namespace frontdesk::store
