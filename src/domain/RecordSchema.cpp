// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/RecordSchema.h"

#include "domain/FieldOrder.h"
#include "domain/FileRef.h"
#include "domain/Mentions.h"
#include "domain/Types.h"
#include "domain/ValueForms.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace frontdesk {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int longestLines = 500;
constexpr int longestLink = 300;
constexpr int longestNote = 10'000;
constexpr int mostMentions = 50;

const QString customPrefix = u"x:"_s;

FieldRule text(const QString &name, int longest = limits::title)
{
    return {.name = name, .type = FieldType::Text, .longest = longest};
}

FieldRule required(FieldRule rule)
{
    rule.required = true;
    return rule;
}

FieldRule typed(const QString &name, FieldType type, int longest = 0)
{
    return {.name = name, .type = type, .longest = longest};
}

FieldRule reference(const QString &name, RecordKind kind)
{
    return {.name = name, .type = FieldType::Record, .refersTo = kind};
}

FieldRule choice(const QString &name, const QStringList &choices)
{
    return {.name = name, .type = FieldType::Choice, .choices = choices};
}

FieldRule picture(const QString &name)
{
    return {.name = name, .type = FieldType::File, .choices = pictureTypes()};
}

FieldRule lastWins(FieldRule rule)
{
    rule.lastWins = true;
    return rule;
}

/// A choice of which the workspace says what there is.
FieldRule openChoice(const QString &name, const QStringList &first)
{
    FieldRule rule = choice(name, first);
    rule.isOpen = true;
    return rule;
}

const ListRule emails{fields::emails, 254, 20, u"email"_s};
const ListRule phones{fields::phones, 50, 20, u"phone"_s};
const ListRule tags{fields::tags, limits::label, limits::labels, u"tag"_s};
const QStringList withCustomFields{u"contact"_s, u"company"_s, u"deal"_s};

RecordSchema conversation()
{
    FieldRule title = required(text(fields::title));
    return {.fields = {title, reference(fields::contact, RecordKind::Contact), typed(fields::closed, FieldType::Flag)},
            .lists = {{fields::members, 36, limits::members, u"members"_s},
                      {fields::labels, limits::label, limits::labels, u"label"_s}}};
}

RecordSchema person()
{
    FieldRule name = required(text(fields::displayName, limits::displayName));
    name.refusal = u"name"_s;
    return {.fields = {name, text(fields::about, limits::about)}, .lists = {}};
}

RecordSchema contact()
{
    return {.fields = {required(text(fields::name)), text(u"givenName"_s, limits::displayName),
                       text(u"familyName"_s, limits::displayName), reference(fields::company, RecordKind::Company),
                       text(u"job"_s), typed(u"address"_s, FieldType::Lines, longestLines),
                       typed(fields::owner, FieldType::Person), openChoice(fields::status, idsOf(firstStatuses())),
                       picture(fields::picture), typed(fields::deleted, FieldType::Flag)},
            .lists = {emails, phones, tags}};
}

RecordSchema company()
{
    return {.fields = {required(text(fields::name)), text(u"website"_s, longestLink),
                       typed(u"address"_s, FieldType::Lines, longestLines), typed(fields::owner, FieldType::Person),
                       typed(fields::deleted, FieldType::Flag)},
            .lists = {emails, phones, tags}};
}

RecordSchema deal()
{
    return {.fields = {required(text(fields::name)), typed(fields::value, FieldType::Money),
                       typed(fields::place, FieldType::Place), typed(u"probability"_s, FieldType::Percent),
                       typed(u"expectedClose"_s, FieldType::Day), typed(fields::owner, FieldType::Person),
                       reference(fields::contact, RecordKind::Contact), reference(fields::company, RecordKind::Company),
                       typed(fields::deleted, FieldType::Flag)},
            .lists = {tags}};
}

RecordSchema task()
{
    return {.fields = {required(text(fields::name)), typed(fields::due, FieldType::Time),
                       typed(u"reminder"_s, FieldType::Time), typed(fields::assignee, FieldType::Person),
                       typed(fields::done, FieldType::Flag), typed(fields::about, FieldType::AnyRecord),
                       typed(fields::deleted, FieldType::Flag)},
            .lists = {}};
}

RecordSchema note()
{
    return {.fields = {required(typed(fields::text, FieldType::Lines, longestNote)),
                       typed(fields::about, FieldType::AnyRecord),
                       lastWins(typed(fields::mentionNames, FieldType::Object)),
                       choice(fields::call, {u"incoming"_s, u"outgoing"_s, u"missed"_s}),
                       typed(fields::minutes, FieldType::Number), typed(fields::deleted, FieldType::Flag)},
            .lists = {{fields::mentions, 36, mostMentions, u"mentions"_s}}};
}

