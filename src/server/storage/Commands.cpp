// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/Commands.h"

#include "domain/Json.h"
#include "domain/Permissions.h"
#include "domain/RecordSchema.h"
#include "domain/ValueForms.h"
#include "server/storage/JsonColumn.h"
#include "server/storage/RecordFields.h"

#include <algorithm>
#include <array>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype boundedByFrame = std::numeric_limits<qsizetype>::max();
constexpr int deepestField = 64; // lists and objects in each other; what is deeper not every parser reads

using Apply = std::function<Result<QJsonObject>(Records &, const Actor &)>;
/// Reads the fields of one command. A wrong type stays in the reader; a refusal is returned.
using Read = Result<Apply> (*)(FieldReader &, const CommandId &);

QString readUuid(FieldReader &fields, QLatin1String name)
{
    QString id = fields.text(name);
    if (fields.ok() && !isCanonicalUuid(id))
        fields.wrong(name, u"must be a lower-case UUID"_s);
    return id;
}

bool isUuidV5(const QString &uuid)
{
    return uuid[14] == u'5';
}

ConversationId readConversationId(FieldReader &fields)
{
    return ConversationId(readUuid(fields, "conversation"_L1));
}

QVector<UserId> readUsers(FieldReader &fields, QLatin1String name)
{
    QVector<UserId> users;
    for (const QString &id : fields.texts(name, limits::members)) {
        if (!isCanonicalUuid(id))
            fields.wrong(name, u"must be a list of lower-case UUIDs"_s);
        if (const UserId user(id); !users.contains(user))
            users.append(user);
    }
    return users;
}

/// The text of a message as it was typed, or the refusal `text.empty` or `text.tooLong`.
Result<QString> readMessageText(FieldReader &fields, bool mayBeEmpty = false)
{
    const QString text = fields.text("text"_L1, boundedByFrame);
    if (fields.ok() && text.trimmed().isEmpty() && !mayBeEmpty)
        return Error{u"text.empty"_s, u"The message is empty."_s};
    if (codePoints(text) > limits::messageText)
        return Error{u"text.tooLong"_s, u"The message is longer than %1 characters."_s.arg(limits::messageText)};
    return text;
}

/// When a message was written: by its writer's clock, unless that is clearly wrong.
qint64 writtenAt(const std::optional<qint64> &at, qint64 now)
{
    return at && *at <= now && *at >= now - CommandLog::memory ? *at : now;
}

Result<Apply> readSend(FieldReader &fields, const CommandId &id)
{
    const ConversationId conversation = readConversationId(fields);
    const auto files = filesFromJson(fields.value("files"_L1));
    const auto text = readMessageText(fields, files && !files.value().isEmpty());
    const auto at = fields.optionalInteger("at"_L1);
    if (!files)
        return files.error();
    if (!text)
        return text.error();
    return Apply(
        [=, text = text.value(), files = files.value()](Records &records, const Actor &actor) -> Result<QJsonObject> {
            const auto found = records.conversations.forMember(actor.user, conversation);
            if (!found)
                return found.error();
            const auto message = records.messages.add(actor, found.value(), id, text, writtenAt(at, actor.now), files);
            if (!message)
                return message.error();
            records.conversationKeeper.openFor(actor, conversation);
            return QJsonObject{{u"message"_s, toJson(message.value())}};
        });
}

Result<Apply> readEdit(FieldReader &fields, const CommandId &)
{
    const ConversationId conversation = readConversationId(fields);
    const MessageId id(readUuid(fields, "message"_L1));
    const auto text = readMessageText(fields);
    if (!text)
        return text.error();
    return Apply([=, text = text.value()](Records &records, const Actor &actor) -> Result<QJsonObject> {
        if (const auto found = records.conversations.forMember(actor.user, conversation); !found)
            return found.error();
        const auto message = records.messages.edit(actor, conversation, id, text);
        if (!message)
            return message.error();
        return QJsonObject{{u"message"_s, id.text()}, {u"number"_s, message.value().number}};
    });
}

