// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Json.h"

namespace frontdesk {

namespace {

using L = QLatin1String;

// More than any journal holds of one thing, less than any attack needs.
constexpr qsizetype mostMembers = 10'000;
constexpr qsizetype mostMessages = 1'000;

QJsonArray idsToJson(const QVector<UserId> &users)
{
    QJsonArray array;
    for (const UserId &user : users)
        array.append(user.text());
    return array;
}

QVector<UserId> readUserIds(FieldReader &fields, L name)
{
    QVector<UserId> users;
    const QStringList texts = fields.texts(name, mostMembers);
    users.reserve(texts.size());
    for (const QString &text : texts)
        users.append(UserId(text));
    return users;
}

UserId readUserId(FieldReader &fields, L name)
{
    return UserId(fields.text(name));
}

ConversationId readConversationId(FieldReader &fields)
{
    return ConversationId(fields.text(L("conversation")));
}

QJsonObject objectToJson(const ActivityObject &object)
{
    return {{L("type"), object.type}, {L("id"), object.id}, {L("name"), object.name}};
}

ActivityObject readObject(FieldReader &fields)
{
    return {fields.text(L("type")), fields.text(L("id")), fields.text(L("name"), FieldReader::longestText)};
}

template <class Read>
LastingEvent decodeAs(const QJsonObject &payload, Read read)
{
    auto event = decode(payload, read);
    return event ? LastingEvent(std::move(event).value()) : UnknownEvent{};
}

} // namespace

QJsonObject toJson(const User &user)
{
    return {{L("id"), user.id.text()},
            {L("name"), user.name},
            {L("displayName"), user.displayName},
            {L("role"), nameOf(user.role)}};
}

QJsonObject toJson(const Conversation &conversation)
{
    return {{L("id"), conversation.id.text()},
            {L("kind"), nameOf(conversation.kind)},
            {L("title"), conversation.title},
            {L("members"), idsToJson(conversation.members)},
            {L("createdBy"), conversation.createdBy.text()},
            {L("createdAt"), conversation.createdAt},
            {L("version"), conversation.version}};
}

QJsonObject toJson(const ConversationState &state)
{
    QJsonArray messages;
    for (const Message &message : state.messages)
        messages.append(toJson(message));
    QJsonObject reads;
    for (auto it = state.reads.begin(); it != state.reads.end(); ++it)
        reads.insert(it.key().text(), it.value());

    QJsonObject object = toJson(state.conversation);
    object.insert(L("n"), state.n);
    object.insert(L("number"), state.number);
    object.insert(L("messages"), messages);
    object.insert(L("reads"), reads);
    return object;
}

QJsonObject toJson(const Message &message)
{
    return {{L("id"), message.id.text()},  {L("conversation"), message.conversation.text()},
            {L("number"), message.number}, {L("author"), message.author.text()},
            {L("text"), message.text},     {L("at"), message.at},
            {L("seq"), message.seq}};
}

QJsonObject toJson(const Activity &activity)
{
    QJsonObject object{{L("id"), activity.id.text()},        {L("actor"), activity.actor.text()},
                       {L("verb"), activity.verb},           {L("object"), objectToJson(activity.object)},
                       {L("published"), activity.published}, {L("totalItems"), activity.totalItems},
                       {L("stream"), activity.stream},       {L("seq"), activity.seq}};
    if (activity.target)
        object.insert(L("target"), objectToJson(*activity.target));
    return object;
}

QJsonObject toJson(const JournalRow &row)
{
    QJsonObject object{{L("seq"), row.seq},        {L("stream"), row.stream},      {L("mark"), row.mark},
                       {L("at"), row.at},          {L("actor"), row.actor.text()}, {L("event"), row.event},
                       {L("payload"), row.payload}};
    if (row.n > 0)
        object.insert(L("n"), row.n);
    return object;
}

QJsonObject toJson(const Error &error)
{
    QJsonObject object{{L("code"), error.code}, {L("message"), error.message}};
    if (error.retryAfter)
        object.insert(L("retryAfter"), qint64(error.retryAfter->count()));
    if (!error.detail.isEmpty())
        object.insert(L("detail"), error.detail);
    return object;
}

User readUser(FieldReader &fields)
{
    return {.id = readUserId(fields, L("id")),
            .name = fields.text(L("name")),
            .displayName = fields.text(L("displayName")),
            .role = fields.choice(L("role"), roleFrom)};
}

Conversation readConversation(FieldReader &fields)
{
    return {.id = ConversationId(fields.text(L("id"))),
            .kind = fields.choice(L("kind"), conversationKindFrom),
            .title = fields.text(L("title")),
            .members = readUserIds(fields, L("members")),
            .createdBy = readUserId(fields, L("createdBy")),
            .createdAt = fields.integer(L("createdAt")),
            .version = fields.integer(L("version"))};
}

ConversationState readConversationState(FieldReader &fields)
{
    ConversationState state{.conversation = readConversation(fields),
                            .n = fields.integer(L("n")),
                            .number = fields.integer(L("number")),
                            .messages = fields.list(L("messages"), mostMessages, readMessage),
                            .reads = {}};
    const QJsonObject reads = fields.object(L("reads"));
    fields.nested(L("reads"), [&](FieldReader &positions) {
        for (auto it = reads.begin(); it != reads.end() && positions.ok(); ++it) {
            if (!it.value().isDouble() || it.value().toInteger(-1) < 0)
                positions.wrong(it.key(), QStringLiteral("must be an integer"));
            else
                state.reads.insert(UserId(it.key()), it.value().toInteger());
        }
        return Done{};
    });
    return state;
}

Message readMessage(FieldReader &fields)
{
    return {.id = MessageId(fields.text(L("id"))),
            .conversation = readConversationId(fields),
            .number = fields.integer(L("number"), 1),
            .author = readUserId(fields, L("author")),
            .text = fields.text(L("text"), FieldReader::longestText),
            .at = fields.integer(L("at")),
            .seq = fields.integer(L("seq"))};
}

Activity readActivity(FieldReader &fields)
{
    Activity activity{.id = ActivityId(fields.text(L("id"))),
                      .actor = readUserId(fields, L("actor")),
                      .verb = fields.text(L("verb")),
                      .object = fields.nested(L("object"), readObject),
                      .target = {},
                      .published = fields.integer(L("published")),
                      .totalItems = int(fields.optionalInteger(L("totalItems"), 1).value_or(1)),
                      .stream = fields.text(L("stream")),
                      .seq = fields.integer(L("seq"))};
    if (fields.has(L("target")))
        activity.target = fields.nested(L("target"), readObject);
    return activity;
}

JournalRow readJournalRow(FieldReader &fields)
{
    return {.seq = fields.integer(L("seq"), 1),
            .stream = fields.text(L("stream")),
            .n = fields.optionalInteger(L("n"), 1).value_or(0),
            .mark = fields.text(L("mark")),
            .at = fields.integer(L("at")),
            .actor = readUserId(fields, L("actor")),
            .event = fields.text(L("event")),
            .payload = fields.object(L("payload"))};
}

Error readError(const QJsonObject &object)
{
    Error error{.code = object[L("code")].toString().left(FieldReader::longestName),
                .message = object[L("message")].toString().left(FieldReader::longestName),
                .detail = object[L("detail")].toObject()};
    const qint64 retryAfter = object[L("retryAfter")].toInteger(-1);
    if (retryAfter >= 0)
        error.retryAfter = std::chrono::milliseconds(retryAfter);
    if (error.code.isEmpty())
        error.code = QStringLiteral("error.unknown");
    if (error.message.isEmpty())
        error.message = QStringLiteral("The server refused without giving a reason (%1)").arg(error.code);
    return error;
}

LastingEvent eventFromJson(const QString &event, const QJsonObject &payload)
{
    if (event == L("message:new"))
        return decodeAs(payload, [](FieldReader &fields) { return MessageAdded{readMessage(fields)}; });
    if (event == L("read:moved"))
        return decodeAs(payload, [](FieldReader &fields) {
            return ReadMoved{readConversationId(fields), readUserId(fields, L("user")), fields.integer(L("number"))};
        });
    if (event == L("activity:new"))
        return decodeAs(payload, [](FieldReader &fields) { return ActivityAdded{readActivity(fields)}; });
    if (event == L("conversation:entered"))
        return decodeAs(payload,
                        [](FieldReader &fields) { return ConversationEntered{readConversationState(fields)}; });
    if (event == L("conversation:left"))
        return decodeAs(payload, [](FieldReader &fields) { return ConversationLeft{readConversationId(fields)}; });
    if (event == L("conversation:created"))
        return decodeAs(payload, [](FieldReader &fields) { return ConversationCreated{readConversation(fields)}; });
    if (event == L("conversation:changed"))
        return decodeAs(payload, [](FieldReader &fields) {
            return ConversationChanged{readConversationId(fields), fields.integer(L("version")),
                                       fields.text(L("title"))};
        });
    if (event == L("conversation:members"))
        return decodeAs(payload, [](FieldReader &fields) {
            return MembersChanged{readConversationId(fields), fields.integer(L("version")),
                                  readUserIds(fields, L("added")), readUserIds(fields, L("removed"))};
        });
    if (event == L("user:added"))
        return decodeAs(payload, [](FieldReader &fields) { return UserAdded{readUser(fields)}; });
    if (event == L("user:changed"))
        return decodeAs(payload, [](FieldReader &fields) { return UserChanged{readUser(fields)}; });
    return UnknownEvent{};
}

DecodedRow decodeRow(JournalRow row)
{
    LastingEvent event = eventFromJson(row.event, row.payload);
    return {std::move(row), std::move(event)};
}

} // namespace frontdesk
