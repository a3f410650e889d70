// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/CrmChecks.h"

#include "domain/Mentions.h"
#include "domain/Stages.h"

#include <algorithm>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Whether only the records say what it may hold.
bool isOpen(RecordKind kind, const QString &name)
{
    const FieldRule *rule = schemaOf(kind).field(name);
    return isCustomField(name) || (rule && rule->isOpen);
}

Error unknownUser(const QString &id)
{
    return {u"user.unknown"_s, u"There is no user %1."_s.arg(id)};
}

} // namespace

Result<QJsonObject> CrmChecks::values(RecordKind kind, const QJsonObject &set)
{
    const QStringList names = set.keys();
    const bool dependsOnRecords =
        std::any_of(names.begin(), names.end(), [kind](const QString &name) { return isOpen(kind, name); });
    const CustomFields custom = dependsOnRecords ? m_records.customFields() : CustomFields();
    QJsonObject checked;
    for (const QString &name : names) {
        const auto value = checkedValue(kind, name, set[name], custom);
        if (!value)
            return value.error();
        const FieldRule *rule = schemaOf(kind).field(name);
        const QString user = rule && rule->type == FieldType::Person ? value.value().toString() : QString();
        if (!user.isEmpty() && !m_accounts.exists(UserId(user)))
            return unknownUser(user);
        checked.insert(name, value.value());
    }
    return checked;
}

std::optional<Error> CrmChecks::problemWith(const QString &list, const QStringList &entries)
{
    if (list != fields::members && list != fields::mentions)
        return {};
    const auto unknown = std::find_if(entries.begin(), entries.end(),
                                      [this](const QString &user) { return !m_accounts.exists(UserId(user)); });
    return unknown == entries.end() ? std::nullopt : std::optional(unknownUser(*unknown));
}

std::optional<Error> CrmChecks::problemWith(const RecordState &definition)
{
    const QString key = definition.fields["key"_L1].toString();
    if (!isCustomField(customFieldName(key)))
        return Error{u"key.invalid"_s, u"A key has 1 to 40 of the letters a-z, digits and hyphens."_s};
    if (definition.fields[fields::deleted].toBool())
        return {};
    int others = 0;
    for (const RecordState &other : m_records.all(RecordKind::CustomField)) {
        if (other.record == definition.record || other.fields[fields::deleted].toBool() ||
            other.fields["of"_L1] != definition.fields["of"_L1])
            continue;
        ++others;
        if (other.fields["key"_L1].toString() == key)
            return Error{u"key.taken"_s, u"There is another field with the key \"%1\" already."_s.arg(key)};
    }
    if (others >= mostFields)
        return Error{u"fields.tooMany"_s, u"At most %1 fields can be defined for one kind."_s.arg(mostFields)};
    return {};
}

std::optional<Error> CrmChecks::problemWith(const RecordState &pipeline, const RecordState &wanted)
{
    const QString id = pipeline.record.id;
    if (wanted.fields[fields::deleted].toBool()) {
        const qint64 deals = m_records.dealsIn(id);
        return deals == 0
                   ? std::nullopt
                   : std::optional(Error{u"pipeline.used"_s,
                                         u"There are %1 deals in it: move them to another one first."_s.arg(deals)});
    }
    QStringList gone;
    for (const Stage &stage : stagesFrom(pipeline.fields[fields::stages]))
        gone.append(stage.id);
    for (const Stage &stage : stagesFrom(wanted.fields[fields::stages]))
        gone.removeAll(stage.id);
    const qint64 deals = gone.isEmpty() ? 0 : m_records.dealsIn(id, gone);
    return deals == 0
               ? std::nullopt
               : std::optional(Error{u"stage.used"_s,
                                     u"There are %1 deals in the stage: move them to another one first."_s.arg(deals)});
}

} // namespace frontdesk::server
