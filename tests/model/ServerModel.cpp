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
        m_records[conversation] = {};
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

QSet<UserId> ServerModel::membersOf(const ConversationId &conversation) const
{
    const QVector<UserId> members = m_members.value(conversation);
    return {members.begin(), members.end()};
}

void ServerModel::append(const QString &stream, LastingEvent event, const QSet<UserId> &audience, Numbered numbered)
{
    DecodedRow row;
    row.row.seq = head() + 1;
    row.row.stream = stream;
    row.row.n = numbered == Numbered::Yes ? ++m_numbers[stream] : 0;
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
    const bool accepted =
        std::visit([&](const auto &body) { return apply(user, command.id, body, bug); }, command.body);
    const Answer answer{command.id, accepted, head()};
    if (accepted)
        m_answers.insert(command.id, answer);
    return answer;
}

bool ServerModel::apply(const UserId &user, const CommandId &id, const SendMessage &send, Bug)
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
    append(streamOf(send.conversation), MessageAdded{message}, membersOf(send.conversation));
    return true;
}

bool ServerModel::apply(const UserId &user, const CommandId &, const EditMessage &edit, Bug)
{
    if (!isMember(user, edit.conversation))
        return false;
    for (const Message &message : messages(edit.conversation)) {
        if (message.id != edit.message || message.author != user)
            continue;
        if (message.text != edit.text)
            append(streamOf(edit.conversation),
                   MessageEdited{edit.conversation, edit.message, message.number, edit.text, 0},
                   membersOf(edit.conversation));
        return true;
    }
    return false;
}

bool ServerModel::apply(const UserId &user, const CommandId &id, const ChangeRecord &change, Bug bug)
{
    const ConversationId conversation(change.record.id);
    if (!isMember(user, conversation))
        return false;
    for (const Conflict &conflict : conflicts(conversation))
        if (conflict.id == change.resolves)
            close(conversation, conflict);
    if (change.set.contains(fields::title))
        merge(user, id, change, bug);
    Record &record = m_records[conversation];
    ListChange labels = change.lists.value(fields::labels);
    labels.add.removeIf([&](const QString &label) { return record.labels.contains(label); });
    labels.remove.removeIf([&](const QString &label) { return !record.labels.contains(label); });
    if (!labels.add.isEmpty() || !labels.remove.isEmpty()) {
        for (const QString &label : std::as_const(labels.remove))
            record.labels.removeAll(label);
        record.labels += labels.add;
        record.labels.sort();
        append(streamOf(conversation), RecordChanged{change.record, ++record.version, {}, {{fields::labels, labels}}},
               membersOf(conversation));
    }
    changeMembers(conversation, change.lists.value(fields::members));
    return true;
}

/// What the program's own rule says of the title.
void ServerModel::merge(const UserId &user, const CommandId &id, const ChangeRecord &change, Bug bug)
{
    const ConversationId conversation(change.record.id);
    Record &record = m_records[conversation];
    const QJsonValue wanted = change.set.value(fields::title);
    FieldFate fate = mergeField(record.title, wanted, change.basis);
    if (fate == FieldFate::Conflicting && bug == Bug::ServerOverwritesWhatWasNotSeen)
        fate = FieldFate::Applied;
    if (fate == FieldFate::Applied) {
        record.title = {{wanted, user, head() + 1}, ++record.version, id};
        append(streamOf(conversation), RecordChanged{change.record, record.version, {{fields::title, wanted}}, {}},
               membersOf(conversation));
    }
    if (fate != FieldFate::Conflicting || bug == Bug::ServerDropsTheLaterChange)
        return;
    for (const Conflict &conflict : conflicts(conversation))
        if (conflict.wanted.by == user)
            close(conversation, conflict);
    const Conflict conflict{.id = id,
                            .record = change.record,
                            .field = fields::title,
                            .wanted = {wanted, user, head() + 1},
                            .kept = record.title.current,
                            .before = change.was.value(fields::title),
                            .seq = head() + 1};
    record.open.append(conflict);
    append(streamOf(conversation), ConflictOpened{conflict}, membersOf(conversation));
}

void ServerModel::close(const ConversationId &conversation, const Conflict &conflict)
{
    m_records[conversation].open.removeAll(conflict);
    append(streamOf(conversation), ConflictClosed{conflict.id, conflict.record, conflict.field},
           membersOf(conversation));
}

bool ServerModel::apply(const UserId &user, const CommandId &, const SetOwnValue &own, Bug)
{
    QVector<OwnValue> &values = m_own[user];
    values.removeIf([&](const OwnValue &known) { return known.key == own.key; });
    values.append({own.key, own.value, head() + 1});
    append(streamOf(user), OwnValueChanged{own.key, own.value}, {user}, Numbered::LatestOnly);
    return true;
}

void ServerModel::changeMembers(const ConversationId &conversation, const ListChange &change)
{
    QVector<UserId> &members = m_members[conversation];
    QVector<UserId> added;
    QVector<UserId> removed;
    for (const QString &other : change.add)
        if (!members.contains(UserId(other)))
            added.append(UserId(other));
    for (const QString &other : change.remove)
        if (members.contains(UserId(other)))
            removed.append(UserId(other));
    if (added.isEmpty() && removed.isEmpty())
        return;
    const QString stream = streamOf(conversation);
    append(stream,
           RecordChanged{recordOf(conversation), ++m_records[conversation].version, {}, {{fields::members, change}}},
           membersOf(conversation));
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
}

void ServerModel::addOwnRow(const UserId &user, const QString &mark)
{
    m_mark = mark;
    append(streamOf(user), UnknownEvent{}, {user});
}

ConversationState ServerModel::stateOf(const ConversationId &conversation) const
{
    ConversationState state;
    state.conversation = record(conversation);
    state.conversation.members = m_members.value(conversation);
    state.n = m_numbers.value(streamOf(conversation));
    state.messages = messages(conversation);
    state.number = state.messages.size();
    state.conflicts = conflicts(conversation);
    return state;
}

Conversation ServerModel::record(const ConversationId &conversation) const
{
    const Record record = m_records.value(conversation);
    Conversation known;
    known.id = conversation;
    known.title = record.title.current.value.toString();
    known.version = record.version;
    known.labels = record.labels;
    return known;
}

QVector<Conflict> ServerModel::conflicts(const ConversationId &conversation) const
{
    return m_records.value(conversation).open;
}

QVector<Message> ServerModel::messages(const ConversationId &conversation) const
{
    QVector<Message> found;
    for (const DecodedRow &row : m_rows) {
        const auto *added = std::get_if<MessageAdded>(&row.event);
        const auto *edited = std::get_if<MessageEdited>(&row.event);
        if (added && added->message.conversation == conversation) {
            found.append(added->message);
        } else if (edited && edited->conversation == conversation) {
            Message &message = found[edited->number - 1];
            message.text = edited->text;
            message.editSeq = row.row.seq;
        }
    }
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
