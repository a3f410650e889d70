// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"

#include <QtCore/QJsonObject>
#include <QtCore/QMap>
#include <QtCore/QStringList>
#include <QtCore/QVector>

#include <array>

/// What people change field by field, perhaps at the same time and perhaps without a connection: a conversation's title
/// and labels, a person's profile, and everything of the CRM (docs/sync.md, Merge).
namespace frontdesk {

enum class RecordKind {
    Conversation,
    Person,
    Contact,
    Company,
    Deal,
    Task,
    Note,
    File,        ///< a file that is about another record
    Pipeline,    ///< stages that a deal goes through
    CustomField, ///< the definition of a field that contacts, companies or deals have besides their own
    Segment,     ///< a saved filter
    Team,        ///< people who see each other's records
    Workspace,   ///< what holds for everybody; there is one, workspaceRecord()
};
/// On the wire: "contact", "company" …; a custom field's definition is a "field".
QString nameOf(RecordKind kind);
std::optional<RecordKind> recordKindFrom(const QString &name);
/// Those that are kept whole, as a RecordState; a conversation and a person have types of their own.
inline constexpr std::array crmKinds{RecordKind::Contact,  RecordKind::Company,     RecordKind::Deal,
                                     RecordKind::Task,     RecordKind::Note,        RecordKind::File,
                                     RecordKind::Pipeline, RecordKind::CustomField, RecordKind::Segment,
                                     RecordKind::Team,     RecordKind::Workspace};
constexpr bool isCrm(RecordKind kind)
{
    return kind != RecordKind::Conversation && kind != RecordKind::Person;
}

struct RecordRef {
    RecordKind kind = RecordKind::Conversation;
    QString id;

    /// On the wire: the kind's name and the id, as in `conversation:ID`.
    [[nodiscard]] QString text() const;
    static std::optional<RecordRef> from(const QString &text);

    friend bool operator==(const RecordRef &, const RecordRef &) = default;
    friend size_t qHash(const RecordRef &ref, size_t seed = 0) { return qHashMulti(seed, int(ref.kind), ref.id); }
};
RecordRef recordOf(const ConversationId &id);
RecordRef recordOf(const UserId &id);
RecordRef workspaceRecord(); ///< the same in every workspace, and made with it

/// The names of fields and lists that code has to know; what each kind has is in domain/RecordSchema.h.
namespace fields {
inline const QString title = QStringLiteral("title");             ///< of a conversation
inline const QString closed = QStringLiteral("closed");           ///< of a conversation
inline const QString displayName = QStringLiteral("displayName"); ///< of a person
inline const QString about = QStringLiteral("about");     ///< of a person: what they do here, in one line; of a task, a
                                                          ///< note and a file: the record as text, or empty
inline const QString members = QStringLiteral("members"); ///< a list of a conversation or a team: user ids
inline const QString labels = QStringLiteral("labels");   ///< a list of a conversation
inline const QString name = QStringLiteral("name");       ///< of whatever has one: what is shown for it
inline const QString text = QStringLiteral("text");       ///< of a note
inline const QString file = QStringLiteral("file");       ///< of a file: a FileRef as JSON
inline const QString picture = QStringLiteral("picture"); ///< of a contact: a FileRef as JSON, or null
inline const QString owner = QStringLiteral("owner");     ///< a user id, or empty
inline const QString assignee = QStringLiteral("assignee"); ///< of a task: a user id, or empty
inline const QString status = QStringLiteral("status");     ///< of a contact
inline const QString company = QStringLiteral("company");   ///< a company's id, or empty
inline const QString contact = QStringLiteral("contact");   ///< a contact's id, or empty
inline const QString place = QStringLiteral("place");       ///< of a deal: pipeline, stage and why it was lost
inline const QString stages = QStringLiteral("stages");     ///< of a pipeline
inline const QString value = QStringLiteral("value");       ///< of a deal: an amount of money
inline const QString call = QStringLiteral("call");         ///< of a note that says what was said on the phone: which
inline const QString minutes = QStringLiteral("minutes");   ///< of such a note
inline const QString due = QStringLiteral("due");           ///< of a task: milliseconds since 1970 UTC
inline const QString done = QStringLiteral("done");         ///< of a task
inline const QString of = QStringLiteral("of");             ///< of a definition and a view: the kind's name
inline const QString key = QStringLiteral("key");           ///< of a definition: its field is called "x:" and this
inline const QString type = QStringLiteral("type");         ///< of a definition: "text", "number" …
inline const QString choices = QStringLiteral("choices");   ///< of a definition: a list that is one value
inline const QString required = QStringLiteral("required"); ///< of a definition
inline const QString deleted = QStringLiteral("deleted");   ///< in the bin
inline const QString emails = QStringLiteral("emails");     ///< a list
inline const QString phones = QStringLiteral("phones");     ///< a list
inline const QString tags = QStringLiteral("tags");         ///< a list

// Of the workspace
inline const QString visibility = QStringLiteral("visibility");       ///< who sees whose records
inline const QString statuses = QStringLiteral("statuses");           ///< those that a contact may have
inline const QString revenueTarget = QStringLiteral("revenueTarget"); ///< money, in a month
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

/// What the lists of a record hold, by name; each sorted by its UTF-16 units.
using ListValues = QMap<QString, QStringList>;

/// A record of the CRM as its creation or a snapshot brings it.
struct RecordState {
    RecordRef record;
    qint64 version = 1; ///< rises with each change
    UserId createdBy;
    qint64 createdAt = 0; ///< milliseconds since 1970 UTC
    qint64 changedAt = 0; ///< the same
    QJsonObject fields;   ///< a field that is not there was never set
    ListValues lists;

    friend bool operator==(const RecordState &, const RecordState &) = default;
};

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
