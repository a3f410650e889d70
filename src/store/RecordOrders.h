// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RecordQuery.h"
#include "store/Database.h"

#include <QtCore/QBitArray>

#include <list>

namespace frontdesk::store {

/// Where a record stands in an order.
struct RecordPlace {
    QString sort; ///< as domain/RecordQuery.h makes it
    qint64 key = 0;

    friend bool operator<(const RecordPlace &a, const RecordPlace &b)
    {
        const int order = a.sort.compare(b.sort);
        return order != 0 ? order < 0 : a.key < b.key;
    }
};

/// Records by their keys.
class KeySet {
public:
    void insert(qint64 key);
    void remove(qint64 key);
    [[nodiscard]] bool contains(qint64 key) const { return key >= 0 && key < m_bits.size() && m_bits.testBit(key); }

private:
    QBitArray m_bits;
};

/// Confirmed records in the orders and through the filters that were asked for lately, held in memory: each is read
/// from the cache once and then follows what changes.
class RecordOrders {
public:
    explicit RecordOrders(Database &database);

    /// All of the query's kind, in the bin or not, ascending; what is empty comes first.
    const QVector<RecordPlace> &inOrder(const RecordQuery &query);
    /// Those that pass its filters.
    const KeySet &passing(const RecordQuery &query);

    struct Changed {
        qint64 key = 0;
        RecordState state;
    };
    void update(const QVector<Changed> &changed);
    void clear();

private:
    struct Order {
        RecordQuery of; ///< kind, deleted and sortBy
        QVector<RecordPlace> places;
    };
    struct Passing {
        RecordQuery of; ///< kind, deleted and filters
        KeySet keys;
    };
    [[nodiscard]] QVector<RecordPlace> readOrder(const RecordQuery &query);
    [[nodiscard]] KeySet readPassing(const RecordQuery &query);
    /// Reads of each record as much as these fields and lists are.
    template <class Use>
    void readParts(const RecordQuery &query, const QStringList &names, Use use);

    Database &m_database;
    Statement m_byName;
    std::list<Order> m_orders;    ///< the one used last first
    std::list<Passing> m_passing; ///< the same
};

} // namespace frontdesk::store
