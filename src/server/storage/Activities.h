// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/Journal.h"

namespace frontdesk::server {

ActivityObject personObject(const User &user);
ActivityObject groupObject(const Conversation &conversation);

/// Writes the activity feed into the journal, each entry into the stream of its object so that it is visible as that
/// is. Storage thread.
class Activities {
public:
    Activities(Database &database, Journal &journal)
        : m_database(database)
        , m_journal(journal)
    {
    }

    void record(const Actor &actor, const QString &stream, const QString &verb, const ActivityObject &object,
                const std::optional<ActivityObject> &target = {}, int totalItems = 1);
    /// Something new of this kind; what one person makes in one burst (each within ten minutes of the one before) for
    /// those who see this stream is one entry that counts it and shows the last.
    void created(const Actor &actor, const QString &stream, const QString &kind, const ActivityObject &object);
    /// A message; messages of one burst (same author and conversation, each within ten minutes of the one before) are
    /// one entry that counts them.
    void note(const Actor &actor, const Conversation &conversation, const Message &message);

private:
    struct Burst {
        QString id; ///< of its activity
        qint64 items = 1;
    };
    /// The burst that something belongs to now; `before`: id, time and items of the last one.
    static Burst burstOf(Rows before, const Actor &actor);

    Database &m_database;
    Journal &m_journal;
};

} // namespace frontdesk::server
