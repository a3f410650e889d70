// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"

#include <QtCore/QJsonObject>
#include <QtCore/QMap>
#include <QtCore/QStringList>
#include <QtCore/QVector>

/// What people change field by field, perhaps at the same time and perhaps without a connection: a conversation's title
/// and labels, a person's profile (docs/sync.md, Merge).
namespace frontdesk {

enum class RecordKind { Conversation, Person };

struct RecordRef {
    RecordKind kind = RecordKind::Conversation;
    QString id;

    /// On the wire: `conversation:ID`, `person:ID`.
    [[nodiscard]] QString text() const;
    static std::optional<RecordRef> from(const QString &text);

    friend bool operator==(const RecordRef &, const RecordRef &) = default;
    friend size_t qHash(const RecordRef &ref, size_t seed = 0) { return qHashMulti(seed, int(ref.kind), ref.id); }
};
RecordRef recordOf(const ConversationId &id);
RecordRef recordOf(const UserId &id);

/// The names of fields and lists.
namespace fields {
inline const QString title = QStringLiteral("title");             ///< of a conversation
inline const QString displayName = QStringLiteral("displayName"); ///< of a person
inline const QString about = QStringLiteral("about");             ///< of a person: what they do here, in one line
inline const QString members = QStringLiteral("members");         ///< a list of a conversation: user ids
inline const QString labels = QStringLiteral("labels");           ///< a list of a conversation
} // namespace fields

/// What is put into a list that is a set, and taken out of it; applied in the order of the journal, so nothing in it
/// can be in conflict.
struct ListChange {
    QStringList add;
    QStringList remove;

    friend bool operator==(const ListChange &, const ListChange &) = default;
};
/// By the list's name.
using ListChanges = QMap<QString, ListChange>;

/// One side of a conflict.
struct FieldValue {
    QJsonValue value;
    UserId by;
    qint64 at = 0; ///< when it was set, milliseconds since 1970 UTC

    friend bool operator==(const FieldValue &, const FieldValue &) = default;
};

/// Two people set the same field, and the later one had not seen what the earlier one did. The earlier value stays
/// until somebody who sees both decides.
struct Conflict {
    ConflictId id;
    RecordRef record;
    QString field;
    FieldValue wanted; ///< what was not taken
    FieldValue kept;   ///< what was there already
    QJsonValue before; ///< what the author of `wanted` had seen
    qint64 seq = 0;    ///< of its journal row

    friend bool operator==(const Conflict &, const Conflict &) = default;
};

} // namespace frontdesk
