// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServerModel.h"

#include <algorithm>

namespace frontdesk::model {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString epoch = u"epoch"_s;

ConversationId conversationOf(const QString &stream)
{
    static const QString prefix = streamOf(ConversationId());
    return stream.startsWith(prefix) ? ConversationId(stream.mid(prefix.size())) : ConversationId();
}

} // namespace

ServerModel::ServerModel(const QVector<UserId> &users, const QVector<ConversationId> &conversations)
{
    m_mark = u"beginning"_s;
    for (const UserId &user : users)
        m_intervals.append({user, streamOf(user), 1, {}});
    for (const ConversationId &conversation : conversations) {
        m_members[conversation] = users;
        for (const UserId &user : users)
            m_intervals.append({user, streamOf(conversation), head() + 1, {}});
        append(streamOf(conversation), ConversationCreated{}, {users.begin(), users.end()});
        for (const UserId &user : users)
            append(streamOf(user), ConversationEntered{stateOf(conversation)}, {user});
    }
}

bool ServerModel::isMember(const UserId &user, const ConversationId &conversation) const
{
    return m_members.value(conversation).contains(user);
}

void ServerModel::append(const QString &stream, LastingEvent event, const QSet<UserId> &audience)
{
    DecodedRow row;
    row.row.seq = head() + 1;
    row.row.stream = stream;
    row.row.n = ++m_numbers[stream];
    row.row.mark = m_mark;
    row.event = std::move(event);
    m_rows.append(row);
    m_audience.append(audience);
}

Answer ServerModel::execute(const UserId &user, const Command &command, const QString &mark, Bug bug)
{
    if (bug != Bug::ServerForgetsCommandIds && m_answers.contains(command.id))
        return m_answers.value(command.id);
    m_mark = mark;
    const bool accepted = std::visit([&](const auto &body) { return apply(user, command.id, body); }, command.body);
    const Answer answer{command.id, accepted, head()};
    if (accepted)
        m_answers.insert(command.id, answer);
    return answer;
}

bool ServerModel::apply(const UserId &user, const CommandId &id, const SendMessage &send)
{
    if (!isMember(user, send.conversation))
        return false;
    Message message;
    message.id = id;
    message.conversation = send.conversation;
    message.number = messages(send.conversation).size() + 1;
    message.author = user;
    message.text = send.text;
    message.seq = head() + 1;
    const QVector<UserId> members = m_members.value(send.conversation);
    append(streamOf(send.conversation), MessageAdded{message}, {members.begin(), members.end()});
    return true;
}

bool ServerModel::apply(const UserId &user, const CommandId &, const ChangeMembers &change)
{
    const ConversationId &conversation = change.conversation;
    if (!isMember(user, conversation))
        return false;
    QVector<UserId> &members = m_members[conversation];
    QVector<UserId> added;
    QVector<UserId> removed;
    std::copy_if(change.add.begin(), change.add.end(), std::back_inserter(added),
                 [&](const UserId &other) { return !members.contains(other); });
    std::copy_if(change.remove.begin(), change.remove.end(), std::back_inserter(removed),
                 [&](const UserId &other) { return members.contains(other); });
    if (added.isEmpty() && removed.isEmpty())
        return true;
    const QString stream = streamOf(conversation);
    append(stream, MembersChanged{conversation, 1, added, removed}, {members.begin(), members.end()});
    for (const UserId &other : removed) {
        for (Interval &interval : m_intervals)
            if (interval.user == other && interval.stream == stream && !interval.to)
                interval.to = head();
        members.removeAll(other);
        append(streamOf(other), ConversationLeft{conversation}, {other});
    }
    for (const UserId &other : added) {
        m_intervals.append({other, stream, head() + 1, {}});
        members.append(other);
    }
    for (const UserId &other : added)
        append(streamOf(other), ConversationEntered{stateOf(conversation)}, {other});
    return true;
}

