// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Audit.h"
#include "server/storage/Journal.h"
#include "server/storage/JournalReader.h"

namespace frontdesk::server {

/// Who did what (docs/protocol.md, 3.7): sign-ins and roles are written down here, in the transaction of the thing
/// itself; what became of records is in the journal and read from there. Storage thread.
class AuditLog {
public:
    static constexpr std::chrono::hours together{1};           ///< refusals of one name are one entry that counts them
    static constexpr std::chrono::hours keptFor{24 * 2 * 365}; ///< entries; rows stay as long as the journal has them

    AuditLog(Database &database, const Journal &journal, JournalReader &reader)
        : m_database(database)
        , m_journal(journal)
        , m_reader(reader)
    {
    }

    /// `actor`: empty for somebody at the server itself.
    void append(const UserId &actor, qint64 now, const QString &event, const QJsonObject &payload);
    /// Somebody could not sign in with this name, from this address.
    void appendRefusal(const QString &name, const QString &address, qint64 now);

    /// As rows of the journal, newest first. A page may have few rows, or none, and yet not be the last one.
    struct Page {
        QVector<KeptRow> rows;
        QString next; ///< where the next page begins; empty: this is the last
    };
    /// `payload.invalid` for a `start` that was never a `next`; an empty one is the newest.
    Result<Page> page(const AuditQuery &query, const QString &start, PageLimit limit);

private:
    struct Place {
        qint64 beforeSeq = std::numeric_limits<qint64>::max();
        qint64 beforeEntry = std::numeric_limits<qint64>::max();
    };
    static std::optional<Place> placeFrom(const QString &text);
    struct Entry {
        qint64 id = 0;
        KeptRow row; ///< its seq: what the journal had reached
    };
    QVector<Entry> entries(const AuditQuery &query, const Place &place, qint64 fromSeq, int limit);
    void forgetOld(qint64 now);

    Database &m_database;
    const Journal &m_journal;
    JournalReader &m_reader;
};

} // namespace frontdesk::server
