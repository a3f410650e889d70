// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/RecordFields.h"

#include <algorithm>
#include <array>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype boundedByFrame = std::numeric_limits<qsizetype>::max();

struct FieldRule {
    RecordKind kind;
    QString field;
    QString what; ///< of its refusals
    int longest;  ///< code points
    bool mayBeEmpty;
};

const FieldRule *ruleOf(RecordKind kind, const QString &field)
{
    static const std::array<FieldRule, 3> rules{
        {{RecordKind::Conversation, fields::title, u"title"_s, limits::title, false},
         {RecordKind::Person, fields::displayName, u"name"_s, limits::displayName, false},
         {RecordKind::Person, fields::about, u"about"_s, limits::about, true}}};
    const auto found = std::find_if(rules.begin(), rules.end(),
                                    [&](const FieldRule &rule) { return rule.kind == kind && rule.field == field; });
    return found == rules.end() ? nullptr : &*found;
}

bool hasList(RecordKind kind, const QString &list)
{
    return kind == RecordKind::Conversation && (list == fields::members || list == fields::labels);
}

/// A text without white space at its ends, or the refusal `<what>.empty` or `<what>.tooLong`.
Result<QString> trimmedText(const QString &text, const QString &what, int longest, bool mayBeEmpty)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() && !mayBeEmpty)
        return Error{what + ".empty"_L1, u"It is empty."_s};
    if (codePoints(trimmed) > longest)
        return Error{what + ".tooLong"_L1, u"It is longer than %1 characters."_s.arg(longest)};
    return trimmed;
}

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

Result<QJsonObject> readValues(FieldReader &reader, RecordKind kind)
{
    QJsonObject values;
    if (!reader.has("set"_L1))
        return values;
    const QStringList names = reader.object("set"_L1).keys();
    return reader.nested("set"_L1, [&](FieldReader &inner) -> Result<QJsonObject> {
        for (const QString &name : names) {
            if (!ruleOf(kind, name))
                return unknownField(name);
            const auto value = checkedField(kind, name, inner.text(QLatin1String(name.toLatin1()), boundedByFrame));
            if (!value)
                return value.error();
            values.insert(name, value.value());
        }
        return values;
    });
}

/// What the author saw of the fields that they set: a text, or nothing.
QJsonObject readSeen(FieldReader &reader, const QJsonObject &set)
{
    QJsonObject seen;
    if (!reader.has("was"_L1))
        return seen;
    reader.nested("was"_L1, [&](FieldReader &inner) {
        for (const QString &name : set.keys())
            if (const QString text = inner.optionalText(QLatin1String(name.toLatin1()));
                inner.value(QLatin1String(name.toLatin1())).isString())
                seen.insert(name, text);
        return Done{};
    });
    return seen;
}

/// An entry of a list as it is kept.
Result<QString> checkedEntry(FieldReader &reader, const QString &list, const QString &entry)
{
    if (list == fields::labels)
        return trimmedText(entry, u"label"_s, limits::label, false);
    if (!isCanonicalUuid(entry))
        reader.wrong(list, u"must be a list of lower-case UUIDs"_s);
    return entry;
}

Result<Done> readLists(FieldReader &reader, QLatin1String name, RecordKind kind, QStringList ListChange::*direction,
                       ListChanges &changes)
{
    if (!reader.has(name))
        return Done{};
    const QStringList lists = reader.object(name).keys();
    return reader.nested(name, [&](FieldReader &inner) -> Result<Done> {
        for (const QString &list : lists) {
            if (!hasList(kind, list))
                return unknownField(list);
            for (const QString &text : inner.texts(QLatin1String(list.toLatin1()), limits::members)) {
                const auto entry = checkedEntry(inner, list, text);
                if (!entry)
                    return entry.error();
                if (QStringList &entries = changes[list].*direction; !entries.contains(entry.value()))
                    entries.append(entry.value());
            }
        }
        return Done{};
    });
}

bool contradicts(const ListChange &change)
{
    return std::any_of(change.add.begin(), change.add.end(),
                       [&](const QString &entry) { return change.remove.contains(entry); });
}

} // namespace

Result<QString> checkedField(RecordKind kind, const QString &field, const QString &text)
{
    const FieldRule *rule = ruleOf(kind, field);
    if (!rule)
        return unknownField(field);
    return trimmedText(text, rule->what, rule->longest, rule->mayBeEmpty);
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
    change.was = readSeen(reader, change.set);
    for (const auto &[name, direction] :
         {std::pair("add"_L1, &ListChange::add), std::pair("remove"_L1, &ListChange::remove)})
        if (const auto read = readLists(reader, name, change.record.kind, direction, change.lists); !read)
            return read.error();
    if (contradicts(change.lists.value(fields::members)))
        return Error{u"members.invalid"_s, u"Somebody cannot be added and removed at once."_s};
    if (contradicts(change.lists.value(fields::labels)))
        reader.wrong(u"remove"_s, u"has a label that is in \"add\" too"_s);
    change.resolves = ConflictId(reader.optionalText("resolves"_L1));
    if (!change.resolves.isEmpty() && !isCanonicalUuid(change.resolves.text()))
        reader.wrong(u"resolves"_s, u"must be a lower-case UUID"_s);
    if (change.set.isEmpty() && change.lists.isEmpty() && change.resolves.isEmpty())
        reader.wrong(u"set"_s, u"must name a field, unless a list is changed or a conflict resolved"_s);
    return change;
}

} // namespace frontdesk::server
