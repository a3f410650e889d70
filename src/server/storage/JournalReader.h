// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Audit.h"
#include "server/storage/Journal.h"

#include <QtCore/QJsonArray>

namespace frontdesk::server {

/// What a client is told about its place in the journal (docs/protocol.md, 2).
enum class JournalState { Current, Behind, Fresh, Epoch, Expired, Rewound };
QString nameOf(JournalState state);

/// A row as it is told (docs/protocol.md, 3): JSON text with its payload as it is kept.
struct KeptRow {
    qint64 seq = 0;
    QByteArray json;
};

struct JournalPage {
    QVector<KeptRow> rows;
    qint64 upTo = 0;
    QString mark; ///< of the transaction that holds upTo
    bool more = false;
};

/// How much one answer may carry: rows, and bytes of their payloads' JSON. The first row is
/// always given.
struct PageLimit {
    int rows = limits::pageRows;
    qint64 units = 0;
};

/// Every row above `after` up to `upTo`, for whomever.
QVector<JournalRow> rowsBetween(Database &database, qint64 after, qint64 upTo);

/// Reads the journal as one user may see it: by the intervals of their memberships. Storage thread.
class JournalReader {
public:
    JournalReader(Database &database, const Journal &journal)
        : m_database(database)
        , m_journal(journal)
    {
    }

    [[nodiscard]] JournalState stateOf(const UserId &user, const std::optional<Cursor> &cursor);
    [[nodiscard]] JournalPage page(const UserId &user, qint64 cursor, PageLimit limit);
    /// Numbered rows of one stream, both ends included.
    [[nodiscard]] QVector<KeptRow> fetch(const UserId &user, const QString &stream, qint64 from, qint64 to,
                                         PageLimit limit);
    /// Rows about a record (RecordHistory) below a seq, newest first; of a record of the CRM all that it has, if the
    /// user sees it now. `more`: there are older ones.
    struct History {
        QVector<KeptRow> rows;
        bool more = false;
    };
    [[nodiscard]] History history(const UserId &user, const RecordRef &record, qint64 before, PageLimit limit);
    /// Activities below a seq, newest first: of the 20 000 newest that there are, at least one if any is seen.
    /// `more`: there may be older ones.
    struct Activities {
        QJsonArray items;
        bool more = false;
    };
    [[nodiscard]] Activities activities(const UserId &user, qint64 before, int limit);
    /// What became of the records that a question names, below a seq, newest first, whoever sees them: for whoever may
    /// read all of it. One call looks at a bounded part of the journal.
    struct Changes {
        QVector<KeptRow> rows;
        qint64 lookedDownTo = 0; ///< rows below it were not looked at; 0: there are none that answer
    };
    [[nodiscard]] Changes changes(const AuditQuery &query, qint64 before, PageLimit limit);
    /// The mark of the transaction that holds a seq; empty when the journal does not reach so far.
    [[nodiscard]] QString markAt(qint64 seq);

private:
    Database &m_database;
    const Journal &m_journal;
};

} // namespace frontdesk::server
