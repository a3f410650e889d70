// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/Journal.h"

namespace frontdesk::server {

ActivityObject personObject(const User &user);
ActivityObject groupObject(const Conversation &conversation);

/// Writes the activity feed into the journal, each entry into the stream of its object so that it is visible as that
/// is. New records are noted, and told when all jobs of a commit are done: an import would otherwise tell everybody the
/// same entry anew with each of its rows. Storage thread.
class Activities {
public:
    Activities(Database &database, Journal &journal)
        : m_database(database)
        , m_journal(journal)
    {
    }

    void record(const Actor &actor, const QString &stream, const QString &verb, const ActivityObject &object,
                const std::optional<ActivityObject> &target = {}, int totalItems = 1);
    /// Notes something new of this kind; what one person makes in one burst (each within ten minutes of the one before)
    /// for those who see this stream is one entry that counts it and shows the last.
    void created(const Actor &actor, const QString &stream, const QString &kind, const ActivityObject &object);
    /// A message; messages of one burst (same author and conversation, each within ten minutes of the one before) are
    /// one entry that counts them.
    void note(const Actor &actor, const Conversation &conversation, const Message &message);

    void keep() { m_kept = m_created.size(); }  ///< the job that made something is done
    void cancel() { m_created.resize(m_kept); } ///< forgets what was noted since the last keep()
    void forget();                              ///< all that was noted: the transaction is rolled back
    void settle();                              ///< before the last job of a commit is done: writes what was noted

private:
    struct Created {
        Actor actor;
        QString stream;
        QString kind;
        ActivityObject object;
        int items = 1;

        [[nodiscard]] bool isOneWith(const Created &earlier) const;
    };
    struct Burst {
        QString id; ///< of its activity
        qint64 items = 1;
    };
    /// The burst that `items` more belong to now; `before`: id, time and items of the last one.
    static Burst burstOf(Rows before, const Actor &actor, qint64 items);
    void tell(const Created &created);

    Database &m_database;
    Journal &m_journal;
    QVector<Created> m_created;
    qsizetype m_kept = 0; ///< of them, from jobs that are done
};

} // namespace frontdesk::server
