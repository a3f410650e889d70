// SPDX-License-Identifier: GPL-3.0-or-later
#include "Console.h"
#include "Describe.h"
#include "Places.h"
#include "domain/Json.h"
#include "domain/WhenDone.h"

/// What each command of a session does (docs/frontdeskctl.md).
namespace frontdesk::ctl {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostListed = 10'000;

ConversationId conversationIn(FieldReader &fields)
{
    return ConversationId(fields.text("conversation"_L1));
}

int limitIn(FieldReader &fields)
{
    return int(std::min<qint64>(fields.optionalInteger("limit"_L1, 1).value_or(50), mostListed));
}

QStringList optionalTexts(FieldReader &fields, QLatin1String name)
{
    return fields.has(name) ? fields.texts(name, mostListed) : QStringList();
}

Error unknownSelf()
{
    return {u"connection.lost"_s, u"It is not known yet who you are: connect once"_s};
}

/// The same with another text, title or value; nothing: there is none in it, or more than one.
std::optional<CommandBody> withText(CommandBody body, const QString &text)
{
    if (auto *send = std::get_if<SendMessage>(&body))
        send->text = text;
    else if (auto *edit = std::get_if<EditMessage>(&body))
        edit->text = text;
    else if (auto *create = std::get_if<CreateConversation>(&body))
        create->title = text;
    else if (auto *change = std::get_if<ChangeRecord>(&body); change && change->set.size() == 1)
        *change = {.record = change->record,
                   .basis = {},
                   .set = {{change->set.begin().key(), text}},
                   .was = {},
                   .lists = change->lists,
                   .resolves = change->resolves};
    else
        return {};
    return body;
}

template <class Values, class Describe>
QJsonArray arrayOf(const Values &values, Describe describeOne)
{
    QJsonArray array;
    for (const auto &value : values)
        array.append(describeOne(value));
    return array;
}

} // namespace

void Console::send(FieldReader &fields, const Reply &reply)
{
    const Place wanted{fields.optionalText("conversation"_L1), fields.optionalText("to"_L1)};
    const QString text = fields.text("text"_L1, FieldReader::longestText);
    if (fields.ok() && wanted.conversation.isEmpty() == wanted.with.isEmpty())
        fields.wrong(u"conversation"_s, u"or \"to\" must be given, and not both"_s);
    if (!fields.ok())
        return reply.error(fields.error());
    const auto place = findPlace(store(), wanted);
    if (!place)
        return reply.error(place.error());
    if (const auto creation = creationOf(place.value()))
        m_session->submit(*creation);
    submit(SendMessage{place.value().conversation, text}, reply,
           {{u"conversation"_s, place.value().conversation.text()}});
}

Result<QVector<UserId>> Console::findUsers(const QStringList &names) const
{
    QVector<UserId> found;
    for (const QString &name : names) {
        const auto user = findUser(store(), name);
        if (!user)
            return user.error();
        found.append(user.value());
    }
    return found;
}

void Console::create(FieldReader &fields, const Reply &reply)
{
    const QString title = fields.text("title"_L1);
    const auto members = findUsers(fields.texts("members"_L1, limits::members));
    if (!fields.ok())
        return reply.error(fields.error());
    if (!members)
        return reply.error(members.error());
    const ConversationId id(createUuidV7(SystemClock().utc()));
    submit(CreateConversation{id, ConversationKind::Group, title, members.value()}, reply,
           {{u"conversation"_s, id.text()}});
}

void Console::rename(FieldReader &fields, const Reply &reply)
{
    const ChangeRecord change = renameConversation(conversationIn(fields), fields.text("title"_L1));
    fields.ok() ? submit(change, reply) : reply.error(fields.error());
}

void Console::members(FieldReader &fields, const Reply &reply)
{
    const ConversationId conversation = conversationIn(fields);
    const auto add = findUsers(optionalTexts(fields, "add"_L1));
    const auto remove = findUsers(optionalTexts(fields, "remove"_L1));
    if (!fields.ok())
        return reply.error(fields.error());
    if (!add || !remove)
        return reply.error(add ? remove.error() : add.error());
    submit(changeMembers(conversation, add.value(), remove.value()), reply);
}

void Console::labels(FieldReader &fields, const Reply &reply)
{
    const ConversationId conversation = conversationIn(fields);
    const ChangeRecord change =
        changeLabels(conversation, optionalTexts(fields, "add"_L1), optionalTexts(fields, "remove"_L1));
    fields.ok() ? submit(change, reply) : reply.error(fields.error());
}

