// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/Journal.h"

namespace frontdesk::server {

/// Writes down which rows of the journal are about which record, as they are written: what has become of it, from its
/// creation on. JournalReader reads it. Storage thread.
class RecordHistory {
public:
    RecordHistory(Database &database, Journal &journal)
        : m_database(database)
        , m_journal(journal)
    {
    }

    /// Appends a row to the journal that is about a record, and about those which it names.
    void append(const Actor &actor, const QString &stream, const RecordRef &record, const QString &event,
                const QJsonObject &payload, const QVector<RecordRef> &named = {});

private:
    Database &m_database;
    Journal &m_journal;
};

} // namespace frontdesk::server
