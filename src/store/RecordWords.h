// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/SearchQuery.h"
#include "store/Database.h"
#include "store/RecordCaches.h"

#include <functional>

namespace frontdesk::store {

/// Which confirmed records have the words that are typed: each begins one of theirs. The index names candidates; where
/// it does not know for certain, and for those that wait for being indexed, their texts decide. Throws StorageFailure.
class RecordWords {
public:
    explicit RecordWords(Database &database);

    /// What was typed lately is held in memory.
    const KeySet &having(const QString &typed);
    /// Contacts, companies, deals and tasks that are not in the bin, newest first, for as long as `take` says so; those
    /// that wait for being indexed are not among them.
    void each(const QString &typed, const std::function<bool(const RecordState &)> &take);
    [[nodiscard]] bool isIndexComplete() { return !m_waiting.exists(); }

    void note(const QVector<ChangedRecord> &changed) { m_having.note(changed); }
    void clear() { m_having.clear(); }

    static QVector<search::Term> termsOf(const QString &typed);
    static bool has(const RecordState &state, const QString &typed);

private:
    [[nodiscard]] KeySet find(const QString &typed);
    void addIfItHas(const QString &typed, const QVector<qint64> &keys, KeySet &found);

    Statement m_matching, m_newest, m_at, m_waiting, m_waitingKeys;
    RecentAnswers<QString, KeySet> m_having;
};

} // namespace frontdesk::store
