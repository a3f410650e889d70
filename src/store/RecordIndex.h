// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/CacheMeta.h"
#include "store/FullTextTable.h"

namespace frontdesk::store {

/// Keeps the index of the records' words in step with them, in their transactions. A record is one document under its
/// key. What comes while the journal is read and what a snapshot brings is noted as waiting, and build() does it in
/// steps. The caller holds the transaction.
class RecordIndex {
public:
    explicit RecordIndex(Database &database);

    /// At the start of the program: begins anew when words are made differently now. Returns whether they are.
    bool adoptRules(CacheMeta &meta);

    void begin();                                                       ///< of a transaction
    void postpone();                                                    ///< in this transaction new records are to wait
    void add(qint64 key, const QString &text);                          ///< of a new row
    void change(qint64 key, const QString &before, const QString &now); ///< before: as it was added; null: it was not
    void remove(qint64 key, const QString &text);                       ///< as it was added
    void settle();                                                      ///< before the transaction is committed
    void clear();                                                       ///< records became other ones: all of them wait

    /// Indexes up to `limit` of the records that wait. Only the next one, with nothing to do, says that none waits:
    /// what this one has done may still be undone.
    void build(int limit);
    [[nodiscard]] bool isWaiting() const { return m_waiting; }

private:
    FullTextTable m_words;
    Statement m_wait, m_waits, m_nextWaiting, m_shorten, m_done, m_clearWaiting, m_all, m_records;
    std::optional<std::pair<qint64, qint64>> m_deferred; ///< keys, both included, of this transaction
    bool m_postponed = false;
    bool m_waiting = false;
};

} // namespace frontdesk::store
