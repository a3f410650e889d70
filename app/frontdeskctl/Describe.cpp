// SPDX-License-Identifier: GPL-3.0-or-later
#include "Describe.h"

#include "connection/Transition.h"
#include "domain/EventJson.h"
#include "domain/Json.h"

namespace frontdesk::ctl {

using namespace Qt::Literals::StringLiterals;

QJsonObject describe(const connection::Status &status)
{
    QJsonObject object{{u"state"_s, connection::nameOf(status.state)},
                       {u"server"_s, status.server},
                       {u"attempt"_s, status.attempt},
                       {u"reconnects"_s, status.reconnects}};
    if (status.nextAttemptAt)
        object.insert(u"nextAttemptAt"_s, *status.nextAttemptAt);
    if (status.lastError)
        object.insert(u"error"_s, toJson(*status.lastError));
    if (!status.transport.isEmpty())
        object.insert(u"transport"_s, status.transport);
    if (status.latency)
        object.insert(u"latency"_s, qint64(status.latency->count()));
    if (status.clockSkew)
        object.insert(u"clockSkew"_s, qint64(status.clockSkew->count()));
    return object;
}

QJsonObject describe(const TimelineEntry &entry)
{
    QJsonObject object{{u"id"_s, entry.id.text()}, {u"author"_s, entry.author.text()},
                       {u"text"_s, entry.text},    {u"number"_s, entry.number},
                       {u"at"_s, entry.at},        {u"delivery"_s, frontdesk::nameOf(entry.delivery)}};
    if (entry.delivery == Delivery::Refused)
        object.insert(u"refusal"_s, toJson(entry.refusal));
    if (entry.edited)
        object.insert(u"edited"_s, true);
    if (entry.edit)
        object.insert(u"edit"_s, describe(*entry.edit));
    return object;
}

QJsonObject describe(const ConversationSummary &summary)
{
    QJsonArray members;
    for (const UserId &member : summary.conversation.members)
        members.append(member.text());
    QJsonObject object{{u"id"_s, summary.conversation.id.text()},
                       {u"kind"_s, frontdesk::nameOf(summary.conversation.kind)},
                       {u"title"_s, summary.conversation.title},
                       {u"members"_s, members},
                       {u"labels"_s, QJsonArray::fromStringList(summary.conversation.labels)},
                       {u"closed"_s, summary.conversation.closed},
                       {u"number"_s, summary.number},
                       {u"readUpTo"_s, summary.readUpTo},
                       {u"unread"_s, summary.unread},
                       {u"pending"_s, summary.pending}};
    if (summary.last)
        object.insert(u"last"_s, describe(*summary.last));
    return object;
}

QJsonObject describe(const PendingCommand &pending)
{
    QJsonObject object{{u"id"_s, pending.command.id.text()},
                       {u"at"_s, pending.command.at},
                       {u"command"_s, frontdesk::nameOf(pending.command.body)},
                       {u"fields"_s, toJson(pending.command.body)},
                       {u"delivery"_s, frontdesk::nameOf(pending.state)}};
    if (pending.state == Delivery::Refused)
        object.insert(u"refusal"_s, toJson(pending.refusal));
    return object;
}

QJsonObject describe(const store::Ledger &ledger)
{
    QJsonArray holes;
    for (const store::Ledger::Hole &hole : ledger.holes)
        holes.append(QJsonObject{{u"stream"_s, hole.stream}, {u"from"_s, hole.from}, {u"to"_s, hole.to}});
    QJsonObject streams;
    for (auto stream = ledger.streams.begin(); stream != ledger.streams.end(); ++stream)
        streams.insert(stream.key(), stream.value());
    return {{u"epoch"_s, ledger.cursor.epoch},
            {u"cursor"_s, ledger.cursor.seq},
            {u"received"_s, ledger.received},
            {u"holes"_s, holes},
            {u"streams"_s, streams},
            {u"waiting"_s, ledger.waiting},
            {u"refused"_s, ledger.refused},
            {u"conflicts"_s, ledger.conflicts},
            {u"unknownRows"_s, ledger.unknownRows}};
}

QJsonObject describe(const DecodedRow &row)
{
    QJsonObject object{{u"seq"_s, row.row.seq}, {u"at"_s, row.row.at}, {u"actor"_s, row.row.actor.text()}};
    if (const auto *creation = std::get_if<RecordAdded>(&row.event))
        object.insert(u"added"_s, toJson(creation->state));
    else if (const auto *change = std::get_if<RecordChanged>(&row.event))
        object.insert(u"changed"_s, toJson(*change));
    return object;
}

QString nameOf(const RecordState &record)
{
    constexpr int longest = 60;
    const QString name = record.fields[fields::name].toString();
    return name.isEmpty() ? record.fields[fields::text].toString().left(longest) : name;
}

QHash<UserId, User> byId(const QVector<User> &users)
{
    QHash<UserId, User> map;
    for (const User &user : users)
        map.insert(user.id, user);
    return map;
}

QString nameOf(const UserId &user, const QHash<UserId, User> &users)
{
    const auto known = users.find(user);
    return known == users.end() ? user.text() : known->displayName;
}

QString nameOf(const Conversation &conversation, const QHash<UserId, User> &users, const UserId &me)
{
    if (!conversation.title.isEmpty())
        return conversation.title;
    QStringList others;
    for (const UserId &member : conversation.members)
        if (member != me)
            others.append(nameOf(member, users));
    return others.isEmpty() ? nameOf(me, users) : others.join(u", "_s);
}

} // namespace frontdesk::ctl
