// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Event.h"
#include "domain/FieldReader.h"

/// The objects of docs/protocol.md, 3.2, as JSON; used by both sides of the wire. `toJson` writes one, `read…`
/// reads one and leaves what is wrong in the reader.
namespace frontdesk {

/// More than any journal holds of one thing, less than any attack needs.
namespace limits {
inline constexpr qsizetype readEntries = 10'000; ///< of one list of a record
inline constexpr qsizetype readConflicts = 1'000;
inline constexpr qsizetype readMessages = 1'000;
} // namespace limits

QJsonObject toJson(const User &user);
QJsonObject toJson(const Conversation &conversation);
QJsonObject toJson(const ConversationState &state);
QJsonObject toJson(const Message &message);
QJsonObject toJson(const Conflict &conflict);
QJsonObject toJson(const OwnValue &own);
QJsonObject toJson(const RecordState &state);
QJsonObject toJson(const Activity &activity);
QJsonObject toJson(const JournalRow &row);
QJsonObject toJson(const Error &error);

RecordRef readRecordRef(FieldReader &fields); ///< of a field `record`
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

} // namespace frontdesk
