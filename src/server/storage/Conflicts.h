// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/RecordHistory.h"

namespace frontdesk::server {

/// Values that were not taken because somebody else had set the field meanwhile, until somebody decides
/// (docs/sync.md, 5). Each is told in the stream of its record. Storage thread.
class Conflicts {
public:
    static constexpr int mostOpen = 50; ///< of one record: each is in every state of it that is sent

    Conflicts(Database &database, Journal &journal, RecordHistory &history)
        : m_database(database)
        , m_journal(journal)
        , m_history(history)
    {
    }

    /// The open ones of a record, oldest first.
    QVector<Conflict> of(const RecordRef &record);
    /// The open ones that somebody sees with an id above `after`, by id; without those of conversations, whose states
    /// have them.
    QVector<Conflict> besidesConversations(const UserId &user, const ConflictId &after, int limit);

    /// Opens one, in the place of an open one of the same author about the same field. It gets its id and seq here.
    Result<ConflictId> open(const Actor &actor, const QString &stream, Conflict conflict);
    /// Closes one of this record; it may be closed already. `conflict.unknown` when there never was one.
    Result<Done> close(const Actor &actor, const QString &stream, const RecordRef &record, const ConflictId &id);

private:
    QVector<Conflict> read(const QString &condition, const QVariantList &values);
    void tellClosed(const Actor &actor, const QString &stream, const Conflict &conflict);
    ConflictId newId(const Actor &actor);

    Database &m_database;
    Journal &m_journal;
    RecordHistory &m_history;
};

} // namespace frontdesk::server
