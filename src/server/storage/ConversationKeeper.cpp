// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/ConversationKeeper.h"

#include "domain/EventJson.h"
#include "domain/Json.h"
#include "server/storage/ListEffect.h"

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

QVector<UserId> usersOf(const QStringList &ids)
{
    QVector<UserId> users;
    for (const QString &id : ids)
        users.append(UserId(id));
    return users;
}

} // namespace

Result<RecordKeeper::Found> ConversationKeeper::find(const Actor &actor, const ChangeRecord &change)
{
    const ConversationId id(change.record.id);
    const auto found = m_conversations.forMember(actor.user, id);
    if (!found)
        return found.error();
    const bool groupsOnly = change.set.contains(fields::title) || change.lists.contains(fields::members);
    if (groupsOnly && found.value().kind == ConversationKind::Direct)
        return Error{u"conversation.direct"_s,
                     u"A direct conversation has no title and always the same two members."_s};
    return Found{streamOf(id), found.value().version};
}

Result<ListChanges> ConversationKeeper::effectOf(const RecordRef &record, const ListChanges &wanted)
{
    const ConversationId id(record.id);
    ListChanges effects;
    for (auto list = wanted.begin(); list != wanted.end(); ++list) {
        const auto effect =
            list.key() == fields::members ? effectOnMembers(id, list.value()) : effectOnLabels(id, list.value());
        if (!effect)
            return effect.error();
        if (effect.value() != ListChange{})
            effects.insert(list.key(), effect.value());
    }
    return effects;
}

Result<ListChange> ConversationKeeper::effectOnMembers(const ConversationId &id, const ListChange &wanted)
{
    for (const QString &user : wanted.add)
        if (!m_accounts.exists(UserId(user)))
            return Error{u"user.unknown"_s, u"There is no user %1."_s.arg(user)};
    QStringList members;
    for (const UserId &user : m_conversations.membersOf(id))
        members.append(user.text());
    ListChange effect = effectOn(members, wanted);
    if (members.size() + effect.add.size() - effect.remove.size() > limits::members)
        return Error{u"members.invalid"_s, u"A conversation has at most %1 members."_s.arg(limits::members)};
    return effect;
}

Result<ListChange> ConversationKeeper::effectOnLabels(const ConversationId &id, const ListChange &wanted)
{
    const QStringList labels = m_conversations.labelsOf(id);
    ListChange effect = effectOn(labels, wanted);
    if (labels.size() + effect.add.size() - effect.remove.size() > limits::labels)
        return Error{u"labels.tooMany"_s, u"A conversation has at most %1 labels."_s.arg(limits::labels)};
    return effect;
}

void ConversationKeeper::write(const Actor &actor, const RecordChanged &change)
{
    const ConversationId id(change.record.id);
    const QString stream = streamOf(id);
    Conversation conversation = m_conversations.find(id).value_or(Conversation{});
    const ListChange members = change.lists.value(fields::members);
    tellOfMembers(actor, conversation, members); // before anybody leaves, so that those who leave read it too

    const bool renamed = change.set.contains(fields::title);
    if (renamed)
        conversation.title = change.set[fields::title].toString();
    if (change.set.contains(fields::contact))
        conversation.contact = change.set[fields::contact].toString();
    const bool closes = change.set.contains(fields::closed);
    if (closes)
        conversation.closed = change.set[fields::closed].toBool();
    conversation.version = change.version;
    writeFields(conversation, change.lists.value(fields::labels));
    m_history.append(actor, stream, change.record, u"record:changed"_s, toJson(change));
    if (renamed)
        m_activities.record(actor, stream, u"Update"_s, groupObject(conversation));
    if (closes)
        tellOfClosing(actor, conversation);

    for (const UserId &user : usersOf(members.remove)) {
        m_journal.leave(stream, user);
        m_journal.append(actor, streamOf(user), u"conversation:left"_s, {{u"conversation"_s, id.text()}});
    }
    const QVector<UserId> added = usersOf(members.add);
    for (const UserId &user : added)
        m_journal.enter(stream, user); // what came before is in the state that they enter with
    m_conversations.announceEntered(actor, id, added);
}

void ConversationKeeper::openFor(const Actor &author, const ConversationId &id)
{
    auto conversation = m_conversations.find(id);
    if (!conversation || !conversation->closed)
        return;
    conversation->closed = false;
    ++conversation->version;
    const RecordChanged change{
        .record = recordOf(id), .version = conversation->version, .set = {{fields::closed, false}}, .lists = {}};
    m_fields.set(author, change.record, change.version, change.set);
    writeFields(*conversation, {});
    m_history.append(author, streamOf(id), change.record, u"record:changed"_s, toJson(change));
}

void ConversationKeeper::writeFields(const Conversation &conversation, const ListChange &labels)
{
    const QString id = conversation.id.text();
    m_database.run(u"UPDATE conversations SET title = ?, contact = ?, closed = ?, version = ? WHERE id = ?"_s,
                   {conversation.title, conversation.contact, conversation.closed ? 1 : 0, conversation.version, id});
    for (const QString &label : labels.remove)
        m_database.run(u"DELETE FROM labels WHERE conversation_id = ? AND label = ?"_s, {id, label});
    for (const QString &label : labels.add)
        m_database.run(u"INSERT INTO labels (conversation_id, label) VALUES (?, ?)"_s, {id, label});
}

void ConversationKeeper::tellOfClosing(const Actor &actor, const Conversation &conversation)
{
    const QString state = conversation.closed ? u"closed"_s : u"open"_s;
    m_activities.record(actor, streamOf(conversation.id), u"Move"_s, groupObject(conversation),
                        ActivityObject{u"State"_s, state, {}});
}

void ConversationKeeper::tellOfMembers(const Actor &actor, const Conversation &group, const ListChange &members)
{
    const QString stream = streamOf(group.id);
    const auto tell = [&](const QString &verb, const QStringList &users) {
        m_activities.record(actor, stream, verb, personObject(m_accounts.find(UserId(users.first())).value_or(User{})),
                            groupObject(group), int(users.size()));
    };
    if (!members.add.isEmpty())
        tell(u"Add"_s, members.add);
    if (members.remove == QStringList{actor.user.text()})
        m_activities.record(actor, stream, u"Leave"_s, groupObject(group));
    else if (!members.remove.isEmpty())
        tell(u"Remove"_s, members.remove);
}

} // namespace frontdesk::server
