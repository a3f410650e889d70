// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Command.h"

#include "domain/RecordSchema.h"

#include <QtCore/QJsonArray>

#include <algorithm>

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

QStringList textsFrom(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &entry : array)
        texts.append(entry.toString());
    return texts;
}

/// One direction of the changes of lists, `{list: [entries]}`.
QJsonObject toJson(const ListChanges &changes, QStringList ListChange::*direction)
{
    QJsonObject lists;
    for (auto it = changes.begin(); it != changes.end(); ++it)
        if (const QStringList &entries = (*it).*direction; !entries.isEmpty())
            lists.insert(it.key(), QJsonArray::fromStringList(entries));
    return lists;
}

void readLists(const QJsonObject &lists, QStringList ListChange::*direction, ListChanges &changes)
{
    for (auto it = lists.begin(); it != lists.end(); ++it)
        if (const QStringList entries = textsFrom(it.value()); !entries.isEmpty())
            changes[it.key()].*direction = entries;
}

void insertUnlessEmpty(QJsonObject &fields, QLatin1String name, const QJsonObject &value)
{
    if (!value.isEmpty())
        fields.insert(name, value);
}

QJsonObject changeToJson(const ChangeRecord &change)
{
    QJsonObject fields{{QStringLiteral("record"), change.record.text()},
                       {QStringLiteral("base"), change.basis.version}};
    if (!change.basis.after.isEmpty()) {
        QJsonArray after;
        for (const CommandId &id : change.basis.after)
            after.append(id.text());
        fields.insert(QLatin1String("after"), after);
    }
    insertUnlessEmpty(fields, QLatin1String("set"), change.set);
    insertUnlessEmpty(fields, QLatin1String("was"), change.was);
    insertUnlessEmpty(fields, QLatin1String("add"), toJson(change.lists, &ListChange::add));
    insertUnlessEmpty(fields, QLatin1String("remove"), toJson(change.lists, &ListChange::remove));
    if (!change.resolves.isEmpty())
        fields.insert(QLatin1String("resolves"), change.resolves.text());
    return fields;
}

std::optional<ChangeRecord> changeFromJson(const QJsonObject &fields)
{
    const auto record = RecordRef::from(fields[QLatin1String("record")].toString());
    if (!record)
        return {};
    ChangeRecord change{.record = *record,
                        .basis = {.version = fields[QLatin1String("base")].toInteger(), .after = {}},
                        .set = fields[QLatin1String("set")].toObject(),
                        .was = fields[QLatin1String("was")].toObject(),
                        .lists = {},
                        .resolves = ConflictId(fields[QLatin1String("resolves")].toString())};
    for (const QString &id : textsFrom(fields[QLatin1String("after")]))
        change.basis.after.append(CommandId(id));
    readLists(fields[QLatin1String("add")].toObject(), &ListChange::add, change.lists);
    readLists(fields[QLatin1String("remove")].toObject(), &ListChange::remove, change.lists);
    return change;
}

QJsonObject creationToJson(const CreateRecord &create)
{
    QJsonObject lists;
    for (auto it = create.lists.begin(); it != create.lists.end(); ++it)
        if (!it->isEmpty())
            lists.insert(it.key(), QJsonArray::fromStringList(*it));
    QJsonObject fields{{QStringLiteral("record"), create.record.text()}, {QStringLiteral("set"), create.set}};
    insertUnlessEmpty(fields, QLatin1String("add"), lists);
    return fields;
}

std::optional<CreateRecord> creationFromJson(const QJsonObject &fields)
{
    const auto record = RecordRef::from(fields[QLatin1String("record")].toString());
    if (!record || !isCrm(record->kind))
        return {};
    CreateRecord create{.record = *record, .set = fields[QLatin1String("set")].toObject(), .lists = {}};
    const QJsonObject lists = fields[QLatin1String("add")].toObject();
    for (auto it = lists.begin(); it != lists.end(); ++it)
        create.lists.insert(it.key(), textsFrom(it.value()));
    return create;
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

std::optional<CommandBody> sendFromJson(const QJsonObject &fields)
{
    auto files = filesFromJson(fields[QLatin1String("files")]);
    if (!files)
        return {};
    return SendMessage{conversationFrom(fields), fields[QLatin1String("text")].toString(), std::move(files).value()};
}

/// Those in the fields of a record.
QVector<FileRef> filesIn(RecordKind kind, const QJsonObject &set)
{
    QVector<FileRef> files;
    for (const FieldRule &rule : schemaOf(kind).fields)
        if (rule.type == FieldType::File)
            if (auto file = fileFromJson(set[rule.name]))
                files.append(std::move(file).value());
    return files;
}

} // namespace

QString laneOf(const CommandBody &body)
{
    return std::visit(Overloaded{[](const CreateRecord &c) { return c.record.text(); },
                                 [](const ChangeRecord &c) {
                                     return c.record.kind == RecordKind::Conversation ? c.record.id : c.record.text();
                                 },
                                 [](const SetOwnValue &c) { return QString(QLatin1String("own:") + c.key); },
                                 [](const auto &command) { return command.conversation.text(); }},
                      body);
}

CommandId parentOf(const CommandBody &body)
{
    const auto *edit = std::get_if<EditMessage>(&body);
    return edit ? edit->message : CommandId();
}

bool isCreation(const CommandBody &body)
{
    return std::holds_alternative<CreateConversation>(body) || std::holds_alternative<CreateRecord>(body);
}

bool setsFieldsOf(const CommandBody &body, const RecordRef &record)
{
    if (const auto *create = std::get_if<CreateConversation>(&body))
        return recordOf(create->conversation) == record;
    if (const auto *create = std::get_if<CreateRecord>(&body))
        return create->record == record;
    const auto *change = std::get_if<ChangeRecord>(&body);
    return change && change->record == record && !change->set.isEmpty();
}