void Console::profile(FieldReader &fields, const Reply &reply)
{
    QJsonObject set;
    for (const QLatin1String field : {"displayName"_L1, "about"_L1})
        if (fields.has(field))
            set.insert(field, fields.text(field));
    if (fields.ok() && set.isEmpty())
        fields.wrong(u"displayName"_s, u"or \"about\" must be given"_s);
    if (!fields.ok())
        return reply.error(fields.error());
    const auto me = await(store().me());
    if (!me)
        return reply.error(unknownSelf());
    submit(ChangeRecord{.record = recordOf(me->id), .basis = {}, .set = set, .was = {}, .lists = {}, .resolves = {}},
           reply);
}

void Console::edit(FieldReader &fields, const Reply &reply)
{
    const EditMessage command{conversationIn(fields), MessageId(fields.text("message"_L1)),
                              fields.text("text"_L1, FieldReader::longestText)};
    fields.ok() ? submit(command, reply) : reply.error(fields.error());
}

void Console::conflicts(FieldReader &, const Reply &reply)
{
    reply.result({{u"conflicts"_s,
                   arrayOf(await(store().conflicts()), [](const Conflict &conflict) { return toJson(conflict); })}});
}

void Console::resolve(FieldReader &fields, const Reply &reply)
{
    const ConflictId id(fields.text("conflict"_L1));
    const QString take = fields.optionalText("take"_L1);
    const bool hasValue = fields.has("value"_L1);
    if (fields.ok() && (hasValue == !take.isEmpty() || !QStringList{u""_s, u"wanted"_s, u"kept"_s}.contains(take)))
        fields.wrong(u"take"_s, u"must be \"wanted\" or \"kept\", unless there is a \"value\""_s);
    if (!fields.ok())
        return reply.error(fields.error());
    const QVector<Conflict> open = await(store().conflicts());
    const auto conflict =
        std::find_if(open.begin(), open.end(), [&](const Conflict &candidate) { return candidate.id == id; });
    if (conflict == open.end())
        return reply.error({u"conflict.unknown"_s, u"There is no such open conflict"_s});
    ChangeRecord change{
        .record = conflict->record, .basis = {}, .set = {}, .was = {}, .lists = {}, .resolves = conflict->id};
    if (hasValue)
        change.set.insert(conflict->field, fields.value("value"_L1));
    else if (take == "wanted"_L1)
        change.set.insert(conflict->field, conflict->wanted.value);
    submit(change, reply);
}

void Console::own(FieldReader &fields, const Reply &reply)
{
    const QString key = fields.optionalText("key"_L1);
    const bool sets = fields.has("value"_L1);
    if (fields.ok() && sets && key.isEmpty())
        fields.wrong(u"key"_s, u"must be given with a value"_s);
    if (!fields.ok())
        return reply.error(fields.error());
    if (sets)
        return submit(SetOwnValue{key, fields.value("value"_L1)}, reply);
    const QHash<QString, QJsonValue> values = await(store().ownValues());
    if (!key.isEmpty())
        return reply.result({{u"value"_s, values.value(key, QJsonValue::Null)}});
    QJsonObject all;
    for (auto it = values.begin(); it != values.end(); ++it)
        all.insert(it.key(), it.value());
    reply.result({{u"values"_s, all}});
}

void Console::replace(FieldReader &fields, const Reply &reply)
{
    const CommandId id(fields.text("id"_L1));
    const QString text = fields.text("text"_L1, FieldReader::longestText);
    if (!fields.ok())
        return reply.error(fields.error());
    const auto pending = await(store().pending(id));
    if (!pending)
        return reply.error({u"command.gone"_s, u"It is neither waiting nor refused any more"_s});
    if (const auto body = withText(pending->command.body, text))
        answerWhenQueued(m_session->replace(id, *body), reply);
    else
        reply.error({u"command.unknown"_s, u"A command of this kind has no text to replace"_s});
}

void Console::read(FieldReader &fields, const Reply &reply)
{
    const ConversationId conversation = conversationIn(fields);
    std::optional<qint64> number = fields.optionalInteger("number"_L1, 1);
    if (!fields.ok())
        return reply.error(fields.error());
    if (!number)
        number = await(store().messages(conversation, {}, 1)).newest;
    submit(MoveRead{conversation, *number}, reply);
}

void Console::retry(FieldReader &fields, const Reply &reply)
{
    const CommandId id(fields.text("id"_L1));
    if (!fields.ok())
        return reply.error(fields.error());
    answerWhenWritten(m_session->retry(id), reply);
}

void Console::discard(FieldReader &fields, const Reply &reply)
{
    const CommandId id(fields.text("id"_L1));
    if (!fields.ok())
        return reply.error(fields.error());
    answerWhenWritten(m_session->discard(id), reply);
}

void Console::draft(FieldReader &fields, const Reply &reply)
{
    const ConversationId conversation = conversationIn(fields);
    const bool saves = fields.has("text"_L1);
    const QString text = fields.optionalText("text"_L1, FieldReader::longestText);
    if (!fields.ok())
        return reply.error(fields.error());
    if (saves)
        m_session->saveDraft(conversation, text);
    reply.result({{u"text"_s, saves ? text : await(store().draft(conversation))}});
}

