// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RecordQuery.h"
#include "store/Database.h"
#include "store/RecordCaches.h"

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

/// Confirmed records of one kind, in the bin or not, ascending; what is empty comes first.
struct RecordOrder {
    QVector<qint64> keys;
    qsizetype empty = 0;    ///< how many are
    QVector<QString> sorts; ///< of each key; empty: not read yet

    [[nodiscard]] bool hasSorts() const { return sorts.size() == keys.size(); }
};

/// The orders and conditions that were asked for lately, held in memory. Throws StorageFailure.
class RecordOrders {
public:
    explicit RecordOrders(Database &database);

    /// `needsSorts`: something is to be put among them.
    const RecordOrder &inOrder(const RecordQuery &query, bool needsSorts);
    /// Those that pass its filters.
    const KeySet &passing(const RecordQuery &query);

    void note(const QVector<ChangedRecord> &changed);
    void clear();

private:
    struct OrderOf {
        RecordKind kind;
        bool deleted;
        QString sortBy;
        friend bool operator==(const OrderOf &, const OrderOf &) = default;
    };
    struct PassingOf {
        RecordKind kind;
        bool deleted;
        QVector<RecordFilter> filters;
        friend bool operator==(const PassingOf &, const PassingOf &) = default;
    };
    [[nodiscard]] RecordOrder readOrder(const RecordQuery &query, bool needsSorts);
    [[nodiscard]] RecordOrder readNames(const RecordQuery &query);
    [[nodiscard]] KeySet readPassing(const RecordQuery &query);
    static void follow(RecordOrder &order, const RecordQuery &query, const QVector<ChangedRecord> &changed);
    /// Reads of each record as much as these fields and lists are.
    template <class Use>
    void readParts(const RecordQuery &query, const QStringList &names, Use use);

    Database &m_database;
    Statement m_names, m_nameless, m_byName;
    RecentAnswers<OrderOf, RecordOrder> m_orders;
    RecentAnswers<PassingOf, KeySet> m_passing;
};

} // namespace frontdesk::store