Result<Apply> readMove(FieldReader &fields, const CommandId &)
{
    const ConversationId conversation = readConversationId(fields);
    const qint64 number = fields.integer("number"_L1);
    return Apply([=](Records &records, const Actor &actor) -> Result<QJsonObject> {
        const auto found = records.conversations.forMember(actor.user, conversation);
        if (!found)
            return found.error();
        if (number > records.messages.lastNumber(conversation))
            return Error{u"number.invalid"_s, u"The conversation has no message with this number."_s};
        return QJsonObject{{u"number"_s, records.reads.move(actor, conversation, number)}};
    });
}

Result<Apply> readCreate(FieldReader &fields, const CommandId &)
{
    Conversation wanted;
    wanted.id = readConversationId(fields);
    wanted.kind = fields.choice("kind"_L1, conversationKindFrom);
    wanted.title = fields.optionalText("title"_L1, boundedByFrame);
    wanted.members = readUsers(fields, "members"_L1);
    if (fields.ok() && wanted.kind == ConversationKind::Group && isUuidV5(wanted.id.text()))
        fields.wrong(u"conversation"_s, u"must be no UUID of version 5: those are of direct conversations"_s);
    if (fields.ok() && wanted.members.isEmpty())
        return Error{u"members.invalid"_s, u"A conversation needs at least one other member."_s};
    if (wanted.kind == ConversationKind::Direct)
        wanted.title.clear();
    else if (auto title = checkedValue(RecordKind::Conversation, fields::title, wanted.title))
        wanted.title = title.value().toString();
    else if (fields.ok())
        return title.error();
    return Apply([wanted](Records &records, const Actor &actor) -> Result<QJsonObject> {
        const auto created = records.conversations.create(actor, wanted);
        if (!created)
            return created.error();
        return QJsonObject{{u"conversation"_s, toJson(created.value())}};
    });
}

Result<Apply> readRecordCreation(FieldReader &fields, const CommandId &)
{
    const auto creation = readCreation(fields);
    if (!creation)
        return creation.error();
    return Apply([creation = creation.value()](Records &records, const Actor &actor) -> Result<QJsonObject> {
        const auto created = records.crmKeeper.create(actor, creation);
        if (!created)
            return created.error();
        return QJsonObject{{u"version"_s, created.value().version}};
    });
}

Result<Apply> readRecordChange(FieldReader &fields, const CommandId &)
{
    const auto change = readChange(fields);
    if (!change)
        return change.error();
    return Apply([change = change.value()](Records &records, const Actor &actor) -> Result<QJsonObject> {
        const auto outcome = records.changes.apply(actor, change);
        if (!outcome)
            return outcome.error();
        QJsonArray conflicts;
        for (const ConflictId &id : outcome.value().conflicts)
            conflicts.append(id.text());
        return QJsonObject{{u"version"_s, outcome.value().version}, {u"conflicts"_s, conflicts}};
    });
}

/// Whether there can be an own value of this name.
bool isOwnKey(const QString &key)
{
    const QString setting = ownSettingKey({});
    const QString draft = ownDraftKey(ConversationId());
    return codePoints(key) <= limits::ownKey && ((key.startsWith(setting) && key.size() > setting.size()) ||
                                                 (key.startsWith(draft) && isCanonicalUuid(key.mid(draft.size()))));
}

Result<Apply> readOwn(FieldReader &fields, const CommandId &)
{
    const QString key = fields.text("key"_L1);
    if (!fields.has("value"_L1))
        fields.wrong(u"value"_s, u"must be given; null removes it"_s);
    const QJsonValue value = fields.value("value"_L1);
    if (fields.ok() && !isOwnKey(key))
        return Error{u"key.invalid"_s, u"There is no setting and no draft of that name."_s};
    if (jsonText(value).size() > limits::ownValue)
        return Error{u"value.tooLong"_s, u"It is longer than %1 characters."_s.arg(limits::ownValue)};
    return Apply([key, value](Records &records, const Actor &actor) -> Result<QJsonObject> {
        const auto set = records.own.set(actor, key, value);
        if (!set)
            return set.error();
        return QJsonObject{{u"key"_s, key}};
    });
}

