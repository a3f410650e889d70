// SPDX-License-Identifier: GPL-3.0-or-later
#include "Console.h"
#include "Describe.h"
#include "domain/Json.h"
#include "domain/WhenDone.h"

/// What the commands of a session do that are about the CRM (docs/frontdeskctl.md).
namespace frontdesk::ctl {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostListed = 10'000;
constexpr int mostEntries = 1'000;

RecordRef recordIn(FieldReader &fields)
{
    const auto record = RecordRef::from(fields.text("record"_L1));
    if (fields.ok() && (!record || !isCrm(record->kind)))
        fields.wrong(u"record"_s, u"must name a record, such as \"contact:ID\""_s);
    return record.value_or(RecordRef());
}

RecordKind kindIn(FieldReader &fields)
{
    const RecordKind kind = fields.choice("kind"_L1, recordKindFrom);
    if (fields.ok() && !isCrm(kind))
        fields.wrong(u"kind"_s, u"must be that of a record"_s);
    return kind;
}

int limitIn(FieldReader &fields)
{
    return int(std::min<qint64>(fields.optionalInteger("limit"_L1, 1).value_or(50), mostListed));
}

bool flagIn(FieldReader &fields, QLatin1String name)
{
    return fields.has(name) && fields.boolean(name);
}

/// `{list: [entries]}`; nothing is not there.
ListValues listsIn(FieldReader &fields, QLatin1String name)
{
    ListValues lists;
    if (!fields.has(name))
        return lists;
    const QStringList names = fields.object(name).keys();
    fields.nested(name, [&](FieldReader &inner) {
        for (const QString &list : names)
            lists.insert(list, inner.texts(QLatin1String(list.toLatin1()), mostEntries));
        return Done{};
    });
    return lists;
}

} // namespace

void Console::createRecord(FieldReader &fields, const Reply &reply)
{
    const RecordRef record{kindIn(fields), createUuidV7(SystemClock().utc())};
    const CreateRecord create{record, fields.object("set"_L1), listsIn(fields, "add"_L1)};
    fields.ok() ? submit(create, reply, {{u"record"_s, record.text()}}) : reply.error(fields.error());
}

void Console::changeRecord(FieldReader &fields, const Reply &reply)
{
    ChangeRecord change{.record = recordIn(fields), .basis = {}, .set = {}, .was = {}, .lists = {}, .resolves = {}};
    if (fields.has("set"_L1))
        change.set = fields.object("set"_L1);
    const ListValues add = listsIn(fields, "add"_L1);
    for (auto list = add.begin(); list != add.end(); ++list)
        change.lists[list.key()].add = *list;
    const ListValues remove = listsIn(fields, "remove"_L1);
    for (auto list = remove.begin(); list != remove.end(); ++list)
        change.lists[list.key()].remove = *list;
    if (fields.ok() && change.set.isEmpty() && change.lists.isEmpty())
        fields.wrong(u"set"_s, u", \"add\" or \"remove\" must be given"_s);
    fields.ok() ? submit(change, reply) : reply.error(fields.error());
}

void Console::records(FieldReader &fields, const Reply &reply)
{
    const RecordKind kind = kindIn(fields);
    RecordQuery query = recordQueryFrom(kind, fields.has("query"_L1) ? fields.object("query"_L1) : QJsonObject());
    query.deleted = flagIn(fields, "deleted"_L1);
    const int limit = limitIn(fields);
    if (!fields.ok())
        return reply.error(fields.error());
    const store::RecordKeys found = await(store().records(query));
    const QVector<qint64> first = found.keys.mid(0, limit);
    const QHash<qint64, RecordState> confirmed = await(store().recordsAt(first));
    QJsonArray states;
    for (const qint64 key : first)
        if (key < 0 || confirmed.contains(key))
            states.append(toJson(key < 0 ? found.waiting[-key - 1] : confirmed.value(key)));
    reply.result({{u"count"_s, found.keys.size()}, {u"records"_s, states}});
}

void Console::record(FieldReader &fields, const Reply &reply)
{
    const RecordRef record = recordIn(fields);
    if (!fields.ok())
        return reply.error(fields.error());
    const auto state = await(store().record(record));
    reply.result({{u"record"_s, state ? QJsonValue(toJson(*state)) : QJsonValue()}});
}

void Console::recordHistory(FieldReader &fields, const Reply &reply)
{
    const RecordRef record = recordIn(fields);
    const std::optional<qint64> before = fields.optionalInteger("before"_L1, 1);
    const int limit = limitIn(fields);
    if (!fields.ok())
        return reply.error(fields.error());
    const auto answer = [this, record, before, limit, reply] {
        const store::RecordHistory history = await(store().recordHistory(record, before, limit));
        QJsonArray rows;
        for (const DecodedRow &row : history.rows)
            rows.append(describe(row));
        reply.result({{u"rows"_s, rows}, {u"more"_s, history.more}});
    };
    const store::RecordHistory cached = await(store().recordHistory(record, before, limit));
    if (cached.rows.size() >= limit || m_session->status().state != connection::State::Online)
        return answer();
    const qint64 missingBefore = cached.rows.isEmpty() ? before.value_or(0) : cached.rows.last().row.seq;
    whenDone(m_session->fetchRecordHistory(record, missingBefore), this, [answer, reply](const Result<Done> &fetched) {
        if (fetched)
            answer();
        else
            reply.error(fetched.error());
    });
}

} // namespace frontdesk::ctl
