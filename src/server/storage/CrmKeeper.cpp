// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/CrmKeeper.h"

#include "domain/EventJson.h"
#include "domain/Json.h"
#include "domain/Mentions.h"
#include "domain/Overlay.h"
#include "server/storage/ListEffect.h"

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

Error unknown()
{
    return {u"record.unknown"_s, u"There is no such record."_s};
}

/// The records that a record names in its fields.
QVector<RecordRef> namedIn(const RecordState &state)
{
    QVector<RecordRef> named;
    for (const FieldRule &rule : schemaOf(state.record.kind).fields) {
        const QString text = state.fields[rule.name].toString();
        if (text.isEmpty())
            continue;
        if (rule.type == FieldType::Record)
            named.append({rule.refersTo, text});
        else if (const auto record = RecordRef::from(text); record && rule.type == FieldType::AnyRecord)
            named.append(*record);
    }
    return named;
}

/// What else a change is about: what the record names, before it and after it. Of a contact the company hears only when
/// it comes or goes.
QVector<RecordRef> namedBy(const RecordState &before, const RecordState &after)
{
    if (after.record.kind == RecordKind::Contact && before.fields[fields::company] == after.fields[fields::company])
        return {};
    return namedIn(before) + namedIn(after);
}

QJsonObject heldBefore(const RecordState &before, const QJsonObject &set)
{
    QJsonObject was;
    for (const QString &name : set.keys())
        was.insert(name, before.fields.contains(name) ? before.fields[name] : QJsonValue());
    return was;
}

std::optional<Error> tooMany(RecordKind kind, const QString &list, qsizetype entries)
{
    const int most = schemaOf(kind).list(list)->most;
    if (entries <= most)
        return {};
    return Error{list + ".tooMany"_L1, u"There can be at most %1 of them."_s.arg(most)};
}

} // namespace

Result<RecordState> CrmKeeper::create(const Actor &actor, const CreateRecord &wanted)
{
    if (m_records.find(wanted.record))
        return Error{u"record.exists"_s, u"There is a record with this id already."_s};
    const auto values = m_checks.values(wanted.record.kind, wanted.set);
    if (!values)
        return values.error();
    for (auto list = wanted.lists.begin(); list != wanted.lists.end(); ++list) {
        if (auto problem = tooMany(wanted.record.kind, list.key(), list->size()))
            return *std::move(problem);
        if (auto problem = m_checks.problemWith(list.key(), *list))
            return *std::move(problem);
    }
    RecordState state{.record = wanted.record,
                      .version = 1,
                      .createdBy = actor.user,
                      .createdAt = actor.now,
                      .changedAt = actor.now,
                      .fields = values.value(),
                      .lists = wanted.lists};
    for (QStringList &list : state.lists)
        list.sort();
    if (state.record.kind == RecordKind::CustomField)
        if (auto problem = m_checks.problemWith(state))
            return *std::move(problem);
    const QString stream = m_streams.openFor(state);
    m_records.add(state, stream);
    m_fields.set(actor, state.record, state.version, state.fields);
    m_history.append(actor, stream, state.record, u"record:added"_s, toJson(state), namedIn(state));
    m_feed.created(actor, stream, state);
    m_streams.gather(actor, state);
    adoptRulesOf(state.record.kind);
    return state;
}

void CrmKeeper::adoptRulesOf(RecordKind kind)
{
    if (kind == RecordKind::Team || kind == RecordKind::Workspace)
        m_audience.adopt();
}

Result<RecordKeeper::Found> CrmKeeper::find(const Actor &actor, const ChangeRecord &change)
{
    const auto stream = m_streams.seenIn(actor.user, change.record);
    const auto state = stream ? m_records.find(change.record) : std::nullopt;
    if (!state)
        return unknown();
    if (change.record.kind == RecordKind::Note && state->createdBy != actor.user &&
        (change.set.contains(fields::text) || change.set.contains(fields::mentionNames) ||
         change.lists.contains(fields::mentions)))
        return Error{u"note.foreign"_s, u"Only who wrote a note can change its text and whom it mentions."_s};
    return Found{*stream, state->version};
}

Result<QJsonObject> CrmKeeper::valuesOf(const Actor &actor, const ChangeRecord &change)
{
    auto values = m_checks.values(change.record.kind, change.set);
    const RecordKind kind = change.record.kind;
    if (!values || (kind != RecordKind::CustomField && kind != RecordKind::Pipeline))
        return values;
    const RecordChanged wanted{.record = change.record, .version = 0, .set = values.value(), .lists = {}};
    const RecordState state = m_records.find(change.record).value_or(RecordState{});
    const RecordState after = withChange(state, wanted, actor.now);
    auto problem = kind == RecordKind::Pipeline ? m_checks.problemWith(state, after) : m_checks.problemWith(after);
    if (problem)
        return *std::move(problem);
    return values;
}

Result<ListChanges> CrmKeeper::effectOf(const RecordRef &record, const ListChanges &wanted)
{
    const RecordState state = m_records.find(record).value_or(RecordState{});
    ListChanges effects;
    for (auto list = wanted.begin(); list != wanted.end(); ++list) {
        const QStringList now = state.lists.value(list.key());
        const ListChange effect = effectOn(now, *list);
        if (!effect.add.isEmpty())
            if (auto problem = tooMany(record.kind, list.key(), now.size() + effect.add.size() - effect.remove.size()))
                return *std::move(problem);
        if (auto problem = m_checks.problemWith(list.key(), effect.add))
            return *std::move(problem);
        if (effect != ListChange{})
            effects.insert(list.key(), effect);
    }
    return effects;
}

void CrmKeeper::write(const Actor &actor, const RecordChanged &change)
{
    const RecordState before = m_records.find(change.record).value_or(RecordState{});
    const RecordState after = withChange(before, change, actor.now);
    RecordChanged told = change;
    told.was = heldBefore(before, change.set);
    m_records.write(after);
    m_history.append(actor, m_records.streamOf(change.record).value_or(QString()), change.record, u"record:changed"_s,
                     toJson(told), namedBy(before, after));
    m_feed.changed(actor, m_streams.settle(actor, after), before, after);
    adoptRulesOf(change.record.kind);
}

} // namespace frontdesk::server
