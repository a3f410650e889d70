// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/CacheTables.h"
#include "store/Store.h"

namespace frontdesk::store {

/// Lets what is old leave the cache and the search index. Of a conversation its beginning goes, up to the first message
/// that is young enough, so that no gap opens in the middle; never its newest message, which the list shows, nor an own
/// one behind the own read position, which is not unread. What goes has been applied: the numbers of the streams, the
/// holes and the cursor stay, so it is not missing, and history is read from the server where somebody scrolls to it.
/// The caller holds the transaction.
class Retention {
public:
    Retention(Database &database, CacheTables &tables);

    /// At most `limit` messages, entries of the activity feed or of records' histories from before that time
    /// (milliseconds since 1970). What changed is empty when there was nothing left to do.
    void prune(qint64 before, const UserId &me, int limit, Changes &changes);

private:
    CacheTables &m_tables;
    Statement m_nextOld;
};

} // namespace frontdesk::store
