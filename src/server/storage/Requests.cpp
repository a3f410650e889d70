// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/Requests.h"

#include "domain/Json.h"
#include "server/storage/Snapshot.h"

#include <algorithm>
#include <array>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray arrayOf(const QVector<KeptRow> &rows)
{
    QByteArray array("[");
    for (const KeptRow &row : rows)
        array += row.json + ',';
    if (!rows.isEmpty())
        array.chop(1);
    return array + ']';
}

/// An optional whole number between 1 and `most`; `most` unless `otherwise` is given.
int readLimit(FieldReader &fields, int otherwise, int most)
{
    const qint64 limit = fields.optionalInteger("limit"_L1, 1).value_or(otherwise);
    if (limit > most)
        fields.wrong(u"limit"_s, u"must be at most %1"_s.arg(most));
    return int(std::min<qint64>(limit, most));
}

Request readPage(FieldReader &fields)
{
    const qint64 cursor = fields.integer("cursor"_L1);
    const int limit = readLimit(fields, limits::pageRows, limits::pageRows);
    return [=](Records &records, const UserId &user) -> Result<Answer> {
        if (cursor > records.journal.head())
            return Error{u"journal.rewound"_s,
                         u"The server's journal does not reach that far: it has gone back in time."_s};
        const JournalPage page = records.reader.page(user, cursor, {limit, records.page.units});
        return Answer{{{u"after"_s, cursor}, {u"upTo"_s, page.upTo}, {u"mark"_s, page.mark}, {u"more"_s, page.more}},
                      arrayOf(page.rows)};
    };
}

Request readSnapshot(FieldReader &fields)
{
    const QString page = fields.optionalText("page"_L1);
    return [page](Records &records, const UserId &user) -> Result<Answer> {
        const auto found = snapshotPage(records, user, page);
        if (!found)
            return found.error();
        return Answer{found.value()};
    };
}

Request readFetch(FieldReader &fields)
{
    const QString stream = fields.text("stream"_L1);
    const qint64 from = fields.integer("from"_L1, 1);
    const qint64 to = fields.integer("to"_L1, 1);
    if (to < from || to - from >= limits::pageRows)
        fields.wrong(u"to"_s, u"must be at least \"from\" and less than %1 above it"_s.arg(limits::pageRows));
    return [=](Records &records, const UserId &user) -> Result<Answer> {
        return Answer{{}, arrayOf(records.reader.fetch(user, stream, from, to, records.page))};
    };
}

Request readHistory(FieldReader &fields)
{
    const ConversationId conversation(fields.text("conversation"_L1));
    const qint64 before = fields.optionalInteger("before"_L1, 1).value_or(std::numeric_limits<qint64>::max());
    const int limit = readLimit(fields, 50, limits::historyRows);
    return [=](Records &records, const UserId &user) -> Result<Answer> {
        if (const auto found = records.conversations.forMember(user, conversation); !found)
            return found.error();
        const Messages::History history = records.messages.before(conversation, before, limit, records.page.units);
        QJsonArray messages;
        for (const Message &message : history.messages)
            messages.append(frontdesk::toJson(message));
        return Answer{{{u"messages"_s, messages}, {u"more"_s, history.more}}};
    };
}

Request readRecordHistory(FieldReader &fields)
{
    const auto record = RecordRef::from(fields.text("record"_L1));
    if (!record || !isCanonicalUuid(record->id))
        fields.wrong(u"record"_s, u"must name a record by its kind and its lower-case UUID"_s);
    const qint64 before = fields.optionalInteger("before"_L1, 1).value_or(std::numeric_limits<qint64>::max());
    const int limit = readLimit(fields, 50, limits::historyRows);
    return
        [record = record.value_or(RecordRef{}), before, limit](Records &records, const UserId &user) -> Result<Answer> {
            const auto history = records.reader.history(user, record, before, {limit, records.page.units});
            return Answer{{{u"more"_s, history.more}}, arrayOf(history.rows)};
        };
}

Request readAudit(FieldReader &fields)
{
    const AuditQuery query = readAuditQuery(fields);
    const QString before = fields.optionalText("before"_L1);
    const int limit = readLimit(fields, limits::historyRows, limits::historyRows);
    return [=](Records &records, const UserId &user) -> Result<Answer> {
        if (records.accounts.roleOf(user) != Role::Admin)
            return Error{u"role.forbidden"_s, u"Only an administrator reads the audit log."_s};
        const auto page = records.audit.page(query, before, {limit, records.page.units});
        if (!page)
            return page.error();
        const QString &next = page.value().next;
        return Answer{{{u"next"_s, next.isEmpty() ? QJsonValue() : QJsonValue(next)}}, arrayOf(page.value().rows)};
    };
}

Request readActivities(FieldReader &fields)
{
    const qint64 before = fields.optionalInteger("before"_L1, 1).value_or(std::numeric_limits<qint64>::max());
    const int limit = readLimit(fields, 50, limits::historyRows);
    return [=](Records &records, const UserId &user) -> Result<Answer> {
        const auto found = records.reader.activities(user, before, limit);
        return Answer{{{u"activities"_s, found.items}, {u"more"_s, found.more}}};
    };
}

Request readKnown(FieldReader &fields)
{
    QVector<CommandId> ids;
    for (const QString &id : fields.texts("ids"_L1, limits::pageRows))
        ids.append(CommandId(id));
    return [ids](Records &records, const UserId &user) -> Result<Answer> {
        QJsonArray known;
        for (const CommandId &id : records.commands.known(user, ids))
            known.append(id.text());
        return Answer{{{u"known"_s, known}}};
    };
}

struct Entry {
    QLatin1String event;
    Request (*read)(FieldReader &);
};

constexpr std::array<Entry, 8> table{{{"journal:page"_L1, readPage},
                                      {"journal:snapshot"_L1, readSnapshot},
                                      {"journal:fetch"_L1, readFetch},
                                      {"message:history"_L1, readHistory},
                                      {"record:history"_L1, readRecordHistory},
                                      {"audit:list"_L1, readAudit},
                                      {"activity:list"_L1, readActivities},
                                      {"command:known"_L1, readKnown}}};

const Entry *find(const QString &event)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const Entry &entry) { return entry.event == event; });
    return found == table.end() ? nullptr : found;
}

} // namespace

QStringList requestNames()
{
    QStringList names;
    for (const Entry &entry : table)
        names.append(entry.event);
    return names;
}

bool isRequest(const QString &event)
{
    return find(event) != nullptr;
}

Result<Request> readRequest(const QString &event, const QJsonObject &payload)
{
    const Entry *entry = find(event);
    if (!entry)
        return Error{u"command.unknown"_s, u"This server knows no request \"%1\"."_s.arg(event.left(100))};
    FieldReader fields(payload);
    Request request = entry->read(fields);
    if (!fields.ok())
        return fields.error();
    return request;
}

} // namespace frontdesk::server
