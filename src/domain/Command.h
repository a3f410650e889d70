// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"
#include "domain/Merge.h"
#include "domain/Types.h"

#include <variant>

/// What a person can change, in Frontdesk's own terms (docs/protocol.md, 4). Each is queued in the outbox before it is
/// shown.
namespace frontdesk {

struct SendMessage {
    ConversationId conversation;
    QString text; ///< may be empty when there are files
    QVector<FileRef> files = {};
    friend bool operator==(const SendMessage &, const SendMessage &) = default;
};
struct MoveRead {
    ConversationId conversation;
    qint64 number = 0;
    friend bool operator==(const MoveRead &, const MoveRead &) = default;
};
struct CreateConversation {
    ConversationId conversation;
    ConversationKind kind = ConversationKind::Direct;
    QString title;
    QVector<UserId> members;
    friend bool operator==(const CreateConversation &, const CreateConversation &) = default;
};
/// Another text for an own message. The latest counts.
struct EditMessage {
    ConversationId conversation;
    MessageId message;
    QString text;
    friend bool operator==(const EditMessage &, const EditMessage &) = default;
};
/// A new record of the CRM. It counts as a change that sets every field at version 1.
struct CreateRecord {
    RecordRef record; ///< its id was made by the person's program
    QJsonObject set;
    ListValues lists;
    friend bool operator==(const CreateRecord &, const CreateRecord &) = default;
};
/// Sets fields of a record and changes its lists; merged field by field with what others did meanwhile.
struct ChangeRecord {
    RecordRef record;
    Basis basis;
    QJsonObject set;
    QJsonObject was; ///< of each field in `set`, what its author saw: a conflict shows it
    ListChanges lists;
    ConflictId resolves; ///< the conflict that this decides; empty: none
    friend bool operator==(const ChangeRecord &, const ChangeRecord &) = default;
};
/// Something that all devices of this person share.
struct SetOwnValue {
    QString key;
    QJsonValue value; ///< null: none
    friend bool operator==(const SetOwnValue &, const SetOwnValue &) = default;
};

using CommandBody =
    std::variant<SendMessage, EditMessage, MoveRead, CreateConversation, CreateRecord, ChangeRecord, SetOwnValue>;

struct Command {
    CommandId id; ///< a UUIDv7, made once when the person acts
    qint64 at = 0;
    CommandBody body;
    friend bool operator==(const Command &, const Command &) = default;
};

/// Commands of one lane are sent in order; lanes go side by side. A conversation's id, a record, or a key of one's own.
QString laneOf(const CommandBody &body);

/// The command of this lane without which this one cannot be done, other than the conversation's creation: for an edit
/// the message. Empty: none.
CommandId parentOf(const CommandBody &body);

/// Whether everything else in its lane builds on it.
bool isCreation(const CommandBody &body);

/// Whether a field of the record has the value of this command when it is taken; lists have no one's value.
bool setsFieldsOf(const CommandBody &body, const RecordRef &record);

/// The files that it names: the server has to have them first.
QVector<FileRef> filesOf(const CommandBody &body);

/// Whether it opens this conversation again when it is taken, if that is closed: a message does.
bool opens(const CommandBody &body, const RecordRef &conversation);

/// The same command for what builds on an earlier one that has another id now.
CommandBody withOtherId(CommandBody body, const CommandId &earlier, const CommandId &now);

/// Frequent changes, each a command without a basis of its own; the session fills that in.
ChangeRecord renameConversation(const ConversationId &conversation, const QString &title);
ChangeRecord linkContact(const ConversationId &conversation, const QString &contact); ///< empty: to none
ChangeRecord closeConversation(const ConversationId &conversation, bool closed);      ///< or opens it again
ChangeRecord changeMembers(const ConversationId &conversation, const QVector<UserId> &add,
                           const QVector<UserId> &remove);
ChangeRecord changeLabels(const ConversationId &conversation, const QStringList &add, const QStringList &remove);

/// The name on the wire, such as "message:send".
QString nameOf(const CommandBody &body);

/// A command without its id as JSON, as it goes over the wire and into the outbox; and back (no value: not a command of
/// this version).
QJsonObject toJson(const CommandBody &body);
std::optional<CommandBody> commandFromJson(const QString &name, const QJsonObject &fields);

/// Where a command of this user is on its way.
enum class Delivery {
    Queued,    ///< in the outbox, waits for the connection or for what it builds on
    Sending,   ///< handed to the connection; its fate is unknown until acknowledged
    Sent,      ///< in the server's journal
    Delivered, ///< on a device of another member
    Read,      ///< read by another member
    Refused,   ///< the server said no; kept with the reason until the person decides
};
QString nameOf(Delivery delivery);

/// A command in the outbox.
struct PendingCommand {
    Command command;
    Delivery state = Delivery::Queued; ///< Queued, Sending or Refused
    Error refusal;                     ///< when Refused

    friend bool operator==(const PendingCommand &, const PendingCommand &) = default;
};

} // namespace frontdesk