void ServerModel::addOwnRow(const UserId &user, const QString &mark)
{
    m_mark = mark;
    append(streamOf(user), UserChanged{}, {user});
}

ConversationState ServerModel::stateOf(const ConversationId &conversation) const
{
    ConversationState state;
    state.conversation.id = conversation;
    state.conversation.members = m_members.value(conversation);
    state.n = m_numbers.value(streamOf(conversation));
    state.messages = messages(conversation);
    state.number = state.messages.size();
    return state;
}

QVector<Message> ServerModel::messages(const ConversationId &conversation) const
{
    QVector<Message> found;
    for (const DecodedRow &row : m_rows)
        if (const auto *added = std::get_if<MessageAdded>(&row.event))
            if (added->message.conversation == conversation)
                found.append(added->message);
    return found;
}

dialect::JournalState ServerModel::stateOf(const Cursor &cursor, Bug bug) const
{
    using dialect::JournalState;
    if (cursor.epoch.isEmpty())
        return JournalState::Fresh;
    if (cursor.seq > head() || markAt(cursor.seq) != cursor.mark) {
        if (bug != Bug::ServerTrustsEveryCursor)
            return JournalState::Rewound;
    }
    return cursor.seq >= head() ? JournalState::Current : JournalState::Behind;
}

bool ServerModel::sees(const UserId &user, const DecodedRow &row) const
{
    return std::any_of(m_intervals.begin(), m_intervals.end(), [&](const Interval &interval) {
        return interval.user == user && interval.stream == row.row.stream && interval.from <= row.row.seq &&
               interval.to.value_or(row.row.seq) >= row.row.seq;
    });
}

JournalBatch ServerModel::page(const UserId &user, qint64 cursor, int limit, Bug bug) const
{
    JournalBatch page;
    page.after = page.upTo = cursor;
    while (page.upTo < head() && page.rows.size() < limit) {
        const DecodedRow &row = m_rows[page.upTo++];
        const bool isConversations = !conversationOf(row.row.stream).isEmpty();
        if (sees(user, row) || (bug == Bug::ServerPagesIgnoreMembership && isConversations))
            page.rows.append(row);
    }
    page.more = page.upTo < head();
    page.mark = markAt(page.upTo);
    return page;
}

QVector<JournalBatch> ServerModel::pushes(const UserId &user, qint64 after, Bug bug) const
{
    QVector<JournalBatch> pushed;
    for (qint64 seq = after + 1; seq <= head(); ++seq) {
        const DecodedRow &row = m_rows[seq - 1];
        const bool was = std::any_of(m_intervals.begin(), m_intervals.end(), [&](const Interval &interval) {
            return interval.user == user && interval.stream == row.row.stream && interval.from <= seq;
        });
        if (!sees(user, row) && !(bug == Bug::ServerPushesToThoseWhoLeft && was))
            continue;
        JournalBatch batch;
        batch.after = pushed.isEmpty() ? after : pushed.last().upTo;
        batch.upTo = seq;
        batch.mark = row.row.mark;
        batch.rows = {row};
        pushed.append(batch);
    }
    if (!pushed.isEmpty()) { // the last one brings to the transaction's end
        pushed.last().upTo = head();
        pushed.last().mark = markAt(head());
    }
    return pushed;
}

QVector<DecodedRow> ServerModel::fetch(const UserId &user, const QString &stream, qint64 from, qint64 to) const
{
    QVector<DecodedRow> found;
    for (const DecodedRow &row : m_rows)
        if (row.row.stream == stream && row.row.n >= from && row.row.n <= to && sees(user, row))
            found.append(row);
    return found;
}

QVector<ConversationState> ServerModel::snapshot(const UserId &user) const
{
    QVector<ConversationState> states;
    for (auto it = m_members.begin(); it != m_members.end(); ++it)
        if (it.value().contains(user))
            states.append(stateOf(it.key()));
    return states;
}

} // namespace frontdesk::model
