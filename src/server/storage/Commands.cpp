// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/Commands.h"

#include "domain/Json.h"

#include <algorithm>
#include <array>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

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

/// A text without white space at its ends, or the refusal `<what>.empty` or `<what>.tooLong`.
Result<QString> trimmedText(const QString &text, QLatin1String what, int longest)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return Error{what + ".empty"_L1, u"It is empty."_s};
    if (codePoints(trimmed) > longest)
        return Error{what + ".tooLong"_L1, u"It is longer than %1 characters."_s.arg(longest)};
    return trimmed;
}

/// When a message was written: by its writer's clock, unless that is clearly wrong.
qint64 writtenAt(const std::optional<qint64> &at, qint64 now)
{
    return at && *at <= now && *at >= now - CommandLog::memory ? *at : now;
}

Result<Apply> readSend(FieldReader &fields, const CommandId &id)
{
    const ConversationId conversation = readConversationId(fields);
    const QString text = fields.text("text"_L1, std::numeric_limits<qsizetype>::max()); // bounded by the frame
    const auto at = fields.optionalInteger("at"_L1);
    if (fields.ok() && text.trimmed().isEmpty())
        return Error{u"text.empty"_s, u"The message is empty."_s};
    if (codePoints(text) > limits::messageText)
        return Error{u"text.tooLong"_s, u"The message is longer than %1 characters."_s.arg(limits::messageText)};
    return Apply([=](Records &records, const Actor &actor) -> Result<QJsonObject> {
        const auto found = records.conversations.forMember(actor.user, conversation);
        if (!found)
            return found.error();
        const auto message = records.messages.add(actor, found.value(), id, text, writtenAt(at, actor.now));
        if (!message)
            return message.error();
        return QJsonObject{{u"message"_s, toJson(message.value())}};
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
    wanted.title = fields.optionalText("title"_L1, std::numeric_limits<qsizetype>::max());
    wanted.members = readUsers(fields, "members"_L1);
    if (fields.ok() && wanted.members.isEmpty())
        return Error{u"members.invalid"_s, u"A conversation needs at least one other member."_s};
    if (wanted.kind == ConversationKind::Direct)
        wanted.title.clear();
    else if (auto title = trimmedText(wanted.title, "title"_L1, limits::title))
        wanted.title = std::move(title).value();
    else if (fields.ok())
        return title.error();
    return Apply([wanted](Records &records, const Actor &actor) -> Result<QJsonObject> {
        const auto created = records.conversations.create(actor, wanted);
        if (!created)
            return created.error();
        return QJsonObject{{u"conversation"_s, toJson(created.value())}};
    });
}

QJsonObject versionResult(qint64 version)
{
    return {{u"version"_s, version}};
}

Result<Apply> readRename(FieldReader &fields, const CommandId &)
{
    const ConversationId conversation = readConversationId(fields);
    const auto title =
        trimmedText(fields.text("title"_L1, std::numeric_limits<qsizetype>::max()), "title"_L1, limits::title);
    if (!title)
        return title.error();
    return Apply([conversation, title = title.value()](Records &records, const Actor &actor) -> Result<QJsonObject> {
        const auto version = records.conversations.rename(actor, conversation, title);
        if (!version)
            return version.error();
        return versionResult(version.value());
    });
}

Result<Apply> readMembers(FieldReader &fields, const CommandId &)
{
    const ConversationId conversation = readConversationId(fields);
    const QVector<UserId> add = readUsers(fields, "add"_L1);
    const QVector<UserId> remove = readUsers(fields, "remove"_L1);
    const bool both = std::any_of(add.begin(), add.end(), [&](const UserId &user) { return remove.contains(user); });
    if (fields.ok() && (both || (add.isEmpty() && remove.isEmpty())))
        return Error{u"members.invalid"_s, u"Name whom to add and whom to remove, nobody in both."_s};
    return Apply([=](Records &records, const Actor &actor) -> Result<QJsonObject> {
        const auto version = records.conversations.changeMembers(actor, conversation, add, remove);
        if (!version)
            return version.error();
        return versionResult(version.value());
    });
}

Result<Apply> readProfile(FieldReader &fields, const CommandId &)
{
    const auto name = trimmedText(fields.text("displayName"_L1, std::numeric_limits<qsizetype>::max()), "name"_L1,
                                  limits::displayName);
    if (!name)
        return name.error();
    return Apply([name = name.value()](Records &records, const Actor &actor) -> Result<QJsonObject> {
        const auto user = records.accounts.rename(actor, name);
        if (!user)
            return user.error();
        return QJsonObject{{u"user"_s, toJson(user.value())}};
    });
}

struct Entry {
    QLatin1String event;
    Read read;
};

constexpr std::array<Entry, 6> table{{{"message:send"_L1, readSend},
                                      {"read:move"_L1, readMove},
                                      {"conversation:create"_L1, readCreate},
                                      {"conversation:rename"_L1, readRename},
                                      {"conversation:members"_L1, readMembers},
                                      {"profile:update"_L1, readProfile}}};

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
    auto apply = entry->read(fields, id);
    if (!fields.ok())
        return fields.error();
    if (!apply)
        return apply.error();
    return Command{id, contentHash(event, payload), std::move(apply).value()};
}

Result<QJsonObject> execute(Records &records, const Actor &actor, const Command &command)
{
    auto known = records.commands.answerOf(actor, command.id, command.hash);
    if (!known)
        return known.error();
    if (known.value())
        return *known.value();
    const auto result = command.apply(records, actor);
    if (!result)
        return result.error();
    const QJsonObject answer{{u"ok"_s, true}, {u"seq"_s, records.journal.head()}, {u"result"_s, result.value()}};
    records.commands.remember(actor, command.id, command.hash, answer);
    return answer;
}

} // namespace frontdesk::server
