// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/RecordFields.h"

#include "domain/Mentions.h"
#include "domain/RecordSchema.h"
#include "server/storage/JsonColumn.h"

#include <algorithm>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype boundedByFrame = std::numeric_limits<qsizetype>::max();
constexpr qsizetype longestSeen = 60'000; // UTF-16 units of JSON; a note's text and more
constexpr qsizetype longestOwn = 500;     // code points in a field that somebody has defined

Error unknownField(const QString &name)
{
    return {u"field.unknown"_s, u"There is no field or list \"%1\" in it."_s.arg(name.left(100))};
}

RecordRef readRecord(FieldReader &reader, std::optional<Error> &refusal)
{
    const auto record = RecordRef::from(reader.text("record"_L1));
    if (!record)
        refusal = Error{u"record.unknown"_s, u"This server keeps no such record."_s};
    else if (!isCanonicalUuid(record->id))
        reader.wrong(u"record"_s, u"must name a record by its kind and its lower-case UUID"_s);
    return record.value_or(RecordRef{});
}

Basis readBasis(FieldReader &reader)
{
    Basis basis{.version = reader.integer("base"_L1, 1), .after = {}};
    if (!reader.has("after"_L1))
        return basis;
    for (const QString &id : reader.texts("after"_L1, limits::pageRows)) {
        if (!isCanonicalUuid(id))
            reader.wrong(u"after"_s, u"must be a list of lower-case UUIDs"_s);
        basis.after.append(CommandId(id));
    }
    return basis;
}

bool isFlag(RecordKind kind, const QString &name)
{
    const FieldRule *rule = schemaOf(kind).field(name);
    return rule && rule->type == FieldType::Flag;
}

/// One value of `set`, as it is kept. Conversations and people have texts, and another type is no value at all; only
/// whether a conversation is closed is none.
Result<QJsonValue> readValue(FieldReader &values, RecordKind kind, const QString &name)
{
    const QByteArray key = name.toLatin1();
    if (isCrm(kind) && isCustomField(name))
        return values.value(QLatin1String(key)); // who keeps it knows what is defined
    if (!schemaOf(kind).field(name))
        return unknownField(name);
    if (isCrm(kind) || isFlag(kind, name))
        return checkedValue(kind, name, values.value(QLatin1String(key)));
    return checkedValue(kind, name, values.text(QLatin1String(key), boundedByFrame));
}

Result<QJsonObject> readValues(FieldReader &reader, RecordKind kind)
{
    QJsonObject values;
    if (!reader.has("set"_L1))
        return values;
    const QStringList names = reader.object("set"_L1).keys();
    return reader.nested("set"_L1, [&](FieldReader &inner) -> Result<QJsonObject> {
        for (const QString &name : names) {
            const auto value = readValue(inner, kind, name);
            if (!value)
                return value.error();
            values.insert(name, value.value());
        }
        return values;
    });
}

/// What the author can have seen in a field of the CRM; nothing instead of any other value, which a conflict would take
/// along to everybody.
QJsonValue seenIn(RecordKind kind, const QString &name, const QJsonValue &value)
{
    if (isCustomField(name)) { // what is defined is not known here
        const bool fits = value.isBool() || (value.isString() && codePoints(value.toString()) <= longestOwn);
        return fits ? value : QJsonValue();
    }
    const auto checked = checkedValue(kind, name, value);
    return checked ? checked.value() : QJsonValue();
}

/// What the author saw of one field that they set, or nothing.
QJsonValue readSeenValue(FieldReader &seen, RecordKind kind, const QString &name)
{
    const QByteArray key = name.toLatin1();
    const QJsonValue value = seen.value(QLatin1String(key));
    if (!isCrm(kind) && isFlag(kind, name))
        return value.isBool() ? value : QJsonValue();
    if (!isCrm(kind)) {
        const QString text = seen.optionalText(QLatin1String(key));
        return value.isString() ? QJsonValue(text) : QJsonValue();
    }
    if (jsonText(value).size() > longestSeen)
        seen.wrong(name, u"is too long"_s);
    return seenIn(kind, name, value);
}

