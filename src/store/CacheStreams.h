// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Database.h"
#include "store/Store.h"

namespace frontdesk::store {

/// How far each stream is known. Within a transaction it is held in memory: each of hundreds of rows moves its stream.
class CacheStreams {
public:
    CacheStreams(Database &database, const QString &prefix);

    void begin();  ///< of a transaction
    void settle(); ///< before it is committed

    [[nodiscard]] std::optional<qint64> known(const QString &stream);
    void set(const QString &stream, qint64 n);
    void remove(const QString &stream);
    [[nodiscard]] QHash<QString, qint64> all();

private:
    struct Held {
        std::optional<qint64> n;
        bool changed = false;
    };

    Statement m_known, m_set, m_remove, m_all;
    QHash<QString, Held> m_held;
};

/// The ledger of numbers that a stream has and this cache has not.
class CacheHoles {
public:
    explicit CacheHoles(Database &database);

    /// Both included. `version`: that the stream's record had before the hole, so what is known of it for certain.
    void add(const QString &stream, qint64 from, qint64 to, qint64 version);
    /// The numbers from … to are no longer missing. Returns whether any of them was.
    bool close(const QString &stream, qint64 from, qint64 to);
    void clear();
    [[nodiscard]] QVector<Ledger::Hole> all();
    [[nodiscard]] std::optional<qint64> versionBefore(const QString &stream); ///< the first hole; absent: there is none

private:
    Statement m_add, m_overlapping, m_remove, m_clear, m_all, m_version;
};

} // namespace frontdesk::store
