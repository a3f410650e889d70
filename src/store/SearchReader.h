// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Database.h"
#include "store/Search.h"

namespace frontdesk::store {

/// Answers searches from the index. A connection of its own, so that nothing else waits for a search.
class SearchReader {
public:
    explicit SearchReader(const QString &cacheFile);

    /// Throws StorageFailure.
    [[nodiscard]] SearchPage search(const SearchRequest &request);

private:
    struct Span {
        qint64 first; ///< seq, included
        qint64 end;   ///< seq, not included
    };
    void newest(const SearchRequest &request, SearchPage &page, int limit);
    /// Reads on from page.end with one way of looking, until the page is full.
    void read(const SearchRequest &request, const Span &span, SearchPage &page, int limit);
    [[nodiscard]] Span spanOf(const SearchRequest &request);
    /// Seq of the first message at or after a time. Times rise with seq, but for a server's clock that was set back.
    [[nodiscard]] qint64 firstSeqAt(qint64 at);

    Database m_database;
    QVector<double> m_relevances; ///< of the hits read so far, where they are ranked
    Statement m_matching, m_any, m_nextAt, m_ends, m_waiting;
};

} // namespace frontdesk::store
