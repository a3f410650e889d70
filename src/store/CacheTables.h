// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/CacheActivities.h"
#include "store/CacheConflicts.h"
#include "store/CacheConversations.h"
#include "store/CacheMessages.h"
#include "store/CacheOwnValues.h"
#include "store/CacheRecordHistory.h"
#include "store/CacheRecords.h"
#include "store/CacheStreams.h"
#include "store/CacheUsers.h"

namespace frontdesk::store {

/// Prefixes of the two sets of tables: what is shown, and a snapshot that is still being written.
namespace tables {
inline constexpr auto live = QLatin1String("");
inline constexpr auto snapshot = QLatin1String("snapshot_");
inline constexpr std::array replaced{
    QLatin1String("streams"),           QLatin1String("users"),       QLatin1String("conversations"),
    QLatin1String("members"),           QLatin1String("labels"),      QLatin1String("reads"),
    QLatin1String("messages"),          QLatin1String("early_edits"), QLatin1String("conflicts"),
    QLatin1String("own_values"),        QLatin1String("activities"),  QLatin1String("records"),
    QLatin1String("record_references"), QLatin1String("record_rows"), QLatin1String("record_history")};
} // namespace tables

/// One set of the tables that a snapshot replaces.
struct CacheTables {
    /// The indexes search messages and records; null for a set that is not shown.
    CacheTables(Database &database, const QString &prefix, SearchIndex *index, RecordIndex *recordIndex)
        : streams(database, prefix)
        , users(database, prefix)
        , conversations(database, prefix)
        , messages(database, prefix, index)
        , conflicts(database, prefix)
        , own(database, prefix)
        , activities(database, prefix)
        , records(database, prefix, recordIndex)
        , history(database, prefix)
    {
    }

    void begin(const UserId &me) ///< of a transaction
    {
        streams.begin();
        conversations.begin();
        messages.begin(me);
        records.begin();
    }
    void settle() ///< before it is committed
    {
        streams.settle();
        conversations.settle();
        records.settle();
    }

    /// A conversation as an entry or a snapshot brings it; `seq` is the entry's or the snapshot's.
    void enter(const ConversationState &state, qint64 seq)
    {
        conversations.enter(state, seq);
        for (const Message &message : state.messages)
            messages.put(message);
        conflicts.replaceOf(recordOf(state.conversation.id), state.conflicts);
        streams.set(streamOf(state.conversation.id), state.n);
    }

    CacheStreams streams;
    CacheUsers users;
    CacheConversations conversations;
    CacheMessages messages;
    CacheConflicts conflicts;
    CacheOwnValues own;
    CacheActivities activities;
    CacheRecords records;
    CacheRecordHistory history; ///< of the records
};

} // namespace frontdesk::store
