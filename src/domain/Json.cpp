// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Json.h"

namespace frontdesk {

namespace {

using L = QLatin1String;

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
    const QStringList texts = fields.texts(name, limits::readEntries);
    users.reserve(texts.size());
    for (const QString &text : texts)
        users.append(UserId(text));
    return users;
}

UserId readUserId(FieldReader &fields, L name)
{
    return UserId(fields.text(name));
}

QJsonObject objectToJson(const ActivityObject &object)
{
    return {{L("type"), object.type}, {L("id"), object.id}, {L("name"), object.name}};
}

ActivityObject readObject(FieldReader &fields)
{
    return {fields.text(L("type")), fields.text(L("id")), fields.text(L("name"), FieldReader::longestText)};
}

QJsonObject fieldValueToJson(const FieldValue &value)
{
    return {{L("value"), value.value}, {L("by"), value.by.text()}, {L("at"), value.at}};
}

FieldValue readFieldValue(FieldReader &fields)
{
    return {.value = fields.value(L("value")), .by = readUserId(fields, L("by")), .at = fields.integer(L("at"))};
}

} // namespace

QJsonObject toJson(const User &user)
{
    return {{L("id"), user.id.text()},      {L("name"), user.name},   {L("displayName"), user.displayName},
            {L("role"), nameOf(user.role)}, {L("about"), user.about}, {L("version"), user.version}};
}

QJsonObject toJson(const Conversation &conversation)
{
    return {{L("id"), conversation.id.text()},
            {L("kind"), nameOf(conversation.kind)},
            {L("title"), conversation.title},
            {L("members"), idsToJson(conversation.members)},
            {L("createdBy"), conversation.createdBy.text()},
            {L("createdAt"), conversation.createdAt},
            {L("version"), conversation.version},
            {L("labels"), QJsonArray::fromStringList(conversation.labels)},
            {L("contact"), conversation.contact},
            {L("closed"), conversation.closed}};
}

QJsonObject toJson(const ConversationState &state)
{
    QJsonArray messages;
    for (const Message &message : state.messages)
        messages.append(toJson(message));
    QJsonObject reads;
    for (auto it = state.reads.begin(); it != state.reads.end(); ++it)
        reads.insert(it.key().text(), it.value());

    QJsonArray conflicts;
    for (const Conflict &conflict : state.conflicts)
        conflicts.append(toJson(conflict));

    QJsonObject object = toJson(state.conversation);
    object.insert(L("n"), state.n);
    object.insert(L("number"), state.number);
    object.insert(L("messages"), messages);
    object.insert(L("reads"), reads);
    object.insert(L("conflicts"), conflicts);
    return object;
}

QJsonObject toJson(const Message &message)
{
    QJsonObject object{{L("id"), message.id.text()},  {L("conversation"), message.conversation.text()},
                       {L("number"), message.number}, {L("author"), message.author.text()},
                       {L("text"), message.text},     {L("at"), message.at},
                       {L("seq"), message.seq}};
    if (!message.files.isEmpty())
        object.insert(L("files"), toJson(message.files));
    if (message.editSeq > 0) {
        object.insert(L("editedAt"), message.editedAt);
        object.insert(L("editSeq"), message.editSeq);
    }
    return object;
}

QJsonObject toJson(const Conflict &conflict)
{
    return {{L("id"), conflict.id.text()},
            {L("record"), conflict.record.text()},
            {L("field"), conflict.field},
            {L("wanted"), fieldValueToJson(conflict.wanted)},
            {L("kept"), fieldValueToJson(conflict.kept)},
            {L("before"), conflict.before},
            {L("seq"), conflict.seq}};
}

QJsonObject toJson(const OwnValue &own)
{
    return {{L("key"), own.key}, {L("value"), own.value}, {L("seq"), own.seq}};
}