RecordSchema file()
{
    return {.fields = {required(typed(fields::about, FieldType::AnyRecord)),
                       required(typed(fields::file, FieldType::File)), typed(fields::deleted, FieldType::Flag)},
            .lists = {}};
}

RecordSchema pipeline()
{
    return {.fields = {required(text(fields::name)), typed(fields::stages, FieldType::Stages),
                       typed(fields::deleted, FieldType::Flag)},
            .lists = {}};
}

RecordSchema customField()
{
    return {.fields = {required(text(fields::name)), required(choice(u"of"_s, withCustomFields)),
                       required(text(u"key"_s, 40)),
                       choice(u"type"_s, {u"text"_s, u"number"_s, u"date"_s, u"choice"_s, u"boolean"_s, u"link"_s}),
                       typed(u"choices"_s, FieldType::Texts), typed(u"required"_s, FieldType::Flag),
                       lastWins(typed(fields::order, FieldType::Number)), typed(fields::deleted, FieldType::Flag)},
            .lists = {}};
}

RecordSchema segment()
{
    return {.fields = {required(text(fields::name)), required(choice(u"of"_s, withCustomFields)),
                       typed(u"filter"_s, FieldType::Object), typed(u"columns"_s, FieldType::Texts),
                       typed(fields::deleted, FieldType::Flag)},
            .lists = {}};
}

RecordSchema team()
{
    return {.fields = {required(text(fields::name)), typed(fields::deleted, FieldType::Flag)},
            .lists = {{fields::members, 36, limits::members, u"members"_s}}};
}

RecordSchema workspace()
{
    return {.fields = {required(choice(fields::visibility, {u"everyone"_s, u"team"_s, u"owner"_s})),
                       typed(fields::statuses, FieldType::Statuses), typed(fields::revenueTarget, FieldType::Money)},
            .lists = {}};
}

QString refusalOf(const FieldRule &rule)
{
    return rule.refusal.isEmpty() ? rule.name : rule.refusal;
}

Error invalid(const FieldRule &rule, const QString &words)
{
    return {refusalOf(rule) + ".invalid"_L1, words};
}

Result<QString> checkedText(const QString &text, const QString &what, int longest, bool mayBeEmpty)
{
    QString trimmed = text.trimmed();
    if (trimmed.isEmpty() && !mayBeEmpty)
        return Error{what + ".empty"_L1, u"It is empty."_s};
    if (codePoints(trimmed) > longest)
        return Error{what + ".tooLong"_L1, u"It is longer than %1 characters."_s.arg(longest)};
    return trimmed;
}

Result<QJsonValue> checkedWords(const FieldRule &rule, const QJsonValue &value)
{
    if (!value.isString())
        return invalid(rule, u"It must be a text."_s);
    const auto checked = checkedText(value.toString(), refusalOf(rule), rule.longest, !rule.required);
    if (!checked)
        return checked.error();
    if (rule.type != FieldType::Lines && (checked.value().contains(u'\n') || checked.value().contains(u'\r')))
        return invalid(rule, u"It must be one line."_s);
    if (rule.type == FieldType::Link && !checked.value().isEmpty() && !isLink(checked.value()))
        return invalid(rule, u"It must be an address such as https://example.org."_s);
    return QJsonValue(checked.value());
}

bool isText(FieldType type)
{
    return type == FieldType::Text || type == FieldType::Link || type == FieldType::Lines;
}

template <class Rule>
const Rule *named(const QVector<Rule> &rules, const QString &name)
{
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const Rule &rule) { return rule.name == name; });
    return found == rules.end() ? nullptr : &*found;
}

Error unknownField(const QString &name)
{
    return {u"field.unknown"_s, u"There is no field or list \"%1\" in it."_s.arg(name.left(100))};
}

} // namespace

const FieldRule *RecordSchema::field(const QString &name) const
{
    return named(fields, name);
}

const ListRule *RecordSchema::list(const QString &name) const
{
    return named(lists, name);
}

const RecordSchema &schemaOf(RecordKind kind)
{
    static const QHash<int, RecordSchema> schemas{{int(RecordKind::Conversation), conversation()},
                                                  {int(RecordKind::Person), person()},
                                                  {int(RecordKind::Contact), contact()},
                                                  {int(RecordKind::Company), company()},
                                                  {int(RecordKind::Deal), deal()},
                                                  {int(RecordKind::Task), task()},
                                                  {int(RecordKind::Note), note()},
                                                  {int(RecordKind::File), file()},
                                                  {int(RecordKind::Pipeline), pipeline()},
                                                  {int(RecordKind::CustomField), customField()},
                                                  {int(RecordKind::Segment), segment()},
                                                  {int(RecordKind::Team), team()},
                                                  {int(RecordKind::Workspace), workspace()}};
    return *schemas.constFind(int(kind));
}

QString customFieldName(const QString &key)
{
    return customPrefix + key;
}

