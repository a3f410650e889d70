// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/Conflicts.h"
#include "server/storage/FieldStates.h"
#include "server/storage/RecordKeeper.h"

namespace frontdesk::server {

/// Changes of records, merged field by field with what others did meanwhile (docs/sync.md, 5); the same for every kind.
/// Storage thread.
class RecordChanges {
public:
    RecordChanges(FieldStates &fields, Conflicts &conflicts, RecordKeeper &conversations, RecordKeeper &people,
                  RecordKeeper &crm)
        : m_fields(fields)
        , m_conflicts(conflicts)
        , m_conversations(conversations)
        , m_people(people)
        , m_crm(crm)
    {
    }

    struct Outcome {
        qint64 version = 0;            ///< of the record afterwards
        QVector<ConflictId> conflicts; ///< that this opened
    };
    /// `change`: as readChange() gives it.
    Result<Outcome> apply(const Actor &actor, const ChangeRecord &change);

private:
    struct Merged {
        QJsonObject applied;
        QVector<Conflict> conflicting; ///< without id and seq
    };
    RecordKeeper &keeperOf(RecordKind kind);
    Merged merge(const Actor &actor, const ChangeRecord &change, const QJsonObject &values);
    /// Whose change keeps a record out of the bin: the newest that the author of this one had not seen.
    std::optional<FieldState> unseenIn(const Actor &actor, const ChangeRecord &change);

    FieldStates &m_fields;
    Conflicts &m_conflicts;
    RecordKeeper &m_conversations;
    RecordKeeper &m_people;
    RecordKeeper &m_crm;
};

} // namespace frontdesk::server
