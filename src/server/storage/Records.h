// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/CommandLog.h"
#include "server/storage/Conversations.h"
#include "server/storage/JournalReader.h"
#include "server/storage/Sessions.h"

namespace frontdesk::server {

/// Everything that is kept, over one database. Storage thread.
struct Records {
    /// `answerUnits`: about how many UTF-16 units of JSON one answer may carry.
    Records(Database &connection, qint64 answerUnits)
        : database(connection)
        , page{limits::pageRows, answerUnits}
        , journal(connection)
        , reader(connection, journal)
        , activities(connection, journal)
        , accounts(connection, journal, activities)
        , sessions(connection)
        , messages(connection, journal, activities)
        , reads(connection, journal)
        , conversations(connection, journal, activities, accounts, messages, reads, answerUnits)
        , commands(connection)
    {
    }

    Database &database;
    PageLimit page; ///< of any answer
    Journal journal;
    JournalReader reader;
    Activities activities;
    Accounts accounts;
    Sessions sessions;
    Messages messages;
    ReadPositions reads;
    Conversations conversations;
    CommandLog commands;
};

} // namespace frontdesk::server