bool isCustomField(const QString &name)
{
    return name.startsWith(customPrefix) && isKey(name.mid(customPrefix.size()));
}

const FieldRule *CustomFields::field(RecordKind kind, const QString &name) const
{
    const auto found = rules.constFind(int(kind));
    return found == rules.constEnd() ? nullptr : named(*found, name);
}

const FieldRule *ruleOf(RecordKind kind, const QString &field, const CustomFields &custom)
{
    const FieldRule *defined = custom.field(kind, field);
    return defined ? defined : schemaOf(kind).field(field);
}

bool isLink(const QString &text)
{
    static const QRegularExpression form(
        u"^(?:https?://\\S+|mailto:\\S+@\\S+|[^\\s/?#:@]+\\.[^\\s/?#:@]+(?::[0-9]+)?(?:[/?#]\\S*)?)$"_s);
    return form.match(text).hasMatch();
}

std::optional<std::pair<RecordKind, FieldRule>> ruleFrom(const RecordState &definition)
{
    const QJsonObject &fields = definition.fields;
    if (definition.record.kind == RecordKind::Workspace) {
        const QStringList statuses = idsOf(fields[fields::statuses].toArray());
        return statuses.isEmpty() ? std::nullopt
                                  : std::optional(std::pair(RecordKind::Contact, choice(fields::status, statuses)));
    }
    const auto kind = recordKindFrom(fields["of"_L1].toString());
    FieldRule rule;
    rule.name = customFieldName(fields["key"_L1].toString());
    if (!kind || !isCustomField(rule.name) || fields[fields::deleted].toBool())
        return {};
    const QString type = fields["type"_L1].toString();
    rule.required = fields["required"_L1].toBool();
    rule.longest = type == "link"_L1 ? longestLink : longestLines;
    if (type == "link"_L1) {
        rule.type = FieldType::Link;
    } else if (type == "date"_L1) {
        rule.type = FieldType::Day;
    } else if (type == "boolean"_L1) {
        rule.type = FieldType::Flag;
    } else if (type == "number"_L1) {
        rule.type = FieldType::Number;
    } else if (type == "choice"_L1) {
        rule.type = FieldType::Choice;
        const QJsonArray choices = fields["choices"_L1].toArray();
        for (const QJsonValue &choice : choices)
            rule.choices.append(choice.toString());
    }
    return std::pair(*kind, rule);
}

QJsonArray firstStatuses()
{
    QJsonArray statuses;
    for (const auto &[id, name] : {std::pair(u"lead"_s, u"Lead"_s), std::pair(u"qualified"_s, u"Qualified"_s),
                                   std::pair(u"customer"_s, u"Customer"_s), std::pair(u"inactive"_s, u"Inactive"_s)})
        statuses.append(QJsonObject{{u"id"_s, id}, {u"name"_s, name}});
    return statuses;
}

Result<QJsonValue> checkedValue(const FieldRule &rule, const QJsonValue &value)
{
    if (isText(rule.type))
        return checkedWords(rule, value);
    const bool isNothing = (value.isString() && value.toString().isEmpty()) || value.isNull();
    if (rule.required && isNothing && rule.type != FieldType::Choice) // nothing is just another wrong choice
        return Error{refusalOf(rule) + ".empty"_L1, u"It is empty."_s};
    if (const QString problem = problemWith(rule, value); !problem.isEmpty())
        return invalid(rule, problem);
    return value;
}

Result<QJsonValue> checkedValue(RecordKind kind, const QString &field, const QJsonValue &value,
                                const CustomFields &custom)
{
    const FieldRule *rule = ruleOf(kind, field, custom);
    return rule ? checkedValue(*rule, value) : unknownField(field);
}

Result<QString> checkedEntry(RecordKind kind, const QString &list, const QString &entry)
{
    const ListRule *rule = schemaOf(kind).list(list);
    if (!rule)
        return unknownField(list);
    return checkedText(entry, rule->refusal, rule->longest, false);
}

QVector<RecordRef> namedBy(const RecordState &record)
{
    QVector<RecordRef> named;
    for (const FieldRule &rule : schemaOf(record.record.kind).fields) {
        const QString value = record.fields[rule.name].toString();
        std::optional<RecordRef> ref;
        if (rule.type == FieldType::Record && !value.isEmpty())
            ref = RecordRef{rule.refersTo, value};
        else if (rule.type == FieldType::AnyRecord)
            ref = RecordRef::from(value);
        if (ref && !named.contains(*ref))
            named.append(*ref);
    }
    return named;
}

std::optional<Error> missingIn(RecordKind kind, const QJsonObject &set)
{
    for (const FieldRule &rule : schemaOf(kind).fields)
        if (rule.required && !set.contains(rule.name))
            return Error{refusalOf(rule) + ".empty"_L1, u"It is empty."_s};
    return {};
}

} // namespace frontdesk