Error forbidden(Role role, const CommandBody &command)
{
    if (role == Role::Reader)
        return {u"role.forbidden"_s,
                u"You may read here, and change only what is your own. An administrator can change that."_s};
    if (!mayGive(Role::Manager, command))
        return {u"role.forbidden"_s, u"Only administrators may change this. Ask one of them."_s};
    return {u"role.forbidden"_s, u"Only managers and administrators may change this. Ask one of them."_s};
}

/// Whoever sees it sees the files that the command names.
RecordRef subjectOf(const CommandBody &body)
{
    if (const auto *send = std::get_if<SendMessage>(&body))
        return recordOf(send->conversation);
    const auto *create = std::get_if<CreateRecord>(&body);
    return create ? create->record : std::get<ChangeRecord>(body).record;
}

struct Entry {
    QLatin1String event;
    Read read;
};

constexpr std::array<Entry, 7> table{{{"message:send"_L1, readSend},
                                      {"message:edit"_L1, readEdit},
                                      {"read:move"_L1, readMove},
                                      {"conversation:create"_L1, readCreate},
                                      {"record:create"_L1, readRecordCreation},
                                      {"record:change"_L1, readRecordChange},
                                      {"own:set"_L1, readOwn}}};

const Entry *find(const QString &event)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const Entry &entry) { return entry.event == event; });
    return found == table.end() ? nullptr : found;
}

} // namespace

QStringList commandNames()
{
    QStringList names;
    for (const Entry &entry : table)
        names.append(entry.event);
    return names;
}

bool isCommand(const QString &event)
{
    return find(event) != nullptr;
}

Result<Command> readCommand(const QString &event, const QJsonObject &payload)
{
    const Entry *entry = find(event);
    if (!entry)
        return Error{u"command.unknown"_s, u"This server knows no command \"%1\"."_s.arg(event.left(100))};
    FieldReader fields(payload);
    const CommandId id(fields.text("id"_L1));
    if (fields.ok() && !timeOfUuidV7(id.text()))
        fields.wrong(u"id"_s, u"must be a lower-case UUID of version 7"_s);
    for (auto field = payload.begin(); field != payload.end(); ++field)
        if (isNestedDeeper(field.value(), deepestField))
            fields.wrong(field.key().left(100),
                         u"has more than %1 lists and objects in each other"_s.arg(deepestField));
    auto apply = entry->read(fields, id);
    if (!fields.ok())
        return fields.error();
    if (!apply)
        return apply.error();
    return Command{id, contentHash(event, payload), commandFromJson(event, payload).value(), std::move(apply).value()};
}

Result<QJsonObject> execute(Records &records, const Actor &actor, const Command &command)
{
    auto known = records.commands.answerOf(actor, command.id, command.hash);
    if (!known)
        return known.error();
    if (known.value())
        return *known.value();
    if (const Role role = records.accounts.roleOf(actor.user); !mayGive(role, command.body))
        return forbidden(role, command.body);
    const QVector<FileRef> files = filesOf(command.body);
    if (auto problem = records.files.problemWith(actor.user, files))
        return *std::move(problem);
    const auto result = command.apply(records, {actor.user, actor.now, command.id});
    if (!result)
        return result.error();
    if (!files.isEmpty())
        records.files.use(subjectOf(command.body), files);
    const QJsonObject answer{{u"ok"_s, true}, {u"seq"_s, records.journal.head()}, {u"result"_s, result.value()}};
    records.commands.remember(actor, command.id, command.hash, answer);
    return answer;
}

} // namespace frontdesk::server
