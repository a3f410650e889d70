// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Database.h"
#include "store/Store.h"

namespace frontdesk::store {

/// How far each stream is known.
class CacheStreams {
public:
    CacheStreams(Database &database, const QString &prefix);

    [[nodiscard]] std::optional<qint64> known(const QString &stream);
    void set(const QString &stream, qint64 n);
    void remove(const QString &stream);
    [[nodiscard]] qint64 total(); ///< of n over all streams

private:
    Statement m_known, m_set, m_remove, m_total;
};

/// The ledger of numbers that a stream has and this cache has not.
class CacheHoles {
public:
    explicit CacheHoles(Database &database);

    void add(const QString &stream, qint64 from, qint64 to); ///< both included
    /// The numbers from … to are no longer missing. Returns whether any of them was.
    bool close(const QString &stream, qint64 from, qint64 to);
    void clear();
    [[nodiscard]] QVector<Ledger::Hole> all();

private:
    Statement m_add, m_overlapping, m_remove, m_clear, m_all;
};

} // namespace frontdesk::store
