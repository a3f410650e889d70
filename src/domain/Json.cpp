// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Json.h"

namespace frontdesk {

namespace {

using L = QLatin1String;

// More than any journal holds of one thing, less than any attack needs.
constexpr qsizetype mostMembers = 10'000;
constexpr qsizetype mostMessages = 1'000;
constexpr qsizetype mostConflicts = 1'000;
constexpr qsizetype mostLists = 100;

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

RecordRef readRecordRef(FieldReader &fields)
{
    const QString text = fields.text(L("record"));
    const auto record = RecordRef::from(text);
    if (!record)
        fields.wrong(L("record"), QStringLiteral("must name a record"));
    return record.value_or(RecordRef{});
}

QJsonObject fieldValueToJson(const FieldValue &value)
{
    return {{L("value"), value.value}, {L("by"), value.by.text()}, {L("at"), value.at}};
}

FieldValue readFieldValue(FieldReader &fields)
{
    return {.value = fields.value(L("value")), .by = readUserId(fields, L("by")), .at = fields.integer(L("at"))};
}

void readLists(FieldReader &fields, L name, QStringList ListChange::*direction, ListChanges &changes)
{
    if (!fields.has(name))
        return;
    const QStringList lists = fields.object(name).keys();
    if (lists.size() > mostLists) {
        fields.wrong(name, QStringLiteral("has too many lists"));
        return;
    }
    fields.nested(name, [&](FieldReader &inner) {
        for (const QString &list : lists)
            changes[list].*direction = inner.texts(L(list.toLatin1()), mostMembers);
        return Done{};
    });
}

RecordChanged readRecordChanged(FieldReader &fields)
{
    RecordChanged change{.record = readRecordRef(fields),
                         .version = fields.integer(L("version"), 1),
                         .set = fields.has(L("set")) ? fields.object(L("set")) : QJsonObject{},
                         .lists = {}};
    readLists(fields, L("add"), &ListChange::add, change.lists);
    readLists(fields, L("remove"), &ListChange::remove, change.lists);
    if (fields.has(L("was")))
        change.was = fields.object(L("was"));
    return change;
}

RecordEntered readRecordEntered(FieldReader &fields)
{
    RecordEntered entered{.state = readRecordState(fields), .conflicts = {}};
    if (fields.has(L("conflicts")))
        entered.conflicts = fields.list(L("conflicts"), mostConflicts, readConflict);
    return entered;
}

/// `conversation:changed`, `conversation:members` and `user:changed`: what journals of earlier versions hold.
RecordChanged readTitleChanged(FieldReader &fields)
{
    return {.record = recordOf(readConversationId(fields)),
            .version = fields.integer(L("version")),
            .set = {{fields::title, fields.text(L("title"))}},
            .lists = {}};
}

RecordChanged readMembersChanged(FieldReader &fields)
{
    return {
        .record = recordOf(readConversationId(fields)),
        .version = fields.integer(L("version")),
        .set = {},
        .lists = {{fields::members, {fields.texts(L("added"), mostMembers), fields.texts(L("removed"), mostMembers)}}}};
}

RecordChanged readUserChanged(FieldReader &fields)
{
    const User user = readUser(fields);
    return {.record = recordOf(user.id),
            .version = user.version,
            .set = {{fields::displayName, user.displayName}},
            .lists = {}};
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

QJsonObject toJson(const RecordEntered &entered)
{
    QJsonObject object = toJson(entered.state);
    QJsonArray conflicts;
    for (const Conflict &conflict : entered.conflicts)
        conflicts.append(toJson(conflict));
    if (!conflicts.isEmpty())
        object.insert(L("conflicts"), conflicts);
    return object;
}

QJsonObject toJson(const RecordChanged &change)
{
    QJsonObject add;
    QJsonObject remove;
    for (auto it = change.lists.begin(); it != change.lists.end(); ++it) {
        if (!it->add.isEmpty())
            add.insert(it.key(), QJsonArray::fromStringList(it->add));
        if (!it->remove.isEmpty())
            remove.insert(it.key(), QJsonArray::fromStringList(it->remove));
    }
    QJsonObject object{{L("record"), change.record.text()}, {L("version"), change.version}};
    if (!change.set.isEmpty())
        object.insert(L("set"), change.set);
    if (!add.isEmpty())
        object.insert(L("add"), add);
    if (!remove.isEmpty())
        object.insert(L("remove"), remove);
    if (!change.was.isEmpty())
        object.insert(L("was"), change.was);
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
            .labels = fields.has(L("labels")) ? fields.texts(L("labels"), mostMembers) : QStringList{},
            .contact = fields.optionalText(L("contact")),
            .closed = fields.has(L("closed")) && fields.boolean(L("closed"))};
}

ConversationState readConversationState(FieldReader &fields)
{
    ConversationState state{.conversation = readConversation(fields),
                            .n = fields.integer(L("n")),
                            .number = fields.integer(L("number")),
                            .messages = fields.list(L("messages"), mostMessages, readMessage),
                            .reads = {},
                            .conflicts = fields.has(L("conflicts"))
                                             ? fields.list(L("conflicts"), mostConflicts, readConflict)
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
            .conversation = readConversationId(fields),
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
            state.lists.insert(list, inner.texts(L(list.toLatin1()), mostMembers));
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
    if (event == L("record:changed"))
        return decodeAs(payload, readRecordChanged);
    if (event == L("conflict:opened"))
        return decodeAs(payload, [](FieldReader &fields) { return ConflictOpened{readConflict(fields)}; });
    if (event == L("conflict:closed"))
        return decodeAs(payload, [](FieldReader &fields) {
            return ConflictClosed{ConflictId(fields.text(L("id"))), readRecordRef(fields), fields.text(L("field"))};
        });
    if (event == L("message:edited"))
        return decodeAs(payload, [](FieldReader &fields) {
            return MessageEdited{readConversationId(fields), MessageId(fields.text(L("message"))),
                                 fields.integer(L("number"), 1), fields.text(L("text"), FieldReader::longestText),
                                 fields.integer(L("at"))};
        });
    if (event == L("own:changed"))
        return decodeAs(payload, [](FieldReader &fields) {
            return OwnValueChanged{fields.text(L("key")), fields.value(L("value"))};
        });
    if (event == L("user:added"))
        return decodeAs(payload, [](FieldReader &fields) { return UserAdded{readUser(fields)}; });
    if (event == L("record:added"))
        return decodeAs(payload, [](FieldReader &fields) { return RecordAdded{readRecordState(fields)}; });
    if (event == L("record:entered"))
        return decodeAs(payload, readRecordEntered);
    if (event == L("record:left"))
        return decodeAs(payload, [](FieldReader &fields) {
            return RecordLeft{readRecordRef(fields), fields.text(L("to"))};
        });
    if (event == L("conversation:changed"))
        return decodeAs(payload, readTitleChanged);
    if (event == L("conversation:members"))
        return decodeAs(payload, readMembersChanged);
    if (event == L("user:changed"))
        return decodeAs(payload, readUserChanged);
    return UnknownEvent{};
}

DecodedRow decodeRow(JournalRow row)
{
    LastingEvent event = eventFromJson(row.event, row.payload);
    if (!std::holds_alternative<UnknownEvent>(event))
        row.payload = {};
    return {std::move(row), std::move(event)};
}

} // namespace frontdesk
