// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/Activities.h"
#include "server/storage/SearchIndex.h"

namespace frontdesk::server {

/// The messages of conversations. Who may read and write them is decided by the caller. Storage thread.
class Messages {
public:
    Messages(Database &database, Journal &journal, Activities &activities, SearchIndex &search)
        : m_database(database)
        , m_journal(journal)
        , m_activities(activities)
        , m_search(search)
    {
    }

    /// Gives the next number of its conversation. `at`: when it was written; the id is unique for ever
    /// (`command.mismatch`).
    Result<Message> add(const Actor &actor, const Conversation &conversation, const MessageId &id, const QString &text,
                        qint64 at, const QVector<FileRef> &files = {});
    /// Another text for a message of the actor; the latest counts. `message.unknown`, `message.foreign`.
    Result<Message> edit(const Actor &actor, const ConversationId &conversation, const MessageId &id,
                         const QString &text);
    /// The number of the newest message, 0 when there is none.
    qint64 lastNumber(const ConversationId &conversation);

    struct History {
        QVector<Message> messages; ///< ascending
        bool more = false;         ///< there are older ones
    };
    /// The newest messages below a number, at most so many and so many bytes as JSON, at least one.
    History before(const ConversationId &conversation, qint64 number, int limit, qint64 bytes);

private:
    std::optional<Message> find(const MessageId &id);

    Database &m_database;
    Journal &m_journal;
    Activities &m_activities;
    SearchIndex &m_search;
};

} // namespace frontdesk::server
