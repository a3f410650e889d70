// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/AuditLog.h"
#include "server/storage/CommandLog.h"
#include "server/storage/ConversationKeeper.h"
#include "server/storage/CrmKeeper.h"
#include "server/storage/FigureTables.h"
#include "server/storage/FileRecords.h"
#include "server/storage/JournalReader.h"
#include "server/storage/OwnValues.h"
#include "server/storage/PersonKeeper.h"
#include "server/storage/RecordChanges.h"
#include "server/storage/Sessions.h"

namespace frontdesk::server {

/// Everything that is kept, over one database. Storage thread.
struct Records {
    /// `answerUnits`: about how many bytes of JSON one answer may carry.
    Records(Database &connection, qint64 answerUnits)
        : database(connection)
        , page{limits::pageRows, answerUnits}
        , journal(connection)
        , reader(connection, journal)
        , audit(connection, journal, reader)
        , history(connection, journal)
        , activities(connection, journal)
        , fields(connection)
        , conflicts(connection, journal, history)
        , crm(connection)
        , audience(connection, journal, crm)
        , accounts(connection, journal, activities, fields, audience, audit)
        , sessions(connection)
        , search(connection)
        , messages(connection, journal, activities, search)
        , reads(connection, journal)
        , conversations(connection, journal, activities, fields, conflicts, accounts, messages, reads, answerUnits)
        , conversationKeeper(connection, journal, history, fields, activities, accounts, conversations)
        , personKeeper(history, activities, accounts)
        , crmChecks(crm, accounts)
        , crmFeed(activities, crm)
        , recordStreams(journal, crm, conflicts, audience)
        , crmKeeper(history, fields, crm, crmChecks, crmFeed, recordStreams, audience)
        , changes(fields, conflicts, conversationKeeper, personKeeper, crmKeeper)
        , own(connection, journal)
        , commands(connection)
        , figures(connection)
        , files(connection)
    {
        journal.observe([this](const JournalRow &row) { figures.note(row); });
    }
    Q_DISABLE_COPY_MOVE(Records)

    Database &database;
    PageLimit page; ///< of any answer
    Journal journal;
    JournalReader reader;
    AuditLog audit;
    RecordHistory history;
    Activities activities;
    FieldStates fields;
    Conflicts conflicts;
    CrmRecords crm;
    RecordAudience audience;
    Accounts accounts;
    Sessions sessions;
    SearchIndex search;
    Messages messages;
    ReadPositions reads;
    Conversations conversations;
    ConversationKeeper conversationKeeper;
    PersonKeeper personKeeper;
    CrmChecks crmChecks;
    CrmFeed crmFeed;
    RecordStreams recordStreams;
    CrmKeeper crmKeeper;
    RecordChanges changes;
    OwnValues own;
    CommandLog commands;
    FigureTables figures;
    FileRecords files;
};

} // namespace frontdesk::server
