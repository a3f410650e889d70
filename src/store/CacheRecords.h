// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Event.h"
#include "store/RecordIndex.h"

namespace frontdesk::store {

/// The records of the CRM. Within a transaction they are held in memory: many rows may be about one record.
class CacheRecords {
public:
    /// `index` keeps in step; null for records that nobody searches.
    CacheRecords(Database &database, const QString &prefix, RecordIndex *index);

    void begin();  ///< of a transaction
    void settle(); ///< before it is committed

    /// As its creation or a snapshot brings it. What came about it before keeps what is newer.
    void put(const RecordState &state, qint64 seq);
    /// As it comes into a stream from another one, also if it is known.
    void enter(const RecordState &state, qint64 seq);
    /// It has gone where it is not seen: nothing is left of it but when that was, so that what comes late does not
    /// bring it back, and what has come about it since, for when it comes back.
    void leave(const RecordRef &record, qint64 seq);
    /// Each field and each entry of a list unless a row with a larger seq has said otherwise; of a record that is not
    /// known yet, for when it is. `at`: when it was changed.
    void change(const RecordChanged &change, qint64 seq, qint64 at);

    [[nodiscard]] bool isKnown(const RecordRef &record);
    /// Whether it has gone since where it is not seen.
    [[nodiscard]] bool hasLeftSince(const RecordRef &record, qint64 seq);
    [[nodiscard]] std::optional<RecordState> find(const RecordRef &record);
    [[nodiscard]] std::optional<RecordState> at(qint64 key);
    /// What it names in its fields, as far as they are known.
    [[nodiscard]] QVector<RecordRef> namedBy(const RecordRef &record);
    [[nodiscard]] QVector<RecordState> naming(const RecordRef &record);
    /// The version up to which none of its changes is missing; 0: it is not known.
    [[nodiscard]] qint64 seenVersion(const RecordRef &record);
    /// Sort keys are made differently now.
    void sortAnew();

private:
    struct Held {
        std::optional<qint64> key; ///< none: it has no row yet
        RecordState state;
        bool known = false; ///< false: only changes of it came so far
        qint64 seq = 0;     ///< of the row that made it known, or of the snapshot
        qint64 seen = 0;    ///< all versions up to it have come
        QJsonObject seqs;   ///< {"fields": {field: seq}, "lists": {list: {entry: seq}}, "versions": [beyond `seen`],
                            ///< "left": seq}
        QString indexed;    ///< the text that the index has; null: none
        QVector<RecordRef> named;
        bool changed = false;
    };
    Held &hold(const RecordRef &record);
    static void replace(Held &held, const RecordState &state, qint64 seq);
    static void sayAgain(Held &held, const RecordState &early, const QJsonObject &said);
    static void see(Held &held, qint64 version);
    static void setField(Held &held, const QString &field, const QJsonValue &value, qint64 seq);
    static void setEntry(Held &held, const QString &list, const QString &entry, bool isIn, qint64 seq);
    void write(Held &held);
    void index(Held &held, bool isNew);

    RecordIndex *m_index;
    Statement m_load, m_insert, m_update, m_name, m_forgetNamed, m_find, m_at, m_naming, m_all, m_sort;
    QHash<RecordRef, Held> m_held;
};

} // namespace frontdesk::store
