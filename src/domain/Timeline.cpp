// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Timeline.h"

#include <QtCore/QSet>

#include <algorithm>

namespace frontdesk {

namespace {

Delivery deliveryOf(const Message &message, const OthersProgress &others)
{
    if (others.readUpTo >= message.number)
        return Delivery::Read;
    return others.deliveredUpTo >= message.seq ? Delivery::Delivered : Delivery::Sent;
}

void applyTo(QStringList &sorted, const ListChange &change)
{
    for (const QString &entry : change.remove)
        sorted.removeAll(entry);
    for (const QString &entry : change.add)
        if (!sorted.contains(entry))
            sorted.append(entry);
    sorted.sort();
}

void showEdit(QVector<TimelineEntry> &entries, const PendingCommand &pending, const EditMessage &edit)
{
    const auto entry = std::find_if(entries.begin(), entries.end(),
                                    [&](const TimelineEntry &candidate) { return candidate.id == edit.message; });
    if (entry == entries.end())
        return;
    entry->edit = pending;
    if (pending.state == Delivery::Refused)
        return;
    entry->text = edit.text;
    entry->edited = true;
}

TimelineEntry pendingEntry(const PendingCommand &pending, const SendMessage &send, const UserId &me)
{
    return {.id = pending.command.id,
            .author = me,
            .text = send.text,
            .at = pending.command.at,
            .delivery = pending.state,
            .refusal = pending.refusal,
            .edited = false,
            .edit = {},
            .files = send.files};
}

/// Applies one command of the outbox to the list of conversations.
struct Overlay {
    QVector<ConversationSummary> &summaries;
    const PendingCommand &pending;
    const UserId &me;

    ConversationSummary *find(const ConversationId &id) const
    {
        const auto found = std::find_if(summaries.begin(), summaries.end(),
                                        [&](const auto &summary) { return summary.conversation.id == id; });
        return found == summaries.end() ? nullptr : &*found;
    }

    void operator()(const SendMessage &send) const
    {
        ConversationSummary *summary = find(send.conversation);
        if (!summary || (summary->last && summary->last->id == pending.command.id))
            return;
        if (pending.state != Delivery::Refused)
            summary->conversation.closed = false;
        summary->last = pendingEntry(pending, send, me);
        summary->sortAt = std::max(summary->sortAt, pending.command.at);
    }

    void operator()(const MoveRead &move) const
    {
        ConversationSummary *summary = find(move.conversation);
        if (!summary || move.number <= summary->readUpTo)
            return;
        // Rows between the two positions are no longer unread; own messages among them make this a lower bound, never
        // below zero.
        summary->unread = move.number >= summary->number
                              ? 0
                              : std::max<qint64>(0, summary->unread - (move.number - summary->readUpTo));
        summary->readUpTo = move.number;
    }

    void operator()(const CreateConversation &create) const
    {
        if (find(create.conversation))
            return;
        ConversationSummary summary;
        summary.conversation = {.id = create.conversation,
                                .kind = create.kind,
                                .title = create.title,
                                .members = create.members,
                                .createdBy = me,
                                .createdAt = pending.command.at,
                                .labels = {}};
        if (!summary.conversation.members.contains(me))
            summary.conversation.members.append(me);
        summary.sortAt = pending.command.at;
        summary.pending = true;
        summaries.append(summary);
    }

    void operator()(const EditMessage &edit) const
    {
        ConversationSummary *summary = find(edit.conversation);
        if (!summary || !summary->last || summary->last->id != edit.message)
            return;
        summary->last->text = edit.text;
        summary->last->edited = true;
        summary->last->edit = pending;
    }

    void operator()(const ChangeRecord &change) const
    {
        if (change.record.kind != RecordKind::Conversation)
            return;
        ConversationSummary *summary = find(ConversationId(change.record.id));
        if (!summary)
            return;
        const ListChange members = change.lists.value(fields::members);
        if (members.remove.contains(me.text())) {
            summaries.remove(summary - summaries.data());
            return;
        }
        Conversation &conversation = summary->conversation;
        if (const auto title = change.set.constFind(fields::title); title != change.set.constEnd())
            conversation.title = title->toString();
        if (const auto contact = change.set.constFind(fields::contact); contact != change.set.constEnd())
            conversation.contact = contact->toString();
        if (const auto closed = change.set.constFind(fields::closed); closed != change.set.constEnd())
            conversation.closed = closed->toBool();
        for (const QString &user : members.remove)
            conversation.members.removeAll(UserId(user));
        for (const QString &user : members.add)
            if (!conversation.members.contains(UserId(user)))
                conversation.members.append(UserId(user));
        applyTo(conversation.labels, change.lists.value(fields::labels));
    }

    void operator()(const CreateRecord &) const {}
    void operator()(const SetOwnValue &) const {}
};

} // namespace

QString beginningOf(const TimelineEntry &entry)
{
    return entry.text.isEmpty() && !entry.files.isEmpty() ? entry.files.constFirst().name : entry.text;
}

QVector<TimelineEntry> timeline(const QVector<Message> &confirmed, const QVector<PendingCommand> &pending,
                                const ConversationId &conversation, const UserId &me, const OthersProgress &others)
{
    QVector<TimelineEntry> entries;
    QSet<MessageId> known;
    entries.reserve(confirmed.size() + pending.size());
    for (const Message &message : confirmed) {
        known.insert(message.id);
        entries.append({.id = message.id,
                        .author = message.author,
                        .text = message.text,
                        .number = message.number,
                        .at = message.at,
                        .delivery = message.author == me ? deliveryOf(message, others) : Delivery::Sent,
                        .refusal = {},
                        .edited = message.editSeq > 0,
                        .edit = {},
                        .files = message.files});
    }
    for (const PendingCommand &command : pending) {
        const auto *send = std::get_if<SendMessage>(&command.command.body);
        if (send && send->conversation == conversation && !known.contains(command.command.id))
            entries.append(pendingEntry(command, *send, me));
    }
    for (const PendingCommand &command : pending)
        if (const auto *edit = std::get_if<EditMessage>(&command.command.body);
            edit && edit->conversation == conversation)
            showEdit(entries, command, *edit);
    return entries;
}

QVector<ConversationSummary> overlay(QVector<ConversationSummary> confirmed, const QVector<PendingCommand> &pending,
                                     const UserId &me)
{
    for (const PendingCommand &command : pending) {
        // A refused change is not shown as if it had happened; only a refused message stays where it was typed.
        if (command.state == Delivery::Refused && !std::holds_alternative<SendMessage>(command.command.body))
            continue;
        std::visit(Overlay{confirmed, command, me}, command.command.body);
    }
    std::stable_sort(confirmed.begin(), confirmed.end(),
                     [](const auto &a, const auto &b) { return a.sortAt > b.sortAt; });
    return confirmed;
}

} // namespace frontdesk