QJsonObject toJson(const RecordState &state)
{
    QJsonObject lists;
    for (auto it = state.lists.begin(); it != state.lists.end(); ++it)
        if (!it->isEmpty())
            lists.insert(it.key(), QJsonArray::fromStringList(*it));
    QJsonObject object{{L("record"), state.record.text()},       {L("version"), state.version},
                       {L("createdBy"), state.createdBy.text()}, {L("createdAt"), state.createdAt},
                       {L("changedAt"), state.changedAt},        {L("fields"), state.fields}};
    if (!lists.isEmpty())
        object.insert(L("lists"), lists);
    return object;
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

RecordRef readRecordRef(FieldReader &fields)
{
    const QString text = fields.text(L("record"));
    const auto record = RecordRef::from(text);
    if (!record)
        fields.wrong(L("record"), QStringLiteral("must name a record"));
    return record.value_or(RecordRef{});
}

User readUser(FieldReader &fields)
{
    return {.id = readUserId(fields, L("id")),
            .name = fields.text(L("name")),
            .displayName = fields.text(L("displayName")),
            .role = fields.choice(L("role"), roleFrom),
            .about = fields.optionalText(L("about")),
            .version = fields.optionalInteger(L("version"), 1).value_or(1)};
}

Conversation readConversation(FieldReader &fields)
{
    return {.id = ConversationId(fields.text(L("id"))),
            .kind = fields.choice(L("kind"), conversationKindFrom),
            .title = fields.text(L("title")),
            .members = readUserIds(fields, L("members")),
            .createdBy = readUserId(fields, L("createdBy")),
            .createdAt = fields.integer(L("createdAt")),
            .version = fields.integer(L("version")),
            .labels = fields.has(L("labels")) ? fields.texts(L("labels"), limits::readEntries) : QStringList{},
            .contact = fields.optionalText(L("contact")),
            .closed = fields.has(L("closed")) && fields.boolean(L("closed"))};
}

ConversationState readConversationState(FieldReader &fields)
{
    ConversationState state{.conversation = readConversation(fields),
                            .n = fields.integer(L("n")),
                            .number = fields.integer(L("number")),
                            .messages = fields.list(L("messages"), limits::readMessages, readMessage),
                            .reads = {},
                            .conflicts = fields.has(L("conflicts"))
                                             ? fields.list(L("conflicts"), limits::readConflicts, readConflict)
                                             : QVector<Conflict>{}};
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

QVector<FileRef> readFiles(FieldReader &fields)
{
    auto files = filesFromJson(fields.value(L("files")));
    if (!files)
        fields.wrong(L("files"), QStringLiteral("cannot be taken: %1").arg(files.error().message));
    return files ? std::move(files).value() : QVector<FileRef>();
}

Message readMessage(FieldReader &fields)
{
    return {.id = MessageId(fields.text(L("id"))),
            .conversation = ConversationId(fields.text(L("conversation"))),
            .number = fields.integer(L("number"), 1),
            .author = readUserId(fields, L("author")),
            .text = fields.text(L("text"), FieldReader::longestText),
            .at = fields.integer(L("at")),
            .seq = fields.integer(L("seq")),
            .editedAt = fields.optionalInteger(L("editedAt")).value_or(0),
            .editSeq = fields.optionalInteger(L("editSeq")).value_or(0),
            .files = readFiles(fields)};
}

Conflict readConflict(FieldReader &fields)
{
    return {.id = ConflictId(fields.text(L("id"))),
            .record = readRecordRef(fields),
            .field = fields.text(L("field")),
            .wanted = fields.nested(L("wanted"), readFieldValue),
            .kept = fields.nested(L("kept"), readFieldValue),
            .before = fields.value(L("before")),
            .seq = fields.integer(L("seq"))};
}

OwnValue readOwnValue(FieldReader &fields)
{
    return {.key = fields.text(L("key")), .value = fields.value(L("value")), .seq = fields.integer(L("seq"))};
}

RecordState readRecordState(FieldReader &fields)
{
    RecordState state{.record = readRecordRef(fields),
                      .version = fields.integer(L("version"), 1),
                      .createdBy = readUserId(fields, L("createdBy")),
                      .createdAt = fields.integer(L("createdAt")),
                      .changedAt = fields.integer(L("changedAt")),
                      .fields = fields.object(L("fields")),
                      .lists = {}};
    if (fields.ok() && !isCrm(state.record.kind))
        fields.wrong(L("record"), QStringLiteral("must name a record that is kept whole"));
    if (!fields.has(L("lists")))
        return state;
    const QStringList lists = fields.object(L("lists")).keys();
    fields.nested(L("lists"), [&](FieldReader &inner) {
        for (const QString &list : lists)
            state.lists.insert(list, inner.texts(L(list.toLatin1()), limits::readEntries));
        return Done{};
    });
    return state;
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

} // namespace frontdesk
