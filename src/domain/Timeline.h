// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Command.h"

/// Confirmed ⊕ pending: what a person sees is computed from the server's rows and the outbox, so that a refusal needs
/// no undo. Pure.
namespace frontdesk {

/// What others are known to have of one conversation.
struct OthersProgress {
    qint64 readUpTo = 0;      ///< the largest message number that another member has read
    qint64 deliveredUpTo = 0; ///< the largest journal seq that another member's device has
};

/// One message as shown.
struct TimelineEntry {
    MessageId id;
    UserId author;
    QString text;
    qint64 number = 0; ///< 0 while not in the journal
    qint64 at = 0;
    Delivery delivery = Delivery::Sent;
    Error refusal;
    bool edited = false; ///< the text is not the first one
    std::optional<PendingCommand>
        edit; ///< the newest own edit that is not in the journal; unless refused, `text` is its
    QVector<FileRef> files = {};

    friend bool operator==(const TimelineEntry &, const TimelineEntry &) = default;
};

/// What a message says first: its text, or how its first file is called.
QString beginningOf(const TimelineEntry &entry);

/// Messages of one conversation in order: the confirmed ones by number, then the pending ones as they were typed. A
/// pending one that is confirmed already (same id) is shown once, at the server's place.
QVector<TimelineEntry> timeline(const QVector<Message> &confirmed, const QVector<PendingCommand> &pending,
                                const ConversationId &conversation, const UserId &me, const OthersProgress &others);

/// One row of the conversation list.
struct ConversationSummary {
    Conversation conversation;
    qint64 number = 0;                 ///< of the newest message in the journal
    qint64 readUpTo = 0;               ///< the own read position
    qint64 unread = 0;                 ///< messages of others after it
    std::optional<TimelineEntry> last; ///< the newest message as shown
    qint64 sortAt = 0;                 ///< time of the newest message, or of creation
    bool pending = false;              ///< created here, not in the journal yet

    friend bool operator==(const ConversationSummary &, const ConversationSummary &) = default;
};

/// The conversation list, newest first, with the outbox applied: created and renamed conversations, members, last
/// message, own read position.
QVector<ConversationSummary> overlay(QVector<ConversationSummary> confirmed, const QVector<PendingCommand> &pending,
                                     const UserId &me);

} // namespace frontdesk
