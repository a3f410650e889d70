// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Database.h"

namespace frontdesk::store {

/// A table of FTS5 that knows which documents have a word, and keeps no texts. Its segments are merged a little in each
/// transaction that writes: FTS5's own way is to merge many of them in one transaction out of many, and who writes next
/// would wait for that one. The caller holds the transaction.
class FullTextTable {
public:
    FullTextTable(Database &database, const QString &name);

    void mergeInSteps(); ///< at the start of the program

    void write(qint64 document, const QString &tokens);
    void erase(qint64 document, const QString &tokens); ///< as they were written
    void clear();
    void settle(); ///< before the transaction is committed

private:
    Statement m_write, m_erase, m_clear, m_isMergedInSteps, m_mergeInSteps, m_merge;
    int m_written = 0; ///< documents since settle()
};

} // namespace frontdesk::store
