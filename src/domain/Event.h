// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Types.h"

#include <variant>

/// What a server tells, in Frontdesk's own terms, whatever its dialect.
namespace frontdesk {

struct UserAdded {
    User user;
};
struct ConversationEntered {
    ConversationState state;
};
struct ConversationLeft {
    ConversationId conversation;
};
struct ConversationCreated {
    Conversation conversation;
};
/// A record of the CRM was made.
struct RecordAdded {
    RecordState state;
};
/// A record that was elsewhere is in this stream now, with all that is open about it: who sees the stream sees it.
struct RecordEntered {
    RecordState state;
    QVector<Conflict> conflicts;
};
/// A record is no longer in this stream: who does not see where it has gone sees it no more.
struct RecordLeft {
    RecordRef record;
    QString to; ///< a stream
};
/// What has become of a record: fields with their values, and what came into its lists and left them.
struct RecordChanged {
    RecordRef record;
    qint64 version = 0;
    QJsonObject set;
    ListChanges lists;
    QJsonObject was = {}; ///< of the CRM: what the fields in `set` held before, null where there was nothing
};
struct ConflictOpened {
    Conflict conflict;
};
struct ConflictClosed {
    ConflictId conflict;
    RecordRef record;
    QString field;
};
struct MessageEdited {
    ConversationId conversation;
    MessageId message;
    qint64 number = 0;
    QString text;
    qint64 at = 0; ///< when it was edited
};
/// In the own stream; a latest-only row.
struct OwnValueChanged {
    QString key;
    QJsonValue value; ///< null: none
};
struct MessageAdded {
    Message message;
};
struct ReadMoved {
    ConversationId conversation;
    UserId user;
    qint64 number = 0;
};
struct ActivityAdded {
    Activity activity;
};
/// A row this version does not know; kept raw and applied after an upgrade.
struct UnknownEvent {};

using LastingEvent = std::variant<UnknownEvent, UserAdded, ConversationEntered, ConversationLeft, ConversationCreated,
                                  RecordAdded, RecordEntered, RecordLeft, RecordChanged, ConflictOpened, ConflictClosed,
                                  MessageAdded, MessageEdited, ReadMoved, OwnValueChanged, ActivityAdded>;

/// A journal row with its payload decoded. A payload that does not fit its event is decoded as UnknownEvent; only that
/// one keeps the payload, since thousands of rows wait for the disk at a time.
struct DecodedRow {
    JournalRow row;
    LastingEvent event;
};

/// Rows to apply in one transaction together with the cursor (docs/protocol.md, 3).
struct JournalBatch {
    qint64 after = 0; ///< apply only if this is the cursor
    qint64 upTo = 0;  ///< the cursor afterwards
    QString mark;     ///< of the transaction that holds upTo; empty: unchanged
    QVector<DecodedRow> rows;
    bool more = false;
};

struct TypingChanged {
    ConversationId conversation;
    UserId user;
    bool typing = false;
};
struct PresenceChanged {
    UserId user;
    PresenceState state;
};
/// The user has every row they may see up to this seq in their cache.
struct DeliveryChanged {
    UserId user;
    qint64 upTo = 0;
};

/// Somebody who looks at a record.
struct Viewer {
    UserId user;
    QString field; ///< the one that they change now; empty: none

    friend bool operator==(const Viewer &, const Viewer &) = default;
};
/// Everybody who looks at a record, each once, in the order in which they came.
struct ViewersChanged {
    RecordRef record;
    QVector<Viewer> viewers;
};

using PassingEvent = std::variant<TypingChanged, PresenceChanged, DeliveryChanged, ViewersChanged>;

} // namespace frontdesk