QJsonObject readSeen(FieldReader &reader, const ChangeRecord &change)
{
    QJsonObject seen;
    if (!reader.has("was"_L1))
        return seen;
    reader.nested("was"_L1, [&](FieldReader &inner) {
        for (const QString &name : change.set.keys())
            if (const QJsonValue value = readSeenValue(inner, change.record.kind, name); !value.isNull())
                seen.insert(name, value);
        return Done{};
    });
    return seen;
}

/// An entry of a list as it is kept.
Result<QString> checkedEntryOf(FieldReader &reader, RecordKind kind, const QString &list, const QString &entry)
{
    if (list != fields::members && list != fields::mentions)
        return checkedEntry(kind, list, entry);
    if (!isCanonicalUuid(entry))
        reader.wrong(list, u"must be a list of lower-case UUIDs"_s);
    return entry;
}

/// What `add` or `remove` names, by list; no entry twice.
Result<ListValues> readLists(FieldReader &reader, QLatin1String name, RecordKind kind)
{
    ListValues values;
    if (!reader.has(name))
        return values;
    const QStringList lists = reader.object(name).keys();
    return reader.nested(name, [&](FieldReader &inner) -> Result<ListValues> {
        for (const QString &list : lists) {
            if (!schemaOf(kind).list(list))
                return unknownField(list);
            for (const QString &text : inner.texts(QLatin1String(list.toLatin1()), limits::members)) {
                const auto entry = checkedEntryOf(inner, kind, list, text);
                if (!entry)
                    return entry.error();
                if (!values[list].contains(entry.value()))
                    values[list].append(entry.value());
            }
        }
        return values;
    });
}

/// Both directions, by list; what is in both at once is refused.
Result<ListChanges> readListChanges(FieldReader &reader, RecordKind kind)
{
    const auto add = readLists(reader, "add"_L1, kind);
    if (!add)
        return add.error();
    const auto remove = readLists(reader, "remove"_L1, kind);
    if (!remove)
        return remove.error();
    ListChanges changes;
    for (auto list = add.value().begin(); list != add.value().end(); ++list)
        changes[list.key()].add = *list;
    for (auto list = remove.value().begin(); list != remove.value().end(); ++list)
        changes[list.key()].remove = *list;
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        const bool contradicts = std::any_of(change->add.begin(), change->add.end(),
                                             [&](const QString &entry) { return change->remove.contains(entry); });
        if (contradicts && change.key() == fields::members)
            return Error{u"members.invalid"_s, u"Somebody cannot be added and removed at once."_s};
        if (contradicts)
            reader.wrong(u"remove"_s, u"has an entry that is in \"add\" too"_s);
    }
    return changes;
}

} // namespace

Result<CreateRecord> readCreation(FieldReader &reader)
{
    std::optional<Error> refusal;
    CreateRecord create;
    create.record = readRecord(reader, refusal);
    if (refusal)
        return *refusal;
    const RecordKind kind = create.record.kind;
    if (!isCrm(kind) || kind == RecordKind::Workspace)
        return Error{u"record.unknown"_s, u"A %1 is not made in this way."_s.arg(nameOf(kind))};
    const auto values = readValues(reader, kind);
    if (!values)
        return values.error();
    create.set = values.value();
    const auto lists = readLists(reader, "add"_L1, kind);
    if (!lists)
        return lists.error();
    create.lists = lists.value();
    if (auto missing = missingIn(kind, create.set); missing && reader.ok())
        return *std::move(missing);
    return create;
}

Result<ChangeRecord> readChange(FieldReader &reader)
{
    std::optional<Error> refusal;
    ChangeRecord change;
    change.record = readRecord(reader, refusal);
    if (refusal)
        return *refusal;
    change.basis = readBasis(reader);
    const auto values = readValues(reader, change.record.kind);
    if (!values)
        return values.error();
    change.set = values.value();
    change.was = readSeen(reader, change);
    const auto lists = readListChanges(reader, change.record.kind);
    if (!lists)
        return lists.error();
    change.lists = lists.value();
    change.resolves = ConflictId(reader.optionalText("resolves"_L1));
    if (!change.resolves.isEmpty() && !isCanonicalUuid(change.resolves.text()))
        reader.wrong(u"resolves"_s, u"must be a lower-case UUID"_s);
    if (change.set.isEmpty() && change.lists.isEmpty() && change.resolves.isEmpty())
        reader.wrong(u"set"_s, u"must name a field, unless a list is changed or a conflict resolved"_s);
    return change;
}

} // namespace frontdesk::server
