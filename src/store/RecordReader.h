// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/DealValues.h"
#include "store/Outbox.h"
#include "store/RecordOrders.h"
#include "store/RecordOverlay.h"
#include "store/RecordWords.h"
#include "store/Store.h"

namespace frontdesk::store {

/// Answers which records a view shows. Connections of its own to both files, so that nothing else waits for a condition
/// that has to look at all of them. Throws StorageFailure.
class RecordReader {
public:
    RecordReader(const QString &cacheFile, const QString &outboxFile);

    void note(const Changes &changes); ///< what was written since
    [[nodiscard]] RecordKeys records(const RecordQuery &query);
    /// Reads what the first so many of what was just found hold.
    void readFirst(RecordKeys &found, int count);
    [[nodiscard]] QVector<RecordState> find(const QString &text, int limit);
    [[nodiscard]] QVector<DealSum> dealSums(const RecordQuery &query);
    [[nodiscard]] QVector<RecordState> all(RecordKind kind, bool deleted); ///< oldest first
    [[nodiscard]] bool isIndexComplete() { return m_words.isIndexComplete(); }
    /// Makes ready for what may come after this query.
    void prepare(const RecordQuery &query);

private:
    struct Shown {
        std::optional<qint64> key; ///< none: not confirmed
        RecordState state;
    };
    void refresh();
    void follow();
    [[nodiscard]] QHash<qint64, const RecordState *> shownOtherwise() const;
    [[nodiscard]] const KeySet *passingOf(const RecordQuery &query);
    void eachShown(const RecordKeys &found, const std::function<void(const RecordState &)> &use);
    [[nodiscard]] std::optional<RecordState> confirmedAt(qint64 key);
    [[nodiscard]] std::optional<Shown> confirmed(const RecordRef &record);
    [[nodiscard]] UserId myId();

    Database m_cache;
    Outbox m_outbox;
    RecordOrders m_orders;
    RecordWords m_words;
    DealValues m_deals;
    Statement m_find, m_gone, m_at, m_me;
    QSet<RecordRef> m_changed; ///< since the orders were read
    bool m_everything = false; ///< all of them may have
    bool m_stale = true;       ///< what waits may be other than m_shown
    QVector<Shown> m_shown;    ///< records for which something waits
};

} // namespace frontdesk::store
