// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Command.h"

#include <QtCore/QJsonArray>

namespace frontdesk {

namespace {

template <class... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template <class... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

QJsonArray toJson(const QVector<UserId> &users)
{
    QJsonArray array;
    for (const UserId &user : users)
        array.append(user.text());
    return array;
}

QVector<UserId> usersFrom(const QJsonValue &value)
{
    QVector<UserId> users;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &entry : array)
        users.append(UserId(entry.toString()));
    return users;
}

ConversationId conversationFrom(const QJsonObject &fields)
{
    return ConversationId(fields[QLatin1String("conversation")].toString());
}

} // namespace

QString laneOf(const CommandBody &body)
{
    return std::visit(Overloaded{[](const UpdateProfile &) { return QStringLiteral("profile"); },
                                 [](const auto &command) { return command.conversation.text(); }},
                      body);
}

QString nameOf(const CommandBody &body)
{
    return std::visit(Overloaded{[](const SendMessage &) { return QStringLiteral("message:send"); },
                                 [](const MoveRead &) { return QStringLiteral("read:move"); },
                                 [](const CreateConversation &) { return QStringLiteral("conversation:create"); },
                                 [](const RenameConversation &) { return QStringLiteral("conversation:rename"); },
                                 [](const ChangeMembers &) { return QStringLiteral("conversation:members"); },
                                 [](const UpdateProfile &) { return QStringLiteral("profile:update"); }},
                      body);
}

QJsonObject toJson(const CommandBody &body)
{
    const auto conversation = [](const ConversationId &id) {
        return QJsonObject{{QStringLiteral("conversation"), id.text()}};
    };
    return std::visit(Overloaded{[&](const SendMessage &c) {
                                     QJsonObject fields = conversation(c.conversation);
                                     fields.insert(QLatin1String("text"), c.text);
                                     return fields;
                                 },
                                 [&](const MoveRead &c) {
                                     QJsonObject fields = conversation(c.conversation);
                                     fields.insert(QLatin1String("number"), c.number);
                                     return fields;
                                 },
                                 [&](const CreateConversation &c) {
                                     QJsonObject fields = conversation(c.conversation);
                                     fields.insert(QLatin1String("kind"), nameOf(c.kind));
                                     if (!c.title.isEmpty())
                                         fields.insert(QLatin1String("title"), c.title);
                                     fields.insert(QLatin1String("members"), toJson(c.members));
                                     return fields;
                                 },
                                 [&](const RenameConversation &c) {
                                     QJsonObject fields = conversation(c.conversation);
                                     fields.insert(QLatin1String("title"), c.title);
                                     return fields;
                                 },
                                 [&](const ChangeMembers &c) {
                                     QJsonObject fields = conversation(c.conversation);
                                     fields.insert(QLatin1String("add"), toJson(c.add));
                                     fields.insert(QLatin1String("remove"), toJson(c.remove));
                                     return fields;
                                 },
                                 [&](const UpdateProfile &c) {
                                     return QJsonObject{{QStringLiteral("displayName"), c.displayName}};
                                 }},
                      body);
}

std::optional<CommandBody> commandFromJson(const QString &name, const QJsonObject &fields)
{
    if (name == QLatin1String("message:send"))
        return SendMessage{conversationFrom(fields), fields[QLatin1String("text")].toString()};
    if (name == QLatin1String("read:move"))
        return MoveRead{conversationFrom(fields), fields[QLatin1String("number")].toInteger()};
    if (name == QLatin1String("conversation:create")) {
        const auto kind = conversationKindFrom(fields[QLatin1String("kind")].toString());
        if (!kind)
            return {};
        return CreateConversation{conversationFrom(fields), *kind, fields[QLatin1String("title")].toString(),
                                  usersFrom(fields[QLatin1String("members")])};
    }
    if (name == QLatin1String("conversation:rename"))
        return RenameConversation{conversationFrom(fields), fields[QLatin1String("title")].toString()};
    if (name == QLatin1String("conversation:members"))
        return ChangeMembers{conversationFrom(fields), usersFrom(fields[QLatin1String("add")]),
                             usersFrom(fields[QLatin1String("remove")])};
    if (name == QLatin1String("profile:update"))
        return UpdateProfile{fields[QLatin1String("displayName")].toString()};
    return {};
}

QString nameOf(Delivery delivery)
{
    switch (delivery) {
    case Delivery::Queued:
        return QStringLiteral("queued");
    case Delivery::Sending:
        return QStringLiteral("sending");
    case Delivery::Sent:
        return QStringLiteral("sent");
    case Delivery::Delivered:
        return QStringLiteral("delivered");
    case Delivery::Read:
        return QStringLiteral("read");
    case Delivery::Refused:
        return QStringLiteral("refused");
    }
    Q_UNREACHABLE();
}

} // namespace frontdesk