void Console::typing(FieldReader &fields, const Reply &reply)
{
    const ConversationId conversation = conversationIn(fields);
    const bool typing = fields.boolean("typing"_L1);
    if (!fields.ok())
        return reply.error(fields.error());
    m_session->setTyping(conversation, typing);
    reply.result();
}

void Console::presence(FieldReader &fields, const Reply &reply)
{
    const Presence presence = fields.choice("presence"_L1, presenceFrom);
    if (presence == Presence::Offline)
        fields.wrong(u"presence"_s, u"must be online, away or dnd"_s);
    if (!fields.ok())
        return reply.error(fields.error());
    m_session->setPresence(presence);
    reply.result();
}

void Console::list(FieldReader &, const Reply &reply)
{
    const auto list = await(store().conversations()).conversations;
    reply.result(
        {{u"conversations"_s, arrayOf(list, [](const ConversationSummary &summary) { return describe(summary); })}});
}

void Console::users(FieldReader &, const Reply &reply)
{
    const auto me = await(store().me());
    reply.result({{u"me"_s, me ? QJsonValue(me->id.text()) : QJsonValue()},
                  {u"users"_s, arrayOf(await(store().users()), [](const User &user) { return toJson(user); })}});
}

void Console::history(FieldReader &fields, const Reply &reply)
{
    const ConversationId conversation = conversationIn(fields);
    const std::optional<qint64> before = fields.optionalInteger("before"_L1, 1);
    const int limit = limitIn(fields);
    if (!fields.ok())
        return reply.error(fields.error());
    const store::MessageWindow window = await(store().messages(conversation, before, limit));
    const bool online = m_session->status().state == connection::State::Online;
    if (!online || window.messages.size() >= limit || !window.olderOnServer)
        return answerHistory(conversation, before, limit, reply);
    // What the server does not give is not in the cache afterwards either: answered is what there is.
    const qint64 missingBefore = window.messages.isEmpty() ? before.value_or(0) : window.messages.first().number;
    whenDone(m_session->fetchHistory(conversation, missingBefore), this,
             [this, conversation, before, limit, reply](const Result<Done> &fetched) {
                 if (fetched)
                     answerHistory(conversation, before, limit, reply);
                 else
                     reply.error(fetched.error());
             });
}

void Console::answerHistory(const ConversationId &conversation, std::optional<qint64> before, int limit,
                            const Reply &reply)
{
    const store::MessageWindow window = await(store().messages(conversation, before, limit));
    const auto me = await(store().me());
    const auto entries = timeline(window.messages, before ? QVector<PendingCommand>() : window.pending, conversation,
                                  me ? me->id : UserId(), window.others);
    reply.result({{u"messages"_s, arrayOf(entries, [](const TimelineEntry &entry) { return describe(entry); })},
                  {u"more"_s, window.olderCached || window.olderOnServer}});
}

void Console::activities(FieldReader &fields, const Reply &reply)
{
    const std::optional<qint64> before = fields.optionalInteger("before"_L1, 1);
    const int limit = limitIn(fields);
    if (!fields.ok())
        return reply.error(fields.error());
    const auto answer = [this, before, limit, reply] {
        reply.result({{u"activities"_s, arrayOf(await(store().activities(before, limit)),
                                                [](const Activity &activity) { return toJson(activity); })}});
    };
    const QVector<Activity> known = await(store().activities(before, limit));
    if (known.size() >= limit || m_session->status().state != connection::State::Online)
        return answer();
    const qint64 missingBefore = known.isEmpty() ? before.value_or(0) : known.last().seq;
    whenDone(m_session->fetchActivities(missingBefore), this,
             [answer, reply](const Result<Done> &fetched) { fetched ? answer() : reply.error(fetched.error()); });
}

void Console::pending(FieldReader &, const Reply &reply)
{
    reply.result({{u"pending"_s, arrayOf(await(store().pending()),
                                         [](const PendingCommand &command) { return describe(command); })}});
}

void Console::ledger(FieldReader &, const Reply &reply)
{
    reply.result(describe(await(store().ledger())));
}

void Console::status(FieldReader &, const Reply &reply)
{
    reply.result(describe(m_session->status()));
}

void Console::online(FieldReader &, const Reply &reply)
{
    m_session->connectNow();
    reply.result();
}

void Console::offline(FieldReader &, const Reply &reply)
{
    m_session->goOffline();
    reply.result();
}

void Console::token(FieldReader &fields, const Reply &reply)
{
    const QString token = fields.text("token"_L1, FieldReader::longestText);
    if (!fields.ok())
        return reply.error(fields.error());
    m_session->setCredentials({.token = token});
    reply.result();
}

void Console::quit(FieldReader &, const Reply &reply)
{
    reply.result();
    end();
}

} // namespace frontdesk::ctl
