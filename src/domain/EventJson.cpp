// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/EventJson.h"

#include "domain/Json.h"

namespace frontdesk {

namespace {

using L = QLatin1String;

constexpr qsizetype mostLists = 100; // of one record

ConversationId readConversationId(FieldReader &fields)
{
    return ConversationId(fields.text(L("conversation")));
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
            changes[list].*direction = inner.texts(L(list.toLatin1()), limits::readEntries);
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
        entered.conflicts = fields.list(L("conflicts"), limits::readConflicts, readConflict);
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
        .lists = {{fields::members,
                   {fields.texts(L("added"), limits::readEntries), fields.texts(L("removed"), limits::readEntries)}}}};
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

LastingEvent eventFromJson(const QString &event, const QJsonObject &payload)
{
    if (event == L("message:new"))
        return decodeAs(payload, [](FieldReader &fields) { return MessageAdded{readMessage(fields)}; });
    if (event == L("read:moved"))
        return decodeAs(payload, [](FieldReader &fields) {
            return ReadMoved{readConversationId(fields), UserId(fields.text(L("user"))), fields.integer(L("number"))};
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
