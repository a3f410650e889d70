// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/Conversations.h"

#include "domain/Json.h"
#include "domain/ValueForms.h"

#include <algorithm>
#include <limits>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

Error unknown()
{
    return {u"conversation.unknown"_s, u"There is no such conversation, or you are not in it."_s};
}

} // namespace

std::optional<Conversation> Conversations::find(const ConversationId &id)
{
    Rows rows =
        m_database.run(u"SELECT kind, title, created_by, created_at, version, contact, closed FROM conversations "
                       "WHERE id = ?"_s,
                       {id.text()});
    if (!rows.next())
        return {};
    return Conversation{.id = id,
                        .kind = conversationKindFrom(rows.text(0)).value_or(ConversationKind::Group),
                        .title = rows.text(1),
                        .members = {},
                        .createdBy = UserId(rows.text(2)),
                        .createdAt = rows.integer(3),
                        .version = rows.integer(4),
                        .contact = rows.text(5),
                        .closed = rows.integer(6) != 0};
}

QVector<UserId> Conversations::membersOf(const ConversationId &id)
{
    Rows rows = m_database.run(
        u"SELECT user_id FROM memberships WHERE stream = ? AND to_seq IS NULL ORDER BY from_seq, user_id"_s,
        {streamOf(id)});
    QVector<UserId> members;
    while (rows.next())
        members.append(UserId(rows.text(0)));
    return members;
}

QStringList Conversations::labelsOf(const ConversationId &id)
{
    Rows rows = m_database.run(u"SELECT label FROM labels WHERE conversation_id = ?"_s, {id.text()});
    QStringList labels;
    while (rows.next())
        labels.append(rows.text(0));
    labels.sort();
    return labels;
}

Result<Conversation> Conversations::forMember(const UserId &user, const ConversationId &id)
{
    const bool member =
        m_database.number(u"SELECT count(*) FROM memberships WHERE user_id = ? AND stream = ? AND to_seq IS NULL"_s,
                          {user.text(), streamOf(id)}) > 0;
    auto conversation = member ? find(id) : std::nullopt;
    if (!conversation)
        return unknown();
    return *std::move(conversation);
}

ConversationState Conversations::state(const ConversationId &id, qint64 bytes)
{
    ConversationState state;
    state.conversation = find(id).value_or(Conversation{});
    state.conversation.members = membersOf(id);
    state.conversation.labels = labelsOf(id);
    state.n = m_journal.countOf(streamOf(id));
    state.number = m_messages.lastNumber(id);
    state.reads = m_reads.of(id);
    state.conflicts = m_conflicts.of(recordOf(id));
    for (const Conflict &conflict : std::as_const(state.conflicts))
        bytes -= jsonBytes(toJson(conflict));
    state.messages =
        m_messages.before(id, std::numeric_limits<qint64>::max(), limits::snapshotMessages, bytes).messages;
    return state;
}

QVector<ConversationId> Conversations::idsOf(const UserId &user, const ConversationId &after, int limit)
{
    Rows rows = m_database.run(u"SELECT stream FROM memberships WHERE user_id = ? AND stream > ? "
                               "AND stream < 'conversation;' AND to_seq IS NULL ORDER BY stream LIMIT ?"_s,
                               {user.text(), streamOf(after), limit});
    QVector<ConversationId> ids;
    while (rows.next())
        ids.append(ConversationId(rows.text(0).mid(streamOf(ConversationId()).size())));
    return ids;
}

Result<Conversation> Conversations::create(const Actor &actor, Conversation wanted)
{
    if (!wanted.members.contains(actor.user))
        wanted.members.prepend(actor.user);
    if (wanted.members.size() > limits::members)
        return Error{u"members.invalid"_s, u"A conversation has at most %1 members."_s.arg(limits::members)};
    if (wanted.kind == ConversationKind::Direct &&
        (wanted.members.size() != 2 || directConversationId(wanted.members[0], wanted.members[1]) != wanted.id))
        return Error{u"members.invalid"_s, u"A direct conversation is between two people and has the id of the two."_s};
    for (const UserId &member : std::as_const(wanted.members))
        if (!m_accounts.exists(member))
            return Error{u"user.unknown"_s, u"There is no user %1."_s.arg(member.text())};
    if (auto existing = find(wanted.id)) {
        existing->members = membersOf(wanted.id);
        if (wanted.kind != ConversationKind::Direct || existing->kind != wanted.kind ||
            !std::is_permutation(wanted.members.begin(), wanted.members.end(), existing->members.begin(),
                                 existing->members.end()))
            return Error{u"conversation.exists"_s, u"There is a conversation with this id already."_s};
        existing->labels = labelsOf(wanted.id);
        return *std::move(existing);
    }

    wanted.createdBy = actor.user;
    wanted.createdAt = actor.now;
    wanted.version = 1;
    m_database.run(u"INSERT INTO conversations (id, kind, title, created_by, created_at, version) "
                   "VALUES (?, ?, ?, ?, ?, 1)"_s,
                   {wanted.id.text(), nameOf(wanted.kind), wanted.title, actor.user.text(), actor.now});
    if (wanted.kind == ConversationKind::Group)
        m_fields.set(actor, recordOf(wanted.id), wanted.version, {{fields::title, wanted.title}});
    const QString stream = streamOf(wanted.id);
    for (const UserId &member : std::as_const(wanted.members))
        m_journal.enter(stream, member); // its first members see a conversation from its first row
    m_journal.append(actor, stream, u"conversation:created"_s, toJson(wanted));
    if (wanted.kind == ConversationKind::Group)
        m_activities.record(actor, stream, u"Create"_s, groupObject(wanted));
    announceEntered(actor, wanted.id, wanted.members);
    return wanted;
}

void Conversations::announceEntered(const Actor &actor, const ConversationId &id, const QVector<UserId> &users)
{
    if (users.isEmpty())
        return;
    // The state is written once for everybody who enters: the more they are, the fewer messages it brings.
    const QJsonObject entered = toJson(state(id, m_stateBytes / users.size()));
    for (const UserId &user : users)
        m_journal.append(actor, streamOf(user), u"conversation:entered"_s, entered);
}

} // namespace frontdesk::server
