// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Event.h"
#include "domain/FieldReader.h"

/// The objects of docs/protocol.md, 3.2 and 3.3, as JSON; used by both sides of the wire. `toJson` writes one, `read…`
/// reads one and leaves what is wrong in the reader.
namespace frontdesk {

QJsonObject toJson(const User &user);
QJsonObject toJson(const Conversation &conversation);
QJsonObject toJson(const ConversationState &state);
QJsonObject toJson(const Message &message);
QJsonObject toJson(const Conflict &conflict);
QJsonObject toJson(const OwnValue &own);
QJsonObject toJson(const RecordState &state);
QJsonObject toJson(const RecordEntered &entered);
QJsonObject toJson(const RecordChanged &change);
QJsonObject toJson(const Activity &activity);
QJsonObject toJson(const JournalRow &row);
QJsonObject toJson(const Error &error);

User readUser(FieldReader &fields);
Conversation readConversation(FieldReader &fields);
ConversationState readConversationState(FieldReader &fields);
QVector<FileRef> readFiles(FieldReader &fields); ///< of a field of that name; none when there is no such field
Message readMessage(FieldReader &fields);
Conflict readConflict(FieldReader &fields);
OwnValue readOwnValue(FieldReader &fields);
RecordState readRecordState(FieldReader &fields);
Activity readActivity(FieldReader &fields);
JournalRow readJournalRow(FieldReader &fields);
/// An Error of the wire; one without a code or words becomes `error.unknown`, so that it is never empty.
Error readError(const QJsonObject &object);

/// The payload of a row in domain terms (3.3). UnknownEvent for an event or a payload that this version does not
/// understand.
LastingEvent eventFromJson(const QString &event, const QJsonObject &payload);
DecodedRow decodeRow(JournalRow row);

} // namespace frontdesk
