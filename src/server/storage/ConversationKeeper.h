// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/Conversations.h"
#include "server/storage/RecordKeeper.h"

namespace frontdesk::server {

/// What changes of a conversation: its title, its contact, its labels, who is in it, and whether it is closed, by any
/// of its members. Storage thread.
class ConversationKeeper final : public RecordKeeper {
public:
    ConversationKeeper(Database &database, Journal &journal, RecordHistory &history, FieldStates &fields,
                       Activities &activities, Accounts &accounts, Conversations &conversations)
        : m_database(database)
        , m_journal(journal)
        , m_history(history)
        , m_fields(fields)
        , m_activities(activities)
        , m_accounts(accounts)
        , m_conversations(conversations)
    {
    }

    Result<Found> find(const Actor &actor, const ChangeRecord &change) override;
    Result<ListChanges> effectOf(const RecordRef &record, const ListChanges &wanted) override;
    void write(const Actor &actor, const RecordChanged &change) override;
    /// A message that has just been written opens a closed conversation again, whenever it was typed: nothing that
    /// somebody says lies among what is done.
    void openFor(const Actor &author, const ConversationId &id);

private:
    Result<ListChange> effectOnMembers(const ConversationId &id, const ListChange &wanted);
    Result<ListChange> effectOnLabels(const ConversationId &id, const ListChange &wanted);
    void writeFields(const Conversation &conversation, const ListChange &labels);
    void tellOfClosing(const Actor &actor, const Conversation &conversation);
    void tellOfMembers(const Actor &actor, const Conversation &group, const ListChange &members);

    Database &m_database;
    Journal &m_journal;
    RecordHistory &m_history;
    FieldStates &m_fields;
    Activities &m_activities;
    Accounts &m_accounts;
    Conversations &m_conversations;
};

} // namespace frontdesk::server
