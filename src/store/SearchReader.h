// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/SearchFind.h"
#include "store/Database.h"

namespace frontdesk::store {

/// Answers searches from the index. A connection of its own, so that nothing else waits for a search.
class SearchReader final : private search::MessageIndex {
public:
    explicit SearchReader(const QString &cacheFile);

    /// Throws StorageFailure.
    [[nodiscard]] search::Page search(const search::Request &request);

private:
    Span spanOf(qint64 from, qint64 until) override;
    void read(const QString &words, const Span &span, const std::function<bool(const Message &)> &take) override;

    Database m_database;
    Statement m_matching, m_any, m_span, m_waiting;
};

} // namespace frontdesk::store
