// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Types.h"
#include "server/storage/Database.h"

#include <optional>
#include <vector>

namespace frontdesk::server {

/// Keeps the words of all messages in step with them, in their transactions; each is one document under its seq. What
/// changes is noted, and written once before the commit: SQLite's index would otherwise be written out at every
/// savepoint. Messages from before there was an index, or from when words were made by other rules, are added by
/// build() in steps, newest first. Storage thread.
class SearchIndex {
public:
    explicit SearchIndex(Database &database)
        : m_database(database)
    {
    }

    /// At the start of the program, in a transaction of its own: begins anew when words are made differently now.
    void adoptRules();

    void add(const Message &message);
    /// A message has got another text; its seq stays.
    void replace(const Message &before, const Message &after);

    void keep();   ///< the job that noted something is done
    void cancel(); ///< forgets what was noted since the last keep()
    void forget(); ///< all that was noted: the transaction is rolled back
    void settle(); ///< before the commit: writes what was noted

    /// Whether older messages wait for being indexed, and one step of that in a transaction of its own.
    [[nodiscard]] bool isBehind() const { return m_below > 0; }
    void build(int limit);

private:
    struct Change {
        std::optional<Message> removed;
        Message added;
    };
    template <class Work>
    void inTransaction(Work work);
    void write(const Message &message);
    void erase(const Message &message);
    void merge(size_t written);

    Database &m_database;
    std::vector<Change> m_noted;
    size_t m_kept = 0;  ///< of them, from jobs that are done
    qint64 m_below = 0; ///< messages with a smaller seq wait; 0: none
};

} // namespace frontdesk::server
