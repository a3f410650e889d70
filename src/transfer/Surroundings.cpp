// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/Surroundings.h"

#include "domain/FieldOrder.h"
#include "domain/RecordSchema.h"
#include "domain/WhenDone.h"

#include <QtCore/QJsonArray>

namespace frontdesk::transfer {

using namespace Qt::Literals::StringLiterals;

namespace {

exchange::CustomType typeFrom(const QString &name)
{
    static const QHash<QString, exchange::CustomType> types{{u"number"_s, exchange::CustomType::Number},
                                                            {u"date"_s, exchange::CustomType::Date},
                                                            {u"choice"_s, exchange::CustomType::Choice},
                                                            {u"boolean"_s, exchange::CustomType::YesNo},
                                                            {u"link"_s, exchange::CustomType::Link}};
    return types.value(name, exchange::CustomType::Text);
}

QVector<exchange::CustomField> customFields(const QVector<RecordState> &definitions, RecordKind kind)
{
    QVector<exchange::CustomField> custom;
    for (const RecordState &definition : definitions) {
        const auto rule = ruleFrom(definition);
        if (!rule || rule->first != kind)
            continue;
        custom.append({.key = definition.fields["key"_L1].toString(),
                       .name = definition.fields[fields::name].toString(),
                       .type = typeFrom(definition.fields["type"_L1].toString()),
                       .choices = rule->second.choices});
    }
    return custom;
}

QHash<QString, QString> namesById(const QVector<RecordState> &records)
{
    QHash<QString, QString> names;
    for (const RecordState &state : records)
        names.insert(state.record.id, state.fields[fields::name].toString());
    return names;
}

QVector<Status> statusesIn(const std::optional<RecordState> &workspace)
{
    const QVector<Status> statuses = workspace ? statusesFrom(workspace->fields[fields::statuses]) : QVector<Status>();
    return statuses.isEmpty() ? statusesFrom(firstStatuses()) : statuses;
}

} // namespace

QVector<exchange::CustomField> readCustomFields(store::Store &store, RecordKind kind)
{
    QVector<RecordState> definitions = await(store.recordsOf(RecordKind::CustomField));
    sortByOrder(definitions);
    return customFields(definitions, kind);
}

Surroundings readSurroundings(store::Store &store, RecordKind kind)
{
    const bool isDeal = kind == RecordKind::Deal;
    return {.me = await(store.me()),
            .users = await(store.users()),
            .custom = readCustomFields(store, kind),
            .statuses = statusesIn(await(store.record(workspaceRecord()))),
            .companies = await(store.recordsOf(RecordKind::Company)),
            .contacts = isDeal ? await(store.recordsOf(RecordKind::Contact)) : QVector<RecordState>(),
            .pipelines = isDeal ? await(store.recordsOf(RecordKind::Pipeline)) : QVector<RecordState>()};
}

RecordDrafts::RecordDrafts(const Surroundings &surroundings, const QVector<RecordState> &notes)
    : m_companies(namesById(surroundings.companies))
    , m_contacts(namesById(surroundings.contacts))
{
    const QVector<Status> first = statusesFrom(firstStatuses());
    for (const Status &status : surroundings.statuses)
        if (!first.contains(Status{status.id, status.name}))
            m_statuses.insert(status.id, status.name);
    for (const User &user : surroundings.users)
        m_users.insert(user.id.text(), user.name);
    for (const RecordState &pipeline : surroundings.pipelines) {
        const QJsonArray stages = pipeline.fields["stages"_L1].toArray();
        for (const QJsonValue &stage : stages)
            m_stages.insert(stage["id"_L1].toString(),
                            {pipeline.fields[fields::name].toString(), stage["name"_L1].toString()});
    }
    for (const RecordState &note : notes)
        m_notes[note.fields[fields::about].toString()].append(note.fields[fields::text].toString());
}

exchange::RecordDraft RecordDrafts::draftOf(const RecordState &record) const
{
    exchange::RecordDraft draft{.kind = nameOf(record.record.kind)};
    draft.names = namesIn(record);
    draft.lists = record.lists;
    draft.note = m_notes.value(record.record.text()).join("\n\n"_L1);
    draft.set = record.fields;
    for (const QString &named : {fields::owner, fields::company, fields::contact, fields::place, fields::deleted})
        draft.set.remove(named);
    if (const QString status = m_statuses.value(record.fields[fields::status].toString()); !status.isEmpty())
        draft.set.insert(fields::status, status); // its id says nothing to a person
    return draft;
}

QMap<QString, QString> RecordDrafts::namesIn(const RecordState &record) const
{
    const auto id = [&record](const QString &field) { return record.fields[field].toString(); };
    const QJsonObject place = record.fields[fields::place].toObject();
    const Stage stage = m_stages.value(place["stage"_L1].toString());
    QMap<QString, QString> names{{exchange::draftnames::owner, m_users.value(id(fields::owner))},
                                 {exchange::draftnames::company, m_companies.value(id(fields::company))},
                                 {exchange::draftnames::contact, m_contacts.value(id(fields::contact))},
                                 {exchange::draftnames::pipeline, stage.pipeline},
                                 {exchange::draftnames::stage, stage.name},
                                 {exchange::draftnames::lostReason, place["lostReason"_L1].toString()}};
    names.removeIf([](const auto &entry) { return entry.value().isEmpty(); });
    return names;
}

} // namespace frontdesk::transfer