QVector<FileRef> filesOf(const CommandBody &body)
{
    if (const auto *send = std::get_if<SendMessage>(&body))
        return send->files;
    if (const auto *create = std::get_if<CreateRecord>(&body))
        return filesIn(create->record.kind, create->set);
    const auto *change = std::get_if<ChangeRecord>(&body);
    return change ? filesIn(change->record.kind, change->set) : QVector<FileRef>();
}

bool opens(const CommandBody &body, const RecordRef &conversation)
{
    const auto *send = std::get_if<SendMessage>(&body);
    return send && recordOf(send->conversation) == conversation;
}

CommandBody withOtherId(CommandBody body, const CommandId &earlier, const CommandId &now)
{
    if (auto *edit = std::get_if<EditMessage>(&body); edit && edit->message == earlier)
        edit->message = now;
    else if (auto *change = std::get_if<ChangeRecord>(&body))
        std::replace(change->basis.after.begin(), change->basis.after.end(), earlier, now);
    return body;
}

ChangeRecord renameConversation(const ConversationId &conversation, const QString &title)
{
    return {.record = recordOf(conversation),
            .basis = {},
            .set = {{fields::title, title}},
            .was = {},
            .lists = {},
            .resolves = {}};
}

ChangeRecord linkContact(const ConversationId &conversation, const QString &contact)
{
    return {.record = recordOf(conversation),
            .basis = {},
            .set = {{fields::contact, contact}},
            .was = {},
            .lists = {},
            .resolves = {}};
}

ChangeRecord closeConversation(const ConversationId &conversation, bool closed)
{
    return {.record = recordOf(conversation),
            .basis = {},
            .set = {{fields::closed, closed}},
            .was = {},
            .lists = {},
            .resolves = {}};
}

ChangeRecord changeMembers(const ConversationId &conversation, const QVector<UserId> &add,
                           const QVector<UserId> &remove)
{
    ListChange members;
    for (const UserId &user : add)
        members.add.append(user.text());
    for (const UserId &user : remove)
        members.remove.append(user.text());
    return {.record = recordOf(conversation),
            .basis = {},
            .set = {},
            .was = {},
            .lists = {{fields::members, members}},
            .resolves = {}};
}

ChangeRecord changeLabels(const ConversationId &conversation, const QStringList &add, const QStringList &remove)
{
    return {.record = recordOf(conversation),
            .basis = {},
            .set = {},
            .was = {},
            .lists = {{fields::labels, {.add = add, .remove = remove}}},
            .resolves = {}};
}

QString nameOf(const CommandBody &body)
{
    return std::visit(Overloaded{[](const SendMessage &) { return QStringLiteral("message:send"); },
                                 [](const MoveRead &) { return QStringLiteral("read:move"); },
                                 [](const CreateConversation &) { return QStringLiteral("conversation:create"); },
                                 [](const EditMessage &) { return QStringLiteral("message:edit"); },
                                 [](const CreateRecord &) { return QStringLiteral("record:create"); },
                                 [](const ChangeRecord &) { return QStringLiteral("record:change"); },
                                 [](const SetOwnValue &) { return QStringLiteral("own:set"); }},
                      body);
}

QJsonObject toJson(const CommandBody &body)
{
    const auto conversation = [](const ConversationId &id) {
        return QJsonObject{{QStringLiteral("conversation"), id.text()}};
    };
    return std::visit(
        Overloaded{[&](const SendMessage &c) {
                       QJsonObject fields = conversation(c.conversation);
                       fields.insert(QLatin1String("text"), c.text);
                       if (!c.files.isEmpty())
                           fields.insert(QLatin1String("files"), frontdesk::toJson(c.files));
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
                   [&](const EditMessage &c) {
                       QJsonObject fields = conversation(c.conversation);
                       fields.insert(QLatin1String("message"), c.message.text());
                       fields.insert(QLatin1String("text"), c.text);
                       return fields;
                   },
                   [&](const CreateRecord &c) { return creationToJson(c); },
                   [&](const ChangeRecord &c) { return changeToJson(c); },
                   [&](const SetOwnValue &c) {
                       return QJsonObject{{QStringLiteral("key"), c.key}, {QStringLiteral("value"), c.value}};
                   }},
        body);
}

std::optional<CommandBody> commandFromJson(const QString &name, const QJsonObject &fields)
{
    if (name == QLatin1String("message:send"))
        return sendFromJson(fields);
    if (name == QLatin1String("read:move"))
        return MoveRead{conversationFrom(fields), fields[QLatin1String("number")].toInteger()};
    if (name == QLatin1String("conversation:create")) {
        const auto kind = conversationKindFrom(fields[QLatin1String("kind")].toString());
        if (!kind)
            return {};
        return CreateConversation{conversationFrom(fields), *kind, fields[QLatin1String("title")].toString(),
                                  usersFrom(fields[QLatin1String("members")])};
    }
    if (name == QLatin1String("message:edit"))
        return EditMessage{conversationFrom(fields), MessageId(fields[QLatin1String("message")].toString()),
                           fields[QLatin1String("text")].toString()};
    if (name == QLatin1String("record:create")) {
        const auto create = creationFromJson(fields);
        return create ? std::optional<CommandBody>(*create) : std::nullopt;
    }
    if (name == QLatin1String("record:change")) {
        const auto change = changeFromJson(fields);
        return change ? std::optional<CommandBody>(*change) : std::nullopt;
    }
    if (name == QLatin1String("own:set"))
        return SetOwnValue{fields[QLatin1String("key")].toString(), fields[QLatin1String("value")]};
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
