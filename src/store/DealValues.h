// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RecordQuery.h"
#include "store/Database.h"
#include "store/DealSum.h"
#include "store/RecordCaches.h"

#include <map>
#include <tuple>

namespace frontdesk::store {

/// What each confirmed deal is worth and in which stage, held in memory: a board asks for those of each stage, and with
/// every key stroke in its filter what those that are found add up to. Throws StorageFailure.
class DealValues {
public:
    explicit DealValues(Database &database);

    /// Of confirmed deals by their keys, and of others as they are.
    QVector<DealSum> sums(const QVector<qint64> &keys, const QVector<const RecordState *> &others);

    /// What the condition that the stage is this one lets through; of any other condition null.
    const KeySet *passing(const QVector<RecordFilter> &filters);

    void note(const QVector<ChangedRecord> &changed) { m_values.note(changed); }
    void clear() { m_values.clear(); }

private:
    struct Value {
        int group = 0;
        qint64 minor = 0;
    };
    class Values {
    public:
        void insert(qint64 key, const Value &value);
        void remove(qint64 key);
        Value valueOf(const QJsonObject &money, const QString &stage, const QJsonValue &probability);
        Value valueOf(const RecordState &deal);

        QVector<DealSum> groups;                                 ///< without numbers: what deals have in common
        std::map<std::tuple<QString, QString, int>, int> places; ///< of stage, currency and probability in `groups`
        QHash<qint64, Value> deals;
        QHash<QString, KeySet> inStage; ///< by the stage as conditions compare it

    private:
        QStringList m_stages; ///< of each group, as conditions compare it
    };
    [[nodiscard]] Values read();
    Values &values();

    Statement m_all;
    RecentAnswers<RecordKind, Values> m_values;
};

} // namespace frontdesk::store
