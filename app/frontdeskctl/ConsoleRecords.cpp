// SPDX-License-Identifier: GPL-3.0-or-later
#include "Console.h"
#include "domain/Json.h"

/// What a session's commands about contacts, companies, deals and whatever else is of the CRM do
/// (docs/frontdeskctl.md).
namespace frontdesk::ctl {

using namespace Qt::Literals::StringLiterals;

namespace {

RecordKind crmKindIn(FieldReader &fields)
{
    return fields.choice("kind"_L1, [](const QString &name) {
        const auto kind = recordKindFrom(name);
        return kind && isCrm(*kind) ? kind : std::nullopt;
    });
}

/// The fields of the command on the wire that were given.
QJsonObject given(FieldReader &fields, std::initializer_list<QLatin1String> names)
{
    QJsonObject object;
    for (const QLatin1String name : names)
        if (fields.has(name))
            object.insert(name, fields.object(name));
    return object;
}

} // namespace

void Console::make(FieldReader &fields, const Reply &reply)
{
    const RecordRef record{crmKindIn(fields), createUuidV7(SystemClock().utc())};
    QJsonObject creation = given(fields, {"set"_L1, "add"_L1});
    if (!fields.ok())
        return reply.error(fields.error());
    creation.insert("record"_L1, record.text());
    submit(*commandFromJson(u"record:create"_s, creation), reply, {{u"record"_s, record.text()}});
}

void Console::change(FieldReader &fields, const Reply &reply)
{
    const auto record = RecordRef::from(fields.text("record"_L1));
    QJsonObject change = given(fields, {"set"_L1, "add"_L1, "remove"_L1});
    if (fields.ok() && !record)
        fields.wrong(u"record"_s, u"must be a record such as contact:ID"_s);
    if (fields.ok() && change.isEmpty())
        fields.wrong(u"set"_s, u"or \"add\" or \"remove\" must be given"_s);
    if (!fields.ok())
        return reply.error(fields.error());
    change.insert("record"_L1, record->text());
    submit(*commandFromJson(u"record:change"_s, change), reply);
}

void Console::records(FieldReader &fields, const Reply &reply)
{
    RecordQuery query;
    query.kind = crmKindIn(fields);
    query.deleted = fields.has("bin"_L1) && fields.boolean("bin"_L1);
    query.text = fields.optionalText("text"_L1);
    if (!fields.ok())
        return reply.error(fields.error());
    const store::RecordKeys found = await(store().records(query));
    const QHash<qint64, RecordState> states = await(store().recordsAt(found.keys));
    QJsonArray records;
    for (const qint64 key : found.keys) {
        const qsizetype waiting = -1 - key;
        if (key < 0 && waiting < found.waiting.size())
            records.append(toJson(found.waiting[waiting]));
        else if (const auto state = states.constFind(key); state != states.cend())
            records.append(toJson(*state));
    }
    reply.result({{u"records"_s, records}});
}

} // namespace frontdesk::ctl
