// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/Accounts.h"
#include "server/storage/Conflicts.h"
#include "server/storage/Messages.h"
#include "server/storage/ReadPositions.h"

namespace frontdesk::server {

/// Direct and group conversations and who is in them; what changes of them is ConversationKeeper's. Storage thread.
class Conversations {
public:
    /// `stateBytes`: the most bytes of messages as JSON that one ConversationState carries.
    Conversations(Database &database, Journal &journal, Activities &activities, FieldStates &fields,
                  Conflicts &conflicts, Accounts &accounts, Messages &messages, ReadPositions &reads, qint64 stateBytes)
        : m_database(database)
        , m_journal(journal)
        , m_activities(activities)
        , m_fields(fields)
        , m_conflicts(conflicts)
        , m_accounts(accounts)
        , m_messages(messages)
        , m_reads(reads)
        , m_stateBytes(stateBytes)
    {
    }

    /// A conversation without its members and labels, for one of them: `conversation.unknown` also for those who are
    /// not in it.
    Result<Conversation> forMember(const UserId &user, const ConversationId &id);
    std::optional<Conversation> find(const ConversationId &id); ///< without its lists
    QVector<UserId> membersOf(const ConversationId &id);
    QStringList labelsOf(const ConversationId &id); ///< sorted
    ConversationState state(const ConversationId &id) { return state(id, m_stateBytes); }
    /// The conversations of a user with an id above `after`, by id.
    QVector<ConversationId> idsOf(const UserId &user, const ConversationId &after, int limit);

    /// `wanted`: id, kind, title and the other members.
    Result<Conversation> create(const Actor &actor, Conversation wanted);
    /// Tells those who have just entered what they have entered.
    void announceEntered(const Actor &actor, const ConversationId &id, const QVector<UserId> &users);

private:
    ConversationState state(const ConversationId &id, qint64 bytes);

    Database &m_database;
    Journal &m_journal;
    Activities &m_activities;
    FieldStates &m_fields;
    Conflicts &m_conflicts;
    Accounts &m_accounts;
    Messages &m_messages;
    ReadPositions &m_reads;
    qint64 m_stateBytes;
};

} // namespace frontdesk::server
