// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/FullTextTable.h"

namespace frontdesk::store {

namespace {

/// A page of merging for so many documents keeps the segments few (about ten with 100 000 documents), with steps of one
/// document as with those of hundreds.
constexpr int documentsPerPage = 4;

} // namespace

// Commands of FTS5: sqlite.org/fts5.html, 6
FullTextTable::FullTextTable(Database &database, const QString &name)
    : m_write(database, QStringLiteral("INSERT INTO %1(rowid, tokens) VALUES(?, ?)").arg(name))
    , m_erase(database, QStringLiteral("INSERT INTO %1(%1, rowid, tokens) VALUES('delete', ?, ?)").arg(name))
    , m_clear(database, QStringLiteral("INSERT INTO %1(%1) VALUES('delete-all')").arg(name))
    , m_isMergedInSteps(database, QStringLiteral("SELECT 1 FROM %1_config WHERE k='automerge' AND v=0").arg(name))
    , m_mergeInSteps(database, QStringLiteral("INSERT INTO %1(%1, rank) VALUES('automerge', 0)").arg(name))
    , m_merge(database, QStringLiteral("INSERT INTO %1(%1, rank) VALUES('merge', ?)").arg(name))
{
}

void FullTextTable::mergeInSteps()
{
    if (!m_isMergedInSteps.exists())
        m_mergeInSteps.run();
}

void FullTextTable::write(qint64 document, const QString &tokens)
{
    m_write.run(document, tokens);
    ++m_written;
}

void FullTextTable::erase(qint64 document, const QString &tokens)
{
    m_erase.run(document, tokens);
    ++m_written;
}

void FullTextTable::clear()
{
    m_clear.run();
}

void FullTextTable::settle()
{
    if (const int written = std::exchange(m_written, 0); written > 0)
        m_merge.run((written + documentsPerPage - 1) / documentsPerPage);
}

} // namespace frontdesk::store
