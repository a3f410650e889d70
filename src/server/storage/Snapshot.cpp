// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/Snapshot.h"

#include "domain/Json.h"
#include "domain/ValueForms.h"

#include <limits>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int usersOfPage = 200;
constexpr int conflictsOfPage = 200;
constexpr int ownValuesOfPage = 200;
constexpr int recordsOfPage = 1000;
constexpr int conversationsOfPage = 50;

// A page token is the kind of items to go on with and the id after which: "users:ID", "conflicts:ID", "own:KEY",
// "records:KIND:ID", "conversations:ID", "activities:".
const QString users = u"users:"_s;
const QString conflicts = u"conflicts:"_s;
const QString ownValues = u"own:"_s;
const QString crmRecords = u"records:"_s;
const QString conversations = u"conversations:"_s;
const QString activities = u"activities:"_s;

/// Adds items and returns the token of the next page; null after the last.
QString addUsers(Records &records, const UserId &after, QJsonArray &items)
{
    const QVector<User> found = records.accounts.list(after, usersOfPage);
    for (const User &user : found)
        items.append(QJsonObject{{u"kind"_s, u"user"_s}, {u"user"_s, toJson(user)}});
    return found.size() == usersOfPage ? users + found.last().id.text() : conflicts;
}

/// Those about everything but conversations, which have theirs in their state.
QString addConflicts(Records &records, const UserId &user, const ConflictId &after, QJsonArray &items)
{
    const QVector<Conflict> found = records.conflicts.besidesConversations(user, after, conflictsOfPage);
    qint64 units = 0;
    ConflictId last = after;
    for (const Conflict &conflict : found) {
        const QJsonObject value = toJson(conflict);
        units += jsonBytes(value);
        if (!items.isEmpty() && units > records.page.units)
            return conflicts + last.text();
        items.append(QJsonObject{{u"kind"_s, u"conflict"_s}, {u"conflict"_s, value}});
        last = conflict.id;
    }
    return found.size() == conflictsOfPage ? conflicts + last.text() : ownValues;
}

QString addOwnValues(Records &records, const UserId &user, const QString &after, QJsonArray &items)
{
    const QVector<OwnValue> found = records.own.of(user, after, ownValuesOfPage);
    qint64 units = 0;
    QString last = after;
    for (const OwnValue &own : found) {
        const QJsonObject value = toJson(own);
        units += jsonBytes(value);
        if (!items.isEmpty() && units > records.page.units)
            return ownValues + last;
        items.append(QJsonObject{{u"kind"_s, u"own"_s}, {u"own"_s, value}});
        last = own.key;
    }
    return found.size() == ownValuesOfPage ? ownValues + last : crmRecords;
}

QString addCrmRecords(Records &records, const UserId &user, const QString &after, QJsonArray &items)
{
    const CrmRecords::Page page = records.crm.list(user, RecordRef::from(after), recordsOfPage, records.page.units);
    for (const RecordState &state : page.records)
        items.append(QJsonObject{{u"kind"_s, u"record"_s}, {u"record"_s, toJson(state)}});
    return page.more ? crmRecords + page.records.last().record.text() : conversations;
}

QString addConversations(Records &records, const UserId &user, const ConversationId &after, QJsonArray &items)
{
    const QVector<ConversationId> ids = records.conversations.idsOf(user, after, conversationsOfPage);
    qint64 units = 0;
    ConversationId last = after;
    for (const ConversationId &id : ids) {
        const QJsonObject state = toJson(records.conversations.state(id));
        units += jsonBytes(state);
        if (!items.isEmpty() && units > records.page.units)
            return conversations + last.text();
        items.append(QJsonObject{{u"kind"_s, u"conversation"_s}, {u"conversation"_s, state}});
        last = id;
    }
    return ids.size() == conversationsOfPage ? conversations + last.text() : activities;
}

void addActivities(Records &records, const UserId &user, QJsonArray &items)
{
    const auto found = records.reader.activities(user, std::numeric_limits<qint64>::max(), limits::historyRows);
    for (const auto &activity : found.items)
        items.append(QJsonObject{{u"kind"_s, u"activity"_s}, {u"activity"_s, QJsonValue(activity)}});
}

QJsonObject streamItem(Records &records, const QString &stream)
{
    return {{u"kind"_s, u"stream"_s}, {u"stream"_s, stream}, {u"n"_s, records.journal.countOf(stream)}};
}

} // namespace

Result<QJsonObject> snapshotPage(Records &records, const UserId &user, const QString &page)
{
    QJsonObject answer;
    QJsonArray items;
    QString next;
    if (page.isEmpty()) {
        answer = {{u"epoch"_s, records.journal.epoch()},
                  {u"cursor"_s, records.journal.head()},
                  {u"mark"_s, records.journal.headMark()}};
        items.append(streamItem(records, workspaceStream()));
        items.append(streamItem(records, streamOf(user)));
        for (const QString &stream : records.audience.streamsOf(user))
            items.append(streamItem(records, stream));
        next = addUsers(records, UserId(), items);
    } else if (page.startsWith(users)) {
        next = addUsers(records, UserId(page.mid(users.size())), items);
    } else if (page.startsWith(conflicts)) {
        next = addConflicts(records, user, ConflictId(page.mid(conflicts.size())), items);
    } else if (page.startsWith(ownValues)) {
        next = addOwnValues(records, user, page.mid(ownValues.size()), items);
    } else if (page.startsWith(crmRecords)) {
        next = addCrmRecords(records, user, page.mid(crmRecords.size()), items);
    } else if (page.startsWith(conversations)) {
        next = addConversations(records, user, ConversationId(page.mid(conversations.size())), items);
    } else if (page == activities) {
        addActivities(records, user, items);
    } else {
        return Error{.code = u"payload.invalid"_s,
                     .message = u"\"page\" is not one that this server gave"_s,
                     .detail = {{u"field"_s, u"page"_s}}};
    }
    answer.insert("items"_L1, items);
    answer.insert("next"_L1, next.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(next));
    return answer;
}

} // namespace frontdesk::server
